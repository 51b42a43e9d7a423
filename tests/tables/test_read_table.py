"""Tables that people send back: every spelling that Excel and LibreOffice save, and every trap."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from small import all_rows, plan_from, small_plan
from support import milestone

from spaceplan.errors import FileError, TableFaults
from spaceplan.roadmap.registry import Words
from spaceplan.tables import read_csv
from spaceplan.tables.columns import EDITABLE, cells
from spaceplan.tables.csv_text import csv_text
from spaceplan.tables.raw import Place
from spaceplan.tables.read_table import read_rows
from spaceplan.tables.rows import Table
from spaceplan.tables.xlsx import workbook
from spaceplan.words import located, told

FILE = "back.csv"


@pytest.fixture
def read(folder: Path) -> Any:
    """Write a CSV as it stands, or in an encoding, and read it."""

    def call(text: str, encoding: str = "utf-8", ids: tuple[str, ...] = ()) -> Table:
        Path(FILE).write_bytes(text.encode(encoding))
        return read_rows(Path(FILE), ids)

    return call


def texts(table: Table) -> list[dict[str, str]]:
    """What stands in the cells."""
    return [{key: cell.text for key, cell in row.cells.items()} for row in table.rows]


@contextmanager
def refused(said: str) -> Iterator[None]:
    """The file cannot be read at all, and it is said why."""
    with pytest.raises(FileError) as error:
        yield
    assert said in told(error.value, "en")


def faults(table: Table) -> list[str]:
    """The faults, each with its place."""
    return [located(fault, table.name, "en") for fault in table.faults.first()]


SAVED = "id,status,note\n4-1,done,第2段は点火せず\n7-4b,,\n"
EXPECTED = [
    {"id": "4-1", "status": "done", "note": "第2段は点火せず"},
    {"id": "7-4b", "status": "", "note": ""},
]


# --- encodings, separators, places -------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_separator_and_line_end(
    read: Any, encoding: str, separator: str, end: str
) -> None:
    text = SAVED.replace(",", separator).replace("\n", end)
    assert texts(read(text, encoding)) == EXPECTED


def test_utf16_with_the_high_byte_first_has_its_mark(read: Any) -> None:
    Path(FILE).write_bytes(b"\xfe\xff" + SAVED.encode("utf-16-be"))
    assert texts(read_rows(Path(FILE))) == EXPECTED


def test_excels_own_line_names_the_separator(read: Any) -> None:
    table = read("sep=|\r\nid|status\r\n4-1|done\r\n")
    assert texts(table) == [{"id": "4-1", "status": "done"}]
    assert table.rows[0].place == Place(3, 1)


def test_another_separator_within_cells_does_not_mislead(read: Any) -> None:
    assert texts(read('id;note\n4-1;"a, b, c, d"\n')) == [{"id": "4-1", "note": "a, b, c, d"}]


def test_what_is_in_no_known_encoding_is_refused_with_its_line(read: Any) -> None:
    Path(FILE).write_bytes(b"id,note\n4-1,\x81\n")
    with refused(f"{FILE}:2:5: its encoding is not known; save it"):
        read_rows(Path(FILE))


def test_every_cell_knows_its_line_and_column_in_characters(read: Any) -> None:
    row = read('id,note,who\n4-1,"第一\n二 ""行""",誰\n4-2,,x\n').rows
    assert [cell.place for cell in row[0].cells.values()] == [
        Place(2, 1),
        Place(2, 5),
        Place(3, 10),
    ]
    assert row[0].cells["note"].text == '第一\n二 "行"'
    assert row[1].cells["who"].place == Place(4, 6)


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_place(read: Any) -> None:
    with refused(f"{FILE}:2:5: a quotation mark is never closed"):
        read('id,note\n4-1,"and so on\n4-2,x\n')


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=6), min_size=2, max_size=2
        ),
        max_size=4,
    )
)
def test_cells_are_those_of_pythons_own_reader(rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([["id", "x-a"], *rows])
    text = file.getvalue()
    found = [
        [c.text for c in record]
        for record in read_csv.records(text, "f", lambda names: names.count("id"))
    ]
    expected = list(csv.reader(io.StringIO(text, newline="")))
    assert found == [[cell.replace("\r\n", "\n") for cell in row] or [""] for row in expected]


# --- header and rows ---------------------------------------------------------------------------


def test_columns_may_stand_in_any_order_any_width_any_case_and_be_missing(read: Any) -> None:
    table = read("Ｎｏｔｅ,ID, Status \nx,4-1,done\n")
    assert table.columns == ("note", "id", "status")
    assert texts(table) == [{"note": "x", "id": "4-1", "status": "done"}]


def test_date_and_by_are_other_names_of_on_and_who(read: Any) -> None:
    assert read("id,date,by\n4-1,2023-03-07,me\n").columns == ("id", "on", "who")


def test_a_title_above_the_table_is_no_header(read: Any) -> None:
    assert texts(read("進捗報告,\n,\nid,status\n4-1,done\n")) == [{"id": "4-1", "status": "done"}]


def test_without_an_id_there_is_no_table(read: Any) -> None:
    with refused("no column is called id"):
        read("status,note\ndone,x\n")


def test_an_unknown_column_is_a_fault_with_the_nearest(read: Any) -> None:
    assert faults(read("id,statsu\n4-1,done\n")) == [
        f"{FILE}:1:4: column 'statsu' is not known; "
        "a column of your own has a name that begins with x- (did you mean 'status'?)"
    ]


def test_a_column_that_nobody_meant_is_let_be_with_a_notice(read: Any) -> None:
    table = read("id,status,備考\n4-1,done,来週\n")
    assert texts(table) == [{"id": "4-1", "status": "done"}] and not table.faults.count
    assert [located(one, FILE, "ja") for one in table.notices] == [
        f"{FILE}:1:11: 注意: 列 '備考' は読みません"
    ]


@pytest.mark.parametrize(
    "heading", ["番号,状況,時期,説明,新しい目標", "ＩＤ,STATUS,When,Note,new target"]
)
def test_headings_in_either_language(read: Any, heading: str) -> None:
    assert read(f"{heading}\n4-1,done,,,\n").columns == ("id", "status", "on", "note", "target")


def test_a_row_that_asks_for_nothing_is_let_be_with_a_notice(read: Any) -> None:
    table = read("id,title_ja,state,status\n4-1,,,done\n,,合計 1件,\n")
    assert len(table.rows) == 1 and not table.faults.count
    assert [one.line for one in table.notices] == [3]


def test_a_row_that_ends_before_its_digest_is_refused(read: Any) -> None:
    plan = small_plan()
    text = csv_text(all_rows(plan), plan)
    cut = text[: text.index("1-3") + 20]
    assert [fault.split(": ")[1] for fault in faults(read(cut))] == ["the row of 1-3 is cut"]


def test_ones_own_columns_begin_with_x(read: Any) -> None:
    table = read("id,x-memo,status\n4-1,mine,done\n")
    assert texts(table) == [{"id": "4-1", "status": "done", "x-memo": "mine"}]
    assert not table.faults.count


def test_a_column_twice_is_a_fault(read: Any) -> None:
    assert faults(read("id,note,note\n4-1,a,b\n"))[0].startswith(f"{FILE}:1:9: a second column")


def test_what_stands_beside_the_table_is_a_fault(read: Any) -> None:
    assert faults(read("id,note\n4-1,a,b\n")) == [
        f"{FILE}:2:7: 'b' stands in a column without a name; name it in row 1"
    ]


def test_empty_rows_and_columns_are_nothing(read: Any) -> None:
    table = read("id,note,,\n\n4-1,a,,\n,,,\n  ,,,\n")
    assert texts(table) == [{"id": "4-1", "note": "a"}] and not table.faults.count


def test_a_row_without_an_id_is_a_fault(read: Any) -> None:
    assert faults(read("id,note\n,a\n")) == [
        f"{FILE}:2:1: a row without an id; every row needs one"
    ]


def test_empty_means_unchanged_and_none_clears(read: Any) -> None:
    row = read("id,target,horizon,note\n4-1, ,（None）,x\n").rows[0]
    assert row.cells["target"].empty and not row.cells["target"].clears
    assert row.cells["horizon"].clears and not row.cells["horizon"].empty
    assert list(row.filled(EDITABLE)) == ["horizon"]


def test_all_faults_are_told_at_once(read: Any) -> None:
    table = read("id,status,statsu\n4月1日,done,x\n,done,y\n")
    with pytest.raises(TableFaults) as error:
        table.sound()
    assert told(error.value, "en").count("\n") == 2


def test_a_digest_of_another_row_is_a_fault(read: Any) -> None:
    plan = small_plan()
    lines = csv_text(all_rows(plan), plan).splitlines()
    first, second = (line.rsplit(",", 1) for line in lines[1:3])
    mixed = [lines[0], f"{first[0]},{second[1]}", f"{second[0]},{first[1]}"]
    found = faults(read("\n".join(mixed)))
    assert len(found) == 2 and "the digest does not belong to 1-1; was one column" in found[0]


# --- ids and dates that spreadsheet programs spoil -----------------------------------------------


@pytest.mark.parametrize(
    "spoiled",
    [
        "4月1日",
        "1-Apr",
        "Apr-01",
        "2026/4/1",
        "2026-04-01",
        "2026-04-01 00:00:00",
        "4/1",
        "04-01",
        "2026年4月1日",
        "4/1/2026",
        "01.04.2026",
        "４月１日",
    ],
)
def test_an_id_that_became_a_date_is_refused_with_what_it_may_have_been(
    read: Any, spoiled: str
) -> None:
    table = read(f"id,status\n{spoiled},done\n", ids=("4-1", "5-1"))
    assert not table.rows
    (said,) = faults(table)
    assert said.startswith(f"{FILE}:2:1: the id became a date")
    assert "(perhaps 4-1)" in said


def test_an_id_that_became_the_number_of_a_day_is_refused(read: Any) -> None:
    assert "the id became a date, '46113'" in faults(read("id,status\n46113,done\n"))[0]


def test_an_id_of_the_plan_is_never_a_date(read: Any) -> None:
    assert texts(read("id\n2026-04-01\n", ids=("2026-04-01",))) == [{"id": "2026-04-01"}]


@pytest.mark.parametrize("name", ["4-1", "17-32", "7-4b", "R6-8-2", "4-x1", "12-11"])
def test_ids_are_no_dates(read: Any, name: str) -> None:
    assert texts(read(f"id\n{name}\n")) == [{"id": name}]


@pytest.mark.parametrize(
    ("saved", "meant"),
    [
        ("2023/3/7", "2023-03-07"),
        ("2023-3-7", "2023-03-07"),
        ("2023/03/07 0:00", "2023-03-07"),
        ("2023-03-07", "2023-03-07"),
        ("FY2022", "FY2022"),
        ("about FY2023", "about FY2023"),
        ("2019-06", "2019-06"),
        ("2019", "2019"),
    ],
)
@pytest.mark.parametrize("column", ["on", "target", "horizon"])
def test_days_in_a_spreadsheets_spelling(read: Any, column: str, saved: str, meant: str) -> None:
    table = read(f"id,{column}\n4-1,{saved}\n")
    assert texts(table)[0][column] == meant and not table.faults.count


@pytest.mark.parametrize("saved", ["7/3/2023", "07.03.23", "Jun-19", "6-Jun", "4月1日", "4/1"])
def test_a_date_of_which_not_all_is_certain_is_a_fault(read: Any, saved: str) -> None:
    assert (
        f"{FILE}:2:5: {saved!r} is a date of which not all is certain"
        in faults(read(f"id,on\n4-1,{saved}\n"))[0]
    )


@pytest.mark.parametrize("value", ["#NAME?", "#REF!", "#N/A", "Err:508", "########"])
def test_what_the_spreadsheet_could_not_show_is_a_fault(read: Any, value: str) -> None:
    assert "the spreadsheet could not show it" in faults(read(f"id,note\n4-1,{value}\n"))[0]


def test_what_is_only_shown_is_not_judged(read: Any) -> None:
    assert not faults(read("id,due,slip\n4-1,7/3/2023,#NAME?\n"))


# --- round trips -------------------------------------------------------------------------------

TRICKY = st.one_of(
    st.sampled_from(
        ["=1+1", "'=x", "''", "'", "-", "+81 3", "@a", "3-1", '="4-1"', "＝合計", '"', "①"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)


@given(ja=TRICKY, en=TRICKY)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("form", ["csv", "excel", "xlsx"])
def test_what_is_exported_comes_back_whatever_it_is(
    folder: Path, form: str, ja: str, en: str
) -> None:
    plan = plan_from(milestone("1-1", target="2019-06"))
    row = all_rows(plan)[0]
    row = replace(row, milestone=replace(row.milestone, title=Words(ja, en)))
    path = Path("out")
    if form == "xlsx":
        path.write_bytes(workbook([row], plan, "ja"))
    else:
        path.write_bytes(csv_text([row], plan, excel=form == "excel").encode())
    table = read_rows(path, plan.by_id)
    assert not [fault for fault in faults(table) if "could not show" not in fault]
    expected = {key: text for key, text in cells(row, plan).items() if key != "digest"}
    assert texts(table) == [expected]


@pytest.mark.parametrize("form", ["csv", "excel", "xlsx"])
def test_the_small_plan_comes_back_unchanged(folder: Path, form: str) -> None:
    plan = small_plan()
    rows = all_rows(plan)
    path = Path("out")
    if form == "xlsx":
        path.write_bytes(workbook(rows, plan, "en"))
    else:
        path.write_bytes(csv_text(rows, plan, excel=form == "excel").encode())
    table = read_rows(path, plan.by_id).sound()
    assert [row.id for row in table.rows] == [row.milestone.id for row in rows]
    for row in table.rows:
        assert row.base is not None
        assert all(row.base.had(key, row.cells[key].text) for key in EDITABLE)


# --- workbooks ---------------------------------------------------------------------------------


def edited(change: Any) -> Table:
    """The small plan's workbook after ``change(sheet)``."""
    plan = small_plan()
    path = Path("back.xlsx")
    path.write_bytes(workbook(all_rows(plan), plan, "en"))
    book = load_workbook(path)
    change(book["milestones"])
    book.save(path)
    return read_rows(path, plan.by_id)


def test_a_cell_of_a_workbook_knows_its_sheet_and_name(folder: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["A2"] = None
        sheet["A2"].number_format = "@"

    assert faults(edited(change)) == [
        "back.xlsx:milestones!A2: a row without an id; every row needs one"
    ]


def test_an_id_that_became_a_date_in_a_workbook_is_refused(folder: Path) -> None:
    def change(sheet: Any) -> None:
        sheet["A3"] = datetime(2026, 1, 2)
        sheet["A3"].number_format = 'm"月"d"日"'

    assert faults(edited(change)) == [
        "back.xlsx:milestones!A3: the id became a date, '2026-01-02': a spreadsheet program took "
        "it for one (perhaps 1-2 or 2-1); write the id again in a column formatted as text, or "
        "start from export --format xlsx or csv --excel"
    ]


@pytest.mark.parametrize(
    ("number_format", "meant"),
    [
        ("yyyy-mm-dd", "2019-06-01"),
        ("m/d/yyyy", "2019-06-01"),
        ("mmm-yy", "2019-06"),
        ('yyyy"年"m"月"', "2019-06"),
        ("[$-411]ggge年m月d日", "2019-06-01"),
    ],
)
def test_a_typed_date_is_as_precise_as_its_cell_shows_it(
    folder: Path, number_format: str, meant: str
) -> None:
    def change(sheet: Any) -> None:
        target = next(cell for cell in sheet[1] if cell.value == "target")
        cell = sheet.cell(2, target.column, datetime(2019, 6, 1))
        cell.number_format = number_format

    assert texts(edited(change))[0]["target"] == meant


def test_numbers_are_read_as_they_were_typed(folder: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (("id", "target", "times"), ("4-1", 2019, 3.0)):
        sheet.append(row)
    book.save("other.xlsx")
    assert texts(read_rows(Path("other.xlsx"))) == [{"id": "4-1", "target": "2019", "times": "3"}]


def test_a_formula_is_a_fault_but_not_one_that_only_is_its_text(folder: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    for row in (("id", "note"), ('="4-1"', "=A1&B1")):
        sheet.append(row)
    book.save("other.xlsx")
    table = read_rows(Path("other.xlsx"))
    assert table.rows[0].id == "4-1"
    assert faults(table) == [
        "other.xlsx:Sheet!B2: a formula; expected its value: copy, then paste values"
    ]


def test_a_damaged_workbook_is_refused(folder: Path) -> None:
    Path("x.xlsx").write_bytes(b"PK\x03\x04 and no more")
    with refused("x.xlsx: cannot be read as a spreadsheet"):
        read_rows(Path("x.xlsx"))


def test_an_old_excel_file_and_an_opendocument_are_named(folder: Path) -> None:
    Path("x.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(8))
    with refused("old or encrypted Excel file"):
        read_rows(Path("x.xls"))
    with ZipFile("x.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with refused("x.ods: is an OpenDocument file"):
        read_rows(Path("x.ods"))


def test_an_apple_file_is_named(folder: Path) -> None:
    with ZipFile("x.numbers", "w") as packed:
        packed.writestr("Index/Document.iwa", b"")
    with refused("x.numbers: is a Numbers file; export it as xlsx or CSV"):
        read_rows(Path("x.numbers"))


def test_without_openpyxl_the_message_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = small_plan()
    Path("x.xlsx").write_bytes(workbook(all_rows(plan), plan, "en"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with refused("pip install openpyxl"):
        read_rows(Path("x.xlsx"))


def test_a_missing_file_is_told(folder: Path) -> None:
    with refused("no such file"):
        read_rows(Path("nothing.csv"))
