"""The JSON shape of a milestone and of an answer: documented in docs/json.md, stable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, cast

from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import DATA, TOLD, Field
from spaceplan.roadmap.flags import flags_of
from spaceplan.roadmap.lifecycle import ended, why_ended
from spaceplan.roadmap.model import OTHERS, After, Milestone, Plan, Times
from spaceplan.roadmap.outlook import awaited_by, open_remedy, risks, waiting_for
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.registry import Topic, Words
from spaceplan.roadmap.spans import months_between
from spaceplan.roadmap.state import Slip
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import Time

if TYPE_CHECKING:
    from spaceplan.answers import shapes

# Version of the shape; it changes only when a key changes its meaning or goes.
SHAPE = 1


_Fact = tuple[str, Callable[[Row, Plan], Any]]


def words_data(words: Words | None) -> shapes.Words | None:
    """A text in both languages, or None."""
    return None if words is None else both(words)


def both(words: Words) -> shapes.Words:
    """A text in both languages."""
    return {"ja": words.ja, "en": words.en}


def text_or_none(value: object) -> str | None:
    """A value in its canonical text."""
    return None if value is None else str(value)


def span_data(earlier: date, later: date) -> shapes.Late:
    """A stretch of time by the calendar: from, to, years, months, days; and in all, as in CSV."""
    years, months, days = months_between(earlier, later)
    return {
        "from": earlier.isoformat(),
        "to": later.isoformat(),
        "years": years,
        "months": months,
        "days": days,
        "total_months": 12 * years + months,
        "total_days": (later - earlier).days,
    }


def slip_data(slip: Slip | None) -> shapes.Slip | None:
    """A slip with its sign: +1 is later, -1 earlier, where the totals are below 0 as in CSV."""
    if slip is None:
        return None
    sign: Literal[1, -1] = 1 if slip.later else -1
    span = span_data(slip.earlier, slip.latest)
    span["total_months"] *= sign
    span["total_days"] *= sign
    return {"sign": sign, **span}


def day_of(time: Time | None, plan: Plan) -> str | None:
    """The day that a time stands for, its last."""
    last = time.last_day(plan.rule) if time else None
    return last.isoformat() if last else None


def ended_data(milestone: Milestone, plan: Plan) -> dict[str, str | None] | None:
    """Since when it is done, missed or dropped, and why; None where it is open."""
    if milestone.status not in ENDED:
        return None
    end, why = ended(milestone, plan), why_ended(milestone, plan)
    return {
        "on": str(end.when) if end else None,
        "reason": why.reason or None,
        "note": why.note or None,
        "source": why.source or None,
    }


def risks_data(row: Row, plan: Plan) -> list[shapes.Risk]:
    """Why it is at risk."""
    return [
        {"why": one.why, "id": one.id or None, "time": text_or_none(one.time)}
        for one in risks(row.milestone, plan, row.day)
    ]


def remedy_data(row: Row, plan: Plan) -> shapes.Remedy | None:
    """The remedy that is still to be done."""
    found = open_remedy(row.milestone, plan)
    if found is None:
        return None
    due = text_or_none(found.due)
    return {
        "text": found.text,
        "by": text_or_none(found.by),
        "due": due,
        "late": found.is_late(row.day),
    }


def _codes(name: str) -> tuple[_Fact, ...]:
    """Owners' codes, and whether there are others."""

    def codes(row: Row, plan: Plan) -> list[str]:
        return [code for code in getattr(row.milestone, name) if code != OTHERS]

    return (
        (name, codes),
        (f"{name}_others", lambda row, plan: OTHERS in getattr(row.milestone, name)),
    )


def _of_field(field: Field) -> tuple[_Fact, ...]:
    name = field.name
    if field.form == "codes":
        return _codes(name)
    if field.form == "entries":
        return (
            (name, lambda row, plan: [change_data(one) for one in getattr(row.milestone, name)]),
        )
    return ((name, lambda row, plan: field_data(getattr(row.milestone, name))),)


def field_data(value: object) -> Any:
    """A milestone's field; a number of times has its parts, which an entry's text has not."""
    if isinstance(value, Times):
        return {"count": value.count, "about": value.about}
    return value_data(value)


