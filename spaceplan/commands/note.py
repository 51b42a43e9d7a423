"""``spaceplan note``: write something down about milestones without changing them."""

from __future__ import annotations

from spaceplan.commands.change_options import SaidOptions, WhichOptions, WriteOptions, read_said
from spaceplan.commands.options import command
from spaceplan.commands.writing import change_each
from spaceplan.errors import UsageError
from spaceplan.record.decide import update
from spaceplan.record.planned import Moment, Planned, Wish
from spaceplan.roadmap.model import Milestone, Plan

EXAMPLES = 'Example: spaceplan note 4-1 --note "engine test passed" --on 2020-02-13 --source URL'


@command
def run(which: WhichOptions, said: SaidOptions, where: WriteOptions) -> None:
    """Add a note or a source to the history of milestones; nothing else changes."""
    tell = read_said(said)
    if not (said.note.strip() or said.source.strip()):
        raise UsageError("updating.nothing-told", options="--note", last="--source")

    def change(plan: Plan, named: tuple[Milestone, ...], moment: Moment) -> list[Planned]:
        return update(plan, named, Wish(), tell(plan), moment)

    change_each(where, which, change)
