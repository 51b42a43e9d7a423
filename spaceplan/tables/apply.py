"""Many updates at once, from a table or a YAML file: all or nothing, three ways by cell.

A row is a milestone's id, the cells that say how it should be, and, where the row was exported,
the digest of what it showed then. A cell that was not changed since the export changes nothing; a
field that the plan changed meanwhile is not overwritten but refused. All of a table is one change;
applying the same file again finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from itertools import compress

from spaceplan.errors import Phrase, UsageError, phrase
from spaceplan.frozen import dataclass
from spaceplan.progress import each
from spaceplan.record.as_data import field_data
from spaceplan.record.decide import new_reason, update
from spaceplan.record.looked import checked
from spaceplan.record.new_milestone import added
from spaceplan.record.planned import (
    Groundwork,
    Moment,
    Outcome,
    Planned,
    Refused,
    Said,
    Targets,
    Wish,
    after,
)
from spaceplan.record.waiting import waits_for
from spaceplan.roadmap import values
from spaceplan.roadmap.model import After, Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.registry import Subsection, Topic, Words
from spaceplan.roadmap.state import Standing
from spaceplan.roadmap.states import ENDED, GIVEN_UP
from spaceplan.tables.answers import (
    Notes,
    as_asked,
    dated,
    has_judged,
    has_looked,
    is_unanswered,
    says_again,
    says_no_change,
)
from spaceplan.tables.cells import (
    fields_of,
    is_word,
    new_milestone,
    new_topics,
    placed,
    read_cell,
    told,
    verdict_of,
)
from spaceplan.tables.columns import COLUMNS, EDITABLE, ENTRY, VERDICT, shown, three_way
from spaceplan.tables.damage import is_cut, is_replaced
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
    notes: Notes = field(default_factory=Notes)
    planned: list[Planned] = field(default_factory=list)
    new: list[Planned] = field(default_factory=list)
    repeats: list[tuple[str, Mapping[str, Data | None]]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[str, list[TableRow]] = field(default_factory=dict)
    now: dict[str, Milestone] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applied:
    """What a table changes, and what else is to be told of it."""

    outcome: Outcome
    notes: tuple[Phrase, ...] = ()


def apply_table(plan: Plan, table: Table, moment: Moment, *, adding: bool = False) -> Applied:
    """What the rows change; with ``adding`` an id that is new is a milestone to add.

    Raises TableFaults with every fault, each at its place.
    """
    topics = tuple(
        data
        for data in table.topics
        if values.topic(str(data["number"])) not in plan.topic_by_number
    )
    labels = {document.label for document in plan.documents}
    documents = tuple(
        data for data in table.documents if plan.documents and data["label"] not in labels
    )
    known = plan.by_id.keys() | plan.parts.keys()
    adds = [row.adds or (adding and row.id not in known) for row in table.rows]
    named = new_topics(plan, compress(table.rows, adds), table.faults)
    topics += tuple({"number": str(name), "title": title} for name, title in named.items())
    wider = replace(plan, topics=(*plan.topics, *map(_topic, topics)))
    applying = _Applying(wider, moment, table.name, table.faults)
    for row, new in zip(each(table.rows), adds, strict=True):
        if new:
            _add(applying, replace(row, placing=True))
        else:
            _known(applying, row)
    _refuse_superseding_open(applying, table)
    table.faults.check()
    ground = Groundwork(topics, documents, tuple(applying.repeats))
    remarks = Targets((), tuple(applying.remarks))
    outcome = Outcome((*applying.planned, *applying.new), remarks, ground)
    return Applied(outcome, applying.notes.told())


def _refuse_superseding_open(applying: _Applying, table: Table) -> None:
    """Only what is given up, in the plan or by the same table, is superseded."""
    made = [after(one) for one in (*applying.planned, *applying.new)]
    now = {**applying.plan.by_id, **{one.id: one for one in made}}
    places = {row.id: row.place for row in table.rows}
    for new in made:
        was = applying.plan.by_id.get(new.id)
        for old in set(new.supersedes) - set(was.supersedes if was else ()):
            for one in applying.plan.meant((old,)):
                status = now[one.id].status
                if status not in GIVEN_UP:
                    applying.faults.add(
                        places.get(new.id, table.rows[0].place),
                        phrase("tables.superseded-open", id=one.id, by=new.id, status=status),
                        phrase("tables.expected-dropped", id=one.id),
                    )


def _topic(data: Mapping[str, Data]) -> Topic:
    """As much of a new topic as changes are checked against; the file is checked whole later."""
    listed = data.get("subsections")
    numbers = [
        int(number)
        for part in (listed if isinstance(listed, list) else [])
        if isinstance(part, dict) and (number := str(part.get("number", ""))).isdecimal()
    ]
    parts = tuple(Subsection(number, "", Words("", "")) for number in numbers)
    return Topic(values.topic(str(data["number"])), Words("", ""), subsections=parts)


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
    before = applying.seen.setdefault(milestone.id, [])
    if before and not all(_tells_occurrence(milestone, one) for one in (*before, row)):
        faults.add(
            row.place,
            phrase("tables.twice", id=milestone.id),
            phrase("tables.stands-at", place=before[0].place.of(applying.name)),
        )
        return
    before.append(row)
    change = _update(applying, applying.now.get(milestone.id, milestone), row, fields)
    if change is not None:
        applying.planned.append(change)
        applying.now[milestone.id] = after(change)
        if row.id != milestone.id:
            applying.remarks.append((row.id, milestone.id))


def _tells_occurrence(milestone: Milestone, row: TableRow) -> bool:
    """Whether a row tells that a recurring milestone took place, as several rows may."""
    told = row.cells.get("status")
    return milestone.kind == "recurring" and told is not None and is_word(told.text, "done")


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
    """What a row changes of its milestone; None where that is nothing, or a fault."""
    plan, faults = applying.plan, applying.faults
    before = faults.count
    if _is_damaged(applying, milestone, row):
        return None
    row = as_asked(plan, milestone, row, applying.notes)
    if is_unanswered(row):
        applying.notes.unanswered.append(milestone.id)
        return None
    said = told(plan, row, faults, applying.moment.today)
    verdict = verdict_of(row, faults)
    if says_no_change(row):
        return _looked(applying, milestone, row, said) if faults.count == before else None
    texts = _changed(applying, milestone, row)
    if faults.count > before:
        return None
    if verdict is not None:
        others = [key for key in texts if texts[key] != getattr(milestone, key, None)]
        return _judged(applying, milestone, row, said, verdict, [*others, *fields])
    said = dated(milestone, row, texts, said, faults)
    again = says_again(milestone, texts, fields, said)
    if faults.count > before or (again and not new_reason(plan, milestone, said, applying.moment)):
        return None
    wish = Wish({**fields_of(milestone, texts, plan.language), **fields})
    made = _decided(applying, milestone, row, wish, said)
    if made is not None:
        applying.notes.tell(milestone, row, made)
    return made


def _decided(
    applying: _Applying, milestone: Milestone, row: TableRow, wish: Wish, said: Said
) -> Planned | None:
    """What a row records; None where that is nothing, or where some of it is refused."""
    before = applying.faults.count
    fields = dict(wish.fields)
    while True:
        try:
            made = update(applying.plan, [milestone], Wish(fields), said, applying.moment)
        except Refused as refused:
            _refuse(row, refused, applying.faults)
            if refused.about not in fields or refused.about in _OTHERS_HANG_ON:
                return None
            # What else is refused is told in the same run.
            del fields[refused.about]
        else:
            return made[0] if made and applying.faults.count == before else None


_OTHERS_HANG_ON = ("kind", "status")


def _refuse(row: TableRow, refused: Refused, faults: Faults) -> None:
    """A change that may not be, at the cell that asks for it, else at the row's id."""
    asked = row.filled((refused.about,))
    place = asked[refused.about].place if asked else row.place
    faults.refused(place, refused, phrase("tables.nothing-applied"))


