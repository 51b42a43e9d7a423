"""``spaceplan update``: record what happened to milestones."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from spaceplan.commands import complete
from spaceplan.commands.change_options import (
    FromOption,
    SaidOptions,
    SupersededByOption,
    WhichOptions,
    WriteOptions,
    committed,
    read_said,
    read_target,
)
from spaceplan.commands.option import option
from spaceplan.commands.options import command
from spaceplan.commands.outlook_options import OutlookOptions, read_outlook
from spaceplan.commands.read_options import one_of, option_value, split_words
from spaceplan.commands.writing import change_each
from spaceplan.errors import UsageError
from spaceplan.record.decide import EACH_TARGET, update, with_baseline
from spaceplan.record.lineage import superseded
from spaceplan.record.naming import owner_codes
from spaceplan.record.planned import Moment, Planned, Wish
from spaceplan.roadmap.choices import one_named
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.read_times import read_by_any_rule
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.values import part
from spaceplan.words import LANGUAGES, say

EXAMPLES = (
    "Example: spaceplan update 4-1 --status missed --on 2023-03-07 --reason technical "
    '--note "the second stage did not ignite" --source URL'
)
_TOLD = (
    *("--status", "--target", "--rebaseline", "--progress", "--owner", "--forecast", "--after"),
    *("--reason", "--remedy", "--authority", "--note", "--source"),
)


@command
def run(
    which: WhichOptions,
    told: SaidOptions,
    outlook: OutlookOptions,
    where: WriteOptions,
    status: Annotated[
        str,
        option(
            "--status",
            "planned, active, done, missed or dropped; done records one occurrence of a "
            "recurring one.",
            "STATUS",
            complete.statuses,
        ),
    ] = "",
    target: Annotated[
        str,
        option(
            "--target", "New target: FY2023, 2023H2, 2023-09-30, about FY2023, 2023年度末 …", "TIME"
        ),
    ] = "",
    fy: Annotated[
        str, option("--fy", "New target: a fiscal year, the same as --target FY….", "YEAR")
    ] = "",
    rebaseline: Annotated[
        str,
        option(
            "--rebaseline",
            "Set the baseline anew, by an --authority and with a --source: a time, or target "
            "for the current target. The first baseline stays.",
            "TIME|target",
        ),
    ] = "",
    progress: Annotated[
        str,
        option(
            "--progress", "How much of it is delivered, such as 1/2; it is not met by that.", "N/M"
        ),
    ] = "",
    owner: Annotated[
        str,
        option(
            "--owner",
            "New owners, lead first: codes or names; 'others' last for 等.",
            "CODE,…",
            complete.owners,
        ),
    ] = "",
    past: Annotated[
        bool, option("--past", "Tell a step of the past: what is recorded of later days stays.")
    ] = False,
    superseded_by: SupersededByOption = "",
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
    if rebaseline:
        each = one_named(rebaseline, {EACH_TARGET: [say(EACH_TARGET, lang) for lang in LANGUAGES]})
        fields["rebaseline"] = each or option_value(read_by_any_rule, rebaseline, "--rebaseline")
    if progress:
        fields["progress"] = option_value(part, progress, "--progress")
    tell = read_said(told)
    expected = read_outlook(outlook)
    words = (told.reason, told.note, told.source, told.remedy, told.remedy_by, told.authority)
    if not (fields or owner or expected or any(map(str.strip, (*words, superseded_by)))):
        raise UsageError("updating.nothing-told", options=_TOLD[:-1], last=_TOLD[-1])

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        if owner:
            fields["owner"] = owner_codes(plan, split_words([owner]))
        if which.all_parts and set(fields) == {"rebaseline"}:
            named = with_baseline(named, fields["rebaseline"]) or named
        said, before = replace(tell(plan), old=was), committed(where)
        planned: list[Planned] = []
        for one in named:
            more = expected(plan, one, said.source) if expected else {}
            planned += update(plan, [one], Wish({**fields, **more}, past), said, moment, before)
        if superseded_by:
            ids, state = split_words([superseded_by]), str(fields.get("status", ""))
            planned += superseded(plan, named, state, ids, said, moment)
        return planned

    change_each(where, which, change)
