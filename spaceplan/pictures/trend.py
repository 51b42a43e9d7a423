"""What a trend shows: how the target of each milestone moved over time. Plain data.

Milestone trend analysis: report dates one way, the target as it then stood the other way. A
level line keeps its word, a rising one slips, and all end on the diagonal where both dates are
the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.pictures.axis import Axis, axis_over
from spaceplan.pictures.ending import came_on, settled, settled_on
from spaceplan.roadmap.model import Change, Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import counts_from, in_force, recorded_on, zone_of

DATE, RECORDED = "date", "recorded"


@dataclass(frozen=True, slots=True)
class Forecast:
    """From the day ``on`` the target was ``target``, whose last day is ``due``."""

    on: date
    target: Time
    due: date


@dataclass(frozen=True, slots=True)
class Course:
    """One milestone's line: its targets, earliest first, up to the day ``until``.

    ``end`` is "" while it is open, else met, missed or dropped. ``by_hand``: its last target
    has no entry, so that nobody knows when it moved; it stands at the day of the picture.
    """

    row: Row
    forecasts: tuple[Forecast, ...]
    until: date
    end: str = ""
    by_hand: bool = False

    @property
    def milestone(self) -> Milestone:
        """The milestone itself."""
        return self.row.milestone

    @property
    def moved(self) -> bool:
        """Whether it ever had another target."""
        return len(self.forecasts) > 1


@dataclass(frozen=True, slots=True)
class Trend:
    """The whole picture on ``day``: report dates on ``reports``, targets on ``targets``.

    ``steady`` milestones never moved and are not shown, ``cut`` ones are left out for lack of
    room. Both axes are None where no line is shown.
    """

    day: date
    courses: tuple[Course, ...]
    reports: Axis | None
    targets: Axis | None
    steady: int = 0
    cut: int = 0
    by: str = DATE


def trend(
    plan: Plan,
    day: date,
    known: date | None,
    found: Iterable[Row],
    *,
    every: bool = False,
    named: frozenset[str] = frozenset(),
    by: str = DATE,
    limit: int | None = None,
) -> Trend:
    """The trend of ``found`` on ``day``, most moved first.

    Without ``every`` only those that moved, and the ``named``. ``by`` says what a report date
    is: the day from which a target held (``date``) or the one it was written down on
    (``recorded``). ``known`` leaves out what was recorded after it. At most ``limit`` lines.
    """
    courses = [
        course for row in found if (course := _course(row, plan, day, known, by)) is not None
    ]
    wanted = [c for c in courses if every or c.moved or c.milestone.id in named]
    wanted.sort(key=_most_moved)
    kept = wanted if limit is None else wanted[:limit]
    return Trend(
        day,
        tuple(kept),
        _reports(kept, plan, day),
        _targets(kept, plan),
        steady=len(courses) - len(wanted),
        cut=len(wanted) - len(kept),
        by=by,
    )


def _course(row: Row, plan: Plan, day: date, known: date | None, by: str) -> Course | None:
    """None for what has no single due day: ongoing and recurring ones."""
    milestone, rule = row.milestone, plan.rule
    if milestone.kind in ("ongoing", "recurring") or milestone.target is None:
        return None
    zone = zone_of(plan)
    history = in_force(milestone, plan, known=known)
    moves = [change for change in history if change.edit_of("target") is not None]
    begins = came_on(milestone, plan)

    def day_of(change: Change) -> date:
        seen = recorded_on(change, zone) if by == RECORDED else counts_from(change, rule, zone)
        return max(seen, begins)

    targets = _over_time(milestone, moves, day_of, begins)
    by_hand = bool(targets) and targets[-1][1] != milestone.target
    if by_hand or not targets:
        targets.append((day if targets else begins, milestone.target))
    forecasts = tuple(
        Forecast(on, target, last)
        for on, target in targets
        if on <= day and (last := target.last_day(rule)) is not None
    )
    if not forecasts:
        return None
    until, end = day, ""
    if settled(milestone):
        when = settled_on(milestone, history, plan)
        last = when.last_day(rule) if when is not None else None
        end = milestone.status if milestone.status in GIVEN_UP else "met"
        if last is not None:
            until = min(last, day)
    return Course(row, forecasts, max(until, forecasts[0].on), end, by_hand)


def _over_time(
    milestone: Milestone, moves: list[Change], day_of: Callable[[Change], date], begins: date
) -> list[tuple[date, Time]]:
    """(day, target from that day on), each unlike the one before.

    On every day the last recorded of the entries that speak of it holds, so that an entry that
    fills in the past does not undo a later one.
    """
    edits = [(day_of(change), change.edit_of("target")) for change in moves]
    first = milestone.baseline or next((edit.old for _, edit in edits if edit is not None), None)
    found: list[tuple[date, Time]] = []
    if isinstance(first, Time):
        found.append((begins, first))
    for on in sorted({on for on, _ in edits}):
        target = [edit.new for when, edit in edits if edit is not None and when <= on][-1]
        if not isinstance(target, Time):
            continue
        while found and found[-1][0] >= on:
            found.pop()
        if not found or found[-1][1] != target:
            found.append((on, target))
    return found


def _most_moved(course: Course) -> tuple[int, int]:
    first, last = course.forecasts[0].due, course.forecasts[-1].due
    return -(last - first).days, -len(course.forecasts)


def _reports(courses: list[Course], plan: Plan, day: date) -> Axis | None:
    if not courses:
        return None
    return axis_over(plan.rule, [day, *(course.forecasts[0].on for course in courses)])


def _targets(courses: list[Course], plan: Plan) -> Axis | None:
    if not courses:
        return None
    days = [forecast.due for course in courses for forecast in course.forecasts]
    days += [course.until for course in courses if course.end == "met"]
    return axis_over(plan.rule, days)
