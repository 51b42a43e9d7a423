"""``spaceplan update``: record what happened to milestones."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from typer import Option

from spaceplan.commands import complete
from spaceplan.commands.change_options import (
    FromOption,
    SaidOptions,
    WhichOptions,
    WriteOptions,
    committed,
    read_said,
    read_target,
)
from spaceplan.commands.options import command
from spaceplan.commands.read_options import one_of, split_words
from spaceplan.commands.writing import change_each
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.naming import owner_codes
from spaceplan.record.planned import Moment, Planned, Wish
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import STATUSES

EXAMPLES = (
    "Example: spaceplan update 4-1 --status missed --on 2023-03-07 --reason technical "
    '--note "the second stage did not ignite" --source URL'
)
_TOLD = ("--status", "--target", "--fy", "--owner", "--reason", "--note", "--source")


@command
def run(
    which: WhichOptions,
    told: SaidOptions,
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
    past: Annotated[
        bool,
        Option(
            "--past",
            help="Tell a step of the past: what is recorded of later days stays.",
        ),
    ] = False,
    old: FromOption = "",
) -> None:
    """Record what happened: a status, a new target, another owner, each with its history entry.

    Several milestones at once are one change, made whole or not at all. A done milestone goes
    back, or is rescheduled, only with a --note.
    """
    fields: dict[str, object] = {}
    was = one_of(old, STATUSES, "--from") if old else ""
    if status:
        fields["status"] = one_of(status, STATUSES, "--status")
    aim = read_target(target, fy)
    if aim:
        fields["target"] = aim
    tell = read_said(told)
    if not (fields or owner or told.reason or told.note.strip() or told.source.strip()):
        raise UsageError("updating.nothing-told", options=_TOLD[:-1], last=_TOLD[-1])

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        given = {"owner": owner_codes(plan, split_words([owner]))} if owner else {}
        wish, said = Wish({**fields, **given}, past), replace(tell(plan), old=was)
        return update(plan, named, wish, said, moment, committed(where))

    change_each(where, which, change)
