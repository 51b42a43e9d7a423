"""Who acts, as an English item, a cell or a heading says it, and what to call who is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS
from spaceplan.source.draft.owners import Named, names_only, others_last
from spaceplan.source.read.text import is_latin

_LEADS = re.compile(
    r"\b(?:leads?(?:\s+agenc(?:y|ies))?|owners?|responsible(?:\s+(?:part(?:y|ies)|agenc(?:y|ies)))?)\s*:"
    r"\s*([^.;()\n]{2,160})",
    re.IGNORECASE,
)
_SUPPORTS = re.compile(
    r"\b(?:support(?:ing|ed by)?(?:\s+agenc(?:y|ies))?|partners?|"
    r"contributing(?:\s+agenc(?:y|ies))?)\s*:"
    r"\s*([^.;()\n]{2,160})",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]{2,120})\)[.;]?\s*$")
_WITH = (
    r"(?:in\s+(?:coordination|consultation|collaboration|partnership|cooperation|conjunction)\s+with|"
    r"together\s+with|working\s+with|with(?:\s+support\s+from)?|supported\s+by)"
)
_SUBJECT = re.compile(
    rf"^(?:By\b[^,]{{1,60}},\s+)?(?:The\s+)?([A-Z](?:(?!\b(?:that|which|who|what)\b)[^.;:]){{0,120}}?)(?:,?\s+{_WITH}\s+([^.;:]{{2,120}}?))?,?\s+"
    r"(?:will|shall|must|should|is\s+to|are\s+to|plans?\s+to|intends?\s+to|aims?\s+to)\b"
)
_PIECES = re.compile(r"\s*(?:[,;/、・]|\band\b|&(?=\s))\s*")
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&-]{1,11}$")
_NAMED = re.compile(r"(.+?)\s*\(([A-Z][A-Za-z0-9&-]{1,11})\)$")
_SMALL = {"of", "the", "and", "for", "on", "in", "to"}
_ETC = re.compile(
    r"\b(?:other(?:s| agencies| departments)?|etc\.?|relevant agencies|all agencies)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts; ``coined`` are names that the registry lacks, by the code they are given."""

    named: Named
    coined: Mapping[str, str]


def find_english_owners(text: str, registry: Mapping[str, str]) -> Acting:
    """The organisations that an English item names as acting, and those it works with.

    ``registry`` maps names and aliases to codes. An abbreviation that it lacks is its own code.
    """
    coined: dict[str, str] = {}
    owners: list[str] = []
    partners: list[str] = []
    for match in _LEADS.finditer(text):
        owners += _codes(match.group(1), registry, coined)
    for match in _SUPPORTS.finditer(text):
        partners += _codes(match.group(1), registry, coined)
    bracket = _BRACKET.search(text)
    if not owners and bracket and not _defines(text[: bracket.start()], bracket.group(1)):
        owners += _codes(bracket.group(1), registry, coined, strict=True)
    subject = _SUBJECT.match(text)
    if not owners and subject:
        owners += _codes(subject.group(1), registry, coined, strict=True)
        if owners and subject.group(2):
            partners += _codes(subject.group(2), registry, coined, strict=True)
    left = [code for code in dict.fromkeys(partners) if code not in owners]
    return Acting(Named(others_last(owners), tuple(left), bool(owners)), coined)


def read_owner_list(text: str, registry: Mapping[str, str]) -> Acting:
    """The organisations of a cell or of a heading: 「◎A省、B省」, ``OMB, GSA``."""
    if not text:
        return Acting(Named((), ()), {})
    if not is_latin(text) and not text.isascii():
        return Acting(names_only(text, registry), {})
    coined: dict[str, str] = {}
    lead = _LEADS.search(text)
    support = re.search(rf"\b{_WITH}\b|\bsupport\w*:?", text, re.IGNORECASE)
    head = lead.group(1) if lead else text[: support.start()] if support else text
    owners = _codes(head, registry, coined)
    partners = _codes(text[support.end() :], registry, coined) if support else []
    left = [code for code in dict.fromkeys(partners) if code not in owners]
    return Acting(Named(others_last(owners), tuple(left), bool(owners)), coined)


def _codes(
    listed: str, registry: Mapping[str, str], coined: dict[str, str], strict: bool = False
) -> list[str]:
    """The codes of a list; with ``strict`` nothing but names may stand in it."""
    known = {name.casefold(): code for name, code in registry.items()}
    found: list[str] = []
    new: dict[str, str] = {}
    whole = listed.strip(" .*")
    pieces = [whole] if whole.casefold() in known else _PIECES.split(whole)
    for piece in filter(
        None, (re.sub(r"^(?:the|a)\s+", "", p.strip(" .*()"), flags=re.I) for p in pieces)
    ):
        code = known.get(piece.casefold())
        named = _NAMED.match(piece + (")" if piece.count("(") > piece.count(")") else ""))
        if code is None and _ETC.search(piece):
            code = OTHERS
        elif code is None and named:
            code = known.get(named.group(1).casefold()) or known.get(named.group(2).casefold())
            if code is None:
                code = named.group(2)
                new[code] = named.group(1)
        elif code is None and _ACRONYM.match(piece):
            code = piece
            new[code] = piece
        elif code is None and not strict:
            code = _coin(piece)
            if code:
                new[code] = piece
        if code is None or not code:
            if strict:
                return []
            continue
        found.append(code)
    if found == [OTHERS] and strict:
        return []
    coined.update(new)
    return list(dict.fromkeys(found))


def _coin(name: str) -> str:
    """A code for a name: the first letters of its words, or "" where it is no name."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    if not words or len(words) > 9 or not all(word[0].isupper() for word in words):
        return ""
    if len(words) == 1:
        return words[0].upper()[:12] if words[0].isalnum() else ""
    return "".join(word[0] for word in words)


def _defines(before: str, bracket: str) -> bool:
    """Whether a bracket abbreviates the words before it: Space Launch System (SLS)."""
    letters = [c for c in bracket if c.isupper()]
    words = [w for w in re.split(r"[\s-]+", before.strip()) if w and w.lower() not in _SMALL]
    initials = "".join(word[0] for word in words[-len(letters) :]).upper()
    return "," not in bracket and bool(letters) and initials == "".join(letters)
