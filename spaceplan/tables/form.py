"""The sheet that goes out to an owner and comes back: what it has open, and what it answers.

It is short and in the plan's language: what is asked about stands to the left, the cells to fill
in are coloured and offer their choices, all else is protected, without a password. It prints on
A4, some twenty milestones on two pages at the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from spaceplan.answers.rows import late_cell
from spaceplan.frozen import dataclass
from spaceplan.render.csv_out import render_csv
from spaceplan.render.table import Column
from spaceplan.render.text import width
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.states import ENDED, STATUSES
from spaceplan.tables.columns import form_digest, shown
from spaceplan.tables.headings import FORM, heading
from spaceplan.tables.xlsx import begun, finished, fit_to_pages, put_text
from spaceplan.words import say

_FILLED_IN = ("status", "on", "target", "forecast", "reason", "note", "source")
_CODES = ("id", "now", "on", "target", "forecast")
# Cells of characters.
_WIDTHS = {
    "id": 9,
    "title": 34,
    "now": 21,
    "late": 13,
    "status": 11,
    "on": 13,
    "target": 13,
    "forecast": 13,
    "reason": 12,
    "note": 30,
    "source": 18,
}
_WRAPPED = ("title", "now", "late", "note", "source")
_FILL, _PLAIN_FILL = "FFF2CC", "E7E6E6"
_LINE, _MOST_LINES = 15, 4
# Title, what to do, examples; then the headings.
_HEADER = 4
CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a sheet asks about what: ``found`` are rows of ``plan``, judged on ``day``."""

    owner: str
    found: Sequence[Row]
    plan: Plan
    day: date
    lang: str

    @property
    def name(self) -> str:
        """The owner's name in the sheet's language."""
        return self.plan.owners[self.owner].name.say(self.lang)


def open_rows(found: Iterable[Row], owner: str) -> list[Row]:
    """What an owner has open, of some rows."""
    return [
        row for row in found if owner in row.milestone.owner and row.milestone.status not in ENDED
    ]


def _shown(row: Row, asked: Asked) -> dict[str, str]:
    """What a row says before anybody fills it in, by column."""
    milestone, lang = row.milestone, asked.lang
    texts = dict.fromkeys((*FORM, "digest"), "")
    texts["id"] = milestone.id
    texts["title"] = milestone.title.say(lang)
    texts["now"] = milestone.target.format(lang) if milestone.target else ""
    if milestone.forecast:
        expected = say("answers.risk-forecast", lang, time=milestone.forecast.format(lang))
        texts["now"] += say("answers.in-brackets", lang, text=expected)
    texts["late"] = late_cell(row, lang).text if row.standing.is_late else ""
    entries = len(milestone.history)
    texts["digest"] = form_digest(shown(row, asked.plan), asked.owner, entries)
    return texts


def form_csv(asked: Asked) -> str:
    """The sheet as CSV, as spreadsheet programs open it."""
    keys = (*FORM, "digest")
    columns = [
        Column(_head(key, asked.lang), "", style="id" if key in _CODES else "") for key in keys
    ]
    rows = (tuple(_shown(row, asked).values()) for row in asked.found)
    return render_csv(columns, rows, excel=True)


def _head(key: str, lang: str) -> str:
    return key if key == "digest" else heading(key, lang)


def choices(plan: Plan, lang: str) -> dict[str, list[str]]:
    """What may be chosen in a column: nothing new, the statuses, the plan's reasons."""
    return {
        "status": [
            say("tables.no-change", lang),
            *(say(status, lang) for status in STATUSES if status != STATUSES[0]),
        ],
        "reason": [name.say(lang) for name in plan.reasons.values()],
    }


def form_workbook(asked: Asked) -> bytes:
    """The sheet as xlsx. Raises UsageError where openpyxl is not installed."""
    book, sheet = begun(say("tables.form", asked.lang))
    _top(sheet, asked)
    for number, row in enumerate(asked.found, _HEADER + 1):
        _row(sheet, number, _shown(row, asked))
    last = _HEADER + max(len(asked.found), 1)
    _offer(book, sheet, asked, last)
    _lay_out(sheet, last)
    return finished(book, asked.plan, asked.lang)


