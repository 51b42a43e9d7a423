"""From a plan and a period to the text of a report, in the format that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from spaceplan import formats
from spaceplan.errors import Fault, UsageError
from spaceplan.frozen import dataclass
from spaceplan.report.period import Period
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter


@dataclass(frozen=True, slots=True)
class Made:
    """A report as text, and how many milestones became overdue in its period."""

    text: str
    newly: int


def form_by_name(name: str, usual: str) -> str:
    """The format that a file's name says, else the ``usual`` one."""
    return formats.by_suffix(formats.REPORT, Path(name).suffix) or usual


def known_day(plan: Plan, period: Period, known: date | None) -> date:
    """Up to which day of recording a report tells: its last unless one is asked for.

    Raises UsageError where the plan was not decided by then.
    """
    if period.last < plan.decided:
        raise UsageError("report.before-decided", day=period.last, decided=plan.decided)
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
) -> Made:
    """The report of ``period`` in the format ``form``; ``findings`` are those of the plan's file.

    Raises FileError where a template of one's own is at fault.
    """
    from spaceplan.report.content import make_report
    from spaceplan.report.sections import sections
    from spaceplan.report.written import Told

    report = make_report(plan, period, known, wanted)
    parts = sections(report, findings, lang, by_owner=by_owner)
    told = Told(report, parts, lang, template)
    return Made(formats.REPORT[form].function()(told), len(report.newly_overdue))
