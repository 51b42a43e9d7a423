"""Recorded changes: fields and their history entries, written together.

An entry tells what a field was (``[from, to]``). Where the old spelling cannot be derived from
that (``R2`` for FY2020, a removed line with its comment), it is kept in the entry's ``was``:
``amend`` finds out by taking each change back before it lets it pass.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from collections.abc import Sequence as SequenceType
from dataclasses import field

from spaceplan.errors import phrase
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.plan_file import keys
from spaceplan.plan_file.edit import Units, edit
from spaceplan.plan_file.edits import AppendEntry, Edit, InsertMilestone, SetField
from spaceplan.plan_file.keys import NONE
from spaceplan.plan_file.nodes import id_of, milestone_node, milestone_nodes, milestones_of
from spaceplan.progress import each
from spaceplan.record.entries_in_file import node_of, raw, told
from spaceplan.record.old_spellings import in_file_order, spelling
from spaceplan.record.take_back import (
    NO_ID,
    CannotTakeBack,
    TakenBack,
    digests,
    sealed_lines,
    take_back,
    undo_edits,
)
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.places import own_items, value_of
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Parsed, Sequence, parse

__all__ = [
    "Addition",
    "Amended",
    "Amendment",
    "CannotTakeBack",
    "TakenBack",
    "amend",
    "take_back",
]
_CHANGE_ORDER = keys.ranks(keys.CHANGE)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one command does to one milestone.

    ``fields`` are the values to write (None takes a key away). ``entries`` are the new history
    entries without ``change`` and ``was``; one with ``by_hand`` tells of fields that were changed
    before, which stay as they are when it is taken back.
    """

    id: str
    fields: MappingType[str, Data | None]
    entries: SequenceType[MappingType[str, Data]]


@dataclass(frozen=True, slots=True)
class Addition:
    """A new milestone behind ``after`` (None: behind the last), with its first entry."""

    after: str | None
    fields: MappingType[str, Data]
    entry: MappingType[str, Data]


@dataclass(frozen=True, slots=True)
class Amended:
    """A new text (without byte-order mark), and the id of the change."""

    text: str
    change: str


@dataclass(slots=True)
class _Group:
    """What happens to one unit of the file (or to all of it), with the spellings to keep."""

    content: Content
    parsed: Parsed
    amendments: list[Amendment] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    was: dict[str, dict[str, Data]] = field(default_factory=dict)

    def ids(self) -> list[str]:
        """The milestones that the change touches or adds."""
        new = [str(one.fields["id"]) for one in self.additions]
        return [*(one.id for one in self.amendments), *new]

    def start(self) -> int:
        """Where the first milestone begins that the change touches or follows."""
        after = [one.after for one in self.additions if one.after is not None]
        names = [*(one.id for one in self.amendments), *after]
        return node_of(self.parsed, names[0]).start if names else 0

    def edits(self, change: str) -> list[Edit]:
        edits: list[Edit] = []
        for one in self.amendments:
            edits.extend(SetField(one.id, key, value) for key, value in one.fields.items())
            for number, entry in enumerate(one.entries, 1):
                was = self.was.get(one.id, {}) if number == len(one.entries) else {}
                made = _entry(entry, change, was)
                edits.append(AppendEntry(one.id, made))
        for new in self.additions:
            made = _entry(new.entry, change, {})
            edits.append(InsertMilestone(new.after, {**new.fields, "history": [made]}))
        return edits


def _entry(entry: MappingType[str, Data], change: str, was: dict[str, Data]) -> dict[str, Data]:
    """A history entry in writing order."""
    whole: dict[str, Data] = {**entry, "change": change}
    if was:
        whole["was"] = was
    last = len(_CHANGE_ORDER)
    return dict(sorted(whole.items(), key=lambda item: _CHANGE_ORDER.get(item[0], last)))


def amend(
    content: Content,
    parsed: Parsed,
    amendments: SequenceType[Amendment],
    additions: SequenceType[Addition] = (),
    whole: bytes = b"",
) -> Amended:
    """Make one command's change; ``parsed`` is ``parse(content)`` of a sound plan.

    ``whole`` is the file where ``content`` is only a part of it.

    Raises CannotEdit where the layout does not allow it, or not so that it could be taken back;
    KeyError for an id that is not there.
    """
    groups = _groups(content, parsed, amendments, additions)
    sealed = sorted(line for group in each(groups) for line in _prepare(group))
    change = next(
        name for name in digests(sealed) if name not in content.text and name.encode() not in whole
    )
    edits = [one for group in groups for one in group.edits(change)]
    return Amended(edit(content, parsed, edits), change)


