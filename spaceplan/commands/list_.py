"""``spaceplan list``: every milestone that passes the filters."""

from __future__ import annotations

from spaceplan.answers.lists import list_answer
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import read_filter, read_order
from spaceplan.commands.session import open_session
from spaceplan.roadmap.query import rows

EXAMPLES = "Example: spaceplan list --owner 文科省 --state overdue,due-soon --sort due"


@command
def run(point: PointInTime, which: FilterOptions, order: OrderOptions, look: LookOptions) -> None:
    """List every milestone that passes the filters, one row for each original."""
    session = open_session(point, look)
    wanted = read_filter(session.loaded.plan, which, session.day)
    asked = read_order(order, session.lang)
    passing = rows(session.plan, session.day, wanted)
    emit(list_answer(session, passing, asked), look)
