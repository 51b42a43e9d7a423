"""The fields of a milestone, each declared once in ``model.Milestone``, and what follows of them.

File keys, history, cache, tables, database, filters, ``show``, JSON and the schema are made from
``FIELDS``. To add a field: a line in ``Milestone``, its label in ``words/labels.py`` and, where it
has a column, what that holds in ``words/columns.py``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Literal

from spaceplan.frozen import dataclass
from spaceplan.roadmap import values
from spaceplan.roadmap.declare import Declared
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import BASES, CONFIDENCE, KINDS, Milestone
from spaceplan.roadmap.read_times import read_by_any_rule
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.states import STATUSES

Form = Literal["one", "some", "words", "codes", "pairs", "after", "entries"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the values of a field are.

    ``form``: one value, some in a list, a text in two languages, owners' codes, pairs, what must
    have happened before, history entries. ``read``: one of them from its text; raises ``Wrong``.
    ``options``: the words of a fixed choice.
    """

    form: Form
    read: Callable[[str], object] = str
    options: tuple[str, ...] = ()


SHAPES = {
    "id": Shape("one", values.identifier),
    "ids": Shape("some", values.identifier),
    "count": Shape("one", values.count),
    "topic": Shape("one", values.topic),
    "text": Shape("one"),
    "texts": Shape("some"),
    "tags": Shape("some", values.tag),
    "charts": Shape("some", values.chart),
    "fingerprint": Shape("one", values.fingerprint),
    "time": Shape("one", read_by_any_rule),
    "times": Shape("one", values.times),
    "basis": Shape("one", options=BASES),
    "kind": Shape("one", options=KINDS),
    "confidence": Shape("one", options=CONFIDENCE),
    "after": Shape("after", values.after),
    "status": Shape("one", options=STATUSES),
    "words": Shape("words"),
    "remark": Shape("words"),
    "codes": Shape("codes"),
    "places": Shape("pairs"),
    "history": Shape("entries"),
    "reason": Shape("one"),
    "verdict": Shape("one", values.verdict),
    "part": Shape("one", values.part),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``empty`` is its value where the file says nothing."""

    name: str
    empty: object
    shape: Shape
    said: Declared

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns in a table: a text in two languages has one for each."""
        if not self.said.column:
            return ()
        return (f"{self.name}_ja", f"{self.name}_en") if self.form == "words" else (self.name,)

    @property
    def form(self) -> Form:
        """The form of its shape."""
        return self.shape.form

    def read(self, text: str) -> object:
        """One of its values from its text, where that needs no plan. Raises ``Wrong``."""
        if self.shape.options:
            return values.choice(text, self.shape.options, self.name)
        return self.shape.read(text)

    def texts(self, value: object) -> tuple[str, ...]:
        """A value as text for each of its columns: canonical, lists joined with spaces."""
        if self.form == "words":
            return (value.ja, value.en) if isinstance(value, Words) else ("", "")
        if isinstance(value, tuple):
            return (" ".join(map(str, value)),)
        return (str(value) if value else "",)


def _field(one: dataclasses.Field[object]) -> Field:
    declared: Declared = one.metadata["said"]
    empty = one.default
    if empty is dataclasses.MISSING:
        empty = None if one.default_factory is dataclasses.MISSING else one.default_factory()
    return Field(one.name, empty, SHAPES[declared.shape], declared)


FIELDS = tuple(_field(one) for one in dataclasses.fields(Milestone) if one.metadata)
"""In the order in which a file is written."""
TOLD = tuple(_field(one) for one in dataclasses.fields(Change) if one.metadata)
"""What is told of a change beside the fields that changed, in the order of an entry."""
BY_NAME = {field.name: field for field in FIELDS}
EMPTY = {field.name: field.empty for field in FIELDS}


def ordered(first: tuple[str, ...] = (), **after: str) -> tuple[Field, ...]:
    """``FIELDS``, those named ``first`` in front, and each ``name=other`` behind that other.

    So an order of its own never leaves out what it does not name.
    """
    found = [BY_NAME[name] for name in first]
    found += [field for field in FIELDS if field.name not in first]
    for name, other in after.items():
        field = BY_NAME[name]
        found.remove(field)
        found.insert(found.index(BY_NAME[other]) + 1, field)
    return tuple(found)


# An entry tells first what people ask for first.
_FIRST = ("status", "target", "horizon", "kind", "times", "owner", "basis", "partners", "title")
HISTORIC = tuple(
    field.name for field in ordered((*_FIRST, "remark"), text="see") if field.said.history
)
"""What an update, a hand edit or a revision may change, and so what a history entry may hold."""
DATA = ordered(text="links")
"""In the order of JSON."""
TABLE = ordered(
    text="links",
    times="horizon",
    rebaseline="tags",
    forecast="rebaseline",
    confidence="forecast",
    progress="confidence",
    measure="progress",
)
"""In the order of tables and of the database. What may be edited there since a later release stands
behind what could be before, so that the digests of older exports are read."""
SHOWN = ordered(("title",), status="chart_basis", text="links")
"""In the order in which one milestone is shown in full."""
FILTERS = tuple(field for field in FIELDS if field.said.filter)
LISTED = tuple(field.name for field in FIELDS if field.said.listed)
