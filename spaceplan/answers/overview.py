"""The summary: what needs somebody first, then counts by state, topic, owner and fiscal year.

The plan's figures count originals; a topic counts each commitment that stands in it once, so
topics add up to more than the plan where something is repeated, and the table says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from spaceplan.answers.answer import Answer
from spaceplan.answers.question import Session
from spaceplan.answers.rows import table
from spaceplan.answers.tally import TALLIED, shown, tally
from spaceplan.frozen import dataclass
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.query import Order, Row, ordered, topics_of
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.state import Standing
from spaceplan.roadmap.states import GIVEN_UP, STATES
from spaceplan.words import listed, say

BAR = 16
# How many of what needs somebody are named.
NAMED = 5
# What needs somebody, most pressing first, each with the columns that tell of it: states, and
# what was moved away instead of being late.
_SLIPPED = "slipped"
_PRESSING = {
    "overdue": ("id", "title", "target", "late", "owner"),
    "due-soon": ("id", "title", "target", "due", "owner"),
    _SLIPPED: ("id", "title", "baseline", "target", "slip", "owner"),
    **dict.fromkeys(GIVEN_UP, ("id", "title", "target", "owner")),
}
Tally = dict[str, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a summary counts, over the milestones that pass its filters: ``found``.

    Each group has for each of its keys ``count``, ``overdue`` and what was given up.
    """

    found: tuple[Row, ...]
    by_state: dict[str, int]
    by_topic: dict[TopicName, Tally]
    by_owner: dict[str, Tally]
    by_year: dict[int, Tally]


def count(session: Session, found: Iterable[Row]) -> Counts:
    """Count rows by state, topic, lead owner, and fiscal year of the target."""
    plan, rows = session.plan, tuple(found)
    states = Counter(row.standing.state for row in rows)
    topics: dict[TopicName, list[Standing]] = {topic.number: [] for topic in plan.topics}
    owners: dict[str, list[Standing]] = {}
    years: dict[int, list[Standing]] = {}
    for row in rows:
        milestone = row.milestone
        for topic in topics_of(row, plan):
            topics.setdefault(topic, []).append(row.standing)
        for code in milestone.leads[:1]:
            owners.setdefault(code, []).append(row.standing)
        if milestone.target:
            first, last = milestone.target.fiscal_years(plan.rule)
            years.setdefault(first if last is None else last, []).append(row.standing)
    return Counts(
        rows,
        {state: states[state] for state in STATES if states[state]},
        _tallies(topics),
        dict(sorted(_tallies(owners).items(), key=lambda item: (-item[1]["count"], item[0]))),
        dict(sorted(_tallies(years).items())),
    )


def _tallies(groups: dict[Any, list[Standing]]) -> dict[Any, Tally]:
    return {key: {"count": len(inside), **tally(inside)} for key, inside in groups.items()}


def summary_blocks(session: Session, counts: Counts) -> list[Block]:
    """The summary as a page: what needs somebody, then small tables of counts."""
    lang, plan = session.lang, session.plan
    blocks: list[Block] = [
        Heading(1, session.loaded.plan.title.say(lang)),
        Line(_headline(session, counts)),
        *_pressing(session, counts),
    ]
    states = {
        say(state, lang): {"count": number, "overdue": number if state == "overdue" else 0}
        for state, number in counts.by_state.items()
    }
    blocks.append(_table(say("state", lang), states, (), lang, ()))
    topics = {
        f"{number:>2} {plan.topic_by_number[number].title.say(lang)}"
        if number in plan.topic_by_number
        else str(number): one
        for number, one in counts.by_topic.items()
        if one["count"]
    }
    repeated = any(len(topics_of(row, plan)) > 1 for row in counts.found)
    notes = (say("answers.topics-add-up", lang),) if repeated else ()
    blocks.append(_table(say("topic", lang), topics, notes, lang))
    owners = {
        f"{code} {plan.owners[code].name.say(lang)}" if code in plan.owners else code: one
        for code, one in counts.by_owner.items()
    }
    if owners:
        blocks.append(_table(say("lead", lang), owners, (), lang))
    years = {
        say("answers.fiscal-year", lang, year=year): one for year, one in counts.by_year.items()
    }
    recurring = any(row.milestone.kind == "recurring" for row in counts.found)
    notes = (say("answers.recurring-in-first-year", lang),) if recurring else ()
    if years:
        blocks.append(_table(say("fiscal_year", lang), years, notes, lang))
    return blocks


