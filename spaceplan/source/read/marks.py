"""What the marks at the edges of a line say: heading, charts, section, bullet, question.

Every function takes one folded line (``lines.fold_line``) and looks at it alone; what a line
means among its neighbours is decided in ``headings`` and in those that take lines. All patterns
are linear: anchored, and no quantifier inside another.
"""

from __future__ import annotations

import re

from spaceplan.frozen import dataclass
from spaceplan.source.read.bodies import is_list, labelled, labelled_end
from spaceplan.source.read.fields import KIND
from spaceplan.source.read.section_words import PLAN, RESULT, japanese_section
from spaceplan.source.read.text import has_japanese

_HEADING = re.compile(r"(?:論点|項目)?\s?([0-9](?:\s?[0-9])?)\s?[.:](?![0-9])\s*(.*)", re.DOTALL)
_PLACE = re.compile(r"\([0-9]{1,2}\)")
# Not a day: "3 March 2026".
_BARE_HEADING = re.compile(r"([0-9]{1,2})\s+(?!\w+,?\s[0-9]{4}$)(\D.*)", re.DOTALL)
# 「…①」, 「…②、③」: the pages that a topic of a later revision spreads over.
_PAGE_MARKS = re.compile(r"([①-⑳](?:\s?[、,・~〜\-−–]\s?[①-⑳])*)$")
# A part of what is headed, in brackets behind it: (続き), (1/2), (1/2)-(2/2), (その1), (continued).
_TITLE_PART = re.compile(
    r"(?:\s?[-−–~〜]?\s?[(\[](?:続き|つづき|の?その[0-9一二三四五六七八九十]{1,2}|"
    r"[0-9]{1,2}/[0-9]{1,2}|(?i:continued|cont\.?|cont['’]d))[)\]])+$"
)
_SUBSECTION = re.compile(r"([①-⑳]|\([0-9]{1,2}\)|\([ア-ンa-zivx]{1,3}\))\s*(\S.*)", re.DOTALL)
_CHARTS = re.compile(
    r"[【(\[〔]\s?工程表(?:番号|No\.?|表)?\s?:?([^】)\]〕]{0,400})[】)\]〕]\s*(.*)", re.DOTALL
)
_NUMBER = "(?<![0-9])[0-9]{1,3}(?![0-9])"
_CHART = re.compile(rf"({_NUMBER})(?:[-−–‐ー]?([①-⑳])|[-−–‐ー]({_NUMBER}))?")
_CHART_RANGE = re.compile(rf"({_NUMBER})[~〜]({_NUMBER})")
_SUBHEAD = re.compile(r"(?:【([^【】]{1,60})】|[<〈《]([^<>〈〉《》]{1,60})[>〉》])$")
# A star with its partner in the line is emphasis.
_BULLET = re.compile(
    r"(?!\*[^*\s][^*]*\*|\*\*[^*\s])"
    r"([-‐‑‒–—−・•●○◯◆◇■□▪▫◦‣⁃➢➣➤▶►▷✓✔*·⚫⬤\ue000-\uf8ff]|o(?=\s))\s*(.*)",
    re.DOTALL,
)
_QUESTION = re.compile(r"(?:[⇒→➡⟹⇨➔➜]|=>)\s*(.*)", re.DOTALL)
_NOTE = re.compile(r"(?:※|\(?注[0-9)::]|\*[0-9]|\[\^[^\]\s]{1,20}\]:)")
_CONTENTS = re.compile(r".*(?:\.{4,}|…{2,}|・{4,})\s*[0-9]+$", re.DOTALL)
_CONNECTIVE = re.compile(
    r"(?:また|なお|さらに|更に|加えて|併せて|あわせて|その際|その後|これ|それ|このため|このほか|特に|"
    r"具体的に|ただし|同時に|並行して|この|当該|上記|そのため|その他|しかし|一方)"
)
_YEAR_AXIS = re.compile(r"(?:\([0-9]{4}年度\)|(?:令和|平成)?[0-9]{0,2}年度|令和|平成|以降)$")

