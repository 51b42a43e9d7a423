"""The four figures that a report begins with, and how each changed in its period."""

from __future__ import annotations

from spaceplan.frozen import dataclass
from spaceplan.report.content import Report


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, now and at the end of the period before; ``section`` lists what it counts."""

    key: str
    now: int
    before: int
    section: str

    @property
    def change(self) -> str:
        """``+3``, ``−1`` with a real minus sign, or "" where there is none."""
        return f"{self.now - self.before:+d}".replace("-", "−") if self.now != self.before else ""


def figures(report: Report) -> tuple[Figure, ...]:
    """Overdue, missed, slipped, done or begun."""
    now, was = report.now, report.before
    return (
        Figure("overdue", now.overdue, was.overdue, "overdue"),
        Figure("missed", now.given_up["missed"], was.given_up["missed"], "given-up"),
        Figure("slipped", now.later, was.later, "slipped"),
        Figure("met", now.met, was.met, "register"),
    )
