"""The history of a milestone in a plan file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.events import ScalarEvent

from spaceplan.errors import Wrong, phrase
from spaceplan.plan_file import keys
from spaceplan.plan_file.keys import NONE
from spaceplan.plan_file.reading import Reading
from spaceplan.roadmap import entry, values
from spaceplan.roadmap.fields import BY_NAME, HISTORIC, TOLD
from spaceplan.yaml_text.tree import Node, Sequence

_EDITED = frozenset(HISTORIC)
_TOLD = {fact.name: fact for fact in TOLD}


def read_history(reading: Reading, node: Node) -> tuple[entry.Change, ...]:
    """A milestone's entries, which stand in the order in which they were recorded."""
    changes: list[entry.Change] = []
    for item in reading.items(node, "history"):
        change = _change(reading, item)
        if change is None:
            continue
        if changes and change.recorded < changes[-1].recorded:
            reading.find(
                item, phrase("plan_file.entry-order"), phrase("plan_file.expected-entry-order")
            )
        changes.append(change)
    return tuple(changes)


def _change(reading: Reading, node: Node) -> entry.Change | None:
    found = reading.fields(node, keys.CHANGE, phrase("plan_file.an-entry"))
    when = reading.value(found.get("date"), values.when)
    recorded = reading.value(found.get("recorded"), values.moment)
    facts: dict[str, Any] = {}
    edits: list[entry.Edit] = []
    for name, item in found.items():
        if name in _EDITED:
            edit = _edit(reading, name, item)
            if edit is not None:
                edits.append(edit)
        elif name == "reason":
            facts[name] = _reason(reading, item)
        elif name in _TOLD:
            facts[name] = reading.of_field(_TOLD[name], item)
        elif name in _READ:
            facts[name] = _READ[name](reading, item)
    if when is None or recorded is None:
        return None
    return entry.Change(date=when, recorded=recorded, edits=tuple(edits), **facts)


def _edit(reading: Reading, name: str, node: Node) -> entry.Edit | None:
    if type(node) is not Sequence or len(node.items) != 2:
        reading.find(
            node,
            phrase("plan_file.no-edit", name=name),
            phrase("plan_file.expected-edit", name=name),
        )
        return None
    field = BY_NAME[name]
    old, new = (
        None if type(end) is ScalarEvent and end.value == NONE else reading.of_field(field, end)
        for end in node.items
    )
    return entry.Edit(name, old, new)


def _flag(text: str) -> bool:
    if text != "true":
        raise Wrong(phrase("plan_file.not-true", text=text), phrase("plan_file.expected-true"))
    return True


def _is(reading: Reading, node: Node) -> bool:
    return bool(reading.value(node, _flag))


def _text(reading: Reading, node: Node) -> str:
    return str(reading.value(node, str, ""))


def _reason(reading: Reading, node: Node) -> str:
    def read(text: str) -> str:
        if text in reading.reasons:
            return text
        raise Wrong(
            phrase("plan_file.unknown-reason", reason=text),
            phrase("plan_file.expected-reason", codes=", ".join(reading.reasons)),
            reading.nearest(text, reading.reasons),
        )

    return str(reading.value(node, read, ""))


def _checked(reading: Reading, node: Node) -> entry.Checked | None:
    found = reading.fields(node, keys.CHECKED, phrase("plan_file.the", name="checked"))
    first = reading.value(found.get("first"), values.day)
    last = reading.value(found.get("last"), values.day)
    times = reading.value(found.get("count"), values.count)
    if first is None or last is None or times is None:
        return None
    return entry.Checked(first, last, times)


# What an entry holds beside its date, the fields that changed and what is told of them.
_READ: dict[str, Callable[[Reading, Node], Any]] = {
    "added": _is,
    "occurred": _is,
    "by_hand": _is,
    "change": _text,
    "reverts": _text,
    "corrects": lambda reading, node: reading.value(node, values.corrects),
    "checked": _checked,
    "was": Reading.pairs,
}
