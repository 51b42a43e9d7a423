"""What leaves the house says that it is unofficial, of which plan it is made, decided when."""

from __future__ import annotations

import sqlite3
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from support import Run

SAID = ("公式の文書ではありません", "2018年12月11日", "宇宙基本計画工程表（平成30年度改訂）")


@pytest.fixture
def exported(run: Run, folder: Path, tmp_path: Path):
    run("init")

    def export(name: str, *options: str) -> bytes:
        file = tmp_path / name
        assert run("export", "-o", file, *options).code == 0
        return file.read_bytes()

    return export


def test_a_calendar_says_so_to_new_and_old_clients(exported) -> None:
    text = exported("plan.ics").decode().replace("\r\n ", "")
    for name in ("DESCRIPTION:", "X-WR-CALDESC:"):
        line = next(line for line in text.split("\r\n") if line.startswith(name))
        assert all(said in line for said in SAID)


def test_a_workbook_and_a_sheet_for_an_owner_say_so(exported) -> None:
    for options in ((), ("--for", "JAXA")):
        book = openpyxl.load_workbook(BytesIO(exported("plan.xlsx", *options)))
        assert all(said in book.properties.description for said in SAID)


def test_a_database_and_markdown_say_so(exported, tmp_path: Path) -> None:
    exported("plan.sqlite")
    ((ja, en),) = sqlite3.connect(tmp_path / "plan.sqlite").execute(
        "SELECT origin_ja, origin_en FROM plan"
    )
    assert all(said in ja for said in SAID) and "not an official document" in en
    assert all(said in exported("plan.md").decode() for said in SAID)


def test_so_does_a_report(run: Run, folder: Path) -> None:
    run("init")
    for form in ("md", "text", "html"):
        out = run(
            "report", "--plan", "data/milestones.yaml", "--week", "2021-W13", "--format", form
        )
        assert all(said in out.out.replace("\n", "") for said in SAID)
