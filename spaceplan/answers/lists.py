"""The flat answers (list, due, overdue): which rows, and what is said under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from spaceplan.answers.answer import Answer
from spaceplan.answers.flat import answer
from spaceplan.answers.question import Session
from spaceplan.answers.rows import DUE, LIST, OVERDUE, table, target_text
from spaceplan.errors import UsageError
from spaceplan.frozen import dataclass
from spaceplan.render.table import Table
from spaceplan.roadmap.query import (
    Moved,
    Order,
    Period,
    Row,
    coming,
    days_of,
    due_within,
    moved_out,
    neighbours,
    ordered,
)
from spaceplan.roadmap.references import Reference, standing_in
from spaceplan.roadmap.states import CLOSED
from spaceplan.roadmap.times import Point, Time
from spaceplan.words import listed, say

if TYPE_CHECKING:
    from spaceplan.answers import shapes


def list_answer(session: Session, passing: Sequence[Row], order: Order) -> Answer:
    """Every row that passes the filters."""
    found = ordered(list(passing), order)
    facts = {"count": len(passing), "shown": len(found)}
    key = "answers.few-listed" if len(found) < len(passing) else "answers.all-listed"
    if not passing:
        key = "answers.none-listed" if session.plan.milestones else "answers.empty-plan"
    note = say(key, session.lang, **facts)
    return answer(session, "list", found, LIST, (note,))


def titles_table(session: Session, reference: Reference) -> Table:
    """The milestones whose title has the words that were asked for."""
    from spaceplan.answers.detail import row_of

    plan, lang = session.plan, session.lang
    found = [row_of(one, plan, session.day) for one in standing_in(plan, reference)]
    note = say("answers.titled", lang, count=len(found), words=reference.value)
    return table(found, LIST, plan, lang, (note,))


def overdue_answer(
    session: Session, passing: Sequence[Row], late: Sequence[Row], order: Order, measure: str
) -> Answer:
    """What is late, worst first; ``measure`` is what it is late against."""
    found = ordered(list(late), order, "late")
    lang, day = session.lang, session.day
    note = say(
        "answers.overdue" if late else "answers.nothing-overdue", lang, day=day, count=len(late)
    )
    if len(found) < len(late):
        note += say("answers.shown", lang, count=len(found))
    if not late:
        due, following = coming(passing, day)
        if due:
            ids = ", ".join(row.milestone.id for row in following)
            note += say("answers.next-due", lang, due=due, ids=ids)
    if measure != "target":
        note += say(f"answers.against-{measure}", lang)
    notes = [note]
    if any(change.remedy_by for row in passing for change in row.milestone.history):
        from spaceplan.answers.outlook import remedy_notes

        notes += remedy_notes(passing, session.plan, day, lang)
    # Where nothing was recorded of any, the last line says so of all.
    told = any(row.milestone.history for row in found)
    columns = (*OVERDUE, "word") if told else OVERDUE
    return answer(session, "overdue", found, columns, notes, {"against": measure})


@dataclass(frozen=True, slots=True)
class Span:
    """The periods that are asked for, in words: ``within`` says when something falls due
    ("in FY2021", "from A to B"), ``name`` is what they are called."""

    periods: tuple[Period, ...]
    within: str
    name: str


def asked_periods(session: Session, asked: Sequence[Time]) -> Span:
    """The periods asked for, in the order of time, else the fiscal year of the day."""
    rule, lang = session.plan.rule, session.lang
    chosen = tuple(asked) or (Time(Point("fy", rule.year_of(session.day))),)
    periods = tuple(days_of(time, rule) for time in chosen)
    if len(chosen) == 1 and chosen[0].start.unit == "day" and chosen[0].end is not None:
        return _days(*periods[0], lang)
    words = [time.format(lang) for time in chosen]
    name = listed(words, lang)
    years = [time.start.year for time in chosen if time == Time(Point("fy", time.start.year))]
    if len(years) == len(chosen) > 2 and years[-1] - years[0] == len(years) - 1:
        name = say("answers.from-to-year", lang, first=words[0], last=words[-1])
    return Span(periods, say("answers.in-years", lang, years=name), name)


def days_until(session: Session, last: date) -> Span:
    """From the day on which the plan is looked at to another. Raises UsageError for one before."""
    first, lang = session.day, session.lang
    if last < first:
        raise UsageError("answers.ends-before", last=last, day=first)
    return _days(first, last, lang)


def _days(first: date, last: date, lang: str) -> Span:
    within = say("answers.from-to-day", lang, first=first, last=last)
    return Span(((first, last),), within, say("answers.days", lang, first=first, last=last))


def due_answer(
    session: Session,
    passing: Sequence[Row],
    order: Order,
    span: Span,
    *,
    ongoing: bool,
    only_open: bool,
) -> Answer:
    """What falls due within ``span``, whatever its state, earliest first."""
    plan, lang, periods = session.plan, session.lang, span.periods
    due = due_within(plan, passing, periods, ongoing=ongoing, only_open=only_open)
    days = {one.row.milestone.id: one.day for one in due}
    found = [one.row for one in due]
    if order.sort or order.reverse or order.limit is not None:
        found = ordered(found, order)
    shown = [
        replace(row, standing=replace(row.standing, due=days[row.milestone.id])) for row in found
    ]
    moved = moved_out(plan, passing, periods)
    notes = [
        say("answers.due" if due else "answers.nothing-due", lang, count=len(due), when=span.within)
    ]
    if len(found) < len(due):
        notes[0] += say("answers.shown", lang, count=len(found))
    if not due:
        open_ones = [row for row in passing if row.standing.state not in CLOSED]
        notes += _nearest(session, open_ones if only_open else passing, periods)
    if moved:
        notes.append(_moved_out(moved, span.name, lang))
    if any(row.milestone.forecast or row.milestone.after for row in found):
        from spaceplan.answers.outlook import risk_notes

        notes += risk_notes(found, plan, lang)
    on = {row.milestone.id: str(days[row.milestone.id] or "") or None for row in found}
    extra = _periods_data(periods, moved, on)
    return answer(session, "due", found, DUE, notes, extra, shown)


def _nearest(session: Session, rows: Sequence[Row], periods: Sequence[Period]) -> list[str]:
    """The nearest targets on either side of the periods, which are empty."""
    notes = []
    sides = ("answers.nearest-before", "answers.nearest-after")
    for key, found in zip(sides, neighbours(session.plan, rows, periods), strict=True):
        if found:
            ids = ", ".join(row.milestone.id for row in found)
            target = target_text(found[0].milestone, session.lang)
            notes.append(say(key, session.lang, target=target, ids=ids))
    return notes


def _moved_out(moved: Sequence[Moved], name: str, lang: str) -> str:
    moves = [
        f"{one.row.milestone.id} ({one.old.format(lang)} → "
        f"{target_text(one.row.milestone, lang) or '-'})"
        for one in moved
    ]
    return say("answers.moved-out", lang, period=name, moves=moves)


def _periods_data(
    periods: Sequence[Period], moved: Sequence[Moved], days: dict[str, str | None]
) -> shapes.DueMore:
    return {
        "periods": [{"from": str(first), "to": str(last)} for first, last in periods],
        "moved_out": [
            {
                "id": one.row.milestone.id,
                "from": str(one.old),
                "to": str(one.row.milestone.target or "") or None,
            }
            for one in moved
        ],
        "days": days,
    }
