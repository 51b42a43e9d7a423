"""What can be done to a plan file's milestones: edits as plain data, which ``edit`` makes."""

from __future__ import annotations

from spaceplan.frozen import dataclass
from spaceplan.yaml_text.spelling import Data


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a milestone's field this value, adding the key in its place where it is absent.

    ``None`` takes the key away, with the comment behind its value on the same line.
    """

    id: str
    key: str
    value: Data | None


@dataclass(frozen=True, slots=True)
class AppendEntry:
    """Add one history entry, its keys in the order given."""

    id: str
    entry: dict[str, Data]


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take a history entry out; with the only one goes the key ``history``."""

    id: str
    number: int


@dataclass(frozen=True, slots=True)
class InsertMilestone:
    """A new block behind the milestone ``after`` (None: behind the last), keys as given."""

    after: str | None
    fields: dict[str, Data]


@dataclass(frozen=True, slots=True)
class RemoveMilestone:
    """Take a block out, with the blank line before it."""

    id: str


@dataclass(frozen=True, slots=True)
class RestoreText:
    """Put these very characters in the place of a field's value, or of one of its list's items.

    With ``below`` they are whole lines, the last perhaps with its line end, and take the place of
    so many lines under the value too.
    """

    id: str
    key: str
    text: str
    number: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class RestoreField:
    """Put a removed field's very text back, ``below`` lines under the end of ``after``.

    ``text`` is whole lines in block style, the last with its own line end or the neighbour's. In
    a flow milestone it stands right behind ``after``, or before everything where that is empty.
    """

    id: str
    key: str
    text: str
    after: str
    below: int = 0


Edit = (
    SetField
    | AppendEntry
    | RemoveEntry
    | InsertMilestone
    | RemoveMilestone
    | RestoreText
    | RestoreField
)
