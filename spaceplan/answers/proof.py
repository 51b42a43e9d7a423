"""``source check``: each bullet of a document with its milestone, and whether the words agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spaceplan.answers.answer import Answer
from spaceplan.answers.question import Session
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import Plan
from spaceplan.source.compare.prove import CHANGED, MOVED, NO_BULLET, NO_MILESTONE, SAME, Proof
from spaceplan.source.draft.leftovers import summed
from spaceplan.source.read.document import Document
from spaceplan.source.read.text import ADDED, REMOVED, Run
from spaceplan.words import pick, say

_SAID = {
    SAME: ("文言一致", "word for word", "ok"),
    MOVED: ("文言一致、番号が違う", "word for word, under another number", "warn"),
    CHANGED: ("文言が変わった", "wording changed", "warn"),
    NO_MILESTONE: ("マイルストーンなし", "no milestone", "late"),
    NO_BULLET: ("項目なし", "no bullet", "late"),
}


def runs_text(runs: Sequence[Run]) -> str:
    """Reworded text in one line: [-removed-]{+added+}, the rest shortened where it is long."""
    parts = []
    for run in runs:
        if run.kind == REMOVED:
            parts.append(f"[-{run.text}-]")
        elif run.kind == ADDED:
            parts.append(f"{{+{run.text}+}}")
        else:
            parts.append(run.text if len(run.text) <= 24 else f"{run.text[:10]}…{run.text[-10:]}")
    return "".join(parts)


def verdict_line(proofs: Sequence[Proof], lang: str) -> str:
    """How many of the bullets are encoded word for word."""
    bullets = [proof for proof in proofs if proof.bullet is not None]
    same = sum(proof.verdict in (SAME, MOVED) for proof in bullets)
    return pick(
        lang,
        f"{len(bullets)}項目中{same}項目が文言まで一致",
        f"{same} of {len(bullets)} bullets are encoded word for word",
    )


def proof_blocks(document: Document, proofs: Sequence[Proof], plan: Plan, lang: str) -> list[Block]:
    """Topic by topic, then what the document lacks, then the lines that could not be read."""
    blocks: list[Block] = []
    for topic in document.topics:
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {topic.title}"))
        for proof in proofs:
            if proof.bullet is not None and proof.bullet.topic == topic.number:
                blocks += _lines(proof, plan, lang)
    gone = [proof for proof in proofs if proof.verdict == NO_BULLET]
    if gone:
        blocks.append(Heading(2, pick(lang, "文書にない項目", "Not in the document")))
        for proof in gone:
            blocks += _lines(proof, plan, lang)
    left = summed(document.leftovers, document.name, lang)
    if left:
        blocks.append(Heading(2, pick(lang, "項目に入らない行", "Lines in no bullet")))
        blocks += [Line(line, indent=2) for line in left]
    blocks.append(Line(""))
    blocks.append(Line(verdict_line(proofs, lang)))
    return blocks


def _lines(proof: Proof, plan: Plan, lang: str) -> list[Block]:
    ja, en, style = _SAID[proof.verdict]
    titles = []
    for entry in proof.entries:
        original = plan.originals(entry)[0]
        repeat = f" = {entry.same_as}" if entry.same_as else ""
        titles.append(f"{entry.id}{repeat} {original.title.say(lang)}")
    said = pick(lang, ja, en)
    if proof.place and proof.verdict == NO_MILESTONE:
        there = proof.place
        said += pick(lang, f"（この文言は {there}）", f" (these words are those of {there})")
    pairs: list[tuple[str, str | Cell]] = [
        (proof.id, Cell(f"{said}  {' / '.join(titles)}", "" if proof.verdict == SAME else style))
    ]
    blocks: list[Block] = [Facts(tuple(pairs))]
    if proof.difference:
        blocks.append(Line(runs_text(proof.difference), indent=10))
    elif proof.verdict in (CHANGED, NO_MILESTONE) and proof.bullet is not None:
        blocks.append(Line(proof.bullet.text, indent=10))
    return blocks


def proof_answer(session: Session, document: Document, proofs: Sequence[Proof]) -> Answer:
    """The proof as data."""
    items = [
        {
            "bullet": proof.id,
            "verdict": proof.verdict,
            "ids": [entry.id for entry in proof.entries],
            "line": proof.bullet.line if proof.bullet else None,
            "text": proof.bullet.text if proof.bullet else None,
            "place": proof.place or None,
            "difference": [{"kind": run.kind, "text": run.text} for run in proof.difference],
        }
        for proof in proofs
    ]
    keys = ("bullet", "verdict", "ids", "line", "place")

    def cells(item: dict[str, Any]) -> tuple[str, ...]:
        return tuple(" ".join(item[key]) if key == "ids" else str(item[key] or "") for key in keys)

    columns = tuple(
        Column(key, key, style="id" if key in ("bullet", "ids") else "") for key in keys
    )
    return Answer(
        table=lambda: Table(columns, tuple(cells(item) for item in items)),
        data=lambda: {
            **session.head("source check"),
            "document": document.name,
            "count": len(items),
            "same": sum(proof.verdict in (SAME, MOVED) for proof in proofs),
            "bullets": items,
            "leftovers": [
                {"line": left.line, "text": left.text, "reason": left.reason}
                for left in document.leftovers
            ],
        },
        items=lambda: items,
        records=lambda: (columns, (cells(item) for item in items)),
    )
