"""Taking a recorded change back: the file is then what it was before, byte for byte.

The id of a change is the digest of the lines it wrote (its own id left out), so that a change of
those lines since is seen, and refused.
"""

from __future__ import annotations

from collections.abc import Sequence as SequenceType

from spaceplan.errors import SpaceplanError
from spaceplan.files.content import Content
from spaceplan.files.digest import sha256
from spaceplan.frozen import dataclass
from spaceplan.plan_file import keys
from spaceplan.plan_file.edit import edit
from spaceplan.plan_file.edits import (
    Edit,
    RemoveEntry,
    RemoveMilestone,
    RestoreField,
    RestoreText,
    SetField,
)
from spaceplan.plan_file.keys import NONE
from spaceplan.plan_file.nodes import id_of
from spaceplan.record.entries_in_file import (
    adds,
    data_of,
    entries_with,
    last_entries,
    milestones,
    raw,
    told,
    wrote,
)
from spaceplan.record.old_spellings import BELOW, unfolded
from spaceplan.yaml_text.places import node_end, plain_data, value_of
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Parsed, start_of

# Stands for the id of a change while that is not known; as long as every other.
NO_ID = "00000000"
# Two changes may write the very same lines in one second; the later ones are counted.
_ALIKE = 10
_FIELDS = keys.names(keys.MILESTONE)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The text before a change, and per milestone the entries that went with it."""

    text: str
    entries: tuple[tuple[str, tuple[dict[str, Data], ...]], ...]


class CannotTakeBack(SpaceplanError):
    """A change that is not there, or that others built on."""


def take_back(content: Content, parsed: Parsed, change: str) -> TakenBack:
    """Undo the change with this id, whose entries must be the last of their milestones.

    Raises CannotTakeBack where there is none, where later entries stand above one of its, or
    where its lines were changed since; CannotEdit where the layout does not allow it.
    """
    nodes = [node for node in milestones(parsed) if entries_with(node, change)]
    if not nodes:
        raise CannotTakeBack("record.no-change-in", name=content.name, change=change)
    for node in nodes:
        if len(last_entries(node, change)) != len(entries_with(node, change)):
            line, _ = content.place(entries_with(node, change)[0].start)
            place = f"{content.name}:{line}"
            raise CannotTakeBack("record.changed-again", place=place, id=id_of(node), change=change)
    sealed = [line for node in nodes for line in sealed_lines(content, node, change)]
    if change not in digests(sealed):
        line, _ = content.place(entries_with(nodes[0], change)[0].start)
        place = f"{content.name}:{line}"
        raise CannotTakeBack("record.lines-changed", place=place, change=change)
    edits = [one for node in nodes for one in undo_edits(node, change)]
    taken = tuple(
        (id_of(node), tuple(data_of(entry) for entry in entries_with(node, change)))
        for node in nodes
    )
    return TakenBack(edit(content, parsed, edits), taken)


def undo_edits(node: Mapping, change: str) -> list[Edit]:
    """What takes a change of one milestone back."""
    name = id_of(node)
    entries = [data_of(entry) for entry in last_entries(node, change)]
    if any(adds(entry) for entry in entries):
        return [RemoveMilestone(name)]
    was = entries[-1].get("was", {})
    assert isinstance(was, dict)
    first: dict[str, Data] = {}
    for entry in entries:
        for key, old in told(entry).items():
            first.setdefault(key, old)
    last = {key: new for entry in entries for key, new in wrote(entry).items()}
    edits: list[Edit] = [
        _undo_field(name, key, first, was)
        for key in [*was, *(key for key in first if key not in was and _has(node, key, last[key]))]
        if key in _FIELDS and key != "history"
    ]
    folded = unfolded(was)
    if folded is not None:
        edits.append(RestoreText(name, "history", folded, -1))
    elif "history" in was:
        edits.append(RestoreText(name, "history", str(was["history"])))
    else:
        edits.extend(RemoveEntry(name, -1) for _ in entries)
    return edits


def _has(node: Mapping, key: str, value: Data) -> bool:
    """Whether a field holds what a change told of it: a step of the past leaves the field alone."""
    at = value_of(node, key)
    return value == NONE if at is None else plain_data(at) == value


def _undo_field(name: str, key: str, first: dict[str, Data], was: dict[str, Data]) -> Edit:
    if key not in was:
        return SetField(name, key, None if first[key] == NONE else first[key])
    text = str(was[key])
    if text == NONE:
        return SetField(name, key, None)
    after, space, count = str(was.get(key + BELOW, "")).rpartition(" ")
    below = int(count) if count.isdecimal() else None
    if space:
        return RestoreField(name, key, text, after, below or 0)
    return RestoreText(name, key, text, below=below)


def digests(lines: SequenceType[str]) -> list[str]:
    """The ids that a change with these lines may have: the first that no other has."""
    text = "\n".join(sorted(lines))
    ways = (f"{text}\n{number}" if number else text for number in range(_ALIKE))
    return [sha256(way.encode()).hexdigest()[: len(NO_ID)] for way in ways]


def sealed_lines(content: Content, node: Mapping, change: str) -> list[str]:
    """What a change wrote in one milestone, its id left out."""
    name = id_of(node)
    entries = last_entries(node, change)
    if any(adds(data_of(entry)) for entry in entries):
        return [f"{name} {_without_change(content.text, node, entries)}"]
    lines = [f"{name} {_without_change(content.text, entry, [entry])}" for entry in entries]
    names = {key for entry in entries for key in told(data_of(entry))}
    was = data_of(entries[-1]).get("was") if entries else None
    names.update(key for key in was or () if key in _FIELDS and key != "history")
    lines.extend(
        f"{name} {key}: {_lines(raw(content.text, value_of(node, key)) or NONE)}"
        for key in sorted(names)
    )
    return lines


def _without_change(text: str, node: Mapping, entries: SequenceType[Mapping]) -> str:
    pieces, position = [], node.start
    for entry in entries:
        at = value_of(entry, "change")
        if at is not None:
            pieces.append(text[position : start_of(at)])
            position = node_end(text, at) or start_of(at)
    pieces.append(text[position : node_end(text, node) or node.end])
    return _lines("".join(pieces))


def _lines(text: str) -> str:
    """Text with one kind of line end: converting a file's line ends changes no lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
