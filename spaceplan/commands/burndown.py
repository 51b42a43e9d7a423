"""``spaceplan burndown``: open milestones against the baseline plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spaceplan.answers.selection import selection, selection_data
from spaceplan.commands.options import FilterOptions, PointInTime, command
from spaceplan.commands.pictures import PictureOptions, emit, start
from spaceplan.commands.read_options import read_filter
from spaceplan.pictures.burndown import burndown
from spaceplan.pictures.forms import Forms
from spaceplan.roadmap.query import rows

if TYPE_CHECKING:
    from spaceplan.pictures.canvas import Screen

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

    def svg() -> str:
        from spaceplan.pictures.svg_burndown import draw_burndown

        return draw_burndown(plan, shown, lang)

    def data() -> dict[str, object]:
        from spaceplan.pictures.data import burndown_data

        return {
            **session.head("burndown"),
            "selection": selection_data(wanted),
            **burndown_data(shown),
        }

    def text(screen: Screen) -> str:
        from spaceplan.pictures.text_burndown import print_burndown

        return print_burndown(plan, shown, lang, screen)

    emit(Forms(text, svg, data), "burndown", wanted, chosen, look, session)
