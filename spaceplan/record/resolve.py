"""A conflict that a merge marked is ended: one value stands, and the history says who decided.

What was decided against is taken back by an entry, so that every answer is as if it had not been;
where its entry tells more than that, or a third value is wanted, the value is set by an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from spaceplan.errors import PlanFaults, UsageError, phrase
from spaceplan.files import copies as backup
from spaceplan.files.content import Content, decode
from spaceplan.files.replace import update_file
from spaceplan.frozen import dataclass
from spaceplan.plan_file.edit import edit, encode
from spaceplan.plan_file.edits import SetField
from spaceplan.plan_file.load import check_would_be
from spaceplan.plan_file.read import inspect
from spaceplan.record import clock
from spaceplan.record.as_data import field_data
from spaceplan.record.carry_out import RESOLVED, Done, amendments
from spaceplan.record.conflicts import (
    Block,
    Hunk,
    Side,
    conflicting,
    is_gone,
    is_of_one,
    items,
    kept,
    ours,
    outside,
    taken,
    theirs,
)
from spaceplan.record.decide import update
from spaceplan.record.earlier import revert
from spaceplan.record.new_milestone import next_id
from spaceplan.record.planned import Moment, Outcome, Planned, Said, Wish, after, empty_as_none
from spaceplan.record.put_in_file import amend
from spaceplan.roadmap.by_hand import is_told, told_last
from spaceplan.roadmap.fields import BY_NAME, HISTORIC
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.own import own_keys, own_text
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.truth import standing_entries
from spaceplan.words import say
from spaceplan.yaml_text.tree import parse


@dataclass(frozen=True, slots=True)
class Choice:
    """What is decided: a side (None: neither), and values by field that neither may have.

    ``both``: of two milestones with one id theirs gets a new one.
    """

    side: Side | None
    values: Mapping[str, object]
    both: bool = False


@dataclass(frozen=True, slots=True)
class Opposed:
    """A milestone as either side has it (None: it is gone there), what differs, and the
    plan as ours has it.

    ``two``: they are two milestones, and have one id; ``flow``: written in brackets.
    """

    id: str
    ours: Milestone | None
    theirs: Milestone | None
    fields: tuple[str, ...]
    plan: Plan
    two: bool = False
    flow: bool = False

    @property
    def loses(self) -> bool:
        """Whether to choose a side would lose entries of the other."""
        sides = [one.history if one else () for one in (self.ours, self.theirs)]
        made = [sorted(entry.change for entry in history) for history in sides]
        return "history" in self.fields and (self.two or made[0] != made[1])


def opposed(text: str, name: str) -> list[Opposed]:
    """What stands against each other in a file. Raises PlanFaults where a side is no sound plan."""
    plans = [_plan(Content(name, taken(text, kept(side, text)))) for side in (ours, theirs)]
    return [_opposed(text, block, plans) for block in conflicting(text)]


def _opposed(text: str, block: Block, plans: list[Plan]) -> Opposed:
    name = block.id
    mine, other = (
        None if is_gone(text, block, side) else plan.by_id.get(name)
        for side, plan in zip((ours, theirs), plans, strict=True)
    )
    differing = tuple(
        key
        for key in ([*BY_NAME, *own_keys((mine, other))] if mine and other else ())
        if value_of(mine, key) != value_of(other, key)
    )
    two = block.whole and mine is not None and other is not None
    if mine and other and block.flow and mine.title == other.title:
        two = False  # one that stands in brackets is marked whole
    return Opposed(name, mine, other, differing, plans[0], two, block.flow)


def value_of(milestone: Milestone | None, name: str) -> object:
    """What a milestone has in a field, or as a text in a key of the user's own."""
    if name in BY_NAME:
        return getattr(milestone, name)
    own = milestone.own.get(name) if milestone else None
    return None if own is None else own_text(own)


def _plan(content: Content) -> Plan:
    inspection = inspect(content)
    if inspection.plan is None:
        raise PlanFaults(content.name, inspection.faults)
    return inspection.plan


