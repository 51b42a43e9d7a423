"""``source import``: what was read from a document, why, and what a person should go over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spaceplan.answers.answer import Answer
from spaceplan.answers.data import text_or_none
from spaceplan.answers.proof import runs_text
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import bullet_of
from spaceplan.source.draft.draft import Draft, Drafted
from spaceplan.source.draft.leftovers import unread
from spaceplan.source.draft.phrases import HIGH, LOW, MEDIUM
from spaceplan.source.draft.reasons import decision, leftover_reason
from spaceplan.source.draft.titles import tidy
from spaceplan.source.draft.write_draft import Frame
from spaceplan.source.read.document import Document
from spaceplan.source.read.text import SAME
from spaceplan.words import pick, say

# Of a wording, so much is shown beside what was read from it.
_SHOWN = 100
_SURE = {HIGH: ("高", "ok"), MEDIUM: ("中", "warn"), LOW: ("低", "late")}


def summary_lines(draft: Draft, frame: Frame, lang: str) -> list[str]:
    """How much was read, and what deserves a look."""
    bullets = len({bullet_of(one.id) for one in draft.milestones})
    originals = [one for one in draft.milestones if not one.same_as]
    repeats, results = len(draft.repeats.repeats), len(draft.results)
    below = sum(len(topic.subsections) for topic in draft.topics)
    parts = pick(lang, f"（小区分{below}）", f" ({_n(below, 'subsection')})") if below else ""
    said = [
        pick(
            lang,
            f"論点{len(draft.topics)}{parts}、項目{bullets}（再掲{repeats}）、"
            f"マイルストーン{len(originals)}、実績{results}（目標にはしない）",
            f"{_n(len(draft.topics), 'topic')}{parts}, {_n(bullets, 'bullet')} "
            f"({_n(repeats, 'repeat')}), {_n(len(originals), 'milestone')}; "
            f"{_n(results, 'result')} kept apart",
        )
    ]
    if frame.guessed:
        said.append(
            pick(
                lang,
                f"文書に日付がないため決定日を {frame.decided} と仮定（--decided で指定）",
                f"the document names no day; {frame.decided} stands for it (--decided DATE)",
            )
        )
    for sure in (LOW, MEDIUM):
        ids = [one.id for one in originals if one.sure == sure]
        if ids:
            told = ", ".join(ids[:20]) + (" …" if len(ids) > 20 else "")
            said.append(
                pick(
                    lang,
                    f"確度{_SURE[sure][0]}: {len(ids)}件 {told}",
                    f"{sure} confidence: {len(ids)}: {told}",
                )
            )
    return said + _notes(draft, originals, lang)


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _notes(draft: Draft, originals: list[Drafted], lang: str) -> list[str]:
    said = [
        pick(
            lang,
            f"{repeat.bullet} は {repeat.original} の再掲（細部が違う: {changed}）",
            f"{repeat.bullet} repeats {repeat.original} with small differences: {changed}",
        )
        for repeat in draft.repeats.repeats
        if (changed := runs_text([run for run in repeat.differences if run.kind != SAME]))
    ]
    said += [
        pick(
            lang,
            f"{bullet} は再掲とあるが、元の項目がこの文書にない",
            f"{bullet} is marked as a repeat, but its original is not in this document",
        )
        for bullet in draft.repeats.alone
    ]
    said += [
        pick(
            lang,
            f"{name} は{count}件で担当だが、機関の登録にない",
            f"{name} acts in {_n(count, 'item')} but is not in the registry of owners",
        )
        for name, count in draft.unknown
    ]
    nobody = sum(not one.owner for one in originals)
    if nobody:
        said.append(
            pick(
                lang,
                f"{nobody}件は文面に担当がない",
                f"without an owner that the text states: {_n(nobody, 'milestone')}",
            )
        )
    lost = len(unread(draft.leftovers))
    if lost:
        said.append(
            pick(lang, f"読めなかった行: {lost}", f"{_n(lost, 'line')} not read, listed apart")
        )
    return said


def draft_blocks(document: Document, draft: Draft, frame: Frame, lang: str) -> list[Block]:
    """Topic by topic what was decided and why; then the results, the lines left, the summary."""
    wording = {bullet.id: bullet for bullet in document.bullets}
    blocks: list[Block] = []
    for topic in draft.topics:
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {tidy(topic.title)}"))
        for one in draft.milestones:
            if one.topic != topic.number:
                continue
            bullet = wording[bullet_of(one.id)]
            blocks.append(Facts(((one.id, Cell(one.title or decision(one, lang), "strong")),)))
            blocks += [
                Line(line, indent=8)
                for line in (f"{draft.name}:{one.line}: {_cut(bullet.text)}", *_decided(one, lang))
            ]
    if draft.results:
        blocks.append(
            Heading(2, pick(lang, "実績（目標にはしない）", "Results, from which no target comes"))
        )
        blocks += [
            Line(f"{draft.name}:{result.line}: {_cut(result.text)}", indent=2)
            for result in draft.results
        ]
    if draft.leftovers:
        blocks.append(Heading(2, pick(lang, "項目に入れなかった行", "Lines in no milestone")))
        blocks += [
            Line(
                f"{draft.name}:{left.line}: {leftover_reason(left.reason, lang)}: "
                f"{_cut(left.text)}",
                indent=2,
            )
            for left in draft.leftovers
        ]
    blocks.append(Heading(2, pick(lang, "まとめ", "Summary")))
    blocks += [Line(line, indent=2) for line in summary_lines(draft, frame, lang)]
    return blocks


def _decided(one: Drafted, lang: str) -> Iterator[str]:
    if one.same_as:
        return
    sure = pick(lang, f"確度{_SURE[one.sure][0]}", f"confidence {one.sure}")
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


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


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

    def cells(item: dict[str, Any]) -> tuple[str, ...]:
        shown = {**item, "owner": " ".join(item["owner"])}
        shown["why"] = "; ".join(ground["why"] for ground in item["why"])
        return tuple(str(shown[column.key] or "") for column in _COLUMNS)

    def rows() -> tuple[tuple[str, ...], ...]:
        return tuple(map(cells, items))

    return Answer(
        table=lambda: Table(_COLUMNS, rows()),
        data=lambda: {
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
                {"topic": result.topic, "line": result.line, "wording": result.text}
                for result in draft.results
            ],
            "unknown_owners": dict(draft.unknown),
            "notes": summary_lines(draft, frame, lang),
            "leftovers": [
                {"line": left.line, "text": left.text, "reason": left.reason}
                for left in draft.leftovers
            ],
        },
        items=lambda: items,
        records=lambda: (_COLUMNS, rows()),
    )


def _item(one: Drafted, wording: str, lang: str) -> dict[str, Any]:
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
        "why": [{"words": ground.words, "why": ground.why} for ground in one.grounds],
        "steps": list(one.steps),
        "decided": decision(one, lang),
        "wording": wording,
    }
