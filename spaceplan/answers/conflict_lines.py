"""What stands against what in a plan that a merge left marked, a line each."""

from __future__ import annotations

from spaceplan.answers.entries import value_text
from spaceplan.record.conflicts import outside
from spaceplan.record.resolve import Opposed, opposed, value_of
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
    if "history" in one.fields:
        return [say("updating.conflict-two", lang, where=one.id)]
    return [
        say(
            "updating.conflict",
            lang,
            where=f"{one.id} {say(name, lang)}",
            ours=value_text(value_of(one.ours, name), lang),
            theirs=value_text(value_of(one.theirs, name), lang),
        )
        for name in one.fields
    ]
