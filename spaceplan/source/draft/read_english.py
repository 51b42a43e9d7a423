"""From the words of an English item to what it commits to, by the rules of ``read_bullet``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spaceplan.frozen import dataclass
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.phrases import COMMITMENT, HORIZON, LOW, MEDIUM, RECURRING, START
from spaceplan.source.draft.proposals import Ground, Proposal, untimed
from spaceplan.source.draft.read_phrases import TimePhrase, find_english_phrases
from spaceplan.source.draft.time_words import Reference, yearly_from

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])")
_UNDER_WAY = re.compile(r"\b(?:continue|continuing|ongoing|maintain|sustain|keep)\b", re.IGNORECASE)
# What follows or begins, with a time of its own: "with the rest to follow".
_STEP = (
    r"[^.;,()]{2,100}?\s"
    r"(?:following|to\s+follow|starting|commencing|beginning|to\s+(?:start|begin))\b"
)
# What joins two actions: each has a verb of its own behind it.
_JOINT = re.compile(
    rf";\s+(?:and\s+)?|(?:\s*[,(]\s*|\s+)with\s+(?={_STEP})|"
    r",\s+(?:and|then|followed\s+by)\s+|\s+and(?:,[^,]{1,60},)?\s+(?:then\s+)?"
)
# "The hall in 2026, the pool in 2027": a thing alone and its time.
_THING = re.compile(
    r",\s+(?!(?:with|of|which|who|that|including|as|so|to|for|in|by|on|at|from|before|after|when|where|"
    r"if|once|until|but|subject|then|again|[a-z]+(?:ing|ed|ly))\b)"
    r"(?=[\w'’ -]{1,50}\s(?:by|in|on|no\slater\sthan)\s(?:the\s)?\Z)"
)
# A sentence that begins with what comes before its verb has no such thing behind its comma.
_LED = re.compile(
    r"\W*(?:after|as|at|based|before|between|building|by|during|following|for|from|given|having|if|in|no|"
    r"on|once|over|since|subject|through|to|under|until|upon|when|where|with)\b",
    re.IGNORECASE,
)
# An item that is the beginning of something: "Begin implementing the plans".
BEGINS = re.compile(
    r"\W*(?:[0-9A-Z]+(?:\.[0-9]+)*[.):]?\W+)?(?:begin(?:ning)?|start(?:ing)?|"
    r"commenc(?:e|ing)|initiat(?:e|ing)|kick(?:ing)?\s+off)\s",
    re.IGNORECASE,
)
# "Over winter 2026-27" is one season.
_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?20[0-9]{2}[-–/][0-9]{2}\b", re.I
)
_ENDS = re.compile(r"\b(?:to|through|until|and)\b|[0-9]\s*[-–—]\s*\S")
_BY = re.compile(r"(?:by|no(?:t)?\s+later\s+than|before|prior\s+to|until)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|next)\b[^.;]{0,40}$", re.IGNORECASE)
_AND_THEN = re.compile(r",?\s+and\s+(?:then\s+)?")
_ASIDE = re.compile(
    rf"\s\((?=[0-9]|of\s)|,\s+(?:of\s+which|for\s+[a-z]+(?:ing|ion)\b|with(?!{_STEP})|including)\b",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:to|for|in|at|with|across|on|from)\s(?!(?:by|in)\b)|"
    # "and the final standard by 2027": a thing alone.
    r"(?:the|an?|its|their|all|another|[0-9]+)\s(?![^.;]*\b(?:will|shall|must|should|is|are|has|have|to\s+be)\b)"
)
# A verb of its own right behind a time, and what parts a clause that has one.
_ACTS = re.compile(r",?\s+(?:[^,;.]{1,60}?\s)?(?:will|shall|must|(?:is|are)\s+to)\b")
# What is no verb or thing between an "and" and its time: "and again in 2029".
_NO_OWN = re.compile(r"(?:again|then|also|finally|no|not|in|by|on|[a-z]+ly)\b")
_CLAUSE = re.compile(
    r";\s|,?\s+(?:and|then)\s+(?:[^,;]{1,40}\s)?(?:will|shall|must)\s|,\s+(?:and|then)\s+(?!in\b|by\b|on\b)[a-z]"
)
# "Double the yearly intake by 2028": such a word behind an article is said of a thing.
_OF_A_THING = re.compile(r"\b(?:the|its|their|our|this|each)\s+$", re.IGNORECASE)
_RESPECTIVELY = re.compile(r",?\s+respectively\b", re.IGNORECASE)
_ONGOING = re.compile(
    r"(?:on-?going|continuous(?:ly)?|continuing|as needed|n/?a|recurring|"
    r"(?:随時|順次|適宜|常時|通年|逐次|継続的?)(?:に?(?:実施|対応|検討))?)\.?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    phrase: TimePhrase | None


def read_english(text: str, reference: Reference, intro: str = "") -> tuple[Proposal, ...]:
    """What an English item commits to: one proposal, or one for each part.

    ``intro`` is the sentence that introduces it; its time holds where the item has none.
    """
    words = re.sub(r"\s+", " ", text).strip()
    parts = [part for sentence in _SENTENCE.split(words) for part in _parts(sentence, reference)]
    every = find_english_phrases(words, reference)
    dated = [part for part in parts if part.phrase is not None]
    if not dated:
        lent = _lent(intro, reference)
        return (
            (untimed(words, every, _status(words)),)
            if lent is None
            else (_timed(words, lent, every),)
        )
    groups: dict[tuple[str, str], list[_Part]] = {}
    for part in dated:
        assert part.phrase is not None
        groups.setdefault((_kind(part.phrase), str(part.phrase.time)), []).append(part)
    if len(groups) == 1:
        phrase = dated[0].phrase
        assert phrase is not None
        return (_timed(words, phrase, every),)
    return tuple(
        _timed(" ".join(part.text for part in members), members[0].phrase, every)
        for members in groups.values()
        if members[0].phrase is not None
    )


def _parts(sentence: str, reference: Reference) -> list[_Part]:
    """The sentence, or its clauses where each has a time of its own."""
    phrases = find_english_phrases(sentence, reference)
    yearly = next((p for p in phrases if p.role == RECURRING), None)
    bound = [p for p in phrases if p.role in (COMMITMENT, START) and p.time is not None]
    if yearly and _OF_A_THING.search(sentence, 0, yearly.start):
        due = any(p.role == COMMITMENT and p.sure != LOW for p in bound)
        yearly = None if due else yearly
    if yearly is not None:
        first = next((p for p in bound if p.role == START), None)
        first = first or next((p for p in bound if _is_first(sentence, p, yearly)), None)
        if first is not None and first.time is not None:
            yearly = replace(yearly, time=yearly_from(first.time))
        bound = [p for p in bound if p is not first and p.sure != LOW]
        if yearly.time is None or first or not _apart(sentence, yearly, bound):
            return [_Part(sentence, yearly if yearly.time else None)]
        # "Revise it in 2027; in addition, report twice a year": what comes every year is a part.
        bound = sorted([*bound, yearly], key=lambda p: p.start)
    if len(bound) > 1 and _RESPECTIVELY.match(sentence, bound[-1].end):
        # "The north and the south by 2026 and 2027 respectively": to each its own, in one wording.
        first = bound[0]
        return [
            _Part(sentence, replace(p, role=first.role, why=first.why, sure=first.sure))
            for p in bound
        ]
    # What is for a year, beside what is due, is a thing of that year: "the quota for 2028".
    for weak in (_is_low, _is_for):
        bound = [p for p in bound if not weak(p)] or bound
    if not bound:
        return [_Part(sentence, None)]
    aside = _ASIDE.search(sentence, bound[0].end)
    if aside:
        # "By 2050, with a first cut by 2028": a step of what is to be.
        bound = [p for p in bound if p.start < aside.start()]
    cuts = [cut for one, after in pairwise(bound) if (cut := _cut(sentence, one, after))]
    bounds = [0, *cuts, len(sentence)]
    found: list[_Part] = []
    for start, end in pairwise(bounds):
        inside = [p for p in bound if start <= p.start < end]
        words = sentence[start:end].strip(" ,;")
        # "and to schools by 2027" has no verb: what is done stands before it.
        whole = start and _NO_VERB.match(words)
        found.append(_Part(sentence if whole else words, inside[-1] if inside else None))
    return found


def _is_first(sentence: str, phrase: TimePhrase, yearly: TimePhrase) -> bool:
    """Whether what recurs does so first then: "the first in 2027", "in 2027 and each year"."""
    joined = _AND_THEN.fullmatch(sentence, phrase.end, yearly.start)
    return joined is not None or _FIRST.search(sentence, 0, phrase.start) is not None


def _is_low(phrase: TimePhrase) -> bool:
    return phrase.sure == LOW


def _is_for(phrase: TimePhrase) -> bool:
    return phrase.words.lower().startswith("for ") and phrase.why == "in"


def _cut(sentence: str, one: TimePhrase, following: TimePhrase) -> int | None:
    """Where an action ends and another with a verb of its own begins, between two times or right
    before the second, "and in July will publish"."""
    joint = _JOINT.search(sentence, one.end, following.start)
    if joint is None:
        thing = _THING.search(sentence, one.end, following.start)
        return thing.end() if thing and not _LED.match(sentence) else None
    between = len(sentence[joint.end() : following.start].split())
    own = between > 2 or (between == 2 and not _NO_OWN.match(sentence, joint.end()))
    own = own or joint.group()[0] == ";"
    return joint.end() if own or _ACTS.match(sentence, following.end) else None


def _apart(sentence: str, yearly: TimePhrase, bound: Sequence[TimePhrase]) -> bool:
    """Whether what comes every year is told in a clause of its own, beside what is dated."""
    pairs = [(p, yearly) if p.start < yearly.start else (yearly, p) for p in bound]
    return bool(pairs) and all(
        _CLAUSE.search(sentence, one.end, after.start) and _cut(sentence, one, after)
        for one, after in pairs
    )


def _lent(intro: str, reference: Reference) -> TimePhrase | None:
    if not intro:
        return None
    bound = [
        p
        for p in find_english_phrases(intro, reference)
        if p.role in (COMMITMENT, START, RECURRING) and p.time is not None
    ]
    return replace(bound[-1], sure=MEDIUM, why="introduced") if bound else None


def _kind(phrase: TimePhrase) -> str:
    if phrase.role == RECURRING:
        return "recurring"
    if phrase.role == START:
        # "From 2027 to 2029" begins and ends; "from Q3 2027" begins.
        ended = phrase.time and phrase.time.end is not None
        return "window" if ended and has_ends(phrase.named) else "start"
    by = phrase.why == "by" or _BY.match(phrase.words)
    return "window" if phrase.time and phrase.time.end is not None and not by else "deadline"


def _timed(text: str, phrase: TimePhrase | None, every: Sequence[TimePhrase]) -> Proposal:
    assert phrase is not None
    kind = _kind(phrase)
    time = phrase.time
    if kind == "deadline" and time is not None and time.end is not None:
        # By a quarter, a season or a decade: it is due at its end.
        time = Time(time.end, about=time.about)
    horizon = next((p.time for p in every if p.role == HORIZON and p.time), None)
    return Proposal(
        kind,
        time,
        horizon,
        phrase.times if kind == "recurring" else None,
        {"start": "planned", "recurring": "active"}.get(kind) or _status(text),
        text,
        phrase.words,
        phrase.sure,
        (Ground(phrase.words, phrase.why),),
    )


def has_ends(words: str) -> bool:
    """Whether a time is told by its two ends, and is not one season or quarter."""
    return _ENDS.search(_SEASON.sub("", words)) is not None


def _status(text: str) -> str:
    return "active" if _UNDER_WAY.search(text) else "planned"


def is_ongoing(cell: str) -> bool:
    """Whether a cell of times says that there is none: ongoing, as needed."""
    return _ONGOING.match(cell.strip()) is not None
