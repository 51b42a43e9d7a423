"""Pictures of a plan: grid, trend and burn-down, as SVG and for terminals.

Pure functions of a plan and a day. The first three below give whole SVG documents that stand by
themselves, wide or narrow as there is room; ``for_page`` gives what an HTML page needs. The style
sheet of all is ``svg.STYLE``. What filters select is said in their titles.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, rows

if TYPE_CHECKING:
    from spaceplan.pictures.burndown import Burndown
    from spaceplan.pictures.grid import Grid
    from spaceplan.pictures.trend import Trend

# A picture is for looking at; what has more rows than this is for a list.
MOST_ROWS = 300
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Pictures:
    """SVG documents for a page of one width. The grid is in pieces that fit a printed page."""

    grid: tuple[str, ...]
    trend: str
    burndown: str


def grid_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """Topics and milestones by fiscal year, as ``plan`` stands on ``day``; at most 300 rows."""
    from spaceplan.pictures.svg_grid import draw_grid

    return draw_grid(plan, _grid(plan, day, selected), lang)


def trend_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """How targets moved up to ``day``; the 20 that moved most."""
    from spaceplan.pictures.svg_trend import draw_trend

    return draw_trend(plan, _trend(plan, day, selected), lang)


def burndown_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """Open milestones against the baseline plan by fiscal year, on ``day``."""
    from spaceplan.pictures.svg_burndown import draw_burndown

    return draw_burndown(plan, _burndown(plan, day, selected), lang)


def for_page(
    plan: Plan, day: date, lang: str, selected: str, wide: float, highest: tuple[float, float]
) -> Pictures:
    """All three, ``wide`` pixels across.

    ``highest`` is how high the first piece of the grid may be, and each other one.
    """
    from spaceplan.pictures.svg_burndown import burndown_piece
    from spaceplan.pictures.svg_grid import grid_pieces
    from spaceplan.pictures.svg_trend import trend_piece

    return Pictures(
        tuple(grid_pieces(plan, _grid(plan, day, selected), lang, wide, highest)),
        trend_piece(plan, _trend(plan, day, selected), lang, wide),
        burndown_piece(plan, _burndown(plan, day, selected), lang, wide),
    )


def _grid(plan: Plan, day: date, selected: str) -> Grid:
    from spaceplan.pictures.grid import grid

    found = rows(plan, day, Filter())
    return replace(grid(plan, day, found, limit=MOST_ROWS), selected=selected)


def _trend(plan: Plan, day: date, selected: str) -> Trend:
    from spaceplan.pictures.trend import trend

    found = rows(plan, day, Filter())
    return replace(trend(plan, day, found, limit=MOST_LINES), selected=selected)


def _burndown(plan: Plan, day: date, selected: str) -> Burndown:
    from spaceplan.pictures.burndown import burndown

    return replace(burndown(plan, day, rows(plan, day, Filter())), selected=selected)
