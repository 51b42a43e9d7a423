"""A report as one HTML file: nothing is fetched, everything from the plan is escaped.

Jinja2 is imported only here and in ``index``. A template of one's own gets the same names as the
shipped one (docs/report.md lists them).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from spaceplan.answers import rows as view
from spaceplan.answers.origin import origin
from spaceplan.answers.selection import selection
from spaceplan.answers.signs import CLAIM, FLAG
from spaceplan.errors import FileError
from spaceplan.pictures import for_page
from spaceplan.pictures.svg import NARROW, STYLE, WIDE
from spaceplan.pictures.svg_score import delay_piece, on_time_piece
from spaceplan.render.table import Cell, Column
from spaceplan.render.text import visible
from spaceplan.report.content import Report
from spaceplan.report.figures import figures
from spaceplan.report.forms import facts, period_days, title
from spaceplan.report.sections import CHANGES, Section, counted, headline
from spaceplan.roadmap.model import Plan, bullet_of
from spaceplan.roadmap.query import Row, topics_of
from spaceplan.words import say

TEMPLATES = Path(__file__).parent / "templates"
SHIPPED = TEMPLATES / "report.html.j2"
# What the page itself says, and labels that it takes from elsewhere.
PAGE_WORDS = (
    *("filter", "all", "text", "contents", "overview", "changes", "tables", "pictures"),
    *("register", "skip", "reset", "shown", "some", "none", "index", "figures"),
)
# What its table can be filtered by: the names in its address, and their labels.
FILTERS = {"owner": "owner", "topic": "topic", "state": "state", "flag": "flags"}
# How high drawings may be so that they fit printed pages, in their own pixels: on A4 with its
# margins 688 pixels across stand for ``WIDE``, and 1,017 down for this and a heading. The first
# stands below the report's head.
FIRST_PAGE, PAGE = 780.0, 1100.0
# The blank before the signs of a state: they do not stand on a line of their own.
_SIGN = re.compile(rf" (?=[{''.join(CLAIM.values())}]|\[[{''.join(FLAG.values())}]+\])")
# An address in a note, without the punctuation that ends a sentence.
_ADDRESS = re.compile(r"(https?://[^\s<>\"（）「」『』、。]*[^\s<>\".,;:!?)（）「」『』、。])")


def as_html(
    report: Report, parts: list[Section], lang: str, template: Path | None, index: str = ""
) -> str:
    """The page; ``index`` is the address of the page that lists the reports beside it, or "".

    Raises FileError where a template of one's own is at fault, with its line.
    """
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
    from jinja2.exceptions import TemplateSyntaxError

    from spaceplan.files.content import unreadable
    from spaceplan.report.sandbox import Sandbox, written

    chosen = template or SHIPPED
    if not chosen.is_file():
        key = "template-no-file" if chosen.exists() else "no-template"
        raise FileError(f"report.{key}", path=chosen)
    style, script = shipped("report.css"), shipped("report.js")
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
                index=index,
                style=style,
                script=script,
                policy=policy(style, script),
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
    except TemplateNotFound as error:
        raise FileError("report.template-beside", path=chosen, name=str(error.name)) from None
    except (TemplateError, *_TEMPLATE_MISTAKES) as error:
        raise FileError("report.template-fault", path=chosen, why=str(error)) from None
    except OSError as error:
        raise unreadable(chosen, error) from None


# What an expression in a template of one's own can raise.
_TEMPLATE_MISTAKES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def shipped(name: str) -> str:
    """One of the files beside the shipped template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Only what stands in the page itself, by its hash; nothing from anywhere else."""
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}' '{_hash(STYLE)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _context(report: Report, parts: list[Section], lang: str) -> dict[str, Any]:
    register = _register(report, lang)
    keys = {part.key for part in (*parts, register)}
    flags = _flags(report)
    heading = visible(title(report, lang))
    return {
        "lang": lang,
        "title": heading,
        "title_parts": heading.partition(report.period.name),
        "days": visible(period_days(report, lang)),
        "headline": visible(headline(report, lang)),
        "facts": visible(facts(report, lang)),
        "unofficial": visible(origin(report.plan, lang)),
        "figures": [
            {
                "key": figure.key,
                "label": say(f"report.figure-{figure.key}", lang),
                "value": figure.now,
                "change": figure.change,
                "href": f"#_{figure.section}" if figure.section in keys else "",
            }
            for figure in figures(report)
        ],
        "sections": [_section(part, report, lang, flags) for part in parts],
        "register": _section(register, report, lang, flags, anchors=True),
        "pictures": _pictures(report, lang),
        "filters": _filters(report, [*parts, register], lang),
        "words": {
            **{name: say(f"report.page-{name}", lang) for name in PAGE_WORDS},
            **{name: say(label, lang) for name, label in FILTERS.items()},
            "unchanged": say("report.unchanged", lang),
        },
    }


def _pictures(report: Report, lang: str) -> list[dict[str, Any]]:
    """Each picture for a page, in pieces that fit a printed one, and for a phone."""
    plan, day = _narrowed(report), report.period.last
    selected = selection(report.wanted, plan, lang)
    wide, narrow = (
        for_page(plan, day, lang, selected, across, highest)
        for across, highest in ((WIDE, (FIRST_PAGE, PAGE)), (NARROW, (inf, inf)))
    )
    drawn = [
        ("grid", wide.grid, narrow.grid),
        ("trend", (wide.trend,), (narrow.trend,)),
        ("burndown", (wide.burndown,), (narrow.burndown,)),
    ]
    for name, found, shown, piece in (
        ("ontime", report.by_year, report.by_year.whole.judged, on_time_piece),
        ("delay", report.by_topic, report.by_topic.whole.delays, delay_piece),
    ):
        if shown:
            one, other = (piece(found, lang, across) for across in (WIDE, NARROW))
            drawn.append((name, (one,), (other,)))
    return [
        {"key": name, "title": say(f"report.{name}", lang), "wide": one, "narrow": other}
        for name, one, other in drawn
    ]


def _narrowed(report: Report) -> Plan:
    """The plan with only what the report is about, so that pictures and tables agree."""
    plan = report.plan
    ids = {row.milestone.id for row in report.every}
    kept = [e for e in plan.entries if any(o.id in ids for o in plan.originals(e))]
    return plan if len(kept) == len(plan.entries) else replace(plan, entries=tuple(kept))


def _register(report: Report, lang: str) -> Section:
    """All milestones: where the links of every week lead to."""
    table = view.table(report.every, view.LIST, report.plan, lang, ())
    return counted("register", table, len(report.every), lang, rows=report.every)


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
        "flag": [(flag, say(flag, lang)) for flag, found in report.flagged.items() if found],
    }


def _flags(report: Report) -> dict[str, str]:
    """By id the flags that the page can be filtered by."""
    found: dict[str, str] = {}
    for flag, up in report.flagged.items():
        for row in up:
            found[row.milestone.id] = f"{found.get(row.milestone.id, '')} {flag}".lstrip()
    return found


def _section(
    part: Section, report: Report, lang: str, flags: Mapping[str, str], *, anchors: bool = False
) -> dict[str, Any]:
    taken: set[str] = set()
    columns = [
        {
            "key": column.key,
            "title": visible(column.title),
            "number": column.align == "right",
            "linked": column.key in _LINKED,
        }
        for column in part.table.columns
    ]
    header = next((n for n, c in enumerate(part.table.columns) if c.key == "id"), 0)
    about_columns = [
        {"column": column, "heads": number == header} for number, column in enumerate(columns)
    ]
    rows = []
    for number, cells in enumerate(part.table.rows):
        row = part.rows[number] if part.rows else None
        about = row or (part.about[number] if part.about else None)
        names = _anchors(about, taken) if about and anchors else []
        rows.append(
            {
                "cells": [
                    {**_cell(column, cell, row), **said}
                    for column, cell, said in zip(
                        part.table.columns, cells, about_columns, strict=True
                    )
                ],
                "data": _data(about, report, flags) if about else _group(part, number),
                "href": href_of(about.milestone.id) if about else _listed(part, number),
                "anchor": names[0] if names else "",
                "also_anchors": names[1:],
            }
        )
    count = part.count if part.name else None
    return {
        "key": "".join(c if c.isalnum() else "-" for c in part.key),
        "title": visible(part.title),
        "name": visible(part.name or part.title),
        "count": count,
        "counted": say("report.page-counted", lang, count=count),
        "change": part.key in CHANGES,
        "columns": columns,
        "header": header,
        "rows": rows,
        "milestones": bool(part.rows or part.about),
        "groups": bool(part.keys),
        "notes": [visible(note) for note in part.table.notes],
    }


def href_of(name: str) -> str:
    """The link to a milestone, whatever script and signs its id has."""
    return f"#{quote(name)}"


def _anchors(row: Row, taken: set[str]) -> list[str]:
    """What links to a milestone name: its id, those that repeat it, and its bullet's."""
    found = [row.milestone.id, *row.also, bullet_of(row.milestone.id)]
    found = [name for name in dict.fromkeys(found) if name and name not in taken]
    taken.update(found)
    return found


