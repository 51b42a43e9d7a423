"""Pictures of a plan: grid, trend and burn-down, as SVG and for terminals.

Pure functions of a plan and a day. The three below are what a page needs: whole SVG documents
that also stand within HTML as they are. Their style sheet is ``svg.STYLE``. What filters select is
said in their titles.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spaceplan.roadmap.model import Plan

# A picture is for looking at; what has more rows than this is for a list.
MOST_ROWS = 300
MOST_LINES = 20


def grid_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """Topics and milestones by fiscal year, as ``plan`` stands on ``day``; at most 300 rows."""
    from spaceplan.pictures.grid import grid
    from spaceplan.pictures.svg_grid import draw_grid
    from spaceplan.roadmap.query import Filter, rows

    found = rows(plan, day, Filter())
    shown = replace(grid(plan, day, found, limit=MOST_ROWS), selected=selected)
    return draw_grid(plan, shown, lang)


def trend_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """How targets moved up to ``day``; the 20 that moved most."""
    from spaceplan.pictures.svg_trend import draw_trend
    from spaceplan.pictures.trend import trend
    from spaceplan.roadmap.query import Filter, rows

    found = rows(plan, day, Filter())
    shown = replace(trend(plan, day, found, limit=MOST_LINES), selected=selected)
    return draw_trend(plan, shown, lang)


def burndown_svg(plan: Plan, day: date, lang: str, selected: str = "") -> str:
    """Open milestones against the baseline plan by fiscal year, on ``day``."""
    from spaceplan.pictures.burndown import burndown
    from spaceplan.pictures.svg_burndown import draw_burndown
    from spaceplan.roadmap.query import Filter, rows

    shown = replace(burndown(plan, day, rows(plan, day, Filter())), selected=selected)
    return draw_burndown(plan, shown, lang)
