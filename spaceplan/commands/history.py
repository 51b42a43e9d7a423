"""``spaceplan history``: what was recorded, newest first."""

from __future__ import annotations

from typing import Annotated

from spaceplan.answers.history import Wanted, history_answer
from spaceplan.commands import complete
from spaceplan.commands.option import argument, option
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
        argument(
            "[REF]...",
            "Milestones, or topics with all of theirs; else the whole plan.",
            complete.milestones,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    since: Annotated[str, option("--since", "Recorded on or after this day.", "DATE")] = "",
    until: Annotated[str, option("--until", "Recorded on or before this day.", "DATE")] = "",
    reason: Annotated[
        str, option("--reason", "Given for this reason.", "CODE", complete.reasons)
    ] = "",
    by: Annotated[str, option("--by", "Recorded by this name.", "NAME")] = "",
    limit: Annotated[int | None, option("--limit -n", "At most so many entries.", min=0)] = None,
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