def _data(row: Row, report: Report, flags: Mapping[str, str]) -> list[tuple[str, str]]:
    """By what a row is filtered and counted."""
    milestone, was = row.milestone, report.before_rows.get(row.milestone.id)

    def slipped(one: Row | None) -> str:
        return "yes" if one and one.standing.slip and one.standing.slip.later else "no"

    return [
        ("id", milestone.id),
        ("owner", " ".join(milestone.leads)),
        ("topic", " ".join(map(str, topics_of(row, report.plan)))),
        ("state", row.standing.state),
        ("was", was.standing.state if was else ""),
        ("slipped", slipped(row)),
        ("slippedbefore", slipped(was)),
        ("flag", flags.get(milestone.id, "")),
    ]


def _group(part: Section, number: int) -> list[tuple[str, str]]:
    """What a line of topics or owners counts."""
    if not part.keys:
        return []
    by = "owner" if part.flag else part.key.removesuffix("s")
    return [("by", by), ("group", part.keys[number]), ("only", part.flag)]


def _listed(part: Section, number: int) -> str:
    """The address of the register with those that an owner's line counts, where it has a flag."""
    if not part.flag or not part.keys[number]:
        return ""
    return f"?{urlencode({'owner': part.keys[number], 'flag': part.flag})}#_register"


