"""``spaceplan history``: what was recorded, newest first."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from spaceplan.answers.history import Wanted, history_answer
from spaceplan.commands import complete
from spaceplan.commands.options import LookOptions, PointInTime, command
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import read_first, read_last, reason_code
from spaceplan.commands.session import open_session
from spaceplan.record.naming import targets
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.references import resolve, standing_in

EXAMPLES = (
    "Examples: spaceplan history 4-1 ; spaceplan history --since 2026-11-01 --reason technical"
)


@command
def run(
    point: PointInTime,
    look: LookOptions,
    refs: Annotated[
        list[str],
        Argument(
            metavar="[REF]...",
            help="Milestones, or topics with all of theirs; else the whole plan.",
            autocompletion=complete.milestones,
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    since: Annotated[
        str,
        Option(
            "--since", help="Recorded on or after this day.", metavar="DATE", show_default=False
        ),
    ] = "",
    until: Annotated[
        str,
        Option(
            "--until", help="Recorded on or before this day.", metavar="DATE", show_default=False
        ),
    ] = "",
    reason: Annotated[
        str,
        Option(
            "--reason",
            help="Given for this reason.",
            metavar="CODE",
            show_default=False,
            autocompletion=complete.reasons,
        ),
    ] = "",
    by: Annotated[
        str,
        Option("--by", help="Recorded by this name.", metavar="NAME", show_default=False),
    ] = "",
    limit: Annotated[
        int | None,
        Option("--limit", "-n", help="At most so many entries.", min=0, show_default=False),
    ] = None,
) -> None:
    """Show what was recorded of milestones or of the whole plan, newest first."""
    session = open_session(point, look)
    ids = _ids(session.plan, refs) if refs else None
    rule = session.plan.rule
    wanted = Wanted(
        ids=ids,
        since=read_first(since, "--since", rule, session.day) if since else None,
        until=read_last(until, "--until", rule, session.day) if until else None,
        reason=reason_code(session.loaded.plan, reason) if reason else "",
        who=by,
        limit=limit,
    )
    emit(history_answer(session, wanted), look)


def _ids(plan: Plan, refs: list[str]) -> tuple[str, ...]:
    """The originals that references name; a topic or a chart is all that stand in it."""
    words: list[str] = []
    for ref in refs:
        reference = resolve(plan, ref)
        if reference.kind == "milestone":
            words.append(reference.value)
        else:
            words += [entry.id for entry in standing_in(plan, reference)]
    return tuple(one.id for one in targets(plan, words, True).milestones)
