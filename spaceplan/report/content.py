"""What a report contains, as plain data: a pure function of a plan, a period and what was known.

The report's date is the period's last day and it tells the plan as it was known then, so that the
report of an old week can be made again and is the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from spaceplan.answers.data import FACTS, repeat_data, topic_data, words_data
from spaceplan.answers.outlook import remedies_of
from spaceplan.answers.score import Scored, scored
from spaceplan.frozen import dataclass
from spaceplan.report.period import Period
from spaceplan.report.told import is_among, postponed
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.fields import BY_NAME
from spaceplan.roadmap.flags import FLAGS, last_word
from spaceplan.roadmap.lifecycle import Told, ended, why_ended
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.outlook import Remedy
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import (
    Filter,
    Row,
    due_within,
    ordered,
    overdue,
    rows,
    topics_of,
    worst_first,
)
from spaceplan.roadmap.query import Order as RowOrder
from spaceplan.roadmap.references import by_number
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.score import Measure
from spaceplan.roadmap.spans import ONE_DAY, add_months
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import recorded_on, zone_of

MOST_SLIPPED = 10
# The flags of which a report has a section each.
FLAGGED = ("at-risk", "unexplained", "stale")
FOUR_WEEKS = timedelta(days=28)
_EMPTY: tuple[object, ...] = (None, "", [], {}, False)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many milestones there are, and how many in which condition.

    ``given_up``: by status how many ended without having been met. ``later``: how many have a
    target later than the first one; ``moved``: another one than it.
    """

    total: int
    overdue: int
    due_soon: int
    met: int
    moved: int
    later: int
    given_up: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Happened:
    """One recorded change in the period: the milestone as it then stood, and the entry."""

    milestone: Milestone
    change: Change

    def edit(self, name: str) -> Edit | None:
        """The change of one field, where it really changed."""
        edit = self.change.edit_of(name)
        return edit if edit is not None and edit.old != edit.new else None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A milestone that was missed or dropped, when (None: not recorded), and why."""

    row: Row
    since: Time | None
    why: Told


@dataclass(frozen=True, slots=True)
class Group:
    """A topic's or an owner's line: how many milestones in which condition."""

    key: TopicName
    counts: Counts


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report tells; empty parts are left out when it is written.

    ``plan`` is the plan at the period's end as ``known``. ``later`` are what is due next: within
    four weeks, within a quarter, in the rest of the fiscal year, each without the ones before.
    ``late`` was recorded before the period and told by no report. ``before_rows``: how each
    milestone stood at the end of the period before. ``wanted``: what was selected. ``by_year``,
    ``by_topic``: what became of what was promised by the first baselines. ``flagged``: what has
    a flag, worst first, by the flag.
    """

    plan: Plan
    period: Period
    known: date
    wanted: Filter
    digest: str
    now: Counts
    before: Counts
    statuses: tuple[Happened, ...]
    moves: tuple[Happened, ...]
    added: tuple[Happened, ...]
    dropped: tuple[Happened, ...]
    others: tuple[Happened, ...]
    late: tuple[Happened, ...]
    newly_overdue: tuple[Row, ...]
    overdue: tuple[Row, ...]
    given_up: tuple[GivenUp, ...]
    due_soon: tuple[Row, ...]
    due_quarter: tuple[Row, ...]
    due_year: tuple[Row, ...]
    slipped: tuple[Row, ...]
    remedies: tuple[tuple[Row, Remedy], ...]
    flagged: Mapping[str, tuple[Row, ...]]
    topics: tuple[Group, ...]
    owners: tuple[Group, ...]
    by_year: Scored
    by_topic: Scored
    every: tuple[Row, ...]
    before_rows: Mapping[str, Row]


def make_report(
    plan: Plan,
    period: Period,
    known: date,
    wanted: Filter,
    late: frozenset[str] = frozenset(),
) -> Report:
    """The report of a period on a whole plan. ``known``: the last day of recording that counts.

    ``late`` names changes that were recorded before the period and that no report has told.
    """
    at_end = plan_at(plan, period.last, known)
    # What came in late was not known when the period before was told of.
    at_start = plan_at(postponed(plan, late), period.before, min(period.before, known))
    now = rows(at_end, period.last, wanted)
    before = rows(at_start, period.before, wanted)
    late_before = {row.milestone.id for row in before if row.standing.is_late}
    over = overdue(now)
    ids = {row.milestone.id for row in now}
    zone, told_until = zone_of(plan), min(period.last, known)

    def in_period(change: Change) -> bool:
        return period.first <= recorded_on(change, zone) <= told_until

    soon = _due(at_end, now, period.last, period.last + FOUR_WEEKS)
    quarter_end = add_months(period.last + ONE_DAY, 3) - ONE_DAY
    quarter = _due(at_end, now, period.last + FOUR_WEEKS, quarter_end)
    year_end = at_end.rule.last_day(at_end.rule.year_of(period.last))
    rest = _due(at_end, now, max(quarter_end, period.last + FOUR_WEEKS), year_end)
    measure = Measure(at_end, period.last)
    later = [row for row in now if row.standing.slip and row.standing.slip.later]
    return Report(
        plan=at_end,
        period=period,
        known=known,
        wanted=wanted,
        digest=data_digest(
            at_end, now if wanted == Filter() else rows(at_end, period.last, Filter())
        ),
        now=_counts(now),
        before=_counts(before),
        late=_happened(plan, at_end, ids, lambda change: is_among(change, late)),
        newly_overdue=tuple(row for row in over if row.milestone.id not in late_before),
        overdue=tuple(over),
        given_up=_given_up(at_end, now),
        due_soon=soon,
        due_quarter=quarter,
        due_year=rest,
        slipped=tuple(ordered(later, RowOrder(sort="slip"))[:MOST_SLIPPED]),
        remedies=tuple(remedies_of(now, at_end)),
        flagged={flag: _flagged(flag, at_end, now) for flag in FLAGGED},
        topics=_grouped(now, lambda row: set(topics_of(row, at_end))),
        owners=_grouped(now, lambda row: set(row.milestone.leads)),
        by_year=scored(now, measure, "fy"),
        by_topic=scored(now, measure, "topic"),
        every=tuple(now),
        before_rows={row.milestone.id: row for row in before},
        **_sorted_out(_happened(plan, at_end, ids, in_period)),
    )


