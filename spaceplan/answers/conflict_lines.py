"""What stands against what in a plan that a merge left marked, a line each."""

from __future__ import annotations

from spaceplan.answers.entries import change_text, value_text
from spaceplan.record.conflicts import outside
from spaceplan.record.resolve import Opposed, opposed, value_of
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.words import say


def conflict_lines(text: str, name: str, lang: str) -> list[str]:
    """Each conflict in words, those outside the milestones as a count.

    Raises PlanFaults where a side is no sound plan.
    """
    lines = of_milestones(text, name, lang)
    if count := outside(text):
        lines.append(say("updating.conflict-by-hand", lang, path=name, count=count))
    return lines


def of_milestones(text: str, name: str, lang: str) -> list[str]:
    """Each conflict of a milestone in words. Raises PlanFaults where a side is no sound plan."""
    return [line for one in opposed(text, name) for line in _told(one, lang)]


def _told(one: Opposed, lang: str) -> list[str]:
    if one.ours is None or one.theirs is None:
        gone = "here" if one.ours is None else "there"
        return [say(f"updating.conflict-gone-{gone}", lang, where=one.id)]
    if one.two:
        return [say("updating.conflict-two", lang, where=one.id)]
    lines = []
    for name in one.fields:
        sides = [value_of(side, name) for side in (one.ours, one.theirs)]
        if name == "history":
            pairs = ((one.ours, one.theirs), (one.theirs, one.ours))
            sides = [_alone(side, other, one.plan, lang) for side, other in pairs]
        ours, theirs = (value_text(value, lang) for value in sides)
        where = f"{one.id} {say(name, lang)}"
        lines.append(say("updating.conflict", lang, where=where, ours=ours, theirs=theirs))
    return lines


def _alone(one: Milestone, other: Milestone, plan: Plan, lang: str) -> tuple[str, ...]:
    """The entries that only one side has so."""
    entries = [entry for entry in one.history if entry not in other.history]
    return tuple(
        f"{entry.date.format(lang)} {change_text(entry, plan, lang)}".rstrip() for entry in entries
    )
