"""Somebody looked and found nothing new."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said
from spaceplan.roadmap.model import Change, Checked, Milestone, Plan


def checked(
    plan: Plan, milestones: Iterable[Milestone], said: Said, moment: Moment
) -> list[Planned]:
    """Somebody looked and found nothing new: an entry of its own, which is never folded.

    Told again by the same person of the same day it is nothing new.
    """
    if said.reason:
        raise Refused("record.looked-without-reason")
    planned = []
    for milestone in milestones:
        when = when_of(plan, milestone, said, moment)
        day = when.last_day(plan.rule)
        if when.start.unit != "day" or day is None:
            raise Refused("record.looked-on-a-day", on=when)
        last = milestone.history[-1] if milestone.history else None
        again = last is not None and last.checked is not None and last.checked.last == day
        if again and last is not None and last.who == said.who and not said.tells:
            continue
        entry = Change(
            date=when,
            recorded=recorded_at(milestone, moment),
            checked=Checked(day, day, 1),
            **said.facts,
        )
        planned.append(Planned(milestone, entry))
    return planned
