"""Keys of the user's own, x-…: kept, shown, exported, searched and filtered."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from support import AS_OF, Run, WritePlan, milestone


@pytest.fixture(autouse=True)
def _plan(write_plan: WritePlan) -> None:
    own = {"x-wbs": "06C.02", "x-who": "{desk: [Sato, 鈴木]}"}
    write_plan(
        milestone("1-1", target="FY2020", **own),
        milestone("1-2", target="FY2021", **{"x-wbs": "[1.10, no]"}),
        milestone("1-3"),
    )


def ids(run: Run, *asked: str) -> list[str]:
    return [one["id"] for one in json.loads(run("list", *asked, "--json").out)["milestones"]]


def test_they_are_shown_and_data(run: Run) -> None:
    shown = run("show", "1-1", *AS_OF).out
    assert "06C.02" in shown and "desk: Sato, 鈴木" in shown
    for _ in range(2):  # the second time out of the cache
        found = json.loads(run("list", "--json").out)["milestones"]
        assert [one["x"] for one in found] == [
            {"x-wbs": "06C.02", "x-who": {"desk": ["Sato", "鈴木"]}},
            {"x-wbs": ["1.10", "no"]},
            {},
        ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--where", "x-wbs=06C.02"), ["1-1"]),
        (("--where", "x-wbs=06c.02", "--where", "x-wbs=no"), ["1-1", "1-2"]),
        (("--where", "x-wbs=06C.02", "--where", "x-who=鈴木"), ["1-1"]),
        (("--where", "x-wbs=1.10", "--where", "x-who=鈴木"), []),
        (("--where", "x-wbs=06C"), []),
        (("--search", "06c.0"), ["1-1"]),
        (("--search", "鈴木"), ["1-1"]),
    ],
)
def test_they_are_filtered_and_searched(run: Run, asked: tuple[str, ...], found: list[str]) -> None:
    assert ids(run, *asked) == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("x-wsb=1", "no milestone of this plan has a key 'x-wsb' (did you mean 'x-wbs'?)"),
        ("x-wbs", "'x-wbs' is not of the form x-key=text"),
        ("x-wbs= ", "'x-wbs= ' is not of the form x-key=text"),
    ],
)
def test_a_slip_in_a_filter_is_no_empty_answer(run: Run, asked: str, said: str) -> None:
    refused = run("list", "--where", asked, "--lang", "en")
    assert (refused.code, said in refused.err) == (2, True)


def test_tables_have_a_column_where_a_row_has_one(run: Run, folder: Path) -> None:
    assert run("list", "--format", "csv").out.splitlines()[0].endswith(",x-wbs,x-who")
    assert "x-" not in run("list", "--format", "csv", "--id", "1-3").out
    made = run("export", "--format", "csv").out
    assert made.splitlines()[0].endswith(",x-wbs,x-who,digest")
    assert "06C.02" in made and "1.10, no" in made
    (folder / "back.csv").write_text(made, "utf-8")
    before = Path("milestones.yaml").read_bytes()
    assert run("apply", "back.csv").code == 0
    assert Path("milestones.yaml").read_bytes() == before


def test_the_spreadsheet_has_them_as_text(run: Run) -> None:
    import openpyxl

    assert run("export", "-o", "new.xlsx").code == 0
    sheet = openpyxl.load_workbook("new.xlsx")["milestones"]
    head = [cell.value for cell in sheet[1]]
    cell = sheet.cell(2, head.index("x-wbs") + 1)
    assert (cell.value, cell.number_format, head[-1]) == ("06C.02", "@", "digest")


def test_the_database_has_a_table_of_them(run: Run) -> None:
    assert run("export", "-o", "new.sqlite").code == 0
    base = sqlite3.connect("new.sqlite")
    found = base.execute(
        "SELECT milestone FROM milestone_own WHERE key = 'x-wbs' AND value = '06C.02'"
    )
    assert found.fetchall() == [("1-1",)]
    base.close()


def test_an_update_keeps_them(run: Run) -> None:
    assert run("update", "1-1", "--status", "active").code == 0
    assert "x-who: {desk: [Sato, 鈴木]}" in Path("milestones.yaml").read_text("utf-8")
    assert ids(run, "--where", "x-wbs=06C.02", "--status", "active") == ["1-1"]
