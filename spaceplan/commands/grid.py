"""``spaceplan grid``: topics and milestones by fiscal year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from spaceplan.answers.selection import selection
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import FilterOptions, PointInTime, command
from spaceplan.commands.pictures import PictureOptions, emit, start
from spaceplan.commands.read_options import read_filter, read_periods
from spaceplan.errors import UsageError
from spaceplan.pictures.grid import grid
from spaceplan.roadmap.fiscal import FiscalRule
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
    session, chosen = start(point, look)
    plan, day, lang = session.plan, session.day, session.lang
    begin, end = (
        _years(word, f"--{name}", plan.rule, day) for name, word in (("from", first), ("to", last))
    )
    if begin and end and end[-1] < begin[0]:
        raise UsageError("pictures.backwards", last=end[-1], first=begin[0])
    wanted = read_filter(session.loaded.plan, which)
    shown = replace(
        grid(
            plan,
            day,
            rows(plan, day, wanted),
            first=begin[0] if begin else None,
            last=end[-1] if end else None,
            ongoing=ongoing,
        ),
        selected=selection(wanted, plan, lang),
    )
    emit("grid", shown, wanted, chosen, look, session)


def _years(word: str, option: str, rule: FiscalRule, day: date) -> list[int]:
    """The fiscal years of a period, however it is written; none where nothing was asked."""
    if not word:
        return []
    (*_, last) = periods = read_periods([word], option, rule, day)
    return [rule.year_of(periods[0].first_day(rule)), rule.year_of(last.last_day(rule) or day)]
