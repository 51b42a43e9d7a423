"""When an entry speaks and when it is recorded."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from spaceplan.record.planned import Moment, Refused, Said, about
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import counts_from, zone_of

# What tells two entries apart that would be recorded at one moment.
TICK = timedelta(milliseconds=1)


@about("on")
def when_of(plan: Plan, milestone: Milestone, said: Said, moment: Moment) -> Time:
    """The date of an entry: as said, else today. Not in the future, not before the plan."""
    when = said.on or read_time(moment.today.isoformat())
    if when.first_day(plan.rule) > moment.today:
        raise Refused("record.in-the-future", id=milestone.id, on=when, today=moment.today)
    if (when.last_day(plan.rule) or date.max) < plan.decided:
        raise Refused("record.before-the-plan", id=milestone.id, on=when, decided=plan.decided)
    for change in milestone.history:
        if change.added:
            added = counts_from(change, plan.rule, zone_of(plan))
            if (when.last_day(plan.rule) or date.max) < added:
                raise Refused("record.before-added", id=milestone.id, on=when, added=change.date)
    return when


def recorded_at(milestone: Milestone, moment: Moment) -> datetime:
    """Now, but always after the milestone's last entry: a clock that was set back reorders
    nothing."""
    last = milestone.history[-1].recorded if milestone.history else None
    if last is None or last < moment.now:
        return moment.now
    return last.astimezone(moment.now.tzinfo) + TICK
