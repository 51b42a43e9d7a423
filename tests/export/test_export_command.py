"""``spaceplan export``, called as a user does."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from small import BLOCKS
from support import AS_OF

from spaceplan.tables.read_table import read_rows

FORMATS = ("ics", "csv", "xlsx", "jsonl", "sqlite", "md")


@pytest.fixture(autouse=True)
def plan(write_plan: Any) -> Path:
    path: Path = write_plan(*BLOCKS)
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_standard_output_would(run: Any, form: str) -> None:
    assert run("export", "-f", form, *AS_OF, "-o", f"out.{form}").code == 0
    printed = run("export", "-f", form, *AS_OF)
    assert printed.code == 0 and not printed.err
    assert Path(f"out.{form}").read_bytes() == printed.raw
    assert run("export", "-f", form, *AS_OF, "-o", "-").code == 0


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.ics", b"BEGIN:VCALENDAR\r\n"),
        ("a.csv", b"id,topic,"),
        ("a.xlsx", b"PK"),
        ("a.jsonl", b'{"id":"1-1",'),
        ("a.db", b"SQLite format 3\0"),
        ("a.MD", b"# A small plan\n"),
    ],
)
def test_the_name_of_the_file_says_the_format(run: Any, name: str, begins: bytes) -> None:
    assert run("export", "-o", name).code == 0
    assert Path(name).read_bytes().startswith(begins)


def test_without_format_or_name_it_asks_for_one(run: Any) -> None:
    outcome = run("export", "-o", "plan")
    assert outcome.code == 2
    assert "expected --format ics|csv|xlsx|jsonl|sqlite|md" in outcome.err


def test_filters_hold(run: Any) -> None:
    lines = run("export", "-f", "jsonl", *AS_OF, "--state", "overdue").lines
    assert [json.loads(line)["id"] for line in lines] == ["1-2", "1-3", "1-4", "1-6"]


def test_as_of_and_known_show_the_plan_of_then(run: Any) -> None:
    line = run("export", "-f", "jsonl", "--as-of", "2020-12-31").lines[0]
    assert json.loads(line)["target"] == "FY2020"
    assert json.loads(line)["status"] == "planned"


def test_a_line_of_json_carries_the_digest(run: Any, plan: Path) -> None:
    item = json.loads(run("export", "-f", "jsonl").lines[0])
    run("export", "-o", "a.csv")
    row = read_rows(Path("a.csv")).rows[0]
    assert row.base is not None and item["digest"].startswith("d1.")
    assert f",{item['digest']}\n" in Path("a.csv").read_text(encoding="utf-8")


def test_excel_gets_marks_and_protected_ids(run: Any) -> None:
    raw = run("export", "--excel").raw
    assert raw.startswith(b"\xef\xbb\xbfid,topic,")
    assert b'\r\n"=""1-3""",1,' in raw
    assert '"=""2019-06"""' in raw.decode()


def test_a_calendar_speaks_the_plans_language_wherever_it_is_made(run: Any) -> None:
    there = run("export", "-f", "ics", env={"LC_ALL": "en_US.UTF-8"}).raw
    assert there == run("export", "-f", "ics", env={"LC_ALL": "ja_JP.UTF-8"}).raw
    assert "First flight" in there.decode()
    assert "初号機の打上げ" in run("export", "-f", "ics", "--lang", "ja").out


def test_reminders(run: Any) -> None:
    text = run("export", "-f", "ics", "--remind", "30d", "--remind", "1w").out
    assert "TRIGGER:-P30D" in text and "TRIGGER:-P7D" in text


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["-f", "ics", "--remind", "soon"], "--remind: 'soon' is not a length of time"),
        (["-f", "csv", "--remind", "30d"], "--remind is for --format ics"),
        (["-f", "ics", "--excel"], "--excel is for --format csv"),
        (["-f", "xls"], "did you mean 'xlsx'?"),
        (["-o", "no/such/a.ics"], "does not exist"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Any, argv: list[str], said: str) -> None:
    outcome = run("export", *argv)
    assert outcome.code == 2 and said in outcome.err and not outcome.raw


def test_where_nobody_named_the_plan_it_says_which_one(run: Any) -> None:
    assert run("export", "-o", "a.ics").err.startswith("a.ics: 7 milestones of ")
    assert run("export", "-o", "a.ics").err.startswith("a.ics: nothing has changed in ")
    assert run("export", "--plan", "milestones.yaml", "-o", "a.ics").err == ""


@pytest.mark.parametrize("form", FORMATS)
def test_the_plan_itself_is_never_written_over(run: Any, plan: Path, form: str) -> None:
    before = plan.read_bytes()
    refused = run("export", "-f", form, "-o", plan)
    assert (refused.code, plan.read_bytes()) == (2, before)
    assert "is the plan itself" in refused.err


def test_a_workbook_made_on_another_day_is_the_same(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Later:
            return cls(2040, 2, 3, 4, 5, 6, tzinfo=tz)

    first = run("export", "-f", "xlsx", *AS_OF).raw
    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    monkeypatch.setattr("time.time", lambda: 2_211_849_906.0)
    assert run("export", "-f", "xlsx", *AS_OF).raw == first


def test_a_workbook_and_a_database_open(run: Any) -> None:
    run("export", "-o", "a.xlsx")
    assert load_workbook("a.xlsx")["milestones"]["A2"].value == "1-1"
    run("export", "-o", "a.sqlite")
    with sqlite3.connect("a.sqlite") as base:
        assert base.execute("SELECT count(*) FROM milestones").fetchone() == (7,)


def test_markdown_is_a_table_with_a_title(run: Any) -> None:
    lines = run("export", "-f", "md", "--lang", "en", *AS_OF).lines
    assert lines[0] == "# A small plan"
    assert lines[2] == "| ID | Title | Target | State | Owner | Slip |"
    assert lines[-3] == "7 as of 2026-11-24"
