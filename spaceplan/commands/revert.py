"""``spaceplan revert``: take any change back by a new entry."""

from __future__ import annotations

from typing import Annotated

from spaceplan.commands.change_options import SaidOptions, WriteOptions, read_said
from spaceplan.commands.option import argument
from spaceplan.commands.options import command
from spaceplan.commands.writing import carry_out
from spaceplan.errors import UsageError
from spaceplan.record.earlier import revert
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome, Targets
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.references import known_id
from spaceplan.roadmap.truth import standing_entries

EXAMPLES = (
    "Examples: spaceplan update 4-1 --status done --on 2023-03-07 ; "
    'spaceplan revert 4-1 --note "recorded for the wrong satellite"'
)


@command
def run(
    change: Annotated[
        str,
        argument("CHANGE|REF", "A change id as history shows it; or a milestone: its last change."),
    ],
    said: SaidOptions,
    where: WriteOptions,
) -> None:
    """Take a change back by a new entry; both stay in the history.

    The new entry is dated as the one it takes back, so that from then on what was true before is
    true of that day again.
    """
    tell = read_said(said)
    if said.on:
        raise UsageError("updating.revert-on")

    def decide(plan: Plan, moment: Moment) -> Outcome:
        name, found = _change(plan, change)
        return Outcome(tuple(revert(plan, name, tell(plan), moment)), found)

    carry_out(where, decide)


def _change(plan: Plan, word: str) -> tuple[str, Targets]:
    """The change meant, and what to say of a reference."""
    if any(entry.change == word for one in plan.milestones for entry in one.history):
        return word, Targets((), ())
    if "-" not in word and known_id(plan, word) is None:
        raise UsageError("updating.no-change", word=word)
    found = targets(plan, [word], True)
    standing = [
        entry
        for milestone in found.milestones
        for entry in standing_entries(milestone)
        if entry.change and not entry.reverts
    ]
    if not standing:
        raise UsageError("updating.no-change-of", word=word)
    return max(standing, key=lambda entry: entry.recorded).change, found
