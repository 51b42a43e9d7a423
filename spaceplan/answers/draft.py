"""``source import``: what was read from a document, why, and what a person should go over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spaceplan.answers.act_on import page_text
from spaceplan.answers.answer import Answer
from spaceplan.answers.data import text_or_none
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import bullet_of
from spaceplan.source.draft.draft import Draft
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.leftovers import unread
from spaceplan.source.draft.phrases import LOW, MEDIUM
from spaceplan.source.draft.reasons import decision, doubt_text, leftover_reason, why_text
from spaceplan.source.draft.titles import tidy
from spaceplan.source.draft.write_draft import Frame
from spaceplan.source.read.parts import Bullet, Document
from spaceplan.source.read.text import SAME, marked, shortened
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes_source

# So many are shown as what to look at first.
_MOST = 20


def summary_lines(draft: Draft, frame: Frame, lang: str) -> list[str]:
    """How much was read, and what deserves a look."""
    originals = [one for one in draft.milestones if not one.same_as]
    below = sum(len(topic.subsections) for topic in draft.topics)
    said = [
        say(
            "source.counts",
            lang,
            topics=len(draft.topics),
            below=say("source.count-subsections", lang, count=below) if below else "",
            bullets=len({bullet_of(one.id) for one in draft.milestones}),
            repeats=len(draft.repeats.repeats),
            milestones=len(originals),
            results=len(draft.results),
        )
    ]
    if frame.guessed:
        said.append(say("source.day-made-up", lang, day=frame.decided))
    for sure in (LOW, MEDIUM):
        ids = [one.id for one in originals if one.sure == sure]
        if ids:
            told = ", ".join(ids[:20]) + (" …" if len(ids) > 20 else "")
            word = say(f"source.sure-{sure}", lang)
            said.append(say("source.with-confidence", lang, sure=word, count=len(ids), ids=told))
    said += _notes(draft, originals, lang)
    return [*said, *_doubtful(draft, originals, lang)]


def _doubtful(draft: Draft, originals: list[Drafted], lang: str) -> list[str]:
    """What to check in the end: results in doubt, and how many readings are."""
    said: list[str] = []
    if not draft.language:
        said.append(say("source.times-not-read", lang))
    lines = [str(result.line) for result in draft.results if result.doubt]
    if lines:
        told = ", ".join(lines[:20]) + (" …" if len(lines) > 20 else "")
        said.append(say("source.results-in-doubt", lang, count=len(lines), lines=told))
    if draft.doubtful:
        count, total = len(draft.doubtful), len(originals)
        said.append(say("source.doubtful", lang, count=count, total=total))
    return said


def _notes(draft: Draft, originals: list[Drafted], lang: str) -> list[str]:
    said = [
        say(
            "source.repeats-but",
            lang,
            bullet=repeat.bullet,
            original=repeat.original,
            changed=changed,
        )
        for repeat in draft.repeats.repeats
        if (changed := marked([run for run in repeat.differences if run.kind != SAME]))
    ]
    said += [say("source.repeat-alone", lang, bullet=bullet) for bullet in draft.repeats.alone]
    said += [
        say("source.unknown-owner", lang, name=name, count=count) for name, count in draft.unknown
    ]
    nobody = sum(not one.owner for one in originals)
    if nobody:
        said.append(say("source.no-owner", lang, count=nobody))
    lost = len(unread(draft.leftovers))
    if lost:
        said.append(say("source.not-read", lang, count=lost))
    return said


def draft_blocks(document: Document, draft: Draft, frame: Frame, lang: str) -> list[Block]:
    """Topic by topic what was decided and why; then the results, the lines left, the summary."""
    wording = {bullet.id: bullet for bullet in document.bullets}
    blocks: list[Block] = _first(draft, wording, lang)
    for topic in draft.topics:
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {tidy(topic.title)}"))
        for one in draft.milestones:
            if one.topic != topic.number:
                continue
            bullet = wording[bullet_of(one.id)]
            blocks.append(Facts(((one.id, Cell(one.title or decision(one, lang), "strong")),)))
            blocks += [
                Line(line, indent=8)
                for line in (
                    f"{draft.name}:{one.line}{page_text(one.page)}: {shortened(bullet.text)}",
                    *_decided(one, lang),
                )
            ]
    if draft.results:
        blocks.append(Heading(2, say("source.results", lang)))
        blocks += [
            Line(
                f"{draft.name}:{result.line}{page_text(result.page)}: {shortened(result.text)}"
                + (f" [{doubt_text(result.doubt, lang)}]" if result.doubt else ""),
                indent=2,
            )
            for result in draft.results
        ]
    if draft.leftovers:
        blocks.append(Heading(2, say("source.left", lang)))
        blocks += [
            Line(
                f"{draft.name}:{left.line}: {leftover_reason(left, lang)}: {shortened(left.text)}",
                indent=2,
            )
            for left in draft.leftovers
        ]
    blocks.append(Heading(2, say("source.summary", lang)))
    blocks += [Line(line, indent=2) for line in summary_lines(draft, frame, lang)]
    return blocks


def _first(draft: Draft, wording: dict[str, Bullet], lang: str) -> list[Block]:
    """What a person should look at first, what matters most at the top."""
    first = draft.doubtful[:_MOST]
    if not first:
        return []
    blocks: list[Block] = [Heading(2, say("source.look-first", lang))]
    for one in first:
        why = f"{doubt_text(one.doubt, lang)}; " if one.doubt else ""
        blocks.append(Facts(((one.id, why + decision(one, lang)),)))
        text = wording[bullet_of(one.id)].text
        where = f"{draft.name}:{one.line}{page_text(one.page)}"
        blocks.append(Line(f"{where}: {shortened(text)}", indent=8))
    return blocks


def _decided(one: Drafted, lang: str) -> Iterator[str]:
    if one.same_as:
        return
    sure = say("source.confidence", lang, sure=say(f"source.sure-{one.sure}", lang))
    yield f"{decision(one, lang)} [{sure}]"
    facts = [f"{say('status', lang)} {say(one.status, lang)}"]
    if one.owner:
        facts.append(f"{say('owner', lang)} {' '.join(one.owner)} ({say(one.basis, lang)})")
    if one.partners:
        facts.append(f"{say('partners', lang)} {' '.join(one.partners)}")
    if one.charts:
        facts.append(f"{say('charts', lang)} {' '.join(one.charts)}")
    if one.see:
        facts.append(f"{say('see', lang)} {' '.join(one.see)}")
    yield "; ".join(facts)


_COLUMNS = (
    Column("id", "id", style="id"),
    Column("line", "line", align="right"),
    Column("title", "title", flexible=True),
    Column("kind", "kind"),
    Column("target", "target"),
    Column("horizon", "horizon"),
    Column("status", "status"),
    Column("owner", "owner"),
    Column("same_as", "same_as", style="id"),
    Column("confidence", "confidence"),
    Column("phrase", "phrase", flexible=True),
    Column("why", "why", flexible=True),
)


def draft_answer(document: Document, draft: Draft, frame: Frame, lang: str) -> Answer:
    """The draft as data."""
    wording = {bullet.id: bullet.text for bullet in document.bullets}
    items = [_item(one, wording[bullet_of(one.id)], lang) for one in draft.milestones]

    def cells(item: shapes_source.Drafted) -> tuple[str, ...]:
        shown: dict[str, object] = {**item, "owner": " ".join(item["owner"])}
        shown["why"] = "; ".join(ground["why"] for ground in item["why"])
        return tuple(str(shown[column.key] or "") for column in _COLUMNS)

    def rows() -> tuple[tuple[str, ...], ...]:
        return tuple(map(cells, items))

    def data() -> shapes_source.SourceImport:
        return {
            "spaceplan": 1,
            "command": "source import",
            "document": draft.name,
            "title": frame.title,
            "label": frame.label,
            "decided": frame.decided.isoformat(),
            "decided_guessed": frame.guessed,
            "count": len(items),
            "topics": [
                {"number": topic.number, "title": tidy(topic.title), "charts": list(topic.charts)}
                for topic in draft.topics
            ],
            "milestones": items,
            "results": [
                {
                    "topic": result.topic,
                    "line": result.line,
                    "page": result.page or None,
                    "wording": result.text,
                    "doubt": doubt_text(result.doubt, "en") if result.doubt else None,
                }
                for result in draft.results
            ],
            "language": frame.header.language,
            "time_zone": frame.header.time_zone,
            "doubtful": [one.id for one in draft.doubtful],
            "unknown_owners": dict(draft.unknown),
            "notes": summary_lines(draft, frame, lang),
            "leftovers": [
                {"line": left.line, "text": left.text, "reason": leftover_reason(left, "en")}
                for left in draft.leftovers
            ],
        }

    return Answer(
        table=lambda: Table(_COLUMNS, rows()),
        data=data,
        items=lambda: items,
        records=lambda: (_COLUMNS, rows()),
    )


def _item(one: Drafted, wording: str, lang: str) -> shapes_source.Drafted:
    return {
        "id": one.id,
        "topic": one.topic,
        "subsection": one.subsection,
        "line": one.line,
        "title": one.title or None,
        "same_as": one.same_as or None,
        "charts": list(one.charts),
        "chart_basis": one.chart_basis,
        "kind": one.kind or None,
        "target": text_or_none(one.target),
        "times": text_or_none(one.times),
        "horizon": text_or_none(one.horizon),
        "owner": list(one.owner),
        "basis": one.basis,
        "partners": list(one.partners),
        "status": one.status or None,
        "see": list(one.see),
        "text": one.text,
        "confidence": None if one.same_as else one.sure,
        "phrase": one.phrase or None,
        "why": [
            {"words": ground.words, "why": why_text(ground.why, "en")} for ground in one.grounds
        ],
        "steps": list(one.steps),
        "doubt": doubt_text(one.doubt, "en") if one.doubt else None,
        "page": one.page or None,
        "baseline": text_or_none(one.baseline or one.target),
        "measure": one.measure or None,
        "decided": decision(one, lang),
        "wording": wording,
    }
