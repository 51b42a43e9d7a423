"""``spaceplan checked``: somebody looked, and found nothing new."""

from __future__ import annotations

from spaceplan.commands.change_options import SaidOptions, WhichOptions, WriteOptions, read_said
from spaceplan.commands.options import command
from spaceplan.commands.writing import change_each
from spaceplan.record.looked import checked
from spaceplan.record.planned import Moment, Planned
from spaceplan.roadmap.model import Milestone, Plan

EXAMPLES = "Example: spaceplan checked 4-1 7-4 --all-parts --on 2026-11-20"


@command
def run(which: WhichOptions, said: SaidOptions, where: WriteOptions) -> None:
    """Record that somebody looked on a day and found nothing new; repeated looks are one entry."""
    tell = read_said(said)

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        return checked(plan, named, tell(plan), moment)

    change_each(where, which, change)
