"""What a user keeps of a milestone in keys of their own, x-…."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spaceplan.roadmap.model import Milestone

Own = str | list["Own"] | dict[str, "Own"]


def own_texts(value: Own) -> tuple[str, ...]:
    """The texts in a value of a key of the user's own, in their order."""
    if isinstance(value, str):
        return (value,)
    inside = value.values() if isinstance(value, dict) else value
    return tuple(text for one in inside for text in own_texts(one))


def own_text(value: Own) -> str:
    """Such a value as one text: ``a, b``; a mapping as ``key: a, other: b``."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return ", ".join(f"{key}: {own_text(one)}" for key, one in value.items())
    return ", ".join(map(own_text, value))


def own_keys(entries: Iterable[Milestone]) -> tuple[str, ...]:
    """The keys of the user's own that any of these has, in the order in which they come."""
    return tuple(dict.fromkeys(key for entry in entries for key in entry.own))
