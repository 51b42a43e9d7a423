"""``spaceplan drop``: a milestone is given up."""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from spaceplan.commands import complete
from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.options import command
from spaceplan.commands.writing import carry_out
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome, Wish
from spaceplan.roadmap.model import Plan

EXAMPLES = 'Example: spaceplan drop 9-1 --reason budget --note "not in the FY2025 budget"'


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
    """Give milestones up, with a --reason: they stay in the plan as dropped, with their history."""
    tell = read_said(said)
    if not (said.reason or said.note.strip()):
        raise UsageError("a milestone is dropped for a reason; expected --reason CODE or --note")

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = targets(plan, refs, all_parts)
        wish = Wish({"status": "dropped"})
        return Outcome(tuple(update(plan, found.milestones, wish, tell(plan), moment)), found)

    carry_out(where, decide)
