"""Finding the times that an English text names, each in the one grammar of ``times``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache

from spaceplan.errors import Wrong
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.spans import add_months
from spaceplan.roadmap.times import Point, Time
from spaceplan.source.draft.english_forms import END, FORMS, JOIN
from spaceplan.source.draft.time_words import SEARCHED, Reference, TimeWord
from spaceplan.source.read.months import month_of

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_JOINED = re.compile(JOIN, re.IGNORECASE)
# "and" joins two ends only behind these.
_SPANS = re.compile(r"\b(?:between|during|over|in|from|for)\s+(?:the\s+)?$", re.IGNORECASE)
_RESPECTIVELY = re.compile(r",?\s+respectively\b", re.IGNORECASE)
# The months of a season, and those half the world away.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "",
            "once one",
            "twice two second other",
            "three third",
            "four fourth",
            "five fifth",
            "six",
        )
    )
    for word in words.split()
} | {"ten": 10, "twelve": 12}
_ABOUT = re.compile(r"\b(?:about|around|approximately|circa|roughly)\s+(?:the\s+)?$", re.IGNORECASE)
_AMERICAN = FiscalRule(10, "end")
_SOUTHERN = FiscalRule(7, "end")


def find_english_times(text: str, reference: Reference) -> tuple[TimeWord, ...]:
    """Every time that an English text names, in order, none overlapping another."""
    found: list[TimeWord] = []
    searched = text[:SEARCHED]
    ahead = [(reader, pattern, pattern.search(searched)) for reader, pattern in _compiled()]
    while ahead := [(reader, pattern, match) for reader, pattern, match in ahead if match]:
        reader, _, best = min(ahead, key=lambda one: one[2].start())
        word = _read(reader, best, reference)
        if word is not None:
            found.append(_with_about(word, searched))
        position = best.end()
        ahead = [
            (
                reader,
                pattern,
                match if match.start() >= position else pattern.search(searched, position),
            )
            for reader, pattern, match in ahead
        ]
    return _joined(found, searched)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (form.reader, re.compile(END + pattern, re.IGNORECASE))
        for form in FORMS
        for pattern in form.pattern.split("||")
    )


def _joined(words: list[TimeWord], text: str) -> tuple[TimeWord, ...]:
    """Two times that are the ends of one: "between 2024 and 2026", "1 May 2026 to 3 June 2026"."""
    found: list[TimeWord] = []
    for word in words:
        last = found[-1] if found else None
        if last and last.time and word.time and _spans(last, word, text):
            finish = word.time.end or word.time.start
            time = Time(last.time.start, finish, about=last.time.about or word.time.about)
            found[-1] = replace(last, end=word.end, text=text[last.start : word.end], time=time)
        else:
            found.append(word)
    return tuple(found)


def _spans(first: TimeWord, second: TimeWord, text: str) -> bool:
    join = _JOINED.fullmatch(text, first.end, second.start)
    one, other = first.time, second.time
    assert one is not None and other is not None
    if join is None or one.start.unit != other.start.unit:
        return False
    if one.open or other.open or _months_of(one) != _months_of(other):
        return False
    begin, finish = ((p.year, p.number, p.day) for p in (one.start, other.start))
    if _RESPECTIVELY.match(text, second.end):
        return False
    before = text[max(0, first.start - 20) : first.start]
    return begin < finish and (join.group().strip().lower() != "and" or bool(_SPANS.search(before)))


def _months_of(time: Time) -> int:
    """How many months a quarter or a season of calendar months has, 1 of what is no span; 0 of
    what has two ends already."""
    end = time.end
    if end is None:
        return 1
    months = 12 * (end.year - time.start.year) + (end.number or 0) - (time.start.number or 0) + 1
    return months if time.start.unit == "month" and months <= 3 else 0


def _with_about(word: TimeWord, text: str) -> TimeWord:
    head = _ABOUT.search(text, max(0, word.start - 20), word.start)
    if head is None or word.time is None or word.recurring:
        return word
    time = replace(word.time, about=True)
    return replace(word, start=head.start(), text=text[head.start() : word.end], time=time)


def _read(reader: str, match: re.Match[str], reference: Reference) -> TimeWord | None:
    start, end, words = match.start(), match.end(), match.group()
    if reader == "yearly":
        every = 2 if match["biennial"] else _count(match["every"])
        often = _how_often(match)
        return TimeWord(start, end, words, reference.first_year, True, often, every=every or 1)
    if reader == "within":
        return TimeWord(start, end, words, None, after_event=True)
    if reader == "own_day":
        day = _own_day(match, reference)
        return TimeWord(start, end, words, day, after_event=day is None)
    try:
        return TimeWord(start, end, words, _READERS[reader](match, reference))
    except (Wrong, ValueError):
        return None


def _how_often(match: re.Match[str]) -> Times | None:
    often = (match["often"] or "").lower()
    number = 12 if "month" in often and "six" not in often else 0
    number = 4 if "quarter" in often else number
    number = number or (2 if often else _count(match["count"]))
    return Times(number) if number > 1 else None


def _count(words: str | None) -> int:
    first = (words or "").lower().split()[:1]
    return (
        _COUNTS.get(first[0], 0) or (int(first[0]) if first[0].isdecimal() else 0) if first else 0
    )


def _year(text: str) -> int:
    number = int(text)
    return number + 2000 if number < 100 else number


def _number(match: re.Match[str]) -> int:
    held = match.groupdict()
    if held.get("number"):
        return int(held["number"])
    ordinal = (held.get("ordinal") or "").lower()
    return _ORDINALS.get(ordinal, 4)


def _fiscal(match: re.Match[str], reference: Reference) -> int:
    """The fiscal year that the words name; 2026/27 begins in the first and ends in the second."""
    first, second = match["fy"] or match["split"], match["two"] or match["second"]
    if not first:
        return int(match["before"])
    if not second:
        return _year(first)
    if (_year(first) + 1) % 100 != int(second):
        raise ValueError(match.group())
    return _year(first) + (reference.rule.named_by == "end")


def _fiscal_year(match: re.Match[str], reference: Reference) -> Time:
    """A fiscal year; "2025-28" are calendar years, and so is "2026-27" where fiscal years are."""
    if match["split"]:
        first, second = int(match["split"]), int(match["second"])
        if (first + 1) % 100 != second or reference.rule.starts == 1:
            return Time(Point("year", first), Point("year", first - first % 100 + second))
    return Time(Point("fy", _fiscal(match, reference)))


def _fiscal_range(match: re.Match[str], reference: Reference) -> Time:
    first, last = _fiscal(match, reference), match["last"]
    bare = f"{match['fy']}-{last}", f"{match['fy']}–{last}"
    together = match.group().endswith(bare) and _year(last) == first + 1
    if together and len(last) == 2 and reference.rule != _AMERICAN:
        return Time(Point("fy", first + (reference.rule.named_by == "end")))
    split = re.search(r"[/–-][0-9]{2}$", match.group()[match.end("last") - match.start() :])
    named = bool(split) and reference.rule.named_by == "end"
    return Time(Point("fy", first), Point("fy", _year(last) + named))


def _relative(match: re.Match[str], reference: Reference) -> Time | None:
    fiscal = match["what"].lower() != "year"
    base = reference.fiscal_year if fiscal else reference.day.year if reference.day else None
    if base is None:
        return None
    which = match["which"].lower()
    year = base + ("next" in which or "coming" in which)
    return Time(Point("fy" if fiscal else "year", year))


def _coming(match: re.Match[str], reference: Reference) -> Time | None:
    """So many months or years from the document's day."""
    day = reference.day
    if day is None:
        return None
    number = _count(match["count"]) * (12 if match["what"].lower().startswith("year") else 1)
    last = add_months(day, number)
    return Time(
        Point("month", day.year, day.month), Point("month", last.year, last.month), about=True
    )