# What stands behind the noun of such a heading: "to March 2026", "since the 2031 edition",
# ", FY 2026 Onward", "for 2031/32 and beyond".
_ENGLISH_WHEN = (
    r"(?:[,:–—-]? ?\b(?:(?:to|in|through|until|up to|since|during|as of|for|over|by|from|after|at|"
    r"under|beyond)\b[\w ,/–-]*?)?"
    r"(?:FY ?[0-9]|(?:19|20)[0-9]{2}|date\b|years?\b|present\b|period\b|now\b|phase\b|last\b)"
    r"[\w ,/–-]*)"
)
_ENGLISH_DONE = r"(?:completed|delivered|achieved|accomplished|finished|implemented)"
_ENGLISH_TO_DO = (
    r"(?:planned|future|new|remaining|further|forthcoming|upcoming|proposed|agreed|outstanding|"
    r"current|priority|next|near-term|medium-term|long-term)"
)
_ENGLISH_WHAT = (
    r"(?:(?<=\w )work|work(?= )|steps?|actions?|activities|commitments?|milestones?|"
    r"deliverables?|plans?|priorities|initiatives|measures|undertakings)"
)
_ENGLISH_RESULT = re.compile(
    r"(?:key |recent |main |our |summary of )?(?:achievements?|accomplishments?|results?|progress|"
    rf"{_ENGLISH_DONE} {_ENGLISH_WHAT}|{_ENGLISH_WHAT} {_ENGLISH_DONE})"
    rf"(?: (?:made|achieved|update|report))?(?: so far)?{_ENGLISH_WHEN}?$|"
    r"what (?:has been|was|we have|we['’]ve|we) (?:done|delivered|achieved|accomplished|completed)"
    rf"(?: [\w ]+)?$|{_ENGLISH_DONE[:-1]}|done)(?: so far| to date|{_ENGLISH_WHEN})$|"
    r"status(?: to date)?$|where we are(?: now)?$|looking back$",
    re.IGNORECASE,
)
_ENGLISH_PLAN = re.compile(
    rf"(?:(?:key|main|our|the) )?(?:{_ENGLISH_TO_DO} ){{0,2}}{_ENGLISH_WHAT}"
    rf"(?: planned| (?:going )?forward)?{_ENGLISH_WHEN}?$|"
    r"way forward$|(?:the )?road ahead$|(?:looking|forward) (?:ahead|look)$|"
    r"what (?:will be|we will|we['’]ll|happens|comes) (?:do|done|deliver(?:ed)?|next)(?: next)?"
    rf"{_ENGLISH_WHEN}?$",
    re.IGNORECASE,
)
_ENGLISH_PART = re.compile(r"\((?:continued|cont\.?|[0-9]+(?:/[0-9]+)?)\)$", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:leads?{KIND}|owners?|responsible{KIND}|accountable{KIND})\s?:\s?(\S.{{0,200}})",
    re.IGNORECASE,
)
# "The Rail Office (RDO) leads this theme".
_LEADS_THIS = re.compile(
    r"(?:the )?(?P<who>[A-Z][^.;:]{1,80}?) (?:leads?|will lead|coordinates?|"
    r"is (?:the )?(?:lead(?: \w+)?|responsible)(?: for)?) (?:on |for )?(?:this|the) "
    r"(?:theme|action|topic|priority|goal|objective|area|chapter|section|pillar|workstream)\b"
)
_LEAD_BRACKET = re.compile(
    r"[(\[【〔<]\s?([^()\[\]【】〔〕<>]{2,120})\s?[)\]】〕>]$",
)
# A bracket is about who is responsible where it says so, or holds nothing but bodies.
_SECTION_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A topic's heading: its number, its title, and the page marks of a later revision."""

    number: int
    title: str
    pages: str = ""


def heading(text: str) -> Heading | None:
    """``1 1. 題①`` → number 11, 題, page ①; None where the line is no heading."""
    match = _HEADING.match(text)
    # 「4.(2)①」 only says where in another document the page belongs.
    return _heading(match) if match and not _PLACE.match(match.group(2)) else None


def bare_heading(text: str) -> Heading | None:
    """``4 題``: a heading without a stop, to be believed only where charts or sections follow."""
    match = _BARE_HEADING.match(text)
    return _heading(match) if match else None


def _heading(match: re.Match[str]) -> Heading:
    return titled(int(match.group(1).replace(" ", "")), match.group(2).strip())


def titled(number: int, title: str) -> Heading:
    """A heading from its number and title, with the page marks at the title's end; of which part
    of the topic a page is says nothing of its title."""
    whole = _TITLE_PART.sub("", title)
    pages = _PAGE_MARKS.search(whole[-24:])
    if pages is None:
        return Heading(number, whole)
    return Heading(number, whole[: len(whole) - len(pages.group(1))].strip(), pages.group(1))


def page_numbers(pages: str) -> tuple[int, ...]:
    """``②、③`` → 2, 3; ``①-③`` → 1, 2, 3."""
    numbers = [ord(mark) - ord("①") + 1 for mark in pages if "①" <= mark <= "⑳"]
    if len(numbers) == 2 and re.search(r"[~〜\-−–]", pages) and numbers[0] < numbers[1]:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)


