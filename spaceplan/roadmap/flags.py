"""Flags: what is shown beside a state, never instead of it, and follows from history.

A claim is what somebody recorded as met; a look by somebody else may confirm or dispute it. What
slipped or is late without a reason is unexplained, what moved or was dropped by nobody's authority
is undecided, what nobody has changed or looked at for long is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.lifecycle import CLAIMS, claim, settled
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.spans import ONE_DAY, is_past
from spaceplan.roadmap.truth import (
    Step,
    counts_from,
    first_value,
    in_force,
    steps,
    whole_of,
    zone_of,
)

if TYPE_CHECKING:
    from spaceplan.roadmap.query import Row
    from spaceplan.roadmap.state import Standing


def flags_of(row: Row, plan: Plan) -> tuple[str, ...]:
    """The flags that are up for a row, in the order of ``FLAGS``."""
    return tuple(name for name, is_up in FLAGS.items() if is_up(row, plan))


def _slipped(row: Row, plan: Plan) -> bool:
    return row.standing.slip is not None and row.standing.slip.later


def _has_claim(name: str, row: Row, plan: Plan) -> bool:
    return claim(row.milestone, plan) == name


def _newest(found: tuple[Step, ...]) -> Change | None:
    return found[-1].entry if found else None


def _unexplained(row: Row, plan: Plan) -> bool:
    return is_unexplained(row.milestone, row.standing, plan)


def is_unexplained(milestone: Milestone, judged: Standing, plan: Plan) -> bool:
    """Slipped or late by the plan's ``explain_after`` or more, the newest move or the lateness
    without a reason."""
    slip, late = judged.slip, judged.late
    if slip and slip.later and _is_long(slip.earlier, slip.latest, plan):
        move = _last_move(milestone, plan)
        reasons = [c for c in in_force(milestone, plan) if c.reason]
        if not any(move is None or c.recorded >= move.recorded for c in reasons):
            return True
    if late is None or not _is_long(*late, plan):
        return False
    return not any(
        c.reason and counts_from(c, plan.rule, zone_of(plan)) > late[0]
        for c in in_force(milestone, plan)
    )


def _is_long(first: date, last: date, plan: Plan) -> bool:
    return is_past(first, plan.explain_after, last + ONE_DAY)


def _last_move(milestone: Milestone, plan: Plan) -> Change | None:
    """The entry that last gave the target another value."""
    moves = steps(milestone, plan, "target")
    value, found = first_value(milestone, plan, "target") if moves else None, None
    for step in moves:
        if step.value != value:
            value, found = step.value, step.entry
    return found


def _undecided(row: Row, plan: Plan) -> bool:
    """Its last move, its dropping, or what it took the place of, was told without who decided it,
    and nobody has told that since.

    A baseline that was set anew to its target was decided with it.
    """
    milestone = row.milestone
    if not whole_of(milestone).history:
        return False
    decided = milestone.rebaseline is not None and milestone.rebaseline == milestone.target
    told = [] if decided else [_last_move(milestone, plan)]
    if milestone.status == "dropped":
        told.append(_newest(steps(milestone, plan, "status")))
    told.append(_newest(steps(milestone, plan, "supersedes")))
    open_since = [change.recorded for change in told if change and not change.authority]
    return bool(open_since) and not any(
        change.authority and change.recorded >= max(open_since)
        for change in in_force(milestone, plan)
    )


def _at_risk(row: Row, plan: Plan) -> bool:
    if not (row.milestone.forecast or row.milestone.after):
        return False  # as most, for which nothing more is loaded
    from spaceplan.roadmap.outlook import risks

    return bool(risks(row.milestone, plan, row.day))


def _stale(row: Row, plan: Plan) -> bool:
    """Open, and neither changed nor looked at for the plan's ``stale_after``."""
    return not settled(row.milestone) and is_past(last_word(row, plan), plan.stale_after, row.day)


def last_word(row: Row, plan: Plan) -> date:
    """The day of the newest change or look, else that on which the plan was decided."""
    told = in_force(row.milestone, plan)
    if not told:
        return plan.decided  # as most, which are asked by thousands
    zone = zone_of(plan)
    return max(plan.decided, *(counts_from(change, plan.rule, zone) for change in told))


FLAGS: Mapping[str, Callable[[Row, Plan], bool]] = {
    **{name: partial(_has_claim, name) for name in CLAIMS},
    "at-risk": _at_risk,
    "stale": _stale,
    "unexplained": _unexplained,
    "slipped": _slipped,
    "undecided": _undecided,
}
NOT = "no-"
"""Before a flag's name: where it is not up."""