def _headline(session: Session, counts: Counts) -> str:
    """The day, how many there are, and how many of them need somebody."""
    lang = session.lang
    late = counts.by_state.get("overdue", 0)
    head = say("answers.summary", lang, day=session.day, count=len(counts.found), late=late)
    others = [
        say("answers.of-state", lang, count=number, state=say(state, lang))
        for state in _PRESSING
        if state != "overdue" and (number := len(_of(state, counts)))
    ]
    return listed([head, *others], lang)


def _pressing(session: Session, counts: Counts) -> list[Block]:
    """The first few of each kind that needs somebody."""
    lang, plan = session.lang, session.plan
    blocks: list[Block] = []
    for state, columns in _PRESSING.items():
        rows = _of(state, counts)
        if not rows:
            continue
        rows = ordered(rows, Order(), {"overdue": "late", _SLIPPED: "slip"}.get(state, "due"))
        notes: tuple[str, ...] = ()
        if len(rows) > NAMED:
            more = len(rows) - NAMED
            option = "--flag" if state == _SLIPPED else "--state"
            notes = (say("answers.more-of-state", lang, count=more, option=option, state=state),)
        blocks.append(Heading(2, say(state, lang).capitalize()))
        blocks.append(table(rows[:NAMED], columns, plan, lang, notes))
    return blocks


def _of(state: str, counts: Counts) -> list[Row]:
    """The rows in a state, or those that slipped."""
    if state == _SLIPPED:
        return [row for row in counts.found if row.standing.slip and row.standing.slip.later]
    return [row for row in counts.found if row.standing.state == state]


def _table(
    label: str,
    lines: dict[str, Tally],
    notes: tuple[str, ...],
    lang: str,
    keys: Sequence[str] | None = None,
) -> Table:
    """A line and a bar for each count, with the counts ``keys``, else those that say something."""
    keys = shown(lines.values()) if keys is None else keys
    columns = (
        Column("name", label, flexible=True, priority=9),
        Column("count", say("answers.count", lang), align="right", priority=8),
        *(
            Column(
                key,
                say(key, lang).capitalize(),
                align="right",
                priority=7 if key == "overdue" else 6,
            )
            for key in keys
        ),
        Column("bar", "", priority=1),
    )
    most = max((one["count"] for one in lines.values()), default=0)
    body: list[tuple[str | Cell, ...]] = []
    for name, one in lines.items():
        cells = [Cell(str(one[key]) if one[key] else "", "late") for key in keys]
        body.append((name, str(one["count"]), *cells, _bar(one["count"], one["overdue"], most)))
    return Table(columns, tuple(body), notes=notes)


def _bar(value: int, late: int, most: int) -> str:
    """A bar in full and light shade: late first. Numbers stand beside it, so shape is enough."""
    if not most:
        return ""
    size = max(round(value * BAR / most), 1) if value else 0
    dark = min(max(round(late * BAR / most), 1) if late else 0, size)
    return "█" * dark + "░" * (size - dark)


def summary_answer(session: Session, counts: Counts) -> Answer:
    """The summary as data."""
    groups: dict[str, dict[Any, Tally]] = {
        "topic": counts.by_topic,
        "owner": counts.by_owner,
        "fiscal_year": counts.by_year,
    }
    data = {
        "total": len(counts.found),
        "states": counts.by_state,
        "slipped": len(_of(_SLIPPED, counts)),
        **{
            f"{name}s": [{name: key, **one} for key, one in group.items()]
            for name, group in groups.items()
        },
    }
    names = ("by", "key", "count", *TALLIED)
    flat: list[dict[str, Any]] = [
        {"by": "state", "key": state, "count": number, **dict.fromkeys(TALLIED, 0)}
        for state, number in counts.by_state.items()
    ]
    flat += [
        {"by": name, "key": str(key), **one}
        for name, group in groups.items()
        for key, one in group.items()
    ]
    return Answer(
        table=lambda: Table((), ()),
        data=lambda: {**session.head("summary"), "count": len(counts.found), **data},
        items=lambda: flat,
        records=lambda: (
            tuple(Column(name, name) for name in names),
            (tuple(str(line[name]) for name in names) for line in flat),
        ),
    )
