"""What a table asks for, whatever file it came in: rows of cells, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from spaceplan.errors import Fault
from spaceplan.frozen import dataclass
from spaceplan.tables.columns import CLEAR, Base
from spaceplan.tables.faults import Faults
from spaceplan.tables.raw import Place
from spaceplan.yaml_text.spelling import Data


@dataclass(frozen=True, slots=True)
class Cell:
    """The unprotected text of a cell and its place."""

    text: str
    place: Place

    @property
    def empty(self) -> bool:
        """Nothing in it: the field stays as it is."""
        return not self.text.strip()

    @property
    def clears(self) -> bool:
        """``(none)``: the field is to be cleared."""
        return unicodedata.normalize("NFKC", self.text).strip().casefold() == CLEAR


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its id, the place of that, its cells by key, and what its digest tells.

    ``placing``: it may say where a milestone stands and in what words (``cells.PLACED``).
    ``adds``: it is a milestone that the plan does not have yet.
    """

    id: str
    place: Place
    cells: Mapping[str, Cell]
    base: Base | None
    placing: bool = False
    adds: bool = False

    def filled(self, keys: Collection[str]) -> dict[str, Cell]:
        """The cells of these columns that are not empty."""
        return {key: cell for key, cell in self.cells.items() if key in keys and not cell.empty}


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read from the file ``name``.

    ``columns`` are the known ones that it has, in its own order; ``faults`` what reading it found.
    ``topics`` and ``documents`` are to stand in the plan's head, as plain data; ``notices`` tell
    what was let be.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    faults: Faults
    topics: tuple[Mapping[str, Data], ...] = ()
    documents: tuple[Mapping[str, Data], ...] = ()
    notices: tuple[Fault, ...] = ()

    def sound(self) -> Table:
        """Itself. Raises TableFaults where it has any."""
        self.faults.check()
        return self
