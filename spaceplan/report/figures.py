"""The four figures that a report begins with, and how each changed in its period."""

from __future__ import annotations

from spaceplan.frozen import dataclass
from spaceplan.report.content import Counts, Report


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

    def figure(key: str, section: str) -> Figure:
        return Figure(key, _of(report.now, key), _of(report.before, key), section)

    return (
        figure("overdue", "overdue"),
        figure("missed", "given-up"),
        figure("slipped", "slipped"),
        figure("met", "register"),
    )


def _of(counts: Counts, key: str) -> int:
    if key == "slipped":
        return counts.later
    if key == "missed":
        return counts.given_up["missed"]
    return counts.overdue if key == "overdue" else counts.met
