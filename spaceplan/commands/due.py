"""``spaceplan due``: what falls due in a period, whatever its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from typer import Option

from spaceplan.answers.flat import answer
from spaceplan.answers.question import Session
from spaceplan.answers.rows import DUE, target_text
from spaceplan.commands.options import (
    FilterOptions,
    LookOptions,
    OrderOptions,
    PointInTime,
    command,
)
from spaceplan.commands.output import emit
from spaceplan.commands.session import open_session, read_day, read_filter, read_order
from spaceplan.errors import UsageError
from spaceplan.roadmap.fiscal import format_fiscal_year
from spaceplan.roadmap.query import (
    Moved,
    Period,
    Row,
    due_within,
    moved_out,
    neighbours,
    ordered,
    rows,
)
from spaceplan.roadmap.states import CLOSED
from spaceplan.roadmap.times import WithinError, until
from spaceplan.words import pick

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
    periods, name = _periods(session, wanted.years, by, within)
    passing = rows(session.plan, session.day, replace(wanted, years=()))
    listed = due_within(session.plan, passing, periods, ongoing=ongoing, only_open=only_open)
    days = {due.row.milestone.id: due.day for due in listed}
    found = [due.row for due in listed]
    if asked.sort or asked.reverse or asked.limit is not None:
        found = ordered(found, asked)
    shown = [
        replace(row, standing=replace(row.standing, due=days[row.milestone.id])) for row in found
    ]
    moved = moved_out(session.plan, passing, periods)
    notes = [_count(session, len(listed), len(found), name)]
    if not listed:
        near = [row for row in passing if not (only_open and row.standing.state in CLOSED)]
        notes += _nearest(session, near, periods)
    notes += _moved_notes(session, moved, name)
    extra = {
        "periods": [{"from": str(first), "to": str(last)} for first, last in periods],
        "moved_out": [
            {
                "id": m.row.milestone.id,
                "from": str(m.old),
                "to": str(m.row.milestone.target) if m.row.milestone.target else None,
            }
            for m in moved
        ],
    }
    emit(answer(session, "due", found, DUE, notes, extra, shown), look)


def _periods(
    session: Session, years: tuple[int, ...], by: str, within: str
) -> tuple[list[Period], str]:
    """The periods asked for and what to call them."""
    if sum(map(bool, (years, by, within))) > 1:
        raise UsageError("--fy, --by and --within: one of them")
    rule, lang, day = session.plan.rule, session.lang, session.day
    if by or within:
        last = read_day(by, "--by") if by else _until(day, within)
        if last < day:
            raise UsageError(f"--by: {last} is before {day}, the as-of day; use --as-of or --fy")
        return [(day, last)], pick(lang, f"{day}から{last}まで", f"from {day} to {last}")
    chosen = years or (rule.year_of(day),)
    name = pick(lang, "、", ", ").join(format_fiscal_year(year, lang) for year in chosen)
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        ends = [format_fiscal_year(year, lang) for year in (chosen[0], chosen[-1])]
        name = pick(lang, "～", " to ").join(ends)
    return [(rule.first_day(year), rule.last_day(year)) for year in chosen], name


def _until(day: date, within: str) -> date:
    try:
        return until(day, within)
    except WithinError as error:
        raise UsageError(f"--within: {error}") from None


def _count(session: Session, listed: int, found: int, name: str) -> str:
    lang = session.lang
    if not listed:
        return pick(lang, f"{name}に期限を迎えるものはありません", f"nothing falls due {_in(name)}")
    count = pick(lang, f"{name}に期限を迎えるもの: {listed}件", f"{listed} due {_in(name)}")
    if found < listed:
        count += pick(lang, f"（うち{found}件を表示）", f", {found} shown")
    return count


def _in(name: str) -> str:
    return name if name.startswith("from ") else f"in {name}"


def _nearest(session: Session, passing: list[Row], periods: list[Period]) -> list[str]:
    lang = session.lang
    notes = []
    for rows_, ja, en in zip(
        neighbours(session.plan, passing, periods),
        ("直前の目標", "直後の目標"),
        ("nearest target before", "nearest target after"),
        strict=True,
    ):
        if rows_:
            ids = ", ".join(row.milestone.id for row in rows_)
            target = target_text(rows_[0].milestone, lang)
            notes.append(pick(lang, f"{ja}: {target}（{ids}）", f"{en}: {target} ({ids})"))
    return notes


def _moved_notes(session: Session, moved: list[Moved], name: str) -> list[str]:
    if not moved:
        return []
    lang = session.lang
    listed = pick(lang, "、", ", ").join(
        f"{m.row.milestone.id} ({m.old.format(lang)} → {target_text(m.row.milestone, lang) or '-'})"
        for m in moved
    )
    return [pick(lang, f"{name}から移ったもの: {listed}", f"moved out of {name}: {listed}")]
