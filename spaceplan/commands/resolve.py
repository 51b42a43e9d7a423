"""``spaceplan resolve``: end a conflict that a merge left marked, and record who decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Exit

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, read_said, read_target
from spaceplan.commands.option import Lang, argument, option
from spaceplan.commands.options import LookOptions, PlanOption, command
from spaceplan.commands.output import write
from spaceplan.commands.read_options import one_of
from spaceplan.commands.session import language
from spaceplan.commands.writing import plan_to_write, report
from spaceplan.errors import FOUND, UsageError
from spaceplan.roadmap.states import STATUSES
from spaceplan.words import say

EXAMPLES = "Example: spaceplan resolve"


@command
def run(
    where: PlanOption,
    said: SaidOptions,
    ref: Annotated[
        str,
        argument("[REF]", "The milestone whose conflict is decided; without it all are listed."),
    ] = "",
    ours: Annotated[bool, option("--ours", "What this branch says stands.")] = False,
    theirs: Annotated[
        bool, option("--theirs", "What the branch that is merged says stands.")
    ] = False,
    both: Annotated[
        bool, option("--both", "Of two milestones with one id, theirs gets the next free one.")
    ] = False,
    target: Annotated[str, option("--target", "Another target stands.", "TIME")] = "",
    fy: Annotated[str, option("--fy", "Another target stands: a fiscal year.", "YEAR")] = "",
    status: Annotated[
        str, option("--status", "Another status stands.", "STATUS", complete.statuses)
    ] = "",
    lang: Lang = "",
) -> None:
    """End a conflict that a merge left marked in the plan, and record who decided.

    What was decided against is taken back by an entry, so that both decisions and the one between
    them stay in the history. Without REF it lists what stands against what, and exits with 1 where
    anything does.
    """
    speech = language(LookOptions(lang=lang))
    path = plan_to_write(where.plan, speech)
    aim = read_target(target, fy)
    values: dict[str, object] = {"target": aim} if aim else {}
    if status:
        values["status"] = one_of(status, STATUSES, "--status")
    if not ref:
        _list(path, speech)
        return
    if sum((ours, theirs, both)) > 1:
        raise UsageError("updating.one-of-three")
    if not (ours or theirs or both or values):
        raise UsageError("record.choose-side", id=ref)
    from spaceplan.record import conflicts
    from spaceplan.record.resolve import Choice, resolve

    side = conflicts.ours if ours else conflicts.theirs if theirs else None
    done, rest = resolve(path, ref, Choice(side, values, both), read_said(said))
    if done.outcome.planned:
        report(done, path, False, speech)
    else:
        key = "settled-repeat" if ref in done.plan.by_id else "settled-deleted"
        write(say(f"updating.{key}", speech, id=ref, path=path))
    if rest:
        write(say("updating.conflicts-left", speech, count=rest))
    else:
        write(say("updating.no-conflicts-left", speech))


def _list(path: Path, lang: str) -> None:
    """What stands against what, a line each."""
    from spaceplan.answers.conflict_lines import conflict_lines
    from spaceplan.files.content import decode, read_bytes
    from spaceplan.record.conflicts import hunks

    text = decode(read_bytes(path), str(path)).text
    if not hunks(text):
        write(say("updating.no-conflicts", lang, path=path))
        return
    write("\n".join(conflict_lines(text, str(path), lang)))
    raise Exit(FOUND)
