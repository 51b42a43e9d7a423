"""``spaceplan score``: how the plan did as a whole."""

from __future__ import annotations

from typing import Annotated

from spaceplan.answers.score import score_answer, score_blocks, scored
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.read_options import one_of, read_filter
from spaceplan.commands.session import open_session
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.score import GROUPS

EXAMPLES = "Examples: spaceplan score ; spaceplan score --by owner --as-of 2024-04-01"


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    look: LookOptions,
    by: Annotated[
        str,
        option(
            "--by",
            "A line for each topic, lead owner, fiscal year of the baseline, or kind.",
            "|".join(GROUPS),
            complete.groups,
            show_default=True,
        ),
    ] = "topic",
) -> None:
    """Score the plan: of what was promised by its first baseline, what was met, late, given up."""
    session = open_session(point, look)
    passing = rows(session.plan, session.day, read_filter(session.loaded.plan, which))
    found = scored(session, passing, one_of(by, GROUPS, "--by"))
    form = chosen_format(look)
    if is_page(form):
        emit_page(score_blocks(session, found), form, session.lang)
    else:
        emit(score_answer(session, found), look)