def resolve(
    path: Path, name: str, choice: Choice, tell: Callable[[Plan], Said]
) -> tuple[Done, int]:
    """End the conflict of one milestone; what was recorded, and how many others are left.

    Raises UsageError where it has none or where the choice leaves something open, PlanFaults where
    the rest of the file is not sound, and what an update raises. The file is then as it was.
    """
    done: list[tuple[Done, int]] = []

    def change(data: bytes) -> bytes:
        content = decode(data, str(path))
        text = content.text
        block = next((one for one in conflicting(text) if one.id == name), None)
        if block is None:
            raise UsageError("record.no-conflict", id=name, path=path)
        if not is_of_one(text, block):
            line, _ = content.place(block.start)
            raise UsageError("record.conflict-of-several", place=f"{path}:{line}")
        whole = [
            Content(content.name, _joined(block, text, kept(side, text))) for side in (ours, theirs)
        ]
        plans = [_plan(one) for one in whole]
        stand = _opposed(text, block, plans)
        side = choice.side or ours
        if choice.both:
            new = _new_id(stand, plans)
            side = partial(_renamed, block=block, new=new)
            stand = Opposed(new, stand.theirs, stand.theirs, (), stand.plan)
        else:
            _check(stand, choice)
        clean = Content(content.name, _joined(block, text, side), content.bom)
        settled, made = _settled(clean, stand, choice, tell)
        before, _, behind = _cut(block, text)
        head, tail = (len(taken(part, kept(ours, text))) for part in (before, behind))
        left = before + settled.text[head : len(settled.text) - tail] + behind
        check_would_be(encode(settled, settled.text), path)
        done.append((made, len(conflicting(left)) + outside(left)))
        ended = encode(content, left)
        # What was marked is taken back from the copy.
        backup.keep(RESOLVED, data, ended)
        return ended

    update_file(path, change)
    return done[-1]


def _new_id(stand: Opposed, plans: list[Plan]) -> str:
    """The next free id in the topic of theirs, of all that either side has."""
    if stand.theirs is None or not stand.two:
        raise UsageError("record.not-two", id=stand.id)
    both = replace(plans[0], entries=(*plans[0].entries, *plans[1].entries))
    return next_id(both, stand.theirs.topic)


def _renamed(hunk: Hunk, block: Block, new: str) -> str:
    start, end = items(hunk.theirs, block.indent)[0].named
    return hunk.ours + hunk.theirs[:start] + new + hunk.theirs[end:]


def _cut(block: Block, text: str) -> tuple[str, str, str]:
    return text[: block.start], text[block.start : block.end], text[block.end :]


def _joined(block: Block, text: str, side: Side) -> str:
    before, inside, behind = _cut(block, text)
    rest = kept(ours, text)
    return taken(before, rest) + taken(inside, side) + taken(behind, rest)


def _check(stand: Opposed, choice: Choice) -> None:
    """Refuse a choice that loses a side's history, or that leaves a field open."""
    gone = stand.ours is None or stand.theirs is None
    if stand.loses:
        kind = "brackets" if stand.flow and not stand.two else "history"
        raise UsageError(f"record.conflict-in-{kind}", id=stand.id)
    idle = [name for name in choice.values if name not in stand.fields]
    if idle:
        raise UsageError("record.not-in-conflict", id=stand.id, field=phrase(idle[0]))
    open_ = [name for name in stand.fields if name not in choice.values]
    if choice.side is None and (gone or open_):
        raise UsageError("record.choose-side", id=stand.id)


def _settled(
    content: Content, stand: Opposed, choice: Choice, tell: Callable[[Plan], Said]
) -> tuple[Content, Done]:
    """The text with the entries that say what was decided, and those."""
    plan = _plan(content)
    milestone = plan.by_id.get(stand.id)
    if milestone is None or milestone.same_as:  # deleted: there is nothing to record it of
        return content, Done(plan, Outcome(()), "")
    wanted = {name: value_of(milestone, name) for name in stand.fields} | dict(choice.values)
    told = [name for name in stand.fields if name in HISTORIC and is_told(milestone, name)]
    # As the entries have it, so that what is recorded now follows upon them.
    last = {name: told_last(milestone, plan, name) for name in told}
    edits = [SetField(stand.id, name, field_data(value)) for name, value in last.items()]
    content = Content(content.name, edit(content, parse(content), edits), content.bom)
    plan = _plan(content)
    moment = clock.moment(plan)
    planned: list[Planned] = []
    given = tell(plan)
    # Some steps want a note; what it says is known when all are decided.
    told_by = replace(given, note=given.note or say("record.settled", plan.language))
    for name in stand.fields:
        now = plan.by_id[stand.id]
        for one in _decided(plan, now, name, wanted, stand, told_by, moment):
            planned.append(one)
            plan = _with(plan, after(one))
    if not planned:
        planned = update(plan, [plan.by_id[stand.id]], Wish(), told_by, moment)
    if not given.note:
        planned = _noted(planned, plan, stand, wanted)
    amended = amend(content, parse(content), *amendments(planned))
    made = Content(content.name, amended.text, content.bom)
    return made, Done(plan, Outcome(tuple(planned)), amended.change)


