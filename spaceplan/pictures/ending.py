"""When a commitment ended or came into the plan, as its history tells."""

from __future__ import annotations

from datetime import date

from spaceplan.roadmap.model import Change, Milestone, Plan
from spaceplan.roadmap.states import BEGUN, ENDED
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import begun_on, counts_from, zone_of


def closed_on(milestone: Milestone, changes: tuple[Change, ...]) -> Time | None:
    """When it got the ended status that it has; None where it is open or no entry tells."""
    closed: Time | None = None
    for change in changes:
        edit = change.edit_of("status")
        if edit is not None:
            closed = change.date if edit.new in ENDED else None
    return closed if milestone.status in ENDED else None


def settled(milestone: Milestone) -> bool:
    """Whether nothing more is to happen: ended, or a start that has begun."""
    return milestone.status in ENDED or (milestone.kind == "start" and milestone.status == "active")


def settled_on(milestone: Milestone, changes: tuple[Change, ...], plan: Plan) -> Time | None:
    """When that was: a start when it began; None where no entry tells."""
    if milestone.kind == "start" and milestone.status in BEGUN:
        return begun_on(milestone, changes, plan.rule)
    return closed_on(milestone, changes)


def came_on(milestone: Milestone, plan: Plan) -> date:
    """The day it came into the plan: when it was added, else when the plan was decided."""
    for change in milestone.history:
        if change.added:
            return max(counts_from(change, plan.rule, zone_of(plan)), plan.decided)
    return plan.decided