def _looked(applying: _Applying, milestone: Milestone, row: TableRow, said: Said) -> Planned | None:
    """Somebody answered that nothing changed: a look, by whoever was asked."""
    faults = applying.faults
    others = [key for key in row.filled(EDITABLE) if key != "status"]
    if said.reason:
        others.append("reason")
    if row.base is not None:
        others = [key for key in others if not row.base.had(key, row.cells[key].text)]
    if others:
        what = phrase("tables.no-change-and", id=milestone.id, keys=others)
        faults.add(row.cells["status"].place, what, phrase("tables.one-or-other"))
        return None
    if has_looked(milestone, row, said.who):
        return None
    try:
        made = checked(applying.plan, [milestone], said, applying.moment)
    except Refused as refused:
        _refuse(row, refused, faults)
        return None
    return made[0] if made else None


def _judged(
    applying: _Applying,
    milestone: Milestone,
    row: TableRow,
    said: Said,
    verdict: bool,
    others: list[str],
) -> Planned | None:
    """Somebody confirmed or disputes what is claimed: a look of its own."""
    faults, place = applying.faults, row.cells[VERDICT].place
    if others:
        what = phrase("tables.verdict-and", id=milestone.id, keys=others)
        faults.add(place, what, phrase("tables.one-or-other"))
        return None
    if has_judged(milestone, said, verdict):
        return None
    try:
        made = checked(applying.plan, [milestone], said, applying.moment, verdict)
    except Refused as refused:
        faults.refused(place, refused, phrase("tables.nothing-applied"))
        return None
    return made[0] if made else None


