"""The one grammar for times, the same in the plan file and on the command line.

    FY2020  FY2019H1  FY2019Q3      fiscal year, half, quarter
    2019  2019H2  mid-2019          calendar year, half, middle (its last day is 30 June)
    2019-06  2019-09-30             month, day
    A..B  A..  about A              window; every year from A; not exactly

each in its Japanese spellings too. A time keeps the precision of its words; the day that it
stands for, its last, is only for comparing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spaceplan.roadmap.fiscal import (
    ERA_PATTERN,
    ERA_YEAR_PATTERN,
    MAX_YEAR,
    MIN_YEAR,
    FiscalRule,
    fold,
    fold_double_names,
    fold_numerals,
    format_fiscal_year,
    inherit_era,
    quote,
    western_year,
)

FISCAL_UNITS = frozenset({"fy", "fy_half", "fy_quarter"})
DEFAULT_RULE = FiscalRule()

_LONGEST = 200
_EXAMPLES = (
    "expected a time such as FY2020, FY2019H1, FY2019Q3, 2019 (the calendar year), 2019H2, "
    "mid-2019, 2019-06, 2019-09-30, 2020年度, FY2016..FY2022, FY2019.. or about FY2023"
)
_NUMBERS = {
    "fy": range(1),
    "fy_half": range(1, 3),
    "fy_quarter": range(1, 5),
    "year": range(1),
    "half": range(1, 3),
    "mid": range(1),
    "month": range(1, 13),
    "day": range(1, 13),
}
"""The units, and what `Point.number` may be in each."""


class TimeError(ValueError):
    """A text that is no time: `text` as given, `reason` why not, `suggestion` if one is near.

    `what` and `expected` are the two halves of the message.
    """

    def __init__(self, text: str, reason: str, suggestion: str = "") -> None:
        self.text = text
        self.reason = reason
        self.suggestion = suggestion
        meant = f" (did you mean {suggestion}?)" if suggestion else ""
        self.what = f"{quote(text)} is not a time: {reason}{meant}"
        self.expected = _EXAMPLES
        super().__init__(f"{self.what}; {self.expected}")


class WithinError(ValueError):
    """A text that is no length of time: `text` as given, `reason` why not."""

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(
            f"{quote(text)} is not a length of time: {reason}; "
            "expected days, weeks, months or years such as 90d, 2w, 6m, 1y, 90日 or 6か月"
        )


@dataclass(frozen=True, slots=True)
class Point:
    """A time without a beginning or an end of its own: a year, a part of one, a month, a day.

    `unit` is fy, fy_half, fy_quarter, year, half, mid, month or day; `number` is the half, the
    quarter or the month (else 0); `day` the day of the month (else 0). Raises ValueError, with a
    sentence, for what is not in the calendar or outside the years 1900 to 2200.
    """

    unit: str
    year: int
    number: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.unit not in _NUMBERS:
            raise ValueError(f"there is no unit {self.unit!r}")
        if not MIN_YEAR <= self.year <= MAX_YEAR:
            raise ValueError(f"the year {self.year} is not between {MIN_YEAR} and {MAX_YEAR}")
        if self.number not in _NUMBERS[self.unit]:
            raise ValueError(_no_such_number(self.unit, self.number))
        if self.unit == "day":
            days = month_end(self.year, self.number).day
            if not 1 <= self.day <= days:
                raise ValueError(f"{self.year}-{self.number:02} has {days} days, not {self.day}")
        elif self.day:
            raise ValueError(f"a {self.unit} has no day of the month")

    def first_day(self, rule: FiscalRule) -> date:
        """The first day that can be meant."""
        return self._days(rule)[0]

    def last_day(self, rule: FiscalRule) -> date:
        """The last day that can be meant: the due day."""
        return self._days(rule)[1]

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
            case _:
                return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class Time:
    """A point (`end` None), a window from `start` to `end`, or every year from `start` (`open`).

    `about` says that the words do not mean it exactly. Raises ValueError for a window that is
    open as well. Whether a window ends before it begins depends on the fiscal year: `runs_back`.
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
        """The due day: the last day of its end, or of its start without one; None when open."""
        return None if self.open else (self.end or self.start).last_day(rule)

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


