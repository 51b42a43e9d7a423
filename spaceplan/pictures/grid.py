"""What a grid shows: topics and milestones as rows, fiscal years as columns. Plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spaceplan.answers.signs import Signs, signs_of
from spaceplan.frozen import dataclass
from spaceplan.pictures.axis import Axis, Days, axis_over
from spaceplan.roadmap.flags import flags_of
from spaceplan.roadmap.lifecycle import ended, needed, occurrences, years_of
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.registry import Topic, TopicName
from spaceplan.roadmap.states import ENDED, GIVEN_UP, STATES
from spaceplan.roadmap.times import Time

MET, UNMET, PENDING, AHEAD = "met", "unmet", "pending", "ahead"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """One year of a recurring milestone, in the fiscal year in which it ends.

    It is met, unmet, pending (this year) or ahead.
    """

    year: int
    mark: str


@dataclass(frozen=True, slots=True)
class Track:
    """One milestone's row: what stands where. A None or empty field has nothing to show.

    ``baseline`` is None where the target is still the first one, ``anew`` where the baseline was
    never set anew. ``actual``: when it was met,
    or for a start when it began. ``closed``: when it was given up (missed, dropped). ``late``:
    from the day after the due day to the day it was met or missed, or to the day of the picture.
    """

    row: Row
    flags: tuple[str, ...]
    target: Days | None
    baseline: Days | None
    anew: Days | None
    horizon: Days | None
    actual: Days | None
    closed: Days | None
    late: Days | None
    ticks: tuple[Tick, ...]

    @property
    def milestone(self) -> Milestone:
        """The milestone itself."""
        return self.row.milestone

    @property
    def spans(self) -> tuple[Days, ...]:
        """Everything in the row that stands in some fiscal year, but for the ticks."""
        all_spans = (
            self.target,
            self.baseline,
            self.anew,
            self.horizon,
            self.actual,
            self.closed,
            self.late,
        )
        return tuple(span for span in all_spans if span is not None)


@dataclass(frozen=True, slots=True)
class Group:
    """A topic with those of its milestones that are shown."""

    topic: Topic
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole picture on ``day``.

    Not shown are ``untimed`` milestones that have no time of their own, ``outside`` ones whose
    time lies in other years, and ``cut`` ones for lack of room.
    ``selected``: what filters select, in words. ``signs``: those of what is shown.
    """

    day: date
    axis: Axis
    groups: tuple[Group, ...]
    signs: Signs
    untimed: int = 0
    outside: int = 0
    cut: int = 0
    selected: str = ""

    @property
    def tracks(self) -> tuple[Track, ...]:
        """All rows, in order."""
        return tuple(track for group in self.groups for track in group.tracks)

    @property
    def states(self) -> dict[str, int]:
        """How many rows are in each state, in the order of a legend."""
        counts = Counter(track.row.standing.state for track in self.tracks)
        return {state: counts[state] for state in STATES if counts[state]}


def grid(
    plan: Plan,
    day: date,
    found: Iterable[Row],
    *,
    first: int | None = None,
    last: int | None = None,
    ongoing: bool = False,
    limit: int | None = None,
) -> Grid:
    """The grid of ``found`` on ``day``, in document order.

    ``first`` and ``last`` are the fiscal years wanted; without them the years are those that the
    rows need. ``ongoing`` also shows what has no time of its own. At most ``limit`` rows are
    kept, those that need attention first.
    """
    rows = list(found)
    timed = [row for row in rows if ongoing or row.milestone.kind != "ongoing"]
    tracks = [_track(row, plan, day) for row in timed]
    axis = _axis(plan, day, tracks, first, last)
    inside = [_ticked(track, axis, plan, day) for track in tracks]
    inside = [track for track in inside if _in_sight(track, axis)]
    kept = _most_urgent(inside, limit)
    return Grid(
        day,
        axis,
        _groups(plan, kept),
        signs_of((track.row for track in kept), plan),
        untimed=len(rows) - len(timed),
        outside=len(tracks) - len(inside),
        cut=len(inside) - len(kept),
    )


def _days(time: Time | None, plan: Plan) -> Days | None:
    if time is None or time.open:
        return None
    first = time.first_day(plan.rule)
    return Days(first, time.last_day(plan.rule) or first)


