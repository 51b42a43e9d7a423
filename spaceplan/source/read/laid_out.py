"""Tables that blanks alone lay out, as text drawn from a PDF has them: each row as one line.

A header names the columns, and where it stands says where their cells do. A cell may be empty or
go on in the lines below; what stands across two columns is no row, and ends the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import east_asian_width

from spaceplan.source.read import marks
from spaceplan.source.read.furniture import is_page_number
from spaceplan.source.read.item import glue
from spaceplan.source.read.lines import Line, fold_line
from spaceplan.source.read.tables import names_columns

# What parts two cells, and how far a cell may stand from where its column does.
_CELL = re.compile(r"\S+(?:\s\S+)*")
_ASTRAY = 3
# No table is wider, in characters; the columns of a line of millions would be counted for ever.
_WIDEST = 1000
# A row's own number: 2.1.1, A3, ①.
_NUMBER = re.compile(r"[A-Z]{0,3}-?[0-9]{1,3}(?:[.-][0-9]{1,3}){0,3}[.)]?$|[①-⑳]$")

Cells = dict[int, str]


def part_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a table that only blanks lay out as one line a row, with tabs between
    the cells. A row has the number and the words of its first line."""
    parted: list[Line] = []
    index = 0
    while index < len(lines):
        header = _chunks(lines[index])
        if names_columns([text for _, _, text in header]):
            rows, end = _rows(lines, index + 1, [start for start, _, _ in header])
            if rows:
                names = "\t".join(text for _, _, text in header)
                parted += [replace(lines[index], text=names), *rows]
                index = end
                continue
        parted.append(lines[index])
        index += 1
    return tuple(parted)


def _chunks(line: Line, starts: Sequence[int] = ()) -> list[tuple[int, int, str]]:
    """(first column, column behind it, words) of what wider blanks part in a line; one full-width
    blank does where a column of ``starts`` begins behind it. Of a line too wide for a table
    nothing."""
    if len(line.raw) > _WIDEST:
        return []
    raw = line.raw.expandtabs()
    spans = [one.span() for one in _CELL.finditer(raw)]
    for start, end in tuple(spans):
        parts = [
            blank.end()
            for blank in re.finditer("\u3000", raw[start:end])
            if _width(raw[: start + blank.end()]) in starts
        ]
        edges = [start, *(start + part for part in parts), end]
        at = spans.index((start, end))
        spans[at : at + 1] = pairwise(edges)
    return [
        (_width(raw[:start]), _width(raw[:end].rstrip()), fold_line(raw[start:end]).strip())
        for start, end in spans
    ]


def _width(text: str) -> int:
    """The columns that a text takes."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _rows(lines: Sequence[Line], first: int, starts: Sequence[int]) -> tuple[list[Line], int]:
    """(the rows below a header whose columns begin at ``starts``, the index of what follows)."""
    held: list[tuple[Line, Cells]] = []
    index = first
    while index < len(lines):
        line = lines[index]
        cells = _cells(line, starts)
        alone = line.blank_before and set(cells) == {0}
        if not cells or alone or names_columns(list(cells.values())):
            break
        if marks.bullet(line.text) or is_page_number(line.text):
            break
        held.append((line, cells))
        index += 1
    rows: list[tuple[Line, Cells]] = []
    for begin, (line, cells) in zip(_begin(held), held, strict=True):
        if begin or not rows:
            rows.append((line, dict(cells)))
            continue
        before, so_far = rows[-1]
        for place, words in cells.items():
            said = so_far.get(place, "")
            so_far[place] = said + (glue(said, words) if said else "") + words
        rows[-1] = (replace(before, blank_after=line.blank_after), so_far)
    if not any(len(cells) == len(starts) for _, cells in rows):
        return [], first
    return [
        replace(line, text="\t".join(cells.get(place, "") for place in range(len(starts))))
        for line, cells in rows
    ], index


def _begin(held: Sequence[tuple[Line, Cells]]) -> list[bool]:
    """Which lines begin a row: those with a number, else those behind a blank line, else those
    with more than one cell."""
    first = [cells[0] for _, cells in held if 0 in cells]
    if first and all(map(_NUMBER.match, first)):
        return [0 in cells for _, cells in held]
    apart = [line.blank_before for line, _ in held]
    return apart if any(apart[1:]) else [0 in cells and len(cells) > 1 for _, cells in held]


def _cells(line: Line, starts: Sequence[int]) -> Cells:
    """What stands in which column; empty where something stands in two, or in none."""
    chunks = _chunks(line, starts)
    if len(chunks) == len(starts):
        return {place: words for place, (_, _, words) in enumerate(chunks)}
    found: Cells = {}
    for start, end, words in chunks:
        place = max((i for i, at in enumerate(starts) if at <= start + _ASTRAY), default=-1)
        over = place + 1 < len(starts) and end > starts[place + 1]
        if place < 0 or place in found or over:
            return {}
        found[place] = words
    return found
