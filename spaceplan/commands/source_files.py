"""The files of the source commands: documents, plans, and new files that replace nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from spaceplan.commands.option import option
from spaceplan.errors import FileError, UsageError
from spaceplan.plan_file.locate import locate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spaceplan.render.page import Block
    from spaceplan.roadmap.fiscal import FiscalRule
    from spaceplan.source.compare.match import Match
    from spaceplan.source.compare.told import Told
    from spaceplan.source.read.parts import Document

Summary = Annotated[
    Path | None,
    option(
        "--summary",
        "Write what to act on, one line each, as a table: .html, .md, or else plain text.",
        "FILE",
    ),
]
_PLANS = (".yaml", ".yml")


def is_plan(path: Path) -> bool:
    """Whether a file is a plan, by its name: documents are text, HTML or PDF."""
    return path.suffix.lower() in _PLANS


def document_of(path: Path, encoding: str) -> Document:
    """A document, in the ``encoding`` that a user named. Raises FileError and UsageError."""
    from spaceplan.source.read.files import read_text
    from spaceplan.source.read.reader import read_document

    if is_plan(path) and path.is_file():
        raise FileError("source.is-plan", path=path)
    return read_document(read_text(path, encoding), str(path))


def roadmap(path: Path, encoding: str) -> Document:
    """A document with at least one bullet. Raises FileError where there is none."""
    document = document_of(path, encoding)
    if not any(topic.bullets or topic.results for topic in document.topics):
        raise FileError("source.nothing-found", path=path)
    return document


def zone_of(text: str) -> str:
    """The name of a time zone. Raises UsageError where there is none of that name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        raise UsageError("source.bad-time-zone", text=text) from None
    return text


def rule_of(text: str) -> FiscalRule:
    """``4`` or ``10:end``: when fiscal years start, and what names them. Raises UsageError."""
    from spaceplan.roadmap.fiscal import FiscalRule

    month, _, named = text.strip().partition(":")
    try:
        return FiscalRule(int(month), named.strip().lower() or "start")
    except ValueError:
        raise UsageError("source.bad-fiscal-year", text=text) from None


def new_file(path: Path, force: bool) -> None:
    """Refuse a file that is there, unless told to replace it, and the shipped plan always."""
    if locate(path).shipped:
        raise UsageError("source.shipped", path=path)
    if os.path.lexists(path) and not force:
        raise FileError("source.exists", path=path)


def save_new(path: Path, text: str) -> None:
    """Write a text whole or not at all. Raises FileError."""
    from spaceplan.files.save import save

    save(path, text.encode("utf-8"))


def page_of(blocks: Sequence[Block], title: str, path: Path, lang: str) -> str:
    """A page in the format that its file's name asks for: .html, .md, or else plain text."""
    from spaceplan.render.html_page import page_html
    from spaceplan.render.page import page_markdown, page_plain

    ending = path.suffix.lower()
    if ending in (".html", ".htm"):
        return page_html(blocks, title, lang)
    return page_markdown(blocks) if ending == ".md" else page_plain(blocks)


def save_summary(
    path: Path | None,
    force: bool,
    matches: Sequence[Match],
    told: Sequence[Told],
    names: tuple[str, str],
    lang: str,
) -> None:
    """Write the one page that an analyst acts on, where a file was named for it."""
    from spaceplan.answers.act_on import act_on_table
    from spaceplan.render.page import Heading, Line
    from spaceplan.words import say

    if path is None:
        return
    new_file(path, force)
    title = f"{say('source.act-on', lang)}: {' → '.join(names)}"
    table = act_on_table(matches, lang, told)
    nothing = Line(say("source.act-nothing", lang))
    save_new(
        path, page_of([Heading(1, title), table if table.rows else nothing], title, path, lang)
    )
