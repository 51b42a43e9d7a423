"""What a keyboard, a spreadsheet or git left in a text that YAML reads otherwise, named as such.

A Japanese keyboard puts ： where YAML wants ``: ``; the parser then complains of some later line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from spaceplan.errors import NOTICE, Fault, Phrase, phrase
from spaceplan.files.content import Content

# Texts, which ``re`` compiles when they are first used: a sound file needs few of them.
_CONFLICT = r"(?m)^(?:<<<<<<< |>>>>>>> )"
# At the start of a line, behind its indent; and where a key ends or a value begins.
_INDENT = r"(?m)^[ ]*([\u3000\u00a0\u2003])"
_COLON = r"(?m)^[ ]*(?:- )?[\w.+-]+[ ]?([：︰])"
_DASH = r"(?m)^[ ]*([－ー―‐–—])[ \u3000]"
_PUNCTUATION = "[：，、“”‘’［］｛｝＃\u3000\u00a0]"
# A comment directly behind a value; and one that a tab parts from it.
_HASH = r"[ \t]#(?=\w)"
_TAB = r"\t[ \t]*#"
_COMMENT = r"(?:^|[ \t])#"
_MOST = 20


def conflict(content: Content) -> Fault | None:
    """The first mark of a merge that git could not make."""
    found = re.search(_CONFLICT, content.text)
    if found is None:
        return None
    return content.fault(
        found.start(), phrase("yaml_text.conflict"), phrase("yaml_text.conflict-expected")
    )


def keyboard(content: Content, start: int, end: int) -> Fault | None:
    """The first character in these lines that stands where YAML wants another."""
    text = content.text
    start = text.rfind("\n", 0, start) + 1
    found = [
        match
        for pattern in (_INDENT, _COLON, _DASH)
        if (match := re.compile(pattern).search(text, start, end)) is not None
    ]
    if not found:
        return None
    at = min(match.start(1) for match in found)
    return content.fault(at, wrong_character(text[at]), phrase("yaml_text.character-expected"))


def odd_character(text: str) -> int | None:
    """Where in a value a character stands that was likely meant as YAML's own, or None."""
    found = re.search(_PUNCTUATION, text)
    return found.start() if found else None


def wrong_character(character: str) -> Phrase:
    """That this character is not YAML's."""
    code = f"{ord(character):04X}"
    if character.isspace():
        return phrase("yaml_text.other-space", code=code)
    return phrase("yaml_text.character", shown=character, code=code)


def may_be_odd(text: str) -> bool:
    """Whether ``oddities`` would look at the scalars."""
    return re.search(_TAB, text) is not None or re.search(_HASH, text) is not None


def oddities(content: Content, scalars: Iterable[Any]) -> Iterator[Fault]:
    """Tabs before comments, which parsers read differently, and comments that cut a value.

    ``scalars`` are all of the text, as events; they are looked at only where something is odd.
    """
    text = content.text
    tabs, hashes = re.finditer(_TAB, text), re.finditer(_HASH, text)
    candidates = [*((m.start(), True) for m in tabs), *((m.start(), False) for m in hashes)]
    if not candidates:
        return
    spans = sorted((one.start_mark.index, one.end_mark.index, one.style or "") for one in scalars)
    plain_ends = {end for _, end, style in spans if not style}
    told = 0
    for at, is_tab in sorted(candidates):
        line = text.rfind("\n", 0, at) + 1
        if told >= _MOST or _inside(spans, at) or re.compile(_COMMENT).search(text, line, at + 1):
            continue
        if is_tab:
            told += 1
            yield content.fault(at, phrase("yaml_text.tab"), phrase("yaml_text.tab-expected"))
        elif len(text[line:at].rstrip()) + line in plain_ends:
            told += 1
            yield content.fault(
                at + 1,
                phrase("yaml_text.cut-by-hash", rest=text[at + 1 : at + 20].split("\n")[0]),
                phrase("yaml_text.quote-it"),
                severity=NOTICE,
            )


def _inside(spans: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a character stands inside a scalar, whose spans are sorted and do not overlap."""
    before = bisect_right(spans, (at, len(spans) and 2**62, "")) - 1
    return before >= 0 and at < spans[before][1]


# What a parser complains of → what is wrong; what was expected is its key with "-expected". Where
# libyaml and PyYAML's own parser have different words, those of both stand here.
_EXPLAINED = (
    ("cannot start any token", "no-value"),
    ("could not find expected ':'", "no-colon"),
    ("did not find expected key", "unfitting-line"),
    ("did not find expected '-' indicator", "no-item"),
    ("while parsing a block mapping: expected <block end>", "unfitting-line"),
    ("while parsing a block collection: expected <block end>", "no-item"),
    ("expected ',' or '}'", "open-brace"),
    ("expected ',' or ']'", "open-bracket"),
    ("found unexpected end of stream", "open-quote"),
    ("found unknown escape character", "unknown-escape"),
    ("mapping values are not allowed", "second-colon"),
    ("expected <document start>", "another-document"),
    ("expected '<document start>'", "another-document"),
)


def explain(problem: str, context: str, text: str, index: int) -> tuple[Phrase, Phrase]:
    """The parser's complaint in the user's words; its own where it is not a usual one."""
    if text[index : index + 1] == "\t":
        return phrase("yaml_text.tab"), phrase("yaml_text.tab-expected")
    for complaint, key in _EXPLAINED:
        if complaint in f"{context}: {problem}":
            return phrase(f"yaml_text.{key}"), phrase(f"yaml_text.{key}-expected")
    expected = phrase("yaml_text.context", context=context) if context else None
    return (
        phrase("yaml_text.complaint", problem=problem),
        expected or phrase("yaml_text.a-plan-in-yaml"),
    )
