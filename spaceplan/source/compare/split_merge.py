"""Commitments that were split in several, or merged into one: most words of one stand in another.

What no likeness of wording and no name has matched is held against what is matched already: a new
item whose words come from an old one that goes on elsewhere was split off; an old one whose words
stand in a new one that goes on from another was merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spaceplan.errors import phrase
from spaceplan.frozen import dataclass
from spaceplan.source.compare.item import Item, Part
from spaceplan.source.compare.lineage import Link
from spaceplan.source.compare.names import Features, differ, features
from spaceplan.source.read.similar import Index, covered, shingles
from spaceplan.source.read.text import normalise

# So much of an item's words stands in another that it comes from.
_HELD = 0.6
# So much less of them stands in what that one is matched with already.
_APART = 0.3
_SHORTEST = 8

SPLIT, MERGED = "split", "merged"


@dataclass(frozen=True, slots=True)
class Lineage:
    """``old`` items (ids) that go on in ``new`` ones: one in several, or several in one."""

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def lineage_of(pairs: Sequence[tuple[str, str]]) -> tuple[Lineage, ...]:
    """What was split and what was merged, of the (old, new) ids that belong together."""
    onward: dict[str, list[str]] = defaultdict(list)
    back: dict[str, list[str]] = defaultdict(list)
    for old, new in dict.fromkeys(pairs):
        onward[old].append(new)
        back[new].append(old)
    split = [Lineage(SPLIT, (old,), tuple(to)) for old, to in onward.items() if len(to) > 1]
    merged = [Lineage(MERGED, tuple(old), (to,)) for to, old in back.items() if len(old) > 1]
    return (*split, *merged)


def held_in(
    left: Sequence[Item], others: Sequence[Item], partner: Sequence[Item], forward: bool
) -> dict[str, tuple[Item, Link]]:
    """The items of ``left`` whose words stand in one of ``others``, by id, each with that one and
    the link from old to new; ``partner`` is what each of the others is matched with.

    ``forward`` says that what is left are old items, merged into ``others``.
    """
    index = Index([normalise(one.text) for one in others])
    found: dict[str, tuple[Item, Link]] = {}
    for item in left:
        words = shingles(normalise(item.text))
        if len(words) < _SHORTEST:
            continue
        for place in index.candidates(words):
            other = others[place]
            share = covered(words, index.sets[place])
            elsewhere = covered(words, shingles(normalise(partner[place].text)))
            if share < _HELD or elsewhere > share - _APART or differ(_told(item), _told(other)):
                continue
            old, new = (item, other) if forward else (other, item)
            part, to = _nearest(old, new)
            why = (phrase("source.link-held", share=round(100 * share)),)
            found[item.id] = (other, Link(old, part, new, to, round(share, 2), True, why))
            break
    return found


def _told(item: Item) -> Features:
    return features(item.text)


def _nearest(old: Item, new: Item) -> tuple[Part, Part]:
    """The parts of two items that have most words in common."""
    pairs = [(part, to) for part in old.parts for to in new.parts]
    return max(
        pairs,
        key=lambda pair: covered(
            shingles(normalise(pair[0].text)), shingles(normalise(pair[1].text))
        ),
    )
