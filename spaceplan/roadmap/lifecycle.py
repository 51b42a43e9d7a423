"""When a commitment came into the plan, began, was met and ended, and which of its years were met.

Nothing else computes these; they follow from the order of its history (``truth``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import BEGUN, ENDED, MET
from spaceplan.roadmap.times import FISCAL_UNITS, Time
from spaceplan.roadmap.truth import (
    Step,
    counts_from,
    date_before,
    holds,
    in_force,
    standing_entries,
    steps,
    whole_of,
    zone_of,
)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that came about: ``when`` as it was told, and the days that this can mean.

    ``last`` is never after the day on which it was recorded as true.
    """

    when: Time
    first: date
    last: date


def begun(milestone: Milestone, plan: Plan) -> Happened | None:
    """When it began; None where it has not, or nobody recorded when."""
    return _since(milestone, plan, BEGUN)


def met(milestone: Milestone, plan: Plan) -> Happened | None:
    """When it was met; None where it is not, or nobody recorded when."""
    return _since(milestone, plan, MET)


def ended(milestone: Milestone, plan: Plan) -> Happened | None:
    """When it came to the end that it has; None where it is open, or nobody recorded when."""
    return _since(milestone, plan, (milestone.status,)) if milestone.status in ENDED else None


def settled(milestone: Milestone) -> bool:
    """Whether nothing more is to happen: ended, or a start that has begun."""
    return milestone.status in ENDED or _has_started(milestone)


def settled_on(milestone: Milestone, plan: Plan) -> Happened | None:
    """When that was: a start when it began; None where nobody recorded it."""
    return begun(milestone, plan) if _has_started(milestone) else ended(milestone, plan)


def claimed(milestone: Milestone) -> bool:
    """Whether it is recorded as met, or for a start as begun."""
    return milestone.status in MET or _has_started(milestone)


CLAIMS = ("claimed", "verified", "disputed")


def claim(milestone: Milestone, plan: Plan) -> str:
    """One of ``CLAIMS`` for what is recorded as met: what the newest look said of it; else "".

    A status recorded later makes an older verdict stale, and another date for what was confirmed
    makes an older confirmation so; a dispute stands until somebody looks again.
    """
    if not claimed(milestone):
        return ""
    found = steps(milestone, plan, "status")
    since = found[-1].entry.recorded if found else None
    told = [
        change
        for change in in_force(milestone, plan)
        if change.verified is not None and (since is None or change.recorded >= since)
    ]
    if not told:
        return "claimed"
    newest = max(told, key=lambda change: change.recorded)
    if not newest.verified:
        return "disputed"
    return "claimed" if _dated_anew(milestone, plan, newest.recorded) else "verified"


def _dated_anew(milestone: Milestone, plan: Plan, since: datetime) -> bool:
    """Whether a correction recorded after ``since`` gives what is claimed another date, not only a
    sharper or a vaguer one."""
    statuses = BEGUN if milestone.kind == "start" else MET
    for change in standing_entries(milestone):
        edit = change.edit_of("status") if change.corrects is not None else None
        if edit is None or change.recorded <= since or edit.new not in statuses:
            continue
        before, now = date_before(milestone, plan, change), change.date
        if before and not (holds(before, now, plan.rule) or holds(now, before, plan.rule)):
            return True
    return False


def _has_started(milestone: Milestone) -> bool:
    return milestone.kind == "start" and milestone.status in BEGUN


def came_on(milestone: Milestone, plan: Plan) -> date:
    """The day it came into the plan: when it was added, else when the plan was decided."""
    whole = whole_of(milestone)
    for change in whole.history:
        if change.added:
            return max(counts_from(change, plan.rule, zone_of(plan)), plan.decided)
    return plan.decided


def _since(milestone: Milestone, plan: Plan, statuses: Collection[str]) -> Happened | None:
    """Since when it has had one of these statuses: the earliest of the entries that say so.

    A known day is not lost to a vaguer one, and what was set by hand was set nobody knows when.
    """
    if milestone.status not in statuses:
        return None
    run = _run(milestone, plan, statuses)
    dated = [step for step in run if step.date.start.unit != "unknown"]
    if not dated:
        return None
    best = min(dated, key=lambda step: (step.on, step.date.start.unit != "day"))
    return Happened(best.date, best.date.first_day(plan.rule), best.on)


def _run(milestone: Milestone, plan: Plan, statuses: Collection[str]) -> list[Step]:
    """The entries that set one of these statuses since it last had another."""
    run: list[Step] = []
    for step in steps(milestone, plan, "status"):
        edit = step.entry.edit_of("status")
        if edit is not None and edit.new in statuses:
            run.append(step)
        else:
            run.clear()
    return run


@dataclass(frozen=True, slots=True)
class Told:
    """Why a commitment ended, as the entries say that ended it; "" where they say nothing."""

    reason: str = ""
    note: str = ""
    source: str = ""


def why_ended(milestone: Milestone, plan: Plan) -> Told:
    """Why it came to the end that it has."""
    if milestone.status not in ENDED:
        return Told()
    run = {
        (step.entry.recorded, step.entry.change)
        for step in _run(milestone, plan, (milestone.status,))
    }
    said = {"reason": "", "note": "", "source": ""}
    for change in in_force(milestone, plan):
        if (change.recorded, change.change) in run and change.edit_of("status"):
            said.update((name, getattr(change, name) or text) for name, text in said.items())
    return Told(**said)


# --- the years of a recurring one ---------------------------------------------------------------


def years_of(aim: Time, rule: FiscalRule) -> FiscalRule:
    """By which years a recurring target counts: fiscal ones, or those of the calendar."""
    return rule if aim.start.unit in FISCAL_UNITS else CALENDAR


CALENDAR = FiscalRule(1, "start")


def needed(milestone: Milestone) -> int:
    """How many occurrences meet a year."""
    return milestone.times.count if milestone.times else 1


def occurrences(milestone: Milestone, plan: Plan, years: FiscalRule) -> Counter[int]:
    """How often it took place in each year."""
    return Counter(
        years.year_of(change.date.first_day(plan.rule))
        for change in in_force(milestone, plan)
        if change.occurred and change.date.start.unit != "unknown"
    )


def open_years(milestone: Milestone, plan: Plan, aim: Time) -> tuple[int, int | None]:
    """The first year that is not met, and the last of all (None: no end).

    What has ended keeps its years, up to that of its end where that is known.
    """
    years = years_of(aim, plan.rule)
    first, last = aim.fiscal_years(years)
    if milestone.status in ENDED:
        end = ended(milestone, plan)
        if end is not None:
            last = max(first, min(years.year_of(end.last), last or years.year_of(end.last)))
        return first, last
    happened = occurrences(milestone, plan, years)
    while happened[first] >= needed(milestone) and (last is None or first < last):
        first += 1
    return first, last