_TEXTS = tuple(column.key for column in COLUMNS if column.kind == "text" and column.role == "edit")


def _is_damaged(applying: _Applying, milestone: Milestone, row: TableRow) -> bool:
    """Whether a text of the row lost characters on its way; then nothing of it is believed."""
    now = shown(Row(milestone, Standing("")), applying.plan)
    harmed: list[str] = []
    for key, cell in row.cells.items():
        lost = False
        if key in _TEXTS and not (row.base is not None and row.base.had(key, cell.text)):
            lost = is_replaced(cell.text, now[key])
            lost = lost or (row.base is not None and is_cut(cell.text, now[key]))
        elif key == "title":
            titles = (milestone.title.ja, milestone.title.en)
            lost = all(is_replaced(cell.text, title) for title in titles if title)
        elif key in ENTRY:
            lost = is_replaced(cell.text, "")
        if lost:
            harmed.append(key)
    if harmed:
        what = phrase("tables.damaged", id=milestone.id, keys=harmed)
        applying.faults.add(row.place, what, phrase("tables.save-whole"))
    return bool(harmed)


def _changed(applying: _Applying, milestone: Milestone, row: TableRow) -> dict[str, object]:
    """The typed values of the cells that were changed, by column."""
    plan, faults = applying.plan, applying.faults
    now = shown(Row(milestone, Standing("")), plan)
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
        elif outcome == "change" and key == "after":
            try:
                changed[key] = _awaited(plan, milestone, value)
            except UsageError as refused:
                faults.refused(cell.place, refused, phrase("tables.nothing-applied"))
        elif outcome == "change" or (outcome == "same" and key == "status" and text in ENDED):
            changed[key] = value
    return changed


def _awaited(plan: Plan, milestone: Milestone, value: object) -> tuple[After, ...]:
    """What a milestone waits for, as a cell says it; what stays keeps what is known of it."""
    assert isinstance(value, tuple)
    now, asked = [one.id for one in milestone.after], [one.id for one in value]
    more = [name for name in asked if name not in now]
    return waits_for(plan, milestone, more, [name for name in now if name not in asked], "", "")


# --- milestones that are added -------------------------------------------------------------------


def _add(applying: _Applying, row: TableRow) -> None:
    plan, faults = applying.plan, applying.faults
    before = faults.count
    milestone = new_milestone(plan, row, faults)
    said = told(plan, row, faults, applying.moment.today)
    if milestone is None or faults.count > before:
        return
    there = plan.by_id.get(milestone.id)
    if there is not None and any(change.added for change in there.history):
        # Added before, by this table: whatever became of it since is its history.
        return
    if milestone.topic not in plan.topic_by_number:
        faults.add(
            row.cells["topic"].place if "topic" in row.cells else row.place,
            phrase("tables.no-topic", topic=milestone.topic),
            phrase("tables.topic-or-title", options=list(map(str, plan.topic_by_number))),
        )
        return
    try:
        applying.new.append(added(plan, milestone, said, applying.moment))
    except Refused as refused:
        _refuse(row, refused, faults)