@cache
def read_time(text: str, rule: FiscalRule = DEFAULT_RULE) -> Time:
    """The time that `text` means, in canonical or Japanese spelling, in either width and case.

    `rule` is only used to refuse a window that ends before it begins. Raises TimeError.
    """
    if len(text) > _LONGEST:
        raise TimeError(text, f"it is longer than {_LONGEST} characters")
    folded = _fold(text)
    try:
        time = _read_folded(folded)
    except ValueError as error:
        reason, suggestion = _explain(folded, rule) or (str(error), "")
        raise TimeError(text, reason, suggestion) from None
    if time.runs_back(rule):
        raise TimeError(
            text,
            f"it ends ({time.last_day(rule)}) before it begins ({time.first_day(rule)})",
        )
    return time


def month_end(year: int, month: int) -> date:
    """The last day of a calendar month (1..12)."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def add_months(day: date, n: int) -> date:
    """`day` moved by `n` months (also negative): 31 January and one month is the end of February.

    The end of a month stays the end of a month: 28 February 2021 and one month is 31 March.
    Raises ValueError outside the years 1 to 9999.
    """
    years, month = divmod(day.month - 1 + n, 12)
    end = month_end(day.year + years, month + 1)
    if _ends_month(day) or day.day > end.day:
        return end
    return end.replace(day=day.day)


def months_between(earlier: date, later: date) -> tuple[int, int, int]:
    """Whole calendar years, months and days from `earlier` to `later`.

    From month end to month end it is whole months. Raises ValueError if `earlier` is the later.
    """
    if later < earlier:
        raise ValueError(f"{earlier} is later than {later}")
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    reached = add_months(earlier, months)
    if reached > later:
        months -= 1
        reached = add_months(earlier, months)
    return months // 12, months % 12, (later - reached).days


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


def read_within(text: str) -> tuple[str, int]:
    """Unit (d, w, m or y) and number of a length of time: 90d, 2w, 6m, 1y, 90日, 6か月, 1年.

    At most 200 years. Raises WithinError.
    """
    if len(text) > _LONGEST:
        raise WithinError(text, f"it is longer than {_LONGEST} characters")
    folded = fold_numerals(fold(text))
    found = _within_form().fullmatch(folded)
    if not found:
        raise WithinError(text, _why_no_length(folded))
    unit = str(found.lastgroup)
    number = int(found[1])
    if number > _LONGEST_WITHIN[unit]:
        raise WithinError(text, "it is more than 200 years")
    return unit, number


def until(start: date, within: str) -> date:
    """The day that lies the length of time `within` (as in `read_within`) after `start`.

    Raises WithinError, also where that day lies beyond the year 9999.
    """
    unit, number = read_within(within)
    try:
        if unit in ("m", "y"):
            return add_months(start, number * (12 if unit == "y" else 1))
        return start + timedelta(days=number * (7 if unit == "w" else 1))
    except (ValueError, OverflowError):
        raise WithinError(within, f"from {start} it ends beyond the calendar") from None


_LONGEST_WITHIN = {"d": 73_000, "w": 10_400, "m": 2_400, "y": 200}

# Reading. Everything below works on folded text: no white space, half width, arabic numerals.

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212ー", "-"))
_EVERY_YEAR = ("", "(毎年度)", "(毎年)", "毎年度", "毎年")
_HALVES = {
    **dict.fromkeys(("H1", "前半", "上半期", "上期"), 1),
    **dict.fromkeys(("H2", "後半", "下半期", "下期"), 2),
}
_UNREADABLE = "it cannot be read"


def _fold(text: str) -> str:
    # 四半期 before the numerals: the 三四 of 第三四半期 is no number.
    plain = fold(text).translate(_HYPHENS).replace("四半期", "Q")
    return fold_double_names(fold_numerals(plain))


def _read_folded(text: str) -> Time:
    """Raises ValueError with the reason."""
    if not text:
        raise ValueError("it is empty")
    text, about = _take_about(text)
    first, last, every = _split(text)
    if every:
        first, about_first = _take_about(first)
        return Time(_read_point(first), open=True, about=about or about_first)
    if last is None:
        return Time(_read_point(first), about=about)
    return Time(_read_point(first), _read_point(last), about=about)


def _take_about(text: str) -> tuple[str, bool]:
    """`text` without its word for about, and whether it had one."""
    without = _about_after().sub("", _about_before().sub("", text))
    return without, without != text


def _split(text: str) -> tuple[str, str | None, bool]:
    """The beginning, the end if there is one, and whether it is every year from the beginning."""
    if found := _every_year_from().fullmatch(text):
        return found[1], None, True
    for mark in ("..", "~"):
        first, found_mark, last = text.partition(mark)
        if not found_mark:
            continue
        if not first:
            raise ValueError("its beginning is missing")
        if last in _EVERY_YEAR:
            return first, None, True
        # The two dots are exact; a wave dash is ordinary writing, where one 年度 serves both.
        return (first, last, False) if mark == ".." else (*_share(first, last), False)
    if found := _hyphen_window().fullmatch(text):
        return *_share(found[1] or found[3], found[2] or found[4]), False
    return text, None, False


def _share(first: str, last: str) -> tuple[str, str]:
    """The ends of a window, each with what only the other says: 2019~2021年度, 令和元~3年度."""
    last = inherit_era(first, last)
    bare_first = _bare_year().fullmatch(first)
    if bare_first and (unit := _year_unit().match(last)):
        first += unit[1]
    elif "年度" in first and re.fullmatch("[0-9]{4}", last):
        raise ValueError(f"{last} may be a fiscal or a calendar year: {last}年度 or {last}年")
    return first, last


def _read_point(text: str) -> Point:
    found = _point_form().fullmatch(text)
    if not found:
        raise ValueError(_UNREADABLE)
    if found["mid"]:
        return Point("mid", int(found["mid"]))
    if found["day"]:
        return Point("day", int(found["iso"]), int(found["month"]), int(found["day"]))
    if found["month"]:
        return Point("month", int(found["iso"]), int(found["month"]))
    year = _year(found)
    rest = found["rest"].upper()
    # An era year without 年 is a fiscal year (R2); a western one is a calendar year.
    if found["fy"] or found["unit"] == "年度" or (found["era"] and not found["unit"]):
        if found["fy"] and found["unit"] == "年":
            raise ValueError("it is written as a fiscal and as a calendar year")
        return _fiscal_point(year, rest, bool(found["fy"] or found["unit"]))
    return _calendar_point(year, rest, bool(found["unit"]))


def _year(found: re.Match[str]) -> int:
    if found["west"]:
        return int(found["west"])
    year = western_year(found["era"], found["n"])
    if year is None:
        raise ValueError("the first year of an era is 1 or 元")
    return year


def _fiscal_point(year: int, rest: str, named: bool) -> Point:
    """`rest` is what follows the year; `named` whether 年度 or FY named it."""
    if not rest or (named and rest in ("末", "中", "内")):
        return Point("fy", year)
    part = rest.removesuffix("末")
    if part in _HALVES:
        return Point("fy_half", year, _HALVES[part])
    if found := _quarter_form().fullmatch(part):
        return Point("fy_quarter", year, int(found[1] or found[2]))
    raise ValueError(_UNREADABLE)


def _calendar_point(year: int, rest: str, named: bool) -> Point:
    """`rest` is what follows the year; `named` whether 年 stood before it."""
    if not rest or (named and rest in ("末", "中", "内")):
        return Point("year", year)
    if rest in ("H1", "H2"):
        return Point("half", year, _HALVES[rest])
    if not named:
        raise ValueError(_UNREADABLE)
    part = rest.removesuffix("末")
    if part in _HALVES:
        return Point("half", year, _HALVES[part])
    if _middle_form().fullmatch(rest):
        return Point("mid", year)
    found = _month_form().fullmatch(rest)
    if not found:
        raise ValueError(_UNREADABLE)
    if found["day"]:
        return Point("day", year, int(found["month"]), int(found["day"]))
    return Point("month", year, int(found["month"]))


def _no_such_number(unit: str, number: int) -> str:
    if unit in ("fy_half", "half"):
        return f"a year has the halves 1 and 2, not {number}"
    if unit == "fy_quarter":
        return f"a fiscal year has the quarters 1 to 4, not {number}"
    if unit in ("month", "day"):
        return f"a year has the months 1 to 12, not {number}"
    return f"a {unit} has no number"


def _ends_month(day: date) -> bool:
    return day == month_end(day.year, day.month)


def _count(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _why_no_length(folded: str) -> str:
    if not folded:
        return "it is empty"
    if re.fullmatch("[0-9]+", folded):
        return f"its unit is missing (did you mean {folded}d?)"
    if folded.startswith("-"):
        return "it must not be negative"
    if re.fullmatch("[0-9]{1,2}月", folded):
        return f"it is the name of a month (did you mean {folded[:-1]}か月?)"
    return _UNREADABLE


def _explain(folded: str, rule: FiscalRule) -> tuple[str, str] | None:
    """Reason and suggestion (or "") for a mistake that is often made, or None."""
    for pattern, reason, correct in _MISTAKES:
        if found := _compiled(pattern).search(folded):
            correction = correct(found) if callable(correct) else found.expand(correct)
            corrected = folded[: found.start()] + correction + folded[found.end() :]
            return reason, _canonical(corrected, rule) if correct else ""
    return None


def _canonical(folded: str, rule: FiscalRule) -> str:
    """The canonical spelling of what a correction made, or "" if it is still no time."""
    try:
        time = _read_folded(folded)
    except ValueError:
        return ""
    return "" if time.runs_back(rule) else str(time)


def _iso(found: re.Match[str]) -> str:
    return "-".join([found["y"], *(part.zfill(2) for part in (found["m"], found["d"]) if part)])


def _nothing(_: re.Match[str]) -> str:
    return ""


def _months_of_quarter(found: re.Match[str]) -> str:
    last = 3 * int(found["q"] or found["n"])
    return f"{found['y']}-{last - 2:02}..{found['y']}-{last:02}"


_MISTAKES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        r"FY[0-9]{4}[-/][0-9]{2}(?![0-9-])",
        "a fiscal year has one number, that of the calendar year it is named by",
        "",
    ),
    (
        r"(?<![0-9])(?P<y>[0-9]{4})[/.](?P<m>[0-9]{1,2})(?:[/.](?P<d>[0-9]{1,2}))?(?![0-9/])",
        "a date is written with hyphens",
        _iso,
    ),
    (
        (
            r"(?<![0-9])(?P<y>[0-9]{4})-(?![0-9]{2}-[0-9]{2}(?![0-9a-z]))(?P<m>[0-9]{1,2})"
            r"-(?P<d>[0-9]{1,2})[a-z]*(?![0-9])"
        ),
        "a day is written with four, two and two digits",
        _iso,
    ),
    (
        r"(?<![0-9])(?P<y>[0-9]{4})-(?P<m>[0-9])(?P<d>)(?![0-9-])",
        "a month is written with four and two digits",
        _iso,
    ),
    (
        r"(?<![0-9])(?P<y>[0-9]{4})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2][0-9]|3[01])(?![0-9])",
        "a day is written with hyphens",
        _iso,
    ),
    (
        r"([RHS])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{1,2})$",
        "a day is written with hyphens or with 年月日",
        r"\1\2年\3月\4日",
    ),
    (r"([0-9]{4})[-/_.:]([HQ][1-4])", "a part of a year is written without a sign", r"\1\2"),
    (r"^([HQ][1-4])[-/]?(FY)?([0-9]{4})$", "the year comes first", r"\2\3\1"),
    (r"[0-9]{4}(?:年度?)?H[03-9]", "a year has the halves H1 and H2", ""),
    (
        r"(?<!FY)(?<![0-9])(?P<y>[0-9]{4})年?(?:第?(?P<q>[1-4])Q|Q(?P<n>[1-4]))",
        "only a fiscal year has quarters (FY2019Q3)",
        _months_of_quarter,
    ),
    (
        r"(?:FY'?|^)[0-9]{2}(?:年度)?(?![0-9年月日])",
        "its year needs four digits or an era (FY2021, R3)",
        "",
    ),
    (r"(FY)([0-9]{4})(?:-|to)(?:FY)?([0-9]{4})", "a window has two dots", r"\1\2..\1\3"),
    (r"([0-9]{4})(?:-|to)([0-9]{4})", "a window has two dots", r"\1..\2"),
    (r"^(?:around|circa|ca?\.|approximately|approx\.?|~)", "not exactly is written about", "about"),
    (r"\.\.about", "about stands before the whole", ""),
    (r"^end-?(?:of)?-?", "the end of a time is the time itself", _nothing),
    (r"^(?:early|late)-?|^mid-?FY", "the parts of a year are H1 and H2, or mid-2019", ""),
    (
        r"年度の?(?:中頃|中ごろ|半ば|なかば|年?央)",
        "a fiscal year has no middle (its first half is FY2019H1)",
        "",
    ),
    (r"年度の?[0-9]{1,2}月", "a month belongs to a calendar year (2019年6月)", ""),
    (
        r"^[0-9]{4}(?:末|中|内|前半|後半|[上下]半?期|年?央|半ば|中頃)",
        "it may be a fiscal or a calendar year (年度 or 年)",
        "",
    ),
    (
        r"(?:以降|以後|から|より)$",
        "a beginning is written as the time alone, every year from it as FY2019.. or 2019年度～",
        "",
    ),
    (r"まで(?:に|の)?$", "a time stands without まで", _nothing),
    (r"[上中下]旬", "between the month and the day there is nothing", ""),
    (r"[0-9元]年?度?\([0-9令平昭RHS]", "the two names are of different years", ""),
)
"""What is often written: a pattern, why it is refused, and the correction ("" for none)."""


# Patterns are compiled when first used; a command that reads no time needs none of them.


def _compiled(pattern: str) -> re.Pattern[str]:
    """In either case, but ASCII: no other letter folds to one of ours."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


