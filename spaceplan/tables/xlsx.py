"""The exported columns as a workbook: typed dates, ids as text, ready to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from re import compile as pattern
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from spaceplan.answers.origin import origin
from spaceplan.errors import UsageError, phrase
from spaceplan.progress import each
from spaceplan.render.text import width
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.tables.columns import Column, Value, columns_of, typed
from spaceplan.tables.read_xlsx import SHEET, escaped

LEGEND = "columns"
_TEXT, _DATE, _NUMBER = "@", "yyyy-mm-dd", "0"
# Cells of characters; what is not named is _NARROW.
_WIDTHS = {
    "id": 9,
    "topic": 7,
    "title_ja": 42,
    "title_en": 42,
    "target": 18,
    "baseline": 18,
    "owner": 18,
    "partners": 18,
    "remark_ja": 42,
    "remark_en": 42,
    "late": 18,
    "note": 32,
    "source": 32,
}
_NARROW = 12
_WRAPPED = (*_WIDTHS, "unmet_years", "see")
# Points of one line of the default font, and the most that a row takes by itself.
_LINE, _MOST_LINES = 15, 8
# The sheet is printed on so many pages of A3 side by side, each with the ids.
_PAGES_ACROSS = 3
# Choices reach below the last row, for rows that are added by hand.
_SPARE_ROWS = 200
# What may be edited, what says how it changed, and what is only shown.
_FILLS = {"edit": "DDEBF7", "entry": "E2EFDA"}
_PLAIN_FILL = "E7E6E6"
_MODIFIED = pattern(rb"(<dcterms:modified[^>]*>)[^<]*")
# The earliest that a zip file can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def workbook(found: Sequence[Row], plan: Plan, lang: str) -> bytes:
    """An xlsx file: the sheet ``milestones`` and a sheet that says what its columns hold.

    The same milestones give the same bytes: as its time stands that of the plan's last entry.
    Raises UsageError where openpyxl is not installed.
    """
    book, sheet = begun(SHEET)
    from openpyxl.styles import Alignment

    columns = columns_of(found)
    _header(sheet, columns)
    # Dates and numbers too: else they touch the text to their right.
    top = Alignment(vertical="top", horizontal="left")
    wrapped = Alignment(vertical="top", horizontal="left", wrap_text=True)
    for number, row in enumerate(each(found), 2):
        values = typed(row, plan, columns)
        for at, (column, value) in enumerate(zip(columns, values, strict=True), 1):
            cell = sheet.cell(number, at)
            _fill_in(cell, column, value)
            cell.alignment = wrapped if column.key in _WRAPPED else top
        sheet.row_dimensions[number].height = _LINE * _lines(columns, values)
    _validate(sheet, plan, columns)
    _lay_out(sheet, columns)
    _legend(book.create_sheet(LEGEND), columns, plan)
    return finished(book, plan, lang)


def begun(title: str) -> tuple[Any, Any]:
    """A new workbook and its sheet. Raises UsageError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError(
            "tables.no-openpyxl-to-write", install=phrase("common.install", package="openpyxl")
        ) from None
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    return book, sheet


def put_text(cell: Any, text: str) -> None:
    """A text in a cell, whatever it begins with: openpyxl takes one with = for a formula."""
    cell.value = protected(text)
    cell.data_type = "s"


def fit_to_pages(sheet: Any, across: int, paper: str) -> None:
    """Print on so many pages side by side, upright ones of a size turned over."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = across, 0


def finished(book: Any, plan: Plan, lang: str) -> bytes:
    """The workbook's file. Its times are those of the plan's newest entry, else of the day it was
    decided, and its zip directory has none: the library takes both from the clock, so that no two
    files would be alike.
    """
    newest = plan.newest_recorded or datetime.combine(plan.decided, time(), UTC)
    moment = newest.astimezone(UTC).replace(microsecond=0)
    book.properties.title = plan.title.say(lang)
    book.properties.creator = "spaceplan"
    book.properties.description = origin(plan, lang)
    # The library writes times without a zone, and means UTC.
    book.properties.created = moment.replace(tzinfo=None)
    file, made = BytesIO(), BytesIO()
    book.save(file)
    changed = rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode("ascii")
    with ZipFile(file) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(changed, content)
            new.writestr(ZipInfo(name, _NO_TIME), content, ZIP_DEFLATED)
    return made.getvalue()


def _header(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    for at, column in enumerate(columns, 1):
        cell = sheet.cell(1, at, column.key)
        cell.number_format = _TEXT
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color=_FILLS.get(column.role, _PLAIN_FILL))
        cell.alignment = Alignment(vertical="top")
        cell.comment = Comment(
            f"{column.say('ja')}\n{column.say('en')}", "spaceplan", height=90, width=280
        )


def _lines(columns: Sequence[Column], values: Iterable[Value]) -> int:
    """How many lines a row needs: not every program works that out when it opens the file."""
    most = 1
    for column, value in zip(columns, values, strict=True):
        if column.key in _WRAPPED and value is not None:
            room = _WIDTHS.get(column.key, _NARROW) - 1
            most = max(most, -(-width(str(value)) // room))
    return min(most, _MOST_LINES)


def _fill_in(cell: Any, column: Column, value: Value) -> None:
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
    if column.kind == "number":
        cell.number_format = _NUMBER
    else:
        cell.number_format = _DATE if isinstance(value, date) else _TEXT


def protected(text: str) -> str:
    """``text`` for a text cell: a leading ``'`` doubled, for spreadsheet programs may eat one."""
    text = escaped(text)
    return f"'{text}" if text.startswith("'") else text


def _validate(sheet: Any, plan: Plan, columns: Sequence[Column]) -> None:
    """Lists to choose from where only few words make sense."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for at, column in enumerate(columns, 1):
        if column.role not in ("edit", "entry"):
            continue
        words = ",".join(plan.reasons if column.key == "reason" else column.options)
        # The format allows 255 characters here.
        if words and len(words) <= 255:
            rule = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
            rule.error = f"{column.key}: {words.replace(',', ', ')}"
            rule.showErrorMessage = True
            letter = get_column_letter(at)
            rule.add(f"{letter}2:{letter}{sheet.max_row + _SPARE_ROWS}")
            sheet.add_data_validation(rule)


def _lay_out(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.utils import get_column_letter

    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(column.key, _NARROW)
    # Nobody reads it, and nobody should edit it.
    sheet.column_dimensions[get_column_letter(len(columns))].hidden = True
    # The header and the id stay in sight.
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{sheet.max_row}"
    fit_to_pages(sheet, _PAGES_ACROSS, sheet.PAPERSIZE_A3)
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"


def _legend(sheet: Any, columns: Sequence[Column], plan: Plan) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    uses = {
        "edit": "編集可 / may be edited",
        "entry": "変更の説明 / about the change",
        "id": "変更不可 / leave as it is",
        "digest": "変更不可 / leave as it is",
        "own": "表示のみ / only shown",
        "shown": "表示のみ / only shown",
    }
    sheet.append(("column", "use", "ja", "en"))
    for column in columns:
        sheet.append((column.key, uses[column.role], column.say("ja"), column.say("en")))
        fill = PatternFill("solid", start_color=_FILLS.get(column.role, _PLAIN_FILL))
        sheet.cell(sheet.max_row, 1).fill = fill
    sheet.append((None, None, origin(plan, "ja"), origin(plan, "en")))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, cells in zip("ABCD", (16, 30, 58, 68), strict=True):
        sheet.column_dimensions[letter].width = cells
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
