"""The tables of date phrases: how a time is written, and what its neighbours make of it.

``time_forms`` and ``english_times`` have how times are written, the modules of roles what their
neighbours make of them. Japanese is read on normalised text: no white space, half width. In a
role the mark ``<T>`` stands for a time as found by the forms, with its word for *about* (頃,
めど, 目途). Each row carries its examples, and they are its tests: ``text → what is read``, with
`` | `` or a line's end between them; and near misses, texts that it must leave to another. Rows
are tried in order, the first that fits decides.

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


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a time. ``reader`` names the function that reads it (of ``time_words``, or
    of ``english_times``); ``misses`` are texts without a time of this form."""

    reader: str
    pattern: str
    examples: str
    misses: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What the words around a time say: its role, and why (``source.why-WHY`` in words).

    ``pattern`` may hold several, with ``||`` between them, each with one ``<T>``. ``about`` marks
    words that make the time inexact; ``sure`` is high, medium or low; ``misses`` are texts whose
    first time this row does not fit.
    """

    role: str
    why: str
    pattern: str
    examples: str
    sure: str = HIGH
    about: bool = False
    misses: str = ""


def row(says: str, pattern: str, examples: str, misses: str = "") -> Role:
    """A row of a table; ``says`` is its role, why, and where it is so, ``medium``, ``low`` or
    ``about``."""
    role, why, *more = says.split()
    sure = next((word for word in more if word in (MEDIUM, LOW)), HIGH)
    return Role(role, why, pattern, examples, sure, "about" in more, misses)
