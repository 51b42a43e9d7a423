"""A page of headings, facts, sentences and tables, for answers that are no table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spaceplan.frozen import dataclass
from spaceplan.render.plain import render_plain
from spaceplan.render.table import Cell, Table, painter, render_terminal, text_of
from spaceplan.render.text import encodable, pad, visible, wrap
from spaceplan.render.text import width as cells


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for the page, 2 for a section, 3 for an item."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs; ``indent`` in cells."""

    pairs: tuple[tuple[str, str | Cell], ...]
    indent: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; ``indent`` in cells."""

    text: str
    indent: int = 0
    style: str = ""


Block = Heading | Facts | Line | Table


def page_plain(blocks: Sequence[Block], encoding: str = "utf-8") -> str:
    """For pipes: complete lines, no colour."""
    return page_terminal(blocks, width=None, color=False, encoding=encoding)


def page_terminal(
    blocks: Sequence[Block],
    *,
    width: int | None,
    color: bool,
    encoding: str,
    left_out: Callable[[list[str]], str] = ", ".join,
    rule: str = "",
) -> str:
    """For a screen of ``width`` cells (None: as wide as it is): wrapped, with hanging indents;
    ``left_out`` and ``rule`` as in tables."""
    paint = painter(color)
    lines: list[str] = []

    def put(text: str, indent: int, style: str, lead: str = "") -> None:
        shown = encodable(visible(text), encoding)
        room = max(width - indent, 10) if width else None
        for piece in wrap(shown, room) if room else [shown]:
            lines.append((lead or " " * indent) + (paint(piece, style) if piece else ""))
            lead = ""

    for block in blocks:
        if isinstance(block, Heading):
            if lines and block.level < 3:
                lines.append("")
            put(block.text, 0, "strong")
        elif isinstance(block, Facts):
            labels = [encodable(visible(label), encoding) for label, _ in block.pairs]
            widest = max(map(cells, labels), default=0)
            indent = block.indent + widest + 2
            for label, (_, cell) in zip(labels, block.pairs, strict=True):
                style = cell.style if isinstance(cell, Cell) else ""
                lead = " " * block.indent + pad(label, widest) + "  "
                put(text_of(cell), indent, style, lead)
        elif isinstance(block, Line):
            put(block.text, block.indent, block.style)
        else:
            if lines:
                lines.append("")
            rendered = (
                render_terminal(
                    block,
                    width=width,
                    color=color,
                    encoding=encoding,
                    left_out=left_out,
                    rule=rule,
                )
                if width
                else render_plain(block, encoding)
            )
            lines.extend(rendered.rstrip("\n").split("\n"))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def page_markdown(blocks: Sequence[Block], *, top: int = 2) -> str:
    """As Markdown: facts become a list. ``top`` is the level of the first heading."""
    from spaceplan.render.markdown import literal, paragraph, render_markdown

    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(f"{'#' * (block.level + top - 1)} {literal(block.text)}")
        elif isinstance(block, Facts):
            pairs = (f"- {literal(label)}: {literal(text_of(cell))}" for label, cell in block.pairs)
            parts.append("\n".join(pairs))
        elif isinstance(block, Line):
            parts.append(paragraph(block.text))
        else:
            parts.append(render_markdown(block).rstrip("\n"))
    return "\n\n".join(parts) + "\n"
