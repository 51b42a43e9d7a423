"""Pictures of a plan: grid, trend and burn-down, as SVG and for terminals.

Pure functions of a plan and a day. The three below are what a page needs: whole SVG documents
that also stand within HTML as they are. Their style sheet is ``svg.STYLE``.
"""

from __future__ import annotations

from datetime import date

from spaceplan.roadmap.model import Plan

# A picture is for looking at; what has more rows than this is for a list.
MOST_ROWS = 300
MOST_LINES = 20


def grid_svg(plan: Plan, day: date, lang: str) -> str:
    """Topics and milestones by fiscal year, as ``plan`` stands on ``day``; at most 300 rows."""
    from spaceplan.pictures.grid import grid
    from spaceplan.pictures.svg_grid import draw_grid
    from spaceplan.roadmap.query import Filter, rows

    found = rows(plan, day, Filter())
    return draw_grid(plan, grid(plan, day, found, limit=MOST_ROWS), lang)


def trend_svg(plan: Plan, day: date, lang: str) -> str:
    """How targets moved up to ``day``; the 20 that moved most."""
    from spaceplan.pictures.svg_trend import draw_trend
    from spaceplan.pictures.trend import trend
    from spaceplan.roadmap.query import Filter, rows

    found = rows(plan, day, Filter())
    return draw_trend(plan, trend(plan, day, found, limit=MOST_LINES), lang)


def burndown_svg(plan: Plan, day: date, lang: str) -> str:
    """Open milestones against the baseline plan by fiscal year, on ``day``."""
    from spaceplan.pictures.burndown import burndown
    from spaceplan.pictures.svg_burndown import draw_burndown
    from spaceplan.roadmap.query import Filter, rows

    return draw_burndown(plan, burndown(plan, day, rows(plan, day, Filter())), lang)
