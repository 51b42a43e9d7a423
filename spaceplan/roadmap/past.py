"""The plan as it was on a day, as it was known on another, by the rules of ``truth``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, tzinfo
from typing import Any

from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.truth import (
    as_field,
    counts_from,
    held,
    known_by,
    recorded_on,
    seen_on,
    zone_of,
)


def plan_at(plan: Plan, day: date | None, known: date | None) -> Plan:
    """The plan as it was on ``day`` and as it was known on ``known``; None is without limit.

    Before its decided day there is no plan: it has no entries.
    """
    day, known = day or date.max, known or date.max
    if min(day, known) < plan.decided:
        return replace(plan, entries=())
    if not any(entry.history for entry in plan.entries):
        return plan
    zone = zone_of(plan)
    entries = tuple(
        found for entry in plan.entries if (found := _seen(entry, plan, day, known, zone))
    )
    if len(entries) == len(plan.entries) and all(map(_is, entries, plan.entries)):
        return plan
    kept = {entry.id for entry in entries}
    whole = replace(plan, entries=entries)
    return replace(
        plan,
        entries=tuple(
            entry
            for entry in entries
            if not entry.same_as or entry.same_as in kept or entry.same_as in whole.parts
        ),
    )


def _is(one: object, other: object) -> bool:
    return one is other


def _seen(
    milestone: Milestone, plan: Plan, day: date, known: date, zone: tzinfo
) -> Milestone | None:
    """A milestone as it was; None where it was not there yet."""
    history = milestone.history
    if not history or _all_told(history, plan.rule, day, known, zone):
        return milestone
    there = known_by(history, known, zone)
    if any(change.added for change in history) and not any(
        change.added and counts_from(change, plan.rule, zone) <= day for change in there
    ):
        return None
    seen = seen_on(milestone, day, known)
    values: dict[str, Any] = {
        edit.field: as_field(edit.field, held(seen, plan, edit.field))
        for change in history
        for edit in change.edits
    }
    shown = tuple(c for c in there if counts_from(c, plan.rule, zone) <= day)
    return replace(seen, history=shown, **values)


def _all_told(
    history: tuple[Change, ...], rule: FiscalRule, day: date, known: date, zone: tzinfo
) -> bool:
    """Whether every entry was known and spoke by then: then each field holds what the file says.

    Says no also where it would take longer to tell.
    """
    limit = (day.year, day.month, day.day)
    for change in history:
        point = change.date.start
        if point.unit == "day":
            if (point.year, point.number, point.day) > limit:
                return False
        elif (change.date.last_day(rule) or recorded_on(change, zone)) > day:
            return False
        if change.recorded.year >= known.year and recorded_on(change, zone) > known:
            return False
    return True
