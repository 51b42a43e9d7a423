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

from spaceplan.errors import phrase
from spaceplan.files.content import Content, Part
from spaceplan.plan_file.blocks import MILESTONE, insertion, removals
from spaceplan.plan_file.edits import (
    AppendEntry,
    Edit,
    InsertMilestone,
    RemoveEntry,
    RemoveMilestone,
    RestoreField,
    RestoreText,
    SetField,
)
from spaceplan.plan_file.nodes import id_of, milestones_of
from spaceplan.plan_file.restore import restored
from spaceplan.progress import each
from spaceplan.yaml_text.patch import CannotEdit, Hunk, Patch, compose
from spaceplan.yaml_text.places import dash_before, line_start, plain_data
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Parsed, parse, start_of

_HEAD = "milestones:\n"


class _Unknown(str):
    """A value that is told by its restored text alone; equal to every other."""

    __slots__ = ()


def encode(content: Content, text: str) -> bytes:
    """The bytes of a new text: with the byte-order mark that the file had."""
    return ("\ufeff" + text if content.bom else text).encode("utf-8")


def edit(content: Content, parsed: Parsed, edits: SequenceType[Edit]) -> str:
    """The text with edits made and proven, without byte-order mark.

    ``parsed`` is ``parse(content)`` of a sound plan.
    Several edits of one milestone add up; two different ones of one field are the caller's
    mistake (KeyError for an id or entry that is not there, ValueError for a second edit of a
    restored field). Raises CannotEdit where the layout does not allow it.
    """
    return _Editor(content, parsed).edit(edits)


class Units:
    """The milestones of a file, each to be cut out of it.

    Looking where they all stand takes as long as the file is: it is done once.
    """

    def __init__(self, content: Content, parsed: Parsed) -> None:
        self.editor = _Editor(content, parsed)

    def around(self, milestone_id: str) -> Content | None:
        """The unit of one milestone as a plan of its own; None where aliases tie the file together.

        An edit of that milestone makes the same change there as in the whole file.
        """
        content = self.editor.content
        bounds = self.editor.bounds(self.editor.number(milestone_id))
        if bounds is None or self.editor.parsed.used_anchors:
            return None
        first_line, _ = content.place(bounds[0])
        text = _HEAD + content.text[slice(*bounds)]
        return Part(content.name, text, False, len(_HEAD) - 1, first_line - 2)


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

    def edit(self, edits: SequenceType[Edit]) -> str:
        for one in edits:
            self.note(one)
        for number, wanted in each(self.wanted.items()):
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
            hunks = self.hunks.setdefault(number, [])
            node = self.sequence.items[number]
            hunks.extend(restored(self.patch(), node, restores, hunks))
        for number, blocks in self.inserted.items():
            made = insertion(self.patch(), self.sequence, number, blocks)
            self.hunks.setdefault(number, []).append(made)
        for number, removal in removals(self.patch(), self.sequence, self.removed).items():
            self.hunks[number] = [removal] if removal else []
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

    def note_data(self, one: SetField | AppendEntry | RemoveEntry) -> None:
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
        else:
            history.pop(one.number)
        if history:
            fields["history"] = history
        else:
            fields.pop("history", None)

    # proof

    def proven(self) -> str:
        hunks = [hunk for some in self.hunks.values() for hunk in some]
        if not hunks:
            return self.text
        text = compose(self.text, hunks, 0, len(self.text))
        bounds = {number: self.bounds(number) for number in self.hunks}
        if self.parsed.used_anchors or self.removed or None in bounds.values():
            self.prove_whole(text)
        else:
            for number, pair in each(bounds.items()):
                assert pair is not None
                self.prove_unit(number, *pair)
        return text

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

    def prove_unit(self, number: int, start: int, end: int) -> None:
        new = _HEAD + compose(self.text, self.hunks[number], start, end)
        wanted = [self.data(number), *self.inserted.get(number, [])]
        index = start_of(self.sequence.items[number])
        content = Content(self.content.name, new)
        parsed = parse(content)
        self.check(parsed, {"milestones": wanted}, index)
        if parsed.used_anchors:
            raise CannotEdit(self.content, index, phrase("plan_file.new-alias"))

    def prove_whole(self, text: str) -> None:
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
