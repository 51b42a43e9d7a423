"""A cell as a file holds it, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RawKind = Literal["text", "date", "formula", "error"]


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell's text and its place, ``FILE:LINE:COLUMN`` or ``FILE:SHEET!CELL``.

    ``kind`` is what the spreadsheet says it is; numbers count as text. A date is written as
    precisely as its cell shows it: 2023-03-07, 2023-03 or 2023.
    """

    text: str
    place: str
    kind: RawKind = "text"
