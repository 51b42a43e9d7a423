"""Cells of a spreadsheet workbook (xlsx), with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from spaceplan.errors import FileError
from spaceplan.tables.raw import Place, RawCell

# The sheet that is read; in a workbook without it, the first.
SHEET = "milestones"
MAX_UNPACKED = 512 * 1024 * 1024
# What in a number format is no part of a date: quoted text, escapes, [conditions].
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
# What the CSV meant for Excel becomes when it is saved as a workbook: a formula that is its text.
_QUOTED = re.compile('="(?:[^"]|"")*"')


def records(data: bytes, name: str) -> Iterator[list[RawCell]]:
    """Every row of the sheet, cell by cell with its place.

    Raises FileError where openpyxl is missing or the workbook cannot be read.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise FileError("tables.no-openpyxl-to-read", name=name) from None
    try:
        _check_size(data, name)
        book = load_workbook(BytesIO(data), data_only=False)
    except FileError:
        raise
    except Exception as error:
        # What a damaged workbook raises is whatever openpyxl stumbled over first.
        raise FileError(
            "tables.no-workbook", name=name, kind=type(error).__name__, detail=str(error)
        ) from None
    sheet: Any = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
    for row in sheet.iter_rows():
        yield [_raw(cell, Place(cell.row, cell.column, sheet.title)) for cell in row]


def _check_size(data: bytes, name: str) -> None:
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as packed:
        names = set(packed.namelist())
        if "mimetype" in names and packed.read("mimetype").startswith(b"application/vnd.oasis"):
            raise FileError("tables.opendocument", name=name)
        if sum(member.file_size for member in packed.infolist()) > MAX_UNPACKED:
            raise FileError("tables.too-large", name=name, megabytes=MAX_UNPACKED // 1024**2)


def _raw(cell: Any, place: Place) -> RawCell:
    value = cell.value
    if value is None:
        return RawCell("", place)
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
    # Excel keeps a line break within a cell as LF, other programs as CR LF.
    return RawCell(str(value).replace("\r\n", "\n"), place)


def _as_shown(day: date, number_format: str) -> str:
    """A date as precisely as its cell shows it: ``2019-06`` typed becomes the first of June."""
    parts = _LITERAL.sub("", number_format).lower()
    if "d" in parts or "m" not in parts:
        return day.isoformat()
    return day.strftime("%Y-%m")
