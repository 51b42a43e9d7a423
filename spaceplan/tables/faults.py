"""Everything wrong with one table, gathered while it is read and judged.

A table may be wrong in every row: the first faults are kept, in the order of their places, the
rest are counted. What was likely meant is looked for when all is gathered, for those alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from spaceplan.errors import Fault, Phrase, SpaceplanError, TableFaults, Wrong
from spaceplan.frozen import dataclass
from spaceplan.roadmap.nearest import nearest
from spaceplan.tables.raw import Place


@dataclass(frozen=True, slots=True)
class _Found:
    place: Place
    what: Phrase
    expected: Phrase | None
    near: str
    meant: tuple[str, Iterable[str]] | None

    @property
    def order(self) -> tuple[int, int]:
        return self.place.line, self.place.column

    def fault(self) -> Fault:
        near = nearest(*self.meant) if self.meant else self.near
        place = self.place
        return Fault(
            place.line, place.column, self.what, self.expected, near=near, sheet=place.sheet
        )


@dataclass(slots=True)
class Faults:
    """The faults of the file ``name``; ``count`` is how many there are."""

    name: str
    count: int = 0
    _kept: list[_Found] = field(default_factory=list)

    def add(
        self,
        place: Place,
        what: Phrase,
        expected: Phrase | None = None,
        near: str = "",
        meant: tuple[str, Iterable[str]] | None = None,
    ) -> None:
        """One more. ``meant``: a word and the options of which it may be a slip."""
        self.count += 1
        self._kept.append(_Found(place, what, expected, near, meant))
        if len(self._kept) > 10 * TableFaults.shown:
            self._kept = self._first()

    def wrong(self, place: Place, wrong: Wrong) -> None:
        """A text that cannot be read."""
        self.add(place, wrong.what, wrong.expected, wrong.near)

    def refused(self, place: Place, error: SpaceplanError, expected: Phrase | None = None) -> None:
        """What may not be; ``expected`` is said after it."""
        self.add(place, error.phrase, expected)

    def first(self) -> tuple[Fault, ...]:
        """As many as are told, in the order of their places."""
        return tuple(found.fault() for found in self._first())

    def _first(self) -> list[_Found]:
        return sorted(self._kept, key=lambda found: found.order)[: TableFaults.shown]

    def check(self) -> None:
        """Raise TableFaults where there are any."""
        if self.count:
            raise TableFaults(self.name, self.first(), self.count)
