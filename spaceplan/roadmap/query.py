"""Questions to a plan: which milestones, in what order, and how each stands.

Pure functions of a plan and a day. A flat answer has one row for each original.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from itertools import repeat

from spaceplan.frozen import Later, dataclass, set_fields
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.flags import FLAGS, NOT
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.references import by_number
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.state import Standing, due_day, standing, targeted_in
from spaceplan.roadmap.states import CLOSED, STATES, STATUSES
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import first_value, in_force, steps, zone_of

DOCUMENT = "document"
SORTS = (DOCUMENT, "id", "due", "late", "slip", "owner", "status", "state", "title")
ROLES = ("any", "lead", "with-partners")


@dataclass(frozen=True, slots=True)
class Row(Later):
    """A milestone, how it stands on a day, the ids that repeat it, and those ``by`` which it was
    superseded."""

    milestone: Milestone
    standing: Standing
    also: tuple[str, ...] = ()
    day: date = date.max
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep; an empty field keeps all. Values are checked and canonical.

    ``having`` are values by a milestone's field (``fields.FILTERS``). One of ``ids`` is an id, or
    the beginning of some with a ``*`` behind; of ``flags`` any one serves. One of
    ``where`` is ``x-key=text``: of those with one key any serves.
    """

    topics: tuple[TopicName, ...] = ()
    charts: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    role: str = "any"
    states: tuple[str, ...] = ()
    having: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    periods: tuple[Time, ...] = ()
    reasons: tuple[str, ...] = ()
    search: str = ""
    ids: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """How to sort; ``sort`` "" is the command's own order. ``limit`` None is all.

    ``lang`` is the language whose titles are sorted.
    """

    sort: str = ""
    reverse: bool = False
    limit: int | None = None
    lang: str = "ja"


def rows(plan: Plan, day: date, wanted: Filter, against: str = "target") -> list[Row]:
    """Every original that passes, in document order, judged when that is asked for."""
    everything = wanted == Filter()

    def judge(row: Row, _: str) -> None:
        set_fields(row, standing=standing(row.milestone, plan, day, against))

    repeats = plan.repeats
    passing = [
        one
        for one in plan.milestones
        if everything or _passes(plan, one, repeats.get(one.id, ()), wanted)
    ]
    also = [tuple([other.id for other in repeats.get(one.id, ())]) for one in passing]
    by = [plan.successors.get(one.id, ()) for one in passing]
    found = Row.later(judge, len(passing), milestone=passing, also=also, day=repeat(day), by=by)
    if wanted.states:
        found = [row for row in found if row.standing.state in wanted.states]
    if wanted.flags:
        found = [row for row in found if any(_flagged(row, flag, plan) for flag in wanted.flags)]
    return found


def _flagged(row: Row, flag: str, plan: Plan) -> bool:
    """Whether a flag is up; one that begins with ``no-`` where it is not."""
    name = flag.removeprefix(NOT)
    return FLAGS[name](row, plan) != (name != flag)


def topics_of(row: Row, plan: Plan) -> tuple[TopicName, ...]:
    """The topics in which a milestone stands: its own, then those of its repeats."""
    return tuple(
        dict.fromkeys((row.milestone.topic, *(plan.by_id[name].topic for name in row.also)))
    )


def _passes(
    plan: Plan, milestone: Milestone, repeats: tuple[Milestone, ...], wanted: Filter
) -> bool:
    places = (milestone, *repeats)
    if wanted.ids and not any(_is_named(place.id, wanted.ids) for place in places):
        return False
    if wanted.topics and not any(place.topic in wanted.topics for place in places):
        return False
    if wanted.charts and not any(
        chart in wanted.charts for place in places for chart in place.charts
    ):
        return False
    if wanted.owners:
        held = milestone.leads[:1] if wanted.role == "lead" else milestone.leads
        if wanted.role == "with-partners":
            held += milestone.partners
        if not any(owner in wanted.owners for owner in held):
            return False
    if not all(_has(getattr(milestone, name), kept) for name, kept in wanted.having.items()):
        return False
    if wanted.reasons and not any(
        change.reason in wanted.reasons for change in in_force(milestone, plan)
    ):
        return False
    if wanted.periods and not any(
        due_day(milestone, plan.rule, *days_of(period, plan.rule)) for period in wanted.periods
    ):
        return False
    if wanted.where and not _has_own(places, wanted.where):
        return False
    return not wanted.search or matches(plan, milestone, repeats, wanted.search)


