"""The workbook, as openpyxl reads it back."""

from __future__ import annotations

import sys
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from small import all_rows, small_plan

from spaceplan.errors import UsageError
from spaceplan.tables.columns import COLUMNS
from spaceplan.tables.xlsx import workbook
from spaceplan.words import told


@pytest.fixture(scope="module")
def book() -> Any:
    plan = small_plan()
    return load_workbook(BytesIO(workbook(all_rows(plan), plan, "ja")))


def cell(book: Any, key: str, row: int = 2) -> Any:
    """A cell of the milestones by its column's name."""
    sheet = book["milestones"]
    return sheet.cell(row, [column.key for column in COLUMNS].index(key) + 1)


def test_the_header_is_the_keys_of_the_columns(book: Any) -> None:
    assert [c.value for c in book["milestones"][1]] == [column.key for column in COLUMNS]


def test_ids_and_times_are_text(book: Any) -> None:
    for key, value in (("id", "1-3"), ("target", "2019-06"), ("title_ja", "6月")):
        found = cell(book, key, 4)
        assert (found.value, found.data_type, found.number_format) == (value, "s", "@")


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(book: Any) -> None:
    assert (cell(book, "title_en", 4).value, cell(book, "title_en", 4).data_type) == ("=1+1", "s")


def test_a_leading_apostrophe_is_doubled(book: Any) -> None:
    assert cell(book, "title_en", 7).value == "''quoted'"


def test_days_are_dates_and_counts_are_numbers(book: Any) -> None:
    assert cell(book, "due").value == datetime(2023, 3, 31)
    assert cell(book, "due").number_format == "yyyy-mm-dd"
    assert cell(book, "topic").value == 1


def test_what_is_to_be_filled_in_is_empty_and_takes_text(book: Any) -> None:
    for key in ("on", "reason", "note", "source", "who"):
        assert cell(book, key).value is None
        assert cell(book, key).number_format == "@"


def test_header_and_id_stay_in_sight_and_every_column_filters(book: Any) -> None:
    sheet = book["milestones"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_few_words_are_chosen_from_a_list(book: Any) -> None:
    rules = book["milestones"].data_validations.dataValidation
    choices = {rule.formula1.strip('"') for rule in rules}
    assert "planned,active,done,missed,dropped" in choices
    assert "technical,budget" in choices


def test_a_second_sheet_says_what_the_columns_hold(book: Any) -> None:
    names = [row[0].value for row in book["columns"].iter_rows(min_row=2)]
    # Below them what the workbook is: no official document.
    assert names == [*(column.key for column in COLUMNS), None]


def test_rows_are_high_enough_for_their_text(book: Any) -> None:
    heights = [book["milestones"].row_dimensions[n].height for n in range(2, 9)]
    assert all(height >= 15 for height in heights)


@pytest.mark.parametrize("text", ["a\x0bb", "a_x000B_b", "_x005F_x0007_", "\x00\x1f"])
def test_controls_that_xml_cannot_hold_come_back(text: str) -> None:
    from spaceplan.tables.read_xlsx import escaped, unescaped

    assert text not in ("a\x0bb",) or escaped(text) == "a_x000B_b"
    assert unescaped(escaped(text)) == text


def test_without_openpyxl_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    plan = small_plan()
    with pytest.raises(UsageError) as error:
        workbook(all_rows(plan), plan, "en")
    for lang in ("en", "ja"):
        said = told(error.value, lang)
        for how in ("pip install", "pipx inject spaceplan", "uv tool install --with"):
            assert f"{how} openpyxl" in said
