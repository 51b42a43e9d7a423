"""Fiscal years: what they are called, and which days they hold.

A fiscal year is a number, and a rule says which days it means. Japan's runs from 1 April to
31 March and is named by the calendar year in which it starts.
"""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from typing import Any

from spaceplan.errors import Wrong, phrase
from spaceplan.frozen import dataclass

MIN_YEAR = 1900
MAX_YEAR = 2200
MAX_RANGE = 200
"""The most fiscal years that one range of `read_fiscal_years` may span."""

ERAS = (("令和", "R", 2019), ("平成", "H", 1989), ("昭和", "S", 1926))
"""Era name, its letter and its first calendar year, latest first."""

ERA_PATTERN = "令和|平成|昭和|[RHS]"
ERA_YEAR_PATTERN = "[0-9]{1,3}|元"

_LONGEST = 1000
_SHOWN = 40
_WAVES = str.maketrans({"\u301c": "~", "\u223c": "~"})
_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


@dataclass(frozen=True, slots=True)
class FiscalRule:
    """When a fiscal year starts (`starts`, a month 1..12, on its first day) and its name.

    It is `named_by` the calendar year of its "start" or of its "end"; where it starts in January
    both are the calendar year. Raises ValueError for another month or another word.
    """

    starts: int = 4
    named_by: str = "start"

    def __post_init__(self) -> None:
        if not 1 <= self.starts <= 12:
            raise ValueError(f"a fiscal year starts in a month from 1 to 12, not {self.starts}")
        if self.named_by not in ("start", "end"):
            raise ValueError(f"a fiscal year is named by start or end, not {self.named_by!r}")

    def year_of(self, day: date) -> int:
        """The fiscal year that holds `day`."""
        begun = day.year if day.month >= self.starts else day.year - 1
        return begun + self._name_offset()

    def first_day(self, year: int) -> date:
        """The first day of fiscal `year`."""
        return self._month_start(year, 0)

    def last_day(self, year: int) -> date:
        """The last day of fiscal `year`."""
        return self._month_start(year, 12) - timedelta(days=1)

    def half(self, year: int, n: int) -> tuple[date, date]:
        """First and last day of half `n` (1..2) of fiscal `year`."""
        return self._part(year, n, 6)

    def quarter(self, year: int, n: int) -> tuple[date, date]:
        """First and last day of quarter `n` (1..4) of fiscal `year`."""
        return self._part(year, n, 3)

    def _part(self, year: int, n: int, months: int) -> tuple[date, date]:
        if not 1 <= n <= 12 // months:
            raise ValueError(f"part {n} of {12 // months} in a fiscal year")
        first = self._month_start(year, (n - 1) * months)
        return first, self._month_start(year, n * months) - timedelta(days=1)

    def _month_start(self, year: int, months: int) -> date:
        """The first day of the month that begins `months` after fiscal `year` does."""
        years, month = divmod(self.starts - 1 + months, 12)
        return date(year - self._name_offset() + years, month + 1, 1)

    def _name_offset(self) -> int:
        """How far the name lies after the calendar year of the first day (0 or 1)."""
        return int(self.named_by == "end" and self.starts != 1)


def fold(text: str) -> str:
    """`text` as the readers compare it: NFKC, no white space at all, every wave dash a `~`.

    White space goes even between digits, because text out of a PDF has it there.
    """
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_WAVES)


def fold_numerals(folded: str) -> str:
    """Kanji numerals of `folded` as digits: 二〇二一 and 二千二十一 are 2021, 二十九 is 29.

    A run that is no number is left as it is.
    """
    if folded.isascii():
        return folded
    return _numerals().sub(lambda run: _numeral(run[0]), folded)


def fold_double_names(folded: str) -> str:
    """A year named twice, named once: 2019年度(令和元年度) and 2019(令和元)年度 are 2019年度.

    Where the two names differ the text is left as it is, and no reader accepts it.
    """

    def once(names: re.Match[str]) -> str:
        same = _western(names["a"]) == _western(names["b"]) and names["ua"] == names["ub"]
        return names["a"] + (names["ua"] or "") if same else names[0]

    return _double_names().sub(once, folded) if "(" in folded else folded


def western_year(era: str, number: str) -> int | None:
    """The calendar year in which year `number` (digits or 元) of `era` (name or letter) falls.

    An era may be counted on past its end, as documents older than the next one do (H32 is 2020).
    None for a year 0 and for an unknown era.
    """
    count = 1 if number == "元" else int(number)
    for name, letter, first in ERAS:
        if era.upper() in (name, letter):
            return first + count - 1 if count else None
    return None


def era_of_year(year: int) -> str | None:
    """The era year in which calendar or fiscal `year` is named: 令和3, 令和元; None before 1926.

    The year of a change takes the new era's name, as fiscal 2019 is 令和元年度.
    """
    for name, _, first in ERAS:
        if year >= first:
            return name + ("元" if year == first else str(year - first + 1))
    return None


def format_fiscal_year(year: int, lang: str) -> str:
    """`FY2021`, or for `lang` "ja" `2021年度（令和3年度）`, without the era before 1926."""
    if lang != "ja":
        return f"FY{year}"
    era = era_of_year(year)
    return f"{year}年度（{era}年度）" if era else f"{year}年度"


def read_fiscal_year(text: str) -> int:
    """The fiscal year that `text` names: 2021, FY2021, 2021年度, R3, 令和3年度, 平成29年度 …

    Raises Wrong, also for a date, for a calendar year (2021年) and for a year outside 1900 to
    2200.
    """
    folded = _folded(text)
    # What is written most needs no pattern.
    plain = len(folded) == 4 and folded.isascii() and folded.isdigit()
    found = None if plain else _fiscal_form().fullmatch(folded)
    year = int(folded) if plain else _western(found["year"]) if found else None
    if year is None or not MIN_YEAR <= year <= MAX_YEAR:
        raise _wrong(text, *_why_not(folded))
    return year


