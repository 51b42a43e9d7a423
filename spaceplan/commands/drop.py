"""``spaceplan drop``: a milestone is given up."""

from __future__ import annotations

from spaceplan.commands.change_options import (
    SaidOptions,
    SupersededByOption,
    WhichOptions,
    WriteOptions,
    read_said,
)
from spaceplan.commands.options import command
from spaceplan.commands.read_options import split_words
from spaceplan.commands.writing import change_each
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.lineage import superseded
from spaceplan.record.planned import Moment, Planned, Wish
from spaceplan.roadmap.model import Milestone, Plan

EXAMPLES = 'Example: spaceplan drop 9-1 --reason budget --note "not in the FY2025 budget"'


@command
def run(
    which: WhichOptions,
    said: SaidOptions,
    where: WriteOptions,
    superseded_by: SupersededByOption = "",
) -> None:
    """Give milestones up, with a --reason: they stay in the plan as dropped, with their history."""
    tell = read_said(said)
    if not (said.reason or said.note.strip()):
        raise UsageError("updating.dropped-for-reason")

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        told, names = tell(plan), split_words([superseded_by])
        planned = update(plan, named, Wish({"status": "dropped"}), told, moment)
        return [*planned, *superseded(plan, named, "dropped", names, told, moment)]

    change_each(where, which, change)
