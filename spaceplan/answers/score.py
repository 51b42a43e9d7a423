"""``score``: how the plan did as a whole, with every denominator in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from spaceplan.answers.answer import Answer
from spaceplan.answers.question import Session
from spaceplan.frozen import dataclass
from spaceplan.render.page import Block, Heading, Line
from spaceplan.render.table import Column, Table
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.score import (
    FEWEST,
    OUTCOMES,
    Measure,
    Score,
    backlog,
    by_group,
    outcome_of,
    score,
)
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes

_SHOWN = (
    *("judged", "met", "share", "late", "undated", "unverified", "missed", "dropped"),
    *("unfinished", "average", "median"),
)
# Columns that are only there where something counts in them, and those of what was met late.
_RARE = ("undated", "unverified", "dropped")
_DELAYS = ("average", "median")


@dataclass(frozen=True, slots=True)
class Scored:
    """A score of all rows, of each group, and the backlog at each year's end.

    ``moved``, ``anew``: how many targets moved, and baselines were set anew, and how often.
    ``superseded``: of what was given up among the judged, how many others took the place of.
    """

    by: Measure
    group: str
    whole: Score
    groups: dict[str, Score]
    backlog: dict[int, int]
    moved: tuple[int, int]
    anew: tuple[int, int]
    superseded: int


def scored(rows: list[Row], by: Measure, group: str) -> Scored:
    """Score rows."""
    return Scored(
        by,
        group,
        score(rows, by),
        by_group(rows, by, group),
        backlog(rows, by),
        _how_often(row.standing.moves for row in rows),
        _how_often(row.standing.anew for row in rows),
        sum(bool(row.by) and outcome_of(row, by) in GIVEN_UP for row in rows),
    )


def _how_often(times: Iterable[int]) -> tuple[int, int]:
    found = [number for number in times if number]
    return len(found), sum(found)


def score_blocks(plan: Plan, found: Scored, lang: str) -> list[Block]:
    """The score as a page: the sentence, the table by group, the backlog, what adds up."""
    title = say("score.title", lang, title=plan.title.say(lang))
    return [Heading(1, title), Line(score_head(found, lang)), *score_tables(found, lang)]


def score_head(found: Scored, lang: str) -> str:
    """How many were judged, and of them met by the baseline, in a sentence."""
    whole = found.whole
    said = say(
        f"score.head-{found.by.against}",
        lang,
        day=found.by.day,
        judged=whole.judged,
        met=whole.counts["met"],
        share=say("score.percent", lang, percent=percent(whole)) if percent(whole) else "",
    )
    return said + say("score.only-verified", lang) if found.by.verified else said


def score_tables(found: Scored, lang: str) -> list[Block]:
    """The table by group, the backlog at each year's end, and what is to be said of them."""
    blocks: list[Block] = [score_table(found, lang)]
    if found.backlog:
        columns = (
            Column("year", say("score.year-end", lang), priority=9),
            Column("backlog", say("score.backlog", lang), align="right", priority=8),
        )
        body = tuple(
            (say("answers.fiscal-year", lang, year=year), str(number))
            for year, number in found.backlog.items()
        )
        blocks.append(Table(columns, body))
    return [*blocks, *map(Line, score_notes(found, lang))]


def score_notes(found: Scored, lang: str) -> list[str]:
    """What adds up to what, the delays, what moved, and what stands behind the figures."""
    whole = found.whole
    counts = {name: whole.counts[name] for name in ("untimed", "recurring", "later")}
    notes = [say("score.adds-up", lang, total=whole.total, judged=whole.judged, **counts)]
    if whole.delays:
        delay = {"average": whole.average, "median": whole.median, "count": len(whole.delays)}
        notes.append(say("score.delay", lang, **delay))
    for key, (count, times) in (("moved", found.moved), ("anew", found.anew)):
        if count:
            notes.append(say(f"score.{key}", lang, count=count, times=times))
    if found.superseded:
        notes.append(say("score.superseded", lang, count=found.superseded))
    if any(0 < one.judged < FEWEST for one in (whole, *found.groups.values())):
        notes.append(say("score.few", lang, fewest=FEWEST))
    overlap = sum(one.total for one in found.groups.values()) > whole.total
    if found.group == "topic" and overlap:
        notes.append(say("score.topics-overlap", lang))
    return notes


