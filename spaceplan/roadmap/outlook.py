"""What must have happened before what, and what that and a forecast mean for a milestone's time.

``after`` moves no date. What waits is at risk where it is expected later than its target, or where
something that it waits for is late, given up or due later than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.lifecycle import claimed, settled
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import in_force


@dataclass(frozen=True, slots=True)
class Chain:
    """The ids at one side of a milestone: those next to it, then those behind them."""

    direct: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


def awaited_by(milestone: Milestone, plan: Plan) -> Chain:
    """What must have happened before it can."""

    def next_to(name: str) -> Iterable[str]:
        return (one.id for one in plan.awaited(plan.by_id[name]))

    return _chain(milestone.id, next_to) if milestone.after else Chain()


def waiting_for(milestone: Milestone, plan: Plan) -> Chain:
    """What cannot happen before it has."""
    return _chain(milestone.id, lambda name: plan.followers.get(name, ()))


def _chain(name: str, next_to: Callable[[str], Iterable[str]]) -> Chain:
    direct = tuple(next_to(name))
    # Ids once each in the order in which they are met; a circle ends where it began.
    found = dict.fromkeys((name, *direct))
    ring: Iterable[str] = direct
    while ring:
        ring = [other for one in ring for other in next_to(one) if other not in found]
        found.update(dict.fromkeys(ring))
    return Chain(direct, tuple(found)[1 + len(direct) :])


def circle(awaited: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A circle among what waits for what, as ids each after the next, the first again at the end;
    () where there is none."""
    from graphlib import CycleError, TopologicalSorter

    try:
        TopologicalSorter(awaited).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def begun_at(path: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The same circle, told from the id at another place."""
    return (*path[at:-1], *path[: at + 1])


RISKS = ("forecast", "overdue", *GIVEN_UP, "due-later")


@dataclass(frozen=True, slots=True)
class Risk:
    """Why a milestone is at risk, one of ``RISKS``: its own ``forecast``; or ``id``, which it waits
    for, is overdue, missed, dropped or due later than its target. ``time``: what is expected, or
    the target of that other one."""

    why: str
    time: Time | None
    id: str = ""


def risks(milestone: Milestone, plan: Plan, day: date) -> tuple[Risk, ...]:
    """Why a milestone is at risk on ``day``; nothing that has ended or begun as it should is."""
    if settled(milestone) or not (milestone.forecast or milestone.after):
        return ()
    due = milestone.target.last_day(plan.rule) if milestone.target else None
    found = []
    if milestone.forecast and due:
        expected = milestone.forecast.last_day(plan.rule)
        if expected and expected > due:
            found.append(Risk("forecast", milestone.forecast))
    for other in plan.awaited(milestone):
        judged = standing(other, plan, day)
        why = judged.state if judged.is_late or other.status in GIVEN_UP else ""
        if not (why or settled(other)) and due and judged.due and judged.due > due:
            why = "due-later"
        if why:
            found.append(Risk(why, other.target, other.id))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What is done about a slip or a miss, as the newest entry tells it; ``due``: the last day of
    its time ``by``."""

    text: str
    by: Time | None
    due: date | None

    def is_late(self, day: date) -> bool:
        """Whether its time is over on ``day``."""
        return self.due is not None and self.due < day


# What is told as the remedy where there is none any more.
NO_REMEDY = ("none", "(none)", "なし")


def open_remedy(milestone: Milestone, plan: Plan) -> Remedy | None:
    """The remedy that is still to be done: the newest that was told, until the milestone is met or
    dropped, or it is told that there is none any more."""
    if claimed(milestone) or milestone.status == "dropped":
        return None
    told = [one for one in in_force(milestone, plan) if one.remedy or one.remedy_by]
    text = next((one.remedy for one in reversed(told) if one.remedy), "")
    if not told or text.casefold() in NO_REMEDY:
        return None
    by = told[-1].remedy_by
    return Remedy(text, by, by.last_day(plan.rule) if by else None)
