"""Cells of a spreadsheet workbook (xlsx), with their places.

Only cells that hold something are walked: one that is merely formatted may stand in the last row
and the last column of the sheet, and a merged range may span it whole.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from spaceplan.errors import FileError, phrase
from spaceplan.tables.raw import Place, RawCell, Record

# The sheet that is looked at first.
SHEET = "milestones"
MAX_UNPACKED = 512 * 1024 * 1024
# What in a number format is no part of a date: quoted text, escapes, [conditions].
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
# What the CSV meant for Excel becomes when it is saved as a workbook: a formula that is its text.
_QUOTED = re.compile('="(?:[^"]|"")*"')
# A character that XML cannot hold, as the format writes it (ST_Xstring); itself with its _ so.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def sheets(data: bytes, name: str) -> Iterator[list[Record]]:
    """The rows of each sheet, the one of our own name first.

    Raises FileError where openpyxl is missing or the workbook cannot be read.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise FileError(
            "tables.no-openpyxl-to-read",
            name=name,
            install=phrase("common.install", package="openpyxl"),
        ) from None
    _check(data, name)
    with _readable(name):
        book: Any = load_workbook(BytesIO(data), read_only=True)
        found = sorted(book.worksheets, key=lambda sheet: sheet.title != SHEET)
    for sheet in found:
        with _readable(name):
            records = list(_records(sheet))
        yield records


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """What the library warns of is nothing to the user; what it raises is a workbook's damage."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except Exception as error:
        # It is whatever openpyxl stumbled over first.
        raise FileError(
            "tables.no-workbook", name=name, kind=type(error).__name__, detail=str(error)
        ) from None


def _records(sheet: Any) -> Iterator[Record]:
    """The rows that hold something. The library's own walk makes a cell of every place between."""
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet._reader import WorkSheetParser

    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for _, row in parser.parse():
            cells = (ReadOnlyCell(sheet, **cell) for cell in row if cell["value"] is not None)
            record = {
                cell.column: _raw(cell, Place(cell.row, cell.column, sheet.title)) for cell in cells
            }
            if record:
                yield record


def _check(data: bytes, name: str) -> None:
    from zipfile import ZipFile

    with _readable(name), ZipFile(BytesIO(data)) as packed:
        names = set(packed.namelist())
        size = sum(member.file_size for member in packed.infolist())
        kind = packed.read("mimetype") if "mimetype" in names and size <= MAX_UNPACKED else b""
    if kind.startswith(b"application/vnd.oasis"):
        raise FileError("tables.opendocument", name=name)
    if any(one.startswith("Index/") and one.endswith(".iwa") for one in names):
        raise FileError("tables.numbers", name=name)
    if size > MAX_UNPACKED:
        raise FileError("tables.too-large", name=name, megabytes=MAX_UNPACKED // 1024**2)


def _raw(cell: Any, place: Place) -> RawCell:
    value = cell.value
    if cell.data_type == "f" and not _QUOTED.fullmatch(str(value)):
        # An array formula is an object; what stands in it does not matter.
        return RawCell(str(value), place, "formula")
    if cell.data_type == "e":
        return RawCell(str(value), place, "error")
    if isinstance(value, datetime):
        if value.time() != time():
            return RawCell(value.isoformat(" "), place, "date")
        return RawCell(_as_shown(value.date(), cell.number_format), place, "date")
    if isinstance(value, date):
        return RawCell(_as_shown(value, cell.number_format), place, "date")
    if isinstance(value, bool):
        return RawCell(str(value).upper(), place)
    if isinstance(value, float) and value.is_integer():
        return RawCell(str(int(value)), place)
    return RawCell(unescaped(str(value)), place)


def unescaped(text: str) -> str:
    """A text of the format as it was typed: ``_x000B_`` is a vertical tab; CR LF within a cell,
    which programs other than Excel write, a line break."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n")


def escaped(text: str) -> str:
    """``text`` as the format holds it: what XML cannot hold as ``_x000B_``."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = ILLEGAL_CHARACTERS_RE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.encode("utf-8", "replace").decode("utf-8")


def _as_shown(day: date, number_format: str) -> str:
    """A date as precisely as its cell shows it: ``2019-06`` typed becomes the first of June."""
    parts = _LITERAL.sub("", number_format).lower()
    if "d" in parts or "m" not in parts:
        return day.isoformat()
    return day.strftime("%Y-%m")
