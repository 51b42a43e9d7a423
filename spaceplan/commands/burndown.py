"""``spaceplan burndown``: open milestones against the baseline plan."""

from __future__ import annotations

from dataclasses import replace

from spaceplan.answers.selection import selection
from spaceplan.commands.options import FilterOptions, PointInTime, command
from spaceplan.commands.pictures import PictureOptions, emit, start
from spaceplan.commands.read_options import read_filter
from spaceplan.pictures.burndown import burndown
from spaceplan.roadmap.query import rows

EXAMPLES = "Examples: spaceplan burndown ; spaceplan burndown --owner MEXT --svg > burndown.svg"


@command
def run(point: PointInTime, which: FilterOptions, look: PictureOptions) -> None:
    """Draw how many milestones are open at each year's end, as planned at first and in fact."""
    session, chosen = start(point, look)
    plan, day, lang = session.plan, session.day, session.lang
    wanted = read_filter(session.loaded.plan, which)
    shown = replace(
        burndown(plan, day, rows(plan, day, wanted)), selected=selection(wanted, plan, lang)
    )
    emit("burndown", shown, wanted, chosen, look, session)
