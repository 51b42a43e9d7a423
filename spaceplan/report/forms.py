"""A report as Markdown, as text for mail (78 columns), and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from spaceplan.answers.data import both, change_data, milestone_data
from spaceplan.answers.origin import origin
from spaceplan.answers.score import score_data
from spaceplan.answers.selection import selection, selection_data, titled
from spaceplan.errors import phrase
from spaceplan.render.page import Block, Heading, Line, page_markdown, page_terminal
from spaceplan.render.table import Table, text_of
from spaceplan.render.text import width
from spaceplan.report.content import Counts, GivenUp, Happened, Report
from spaceplan.report.sections import Section, headline
from spaceplan.roadmap.query import Row, last_recorded
from spaceplan.words import left_out, said, say

if TYPE_CHECKING:
    from spaceplan.answers import shapes_report

MAIL_WIDTH = 78


def title(report: Report, lang: str) -> str:
    """The report's title, with the name of its period and what was selected."""
    plan = report.plan
    whole = say("report.title", lang, plan=plan.title.say(lang), period=report.period.name)
    return titled(whole, selection(report.wanted, plan, lang), lang)


def period_days(report: Report, lang: str) -> str:
    """The days of its period: "23 to 29 November 2026"."""
    return said(report.period.said, lang)


def facts(report: Report, lang: str) -> str:
    """Period, date, revision and digest in one line."""
    period, revision = report.period, report.plan.revision
    later = report.known != period.last
    return say(
        "report.facts",
        lang,
        first=period.first,
        last=period.last,
        known=phrase("report.known", day=report.known) if later else "",
        revision=phrase("report.revision", name=revision) if revision else "",
        digest=report.digest,
    )


def _blocks(report: Report, parts: list[Section], lang: str) -> list[Block]:
    blocks: list[Block] = [Heading(1, title(report, lang)), Line(period_days(report, lang))]
    blocks += [Line(""), Line(headline(report, lang))]
    for part in parts:
        blocks.append(Heading(2, part.title))
        blocks.append(part.table)
    blocks += [Line(""), Line(facts(report, lang)), Line(origin(report.plan, lang))]
    return blocks


def as_markdown(report: Report, parts: list[Section], lang: str) -> str:
    """Markdown with tables, as forges show it."""
    blocks = [
        block
        for block in _blocks(report, parts, lang)
        if not (isinstance(block, Line) and not block.text)
    ]
    return page_markdown(blocks, top=1)


def as_text(report: Report, parts: list[Section], lang: str) -> str:
    """Plain text in 78 columns, Japanese aligned; nothing is left out for lack of width.

    It is meant for mail: what the program itself puts there is in every encoding of a mail.
    """
    blocks: list[Block] = []
    for block in _blocks(report, parts, lang):
        if isinstance(block, Table) and any(column.key == "id" for column in block.columns):
            blocks += _items(block)
        else:
            blocks.append(block)
    return page_terminal(
        blocks,
        width=MAIL_WIDTH,
        color=False,
        encoding="utf-8",
        left_out=left_out(lang),
        rule="-",
    )


def _items(table: Table) -> list[Block]:
    """A table of milestones as a list: id and title, what the other columns say, then the note.

    A mail has no room for their columns side by side.
    """
    lines: list[Block] = []
    for row in table.rows:
        cells = {c.key: text_of(cell) for c, cell in zip(table.columns, row, strict=True)}
        lines.append(Line(f"{cells.pop('id')}  {cells.pop('title')}"))
        notes = [line for key in ("note", "why") for line in cells.pop(key, "").splitlines()]
        labels = {column.key: column.title for column in table.columns}
        facts_said = [f"{labels[key]}: {text}" for key, text in cells.items() if text]
        said_lines = [*_joined(facts_said, MAIL_WIDTH - 4), *notes]
        lines += [Line(text, indent=4) for text in said_lines if text]
    return [*lines, *(Line(text) for text in table.notes)]


def _joined(parts: list[str], room: int) -> list[str]:
    """Lines of parts side by side; no line ends within a part that fits."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} / {part}" if lines else part
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def as_data(report: Report, parts: list[Section], lang: str) -> shapes_report.Report:
    """The report as documented in docs/report.md."""
    plan = report.plan
    newest = last_recorded(plan)
    told = [row for part in parts for row in (*part.rows, *part.about)]
    used = {row.milestone.id for found in (told, *report.flagged.values()) for row in found}
    return {
        "spaceplan": 1,
        "command": "report",
        "plan": {
            "title": both(plan.title),
            "revision": plan.revision,
            "decided": plan.decided.isoformat(),
            "digest": report.digest,
        },
        "period": {
            "name": report.period.name,
            "from": report.period.first.isoformat(),
            "to": report.period.last.isoformat(),
        },
        "as_of": report.period.last.isoformat(),
        "known": report.known.isoformat(),
        "last_recorded": newest.isoformat() if newest else None,
        "selection": selection_data(report.wanted),
        "headline": headline(report, lang),
        "counts": _counts(report.now),
        "counts_before": _counts(report.before),
        "changes": {
            "statuses": _changes(report.statuses),
            "targets": _changes(report.moves),
            "added": _changes(report.added),
            "dropped": _changes(report.dropped),
            "other": _changes(report.others),
            "came_in_late": _changes(report.late),
        },
        "newly_overdue": _ids(report.newly_overdue),
        "overdue": _ids(report.overdue),
        "missed_and_dropped": [_given_up(one) for one in report.given_up],
        "due_4_weeks": _ids(report.due_soon),
        "due_quarter": _ids(report.due_quarter),
        "due_fiscal_year": _ids(report.due_year),
        "most_slipped": _ids(report.slipped),
        "at_risk": _ids(report.flagged["at-risk"]),
        "unexplained": _ids(report.flagged["unexplained"]),
        "stale": _ids(report.flagged["stale"]),
        "topics": [{"topic": g.key, **_counts(g.counts)} for g in report.topics],
        "owners": [{"owner": str(g.key), **_counts(g.counts)} for g in report.owners],
        "score": score_data(report.by_year),
        "warnings": [
            " ".join(cell if isinstance(cell, str) else cell.text for cell in row)
            for part in parts
            if part.key == "warnings"
            for row in part.table.rows
        ],
        "milestones": [
            milestone_data(row, plan) for row in report.every if row.milestone.id in used
        ],
    }


def _ids(found: Iterable[Row]) -> list[str]:
    return [row.milestone.id for row in found]


def _given_up(one: GivenUp) -> shapes_report.GivenUp:
    return {
        "id": one.row.milestone.id,
        "state": one.row.standing.state,
        "since": str(one.since) if one.since else None,
    }


def _counts(counts: Counts) -> shapes_report.ReportCounts:
    known: shapes_report.ReportCounts = {
        "total": counts.total,
        "overdue": counts.overdue,
        "due_soon": counts.due_soon,
        "met": counts.met,
        "moved": counts.moved,
        "slipped": counts.later,
    }
    return cast("shapes_report.ReportCounts", {**known, **counts.given_up})


def _changes(found: tuple[Happened, ...]) -> list[shapes_report.ReportEntry]:
    return [{"id": one.milestone.id, **change_data(one.change)} for one in found]
