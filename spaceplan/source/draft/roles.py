"""Which row of the tables decides of a time: the first whose words stand around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from spaceplan.source.draft import english_roles, roles_aimed, roles_named
from spaceplan.source.draft.phrases import PAST, Role
from spaceplan.source.draft.time_words import Reference, TimeWord

# How far behind its time a role's words may stand, in characters.
_AFTER = 160


class Roles:
    """The rows of a language, in the order they are tried; their words stand at most ``reach``
    characters before the time."""

    def __init__(self, rows: Sequence[Role], reach: int, flags: int = 0) -> None:
        self.rows = tuple(rows)
        self._reach = reach
        self._flags = flags

    @cached_property
    def _patterns(self) -> tuple[tuple[Role, re.Pattern[str] | None, re.Pattern[str]], ...]:
        found: list[tuple[Role, re.Pattern[str] | None, re.Pattern[str]]] = []
        for role in self.rows:
            for pattern in role.pattern.split("||"):
                before, after = pattern.split("<T>")
                head = re.compile(f"(?:{before})$", self._flags) if before else None
                found.append((role, head, re.compile(after, self._flags)))
        return tuple(found)

    def decide(self, text: str, word: TimeWord, reference: Reference) -> tuple[Role, int, int]:
        """The row that decides of a time, and the span of the words that it fits."""
        until = min(len(text), word.end + _AFTER)
        for role, before, after in self._patterns:
            # What lies ahead of the document cannot have been done.
            if role.role == PAST and word.time and reference.is_future(word.time):
                continue
            head = (
                before.search(text, max(0, word.start - self._reach), word.start)
                if before
                else None
            )
            if before is not None and head is None:
                continue
            tail = after.match(text, word.end, until)
            # A time's own まで or 中 may be the word that a row looks for.
            if tail is None and (own := _own_tail(word)):
                tail = after.match(text, word.end - own)
            if tail is not None:
                return role, head.start() if head else word.start, max(tail.end(), word.end)
        raise AssertionError("the last row of a table fits everything")


def _own_tail(word: TimeWord) -> int:
    """Length of the まで… inside a time's word for about (末頃までを目途)."""
    position = word.text.find("まで")
    whole = position <= 0 or word.text.startswith("までの", position)
    return 0 if whole else len(word.text) - position


JAPANESE = Roles((*roles_named.ROLES, *roles_aimed.ROLES), 80)
ENGLISH = Roles(english_roles.ROLES, 160, re.IGNORECASE)
