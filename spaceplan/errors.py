"""What can go wrong, as values: every error carries its facts and its exit code.

Exit codes: 0 fine; 1 a check found something; 2 wrong usage or bad data.
One place prints them (``app.main``).
"""

from __future__ import annotations

from dataclasses import dataclass

FOUND = 1
BAD = 2

FAULT = "fault"
WARNING = "warning"
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file, and where.

    ``line`` and ``column`` count from 1, columns in characters. ``severity`` is ``fault``
    (the plan cannot be trusted), ``warning`` or ``notice``. ``fix`` is a suggestion, or "".
    """

    line: int
    column: int
    what: str
    expected: str
    severity: str = FAULT
    fix: str = ""

    def sentence(self) -> str:
        """``what is wrong; what was expected (did you mean …?)``."""
        text = f"{self.what}; {self.expected}" if self.expected else self.what
        return f"{text} (did you mean {self.fix!r}?)" if self.fix else text

    def located(self, name: str) -> str:
        """``FILE:LINE:COLUMN: [severity: ]sentence``; a plain fault has no prefix."""
        prefix = "" if self.severity == FAULT else f"{self.severity}: "
        return f"{name}:{self.line}:{self.column}: {prefix}{self.sentence()}"


class SpaceplanError(Exception):
    """Something to tell the user: ``message`` is printed, the command exits with ``code``."""

    code = BAD

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(SpaceplanError):
    """The command line asks for something that is not there or makes no sense."""


class FileError(SpaceplanError):
    """A file cannot be read or written: missing, not permitted, full."""


class PlanFaults(SpaceplanError):
    """The plan file cannot be trusted; ``faults`` says why, each with its place."""

    SHOWN = 20

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.name = name
        self.faults = faults
        lines = [fault.located(name) for fault in faults[: self.SHOWN]]
        if len(faults) > self.SHOWN:
            lines.append(f"… and {len(faults) - self.SHOWN} more: spaceplan check {name}")
        super().__init__("\n".join(lines))
