"""A report in each output format; ``formats.REPORT`` names these functions."""

from __future__ import annotations

from pathlib import Path

from spaceplan.frozen import dataclass
from spaceplan.report.content import Report
from spaceplan.report.sections import Section


@dataclass(frozen=True, slots=True)
class Told:
    """A report, its sections in one language, a template of one's own for its page, and the
    address of the page that lists the reports beside it."""

    report: Report
    parts: list[Section]
    lang: str
    template: Path | None = None
    index: str = ""


def markdown(told: Told) -> str:
    """For a forge, a wiki or a mail that shows it."""
    from spaceplan.report.forms import as_markdown

    return as_markdown(told.report, told.parts, told.lang)


def text(told: Told) -> str:
    """78 columns, for mail."""
    from spaceplan.report.forms import as_text

    return as_text(told.report, told.parts, told.lang)


def html(told: Told) -> str:
    """One page with its pictures. Raises FileError where a template of one's own is at fault."""
    from spaceplan.report.html import as_html

    return as_html(told.report, told.parts, told.lang, told.template, told.index)


def json(told: Told) -> str:
    """All that it tells, as data."""
    from spaceplan.render.json_out import dumps
    from spaceplan.report.forms import as_data

    return dumps(as_data(told.report, told.parts, told.lang))
