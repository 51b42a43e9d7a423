"""``spaceplan update``: record what happened to milestones."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.options import command
from spaceplan.commands.read_options import one_of, option_value
from spaceplan.commands.writing import carry_out
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.naming import owner_codes, targets
from spaceplan.record.planned import Moment, Outcome, Wish
from spaceplan.roadmap.fiscal import read_fiscal_year
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.times import Point, Time

EXAMPLES = (
    "Example: spaceplan update 4-1 --status missed --on 2023-03-07 --reason technical "
    '--note "the second stage did not ignite" --source URL'
)


@command
def run(
    refs: Annotated[
        list[str],
        Argument(
            metavar="REF...",
            help="Milestones: 4-1, 7-4b, or a split bullet with --all-parts.",
            autocompletion=complete.milestones,
            show_default=False,
        ),
    ],
    said: SaidOptions,
    where: WriteOptions,
    status: Annotated[
        str,
        Option(
            "--status",
            help="planned, active, done, missed or dropped; done records one occurrence of a "
            "recurring one.",
            metavar="STATUS",
            show_default=False,
            autocompletion=complete.statuses,
        ),
    ] = "",
    target: Annotated[
        str,
        Option(
            "--target",
            help="New target: FY2023, 2023H2, 2023-09-30, about FY2023, 2023年度末 …",
            metavar="TIME",
            show_default=False,
        ),
    ] = "",
    fy: Annotated[
        str,
        Option(
            "--fy",
            help="New target: a fiscal year, the same as --target FY….",
            metavar="YEAR",
            show_default=False,
        ),
    ] = "",
    owner: Annotated[
        str,
        Option(
            "--owner",
            help="New owners, lead first: codes or names; 'others' last for 等.",
            metavar="CODE,…",
            show_default=False,
            autocompletion=complete.owners,
        ),
    ] = "",
    all_parts: Annotated[
        bool, Option("--all-parts", help="Where REF is a split bullet, change all its parts.")
    ] = False,
) -> None:
    """Record what happened: a status, a new target, another owner, each with its history entry.

    Several milestones at once are one change, made whole or not at all. A done milestone goes
    back, or is rescheduled, only with a --note.
    """
    new_status = one_of(status, STATUSES, "--status") if status else ""
    new_target = _target(target, fy)
    tell = read_said(said)
    told = said.reason or said.note.strip() or said.source.strip()
    if not (new_status or new_target or owner or told):
        raise UsageError(
            "nothing to record; expected --status, --target, --fy, --owner, --reason, --note or "
            "--source"
        )

    def decide(plan: Plan, moment: Moment) -> Outcome:
        fields: dict[str, object] = {}
        if new_status:
            fields["status"] = new_status
        if new_target:
            fields["target"] = new_target
        if owner:
            fields["owner"] = owner_codes(plan, owner.replace("、", ",").split(","))
        found = targets(plan, refs, all_parts)
        planned = update(plan, found.milestones, Wish(fields), tell(plan), moment)
        return Outcome(tuple(planned), found)

    carry_out(where, decide)


def _target(target: str, fy: str) -> Time | None:
    if target and fy:
        raise UsageError("--target and --fy: one of them")
    if fy:
        return Time(Point("fy", option_value(read_fiscal_year, fy, "--fy")))
    return option_value(read_time, target, "--target") if target else None
