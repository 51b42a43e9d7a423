"""``spaceplan merge``: two branches of one plan, put together by meaning."""

from __future__ import annotations

import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spaceplan.commands.option import Lang, argument, option
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.session import language
from spaceplan.errors import FOUND, FileError, PlanFaults
from spaceplan.files.content import read_bytes
from spaceplan.files.save import save
from spaceplan.words import say, told

if TYPE_CHECKING:
    from spaceplan.record.merge import Merged
    from spaceplan.yaml_text.three_way import Conflict

EXAMPLES = "Example: spaceplan merge before.yaml ours.yaml theirs.yaml -o merged.yaml"

# What git says where it cannot merge at all.
_FAILED = 128


@command
def run(
    base: Annotated[Path, argument("BASE", "The plan before both changes.")],
    ours: Annotated[Path, argument("OURS", "The plan as one side has it.")],
    theirs: Annotated[Path, argument("THEIRS", "The plan as the other has it.")],
    output: Annotated[
        Path | None, option("-o --output", "Where to write; else OURS.", "FILE")
    ] = None,
    marker_size: Annotated[
        int,
        option("--marker-size", "How long conflict markers are.", "N", min=1, show_default=True),
    ] = 7,
    name: Annotated[
        str, option("--name", "What messages call the file; git knows its path as %P.", "PATH")
    ] = "",
    lang: Lang = "",
) -> None:
    """Put two changes of one plan together: milestones by id, fields by key, histories as one.

    Made to be git's merge driver. What both changed in two ways is marked in the file and listed,
    and the exit code is 1. Where one of the three cannot be merged by meaning, git merges them as
    text, and that is said.
    """
    from spaceplan.record.merge import NotMerged, merge

    speech = language(LookOptions(lang=lang))
    target = output or ours
    three = [read_bytes(path) for path in (base, ours, theirs)]
    try:
        done = merge(three[0], three[1], three[2], marker=marker_size)
    except NotMerged:
        data, conflicts = _as_text(base, ours, theirs, marker_size)
        save(target, data)
        _tell(say("updating.merged-as-text", speech, path=name or target))
        if conflicts:
            _tell(say("updating.merge-conflicts", speech, path=name or target, count=conflicts))
            raise typer.Exit(FOUND) from None
        return
    lines = []
    if done.conflicts:
        count = len(done.conflicts)
        lines.append(say("updating.merge-conflicts", speech, path=name or target, count=count))
        lines += _lines(done, name or str(target), speech)
        lines.append(say("updating.merge-settle", speech))
    if done.faults:
        lines.append(say("updating.merge-unsound", speech, path=name or target))
        faults = told(PlanFaults(name or str(target), done.faults), speech)
        lines += [f"  {line}" for line in faults.splitlines()]
    # Last of all: where anything fails before, git merges what stands in OURS as text.
    save(target, done.data)
    for line in lines:
        _tell(line)
    if lines:
        raise typer.Exit(FOUND)


def _as_text(base: Path, ours: Path, theirs: Path, marker: int) -> tuple[bytes, int]:
    """What git makes of the three as text, and how many conflicts. Raises FileError without git."""
    words = ["git", "merge-file", "-p", f"--marker-size={marker}", "-L", "ours", "-L", "base"]
    try:
        done = subprocess.run(
            [*words, "-L", "theirs", str(ours), str(base), str(theirs)],
            capture_output=True,
            check=False,
        )
    except OSError:
        raise FileError("updating.merge-needs-git", path=ours) from None
    if done.returncode >= _FAILED:
        raise FileError("updating.merge-failed", path=ours)
    return done.stdout, done.returncode


def _lines(done: Merged, name: str, lang: str) -> list[str]:
    """Each conflict in words; of milestones as ``resolve`` lists them, where both can be read."""
    from spaceplan.answers.conflict_lines import of_milestones
    from spaceplan.files.content import decode

    try:
        lines = of_milestones(decode(done.data, name).text, name, lang)
    except PlanFaults:
        return [_told(conflict, lang) for conflict in done.conflicts]
    others = (one for one in done.conflicts if one.path[0] != "milestones")
    return [*(_told(one, lang) for one in others), *lines]


def _told(conflict: Conflict, lang: str) -> str:
    """One conflict by its place in the file."""
    *above, last = conflict.path[1:] if conflict.path[0] == "milestones" else conflict.path
    where = " ".join([*above, say(last, lang)])
    if conflict.ours and conflict.theirs:
        ours, theirs = _values(conflict)
        return say("updating.conflict", lang, where=where, ours=ours, theirs=theirs)
    gone = "gone-here" if not conflict.ours else "gone-there"
    return say(f"updating.conflict-{gone}", lang, where=where)


def _values(conflict: Conflict) -> tuple[str, str]:
    """The values of a pair; of a block those of the first line that differs."""
    ours, theirs = (one.strip().splitlines() for one in (conflict.ours, conflict.theirs))
    pairs = list(zip_longest(ours, theirs, fillvalue=""))
    first, second = next((pair for pair in pairs if pair[0] != pair[1]), pairs[0])
    return _value(first), _value(second)


def _value(line: str) -> str:
    return line.strip().partition(": ")[2] or line.strip() or "-"


def _tell(message: str) -> None:
    from spaceplan.render.text import visible

    print(visible(message), file=sys.stderr)
