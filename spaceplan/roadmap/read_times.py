"""The one grammar for times, the same in the plan file and on the command line.

Each form of ``times`` in its canonical spelling and in its Japanese ones, in either width and case.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from spaceplan.errors import Phrase, Wrong, phrase
from spaceplan.roadmap.fiscal import (
    ERA_PATTERN,
    ERA_YEAR_PATTERN,
    FiscalRule,
    cut,
    fold,
    fold_double_names,
    fold_numerals,
    inherit_era,
    western_year,
)
from spaceplan.roadmap.times import Point, Time

DEFAULT_RULE = FiscalRule()

_LONGEST = 200


def read_by_any_rule(text: str) -> Time:
    """`read_time` where the fiscal rule is not known yet: a window may run back by some rules."""
    return read_time(text, None)


@cache
def read_time(text: str, rule: FiscalRule | None = DEFAULT_RULE) -> Time:
    """The time that `text` means, in canonical or Japanese spelling, in either width and case.

    `rule` is only used to refuse a window that ends before it begins. A time of day behind a day
    is let be: no time is sharper than a day. Raises Wrong.
    """
    if len(text) > _LONGEST:
        raise _no_time(text, _why("too-long", count=_LONGEST))
    folded = _fold(text)
    try:
        time = _read_folded(folded)
    except Wrong as error:
        reason, near = _explain(folded, rule or DEFAULT_RULE) or (error.what, "")
        raise _no_time(text, reason, near) from None
    if rule is not None and time.runs_back(rule):
        first, last = str(time.first_day(rule)), str(time.last_day(rule))
        raise _no_time(text, _why("runs-back", first=first, last=last))
    return time


def _no_time(text: str, reason: Phrase, near: str = "") -> Wrong:
    return Wrong(
        phrase("roadmap.no-time", text=cut(text), reason=reason),
        phrase("roadmap.expected-time"),
        near,
    )


def _why(key: str, **facts: Any) -> Phrase:
    return phrase(f"roadmap.{key}", **facts)


def _wrong(key: str, **facts: Any) -> Wrong:
    return Wrong(_why(key, **facts))


# Reading. Everything below works on folded text: no white space, half width, arabic numerals.

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212ー", "-"))
_EVERY_YEAR = ("", "(毎年度)", "(毎年)", "毎年度", "毎年")
_HALVES = {
    **dict.fromkeys(("H1", "前半", "上半期", "上期"), 1),
    **dict.fromkeys(("H2", "後半", "下半期", "下期"), 2),
}


def _fold(text: str) -> str:
    if found := _time_of_day().search(text):
        text = text[: found.start()]
    # 四半期 before the numerals: the 三四 of 第三四半期 is no number.
    plain = fold(text).translate(_HYPHENS).replace("四半期", "Q")
    return fold_double_names(fold_numerals(plain))


def _read_folded(text: str) -> Time:
    """Raises Wrong with the reason."""
    if not text:
        raise _wrong("empty")
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
            raise _wrong("beginning-missing")
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
        raise _wrong("which-year", year=last)
    return first, last


def _read_point(text: str) -> Point:
    found = _point_form().fullmatch(text)
    if not found:
        raise _wrong("unreadable")
    if found["mid"]:
        return Point("mid", int(found["mid"]))
    if found["iso"]:
        return _month_or_day(int(found["iso"]), found["month"], found["day"])
    if found["compact"]:
        year, month, day = found["compact"][:4], found["compact"][4:6], found["compact"][6:]
        return _month_or_day(int(year), month, day)
    if found["name"]:
        month = found["era_month"] or found["months"]
        return _month_or_day(_era(found["name"], found["count"]), month, found["days"])
    year = int(found["west"]) if found["west"] else _era(found["era"], found["n"])
    rest = found["rest"].upper()
    # An era year without 年 is a fiscal year (R2); a western one is a calendar year.
    if found["fy"] or found["unit"] == "年度" or (found["era"] and not found["unit"]):
        if found["fy"] and found["unit"] == "年":
            raise _wrong("both-years")
        return _fiscal_point(year, rest, bool(found["fy"] or found["unit"]))
    return _calendar_point(year, rest, bool(found["unit"]))


def _era(name: str, number: str) -> int:
    year = western_year(name, number)
    if year is None:
        raise _wrong("era-begins")
    return year


def _month_or_day(year: int, month: str, day: str | None) -> Point:
    if day is None:
        return Point("month", year, int(month))
    return Point("day", year, int(month), int(day))


def _fiscal_point(year: int, rest: str, named: bool) -> Point:
    """`rest` is what follows the year; `named` whether 年度 or FY named it."""
    if not rest or (named and rest in ("末", "中", "内")):
        return Point("fy", year)
    part = rest.removesuffix("末")
    if part in _HALVES:
        return Point("fy_half", year, _HALVES[part])
    if found := _quarter_form().fullmatch(part):
        return Point("fy_quarter", year, int(found[1] or found[2]))
    raise _wrong("unreadable")


def _calendar_point(year: int, rest: str, named: bool) -> Point:
    """`rest` is what follows the year; `named` whether 年 stood before it."""
    if not rest or (named and rest in ("末", "中", "内")):
        return Point("year", year)
    if rest in ("H1", "H2"):
        return Point("half", year, _HALVES[rest])
    if not named:
        raise _wrong("unreadable")
    part = rest.removesuffix("末")
    if part in _HALVES:
        return Point("half", year, _HALVES[part])
    if _middle_form().fullmatch(rest):
        return Point("mid", year)
    found = _month_form().fullmatch(rest)
    if not found:
        raise _wrong("unreadable")
    if found["day"]:
        return Point("day", year, int(found["month"]), int(found["day"]))
    return Point("month", year, int(found["month"]))


def _explain(folded: str, rule: FiscalRule) -> tuple[Phrase, str] | None:
    """Reason and suggestion (or "") for a mistake that is often made, or None."""
    for pattern, reason, correct in _MISTAKES:
        if found := _compiled(pattern).search(folded):
            correction = correct(found) if callable(correct) else found.expand(correct)
            corrected = folded[: found.start()] + correction + folded[found.end() :]
            return _why(reason), _canonical(corrected, rule) if correct else ""
    return None


def _canonical(folded: str, rule: FiscalRule) -> str:
    """The canonical spelling of what a correction made, or "" if it is still no time."""
    try:
        time = _read_folded(folded)
    except Wrong:
        return ""
    return "" if time.runs_back(rule) else str(time)


def _nothing(_: re.Match[str]) -> str:
    return ""


def _months_of_quarter(found: re.Match[str]) -> str:
    last = 3 * int(found["q"] or found["n"])
    return f"{found['y']}-{last - 2:02}..{found['y']}-{last:02}"


_MISTAKES: tuple[tuple[str, str, str | Callable[[re.Match[str]], str]], ...] = (
    (
        r"FY[0-9]{4}[-/][0-9]{2}(?![0-9-])",
        "one-number",
        "",
    ),
    (r"([0-9]{4})[-/_.:]([HQ][1-4])", "part-no-sign", r"\1\2"),
    (r"^([HQ][1-4])[-/]?(FY)?([0-9]{4})$", "year-first", r"\2\3\1"),
    (r"[0-9]{4}(?:年度?)?H[03-9]", "halves-only", ""),
    (
        r"(?<!FY)(?<![0-9])(?P<y>[0-9]{4})年?(?:第?(?P<q>[1-4])Q|Q(?P<n>[1-4]))",
        "fiscal-quarters",
        _months_of_quarter,
    ),
    (
        r"(?:FY'?|^)[0-9]{2}(?:年度)?(?![0-9年月日])",
        "short-year",
        "",
    ),
    (r"(FY)([0-9]{4})(?:-|to)(?:FY)?([0-9]{4})", "two-dots", r"\1\2..\1\3"),
    (r"([0-9]{4})(?:-|to)([0-9]{4})", "two-dots", r"\1..\2"),
    (r"^(?:around|circa|ca?\.|approximately|approx\.?|~)", "about-word", "about"),
    (r"\.\.about", "about-first", ""),
    (r"^end-?(?:of)?-?", "end-itself", _nothing),
    (r"^(?:early|late)-?|^mid-?FY", "parts-of-year", ""),
    (
        r"年度の?(?:中頃|中ごろ|半ば|なかば|年?央)",
        "no-middle",
        "",
    ),
    (r"年度の?[0-9]{1,2}月", "month-calendar", ""),
    (
        r"^[0-9]{4}(?:末|中|内|前半|後半|[上下]半?期|年?央|半ば|中頃)",
        "fiscal-or-calendar",
        "",
    ),
    (
        r"(?:以降|以後|から|より)$",
        "beginning-alone",
        "",
    ),
    (r"まで(?:に|の)?$", "no-made", _nothing),
    (r"[上中下]旬", "between-nothing", ""),
    (r"[0-9元]年?度?\([0-9令平昭RHS]", "two-names", ""),
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
        "|(?P<iso>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?"
        "|(?P<compact>[0-9]{8})"
        f"|(?P<name>{ERA_PATTERN})(?P<count>{ERA_YEAR_PATTERN})"
        "(?:[/.](?P<era_month>[0-9]{1,2})|(?P<hyphen>[-/.])(?P<months>[0-9]{1,2})(?P=hyphen)(?P<days>[0-9]{1,2}))"
        "|(?:(?P<fy>FY)?(?P<west>[0-9]{4})"
        f"|(?P<era>{ERA_PATTERN})(?P<n>{ERA_YEAR_PATTERN}))"
        "(?P<unit>年度|年)?(?:の(?=.))?(?P<rest>[^0-9].*|[0-9]Q末?|[0-9]{1,2}月.*|)"
    )


@cache
def _time_of_day() -> re.Pattern[str]:
    """What may stand behind a day and is no part of it."""
    colon, number = "[:\uff1a]", "[0-9\uff10-\uff19]{1,2}"
    return _compiled(
        rf"(?<=[0-9\uff10-\uff19日])(?:[Tt]|\s+){number}(?:{colon}{number}(?:{colon}{number}"
        rf"(?:\.[0-9]+)?)?|時(?:{number}分)?)\s*$"
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
