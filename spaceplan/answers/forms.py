"""An answer, or a page of text, in each output format; ``formats.ANSWER`` names these functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spaceplan.frozen import dataclass
from spaceplan.words import left_out

if TYPE_CHECKING:
    from spaceplan.answers.answer import Answer
    from spaceplan.render.page import Block


@dataclass(frozen=True, slots=True)
class Surface:
    """What an answer is written on.

    ``terminal``: a person reads it there and then. ``excel``: a CSV is to open in Excel.
    """

    lang: str
    width: int
    color: bool
    encoding: str
    terminal: bool
    excel: bool = False


def table(answer: Answer, surface: Surface) -> str:
    """For a terminal: within its width, in colour where it has any."""
    from spaceplan.render.table import render_terminal

    return render_terminal(
        answer.table(),
        width=surface.width,
        color=surface.color,
        encoding=surface.encoding,
        left_out=left_out(surface.lang),
    )


def plain(answer: Answer, surface: Surface) -> str:
    """For a pipe: complete cells, no colour."""
    from spaceplan.render.plain import render_plain

    return render_plain(answer.table(), surface.encoding)


def json(answer: Answer, surface: Surface) -> str:
    """One JSON object."""
    from spaceplan.render.json_out import dumps

    return dumps(answer.data())


def jsonl(answer: Answer, surface: Surface) -> str:
    """An object in each line."""
    from spaceplan.render.json_out import json_lines

    return json_lines(answer.items())


def csv(answer: Answer, surface: Surface) -> str:
    """Raw values for programs; a terminal would obey what stands in them, so they are told."""
    from spaceplan.render.csv_out import render_csv
    from spaceplan.render.text import visible

    columns, rows = answer.records()
    text = render_csv(columns, rows, excel=surface.excel)
    if surface.terminal:
        return "\n".join(visible(line.strip("\ufeff\r")) for line in text.split("\n"))
    return text


def markdown(answer: Answer, surface: Surface) -> str:
    """A table as forges show it."""
    from spaceplan.render.markdown import render_markdown

    return render_markdown(answer.table())


def table_page(blocks: Sequence[Block], surface: Surface) -> str:
    """A page for a terminal."""
    from spaceplan.render.page import page_terminal

    return page_terminal(
        blocks,
        width=surface.width,
        color=surface.color,
        encoding=surface.encoding,
        left_out=left_out(surface.lang),
    )


def plain_page(blocks: Sequence[Block], surface: Surface) -> str:
    """A page for a pipe."""
    from spaceplan.render.page import page_plain

    return page_plain(blocks, surface.encoding)


def markdown_page(blocks: Sequence[Block], surface: Surface) -> str:
    """A page in Markdown."""
    from spaceplan.render.page import page_markdown

    return page_markdown(blocks)
