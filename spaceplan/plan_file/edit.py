"""Edits of a plan file that change only the bytes of what they change: text in, text out.

An edit says what a milestone is to hold. That is compared with what the file holds, and only what
differs is written, in the style that stands there. The edits of one call are placed by one parse
and made in one pass over the text.

The result is read back before it is returned: every character outside the edited places is the
same, and the file says what it said plus exactly the change; else ``CannotEdit`` is raised.

Why reading back the edited blocks alone is enough. In a block list at column c the reader is in
the same state wherever a line begins with "- " at column c outside of any scalar or bracket: it
has closed all that is deeper. A milestone's *unit* is the text from its dash line to the next
milestone's dash line (or the next key of the plan, or the end). Where no alias ties the file
together, the lines before a unit and after it are untouched, and the new unit, read alone, gives
exactly the milestones wanted, then the whole file gives the old ones with these in their place.
Elsewhere (aliases, a flow list of milestones, a removed block) the whole file is read again.
"""

from __future__ import annotations

from collections.abc import Sequence as SequenceType
from dataclasses import dataclass

from spaceplan.errors import phrase
from spaceplan.files.content import Content
from spaceplan.plan_file import keys
from spaceplan.yaml_text import spelling as scalars
from spaceplan.yaml_text.patch import CannotEdit, Hunk, Patch, Shape, compose, last_leaf, lines_of
from spaceplan.yaml_text.places import (
    block_header,
    dash_before,
    is_alias,
    line_end_near,
    line_start,
    line_stop,
    next_line,
    node_end,
    own_items,
    plain_data,
)
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, Sequence, parse, start_of

__all__ = [
    "AppendEntry",
    "CannotEdit",
    "Edit",
    "Edited",
    "InsertMilestone",
    "RemoveEntry",
    "RemoveMilestone",
    "ReplaceEntry",
    "RestoreField",
    "RestoreText",
    "SetField",
    "edit",
    "encode",
    "field_node",
    "milestone_node",
    "milestones_of",
    "unit_around",
]
_HEAD = "milestones:\n"
_WORDS = Shape(keys.ranks(keys.WORDS))
MILESTONE = Shape(
    keys.ranks(keys.MILESTONE),
    {"title": _WORDS, "remark": _WORDS, "history": Shape(keys.ranks(keys.CHANGE))},
    frozenset({"history"}),
)


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a milestone's field this value, adding the key in its place where it is absent.

    ``None`` takes the key away, with the comment behind its value on the same line.
    """

    id: str
    key: str
    value: Data | None


@dataclass(frozen=True, slots=True)
class AppendEntry:
    """Add one history entry, its keys in the order given."""

    id: str
    entry: dict[str, Data]


@dataclass(frozen=True, slots=True)
class ReplaceEntry:
    """Change a history entry into another; ``number`` counts from 0, -1 is the last."""

    id: str
    number: int
    entry: dict[str, Data]


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take a history entry out; with the only one goes the key ``history``."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class InsertMilestone:
    """A new block behind the milestone ``after`` (None: behind the last), keys as given."""

    after: str | None
    fields: dict[str, Data]


@dataclass(frozen=True, slots=True)
class RemoveMilestone:
    """Take a block out, with the blank line before it."""

    id: str


@dataclass(frozen=True, slots=True)
class RestoreText:
    """Put these very characters in the place of a field's value, or of one of its list's items.

    With ``below`` they are whole lines, the last perhaps with its line end, and take the place of
    so many lines under the value too.
    """

    id: str
    key: str
    text: str
    number: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class RestoreField:
    """Put a removed field's very text back, ``below`` lines under the end of ``after``.

    ``text`` is whole lines in block style, the last with its own line end or the neighbour's. In
    a flow milestone it stands right behind ``after``, or before everything where that is empty.
    """

    id: str
    key: str
    text: str
    after: str
    below: int = 0


Edit = (
    SetField
    | AppendEntry
    | ReplaceEntry
    | RemoveEntry
    | InsertMilestone
    | RemoveMilestone
    | RestoreText
    | RestoreField
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the file that was edited: the text before, and after as it was read back.

    Both begin with a line ``milestones:`` unless the unit is the whole file.
    """

    before: str
    content: Content
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Edited:
    """A new text (without byte-order mark) and the units of it that were read back."""

    text: str
    units: tuple[Unit, ...]


