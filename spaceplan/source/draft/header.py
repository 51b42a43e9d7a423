"""What a draft's head says that follows from the document: language, time zone, fiscal year."""

from __future__ import annotations

import re

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.source.read.furniture import DATE
from spaceplan.source.read.months import MONTH_NAME, MONTHS, month_of
from spaceplan.source.read.parts import Document
from spaceplan.source.read.progress import BEFORE
from spaceplan.source.read.text import is_latin

_LOOKED_AT = 40_000
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_ENGLISH = {"the", "of", "and", "to", "by", "for", "in", "will", "on", "a", "with", "is", "be"}
# What other languages say as often, and English does not.
_FOREIGN = (
    " le la les des du une et pour par aux dans sur avec der das und den dem im bis für von mit "
    "zur zum eine werden el los las del y para con por una il gli della di het een van voor met "
    "och att är em dos uma não "
)
# So many of a text's words are among those where it is English; short items have fewer.
_SHARE = 0.06
_FISCAL = re.compile(r"\b(?:FY ?'?[0-9]{2}|(?:fiscal|financial) year)", re.IGNORECASE)
# Whose fiscal year a document counts in, by whom it names.
_COUNTRIES = (
    (
        re.compile(
            r"\bU\.?S\.?\b|United States|White House|\bFederal (?:agencies|Government|departments)|"
            r"\b(?:NASA|NOAA|OMB|OSTP|DoD|GSA|FAA|NSF)\b"
        ),
        "America/New_York",
        FiscalRule(10, "end"),
    ),
    (
        re.compile(
            r"\bUK (?:Space Agency|Government)|United Kingdom|\bHM (?:Government|Treasury)|"
            r"\bDefra\b|\b(?:Scottish|Welsh) Government|GOV\.UK"
        ),
        "Europe/London",
        FiscalRule(),
    ),
    (re.compile(r"European (?:Commission|Union|Space)|\bESA\b"), "Europe/Brussels", FiscalRule(1)),
    (re.compile(r"\bCanad(?:a|ian)"), "America/Toronto", FiscalRule()),
    (re.compile(r"\bAustralian?\b|\bNSW\b|\bQueensland"), "Australia/Sydney", FiscalRule(7, "end")),
    (re.compile(r"\bNew Zealand|\bAotearoa"), "Pacific/Auckland", FiscalRule(7, "end")),
    (re.compile(r"\bIndian?\b|\bISRO\b"), "Asia/Kolkata", FiscalRule()),
)


# "FY2026/27 means 1 April 2026 to 31 March 2027", "FY 2027 begins on October 1, 2026".
_MEANS = re.compile(
    r"FY ?(?P<name>20[0-9]{2})(?:[/–-][0-9]{2})? (?:means|is|runs|begins|starts)"
    r"(?: the (?:year|period))?(?: from| on)? (?:[0-9]{1,2} )?"
    r"(?P<month>[A-Z][a-z]{2})[a-z]*(?: [0-9]{1,2},?)? (?P<year>20[0-9]{2})"
)
# "Fiscal years run from April 1 to March 31", "named for the calendar year in which it ends".
_RUNS = re.compile(
    r"\b(?:fiscal|financial)\s+years?\b[^.;]{0,80}?\b(?:runs?|begins?|starts?|beginning|starting|from)\s+"
    rf"(?:(?:from|on|in|with)\s+)?(?:the\s+)?(?:[0-9]{{1,2}}(?:st)?\s+(?:of\s+)?)?(?P<month>{MONTH_NAME})\b",
    re.IGNORECASE,
)
_NAMED_BY = re.compile(
    r"\bnamed\s+(?:for|by|after)\s+the\s+(?:calendar\s+)?year\s+(?:in\s+which\s+|that\s+)?(?:it|they)\s+"
    r"(?P<how>ends?|begins?|starts?)(?:\s+in)?",
    re.IGNORECASE,
)
# "All years are calendar years".
_CALENDAR = re.compile(
    r"(?:\ball\s+(?:the\s+)?(?:years|dates)|(?:^|[.;*]\s+)(?:years|dates))\s+(?:named\s+|given\s+|here\s+)?"
    r"(?:are|refer\s+to|mean|count)\s+(?:in\s+)?(?:the\s+)?calendar\s+years?\b",
    re.IGNORECASE | re.MULTILINE,
)
# Of fiscal years that begin in these months one says "FY 2027" for the year that they end in.
_BY_END = (7, 10)
_SPLIT = re.compile(r"\b20([0-9]{2})/([0-9]{2})\b")


