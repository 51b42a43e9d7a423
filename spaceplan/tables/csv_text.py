"""The exported columns as CSV: raw for programs, protected for spreadsheet programs."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.progress import each
from spaceplan.render.csv_out import render_csv
from spaceplan.render.table import Column
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.tables.columns import cells, columns_of


def csv_text(found: Sequence[Row], plan: Plan, *, excel: bool = False) -> str:
    """Header and rows. ``excel``: as ``render_csv`` protects it, ids and times as ``="4-1"``."""
    of_rows = columns_of(found)
    coded = any(isinstance(row.milestone.topic, str) for row in found)
    columns = [
        Column(
            one.key,
            one.key,
            style="id" if one.kind == "code" or (one.key == "topic" and coded) else "",
        )
        for one in of_rows
    ]
    return render_csv(
        columns, (tuple(cells(row, plan, of_rows).values()) for row in each(found)), excel=excel
    )
