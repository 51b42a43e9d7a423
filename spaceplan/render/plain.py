"""Tables for pipes: aligned, complete, without colour, never cut to a width."""

from __future__ import annotations

from itertools import repeat

from spaceplan.render.table import Column, Table, text_of
from spaceplan.render.text import all_encodable, ordinary, visible, width

GAP = "  "


def render_plain(table: Table, encoding: str = "utf-8") -> str:
    """One header line, one line per row, and after an empty line the title and the notes.

    Columns stand two spaces apart; no line has trailing spaces. The title comes last so that
    the first line is always the header. The text ends with a newline. What ``encoding`` cannot
    write is shown as ``\\u5de5``, so that columns stay columns.
    """
    cells = zip(*table.rows, strict=True) if table.rows else repeat(())
    columns = [
        _aligned(column, list(map(text_of, texts)), encoding)
        for column, texts in zip(table.columns, cells, strict=False)
    ]
    lines = [GAP.join(cells).rstrip(" ") for cells in zip(*columns, strict=True)]
    footer = [visible(note).rstrip(" ") for note in table.notes]
    if table.title:
        footer.insert(0, visible(table.title).rstrip(" "))
    if lines and footer:
        lines.append("")
    return "".join(f"{line}\n" for line in (*lines, *footer))


def _aligned(column: Column, cells: list[str], encoding: str) -> list[str]:
    """The title and the cells of one column, all of the same width."""
    title, *cells = all_encodable([visible(column.title), *cells], encoding)
    together = "".join(cells)
    if not ordinary(together):
        cells = [visible(text) for text in cells]
    measure = len if together.isascii() else width  # an escape is as long as it is wide
    texts, widths = [title, *cells], [width(title), *map(measure, cells)]
    most = max(widths)
    if column.align == "right":
        return [" " * (most - have) + text for text, have in zip(texts, widths, strict=True)]
    return [text + " " * (most - have) for text, have in zip(texts, widths, strict=True)]
