"""Finding the times that an English text names, each in the one grammar of ``times``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spaceplan.errors import Wrong
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Point, Time
from spaceplan.source.draft.phrases import Form
from spaceplan.source.draft.time_words import SEARCHED, Reference, TimeWord

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?<![0-9],)(?P<year>(?:19|20|21)[0-9]{2})(?![0-9]|s\b|[.,][0-9])"
_FISCAL = (
    r"(?:FY|(?:fiscal|financial)\s+years?)\s*'?(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2})(?![0-9])"
)
_ORDINAL = "(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_JOIN = r"\s*(?:[-–—]|to|through|and)\s*"
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}
_COUNTS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4}
_ABOUT = re.compile(r"\b(?:about|around|approximately|circa|roughly)\s+(?:the\s+)?$", re.IGNORECASE)


FORMS: tuple[Form, ...] = (
    Form(
        "day",
        rf"\b{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        "by June 30, 2020 → 2020-06-30 | on Dec. 1st 2027 → 2027-12-01",
        "by June 30 | May 2020",
    ),
    Form(
        "day",
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        "by 30 June 2020 → 2020-06-30",
    ),
    Form(
        "iso",
        r"\b(?P<year>[0-9]{4})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})\b",
        "by 2020-06-30 → 2020-06-30",
    ),
    Form(
        "slashed",
        r"(?<![0-9/.])(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>20[0-9]{2})(?![0-9/])",
        "by 30/09/2026 → 2026-09-30 | by 9/30/2026 → 2026-09-30 | on 31.12.2027 → 2027-12-31",
    ),
    Form(
        "split_year",
        r"\b(?:(?:the\s+)?(?:end|close)\s+of\s+)?(?:(?:FY|(?:fiscal|financial)\s+year)\s*)?"
        r"(?P<year>20[0-9]{2})[/–-](?P<two>[0-9]{2})(?![0-9/-])",
        "in 2026/27 → FY2026 | by the end of FY2026/27 → FY2026",
        "in 2026/7 | on 2026/01/02",
    ),
    Form(
        "fiscal_range",
        rf"\b{_FISCAL}{_JOIN}(?:FY|fiscal\s+year)?\s*'?(?P<last>(?:19|20)[0-9]{{2}}|[0-9]{{2}})\b",
        "in FY 2024-2026 → FY2024..FY2026 | FY24 through FY26 → FY2024..FY2026",
    ),
    Form(
        "fiscal_quarter",
        rf"\b(?:Q(?P<number>[1-4])|{_ORDINAL}\s+quarter)\s*(?:of|,)?\s*(?:the\s+)?{_FISCAL}",
        "in Q3 FY 2026 → FY2026Q3 | the second quarter of FY27 → FY2027Q2",
    ),
    Form(
        "fiscal_quarter",
        rf"\b{_FISCAL}\s*,?\s*Q(?P<number>[1-4])\b",
        "in FY2026 Q4 → FY2026Q4 | FY26Q1 → FY2026Q1",
    ),
    Form(
        "split_quarter",
        r"\bQ(?P<number>[1-4])\s*(?:of\s+)?(?:FY\s*)?(?P<year>20[0-9]{2})[/–-](?P<two>[0-9]{2})(?![0-9/-])",
        "in Q2 FY2026/27 → FY2026Q2 | in Q4 2026/27 → FY2026Q4",
    ),
    Form(
        "fiscal_half",
        rf"\b(?:H(?P<number>[12])|{_ORDINAL}\s+half)\s*(?:of|,)?\s*{_FISCAL}",
        "the first half of FY 2026 → FY2026H1",
    ),
    Form(
        "fiscal",
        rf"\b(?:(?:the\s+)?(?:end|close)\s+of\s+)?{_FISCAL}",
        "by the end of FY 2027 → FY2027 | in fiscal year 2028 → FY2028 | by FY27 → FY2027",
        "FYI 2027x",
    ),
    Form(
        "months",
        rf"\b{_MONTH}\s*(?P<year1>[0-9]{{4}})?{_JOIN}{_MONTH.replace('month', 'month2')}\s+{_YEAR}",
        "from March to June 2026 → 2026-03..2026-06",
    ),
    Form(
        "range",
        rf"\b(?P<first>(?:19|20)[0-9]{{2}}){_JOIN}{_YEAR}",
        "between 2024 and 2026 → 2024..2026 | in 2024-2026 → 2024..2026",
    ),
    Form(
        "quarter",
        rf"\b(?:Q(?P<number>[1-4])|{_ORDINAL}\s+quarter)\s*(?:of|,)?\s*(?:CY\s*|calendar\s+year\s+)?"
        rf"{_YEAR}",
        "in Q3 2026 → 2026-07..2026-09 | the first quarter of 2027 → 2027-01..2027-03",
    ),
    Form("quarter", rf"\b{_YEAR}\s*,?\s*Q(?P<number>[1-4])\b", "in 2026 Q4 → 2026-10..2026-12"),
    Form(
        "half",
        rf"\b(?:H(?P<number>[12])|{_ORDINAL}\s+half)\s*(?:of|,)?\s*(?:CY\s*)?{_YEAR}",
        "the second half of 2026 → 2026H2 | H1 2027 → 2027H1",
    ),
    Form(
        "month",
        rf"\b(?:(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+|(?:early|mid|late)[- ])?"
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        "by December 2027 → 2027-12 | by the end of June 2026 → 2026-06",
        "may 2 agencies | March on",
    ),
    Form(
        "season",
        rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}",
        "in summer 2026 → about 2026-08",
    ),
    Form(
        "decade",
        r"\b(?:the\s+)?(?:(?P<part>early|mid|late)[- ](?:the\s+)?)?(?P<decade>20[0-9]0)s\b",
        "in the 2030s → 2030..2039 | the early 2030s → 2030..2034",
    ),
    Form("mid", rf"\b(?:mid[- ]|(?:the\s+)?middle\s+of\s+){_YEAR}", "by mid-2026 → mid-2026"),
    Form(
        "early",
        rf"\b(?P<part>early|late)[- ](?:in\s+)?{_YEAR}",
        "in early 2026 → 2026H1 | by late 2027 → 2027H2",
    ),
    Form(
        "year",
        r"\b(?:(?:the\s+)?(?:end|close)\s+of\s+|year[- ]end\s+)?(?:CY\s*|calendar\s+year\s+)?"
        rf"{_YEAR}",
        "by the end of 2027 → 2027 | in 2028 → 2028 | CY2026 → 2026",
        "1,2026 people | 20266 | the 2030s",
    ),
    Form(
        "relative",
        r"\b(?P<which>this|the\s+current|next|the\s+next|the\s+coming)\s+(?P<what>fiscal\s+year|year)\b",
        "by the end of this fiscal year → FY2019 | next year → 2020",
    ),
    Form(
        "yearly",
        r"\b(?:(?P<count>once|twice|two\s+times|three\s+times|four\s+times)\s+(?:a|per|each|every)\s+"
        r"(?:fiscal\s+)?year|annually|yearly|(?:every|each)\s+(?:fiscal\s+)?year|on\s+an\s+annual\s+basis|"
        r"an\s+annual(?=\s+[a-z])|(?P<often>quarterly|monthly|semi-?annually|twice-yearly|biannually|"
        r"(?:every|each)\s+(?:quarter|month)))\b",
        "report annually → FY2019.. | twice a year → FY2019.. | quarterly → FY2019..",
        "the annual budget | perennially | a quarter of them",
    ),
    Form(
        "within",
        r"\bwithin\s+(?P<count>[0-9]{1,3}|one|two|three|four|six|twelve)\s+(?:calendar\s+|business\s+)?"
        r"(?P<what>days?|weeks?|months?|years?)(?:\s+(?:of|after|from|following)\b)?",
        "within 60 days of the order → | within two years →",
    ),
)
"""The examples of the relative forms stand in a document of 2019-05-20."""


def find_english_times(text: str, reference: Reference) -> tuple[TimeWord, ...]:
    """Every time that an English text names, in order, none overlapping another."""
    found: list[TimeWord] = []
    position = 0
    searched = text[:SEARCHED]
    while position < len(searched):
        best: tuple[re.Match[str], str] | None = None
        for form, pattern in _compiled():
            match = pattern.search(searched, position)
            if match and (best is None or match.start() < best[0].start()):
                best = (match, form.reader)
        if best is None:
            break
        match, reader = best
        word = _read(reader, match, reference)
        if word is not None:
            found.append(_with_about(word, searched))
        position = match.end()
    return tuple(found)


@cache
def _compiled() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    return tuple((form, re.compile(form.pattern, re.IGNORECASE)) for form in FORMS)


def _with_about(word: TimeWord, text: str) -> TimeWord:
    head = _ABOUT.search(text, max(0, word.start - 20), word.start)
    if head is None or word.time is None or word.recurring:
        return word
    time = replace(word.time, about=True)
    return replace(word, start=head.start(), text=text[head.start() : word.end], time=time)


def _read(reader: str, match: re.Match[str], reference: Reference) -> TimeWord | None:
    start, end, words = match.start(), match.end(), match.group()
    if reader == "yearly":
        return TimeWord(start, end, words, reference.first_year, True, _how_often(match))
    if reader == "within":
        return TimeWord(start, end, words, None, after_event=True)
    try:
        by_reference = _BY_REFERENCE.get(reader)
        time = by_reference(match, reference) if by_reference else _READERS[reader](match)
        return TimeWord(start, end, words, time)
    except (Wrong, ValueError):
        return None


def _how_often(match: re.Match[str]) -> Times | None:
    often = (match["often"] or "").lower()
    if "month" in often:
        return Times(12)
    if "quarter" in often:
        return Times(4)
    if often:
        return Times(2)
    count = (match["count"] or "").lower().split()
    number = _COUNTS.get(count[0], 0) if count else 0
    return Times(number) if number > 1 else None


def _year(text: str) -> int:
    number = int(text)
    return number + 2000 if number < 100 else number


def _number(match: re.Match[str]) -> int:
    held = match.groupdict()
    if held.get("number"):
        return int(held["number"])
    ordinal = (held.get("ordinal") or "").lower()
    return _ORDINALS.get(ordinal, 4)


def _month(name: str) -> int:
    return MONTHS.index(name.lower()[:3]) + 1


def _relative(match: re.Match[str], reference: Reference) -> Time | None:
    fiscal = "fiscal" in match["what"].lower()
    base = reference.fiscal_year if fiscal else reference.day.year if reference.day else None
    if base is None:
        return None
    which = match["which"].lower()
    year = base + ("next" in which or "coming" in which)
    return Time(Point("fy" if fiscal else "year", year))


def _slashed(match: re.Match[str], reference: Reference) -> Time:
    """30/09/2026: where both may be the month, only a document of the United States says which."""
    first, second = int(match["first"]), int(match["second"])
    american = reference.rule == FiscalRule(10, "end")
    if not american and first != second and max(first, second) <= 12:
        raise ValueError(match.group())
    month_first = second > 12 or (american and first <= 12)
    month, day = (first, second) if month_first else (second, first)
    return Time(Point("day", int(match["year"]), month, day))


def _split_year(match: re.Match[str], reference: Reference) -> Time:
    """2026/27: the fiscal year that begins in the first and ends in the second."""
    year = int(match["year"])
    if (year + 1) % 100 != int(match["two"]):
        raise ValueError(match.group())
    named = year + (reference.rule.named_by == "end")
    if "number" in match.groupdict():
        return Time(Point("fy_quarter", named, _number(match)))
    return Time(Point("fy", named))


def _decade(match: re.Match[str]) -> Time:
    first = int(match["decade"])
    part = (match["part"] or "").lower()
    start, end = {"early": (0, 4), "late": (5, 9), "mid": (4, 6)}.get(part, (0, 9))
    return Time(Point("year", first + start), Point("year", first + end), about=part == "mid")


def _months(match: re.Match[str]) -> Time:
    first = int(match["year1"] or match["year"])
    return Time(
        Point("month", first, _month(match["month"])),
        Point("month", int(match["year"]), _month(match["month2"])),
    )


def _quarter(match: re.Match[str]) -> Time:
    """A quarter of a calendar year: the grammar has months for it."""
    year, number = int(match["year"]), _number(match)
    return Time(Point("month", year, 3 * number - 2), Point("month", year, 3 * number))


def _ymd(match: re.Match[str], month: int) -> Time:
    return Time(Point("day", int(match["year"]), month, int(match["day"])))


_READERS: dict[str, Callable[[re.Match[str]], Time]] = {
    "day": lambda m: _ymd(m, _month(m["month"])),
    "iso": lambda m: _ymd(m, int(m["number"])),
    "fiscal_range": lambda m: Time(Point("fy", _year(m["year"])), Point("fy", _year(m["last"]))),
    "fiscal_quarter": lambda m: Time(Point("fy_quarter", _year(m["year"]), _number(m))),
    "fiscal_half": lambda m: Time(Point("fy_half", _year(m["year"]), _number(m))),
    "fiscal": lambda m: Time(Point("fy", _year(m["year"]))),
    "months": _months,
    "range": lambda m: Time(Point("year", int(m["first"])), Point("year", int(m["year"]))),
    "quarter": _quarter,
    "half": lambda m: Time(Point("half", int(m["year"]), _number(m))),
    "month": lambda m: Time(Point("month", int(m["year"]), _month(m["month"]))),
    "season": lambda m: Time(
        Point("month", int(m["year"]), _SEASONS[m["season"].lower()]), about=True
    ),
    "decade": _decade,
    "mid": lambda m: Time(Point("mid", int(m["year"]))),
    "early": lambda m: Time(Point("half", int(m["year"]), 1 + (m["part"].lower() == "late"))),
    "year": lambda m: Time(Point("year", int(m["year"]))),
}
_BY_REFERENCE: dict[str, Callable[[re.Match[str], Reference], Time | None]] = {
    "relative": _relative,
    "slashed": _slashed,
    "split_year": _split_year,
    "split_quarter": _split_year,
}
