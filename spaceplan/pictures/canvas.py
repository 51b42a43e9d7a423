"""A picture for a terminal: one mark in each cell, with its semantic style.

Marks are one cell wide. Each has a form for terminals that know only ASCII.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import groupby

from spaceplan.frozen import dataclass
from spaceplan.render.table import Painter
from spaceplan.render.text import cut, encodable, visible, width, wrap

# Mark → (for UTF encodings, for all others). No two that meet in a picture look alike.
MARKS = {
    "target": ("◆", "#"),
    "baseline": ("◇", "o"),
    "anew": ("◈", "@"),
    "start": ("▶", ">"),
    "start_baseline": ("▷", ")"),
    "window": ("═", "="),
    "window_begin": ("╞", "["),
    "slip": ("─", "-"),
    "late": ("┄", "!"),
    "about": ("≈", "~"),
    "done": ("✓", "+"),
    "missed": ("✗", "x"),
    "dropped": ("⊘", "/"),
    "pending": ("○", "?"),
    "ahead": ("·", "."),
    "forecast": ("◦", "'"),
    "horizon": ("△", "^"),
    "ongoing": ("╌", "_"),
    "before": ("‹", "{"),
    "beyond": ("›", "}"),
    "today": ("│", "|"),
    "today_head": ("▼", "V"),
    "year": ("┊", ":"),
    "rule": ("─", "-"),
    "level": ("─", "-"),
    "upright": ("│", "|"),
    "rise": ("┘", "+"),
    "fall": ("┐", "+"),
    "diagonal": ("·", "."),
    "unknown": ("?", "?"),
    "bar": ("█", "#"),
    "bar_ahead": ("░", "-"),
}


# Signs within words, where a screen has no more than ASCII.
_PLAIN = str.maketrans({"→": "->", "○": "( )", "●": "(*)", "◐": "(x)"})


@dataclass(frozen=True, slots=True)
class Screen:
    """What a picture may use: ``width`` cells, colours through ``paint``, ASCII or more."""

    width: int
    paint: Painter
    encoding: str = "utf-8"
    ascii: bool = False

    def mark(self, name: str) -> str:
        """A mark as this screen can show it."""
        return MARKS[name][self.ascii]

    def text(self, words: str) -> str:
        """Text with nothing in it that the screen cannot show."""
        shown = visible(words)
        return encodable(shown.translate(_PLAIN) if self.ascii else shown, self.encoding)

    def cut(self, words: str, cells: int) -> str:
        """Text cut to ``cells``; the ellipsis is two dots where there is none."""
        shown = self.text(words)
        if not self.ascii or width(shown) <= cells:
            return cut(shown, cells)
        return cut(shown, cells - 1)[:-1] + ".." if cells > 2 else shown[:cells]

    def headline(self, title: str, plan: str) -> list[str]:
        """What a picture shows, and of which plan."""
        return [
            *(self.paint(part, "strong") for part in self.paragraph(title)),
            *self.paragraph(plan),
        ]

    def paragraph(self, words: str) -> list[str]:
        """Text in lines."""
        return wrap(self.text(words), max(self.width, 2))


def screen_for(
    width: int, paint: Painter, encoding: str = "utf-8", *, plain_marks: bool = False
) -> Screen:
    """The screen of an encoding: all but the UTF ones get ASCII marks, as do ``plain_marks``.

    The older Japanese encodings have some of the marks, but draw them two cells wide.
    """
    return Screen(width, paint, encoding, plain_marks or not encoding.lower().startswith("utf"))


@dataclass(slots=True)
class Strip:
    """One line of cells that is being drawn; marks outside of it are dropped."""

    size: int
    cells: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.cells = [(" ", "")] * self.size

    def put(self, place: int, mark: str, style: str = "") -> None:
        """Put a mark over whatever is there."""
        if 0 <= place < self.size:
            self.cells[place] = (mark, style)

    def fill(self, first: int, last: int, mark: str, style: str = "") -> None:
        """Put a mark in every cell from ``first`` to ``last``, both included."""
        for place in range(max(first, 0), min(last, self.size - 1) + 1):
            self.put(place, mark, style)

    def empty(self, place: int) -> bool:
        """Whether a cell exists and nothing stands in it."""
        return 0 <= place < self.size and self.cells[place][0] == " "

    def shown(self, screen: Screen) -> str:
        """The line, painted."""
        line = ""
        for style, run in groupby(self.cells, lambda cell: cell[1]):
            marks = "".join(mark for mark, _ in run)
            line += screen.paint(marks, style) if style else marks
        return line


def legend(screen: Screen, entries: Iterable[tuple[str, str]]) -> list[str]:
    """``mark meaning`` pairs on as few lines as they need; none is broken."""
    lines: list[str] = []
    for mark, words in entries:
        entry = screen.cut(f"{mark} {words}", screen.width)
        if lines and width(lines[-1]) + 3 + width(entry) <= screen.width:
            lines[-1] += "   " + entry
        else:
            lines.append(entry)
    return lines


def finish(lines: Sequence[str]) -> str:
    """The picture as text: no trailing spaces, a newline at the end."""
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)
