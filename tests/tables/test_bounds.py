"""Input that is made to be large: what it costs is bounded by what stands in it."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import Any
from zipfile import ZipFile

import pytest
from support import Run, WritePlan, milestone

from spaceplan.errors import TableFaults
from spaceplan.tables.read_table import read_rows

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cell(name: str, text: str = "") -> str:
    """A cell of a sheet; one without text is only formatted."""
    inside = f"<is><t>{text}</t></is>" if text else ""
    return f'<c r="{name}"{" t=" + chr(34) + "inlineStr" + chr(34) if text else ""}>{inside}</c>'


def write_workbook(path: Path, *rows: str, after: str = "", title: str = "milestones") -> Path:
    """A workbook of one sheet, as small as the format allows."""
    with ZipFile(path, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            "</Types>",
        )
        for name, kind, target in (
            ("_rels/.rels", "officeDocument", "xl/workbook.xml"),
            ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml"),
        ):
            packed.writestr(
                name,
                f'<Relationships xmlns="{PACKAGE}/relationships">'
                f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>',
            )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            f'<sheet name="{title}" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>',
        )
    return path


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


HEADER = row(1, cell("A1", "id"), cell("B1", "note"))
FIRST = row(2, cell("A2", "1-1"), cell("B2", "seen"))


@pytest.mark.parametrize("ghost", ["Z1048576", "XFD300", "A99999999999"])
def test_a_cell_that_is_only_formatted_is_not_walked_to(folder: Path, ghost: str) -> None:
    number = int("".join(char for char in ghost if char.isdigit()))
    path = write_workbook(folder / "x.xlsx", HEADER, FIRST, row(number, cell(ghost)))
    begun = process_time()
    assert [one.id for one in read_rows(path).rows] == ["1-1"]
    assert process_time() - begun < 2


def test_a_text_in_the_last_column_is_let_be(folder: Path) -> None:
    rows = (row(n, cell(f"XFD{n}", "x")) for n in range(3, 3000))
    path = write_workbook(folder / "x.xlsx", HEADER, FIRST, *rows)
    begun = process_time()
    table = read_rows(path)
    assert [one.id for one in table.rows] == ["1-1"]
    assert len(table.notices) == 20
    assert process_time() - begun < 2


def test_a_merged_range_is_not_walked(folder: Path) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = write_workbook(folder / "x.xlsx", HEADER, FIRST, after=merged)
    begun = process_time()
    assert [one.id for one in read_rows(path).rows] == ["1-1"]
    assert process_time() - begun < 2


def test_of_many_wrong_rows_the_first_are_told_and_all_are_counted(
    run: Run, write_plan: WritePlan, folder: Path
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    Path("x.csv").write_text("id,status\n" + "".join(f"7-{n},dun\n" for n in range(30_000)))
    begun = process_time()
    done = run("apply", "x.csv")
    assert (done.code, len(done.err.splitlines())) == (2, 101)
    assert done.err.splitlines()[-1].endswith("… and 29900 more")
    assert done.err.splitlines()[99].startswith("x.csv:101:1: ")
    assert process_time() - begun < 5


def test_many_names_in_one_cell(run: Run, write_plan: WritePlan, folder: Path) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    Path("x.csv").write_text(f"id,owner\n1-1,{' '.join(['MEXT'] * 5000)} XX\n", "utf-8")
    begun = process_time()
    done = run("apply", "x.csv")
    assert (done.code, "'XX' is no owner" in done.err) == (2, True)
    assert process_time() - begun < 5


def test_faults_are_kept_in_the_order_of_their_places() -> None:
    from spaceplan.errors import phrase
    from spaceplan.tables.faults import Faults
    from spaceplan.tables.raw import Place

    faults = Faults("f")
    for line in range(5000, 0, -1):
        faults.add(Place(line, 1), phrase("tables.no-id"))
    with pytest.raises(TableFaults) as error:
        faults.check()
    assert [one.line for one in error.value.faults] == list(range(1, 101))
    assert error.value.count == 5000


def test_no_warning_of_another_library_is_shown(folder: Path, recwarn: Any) -> None:
    after = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'
        "<headerFooter><oddHeader>&amp;Z</oddHeader></headerFooter>"
    )
    path = write_workbook(folder / "x.xlsx", HEADER, FIRST, after=after)
    assert [one.id for one in read_rows(path).rows] == ["1-1"]
    assert not recwarn.list
