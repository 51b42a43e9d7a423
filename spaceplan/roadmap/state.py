"""What follows from a milestone and a date: due day, state, lateness, slip. Nothing is stored.

The due date is the last day on which a milestone is in time; it is late from the next day on.
"""

from __future__ import annotations

from datetime import date, timedelta

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Change, Milestone, Plan
from spaceplan.roadmap.states import BEGUN, ENDED, GIVEN_UP, MET, MET_LATE
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import begun_on, done_on, in_force

AGAINST = ("target", "baseline")


@dataclass(frozen=True, slots=True)
class Slip:
    """Current target against baseline, as days that each stands for; ``later`` is the sign."""

    earlier: date
    latest: date
    later: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a milestone stands on a day.

    ``due``: the day that counts (None where there is none). ``actual``: when it was met, or for
    a start when it began. ``late``: (due day, day up to which it is late), for what is overdue or
    was met late. ``unmet``: for a recurring one the fiscal years that ended without. ``moves``:
    how often the target moved.
    """

    state: str
    due: date | None = None
    actual: Time | None = None
    late: tuple[date, date] | None = None
    unmet: tuple[int, ...] = ()
    slip: Slip | None = None
    moves: int = 0

    @property
    def is_late(self) -> bool:
        """Overdue at the date it was judged."""
        return self.state == "overdue"


def standing(milestone: Milestone, plan: Plan, day: date, against: str = "target") -> Standing:
    """How ``milestone`` stands on ``day``, judged against its current target or its baseline."""
    rule = plan.rule
    changes = in_force(milestone, plan)
    aim = milestone.baseline if against == "baseline" and milestone.baseline else milestone.target
    slip = slip_of(milestone, rule)
    moves = _moves(changes)
    if milestone.kind == "recurring" and aim is not None:
        state, due, late, unmet = _recurring(milestone, plan, day, changes, aim)
        actual = done_on(milestone, changes)
        return Standing(state, due, actual, late, unmet, slip, moves)
    due = aim.last_day(rule) if aim else None
    is_start = milestone.kind == "start"
    actual = begun_on(milestone, changes, rule) if is_start else done_on(milestone, changes)
    state = _state(milestone, plan, day, due, actual)
    lateness: tuple[date, date] | None = None
    if due is not None:
        if state == "overdue":
            lateness = (due, day)
        elif state in MET_LATE and actual is not None:
            lateness = (due, actual.last_day(rule) or due)
    return Standing(state, due, actual, lateness, (), slip, moves)


def _moves(changes: tuple[Change, ...]) -> int:
    """How often the target moved; a move that was taken back is none."""
    moves = 0
    counted: dict[str, int] = {}
    for change in changes:
        edit = change.edit_of("target")
        if edit is not None and edit.old != edit.new:
            counted[change.change] = -counted.get(change.reverts, 1) if change.reverts else 1
            moves += counted[change.change]
    return moves


def _state(
    milestone: Milestone, plan: Plan, day: date, due: date | None, actual: Time | None
) -> str:
    status = milestone.status
    if status in GIVEN_UP:
        return status
    if milestone.kind == "start" and status in BEGUN:
        return f"begun-{_met(plan.rule, due, actual)}"
    if status in MET:
        return "done-no-due" if due is None else f"done-{_met(plan.rule, due, actual)}"
    if due is None:
        return "ongoing"
    return _pending(plan, day, due)


def _met(rule: FiscalRule, due: date | None, actual: Time | None) -> str:
    """Whether in time; unknown where the date is missing or too vague to tell."""
    if due is None or actual is None:
        return "date-unknown"
    if (actual.last_day(rule) or date.max) <= due:
        return "on-time"
    return "late" if actual.first_day(rule) > due else "date-unknown"


def _pending(plan: Plan, day: date, due: date) -> str:
    if day > due:
        return "overdue"
    return "due-soon" if (due - day) <= timedelta(days=plan.due_soon) else "on-track"


def _recurring(
    milestone: Milestone, plan: Plan, day: date, changes: tuple[Change, ...], aim: Time
) -> tuple[str, date | None, tuple[date, date] | None, tuple[int, ...]]:
    """A year is met by as many occurrences as the text asks; late once it ended without."""
    rule = plan.rule
    first, last = aim.fiscal_years(rule)
    ended = milestone.status in ENDED
    until = _ended_on(changes, rule) or day if ended else day
    current = rule.year_of(until)
    if last is not None:
        current = min(current, last)
    happened: dict[int, int] = {}
    for change in changes:
        if change.occurred:
            year = rule.year_of(change.date.first_day(rule))
            happened[year] = happened.get(year, 0) + 1
    needed = milestone.times.count if milestone.times else 1
    unmet = tuple(
        year
        for year in range(first, current + 1)
        if happened.get(year, 0) < needed and rule.last_day(year) < until
    )
    if ended:
        state = "done-no-due" if milestone.status in MET else milestone.status
        return state, None, None, unmet
    if unmet:
        due = rule.last_day(unmet[0])
        return "overdue", due, (due, day), unmet
    year = max(current, first)
    while happened.get(year, 0) >= needed and (last is None or year < last):
        year += 1
    if happened.get(year, 0) >= needed:
        return "done-on-time", rule.last_day(year), None, ()
    due = rule.last_day(year)
    return _pending(plan, day, due), due, None, ()


def _ended_on(changes: tuple[Change, ...], rule: FiscalRule) -> date | None:
    ended: date | None = None
    for change in changes:
        edit = change.edit_of("status")
        if edit is not None:
            ended = change.date.last_day(rule) if edit.new in ENDED else None
    return ended


def slip_of(milestone: Milestone, rule: FiscalRule) -> Slip | None:
    """Current target minus baseline; None where either is missing or they fall on one day."""
    target, baseline = milestone.target, milestone.baseline
    if target is None or baseline is None or target == baseline:
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
        begins, ends = target.fiscal_years(rule)
        year = max(begins, rule.year_of(first))
        if ends is not None and year > ends:
            return None
        due: date | None = rule.last_day(year)
    else:
        due = target.last_day(rule)
    return due if due is not None and first <= due <= last else None
