"""What an answer in a row means beside its cells: no change, no answer, no date, a bare year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from spaceplan.errors import Phrase, phrase
from spaceplan.frozen import dataclass
from spaceplan.record.planned import Planned, Said
from spaceplan.roadmap.choices import folded
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.times import FISCAL_UNITS, UNKNOWN, Point, Time
from spaceplan.roadmap.truth import standing_entries
from spaceplan.tables.columns import EDITABLE, ENTRY
from spaceplan.tables.faults import Faults
from spaceplan.tables.rows import Cell, TableRow
from spaceplan.tables.spoiled import folded as plain
from spaceplan.words import LANGUAGES, say

# A list of ids that is told is cut after so many.
_TOLD = 20
_BARE_YEAR = re.compile("[0-9]{4}")


@dataclass(slots=True)
class Notes:
    """What is to be told of a table that is sound: ids of milestones, and how years were read."""

    unanswered: list[str] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    years: list[Phrase] = field(default_factory=list)

    def tell(self, milestone: Milestone, row: TableRow, made: Planned) -> None:
        """Take note of a change."""
        now = len(milestone.history)
        if row.base is not None and row.base.entries(now) < now:
            self.older.append(milestone.id)
        if made.entry.date == UNKNOWN and row.cells.get("on", _NOTHING).empty:
            self.undated.append(milestone.id)

    def told(self) -> tuple[Phrase, ...]:
        """A sentence for each kind."""
        said = list(self.years[:_TOLD])
        if self.undated:
            said.append(phrase("tables.undated", ids=_few(self.undated)))
        if self.older:
            said.append(phrase("tables.older", ids=_few(self.older)))
        if self.unanswered:
            said.append(phrase("tables.unanswered", ids=_few(self.unanswered)))
        return tuple(said)


def _few(ids: list[str]) -> list[str]:
    return ids if len(ids) <= _TOLD else [*ids[:_TOLD], f"… ({len(ids)})"]


def as_asked(plan: Plan, milestone: Milestone, row: TableRow, notes: Notes) -> TableRow:
    """A row of a sheet for an owner, as it is meant: said by that owner, its target and
    its forecast fiscal years where the target is one."""
    if row.base is None or not row.base.owner:
        return row
    cells = dict(row.cells)
    owner = next((code for code in plan.owners if code.lower() == row.base.owner), "")
    if owner and cells.get("who", _NOTHING).empty:
        cells["who"] = Cell(owner, row.place)
    fiscal = milestone.target and milestone.target.start.unit in FISCAL_UNITS
    for key in ("target", "forecast") if fiscal else ():
        cell = cells.get(key, _NOTHING)
        year = plain(cell.text)
        if _is_year(year):
            cells[key] = Cell(f"FY{year}", cell.place)
            time = Time(Point("fy", int(year)))
            notes.years.append(phrase("tables.fiscal", id=milestone.id, text=cell.text, time=time))
    return replace(row, cells=cells)


def _is_year(text: str) -> bool:
    return _BARE_YEAR.fullmatch(text) is not None


def is_unanswered(row: TableRow) -> bool:
    """Whether a row of a sheet for an owner came back as it went out."""
    asked = row.base is not None and bool(row.base.owner)
    keys = {key for key in (*EDITABLE, *ENTRY) if key != "who"}
    return asked and not row.filled(keys)


def says_no_change(row: TableRow) -> bool:
    """Whether the answer is that nothing is new."""
    word = folded(row.cells.get("status", _NOTHING).text)
    return any(word == folded(say("tables.no-change", lang)) for lang in LANGUAGES)


def has_looked(milestone: Milestone, row: TableRow, who: str) -> bool:
    """Whether that look was recorded since the sheet went out, or stands there word for word."""
    now = len(milestone.history)
    since = row.base.entries(now) if row.base is not None else now
    return any(entry.checked and entry.who == who for entry in milestone.history[since:])


def has_judged(milestone: Milestone, said: Said, verdict: bool) -> bool:
    """Whether the newest word on what is claimed is that verdict already, by that person from that
    source (and of that day, where one is told)."""
    told = [one for one in standing_entries(milestone) if one.verified is not None]
    same = bool(told) and (told[-1].verified, told[-1].who, told[-1].source) == (
        verdict,
        said.who,
        said.source,
    )
    return same and said.on in (None, told[-1].date)


def dated(
    milestone: Milestone, row: TableRow, changed: Mapping[str, object], said: Said, faults: Faults
) -> Said:
    """A status that is told without its date has an unknown one: no file knows that it was today.

    That something took place is told with a day or a year; else it is a fault.
    """
    status = changed.get("status")
    if said.on is not None or status is None:
        return said
    if milestone.kind == "recurring" and status == "done":
        what = phrase("tables.occurrence-when", id=milestone.id)
        faults.add(row.cells["status"].place, what, phrase("tables.expected-when"))
        return said
    return said if status == milestone.status else replace(said, on=UNKNOWN)


def says_again(
    milestone: Milestone, changed: Iterable[str], fields: Mapping[str, object], said: Said
) -> bool:
    """Whether a row without a date only tells what an entry tells already: a day later it is
    still the same file."""
    same = not set(changed) - {"status"} and not any(
        getattr(milestone, name) != value for name, value in fields.items()
    )
    if said.on is not None or not same or not said.tells:
        return False
    told = said.facts
    return any(
        all(getattr(entry, name) == value for name, value in told.items())
        for entry in standing_entries(milestone)
    )


_NOTHING = Cell("", None)  # type: ignore[arg-type]  # it stands nowhere
