"""The time that a report is about: a week, a fiscal year, or any days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from spaceplan.errors import UsageError
from spaceplan.roadmap.fiscal import FiscalRule, FiscalYearError, read_fiscal_year

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """``first`` to ``last`` day, both in it; ``name`` is good for a file's name."""

    first: date
    last: date
    name: str

    @property
    def before(self) -> date:
        """The last day before it, with which it is compared."""
        return self.first - timedelta(days=1)


def last_full_week(today: date) -> Period:
    """The ISO week (Monday to Sunday) that ended last before ``today``."""
    monday = today - timedelta(days=today.weekday() + 7)
    return _week_of(monday)


def week(text: str) -> Period:
    """``2026-W47``, ISO 8601. Raises UsageError for what is no week."""
    match = _WEEK.match(text.strip())
    if match:
        try:
            return _week_of(date.fromisocalendar(int(match[1]), int(match[2]), 1))
        except ValueError:
            pass
    raise UsageError(f"--week: {text!r} is no week; expected for example 2026-W47")


def _week_of(monday: date) -> Period:
    year, number, _ = monday.isocalendar()
    return Period(monday, monday + timedelta(days=6), f"{year}-W{number:02d}")


def days(first: date, last: date) -> Period:
    """Any days. Raises UsageError where they end before they begin."""
    if last < first:
        raise UsageError(f"--until: {last} is before --since {first}")
    return Period(first, last, f"{first}..{last}" if first != last else str(first))


def fiscal_year(text: str, rule: FiscalRule) -> Period:
    """A whole fiscal year. Raises UsageError for what is none."""
    try:
        year = read_fiscal_year(text)
    except FiscalYearError as error:
        raise UsageError(f"--fy: {error}") from None
    return Period(rule.first_day(year), rule.last_day(year), f"FY{year}")
