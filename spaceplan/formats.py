"""The output formats by family: what ``--format`` takes, and where each is made.

Help, completion, refusals and the endings of file names follow. To add a format: its row here,
and its function. A function is imported when something is written with it, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from spaceplan.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``where``: MODULE:FUNCTION below ``spaceplan``; what it takes and gives, its
    family says.

    ``page``: the function for a page of text, "" where the format holds data. ``suffixes``: file
    names that end so are of this format, the first is given to new ones. ``exact``: its line ends
    are its own. ``utf8``: it is for programs, and UTF-8 whatever the terminal's encoding.
    ``binary``: nothing for a terminal. ``takes``: options that belong to it alone.
    """

    where: str
    page: str = ""
    suffixes: tuple[str, ...] = ()
    exact: bool = False
    utf8: bool = False
    binary: bool = False
    takes: tuple[str, ...] = ()

    def function(self) -> Callable[..., Any]:
        """What makes it."""
        return _found(self.where)

    def page_function(self) -> Callable[..., Any]:
        """What makes a page of text of it."""
        return _found(self.page)


def _found(where: str) -> Callable[..., Any]:
    module, _, name = where.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"spaceplan.{module}"), name)
    return function


Family = dict[str, Format]

# (Answer, Screen) → text; pages: (blocks, Screen) → text.
ANSWER: Family = {
    "table": Format("answers.forms:table", page="answers.forms:table_page"),
    "plain": Format("answers.forms:plain", page="answers.forms:plain_page"),
    "json": Format("answers.forms:json", utf8=True),
    "jsonl": Format("answers.forms:jsonl", utf8=True),
    "csv": Format("answers.forms:csv", exact=True),
    "md": Format("answers.forms:markdown", page="answers.forms:markdown_page"),
}
# (Checked) → lines.
CHECK: Family = {
    "text": Format("answers.findings:text"),
    "json": Format("answers.findings:json", utf8=True),
    "github": Format("answers.findings:github"),
}
# (Picture, Screen) → text.
PICTURE: Family = {
    "text": Format("pictures.forms:text", suffixes=(".txt",)),
    "svg": Format("pictures.forms:svg", suffixes=(".svg",), exact=True),
    "json": Format("pictures.forms:json", suffixes=(".json",), exact=True),
}
# (Exported) → bytes.
EXPORT: Family = {
    "ics": Format("export.forms:ics", suffixes=(".ics",), takes=("--remind",)),
    "csv": Format("export.forms:csv", suffixes=(".csv",), takes=("--excel", "--for")),
    "xlsx": Format("export.forms:xlsx", suffixes=(".xlsx",), binary=True, takes=("--for",)),
    "jsonl": Format("export.forms:jsonl", suffixes=(".jsonl",)),
    "sqlite": Format("export.forms:sqlite", suffixes=(".sqlite", ".db", ".sqlite3"), binary=True),
    "md": Format("export.forms:markdown", suffixes=(".md",)),
}
# (Told) → text.
REPORT: Family = {
    "md": Format("report.written:markdown", suffixes=(".md",)),
    "html": Format("report.written:html", suffixes=(".html",), takes=("--template",)),
    "text": Format("report.written:text", suffixes=(".txt",)),
    "json": Format("report.written:json", suffixes=(".json",)),
}


def names(family: Family) -> tuple[str, ...]:
    """The names of a family's formats."""
    return tuple(family)


def metavar(family: Family) -> str:
    """What ``--help`` and a refusal say of the names."""
    return "|".join(family)


def by_suffix(family: Family, suffix: str) -> str:
    """The name of the format whose files end so, or ""."""
    found = (name for name, one in family.items() if suffix.lower() in one.suffixes)
    return next(found, "")


def owner_of(family: Family, option: str) -> str:
    """The name of the format to which an option belongs."""
    return next(name for name, one in family.items() if option in one.takes)
