"""Somebody looked and found nothing new."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.errors import phrase
from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said
from spaceplan.roadmap.choices import folded, one_named
from spaceplan.roadmap.entry import Change, Checked
from spaceplan.roadmap.lifecycle import claimed, settled_on
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import standing_entries, steps


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
            _refuse_too_early(plan, milestone, when)
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


def _refuse_too_early(plan: Plan, milestone: Milestone, looked: Time) -> None:
    """Refuse a verdict of a day on which what is claimed had not come about yet."""
    since, day = settled_on(milestone, plan), looked.last_day(plan.rule)
    if since is not None and day is not None and day < since.first:
        raise Refused("record.verdict-too-early", id=milestone.id, when=since.when, on=looked)


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
    for claim in _claims(milestone, plan):
        if claim.who and known(claim.who) == known(said.who):
            raise Refused("record.verdict-of-claimant", id=milestone.id, who=said.who)


def _claims(milestone: Milestone, plan: Plan) -> list[Change]:
    """The entries by which it is said to be met or begun, corrections among them."""
    found = steps(milestone, plan, "status")
    return [
        entry
        for entry in standing_entries(milestone)
        if found and entry.recorded >= found[-1].entry.recorded
        if (edit := entry.edit_of("status")) and edit.new == found[-1].value
    ]
