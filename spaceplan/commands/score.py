"""``spaceplan score``: how the plan did as a whole."""

from __future__ import annotations

from typing import Annotated

from spaceplan.answers.flat import staleness
from spaceplan.answers.score import score_answer, score_blocks, scored
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.read_options import one_of, read_filter
from spaceplan.commands.session import open_session
from spaceplan.render.page import Line
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.score import BASELINES, GROUPS, Measure

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
    against: Annotated[
        str,
        option(
            "--against",
            "Measure against the first baseline, or the one set anew last.",
            "|".join(BASELINES),
            complete.baselines,
            show_default=True,
        ),
    ] = BASELINES[0],
    verified: Annotated[
        bool, option("--verified", "Count as met only what somebody else confirmed.")
    ] = False,
) -> None:
    """Score the plan: of what was promised by its baseline, what was met, late, given up."""
    session = open_session(point, look)
    plan, day = session.plan, session.day
    measure = Measure(plan, day, one_of(against, BASELINES, "--against"), verified)
    passing = rows(plan, day, read_filter(session.loaded.plan, which))
    found = scored(passing, measure, one_of(by, GROUPS, "--by"))
    form = chosen_format(look)
    if is_page(form):
        notes = map(Line, staleness(session))
        emit_page([*score_blocks(plan, found, session.lang), *notes], form, session.lang)
    else:
        emit(score_answer(session, found), look)
