"""Somebody looked and found nothing new."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.errors import phrase
from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said
from spaceplan.roadmap.choices import folded, one_named
from spaceplan.roadmap.entry import Change, Checked
from spaceplan.roadmap.lifecycle import claimed
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.truth import in_force


def checked(
    plan: Plan,
    milestones: Iterable[Milestone],
    said: Said,
    moment: Moment,
    verified: bool | None = None,
) -> list[Planned]:
    """Somebody looked and found nothing new: an entry of its own, which is never folded.

    Told again by the same person of the same day it is nothing new. ``verified`` says that what
    was claimed is so, or is not. Raises Refused where that may not be.
    """
    if said.reason:
        raise Refused("record.looked-without-reason")
    planned = []
    for milestone in milestones:
        when = when_of(plan, milestone, said, moment)
        if verified is not None:
            _refuse_own_word(plan, milestone, said)
        day = when.last_day(plan.rule)
        if when.start.unit != "day" or day is None:
            raise Refused("record.looked-on-a-day", on=when)
        last = milestone.history[-1] if milestone.history else None
        again = last is not None and last.checked is not None and last.checked.last == day
        silent = not said.tells and verified is None
        if again and last is not None and last.who == said.who and silent:
            continue
        entry = Change(
            date=when,
            recorded=recorded_at(milestone, moment),
            checked=Checked(day, day, 1),
            verified=verified,
            **said.facts,
        )
        planned.append(Planned(milestone, entry))
    return planned


def _refuse_own_word(plan: Plan, milestone: Milestone, said: Said) -> None:
    """Refuse a verdict on what nobody claims, without a source, or by who claims or owns it."""
    if not claimed(milestone):
        raise Refused("record.nothing-claimed", id=milestone.id, status=phrase(milestone.status))
    if not (said.source and said.who):
        raise Refused("record.verdict-by-whom")
    names = {code: owner.names for code, owner in plan.owners.items()}

    def known(who: str) -> str:
        return one_named(who, names) or folded(who)

    if known(said.who) in milestone.leads:
        raise Refused("record.verdict-of-owner", id=milestone.id, who=said.who)
    claims = [c for c in in_force(milestone, plan) if c.edit_of("status") or c.occurred]
    if claims and claims[-1].who and known(claims[-1].who) == known(said.who):
        raise Refused("record.verdict-of-claimant", id=milestone.id, who=said.who)
