"""``spaceplan edit``: the plan in one's editor, checked and recorded on return."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.session import language
from spaceplan.commands.writing import plan_to_write, report
from spaceplan.errors import FileError, PlanFaults, SpaceplanError, UsageError
from spaceplan.plan_file.content import read_bytes
from spaceplan.plan_file.load import plan_of
from spaceplan.words import pick

EXAMPLES = "Example: EDITOR=vim spaceplan edit 4-1 --reason technical --source URL"

# Editors that take a line as +N; others are given the file alone.
_PLUS_LINE = ("vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "joe", "kak")


@command
def run(
    said: SaidOptions,
    where: WriteOptions,
    ref: Annotated[
        str,
        Argument(
            metavar="[REF]",
            help="Open at this milestone.",
            autocompletion=complete.milestones,
            show_default=False,
        ),
    ] = "",
) -> None:
    """Open the plan in $VISUAL or $EDITOR; check it on return and record what changed.

    Where the text has faults they are shown and the editor is offered again; the plan stays as it
    was until the text is sound, and your text is kept whatever happens.
    """
    from spaceplan.updating.carry_out import save_edited

    if where.dry_run:
        raise UsageError("--dry-run: an edit is looked at in the editor; leave it unsaved instead")
    lang = language(LookOptions(lang=where.lang))
    path = plan_to_write(where.plan, lang)
    base = read_bytes(path)
    line = _line(base, path, ref)
    tell = read_said(said)
    copy = _copy(base, path)
    try:
        while True:
            _open(copy, line, lang)
            text = read_bytes(copy)
            if text == base:
                print(pick(lang, "変更はありません", "nothing was changed"))
                copy.unlink()
                return
            try:
                told = tell(plan_of(base, path).plan)
                done = save_edited(path, base, text, told)
            except PlanFaults as faults:
                _show(faults, lang)
                line = faults.faults[0].line if faults.faults else line
            except UsageError as refused:
                print(f"spaceplan: {refused.message}", file=sys.stderr)
            else:
                copy.unlink()
                report(done, path, False, lang)
                return
            if not _again(lang):
                raise FileError(
                    pick(
                        lang,
                        f"{path} は変更していません。編集した内容は {copy} にあります",
                        f"{path} is not changed; your text is kept in {copy}",
                    )
                )
    except SpaceplanError as error:
        if copy.exists() and read_bytes(copy) != base and str(copy) not in error.message:
            error.message += pick(
                lang, f"\n編集した内容は {copy} にあります", f"\nyour text is kept in {copy}"
            )
        raise


def _line(base: bytes, path: Path, ref: str) -> int:
    """The line of a milestone; 1 without one, or where the plan has faults to be mended."""
    from spaceplan.references import named, resolve

    if not ref:
        return 1
    try:
        plan = plan_of(base, path).plan
    except PlanFaults as faults:
        return faults.faults[0].line
    reference = resolve(plan, ref)
    if reference.kind == "milestone":
        return named(plan, reference.value)[0].line
    inside = [entry for entry in plan.entries if str(entry.topic) == reference.value]
    return inside[0].line if reference.kind == "topic" and inside else 1


def _copy(base: bytes, path: Path) -> Path:
    """A copy to edit, outside the plan's folder: nobody takes it for a plan."""
    folder = Path(tempfile.mkdtemp(prefix="spaceplan-edit-"))
    copy = folder / path.name
    copy.write_bytes(base)
    return copy


def _open(copy: Path, line: int, lang: str) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageError(
            pick(
                lang,
                "エディターが分かりません。EDITOR を設定してください",
                "no editor is named; set EDITOR, for example EDITOR=nano",
            )
        )
    words = shlex.split(editor)
    program = Path(words[0]).name
    place = [f"+{line}"] if program in _PLUS_LINE and line > 1 else []
    target = f"{copy}:{line}" if program in ("code", "codium") else str(copy)
    extra = ["--wait", "--goto"] if program in ("code", "codium") else []
    try:
        done = subprocess.run([*words, *extra, *place, target], check=False)
    except OSError as error:
        raise UsageError(f"the editor {words[0]!r} cannot be started: {error.strerror}") from None
    if done.returncode:
        raise UsageError(f"the editor {words[0]!r} ended with code {done.returncode}")


def _show(faults: PlanFaults, lang: str) -> None:
    from spaceplan.render.text import visible

    for fault in faults.faults[: faults.SHOWN]:
        print(visible(fault.located(faults.name)), file=sys.stderr)
    more = len(faults.faults) - faults.SHOWN
    if more > 0:
        print(pick(lang, f"ほか{more}件", f"… and {more} more"), file=sys.stderr)


def _again(lang: str) -> bool:
    """Whether to open the editor once more; never where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(pick(lang, "もう一度開きますか", "open it again?"), default=True, err=True)