def _own_day(match: re.Match[str], reference: Reference) -> Time | None:
    """So long after the document's day, where that is known."""
    day, what = reference.day, match["what"].lower()
    if day is None:
        return None
    number = _count(match["count"]) or 1
    if what.startswith(("day", "week")):
        reached = day + timedelta(days=number * (7 if what.startswith("week") else 1))
    else:
        reached = add_months(day, number * (12 if what.startswith("year") else 1))
    return Time(Point("day", reached.year, reached.month, reached.day))


def _slashed(match: re.Match[str], reference: Reference) -> Time:
    """30/09/2026: where both may be the month, only a document of the United States says which."""
    first, second = int(match["first"]), int(match["second"])
    american = reference.rule == _AMERICAN
    if not american and first != second and max(first, second) <= 12:
        raise ValueError(match.group())
    month_first = second > 12 or (american and first <= 12)
    month, day = (first, second) if month_first else (second, first)
    return Time(Point("day", int(match["year"]), month, day))


def _decade(match: re.Match[str], reference: Reference) -> Time:
    first = int(match["decade"])
    part = (match["part"] or "").lower()
    start, end = {"early": (0, 4), "late": (5, 9), "mid": (4, 6)}.get(part, (0, 9))
    return Time(Point("year", first + start), Point("year", first + end), about=part == "mid")


