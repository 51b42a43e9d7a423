"""What was set by hand in the file: a value that no entry that counts has given."""

from __future__ import annotations

from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import BEGUN, ENDED
from spaceplan.roadmap.truth import as_recorded, steps


def is_by_hand(milestone: Milestone, plan: Plan, name: str) -> bool:
    """Whether a field's value was set by hand.

    Without an entry that shows where a target is not the first one, where a baseline was set anew,
    and where a status has ended or a start has begun.
    """
    value = as_recorded(getattr(milestone, name))
    if is_told(milestone, name):
        return told_last(milestone, plan, name) != value
    if name == "target":
        return milestone.baseline is not None and milestone.baseline != value
    if name == "rebaseline":
        return value is not None
    if name == "status":
        return value in ENDED or (milestone.kind == "start" and value in BEGUN)
    return False


def is_told(milestone: Milestone, name: str) -> bool:
    """Whether any entry tells of a field, reverted or not."""
    return any(change.edit_of(name) for change in milestone.history)


def told_last(milestone: Milestone, plan: Plan, name: str) -> object:
    """What the entries that count say last of a field that is told of, whatever the file says."""
    order = steps(milestone, plan, name)
    if order:
        edit = order[-1].entry.edit_of(name)
        return edit.new if edit else None
    return next(edit.old for change in milestone.history if (edit := change.edit_of(name)))
