"""What documents say of an item or a heading as "Label: value": who, when, how far."""

from __future__ import annotations

import re

from spaceplan.source.read import japanese_fields as japanese
from spaceplan.source.read.months import MONTH_NAME

STATUS, START = "status", "start"
OWNER, SUPPORT = japanese.OWNER, japanese.SUPPORT
TIME, OTHER = japanese.TIME, japanese.OTHER

_ROLE = r"(?: (?:implementing|delivery|action|responsible|policy|proposed|joint))?"
BODIES = (
    r"agenc(?:y|ies)|part(?:y|ies)|bod(?:y|ies)|departments?|organi[sz]ations?|ministr(?:y|ies)|"
    r"offices?|entit(?:y|ies)|authorit(?:y|ies)"
)
"""What labels and columns call those who act, as a pattern."""
KIND = rf"(?: (?:{BODIES}|partners?|persons?|official|officer|unit))?(?:\(s\))?"
"""That behind a word for what they do, "Lead agency", or nothing."""
_LABELS: tuple[tuple[str, str], ...] = (
    (
        OWNER,
        rf"(?:co-?)?leads?{_ROLE}{KIND}|owners?(?:\(s\))?|action owners?|"
        rf"responsib(?:le|ility){KIND}|accountable{KIND}|(?:led|delivered|owned) by|"
        rf"implementing{KIND}|delivery{KIND}",
    ),
    (
        SUPPORT,
        rf"support(?:ing|ed by)?{_ROLE}{KIND}|partners?(?:\(s\))?|contributing{KIND}|contributors?|"
        r"in (?:collaboration|partnership) with|other (?:actors|bodies) involved",
    ),
    (
        START,
        r"(?:planned |expected )?start(?:s|ing)?(?: date)?|begins?|from",
    ),
    (
        TIME,
        r"time ?frames?|time ?lines?|timing|due(?: date| by)?|deadlines?|"
        r"target(?:ed)? (?:completion(?: date)?|date)|(?:expected |planned )?completion(?: date)?|"
        r"(?:delivery|end|start and end) dates?|by when|when|schedule",
    ),
    (
        STATUS,
        r"(?:current |delivery )?status(?: update)?|RAG(?: rating| status)?|progress(?: status)?",
    ),
    (OTHER, r"(?:estimated |indicative )?(?:budget|costs?|funding|resources)(?: source)?|priority"),
)
WHO = {role: pattern for role, pattern in _LABELS if role in (OWNER, SUPPORT)}
"""The labels of who acts and who supports, as patterns."""
_LABEL = "|".join(f"(?P<{role}>{pattern})" for role, pattern in _LABELS)
_LINE = re.compile(rf"(?:{_LABEL})\s?:\s*(?P<said>\S.{{0,200}})$", re.IGNORECASE)
# In the middle of an item a label has a capital, and its value ends with the sentence.
_INSIDE = re.compile(
    rf"(?:(?<=\s)|^)(?=[A-Z])(?i:{_LABEL})\s?:\s*(?P<said>[^.;:]{{1,120}}?)"
    r"(?=[.;]?\s+[A-Z][A-Za-z ()-]{1,30}:|[.;]|\s*$)[.;]?\s*"
)
_WHEN = rf"(?:(?:19|20)[0-9]{{2}}|Q[1-4]|FY|{MONTH_NAME}\b)"
_DONE = re.compile(
    r"\W*(?:(?:fully |now )?"
    r"(?:complete[d]?|done|delivered|achieved|closed|met|implemented|fulfilled|finished)"
    # "Delivered 3 of 12" and "Implemented in two regions" are not.
    rf"(?=\s*(?:$|[.,;:(/–—-]|{_WHEN}|(?:in|on) (?:\w+ ){{0,2}}{_WHEN}|"
    r"(?:as|and|early|ahead|late|since|with)\b))|"
    r"(?:完了|達成|終了|(?:実施|措置|対応|策定|整備)?済み?)(?:済み?)?(?=[。(（]|$))",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\W*(?:on[- ]?track|on schedule|in progress|under ?way|started|ongoing|active|delayed|behind|"
    r"at risk|partially|substantially)\b",
    re.IGNORECASE,
)
_VALUES = {
    START: re.compile(r"(?:[A-Za-z]{1,9}\.?\s){0,3}\W?[A-Z]{0,2}[0-9]"),
    TIME: re.compile(
        r".{0,40}[0-9]|\W*(?:short|medium|mid|long|ongoing|continu\w+|annual|quarterly|immediate|t\.?b\.?[acd])",
        re.IGNORECASE,
    ),
    STATUS: re.compile(
        rf"{_DONE.pattern}|{_UNDER_WAY.pattern}|\W*(?:not\b|no\b|planned|green|amber|red|yellow|new|"
        r"dropped|cancel|superseded|t\.?b\.?[acd])",
        re.IGNORECASE,
    ),
    OTHER: re.compile(
        r".{0,20}[0-9]|\W*(?:existing|within|from|none|high|medium|low|t\.?b\.?[acd])",
        re.IGNORECASE,
    ),
}


def field_line(text: str) -> tuple[str, str] | None:
    """(what it says, its value) of a line that is nothing but a field: "Timeframe: 2026-27"."""
    words = re.sub(r"[*_]{1,3}", "", text).strip()
    return _told(_LINE.match(words)) or japanese.japanese_field(text)


def _told(found: re.Match[str] | None) -> tuple[str, str] | None:
    """The field, where its value can be one: "Resources: find more of them" says what to do."""
    if found is None:
        return None
    role = next(role for role, _ in _LABELS if found[role] is not None)
    said = found["said"].strip(" .;")
    likely = said[:1].isupper() if role in (OWNER, SUPPORT) else _VALUES[role].match(said)
    return (role, said) if likely else None


def split_fields(text: str) -> tuple[str, dict[str, str]]:
    """(an item's own words, what its fields say); those of who acts stay among its words."""
    fields: dict[str, str] = {}

    def take(found: re.Match[str]) -> str:
        role, said = _told(found) or (OWNER, "")
        if role in (OWNER, SUPPORT):
            return found.group()
        fields.setdefault(role, said)
        return ""

    if ":" not in text:
        return japanese.split_japanese(text)
    words = _INSIDE.sub(take, text).strip()
    # What is nothing but a field says nothing else.
    if not words:
        return text, {}
    words, more = japanese.split_japanese(words)
    fields = {**more, **fields}
    if START in fields:
        # "Start: FY26. Target completion: FY30".
        start, end = fields.pop(START), fields.get(TIME, "")
        fields[TIME] = f"{start} to {end}" if end else f"from {start}"
    return words, fields


def is_done(status: str) -> bool:
    """Whether a status says that the item is met: Complete, Delivered."""
    return _DONE.match(status) is not None


def is_under_way(status: str) -> bool:
    """Whether a status says that work has begun: On track, Delayed."""
    return _UNDER_WAY.match(status) is not None
