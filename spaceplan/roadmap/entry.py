"""An entry of a milestone's history: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from spaceplan.frozen import Later, dataclass
from spaceplan.roadmap.declare import said
from spaceplan.roadmap.times import Time


@dataclass(frozen=True, slots=True)
class Edit:
    """One field's change: typed values as in ``Milestone``; ``None`` where there was none."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Checked:
    """Somebody looked and found nothing new: from ``first`` to ``last``, ``count`` times."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Change(Later):
    """One entry of a milestone's history.

    ``date`` is when it became true (a day, a fiscal year, or unknown), ``recorded`` when it was
    written down (with zone), ``change`` the id that entries of one command share. ``by_hand``: the
    fields had been changed in the file, the entry was recorded afterwards. ``corrects``: the
    change whose date it corrects; in older files the date that was wrong. What is told of the
    change (its reason …) is declared as a milestone's fields are: see ``fields.TOLD``.
    """

    date: Time
    recorded: datetime
    change: str = ""
    edits: tuple[Edit, ...] = ()
    added: bool = False
    occurred: bool = False
    by_hand: bool = False
    checked: Checked | None = None
    corrects: Time | str | None = None
    reverts: str = ""
    reason: str = field(default="", metadata=said("reason", "One of the plan's reason codes."))
    remedy: str = field(default="", metadata=said("text", "What is done about it."))
    remedy_by: Time | None = field(
        default=None, metadata=said("time", "By when; past it, the remedy itself is late.")
    )
    authority: str = field(
        default="",
        metadata=said("text", "Who decided it; without one it was only reported."),
    )
    verified: bool | None = field(
        default=None, metadata=said("verdict", "Whether somebody else confirmed what was claimed.")
    )
    note: str = field(default="", metadata=said("text", "What happened, in a sentence."))
    source: str = field(default="", metadata=said("text", "Where that can be read."))
    who: str = field(default="", metadata=said("text", "Who recorded it."))
    was: Mapping[str, str] = field(default_factory=dict)

    @property
    def undecided(self) -> bool:
        """Whether it moves, drops or supersedes, and nobody is named who decided it."""
        return not (self.authority or self.reverts) and any(
            edit.old != edit.new
            and (edit.field in ("target", "supersedes") or edit.new == "dropped")
            for edit in self.edits
        )

    def edit_of(self, name: str) -> Edit | None:
        """The change of one field, or None where this entry leaves it alone."""
        for edit in self.edits:
            if edit.field == name:
                return edit
        return None
