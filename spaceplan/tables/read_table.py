"""Tables that people send back: CSV and xlsx to cells with their places.

Reads what ``export`` writes and what Excel and LibreOffice make of it when they save: other
separators and encodings, protections as they stand or gone, dates in other spellings. What they
spoiled beyond repair (an id that became a date) is a fault with a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from spaceplan.errors import FileError, Wrong, phrase
from spaceplan.files.encodings import text_of
from spaceplan.render.csv_out import read_csv_cell
from spaceplan.tables.columns import BY_KEY, EDITABLE, Base, read_digest
from spaceplan.tables.faults import Faults
from spaceplan.tables.raw import RawCell
from spaceplan.tables.rows import ALIASES, OWN, Cell, Table, TableRow
from spaceplan.tables.spoiled import check_shown, folded, read_id, read_time_cell

# A header is looked for in so many first records.
_HEAD = 20
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


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
        raise FileError("tables.no-header", name=name)
    faults = Faults(name)
    columns = _columns(records[at], faults)
    rows = [_row(record, columns, ids, faults) for record in records[at + 1 :]]
    return Table(
        name,
        tuple(key for key in columns if key and not key.startswith(OWN)),
        tuple(row for row in rows if row is not None),
        faults,
    )


def _records(data: bytes, name: str) -> Iterator[list[RawCell]]:
    if data.startswith(_ZIP):
        from spaceplan.tables import read_xlsx

        return read_xlsx.records(data, name)
    if data.startswith(_OLD_EXCEL):
        raise FileError("tables.old-excel", name=name)
    from spaceplan.tables import read_csv

    def score(names: list[str]) -> int:
        return sum(_key(name) in BY_KEY for name in names)

    return read_csv.records(text_of(data, name), name, score)


# --- the header ----------------------------------------------------------------------------------


def _key(name: str) -> str:
    """The key that a header cell names, in any width and case."""
    key = folded(read_csv_cell(name)).casefold()
    return ALIASES.get(key, key)


def _is_header(record: list[RawCell]) -> bool:
    return any(_key(cell.text) == "id" for cell in record)


def _columns(header: list[RawCell], faults: Faults) -> list[str]:
    """The key of each column; "" for one that is not read."""
    keys: list[str] = []
    for cell in header:
        key = _key(cell.text)
        if key and key in keys:
            faults.add(
                cell.place, phrase("tables.second-column", key=key), phrase("tables.each-once")
            )
            key = ""
        elif key and key not in BY_KEY and not key.startswith(OWN):
            faults.add(
                cell.place,
                phrase("tables.unknown-column", name=cell.text.strip()),
                phrase("tables.own-column", prefix=OWN),
                meant=(key, BY_KEY),
            )
            key = OWN
        keys.append(key)
    return keys


# --- rows ----------------------------------------------------------------------------------------


def _row(
    record: list[RawCell], columns: list[str], ids: Collection[str], faults: Faults
) -> TableRow | None:
    """One row; None where its id cannot be used."""
    found: dict[str, RawCell] = {}
    for number, raw in enumerate(record):
        key = columns[number] if number < len(columns) else ""
        if key and not key.startswith(OWN):
            found[key] = raw
        elif raw.text.strip() and not key:
            faults.add(raw.place, phrase("tables.no-name", text=raw.text), phrase("tables.name-it"))
    if not any(raw.text.strip() for raw in found.values()):
        return None
    name = found.get("id", RawCell("", record[0].place))
    try:
        milestone_id = read_id(name, ids)
    except Wrong as wrong:
        faults.wrong(name.place, wrong)
        return None
    base = _base(milestone_id, found.get("digest"), faults)
    cells = {key: _cell(key, raw, base, faults) for key, raw in found.items() if key != "digest"}
    return TableRow(milestone_id, name.place, cells, base)


def _base(milestone_id: str, raw: RawCell | None, faults: Faults) -> Base | None:
    if raw is None or not raw.text.strip():
        return None
    try:
        return read_digest(milestone_id, raw.text)
    except Wrong as wrong:
        faults.wrong(raw.place, wrong)
        return None


def _cell(key: str, raw: RawCell, base: Base | None, faults: Faults) -> Cell:
    if not raw.text:
        return Cell("", raw.place)
    text = read_csv_cell(raw.text)
    # In plain CSV nothing is protected: a text that only looks so is what was exported.
    if text != raw.text and base is not None and key in EDITABLE and base.had(key, raw.text):
        text = raw.text
    column = BY_KEY[key]
    if column.role == "shown":
        return Cell(text, raw.place)
    try:
        check_shown(raw)
        return Cell(read_time_cell(text) if column.kind == "code" else text, raw.place)
    except Wrong as wrong:
        faults.wrong(raw.place, wrong)
        return Cell("", raw.place)
