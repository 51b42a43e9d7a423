"""Many updates at once, from a table or a YAML file: all or nothing, three ways by cell.

A row is what ``exchange.read_table`` reads: a milestone's id, the cells that say how it should be,
and, where the row was exported, the digest of what it showed then. A cell that was not changed
since the export changes nothing; a field that the plan changed meanwhile is not overwritten but
refused. Applying the same file again finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from spaceplan.answers.rows import RECORD, record
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.naming import owner_codes
from spaceplan.record.planned import Moment, Outcome, Planned, Refused, Said, Targets, Wish
from spaceplan.roadmap import values
from spaceplan.roadmap.model import BASES, KINDS, Milestone, Plan, Words
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.state import Standing
from spaceplan.roadmap.states import ENDED, STATUSES
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.values import Wrong, nearest
from spaceplan.tables.columns import EDITABLE, FIELD_OF, three_way
from spaceplan.tables.read_table import Cell, TableFault, TableFaults, TableRow
from spaceplan.words import told

_READ: dict[str, Callable[[str], object]] = {
    "status": lambda text: values.choice(text, STATUSES, "status"),
    "kind": lambda text: values.choice(text, KINDS, "kind"),
    "basis": lambda text: values.choice(text, BASES, "basis"),
    "target": values.time,
    "horizon": values.time,
    "times": values.times,
}
# A milestone cannot be without these.
_NEEDED = ("status", "kind", "target", "basis")


def apply_rows(
    plan: Plan,
    rows: Iterable[TableRow],
    moment: Moment,
    more: Mapping[str, Mapping[str, object]] | None = None,
    known: Iterable[TableFault] = (),
) -> Outcome:
    """What the rows change. Raises TableFaults with every fault, each at its place.

    ``more`` are further fields by id, typed as in ``Milestone``, that no table has; ``known`` are
    the faults that reading the rows found.
    """
    faults = list(known)
    planned: list[Planned] = []
    remarks: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for row in rows:
        milestone = _milestone(plan, row, faults)
        if milestone is None:
            continue
        if milestone.id in seen:
            faults.append(
                TableFault(
                    row.place, f"{milestone.id} stands twice", f"it stands at {seen[milestone.id]}"
                )
            )
            continue
        seen[milestone.id] = row.place
        change = _row(plan, milestone, row, (more or {}).get(row.id, {}), moment, faults)
        if change is not None:
            planned.append(change)
            if row.id != milestone.id:
                remarks.append((row.id, milestone.id))
    if faults:
        raise TableFaults(faults)
    return Outcome(tuple(planned), Targets((), tuple(remarks)))


def _milestone(plan: Plan, row: TableRow, faults: list[TableFault]) -> Milestone | None:
    entry = plan.by_id.get(row.id)
    if entry is None:
        parts = plan.parts.get(row.id)
        what = f"there is no milestone {row.id!r}"
        expected = f"expected an id of the plan{_meant(nearest(row.id, plan.by_id))}"
        if parts:
            what = f"{row.id} has several parts"
            expected = f"expected one of {', '.join(parts)}"
        faults.append(TableFault(row.place, what, expected))
        return None
    originals = plan.originals(entry)
    if len(originals) > 1:
        ids = ", ".join(original.id for original in originals)
        faults.append(TableFault(row.place, f"{row.id} repeats several: {ids}", "expected one"))
        return None
    return originals[0]


def _meant(fix: str) -> str:
    return f" (did you mean {fix}?)" if fix else ""


def _row(
    plan: Plan,
    milestone: Milestone,
    row: TableRow,
    more: Mapping[str, object],
    moment: Moment,
    faults: list[TableFault],
) -> Planned | None:
    before = len(faults)
    said = _said(plan, row, faults)
    now = dict(zip(RECORD, record(Row(milestone, Standing("")), plan), strict=True))
    texts: dict[str, object] = {}
    for key, cell in row.filled(EDITABLE).items():
        read = _value(plan, key, cell, faults)
        if read is None:
            continue
        value, text = read
        outcome = three_way(row.base, key, text, now[key])
        if outcome == "conflict":
            faults.append(
                TableFault(
                    cell.place,
                    f"{milestone.id}: {key} was changed to {now[key] or 'nothing'} since this "
                    f"table was exported, and here to {text or 'nothing'}",
                    "export again, or make the cell what the plan says",
                )
            )
        elif outcome == "change" or (outcome == "same" and key == "status" and text in ENDED):
            texts[key] = value
    if len(faults) > before:
        return None
    try:
        made = update(plan, [milestone], Wish({**_fields(milestone, texts), **more}), said, moment)
    except Refused as refused:
        faults.append(TableFault(row.place, told(refused, "en"), "nothing was applied"))
        return None
    return made[0] if made else None


def _said(plan: Plan, row: TableRow, faults: list[TableFault]) -> Said:
    """What the row tells of its change."""
    told: dict[str, str] = {}
    on = None
    for key, cell in row.filled(("on", "reason", "note", "source", "who")).items():
        if key == "on":
            on = _read(cell, values.when, faults)
        elif key == "reason":
            codes = {
                name: code
                for code, words in plan.reasons.items()
                for name in (code, words.ja, words.en)
            }
            if cell.text in codes:
                told[key] = codes[cell.text]
            else:
                fix = nearest(cell.text, codes)
                faults.append(
                    TableFault(
                        cell.place,
                        f"reason {cell.text!r} is not in the plan",
                        f"expected {', '.join(plan.reasons)}{_meant(fix)}",
                    )
                )
        else:
            told[key] = cell.text
    return Said(on=on, **told)


def _read(cell: Cell, read: Callable[[str], Time], faults: list[TableFault]) -> Time | None:
    try:
        return read(cell.text)
    except Wrong as error:
        faults.append(TableFault(cell.place, error.what, error.expected + _meant(error.fix)))
        return None


def _value(plan: Plan, key: str, cell: Cell, faults: list[TableFault]) -> tuple[object, str] | None:
    """A cell's typed value and its canonical text; None where it is a fault."""
    if cell.clears:
        if key in _NEEDED:
            faults.append(TableFault(cell.place, f"{key} cannot be cleared", "expected a value"))
            return None
        return (() if key in ("owner", "partners") else None), ""
    try:
        if key in ("owner", "partners"):
            codes = owner_codes(plan, _codes(cell.text))
            return codes, " ".join(codes)
        value = _READ[key](cell.text) if key in _READ else cell.text
    except Wrong as error:
        faults.append(TableFault(cell.place, error.what, error.expected + _meant(error.fix)))
        return None
    except UsageError as error:
        what, _, expected = told(error, "en").partition("\n")
        faults.append(TableFault(cell.place, what, expected or "expected codes of the plan"))
        return None
    return value, str(value)


def _codes(text: str) -> list[str]:
    return text.replace("、", " ").replace(",", " ").split()


def _fields(milestone: Milestone, texts: dict[str, object]) -> dict[str, object]:
    """Cells to fields: the two languages of a text are two cells and one field."""
    fields: dict[str, object] = {}
    for key, value in texts.items():
        name = FIELD_OF[key]
        if name == key:
            fields[name] = value
            continue
        current = fields.get(name, getattr(milestone, name)) or Words("", "")
        assert isinstance(current, Words)
        text = str(value or "")
        words = Words(text, current.en) if key.endswith("_ja") else Words(current.ja, text)
        fields[name] = words if words.ja or words.en else None
    return fields
