"""``spaceplan due``: what falls due in a period, whatever its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from typer import Option

from spaceplan.answers.lists import days_until, due_answer, fiscal_years
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import option_value, read_day, read_filter, read_order
from spaceplan.commands.session import open_session
from spaceplan.errors import UsageError
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.spans import until

EXAMPLES = (
    "Examples: spaceplan due --fy 2021 ; spaceplan due --fy R3 --open ; spaceplan due --within 6m"
)


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    order: OrderOptions,
    look: LookOptions,
    by: Annotated[
        str,
        Option(
            "--by",
            help="From the as-of day to this day.",
            metavar="DATE",
            show_default=False,
        ),
    ] = "",
    within: Annotated[
        str,
        Option(
            "--within",
            help="Within so long from the as-of day: 90d, 2w, 6m, 1y.",
            metavar="SPAN",
            show_default=False,
        ),
    ] = "",
    only_open: Annotated[
        bool, Option("--open", help="Hide what has ended or begun as it should.")
    ] = False,
    ongoing: Annotated[
        bool, Option("--ongoing", help="Also list what has no time of its own.")
    ] = False,
) -> None:
    """List what falls due, earliest first; without options, in this fiscal year."""
    session = open_session(point, look)
    wanted, asked = read_filter(session.loaded.plan, which), read_order(order, session.lang)
    if sum(map(bool, (wanted.years, by, within))) > 1:
        raise UsageError("commands.one-of-fy-by-within")
    if by or within:
        span = days_until(session, read_day(by, "--by") if by else _until(session.day, within))
    else:
        span = fiscal_years(session, wanted.years)
    passing = rows(session.plan, session.day, replace(wanted, years=()))
    found = due_answer(session, passing, asked, span, ongoing=ongoing, only_open=only_open)
    emit(found, look)


def _until(day: date, within: str) -> date:
    return option_value(lambda text: until(day, text), within, "--within")
