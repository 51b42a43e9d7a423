"""Tables that people send back: CSV and xlsx to cells with their places.

Reads what ``export`` writes and what Excel and LibreOffice make of it when they save: other
separators and encodings, protections as they stand or gone, dates in other spellings. What they
spoiled beyond repair (an id that became a date) is a fault with a sentence that says so; what
people add beside the table is let be with a notice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from spaceplan.errors import NOTICE, Fault, FileError, Phrase, Wrong, phrase
from spaceplan.files.encodings import text_of
from spaceplan.frozen import dataclass
from spaceplan.progress import each, working
from spaceplan.render.csv_out import read_csv_cell
from spaceplan.roadmap.values import identifier
from spaceplan.tables.columns import BY_KEY, EDITABLE, ENTRY, Base, read_digest
from spaceplan.tables.faults import Faults
from spaceplan.tables.headings import ADD, OWN, is_known, key_of
from spaceplan.tables.raw import Place, RawCell, Record
from spaceplan.tables.rows import Cell, Table, TableRow
from spaceplan.tables.spoiled import check_shown, folded, ids_behind, read_id, read_time_cell

# A header is looked for in so many first records.
_HEAD = 20
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_YES = ("true", "yes", "y", "1", "x", "○", "はい", "add", "追加")
_NO = ("false", "no", "n", "0", "-", "いいえ")
# Of what is only told, so many are; nobody reads more.
_NOTICES = 20
# Each name that is not known may be a slip, which is looked for among ours.
_UNKNOWN = 500


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The table of one sheet: the number and key of each column, and the rows below.

    ``loose``: it comes from a workbook, where what stands beside the table is somebody's remark;
    in separated values it is the rest of a cell that was not quoted.
    """

    columns: Mapping[int, str]
    header: Record
    rows: Sequence[Record]
    loose: bool


def read_rows(path: Path, ids: Collection[str] = (), encoding: str = "") -> Table:
    """Read a CSV or xlsx file. ``ids`` are the plan's: one of them is no date, whatever it seems.
    ``encoding`` is that of a CSV, where it cannot be told.

    Raises FileError where the file cannot be read at all or has no column ``id``; whatever is
    wrong with single columns, rows and cells is in ``Table.faults``.
    """
    from spaceplan.files.content import read_stream

    data = read_stream(path)
    with working("common.reading"):
        return _table(data, str(path), ids, encoding)


def _table(data: bytes, name: str, ids: Collection[str], encoding: str) -> Table:
    faults = Faults(name)
    notices: list[Fault] = []
    sheet = _sheet(data, name, encoding)
    if sheet is None:
        raise FileError("tables.no-header", name=name)
    columns = _columns(sheet, faults, notices)
    rows = (_row(record, columns, sheet, ids, faults, notices) for record in each(sheet.rows))
    return Table(
        name,
        tuple(key for key in columns.values() if key in BY_KEY),
        tuple(row for row in rows if row is not None),
        faults,
        notices=tuple(notices),
    )


def _sheet(data: bytes, name: str, encoding: str) -> _Sheet | None:
    """The first sheet with a header, which may have titles above it."""
    for records, loose in _sheets(data, name, encoding):
        filled = [record for record in records if any(cell.text for cell in record.values())]
        for number, record in enumerate(islice(filled, _HEAD)):
            keys = {at: key_of(read_csv_cell(cell.text)) for at, cell in record.items()}
            if "id" in keys.values():
                return _Sheet(keys, record, filled[number + 1 :], loose)
    return None


def _sheets(data: bytes, name: str, encoding: str) -> Iterator[tuple[Iterable[Record], bool]]:
    if data.startswith(_ZIP):
        from spaceplan.tables import read_xlsx

        yield from ((records, True) for records in read_xlsx.sheets(data, name))
        return
    if data.startswith(_OLD_EXCEL):
        raise FileError("tables.old-excel", name=name)
    from spaceplan.tables import read_csv

    def score(names: list[str]) -> int:
        return sum(is_known(key_of(read_csv_cell(name))) for name in names)

    records = read_csv.records(text_of(data, name, encoding), name, score)
    yield [dict(enumerate(record, 1)) for record in records], False


# --- the header ----------------------------------------------------------------------------------


def _columns(sheet: _Sheet, faults: Faults, notices: list[Fault]) -> dict[int, str]:
    """The key of each column by its number; what is not read has none of ours."""
    from spaceplan.roadmap.nearest import nearest

    found: dict[int, str] = {}
    ours: set[str] = set()
    unknown = 0
    for number, key in sheet.columns.items():
        cell = sheet.header[number]
        if key in ours:
            faults.add(
                cell.place, phrase("tables.second-column", key=key), phrase("tables.each-once")
            )
            key = OWN
        elif key and not is_known(key) and not key.startswith(OWN):
            unknown += 1
            if unknown > _UNKNOWN:
                faults.add(
                    cell.place,
                    phrase("tables.too-many-columns", most=_UNKNOWN),
                    phrase("tables.fewer-columns", prefix=OWN),
                )
                return dict.fromkeys(sheet.columns, OWN) | found
            name = cell.text.strip()
            # Short Japanese words are near to each other by nature.
            near = nearest(key, BY_KEY) if key.isascii() else ""
            if near:
                what, expected = "tables.unknown-column", phrase("tables.own-column", prefix=OWN)
                faults.add(cell.place, phrase(what, name=name), expected, near)
            else:
                _notice(notices, cell.place, phrase("tables.column-let-be", name=name))
            key = OWN
        elif key and not key.startswith(OWN):
            ours.add(key)
        found[number] = key
    return found


