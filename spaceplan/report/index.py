"""The page that lists the reports which lie in a folder, newest first."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files.system import reason
from spaceplan.frozen import dataclass
from spaceplan.render.text import visible
from spaceplan.report.html import TEMPLATES, policy, shipped
from spaceplan.words import LANGUAGES, say

# The names that reports are given: a week, days, a day, a fiscal year; and what may follow.
_REPORT = re.compile(
    r"([0-9]{4}-W[0-9]{2}|[0-9-]{10}\.\.[0-9-]{10}|[0-9]{4}-[0-9]{2}-[0-9]{2}|FY[0-9]{4})"
    r"(?:_(.*))?\.html\Z",
    re.DOTALL,
)
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in the folder: its file, its period's name, its title, its language or ""."""

    file: str
    period: str
    title: str
    lang: str


def listed(folder: Path) -> list[Listed]:
    """The reports of a folder, the newest first. Raises FileError where it cannot be read."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
        found = [
            Listed(name, match[1], _title_of(folder / name), _language(match[2] or ""))
            for name in names
            if (match := _REPORT.match(name))
        ]
    except OSError as error:
        raise FileError("report.told-unreadable", path=folder, why=reason(error)) from None
    return sorted(found, key=lambda one: one.period, reverse=True)


def _title_of(file: Path) -> str:
    """What a report calls itself, else its name."""
    with file.open("rb") as opened:
        match = _TITLE.search(opened.read(_HEAD))
    text = unescape(match[1].decode("utf-8", "replace")).strip() if match else ""
    return visible(text or file.stem)


def _language(more: str) -> str:
    last = more.rpartition("_")[2]
    return last if last in LANGUAGES else ""


def index_page(folder: Path, plan_title: str, lang: str) -> str:
    """The page, in one language, with a link to each report."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style = shipped("report.css")
    return environment.get_template("index.html.j2").render(
        lang=lang,
        title=say("report.index-title", lang, plan=visible(plan_title)),
        reports=listed(folder),
        style=style,
        policy=policy(style),
    )
