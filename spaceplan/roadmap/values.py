"""One scalar or list of a plan file to its typed value.

Each reader takes the text as it stands and raises ``Wrong`` with what is wrong, what was expected
and, for a near miss, a suggestion. They are the same for a milestone's field, for both ends of a
history entry's ``[from, to]``, and for a value typed on the command line.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache

from spaceplan.errors import Phrase, Wrong, phrase
from spaceplan.roadmap import model
from spaceplan.roadmap.fiscal import MAX_YEAR, MIN_YEAR, cut, fold
from spaceplan.roadmap.nearest import nearest
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.times import UNKNOWN, Time

# Letters and digits of any script, and what codes are made with; digits alone name a topic.
_ID = r"(?!\d+\Z)[^\W_][\w.\-&+]*\Z"
_TAG = r"[^\s,、;\"']+\Z"
_CHART = r"[0-9A-Za-z\u2460-\u2473][0-9A-Za-z\u2460-\u2473.\-]*\Z"
_FINGERPRINT = r"t-[0-9a-f]{16}\Z"
_CHANGE = r"[0-9a-f]{8}\Z"
_UNKNOWN = ("unknown", "不明")
# Longer than any id or code: nobody meant one.
_LONGEST_ID = 40
# An id may begin with it.
_LONGEST_TOPIC = 30
_PART = r"([0-9]{1,4}) ?/ ?([0-9]{1,4})\Z"
_TIMES = r"(about )?([0-9]{1,3})\Z"


@cache
def _form(pattern: str) -> re.Pattern[str]:
    """Compiled when first used: a cached plan needs none, and most plans not all."""
    return re.compile(pattern)


def choice(text: str, options: tuple[str, ...], what: str) -> str:
    """One of a few words."""
    if text in options:
        return text
    raise Wrong(
        phrase("roadmap.unknown-word", what=what, text=text),
        phrase("roadmap.expected-words", words=options),
        nearest(text, options),
    )


def count(text: str) -> int:
    """A whole number from 1 to 9999."""
    if text.isascii() and text.isdecimal() and len(text) <= 4 and int(text) >= 1:
        return int(text)
    raise _wrong("count", text)


def topic(text: str) -> TopicName:
    """A topic's number, or a short code of its own, written as ids are: 7, 06C.02."""
    if text.isdecimal():
        return count(text)
    if len(text) <= _LONGEST_TOPIC and _form(_ID).match(text) and fold(text) == text:
        return text
    raise _wrong("topic-name", text)


def day(text: str) -> date:
    """A calendar day."""
    try:
        if len(text) != 10:
            raise ValueError
        value = date.fromisoformat(text)
    except ValueError:
        raise _wrong("day", text) from None
    _in_calendar(text, value)
    return value


def moment(text: str) -> datetime:
    """A point in time with its zone."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        value = None
    if value is None or value.tzinfo is None:
        raise _wrong("moment", text)
    _in_calendar(text, value)
    return value


def _in_calendar(text: str, day: date) -> None:
    """Nobody records in the year 1; and a day more or less would leave Python's calendar."""
    if not MIN_YEAR <= day.year <= MAX_YEAR:
        raise Wrong(phrase("roadmap.far-year", text=text, least=MIN_YEAR, most=MAX_YEAR))


@lru_cache(maxsize=4096)
def when(text: str) -> Time:
    """The date of a history entry: a day, a fiscal year where no more is known, or unknown."""
    if fold(text).casefold() in _UNKNOWN:
        return UNKNOWN
    try:
        value = read_time(text)
    except Wrong as error:
        raise _no_when(text, error.what.facts["reason"]) from None
    if value.end or value.open or value.about or value.start.unit not in ("day", "fy"):
        raise _no_when(text, phrase("roadmap.not-day-or-year"))
    return value


def _no_when(text: str, reason: Phrase) -> Wrong:
    return Wrong(
        phrase("roadmap.no-when", text=cut(text), reason=reason), phrase("roadmap.expected-when")
    )


def corrects(text: str) -> Time | str:
    """What an entry corrects: the id of a change; in older files the date that was wrong."""
    if _form(_CHANGE).match(text):
        return text
    try:
        return when(text)
    except Wrong:
        return text


def verdict(text: str) -> bool:
    """``true`` or ``false``: whether somebody else confirmed what was claimed."""
    return choice(text, ("true", "false"), "verified") == "true"


def times(text: str) -> model.Times:
    """How often a year: ``3`` or ``about 3``."""
    match = _form(_TIMES).match(text)
    if match is None or int(match[2]) == 0:
        raise _wrong("times", text)
    return model.Times(int(match[2]), bool(match[1]))


def part(text: str) -> str:
    """How much of several is delivered: ``1/2``, neither none nor all of them."""
    match = _form(_PART).match(fold(text))
    if match is None or not 0 < int(match[1]) < int(match[2]):
        raise _wrong("part", text)
    return f"{int(match[1])}/{int(match[2])}"


def identifier(text: str) -> str:
    """A milestone's id: 7-4, LDM-503-11a, A4369.9, 第2-1. Written as it is compared (NFKC)."""
    if len(text) <= _LONGEST_ID and _form(_ID).match(text) and fold(text) == text:
        return text
    raise _wrong("id", text)


def after(text: str) -> model.After:
    """What must have happened before, of which no more is said than its id."""
    return model.After(identifier(text))


def tag(text: str) -> str:
    """A free label: one word, so that lists of them need no quotes."""
    if len(text) <= _LONGEST_ID and _form(_TAG).match(text):
        return text
    raise _wrong("tag", text)


def chart(text: str) -> str:
    """A chart's number."""
    # Most are a number, which needs no pattern.
    number = text.isascii() and text.isalnum()
    if len(text) <= _LONGEST_ID and (number or _form(_CHART).match(text)):
        return text
    raise _wrong("chart", text)


def fingerprint(text: str) -> str:
    """A fingerprint of wording."""
    if _form(_FINGERPRINT).match(text):
        return text
    raise _wrong("fingerprint", text)


def _wrong(kind: str, text: str) -> Wrong:
    return Wrong(phrase(f"roadmap.no-{kind}", text=text), phrase(f"roadmap.expected-{kind}"))
