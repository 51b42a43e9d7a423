"""Earlier commands by their change id: which was the last, what it recorded, how a new entry takes
it back."""

from __future__ import annotations

from dataclasses import replace

from spaceplan.record.dating import recorded_at
from spaceplan.record.planned import Moment, Planned, Refused, Said, empty_as_none
from spaceplan.roadmap.by_hand import told_last
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.truth import taken_back


def revert(plan: Plan, change: str, said: Said, moment: Moment) -> list[Planned]:
    """Take back a change by new entries, dated as those they take back: after them every answer is
    as if that change had not been. Raises Refused where a value of it was changed by hand since.
    """
    planned: list[Planned] = []
    for milestone in plan.milestones:
        gone = taken_back(milestone.history)
        for number, entry in enumerate(milestone.history):
            if entry.change != change or number in gone:
                continue
            planned.append(_revert_one(plan, milestone, entry, said, moment))
    if not planned:
        known = any(e.change == change for m in plan.milestones for e in m.history)
        raise Refused("record.already-back" if known else "record.no-change", change=change)
    return planned


def _revert_one(
    plan: Plan, milestone: Milestone, entry: Change, said: Said, moment: Moment
) -> Planned:
    if entry.added:
        raise Refused("record.drop-instead", id=milestone.id, change=entry.change)
    mark = Change(
        date=entry.date,
        recorded=recorded_at(milestone, moment),
        change="~",  # behind all others, until its id is known
        reverts=entry.change,
    )
    without = replace(milestone, history=(*milestone.history, mark))
    back: list[Edit] = []
    for edit in entry.edits:
        was = told_last(milestone, plan, edit.field)
        current = told_last(without, plan, edit.field)
        value = empty_as_none(getattr(milestone, edit.field))
        if was != value and was != current:
            raise Refused("record.changed-by-hand", id=milestone.id, field=edit.field)
        if current != value:
            back.append(Edit(edit.field, value, current))
    return Planned(
        milestone,
        Change(
            date=mark.date,
            recorded=mark.recorded,
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