# Where addresses are linked.
_LINKED = ("note", "why")
# By column: days and changes do not break over lines, addresses do, and some have a least width.
_CLASSES = {
    "change": " whole",
    "due": " whole",
    "date": " time",
    "since": " time",
    "recorded": " whole",
    "slip": " whole",
    "silent": " whole",
    "title": " title",
    "name": " name",
    "target": " time",
    "baseline": " time",
    "old": " time",
    "new": " time",
    "late": " span",
    "note": " said",
    "why": " said",
    "what": " said",
    "owner": " owner",
    "state": " state",
}


def _cell(column: Column, cell: str | Cell, row: Row | None) -> dict[str, Any]:
    """Text (of several lines where a note has them), its parts with the address that each links
    to or "", semantic class, and what it sorts by where that is not the text."""
    text = cell if isinstance(cell, str) else cell.text
    if column.key in ("state", "late"):
        text = _SIGN.sub("\u00a0", text)
    style = column.style if isinstance(cell, str) else cell.style or column.style
    shown = "\n".join(map(visible, text.splitlines()))
    pieces = _ADDRESS.split(shown) if column.key in _LINKED else [shown]
    return {
        "text": shown,
        "parts": [
            {"text": piece, "address": piece if at % 2 else ""}
            for at, piece in enumerate(pieces)
            if piece
        ],
        "style": (style + _CLASSES.get(column.key, "")).strip(),
        "sort": _sorts_by(column.key, row) if row else "",
    }


def _sorts_by(key: str, row: Row) -> str:
    judged = row.standing
    if key in ("target", "due"):
        return str(judged.due or "")
    if key == "late" and judged.late:
        return f"{(judged.late[1] - judged.late[0]).days:06d}"
    if key == "slip" and judged.slip:
        days = (judged.slip.latest - judged.slip.earlier).days
        # Counted from far back, so that it sorts as text: what came earlier is below zero.
        return f"{500_000 + (days if judged.slip.later else -days):06d}"
    return ""
