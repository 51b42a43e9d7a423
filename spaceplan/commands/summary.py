"""``spaceplan summary``: the plan on one screen."""

from __future__ import annotations

from spaceplan.answers import overview
from spaceplan.answers.flat import staleness
from spaceplan.commands.options import FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.read_options import read_filter
from spaceplan.commands.session import open_session
from spaceplan.render.page import Line
from spaceplan.roadmap.query import rows

EXAMPLES = "Example: spaceplan summary --owner MEXT"


@command
def run(point: PointInTime, which: FilterOptions, look: LookOptions) -> None:
    """Show the plan on one screen: counts by state, topic, owner and fiscal year, with bars."""
    session = open_session(point, look)
    found = rows(session.plan, session.day, read_filter(session.loaded.plan, which))
    form = chosen_format(look)
    counts = overview.count(session, found)
    if is_page(form):
        notes = [Line(note) for note in staleness(session)]
        blocks = [*overview.summary_blocks(session, counts), *notes]
        emit_page(blocks, form, session.lang, paged=not look.no_pager)
    else:
        emit(overview.summary_answer(session, counts), look)
