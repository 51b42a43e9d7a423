"""A proposal applied: updates, where milestones stand in a new revision, and new milestones.

All of it is one change. Applying the same proposal again finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spaceplan.errors import UsageError
from spaceplan.record.as_data import field_data
from spaceplan.record.naming import owner_codes
from spaceplan.record.new_milestone import added
from spaceplan.record.planned import Groundwork, Moment, Outcome, Planned, Refused, Said
from spaceplan.roadmap.model import Milestone, Plan, Topic, Words
from spaceplan.roadmap.model import Subsection as PlanSubsection
from spaceplan.tables.apply import apply_rows
from spaceplan.tables.proposal import Proposal
from spaceplan.tables.proposed_fields import New
from spaceplan.tables.read_table import TableFault, TableFaults, TableRow
from spaceplan.words import told
from spaceplan.yaml_text.spelling import Data


def apply_proposal(plan: Plan, proposal: Proposal, moment: Moment) -> Outcome:
    """What a proposal changes. Raises TableFaults with every fault, each at its place."""
    faults = list(proposal.table.faults)
    topics = tuple(
        data for data in proposal.topics if int(str(data["number"])) not in plan.topic_by_number
    )
    labels = {document.label for document in plan.documents}
    documents = tuple(
        data for data in proposal.documents if plan.documents and data["label"] not in labels
    )
    wider = replace(plan, topics=(*plan.topics, *map(_topic, topics)))
    rows: list[TableRow] = []
    repeats: list[tuple[str, dict[str, Data | None]]] = []
    more: dict[str, Mapping[str, object]] = {}
    for row in proposal.table.rows:
        entry = plan.by_id.get(row.id)
        fields = proposal.placed.get(row.id, {})
        topic = fields.get("topic")
        if topic is not None and topic not in wider.topic_by_number:
            faults.append(TableFault(row.place, f"there is no topic {topic}", "expected one"))
            continue
        if entry is not None and "places" in fields:
            given = fields["places"]
            assert isinstance(given, dict)
            fields = {**fields, "places": {**entry.places, **given}}
        if entry is None or not entry.same_as:
            more[row.id] = fields
            rows.append(row)
            continue
        # A repeat has no history of its own: where it stands is written without an entry.
        changed = _changed(entry, fields)
        if changed:
            repeats.append((entry.id, changed))
        if len(row.cells) > 1:
            rows.append(row)
    planned: list[Planned] = []
    remarks: tuple[tuple[str, str], ...] = ()
    try:
        outcome = apply_rows(plan, rows, moment, more)
        planned, remarks = list(outcome.planned), outcome.targets.remarks
    except TableFaults as error:
        faults.extend(error.faults)
    for new in proposal.new:
        made = _add(wider, new, moment, faults)
        if made is not None:
            planned.append(made)
    if faults:
        raise TableFaults(faults)
    ground = Groundwork(topics, documents, tuple(repeats))
    return Outcome(tuple(planned), replace(outcome.targets, remarks=remarks), ground)


def _changed(entry: Milestone, fields: Mapping[str, object]) -> dict[str, Data | None]:
    return {
        name: field_data(value) for name, value in fields.items() if getattr(entry, name) != value
    }


def _topic(data: Mapping[str, Data]) -> Topic:
    """As much of a new topic as changes are checked against; the file is checked whole later."""
    listed = data.get("subsections")
    numbers = [
        int(number)
        for part in (listed if isinstance(listed, list) else [])
        if isinstance(part, dict) and (number := str(part.get("number", ""))).isdecimal()
    ]
    parts = tuple(PlanSubsection(number, "", Words("", "")) for number in numbers)
    return Topic(int(str(data["number"])), Words("", ""), subsections=parts)


def _add(plan: Plan, new: New, moment: Moment, faults: list[TableFault]) -> Planned | None:
    milestone = new.milestone
    there = plan.by_id.get(milestone.id)
    if there is not None and any(change.added for change in there.history):
        # Added before, by this proposal: whatever became of it since is its history.
        return None
    if milestone.topic not in plan.topic_by_number:
        known = ", ".join(map(str, plan.topic_by_number))
        faults.append(
            TableFault(
                new.place, f"there is no topic {milestone.topic}", f"expected one of {known}"
            )
        )
        return None
    try:
        milestone = replace(
            milestone,
            owner=owner_codes(plan, new.owner),
            partners=owner_codes(plan, new.partners),
        )
        if new.told.get("reason", "") not in ("", *plan.reasons):
            raise Refused(f"reason {new.told['reason']!r} is not in the plan")
        return added(plan, milestone, Said(on=new.on, **new.told), moment)
    except UsageError as error:
        what, _, expected = told(error, "en").partition("\n")
        faults.append(TableFault(new.place, what, expected or "nothing was applied"))
        return None
