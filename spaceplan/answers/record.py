"""One milestone as a row of text: its fields, and behind some of them what follows from them.

These are the columns of every CSV and of the spreadsheets (``tables.columns`` adds those that are
filled in).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from spaceplan.answers.data import day_of
from spaceplan.answers.rows import slip_text
from spaceplan.frozen import dataclass
from spaceplan.render.table import Column
from spaceplan.roadmap.fields import TABLE, Field
from spaceplan.roadmap.flags import flags_of
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.own import own_text
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.spans import format_span, months_between
from spaceplan.roadmap.state import Slip

Kind = Literal["text", "code", "number", "date"]
Say = Callable[[Row, Plan], str]
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: what kind of value it has, the field that it shows (None: it is derived).

    ``ids``: it holds ids, numbers of charts or parts, which a spreadsheet program takes for dates.
    """

    key: str
    kind: Kind
    say: Say
    field: Field | None = None
    ids: bool = False


def _derived(key: str, kind: Kind, say: Say, ids: bool = False) -> Shown:
    return Shown(key, kind, say, ids=ids)


def months_and_days(span: Span | None, sign: int = 1) -> tuple[int | None, int | None]:
    """A stretch of time as numbers: its whole months, and all its days."""
    if span is None:
        return None, None
    years, months, _ = months_between(*span)
    return sign * (12 * years + months), sign * (span[1] - span[0]).days


def slip_span(slip: Slip | None) -> tuple[Span | None, int]:
    """How far the target moved from a baseline, and which way: 1 later, -1 earlier."""
    return (None, 1) if slip is None else ((slip.earlier, slip.latest), 1 if slip.later else -1)


def _numbers(
    months: str, days: str, span: Callable[[Row], tuple[Span | None, int]]
) -> tuple[Shown, ...]:
    def number(at: int) -> Say:
        def say(row: Row, plan: Plan) -> str:
            value = months_and_days(*span(row))[at]
            return "" if value is None else str(value)

        return say

    return _derived(months, "number", number(0)), _derived(days, "number", number(1))


# Field → what stands behind it.
_BEHIND = {
    "target": (_derived("due", "date", lambda row, plan: str(row.standing.due or "")),),
    "baseline": (
        _derived(
            "baseline_day", "date", lambda row, plan: day_of(row.milestone.baseline, plan) or ""
        ),
    ),
    "status": (
        _derived("state", "text", lambda row, plan: row.standing.state),
        _derived("actual", "code", lambda row, plan: str(row.standing.actual or "")),
        _derived(
            "late",
            "text",
            lambda row, plan: format_span(*row.standing.late, "en") if row.standing.late else "",
        ),
        *_numbers("late_months", "late_days", lambda row: (row.standing.late, 1)),
        _derived("unmet_years", "code", lambda row, plan: " ".join(map(str, row.standing.unmet))),
        _derived("slip", "text", lambda row, plan: slip_text(row.standing.slip, "en")),
        *_numbers("slip_months", "slip_days", lambda row: slip_span(row.standing.slip)),
        _derived("moves", "number", lambda row, plan: str(row.standing.moves)),
        _derived(
            "slip_rebaseline", "text", lambda row, plan: slip_text(row.standing.since_anew, "en")
        ),
        *_numbers(
            "slip_rebaseline_months",
            "slip_rebaseline_days",
            lambda row: slip_span(row.standing.since_anew),
        ),
        _derived("rebaselined", "number", lambda row, plan: str(row.standing.anew)),
        _derived("flags", "text", lambda row, plan: " ".join(flags_of(row, plan))),
        _derived("also", "code", lambda row, plan: " ".join(row.also), ids=True),
        _derived("superseded_by", "code", lambda row, plan: " ".join(row.by), ids=True),
    ),
}


def _of_field(field: Field) -> tuple[Shown, ...]:
    kind = field.said.column
    if not kind:
        return ()

    def say(at: int) -> Say:
        name, texts = field.name, field.texts
        return lambda row, plan: texts(getattr(row.milestone, name))[at]

    ids = field.said.shape in ("id", "ids", "charts", "after", "part")
    return tuple(Shown(key, kind, say(at), field, ids) for at, key in enumerate(field.columns))


SHOWN = tuple(
    shown for field in TABLE for shown in (*_of_field(field), *_BEHIND.get(field.name, ()))
)
RECORD = tuple(shown.key for shown in SHOWN)


def record_columns(own: Iterable[str] = ()) -> tuple[Column, ...]:
    """The columns of a CSV, behind them those of the user's ``own`` keys; ids are marked, so that
    Excel's form protects them."""
    columns = tuple(Column(one.key, one.key, style="id" if one.ids else "") for one in SHOWN)
    return (*columns, *(Column(key, key, style="id") for key in own))


def record(row: Row, plan: Plan, own: Iterable[str] = ()) -> tuple[str, ...]:
    """One milestone as CSV cells: canonical values, lists joined with spaces."""
    cells = tuple(one.say(row, plan) for one in SHOWN)
    return (*cells, *(own_cell(row, key) for key in own))


def own_cell(row: Row, key: str) -> str:
    """What a milestone has in a key of the user's own; "" where it lacks it."""
    return own_text(row.milestone.own.get(key, ""))
