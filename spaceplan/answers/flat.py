"""What the flat answers (list, due, overdue) share: the forms of their rows and their footers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from spaceplan.answers import rows as view
from spaceplan.answers.answer import Answer, Records
from spaceplan.answers.question import Session
from spaceplan.roadmap.fields import LISTED
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row, last_recorded
from spaceplan.words import say


def answer(
    session: Session,
    command: str,
    found: Sequence[Row],
    columns: tuple[str, ...],
    notes: Sequence[str],
    extra: Mapping[str, object] | None = None,
    shown: Sequence[Row] | None = None,
) -> Answer:
    """Rows in every form. ``shown`` are the table's rows where they differ from the data's."""
    plan, lang = session.plan, session.lang
    footer = (*notes, *staleness(session))
    newest = last_recorded(plan)
    return Answer(
        table=lambda: view.table(
            found if shown is None else shown, _columns(found, columns), plan, lang, footer
        ),
        data=lambda: {
            **session.head(command),
            **(extra or {}),
            "last_recorded": newest.isoformat() if newest else None,
            "count": len(found),
            "milestones": _items(found, plan),
        },
        items=lambda: _items(found, plan),
        records=lambda: _records(found, session),
    )


def _items(found: Sequence[Row], plan: Plan) -> list[dict[str, Any]]:
    from spaceplan.answers.data import milestone_data

    return [milestone_data(row, plan) for row in found]


def _records(found: Sequence[Row], session: Session) -> Records:
    from spaceplan.answers.record import record, record_columns
    from spaceplan.roadmap.own import own_keys

    own = own_keys(row.milestone for row in found)
    return record_columns(own), (record(row, session.plan, own) for row in found)


def _columns(found: Sequence[Row], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Without the slip where nothing in the list has slipped, with a column of what is listed
    where some row has it."""
    listed = (name for name in LISTED if any(getattr(row.milestone, name) for row in found))
    if not any(map(view.slips, found)):
        columns = tuple(name for name in columns if name != "slip")
    return (*columns, *listed)


def staleness(session: Session) -> tuple[str, ...]:
    """ "Nothing recorded since DATE", where the list is made long after the last entry."""
    plan, lang = session.plan, session.lang
    if session.before_plan:
        decided = session.loaded.plan.decided
        return (say("answers.no-plan-yet", lang, decided=decided),)
    return view.quiet_since(plan, session.day, lang)
