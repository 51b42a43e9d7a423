"""``spaceplan note``: write something down about milestones without changing them."""

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

EXAMPLES = 'Example: spaceplan note 4-1 --note "engine test passed" --on 2020-02-13 --source URL'


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
    """Add a note or a source to the history of milestones; nothing else changes."""
    tell = read_said(said)
    if not (said.note.strip() or said.source.strip()):
        raise UsageError("nothing to record; expected --note or --source")

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = targets(plan, refs, all_parts)
        return Outcome(tuple(update(plan, found.milestones, Wish(), tell(plan), moment)), found)

    carry_out(where, decide)
