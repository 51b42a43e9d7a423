"""What the times of a text mean: each with its role, by the table in ``phrases``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.phrases import (
    HIGH,
    MEDIUM,
    NAME,
    NOT_BEFORE,
    PAST,
    RECURRING,
    Role,
)
from spaceplan.source.draft.roles import ROLES
from spaceplan.source.draft.time_words import Reference, TimeWord, find_times

# How far a role's words may stand from its time, in characters.
_BEFORE = 80
_AFTER = 160


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase: its place in the normalised text, its words, the time and its role.

    ``words`` are those that decided; ``time`` is None where it cannot be known without a date
    that the document does not give. ``sure`` is high, medium or low; ``why`` names
    a half-sentence (``source.why-WHY``).
    """

    start: int
    end: int
    words: str
    time: Time | None
    role: str
    why: str
    sure: str
    times: Times | None = None


def find_phrases(text: str, reference: Reference) -> tuple[TimePhrase, ...]:
    """Every time phrase of the normalised ``text``, in order."""
    return tuple(_judge(text, word, reference) for word in find_times(text, reference))


def _judge(text: str, word: TimeWord, reference: Reference) -> TimePhrase:
    if word.recurring:
        return _phrase(word, RECURRING, "every-year", word.times)
    if word.after_event and not (word.time and _by_then(text, word)):
        why = "from-event" if word.time else "from-undated-event"
        return _phrase(word, NOT_BEFORE, why)
    role, (start, end) = row_of(text, word, reference)
    time = replace(word.time, about=True) if role.about and word.time else word.time
    words = text[start:end]
    phrase = TimePhrase(word.start, word.end, words, time, role.role, role.why, role.sure)
    if word.time and role.role not in (PAST, NAME) and reference.is_past(word.time):
        return replace(phrase, role=PAST, why="had-ended", sure=MEDIUM)
    return phrase


def row_of(text: str, word: TimeWord, reference: Reference) -> tuple[Role, tuple[int, int]]:
    """The row of the table that decides of a time, and the span of the words that it fits."""
    for role, pattern in _compiled():
        match = _match(pattern, text, word)
        if match is not None and _possible(role, word, reference):
            return role, match
    raise AssertionError("the last row of the table fits everything")


def _phrase(word: TimeWord, role: str, why: str, times: Times | None = None) -> TimePhrase:
    return TimePhrase(word.start, word.end, word.text, word.time, role, why, HIGH, times)


def _by_then(text: str, word: TimeWord) -> bool:
    """Whether a length after an event is when something is due (3年以内に, 3年を目途に), and not
    only what has to pass first (5年を経過した段階で)."""
    about = word.time is not None and word.time.about
    return about or word.text.endswith("以内") or text.startswith(("までに", "に"), word.end)


def _possible(role: Role, word: TimeWord, reference: Reference) -> bool:
    """What lies ahead of the document cannot have been done."""
    return not (role.role == PAST and word.time and reference.is_future(word.time))


def _match(
    pattern: tuple[re.Pattern[str] | None, re.Pattern[str]], text: str, word: TimeWord
) -> tuple[int, int] | None:
    """The span of the words that fit around a time."""
    before, after = pattern
    start = word.start
    if before is not None:
        head = before.search(text, max(0, word.start - _BEFORE), word.start)
        if head is None:
            return None
        start = head.start()
    tail = after.match(text, word.end, min(len(text), word.end + _AFTER))
    # A time's own まで or 中 may be the word that a row looks for.
    if tail is None and (until := _own_tail(word)):
        tail = after.match(text, word.end - until)
    return None if tail is None else (start, max(tail.end(), word.end))


def _own_tail(word: TimeWord) -> int:
    """Length of the まで… inside a time's word for about (末頃までを目途)."""
    position = word.text.find("まで")
    whole = position <= 0 or word.text.startswith("までの", position)
    return 0 if whole else len(word.text) - position


@cache
def _compiled() -> tuple[tuple[Role, tuple[re.Pattern[str] | None, re.Pattern[str]]], ...]:
    return tuple((role, _around(part)) for role in ROLES for part in _alternatives(role.pattern))


def _alternatives(pattern: str) -> list[str]:
    """A row may name two places of the time: ``(?:A<T>B|<T>C)``."""
    if pattern.count("<T>") == 1:
        return [pattern]
    inner = pattern.removeprefix("(?:").removesuffix(")")
    first, second = inner.split("|<T>", 1)
    return [first, "<T>" + second]


def _around(pattern: str) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
    before, after = pattern.split("<T>")
    return (re.compile(f"(?:{before})$") if before else None), re.compile(after)
