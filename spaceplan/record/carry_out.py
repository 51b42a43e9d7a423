"""Decided changes into the file, under its lock; and back out of it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from spaceplan.errors import FileError, PlanFaults
from spaceplan.files import copies as backup
from spaceplan.files.content import Content, decode, read_bytes
from spaceplan.files.replace import update_file
from spaceplan.frozen import dataclass
from spaceplan.plan_file.edit import edit, encode
from spaceplan.plan_file.edits import SetField
from spaceplan.plan_file.load import ToChange, plan_of
from spaceplan.progress import working
from spaceplan.record import clock
from spaceplan.record.as_data import entry_data, field_data, milestone_data
from spaceplan.record.conflicts import kept, ours
from spaceplan.record.conflicts import taken as side_of
from spaceplan.record.earlier import changes_of, last_change
from spaceplan.record.hand_edits import recorded
from spaceplan.record.planned import Moment, Outcome, Planned, Said
from spaceplan.record.put_in_file import Addition, Amendment, amend, take_back
from spaceplan.roadmap.model import Plan
from spaceplan.yaml_text.append import append_items
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Parsed, parse


@dataclass(frozen=True, slots=True)
class Done:
    """What was changed: the plan before, what was decided, and the id of the change ("" where
    nothing was)."""

    plan: Plan
    outcome: Outcome
    change: str


Decide = Callable[[Plan, Moment], Outcome]
# Stands for the id of a change in the name of the copy with the marks that ``resolve`` ended.
RESOLVED = "00000000"


def carry_out(path: Path, decide: Decide, *, dry_run: bool = False) -> Done:
    """Read the plan, decide, write: all under the file's lock, whole or not at all.

    ``decide`` is called again where somebody saved the file meanwhile. With ``dry_run`` all is
    done but the writing, without the lock. Raises FileError, PlanFaults, CannotEdit, and what
    ``decide`` raises; the file is then as it was.
    """
    done: list[Done] = []

    def change(data: bytes) -> bytes | None:
        ground = ToChange(data, path)
        outcome = decide(ground.plan, clock.moment(ground.plan))
        new, name = None, ""
        if outcome.groundwork:
            new, name = _on_new_ground(ground.content, ground.parsed, outcome)
        elif outcome.planned:
            new, name = _amended(ground, outcome.planned)
        if new is not None:
            ground.check_would_be(new)
        if outcome.groundwork and new is not None and not dry_run:
            # What no entry tells is taken back from the copy.
            backup.keep(name, data, new)
        done.append(Done(ground.plan, outcome, name))
        return new

    _written(path, change, dry_run)
    return done[-1]


def _amended(ground: ToChange, planned: Iterable[Planned]) -> tuple[bytes, str]:
    """The file with these changes made, and their id: in a part of it where that is enough."""
    changed, additions = amendments(planned)
    last = ground.plan.entries[-1].id if ground.plan.entries else ""
    part = ground.part([*(one.id for one in changed), *(one.after or last for one in additions)])
    if part is not None:
        with suppress(CannotEdit):  # said of the whole file below, if that is no better
            tree = parse(part.content)
            amended = amend(part.content, tree, changed, additions, whole=ground.data)
            return part.put_back(amended.text), amended.change
    amended = amend(ground.content, ground.parsed, changed, additions)
    return encode(ground.content, amended.text), amended.change


def _written(path: Path, change: Callable[[bytes], bytes | None], dry_run: bool = False) -> None:
    """Change a file as ``change`` does, or only see what it would do; a bar tells how far it is."""

    def shown(data: bytes) -> bytes | None:
        with working("common.changing"):
            return change(data)

    if dry_run:
        shown(read_bytes(path))
    else:
        update_file(path, shown)


def _on_new_ground(content: Content, parsed: Parsed, outcome: Outcome) -> tuple[bytes, str]:
    """The file with topics, documents and repeats in place and then the changes; their id."""
    ground = outcome.groundwork
    if ground.documents:
        documents = [dict(data) for data in ground.documents]
        content = append_items(content, parsed, "documents", documents, apart=False)
        parsed = parse(content)
    if ground.topics:
        topics = [dict(data) for data in ground.topics]
        content = append_items(content, parsed, "topics", topics, apart=True)
        parsed = parse(content)
    fields = [SetField(name, key, v) for name, data in ground.repeats for key, v in data.items()]
    if fields:
        content = Content(content.name, edit(content, parsed, fields), content.bom)
        parsed = parse(content)
    change = ""
    if outcome.planned:
        amended = amend(content, parsed, *amendments(outcome.planned))
        content = Content(content.name, amended.text, content.bom)
        change = amended.change
    return encode(content, content.text), change


def save_edited(path: Path, base: bytes, text: bytes, tell: Callable[[Plan], Said]) -> Done:
    """Put a person's edited text in place of ``base``, with entries for what it changed.

    ``tell`` says what is told of the change, by the edited plan. Where ``base`` has faults there is
    no plan to compare with, and nothing is recorded: ``record`` finds what no entry explains.
    Raises FileError where the file is no longer ``base``, PlanFaults where the text is not sound.
    """
    done: list[Done] = []

    def change(data: bytes) -> bytes:
        if data != base:
            raise FileError("record.changed-while-edited", path=path)
        ground = ToChange(text, path)
        plan = ground.plan
        try:
            before = plan_of(base, path).plan
        except PlanFaults:
            before = plan
        planned = tuple(recorded(before, plan, tell(plan), clock.moment(plan)))
        if not planned:
            done.append(Done(before, Outcome(()), ""))
            return text
        new, name = _amended(ground, planned)
        ground.check_would_be(new)
        backup.keep(name, base, new)
        done.append(Done(before, Outcome(planned), name))
        return new

    _written(path, change)
    return done[-1]


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the plan before, and the id of the change ("" where there was none).

    ``whole``: all of it is. What an edit changed beside its entries is in the copy kept of the
    file before it; without that, the entries alone are taken back. ``marks``: what ``resolve`` had
    ended is marked again.
    """

    plan: Plan
    change: str
    whole: bool = True
    marks: bool = False


