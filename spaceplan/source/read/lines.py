"""The lines of a document as they come out of a PDF, with their page and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spaceplan.errors import SpaceplanError
from spaceplan.frozen import dataclass
from spaceplan.source.read.text import fold

MAX_CHARACTERS = 32_000_000
MAX_LINES = 500_000
# Control characters: a few stray into any text, a hundredth of it no text has.
_STRAY = 8
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"(\r\n|\r|\n|\f)")
# ①-⑳ are marks of subsections and pages; folded to digits they would be lost.
_UNMARKED = re.compile(r"[^①-⑳]+")


class DocumentError(SpaceplanError):
    """A document that cannot be read as text of the genre."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    ``number`` counts from 1 in the file, ``page`` from 1; ``text`` is folded (NFKC, but ①-⑳
    stay) and stripped; ``raw`` is what stands in the file; ``indent`` counts the columns before
    the text; ``blank_before`` and ``blank_after`` tell of blank lines or the page's edge.
    """

    number: int
    page: int
    text: str
    raw: str
    indent: int
    blank_before: bool
    blank_after: bool


def fold_line(text: str) -> str:
    """``text`` folded, but for the marks ①-⑳."""
    if text.isascii():
        return text
    return _UNMARKED.sub(lambda match: fold(match.group()), text)


def split_lines(text: str, name: str) -> tuple[Line, ...]:
    """The lines that are not blank. A form feed ends a page, and its line.

    Line numbers count line ends only, as editors do: what follows a form feed in one line of
    the file has that line's number.

    Raises:
        DocumentError: the text is binary or longer than ``MAX_CHARACTERS`` or ``MAX_LINES``.
    """
    if len(text) > MAX_CHARACTERS:
        raise DocumentError("source.too-long", name=name, most=MAX_CHARACTERS)
    head = text[:100_000]
    if len(_CONTROL.findall(head)) > max(_STRAY, len(head) // 100):
        raise DocumentError("source.binary-text", name=name)
    lines: list[Line] = []
    number, page, blank_before = 1, 1, True
    pieces = _LINE_END.split(text)
    if len(pieces) > 2 * MAX_LINES:
        raise DocumentError("source.too-many-lines", name=name, most=MAX_LINES)
    for index in range(0, len(pieces), 2):
        raw = pieces[index]
        stripped = raw.strip()
        if stripped:
            blank_after = index + 2 >= len(pieces) or not pieces[index + 2].strip()
            indent = len(raw) - len(raw.lstrip())
            folded = fold_line(stripped).strip()
            if folded:
                lines.append(Line(number, page, folded, raw, indent, blank_before, blank_after))
        blank_before = not stripped
        end = pieces[index + 1] if index + 1 < len(pieces) else ""
        if end == "\f":
            page += 1
            blank_before = True
        elif end:
            number += 1
    return tuple(lines)


def full_width(lines: Sequence[Line]) -> int:
    """How long the lines are that were wrapped, in characters; 0 where all are short."""
    widths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    return widths[len(widths) * 9 // 10] * 9 // 10 if widths else 0
