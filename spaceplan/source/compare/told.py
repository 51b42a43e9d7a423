"""Which reported results tell of which items, whether they tell of its end, and when it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.times import Time
from spaceplan.source.compare.day_of import day_of
from spaceplan.source.compare.item import Item
from spaceplan.source.compare.met import is_met
from spaceplan.source.compare.names import Features, Weights, differ, features
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.text import normalise

# So much tells of an item by itself; less does where nothing else is nearly as near.
_SURE, _PERHAPS, _APART = 0.3, 0.12, 1.4
# Where results of the same heading tell of items of the same topic.
_TOPIC = 0.05
# How much the words of a part alone speak for it.
_OWN = 0.1
_LOST = re.compile("([^、。]{2,40})を(?:失[いっ]|喪失)")


@dataclass(frozen=True, slots=True)
class Told:
    """A result that seems to tell of a milestone; ``share`` from 0 to 1.

    ``part`` is the letter of the part that it names; ``met`` says that it tells of its end, which
    is for a person to confirm, and ``day`` when that was, where it names one time.
    """

    item: str
    result: Bullet
    share: float
    part: str = ""
    met: bool = False
    day: Time | None = None


def named_in(result: Bullet) -> Features:
    """The names in a result: what it tells of is called so too."""
    told = features(result.text)
    names = frozenset(name for name in told.names if not name.endswith("-BAND"))
    return Features(names, told.laws, told.numbered, frozenset())


def _told(result: Bullet) -> str:
    """What a result tells of: what was lost where something was, else all that it says, with the
    row of which it reports."""
    lost = _LOST.search(normalise(result.text))
    if lost:
        return lost.group(1)
    about = result.cells.get("name", "")
    return result.text if not about or about in result.text else f"{about} {result.text}"


def match_results(
    items: Sequence[Item], results: Sequence[Bullet], reference: Reference | None = None
) -> tuple[Told, ...]:
    """Which reported results tell of which items: at most one part of one item for a result."""
    # A repeat is told of by what it repeats.
    first = {item.fingerprint: item for item in reversed(items)}.values()
    parts = [
        (item, part, features(part.context)) for item in reversed(first) for part in item.parts
    ]
    told = [features(_told(result)) for result in results]
    weights = Weights([*(one for _, _, one in parts), *told])
    near = [
        sorted(
            (
                (weights.alike(mine, one) + _OWN * weights.alike(features(part.text), one), at)
                for at, (_, part, mine) in enumerate(parts)
                if mine.all & one.all and not differ(mine, one)
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )
        for one in told
    ]
    # What the sure ones tell of says where the others belong.
    topics: dict[int, set[object]] = defaultdict(set)
    for result, ranked in zip(results, near, strict=True):
        if ranked and ranked[0][0] >= _SURE:
            topics[result.topic].add(parts[ranked[0][1]][0].topic)
    found: list[Told] = []
    for result, ranked in zip(results, near, strict=True):
        placed = sorted(
            (
                (share + _TOPIC * (parts[at][0].topic in topics[result.topic]), at)
                for share, at in ranked
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not placed:
            continue
        share, at = placed[0]
        item, part, _ = parts[at]
        rival = next((s for s, other in placed if parts[other][0] != item), 0.0)
        if (share >= _SURE and share > rival) or share >= max(_PERHAPS, _APART * rival):
            letter = part.letter if len(item.parts) > 1 else ""
            day = day_of(part, result.text, reference or Reference())
            met = is_met(part, result.text)
            found.append(Told(item.id, result, round(min(share, 1.0), 2), letter, met, day))
    return tuple(found)
