"""Counts: the summary, the topics and the owners.

The plan's figures count originals; a topic counts each commitment that stands in it once, so
topics add up to more than the plan, and the tables say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from spaceplan.answers.answer import Answer
from spaceplan.answers.data import words_data
from spaceplan.answers.question import Session
from spaceplan.frozen import dataclass
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import Plan, bullet_of
from spaceplan.roadmap.query import Filter, Row, topics_of
from spaceplan.roadmap.states import STATES
from spaceplan.words import say

BAR = 24


@dataclass(frozen=True, slots=True)
class Counts:
    """What a summary counts, over the milestones that pass its filters."""

    total: int
    by_state: dict[str, int]
    by_topic: dict[int, tuple[int, int]]
    by_owner: dict[str, tuple[int, int]]
    by_year: dict[int, tuple[int, int]]


def count(session: Session, found: Iterable[Row]) -> Counts:
    """Count rows: by state; by topic, lead owner and fiscal year as (all, overdue)."""
    plan = session.plan
    states: Counter[str] = Counter()
    topics: dict[int, list[int]] = {topic.number: [0, 0] for topic in plan.topics}
    owners: dict[str, list[int]] = {}
    years: dict[int, list[int]] = {}
    total = 0
    for row in found:
        milestone, late = row.milestone, row.standing.is_late
        total += 1
        states[row.standing.state] += 1
        for topic in topics_of(row, plan):
            _add(topics, topic, late)
        for code in milestone.leads[:1]:
            _add(owners, code, late)
        if milestone.target:
            first, last = milestone.target.fiscal_years(plan.rule)
            _add(years, first if last is None else last, late)
    return Counts(
        total,
        {state: states[state] for state in STATES if states[state]},
        _pairs(topics),
        dict(sorted(_pairs(owners).items(), key=lambda item: (-item[1][0], item[0]))),
        dict(sorted(_pairs(years).items())),
    )


def _add(counts: dict[Any, list[int]], key: Any, late: bool) -> None:
    pair = counts.setdefault(key, [0, 0])
    pair[0] += 1
    pair[1] += late


def _pairs(counts: dict[Any, list[int]]) -> dict[Any, tuple[int, int]]:
    return {key: (pair[0], pair[1]) for key, pair in counts.items()}


def _bar(value: int, late: int, most: int) -> str:
    """A bar in full and light shade: late first. Numbers stand beside it, so shape is enough."""
    if not most:
        return ""
    size = max(round(value * BAR / most), 1) if value else 0
    dark = min(max(round(late * BAR / most), 1) if late else 0, size)
    return "█" * dark + "░" * (size - dark)


def summary_blocks(session: Session, counts: Counts) -> list[Block]:
    """The summary as a page of small tables."""
    lang, plan = session.lang, session.plan
    title = session.loaded.plan.title.say(lang)
    late = counts.by_state.get("overdue", 0)
    head = say("answers.summary", lang, day=session.day, count=counts.total, late=late)
    blocks: list[Block] = [Heading(1, title), Line(head)]
    most = max(counts.by_state.values(), default=0)
    blocks.append(
        _table(
            say("state", lang),
            [
                (say(state, lang), number, number if state == "overdue" else 0)
                for state, number in counts.by_state.items()
            ],
            most,
            lang,
        )
    )
    topics = [
        (
            f"{number:>2} {topic.title.say(lang)}"
            if (topic := plan.topic_by_number.get(number))
            else str(number),
            *pair,
        )
        for number, pair in counts.by_topic.items()
        if pair[0]
    ]
    note = say("answers.topics-add-up", lang)
    blocks.append(
        _table(say("topic", lang), topics, max((t[1] for t in topics), default=0), lang, (note,))
    )
    owners = [
        (f"{code} {plan.owners[code].name.say(lang)}" if code in plan.owners else code, *pair)
        for code, pair in counts.by_owner.items()
    ]
    blocks.append(_table(say("lead", lang), owners, max((o[1] for o in owners), default=0), lang))
    years = [(f"FY{year}", *pair) for year, pair in counts.by_year.items()]
    note = say("answers.recurring-in-first-year", lang)
    blocks.append(
        _table(
            say("fiscal_year", lang), years, max((y[1] for y in years), default=0), lang, (note,)
        )
    )
    return blocks


def _table(
    label: str,
    lines: list[tuple[str, int, int]],
    most: int,
    lang: str,
    notes: tuple[str, ...] = (),
) -> Table:
    columns = (
        Column("name", label, flexible=True, priority=9),
        Column("count", say("answers.count", lang), align="right", priority=8),
        Column("overdue", say("overdue", lang).capitalize(), align="right", priority=7),
        Column("bar", "", priority=1),
    )
    body = tuple(
        (
            name,
            str(value),
            Cell(str(late) if late else "", "late"),
            _bar(value, late, most),
        )
        for name, value, late in lines
    )
    return Table(columns, body, notes=notes)


def summary_answer(session: Session, counts: Counts) -> Answer:
    """The summary as data."""
    data = {
        "total": counts.total,
        "states": counts.by_state,
        "topics": [_counted("topic", key, pair) for key, pair in counts.by_topic.items()],
        "owners": [_counted("owner", key, pair) for key, pair in counts.by_owner.items()],
        "fiscal_years": [_counted("fiscal_year", k, pair) for k, pair in counts.by_year.items()],
    }
    flat = [("state", state, number, 0) for state, number in counts.by_state.items()]
    for name, group in (
        ("topic", counts.by_topic),
        ("owner", counts.by_owner),
        ("fiscal_year", counts.by_year),
    ):
        flat += [(name, str(key), *pair) for key, pair in group.items()]
    names = ("by", "key", "count", "overdue")
    return Answer(
        table=lambda: Table((), ()),
        data=lambda: {**session.head("summary"), "count": counts.total, **data},
        items=lambda: (dict(zip(names, line, strict=True)) for line in flat),
        records=lambda: (
            tuple(Column(name, name) for name in names),
            (tuple(map(str, line)) for line in flat),
        ),
    )


def _counted(name: str, key: object, pair: tuple[int, int]) -> dict[str, Any]:
    return {name: key, "count": pair[0], "overdue": pair[1]}


def _topic_rows(plan: Plan, wanted: Filter, passing: list[Row]) -> list[dict[str, Any]]:
    """Counts of what passes, by topic; a topic in which nothing passes is left out by a filter."""
    standing = {row.milestone.id: row.standing for row in passing}
    found = []
    for topic in plan.topics:
        if wanted.topics and topic.number not in wanted.topics:
            continue
        bullets: set[str] = set()
        originals: set[str] = set()
        for entry in plan.entries:
            if entry.topic == topic.number:
                here = {one.id for one in plan.originals(entry)} & standing.keys()
                originals |= here
                if here:
                    bullets.add(bullet_of(entry.id))
        if not originals and wanted != Filter():
            continue
        found.append(
            {
                "number": topic.number,
                "title": words_data(topic.title),
                "charts": list(topic.charts),
                "bullets": len(bullets),
                "commitments": len({bullet_of(name) for name in originals}),
                "milestones": len(originals),
                "overdue": sum(standing[name].is_late for name in originals),
            }
        )
    return found


def topics_answer(session: Session, wanted: Filter, passing: list[Row]) -> Answer:
    """The topics with their charts, and counts of the rows that pass the filter."""
    plan, lang = session.plan, session.lang
    found = _topic_rows(plan, wanted, passing)
    keys = ("number", "title", "charts", "bullets", "commitments", "milestones", "overdue")
    titles = [say({"number": "topic"}.get(key, key), lang) for key in keys[:-1]]
    titles.append(say("overdue", lang).capitalize())
    columns = tuple(
        Column(
            key,
            title,
            align="left" if key in ("title", "charts") else "right",
            flexible=key in ("title", "charts"),
            priority={"number": 9, "title": 8, "overdue": 7, "charts": 6}.get(key, 3),
        )
        for key, title in zip(keys, titles, strict=True)
    )

    def cells(topic: dict[str, Any], language: str | None) -> tuple[str, ...]:
        words = topic["title"]
        title = words[language] or words["ja"] or words["en"] if language else words["ja"]
        return tuple(
            title
            if key == "title"
            else " ".join(topic[key])
            if key == "charts"
            else str(topic[key])
            for key in keys
        )

    note = _whole(plan, lang) if wanted == Filter() else _passing(passing, lang)
    return Answer(
        table=lambda: Table(columns, tuple(cells(t, lang) for t in found), notes=(note,)),
        data=lambda: {**session.head("topics"), "count": len(found), "topics": found},
        items=lambda: found,
        records=lambda: (
            tuple(Column(key, key) for key in keys),
            (cells(topic, None) for topic in found),
        ),
    )


def _whole(plan: Plan, lang: str) -> str:
    originals = {bullet_of(entry.id) for entry in plan.milestones}
    return say(
        "answers.whole-plan",
        lang,
        bullets=len(plan.parts),
        commitments=len(originals),
        milestones=len(plan.milestones),
    )


def _passing(passing: list[Row], lang: str) -> str:
    """What a filtered list of topics or owners counts."""
    return say("answers.passing", lang, count=len(passing))


def owners_answer(session: Session, wanted: Filter, passing: list[Row]) -> Answer:
    """The owners with their names and aliases, and counts of the rows that pass the filter."""
    plan, lang = session.plan, session.lang
    found: list[dict[str, Any]] = []
    for owner in plan.owners.values():
        held = [row for row in passing if owner.code in row.milestone.leads]
        helps = sum(owner.code in row.milestone.partners for row in passing)
        if not held and not helps and wanted != Filter():
            continue
        found.append(
            {
                "code": owner.code,
                "ja": owner.name.ja,
                "en": owner.name.en,
                "aliases": list(owner.aliases),
                "lead": sum(row.milestone.leads[:1] == (owner.code,) for row in held),
                "owner": len(held),
                "partner": helps,
                "overdue": sum(row.standing.is_late for row in held),
            }
        )
    keys = ("code", "ja", "en", "aliases", "lead", "owner", "partner", "overdue")
    labels = {
        "ja": say("answers.japanese", lang),
        "en": say("answers.english", lang),
        "partner": say("answers.partner", lang),
        "overdue": say("overdue", lang).capitalize(),
    }
    columns = tuple(
        Column(
            key,
            labels.get(key) or say(key, lang),
            align="right" if key in ("lead", "owner", "partner", "overdue") else "left",
            flexible=key in ("ja", "en", "aliases"),
            priority={"code": 9, lang: 8, "overdue": 7, "owner": 6, "lead": 5}.get(key, 3),
            style="id" if key == "code" else "",
        )
        for key in keys
    )

    def cells(owner: dict[str, Any]) -> tuple[str, ...]:
        return tuple(" ".join(owner[key]) if key == "aliases" else str(owner[key]) for key in keys)

    notes = () if wanted == Filter() else (_passing(passing, lang),)
    return Answer(
        table=lambda: Table(columns, tuple(cells(owner) for owner in found), notes=notes),
        data=lambda: {**session.head("owners"), "count": len(found), "owners": found},
        items=lambda: found,
        records=lambda: (
            tuple(Column(key, key) for key in keys),
            (cells(owner) for owner in found),
        ),
    )
