"""The table of date phrases: how a time is written, and what its neighbours make of it.

``time_forms`` has how times are written, ``roles_named`` and ``roles_aimed`` what their neighbours
make of them. All are read on normalised text (``text.normalise``): no white space, half width. In
a role the mark ``<T>`` stands for a time as found by the forms, with its word for *about* (頃,
めど, 目途). Each row carries its examples, and they are its tests: a text and the time that the row
reads from it; and near misses, texts that it must leave to another. Rows are tried in order, the
first that fits decides.

Every pattern is linear: what may stand between two words is one bounded class of characters.
Rules are those of the project's reading of such documents: a year is the target when the dated
event is what the item's own work delivers, a horizon when the event is another's or foreseen.
"""

from __future__ import annotations

from spaceplan.frozen import dataclass

# What a time phrase does in its item.
COMMITMENT = "commitment"  # to be achieved by it
TOWARDS = "towards"  # an event aimed at; the commitment where the clause has no other time
START = "start"  # begins by it
RECURRING = "recurring"  # every year
NOT_BEFORE = "not-before"  # not before it
HORIZON = "horizon"  # named, not committed to
CONTINUING = "continuing"  # goes on after it
PAST = "past"  # has been
NAME = "name"  # belongs to a name or to something else

HIGH, MEDIUM, LOW = "high", "medium", "low"

Examples = tuple[tuple[str, str], ...]
Misses = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a time. ``reader`` names the function of ``time_words`` that reads it;
    ``misses`` are texts without a time of this form."""

    reader: str
    pattern: str
    examples: Examples
    misses: Misses = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What the words around a time say: its role, and why (``source.why-WHY`` in words).

    ``about`` marks words that make the time inexact; ``sure`` is high, medium or low; ``misses``
    are texts whose first time this row does not fit.
    """

    role: str
    why: str
    pattern: str
    examples: Examples
    sure: str = HIGH
    about: bool = False
    misses: Misses = ()
