"""The bullets that a document numbered, as a plan holds them: how many there are, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spaceplan.errors import Phrase, phrase
from spaceplan.roadmap.model import Milestone, Plan, bullet_of

_NUMBERED = re.compile(r"(.+)-([1-9][0-9]{0,3})\Z")


def numbered(entries: Iterable[Milestone]) -> Iterator[tuple[str, str, int]]:
    """Of each entry that a document numbered: its bullet, its topic and its number in that."""
    for entry in entries:
        bullet = bullet_of(entry.id)
        found = _NUMBERED.match(bullet)
        if found and found[1] == str(entry.topic):
            yield bullet, found[1], int(found[2])


def short_of(plan: Plan) -> Phrase | None:
    """How many bullets the plan has, where its header says that its document has others."""
    if not plan.bullets:
        return None
    have = len({bullet for bullet, _, _ in numbered(plan.entries)})
    if have == plan.bullets:
        return None
    return phrase("roadmap.short-of", have=have, had=plan.bullets)
