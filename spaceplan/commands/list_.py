"""``spaceplan list``: every milestone that passes the filters."""

from __future__ import annotations

from spaceplan.answers.flat import answer
from spaceplan.answers.rows import LIST
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.session import open_session, read_filter, read_order
from spaceplan.roadmap.query import ordered, rows
from spaceplan.words import pick

EXAMPLES = "Example: spaceplan list --owner 文科省 --state overdue,due-soon --sort due"


@command
def run(point: PointInTime, which: FilterOptions, order: OrderOptions, look: LookOptions) -> None:
    """List every milestone that passes the filters, one row for each original."""
    session = open_session(point, look)
    wanted, asked = read_filter(session.loaded.plan, which), read_order(order, session.lang)
    passing = rows(session.plan, session.day, wanted)
    found = ordered(passing, asked)
    lang = session.lang
    count = pick(lang, f"{len(passing)}件", f"{len(passing)} milestones")
    if len(passing) == 1:
        count = pick(lang, "1件", "1 milestone")
    if len(found) < len(passing):
        count = pick(lang, f"{len(passing)}件中{len(found)}件", f"{len(found)} of {count}")
    if not passing:
        count = pick(lang, "該当するものはありません", "no milestone passes these filters")
    emit(answer(session, "list", found, LIST, (count,)), look)
