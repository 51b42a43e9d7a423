"""The stretches of an item that can hold commitments of their own: sentences and clauses."""

from __future__ import annotations

import re

from spaceplan.frozen import dataclass

_OPENING = frozenset("([「『【〔〈《")
_CLOSING = frozenset(")]」』】〕〉》")
# After a verb these join two actions; after a noun (民間とともに) they mean its company.
_JOINT = re.compile("(?<=[るうくすつむぶぐぬ])(?:とともに|と共に|と同時に|ほか|一方で)、?")
_BEHIND = re.compile(
    r"[(\[【〔〈《](?:[^()\[\]【】〔〕〈〉《》。]|\([^()。]{1,20}\)){1,200}[)\]】〕〉》](?=$|[^、はがのをに])"
)
# A sentence that begins so tells more of the one before it.
_LEANING = re.compile("(?:これ|それ|その|この|当該|なお|ただし|こうした|そのため|具体的に|特に)")

# What stands between the times of a list: 「に5万ha、」, 「の打上げ、」, 「、2号機を」.
_LISTED = re.compile(
    "の[^、。をが]{1,30}(?:、|及び|並びに)|"
    "(?:まで|末)?に?[^、。]{1,30}(?<=[一-龯ァ-ヴーA-Za-z0-9%)」])(?:、|及び|並びに)"
    "|(?:(?:まで)?に)?、[^、。]{1,20}[をはが]"
)
# How much of one thing, which are steps: 「2030年に5万ha、2050年に100万ha」.
_AMOUNT = re.compile("(?:まで)?に?(?:約|最大|概ね|おおむね|計|全国で?)?[0-9]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch ``start`` to ``end`` of a normalised text. ``sentence`` counts from 0;
    ``leaning`` says that it only tells more of the sentence before."""

    start: int
    end: int
    sentence: int
    leaning: bool


def _after_brackets(text: str, end: int) -> int:
    """Where a sentence ends, with the bracket behind its stop: 「…する。(内閣府等)」."""
    match = _BEHIND.match(text, end)
    return match.end() if match else end


def split_segments(text: str) -> tuple[Segment, ...]:
    """Sentences, cut again where 〜するとともに and the like join two actions.

    What stands in brackets or quotes is not cut.
    """
    found: list[Segment] = []
    start = sentence = depth = 0
    leaning = False
    joints = {match.start(): match.end() for match in _JOINT.finditer(text)}
    for index, character in enumerate(text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        if depth or index < start:
            continue
        cut = _after_brackets(text, index + 1) if character == "。" else joints.get(index)
        if cut is None:
            continue
        found.append(Segment(start, cut, sentence, leaning))
        start = cut
        if character == "。":
            sentence += 1
            leaning = _LEANING.match(text, start) is not None
    if start < len(text):
        found.append(Segment(start, len(text), sentence, leaning))
    return tuple(found)


def is_listed(between: str) -> bool:
    """Whether this stands between two times of a list, which one verb follows."""
    return _LISTED.fullmatch(between) is not None


def is_amount(between: str) -> bool:
    """Whether what stands behind a time is only how much there is to be by it."""
    return _AMOUNT.match(between) is not None
