"""``spaceplan overdue``: what is late, worst first."""

from __future__ import annotations

from typing import Annotated

from typer import Exit, Option

from spaceplan.answers.flat import answer
from spaceplan.answers.rows import OVERDUE
from spaceplan.commands import complete
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.session import one_of, open_session, read_filter, read_order
from spaceplan.errors import FOUND
from spaceplan.roadmap.query import coming, ordered, rows
from spaceplan.roadmap.state import AGAINST
from spaceplan.words import pick

EXAMPLES = "Example: spaceplan overdue --owner MEXT --as-of 2022-04-01"


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    order: OrderOptions,
    look: LookOptions,
    against: Annotated[
        str,
        Option(
            "--against",
            help="Measure against the current target or the baseline, the first target.",
            metavar="target|baseline",
            show_default=False,
            autocompletion=complete.measures,
        ),
    ] = "target",
    exit_code: Annotated[
        bool, Option("--exit-code", help="Exit with 1 when anything is overdue.")
    ] = False,
) -> None:
    """List what is late, worst first: by how much, whose it is, how it slipped."""
    session = open_session(point, look)
    wanted, asked = read_filter(session.loaded.plan, which), read_order(order, session.lang)
    measure = one_of(against, AGAINST, "--against")
    passing = rows(session.plan, session.day, wanted, measure)
    late = [row for row in passing if row.standing.is_late]
    found = ordered(late, asked, "late")
    lang, day = session.lang, session.day
    if late:
        note = pick(
            lang, f"{day} 現在、{len(late)}件が期限超過", f"{len(late)} overdue as of {day}"
        )
        if len(found) < len(late):
            note += pick(lang, f"（うち{len(found)}件を表示）", f", {len(found)} shown")
    else:
        note = pick(lang, f"{day} 現在、期限超過はありません", f"nothing is overdue as of {day}")
        due, next_rows = coming(passing, day)
        if due:
            ids = ", ".join(row.milestone.id for row in next_rows)
            note += pick(
                lang, f"。次の期日は {due}（{ids}）", f"; the next due date is {due} ({ids})"
            )
    if measure == "baseline":
        note += pick(lang, "（当初目標に対して）", " (against the baseline)")
    emit(answer(session, "overdue", found, OVERDUE, (note,), {"against": measure}), look)
    if exit_code and late:
        raise Exit(FOUND)
