"""``spaceplan source reconcile``: the plan against a new revision, and a proposal for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from spaceplan.commands.option import Force, argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, PlanOption, PointInTime, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page
from spaceplan.commands.read_options import read_day
from spaceplan.commands.session import open_session
from spaceplan.commands.source_files import Summary, new_file, roadmap, save_new, save_summary
from spaceplan.errors import UsageError, Wrong

EXAMPLES = (
    "Example: spaceplan source reconcile roadmap-2024.txt --old roadmap-2023.txt --label R6 "
    "-o proposal.yaml && spaceplan apply proposal.yaml --dry-run"
)


@command
def run(
    document: Annotated[Path, argument("NEWDOC", "The new revision, as text, HTML or PDF.")],
    where: PlanOption,
    look: LookOptions,
    told: DocumentOption,
    label: Annotated[str, option("--label", "Label of the new revision, e.g. R6.", "LABEL")],
    old: Annotated[
        Path | None,
        option(
            "--old",
            "The document whose wording the plan encodes: finds what was reworded, and shows "
            "the words that differ.",
            "OLDDOC",
        ),
    ] = None,
    output: Annotated[
        Path | None, option("--output -o", "Write the proposal that `apply` understands.", "FILE")
    ] = None,
    decided: Annotated[
        str,
        option(
            "--decided",
            "The day the revision was decided; else the day that its head names.",
            "DATE",
        ),
    ] = "",
    summary: Summary = None,
    force: Force = False,
) -> None:
    """Match the plan with a new revision and propose what to change; nothing is changed here.

    What is gone from the revision is reported first, and never proposed as done. Ids stay:
    `places` says where each milestone stands in the revision; new ones get its label (R6-8-2).
    Results that tell of a milestone are proposed as notes to it.
    """
    from spaceplan.answers.act_on import act_on_lines
    from spaceplan.answers.revision import proposal_lines, revision_answer, revision_blocks
    from spaceplan.roadmap.values import identifier
    from spaceplan.source.compare.revise import revise
    from spaceplan.source.compare.write_proposal import proposal_text
    from spaceplan.source.draft.draft import reference_of

    form = chosen_format(look)
    try:
        identifier(f"{label}-1-1")
    except Wrong:
        raise UsageError("source.bad-label", label=label) from None
    if output is not None:
        new_file(output, force)
    session = open_session(PointInTime(plan=where.plan), look)
    plan, lang = session.loaded.plan, session.lang
    if label == plan.revision:
        raise UsageError("source.label-taken", label=label)
    read = roadmap(document, told.encoding)
    day = read_day(decided, "--decided", session.day) if decided else None
    found = revise(
        plan,
        read,
        label,
        replace(reference_of(read, day), rule=plan.rule),
        old=roadmap(old, told.encoding) if old else None,
        today=session.day,
    )
    names = (plan.revision or str(session.loaded.path), label)
    save_summary(summary, force, found.matches, found.told, names, lang)
    if output is not None:
        end = act_on_lines(found.matches, lang, found.told)
        save_new(output, proposal_text(found.proposal, lang, str(output), end))
    if is_page(form):
        blocks = revision_blocks(found.matches, names, lang, found.told, read.name)
        emit_page([*blocks, *proposal_lines(found.proposal, output, lang)], form, lang)
    else:
        head = session.head("source reconcile")
        emit(revision_answer("source reconcile", found.matches, names, found.told, head), look)