def _groups(
    content: Content,
    parsed: Parsed,
    amendments: SequenceType[Amendment],
    additions: SequenceType[Addition],
) -> list[_Group]:
    """One group for each unit touched; one for all where the file has no units."""
    sequence = milestones_of(parsed)
    last = id_of(sequence.items[-1]) if sequence and sequence.items else None
    placed = [
        Addition(last if one.after is None else one.after, one.fields, one.entry)
        for one in additions
    ]
    groups: dict[str, _Group] = {}
    whole = _Group(content, parsed)
    units = Units(content, parsed)

    def group(milestone_id: str | None) -> _Group:
        if milestone_id is None:
            return whole
        if milestone_id not in groups:
            unit = units.around(milestone_id)
            if unit is None:
                return whole
            groups[milestone_id] = _Group(unit, parse(unit))
        return groups[milestone_id]

    for one in each(amendments):
        group(one.id).amendments.append(one)
    for new in placed:
        group(new.after).additions.append(new)
    found = list(groups.values())
    return [*found, whole] if whole.amendments or whole.additions else found


def _prepare(group: _Group) -> list[str]:
    """Find the spellings that must be kept; the lines to seal.

    The change is made with an empty id, which is as long as any other, and taken back.
    """
    group.was = {one.id: _necessary(group, one) for one in group.amendments}
    made, parsed = _attempt(group)
    undone = _undone(made, parsed, group)
    if undone != group.content.text:
        for one in group.amendments:
            was = group.was[one.id] | _spellings(group, one, undone)
            group.was[one.id] = in_file_order(was, node_of(group.parsed, one.id))
        made, parsed = _attempt(group)
        if _undone(made, parsed, group) != group.content.text:
            raise CannotEdit(group.content, group.start(), phrase("record.not-exactly-back"))
    nodes = milestone_nodes(parsed)
    return [line for name in group.ids() for line in sealed_lines(made, nodes[name], NO_ID)]


def _attempt(group: _Group) -> tuple[Content, Parsed]:
    text = edit(group.content, group.parsed, group.edits(NO_ID))
    content = Content(group.content.name, text)
    return content, parse(content)


def _undone(content: Content, parsed: Parsed, group: _Group) -> str | None:
    """The text after taking the change back; None where that fails."""
    try:
        nodes = milestone_nodes(parsed)
        edits = [one for name in group.ids() for one in undo_edits(nodes[name], NO_ID)]
        return edit(content, parsed, edits)
    except (CannotEdit, KeyError, IndexError):
        return None


def _necessary(group: _Group, one: Amendment) -> dict[str, Data]:
    """What no entry tells: fields changed along with it."""
    node = node_of(group.parsed, one.id)
    known = {key for entry in one.entries for key in told(entry)}
    was: dict[str, Data] = {}
    for key, value in one.fields.items():
        if key not in known:
            was.update(spelling(group.content, node, key, value, _removed(node, one)))
    return was


def _removed(node: Mapping, one: Amendment) -> set[str]:
    """The fields that a change takes away."""
    present = {key.value for key, _ in own_items(node)}
    return {key for key, value in one.fields.items() if value is None and key in present}


def _spellings(group: _Group, one: Amendment, undone: str | None) -> dict[str, Data]:
    """The old spelling of each field that taking the change back does not bring about."""
    old = node_of(group.parsed, one.id)
    result = Content(group.content.name, undone or "")
    again = milestone_node(parse(result), one.id) if undone else None
    names = {*one.fields, *(key for entry in one.entries for key in told(entry))}
    removed = _removed(old, one)
    was: dict[str, Data] = {}
    for key, _ in own_items(old):
        name = str(key.value)
        if name not in names:
            continue
        wanted = one.fields.get(name)
        spelled = spelling(group.content, old, name, wanted, removed)
        if (
            name in removed
            or again is None
            or spelled != spelling(result, again, name, wanted, set())
        ):
            was.update(spelled)
    for name in sorted(names - {key.value for key, _ in own_items(old)}):
        if again is None or value_of(again, name) is not None:
            was[name] = NONE
    history = value_of(old, "history")
    if isinstance(history, Sequence) and not history.items:
        was["history"] = raw(group.content.text, history) or "[]"
    return was
