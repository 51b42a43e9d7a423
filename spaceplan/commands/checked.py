"""``spaceplan checked``: somebody looked, and found nothing new."""

from __future__ import annotations

from typing import Annotated

from spaceplan.commands.change_options import SaidOptions, WhichOptions, WriteOptions, read_said
from spaceplan.commands.option import option
from spaceplan.commands.options import command
from spaceplan.commands.writing import change_each
from spaceplan.errors import UsageError
from spaceplan.record.looked import checked
from spaceplan.record.planned import Moment, Planned
from spaceplan.roadmap.model import Milestone, Plan

EXAMPLES = "Example: spaceplan checked 4-1 7-4 --all-parts --on 2026-11-20"


@command
def run(
    which: WhichOptions,
    said: SaidOptions,
    where: WriteOptions,
    verified: Annotated[
        bool, option("--verified", "What was claimed done is so; takes --source and --by.")
    ] = False,
    disputed: Annotated[
        bool, option("--disputed", "What was claimed done is not so; takes --source and --by.")
    ] = False,
) -> None:
    """Record that somebody looked on a day and found nothing new; lists fold repeated looks."""
    tell = read_said(said)
    if verified and disputed:
        raise UsageError("updating.one-of-two", first="--verified", second="--disputed")
    word = True if verified else False if disputed else None

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        return checked(plan, named, tell(plan), moment, word)

    change_each(where, which, change)