def _season(match: re.Match[str], reference: Reference) -> Time:
    """The three months of a season, which south of the equator is half a year later."""
    year, first = int(match["year"]), _SEASONS[match["season"].lower()]
    if reference.rule == _SOUTHERN:
        first = (first + 5) % 12 + 1
    last = (first + 1) % 12 + 1
    return Time(Point("month", year, first), Point("month", year + (last < first), last))


def _quarter(match: re.Match[str], reference: Reference) -> Time:
    """A quarter of a calendar year: the grammar has months for it."""
    year, number = int(match["year"]), _number(match)
    return Time(Point("month", year, 3 * number - 2), Point("month", year, 3 * number))


def _quarters(match: re.Match[str], reference: Reference) -> Time:
    first, last = int(match["number"]), int(match["number2"])
    if match["year"]:
        year = int(match["year"])
        return Time(Point("month", year, 3 * first - 2), Point("month", year, 3 * last))
    year = _fiscal(match, reference)
    return Time(Point("fy_quarter", year, first), Point("fy_quarter", year, last))


def _first(match: re.Match[str], reference: Reference) -> Time:
    if match["year"]:
        return Time(Point("month", int(match["year"]), 1))
    day = reference.rule.first_day(_fiscal(match, reference))
    return Time(Point("month", day.year, day.month))


def _early(match: re.Match[str], reference: Reference) -> Time:
    half = 1 + (match["part"].lower() == "late")
    if match["year"]:
        return Time(Point("half", int(match["year"]), half))
    return Time(Point("fy_half", _fiscal(match, reference), half))


def _iso(match: re.Match[str], reference: Reference) -> Time:
    year, month = int(match["year"]), int(match["number"])
    return Time(Point("day", year, month, int(match["day"]))) if match["day"] else _of(year, month)


def _month_short(match: re.Match[str], reference: Reference) -> Time:
    if match["month"]:
        return _of(_year(match["two"]), month_of(match["month"]))
    return _of(int(match["year"]), int(match["number"]))


def _of(year: int, month: int) -> Time:
    return Time(Point("month", year, month))


_READERS: dict[str, Callable[[re.Match[str], Reference], Time | None]] = {
    "day": lambda m, _: Time(Point("day", int(m["year"]), month_of(m["month"]), int(m["day"]))),
    "iso": _iso,
    "slashed": _slashed,
    "month_short": _month_short,
    "fiscal_range": _fiscal_range,
    "quarters": _quarters,
    "fiscal_quarter": lambda m, r: Time(Point("fy_quarter", _fiscal(m, r), _number(m))),
    "fiscal_half": lambda m, r: Time(Point("fy_half", _fiscal(m, r), _number(m))),
    "first": _first,
    "fiscal": _fiscal_year,
    "months": lambda m, _: Time(
        Point("month", int(m["year"]), month_of(m["month"])),
        Point("month", int(m["year"]), month_of(m["month2"])),
    ),
    "quarter": _quarter,
    "half": lambda m, _: Time(Point("half", int(m["year"]), _number(m))),
    "month": lambda m, _: _of(int(m["year"]), month_of(m["month"])),
    "season": _season,
    "decade": _decade,
    "mid": lambda m, _: Time(Point("mid", int(m["year"]))),
    "early": _early,
    "year": lambda m, _: Time(Point("year", int(m["year"]))),
    "relative": _relative,
    "coming": _coming,
}
