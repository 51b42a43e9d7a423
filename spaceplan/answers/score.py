"""``score``: how the plan did as a whole, with every denominator in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from spaceplan.answers.answer import Answer
from spaceplan.answers.question import Session
from spaceplan.frozen import dataclass
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Column, Table
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.score import FEWEST, OUTCOMES, Score, backlog, by_group, score
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes

_SHOWN = ("judged", "met", "share", "late", "undated", "missed", "dropped", "unfinished", "median")


@dataclass(frozen=True, slots=True)
class Scored:
    """A score of all rows, of each group, and the backlog at each year's end."""

    group: str
    whole: Score
    groups: dict[str, Score]
    backlog: dict[int, int]
    moved: tuple[int, int]


def scored(session: Session, rows: list[Row], group: str) -> Scored:
    """Score rows as of the session's day; ``moved``: how many targets moved, and how often."""
    plan, day = session.plan, session.day
    moves = [row.standing.moves for row in rows if row.standing.moves]
    return Scored(
        group,
        score(rows, plan, day),
        by_group(rows, plan, day, group),
        backlog(rows, plan, day),
        (len(moves), sum(moves)),
    )


def score_blocks(session: Session, found: Scored) -> list[Block]:
    """The score as a page: the sentence, the table by group, the backlog, what adds up."""
    lang, whole = session.lang, found.whole
    title = say("score.title", lang, title=session.loaded.plan.title.say(lang))
    share = say("score.percent", lang, percent=_percent(whole)) if _percent(whole) else ""
    head = say(
        "score.head",
        lang,
        day=session.day,
        judged=whole.judged,
        met=whole.counts["met"],
        share=share,
    )
    blocks: list[Block] = [Heading(1, title), Line(head), _table(session, found)]
    if found.backlog:
        columns = (
            Column("year", say("score.year-end", lang), priority=9),
            Column("backlog", say("score.backlog", lang), align="right", priority=8),
        )
        body = tuple((f"FY{year}", str(number)) for year, number in found.backlog.items())
        blocks.append(Table(columns, body))
    return [*blocks, *map(Line, _notes(session, found))]


def _notes(session: Session, found: Scored) -> list[str]:
    lang, whole = session.lang, found.whole
    counts = {name: whole.counts[name] for name in ("untimed", "recurring", "later")}
    notes = [say("score.adds-up", lang, total=whole.total, judged=whole.judged, **counts)]
    if whole.delays:
        delay = {"average": whole.average, "median": whole.median, "count": len(whole.delays)}
        notes.append(say("score.delay", lang, **delay))
    if found.moved[0]:
        notes.append(say("score.moved", lang, count=found.moved[0], moves=found.moved[1]))
    if any(0 < one.judged < FEWEST for one in found.groups.values()):
        notes.append(say("score.few", lang, fewest=FEWEST))
    overlap = sum(one.total for one in found.groups.values()) > whole.total
    if found.group == "topic" and overlap:
        notes.append(say("score.topics-overlap", lang))
    return notes


def _table(session: Session, found: Scored) -> Table:
    lang = session.lang
    lines = {name: one for name, one in found.groups.items() if one.judged}
    shown = [name for name in _SHOWN if name != "undated" or found.whole.counts["undated"]]
    columns = (
        Column("group", say(f"score.by-{found.group}", lang), flexible=True, priority=9),
        *(
            Column(name, say(f"score.{name}", lang), align="right", priority=_priority(name))
            for name in shown
        ),
    )
    body = [(_name(session, found.group, name), *_cells(one, shown)) for name, one in lines.items()]
    body.append((say("score.all", lang), *_cells(found.whole, shown)))
    return Table(columns, tuple(body))


def _priority(name: str) -> int:
    return {"judged": 8, "met": 8, "share": 7, "unfinished": 6}.get(name, 4)


def _cells(one: Score, shown: list[str]) -> tuple[str, ...]:
    said = {name: str(one.counts[name] or "") for name in OUTCOMES}
    said["judged"] = str(one.judged)
    said["met"] = str(one.counts["met"])
    said["share"] = f"{_percent(one)} %" if _percent(one) else ""
    said["median"] = "" if one.median is None else f"{one.median:.1f}"
    return tuple(said[name] for name in shown)


def _percent(one: Score) -> str:
    return "" if one.share is None else f"{one.share * 100:.0f}"


def _name(session: Session, group: str, name: str) -> str:
    plan, lang = session.plan, session.lang
    if not name:
        return say("score.none", lang)
    if group == "topic":
        topic = next((one for one in plan.topics if str(one.number) == name), None)
        return f"{name} {topic.title.say(lang)}" if topic else name
    return say(name, lang) if group == "kind" else name


def score_answer(session: Session, found: Scored) -> Answer:
    """The score as data: all of it, then one item a group."""
    items: list[shapes.ScoreGroup] = [
        {"key": name, **_data(one)} for name, one in found.groups.items()
    ]
    whole = {
        "by": found.group,
        "score": _data(found.whole),
        "moved": {"milestones": found.moved[0], "times": found.moved[1]},
        "backlog": [{"fiscal_year": year, "open": n} for year, n in found.backlog.items()],
        "groups": items,
    }
    names = ("key", *(name for name in _data(found.whole)))
    return Answer(
        table=lambda: _table(session, found),
        data=lambda: {**session.head("score"), "count": found.whole.total, **whole},
        items=lambda: items,
        records=lambda: (
            tuple(Column(name, name) for name in names),
            (_record(item, names) for item in items),
        ),
    )


def _record(item: Mapping[str, object], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if item[name] is None else str(item[name]) for name in names)


def _data(one: Score) -> shapes.Score:
    """A score's counts; ``share`` is 0 to 1 or null, delays are months."""
    data = {
        "total": one.total,
        "judged": one.judged,
        **one.counts,
        "share": None if one.share is None else round(one.share, 3),
        "delay_average": one.average,
        "delay_median": one.median,
    }
    return cast("shapes.Score", data)
