"""Fiscal years side by side: where on a picture a day stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule, era_of_year


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included; what a time as vague as "FY2020" covers."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Axis:
    """The fiscal years ``first`` to ``last``, each one unit wide."""

    rule: FiscalRule
    first: int
    last: int

    @property
    def years(self) -> range:
        """The fiscal years, in order."""
        return range(self.first, self.last + 1)

    def begin(self, day: date) -> float:
        """Where ``day`` begins: 0 at the first day of the axis, 1 a fiscal year later.

        Days outside of the axis have their place too, below 0 or above its length.
        """
        year = self.rule.year_of(day)
        start = self.rule.first_day(year)
        length = (self.rule.last_day(year) - start).days + 1
        return year - self.first + (day - start).days / length

    def end(self, day: date) -> float:
        """Where ``day`` ends."""
        year = self.rule.year_of(day)
        if day == self.rule.last_day(year):
            return float(year - self.first + 1)
        return self.begin(day + timedelta(days=1))

    def middle(self, day: date) -> float:
        """The noon of ``day``."""
        return (self.begin(day) + self.end(day)) / 2

    def holds(self, days: Days) -> bool:
        """Whether any of ``days`` falls in the axis."""
        begins, ends = self.rule.first_day(self.first), self.rule.last_day(self.last)
        return days.first <= ends and days.last >= begins


def axis_over(rule: FiscalRule, days: Iterable[date]) -> Axis:
    """The axis that just holds ``days``. Raises ValueError where there is none."""
    years = [rule.year_of(day) for day in days]
    return Axis(rule, min(years), max(years))


def year_name(year: int, lang: str) -> str:
    """A column's heading: ``FY2021``, ``2021年度``."""
    return f"{year}年度" if lang == "ja" else f"FY{year}"


def era_name(year: int, lang: str) -> str:
    """The second line of a Japanese heading, ``令和3``; nothing in English or before 1926."""
    return (era_of_year(year) or "") if lang == "ja" else ""
