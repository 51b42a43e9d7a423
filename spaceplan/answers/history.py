"""The recorded changes of a plan, newest first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spaceplan.answers.answer import Answer
from spaceplan.answers.data import both, change_data, fact_of
from spaceplan.answers.entries import change_text
from spaceplan.answers.looks import folded
from spaceplan.answers.question import Session
from spaceplan.frozen import dataclass
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import TOLD
from spaceplan.roadmap.model import Milestone
from spaceplan.roadmap.truth import recorded_on, zone_of
from spaceplan.words import day_text, say

if TYPE_CHECKING:
    from spaceplan.answers import shapes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries; ``ids`` None is the whole plan, days are those of recording."""

    ids: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    reason: str = ""
    who: str = ""
    limit: int | None = None


def entries(session: Session, wanted: Wanted) -> list[tuple[Milestone, Change]]:
    """The entries that pass, newest first; those of one second in file order reversed."""
    zone = zone_of(session.plan)
    found = [
        (milestone, change)
        for milestone in session.plan.milestones
        if wanted.ids is None or milestone.id in wanted.ids
        for change in milestone.history
        if (wanted.since is None or recorded_on(change, zone) >= wanted.since)
        and (wanted.until is None or recorded_on(change, zone) <= wanted.until)
        and (not wanted.reason or change.reason == wanted.reason)
        and (not wanted.who or change.who.casefold() == wanted.who.casefold())
    ]
    found.sort(key=lambda pair: pair[1].recorded)
    found.reverse()
    return found if wanted.limit is None else found[: wanted.limit]


RECORD = (
    "recorded",
    "change",
    "id",
    "date",
    "event",
    "fields",
    *(fact.name for fact in TOLD),
)


def history_answer(session: Session, wanted: Wanted) -> Answer:
    """The entries in every form."""
    found = entries(session, wanted)
    return Answer(
        table=lambda: _table(session, found),
        data=lambda: {
            **session.head("history"),
            "count": len(found),
            "changes": [_item(*pair) for pair in found],
        },
        items=lambda: (_item(*pair) for pair in found),
        records=lambda: (
            tuple(Column(name, name, style="id" if name == "id" else "") for name in RECORD),
            (_record(*pair) for pair in found),
        ),
    )


def _table(session: Session, found: list[tuple[Milestone, Change]]) -> Table:
    lang, zone = session.lang, zone_of(session.plan)
    columns = (
        Column("recorded", say("answers.recorded", lang), priority=6),
        Column("change", say("answers.change", lang), priority=5, style="id"),
        Column("id", say("id", lang), priority=9, style="id"),
        Column("date", say("answers.date", lang), priority=7),
        Column("what", say("answers.what", lang), flexible=True, priority=8),
    )
    rows: list[tuple[str | Cell, ...]] = [
        (
            f"{day_text(recorded_on(change, zone), lang)} {change.recorded.astimezone(zone):%H:%M}",
            change.change,
            milestone.id,
            change.date.format(lang),
            # A row of a table is one line.
            " / ".join(change_text(change, session.plan, lang).split("\n")),
        )
        for milestone, change in folded(found)
    ]
    note = say("answers.entries" if found else "answers.no-entries", lang, count=len(found))
    return Table(columns, tuple(rows), notes=(note,))


def _item(milestone: Milestone, change: Change) -> shapes.HistoryEntry:
    return {"id": milestone.id, "title": both(milestone.title), **change_data(change)}


def _record(milestone: Milestone, change: Change) -> tuple[str, ...]:
    fields = "; ".join(
        f"{edit.field}: {_text(edit.old)} -> {_text(edit.new)}" for edit in change.edits
    )
    return (
        change.recorded.isoformat(),
        change.change,
        milestone.id,
        str(change.date),
        _event(change),
        fields,
        *(_text(fact_of(change, fact), "") for fact in TOLD),
    )


def _event(change: Change) -> str:
    """What an entry is beside the fields that it changes, in the words of the file."""
    seen = change.checked
    said = {
        "added": change.added,
        "occurred": change.occurred,
        "by_hand": change.by_hand,
        f"corrects {change.corrects}": change.corrects,
        f"reverts {change.reverts}": change.reverts,
    }
    if seen:
        said[f"checked {seen.first}..{seen.last} {seen.count}x"] = True
    return "; ".join(text for text, holds in said.items() if holds)


def _text(value: object, nothing: str = "(none)") -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return nothing if value is None else str(value)