class _Unknown(str):
    """A value that is told by its restored text alone; equal to every other."""

    __slots__ = ()


def milestones_of(parsed: Parsed) -> Sequence | None:
    """The list of milestones of a parsed plan."""
    if isinstance(parsed.root, Mapping):
        for key, value in parsed.root.items:
            if key.value == "milestones" and isinstance(value, Sequence):
                return value
    return None


def id_of(node: Node) -> str:
    """The id of a milestone's node, or ""."""
    if isinstance(node, Mapping):
        for key, value in node.items:
            if key.value == "id":
                return str(value.value) if not isinstance(value, Mapping | Sequence) else ""
    return ""


def milestone_node(parsed: Parsed, milestone_id: str) -> Mapping | None:
    """The node of one milestone."""
    sequence = milestones_of(parsed)
    for node in sequence.items if sequence else ():
        if isinstance(node, Mapping) and id_of(node) == milestone_id:
            return node
    return None


def field_node(node: Mapping, name: str) -> Node | None:
    """A milestone's value by key."""
    for key, value in node.items:
        if key.value == name:
            return value
    return None


def encode(content: Content, text: str) -> bytes:
    """The bytes of a new text: with the byte-order mark that the file had."""
    return ("\ufeff" + text if content.bom else text).encode("utf-8")


def edit(content: Content, parsed: Parsed, edits: SequenceType[Edit]) -> Edited:
    """Make edits and prove them. ``parsed`` is ``parse(content)`` of a sound plan.

    Several edits of one milestone add up; two different ones of one field are the caller's
    mistake (KeyError for an id or entry that is not there, ValueError for a second edit of a
    restored field). Raises CannotEdit where the layout does not allow it.
    """
    return _Editor(content, parsed).edit(edits)


def unit_around(content: Content, parsed: Parsed, milestone_id: str) -> Content | None:
    """The unit of one milestone as a plan of its own; None where aliases tie the file together.

    An edit of that milestone makes the same change there as in the whole file.
    """
    editor = _Editor(content, parsed)
    bounds = editor.bounds(editor.number(milestone_id))
    if bounds is None or parsed.used_anchors:
        return None
    first_line, _ = content.place(bounds[0])
    return _UnitContent(content.name, _HEAD + content.text[slice(*bounds)], False, first_line)


@dataclass(frozen=True)
class _UnitContent(Content):
    """A unit that tells places in the file it was cut from."""

    first_line: int = 1

    def place(self, index: int) -> tuple[int, int]:
        line, column = super().place(index)
        return line + self.first_line - 2, column


