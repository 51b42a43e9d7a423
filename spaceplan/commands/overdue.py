"""``spaceplan overdue``: what is late, worst first."""

from __future__ import annotations

from typing import Annotated

from typer import Exit

from spaceplan.answers.lists import overdue_answer
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import one_of, read_filter, read_order
from spaceplan.commands.session import open_session, tell_damage
from spaceplan.errors import FOUND
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.state import AGAINST

EXAMPLES = "Example: spaceplan overdue --owner MEXT --as-of 2022-04-01"


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    order: OrderOptions,
    look: LookOptions,
    against: Annotated[
        str,
        option(
            "--against",
            "Measure against the target, the first baseline, or the one set anew last.",
            "|".join(AGAINST),
            complete.measures,
        ),
    ] = "target",
    exit_code: Annotated[
        bool, option("--exit-code", "Exit with 1 when anything is overdue.")
    ] = False,
) -> None:
    """List what is late, worst first: by how much, whose it is, how it slipped."""
    session = open_session(point, look)
    tell_damage(session.loaded.plan, session.lang)
    wanted = read_filter(session.loaded.plan, which, session.day)
    asked = read_order(order, session.lang)
    measure = one_of(against, AGAINST, "--against")
    passing = rows(session.plan, session.day, wanted, measure)
    late = [row for row in passing if row.standing.is_late]
    emit(overdue_answer(session, passing, late, asked, measure), look)
    if exit_code and late:
        raise Exit(FOUND)
