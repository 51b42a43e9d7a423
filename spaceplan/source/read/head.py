"""What the head of a document says of itself: its title and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spaceplan.source.read.furniture import DATE, TITLE
from spaceplan.source.read.heading_styles import ITEMS
from spaceplan.source.read.lines import Line, fold_line
from spaceplan.source.read.months import DAY, MONTH, month_of
from spaceplan.source.read.numbers import COUNT, KANJI_YEAR, NUMERAL
from spaceplan.source.read.parts import Leftover
from spaceplan.source.read.progress import BEFORE

# What a title says of itself, the most telling first; any line but 資料3.
_TITLES = (
    re.compile("^(?!#).*工程表"),
    re.compile("^(?!#).*(?:ロードマップ|行程表|アクションプラン|行動計画|計画|プログラム|戦略)"),
    re.compile(
        r"^#?\s?(?=.{8}).*\b(?:Roadmap|Plan|Strategy|Program(?:me)?)\b",
        re.IGNORECASE,
    ),
    re.compile(r"^#\s"),
    re.compile("^(?!(?:資料|別紙|別添|参考)[0-9]*$|[0-9]+$|#)"),
)
_LONGEST_TITLE = 120
_FRONT_TITLE = re.compile(r"title:\s+", re.I)
# A line with the date of the document says little else.
_DATE_LINE = 40
_OWN_LINE = 60

_YEAR = rf"(?:(?:令和|平成)\s?{NUMERAL}|[0-9]{{4}}|{KANJI_YEAR})"
_YEAR_MONTH = rf"{_YEAR}\s?年\s?{NUMERAL}\s?月"
_DATE = re.compile(rf"{_YEAR_MONTH}\s?{NUMERAL}\s?日|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
_MONTH_ALONE = re.compile(_YEAR_MONTH)
_REVISION = re.compile(rf"({_YEAR}\s?年度)\s?改[訂定]")
_FISCAL = re.compile(rf"{_YEAR}\s?年度|(?<![A-Za-z0-9])R[0-9]{{1,2}}(?![0-9A-Za-z])")

# The years that a plan says to run over: 令和7年度からの5年間, "Plan 2025 to 2030".
_PERIOD = re.compile(
    rf"({_YEAR}\s?年度?)(?:から|[~〜～–-])(?:の?\s?{COUNT}[かヶカケ箇]?年度?間|{_YEAR}\s?年)"
)
_ENGLISH_PERIOD = re.compile(
    r"\b(?P<first>(?:19|20)[0-9]{2})\s?(?P<join>[-–—/]|to|through)\s?(?P<last>(?:19|20)?[0-9]{2})\b"
)

# "Recurring actions begin in FY 2027", "where an action is annual, it is done first in 2026".
_RECURRING = (
    rf"(?:(?:recurring|annual|yearly|regular|repeated)\s+{ITEMS}\b|\b{ITEMS}\s+"
    r"(?:is|are|that\s+(?:is|are))\s+(?:recurring|annual|yearly|repeated|carried\s+out\s+every\s+year)\b)"
)
_FIRST_YEAR = re.compile(
    rf"{_RECURRING}[^.;]{{0,90}}?\b(?:begin|begins|start|starts|first|beginning|starting|from)\b[^.;]{{0,30}}?\s"
    r"(?P<fiscal>(?:FY|fiscal\s+year|financial\s+year)\s*)?(?P<year>20[0-9]{2})(?P<split>[–/-][0-9]{2})?\b",
    re.I,
)
_ENGLISH = (
    re.compile(rf"\b{MONTH}\s+{DAY},?\s+(?P<year>[0-9]{{4}})\b", re.I),
    re.compile(rf"\b{DAY}\s+{MONTH},?\s+(?P<year>[0-9]{{4}})\b", re.I),
    re.compile(
        rf"(?:^\W*(?:\w+\s)?|[—–|,]\s*){MONTH}\s+(?P<year>[0-9]{{4}})(?:\W*|(?:\s*[—–|]|\.\s).*)$",
        re.I | re.M,
    ),
)
# What stands before the day of a document in a sentence, and before a day that it only speaks of.
_DATED = re.compile(
    r"\b(?:dated|published|adopted|approved|issued|agreed|decided|endorsed|released|updated|revised|"
    r"version|edition|as\s+of)\W+(?:(?:on|in|as\s+of|of)\s+)?$",
    re.I,
)
_SPOKEN_OF = re.compile(
    r"\b(?:by|until|till|before|after|from|than|to|since|between|and|through|begins|starts|ends|runs)\s+"
    r"(?:on\s+)?(?:the\s+)?$",
    re.I,
)


def read_title(head: Sequence[Line]) -> str:
    """The first line before the topics that names a roadmap, or the first of all."""
    for names in _TITLES:
        for line in head:
            if names.search(line.text) and len(line.text) < _LONGEST_TITLE:
                said = _whole(line, head).raw.strip().lstrip("# ")
                return _FRONT_TITLE.sub("", said).strip("\"'") if _FRONT_TITLE.match(said) else said
    return head[0].raw.strip()[:100] if head else ""


def _whole(line: Line, head: Sequence[Line]) -> Line:
    """A line of a title that was set in several, where another line says all of it."""
    for other in head:
        words = other.text.split()
        titled = sum(word[0].isupper() or word[0].isdigit() for word in words) >= 0.6 * len(words)
        if line.text in other.text and titled and len(line.text) < len(other.text) < _LONGEST_TITLE:
            return line if other.text.endswith((".", "。")) or "...." in other.text else other
    return line


def read_date(head: Sequence[Line], title: str) -> tuple[str, str]:
    """(the date that the head names, the words that name it).

    The first full date before the topics, else the fiscal year of the revision, else a month, else
    a fiscal year in the title. English dates come as ISO.
    """
    text = "\n".join(line.text[:200] for line in head[:60])
    found = _DATE.search(text)
    if found:
        return found.group(), found.group()
    english = _english(text)
    if english:
        return english
    revision = _REVISION.search(text)
    if revision:
        return revision.group(1), revision.group(1)
    found = _MONTH_ALONE.search(text) or _FISCAL.search(fold_line(title))
    return (found.group(), found.group()) if found else ("", "")


def read_first(head: Sequence[Line]) -> str:
    """The year in which an English plan says that what recurs begins, or ""."""
    yearly = _FIRST_YEAR.search(" ".join(line.text for line in head))
    if yearly:
        fiscal = "FY" if yearly["fiscal"] and not yearly["split"] else ""
        return (
            f"{fiscal}{yearly['year']}{(yearly['split'] or '').replace('–', '-').replace('/', '-')}"
        )
    return ""


def read_period(head: Sequence[Line], title: str) -> str:
    """The year from which a plan says that it runs, as written, or ""; of a Japanese one anywhere
    before the topics, of an English one in its title or on a line of its own."""
    found = _PERIOD.search("".join(line.text for line in head[:60]))
    if found:
        return found.group(1)
    alone = (_ENGLISH_PERIOD.fullmatch(line.text) for line in head[:20])
    english = _ENGLISH_PERIOD.search(fold_line(title)) or next(filter(None, alone), None)
    if english is None:
        return ""
    first, last = english["first"], english["last"]
    split = len(last) == 2 and (int(first) + 1) % 100 == int(last)
    return f"{first}-{last}" if split and english["join"] not in ("to", "through") else first


def _english(text: str) -> tuple[str, str] | None:
    """The day of a line of its own, or of a sentence that says it is the document's; else the
    month of such a line, else a day that nothing is said to happen by, from or until."""
    *days, month = _ENGLISH
    found = sorted((m for day in days for m in day.finditer(text)), key=lambda m: m.start())
    alone = (m for m in found if _is_dated(text, m))
    spoken = (m for m in found if not _SPOKEN_OF.search(text, max(0, m.start() - 30), m.start()))
    match = next(alone, None) or month.search(text) or next(spoken, None)
    if match is None:
        return None
    said = f"{match['year']}-{month_of(match['month']):02}"
    day = match.groupdict().get("day")
    return said + (f"-{int(day):02}" if day else ""), match.group().strip()


def _is_dated(text: str, match: re.Match[str]) -> bool:
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start : end if end > 0 else len(text)]
    before = text[max(start, match.start() - 40) : match.start()]
    alone = len(line) <= _OWN_LINE and not _SPOKEN_OF.search(before)
    return alone or _DATED.search(before) is not None


def know_head(leftovers: list[Leftover], title: str, day: str) -> None:
    """The lines that the title and the date were taken from are not unread."""
    for index, left in enumerate(leftovers):
        if left.reason != BEFORE:
            continue
        if left.text.lstrip("# ") == title:
            leftovers[index] = replace(left, reason=TITLE)
        elif day and len(left.text) <= _DATE_LINE and day in fold_line(left.text):
            leftovers[index] = replace(left, reason=DATE)
