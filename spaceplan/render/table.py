"""A table of strings, and its rendering for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spaceplan.frozen import dataclass
from spaceplan.render.text import Align, encodable, visible, width, wrap

GAP = 2
# A column that may be wrapped is not made narrower than this: eight kanji.
NARROWEST = 16
# One that has so much for its weight is read with ease.
COMFORTABLE = 20
# Below this many cells nothing is readable; a terminal that claims fewer is not believed.
LEAST_SCREEN = 10

# What each semantic style looks like, in the names of the 16 ANSI colours, which every terminal
# theme makes readable on its own background. Yellow vanishes on white and grey on black, so
# warnings are magenta and "muted" is the plain colour beside what stands out.
STYLES = {
    "late": "bold red",
    "ok": "green",
    "missed": "bold blue",
    "dropped": "cyan",
    "warn": "magenta",
    "id": "bold",
    "strong": "bold",
    "muted": "",
    "": "",
}

Painter = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` for machines, ``title`` for people.

    ``flexible`` columns may be wrapped on a narrow screen, but not below ``least`` cells. Where
    that is not enough, columns are left out, those with the lowest ``priority`` first, of equals
    the rightmost. Of two that could give way, the one with the greater ``weight`` keeps so much
    more. ``repeats``: it says again what another column says, and is left out without a word
    where not all have room.
    ``parted``: its texts are broken between their parts (names, ends of a span, brackets).
    ``style`` is one of STYLES and holds for cells that have none; the CSV made for Excel
    protects the columns whose style is "id".
    """

    key: str
    title: str
    align: Align = "left"
    flexible: bool = False
    least: int = NARROWEST
    weight: int = 1
    repeats: bool = False
    parted: bool = False
    priority: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with a semantic style, one of STYLES; what it means is in the text as well.

    ``short`` says it where the table has no room for all; "" where there is no shorter way.
    """

    text: str
    style: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of raw text, with a title and footer lines (``notes``).

    Raises ValueError for a row that has not one cell per column.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)}")


def text_of(cell: str | Cell) -> str:
    """The raw text of a cell."""
    return cell if isinstance(cell, str) else cell.text


def _comfortable(columns: tuple[Column, ...], natural: list[int]) -> int:
    """How wide a screen has room for all, where what may be wrapped is wrapped a little."""
    cells = (
        min(wide, COMFORTABLE * column.weight) if column.flexible else wide
        for column, wide in zip(columns, natural, strict=True)
    )
    return sum(cells) + GAP * (len(columns) - 1)


def _short(cell: str | Cell) -> str:
    return (cell.short or cell.text) if isinstance(cell, Cell) else cell


def render_terminal(
    table: Table,
    *,
    width: int,
    color: bool,
    encoding: str = "utf-8",
    left_out: Callable[[list[str]], str] = ", ".join,
    rule: str = "",
) -> str:
    """The table for a screen of ``width`` cells, ending with a newline; no line is wider.

    Long cells are wrapped; columns that do not fit are named in a footer line, as ``left_out``
    says it of their titles. What ``encoding`` cannot write is shown as ``\\u5de5``. ``rule``
    is what the line under the header is drawn with, else what the encoding has for it.
    """
    screen = max(width, LEAST_SCREEN)

    def shown(text: str) -> str:
        return encodable(visible(text), encoding).rstrip(" ")

    paint = painter(color)
    titles = [shown(column.title) for column in table.columns]
    rows = [[shown(text_of(cell)) for cell in row] for row in table.rows]
    natural = _natural_widths(titles, rows)
    narrow = _comfortable(table.columns, natural) > screen
    if narrow:
        rows = [[shown(_short(cell)) for cell in row] for row in table.rows]
        natural = _natural_widths(titles, rows)
    kept = [i for i, one in enumerate(table.columns) if not (narrow and one.repeats)]
    widths = _fit(table.columns, natural, kept, screen)
    lines = [paint(line, "strong") for line in wrap(shown(table.title), screen) if line]
    if widths:
        headers = [(title, "strong") for title in titles]
        lines += _row_lines(table.columns, headers, widths, paint)
        # A rule of U+2500 is twice as long in the fonts of the older Japanese encodings.
        rule = rule or ("─" if encoding.lower().startswith("utf") else "-")
        lines.append(rule * (sum(widths.values()) + GAP * (len(widths) - 1)))
        for texts, cells in zip(rows, table.rows, strict=True):
            styles = (cell.style if isinstance(cell, Cell) else "" for cell in cells)
            styled = list(zip(texts, styles, strict=True))
            lines += _row_lines(table.columns, styled, widths, paint)
    missing = [titles[index] for index in kept if index not in widths]
    notes = [shown(note) for note in table.notes]
    if missing:
        notes.append(shown(left_out(missing)))
    if notes and lines:
        lines.append("")
    for note in notes:
        lines += wrap(note, screen)
    return "".join(f"{line}\n" for line in lines)


def _unpainted(text: str, style: str) -> str:
    return text


def painter(color: bool) -> Painter:
    """Puts text in a semantic style, as terminals understand it; not at all without ``color``."""
    if not color:
        return _unpainted
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(look) for name, look in STYLES.items()}

    def paint(text: str, style: str) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD)

    return paint


def _natural_widths(titles: list[str], rows: list[list[str]]) -> list[int]:
    """How wide each column would like to be, in cells."""
    return [
        max(width(title), max((width(row[index]) for row in rows), default=0))
        for index, title in enumerate(titles)
    ]


def _fit(
    columns: tuple[Column, ...], natural: list[int], kept: list[int], screen: int
) -> dict[int, int]:
    """Those of the columns ``kept`` that are shown, by index, with their widths; they fit."""
    kept = list(kept)
    while kept:
        room = screen - GAP * (len(kept) - 1)
        widths = {index: min(natural[index], screen) for index in kept}
        # A fixed column that takes half of the screen is wrapped rather than drive others out.
        least = {
            index: min(columns[index].least, cells)
            if columns[index].flexible or cells > screen // 2
            else cells
            for index, cells in widths.items()
        }
        if sum(least.values()) <= room:
            return _shrunk(columns, widths, least, room)
        kept.remove(min(kept, key=lambda index: (columns[index].priority, -index)))
    return {}


def _shrunk(
    columns: tuple[Column, ...], widths: dict[int, int], least: dict[int, int], room: int
) -> dict[int, int]:
    """``widths`` made to fit ``room``, the widest for its weight giving way first, none below its
    ``least``."""
    widths = dict(widths)
    while sum(widths.values()) > room:
        spare = [index for index in widths if widths[index] > least[index]]
        widths[max(spare, key=lambda index: widths[index] / columns[index].weight)] -= 1
    return widths


def _row_lines(
    columns: tuple[Column, ...],
    cells: Iterable[tuple[str, str]],
    widths: dict[int, int],
    paint: Painter,
) -> list[str]:
    """The screen lines of one row of (text, style); none has trailing spaces."""
    wrapped = [
        (
            columns[index],
            widths[index],
            wrap(text, max(widths[index], 2), parted=columns[index].parted),
            style,
        )
        for index, (text, style) in enumerate(cells)
        if index in widths
    ]
    height = max(len(pieces) for _, _, pieces, _ in wrapped)
    lines = []
    for number in range(height):
        line, blanks = "", 0
        for column, cells_wide, pieces, style in wrapped:
            piece = pieces[number] if number < len(pieces) else ""
            free = cells_wide - width(piece)
            before = free if column.align == "right" else 0
            if piece:
                line += " " * (blanks + before) + paint(piece, style or column.style)
                blanks = free - before + GAP
            else:
                blanks += cells_wide + GAP
        lines.append(line)
    return lines
