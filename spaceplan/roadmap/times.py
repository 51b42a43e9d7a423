"""Times as people commit to them: years, parts of years, months, days, and windows of them.

    FY2020  FY2019H1  FY2019Q3      fiscal year, half, quarter
    2019  2019H2  mid-2019          calendar year, half, middle (its last day is 30 June)
    2019-06  2019-09-30             month, day
    A..B  A..  about A              window; every year from A; not exactly

A time keeps the precision of its words; the day that it stands for, its last, is only for
comparing. ``read_times`` reads them, ``spans`` counts between them.
"""

from datetime import date, timedelta
from typing import Any

from spaceplan.errors import Wrong, phrase
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import MAX_YEAR, MIN_YEAR, FiscalRule, format_fiscal_year

FISCAL_UNITS = frozenset({"fy", "fy_half", "fy_quarter"})

_NUMBERS = {
    "fy": range(1),
    "fy_half": range(1, 3),
    "fy_quarter": range(1, 5),
    "year": range(1),
    "half": range(1, 3),
    "mid": range(1),
    "month": range(1, 13),
    "day": range(1, 13),
    "unknown": range(1),
}
"""The units, and what `Point.number` may be in each."""

_PARTS = {
    "fy_half": "halves",
    "half": "halves",
    "fy_quarter": "quarters",
    "month": "months",
    "day": "months",
}
"""The sentence for a number that a unit does not have."""


