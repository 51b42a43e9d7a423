"""``spaceplan topics``: the roadmap's headings, with their charts and counts."""

from __future__ import annotations

from spaceplan.commands.options import LookOptions, PointInTime, command
from spaceplan.commands.output import emit
from spaceplan.commands.session import open_session
from spaceplan.views.overview import topics_answer

EXAMPLES = "Example: spaceplan topics --lang ja"


@command
def run(point: PointInTime, look: LookOptions) -> None:
    """List the topics with their charts, how many bullets and commitments, and how many late."""
    emit(topics_answer(open_session(point, look)), look)
