"""``spaceplan edit``: the plan in one's editor, checked and recorded on return."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.option import argument
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.session import language
from spaceplan.commands.writing import plan_to_write, report
from spaceplan.errors import FileError, PlanFaults, SpaceplanError, UsageError, phrase
from spaceplan.files.content import read_bytes
from spaceplan.files.copies import copy_to_edit, discard
from spaceplan.files.system import reason
from spaceplan.plan_file.load import plan_of
from spaceplan.roadmap.model import Plan
from spaceplan.words import SHOWN, located, say, told
from spaceplan.words import said as in_words

if TYPE_CHECKING:
    from spaceplan.record.carry_out import Done
    from spaceplan.record.planned import Said

EXAMPLES = "Example: spaceplan edit 4-1 --reason technical --source URL"

# What a system calls its editor, the first that is there.
_SYSTEM = ("notepad",) if os.name == "nt" else ("editor", "sensible-editor", "nano", "vi")
# Editors that take a line as +N; others are given the file alone.
_PLUS_LINE = ("vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "joe", "kak")


@command
def run(
    said: SaidOptions,
    where: WriteOptions,
    ref: Annotated[str, argument("[REF]", "Open at this milestone.", complete.milestones)] = "",
) -> None:
    """Open the plan in your editor; check it on return and record what changed.

    The editor is $VISUAL or $EDITOR, else the system's.

    Where the text has faults they are shown and the editor is offered again; the plan stays as it
    was until the text is sound, and your text is kept whatever happens.
    """
    if where.dry_run:
        raise UsageError("updating.edit-dry-run")
    lang = language(LookOptions(lang=where.lang))
    path = plan_to_write(where.plan, lang)
    base = read_bytes(path)
    tell = read_said(said)
    editor = _editor()
    try:
        plan = plan_of(base, path).plan
    except PlanFaults as faults:  # it is opened to be mended
        line = faults.faults[0].line
    else:
        line = _line(plan, base, ref)
        tell(plan)
    copy = copy_to_edit(base, path.name)
    try:
        done = _edited(path, base, copy, tell, editor, line, lang)
    except BaseException as error:
        if _keeps(copy, base):
            kept = phrase("updating.text-kept", copy=str(copy))
            if isinstance(error, SpaceplanError):
                error.also += (kept,)
            else:
                print(f"\nspaceplan: {in_words(kept, lang)}", file=sys.stderr)
        raise
    discard(copy)
    if done is None:
        print(say("updating.nothing-changed", lang))
    elif done.change:
        report(done, path, False, lang)
    else:
        print(say("updating.nothing-to-record", lang, path=path))


def _edited(
    path: Path,
    base: bytes,
    copy: Path,
    tell: Callable[[Plan], Said],
    editor: list[str],
    line: int,
    lang: str,
) -> Done | None:
    """Open the editor until its text is saved; None where it changed nothing.

    Raises what keeps the text from being saved, or FileError where the user gives up.
    """
    from spaceplan.record.carry_out import save_edited

    while True:
        _open(editor, copy, line)
        text = read_bytes(copy)
        if text == base:
            return None
        try:
            return save_edited(path, base, text, tell)
        except PlanFaults as faults:
            _show(faults, lang)
            line = faults.faults[0].line if faults.faults else line
        except UsageError as refused:
            print(f"spaceplan: {told(refused, lang)}", file=sys.stderr)
        if not _again(lang):
            raise FileError("updating.not-changed", path=path)


def _keeps(copy: Path, base: bytes) -> bool:
    """Whether the copy of an edit that failed holds anything to keep; else it goes."""
    try:
        if copy.read_bytes() != base:
            return True
    except OSError:
        return False  # the editor took it away
    discard(copy)
    return False


def _line(plan: Plan, base: bytes, ref: str) -> int:
    """The line of a milestone or of a topic's first one; 1 without a reference."""
    from spaceplan.plan_file.nodes import line_of
    from spaceplan.roadmap.references import named, resolve

    if not ref:
        return 1
    reference = resolve(plan, ref)
    if reference.kind == "milestone":
        return line_of(base, named(plan, reference.value)[0].id)
    inside = [entry for entry in plan.entries if str(entry.topic) == reference.value]
    return line_of(base, inside[0].id) if reference.kind == "topic" and inside else 1


def _editor() -> list[str]:
    """The words of $VISUAL or $EDITOR, else the system's editor.

    Raises UsageError where they name no program, and where the system has none.
    """
    editor = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not editor:
        found = next(filter(None, map(shutil.which, _SYSTEM)), None)
        if found is None:
            raise UsageError("updating.no-editor")
        return [found]
    try:
        return shlex.split(editor)
    except ValueError as error:
        raise UsageError("updating.editor-unreadable", editor=editor, why=str(error)) from None


def _open(editor: list[str], copy: Path, line: int) -> None:
    program = Path(editor[0]).name
    place = [f"+{line}"] if program in _PLUS_LINE and line > 1 else []
    target = f"{copy}:{line}" if program in ("code", "codium") else str(copy)
    extra = ["--wait", "--goto"] if program in ("code", "codium") else []
    try:
        done = subprocess.run([*editor, *extra, *place, target], check=False)
    except OSError as error:
        raise UsageError(
            "updating.editor-not-started", editor=editor[0], why=reason(error)
        ) from None
    if done.returncode:
        raise UsageError("updating.editor-failed", editor=editor[0], code=done.returncode)


def _show(faults: PlanFaults, lang: str) -> None:
    from spaceplan.render.text import visible

    for fault in faults.faults[:SHOWN]:
        print(visible(located(fault, faults.name, lang)), file=sys.stderr)
    more = len(faults.faults) - SHOWN
    if more > 0:
        print(say("updating.more", lang, count=more), file=sys.stderr)


def _again(lang: str) -> bool:
    """Whether to open the editor once more; never where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(say("updating.open-again", lang), default=True, err=True)
