"""``source check``: each bullet of a document with its milestone, and whether the words agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from spaceplan.answers.answer import Answer
from spaceplan.answers.question import Session
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell, Column, Table
from spaceplan.roadmap.model import Plan
from spaceplan.source.compare.prove import CHANGED, MOVED, NO_BULLET, NO_MILESTONE, SAME, Proof
from spaceplan.source.draft.leftovers import summed
from spaceplan.source.read.parts import Document
from spaceplan.source.read.text import marked
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes_source

_STYLE = {SAME: "", MOVED: "warn", CHANGED: "warn", NO_MILESTONE: "late", NO_BULLET: "late"}


def verdict_line(proofs: Sequence[Proof], lang: str, label: str = "") -> str:
    """How many of the bullets are encoded word for word; with a ``label`` by whose places."""
    bullets = [proof for proof in proofs if proof.bullet is not None]
    same = sum(proof.verdict in (SAME, MOVED) for proof in bullets)
    by = say("source.proof-by", lang, label=label) if label else ""
    return say("source.proof-verdict", lang, bullets=len(bullets), same=same) + by


def proof_blocks(
    document: Document, proofs: Sequence[Proof], plan: Plan, lang: str, label: str = ""
) -> list[Block]:
    """Topic by topic, then what the document lacks, then the lines that could not be read."""
    blocks: list[Block] = []
    for topic in document.topics:
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {topic.title}"))
        for proof in proofs:
            if proof.bullet is not None and proof.bullet.topic == topic.number:
                blocks += _lines(proof, plan, lang)
    gone = [proof for proof in proofs if proof.verdict == NO_BULLET]
    if gone:
        blocks.append(Heading(2, say("source.proof-gone", lang)))
        for proof in gone:
            blocks += _lines(proof, plan, lang)
    left = summed(document.leftovers, document.name, lang)
    if left:
        blocks.append(Heading(2, say("source.proof-left", lang)))
        blocks += [Line(line, indent=2) for line in left]
    blocks.append(Line(""))
    blocks.append(Line(verdict_line(proofs, lang, label)))
    return blocks


def _lines(proof: Proof, plan: Plan, lang: str) -> list[Block]:
    titles = []
    for entry in proof.entries:
        original = plan.originals(entry)[0]
        repeat = f" = {entry.same_as}" if entry.same_as else ""
        titles.append(f"{entry.id}{repeat} {original.title.say(lang)}")
    said = say(f"source.proof-{proof.verdict}", lang)
    if proof.place and proof.verdict == NO_MILESTONE:
        said += say("source.proof-there", lang, place=proof.place)
    pairs: list[tuple[str, str | Cell]] = [
        (proof.id, Cell(f"{said}  {' / '.join(titles)}", _STYLE[proof.verdict]))
    ]
    blocks: list[Block] = [Facts(tuple(pairs))]
    if proof.difference:
        blocks.append(Line(marked(proof.difference), indent=10))
    elif proof.verdict in (CHANGED, NO_MILESTONE) and proof.bullet is not None:
        blocks.append(Line(proof.bullet.text, indent=10))
    return blocks


def proof_answer(
    session: Session, document: Document, proofs: Sequence[Proof], label: str = ""
) -> Answer:
    """The proof as data."""
    items: list[shapes_source.Bullet] = [
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

    def cells(item: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(" ".join(item[key]) if key == "ids" else str(item[key] or "") for key in keys)

    columns = tuple(
        Column(key, key, style="id" if key in ("bullet", "ids") else "") for key in keys
    )
    return Answer(
        table=lambda: Table(columns, tuple(cells(item) for item in items)),
        data=lambda: {
            **session.head("source check"),
            "document": document.name,
            "label": label or None,
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