@cache
def _point_form() -> re.Pattern[str]:
    return _compiled(
        "mid-?(?P<mid>[0-9]{4})"
        "|(?P<iso>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
        "|(?:(?P<fy>FY)?(?P<west>[0-9]{4})"
        f"|(?P<era>{ERA_PATTERN})(?P<n>{ERA_YEAR_PATTERN}))"
        "(?P<unit>年度|年)?(?:の(?=.))?(?P<rest>[^0-9].*|[0-9]Q末?|[0-9]{1,2}月.*|)"
    )


@cache
def _about_before() -> re.Pattern[str]:
    return _compiled("^(?:about|約|概ね|おおむね)")


@cache
def _about_after() -> re.Pattern[str]:
    # The 頃 of 中頃 belongs to the middle of a year.
    return _compiled("(?:(?<!中)(?:頃|ごろ)|を?(?:めど|目途|目処)(?:に|として)?)$")


@cache
def _every_year_from() -> re.Pattern[str]:
    return _compiled(r"(.+?)(?:以降|から|より)の?、?\(?毎年度?\)?")


@cache
def _hyphen_window() -> re.Pattern[str]:
    era = f"(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN})"
    return _compiled(
        f"((?:[0-9]{{4}}|{era})(?:年度[^-]*)?)-((?:[0-9]{{4}}|{era}|[0-9]{{1,3}})年度[^-]*)"
        f"|({era})-({era})"
    )


@cache
def _bare_year() -> re.Pattern[str]:
    return _compiled(f"[0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN})")


@cache
def _year_unit() -> re.Pattern[str]:
    return _compiled(f"(?:[0-9]{{4}}|(?:{ERA_PATTERN})(?:{ERA_YEAR_PATTERN}))(年度?)")


@cache
def _quarter_form() -> re.Pattern[str]:
    return _compiled("第?([0-9])Q|Q([0-9])")


@cache
def _middle_form() -> re.Pattern[str]:
    return _compiled("年?(?:央|半ば|なかば)|中(?:頃|ごろ)")


@cache
def _month_form() -> re.Pattern[str]:
    return _compiled("(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|末|中|内)?")


@cache
def _within_form() -> re.Pattern[str]:
    return _compiled(
        "([0-9]{1,9})(?:(?P<d>d|days?|日間?)|(?P<w>w|weeks?|週間?)"
        "|(?P<m>m|months?|[かカヵヶケ箇]月間?)|(?P<y>y|years?|年間?))"
    )