def undo(path: Path, *, dry_run: bool = False) -> Undone:
    """Take the last recorded command back, byte for byte.

    Raises CannotTakeBack where the lines of the change were changed since.
    """
    taken: list[Undone] = []

    def change(data: bytes) -> bytes | None:
        marked = backup.find(RESOLVED, data)
        if marked is not None:
            content = decode(data, str(path))
            text = side_of(content.text, kept(ours, content.text))
            plan = plan_of(encode(content, text), path).plan
            name = last_change(plan)
            recorded = name.encode() not in marked
            taken.append(Undone(plan, name if recorded else "", marks=True))
            return marked
        ground = ToChange(data, path)
        plan = ground.plan
        name = last_change(plan)
        if not name:
            taken.append(Undone(plan, ""))
            return None
        back = backup.find(name, data)
        whole = back is not None or not any(one.by_hand for _, one in changes_of(plan, name))
        if back is None:
            back = encode(ground.content, take_back(ground.content, ground.parsed, name).text)
        ground.check_would_be(back)
        taken.append(Undone(plan, name, whole))
        return back

    _written(path, change, dry_run)
    return taken[-1]


def amendments(planned: Iterable[Planned]) -> tuple[list[Amendment], list[Addition]]:
    """What is planned as edits of the file: one for each milestone, and the new ones."""
    found: dict[str, Amendment] = {}
    additions: list[Addition] = []
    for one in planned:
        entry = entry_data(one.entry)
        if one.entry.added and not one.entry.by_hand:
            additions.append(Addition(one.after, milestone_data(one.milestone), entry))
            continue
        # What was changed by hand stands in the file already; only the entry is missing.
        edits = () if one.entry.by_hand else one.entry.edits
        fields: dict[str, Data | None] = {
            edit.field: field_data(edit.new)
            for edit in edits
            if edit.old != edit.new and edit.field not in {stays.field for stays in one.stays}
        }
        fields.update((name, field_data(value)) for name, value in one.set_also.items())
        name = one.milestone.id
        before = found.get(name)
        if before is None:
            found[name] = Amendment(name, fields, [entry])
        else:
            # Several entries of one milestone in one go: occurrences of a recurring one.
            both = {**before.fields, **fields}
            found[name] = replace(before, fields=both, entries=[*before.entries, entry])
    return list(found.values()), additions
