"""Text to YAML that our reader, and any other, reads back as exactly that text.

Plain data is ``str``, ``list`` or ``dict`` with text at the leaves: what a plan file holds once
every scalar is read as the text that it is. Quoting is the least that does: plain where YAML
sees no structure, else double quotes, or single ones where those save escapes.
"""

from __future__ import annotations

import re

Data = str | list["Data"] | dict[str, "Data"]

# Not printable in YAML 1.1 (section 4.1), or a line end to it and to nobody else, or a
# byte-order mark: these are escaped, in double quotes.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_INDICATOR = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:[\s,\[\]{}]|\Z)|---|\.\.\.|<<\Z|=\Z")
_BLOCK_STRUCTURE = re.compile(r":(?:\s|\Z)|\s#")
# '?' is text to libyaml and structure to PyYAML's own parser; a ':' in front ends an empty key.
_FLOW_STRUCTURE = re.compile(r"\A:|:(?:[\s,\[\]{}]|\Z)|\s#|[,\[\]{}?]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
# A text, which ``re`` compiles when it is first used.
_ESCAPED = _UNPRINTABLE.pattern[:-1] + '"\\\\]'


def plain_fits(text: str, flow: bool) -> bool:
    """Whether ``text`` may stand without quotes, inside ``{}``/``[]`` (``flow``) or outside."""
    structure = _FLOW_STRUCTURE if flow else _BLOCK_STRUCTURE
    return (
        bool(text)
        and text == text.strip()
        and not _INDICATOR.match(text)
        and not structure.search(text)
        and not _UNPRINTABLE.search(text)
    )


def single_fits(text: str) -> bool:
    """Whether single quotes can hold ``text`` on one line."""
    return not _UNPRINTABLE.search(text)


def double(text: str) -> str:
    """``text`` in double quotes, on one line, with escapes where needed."""
    return '"' + re.sub(_ESCAPED, _escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    known = _ESCAPES.get(character)
    if known is not None:
        return known
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def single(text: str) -> str:
    """``text`` in single quotes; ``single_fits`` must hold."""
    return "'" + text.replace("'", "''") + "'"


def spell(text: str, flow: bool) -> str:
    """``text`` with the least quoting."""
    if plain_fits(text, flow):
        return text
    if single_fits(text) and "'" not in text and ('"' in text or "\\" in text):
        return single(text)
    return double(text)


def respell(text: str, style: str, flow: bool) -> str:
    """``text`` in a quoting style (``""`` plain, ``'`` or ``"``), or the least where it cannot."""
    if style == '"':
        return double(text)
    if style == "'" and single_fits(text):
        return single(text)
    return spell(text, flow)


def block_scalar(text: str, style: str, comment: str, indent: str, line_end: str) -> str | None:
    """``text`` as a literal (``|``) or folded (``>``) block, or None where that cannot hold it.

    ``comment`` stands after the header, ``indent`` before each line. The last line has no line
    end of its own: the one that follows in the file ends it. Lines are not wrapped anew.
    """
    body = text[:-1] if text.endswith("\n") else text
    lines = body.split("\n")
    # In a folded block a line end is written as an empty line; an empty line cannot be told.
    fits = all(lines) if style == ">" else bool(lines[0] and lines[-1])
    if not fits or any(_UNPRINTABLE.search(line) or line != line.strip() for line in lines):
        return None
    header = style + ("" if text.endswith("\n") else "-") + comment
    between = line_end * 2 if style == ">" else line_end
    return header + line_end + between.join(indent + line if line else "" for line in lines)


def flow(data: Data) -> str:
    """Plain data on one line, as it stands inside or outside ``{}`` and ``[]``."""
    if isinstance(data, str):
        return spell(data, True)
    if isinstance(data, list):
        return "[" + ", ".join(flow(item) for item in data) + "]"
    return "{" + ", ".join(f"{spell(key, True)}: {flow(item)}" for key, item in data.items()) + "}"
