"""Which reported results tell of which items, whether they tell of its end, and when it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.times import Time
from spaceplan.source.compare.item import Item, Part
from spaceplan.source.compare.names import Features, Weights, differ, features
from spaceplan.source.compare.weaker import NUMBERS, fewer, verb_of
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.time_words import Reference, find_times
from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.tense import DECIDED, FORETOLD, TO_DO, tense
from spaceplan.source.read.text import is_latin, normalise

# So much tells of an item by itself; less does where nothing else is nearly as near.
_SURE, _PERHAPS, _APART = 0.3, 0.12, 1.4
# Where results of the same heading tell of items of the same topic.
_TOPIC = 0.05
_NOT = re.compile(
    "なかった|[てで](?:いない|おらず)|とどま(?:った|っている)|失敗|遅れ|遅延|延期|中止|見送|未達|"
    r"\b(?:did not|could not|was not|were not|has not|have not|failed|failure|delayed|postponed|"
    r"cancelled|fell short|behind schedule|no longer)\b"
)
_PART = re.compile(
    "部分|一部(?!改正|を改正)|先行的|に必要な|試作|契約|途中|中間|"
    "(?:試験|検討|調査|調整|準備|研究|協議|設計|議論)を(?=(?:着実に)?(?:行っ|実施し))|"
    r"\b(?:prototype|partial|partly|so far|some of|interim|half of|contract|"
    rf"(?:[0-9]+|{'|'.join(NUMBERS)}) of (?:the|all) )",
    re.IGNORECASE,
)
# A share of what was to be all.
_ALL, _SHARE = re.compile("全て|すべて|全国"), re.compile("[0-9]割|(?<!10)[0-9]%")
# Work went on: nothing is said of its end.
_WENT_ON = re.compile("(?:進め|推進し|取り組ん|努め|図っ|準備し|調整し|検討し)(?:た|ている)。?$")
# What merely goes on is not over because something was done.
_GOES_ON = re.compile("継続|維持|推進|促進|図る|努め|引き続き")
_GOES_ON_LATIN = frozenset(("continue", "maintain", "promote", "keep", "support", "encourage"))
_LAST_WORDS = 12
_VERB = re.compile("[一-龯]{2}(?=す|し|を|の|に)")


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
    """What a result says, with the row of which it reports."""
    about = result.cells.get("name", "")
    return result.text if not about or about in result.text else f"{about} {result.text}"


def match_results(
    items: Sequence[Item], results: Sequence[Bullet], reference: Reference | None = None
) -> tuple[Told, ...]:
    """Which reported results tell of which items: at most one part of one item for a result."""
    parts = [(item, part, features(part.context)) for item in items for part in item.parts]
    told = [features(_told(result)) for result in results]
    weights = Weights([*(one for _, _, one in parts), *told])
    near = [
        sorted(
            (
                (weights.alike(mine, one) + 0.1 * weights.alike(features(part.text), one), at)
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
            day = _day(part, result.text, reference or Reference())
            met = _met(part, result)
            found.append(Told(item.id, result, round(min(share, 1.0), 2), letter, met, day))
    return tuple(found)


def _met(part: Part, result: Bullet) -> bool:
    """Whether a result tells of the end of a part, and not of a step or a failure."""
    text = result.text if is_latin(result.text) else normalise(result.text)
    if tense(result.text) in (TO_DO, FORETOLD, DECIDED) or _NOT.search(text):
        return False
    if _WENT_ON.search(text):
        return False
    partial = _PART.search(text)
    aim = normalise(part.text)
    # To demonstrate is to test.
    if partial and partial.group() not in aim.replace("実証", "実証試験を"):
        return False
    if _ALL.search(aim) and _SHARE.search(text):
        return False
    if not part.reading[1] and _goes_on(part.text):
        return False
    return not fewer(part.text, result.text)


def _goes_on(text: str) -> bool:
    if is_latin(text):
        return verb_of(text) in _GOES_ON_LATIN
    return bool(_GOES_ON.search(text[-_LAST_WORDS:]))


def _day(part: Part, text: str, reference: Reference) -> Time | None:
    """The one time that a result names, or None; of several the one that was promised, or the one
    before what was promised. What did not come about has none."""
    latin = is_latin(text)
    plain = text if latin else normalise(text)
    if _NOT.search(plain):
        return None
    found = (find_english_times if latin else find_times)(plain, reference)
    times = {str(word.time): word for word in found if word.time is not None}
    if len(times) == 1:
        return next(iter(times.values())).time
    promised = times.get(part.reading[1])
    verb = "" if latin else (_VERB.findall(normalise(part.text)[-_LAST_WORDS:]) or [""])[-1]
    done = (word for word in times.values() if verb and verb in plain[word.end :].split("、")[0])
    one = promised or next(done, None)
    return one.time if one else None
