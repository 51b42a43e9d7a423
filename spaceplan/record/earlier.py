"""Earlier commands by their change id: which was the last, what it recorded, how a new entry takes
it back."""

from __future__ import annotations

from spaceplan.record.dating import recorded_at
from spaceplan.record.planned import Moment, Planned, Refused, Said, empty_as_none
from spaceplan.roadmap.model import Change, Edit, Milestone, Plan
from spaceplan.roadmap.truth import taken_back


def revert(plan: Plan, change: str, said: Said, moment: Moment) -> list[Planned]:
    """Take back a change by new entries: each dated as the one it takes back, so that what was
    true before it is true again from that day. Raises Refused where a later change stands on it.
    """
    planned: list[Planned] = []
    for milestone in plan.milestones:
        gone = taken_back(milestone.history)
        for number, entry in enumerate(milestone.history):
            if entry.change != change or number in gone:
                continue
            planned.append(_revert_one(milestone, entry, number, said, moment))
    if not planned:
        known = any(e.change == change for m in plan.milestones for e in m.history)
        raise Refused("record.already-back" if known else "record.no-change", change=change)
    return planned


def _revert_one(
    milestone: Milestone, entry: Change, number: int, said: Said, moment: Moment
) -> Planned:
    if entry.added:
        raise Refused("record.drop-instead", id=milestone.id, change=entry.change)
    back: list[Edit] = []
    for edit in entry.edits:
        current = empty_as_none(getattr(milestone, edit.field))
        if current != edit.new:
            later = next(
                (
                    change.change
                    for change in milestone.history[number + 1 :]
                    if change.edit_of(edit.field)
                ),
                "",
            )
            wrong = {"id": milestone.id, "field": edit.field}
            if not later:
                raise Refused("record.changed-by-hand", **wrong)
            raise Refused("record.changed-since", **wrong, by=later)
        if edit.old != edit.new:
            back.append(Edit(edit.field, edit.new, edit.old))
    return Planned(
        milestone,
        Change(
            date=entry.date,
            recorded=recorded_at(milestone, moment),
            edits=tuple(back),
            reverts=entry.change,
            **said.facts,
        ),
    )


def last_change(plan: Plan) -> str:
    """The id of the newest recorded command, or "" where no command recorded anything.

    Of entries recorded at the same moment the one further down in the file counts; those that a
    person wrote, without an id, are no command's.
    """
    newest: Change | None = None
    for milestone in plan.milestones:
        for entry in milestone.history:
            if entry.change and (newest is None or entry.recorded >= newest.recorded):
                newest = entry
    return newest.change if newest else ""


def changes_of(plan: Plan, change: str) -> list[tuple[Milestone, Change]]:
    """Every entry of one command, with its milestone."""
    return [
        (milestone, entry)
        for milestone in plan.milestones
        for entry in milestone.history
        if entry.change == change
    ]
