"""Tables that people send back: CSV and xlsx to cells with their places.

Reads what ``export`` writes and what Excel and LibreOffice make of it when they save: other
separators and encodings, protections as they stand or gone, dates in other spellings. What they
spoiled beyond repair (an id that became a date) is a fault with a sentence that says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spaceplan.errors import FileError, SpaceplanError
from spaceplan.files.encodings import text_of
from spaceplan.render.csv_out import read_csv_cell
from spaceplan.tables.columns import BY_KEY, CLEAR, EDITABLE, Base, read_digest
from spaceplan.tables.raw import RawCell

# Other names under which people send the columns of a change.
ALIASES = {"date": "on", "by": "who"}
# Columns whose name begins so are the user's own.
OWN = "x-"
_HEAD = 20
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Cell:
    """The unprotected text of a cell and its place."""

    text: str
    place: str

    @property
    def empty(self) -> bool:
        """Nothing in it: the field stays as it is."""
        return not self.text.strip()

    @property
    def clears(self) -> bool:
        """``(none)``: the field is to be cleared."""
        return unicodedata.normalize("NFKC", self.text).strip().casefold() == CLEAR


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its id, the place of that, the known columns, and what its digest tells."""

    id: str
    place: str
    cells: Mapping[str, Cell]
    base: Base | None

    def filled(self, keys: Collection[str]) -> dict[str, Cell]:
        """The cells of these columns that are not empty."""
        return {key: cell for key, cell in self.cells.items() if key in keys and not cell.empty}


@dataclass(frozen=True, slots=True)
class TableFault:
    """Something wrong at one place."""

    place: str
    what: str
    expected: str

    def located(self) -> str:
        """``PLACE: what is wrong; what was expected``."""
        return f"{self.place}: {self.what}; {self.expected}"


class TableFaults(SpaceplanError):
    """A table that cannot be applied, with every reason in the order of its lines."""

    def __init__(self, faults: Iterable[TableFault]) -> None:
        self.faults = tuple(sorted(faults, key=_by_line))
        super().__init__("\n".join(fault.located() for fault in self.faults))


def _by_line(fault: TableFault) -> list[int]:
    """The numbers in a place; what else stands in it is the same in one table."""
    return [int(number) for number in re.findall(r"[0-9]+", fault.place)]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read; ``columns`` are the known ones it has, in its own order."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    faults: tuple[TableFault, ...]

    def sound(self) -> Table:
        """Itself. Raises TableFaults where it has any."""
        if self.faults:
            raise TableFaults(self.faults)
        return self


def read_rows(path: Path, ids: Collection[str] = ()) -> Table:
    """Read a CSV or xlsx file. ``ids`` are the plan's: one of them is no date, whatever it seems.

    Raises FileError where the file cannot be read at all or has no column ``id``; whatever is
    wrong with single columns, rows and cells is in ``Table.faults``.
    """
    from spaceplan.files.content import read_bytes

    data = read_bytes(path)
    name = str(path)
    records = [record for record in _records(data, name) if any(cell.text for cell in record)]
    at = next((n for n, record in enumerate(records[:_HEAD]) if _is_header(record)), None)
    if at is None:
        raise FileError(
            f"{name}: no column is called id; expected a first row with the names of the columns, "
            "such as id,status,target,on,note"
        )
    faults: list[TableFault] = []
    columns = _columns(records[at], faults)
    rows = [_row(record, columns, ids, faults) for record in records[at + 1 :]]
    return Table(
        path,
        tuple(key for key in columns if key and not key.startswith(OWN)),
        tuple(row for row in rows if row is not None),
        tuple(faults),
    )


def _records(data: bytes, name: str) -> Iterator[list[RawCell]]:
    if data.startswith(_ZIP):
        from spaceplan.tables import read_xlsx

        return read_xlsx.records(data, name)
    if data.startswith(_OLD_EXCEL):
        raise FileError(f"{name}: is an old or encrypted Excel file; save it as xlsx or CSV UTF-8")
    from spaceplan.tables import read_csv

    def score(names: list[str]) -> int:
        return sum(_key(name) in BY_KEY for name in names)

    return read_csv.records(text_of(data, name), name, score)


