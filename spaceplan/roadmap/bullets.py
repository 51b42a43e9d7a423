"""The bullets that a document numbered, as a plan holds them: how many there are, and which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spaceplan.errors import Phrase, phrase
from spaceplan.roadmap.model import Milestone, Plan, bullet_of

# No document numbers its bullets with five digits.
_LONGEST_NUMBER = 4


def numbered(entries: Iterable[Milestone]) -> Iterator[tuple[str, str, int]]:
    """Of each entry that a document numbered: its bullet, its topic there and its number in that.

    One that a later revision moved to another topic keeps its number in the first.
    """
    for entry in entries:
        bullet = bullet_of(entry.id)
        topic, _, number = bullet.rpartition("-")
        plain = number.isascii() and number.isdigit() and number[0] != "0"
        if plain and len(number) <= _LONGEST_NUMBER and topic in _topics(entry):
            yield bullet, topic, int(number)


def _topics(entry: Milestone) -> set[str]:
    """The topics in which an entry stands or has stood."""
    edits = (edit for change in entry.history for edit in change.edits)
    stood = {str(entry.topic), *(str(edit.old) for edit in edits if edit.field == "topic")}
    if entry.same_as and entry.places:
        # A repeat has no history that would tell of the move.
        stood.add(bullet_of(entry.id).rpartition("-")[0])
    return stood


def short_of(plan: Plan) -> Phrase | None:
    """How many bullets the plan has, where its header says that its document has others."""
    if not plan.bullets:
        return None
    have = len({bullet for bullet, _, _ in numbered(plan.entries)})
    if have == plan.bullets:
        return None
    return phrase("roadmap.short-of", have=have, had=plan.bullets)
