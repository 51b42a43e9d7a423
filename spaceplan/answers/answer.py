"""One answer in every form; only the form that is asked for is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from spaceplan.frozen import dataclass
from spaceplan.render.table import Cell, Column, Table

Records = tuple[Sequence[Column], Iterable[Sequence[str | Cell]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in every form; only the form that is asked for is made.

    ``table`` for people, ``data`` the whole JSON object, ``items`` the objects of jsonl,
    ``records`` columns and rows of the CSV.
    """

    table: Callable[[], Table]
    data: Callable[[], Mapping[str, object]]
    items: Callable[[], Iterable[Mapping[str, object]]]
    records: Callable[[], Records]
