"""What is at risk and why, which remedies are late, how old the newest word is: in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from spaceplan.answers.rows import owners_text, title_text
from spaceplan.errors import phrase
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.outlook import Remedy, open_remedy, risks
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.spans import format_span
from spaceplan.words import listed, say

REMEDIES = ("id", "title", "remedy", "remedy_by", "late", "owner")


def risk_text(row: Row, plan: Plan, lang: str) -> str:
    """Why a milestone is at risk; "" where it is not."""
    said = []
    for one in risks(row.milestone, plan, row.day):
        time = one.time.format(lang) if one.time else ""
        if one.id:
            how = phrase("answers.risk-due-later") if one.why == "due-later" else phrase(one.why)
            said.append(say("answers.risk-after", lang, id=one.id, how=how, time=time))
        else:
            sure = row.milestone.confidence
            tail = say("answers.confidence", lang, sure=phrase(sure)) if sure else ""
            said.append(say("answers.risk-forecast", lang, time=time) + tail)
    return listed(said, lang)


def risk_notes(found: Iterable[Row], plan: Plan, lang: str) -> list[str]:
    """Which of these are at risk, each with the reason; nothing where none is."""
    told = [(row.milestone.id, risk_text(row, plan, lang)) for row in found]
    ids = [say("answers.at-risk-one", lang, id=name, why=why) for name, why in told if why]
    return [say("answers.at-risk-are", lang, ids=ids)] if ids else []


def remedies_of(found: Iterable[Row], plan: Plan) -> list[tuple[Row, Remedy]]:
    """The remedies that are still to be done, by their time."""
    told = [(row, remedy) for row in found if (remedy := open_remedy(row.milestone, plan))]
    return sorted(told, key=lambda pair: pair[1].due or date.max)


def remedy_notes(found: Iterable[Row], plan: Plan, day: date, lang: str) -> list[str]:
    """Which remedies are past their time; nothing where none is."""
    late = [
        say("answers.remedy-late", lang, id=row.milestone.id, time=remedy.by.format(lang))
        for row, remedy in remedies_of(found, plan)
        if remedy.by and remedy.is_late(day)
    ]
    return [say("answers.remedies-late", lang, count=len(late), ids=late)] if late else []


def remedy_table(
    found: Sequence[tuple[Row, Remedy]],
    plan: Plan,
    day: date,
    lang: str,
    notes: tuple[str, ...] = (),
) -> Table:
    """Remedies with their time, and how late they are on a day."""
    columns = tuple(
        Column(
            name,
            say(name, lang),
            flexible=name in ("title", "remedy", "owner"),
            priority=9 if name == "id" else 5,
            style="id" if name == "id" else "",
        )
        for name in REMEDIES
    )
    body = tuple(
        (
            Cell(row.milestone.id, "id"),
            title_text(row, lang),
            remedy.text,
            remedy.by.format(lang) if remedy.by else "",
            Cell(
                format_span(remedy.due, day, lang) if remedy.due and remedy.is_late(day) else "",
                "late",
            ),
            owners_text(row.milestone.owner, plan, lang),
        )
        for row, remedy in found
    )
    return Table(columns, body, notes=notes)
