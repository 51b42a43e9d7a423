"""The bullets that a document numbered, as a plan holds them: how many there are, and which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spaceplan.errors import Phrase, phrase
from spaceplan.roadmap.model import Milestone, Plan, bullet_of

# No document numbers its bullets with five digits.
_LONGEST_NUMBER = 4


def numbered(entries: Iterable[Milestone]) -> Iterator[tuple[str, str, int]]:
    """Of each entry that a document numbered: its bullet, its topic and its number in that."""
    for entry in entries:
        bullet = bullet_of(entry.id)
        topic, _, number = bullet.rpartition("-")
        plain = number.isascii() and number.isdigit() and number[0] != "0"
        if plain and len(number) <= _LONGEST_NUMBER and topic == str(entry.topic):
            yield bullet, topic, int(number)


def short_of(plan: Plan) -> Phrase | None:
    """How many bullets the plan has, where its header says that its document has others."""
    if not plan.bullets:
        return None
    have = len({bullet for bullet, _, _ in numbered(plan.entries)})
    if have == plan.bullets:
        return None
    return phrase("roadmap.short-of", have=have, had=plan.bullets)
