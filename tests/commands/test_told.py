"""What is told of a change: a remedy and its time, and who decided it; everywhere the history is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Run, WritePlan, milestone

TOLD = ("--remedy", "a second supplier", "--remedy-by", "令和3年度末", "--authority", "the Cabinet")


@pytest.fixture(autouse=True)
def _updated(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    args = ("--fy", "2021", "--on", "2020-06-30", "--reason", "technical", *TOLD)
    assert run("update", "1-1", *args).code == 0


def test_it_stands_in_the_file_and_passes_check(run: Run) -> None:
    text = Path("milestones.yaml").read_text("utf-8")
    assert "remedy: a second supplier, remedy_by: FY2021, authority: the Cabinet" in text
    assert run("check", "--strict").code == 0


def test_show_and_history_tell_it(run: Run) -> None:
    line = "remedy: a second supplier (by FY2021)  decided by the Cabinet"
    assert line in run("history", "1-1").out
    assert (
        "対応: a second supplier（2021年度（令和3年度）まで）"
        in run("show", "1-1", "--lang", "ja").out
    )


def test_json_and_csv_have_it(run: Run) -> None:
    (change,) = json.loads(run("history", "--json").out)["changes"]
    assert (change["remedy"], change["remedy_by"]) == ("a second supplier", "FY2021")
    assert (change["authority"], change["verified"]) == ("the Cabinet", None)
    head, row = run("history", "--format", "csv").lines[:2]
    cells = dict(zip(head.split(","), row.split(","), strict=True))
    assert (cells["remedy_by"], cells["authority"]) == ("FY2021", "the Cabinet")


def test_undo_takes_it_back(run: Run) -> None:
    assert run("undo").code == 0
    assert "remedy" not in Path("milestones.yaml").read_text("utf-8")


def test_a_remedy_is_told_anew_after_there_was_none_and_its_time_alone(run: Run) -> None:
    def due() -> str:
        return run("due", "--remedies", "--as-of", "2100-01-01", "--format", "csv").out

    assert "1-1" in due()
    for remedy in ("another part", "none", "another part"):
        assert run("update", "1-1", "--remedy", remedy).lines[-1].startswith("recorded as")
    assert run("update", "1-1", "--remedy-by", "FY2028").code == 0
    assert "1-1" in due()
    run("update", "1-1", "--remedy", "none")
    run("update", "1-1", "--remedy-by", "FY2027")
    assert "1-1" not in due()


def test_a_sheet_tells_a_reason_again_of_a_later_slip(run: Run) -> None:
    assert run("update", "1-1", "--fy", "2024", "--authority", "the Cabinet").code == 0
    Path("sheet.csv").write_text("id,reason\n1-1,technical\n", "utf-8")
    for flagged in ("1-1", "nothing"):
        found = run("list", "--flag", "unexplained", "--format", "csv").out
        assert ("1-1" in found) == (flagged == "1-1")
        assert run("apply", "sheet.csv").code == 0


def test_a_time_that_is_none_is_refused(run: Run) -> None:
    refused = run("update", "1-2", "--note", "x", "--remedy-by", "soon")
    assert refused.code == 2
    assert refused.err.startswith("spaceplan: --remedy-by: 'soon' is not a time")
