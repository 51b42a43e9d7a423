"""Many updates at once, from a table or a YAML file: all or nothing, three ways by cell.

A row is a milestone's id, the cells that say how it should be, and, where the row was exported,
the digest of what it showed then. A cell that was not changed since the export changes nothing; a
field that the plan changed meanwhile is not overwritten but refused. All of a table is one change;
applying the same file again finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from spaceplan.answers.record import RECORD, record
from spaceplan.errors import phrase
from spaceplan.frozen import dataclass
from spaceplan.record.as_data import field_data
from spaceplan.record.decide import update
from spaceplan.record.new_milestone import added
from spaceplan.record.planned import Groundwork, Moment, Outcome, Planned, Refused, Targets, Wish
from spaceplan.roadmap.model import Milestone, Plan, Subsection, Topic, Words
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.state import Standing
from spaceplan.roadmap.states import ENDED
from spaceplan.tables.cells import fields_of, new_milestone, placed, read_cell, told
from spaceplan.tables.columns import EDITABLE, ENTRY, three_way
from spaceplan.tables.faults import Faults
from spaceplan.tables.rows import Table, TableRow
from spaceplan.yaml_text.spelling import Data


@dataclass(slots=True)
class _Applying:
    """A table on its way into a plan.

    ``plan`` is the plan with the table's topics, ``name`` the table's file; ``seen`` holds the row
    of each milestone that had one.
    """

    plan: Plan
    moment: Moment
    name: str
    faults: Faults
    planned: list[Planned] = field(default_factory=list)
    new: list[Planned] = field(default_factory=list)
    repeats: list[tuple[str, Mapping[str, Data | None]]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[str, TableRow] = field(default_factory=dict)


def apply_table(plan: Plan, table: Table, moment: Moment) -> Outcome:
    """What the rows change. Raises TableFaults with every fault, each at its place."""
    topics = tuple(
        data for data in table.topics if int(str(data["number"])) not in plan.topic_by_number
    )
    labels = {document.label for document in plan.documents}
    documents = tuple(
        data for data in table.documents if plan.documents and data["label"] not in labels
    )
    wider = replace(plan, topics=(*plan.topics, *map(_topic, topics)))
    applying = _Applying(wider, moment, table.name, table.faults)
    for row in table.rows:
        if row.adds:
            _add(applying, row)
        else:
            _known(applying, row)
    table.faults.check()
    ground = Groundwork(topics, documents, tuple(applying.repeats))
    remarks = Targets((), tuple(applying.remarks))
    return Outcome((*applying.planned, *applying.new), remarks, ground)


def _topic(data: Mapping[str, Data]) -> Topic:
    """As much of a new topic as changes are checked against; the file is checked whole later."""
    listed = data.get("subsections")
    numbers = [
        int(number)
        for part in (listed if isinstance(listed, list) else [])
        if isinstance(part, dict) and (number := str(part.get("number", ""))).isdecimal()
    ]
    parts = tuple(Subsection(number, "", Words("", "")) for number in numbers)
    return Topic(int(str(data["number"])), Words("", ""), subsections=parts)


# --- milestones of the plan ----------------------------------------------------------------------


def _known(applying: _Applying, row: TableRow) -> None:
    plan, faults = applying.plan, applying.faults
    entry = plan.by_id.get(row.id)
    fields = placed(plan, row, faults) if row.placing else {}
    topic = fields.get("topic")
    if topic is not None and topic not in plan.topic_by_number:
        faults.add(row.place, phrase("tables.no-topic", topic=topic), phrase("tables.expected-one"))
        return
    if entry is not None and "places" in fields:
        given = fields["places"]
        assert isinstance(given, dict)
        fields["places"] = {**entry.places, **given}
    if entry is not None and entry.same_as and row.placing:
        # A repeat has no history of its own: where it stands is written without an entry.
        changed = {
            name: field_data(value)
            for name, value in fields.items()
            if getattr(entry, name) != value
        }
        if changed:
            applying.repeats.append((entry.id, changed))
        fields = {}
        if not row.filled((*EDITABLE, *ENTRY)):
            return
    milestone = _milestone(applying, row, entry)
    if milestone is None:
        return
    first = applying.seen.setdefault(milestone.id, row)
    if first is not row:
        place = first.place.of(applying.name)
        faults.add(
            row.place,
            phrase("tables.twice", id=milestone.id),
            phrase("tables.stands-at", place=place),
        )
        return
    change = _update(applying, milestone, row, fields)
    if change is not None:
        applying.planned.append(change)
        if row.id != milestone.id:
            applying.remarks.append((row.id, milestone.id))


def _milestone(applying: _Applying, row: TableRow, entry: Milestone | None) -> Milestone | None:
    """The original that a row is about."""
    plan, faults = applying.plan, applying.faults
    if entry is None and row.id in plan.parts:
        ids = list(plan.parts[row.id])
        faults.add(
            row.place, phrase("tables.parts", id=row.id), phrase("tables.one-of", options=ids)
        )
        return None
    if entry is None:
        faults.add(
            row.place,
            phrase("tables.no-milestone", id=row.id),
            phrase("tables.id-of-plan"),
            meant=(row.id, plan.by_id),
        )
        return None
    originals = plan.originals(entry)
    if len(originals) > 1:
        ids = [original.id for original in originals]
        faults.add(
            row.place,
            phrase("tables.repeats-several", id=row.id, ids=ids),
            phrase("tables.expected-one"),
        )
        return None
    return originals[0]


def _update(
    applying: _Applying, milestone: Milestone, row: TableRow, fields: Mapping[str, object]
) -> Planned | None:
    plan, faults = applying.plan, applying.faults
    before = faults.count
    said = told(plan, row, faults)
    texts = _changed(applying, milestone, row)
    if faults.count > before:
        return None
    wish = Wish({**fields_of(milestone, texts), **fields})
    try:
        made = update(plan, [milestone], wish, said, applying.moment)
    except Refused as refused:
        faults.refused(row.place, refused, phrase("tables.nothing-applied"))
        return None
    return made[0] if made else None


def _changed(applying: _Applying, milestone: Milestone, row: TableRow) -> dict[str, object]:
    """The typed values of the cells that were changed, by column."""
    plan, faults = applying.plan, applying.faults
    now = dict(zip(RECORD, record(Row(milestone, Standing("")), plan), strict=True))
    changed: dict[str, object] = {}
    for key, cell in row.filled(EDITABLE).items():
        read = read_cell(plan, key, cell, faults)
        if read is None:
            continue
        value, text = read
        outcome = three_way(row.base, key, text, now[key])
        if outcome == "conflict":
            faults.add(
                cell.place,
                phrase(
                    "tables.conflict",
                    id=milestone.id,
                    key=key,
                    now=now[key] or phrase("tables.nothing"),
                    here=text or phrase("tables.nothing"),
                ),
                phrase("tables.resolve"),
            )
        elif outcome == "change" or (outcome == "same" and key == "status" and text in ENDED):
            changed[key] = value
    return changed


# --- milestones that are added -------------------------------------------------------------------


def _add(applying: _Applying, row: TableRow) -> None:
    plan, faults = applying.plan, applying.faults
    before = faults.count
    milestone = new_milestone(plan, row, faults)
    said = told(plan, row, faults)
    if milestone is None or faults.count > before:
        return
    there = plan.by_id.get(milestone.id)
    if there is not None and any(change.added for change in there.history):
        # Added before, by this table: whatever became of it since is its history.
        return
    if milestone.topic not in plan.topic_by_number:
        faults.add(
            row.place,
            phrase("tables.no-topic", topic=milestone.topic),
            phrase("tables.one-of", options=list(plan.topic_by_number)),
        )
        return
    try:
        applying.new.append(added(plan, milestone, said, applying.moment))
    except Refused as refused:
        faults.refused(row.place, refused, phrase("tables.nothing-applied"))
