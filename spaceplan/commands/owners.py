"""``spaceplan owners``: the organisations of the plan, with names, aliases and counts."""

from __future__ import annotations

from spaceplan.answers.registers import owners_answer
from spaceplan.commands.options import FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import read_filter
from spaceplan.commands.session import open_session
from spaceplan.roadmap.query import rows

EXAMPLES = "Examples: spaceplan owners --json ; spaceplan owners --topic 17 --state overdue"


@command
def run(point: PointInTime, which: FilterOptions, look: LookOptions) -> None:
    """List the owners: code, names, aliases, and how many milestones they hold."""
    session = open_session(point, look)
    wanted = read_filter(session.loaded.plan, which)
    passing = rows(session.plan, session.day, wanted)
    emit(owners_answer(session, wanted, passing), look)