def _track(row: Row, plan: Plan, day: date) -> Track:
    """A row without its ticks, which depend on the axis."""
    milestone, standing = row.milestone, row.standing
    late = None
    if standing.late is not None and milestone.kind != "recurring":
        due, until = standing.late
        late = Days(due + ONE_DAY, until)
    moved = milestone.baseline != milestone.target
    recurring = milestone.kind == "recurring"
    closed = None
    if milestone.status in GIVEN_UP:
        end = ended(milestone, plan)
        closed = Days(end.first, end.last) if end is not None else None
        is_miss = milestone.status == "missed" and not recurring
        if is_miss and end is not None and standing.due is not None and standing.due < end.last:
            late = Days(standing.due + ONE_DAY, end.last)
    return Track(
        row,
        flags_of(row, plan),
        target=None if recurring else _days(milestone.target, plan),
        baseline=_days(milestone.baseline, plan) if moved and not recurring else None,
        anew=None if recurring else _days(milestone.rebaseline, plan),
        horizon=_days(milestone.horizon, plan),
        actual=None if recurring else _days(standing.actual, plan),
        closed=closed,
        late=late,
        ticks=(),
    )


def _axis(
    plan: Plan, day: date, tracks: Sequence[Track], first: int | None, last: int | None
) -> Axis:
    rule = plan.rule
    days = [end for track in tracks for span in track.spans for end in (span.first, span.last)]
    for track in tracks:
        if track.milestone.kind == "recurring" and track.milestone.target:
            days.append(track.milestone.target.first_day(rule))
    wanted = axis_over(rule, [*days, day])
    start = wanted.first if first is None else first
    end = wanted.last if last is None else last
    if first is None:
        start = min(start, end)
    return Axis(rule, start, max(start, end))


def _ticked(track: Track, axis: Axis, plan: Plan, day: date) -> Track:
    milestone = track.milestone
    if milestone.kind != "recurring" or milestone.target is None:
        return track
    return replace(track, ticks=_ticks(track, axis, plan, day))


def _ticks(track: Track, axis: Axis, plan: Plan, day: date) -> tuple[Tick, ...]:
    """A year is met by as many occurrences as the text asks; after an end there are none."""
    milestone, rule = track.milestone, plan.rule
    if milestone.target is None:
        return ()
    years = years_of(milestone.target, rule)
    begins, ends = milestone.target.fiscal_years(years)
    final = years.year_of(rule.last_day(axis.last))
    if ends is not None:
        final = min(final, ends)
    end = ended(milestone, plan)
    if end is not None:
        final = min(final, years.year_of(end.last))
    happened, asked = occurrences(milestone, plan, years), needed(milestone)
    now = years.year_of(day)
    ticks = []
    for year in range(begins, final + 1):
        column = rule.year_of(years.last_day(year))
        if column < axis.first:
            continue
        if happened[year] >= asked:
            mark = MET
        elif year in track.row.standing.unmet:
            mark = UNMET
        elif milestone.status in ENDED:
            continue
        else:
            mark = PENDING if year == now else AHEAD
        ticks.append(Tick(column, mark))
    return tuple(ticks)


def _in_sight(track: Track, axis: Axis) -> bool:
    if track.milestone.kind == "ongoing":
        return True
    return bool(track.ticks) or any(axis.holds(span) for span in track.spans)


def _most_urgent(tracks: list[Track], limit: int | None) -> list[Track]:
    if limit is None or len(tracks) <= limit:
        return tracks
    order = {state: number for number, state in enumerate(STATES)}

    def urgency(number: int) -> tuple[int, date]:
        standing = tracks[number].row.standing
        return order[standing.state], standing.due or date.max

    chosen = sorted(sorted(range(len(tracks)), key=urgency)[:limit])
    return [tracks[number] for number in chosen]


def _groups(plan: Plan, tracks: Sequence[Track]) -> tuple[Group, ...]:
    by_topic: dict[TopicName, list[Track]] = {}
    for track in tracks:
        by_topic.setdefault(track.milestone.topic, []).append(track)
    return tuple(
        Group(topic, tuple(by_topic[topic.number]))
        for topic in plan.topics
        if topic.number in by_topic
    )
