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


def test_a_time_that_is_none_is_refused(run: Run) -> None:
    refused = run("update", "1-2", "--note", "x", "--remedy-by", "soon")
    assert refused.code == 2
    assert refused.err.startswith("spaceplan: --remedy-by: 'soon' is not a time")
