"""One scalar or list of a plan file to its typed value.

Each reader takes the text as it stands and raises ``Wrong`` with what is wrong, what was expected
and, for a near miss, a suggestion. They are the same for a milestone's field, for both ends of a
history entry's ``[from, to]``, and for a value typed on the command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from spaceplan.roadmap import model
from spaceplan.roadmap.times import Time, TimeError, read_time

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_]*(?:-[0-9A-Za-z_]+)+\Z")
_CHART = re.compile(r"[0-9A-Za-z\u2460-\u2473][0-9A-Za-z\u2460-\u2473.\-]*\Z")
_FINGERPRINT = re.compile(r"t-[0-9a-f]{16}\Z")
# Longer than any id or code: nobody meant one.
_LONGEST_ID = 40
_LONGEST_SLIP = 80
_TIMES = re.compile(r"(about )?([0-9]{1,3})\Z")


class Wrong(ValueError):
    """A value that cannot be read."""

    def __init__(self, what: str, expected: str, fix: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.expected = expected
        self.fix = fix


def nearest(text: str, options: Iterable[str]) -> str:
    """The option most like ``text``, or "" where none is near."""
    from difflib import get_close_matches

    if len(text) > _LONGEST_SLIP:
        return ""
    by_fold = {option.casefold(): option for option in options}
    found = get_close_matches(text.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def choice(text: str, options: tuple[str, ...], what: str) -> str:
    """One of a few words."""
    if text in options:
        return text
    raise Wrong(
        f"{what} {text!r} is not known", f"expected {', '.join(options)}", nearest(text, options)
    )


def count(text: str) -> int:
    """A whole number from 1 to 9999."""
    if text.isascii() and text.isdecimal() and len(text) <= 4 and int(text) >= 1:
        return int(text)
    raise Wrong(f"{text!r} is no whole number from 1", "expected 1, 2, 3 …")


def day(text: str) -> date:
    """A calendar day."""
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"{text!r} is no day", "expected YYYY-MM-DD, a day that exists") from None


def moment(text: str) -> datetime:
    """A point in time with its zone."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        value = None
    if value is None or value.tzinfo is None:
        raise Wrong(
            f"{text!r} is no moment with its zone", "expected for example 2026-11-23T09:00:12+09:00"
        )
    return value


def time(text: str) -> Time:
    """A time in the one grammar of plans and command lines."""
    try:
        return read_time(text)
    except TimeError as error:
        raise Wrong(error.what, error.expected, error.suggestion) from None


@lru_cache(maxsize=4096)
def when(text: str) -> Time:
    """The date of a history entry: a day, or a fiscal year where no more is known."""
    try:
        value = read_time(text)
    except TimeError as error:
        raise Wrong(error.what, error.expected, error.suggestion) from None
    if value.end or value.open or value.about or value.start.unit not in ("day", "fy"):
        raise Wrong(f"{text!r} is not a day or a fiscal year", "expected 2023-03-07 or FY2022")
    return value


def times(text: str) -> model.Times:
    """How often a year: ``3`` or ``about 3``."""
    match = _TIMES.match(text)
    if match is None or int(match[2]) == 0:
        raise Wrong(f"{text!r} is no number of times a year", "expected 3 or about 3")
    return model.Times(int(match[2]), bool(match[1]))


def identifier(text: str) -> str:
    """A milestone's id."""
    if len(text) <= _LONGEST_ID and _ID.match(text):
        return text
    raise Wrong(f"{text!r} is no milestone id", "expected TOPIC-BULLET, for example 7-4 or 7-4b")


def chart(text: str) -> str:
    """A chart's number."""
    if len(text) <= _LONGEST_ID and _CHART.match(text):
        return text
    raise Wrong(f"{text!r} is no chart number", "expected for example 17")


def fingerprint(text: str) -> str:
    """A fingerprint of wording."""
    if _FINGERPRINT.match(text):
        return text
    raise Wrong(f"{text!r} is no fingerprint", "expected t- and 16 hexadecimal digits")