# --- the header ----------------------------------------------------------------------------------


def _key(name: str) -> str:
    """The key that a header cell names, in any width and case."""
    folded = unicodedata.normalize("NFKC", read_csv_cell(name)).strip().casefold()
    return ALIASES.get(folded, folded)


def _is_header(record: list[RawCell]) -> bool:
    return any(_key(cell.text) == "id" for cell in record)


def _columns(header: list[RawCell], faults: list[TableFault]) -> list[str]:
    """The key of each column; "" for one that is not read."""
    keys: list[str] = []
    for cell in header:
        key = _key(cell.text)
        if key and key in keys:
            faults.append(
                TableFault(cell.place, f"a second column {key!r}", "expected each column once")
            )
            key = ""
        elif key and key not in BY_KEY and not key.startswith(OWN):
            faults.append(_unknown(cell, key))
            key = OWN
        keys.append(key)
    return keys


def _unknown(cell: RawCell, key: str) -> TableFault:
    from spaceplan.roadmap.references import nearest

    fix = nearest(key, BY_KEY)
    hint = f" (did you mean {fix!r}?)" if fix else ""
    return TableFault(
        cell.place,
        f"column {cell.text.strip()!r} is not known{hint}",
        f"a column of your own has a name that begins with {OWN}",
    )


# --- rows ----------------------------------------------------------------------------------------


def _row(
    record: list[RawCell], columns: list[str], ids: Collection[str], faults: list[TableFault]
) -> TableRow | None:
    """One row; None where its id cannot be used."""
    found: dict[str, RawCell] = {}
    for number, raw in enumerate(record):
        key = columns[number] if number < len(columns) else ""
        if key and not key.startswith(OWN):
            found[key] = raw
        elif raw.text.strip() and not key:
            faults.append(
                TableFault(
                    raw.place, f"{raw.text!r} stands in a column without a name", "name it in row 1"
                )
            )
    name = found.get("id", RawCell("", record[0].place))
    if not any(raw.text.strip() for raw in found.values()):
        return None
    milestone_id = _id(name, ids, faults)
    if milestone_id is None:
        return None
    base = _base(milestone_id, found.get("digest"), faults)
    cells = {key: _cell(key, raw, base, faults) for key, raw in found.items() if key != "digest"}
    return TableRow(milestone_id, name.place, cells, base)


def _id(raw: RawCell, ids: Collection[str], faults: list[TableFault]) -> str | None:
    text = unicodedata.normalize("NFKC", read_csv_cell(raw.text.strip())).strip()
    if text in ids:
        return text
    if not text:
        faults.append(TableFault(raw.place, "a row without an id", "every row needs one"))
        return None
    fault = _spoiled(raw)
    if fault is not None:
        faults.append(fault)
        return None
    guesses = _ids_behind(text)
    if raw.kind == "date" or guesses is not None:
        likely = [guess for guess in guesses or () if not ids or guess in ids]
        hint = f" (perhaps {' or '.join(likely)})" if likely else ""
        faults.append(
            TableFault(
                raw.place,
                f"the id became a date, {text!r}: a spreadsheet program took it for one{hint}",
                "write the id again in a column formatted as text, or start from "
                "export --format xlsx or csv --excel",
            )
        )
        return None
    return text


def _base(milestone_id: str, raw: RawCell | None, faults: list[TableFault]) -> Base | None:
    if raw is None or not raw.text.strip():
        return None
    try:
        return read_digest(milestone_id, raw.text)
    except ValueError as error:
        faults.append(TableFault(raw.place, str(error), "export again, or empty the cell"))
        return None


