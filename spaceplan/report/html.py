"""A report as one HTML file: nothing is fetched, everything from the plan is escaped.

Jinja2 is imported only here. A template of one's own gets the same names as the shipped one
(docs/report.md lists them).
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from spaceplan.answers.selection import selection
from spaceplan.errors import FileError
from spaceplan.pictures import burndown_svg, grid_svg, trend_svg
from spaceplan.pictures.svg import STYLE
from spaceplan.render.table import Cell, Column
from spaceplan.render.text import visible
from spaceplan.report.content import Report
from spaceplan.report.forms import facts, title
from spaceplan.report.sections import Section, headline
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row, topics_of
from spaceplan.words import say

TEMPLATES = Path(__file__).parent / "templates"
SHIPPED = TEMPLATES / "report.html.j2"
# What the page itself says.
PAGE_WORDS = ("filter", "all", "text", "contents", "pictures", "skip", "sort", "shown")
# An address in a note, without the punctuation that ends a sentence.
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)）」、。])")


def as_html(report: Report, parts: list[Section], lang: str, template: Path | None) -> str:
    """The page. Raises FileError where a template of one's own is at fault, with its line."""
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
    from jinja2.exceptions import TemplateSyntaxError

    from spaceplan.report.sandbox import Sandbox, written

    chosen = template or SHIPPED
    if not chosen.is_file():
        raise FileError("report.no-template", path=chosen)
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    script = (TEMPLATES / "report.js").read_text(encoding="utf-8")
    environment = Sandbox(
        loader=FileSystemLoader(chosen.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return written(
            environment.get_template(chosen.name).generate(
                **_context(report, parts, lang),
                style=style,
                script=script,
                policy=_policy(style, script),
            )
        )
    except TemplateSyntaxError as error:
        raise FileError(
            "report.template-line", path=chosen, line=error.lineno, why=error.message
        ) from None
    except MemoryError:
        raise FileError("report.template-memory", path=chosen) from None
    except RecursionError:
        raise FileError("report.template-loop", path=chosen) from None
    except (TemplateError, OSError, *_TEMPLATE_MISTAKES) as error:
        raise FileError("report.template-fault", path=chosen, why=str(error)) from None


# What an expression in a template of one's own can raise.
_TEMPLATE_MISTAKES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def _policy(*inline: str) -> str:
    """Only what stands in the page itself, by its hash; nothing from anywhere else."""
    style, script = inline
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}' '{_hash(STYLE)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _context(report: Report, parts: list[Section], lang: str) -> dict[str, Any]:
    plan, day = _narrowed(report), report.period.last
    selected = selection(report.wanted, plan, lang)
    return {
        "lang": lang,
        "title": visible(title(report, lang)),
        "headline": visible(headline(report, lang)),
        "facts": visible(facts(report, lang)),
        "sections": [_section(part, report, lang) for part in parts],
        "pictures": [
            {"title": say(f"report.{name}", lang), "svg": svg}
            for name, svg in (
                ("grid", grid_svg(plan, day, lang, selected)),
                ("trend", trend_svg(plan, day, lang, selected)),
                ("burndown", burndown_svg(plan, day, lang, selected)),
            )
        ],
        "filters": _filters(report, parts, lang),
        "words": {
            **{name: say(f"report.page-{name}", lang) for name in PAGE_WORDS},
            **{name: say(name, lang) for name in ("owner", "topic", "state")},
        },
    }


def _narrowed(report: Report) -> Plan:
    """The plan with only what the report is about, so that pictures and tables agree."""
    plan = report.plan
    ids = {row.milestone.id for row in report.every}
    kept = [e for e in plan.entries if any(o.id in ids for o in plan.originals(e))]
    return plan if len(kept) == len(plan.entries) else replace(plan, entries=tuple(kept))


def _filters(report: Report, parts: list[Section], lang: str) -> dict[str, list[tuple[str, str]]]:
    """What the page can be filtered by: only what stands in it."""
    plan = report.plan
    shown = [row for part in parts for row in (*part.rows, *part.about)]
    owners = {code for row in shown for code in row.milestone.leads}
    topics = {number for row in shown for number in topics_of(row, plan)}
    states = {row.standing.state for row in shown}
    return {
        "owner": [
            (code, visible(f"{code} {owner.name.say(lang)}"))
            for code, owner in plan.owners.items()
            if code in owners
        ],
        "topic": [
            (str(topic.number), visible(f"{topic.number} {topic.title.say(lang)}"))
            for topic in plan.topics
            if topic.number in topics
        ],
        "state": [(state, say(state, lang)) for state in sorted(states)],
    }


def _section(part: Section, report: Report, lang: str) -> dict[str, Any]:
    rows = []
    for number, cells in enumerate(part.table.rows):
        row = part.rows[number] if part.rows else None
        about = row or (part.about[number] if part.about else None)
        rows.append(
            {
                "cells": [
                    _cell(column, cell, row)
                    for column, cell in zip(part.table.columns, cells, strict=True)
                ],
                "owners": " ".join(about.milestone.leads) if about else "",
                "topics": " ".join(map(str, topics_of(about, report.plan))) if about else "",
                "state": about.standing.state if about else "",
            }
        )
    return {
        "key": "".join(c if c.isalnum() else "-" for c in part.key),
        "title": visible(part.title),
        "columns": [
            {"title": column.title, "number": column.align == "right"}
            for column in part.table.columns
        ],
        "rows": rows,
        "milestones": bool(part.rows or part.about),
        "notes": [visible(note) for note in part.table.notes],
    }


# By column: days and changes do not break over lines, addresses do, and some have a least width.
_CLASSES = {
    "change": " whole",
    "due": " whole",
    "date": " whole",
    "slip": " whole",
    "title": " title",
    "name": " name",
    "target": " time",
    "baseline": " time",
    "old": " time",
    "new": " time",
    "late": " span",
    "note": " said",
    "what": " said",
}


def _cell(column: Column, cell: str | Cell, row: Row | None) -> dict[str, Any]:
    """Text, its parts with the address that each links to or "", semantic class, and what it
    sorts by where that is not the text."""
    text = cell if isinstance(cell, str) else cell.text
    style = column.style if isinstance(cell, str) else cell.style or column.style
    sort = ""
    if row is not None:
        judged = row.standing
        if column.key in ("target", "due"):
            sort = str(judged.due or "")
        elif column.key == "late" and judged.late:
            sort = f"{(judged.late[1] - judged.late[0]).days:06d}"
        elif column.key == "slip" and judged.slip:
            days = (judged.slip.latest - judged.slip.earlier).days
            # Counted from far back, so that it sorts as text: what came earlier is below zero.
            sort = f"{500_000 + (days if judged.slip.later else -days):06d}"
    shown = visible(text)
    pieces = _ADDRESS.split(shown) if column.key == "note" else [shown]
    return {
        "text": shown,
        "parts": [
            {"text": piece, "address": piece if at % 2 else ""} for at, piece in enumerate(pieces)
        ],
        "style": (style + _CLASSES.get(column.key, "")).strip(),
        "sort": sort,
    }