@dataclass(frozen=True, slots=True)
class Header:
    """``assumed`` says that the time zone and the fiscal year are a guess."""

    language: str
    time_zone: str
    rule: FiscalRule
    assumed: bool = False


def words_of(document: Document) -> str:
    """The words of a document that tell of its language and country."""
    said = [
        document.title,
        *(left.text for left in document.leftovers if left.reason in (BEFORE, DATE)),
    ]
    for topic in document.topics:
        said.append(topic.title)
        said += [bullet.text for bullet in (*topic.bullets, *topic.results)]
    return "\n".join(said)[:_LOOKED_AT]


def counts_fiscal_years(document: Document) -> bool:
    """Whether an English document speaks of fiscal years."""
    return _FISCAL.search(words_of(document)) is not None


def language_of(document: Document) -> str:
    """``ja`` or ``en``, "" for a language whose times are not read."""
    text = words_of(document)
    if _HANGUL.search(text):
        return ""
    if not is_latin(text):
        # Japanese has kana; a few items of nouns may have none.
        return "ja" if _KANA.search(text) or len(text) < 200 else ""
    words = [word.lower() for word in _WORD.findall(text)]
    common = sum(word in _ENGLISH for word in words)
    foreign = sum(f" {word} " in _FOREIGN for word in words)
    enough = len(words) < 40 or common >= _SHARE * len(words)
    return "en" if enough and (foreign < 3 or foreign < common) else ""


def header_of(
    document: Document,
    *,
    language: str = "",
    time_zone: str = "",
    rule: FiscalRule | None = None,
) -> Header:
    """What the head says: as given, else as the document lets one tell."""
    spoken = language or language_of(document)
    if spoken == "ja":
        return Header("ja", time_zone or "Asia/Tokyo", rule or FiscalRule())
    text = words_of(document)
    stated = _stated_rule(text)
    # The country that is named most; one that is named at all may be a partner.
    named = [(len(pattern.findall(text)), zone, own) for pattern, zone, own in _COUNTRIES]
    most, zone, own = max(named, key=lambda one: one[0])
    if most:
        own = stated or own
        return Header("en", time_zone or zone, rule or own, not (time_zone and rule))
    stated = stated or (FiscalRule() if _counts_in_split_years(text) else None)
    if stated is not None:
        return Header("en", time_zone or "UTC", rule or stated, not time_zone)
    fiscal = _FISCAL.search(text) is not None
    assumed = not (time_zone and (rule or not fiscal))
    return Header("en", time_zone or "UTC", rule or FiscalRule(1), assumed)


def _stated_rule(text: str) -> FiscalRule | None:
    """The fiscal year as the document says it itself."""
    means = _MEANS.search(text)
    if means and means["month"].lower() in MONTHS:
        by_start = means["name"] == means["year"]
        return FiscalRule(month_of(means["month"]), "start" if by_start else "end")
    runs = _RUNS.search(text)
    if runs is None:
        return FiscalRule(1) if _CALENDAR.search(text) and not _FISCAL.search(text) else None
    month, by = month_of(runs["month"]), _NAMED_BY.search(text)
    by_end = by["how"].lower().startswith("end") if by else month in _BY_END
    return FiscalRule(month, "end" if by_end and month > 1 else "start")


def _counts_in_split_years(text: str) -> bool:
    """Whether a document writes its years as 2026/27."""
    return any((int(a) + 1) % 100 == int(b) for a, b in _SPLIT.findall(text))