def _cell(key: str, raw: RawCell, base: Base | None, faults: list[TableFault]) -> Cell:
    if not raw.text:
        return Cell("", raw.place)
    text = read_csv_cell(raw.text)
    # In plain CSV nothing is protected: a text that only looks so is what was exported.
    if text != raw.text and base is not None and key in EDITABLE and base.had(key, raw.text):
        text = raw.text
    column = BY_KEY[key]
    if column.role == "shown":
        return Cell(text, raw.place)
    fault = _spoiled(raw) or (_unclear_date(raw, text) if column.kind == "code" else None)
    if fault is not None:
        faults.append(fault)
        return Cell("", raw.place)
    return Cell(_iso_day(text) if column.kind == "code" else text, raw.place)


# --- what spreadsheet programs make of cells -----------------------------------------------------

_ERRORS = re.compile(
    r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:[0-9]{3}|#{2,}"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = f"(?P<name>{'|'.join(_MONTHS)})[a-z]*"
_MIDNIGHT = r"(?:[ T]0?0:00(?::00)?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[/.-]([0-9]{{1,2}})[/.-]([0-9]{{1,2}}){_MIDNIGHT}")
# 4/1/2026 and 1.4.2026: which is the day depends on the country.
_YEAR_LAST = re.compile(
    rf"([0-9]{{1,2}})[/.-]([0-9]{{1,2}})[/.-](?:[0-9]{{4}}|[0-9]{{2}}){_MIDNIGHT}"
)
_NO_YEAR = re.compile("([0-9]{1,2})(?:/|月)([0-9]{1,2})日?|(0[0-9])-([0-9]{2})|([0-9]{2})-(0[0-9])")
_NAMED = re.compile(f"(?:(?P<day>[0-9]{{1,2}})[- ])?{_MONTH}(?:[- ](?P<rest>[0-9]{{2,4}}))?", re.I)
_JAPANESE = re.compile("[0-9]{4}年([0-9]{1,2})月([0-9]{1,2})日")
# Days since 1900 as Excel counts them, from 1982 to 2064: 4-1 of this year is one of them.
_SERIAL = re.compile("[345][0-9]{4}")


def _spoiled(raw: RawCell) -> TableFault | None:
    """A cell whose text is lost: a formula, an error value, a date too wide for its column."""
    if raw.kind == "formula":
        return TableFault(raw.place, "a formula", "expected its value: copy, then paste values")
    if raw.kind == "error" or _ERRORS.fullmatch(raw.text.strip()):
        return TableFault(
            raw.place, f"{raw.text!r}: the spreadsheet could not show it", "write the value again"
        )
    return None


def _unclear_date(raw: RawCell, text: str) -> TableFault | None:
    folded = unicodedata.normalize("NFKC", text).strip()
    if any(form.fullmatch(folded) for form in (_YEAR_LAST, _NAMED, _NO_YEAR)):
        return TableFault(
            raw.place,
            f"{text!r} is a date of which not all is certain",
            "expected it with the year first, such as 2019-06 or 2019-09-30",
        )
    return None


def _iso_day(text: str) -> str:
    """A day in a spreadsheet's spelling, year first, as the plan writes it; else as it is."""
    found = _YEAR_FIRST.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def _ids_behind(text: str) -> tuple[str, ...] | None:
    """The ids that a spreadsheet may have made this date of; None where it is no date.

    ``4-1`` is the 4th month's 1st day to some of them, to others the 4th day of the 1st month.
    """
    for form in (_YEAR_FIRST, _YEAR_LAST, _JAPANESE, _NO_YEAR):
        found = form.fullmatch(text)
        if found:
            month, day = [int(part) for part in found.groups() if part][-2:]
            return f"{month}-{day}", f"{day}-{month}"
    found = _NAMED.fullmatch(text)
    if found and (found["day"] or found["rest"]):
        month = _MONTHS.index(found["name"].lower()) + 1
        other = int(found["day"] or found["rest"])
        return f"{month}-{other}", f"{other}-{month}"
    return () if _SERIAL.fullmatch(text) else None
