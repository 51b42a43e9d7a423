"""``spaceplan source import``: a plan drafted from a document never seen before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from spaceplan.commands.option import Force, argument, option
from spaceplan.commands.options import DocumentOption, LookOptions, PlanOption, command
from spaceplan.commands.output import chosen_format, emit, emit_page, is_page, write, write_exact
from spaceplan.commands.read_options import one_of, read_day
from spaceplan.commands.session import language
from spaceplan.commands.source_files import document_of, new_file, rule_of, save_new, zone_of
from spaceplan.progress import working
from spaceplan.words import LANGUAGES

EXAMPLES = (
    "Examples: spaceplan source import roadmap.txt -o plan.yaml; "
    "spaceplan source import roadmap.txt --explain"
)


@command
def run(
    document: Annotated[Path, argument("DOC", "The document, as text, HTML or PDF.")],
    where: PlanOption,
    look: LookOptions,
    told: DocumentOption,
    output: Annotated[Path | None, option("--output -o", "Where to write it.", "FILE")] = None,
    decided: Annotated[
        str,
        option(
            "--decided",
            "The day of the decision; else the day that the document's head names.",
            "DATE",
        ),
    ] = "",
    title: Annotated[str, option("--title", "Title; else the document's.", "TEXT")] = "",
    label: Annotated[
        str,
        option(
            "--label",
            "Label of this revision, e.g. R6; else the fiscal year of the decision.",
            "LABEL",
        ),
    ] = "",
    spoken: Annotated[
        str,
        option("--language", "The language of the plan, ja or en; else the document's.", "LANG"),
    ] = "",
    time_zone: Annotated[
        str,
        option(
            "--time-zone",
            "The plan's time zone, e.g. Asia/Tokyo; else as the document lets one tell.",
            "ZONE",
        ),
    ] = "",
    fiscal_year: Annotated[
        str,
        option(
            "--fiscal-year",
            "The month in which fiscal years start, with ':end' where they are named by the "
            "year they end in (4, 10:end); else as the document lets one tell.",
            "MONTH",
        ),
    ] = "",
    explain: Annotated[
        bool, option("--explain", "Print for every bullet what was decided and why.")
    ] = False,
    force: Force = False,
) -> None:
    """Draft a plan from a roadmap document: topics, bullets, repeats, kinds, targets, owners.

    The draft passes `spaceplan check` and is for a person to go over: comments tell where it is
    unsure. Results are kept apart, lines that were not read are listed. Without -o it is printed.
    Owners are known by the registry of the plan in use; language, time zone and fiscal year follow
    from the document or from their options.
    """
    from spaceplan.answers.draft import draft_answer, draft_blocks, summary_lines
    from spaceplan.plan_file.load import load_plan
    from spaceplan.plan_file.locate import locate
    from spaceplan.roadmap.truth import today
    from spaceplan.source.draft.imported import Wanted, import_document
    from spaceplan.source.draft.leftovers import summed, unread

    lang = language(look)
    form = chosen_format(look)
    if output is not None:
        new_file(output, force)
    plan = load_plan(locate(where.plan).path).plan
    wanted = Wanted(
        read_day(decided, "--decided", today(plan)) if decided else None,
        title,
        label,
        one_of(spoken, LANGUAGES, "--language") if spoken else "",
        zone_of(time_zone) if time_zone else "",
        rule_of(fiscal_year) if fiscal_year else None,
    )
    read = document_of(document, told.encoding)
    with working("common.making"):
        found = import_document(read, plan, wanted, lang=lang, file=str(output or document))
    draft, frame = found.draft, found.frame
    if output is not None:
        save_new(output, found.text)
    if not is_page(form):
        emit(draft_answer(read, draft, frame, lang), look)
    elif explain or look.format or look.json or look.excel:
        emit_page(draft_blocks(read, draft, frame, lang), form, lang)
    elif output is not None:
        write("\n".join([f"{output}:", *summary_lines(draft, frame, lang)]))
    else:
        write_exact(found.text)
    if not explain:
        lost = unread(draft.leftovers)
        for line in summed(lost, draft.name, lang):
            print(line, file=sys.stderr)