def _top(sheet: Any, asked: Asked) -> None:
    """What it is, what to do, examples; and the headings."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    lang = asked.lang
    facts = {"plan": asked.plan.title.say(lang), "owner": asked.name, "day": asked.day}
    for number, key in enumerate(("title", "what-to-do", "examples"), 1):
        cell = sheet.cell(number, 1)
        put_text(cell, say(f"tables.form-{key}", lang, **facts))
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 10)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(FORM))
        sheet.row_dimensions[number].height = 24 if number == 1 else 30
    line = Side(style="thin", color="999999")
    for at, key in enumerate((*FORM, "digest"), 1):
        cell = sheet.cell(_HEADER, at, _head(key, lang))
        cell.font = Font(bold=True)
        color = _FILL if key in _FILLED_IN else _PLAIN_FILL
        cell.fill = PatternFill("solid", start_color=color)
        cell.alignment = Alignment(vertical="center", horizontal="center", wrap_text=True)
        cell.border = Border(line, line, line, line)


def _row(sheet: Any, number: int, texts: dict[str, str]) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

    line = Side(style="thin", color="999999")
    lines = 1
    for at, (key, text) in enumerate(texts.items(), 1):
        cell = sheet.cell(number, at)
        if text:
            put_text(cell, text)
        cell.number_format = "@"
        cell.alignment = Alignment(vertical="top", wrap_text=key in _WRAPPED)
        if key != "digest":
            cell.border = Border(line, line, line, line)
        if key in _WRAPPED:
            lines = max(lines, -(-width(text) // (_WIDTHS[key] - 1)))
        if key in _FILLED_IN:
            cell.fill = PatternFill("solid", start_color=_FILL)
            cell.protection = Protection(locked=False)
            # A date that is typed stays one, and a year the text that it is.
            cell.number_format = "General" if key == "on" else "@"
    sheet.row_dimensions[number].height = _LINE * min(max(lines, 2), _MOST_LINES)


def _offer(book: Any, sheet: Any, asked: Asked, last: int) -> None:
    """Choices to pick from, from a hidden sheet: names may hold commas, and be many."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(CHOICES)
    lists.sheet_state = "hidden"
    for column, (key, words) in enumerate(choices(asked.plan, asked.lang).items(), 1):
        for number, word in enumerate(words, 1):
            put_text(lists.cell(number, column), word)
        if not words:
            continue
        name = get_column_letter(column)
        rule = DataValidation("list", formula1=f"{CHOICES}!${name}$1:${name}${len(words)}")
        rule.allow_blank = True
        rule.error = say("tables.choose", asked.lang)
        rule.showErrorMessage = True
        letter = get_column_letter(FORM.index(key) + 1)
        rule.add(f"{letter}{_HEADER + 1}:{letter}{last}")
        sheet.add_data_validation(rule)
    for key in ("on", "target", "forecast"):
        rule = DataValidation(None, allow_blank=True)
        rule.promptTitle = heading(key, asked.lang)
        rule.prompt = say(f"tables.example-{key}", asked.lang)
        rule.showInputMessage = True
        letter = get_column_letter(FORM.index(key) + 1)
        rule.add(f"{letter}{_HEADER + 1}:{letter}{last}")
        sheet.add_data_validation(rule)


def _lay_out(sheet: Any, last: int) -> None:
    from openpyxl.utils import get_column_letter

    for at, key in enumerate(FORM, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS[key]
    # Nobody reads it, and nobody should edit it.
    sheet.column_dimensions[get_column_letter(len(FORM) + 1)].hidden = True
    sheet.freeze_panes = f"C{_HEADER + 1}"
    sheet.print_area = f"A1:{get_column_letter(len(FORM))}{last}"
    sheet.print_title_rows = f"{_HEADER}:{_HEADER}"
    fit_to_pages(sheet, 1, sheet.PAPERSIZE_A4)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.5
    sheet.oddFooter.center.text = "&P / &N"
    rules = sheet.protection
    rules.sheet = True
    # What people do with a sheet and what harms nothing.
    rules.formatCells = rules.formatColumns = rules.formatRows = False
    rules.insertColumns = rules.sort = rules.autoFilter = False
