"""What can go wrong, as values: an id and its facts, and an exit code.

No sentence is made here. What an error says is found by its id in ``words``, and said where it is
printed (``app.run``), in the language of the output.

Exit codes: 0 fine; 1 a check found something; 2 wrong usage or bad data; 3 a fault of spaceplan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spaceplan.frozen import dataclass

FOUND = 1
BAD = 2
OURS = 3
INTERRUPTED = 130

FAULT = "fault"
WARNING = "warning"
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something to say: ``key`` names a sentence of ``words``, ``facts`` fill it in.

    Facts are texts, numbers, lists of them, or phrases. ``near`` among them is what was likely
    meant: every sentence that has it ends with "did you mean".
    """

    key: str
    facts: Mapping[str, Any]


def phrase(key: str, /, **facts: Any) -> Phrase:
    """``Phrase`` with its facts as keywords."""
    return Phrase(key, facts)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file, and where.

    ``line`` and ``column`` count from 1, columns in characters; ``sheet`` is the one of a workbook,
    where they are its row and column. ``severity`` is ``fault`` (the plan cannot be trusted),
    ``warning`` or ``notice``. ``near`` is a suggestion, or "".
    """

    line: int
    column: int
    what: Phrase
    expected: Phrase | None = None
    severity: str = FAULT
    near: str = ""
    sheet: str = ""


class Wrong(ValueError):
    """A text that cannot be read: what is wrong with it, what was expected, what is near."""

    def __init__(self, what: Phrase, expected: Phrase | None = None, near: str = "") -> None:
        self.what = what
        self.expected = expected
        self.near = near
        super().__init__(self.what.key)

    @property
    def phrase(self) -> Phrase:
        """All of it as one phrase, to stand within another."""
        facts = {"what": self.what, "expected": self.expected, "near": self.near}
        return Phrase("common.wrong" if self.expected is None else "common.expected", facts)


class SpaceplanError(Exception):
    """Something to tell the user: ``phrase`` is said, the command exits with ``code``."""

    code = BAD

    def __init__(self, key: str, /, **facts: Any) -> None:
        super().__init__(key, *([facts] if facts else []))
        self.phrase = Phrase(key, facts)
        # What else is told, a line each.
        self.also: tuple[Phrase, ...] = ()


class UsageError(SpaceplanError):
    """The command line asks for something that is not there or makes no sense."""


class FileError(SpaceplanError):
    """A file cannot be read or written: missing, not permitted, full."""


class PlanFaults(SpaceplanError):
    """A file that cannot be used; ``faults`` says why, each with its place.

    The first ``shown`` are told, then how many there are beside them: ``count`` is all, where no
    more than the first are at hand.
    """

    shown = 20
    more = "plan_file.more-faults"

    def __init__(self, name: str, faults: tuple[Fault, ...], count: int | None = None) -> None:
        self.count = len(faults) if count is None else count
        super().__init__("plan_file.faults", name=name, count=self.count)
        self.name = name
        self.faults = faults


class TableFaults(PlanFaults):
    """A table that cannot be applied: nothing else lists its faults, so more are told."""

    shown = 100
    more = "tables.more-faults"


def place_text(name: str, line: int, column: int, sheet: str = "") -> str:
    """``FILE:LINE:COLUMN``, or ``FILE:SHEET!CELL`` in a workbook."""
    if not sheet:
        return f"{name}:{line}:{column}"
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{name}:{sheet}!{letters}{line}"
