"""The sheet that goes out to an owner, is filled in as people do, and comes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from stopped_clock import stop_clock
from support import HEADER, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone

PLAN = (
    milestone("1-1", target="FY2020", owner="[MEXT, JAXA]"),
    milestone("1-2", target="FY2021", owner="[JAXA]"),
    milestone("1-3", kind="recurring", target="FY2019..", owner="[JAXA]", status="active"),
    milestone(
        "1-4",
        history(entry("2021-03-01", status="[planned, done]")),
        target="FY2021",
        owner="[JAXA]",
        status="done",
    ),
    milestone("1-5", target="2022-09-30", owner="[MEXT]"),
)
HEADS = (
    "番号",
    "件名",
    "現在の目標",
    "遅れ",
    "状況",
    "時期",
    "新しい目標",
    "見込み",
    "理由",
    "説明",
    "出典",
)


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(*PLAN, header=HEADER.replace("owners:", "language: ja\n\nowners:", 1))


def one(path: Path, name: str) -> Milestone:
    return load_plan(path).plan.by_id[name]


def last(path: Path, name: str) -> Change:
    return one(path, name).history[-1]


def opened(run: Run, path: Path, owner: str = "JAXA") -> tuple[Path, Any, Any]:
    """The sheet for an owner: its file, its book, its sheet."""
    file = path.parent / "sheet.xlsx"
    assert run("export", "--for", owner, "-o", file).code == 0
    book: Any = load_workbook(file)
    return file, book, book.worksheets[0]


def put(sheet: Any, name: str, cells: Mapping[str, object]) -> None:
    row = next(row for row in sheet.iter_rows() if row[0].value == name)
    for heading, value in cells.items():
        row[HEADS.index(heading)].value = value


def back(
    run: Run, path: Path, cells: Mapping[str, Mapping[str, object]], change: Any = None
) -> Path:
    file, book, sheet = opened(run, path)
    for name, filled in cells.items():
        put(sheet, name, filled)
    if change:
        change(book, sheet)
    book.save(file)
    return file


class TestOut:
    def test_it_asks_for_what_an_owner_has_open(self, run: Run, path: Path) -> None:
        _, _, sheet = opened(run, path, "宇宙航空研究開発機構")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        assert rows[0][:11] == list(HEADS)
        assert [row[0] for row in rows[1:]] == ["1-1", "1-2", "1-3"]
        assert rows[1][1:4] == ["項目1-1", "2020年度（令和2年度）", "5年7か月"]
        assert "宇宙航空研究開発機構" in sheet["A1"].value
        assert "変更なし" in sheet["A2"].value

    def test_only_what_is_to_be_filled_in_may_be_typed_in(self, run: Run, path: Path) -> None:
        _, _, sheet = opened(run, path)
        assert sheet.protection.sheet and not sheet.protection.password
        for cell in sheet[5][:11]:
            heading = HEADS[cell.column - 1]
            assert cell.protection.locked == (heading in HEADS[:4]), heading
        assert sheet.column_dimensions["L"].hidden

    def test_choices_are_offered_in_the_plans_language(self, run: Run, path: Path) -> None:
        _, book, sheet = opened(run, path)
        lists = [[c.value for c in column if c.value] for column in book["choices"].columns]
        assert lists == [["変更なし", "実施中", "完了", "未達", "取りやめ"], ["技術的要因", "予算"]]
        rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
        assert rules["E5:E7"] == "choices!$A$1:$A$5"

    def test_it_prints_on_a4(self, run: Run, path: Path) -> None:
        _, _, sheet = opened(run, path)
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.print_title_rows == "$4:$4"

    def test_only_for_tables_and_known_owners(self, run: Run, path: Path) -> None:
        assert run("export", "--for", "JAXA", "--format", "ics").code == 2
        assert run("export", "--for", "XX", "--format", "csv").code == 2

    def test_in_the_other_language(self, run: Run, path: Path) -> None:
        done = run("export", "--for", "JAXA", "--format", "csv", "--lang", "en")
        assert done.lines[0].startswith("\ufeffID,Title,Target now,Late,Status,When,New target,")


class TestBack:
    def test_no_change_is_a_look_by_the_owner(self, run: Run, path: Path) -> None:
        file = back(run, path, {"1-1": {"状況": "変更なし"}, "1-2": {"状況": " NO Change "}})
        done = run("apply", file)
        assert done.code == 0, done.err
        for name in ("1-1", "1-2"):
            assert last(path, name).checked and last(path, name).who == "JAXA"
        assert "came back unanswered: 1-3" in done.err
        run("note", "1-2", "--note", "x")
        assert run("apply", file).lines == ["nothing to do: the plan says so already"]

    def test_answers_as_people_write_them(self, run: Run, path: Path) -> None:
        file = back(
            run,
            path,
            {
                "1-1": {
                    "状況": " 未達 ",
                    "時期": "2023/3/7",
                    "理由": "技術的要因",
                    "説明": "不点火",
                },
                "1-2": {"新しい目標": "令和8年度", "理由": "BUDGET"},
                "1-3": {"状況": "完了", "時期": datetime(2020, 6, 1)},
            },
        )
        done = run("apply", file)
        assert done.code == 0, done.err
        missed = last(path, "1-1")
        assert (one(path, "1-1").status, str(missed.date), missed.reason, missed.note) == (
            "missed", "2023-03-07", "technical", "不点火",
        )  # fmt: skip
        assert (str(one(path, "1-2").target), last(path, "1-2").reason) == ("FY2026", "budget")
        assert (last(path, "1-3").occurred, str(last(path, "1-3").date)) == (True, "2020-06-01")
        assert {last(path, name).who for name in ("1-1", "1-2", "1-3")} == {"JAXA"}
        assert run("check", "--strict").code == 0

    def test_done_without_a_date_stays_unknown_and_is_told(self, run: Run, path: Path) -> None:
        done = run("apply", back(run, path, {"1-1": {"状況": "完了"}}))
        assert (str(last(path, "1-1").date), one(path, "1-1").status) == ("unknown", "done")
        assert "told without a date, which stays unknown: 1-1" in done.err
        assert "done (date unknown)" in run("show", "1-1").out

    def test_what_took_place_has_a_date(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        done = run("apply", back(run, path, {"1-3": {"状況": "完了"}}))
        assert done.code == 2 and "!E7: 1-3 took place, and nobody says when" in done.err
        assert path.read_bytes() == before

    def test_a_bare_year_is_the_fiscal_one_where_the_target_is(self, run: Run, path: Path) -> None:
        done = run("apply", back(run, path, {"1-2": {"新しい目標": 2026}}))
        assert str(one(path, "1-2").target) == "FY2026"
        assert "1-2: '2026' is read as FY2026" in done.err

    def test_no_change_beside_a_change_is_a_fault_by_its_cell(self, run: Run, path: Path) -> None:
        cells = {"状況": "変更なし", "新しい目標": "令和9年度"}
        done = run("apply", back(run, path, {"1-1": cells, "1-2": {"時期": "いつか"}}))
        assert done.code == 2
        assert ["!E5: " in done.err, "!F6: " in done.err] == [True, True]

    def test_an_answer_that_may_not_be_is_a_fault_by_its_own_cell(
        self, run: Run, path: Path
    ) -> None:
        cells = {
            "1-1": {"新しい目標": "FY2030..FY2020"},
            "1-2": {"状況": "実施中", "時期": "2999-01-01"},
            "1-3": {"新しい目標": "FY2030"},
        }
        done = run("apply", back(run, path, cells))
        assert done.code == 2 and "!A" not in done.err
        assert [cell for cell in ("!G5: ", "!F6: ", "!G7: ") if cell in done.err] == [
            "!G5: ",
            "!F6: ",
            "!G7: ",
        ]

    def test_whatever_stands_around_it_is_let_be(self, run: Run, path: Path) -> None:
        def change(book: Any, sheet: Any) -> None:
            sheet["L4"], sheet["L5"] = "備考", "来週連絡"
            sheet["A30"] = "記入者 山田"
            sheet.row_dimensions[5].hidden = True
            book.create_sheet("表紙", 0)["A1"] = "返送票"

        file = back(run, path, {"1-1": {"状況": "実施中", "時期": "R2.1.1"}}, change)
        done = run("apply", file, "--lang", "ja")
        assert done.code == 0, done.err
        assert one(path, "1-1").status == "active"
        assert "列 '備考' は読みません" in done.err and "A30" in done.err

    def test_a_row_that_the_plan_has_overtaken_is_told(self, run: Run, path: Path) -> None:
        file = back(run, path, {"1-1": {"状況": "実施中", "時期": "2020-01-01"}})
        run("note", "1-1", "--note", "seen", "--on", "2020-02-01")
        done = run("apply", file)
        assert "older than what the plan has since recorded: 1-1" in done.err

    def test_tried_it_is_shown_by_owner(self, run: Run, path: Path) -> None:
        file = back(run, path, {"1-1": {"状況": "実施中"}, "1-2": {"状況": "実施中"}})
        before = path.read_bytes()
        lines = run("apply", file, "--dry-run", "--lang", "ja").lines
        assert "文部科学省 (MEXT)" in lines and "宇宙航空研究開発機構 (JAXA)" in lines
        assert path.read_bytes() == before

    def test_as_csv_too(self, run: Run, path: Path) -> None:
        file = path.parent / "sheet.csv"
        assert run("export", "--for", "JAXA", "-o", file).code == 0
        text = file.read_text("utf-8-sig")
        lines = text.splitlines()
        at = next(n for n, line in enumerate(lines) if "1-2" in line)
        cells = lines[at].split(",")
        cells[4] = "変更なし"
        lines[at] = ",".join(cells)
        file.write_text("\r\n".join(lines) + "\r\n", encoding="cp932")
        assert run("apply", file).code == 0
        assert last(path, "1-2").checked
