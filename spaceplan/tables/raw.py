"""A cell as a file holds it, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from spaceplan.errors import place_text
from spaceplan.frozen import dataclass

RawKind = Literal["text", "date", "formula", "error"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line and column from 1; in a workbook row, column and sheet."""

    line: int
    column: int
    sheet: str = ""

    def of(self, name: str) -> str:
        """``NAME:LINE:COLUMN`` or ``NAME:SHEET!CELL``."""
        return place_text(name, self.line, self.column, self.sheet)


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell's text and its place.

    ``kind`` is what the spreadsheet says it is; numbers count as text. A date is written as
    precisely as its cell shows it: 2023-03-07, 2023-03 or 2023.
    """

    text: str
    place: Place
    kind: RawKind = "text"


Record = Mapping[int, RawCell]
"""A row by the numbers of its columns, from 1; a place where nothing stands may be missing."""
