"""Two states of a plan held against each other, in words: what came, what went, what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from spaceplan.answers.answer import Answer
from spaceplan.answers.data import both, value_data
from spaceplan.answers.entries import change_text, value_text
from spaceplan.answers.rows import slip_text
from spaceplan.frozen import dataclass
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.fields import SHOWN
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.state import slip_between
from spaceplan.roadmap.times import Time
from spaceplan.words import LANGUAGES, say

if TYPE_CHECKING:
    from spaceplan.answers import shapes

Kind = Literal["added", "removed", "changed"]
ADDED: Kind = "added"
REMOVED: Kind = "removed"
CHANGED: Kind = "changed"
RECORD = ("id", "change", "field", "from", "to")
# Told by itself, or no field of the plan's own.
_APART = ("id", "history", "own")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: a field of a milestone, of a key of one's own, or of the plan.

    ``milestone`` is None for the plan itself; ``field`` is "" where it came or went whole. Of
    ``history`` it is the entries that went and that came.
    """

    milestone: Milestone | None
    change: Kind
    field: str = ""
    old: object = None
    new: object = None


def differences(old: Plan, new: Plan) -> list[Difference]:
    """What differs, in the order of the new plan; what went stands before what is left."""
    found = list(_of_plan(old, new))
    found += [Difference(one, REMOVED) for one in old.entries if one.id not in new.by_id]
    for one in new.entries:
        before = old.by_id.get(one.id)
        found += [Difference(one, ADDED)] if before is None else _of_milestone(before, one)
    return found


def _of_plan(old: Plan, new: Plan) -> Iterator[Difference]:
    for name in ("title", "revision", "decided"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Difference(None, CHANGED, name, was, now)
    for name, was, now in (
        ("topic", _topics(old), _topics(new)),
        ("owner", _owners(old), _owners(new)),
    ):
        for key in {**was, **now}:
            before, after = was.get(key), now.get(key)
            if before != after:
                change = ADDED if before is None else REMOVED if after is None else CHANGED
                yield Difference(None, change, f"{name} {key}", before, after)


def _topics(plan: Plan) -> dict[str, Words]:
    return {str(one.number): one.title for one in plan.topics}


def _owners(plan: Plan) -> dict[str, Words]:
    return {code: one.name for code, one in plan.owners.items()}


def _of_milestone(old: Milestone, new: Milestone) -> Iterator[Difference]:
    fields = list(_of_fields(old, new))
    yield from fields
    # What is recorded without a field that differs: a note, a look, a confirmation.
    differing = {one.field for one in fields}
    went, came = (
        tuple(
            entry
            for entry in one.history
            if entry not in other.history and not differing & {edit.field for edit in entry.edits}
        )
        for one, other in ((old, new), (new, old))
    )
    if went or came:
        yield Difference(new, CHANGED, "history", went, came)


def _of_fields(old: Milestone, new: Milestone) -> Iterator[Difference]:
    for field in SHOWN:
        if field.name not in _APART:
            was, now = getattr(old, field.name), getattr(new, field.name)
            if was != now:
                yield Difference(new, CHANGED, field.name, was, now)
    for key in {**old.own, **new.own}:
        if old.own.get(key) != new.own.get(key):
            yield Difference(new, CHANGED, key, old.own.get(key), new.own.get(key))


def diff_answer(names: tuple[str, str], found: list[Difference], new: Plan, lang: str) -> Answer:
    """What differs in every form; ``names`` are what the two states are called."""
    return Answer(
        table=lambda: _table(names, found, new, lang),
        data=lambda: {
            "spaceplan": 1,
            "command": "diff",
            "from": names[0],
            "to": names[1],
            "count": len(found),
            "changes": [_item(one) for one in found],
        },
        items=lambda: map(_item, found),
        records=lambda: (
            tuple(Column(name, name, style="id" if name == "id" else "") for name in RECORD),
            (_record(one) for one in found),
        ),
    )


def _table(names: tuple[str, str], found: list[Difference], plan: Plan, lang: str) -> Table:
    columns = (
        Column("id", say("id", lang), priority=9, style="id"),
        Column("title", say("title", lang), flexible=True, priority=6),
        Column("what", say("answers.what", lang), flexible=True, priority=8),
    )
    rows: list[tuple[str | Cell, ...]] = [
        (
            one.milestone.id if one.milestone else "",
            one.milestone.title.say(lang) if one.milestone else "",
            " / ".join(_text(one, plan, lang).split("\n")),
        )
        for one in found
    ]
    key = "answers.differ" if found else "answers.differ-nowhere"
    ids = {one.milestone.id for one in found if one.milestone}
    note = say(key, lang, old=names[0], new=names[1], count=len(ids))
    return Table(columns, tuple(rows), notes=(note,))


def _text(one: Difference, plan: Plan, lang: str) -> str:
    if not one.field:
        return say(f"answers.is-{one.change}", lang)
    name, _, key = one.field.partition(" ")
    label = f"{say(name, lang)} {key}".rstrip()
    old, new = one.old, one.new
    if one.field == "history":
        old, new = (_entries_text(entries, plan, lang) for entries in (old, new))
        return f"{label}: {old} → {new}" if one.old else f"{label}: {new}"
    if isinstance(old, Words) and isinstance(new, Words) and old.say(lang) == new.say(lang):
        other = next(language for language in LANGUAGES if language != lang)
        old, new = getattr(old, other), getattr(new, other)
    text = f"{label}: {value_text(old, lang)} → {value_text(new, lang)}"
    if isinstance(old, Time) and isinstance(new, Time):
        slip = slip_text(slip_between(old, new, plan.rule), lang)
        text += f" ({slip})" if slip else ""
    return text


def _entries_text(entries: object, plan: Plan, lang: str) -> str:
    told = entries if isinstance(entries, tuple) else ()
    return "; ".join(
        f"{entry.date.format(lang)} {change_text(entry, plan, lang)}" for entry in told
    ) or value_text(None, lang)


def _data(one: Difference, value: object) -> object:
    """A value in data; entries are named by their changes."""
    if one.field == "history" and isinstance(value, tuple):
        return [entry.change or str(entry.date) for entry in value] or None
    return value_data(value)


def _item(one: Difference) -> shapes.PlanChange:
    return {
        "id": one.milestone.id if one.milestone else None,
        "title": both(one.milestone.title) if one.milestone else None,
        "change": one.change,
        "field": one.field or None,
        "from": _data(one, one.old),
        "to": _data(one, one.new),
    }


def _record(one: Difference) -> tuple[str, ...]:
    def text(value: object) -> str:
        value = _data(one, value) if one.field == "history" else value
        value = tuple(value) if isinstance(value, list) else value
        value = value.say("en") if isinstance(value, Words) else value
        return " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")

    name = one.milestone.id if one.milestone else ""
    return name, one.change, one.field, text(one.old), text(one.new)
