"""Truth in time: what was true on a day, and what was known of it on another.

Every field holds the ``to`` of the last recorded entry dated on or before the day. ``known``
ignores what was recorded after it. An entry that a later one corrects, or takes back, no longer
counts from the moment that one is known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Any

from spaceplan.roadmap.fields import EMPTY
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Change, Milestone, Plan
from spaceplan.roadmap.states import BEGUN, MET
from spaceplan.roadmap.times import Time


def zone_of(plan: Plan) -> tzinfo:
    """The plan's time zone."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(plan.time_zone)


def today(plan: Plan) -> date:
    """The date it is now in the plan's time zone."""
    return datetime.now(zone_of(plan)).date()


def recorded_on(change: Change, zone: tzinfo) -> date:
    """The day in the plan's zone on which an entry was written down."""
    return change.recorded.astimezone(zone).date()


def newest_recorded(plan: Plan) -> datetime | None:
    """When the plan's newest entry was written down; None where nothing was recorded."""
    return max(
        (change.recorded for entry in plan.entries for change in entry.history), default=None
    )


def counts_from(change: Change, rule: FiscalRule, zone: tzinfo) -> date:
    """The first day an entry speaks of.

    A fiscal year stands for its last day, but what was recorded within it was true by then.
    """
    last = change.date.last_day(rule) or change.date.first_day(rule)
    if change.date.start.unit == "day":
        return last
    return min(last, recorded_on(change, zone))


def in_force(
    milestone: Milestone, plan: Plan, day: date | None = None, known: date | None = None
) -> tuple[Change, ...]:
    """The entries that count on ``day`` (None: ever) as ``known`` then (None: now)."""
    history = milestone.history
    if not history:
        return ()
    if known is not None:
        zone = zone_of(plan)
        history = tuple(change for change in history if recorded_on(change, zone) <= known)
    history = _counting(history)
    if day is not None:
        zone = zone_of(plan)
        history = tuple(c for c in history if counts_from(c, plan.rule, zone) <= day)
    return history


def _counting(history: tuple[Change, ...]) -> tuple[Change, ...]:
    """Without what a later entry corrects, and without events that a later one takes back.

    Fields that were taken back need no care: the entry that takes them back sets them. A
    correction tells another date of the same fact, so what was said of that fact holds for it too.
    """
    if not any(change.corrects or change.reverts for change in history):
        return history
    reverted = taken_back(history)
    corrected: dict[int, int] = {}
    for number, change in enumerate(history):
        if change.corrects is not None and number not in reverted:
            earlier = _corrected(history, number, corrected)
            if earlier is not None:
                corrected[earlier] = number
    by_correction = {later: earlier for earlier, later in corrected.items()}
    kept: list[Change] = []
    for number, change in enumerate(history):
        if number in reverted:
            moved = tuple(edit for edit in change.edits if edit.old != edit.new)
            if not moved:
                continue
            change = replace(change, edits=moved, occurred=False, added=False)
        if number in corrected:
            anew = {edit.field for edit in history[corrected[number]].edits}
            rest = tuple(edit for edit in change.edits if edit.field not in anew)
            if not (rest or change.added):
                continue
            change = replace(change, edits=rest, occurred=False)
        if number in by_correction:
            change = _with_what_was_said(change, history[by_correction[number]])
        kept.append(change)
    return tuple(kept)


def taken_back(history: tuple[Change, ...]) -> frozenset[int]:
    """The numbers of the entries that a later one takes back and is not taken back itself."""
    reverted: set[int] = set()
    for number in range(len(history) - 1, -1, -1):
        name = history[number].reverts
        if name and number not in reverted:
            reverted.update(n for n in range(number) if history[n].change == name)
    return frozenset(reverted)


def standing_entries(milestone: Milestone) -> list[Change]:
    """The entries that no later one takes back."""
    gone = taken_back(milestone.history)
    return [entry for number, entry in enumerate(milestone.history) if number not in gone]


def _corrected(history: tuple[Change, ...], number: int, corrected: dict[int, int]) -> int | None:
    """The number of the entry whose date entry ``number`` corrects: it gave the same value."""
    change = history[number]
    values = {(edit.field, edit.new) for edit in change.edits}
    for earlier in range(number - 1, -1, -1):
        old = history[earlier]
        same = (
            old.occurred
            if change.occurred
            else any((edit.field, edit.new) in values for edit in old.edits)
        )
        if earlier not in corrected and old.date == change.corrects and same:
            return earlier
    return None


def _with_what_was_said(change: Change, earlier: Change) -> Change:
    """A correction with the reason, note and source of the entry it corrects, where it has none."""
    return replace(
        change,
        reason=change.reason or earlier.reason,
        note=change.note or earlier.note,
        source=change.source or earlier.source,
    )


def plan_at(plan: Plan, day: date | None, known: date | None) -> Plan:
    """The plan as it was on ``day`` and as it was known on ``known``; None means now.

    Before its decided day there is no plan: it has no entries.
    """
    if day is None and known is None:
        return plan
    if any(limit is not None and limit < plan.decided for limit in (day, known)):
        return replace(plan, entries=())
    entries = tuple(
        found
        for entry in plan.entries
        if (found := _milestone_at(entry, plan, day, known)) is not None
    )
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


def _milestone_at(
    milestone: Milestone, plan: Plan, day: date | None, known: date | None
) -> Milestone | None:
    if not milestone.history:
        return milestone
    counting = in_force(milestone, plan, day, known)
    if any(change.added for change in milestone.history) and not any(
        change.added for change in counting
    ):
        return None
    values: dict[str, object] = {}
    for change in milestone.history:
        for edit in change.edits:
            values.setdefault(edit.field, edit.old)
    last = {edit.field: change for change in in_force(milestone, plan) for edit in change.edits}
    for change in counting:
        for edit in change.edits:
            # Where nothing recorded is left out, the file's own value stands: a change made by
            # hand after the last entry belongs to the time since that entry.
            whole = last.get(edit.field) == change
            values[edit.field] = getattr(milestone, edit.field) if whole else edit.new
    fields: dict[str, Any] = {
        name: EMPTY[name] if value is None else value for name, value in values.items()
    }
    return replace(milestone, history=counting, **fields)


def done_on(milestone: Milestone, changes: tuple[Change, ...]) -> Time | None:
    """When it was met, as its entries in force tell; None where they do not."""
    actual: Time | None = None
    for change in changes:
        edit = change.edit_of("status")
        if edit is not None:
            actual = change.date if edit.new in MET else None
    return actual if milestone.status in MET else None


def begun_on(milestone: Milestone, changes: tuple[Change, ...], rule: FiscalRule) -> Time | None:
    """When it began: the earliest entry that set it active or done and was not undone since."""
    begun: Time | None = None
    for change in changes:
        edit = change.edit_of("status")
        if edit is None:
            continue
        if edit.new not in BEGUN:
            begun = None
        elif begun is None or change.date.first_day(rule) < begun.first_day(rule):
            begun = change.date
    return begun if milestone.status in BEGUN else None
