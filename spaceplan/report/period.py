"""The time that a report is about: a week, a fiscal year, or any days."""

from __future__ import annotations

from datetime import date, timedelta

from spaceplan.errors import Phrase, UsageError, Wrong, phrase
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule, read_fiscal_year
from spaceplan.roadmap.read_periods import read_period

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Period:
    """``first`` to ``last`` day, both in it; ``name`` is good for a file's name."""

    first: date
    last: date
    name: str

    @property
    def before(self) -> date:
        """The last day before it, with which it is compared."""
        return self.first - ONE_DAY

    @property
    def said(self) -> Phrase:
        """Its days: "23 to 29 November 2026"."""
        first, last = self.first, self.last
        facts = {
            "year": last.year,
            "month": phrase(f"report.month-{last.month}"),
            "first": first.day,
            "last": last.day,
        }
        if first == last:
            return _day(first)
        if first.year != last.year:
            return phrase("report.days", first=_day(first), last=_day(last))
        if first.month != last.month:
            begins = phrase(f"report.month-{first.month}")
            return phrase("report.days-in-year", begins=begins, **facts)
        return phrase("report.days-in-month", **facts)


@dataclass(frozen=True, slots=True)
class Asked:
    """What names a period, as it was typed; "" and None where it was not."""

    week: str = ""
    since: date | None = None
    until: date | None = None
    years: tuple[str, ...] = ()


def chosen(asked: Asked, rule: FiscalRule, today: date) -> Period:
    """The period that is asked for, else the week that ended last before ``today``.

    Raises UsageError where it is named twice or makes no sense.
    """
    given = (("--week", asked.week), ("--since", asked.since), ("--fy", asked.years))
    names = [name for name, value in given if value]
    if len(names) > 1:
        options: Phrase | str = names[0]
        for name in names[1:]:
            options = phrase("report.and", one=options, other=name)
        raise UsageError("report.one-period", options=options)
    if asked.until and not asked.since:
        raise UsageError("report.no-since")
    if asked.week:
        return week(asked.week, rule, today)
    if asked.years:
        if len(asked.years) > 1:
            raise UsageError("report.one-year")
        return fiscal_year(asked.years[0], rule, today)
    if asked.since:
        last = asked.until or today - ONE_DAY
        if not asked.until and last < asked.since:
            raise UsageError("report.not-ended", day=asked.since)
        return days(asked.since, last)
    return last_full_week(today)


def last_full_week(today: date) -> Period:
    """The ISO week (Monday to Sunday) that ended last before ``today``."""
    return _week_of(today - WEEK)


def week(text: str, rule: FiscalRule, today: date) -> Period:
    """A week in any spelling: ``2026-W47``, ``this``, 先週. Raises UsageError for what is none."""
    try:
        found = read_period(text, rule, today, "week")
    except Wrong:
        raise UsageError("report.no-week", text=text) from None
    first, last = found.first_day(rule), found.last_day(rule)
    if first.weekday() or last != first + 6 * ONE_DAY:
        raise UsageError("report.no-week", text=text)
    return _week_of(first)


def _week_of(day: date) -> Period:
    """The week that holds ``day``. Raises OverflowError where no calendar holds all of it."""
    monday = day - day.weekday() * ONE_DAY
    return Period(monday, monday + 6 * ONE_DAY, week_name(day))


def week_name(day: date) -> str:
    """``2026-W47``, the ISO week that holds ``day``."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def _day(day: date) -> Phrase:
    month = phrase(f"report.month-{day.month}")
    return phrase("report.day", year=day.year, month=month, day=day.day)


def days(first: date, last: date) -> Period:
    """Any days. Raises UsageError where they end before they begin."""
    if last < first:
        raise UsageError("report.ends-before", last=last, first=first)
    return Period(first, last, f"{first}..{last}" if first != last else str(first))


def fiscal_year(text: str, rule: FiscalRule, today: date) -> Period:
    """A whole fiscal year, ``last`` and ``this`` among them. Raises UsageError for what is none."""
    try:
        year = read_fiscal_year(text)
    except Wrong as error:
        wrong = UsageError("common.option", option="--fy", wrong=error.phrase)
        try:
            point = read_period(text, rule, today, "fiscalyear").start
        except Wrong:
            raise wrong from None
        if point.unit != "fy":
            raise wrong from None
        year = point.year
    return Period(rule.first_day(year), rule.last_day(year), f"FY{year}")
