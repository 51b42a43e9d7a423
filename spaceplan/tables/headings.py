"""What a column may be called by whoever sends a table back, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spaceplan.tables.columns import BY_KEY
from spaceplan.tables.spoiled import folded
from spaceplan.words import LANGUAGES, say, table

# Other names under which people send the columns of a change.
ALIASES = {"date": "on", "by": "who"}
# Columns whose name begins so are the user's own.
OWN = "x-"
ADD = "add"
"""A column that says which rows are milestones to add."""
FORM = (
    *("id", "title", "now", "late"),
    *("status", "on", "target", "forecast", "reason", "note", "source"),
)
"""The columns of the sheet that an owner fills in; ``title`` and ``now`` only show something."""
TOPIC_TITLE = "topic_title"
"""A column that names the topic of a row to add, where the plan does not have it yet."""
EXTRA = (ADD, TOPIC_TITLE, "title", "now")
"""Columns that no export of all columns has."""


@cache
def _keys() -> Mapping[str, str]:
    """Key by heading: the key itself, its label, its heading in the sheet of an owner."""
    found = {key: key for key in (*BY_KEY, *EXTRA)} | ALIASES
    labels = table("labels")
    for lang in LANGUAGES:
        for key in BY_KEY:
            if key in labels:
                found.setdefault(folded(say(key, lang)).casefold(), key)
        for key in (*FORM, ADD, TOPIC_TITLE, "who"):
            found[folded(heading(key, lang)).casefold()] = key
    return found


def heading(key: str, lang: str) -> str:
    """What a column of the sheet for an owner is called."""
    return say(f"tables.head-{key}", lang)


def key_of(name: str) -> str:
    """The key of a column that is called so, in any width and case; its name where none is."""
    text = folded(name).casefold()
    return _keys().get(text, text)


def is_known(key: str) -> bool:
    """Whether a column is read or shown by us."""
    return key in BY_KEY or key in EXTRA
