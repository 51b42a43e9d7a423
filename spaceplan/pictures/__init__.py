"""Pictures of a plan: grid, trend and burn-down, as SVG and for terminals.

Pure functions of a plan and a day. ``svg_grid.draw_grid`` and its like give whole SVG documents
that stand by themselves, wide or narrow as there is room; ``for_page`` gives what an HTML page
needs. The style sheet of all is ``svg.STYLE``. What filters select is said in their titles.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, rows

# A picture is for looking at; what has more rows than this is for a list.
MOST_ROWS = 300
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Pictures:
    """SVG documents for a page of one width. The grid is in pieces that fit a printed page."""

    grid: tuple[str, ...]
    trend: str
    burndown: str


def for_page(
    plan: Plan, day: date, lang: str, selected: str, wide: float, highest: tuple[float, float]
) -> Pictures:
    """All three, ``wide`` pixels across.

    ``highest`` is how high the first piece of the grid may be, and each other one.
    """
    from spaceplan.pictures.burndown import burndown
    from spaceplan.pictures.grid import grid
    from spaceplan.pictures.svg_burndown import burndown_piece
    from spaceplan.pictures.svg_grid import grid_pieces
    from spaceplan.pictures.svg_trend import trend_piece
    from spaceplan.pictures.trend import trend

    found = rows(plan, day, Filter())
    years = replace(grid(plan, day, found, limit=MOST_ROWS), selected=selected)
    courses = replace(trend(plan, day, found, limit=MOST_LINES), selected=selected)
    levels = replace(burndown(plan, day, found), selected=selected)
    return Pictures(
        tuple(grid_pieces(plan, years, lang, wide, highest)),
        trend_piece(plan, courses, lang, wide),
        burndown_piece(plan, levels, lang, wide),
    )
