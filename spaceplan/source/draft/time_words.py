"""Finding the times that a text names, each in the one grammar of ``times``.

Works on normalised text. Times relative to the document (来年度) or to an event (施行後5年) are
read only where a ``Reference`` gives the date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cache

from spaceplan.errors import Wrong
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule, fold_numerals
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.spans import add_months
from spaceplan.roadmap.times import FISCAL_UNITS, Point, Time
from spaceplan.source.draft.time_forms import FORMS

# An item longer than this is no item; what stands beyond is not searched for times.
SEARCHED = 20_000

_ABOUT = re.compile("(?:頃|ごろ|前後)?(?:まで)?を?(?:めど|目途|目処|メド)|頃|ごろ|前後")
_SEASON_END = {"春": 5, "夏": 8, "秋": 11, "冬": 12}
_SHIFT = {"再来": 2, "来": 1, "次": 1, "翌": 1, "昨": -1, "前": -1}
# These count from the time named before, where there is one.
_FROM_LAST = ("同", "翌", "前", "次")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document's times are relative to.

    ``day`` is its own date, ``year`` its fiscal year where no day is known and ``since`` the first
    day that it may be of, ``plans_from`` the time its plans begin (2019年度以降の取組),
    ``anchors`` the dates of events that words such as 施行 stand for; ``unit`` is "year" where it
    speaks of calendar years alone.
    """

    day: date | None = None
    plans_from: Time | None = None
    anchors: Mapping[str, date] = field(default_factory=dict)
    rule: FiscalRule = field(default_factory=FiscalRule)
    year: int | None = None
    since: date | None = None
    unit: str = "fy"

    @property
    def fiscal_year(self) -> int | None:
        """The fiscal year that 今年度 means: that of the document."""
        return self.rule.year_of(self.day) if self.day else self.year

    @property
    def first_year(self) -> Time | None:
        """The first year of what comes every year, as an open time."""
        if self.plans_from is not None and self.plans_from.start.unit in ("fy", "year"):
            return Time(self.plans_from.start, open=True)
        year = self.fiscal_year
        known = self.day or self.since
        if year is not None and known and self._ends_with(known):
            # What is decided at the end of a year is for the next one.
            year += 1
        return Time(Point(self.unit, year), open=True) if year is not None else None

    def _ends_with(self, day: date) -> bool:
        """Whether a fiscal year has no whole month left behind a day."""
        return self.rule.year_of(add_months(day, 1)) != self.rule.year_of(day)

    def is_past(self, time: Time) -> bool:
        """Whether a time had ended before the document was written."""
        known = self.day or self.since
        if known is None and self.plans_from is not None:
            # Plans that begin with a year are decided in the year before.
            known = add_months(self.plans_from.first_day(self.rule), -12)
        if known is None:
            return False
        last = time.last_day(self.rule)
        return last is not None and last < known

    def is_future(self, time: Time) -> bool:
        """Whether a time begins after the document was written."""
        if self.day is not None:
            return time.first_day(self.rule) > self.day
        if self.plans_from is not None:
            return time.first_day(self.rule) >= self.plans_from.first_day(self.rule)
        return False


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A time in a text: from ``start`` to ``end`` (with its word for about), as ``text``.

    ``time`` is None where the words name one that cannot be known. ``times`` says how often for
    what comes every year, or every so many (``every``).
    """

    start: int
    end: int
    text: str
    time: Time | None
    recurring: bool = False
    times: Times | None = None
    after_event: bool = False
    every: int = 1


def find_times(text: str, reference: Reference) -> tuple[TimeWord, ...]:
    """Every time that the normalised ``text`` names, in order, none overlapping another."""
    found: list[TimeWord] = []
    for match in _forms().finditer(text[:SEARCHED]):
        group = match.lastgroup
        assert group is not None
        reader = FORMS[int(group[1:])].reader
        last = next((word.time for word in reversed(found) if word.time), None)
        word = _read(reader, match, last, reference)
        if word is not None:
            found.append(_with_about(word, text))
    return tuple(found)


@cache
def _forms() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<f{i}>{form.pattern})" for i, form in enumerate(FORMS)))


def _read(
    reader: str, match: re.Match[str], last: Time | None, reference: Reference
) -> TimeWord | None:
    start, end, words = match.start(), match.end(), match.group()
    if reader == "every_year":
        return TimeWord(start, end, words, reference.first_year, True, _how_often(words))
    if reader == "after_event":
        time = _after_event(words, reference)
        return TimeWord(start, end, words, time, after_event=True)
    try:
        if reader == "relative":
            return TimeWord(start, end, words, _relative(words, last, reference))
        if reader == "near_season":
            return TimeWord(start, end, words, _near_season(words, reference))
        return TimeWord(start, end, words, _READERS[reader](words))
    except ValueError:
        # A year that no calendar has (2019年13月, 令和0年) is no time.
        return None


def _with_about(word: TimeWord, text: str) -> TimeWord:
    match = _ABOUT.match(text, word.end)
    if match is None or word.recurring:
        return word
    time = replace(word.time, about=True) if word.time else None
    return replace(word, end=match.end(), text=text[word.start : match.end()], time=time)


def _how_often(words: str) -> Times | None:
    if "月" in words:
        return Times(12)
    if "四半期" in words:
        return Times(4)
    if "半年" in words or "半期" in words:
        return Times(2)
    count = re.search("[0-9]+", fold_numerals(words))
    if count is None or not ("回" in words or "度" in words[-3:]):
        return None
    number = int(count.group())
    about = any(word in words for word in ("程度", "約", "ほど"))
    return Times(number, about) if number else None


def _after_event(words: str, reference: Reference) -> Time | None:
    """The day that is so many years after an event, where the text or the caller dates it."""
    count = re.search("([0-9]+)年(?:間|以内|後)*$", fold_numerals(words))
    named = re.search(r"\(([^()]*)\)", words)
    day: date | None = None
    if named is not None:
        time = _day(named.group(1))
        day = time.first_day(reference.rule) if time else None
    else:
        day = next((d for event, d in reference.anchors.items() if words.startswith(event)), None)
    if count is None or day is None:
        return None
    reached = add_months(day, 12 * int(count.group(1)))
    return Time(Point("day", reached.year, reached.month, reached.day))


def _day(words: str) -> Time | None:
    try:
        time = read_time(words)
    except Wrong:
        return None
    return time if time.start.unit == "day" and time.end is None else None


def _span(words: str) -> Time:
    """The years of a span: those from 2021 on (2021年度から5年間), or up to it (までの5年間)."""
    year, _, length = words.partition("から" if "から" in words else "までの")
    count = re.search("[0-9]+", fold_numerals(length))
    assert count is not None
    known = read_time(year).start
    more = max(1, int(count.group())) - 1
    if "から" in words:
        return Time(known, Point(known.unit, known.year + more))
    return Time(Point(known.unit, known.year - more), known)


def _window(words: str) -> Time:
    # Which of the joining words stands there does not matter to the window, nor how long it is.
    words = re.sub("(?<=[年度])(?:まで)?の[^年度]{1,4}年度?間?$", "", words)
    span = re.sub("から|及び|と|・|、|〜|～|–|(?<=[0-9])-", "~", words, count=1)
    # 2020~22年度: the second year without its century.
    return read_time(re.sub(r"^([0-9]{2})([0-9]{2}~)(?=[0-9]{2}年度)", r"\1\2\1", span))


def _season(words: str) -> Time:
    season = next(mark for mark in reversed(words) if mark in _SEASON_END)
    year, month = _year(words), _SEASON_END[season]
    if "年度" in words and season == "冬":
        year, month = year + 1, 2
    return Time(Point("month", year, month), about=True)


def _months(words: str) -> Time:
    first, last = (int(number) for number in re.findall("([0-9]{1,2})月", words))
    year = _year(words)
    return Time(Point("month", year, first), Point("month", year + (last < first), last))


def _decade(words: str) -> Time:
    year = int(words[:4])
    about = "半ば" in words or "中頃" in words
    first = year + 4 if about else year + 5 if "後半" in words else year
    end = year + 6 if about else year + 4 if "前半" in words or "初頭" in words else year + 9
    return Time(Point("year", first), Point("year", end), about=about)


def _year(words: str) -> int:
    """The year that words name up to 年 or 年度."""
    named = re.match(".*?年度?", words)
    return read_time(named.group() if named else words).start.year


def _relative(words: str, last: Time | None, reference: Reference) -> Time | None:
    """来年度前半 → the year it means, then read as if written."""
    fiscal = "年度" in words
    name = words[: words.index("年")]
    rest = words[words.index("年") + (2 if fiscal else 1) :]
    base: int | None = None
    if name in _FROM_LAST and last is not None:
        ending = (last.end or last.start).last_day(reference.rule)
        base = reference.rule.year_of(ending) if fiscal else ending.year
    elif name != "同" and fiscal:
        base = reference.fiscal_year
    elif name != "同" and reference.day is not None:
        base = reference.day.year
    if base is None:
        return None
    year = base + _SHIFT.get(name, 0)
    return read_time(f"{year}年度{rest}" if fiscal else f"{year}年{rest}")


def _near_season(words: str, reference: Reference) -> Time | None:
    """来春 → that of the year it means."""
    if reference.day is None:
        return None
    return _season(f"{reference.day.year + _SHIFT.get(words[0], 0)}年{words[-1]}")


# The grammar has no beginning of a year; the part that holds it is the nearest.
_READERS: Mapping[str, Callable[[str], Time]] = {
    "as_written": lambda words: read_time(
        re.sub("(?<=[期半Q])中$", "", words.replace("・四半期", "四半期"))
    ),
    "window": _window,
    "span": _span,
    "dotted": lambda words: read_time(words.rstrip("末")),
    "year_opening": lambda words: Time(Point("fy_quarter", _year(words), 1)),
    "fiscal_half": lambda words: Time(Point("fy_half", _year(words), 1), about=True),
    "part_of_month": lambda words: read_time(words[: words.index("月") + 1]),
    "year_beginning": lambda words: Time(Point("half", _year(words), 1)),
    "months": _months,
    "season": _season,
    "decade": _decade,
}


def yearly_from(time: Time) -> Time:
    """What comes every year, from the year that a time lies in."""
    unit = "fy" if time.start.unit in FISCAL_UNITS else "year"
    return Time(Point(unit, time.start.year), open=True)
