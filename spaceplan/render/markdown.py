"""Tables as GitHub shows them, with every cell reading as the text that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spaceplan.render.table import Table, text_of
from spaceplan.render.text import visible

# An address stands as a link to itself, if nothing in it means something to Markdown: then it is
# not cut short but written as text, whole.
_URL = re.compile(r"https?://[\w/.~?=%#&+,:@-]*[\w/~=%#&+-](?=[.,:?)]*(?:[^!-~]|$))", re.ASCII)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[\\`*_\[\]|~$#&<>!]|:(?=//)|(?<=www)\.")
# What makes a heading, a list or a rule of a line that begins with it.
_OPENING = re.compile(r"^(\d{1,9}(?=[.)]))?([-+.)=])")


def render_markdown(table: Table, *, level: int = 2) -> str:
    """A heading of ``level`` (the title), the table, and each note as a paragraph.

    Cells are not padded, so that a change in one row leaves the others as they are.
    The text ends with a newline.
    """
    blocks = []
    if table.title:
        blocks.append(f"{'#' * level} {literal(table.title)}")
    if table.columns:
        rules = ["---:" if column.align == "right" else "---" for column in table.columns]
        lines = [
            _row(literal(column.title) for column in table.columns),
            _row(rules),
            *(_row(literal(text_of(cell)) for cell in row) for row in table.rows),
        ]
        blocks.append("\n".join(lines))
    blocks.extend(paragraph(note) for note in table.notes)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def literal(text: str) -> str:
    """``text`` as inline Markdown that shows it as it is; its newlines become ``<br>``.

    Spaces at the ends are dropped, as Markdown would. Web addresses become links to
    themselves. What GitHub makes of rendered text (``:smile:``, ``@name``) is beyond Markdown.
    """
    lines = text.strip(" ").replace("\r\n", "\n").split("\n")
    return "<br>".join(_escaped(visible(line)) for line in lines)


def paragraph(text: str) -> str:
    """``text`` as a paragraph of its own that shows it as it is."""
    return _OPENING.sub(r"\1\\\2", literal(text))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    parts = []
    end = 0
    for url in _URL.finditer(text):
        parts += [_plain(text[end : url.start()]), f"<{url[0]}>"]
        end = url.end()
    return "".join((*parts, _plain(text[end:])))


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
