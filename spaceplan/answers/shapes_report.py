"""The JSON of pictures and reports, as types (see ``shapes``)."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from spaceplan.answers.shapes import (
    Day,
    Days,
    Entry,
    Head,
    Kind,
    Milestone,
    ScoreFacts,
    Selection,
    State,
    When,
    Words,
)
from spaceplan.roadmap.registry import TopicName


class _Picture(Head):
    selection: Selection


class Track(TypedDict):
    """A milestone in a grid."""

    id: str
    kind: Kind
    state: State
    flags: list[Annotated[str, "flag"]]
    target: Days | None
    baseline: Days | None
    rebaseline: Days | None
    horizon: Days | None
    actual: Days | None
    closed: Days | None
    late: Days | None
    years: dict[str, str]


class GridTopic(TypedDict):
    """A topic's lines in a grid."""

    topic: TopicName
    milestones: list[Track]


class NotInGrid(TypedDict):
    """What a grid leaves out."""

    ongoing: int
    other_years: int


class GridData(TypedDict):
    """What a grid draws."""

    years: list[int]
    not_shown: NotInGrid
    topics: list[GridTopic]


class Grid(_Picture, GridData):
    """``grid``."""

    command: Literal["grid"]


class Forecast(TypedDict):
    """A target, since when it held, and its day."""

    on: Day
    target: When
    due: Day


class Course(TypedDict):
    """A milestone in a trend."""

    id: str
    state: State
    targets: list[Forecast]
    forecasts: list[Forecast]
    rebaselines: list[Forecast]
    until: Day
    end: str | None
    moved_by_hand: bool


class NotInTrend(TypedDict):
    """What a trend leaves out."""

    never_moved: int
    cut: int


class TrendData(TypedDict):
    """What a trend draws."""

    by: Annotated[str, "trend-by"]
    not_shown: NotInTrend
    milestones: list[Course]


class Trend(_Picture, TrendData):
    """``trend``."""

    command: Literal["trend"]


class NotCounted(TypedDict):
    """What a burndown does not count."""

    untimed: int
    recurring: int
    recurring_overdue: int
    before_decided: int


class Level(TypedDict):
    """What is open at the end of a day."""

    on: Day
    fiscal_year: int | None
    planned: int | None
    actual: int | None
    forecast: int | None


class BurndownData(TypedDict):
    """What a burndown draws."""

    total: int
    open: int
    overdue: int
    met: int
    missed: int
    dropped: int
    ended_undated: int
    not_counted: NotCounted
    levels: list[Level]


class Burndown(_Picture, BurndownData):
    """``burndown``."""

    command: Literal["burndown"]


class ReportPlan(TypedDict):
    """The plan that a report tells of."""

    title: Words
    revision: str
    decided: Day
    digest: str


Period = TypedDict("Period", {"name": str, "from": Day, "to": Day})


class ReportCounts(TypedDict):
    """How many are in which condition; each way of being given up has its own."""

    total: int
    overdue: int
    due_soon: int
    met: int
    moved: int
    slipped: int


class ReportTopic(ReportCounts):
    """A topic's counts."""

    topic: TopicName


class ReportOwner(ReportCounts):
    """An owner's counts."""

    owner: str


class ReportEntry(Entry):
    """A history entry with its milestone."""

    id: str


class Changes(TypedDict):
    """What was recorded in the period."""

    statuses: list[ReportEntry]
    targets: list[ReportEntry]
    added: list[ReportEntry]
    dropped: list[ReportEntry]
    other: list[ReportEntry]
    came_in_late: list[ReportEntry]


class GivenUp(TypedDict):
    """One that was missed or dropped."""

    id: str
    state: State
    since: When | None


class Report(TypedDict):
    """``report``."""

    spaceplan: Literal[1]
    command: Literal["report"]
    plan: ReportPlan
    period: Period
    as_of: Day
    known: Day
    last_recorded: Day | None
    selection: Selection
    headline: str
    counts: ReportCounts
    counts_before: ReportCounts
    changes: Changes
    newly_overdue: list[str]
    overdue: list[str]
    missed_and_dropped: list[GivenUp]
    due_4_weeks: list[str]
    due_quarter: list[str]
    due_fiscal_year: list[str]
    most_slipped: list[str]
    at_risk: list[str]
    unexplained: list[str]
    stale: list[str]
    topics: list[ReportTopic]
    owners: list[ReportOwner]
    score: ScoreFacts
    warnings: list[str]
    milestones: list[Milestone]
