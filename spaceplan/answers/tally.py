"""Counts of milestones by what a reader looks for: all, overdue, and what was given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spaceplan.roadmap.state import Standing
from spaceplan.roadmap.states import GIVEN_UP

TALLIED = ("overdue", *GIVEN_UP)


def tally(standings: Iterable[Standing]) -> dict[str, int]:
    """How many are overdue, and how many ended in each way that did not meet them."""
    counts = dict.fromkeys(TALLIED, 0)
    for one in standings:
        if one.is_late:
            counts["overdue"] += 1
        elif one.state in counts:
            counts[one.state] += 1
    return counts


def shown(counted: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The counts that a table has a column for: overdue, and what is not nought everywhere."""
    every = list(counted)
    return tuple(key for key in TALLIED if key == "overdue" or any(one[key] for one in every))
