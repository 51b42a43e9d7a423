"""``due --remedies``: what is to be done about slips and misses, in every form."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.answers.answer import Answer
from spaceplan.answers.flat import answer
from spaceplan.answers.lists import Span
from spaceplan.answers.outlook import remedies_of, remedy_table
from spaceplan.answers.question import Session
from spaceplan.roadmap.query import Order, Row, ordered
from spaceplan.words import say


def remedies_answer(session: Session, passing: Sequence[Row], order: Order, span: Span) -> Answer:
    """The remedies that are to be done within ``span``, and those that are late already."""
    plan, day, lang = session.plan, session.day, session.lang
    found = [
        (row, remedy)
        for row, remedy in remedies_of(passing, plan)
        if remedy.due
        and (
            remedy.is_late(day) or any(first <= remedy.due <= last for first, last in span.periods)
        )
    ]
    late = sum(remedy.is_late(day) for _, remedy in found)
    note = say("answers.remedies-due", lang, count=len(found), when=span.within, late=late)
    places = {row.milestone.id: at for at, (row, _) in enumerate(found)}
    chosen = ordered([row for row, _ in found], order)
    shown = [found[places[row.milestone.id]] for row in chosen]
    made = answer(
        session,
        "due",
        chosen,
        (),
        (note,),
        {
            "periods": [{"from": str(first), "to": str(last)} for first, last in span.periods],
            "moved_out": [],
            "days": {row.milestone.id: str(remedy.due) for row, remedy in shown},
        },
    )
    return Answer(
        table=lambda: remedy_table(shown, plan, day, lang, (note,)),
        data=made.data,
        items=made.items,
        records=made.records,
    )