def _is_named(name: str, wanted: tuple[str, ...]) -> bool:
    folded = name.casefold()
    return any(
        folded.startswith(one[:-1].casefold()) if one.endswith("*") else folded == one.casefold()
        for one in wanted
    )


def _has(value: object, kept: tuple[str, ...]) -> bool:
    if isinstance(value, tuple):
        return any(one in kept for one in value)
    return value in kept


def _has_own(places: Iterable[Milestone], wanted: tuple[str, ...]) -> bool:
    """Whether, for every key that is asked for, one of its texts stands there, whole."""
    from spaceplan.roadmap.own import own_text, own_texts

    asked: dict[str, set[str]] = {}
    for one in wanted:
        key, _, text = one.partition("=")
        asked.setdefault(key, set()).add(fold_search(text).strip())
    return all(
        any(
            fold_search(text).strip() in texts
            for place in places
            if key in place.own
            for text in (own_text(place.own[key]), *own_texts(place.own[key]))
        )
        for key, texts in asked.items()
    )


def fold_search(text: str) -> str:
    """Width- and case-insensitive form of a text, for searching."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKC", text).casefold()


def matches(plan: Plan, milestone: Milestone, repeats: Iterable[Milestone], search: str) -> bool:
    """Whether every word of ``search`` stands in what a milestone says of itself."""
    said = [milestone.id, milestone.title.ja, milestone.title.en]
    said.extend(repeat.id for repeat in repeats)
    if milestone.remark:
        said += [milestone.remark.ja, milestone.remark.en]
    if milestone.horizon:
        said += [str(milestone.horizon), milestone.horizon.format("ja")]
    said.extend(milestone.tags)
    for place in (milestone, *repeats):
        if place.own:
            from spaceplan.roadmap.own import own_text

            said.extend(map(own_text, place.own.values()))
    said.extend(change.note for change in in_force(milestone, plan))
    heap = fold_search("\n".join(said))
    return all(word in heap for word in fold_search(search).split())


def ordered(found: list[Row], order: Order, default: str = DOCUMENT) -> list[Row]:
    """Sorted, reversed and cut as asked; rows that lack the sort value come last."""
    sort = order.sort or default
    if sort != DOCUMENT:
        key = _by_title(order.lang) if sort == "title" else _KEYS[sort]
        have = [row for row in found if key(row) is not None]
        lack = [row for row in found if key(row) is None]
        found = sorted(have, key=key, reverse=order.reverse) + lack  # type: ignore[arg-type]
    elif order.reverse:
        found = found[::-1]
    return found if order.limit is None else found[: order.limit]


def _due(row: Row) -> object:
    return (row.standing.due, by_number(row.milestone.id)) if row.standing.due else None


def _late(row: Row) -> object:
    """Worst first: longest overdue by the day it is late from, then the document's order."""
    late = row.standing.late
    return (late[0] - late[1], by_number(row.milestone.id)) if late else None


def _slip(row: Row) -> object:
    slip = row.standing.slip
    if slip is None:
        return None
    days = (slip.latest - slip.earlier).days * (1 if slip.later else -1)
    return (-days, by_number(row.milestone.id))


_KEYS: dict[str, Callable[[Row], object]] = {
    "id": lambda row: by_number(row.milestone.id),
    "due": _due,
    "late": _late,
    "slip": _slip,
    "owner": lambda row: (row.milestone.owner, by_number(row.milestone.id)),
    "status": lambda row: (STATUSES.index(row.milestone.status), by_number(row.milestone.id)),
    "state": lambda row: (STATES.index(row.standing.state), by_number(row.milestone.id)),
}


def _by_title(lang: str) -> Callable[[Row], object]:
    return lambda row: (fold_search(row.milestone.title.say(lang)), by_number(row.milestone.id))


def overdue(found: Iterable[Row]) -> list[Row]:
    """The late ones, worst first."""
    return ordered([row for row in found if row.standing.is_late], Order(), "late")


