"""``spaceplan topics``: the roadmap's headings, with their charts and counts."""

from __future__ import annotations

from spaceplan.answers.registers import topics_answer
from spaceplan.commands.options import FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import read_filter
from spaceplan.commands.session import open_session
from spaceplan.roadmap.query import rows

EXAMPLES = "Examples: spaceplan topics --lang ja ; spaceplan topics --state overdue"


@command
def run(point: PointInTime, which: FilterOptions, look: LookOptions) -> None:
    """List the topics with their charts, how many bullets and commitments, and how many late."""
    session = open_session(point, look)
    wanted = read_filter(session.loaded.plan, which)
    passing = rows(session.plan, session.day, wanted)
    emit(topics_answer(session, wanted, passing), look)
