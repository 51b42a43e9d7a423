"""What reports in a folder have told: one small file beside them, so that nothing goes untold.

A change that comes in after the report of its week was written (from a branch that was merged
late) is in none. So the file keeps, report by report in the order of writing, which change ids
each told; what was recorded before a report's period and told by none of them came in late, and
a report that is made again knows what it knew when it was first written.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files.content import tell
from spaceplan.files.lock import folder_lock
from spaceplan.files.save import save
from spaceplan.files.system import has_locks, reason
from spaceplan.frozen import dataclass
from spaceplan.report.period import Period
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.truth import recorded_on, zone_of

NAME = "told.json"
# When an entry counts as recorded that a report does not know of.
LATER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Telling:
    """The report of one period on one selection. The ``report`` "" is what was there before any.

    ``open``: it was written before its period had ended, and will be written anew.
    """

    report: str
    selection: str
    told: frozenset[str]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """With what a report is made: the plan as it may know it, the ids that it tells late, and
    what the folder has told once it is written."""

    plan: Plan
    late: frozenset[str]
    tellings: tuple[Telling, ...]


@contextmanager
def kept(
    folder: Path | None, plan: Plan, period: Period, selection: str, today: date
) -> Iterator[Knowledge]:
    """With what a report is made that is written to ``folder`` meanwhile, one at a time.

    What it tells is kept there in the end; where the folder is None nothing is known or kept.
    Raises FileError where what is kept there is damaged, or cannot be written.
    """
    if folder is None:
        yield know((), plan, period, selection, today)
        return
    with folder_lock(folder / NAME, tell) if has_locks() else nullcontext():
        knowledge = know(read(folder), plan, period, selection, today)
        yield knowledge
        save(folder / NAME, written(knowledge.tellings))


def read(folder: Path) -> tuple[Telling, ...]:
    """What the reports of a folder have told. Raises FileError where its file is damaged."""
    file = folder / NAME
    try:
        if not stat.S_ISREG(os.stat(file).st_mode):
            raise ValueError
        data = json.loads(file.read_bytes())
        return tuple(
            Telling(one["report"], one["selection"], frozenset(one["told"]), bool(one["open"]))
            for one in data["reports"]
        )
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileError("report.told-unreadable", path=file, why=reason(error)) from None
    except (ValueError, KeyError, TypeError):
        raise FileError("report.told-damaged", path=file) from None


def written(tellings: tuple[Telling, ...]) -> bytes:
    """The file's content."""
    lines = ",\n".join(
        json.dumps({**asdict(one), "told": sorted(one.told)}, ensure_ascii=False)
        for one in tellings
    )
    return f'{{"spaceplan": 1, "reports": [\n{lines}\n]}}\n'.encode()


def know(
    tellings: tuple[Telling, ...], plan: Plan, period: Period, selection: str, today: date
) -> Knowledge:
    """What the report of ``period`` on ``selection`` knows, told, and leaves to later ones."""
    when = {_name(change): day for change, day in _recorded(plan) if day <= period.last}
    before = {name for name, day in when.items() if day < period.first}
    same = [one for one in tellings if one.selection == selection]
    mine = next((one for one in same if one.report == period.name), None)
    if mine is not None and not mine.open:
        known = frozenset().union(*(one.told for one in same[: same.index(mine) + 1]))
        unknown = frozenset(when) - known
        return Knowledge(postponed(plan, unknown), mine.told & before, tellings)
    others = [one for one in same if one is not mine]
    start = () if others else (Telling("", selection, frozenset(before)),)
    earlier = frozenset().union(*(one.told for one in (*others, *start)))
    late = frozenset(before) - earlier
    telling = Telling(
        period.name, selection, (frozenset(when) - before) | late, open=today <= period.last
    )
    rest = tuple(one for one in tellings if one is not mine)
    return Knowledge(plan, late, (*rest, *start, telling))


def postponed(plan: Plan, names: frozenset[str]) -> Plan:
    """The plan with these changes recorded later than any day that a report knows."""
    if not names:
        return plan
    entries = tuple(
        replace(
            entry,
            history=tuple(
                sorted(
                    (
                        replace(change, recorded=LATER) if _name(change) in names else change
                        for change in entry.history
                    ),
                    key=lambda change: change.recorded,
                )
            ),
        )
        if any(_name(change) in names for change in entry.history)
        else entry
        for entry in plan.entries
    )
    return replace(plan, entries=entries)


def recorded_after(plan: Plan, day: date, ids: frozenset[str]) -> int:
    """How many changes of these milestones were recorded after ``day``."""
    zone = zone_of(plan)
    return len(
        {
            _name(change)
            for entry in plan.milestones
            if entry.id in ids
            for change in entry.history
            if recorded_on(change, zone) > day
        }
    )


def is_among(change: Change, names: frozenset[str]) -> bool:
    """Whether a change is one of those that are named."""
    return _name(change) in names


def _recorded(plan: Plan) -> Iterator[tuple[Change, date]]:
    zone = zone_of(plan)
    for entry in plan.milestones:
        for change in entry.history:
            yield change, recorded_on(change, zone)


def _name(change: Change) -> str:
    """Its id; of an entry that was written by hand without one the moment of recording."""
    return change.change or change.recorded.isoformat()
