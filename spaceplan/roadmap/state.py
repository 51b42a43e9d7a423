"""What follows from a milestone and a date: due day, state, lateness, slip. Nothing is stored.

The due date is the last day on which a milestone is in time; it is late from the next day on.
"""

from __future__ import annotations

from datetime import date, timedelta

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.lifecycle import (
    Happened,
    begun,
    claim,
    ended,
    met,
    needed,
    occurrences,
    years_of,
)
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import BEGUN, ENDED, GIVEN_UP, MET, MET_LATE
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import moves

AGAINST = ("target", "baseline", "rebaseline")


@dataclass(frozen=True, slots=True)
class Slip:
    """Current target against a baseline, as days that each stands for; ``later`` is the sign."""

    earlier: date
    latest: date
    later: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a milestone stands on a day.

    ``due``: the day that counts (None where there is none). ``actual``: when it was met, or for
    a start when it began. ``late``: (due day, day up to which it is late), for what is overdue or
    was met late. ``unmet``: for a recurring one the years that ended without. ``slip``: from the
    first baseline, ``since_anew`` from the one that was set last; ``moves``: how often the target
    moved, ``anew`` how often the baseline was set anew. ``claim``: of what is recorded as met,
    whether somebody else confirmed it (``lifecycle.CLAIMS``).
    """

    state: str
    due: date | None = None
    actual: Time | None = None
    late: tuple[date, date] | None = None
    unmet: tuple[int, ...] = ()
    slip: Slip | None = None
    moves: int = 0
    since_anew: Slip | None = None
    anew: int = 0
    claim: str = ""

    @property
    def is_late(self) -> bool:
        """Overdue at the date it was judged."""
        return self.state == "overdue"


def standing(milestone: Milestone, plan: Plan, day: date, against: str = "target") -> Standing:
    """How ``milestone`` stands on ``day``, judged against its target or one of its baselines."""
    aim = aim_of(milestone, against)
    slips = _slips(milestone, plan)
    if milestone.kind == "recurring" and aim is not None:
        state, due, late, unmet = _recurring(milestone, plan, day, aim)
        actual = _date(met(milestone, plan))
        return Standing(state, due, actual, late, unmet, *slips, claim(milestone, plan))
    due = aim.last_day(plan.rule) if aim else None
    when = begun(milestone, plan) if milestone.kind == "start" else met(milestone, plan)
    state = _state(milestone, plan, day, due, when)
    lateness: tuple[date, date] | None = None
    if due is not None:
        if state == "overdue":
            lateness = (due, day)
        elif state in MET_LATE and when is not None:
            lateness = (due, when.last)
    return Standing(state, due, _date(when), lateness, (), *slips, claim(milestone, plan))


def aim_of(milestone: Milestone, against: str) -> Time | None:
    """The target, the first baseline, or the one that was set last (one of ``AGAINST``)."""
    first = milestone.baseline or milestone.target
    if against == "target":
        return milestone.target
    return (milestone.rebaseline or first) if against == "rebaseline" else first


def _date(when: Happened | None) -> Time | None:
    return when.when if when is not None else None


def _state(
    milestone: Milestone, plan: Plan, day: date, due: date | None, when: Happened | None
) -> str:
    status = milestone.status
    if status in GIVEN_UP:
        return status
    if milestone.kind == "start" and status in BEGUN:
        return f"begun-{_met(due, when)}"
    if status in MET:
        return "done-no-due" if due is None else f"done-{_met(due, when)}"
    if due is None:
        return "ongoing"
    return _pending(plan, day, due)


def _met(due: date | None, when: Happened | None) -> str:
    """Whether in time; unknown where the date is missing or too vague to tell."""
    if due is None or when is None:
        return "date-unknown"
    if when.last <= due:
        return "on-time"
    return "late" if when.first > due else "date-unknown"


def _pending(plan: Plan, day: date, due: date) -> str:
    if day > due:
        return "overdue"
    return "due-soon" if (due - day) <= timedelta(days=plan.due_soon) else "on-track"


def _recurring(
    milestone: Milestone, plan: Plan, day: date, aim: Time
) -> tuple[str, date | None, tuple[date, date] | None, tuple[int, ...]]:
    """A year is met by as many occurrences as the text asks; late once it ended without."""
    years = years_of(aim, plan.rule)
    first, last = aim.fiscal_years(years)
    has_ended = milestone.status in ENDED
    end = ended(milestone, plan)
    until = end.last if end is not None else day
    current = years.year_of(until)
    if last is not None:
        current = min(current, last)
    happened, asked = occurrences(milestone, plan, years), needed(milestone)
    unmet = tuple(
        year
        for year in range(first, current + 1)
        if happened[year] < asked and years.last_day(year) < until
    )
    if has_ended:
        state = "done-no-due" if milestone.status in MET else milestone.status
        return state, None, None, unmet
    if unmet:
        due = years.last_day(unmet[0])
        return "overdue", due, (due, day), unmet
    year = max(current, first)
    while happened[year] >= asked and (last is None or year < last):
        year += 1
    due = years.last_day(year)
    if happened[year] >= asked:
        return "done-on-time", due, None, ()
    return _pending(plan, day, due), due, None, ()


def _slips(milestone: Milestone, plan: Plan) -> tuple[Slip | None, int, Slip | None, int]:
    """The slip from the first baseline and the moves, then both of the baseline set anew."""
    slip = _slip(milestone.baseline, milestone.target, plan.rule)
    moved = moves(milestone, plan) if milestone.history else 0
    if milestone.rebaseline is None:
        return slip, moved, None, 0
    # One that was set by hand has no entry yet.
    anew = moves(milestone, plan, "rebaseline") or 1
    return slip, moved, _slip(milestone.rebaseline, milestone.target, plan.rule), anew


def _slip(baseline: Time | None, target: Time | None, rule: FiscalRule) -> Slip | None:
    """Current target minus baseline; None where either is missing or they fall on one day."""
    # Equal times are most often one and the same, and are compared the slow way else.
    if target is baseline or target is None or baseline is None or target == baseline:
        return None
    return slip_between(baseline, target, rule)


def slip_between(old: Time, new: Time, rule: FiscalRule) -> Slip | None:
    """From one target to another; None where they fall on one day."""
    before = old.last_day(rule) or old.first_day(rule)
    after = new.last_day(rule) or new.first_day(rule)
    if before == after:
        return None
    return Slip(min(before, after), max(before, after), after > before)


def due_day(milestone: Milestone, rule: FiscalRule, first: date, last: date) -> date | None:
    """The day in the period on which it is due, or None: a start in its year, a window in its
    last, a recurring one in every year from its first (its first day in the period)."""
    return targeted_in(milestone.target, milestone.kind, rule, first, last)


def targeted_in(
    target: Time | None, kind: str, rule: FiscalRule, first: date, last: date
) -> date | None:
    """``due_day`` for any target, such as a baseline."""
    if target is None:
        return None
    if kind == "recurring":
        years = years_of(target, rule)
        begins, ends = target.fiscal_years(years)
        year = max(begins, years.year_of(first))
        if ends is not None and year > ends:
            return None
        due: date | None = years.last_day(year)
    else:
        due = target.last_day(rule)
    return due if due is not None and first <= due <= last else None
