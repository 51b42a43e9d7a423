"""Days and periods as people ask for them: what ``read_times`` reads, and what today gives sense.

today  yesterday  明日              a day
this week  next month  前年度        a period
Q3  W47  2026-W47                  of this fiscal or calendar year
"""

import re
from datetime import date, timedelta
from functools import cache

from spaceplan.errors import Phrase, Wrong, phrase
from spaceplan.roadmap.fiscal import FiscalRule, cut, fold, fold_numerals
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.spans import add_months
from spaceplan.roadmap.times import Point, Time
from spaceplan.roadmap.values import when

_ONE_DAY = timedelta(days=1)
_DAYS = {
    **dict.fromkeys(("yesterday", "昨日", "前日"), -1),
    **dict.fromkeys(("today", "今日", "本日"), 0),
    **dict.fromkeys(("tomorrow", "明日", "翌日"), 1),
}
_SHIFTS = {
    **dict.fromkeys(("last", "previous", "先", "前", "昨", "去"), -1),
    **dict.fromkeys(("this", "current", "今", "当", "本"), 0),
    **dict.fromkeys(("next", "来", "次", "翌"), 1),
}
_UNITS = {
    **dict.fromkeys(("week", "週"), "week"),
    **dict.fromkeys(("month", "月"), "month"),
    **dict.fromkeys(("quarter", "Q", "q"), "fy_quarter"),
    **dict.fromkeys(("half", "半期"), "fy_half"),
    **dict.fromkeys(("fiscalyear", "fy", "年度"), "fy"),
    **dict.fromkeys(("year", "年"), "year"),
}


def read_day(text: str, today: date | None) -> date:
    """The day that a text means. Raises Wrong for anything less sharp than a day.

    Without ``today`` no day is named by it.
    """
    shift = _DAYS.get(fold(text).casefold())
    if shift is not None and today is not None:
        return today + shift * _ONE_DAY
    time = _read(text, "day")
    if not _is_day(time):
        raise _wrong("day", text, phrase("roadmap.not-one-day"))
    point = time.start
    return date(point.year, point.number, point.day)


def read_when(text: str, today: date) -> Time:
    """When something became true: a day, or a fiscal year where no more is known. Raises Wrong."""
    shift = _DAYS.get(fold(text).casefold())
    if shift is not None:
        return day_time(today + shift * _ONE_DAY)
    return when(text)


def read_period(text: str, rule: FiscalRule, today: date, unit: str = "") -> Time:
    """The time that is asked for, with a beginning and an end. Raises Wrong.

    ``unit`` is what the question is about, so that a bare word or number serves: ``next`` or ``3``
    where a ``quarter``, a ``month`` or a ``week`` is asked for.
    """
    found = _relative(text, rule, today, unit)
    if found is not None:
        return found
    time = _read(text, "period", rule)
    if time.open:
        raise _wrong("period", text, phrase("roadmap.endless"))
    return time


def day_time(day: date) -> Time:
    """A day as a time."""
    return Time(Point("day", day.year, day.month, day.day))


def days_time(first: date, last: date) -> Time:
    """All days from one to another as a time."""
    return Time(day_time(first).start, day_time(last).start)


def week_time(year: int, number: int) -> Time | None:
    """An ISO week, Monday to Sunday; None where the year has none of that number."""
    try:
        monday = date.fromisocalendar(year, number, 1)
        return days_time(monday, monday + 6 * _ONE_DAY)
    except (ValueError, OverflowError):
        return None


def _relative(text: str, rule: FiscalRule, today: date, unit: str) -> Time | None:
    """What only today gives sense; None where it is no such text."""
    folded = fold_numerals(fold(text).casefold().replace("四半期", "Q"))
    if folded in _DAYS:
        return day_time(today + _DAYS[folded] * _ONE_DAY)
    if folded in _SHIFTS and unit:
        return _shifted(_UNITS[unit], _SHIFTS[folded], rule, today)
    if found := _shift_form().fullmatch(folded):
        return _shifted(_UNITS[found["unit"]], _SHIFTS[found["shift"]], rule, today)
    if found := _week_form().fullmatch(folded):
        year = int(found["year"]) if found["year"] else today.isocalendar().year
        return week_time(year, int(found["week"]))
    if found := _quarter_form(unit == "quarter").fullmatch(folded):
        return Time(Point("fy_quarter", rule.year_of(today), int(found[1] or found[2])))
    if unit == "month" and (found := _month_form().fullmatch(folded)) and 1 <= int(found[1]) <= 12:
        return Time(Point("month", today.year, int(found[1])))
    if unit == "week" and folded.isdecimal() and len(folded) <= 2:
        return week_time(today.isocalendar().year, int(folded))
    return None


def _shifted(unit: str, shift: int, rule: FiscalRule, today: date) -> Time:
    """The unit that holds today, or the one before or after it."""
    year = rule.year_of(today)
    if unit == "week":
        monday = today - (today.weekday() - 7 * shift) * _ONE_DAY
        return days_time(monday, monday + 6 * _ONE_DAY)
    if unit == "month":
        month = add_months(today.replace(day=1), shift)
        return Time(Point("month", month.year, month.month))
    if unit in ("fy_quarter", "fy_half"):
        parts = 4 if unit == "fy_quarter" else 2
        bounds = rule.quarter if parts == 4 else rule.half
        current = next(n for n in range(1, parts + 1) if today <= bounds(year, n)[1])
        years, number = divmod(current - 1 + shift, parts)
        return Time(Point(unit, year + years, number + 1))
    return Time(Point(unit, (year if unit == "fy" else today.year) + shift))


def _read(text: str, asked: str, rule: FiscalRule | None = None) -> Time:
    """``read_time``, whose refusal names what is asked for."""
    try:
        return read_time(text, rule) if rule else read_time(text)
    except Wrong as error:
        reason = error.what.facts["reason"]
        raise _wrong(asked, text, reason, error.near) from None


def _wrong(asked: str, text: str, reason: Phrase, near: str = "") -> Wrong:
    return Wrong(
        phrase(f"roadmap.no-{asked}-asked", text=cut(text), reason=reason),
        phrase(f"roadmap.expected-{asked}-asked"),
        near if asked == "period" or (near and _is_day(read_time(near))) else "",
    )


def _is_day(time: Time) -> bool:
    return time.start.unit == "day" and time.end is None and not (time.open or time.about)


@cache
def _shift_form() -> re.Pattern[str]:
    shifts, units = "|".join(_SHIFTS), "|".join(sorted(_UNITS, key=len, reverse=True))
    return re.compile(f"(?P<shift>{shifts})の?(?P<unit>{units})", re.IGNORECASE)


@cache
def _week_form() -> re.Pattern[str]:
    return re.compile("(?:(?P<year>[0-9]{4})-?)?w(?P<week>[0-9]{1,2})", re.ASCII)


@cache
def _quarter_form(bare: bool) -> re.Pattern[str]:
    """A quarter of this fiscal year; ``bare`` where a number alone serves."""
    return re.compile(f"q([1-4])|第?([1-4])q{'?' if bare else ''}", re.IGNORECASE | re.ASCII)


@cache
def _month_form() -> re.Pattern[str]:
    return re.compile("([0-9]{1,2})月?", re.ASCII)
