"""``spaceplan owners``: the organisations of the plan, with names, aliases and counts."""

from __future__ import annotations

from spaceplan.commands.options import LookOptions, PointInTime, command
from spaceplan.commands.output import emit
from spaceplan.commands.session import open_session
from spaceplan.views.overview import owners_answer

EXAMPLES = "Example: spaceplan owners --json"


@command
def run(point: PointInTime, look: LookOptions) -> None:
    """List the owners: code, names, aliases, and how many milestones they hold."""
    emit(owners_answer(open_session(point, look)), look)
