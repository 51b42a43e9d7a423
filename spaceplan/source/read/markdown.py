"""What Markdown's own syntax says: emphasis, links, struck words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spaceplan.source.read.lines import Line

_HEADING = re.compile(r"#{1,6}\s+\S")
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$")
_BREAK_LINE = re.compile(r"([-*_])(?:\s*\1){2,}$")
# An entry of a table of contents: "- [Theme 1](#theme-1)".
_WITHIN = re.compile(r"(?:[-*+•]|[0-9]{1,2}[.)])?\s*\[[^\[\]]{1,200}\]\(#[^()\s]{0,200}\)\W*$")
_STRUCK = re.compile(r"</?(?:s|del|strike)>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|strong|i|em|u|sup|sub|span|br|p|ins|a)\b[^<>]{0,200}>", re.IGNORECASE)
# A line of its own in a cell; one that goes on with small letters was only wrapped.
_BREAK = re.compile(r"(?<=[\w)])\s*<br\s*/?>\s*(?=[A-Z])")
_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,20}\](?!:)")
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
# What is struck stands between these, whatever wrote it.
STRUCK = "~~"


def is_markdown(lines: Sequence[Line]) -> bool:
    """Whether a document is written in Markdown: it has headings behind #, or a table."""
    headings = 0
    for line in lines:
        headings += _HEADING.match(line.text) is not None
        if headings > 1 or is_rule(line.text):
            return True
    return False


def is_rule(text: str) -> bool:
    """Whether a line is the rule under a table's header: ``|---|---|``."""
    return "-" in text and _RULE.match(text) is not None


def is_break(text: str) -> bool:
    """Whether a line only parts what stands above it from what stands below: ``---``, ``* * *``."""
    return _BREAK_LINE.match(text) is not None


def leads_within(text: str) -> bool:
    """Whether a line is nothing but a link to a place in the same document."""
    return _WITHIN.match(text) is not None


def plain(text: str) -> str:
    """A piece of Markdown without emphasis, links, tags and marks of footnotes; what is struck
    stays in ``~~``."""
    text = _BREAK.sub("; ", text)
    text = _TAG.sub(" ", _STRUCK.sub(STRUCK, _FOOTNOTE.sub("", text)))
    return re.sub(r"[ \t]{2,}", " ", _EMPHASIS.sub("", _LINK.sub(r"\1", text))).strip()


def without_struck(text: str) -> tuple[str, str]:
    """(what stands, what is struck) of a text."""
    struck = re.findall(r"~~(.{1,400}?)~~", text)
    stands = re.sub(r"~~.{1,400}?~~", " ", text)
    return re.sub(r"\s+", " ", stands).strip(" *"), " ".join(struck).strip()