def worst_first(found: Iterable[Row]) -> list[Row]:
    """By how many days each is late, or its target is later than the first one: the larger."""

    def days_amiss(row: Row) -> int:
        late, slip = row.standing.late, row.standing.slip
        days = [(late[1] - late[0]).days] if late else []
        if slip and slip.later:
            days.append((slip.latest - slip.earlier).days)
        return max(days, default=0)

    return sorted(found, key=days_amiss, reverse=True)


@dataclass(frozen=True, slots=True)
class Due:
    """A row and the day in the period on which it is due; None for an ongoing one."""

    day: date | None
    row: Row


@dataclass(frozen=True, slots=True)
class Moved:
    """A row that was once targeted in the period and no longer is, with that target."""

    row: Row
    old: Time


Period = tuple[date, date]


def days_of(time: Time, rule: FiscalRule) -> Period:
    """The first and the last day of a time that has an end."""
    return time.first_day(rule), time.last_day(rule) or date.max


def due_within(
    plan: Plan,
    found: Iterable[Row],
    periods: Iterable[Period],
    *,
    ongoing: bool = False,
    only_open: bool = False,
) -> list[Due]:
    """What falls due in any of the periods, whatever its state, earliest first.

    A recurring one is listed once, on its first day in the periods.
    """
    spans = tuple(periods)
    listed: list[Due] = []
    # Many milestones have one target: by the object, for comparing times takes longer.
    known: dict[tuple[int, bool], date | None] = {}
    for row in found:
        if only_open and row.standing.state in CLOSED:
            continue
        if row.milestone.kind == "ongoing":
            if ongoing:
                listed.append(Due(None, row))
            continue
        same = (id(row.milestone.target), row.milestone.kind == "recurring")
        if same not in known:
            days = [day for span in spans if (day := due_day(row.milestone, plan.rule, *span))]
            known[same] = min(days, default=None)
        if (first := known[same]) is not None:
            listed.append(Due(first, row))
    return sorted(listed, key=lambda due: (due.day or date.max, by_number(due.row.milestone.id)))


def moved_out(plan: Plan, found: Iterable[Row], periods: Iterable[Period]) -> list[Moved]:
    """What was targeted in the periods at first or for a while, and is now targeted elsewhere.

    A move that was taken back is none.
    """
    spans = tuple(periods)
    moved: list[Moved] = []
    for row in found:
        milestone = row.milestone
        if not milestone.history and milestone.baseline in (None, milestone.target):
            continue
        if any(due_day(milestone, plan.rule, *span) for span in spans):
            continue
        held = (first_value(milestone, plan, "target"), *_targets(milestone, plan))
        for old in (milestone.baseline, *(one for one in held[:-1] if isinstance(one, Time))):
            if any(targeted_in(old, milestone.kind, plan.rule, *span) for span in spans):
                if old is not None:
                    moved.append(Moved(row, old))
                break
    return moved


def _targets(milestone: Milestone, plan: Plan) -> list[object]:
    return [step.value for step in steps(milestone, plan, "target")]


def neighbours(
    plan: Plan, found: Iterable[Row], periods: Iterable[Period]
) -> tuple[list[Row], list[Row]]:
    """The rows with the last due day before the periods and the first one after them."""
    spans = tuple(periods)
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    dated = [
        (day, row)
        for row in found
        if row.milestone.target and (day := row.milestone.target.last_day(plan.rule))
    ]
    before = max((day for day, _ in dated if day < first), default=None)
    after = min((day for day, _ in dated if day > last), default=None)
    return (
        [row for day, row in dated if day == before],
        [row for day, row in dated if day == after],
    )


def coming(found: Iterable[Row], day: date) -> tuple[date | None, list[Row]]:
    """The next due day of what is still open, on ``day`` or after it, and the rows due then."""
    open_rows = [row for row in found if row.standing.state not in CLOSED]
    days = (row.standing.due for row in open_rows)
    following = min((due for due in days if due and due >= day), default=None)
    return following, [row for row in open_rows if following and row.standing.due == following]


def last_recorded(plan: Plan) -> date | None:
    """The day of the newest history entry, in the plan's zone; None where nothing was recorded."""
    newest = plan.newest_recorded
    return newest.astimezone(zone_of(plan)).date() if newest else None