@dataclass(frozen=True, slots=True)
class Point:
    """A time without a beginning or an end of its own: a year, a part of one, a month, a day.

    `unit` is fy, fy_half, fy_quarter, year, half, mid, month or day; `number` is the half, the
    quarter or the month (else 0); `day` the day of the month (else 0). Only the date of an entry
    is `unknown`, some day of which nobody knows anything; it has the year 0. Raises Wrong for
    what is not in the calendar or outside the years 1900 to 2200.
    """

    unit: str
    year: int
    number: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.unit not in _NUMBERS:
            raise ValueError(f"there is no unit {self.unit!r}")
        if not MIN_YEAR <= self.year <= MAX_YEAR and (self.unit, self.year) != ("unknown", 0):
            raise _wrong("year-range", year=self.year, least=MIN_YEAR, most=MAX_YEAR)
        if self.number not in _NUMBERS[self.unit]:
            if self.unit not in _PARTS:
                raise ValueError(f"a {self.unit} has no number")
            raise _wrong(_PARTS[self.unit], number=self.number)
        if self.unit == "day":
            days = month_end(self.year, self.number).day
            if not 1 <= self.day <= days:
                month = f"{self.year}-{self.number:02}"
                raise _wrong("days-of-month", month=month, days=days, day=self.day)
        elif self.day:
            raise ValueError(f"a {self.unit} has no day of the month")

    def first_day(self, rule: FiscalRule) -> date:
        """The first day that can be meant."""
        return rule.first_day(self.year) if self.unit == "fy" else self._days(rule)[0]

    def last_day(self, rule: FiscalRule) -> date:
        """The last day that can be meant: the due day."""
        return rule.last_day(self.year) if self.unit == "fy" else self._days(rule)[1]

    def __str__(self) -> str:
        """The canonical spelling."""
        match self.unit:
            case "fy":
                return f"FY{self.year}"
            case "fy_half":
                return f"FY{self.year}H{self.number}"
            case "fy_quarter":
                return f"FY{self.year}Q{self.number}"
            case "half":
                return f"{self.year}H{self.number}"
            case "mid":
                return f"mid-{self.year}"
            case "month":
                return f"{self.year}-{self.number:02}"
            case "day":
                return f"{self.year}-{self.number:02}-{self.day:02}"
            case "unknown":
                return "unknown"
            case _:
                return str(self.year)

    def japanese(self) -> str:
        """The Japanese spelling, without an era: 2019年度上半期, 2019年央, 2019年9月30日."""
        match self.unit:
            case "fy":
                return f"{self.year}年度"
            case "fy_half":
                return f"{self.year}年度{'上' if self.number == 1 else '下'}半期"
            case "fy_quarter":
                return f"{self.year}年度第{self.number}四半期"
            case "half":
                return f"{self.year}年{'前' if self.number == 1 else '後'}半"
            case "mid":
                return f"{self.year}年央"
            case "month":
                return f"{self.year}年{self.number}月"
            case "day":
                return f"{self.year}年{self.number}月{self.day}日"
            case "unknown":
                return "不明"
            case _:
                return f"{self.year}年"

    def _days(self, rule: FiscalRule) -> tuple[date, date]:
        year = self.year
        match self.unit:
            case "fy":
                return rule.first_day(year), rule.last_day(year)
            case "fy_half":
                return rule.half(year, self.number)
            case "fy_quarter":
                return rule.quarter(year, self.number)
            case "half":
                return date(year, 6 * self.number - 5, 1), month_end(year, 6 * self.number)
            case "mid":
                # Its month alone, so that the middle of a year lies in one fiscal year.
                return date(year, 6, 1), date(year, 6, 30)
            case "month":
                return date(year, self.number, 1), month_end(year, self.number)
            case "day":
                day = date(year, self.number, self.day)
                return day, day
            case "unknown":
                return date.min, date.max
            case _:
                return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class Time:
    """A point (`end` None), a window from `start` to `end`, or every year from `start` (`open`).

    `about` says that the words do not mean it exactly. Raises ValueError for a window that
    is open as well. Whether a window ends before it begins depends on the fiscal year: `runs_back`.
    """

    start: Point
    end: Point | None = None
    open: bool = False
    about: bool = False

    def __post_init__(self) -> None:
        if self.open and self.end is not None:
            raise ValueError("a time that is open has no end")

    def __str__(self) -> str:
        """The canonical spelling: about FY2023, FY2016..FY2022, FY2019.., mid-2019."""
        text = str(self.start)
        if self.open:
            text += ".."
        elif self.end is not None:
            text += f"..{self.end}"
        return f"about {text}" if self.about else text

    def first_day(self, rule: FiscalRule) -> date:
        """The first day of its start."""
        return self.start.first_day(rule)

    def last_day(self, rule: FiscalRule) -> date | None:
        """The due day: the last day of its end, or of its start without one; None when open, or
        unknown."""
        if self.open or self.start.unit == "unknown":
            return None
        return (self.end or self.start).last_day(rule)

    def fiscal_years(self, rule: FiscalRule) -> tuple[int, int | None]:
        """The fiscal years of its first day and of its due day (None when open)."""
        last = self.last_day(rule)
        return rule.year_of(self.first_day(rule)), None if last is None else rule.year_of(last)

    def runs_back(self, rule: FiscalRule) -> bool:
        """Whether it is a window that ends before it begins."""
        return self.end is not None and self.end.last_day(rule) < self.start.first_day(rule)

    def format(self, lang: str) -> str:
        """As precise as it is: the canonical spelling, or for `lang` "ja" the Japanese one.

        Only a fiscal year that stands alone has its era: 2020年度（令和2年度）.
        """
        if lang != "ja":
            return str(self)
        about = "頃" if self.about else ""
        if self.open:
            every = "毎年度" if self.start.unit in FISCAL_UNITS else "毎年"
            return f"{self.start.japanese()}{about}～（{every}）"
        if self.end is not None:
            return f"{self.start.japanese()}～{self.end.japanese()}{about}"
        if self.start.unit == "fy" and not self.about:
            return format_fiscal_year(self.start.year, "ja")
        return self.start.japanese() + about


UNKNOWN = Time(Point("unknown", 0))
"""The date of an entry of which nobody knows when it became true."""


def month_end(year: int, month: int) -> date:
    """The last day of a calendar month (1..12)."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _wrong(key: str, **facts: Any) -> Wrong:
    return Wrong(phrase(f"roadmap.{key}", **facts))