def _happened(
    plan: Plan, at_end: Plan, ids: set[str], told: Callable[[Change], bool]
) -> tuple[Happened, ...]:
    """The changes of these milestones that are ``told``, in the order of recording."""
    found = [
        Happened(at_end.by_id[milestone.id], change)
        for milestone in plan.milestones
        if milestone.id in ids
        for change in milestone.history
        if told(change)
    ]
    return tuple(sorted(found, key=lambda one: one.change.recorded))


def _given_up(plan: Plan, found: list[Row]) -> tuple[GivenUp, ...]:
    """What was missed or dropped by now, the latest first."""
    given_up = []
    for row in found:
        if row.milestone.status in GIVEN_UP:
            end = ended(row.milestone, plan)
            given_up.append(
                (end, GivenUp(row, end.when if end else None, why_ended(row.milestone, plan)))
            )
    given_up.sort(key=lambda pair: pair[0].last if pair[0] else date.min, reverse=True)
    return tuple(one for _, one in given_up)


def _sorted_out(happened: Iterable[Happened]) -> dict[str, tuple[Happened, ...]]:
    """Each entry in the first group that fits; one with a new status and a new target in both."""
    groups: dict[str, list[Happened]] = {
        name: [] for name in ("statuses", "moves", "added", "dropped", "others")
    }
    for one in happened:
        status, target = one.edit("status"), one.edit("target")
        if one.change.added:
            groups["added"].append(one)
            continue
        if status is not None and status.new == "dropped":
            groups["dropped"].append(one)
        elif status is not None or one.change.occurred or one.change.corrects:
            groups["statuses"].append(one)
        if target is not None:
            groups["moves"].append(one)
        elif status is None and not one.change.occurred and not one.change.corrects:
            groups["others"].append(one)
    return {name: tuple(found) for name, found in groups.items()}


def _due(plan: Plan, found: list[Row], after: date, last: date) -> tuple[Row, ...]:
    """What is still open and due after one day up to another, with the due day in that time.

    For a recurring one that is this year's, also where earlier years went unmet.
    """
    if last <= after:
        return ()
    span = (after + timedelta(days=1), last)
    return tuple(
        replace(due.row, standing=replace(due.row.standing, due=due.day))
        for due in due_within(plan, found, [span], only_open=True)
    )


def _counts(found: list[Row]) -> Counts:
    states = [row.standing.state for row in found]
    return Counts(
        len(found),
        states.count("overdue"),
        states.count("due-soon"),
        sum(state.startswith(("done-", "begun-")) for state in states),
        sum(row.standing.slip is not None for row in found),
        sum(row.standing.slip is not None and row.standing.slip.later for row in found),
        {name: states.count(name) for name in GIVEN_UP},
    )


def _flagged(flag: str, plan: Plan, found: list[Row]) -> tuple[Row, ...]:
    """Those with a flag up, worst first: what is late longest or slipped most, then what has been
    silent longest."""
    up = [row for row in found if FLAGS[flag](row, plan)]
    return tuple(worst_first(sorted(up, key=lambda row: last_word(row, plan))))


def _grouped(found: list[Row], keys_of: Callable[[Row], set[Any]]) -> tuple[Group, ...]:
    groups: dict[Any, list[Row]] = {}
    for row in found:
        for key in keys_of(row):
            groups.setdefault(key, []).append(row)
    return tuple(
        Group(key, _counts(inside))
        for key, inside in sorted(groups.items(), key=lambda pair: by_number(str(pair[0])))
    )


def data_digest(plan: Plan, every: list[Row]) -> str:
    """Twelve hexadecimal digits of SHA-256 over a plan's data.

    The whole plan's, whatever was filtered (``every`` has a row for each of its originals), and
    the same on any day: neither the file's comments and form nor what follows from a date. What is
    empty is left out, so that a field that a later spaceplan knows changes nothing by itself.
    """
    said = [(key, tell) for key, tell in FACTS if _is_said(key)]
    data = [
        [words_data(plan.title), plan.revision, plan.decided.isoformat()],
        [plan.time_zone, plan.rule.starts, plan.rule.named_by, plan.due_soon],
        [
            [o.code, words_data(o.name), list(o.aliases), words_data(o.short)]
            for o in plan.owners.values()
        ],
        [[code, words_data(name)] for code, name in plan.reasons.items()],
        [topic_data(topic) for topic in plan.topics],
        [{key: tell(row, plan) for key, tell in said} for row in every],
        [repeat_data(entry) for entry in plan.entries if entry.same_as],
    ]
    text = json.dumps(_filled(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _is_said(key: str) -> bool:
    """Whether a key of a milestone's JSON is data of the plan's; all else follows from them."""
    return key in BY_NAME or key.endswith("_others") or key == "x"


def _filled(data: Any) -> Any:
    """Data without what is empty."""
    if isinstance(data, dict):
        filled = {key: _filled(value) for key, value in data.items()}
        return {key: value for key, value in filled.items() if value not in _EMPTY}
    return [_filled(value) for value in data] if isinstance(data, list) else data


def target_of(value: object) -> Time | None:
    """A history entry's target, typed."""
    return value if isinstance(value, Time) else None
