"""``spaceplan grid``: topics and milestones by fiscal year."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from spaceplan.answers.selection import selection
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import FilterOptions, PointInTime, command
from spaceplan.commands.pictures import PictureOptions, emit, start
from spaceplan.commands.read_options import read_filter
from spaceplan.errors import UsageError, Wrong
from spaceplan.pictures.grid import grid
from spaceplan.roadmap.fiscal import read_fiscal_year
from spaceplan.roadmap.query import rows

EXAMPLES = (
    "Examples: spaceplan grid --owner MEXT ; spaceplan grid --from 2019 --to 2024 ; "
    "spaceplan grid --plan data/milestones.yaml -o grid.svg"
)


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    look: PictureOptions,
    first: Annotated[
        str,
        option(
            "--from",
            "First fiscal year shown; else the first that anything stands in.",
            "YEAR",
            complete.fiscal_years,
        ),
    ] = "",
    last: Annotated[
        str, option("--to", "Last fiscal year shown.", "YEAR", complete.fiscal_years)
    ] = "",
    ongoing: Annotated[bool, option("--ongoing", "Also show what has no time of its own.")] = False,
) -> None:
    """Draw the plan: milestones as rows, fiscal years as columns, baseline, target and actual."""
    begin, end = _year(first, "--from"), _year(last, "--to")
    if begin is not None and end is not None and end < begin:
        raise UsageError("pictures.backwards", last=end, first=begin)
    session, chosen = start(point, look)
    plan, day, lang = session.plan, session.day, session.lang
    wanted = read_filter(session.loaded.plan, which)
    shown = replace(
        grid(plan, day, rows(plan, day, wanted), first=begin, last=end, ongoing=ongoing),
        selected=selection(wanted, plan, lang),
    )
    emit("grid", shown, wanted, chosen, look, session)


def _year(word: str, option: str) -> int | None:
    if not word:
        return None
    try:
        return read_fiscal_year(word)
    except Wrong as error:
        raise UsageError("common.option", option=option, wrong=error.phrase) from None
