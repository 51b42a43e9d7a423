"""The one place where an update looks at the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from spaceplan.model import Plan
from spaceplan.truth import zone_of
from spaceplan.updating.change import TICK, Moment


def moment(plan: Plan) -> Moment:
    """Now in the plan's zone, to the second.

    Within a second the order of commands would be lost, and undo needs it: where something was
    recorded in this second already, it is a tick after that.
    """
    now = datetime.now(zone_of(plan)).replace(microsecond=0)
    second = timedelta(seconds=1)
    within = [
        entry.recorded
        for milestone in plan.milestones
        for entry in milestone.history
        if now <= entry.recorded < now + second
    ]
    return Moment(max(within).astimezone(now.tzinfo) + TICK if within else now)
