"""Somebody looked and found nothing new."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said
from spaceplan.roadmap.model import Change, Checked, Milestone, Plan
from spaceplan.roadmap.read_times import read_time


def checked(
    plan: Plan, milestones: Iterable[Milestone], said: Said, moment: Moment
) -> list[Planned]:
    """Somebody looked and found nothing new; continues a ``checked`` entry that is the last."""
    if said.reason:
        raise Refused("record.looked-without-reason")
    planned = []
    for milestone in milestones:
        when = when_of(plan, milestone, said, moment)
        day = when.last_day(plan.rule)
        if when.start.unit != "day" or day is None:
            raise Refused("record.looked-on-a-day", on=when)
        last = milestone.history[-1] if milestone.history else None
        seen = Checked(day, day, 1)
        goes_on = last is not None and last.checked is not None and last.who == said.who
        if goes_on and last is not None and last.checked is not None:
            before = last.checked
            if before.last == day and not said.tells:
                continue
            seen = Checked(min(before.first, day), max(before.last, day), before.count + 1)
            goes_on = not (said.tells or last.note or last.source)
            if not goes_on:
                seen = Checked(day, day, 1)
        entry = Change(
            date=read_time(seen.last.isoformat()),
            recorded=recorded_at(milestone, moment),
            checked=seen,
            **said.facts,
        )
        planned.append(Planned(milestone, entry, replaces_last=goes_on))
    return planned
