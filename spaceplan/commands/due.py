"""``spaceplan due``: what falls due in a period, whatever its state."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from spaceplan.answers.lists import asked_periods, days_until, due_answer
from spaceplan.commands.option import option
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import (
    option_value,
    read_filter,
    read_last,
    read_order,
    read_periods,
)
from spaceplan.commands.session import open_session, tell_damage
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
    quarter: Annotated[
        list[str],
        option(
            "--quarter", "In a quarter of the fiscal year: this, next, Q3, FY2026Q4.", "QUARTER"
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    month: Annotated[
        list[str], option("--month", "In a month: this, next, 2026-11, R8.11.", "MONTH")
    ] = [],  # noqa: B006
    week: Annotated[
        list[str], option("--week", "In a week, Monday to Sunday: this, next, 2026-W47.", "WEEK")
    ] = [],  # noqa: B006
    by: Annotated[
        str,
        option(
            "--by",
            "From the as-of day to this day, or to the end of this time: 2026年度末.",
            "DATE",
        ),
    ] = "",
    within: Annotated[
        str, option("--within", "Within so long from the as-of day: 90d, 2w, 6m, 1y.", "SPAN")
    ] = "",
    only_open: Annotated[
        bool, option("--open", "Hide what has ended or begun as it should.")
    ] = False,
    ongoing: Annotated[bool, option("--ongoing", "Also list what has no time of its own.")] = False,
    remedies: Annotated[
        bool,
        option("--remedies", "List remedies instead: those due, and those late already."),
    ] = False,
) -> None:
    """List what falls due, earliest first; without options, in this fiscal year."""
    session = open_session(point, look)
    tell_damage(session.loaded.plan, session.lang)
    day, rule = session.day, session.plan.rule
    wanted = read_filter(session.loaded.plan, which, day)
    asked = read_order(order, session.lang)
    periods = (
        *wanted.periods,
        *read_periods(quarter, "--quarter", rule, day, "quarter"),
        *read_periods(month, "--month", rule, day, "month"),
        *read_periods(week, "--week", rule, day, "week"),
    )
    if sum(map(bool, (which.fy, quarter, month, week, by, within))) > 1:
        raise UsageError("commands.one-period")
    if by:
        span = days_until(session, read_last(by, "--by", rule, day))
    elif within:
        span = days_until(session, option_value(lambda text: until(day, text), within, "--within"))
    else:
        span = asked_periods(session, periods)
    passing = rows(session.plan, day, replace(wanted, periods=()))
    if remedies:
        from spaceplan.answers.remedies import remedies_answer

        emit(remedies_answer(session, passing, asked, span), look)
        return
    found = due_answer(session, passing, asked, span, ongoing=ongoing, only_open=only_open)
    emit(found, look)