def subsection(text: str) -> tuple[str, str] | None:
    """``①題`` → the mark and the title."""
    match = _SUBSECTION.match(text)
    return (match.group(1), match.group(2).strip()) if match else None


def charts(text: str) -> tuple[tuple[str, ...], str] | None:
    """``【工程表 1、2-①等】2019年度以降の取組`` → the chart numbers and what follows them."""
    match = _CHARTS.match(text)
    if match is None:
        return None
    listed = match.group(1)
    found: list[str] = []
    position = 0
    while part := _CHART.search(listed, position):
        span = _CHART_RANGE.match(listed, part.start())
        if span and 0 < int(span.group(2)) - int(span.group(1)) < 100:
            found.extend(str(n) for n in range(int(span.group(1)), int(span.group(2)) + 1))
            position = span.end()
            continue
        page = str(ord(part.group(2)) - ord("①") + 1) if part.group(2) else part.group(3)
        found.append(f"{int(part.group(1))}-{page}" if page else str(int(part.group(1))))
        position = part.end()
    return tuple(dict.fromkeys(found)), match.group(2).strip()


def section(text: str) -> str | None:
    """Whether a line heads a section of plans, of results or of goals; None where it does not.

    「2019年度以降の取組」 and 「今後の主な取組」 head plans, 「2024年末までの取組状況」 and
    「実績」 results.
    """
    return japanese_section(text) if has_japanese(text) else _english_section(text)


def _english_section(text: str) -> str | None:
    words = _ENGLISH_PART.sub("", lead_behind(text)[0].strip("#*_ :")).strip("#*_ :")
    if len(words) > _SECTION_LONGEST:
        return None
    if _ENGLISH_RESULT.match(words):
        return RESULT
    return PLAN if _ENGLISH_PLAN.match(words) else None


def lead(text: str) -> str:
    """Who a line says is responsible: "Lead: A", 「（◎A省、B省）」; "" where it says nothing."""
    words = text.strip("*_ ")
    found = _LEAD.match(words.replace("**", ""))
    if found:
        return found.group(1)
    if said := labelled(words):
        return said
    found = _LEADS_THIS.match(re.sub("^The ", "", words))
    return found.group(1) if found else lead_behind(words, alone=True)[1]


def lead_behind(title: str, alone: bool = False) -> tuple[str, str]:
    """A title without who is responsible for it, and who that is; ``alone`` where nothing but
    that may stand there."""
    label = "" if alone else labelled_end(title)
    if label and title != label:
        return title[: -len(label)].strip(), label
    found = _LEAD_BRACKET.search(title)
    if found is None or alone != (found.start() == 0):
        return title, ""
    if not _LEAD.match(found.group(1)) and not is_list(found.group(1)):
        return title, ""
    return title[: found.start()].strip(), found.group(1)


def subhead(text: str) -> str | None:
    """``【題】`` alone on its line → 題; charts, the repeat mark and ministries are none."""
    match = _SUBHEAD.match(text)
    if match is None:
        return None
    title = (match.group(1) or match.group(2)).strip()
    if title.startswith("工程表") or title in ("再掲", "") or is_list(title):
        return None
    return title


def bullet(text: str) -> tuple[str, str] | None:
    """``- 文`` → the glyph and the text, which is empty where the glyph stands alone."""
    match = _BULLET.match(text)
    return (match.group(1), match.group(2).strip()) if match else None


def question(text: str) -> str | None:
    """``⇒問い`` → the point to discuss."""
    match = _QUESTION.match(text)
    return match.group(1).strip() if match else None


def is_note(text: str) -> bool:
    """Whether the line is a note to the page: ※…, （注…）."""
    return _NOTE.match(text) is not None


def begins_note(text: str) -> bool:
    """Whether a note begins here even where a sentence was open: 「※ ICAO：…」, not 「※1を」."""
    return re.match("※(?![0-9]{0,2}[をにはがのとへでもや、。])", text) is not None


def is_contents(text: str) -> bool:
    """Whether the line stands in a table of contents: dots and a page number at its end."""
    return text[-1:].isdigit() and _CONTENTS.match(text[-200:]) is not None


def is_year_axis(text: str) -> bool:
    """Whether the line labels the years of a chart: 令和, 7年度, (2025年度)."""
    if len(text) <= 10:
        return _YEAR_AXIS.match(text) is not None
    # In laid out text a whole row of them stands in one line.
    words = text.split()
    return len(words) > 1 and len(text) <= 400 and all(_YEAR_AXIS.match(word) for word in words)


def begins_as_continuation(text: str) -> bool:
    """Whether the line begins with a word that leans on a sentence before it: また, なお …"""
    return _CONNECTIVE.match(text) is not None
