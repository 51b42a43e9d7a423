"""How the plan did as a whole: what was promised by a day, and what became of it.

Every measure is a count with its denominator: the milestones whose baseline, the first or the one
set anew last, had ended by the day. What has no time of its own, what recurs and what is due later
are counted apart, so that all of them add up to the rows. The measures and their sources stand in
docs/measures.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from statistics import mean, median

from spaceplan.frozen import dataclass
from spaceplan.roadmap.lifecycle import Happened, begun, claim, claimed, met, settled, settled_on
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.query import Row, topics_of
from spaceplan.roadmap.spans import months_between
from spaceplan.roadmap.state import aim_of
from spaceplan.roadmap.states import GIVEN_UP

GROUPS = ("topic", "owner", "fy", "kind")
BASELINES = ("baseline", "rebaseline")
OUTCOMES = ("met", "late", "undated", "unverified", "missed", "dropped", "unfinished")
"""What becomes of a promise: met by the baseline, later, nobody knows when, or as nobody else has
confirmed (where that is asked); given up; open."""
APART = ("untimed", "recurring", "later")
"""What is not judged: without a time of its own, recurring, its baseline not over by the day."""
# A share of fewer is no percentage.
FEWEST = 5
_DAYS_OF_MONTH = 30


@dataclass(frozen=True, slots=True)
class Measure:
    """By what a plan as of ``day`` is judged: which baseline (``BASELINES``), and whether only what
    somebody else confirmed counts as met."""

    plan: Plan
    day: date
    against: str = "baseline"
    verified: bool = False

    def due(self, milestone: Milestone) -> date | None:
        """The last day of the baseline."""
        aim = aim_of(milestone, self.against)
        return aim.last_day(self.plan.rule) if aim else None


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


def score(rows: Iterable[Row], by: Measure) -> Score:
    """The score of rows."""
    counts = dict.fromkeys((*OUTCOMES, *APART), 0)
    delays: list[float] = []
    for row in rows:
        outcome = outcome_of(row, by)
        counts[outcome] += 1
        if outcome == "late":
            delays.append(_delay(row.milestone, by))
    return Score(counts, tuple(delays))


def outcome_of(row: Row, by: Measure) -> str:
    """One of ``OUTCOMES`` or ``APART``."""
    milestone, plan = row.milestone, by.plan
    if milestone.kind == "recurring":
        return "recurring"
    due = by.due(milestone)
    if due is None:
        return "untimed"
    if due >= by.day:
        return "later"
    if milestone.status in GIVEN_UP:
        return milestone.status
    if not claimed(milestone):
        return "unfinished"
    if by.verified and claim(milestone, plan) != "verified":
        return "unverified"
    when = begun(milestone, plan) if milestone.kind == "start" else met(milestone, plan)
    if when is None:
        return "undated"
    if when.last <= due:
        return "met"
    return "late" if when.first > due else "undated"


def _delay(milestone: Milestone, by: Measure) -> float:
    due, when = by.due(milestone), settled_on(milestone, by.plan)
    assert due is not None and when is not None  # what was met late has both
    years, months, days = months_between(due, when.last)
    return round(years * 12 + months + days / _DAYS_OF_MONTH, 1)


def by_group(rows: Sequence[Row], by: Measure, group: str) -> dict[str, Score]:
    """The score of each topic, lead owner, fiscal year of the baseline, or kind.

    A topic counts each commitment that stands in it, so topics may add up to more than the plan.
    """
    members: dict[str, list[Row]] = {}
    for row in rows:
        for name in _groups(row, by, group):
            members.setdefault(name, []).append(row)
    if group == "topic":
        order = [str(topic.number) for topic in by.plan.topics]
    else:
        order = sorted(members) if group == "fy" else list(members)
    return {name: score(members[name], by) for name in order if name in members}


def _groups(row: Row, by: Measure, group: str) -> tuple[str, ...]:
    milestone, plan = row.milestone, by.plan
    if group == "topic":
        return tuple(str(topic) for topic in topics_of(row, plan))
    if group == "owner":
        return milestone.leads[:1] or ("",)
    if group == "kind":
        return (milestone.kind,)
    due = by.due(milestone)
    return (f"FY{plan.rule.year_of(due)}",) if due and milestone.kind != "recurring" else ("",)


def backlog(rows: Iterable[Row], by: Measure) -> dict[int, int]:
    """Promises that were over and still open at each fiscal year's end up to a day.

    What was settled nobody knows when counts as settled in time.
    """
    plan, day = by.plan, by.day
    judged = [
        (due, _settled_on(row.milestone, plan))
        for row in rows
        if row.milestone.kind != "recurring"
        and (due := by.due(row.milestone)) is not None
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
