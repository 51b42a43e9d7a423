"""``spaceplan burndown``: open milestones against the baseline plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    found = rows(plan, day, read_filter(session.loaded.plan, which))
    shown = burndown(plan, day, found)

    def svg() -> str:
        from spaceplan.pictures.svg_burndown import draw_burndown

        return draw_burndown(plan, shown, lang)

    def data() -> dict[str, object]:
        from spaceplan.pictures.data import burndown_data

        return {**session.head("burndown"), **burndown_data(shown)}

    def text(screen: Screen) -> str:
        from spaceplan.pictures.text_burndown import print_burndown

        return print_burndown(plan, shown, lang, screen)

    emit(Forms(text, svg, data), chosen, look, session.location.path)
