"""Where what is told goes in the order of a field: at its end, into its past, or onto a date.

What is dated after all that is known of a field changes the present. What is dated before some of
it is a step of the past: the present stays. The same value with another date corrects the date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from spaceplan.errors import Phrase, phrase
from spaceplan.frozen import dataclass
from spaceplan.record.planned import Refused, Stays, empty_as_none
from spaceplan.roadmap.by_hand import is_by_hand, is_told, told_last
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import Step, first_value, holds, steps

# What a field of a milestone was before it was changed by hand; None where nobody can tell.
Before = Callable[[Milestone, str], object | None]


def nobody_can_tell(milestone: Milestone, field: str) -> object | None:
    """``Before`` where there is nothing to ask."""
    return None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a milestone: as of ``when``, recorded at ``recorded``.

    ``on``: the date was given. ``past``: a step of the past may be told where the present could be
    meant. ``old``: what the status was before it was changed by hand, else ``before`` is asked.
    """

    plan: Plan
    milestone: Milestone
    when: Time
    recorded: datetime
    on: bool
    past: bool = False
    old: str = ""
    before: Before = nobody_can_tell

    def entry(self, **facts: object) -> Change:
        """An entry of this date, as it would stand in the order."""
        # The id of a change is not known yet; this one sorts behind all.
        return Change(self.when, self.recorded, "~", **facts)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Told:
    """What is recorded of one field; ``stays`` where the file's value does, ``corrects`` where
    only the date is another."""

    edit: Edit | None = None
    stays: Stays | None = None
    corrects: Time | str | None = None


def tell(telling: Telling, name: str, value: object) -> Told:
    """What is recorded of a field that is told to have another value. Raises Refused."""
    plan, milestone = telling.plan, telling.milestone
    edit = Edit(name, None, value)
    made = telling.entry(edits=(edit,))
    order = steps(_with(milestone, made), plan, name)
    place = next(number for number, step in enumerate(order) if step.entry is made)
    if place == len(order) - 1:
        return Told(replace(edit, old=_current(milestone, name)))
    before = order[place - 1] if place else None
    old = before.value if before else first_value(milestone, plan, name)
    told = old == value and before is not None and before.date == telling.when
    if name == "status" and value in ENDED and not (telling.past or told):
        _refuse_past(telling, str(value), order[place + 1])
    if old == value:
        return Told()
    return Told(replace(edit, old=old), _stays(milestone, plan, name))


def tell_again(telling: Telling, name: str) -> Told:
    """What is recorded where a field is told to have the value that it has. Raises Refused."""
    plan, milestone = telling.plan, telling.milestone
    order, value = steps(milestone, plan, name), _current(milestone, name)
    if is_by_hand(milestone, plan, name):
        return _tell_by_hand(telling, name) if telling.on or telling.old else Told()
    if not order:
        return Told(Edit(name, telling.old, value)) if telling.old not in ("", value) else Told()
    if not telling.on:
        return Told()
    last = order[-1]
    if last.date == telling.when or holds(telling.when, last.date, plan.rule):
        return Told()
    corrects = last.entry.change or last.date
    edit = Edit(name, value, value)
    correction = telling.entry(edits=(edit,), corrects=corrects)
    anew = steps(_with(milestone, correction), plan, name)
    if [step.entry for step in anew] == [step.entry for step in order]:
        return Told(edit, corrects=corrects)
    if telling.past:
        return tell(telling, name, value)
    number = [step.entry for step in anew].index(last.entry)
    way = anew[number + 1] if number + 1 < len(anew) else order[-2]
    raise Refused(
        "record.correction-passes",
        id=milestone.id,
        on=telling.when,
        change=corrects,
        way=in_the_way(way, name),
    )


def before_hand(telling: Telling, name: str) -> object | None:
    """What a field was before it was set by hand; None where nobody can tell.

    What was committed counts first, then what the entries say, then a person's word.
    """
    plan, milestone = telling.plan, telling.milestone
    committed = telling.before(milestone, name)
    if committed is not None and committed != _current(milestone, name):
        return committed
    if is_told(milestone, name):
        return told_last(milestone, plan, name)
    if name == "target":
        return milestone.baseline
    return telling.old or None


def refuse_before_last(telling: Telling, name: str) -> None:
    """Refuse to date what was set by hand before the last entry of its field."""
    plan, milestone = telling.plan, telling.milestone
    made = telling.entry(edits=(Edit(name, None, _current(milestone, name)),))
    order = steps(_with(milestone, made), plan, name)
    place = next(number for number, step in enumerate(order) if step.entry is made)
    if place < len(order) - 1:
        raise Refused(
            "record.hand-before-last",
            id=milestone.id,
            field=name,
            on=telling.when,
            way=in_the_way(order[-1], name),
        )


def _tell_by_hand(telling: Telling, name: str) -> Told:
    milestone = telling.milestone
    refuse_before_last(telling, name)
    old = before_hand(telling, name)
    if old is None:
        raise Refused("record.old-unknown", id=milestone.id, status=milestone.status)
    value = _current(milestone, name)
    return Told(Edit(name, old, value)) if old != value else Told()


def _refuse_past(telling: Telling, status: str, way: Step) -> None:
    raise Refused(
        "record.past-needed",
        id=telling.milestone.id,
        status=status,
        on=telling.when,
        current=telling.milestone.status,
        way=in_the_way(way, "status"),
    )


def in_the_way(step: Step, name: str) -> Phrase:
    """An entry as a message names it: what it says of a field, since when, in which change."""
    key = "record.the-entry" if step.entry.change else "record.the-entry-by-hand"
    edit = step.entry.edit_of(name)
    value = edit.new if edit else None
    return phrase(key, field=name, value=value, date=step.date, change=step.entry.change)


def _stays(milestone: Milestone, plan: Plan, name: str) -> Stays:
    order = steps(milestone, plan, name)
    since = order[-1].date if order and not order[-1].by_hand else None
    return Stays(name, _current(milestone, name), since)


def _with(milestone: Milestone, entry: Change) -> Milestone:
    return replace(milestone, history=(*milestone.history, entry))


def _current(milestone: Milestone, name: str) -> object:
    return empty_as_none(getattr(milestone, name))
