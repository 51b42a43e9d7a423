"""``spaceplan checked``: somebody looked, and found nothing new."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.options import command
from spaceplan.commands.writing import carry_out
from spaceplan.record.looked import checked
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome
from spaceplan.roadmap.model import Plan

EXAMPLES = "Example: spaceplan checked 4-1 7-4 --all-parts --on 2026-11-20"


@command
def run(
    refs: Annotated[
        list[str],
        Argument(
            metavar="REF...",
            help="Milestones.",
            autocompletion=complete.milestones,
            show_default=False,
        ),
    ],
    said: SaidOptions,
    where: WriteOptions,
    all_parts: Annotated[
        bool, Option("--all-parts", help="Where REF is a split bullet, all its parts.")
    ] = False,
) -> None:
    """Record that somebody looked on a day and found nothing new; repeated looks are one entry."""
    tell = read_said(said)

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = targets(plan, refs, all_parts)
        return Outcome(tuple(checked(plan, found.milestones, tell(plan), moment)), found)

    carry_out(where, decide)
