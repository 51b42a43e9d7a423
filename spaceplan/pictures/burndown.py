"""What a burn-down shows: how many milestones are open at each year's end. Plain data.

Counted are the milestones that have a due day: no ongoing ones, which never end, and no
recurring ones, which begin anew; and only what the plan had before it, on the day it was decided:
not what had ended or was due by then. A start is open until it has begun.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.lifecycle import came_on, settled, settled_on
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.states import GIVEN_UP


@dataclass(frozen=True, slots=True)
class Level:
    """What is open at the end of the day ``on``, the last of a fiscal year but for two.

    ``year`` is None on the day the plan was decided, before anything falls due, and on the day
    of the picture. ``planned``: open by the baselines (None on the day of the picture).
    ``actual``: open by what was recorded (None after that day). ``forecast``: open by the current
    targets (None before it); what is overdue stays open, since no target says when it ends.
    """

    on: date
    year: int | None
    planned: int | None
    actual: int | None
    forecast: int | None


@dataclass(frozen=True, slots=True)
class Burndown:
    """The whole picture on ``day``, with what the ``total`` came to by then.

    ``met``, ``missed`` and ``dropped`` ended; ``overdue`` are open past their target;
    ``undated`` ended on a day that nobody wrote down and count as open until the day of the
    picture. Not counted are ``untimed`` milestones, ``recurring`` ones, of which
    ``recurring_overdue``, and ``earlier`` ones, which had ended or were due before the plan was
    decided. ``selected``: what filters select, in words.
    """

    day: date
    levels: tuple[Level, ...]
    total: int
    met: int
    missed: int
    dropped: int
    overdue: int
    undated: int
    untimed: int = 0
    recurring: int = 0
    recurring_overdue: int = 0
    earlier: int = 0
    selected: str = ""

    @property
    def open(self) -> int:
        """How many have neither been met nor ended otherwise."""
        return self.total - self.met - self.missed - self.dropped


@dataclass(frozen=True, slots=True)
class _Life:
    """One milestone: when it came, its first and its current due day, when it ended, and how."""

    came: date
    baseline: date
    target: date
    ended: date | None = None
    end: str = ""
    undated: bool = False


def burndown(plan: Plan, day: date, found: Iterable[Row]) -> Burndown:
    """The burn-down of ``found`` on ``day``, from the plan's first day to its last target."""
    lives: list[_Life] = []
    untimed = earlier = 0
    recurring: list[Row] = []
    for row in found:
        if row.milestone.kind == "recurring":
            recurring.append(row)
            continue
        life = _life(row.milestone, plan, day)
        if life is None:
            untimed += 1
        elif life.baseline < plan.decided or (life.ended and life.ended <= plan.decided):
            earlier += 1
        else:
            lives.append(life)
    ends = Counter(life.end for life in lives if life.end)
    return Burndown(
        day,
        _levels(plan, day, lives),
        len(lives),
        ends["met"],
        ends["missed"],
        ends["dropped"],
        overdue=sum(life.ended is None and life.target < day for life in lives),
        undated=sum(life.undated for life in lives),
        untimed=untimed,
        recurring=len(recurring),
        recurring_overdue=sum(row.standing.is_late for row in recurring),
        earlier=earlier,
    )


def _life(milestone: Milestone, plan: Plan, day: date) -> _Life | None:
    """None for what has no due day."""
    rule = plan.rule
    target = milestone.target.last_day(rule) if milestone.target else None
    baseline = milestone.baseline.last_day(rule) if milestone.baseline else target
    if milestone.kind == "ongoing" or target is None or baseline is None:
        return None
    came = came_on(milestone, plan)
    if not settled(milestone):
        return _Life(came, baseline, target)
    when = settled_on(milestone, plan)
    last = when.last if when is not None else None
    end = milestone.status if milestone.status in GIVEN_UP else "met"
    return _Life(came, baseline, target, min(last or day, day), end, undated=last is None)


def _levels(plan: Plan, day: date, lives: list[_Life]) -> tuple[Level, ...]:
    if not lives:
        return ()
    rule = plan.rule
    begin = min(plan.decided, day)
    last = max(rule.year_of(day), *(rule.year_of(max(x.baseline, x.target)) for x in lives))
    moments: list[tuple[date, int | None]] = [(begin, None)]
    for year in range(rule.year_of(begin), last + 1):
        end = rule.last_day(year)
        if moments[-1][0] < day < end:
            moments.append((day, None))
        moments.append((end, year))
    return tuple(_level(on, year, day, begin, lives) for on, year in moments)


def _level(on: date, year: int | None, day: date, begin: date, lives: list[_Life]) -> Level:
    there = [life for life in lives if life.came <= max(on, begin)]
    planned = actual = forecast = None
    if year is not None or on != day or day == begin:
        planned = len(there) if on == begin else sum(life.baseline > on for life in there)
    if on <= day:
        actual = sum(life.ended is None or life.ended > on for life in there)
    if on == day:
        # What is due on this very day is open with the rest until it is over.
        forecast = actual
    elif on > day:
        forecast = sum(
            life.ended is None and (life.target > on or life.target < day) for life in there
        )
    return Level(on, year, planned, actual, forecast)