def read_fiscal_years(text: str) -> tuple[int, ...]:
    """The fiscal years of a list of years and ranges, ascending, each once.

    Items are separated by commas; a range is `2019..2021`, `R1〜R3`, `R1〜3` or `2019-2021`.
    Raises Wrong for what is none, a reversed range, one without an end and one of more than 200
    years.
    """
    years: set[int] = set()
    for item in _folded(text).replace("、", ",").split(","):
        first, last = _read_range(text, item)
        if last < first:
            raise _wrong(text, "backwards", first=first, last=last)
        if last - first >= MAX_RANGE:
            raise _wrong(text, "range-too-long", count=MAX_RANGE)
        years.update(range(first, last + 1))
    return tuple(sorted(years))


def cut(text: str) -> str:
    """`text` for a message that quotes it: short."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def inherit_era(first: str, last: str) -> str:
    """The end of a folded range, with the era of its beginning where it has none: 令和元~3年度."""
    era = _era_start().match(first)
    return era["era"] + last if era and _short_year().match(last) else last


def _read_range(text: str, item: str) -> tuple[int, int]:
    if not item:
        raise _wrong(text, "year-missing" if text.strip() else "empty")
    for mark in ("..", "~", "-"):
        first, found, last = item.partition(mark)
        # A hyphen is a range only between whole years: 2021-04-01 is a date.
        if not found or (mark == "-" and not _hyphen_range().fullmatch(item)):
            continue
        if not first or not last:
            raise _wrong(text, "range-half")
        return read_fiscal_year(first), read_fiscal_year(inherit_era(first, last))
    year = read_fiscal_year(item)
    return year, year


def _folded(text: str) -> str:
    if len(text) > _LONGEST:
        raise _wrong(text, "too-long", count=_LONGEST)
    return fold_double_names(fold_numerals(fold(text)))


def _western(name: str) -> int | None:
    """The year of a folded western or era year without its 年."""
    if name.isdigit():
        return int(name)
    found = _era_form().fullmatch(name)
    return western_year(found["era"], found["n"]) if found else None


def _numeral(run: str) -> str:
    if all(c in _DIGITS for c in run):
        return "".join(_DIGITS[c] for c in run)
    found = _counted().fullmatch(run)
    if not found:
        return run
    value = int(_DIGITS.get(found["ones"], "0"))
    for name, worth in (("tens", 10), ("hundreds", 100), ("thousands", 1000)):
        if found[name]:
            value += worth * int(_DIGITS.get(found[name][:-1], "1"))
    return str(value)


def _wrong(text: str, reason: str, near: str = "", **facts: Any) -> Wrong:
    why = phrase(f"roadmap.{reason}", **facts)
    return Wrong(
        phrase("roadmap.no-fiscal-year", text=cut(text), reason=why),
        phrase("roadmap.expected-fiscal-year", least=MIN_YEAR, most=MAX_YEAR),
        near,
    )


def _why_not(folded: str) -> tuple[str, str]:
    """Why a folded text that was refused is no fiscal year, and what was likely meant, or ""."""
    if not folded:
        return "empty", ""
    if found := re.fullmatch(f"([0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN}))年", folded):
        return "calendar-year", f"{found[1]}年度"
    if re.match("[0-9]{4}[-/.][0-9]", folded) or "月" in folded:
        return "date-or-month", ""
    if re.fullmatch("(?:FY)?'?[0-9]{1,2}(?:年度)?", folded, re.IGNORECASE):
        return "short-era-year", ""
    if _double_names().search(folded):
        return "two-names", ""
    if re.match(f"(?:{ERA_PATTERN})0+(?:年|$)", folded, re.IGNORECASE):
        return "era-begins", ""
    if _fiscal_form().fullmatch(folded):
        return "out-of-range", ""
    return "unreadable", ""


# Patterns are compiled when first used: most commands need none of them. ASCII, so that only
# the letters themselves are matched in either case.


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile("[〇零○一二三四五六七八九十百千]+")


@cache
def _counted() -> re.Pattern[str]:
    digit = "[二三四五六七八九]"
    return re.compile(
        f"(?P<thousands>(?:一|{digit})?千)?(?P<hundreds>{digit}?百)?(?P<tens>{digit}?十)?"
        f"(?P<ones>一|{digit})?"
    )


@cache
def _era_form() -> re.Pattern[str]:
    return re.compile(
        f"(?P<era>{ERA_PATTERN})(?P<n>{ERA_YEAR_PATTERN})(?:年度?)?", re.IGNORECASE | re.ASCII
    )


@cache
def _fiscal_form() -> re.Pattern[str]:
    return re.compile(
        f"(?:(?:FY)?(?=[0-9])|(?!FY))(?P<year>[0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN}))"
        "(?:年度)?",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _double_names() -> re.Pattern[str]:
    year = f"[0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN})"
    return re.compile(
        rf"(?P<a>{year})(?P<ua>年度?)?\((?P<b>{year})(?P<ub>年度?)?\)", re.IGNORECASE | re.ASCII
    )


@cache
def _hyphen_range() -> re.Pattern[str]:
    year = f"(?:FY)?(?:[0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN}))(?:年度)?"
    return re.compile(f"{year}-{year}", re.IGNORECASE | re.ASCII)


@cache
def _era_start() -> re.Pattern[str]:
    return re.compile(f"(?P<era>{ERA_PATTERN})(?:{ERA_YEAR_PATTERN})", re.IGNORECASE | re.ASCII)


@cache
def _short_year() -> re.Pattern[str]:
    return re.compile("[0-9]{1,3}(?:年|$)")
