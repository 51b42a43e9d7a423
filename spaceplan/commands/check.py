"""``spaceplan check``: every fault of a plan file, with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Exit

from spaceplan import formats
from spaceplan.answers.findings import Checked
from spaceplan.commands import complete
from spaceplan.commands.option import Lang, argument, option
from spaceplan.commands.options import command
from spaceplan.commands.output import write, write_exact
from spaceplan.commands.read_options import one_of
from spaceplan.errors import FAULT, FOUND, NOTICE, WARNING, Fault, FileError, PlanFaults, phrase
from spaceplan.plan_file.locate import locate
from spaceplan.roadmap.model import Plan
from spaceplan.words import LANGUAGES, locale_language

EXAMPLES = "Examples: spaceplan check ; spaceplan check --strict --format github"


@command
def run(
    files: Annotated[list[Path], argument("[FILE]...", "Plan files; else the plan in use.")] = [],  # noqa: B006 - typer wants a list and never changes it
    plan: Annotated[Path | None, option("--plan", "The same as FILE.", "FILE")] = None,
    strict: Annotated[bool, option("--strict", "Warnings count as faults.")] = False,
    quiet: Annotated[bool, option("--quiet -q", "Print nothing where nothing is found.")] = False,
    format: Annotated[
        str,
        option(
            "--format -f",
            "text, json, or github for annotations in a workflow.",
            formats.metavar(formats.CHECK),
            complete.of_format(formats.CHECK),
        ),
    ] = "text",
    json: Annotated[bool, option("--json", "Short for --format json.")] = False,
    lang: Lang = "",
) -> None:
    """Check plan files: print every fault, warning and notice with its place; exit 1 on faults."""
    form = "json" if json else one_of(format, formats.names(formats.CHECK), "--format")
    speech = one_of(lang, LANGUAGES, "--lang") if lang else locale_language()
    paths = [*files, *([plan] if plan else [])] or [locate(None).path]
    results: list[tuple[Path, tuple[Fault, ...]]] = []
    unreadable: list[FileError] = []
    for path in paths:
        try:
            results.append((path, _findings(path)))
        except FileError as error:
            unreadable.append(error)
    counting = (FAULT, WARNING) if strict else (FAULT,)
    bad = any(item.severity in counting for _, found in results for item in found)
    checked = Checked(results, not bad and not unreadable, quiet, speech)
    chosen = formats.CHECK[form]
    for line in chosen.function()(checked):
        (write_exact if chosen.utf8 else write)(line)
    if unreadable:
        first, *others = unreadable
        first.also += tuple(other.phrase for other in others)
        raise first
    if bad:
        raise Exit(FOUND)


def _findings(path: Path) -> tuple[Fault, ...]:
    from spaceplan.files.content import decode, read_bytes
    from spaceplan.plan_file.read import inspect

    try:
        data = read_bytes(path)
        inspection = inspect(decode(data, str(path)))
    except PlanFaults as error:
        return error.faults
    return inspection.findings + (_unexplained(inspection.plan, data) if inspection.plan else ())


def _unexplained(plan: Plan, data: bytes) -> tuple[Fault, ...]:
    """A notice of how many slipped or are late by much without a reason, where the worst stands."""
    from spaceplan.plan_file.nodes import line_of
    from spaceplan.roadmap.query import Filter, rows, worst_first
    from spaceplan.roadmap.truth import today

    found = worst_first(rows(plan, today(plan), Filter(flags=("unexplained",))))
    if not found:
        return ()
    worst = found[0].milestone.id
    what = phrase("commands.unexplained", count=len(found), id=worst)
    return (Fault(line_of(data, worst), 1, what, phrase("commands.explain", id=worst), NOTICE),)