def _notice(notices: list[Fault], place: Place, what: Phrase) -> None:
    if len(notices) < _NOTICES:
        notices.append(Fault(place.line, place.column, what, severity=NOTICE, sheet=place.sheet))


# --- rows ----------------------------------------------------------------------------------------


def _row(
    record: Record,
    columns: Mapping[int, str],
    sheet: _Sheet,
    ids: Collection[str],
    faults: Faults,
    notices: list[Fault],
) -> TableRow | None:
    """One row; None where its id cannot be used."""
    found = _known(record, columns, sheet, faults, notices)
    if not any(raw.text.strip() for raw in found.values()):
        return None
    name = found.get("id", RawCell("", _first(record)))
    adds = _adds(found.get(ADD), faults)
    if not (adds or _asks(found)) and _is_remark(name.text, sheet.loose, ids):
        _notice(notices, _first(record), phrase("tables.row-let-be"))
        return None
    try:
        milestone_id = "" if adds and not name.text.strip() else read_id(name, ids)
    except Wrong as wrong:
        faults.wrong(name.place, wrong)
        return None
    base = _base(milestone_id, found.get("digest"), faults)
    if base is None and not (adds or sheet.loose) and _is_cut(record, columns):
        what = phrase("tables.cut-row", id=milestone_id)
        faults.add(name.place, what, phrase("tables.export-again"))
        return None
    cells = {"id": Cell(milestone_id, name.place)}
    for key, raw in (found | _own(record, columns)).items():
        if key not in ("id", "digest"):
            cells[key] = _cell(key, raw, base, faults)
    return TableRow(milestone_id, name.place, cells, base, placing=adds, adds=adds)


def _first(record: Record) -> Place:
    return next(iter(record.values())).place


def _known(
    record: Record,
    columns: Mapping[int, str],
    sheet: _Sheet,
    faults: Faults,
    notices: list[Fault],
) -> dict[str, RawCell]:
    """The cells of columns that are known, by key; what stands beside them is told."""
    found: dict[str, RawCell] = {}
    for number, raw in record.items():
        key = columns.get(number, "")
        if key and not key.startswith(OWN):
            found[key] = raw
        elif raw.text.strip() and not key:
            if sheet.loose:
                _notice(notices, raw.place, phrase("tables.cell-let-be", text=raw.text))
            else:
                what = phrase("tables.no-name", text=raw.text)
                faults.add(raw.place, what, phrase("tables.name-it"))
    if sheet.loose:
        first = _first(record)
        for number, key in columns.items():
            if is_known(key):
                found.setdefault(key, RawCell("", Place(first.line, number, first.sheet)))
    return found


def _own(record: Record, columns: Mapping[int, str]) -> dict[str, RawCell]:
    """The cells of columns of the user's own, which a milestone that is added keeps."""
    named = ((columns.get(number, ""), raw) for number, raw in record.items())
    return {key: raw for key, raw in named if key.startswith(OWN) and key != OWN}


def _is_remark(text: str, loose: bool, ids: Collection[str]) -> bool:
    """Whether what stands in the place of an id is none: nothing, or in a workbook a sentence."""
    name = folded(read_csv_cell(text))
    if name in ids:
        return False
    try:
        return not name or (loose and not identifier(name))
    except Wrong:
        return ids_behind(name) is None


def _asks(found: Mapping[str, RawCell]) -> bool:
    """Whether a row has something in a column that is filled in."""
    return any(found[key].text.strip() for key in (*EDITABLE, *ENTRY) if key in found)


def _is_cut(record: Record, columns: Mapping[int, str]) -> bool:
    """Whether a row ends before the digest that stands at the end of all others."""
    last = max(columns)
    return columns[last] == "digest" and max(record) < last and len(record) > 1


def _adds(raw: RawCell | None, faults: Faults) -> bool:
    text = folded(raw.text).casefold() if raw else ""
    if raw and text and text not in (*_YES, *_NO):
        faults.add(
            raw.place, phrase("tables.unknown-add", text=raw.text), phrase("tables.expected-add")
        )
    return text in _YES


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
    column = BY_KEY.get(key)
    if column is None or column.role == "shown":
        return Cell(text, raw.place)
    try:
        check_shown(raw)
        part = column.field is not None and column.field.said.shape == "part"
        is_time = column.kind == "code" and not part
        return Cell(read_time_cell(text) if is_time else text, raw.place)
    except Wrong as wrong:
        faults.wrong(raw.place, wrong)
        return Cell("", raw.place)
