"""``spaceplan export``: milestones for calendars, spreadsheets, databases and programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from spaceplan import formats
from spaceplan.answers.question import Session
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import OUTPUT, FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.read_options import one_of, read_filter
from spaceplan.commands.session import open_session
from spaceplan.errors import UsageError, Wrong
from spaceplan.export.forms import Exported
from spaceplan.progress import working
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.references import known_owner
from spaceplan.words import say

EXAMPLES = (
    "Examples: spaceplan export --format ics --remind 30d -o targets.ics ; "
    "spaceplan export -o plan.xlsx --owner MEXT ; spaceplan export --format csv --excel"
)


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    format: Annotated[
        str,
        option(
            "--format -f",
            "What to write; else what the file's name ends with.",
            formats.metavar(formats.EXPORT),
            complete.of_format(formats.EXPORT),
            OUTPUT,
        ),
    ] = "",
    output: Annotated[
        Path | None,
        option(
            "--output -o",
            "File to write, whole or not at all; else, or with -, standard output.",
            "FILE",
            panel=OUTPUT,
        ),
    ] = None,
    excel: Annotated[
        bool, option("--excel", "CSV that Excel opens with Japanese and ids intact.", panel=OUTPUT)
    ] = False,
    remind: Annotated[
        list[str],
        option(
            "--remind",
            "In a calendar, an alarm so long before the due day: 30d, 2w, 6m. Repeatable.",
            "SPAN",
            panel=OUTPUT,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    for_owner: Annotated[
        str,
        option(
            "--for",
            "A sheet for this owner to fill in: what it has open; xlsx or csv.",
            "OWNER",
            complete.owners,
            OUTPUT,
        ),
    ] = "",
    lang: Annotated[
        str,
        option(
            "--lang",
            "Language of calendar and Markdown, ja or en; else the plan's.",
            "ja|en",
            complete.languages,
            OUTPUT,
        ),
    ] = "",
) -> None:
    """Write milestones for others: calendar, CSV, spreadsheet, JSON lines, database, Markdown.

    CSV and xlsx are what spaceplan apply reads back after somebody edited them. With --for they
    are a short sheet for one owner to fill in and send back.
    """
    target = None if output is None or str(output) == "-" else output
    form = _format(format, target, excel)
    _check(form, target, {"--excel": excel, "--for": for_owner, "--remind": remind}, remind)
    session = open_session(point, LookOptions(lang=lang))
    found = rows(session.plan, session.day, read_filter(session.loaded.plan, which))
    # A file for others reads the same wherever it was made: not the locale's language.
    spoken = session.lang if lang else session.plan.language
    owner = ""
    if for_owner:
        from spaceplan.tables.form import open_rows

        owner = known_owner(session.plan, for_owner)
        found = open_rows(found, owner)
    asked = Exported(session, found, spoken, excel, remind, owner)
    with working("common.making"):
        data: bytes = formats.EXPORT[form].function()(asked)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        from spaceplan.files.save import save

        written = save(target, data, plan=session.location.path)
        _tell(session, target, len(found), written)


def _format(given: str, target: Path | None, excel: bool) -> str:
    if given:
        return one_of(given, formats.names(formats.EXPORT), "--format")
    if excel:
        return formats.owner_of(formats.EXPORT, "--excel")
    found = formats.by_suffix(formats.EXPORT, target.suffix) if target is not None else ""
    if not found:
        raise UsageError("export.which", formats=formats.metavar(formats.EXPORT))
    return found


def _check(
    form: str, target: Path | None, options: Mapping[str, object], remind: list[str]
) -> None:
    """Refuse options that mean nothing together, before anything is read."""
    for name, given in options.items():
        if given and name not in formats.EXPORT[form].takes:
            owner = formats.owner_of(formats.EXPORT, name)
            raise UsageError("export.only-for", option=name, form=owner, given=form)
    if remind:
        from spaceplan.roadmap.spans import read_within

        for length in remind:
            try:
                read_within(length)
            except Wrong as error:
                raise UsageError("common.option", option="--remind", wrong=error.phrase) from None
    if formats.EXPORT[form].binary and target is None and sys.stdout.isatty():
        raise UsageError("export.not-for-terminal", form=form)


def _tell(session: Session, target: Path, count: int, written: bool) -> None:
    """On stderr: what was written, to a person; which plan it was, where nobody named one."""
    if session.location.named and not sys.stderr.isatty():
        return
    plan = session.location.path
    key = "export.written" if written else "export.unchanged"
    said = say(key, session.lang, target=target, plan=plan, count=count)
    print(said, file=sys.stderr)
