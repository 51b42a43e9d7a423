"""``spaceplan export``: milestones for calendars, spreadsheets, databases and programs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from typer import Option

from spaceplan import formats
from spaceplan.answers.question import Session
from spaceplan.commands import complete
from spaceplan.commands.options import OUTPUT, FilterOptions, LookOptions, PointInTime, command
from spaceplan.commands.read_options import one_of, read_filter
from spaceplan.commands.session import open_session
from spaceplan.errors import UsageError, Wrong
from spaceplan.roadmap.query import Row, rows
from spaceplan.words import say

EXAMPLES = (
    "Examples: spaceplan export --format ics --remind 30d -o targets.ics ; "
    "spaceplan export -o plan.xlsx --owner MEXT ; spaceplan export --format csv --excel"
)

BINARY = ("xlsx", "sqlite")
_SUFFIXES = {**{f".{form}": form for form in formats.EXPORT}, ".db": "sqlite", ".sqlite3": "sqlite"}


def _complete_format(incomplete: str) -> list[str]:
    return [form for form in formats.EXPORT if form.startswith(incomplete.lower())]


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            help="What to write; else what the file's name ends with.",
            rich_help_panel=OUTPUT,
            metavar="|".join(formats.EXPORT),
            show_default=False,
            autocompletion=_complete_format,
        ),
    ] = "",
    output: Annotated[
        Path | None,
        Option(
            "--output",
            "-o",
            help="File to write, whole or not at all; else, or with -, standard output.",
            rich_help_panel=OUTPUT,
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    excel: Annotated[
        bool,
        Option(
            "--excel",
            help="CSV that Excel opens with Japanese and ids intact.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    remind: Annotated[
        list[str],
        Option(
            "--remind",
            help="In a calendar, an alarm so long before the due day: 30d, 2w, 6m. Repeatable.",
            rich_help_panel=OUTPUT,
            metavar="SPAN",
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    lang: Annotated[
        str,
        Option(
            "--lang",
            help="Language of calendar and Markdown, ja or en; else the plan's.",
            rich_help_panel=OUTPUT,
            metavar="ja|en",
            show_default=False,
            autocompletion=complete.languages,
        ),
    ] = "",
) -> None:
    """Write milestones for others: calendar, CSV, spreadsheet, JSON lines, database, Markdown.

    CSV and xlsx are what spaceplan apply reads back after somebody edited them.
    """
    target = None if output is None or str(output) == "-" else output
    form = _format(format, target, excel)
    _check(form, target, excel, remind)
    session = open_session(point, LookOptions(lang=lang))
    found = rows(session.plan, session.day, read_filter(session.loaded.plan, which))
    # A file for others reads the same wherever it was made: not the locale's language.
    spoken = session.lang if lang else session.plan.language
    data = _MAKERS[form](session, found, spoken, excel, remind)
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
        return one_of(given, formats.EXPORT, "--format")
    if excel:
        return "csv"
    if target is not None and target.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[target.suffix.lower()]
    raise UsageError("export.which", formats="|".join(formats.EXPORT))


def _check(form: str, target: Path | None, excel: bool, remind: list[str]) -> None:
    """Refuse options that mean nothing together, before anything is read."""
    if excel and form != "csv":
        raise UsageError("export.only-for", option="--excel", form="csv", given=form)
    if remind and form != "ics":
        raise UsageError("export.only-for", option="--remind", form="ics", given=form)
    if remind:
        from spaceplan.roadmap.spans import read_within

        for length in remind:
            try:
                read_within(length)
            except Wrong as error:
                raise UsageError("common.option", option="--remind", wrong=error.phrase) from None
    if form in BINARY and target is None and sys.stdout.isatty():
        raise UsageError("export.not-for-terminal", form=form)


def _tell(session: Session, target: Path, count: int, written: bool) -> None:
    """On stderr: what was written, to a person; which plan it was, where nobody named one."""
    if session.location.named and not sys.stderr.isatty():
        return
    plan = session.location.path
    key = "export.written" if written else "export.unchanged"
    said = say(key, session.lang, target=target, plan=plan, count=count)
    print(said, file=sys.stderr)


Maker = Callable[[Session, list[Row], str, bool, list[str]], bytes]


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _ics(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from spaceplan.export.ics import calendar

    return _utf8(calendar(found, session.plan, lang, remind))


def _csv(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from spaceplan.tables.csv_text import csv_text

    return _utf8(csv_text(found, session.plan, excel=excel))


def _xlsx(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from spaceplan.tables.xlsx import workbook

    return workbook(found, session.plan, lang)


def _jsonl(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from spaceplan.answers.data import milestone_data
    from spaceplan.render.json_out import json_lines
    from spaceplan.tables.columns import digest, shown

    plan = session.plan
    return _utf8(
        json_lines(
            {**milestone_data(row, plan), "digest": digest(shown(row, plan))} for row in found
        )
    )


def _sqlite(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from spaceplan.export.sqlite import Asked, database

    asked = Asked(session.day, session.known, session.loaded.digest)
    return database(found, session.plan, asked)


def _md(session: Session, found: list[Row], lang: str, excel: bool, remind: list[str]) -> bytes:
    from dataclasses import replace

    from spaceplan.answers.rows import LIST, table
    from spaceplan.render.markdown import render_markdown

    count = say("export.count", lang, day=session.day, count=len(found))
    listed = table(found, LIST, session.plan, lang, (count,))
    return _utf8(render_markdown(replace(listed, title=session.plan.title.say(lang)), level=1))


_MAKERS: dict[str, Maker] = {
    "ics": _ics,
    "csv": _csv,
    "xlsx": _xlsx,
    "jsonl": _jsonl,
    "sqlite": _sqlite,
    "md": _md,
}
