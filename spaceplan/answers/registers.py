"""The topics and the owners of a plan, each with counts of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from spaceplan.answers.answer import Answer
from spaceplan.answers.data import both
from spaceplan.answers.question import Session
from spaceplan.answers.tally import TALLIED, shown, tally
from spaceplan.render.table import NARROWEST, Column, Table
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, Row
from spaceplan.roadmap.registry import Words
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes


def _topic_rows(plan: Plan, wanted: Filter, passing: list[Row]) -> list[shapes.TopicLine]:
    """Counts of what passes, by topic; a topic in which nothing passes is left out by a filter."""
    standing = {row.milestone.id: row.standing for row in passing}
    found: list[shapes.TopicLine] = []
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
                    bullets.add(plan.bullet_of(entry.id))
        if not originals and wanted != Filter():
            continue
        found.append(
            {
                "number": topic.number,
                "title": both(topic.title),
                "charts": list(topic.charts),
                "bullets": len(bullets),
                "commitments": len({plan.bullet_of(name) for name in originals}),
                "milestones": len(originals),
                **cast("shapes.Tally", tally(standing[name] for name in originals)),
            }
        )
    return found


def topics_answer(session: Session, wanted: Filter, passing: list[Row]) -> Answer:
    """The topics with their charts, and counts of the rows that pass the filter."""
    plan, lang = session.plan, session.lang
    found = _topic_rows(plan, wanted, passing)
    every = ("number", "title", "charts", "bullets", "commitments", "milestones", *TALLIED)
    keys = [key for key in every if key not in TALLIED or key in shown(found)]
    if not any(topic["charts"] for topic in found):
        keys.remove("charts")
    columns = tuple(
        Column(
            key,
            say({"number": "topic"}.get(key, key), lang)
            if key not in TALLIED
            else say(key, lang).capitalize(),
            align="left" if key in ("title", "charts") else "right",
            flexible=key in ("title", "charts"),
            least={"title": 24, "charts": 8}.get(key, NARROWEST),
            weight=3 if key == "title" else 1,
            priority={"number": 9, "title": 8, "charts": 6, "bullets": 3, "commitments": 3}.get(
                key, 7
            ),
        )
        for key in keys
    )

    def cells(topic: Mapping[str, Any], keys: Sequence[str], language: str) -> tuple[str, ...]:
        words = topic["title"]
        texts = {
            "title": words[language] or words["ja"] or words["en"] if language else words["ja"],
            "charts": " ".join(topic["charts"]),
        }
        return tuple(texts[key] if key in texts else str(topic[key]) for key in keys)

    note = _whole(plan, lang) if wanted == Filter() else _passing(passing, lang)
    return Answer(
        table=lambda: Table(columns, tuple(cells(t, keys, lang) for t in found), notes=(note,)),
        data=lambda: {**session.head("topics"), "count": len(found), "topics": found},
        items=lambda: found,
        records=lambda: (
            tuple(Column(key, key) for key in every),
            (cells(topic, every, "") for topic in found),
        ),
    )


def _whole(plan: Plan, lang: str) -> str:
    originals = {plan.bullet_of(entry.id) for entry in plan.milestones}
    return say(
        "answers.whole-plan-repeats" if plan.repeats else "answers.whole-plan",
        lang,
        bullets=len(plan.parts),
        commitments=len(originals),
        milestones=len(plan.milestones),
    )


def _passing(passing: list[Row], lang: str) -> str:
    """What a filtered list of topics or owners counts."""
    return say("answers.passing", lang, count=len(passing))


_NAMES = ("ja", "en", "aliases", "short")
# On a narrow screen the names in the other language go first.
_KEPT = {"ja": 2, "en": 2, "code": 9, "owner": 6, "lead": 5}


def _cell(value: object) -> str:
    """A fact of an owner: a number, a name, several names."""
    if isinstance(value, dict):
        value = list(dict.fromkeys(name for name in value.values() if name))
    if isinstance(value, list):
        return " ".join(value)
    return "" if value is None else str(value)


def owners_answer(session: Session, wanted: Filter, passing: list[Row]) -> Answer:
    """The owners with their names and aliases, and counts of the rows that pass the filter."""
    plan, lang = session.plan, session.lang
    found: list[shapes.OwnerLine] = []
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
                "short": both(owner.short) if owner.short != Words("", "") else None,
                "lead": sum(row.milestone.leads[:1] == (owner.code,) for row in held),
                "owner": len(held),
                "partner": helps,
                **cast("shapes.Tally", tally(row.standing for row in held)),
            }
        )
    every = ("code", *_NAMES, "lead", "owner", "partner", *TALLIED)
    # In a plan of one language the other has no column, nor have names of a kind that nobody has.
    empty = {
        key for key in _NAMES if not any(cast("dict[str, Any]", owner)[key] for owner in found)
    }
    keys = [
        key for key in every if key not in empty and (key not in TALLIED or key in shown(found))
    ]
    labels = {
        "ja": say("answers.japanese", lang),
        "en": say("answers.english", lang),
        "partner": say("answers.partner", lang),
    }
    columns = tuple(
        Column(
            key,
            labels.get(key) or (say(key, lang).capitalize() if key in TALLIED else say(key, lang)),
            align="left" if key in ("code", *_NAMES) else "right",
            flexible=key in _NAMES,
            least=32 if key in ("ja", "en") else NARROWEST,
            priority={**_KEPT, lang: 8}.get(key, 7 if key in TALLIED else 3),
            style="id" if key == "code" else "",
        )
        for key in keys
    )

    def cells(owner: Mapping[str, Any], keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(_cell(owner[key]) for key in keys)

    notes = () if wanted == Filter() else (_passing(passing, lang),)
    return Answer(
        table=lambda: Table(columns, tuple(cells(owner, keys) for owner in found), notes=notes),
        data=lambda: {**session.head("owners"), "count": len(found), "owners": found},
        items=lambda: found,
        records=lambda: (
            tuple(Column(key, key) for key in every),
            (cells(owner, every) for owner in found),
        ),
    )