def score_table(found: Scored, lang: str, *, delays: bool = True) -> Table:
    """A line for each group in which something was judged, and one for all; with the ``delays`` of
    what was met late."""
    lines = {name: one for name, one in found.groups.items() if one.judged}
    empty = [name for name in _RARE if not found.whole.counts[name]]
    empty += [] if delays and found.whole.delays else _DELAYS
    shown = [name for name in _SHOWN if name not in empty]
    columns = (
        Column("group", say(f"score.by-{found.group}", lang), flexible=True, priority=9),
        *(
            Column(name, say(f"score.{name}", lang), align="right", priority=_priority(name))
            for name in shown
        ),
    )
    body = [
        (group_name(found, name, lang), *_cells(one, shown, lang)) for name, one in lines.items()
    ]
    body.append((say("score.all", lang), *_cells(found.whole, shown, lang)))
    return Table(columns, tuple(body))


def _priority(name: str) -> int:
    return {"judged": 8, "met": 8, "share": 7, "unfinished": 6, "average": 3}.get(name, 4)


def _cells(one: Score, shown: list[str], lang: str) -> tuple[str, ...]:
    said = {name: str(one.counts[name] or "") for name in OUTCOMES}
    said["judged"] = str(one.judged)
    said["met"] = str(one.counts["met"])
    share = percent(one)
    said["share"] = say("score.percent-alone", lang, percent=share) if share else ""
    said["average"], said["median"] = (
        "" if months is None else f"{months:.1f}" for months in (one.average, one.median)
    )
    return tuple(said[name] for name in shown)


def percent(one: Score) -> str:
    """The share of what was met by the baseline, as a whole number; "" of fewer than five."""
    return "" if one.share is None else f"{one.share * 100:.0f}"


def group_name(found: Scored, name: str, lang: str) -> str:
    """What a group is called: a topic with its title."""
    if not name:
        return say("score.none", lang)
    if found.group == "topic":
        topic = next((one for one in found.by.plan.topics if str(one.number) == name), None)
        return f"{name} {topic.title.say(lang)}" if topic else name
    if found.group == "fy":
        return say("answers.fiscal-year", lang, year=name.removeprefix("FY"))
    return say(name, lang) if found.group == "kind" else name


def score_data(found: Scored) -> shapes.ScoreFacts:
    """The score as data: all of it, then one item a group."""
    (moved, moves), (anew, times) = found.moved, found.anew
    facts = {
        "by": found.group,
        "against": found.by.against,
        "verified": found.by.verified,
        "score": _data(found.whole),
        "moved": {"milestones": moved, "times": moves},
        "rebaselined": {"milestones": anew, "times": times},
        "superseded": found.superseded,
        "backlog": [{"fiscal_year": year, "open": n} for year, n in found.backlog.items()],
        "groups": [{"key": name, **_data(one)} for name, one in found.groups.items()],
    }
    return cast("shapes.ScoreFacts", facts)


def score_answer(session: Session, found: Scored) -> Answer:
    """The score for programs: the whole as JSON, the groups as lines and as CSV."""
    facts = score_data(found)
    names = ("key", *_data(found.whole))
    return Answer(
        table=lambda: score_table(found, session.lang),
        data=lambda: {**session.head("score"), "count": found.whole.total, **facts},
        items=lambda: facts["groups"],
        records=lambda: (
            tuple(Column(name, name) for name in names),
            (_record(item, names) for item in facts["groups"]),
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
