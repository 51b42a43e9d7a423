"""Options of the commands that change a plan, declared once."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Annotated

from typer import CallbackParam, Option

from spaceplan.commands import complete
from spaceplan.commands.option import Lang, argument, option
from spaceplan.commands.options import PlanOption
from spaceplan.commands.read_options import option_value, reason_code
from spaceplan.errors import UsageError
from spaceplan.frozen import dataclass
from spaceplan.plan_file.locate import locate
from spaceplan.record.committed import Committed
from spaceplan.record.planned import Said
from spaceplan.record.telling import Before
from spaceplan.roadmap import read_periods as days
from spaceplan.roadmap.fiscal import read_fiscal_year
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.read_times import read_by_any_rule, read_time
from spaceplan.roadmap.times import Point, Time
from spaceplan.roadmap.truth import today

ABOUT = "About the change"
_told = partial(option, panel=ABOUT)


@dataclass(frozen=True)
class SaidOptions:
    """What is told of a change."""

    on: Annotated[
        str,
        _told("--on", "When it became true: a day, a fiscal year, or unknown; else today.", "DATE"),
    ] = ""
    reason: Annotated[
        str, _told("--reason", "One of the plan's reason codes.", "CODE", complete.reasons)
    ] = ""
    note: Annotated[str, _told("--note", "What happened, in a sentence.", "TEXT")] = ""
    source: Annotated[
        str, _told("--source", "Where that can be read: an address or a title.", "URL|TEXT")
    ] = ""
    remedy: Annotated[str, _told("--remedy", "What is done about it.", "TEXT")] = ""
    remedy_by: Annotated[
        str, _told("--remedy-by", "By when; past it, the remedy itself is late.", "TIME")
    ] = ""
    authority: Annotated[
        str,
        _told(
            "--authority",
            "Who decided it; without one a move or a drop is reported, not decided.",
            "TEXT",
        ),
    ] = ""
    by: Annotated[
        str, _told("--by", "Who records it; else $SPACEPLAN_BY, else nobody is named.", "NAME")
    ] = ""


def _not_back(param: CallbackParam, day: str) -> str:
    """Refuse to write as of another day, with a word on what was probably meant."""
    if day:
        raise UsageError("updating.recorded-now", option=param.opts[0])
    return day


@dataclass(frozen=True)
class WriteOptions(PlanOption):
    """Which plan, and whether to write it."""

    dry_run: Annotated[
        bool, option("--dry-run", "Print what would change, and change nothing.")
    ] = False
    lang: Lang = ""
    as_of: Annotated[str, Option("--as-of", hidden=True, metavar="DATE", callback=_not_back)] = ""
    known: Annotated[str, Option("--known", hidden=True, metavar="DATE", callback=_not_back)] = ""


@dataclass(frozen=True)
class WhichOptions:
    """Which milestones a change is about."""

    refs: Annotated[
        list[str],
        argument(
            "REF...",
            "Milestones: 4-1, 7-4b; with --all also a split bullet or a topic.",
            complete.milestones,
        ),
    ]
    all_parts: Annotated[
        bool,
        option("--all --all-parts", "Where REF is a split bullet or a topic, all of it."),
    ] = False


SupersededByOption = Annotated[
    str,
    option(
        "--superseded-by",
        "What takes the place of what is given up: ids, which say so too.",
        "ID,…",
        complete.milestones,
    ),
]
FromOption = Annotated[
    str,
    _told(
        "--from",
        "What the status was before it was changed by hand, where neither git nor the "
        "history tells.",
        "STATUS",
        complete.statuses,
    ),
]


def committed(where: WriteOptions) -> Before:
    """What commits of the plan say that fields had been; read where that is asked."""

    def before(milestone: Milestone, field: str) -> object | None:
        if not asked:
            asked.append(Committed(locate(where.plan).path))
        return asked[0](milestone, field)

    asked: list[Committed] = []
    return before


def read_said(given: SaidOptions) -> Callable[[Plan], Said]:
    """What is told, checked against the plan once that is read."""
    note, source = given.note.strip(), given.source.strip()
    by = option_value(read_time, given.remedy_by, "--remedy-by") if given.remedy_by else None
    who = (given.by or os.environ.get("SPACEPLAN_BY", "")).strip()

    def said(plan: Plan) -> Said:
        on = read_when(plan, given.on) if given.on else None
        reason = reason_code(plan, given.reason) if given.reason else ""
        remedy, authority = given.remedy.strip(), given.authority.strip()
        return Said(on, reason, note, source, who, remedy, by, authority)

    return said


def read_target(target: str, fy: str) -> Time | None:
    """``--target``, or the fiscal year of ``--fy``; None without either. Raises UsageError."""
    if target and fy:
        raise UsageError("updating.one-of-two", first="--target", second="--fy")
    if fy:
        return Time(Point("fy", option_value(read_fiscal_year, fy, "--fy")))
    return option_value(read_by_any_rule, target, "--target") if target else None


def read_when(plan: Plan, text: str) -> Time:
    """A day or a fiscal year. Raises UsageError for anything else."""
    return option_value(lambda given: days.read_when(given, today(plan)), text, "--on")
