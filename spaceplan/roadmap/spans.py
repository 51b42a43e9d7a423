"""Lengths of time: read, counted between two days in months, added to a day, and written."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from spaceplan.errors import Wrong, phrase
from spaceplan.roadmap.fiscal import cut, fold, fold_numerals

ONE_DAY = timedelta(days=1)
_LONGEST = 200
# Of many milestones most are counted from, or to, the same few days.
_OFTEN = 1000
_LONGEST_WITHIN = {"d": 73_000, "w": 10_400, "m": 2_400, "y": 200}


def add_months(day: date, n: int) -> date:
    """`day` moved by `n` calendar months (also negative): 31 January and one is 28 February.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    # Imported where months are counted: most questions count none.
    from dateutil.relativedelta import relativedelta

    moved: date = day + relativedelta(months=n)
    return moved


@lru_cache(_OFTEN)
def months_between(earlier: date, later: date) -> tuple[int, int, int]:
    """Whole calendar years, months and days from the day after `earlier` to the day after `later`.

    So from month end to month end it is whole months. Raises ValueError if `earlier` is the later.
    """
    from dateutil.relativedelta import relativedelta

    if later < earlier:
        raise ValueError(f"{earlier} is later than {later}")
    span = relativedelta(later + ONE_DAY, earlier + ONE_DAY)
    return span.years, span.months, span.days


def format_span(earlier: date, later: date, lang: str) -> str:
    """How long from `earlier` to `later`: `5 years 7 months`, `12 days` under a month; 5年7か月.

    Raises ValueError if `earlier` is the later.
    """
    years, months, days = months_between(earlier, later)
    if lang == "ja":
        text = (f"{years}年" if years else "") + (f"{months}か月" if months else "")
        return text or f"{days}日"
    parts = [_count(n, word) for n, word in ((years, "year"), (months, "month")) if n]
    return " ".join(parts) or _count(days, "day")


@lru_cache(maxsize=16)  # the plan's own are asked of every milestone
def read_within(text: str) -> tuple[str, int]:
    """Unit (d, w, m or y) and number of a length of time: 90d, 2w, 6m, 1y, 90日, 6か月, 1年.

    At most 200 years. Raises Wrong.
    """
    if len(text) > _LONGEST:
        raise _wrong(text, "too-long", count=_LONGEST)
    folded = fold_numerals(fold(text))
    found = _within_form().fullmatch(folded)
    if not found:
        raise _wrong(text, *_why_no_length(folded))
    unit = str(found.lastgroup)
    number = int(found[1])
    if number > _LONGEST_WITHIN[unit]:
        raise _wrong(text, "span-too-long")
    return unit, number


@lru_cache(_OFTEN)
def until(start: date, within: str) -> date:
    """The day that lies the length of time `within` (as in `read_within`) after `start`.

    Raises Wrong, also where that day lies beyond the year 9999.
    """
    unit, number = read_within(within)
    try:
        if unit in ("m", "y"):
            return add_months(start, number * (12 if unit == "y" else 1))
        return start + timedelta(days=number * (7 if unit == "w" else 1))
    except (ValueError, OverflowError):
        raise _wrong(within, "beyond-calendar", start=str(start)) from None


# The least and the most days of a unit.
_DAYS = {"d": (1, 1), "w": (7, 7), "m": (28, 31), "y": (365, 366)}


def is_past(start: date, within: str, day: date) -> bool:
    """Whether `day` lies after `until(start, within)`; months are counted only where it matters.

    Raises Wrong.
    """
    unit, number = read_within(within)
    (least, most), days = _DAYS[unit], (day - start).days
    if number * least < days <= number * most:
        return until(start, within) < day
    return days > number * most


def _count(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _wrong(text: str, reason: str, near: str = "", **facts: Any) -> Wrong:
    why = phrase(f"roadmap.{reason}", **facts)
    return Wrong(
        phrase("roadmap.no-span", text=cut(text), reason=why),
        phrase("roadmap.expected-span"),
        near,
    )


def _why_no_length(folded: str) -> tuple[str, str]:
    if not folded:
        return "empty", ""
    if re.fullmatch("[0-9]+", folded):
        return "unit-missing", f"{folded}d"
    if folded.startswith("-"):
        return "negative", ""
    if re.fullmatch("[0-9]{1,2}月", folded):
        return "name-of-month", f"{folded[:-1]}か月"
    return "unreadable", ""


@cache
def _within_form() -> re.Pattern[str]:
    return re.compile(
        "([0-9]{1,9})(?:(?P<d>d|days?|日間?)|(?P<w>w|weeks?|週間?)"
        "|(?P<m>m|months?|[かカヵヶケ箇]月間?)|(?P<y>y|years?|年間?))",
        re.IGNORECASE | re.ASCII,
    )