class _Editor:
    def __init__(self, content: Content, parsed: Parsed) -> None:
        self.content = content
        self.text = content.text
        self.parsed = parsed
        sequence = milestones_of(parsed)
        if sequence is None:
            raise CannotEdit(content, 0, phrase("plan_file.no-milestones"))
        self.sequence = sequence
        self.numbers = {id_of(node): number for number, node in enumerate(sequence.items)}
        self.wanted: dict[int, dict[str, Data]] = {}
        self.hunks: dict[int, list[Hunk]] = {}
        self.inserted: dict[int, list[dict[str, Data]]] = {}
        self.removed: set[int] = set()
        self.restores: dict[int, list[RestoreText | RestoreField]] = {}

    def edit(self, edits: SequenceType[Edit]) -> Edited:
        for one in edits:
            self.note(one)
        for number, wanted in self.wanted.items():
            patch = self.patch()
            node = self.sequence.items[number]
            if self.sequence.aliased:
                patch.refuse(self.sequence.start, "plan_file.milestones-aliased")
            unchanged = plain_data(node)
            assert isinstance(unchanged, dict)
            known = {
                key: unchanged[key] if isinstance(value, _Unknown) else value
                for key, value in wanted.items()
                if key in unchanged or not isinstance(value, _Unknown)
            }
            patch.change(node, known, self.sequence.flow, MILESTONE)
            self.hunks.setdefault(number, []).extend(patch.hunks)
        for number, restores in self.restores.items():
            self.restore(number, restores)
        for number, blocks in self.inserted.items():
            self.hunks.setdefault(number, []).extend(self.blocks_after(number, blocks))
        for number in self.removed:
            self.hunks[number] = [self.removal(number)]
        return self.proven()

    def patch(self) -> Patch:
        return Patch(self.content, self.parsed.used_anchors)

    # what is wanted

    def number(self, milestone_id: str) -> int:
        return self.numbers[milestone_id]

    def fields(self, milestone_id: str) -> dict[str, Data]:
        number = self.number(milestone_id)
        if number not in self.wanted:
            data = plain_data(self.sequence.items[number])
            assert isinstance(data, dict)
            self.wanted[number] = data
        return self.wanted[number]

    def history(self, milestone_id: str) -> list[Data]:
        history = self.fields(milestone_id).get("history", [])
        return list(history) if isinstance(history, list) else []

    def note(self, one: Edit) -> None:
        if isinstance(one, InsertMilestone):
            last = len(self.sequence.items) - 1
            after = last if one.after is None else self.number(one.after)
            self.inserted.setdefault(after, []).append(one.fields)
        elif isinstance(one, RemoveMilestone):
            self.removed.add(self.number(one.id))
        elif isinstance(one, RestoreText | RestoreField):
            self.fields(one.id)[one.key] = _Unknown()
            self.restores.setdefault(self.number(one.id), []).append(one)
        else:
            self.note_data(one)

    def note_data(self, one: SetField | AppendEntry | ReplaceEntry | RemoveEntry) -> None:
        fields = self.fields(one.id)
        if isinstance(one, SetField):
            if isinstance(fields.get(one.key), _Unknown):
                raise ValueError(f"{one.id}: {one.key} is restored and set at once")
            if one.value is None:
                fields.pop(one.key, None)
            else:
                fields[one.key] = one.value
            return
        history = self.history(one.id)
        if isinstance(one, AppendEntry):
            history.append(one.entry)
        elif isinstance(one, ReplaceEntry):
            history[one.number] = one.entry
        else:
            history.pop(one.number)
        if history:
            fields["history"] = history
        else:
            fields.pop("history", None)

    # restored text

    def restore(self, number: int, restores: SequenceType[RestoreText | RestoreField]) -> None:
        """Hunks for a milestone's restored texts; those of its other changes stand already."""
        node = self.sequence.items[number]
        assert isinstance(node, Mapping)
        patch = self.patch()
        patch.check_shared(node)
        hunks = self.hunks.setdefault(number, [])
        ends: dict[str, int] = {}
        for one in restores:
            if isinstance(one, RestoreText):
                hunk = self.text_back(patch, node, one)
                ends[one.key] = hunk.end - one.text.endswith("\n")
                hunks.append(hunk)
        gone = {hunk.start: hunk.end for hunk in hunks if hunk.lines and not hunk.text}
        hunks.extend(
            self.field_back(patch, node, one, ends, gone)
            for one in restores
            if isinstance(one, RestoreField)
        )

    def text_back(self, patch: Patch, node: Mapping, one: RestoreText) -> Hunk:
        value = field_node(node, one.key)
        if one.number is not None and isinstance(value, Sequence):
            value = value.items[one.number]
        if value is None:
            raise KeyError(one.key)
        patch.check_shared_within(value)
        end = patch.end_of(value)
        if one.below is None:
            return Hunk(start_of(value), end, one.text)
        for _ in range(one.below):
            end = next_line(self.text, end)
        ended = one.text.endswith("\n")
        stop = next_line(self.text, end) if ended else line_stop(self.text, end)
        return Hunk(start_of(value), stop, one.text)

    def field_back(
        self,
        patch: Patch,
        node: Mapping,
        one: RestoreField,
        ends: dict[str, int],
        gone: dict[int, int],
    ) -> Hunk:
        """Where ``below`` counts, lines that go at the same time (``gone``) do not."""
        own = own_items(node)
        pair = next((item for item in own if item[0].value == one.after), None)
        if pair is None and one.after:
            raise KeyError(one.after)
        if node.flow or self.sequence.flow:
            at = patch.end_of_pair(pair) if pair else own[0][0].start_mark.index
            return Hunk(at, at, one.text)
        if pair is None:
            raise KeyError(one.key)
        at = next_line(self.text, max(patch.end_of_pair(pair), ends.get(one.after, 0)))
        for _ in range(one.below):
            while at in gone:
                at = gone[at]
            at = next_line(self.text, at)
        line_end = "" if one.text.endswith("\n") else line_end_near(self.text, at - 1)
        return Hunk(at, at, one.text + line_end, True)

    # whole milestones

    def blocks_after(self, number: int, blocks: list[dict[str, Data]]) -> list[Hunk]:
        patch = self.patch()
        if number < 0:
            if not self.sequence.flow:
                patch.refuse(self.sequence.start, "plan_file.milestones-empty")
            at = self.sequence.start + 1
            return [Hunk(at, at, ", ".join(scalars.flow(block) for block in blocks))]
        node = self.sequence.items[number]
        if is_alias(self.sequence.start, node):
            patch.refuse(self.sequence.start, "plan_file.milestone-is-alias")
        end = patch.end_of(node)
        if self.sequence.flow:
            return [Hunk(end, end, "".join(f", {scalars.flow(block)}" for block in blocks))]
        patch.check_final(node, end)
        dash = patch.dash(self.sequence, number)
        indent = self.text[line_start(self.text, dash) : dash]
        gap = self.text[dash + 1 : start_of(node)]
        gap = gap if gap and not gap.strip(" ") else " "
        line_end = line_end_near(self.text, end)
        at = next_line(self.text, end)
        spaced = self.spaced(number)
        text = "".join(
            (line_end if spaced else "") + self.block(block, indent, gap, line_end)
            for block in blocks
        )
        return [Hunk(at, at, text, True)]

    def block(self, fields: dict[str, Data], indent: str, gap: str, line_end: str) -> str:
        column = len(indent) + 1 + len(gap)
        lines = [
            line
            for key, value in fields.items()
            for line in lines_of(key, value, column, MILESTONE.by_line)
        ]
        lines[0] = indent + "-" + gap + lines[0][column:]
        return "".join(line + line_end for line in lines)

    def spaced(self, number: int) -> bool:
        """Whether neighbours have a blank line between; so where there is one block only."""
        items = self.sequence.items
        if self.keeps_blank_lines(number):
            return False
        if len(items) == 1:
            return True
        second = max(number, 1)
        dash = dash_before(self.text, self.sequence, second)
        end = node_end(self.text, items[second - 1])
        if dash is None or end is None:
            return False
        between = self.text[next_line(self.text, end) : dash]
        return any(not line.strip() for line in between.splitlines()[:-1])

    def keeps_blank_lines(self, number: int) -> bool:
        """Whether blank lines under a milestone belong to its last text (``|+``)."""
        leaf = last_leaf(self.sequence.items[number])
        return leaf is not None and "+" in block_header(self.text, leaf)

    def removal(self, number: int) -> Hunk:
        patch = self.patch()
        items = self.sequence.items
        node = items[number]
        if len(items) == 1 or self.sequence.flow:
            patch.refuse(start_of(node), "plan_file.list-changes-form")
        patch.check_shared_within(node)
        dash = patch.dash(self.sequence, number)
        end = patch.end_of(node)
        patch.check_comments(node, dash, end)
        start, stop = line_start(self.text, dash), next_line(self.text, end)
        above = line_start(self.text, start - 1) if start else 0
        if number and not self.text[above:start].strip():
            start = start if self.keeps_blank_lines(number - 1) else above
        elif not number and self.text.startswith(("\n", "\r"), stop):
            stop = next_line(self.text, stop)
        return Hunk(start, stop, "", True)

    # proof

    def proven(self) -> Edited:
        hunks = [hunk for some in self.hunks.values() for hunk in some]
        if not hunks:
            return Edited(self.text, ())
        text = compose(self.text, hunks, 0, len(self.text))
        bounds = {number: self.bounds(number) for number in self.hunks}
        if self.parsed.used_anchors or self.removed or None in bounds.values():
            return Edited(text, (self.prove_whole(text),))
        units = tuple(
            self.prove_unit(number, *pair) for number, pair in bounds.items() if pair is not None
        )
        return Edited(text, units)

    def bounds(self, number: int) -> tuple[int, int] | None:
        """Start and end of a milestone's unit; None where it has none."""
        items = self.sequence.items
        if self.sequence.flow or not 0 <= number < len(items):
            return None
        dash = dash_before(self.text, self.sequence, number)
        if dash is None:
            return None
        if number + 1 < len(items):
            following = dash_before(self.text, self.sequence, number + 1)
            if following is None:
                return None
            end = line_start(self.text, following)
        else:
            assert isinstance(self.parsed.root, Mapping)
            later = [
                key.start_mark.index
                for key, _ in self.parsed.root.items
                if key.start_mark.index > self.sequence.start
            ]
            end = line_start(self.text, later[0]) if later else len(self.text)
        return line_start(self.text, dash), end

    def prove_unit(self, number: int, start: int, end: int) -> Unit:
        new = _HEAD + compose(self.text, self.hunks[number], start, end)
        wanted = [self.data(number), *self.inserted.get(number, [])]
        index = start_of(self.sequence.items[number])
        content = Content(self.content.name, new)
        parsed = parse(content)
        self.check(parsed, {"milestones": wanted}, index)
        if parsed.used_anchors:
            raise CannotEdit(self.content, index, phrase("plan_file.new-alias"))
        return Unit(_HEAD + self.text[start:end], content, parsed)

    def prove_whole(self, text: str) -> Unit:
        assert isinstance(self.parsed.root, Mapping)
        wanted = plain_data(self.parsed.root)
        assert isinstance(wanted, dict)
        blocks: list[Data] = list(self.inserted.get(-1, []))
        for number in range(len(self.sequence.items)):
            if number not in self.removed:
                blocks.append(self.data(number))
            blocks.extend(self.inserted.get(number, []))
        wanted["milestones"] = blocks
        content = Content(self.content.name, text, self.content.bom)
        parsed = parse(content)
        first = min(self.hunks)
        index = start_of(self.sequence.items[first]) if first >= 0 else self.sequence.start
        self.check(parsed, wanted, index)
        return Unit(self.text, content, parsed)

    def data(self, number: int) -> Data:
        wanted = self.wanted.get(number)
        return plain_data(self.sequence.items[number]) if wanted is None else wanted

    def check(self, parsed: Parsed, wanted: Data, index: int) -> None:
        if parsed.faults or parsed.root is None or not same(plain_data(parsed.root), wanted):
            raise CannotEdit(self.content, index, phrase("plan_file.reads-otherwise"))


def same(found: Data, wanted: Data) -> bool:
    """Whether the file says what was wanted; a restored value may say anything."""
    if isinstance(wanted, _Unknown):
        return True
    if isinstance(wanted, dict) and isinstance(found, dict):
        return found.keys() == wanted.keys() and all(same(found[k], wanted[k]) for k in found)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return found == wanted