_BEHIND: dict[str, tuple[_Fact, ...]] = {
    "id": (("bullet", lambda row, plan: plan.bullet_of(row.milestone.id)),),
    "baseline": (("baseline_day", lambda row, plan: day_of(row.milestone.baseline, plan)),),
    "after": (
        ("after_through", lambda row, plan: list(awaited_by(row.milestone, plan).through)),
        ("before", lambda row, plan: list(waiting_for(row.milestone, plan).direct)),
        ("before_through", lambda row, plan: list(waiting_for(row.milestone, plan).through)),
    ),
    "status": (
        ("state", lambda row, plan: row.standing.state),
        ("due", lambda row, plan: text_or_none(row.standing.due)),
        ("actual", lambda row, plan: text_or_none(row.standing.actual)),
        ("ended", lambda row, plan: ended_data(row.milestone, plan)),
        ("late", lambda row, plan: span_data(*row.standing.late) if row.standing.late else None),
        ("unmet_years", lambda row, plan: list(row.standing.unmet)),
        ("slip", lambda row, plan: slip_data(row.standing.slip)),
        ("moves", lambda row, plan: row.standing.moves),
        ("slip_rebaseline", lambda row, plan: slip_data(row.standing.since_anew)),
        ("rebaselined", lambda row, plan: row.standing.anew),
        ("flags", lambda row, plan: list(flags_of(row, plan))),
        ("risks", risks_data),
        ("remedy", remedy_data),
        ("also", lambda row, plan: list(row.also)),
        ("superseded_by", lambda row, plan: list(row.by)),
    ),
}
"""Field → what stands behind it."""
FACTS: tuple[_Fact, ...] = (
    *(
        fact
        for field in DATA
        if field.name != "same_as"  # rows are of originals
        for fact in (*_of_field(field), *_BEHIND.get(field.name, ()))
    ),
    ("x", lambda row, plan: dict(row.milestone.own)),
)
"""What a milestone has in JSON, in its order; ``schema`` follows."""


def milestone_data(row: Row, plan: Plan) -> dict[str, Any]:
    """One milestone with how it stands."""
    return {key: tell(row, plan) for key, tell in FACTS}


def repeat_data(entry: Milestone) -> shapes.Repeat:
    """A repeat where it stands."""
    return {
        "id": entry.id,
        "topic": entry.topic,
        "subsection": entry.subsection,
        "same_as": entry.same_as,
        "charts": list(entry.charts),
        "text": entry.text,
        "x": dict(entry.own),
    }


def change_data(change: Change) -> shapes.Entry:
    """One history entry."""
    checked = change.checked
    entry: shapes.Entry = {
        "date": str(change.date),
        "recorded": change.recorded.isoformat(),
        "change": change.change,
        "fields": {
            edit.field: {"from": value_data(edit.old), "to": value_data(edit.new)}
            for edit in change.edits
        },
        "added": change.added,
        "occurred": change.occurred,
        "by_hand": change.by_hand,
        "checked": {
            "first": checked.first.isoformat(),
            "last": checked.last.isoformat(),
            "count": checked.count,
        }
        if checked
        else None,
        "corrects": text_or_none(change.corrects),
        "reverts": change.reverts or None,
    }
    told = {fact.name: value_data(fact_of(change, fact)) for fact in TOLD}
    return cast("shapes.Entry", {**entry, **told})


def fact_of(change: Change, fact: Field) -> object:
    """What an entry tells of one fact; None where it is silent."""
    value = getattr(change, fact.name)
    return None if value == fact.empty else value


def value_data(value: object) -> Any:
    """A field's value, as in the milestone itself."""
    if isinstance(value, Words):
        return words_data(value)
    if isinstance(value, tuple):
        return list(map(value_data, value))
    if isinstance(value, After):
        return {"id": value.id, "basis": value.basis, "source": value.source or None}
    if isinstance(value, dict):
        return dict(value)
    if value is None or isinstance(value, (str, int)):
        return value
    return str(value)


def topic_data(topic: Topic) -> shapes.Topic:
    """A topic with its subsections and questions."""
    return {
        "number": topic.number,
        "title": both(topic.title),
        "charts": list(topic.charts),
        "questions": [both(question) for question in topic.questions],
        "subsections": [
            {
                "number": part.number,
                "mark": part.mark,
                "title": both(part.title),
                "charts": list(part.charts),
                "question": words_data(part.question),
            }
            for part in topic.subsections
        ],
    }
