"""``spaceplan source check``: is every bullet of the document in the plan, word for word?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Exit

from spaceplan.commands.option import argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, PlanOption, PointInTime, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.session import open_session
from spaceplan.commands.source_files import document_of
from spaceplan.errors import FOUND, FileError

EXAMPLES = "Example: spaceplan source check roadmap.txt"


@command
def run(
    where: PlanOption,
    look: LookOptions,
    told: DocumentOption,
    document: Annotated[Path, argument("DOC", "The document, as text, HTML or PDF.")],
    old: Annotated[
        Path | None,
        option(
            "--old",
            "The document whose wording the plan encodes: shows the words that differ.",
            "DOC",
        ),
    ] = None,
    label: Annotated[
        str,
        option(
            "--label",
            "Find bullets by the plan's `places` for this revision; else by their ids or by the "
            "revision that fits best.",
            "LABEL",
        ),
    ] = "",
) -> None:
    """Show each bullet of a document with its milestone, and prove that the words agree.

    Exits with 1 where a bullet has no milestone, a milestone no bullet (those added by hand
    aside), or the wording differs.
    """
    from spaceplan.answers.proof import proof_answer, proof_blocks
    from spaceplan.source.compare.prove import SAME, prove, prove_best

    form = chosen_format(look)
    session = open_session(PointInTime(plan=where.plan), look)
    read = document_of(document, told.encoding)
    if not any(topic.bullets for topic in read.topics):
        raise FileError("source.nothing-to-check", path=document)
    before = document_of(old, told.encoding) if old else None
    if label:
        proofs, by = prove(session.plan, read, before, label), ""
    else:
        proofs, by = prove_best(session.plan, read, before)
    if is_page(form):
        emit_page(proof_blocks(read, proofs, session.plan, session.lang, by), form, session.lang)
    else:
        emit(proof_answer(session, read, proofs, label or by), look)
    if any(proof.verdict != SAME for proof in proofs):
        raise Exit(FOUND)
