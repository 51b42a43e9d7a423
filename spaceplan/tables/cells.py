"""Cells to typed values: the fields that a row sets, a new milestone, what is told of a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spaceplan.errors import UsageError, Wrong, phrase
from spaceplan.record.naming import owner_codes
from spaceplan.record.planned import Said
from spaceplan.roadmap import values
from spaceplan.roadmap.model import BASES, KINDS, Milestone, Plan, Words
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.times import Time
from spaceplan.tables.columns import EDITABLE, FIELD_OF
from spaceplan.tables.faults import Faults
from spaceplan.tables.rows import Cell, TableRow

PLACED = ("places", "text", "charts", "chart_basis", "topic", "subsection")
"""Where a milestone stands, and in what words: keys that an export only shows, or not at all."""
ADDED = ("title", "remark", "same_as", "see", "baseline", "links")
"""Further keys of a milestone that is added."""
# A milestone cannot be without these.
_NEEDED = ("status", "kind", "target", "basis")
_LISTS = ("owner", "partners", "charts", "see", "links")
_TOLD = ("reason", "note", "source", "who")
_PLACES = "places."


def _each(read: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    return lambda text: tuple(read(word) for word in words_of(text))


_READ: Mapping[str, Callable[[str], object]] = {
    "id": values.identifier,
    "status": lambda text: values.choice(text, STATUSES, "status"),
    "kind": lambda text: values.choice(text, KINDS, "kind"),
    "basis": lambda text: values.choice(text, BASES, "basis"),
    "chart_basis": lambda text: values.choice(text, BASES, "chart_basis"),
    "target": read_time,
    "horizon": read_time,
    "times": values.times,
    "text": values.fingerprint,
    "topic": values.count,
    "subsection": values.count,
    "charts": _each(values.chart),
    "see": _each(values.identifier),
    "links": lambda text: tuple(text.splitlines()),
}


def words_of(text: str) -> list[str]:
    """The words of a list that stands in one cell."""
    return text.replace("、", " ").replace(",", " ").split()


def read_cell(plan: Plan, key: str, cell: Cell, faults: Faults) -> tuple[object, str] | None:
    """A cell's typed value and its canonical text; None where it is a fault."""
    if cell.clears:
        if key in _NEEDED:
            faults.add(
                cell.place, phrase("tables.not-cleared", key=key), phrase("tables.expected-value")
            )
            return None
        return (() if key in _LISTS else None), ""
    try:
        if key in ("owner", "partners"):
            codes = owner_codes(plan, words_of(cell.text))
            return codes, " ".join(codes)
        value = _READ[key](cell.text) if key in _READ else cell.text
    except Wrong as wrong:
        faults.wrong(cell.place, wrong)
        return None
    except UsageError as error:
        faults.refused(cell.place, error)
        return None
    return value, str(value)


def fields_of(milestone: Milestone, by_key: Mapping[str, object]) -> dict[str, object]:
    """Values by column to fields: the two languages of a text are two columns and one field."""
    fields: dict[str, object] = {}
    for key, value in by_key.items():
        name = FIELD_OF.get(key, key)
        if name == key:
            fields[name] = value
            continue
        current = fields.get(name, getattr(milestone, name)) or Words("", "")
        assert isinstance(current, Words)
        text = str(value or "")
        words = Words(text, current.en) if key.endswith("_ja") else Words(current.ja, text)
        fields[name] = words if words.ja or words.en else None
    return fields


def placed(plan: Plan, row: TableRow, faults: Faults) -> dict[str, object]:
    """The fields of ``PLACED`` that the row sets; of its places those that it names."""
    found: dict[str, object] = {}
    for key, cell in row.cells.items():
        if key.startswith(_PLACES):
            given = found.setdefault("places", {})
            assert isinstance(given, dict)
            given[key.removeprefix(_PLACES)] = cell.text
        elif key in PLACED:
            read = read_cell(plan, key, cell, faults)
            if read is not None:
                found[key] = read[0]
    return found


def told(plan: Plan, row: TableRow, faults: Faults) -> Said:
    """What the row tells of its change."""
    told: dict[str, str] = {}
    on: Time | None = None
    for key, cell in row.filled(("on", *_TOLD)).items():
        if key == "on":
            try:
                on = values.when(cell.text)
            except Wrong as wrong:
                faults.wrong(cell.place, wrong)
        elif key == "reason":
            codes = _reasons(plan)
            if cell.text in codes:
                told[key] = codes[cell.text]
            else:
                faults.add(
                    cell.place,
                    phrase("tables.unknown-reason", reason=cell.text),
                    phrase("tables.expected-of", options=list(plan.reasons)),
                    meant=(cell.text, codes),
                )
        else:
            told[key] = cell.text
    return Said(on=on, **told)


def _reasons(plan: Plan) -> dict[str, str]:
    return {
        name: code for code, words in plan.reasons.items() for name in (code, words.ja, words.en)
    }


def new_milestone(plan: Plan, row: TableRow, faults: Faults) -> Milestone | None:
    """The milestone that a row adds; None where it has faults."""
    before = faults.count
    by_key: dict[str, object] = {}
    for key, cell in row.cells.items():
        if key in ("id", "see", "links", *EDITABLE) and not cell.empty:
            read = read_cell(plan, key, cell, faults)
            if read is not None:
                by_key[key] = read[0]
    facts: dict[str, Any] = {
        **fields_of(Milestone("", 0, Words("", "")), by_key),
        **placed(plan, row, faults),
    }
    for name in ("id", "title"):
        if not facts.get(name) and faults.count == before:
            faults.add(
                row.place,
                phrase("tables.new-without", name=name),
                phrase("tables.expected-key", key=name),
            )
    if "same_as" in row.cells:
        faults.add(row.place, phrase("tables.new-repeat"), phrase("tables.further-place"))
    if faults.count > before:
        return None
    topic = facts.pop("topic", None) or _topic_of(facts["id"])
    if topic is None:
        faults.add(
            row.place,
            phrase("tables.no-topic-said", id=facts["id"]),
            phrase("tables.expected-key", key="topic"),
        )
        return None
    return Milestone(topic=topic, baseline=facts.get("target"), **facts)


def _topic_of(milestone_id: str) -> int | None:
    head = milestone_id.partition("-")[0]
    return int(head) if head.isdecimal() else None


def placing(row: TableRow) -> Iterable[str]:
    """The keys of a row that say where its milestone stands."""
    return [key for key in row.cells if key in PLACED or key.startswith(_PLACES)]
