"""The JSON shape of a milestone and of an answer: documented in docs/json.md, stable."""

from __future__ import annotations

from datetime import date
from typing import Any

from spaceplan.roadmap.model import OTHERS, Change, Milestone, Plan, Topic, Words, bullet_of
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.spans import format_span, months_between
from spaceplan.roadmap.state import Slip
from spaceplan.roadmap.times import Time

# Version of the shape; it changes only when a key changes its meaning or goes.
SHAPE = 1


def words_data(words: Words | None) -> dict[str, str] | None:
    """A text in both languages, or None."""
    return {"ja": words.ja, "en": words.en} if words is not None else None


def text_or_none(value: object) -> str | None:
    """A value in its canonical text."""
    return None if value is None else str(value)


def span_data(earlier: date, later: date) -> dict[str, Any]:
    """A stretch of time by the calendar: from, to, years, months, days."""
    years, months, days = months_between(earlier, later)
    return {
        "from": earlier.isoformat(),
        "to": later.isoformat(),
        "years": years,
        "months": months,
        "days": days,
    }


def slip_data(slip: Slip | None) -> dict[str, Any] | None:
    """A slip with its sign: +1 is later, -1 earlier."""
    if slip is None:
        return None
    return {"sign": 1 if slip.later else -1, **span_data(slip.earlier, slip.latest)}


def day_of(time: Time | None, plan: Plan) -> str | None:
    """The day that a time stands for, its last."""
    last = time.last_day(plan.rule) if time else None
    return last.isoformat() if last else None


def milestone_data(row: Row, plan: Plan) -> dict[str, Any]:
    """One milestone with how it stands."""
    milestone, judged = row.milestone, row.standing
    return {
        "id": milestone.id,
        "bullet": bullet_of(milestone.id),
        "topic": milestone.topic,
        "subsection": milestone.subsection,
        "title": words_data(milestone.title),
        "charts": list(milestone.charts),
        "chart_basis": milestone.chart_basis,
        "kind": milestone.kind,
        "target": text_or_none(milestone.target),
        "times": {"count": milestone.times.count, "about": milestone.times.about}
        if milestone.times
        else None,
        "baseline": text_or_none(milestone.baseline),
        "baseline_day": day_of(milestone.baseline, plan),
        "horizon": text_or_none(milestone.horizon),
        "owner": list(milestone.leads),
        "owner_others": OTHERS in milestone.owner,
        "basis": milestone.basis,
        "partners": [code for code in milestone.partners if code != OTHERS],
        "partners_others": OTHERS in milestone.partners,
        "status": milestone.status,
        "state": judged.state,
        "due": text_or_none(judged.due),
        "actual": text_or_none(judged.actual),
        "late": span_data(*judged.late) if judged.late else None,
        "unmet_years": list(judged.unmet),
        "slip": slip_data(judged.slip),
        "moves": judged.moves,
        "also": list(row.also),
        "see": list(milestone.see),
        "remark": words_data(milestone.remark),
        "places": dict(milestone.places),
        "links": list(milestone.links),
        "text": milestone.text,
        "history": [change_data(change) for change in milestone.history],
    }


def repeat_data(entry: Milestone) -> dict[str, Any]:
    """A repeat where it stands."""
    return {
        "id": entry.id,
        "topic": entry.topic,
        "subsection": entry.subsection,
        "same_as": entry.same_as,
        "charts": list(entry.charts),
        "text": entry.text,
    }


def change_data(change: Change) -> dict[str, Any]:
    """One history entry."""
    checked = change.checked
    return {
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
        "reason": change.reason or None,
        "note": change.note or None,
        "source": change.source or None,
        "who": change.who or None,
    }


def value_data(value: object) -> Any:
    """A field's value, as in the milestone itself."""
    if isinstance(value, Words):
        return words_data(value)
    if isinstance(value, tuple):
        return list(value)
    if value is None or isinstance(value, (str, int, dict)):
        return value
    return str(value)


def topic_data(topic: Topic) -> dict[str, Any]:
    """A topic with its subsections and questions."""
    return {
        "number": topic.number,
        "title": words_data(topic.title),
        "charts": list(topic.charts),
        "questions": [words_data(question) for question in topic.questions],
        "subsections": [
            {
                "number": part.number,
                "mark": part.mark,
                "title": words_data(part.title),
                "charts": list(part.charts),
                "question": words_data(part.question),
            }
            for part in topic.subsections
        ],
    }


def late_text(earlier: date, later: date, lang: str) -> str:
    """How late, by the calendar."""
    return format_span(earlier, later, lang)


def slip_text(slip: Slip | None, lang: str) -> str:
    """``+2 years``, ``-6 months`` or nothing."""
    if slip is None:
        return ""
    sign = "+" if slip.later else "-"
    return sign + format_span(slip.earlier, slip.latest, lang)