def _decided(
    plan: Plan,
    milestone: Milestone,
    name: str,
    wanted: Mapping[str, object],
    stand: Opposed,
    said: Said,
    moment: Moment,
) -> list[Planned]:
    """What is recorded of one field: the other decision is taken back, or the value is set.

    Raises UsageError where the value would only have stood in the past.
    """
    sides = [value_of(one, name) for one in (stand.ours, stand.theirs)]
    against = [value for value in sides if value != wanted[name]]
    if name in HISTORIC and len(against) == 1:
        lost = _entry_of(milestone, name, against[0])
        if lost is not None:
            found = revert(plan, lost, said, moment)
            back = [one for one in found if one.milestone.id == milestone.id]
            if back and _changes_only(milestone, after(back[-1]), wanted):
                return back
    if name not in HISTORIC or getattr(milestone, name) == wanted[name]:
        return []
    made = update(plan, [milestone], Wish({name: wanted[name]}), said, moment)
    if made and getattr(after(made[-1]), name) != wanted[name]:
        raise UsageError("record.decided-too-early", id=milestone.id, field=phrase(name))
    return made


def _changes_only(before: Milestone, then: Milestone, wanted: Mapping[str, object]) -> bool:
    """Whether no field differs but those decided, and these are as decided."""
    return all(
        getattr(then, name) in (getattr(before, name), wanted.get(name, getattr(before, name)))
        for name in HISTORIC
    )


def _entry_of(milestone: Milestone, name: str, value: object) -> str | None:
    """The change that gave a field this value."""
    for entry in reversed(standing_entries(milestone)):
        change = entry.edit_of(name)
        if change and change.new == empty_as_none(value) and not entry.reverts:
            return entry.change
    return None


def _with(plan: Plan, milestone: Milestone) -> Plan:
    entries = tuple(milestone if one.id == milestone.id else one for one in plan.entries)
    return replace(plan, entries=entries)


def _noted(
    planned: list[Planned], plan: Plan, stand: Opposed, wanted: Mapping[str, object]
) -> list[Planned]:
    """What is planned, each with a note of what it decided; the last of what no entry tells too."""
    noted = []
    left = list(stand.fields)
    for number, one in enumerate(planned, 1):
        names = [name for name in left if number == len(planned) or one.entry.edit_of(name)]
        names = [name for name in names if name != "history"]
        left = [name for name in left if name not in names]
        note = _note(plan, stand, names, wanted)
        noted.append(replace(one, entry=replace(one.entry, note=note)))
    return noted


def _note(plan: Plan, stand: Opposed, names: list[str], wanted: Mapping[str, object]) -> str:
    """What was decided between in these fields, in the plan's language."""
    lang = plan.language
    said = []
    for name in names:
        sides = [value_of(one, name) for one in (stand.ours, stand.theirs)]
        against = [_text(name, value, lang) for value in sides if value != wanted[name]]
        facts = {
            "field": say(name, lang),
            "value": _text(name, wanted[name], lang),
            "others": against,
        }
        said.append(say("record.settled-on", lang, **facts))
    settled = say("record.settled", lang)
    if stand.theirs and stand.theirs.id != stand.id:
        said.append(say("record.settled-as", lang, new=stand.id, old=stand.theirs.id))
    return f"{settled}: {say('record.settled-and', lang).join(said)}" if said else settled


def _text(name: str, value: object, lang: str) -> str:
    if isinstance(value, Words):
        return value.say(lang)
    if isinstance(value, dict):
        return ", ".join(f"{label} {place}" for label, place in value.items())
    if value and name in BY_NAME and BY_NAME[name].shape.options:
        return say(str(value), lang)
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "-")
