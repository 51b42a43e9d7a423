"""How the plan did as a whole: what was promised by a day, and what became of it.

Every measure is a count with its denominator: the milestones whose first baseline had ended by the
day. What has no time of its own, what recurs and what is due later are counted apart, so that all
of them add up to the rows. The measures and their sources stand in docs/measures.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from statistics import mean, median

from spaceplan.frozen import dataclass
from spaceplan.roadmap.lifecycle import Happened, begun, met, settled, settled_on
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.query import Row, topics_of
from spaceplan.roadmap.spans import months_between
from spaceplan.roadmap.states import GIVEN_UP, MET

GROUPS = ("topic", "owner", "fy", "kind")
OUTCOMES = ("met", "late", "undated", "missed", "dropped", "unfinished")
"""What becomes of a promise: met by the baseline, later, nobody knows when; given up; open."""
APART = ("untimed", "recurring", "later")
"""What is not judged: without a time of its own, recurring, its baseline not over by the day."""
# A share of fewer is no percentage.
FEWEST = 5
_DAYS_OF_MONTH = 30


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one group. ``delays`` are months after the baseline, of what was met late."""

    counts: dict[str, int]
    delays: tuple[float, ...] = field(default=())

    @property
    def judged(self) -> int:
        """How many promises were due: the denominator."""
        return sum(self.counts[name] for name in OUTCOMES)

    @property
    def total(self) -> int:
        """All that was counted, judged or apart."""
        return sum(self.counts.values())

    @property
    def share(self) -> float | None:
        """Met by the baseline, of the judged, 0 to 1; None for fewer than five."""
        return self.counts["met"] / self.judged if self.judged >= FEWEST else None

    @property
    def average(self) -> float | None:
        """Average delay in months of what was met late."""
        return round(mean(self.delays), 1) if self.delays else None

    @property
    def median(self) -> float | None:
        """Median delay in months of what was met late."""
        return round(median(self.delays), 1) if self.delays else None


def score(rows: Iterable[Row], plan: Plan, day: date) -> Score:
    """The score of rows on a day; ``plan`` is the plan as of that day."""
    counts = dict.fromkeys((*OUTCOMES, *APART), 0)
    delays: list[float] = []
    for row in rows:
        outcome = outcome_of(row.milestone, plan, day)
        counts[outcome] += 1
        if outcome == "late":
            delays.append(_delay(row.milestone, plan))
    return Score(counts, tuple(delays))


def outcome_of(milestone: Milestone, plan: Plan, day: date) -> str:
    """One of ``OUTCOMES`` or ``APART``."""
    if milestone.kind == "recurring":
        return "recurring"
    due = _due(milestone, plan)
    if due is None:
        return "untimed"
    if due >= day:
        return "later"
    if milestone.status in GIVEN_UP:
        return milestone.status
    when = begun(milestone, plan) if milestone.kind == "start" else met(milestone, plan)
    if when is None:
        return "undated" if settled(milestone) or milestone.status in MET else "unfinished"
    if when.last <= due:
        return "met"
    return "late" if when.first > due else "undated"


def _due(milestone: Milestone, plan: Plan) -> date | None:
    """The last day of the first baseline."""
    return milestone.baseline.last_day(plan.rule) if milestone.baseline else None


def _delay(milestone: Milestone, plan: Plan) -> float:
    due, when = _due(milestone, plan), settled_on(milestone, plan)
    assert due is not None and when is not None  # what was met late has both
    years, months, days = months_between(due, when.last)
    return round(years * 12 + months + days / _DAYS_OF_MONTH, 1)


def by_group(rows: Sequence[Row], plan: Plan, day: date, group: str) -> dict[str, Score]:
    """The score of each topic, lead owner, fiscal year of the baseline, or kind.

    A topic counts each commitment that stands in it, so topics may add up to more than the plan.
    """
    members: dict[str, list[Row]] = {}
    for row in rows:
        for name in _groups(row, plan, group):
            members.setdefault(name, []).append(row)
    if group == "topic":
        order = [str(topic.number) for topic in plan.topics]
    else:
        order = sorted(members) if group == "fy" else list(members)
    return {name: score(members[name], plan, day) for name in order if name in members}


def _groups(row: Row, plan: Plan, group: str) -> tuple[str, ...]:
    milestone = row.milestone
    if group == "topic":
        return tuple(str(topic) for topic in topics_of(row, plan))
    if group == "owner":
        return milestone.leads[:1] or ("",)
    if group == "kind":
        return (milestone.kind,)
    due = _due(milestone, plan)
    return (f"FY{plan.rule.year_of(due)}",) if due and milestone.kind != "recurring" else ("",)


def backlog(rows: Iterable[Row], plan: Plan, day: date) -> dict[int, int]:
    """Promises that were over and still open at each fiscal year's end up to a day.

    What was settled nobody knows when counts as settled in time.
    """
    judged = [
        (due, _settled_on(row.milestone, plan))
        for row in rows
        if row.milestone.kind != "recurring"
        and (due := _due(row.milestone, plan)) is not None
        and due < day
    ]
    if not judged:
        return {}
    first = plan.rule.year_of(min(due for due, _ in judged))
    ends = {
        year: plan.rule.last_day(year)
        for year in range(first, plan.rule.year_of(day) + 1)
        if plan.rule.last_day(year) < day
    }
    return {
        year: sum(due <= end and (until is None or until > end) for due, until in judged)
        for year, end in ends.items()
    }


def _settled_on(milestone: Milestone, plan: Plan) -> date | None:
    """The day it was settled; None where it is open, the first of all where nobody knows."""
    if not settled(milestone):
        return None
    when: Happened | None = settled_on(milestone, plan)
    return when.last if when else date.min
