"""From a plan and a period to the text of a report, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from spaceplan import formats
from spaceplan.answers.selection import selection_name
from spaceplan.errors import Fault, Phrase, UsageError, phrase
from spaceplan.frozen import dataclass
from spaceplan.progress import working
from spaceplan.report.period import Period, week_name
from spaceplan.report.told import recorded_after
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, Row

INDEX = "index.html"
"""The page beside reports that lists them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report as text, how many milestones became overdue in its period, and which it is about.

    ``title`` is its heading, ``due`` what it says is due next, of the ``plan`` as it tells it.
    """

    text: str
    newly: int
    about: frozenset[str]
    title: str
    due: tuple[Row, ...]
    plan: Plan


def form_by_name(name: str, usual: str) -> str:
    """The format that a file's name says, else the ``usual`` one."""
    return formats.by_suffix(formats.REPORT, Path(name).suffix) or usual


def file_name(
    plan: Plan, period: Period, known: date, wanted: Filter, form: str, lang: str, *, by_owner: bool
) -> str:
    """The name of a report in a folder: the period's, and what tells it from other reports on it.

    ``2026-W47.md`` is the whole plan in its own language; ``2026-W47_owner-MOD_en.md``.
    """
    more = ["by-owner"] * by_owner + [f"known-{known}"] * (known != period.last)
    chosen = selection_name(wanted, *more)
    parts = [period.name, *([chosen] if chosen else [])]
    if chosen or lang != plan.language:
        parts.append(lang)
    return "_".join(parts) + formats.REPORT[form].suffixes[0]


def recorded_since(
    plan: Plan, period: Period, known: date, about: frozenset[str], now: date
) -> Phrase | None:
    """What to say of the changes that this report leaves to others; None where there is none."""
    count = recorded_after(plan, known, about)
    if not count:
        return None
    following = now - period.last <= period.last - period.before
    return phrase("report.next-report" if following else "report.later-reports", count=count)


def known_day(plan: Plan, period: Period, known: date | None) -> date:
    """Up to which day of recording a report tells: its last unless one is asked for.

    Raises UsageError where the plan was not decided by then.
    """
    if period.last < plan.decided:
        first = week_name(plan.decided)
        raise UsageError("report.before-decided", day=period.last, decided=plan.decided, week=first)
    if known is not None and known < plan.decided:
        raise UsageError("report.known-before-decided", day=known, decided=plan.decided)
    return known or period.last


def make(
    plan: Plan,
    findings: Sequence[Fault],
    period: Period,
    known: date,
    wanted: Filter,
    form: str,
    lang: str,
    *,
    by_owner: bool = False,
    template: Path | None = None,
    late: frozenset[str] = frozenset(),
    index: str = "",
) -> Made:
    """The report of ``period`` in the format ``form``; ``findings`` are those of the plan's file.

    ``late`` names the changes before the period that no report has told, ``index`` is
    the page that lists the reports beside it. Raises FileError where a
    template of one's own is at fault.
    """
    from spaceplan.report.content import make_report
    from spaceplan.report.forms import title
    from spaceplan.report.sections import sections
    from spaceplan.report.written import Told

    with working("common.making"):
        report = make_report(plan, period, known, wanted, late)
        parts = sections(report, findings, lang, by_owner=by_owner)
        text = formats.REPORT[form].function()(Told(report, parts, lang, template, index))
    return Made(
        text,
        len(report.newly_overdue),
        frozenset(row.milestone.id for row in report.every),
        title(report, lang),
        (*report.due_soon, *report.due_quarter, *report.due_year),
        report.plan,
    )
