"""The one place where an update looks at the clock."""

from __future__ import annotations

from datetime import datetime

from spaceplan.record.dating import TICK
from spaceplan.record.planned import Moment
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.truth import zone_of


def moment(plan: Plan) -> Moment:
    """Now in the plan's zone, to the second.

    The order of entries is that of ``recorded``, and ``undo`` needs it: where the plan's newest
    entry is of this second already, or later (a clock that was set back), the new one is recorded
    a tick after that. The day is the clock's all the same.
    """
    now = datetime.now(zone_of(plan)).replace(microsecond=0)
    newest = plan.newest_recorded
    if newest is None or newest < now:
        return Moment(now, now.date())
    return Moment(newest.astimezone(now.tzinfo) + TICK, now.date())
