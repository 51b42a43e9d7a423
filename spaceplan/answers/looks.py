"""Looks that follow each other, as one line for the eye; files, JSON and CSV keep each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spaceplan.roadmap.entry import Change, Checked
from spaceplan.roadmap.fields import TOLD
from spaceplan.roadmap.model import Milestone


def folded(listed: Iterable[tuple[Milestone, Change]]) -> list[tuple[Milestone, Change]]:
    """What is listed, where looks of one milestone by one person that follow each other are one.

    It stands where the first of them is listed, recorded as the newest and dated as the latest. A
    look that tells more,
    and one that a listed entry takes back, stands alone.
    """
    pairs = list(listed)
    reverted = {change.reverts for _, change in pairs} - {""}
    shown: list[tuple[Milestone, Change]] = []
    last: dict[str, int] = {}
    for milestone, change in pairs:
        at = last.get(milestone.id)
        one = _together(shown[at][1], change, reverted) if at is not None else None
        if at is not None and one is not None:
            shown[at] = (milestone, one)
            continue
        last[milestone.id] = len(shown)
        shown.append((milestone, change))
    return shown


def _together(one: Change, other: Change, reverted: set[str]) -> Change | None:
    """Two looks as one; None where they may not be."""
    seen, more = one.checked, other.checked
    if seen is None or more is None or one.who != other.who:
        return None
    if not (_only_looks(one, reverted) and _only_looks(other, reverted)):
        return None
    first, last = min(seen.first, more.first), max(seen.last, more.last)
    return replace(
        max(one, other, key=lambda look: look.recorded),
        date=one.date if seen.last >= more.last else other.date,
        checked=Checked(first, last, seen.count + more.count),
    )


def _only_looks(change: Change, reverted: set[str]) -> bool:
    tells = any(getattr(change, fact.name) != fact.empty for fact in TOLD if fact.name != "who")
    does = change.edits or change.occurred or change.added or change.corrects or change.reverts
    return not tells and not does and change.change not in reverted
