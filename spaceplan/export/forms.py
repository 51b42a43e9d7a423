"""Milestones in each format for others; ``formats.EXPORT`` names these functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spaceplan.answers.question import Session
from spaceplan.frozen import dataclass
from spaceplan.roadmap.query import Row
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.tables.form import Asked as Form


@dataclass(frozen=True, slots=True)
class Exported:
    """What is exported: rows of a session's plan, told in ``lang``.

    ``excel`` is for a CSV, ``remind`` (spans before the due day) for a calendar. ``owner``: the
    sheet is one for this owner to fill in, with what it has open of ``found``.
    """

    session: Session
    found: Sequence[Row]
    lang: str
    excel: bool = False
    remind: Sequence[str] = ()
    owner: str = ""


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def ics(asked: Exported) -> bytes:
    """A calendar."""
    from spaceplan.export.ics import calendar

    return _utf8(calendar(asked.found, asked.session.plan, asked.lang, asked.remind))


def csv(asked: Exported) -> bytes:
    """A table that comes back by ``apply``."""
    if asked.owner:
        from spaceplan.tables.form import form_csv

        return _utf8(form_csv(_form(asked)))
    from spaceplan.tables.csv_text import csv_text

    return _utf8(csv_text(asked.found, asked.session.plan, excel=asked.excel))


def xlsx(asked: Exported) -> bytes:
    """A spreadsheet that comes back by ``apply``."""
    if asked.owner:
        from spaceplan.tables.form import form_workbook

        return form_workbook(_form(asked))
    from spaceplan.tables.xlsx import workbook

    return workbook(asked.found, asked.session.plan, asked.lang)


def _form(asked: Exported) -> Form:
    from spaceplan.tables.form import Asked

    session = asked.session
    return Asked(asked.owner, asked.found, session.plan, session.day, asked.lang)


def jsonl(asked: Exported) -> bytes:
    """An object in each line, with the row's digest."""
    from spaceplan.answers.data import milestone_data
    from spaceplan.render.json_out import json_lines
    from spaceplan.tables.columns import digest, shown

    plan = asked.session.plan
    rows = (
        {**milestone_data(row, plan), "digest": digest(shown(row, plan))} for row in asked.found
    )
    return _utf8(json_lines(rows))


def sqlite(asked: Exported) -> bytes:
    """A database."""
    from spaceplan.export.sqlite import Asked, database

    session = asked.session
    return database(
        asked.found, session.plan, Asked(session.day, session.known, session.loaded.digest)
    )


def markdown(asked: Exported) -> bytes:
    """A table as forges show it."""
    from dataclasses import replace

    from spaceplan.answers.origin import origin
    from spaceplan.answers.rows import LIST, table
    from spaceplan.render.markdown import render_markdown

    session, lang = asked.session, asked.lang
    count = say("export.count", lang, day=session.day, count=len(asked.found))
    notes = (count, origin(session.plan, lang))
    listed = table(asked.found, LIST, session.plan, lang, notes)
    return _utf8(render_markdown(replace(listed, title=session.plan.title.say(lang)), level=1))
