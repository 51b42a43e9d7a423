"""Every status that people record and every state that follows: each said here, once.

A name is its own key in ``words``. To add one: a row here, and its two labels there.
"""

from __future__ import annotations

from spaceplan.frozen import dataclass

PLANNED, UNDER_WAY, ENDED_STAGE = range(3)


@dataclass(frozen=True, slots=True)
class State:
    """How a milestone stands on a day.

    ``closes``: nothing more is to happen, ``--open`` hides it. ``style``: its semantic colour in
    tables and pictures. ``sign``: what a grid without colours shows of it, a mark of the pictures
    or the sign itself. ``late``: it was met, but late.
    """

    name: str
    closes: bool = True
    style: str = ""
    sign: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """What people record. ``stage``: planned, under way, ended; a later one follows an earlier.

    ``met``: what was promised has come about. ``state``: of one that ends without having been
    met, the state that it is by itself; the state of all others follows from their dates.
    """

    name: str
    stage: int
    met: bool = False
    state: State | None = None


_STATUSES = (
    Status("planned", PLANNED),
    Status("active", UNDER_WAY),
    Status("done", ENDED_STAGE, met=True),
    Status("missed", ENDED_STAGE, state=State("missed", style="missed", sign="missed")),
    Status("dropped", ENDED_STAGE, state=State("dropped", style="dropped", sign="dropped")),
)
# In the order of a legend: what needs attention first, what was given up last.
_STATES = (
    State("overdue", closes=False, style="late", sign="!"),
    State("due-soon", closes=False, style="warn", sign="*"),
    State("on-track", closes=False),
    State("ongoing", closes=False),
    State("done-on-time", style="ok", sign="done"),
    State("done-late", style="warn", sign="done!", late=True),
    State("done-no-due", sign="done"),
    State("done-date-unknown", sign="done?"),
    State("begun-on-time", style="ok", sign="start"),
    State("begun-late", style="warn", sign="start!", late=True),
    State("begun-date-unknown", sign="start?"),
    *(status.state for status in _STATUSES if status.state is not None),
)

STATUS = {status.name: status for status in _STATUSES}
STATUSES = tuple(STATUS)
ENDED = tuple(status.name for status in _STATUSES if status.stage == ENDED_STAGE)
"""Statuses after which nothing more is to happen."""
GIVEN_UP = tuple(status.name for status in _STATUSES if status.state is not None)
"""Ended without having been met: each is also the state of that name."""
MET = tuple(status.name for status in _STATUSES if status.met)
BEGUN = tuple(s.name for s in _STATUSES if s.stage == UNDER_WAY or s.met)
"""Statuses of what has begun, whether or not it is met by now."""

STATE = {state.name: state for state in _STATES}
STATES = tuple(STATE)
CLOSED = frozenset(state.name for state in _STATES if state.closes)
MET_LATE = frozenset(state.name for state in _STATES if state.late)
