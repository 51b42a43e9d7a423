"""What a trend shows: how the target of each milestone moved over time. Plain data.

Milestone trend analysis: report dates one way, the target as it then stood the other way. A
level line keeps its word, a rising one slips, and all end on the diagonal where both dates are
the same day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.pictures.axis import Axis, axis_over
from spaceplan.roadmap.lifecycle import came_on, settled, settled_on
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import first_value, recorded_on, seen_on, steps, zone_of

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

    ``end`` is "" while it is open, else met, missed or dropped. ``expected`` are the forecasts that
    were told beside its targets, each from its day on, ``anew`` the baselines set anew.
    ``by_hand``: its last target has no entry, so that nobody knows when it moved; it stands at the
    day of the picture.
    """

    row: Row
    forecasts: tuple[Forecast, ...]
    until: date
    end: str = ""
    by_hand: bool = False
    expected: tuple[Forecast, ...] = ()
    anew: tuple[Forecast, ...] = ()

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
    room. Both axes are None where no line is shown. ``selected``: what filters select, in words.
    """

    day: date
    courses: tuple[Course, ...]
    reports: Axis | None
    targets: Axis | None
    steady: int = 0
    cut: int = 0
    by: str = DATE
    selected: str = ""


def trend(
    plan: Plan,
    day: date,
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
    (``recorded``). At most ``limit`` lines.
    """
    courses = [course for row in found if (course := _course(row, plan, day, by)) is not None]
    wanted = [
        c for c in courses if every or c.moved or c.expected or c.anew or c.milestone.id in named
    ]
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


def _course(row: Row, plan: Plan, day: date, by: str) -> Course | None:
    """None for what has no single due day: ongoing and recurring ones."""
    milestone, rule = row.milestone, plan.rule
    if milestone.kind in ("ongoing", "recurring") or milestone.target is None:
        return None
    begins = came_on(milestone, plan)
    targets = _over_time(milestone, plan, by, begins)
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
        when = settled_on(milestone, plan)
        end = milestone.status if milestone.status in GIVEN_UP else "met"
        if when is not None:
            until = min(when.last, day)
    expected, anew = (
        _beside(milestone, plan, day, begins, name) for name in ("forecast", "rebaseline")
    )
    return Course(row, forecasts, max(until, forecasts[0].on), end, by_hand, expected, anew)


def _beside(
    milestone: Milestone, plan: Plan, day: date, begins: date, name: str
) -> tuple[Forecast, ...]:
    """A field beside the target by the day of each value; without an entry it is from ``day``."""
    told = [(step.on, step.value) for step in steps(milestone, plan, name)]
    if not told and getattr(milestone, name):
        told = [(day, getattr(milestone, name))]
    return tuple(
        Forecast(max(on, begins), time, last)
        for on, time in told
        if on <= day and isinstance(time, Time) and (last := time.last_day(plan.rule)) is not None
    )


def _over_time(milestone: Milestone, plan: Plan, by: str, begins: date) -> list[tuple[date, Time]]:
    """(day, target from that day on), each unlike the one before."""
    first = milestone.baseline or first_value(milestone, plan, "target")
    found: list[tuple[date, Time]] = []
    if isinstance(first, Time):
        found.append((begins, first))
    for on, target in _believed(milestone, plan) if by == RECORDED else _told(milestone, plan):
        on = max(on, begins)
        while found and found[-1][0] >= on:
            found.pop()
        if not found or found[-1][1] != target:
            found.append((on, target))
    return found


def _told(milestone: Milestone, plan: Plan) -> list[tuple[date, Time]]:
    """The targets that entries tell, each with the day from which it held."""
    told = [(step.on, step.entry.edit_of("target")) for step in steps(milestone, plan, "target")]
    return [(on, edit.new) for on, edit in told if edit and isinstance(edit.new, Time)]


def _believed(milestone: Milestone, plan: Plan) -> list[tuple[date, Time]]:
    """The target that stood on each day on which one was recorded, as was known then."""
    zone = zone_of(plan)
    days = sorted({recorded_on(s.entry, zone) for s in steps(milestone, plan, "target")})
    held = [(day, _told(seen_on(milestone, day, day), plan)) for day in days]
    return [(day, told[-1][1]) for day, told in held if told]


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
    days += [one.due for course in courses for one in (*course.expected, *course.anew)]
    days += [course.until for course in courses if course.end == "met"]
    return axis_over(plan.rule, days)
