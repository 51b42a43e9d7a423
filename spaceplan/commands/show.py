"""``spaceplan show``: a topic, a milestone or a chart in full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from spaceplan.answers import detail
from spaceplan.answers.data import milestone_data, repeat_data, topic_data
from spaceplan.answers.lists import titles_table
from spaceplan.answers.question import Session
from spaceplan.commands import complete
from spaceplan.commands.option import argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, PointInTime, command
from spaceplan.commands.output import chosen_format, emit_page, is_page, write_exact
from spaceplan.commands.session import open_session
from spaceplan.errors import UsageError
from spaceplan.render.page import Block
from spaceplan.roadmap.model import Milestone
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.references import (
    Reference,
    find,
    known_chart,
    known_topic,
    named,
    standing_in,
)

if TYPE_CHECKING:
    from spaceplan.answers import shapes

EXAMPLES = "Examples: spaceplan show 17 ; spaceplan show 4-1 7-4b ; spaceplan show --chart 17"


@command
def run(
    point: PointInTime,
    look: LookOptions,
    told: DocumentOption,
    refs: Annotated[
        list[str],
        argument(
            "[REF]...",
            "A topic (17), a milestone or split bullet (4-1, 7-4, 7-4b), a chart (工程表17), "
            "or words of a title (H3).",
            complete.references,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    chart: Annotated[
        list[str], option("--chart", "A chart (工程表) by its number.", "N", complete.charts)
    ] = [],  # noqa: B006
    source: Annotated[
        Path | None,
        option(
            "--source",
            "Show the official wording from this document (text, HTML or PDF) beside each.",
            "DOC",
        ),
    ] = None,
) -> None:
    """Show topics, milestones or charts in full: bullets with their state, questions, history."""
    session = open_session(point, look)
    whole = session.loaded.plan
    asked = [find(whole, ref) for ref in refs]
    asked += [Reference("chart", known_chart(whole, number)) for number in chart]
    if not asked:
        raise UsageError("commands.nothing-to-show")
    form = chosen_format(look)
    wording = _wording(source, told.encoding) if source else None
    if not is_page(form):
        _emit_data(session, asked, look, form, wording)
        return
    blocks: list[Block] = []
    for reference in asked:
        blocks += _blocks(session, reference, wording or {})
    emit_page(blocks, form, session.lang, paged=not look.no_pager)


def _wording(source: Path, encoding: str) -> dict[str, str]:
    """The document's bullets by the fingerprint of their wording."""
    from spaceplan.commands.source_files import document_of

    topics = document_of(source, encoding).topics
    return {bullet.fingerprint: bullet.text for topic in topics for bullet in topic.bullets}


def _blocks(session: Session, reference: Reference, wording: dict[str, str]) -> list[Block]:
    plan, day, lang = session.plan, session.day, session.lang
    if reference.kind == "topic":
        topic = plan.topic_by_number[known_topic(plan, reference.value)]
        return detail.topic_blocks(topic, plan, day, lang, wording)
    if reference.kind == "chart":
        return detail.chart_blocks(reference.value, plan, day, lang, wording)
    if reference.kind == "title":
        return [titles_table(session, reference)]
    blocks: list[Block] = []
    for entry in _entries(session, reference.value):
        for original in plan.originals(entry):
            under = entry if entry.same_as else None
            blocks += detail.milestone_blocks(original, plan, day, lang, under, wording)
    return blocks


def _entries(session: Session, name: str) -> tuple[Milestone, ...]:
    """What an id names at the asked moment. Raises UsageError where it was not there yet."""
    plan = session.plan
    if name not in plan.by_id and name not in plan.parts:
        if session.before_plan:
            raise UsageError("answers.no-plan-yet", decided=session.loaded.plan.decided)
        if session.known is None:
            raise UsageError("commands.not-yet-in-plan", name=name, day=session.day)
        facts = {"name": name, "day": session.day, "known": session.known}
        raise UsageError("commands.not-yet-known", **facts)
    return named(plan, name)


def _emit_data(
    session: Session,
    asked: list[Reference],
    look: LookOptions,
    form: str,
    wording: dict[str, str] | None,
) -> None:
    from spaceplan.answers.flat import answer
    from spaceplan.commands.output import emit
    from spaceplan.render.json_out import dumps

    plan = session.plan
    found: dict[str, Row] = {}
    sections: list[shapes.Section] = []
    for reference in asked:
        if reference.kind == "milestone":
            entries = _entries(session, reference.value)
        else:
            entries = standing_in(plan, reference)
        section: shapes.Section = {
            "reference": reference.value,
            "kind": reference.kind,
            "ids": [entry.id for entry in entries],
            "repeats": [repeat_data(entry) for entry in entries if entry.same_as],
        }
        if reference.kind == "topic":
            section["topic"] = topic_data(plan.topic_by_number[known_topic(plan, reference.value)])
        sections.append(section)
        for entry in entries:
            for original in plan.originals(entry):
                found[original.id] = detail.row_of(original, plan, session.day)
    rows = list(found.values())
    if form == "json":
        words: dict[str, Any] = {}
        if wording is not None:
            # The document's words by fingerprint, as each milestone's ``text`` names them.
            texts = [row.milestone.text for row in rows]
            words = {"wording": {text: wording.get(text) for text in texts}}
        write_exact(
            dumps(
                {
                    **session.head("show"),
                    "sections": sections,
                    "count": len(rows),
                    "milestones": [milestone_data(row, plan) for row in rows],
                    **words,
                }
            )
        )
    else:
        emit(answer(session, "show", rows, ("id",), ()), look)
