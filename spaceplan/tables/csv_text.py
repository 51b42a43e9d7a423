"""The exported columns as CSV: raw for programs, protected for spreadsheet programs."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.render.csv_out import render_csv
from spaceplan.render.table import Column
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.tables.columns import COLUMNS, cells


def csv_text(found: Iterable[Row], plan: Plan, *, excel: bool = False) -> str:
    """Header and rows. ``excel``: as ``render_csv`` protects it, ids and times as ``="4-1"``."""
    columns = [
        Column(column.key, column.key, style="id" if column.kind == "code" else "")
        for column in COLUMNS
    ]
    return render_csv(columns, (tuple(cells(row, plan).values()) for row in found), excel=excel)
