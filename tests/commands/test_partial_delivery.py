"""``update --progress``: partial delivery, which is shown beside the state and never counted as met."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import AS_OF, Run, WritePlan, milestone


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", target="FY2019..", kind="recurring", status="active"),
        milestone("1-3", target="FY2020", status="active"),
    )


def one(run: Run, name: str = "1-1", *more: str) -> dict:
    found = json.loads(run("list", "--json", *more).out)["milestones"]
    return next(each for each in found if each["id"] == name)


def test_it_is_shown_beside_the_state_and_is_not_met(run: Run, path: Path) -> None:
    assert run("update", "1-1", "--progress", "１ / ２", "--on", "2020-10-01").code == 0
    assert "progress: 1/2" in path.read_text("utf-8")
    assert one(run)["progress"] == "1/2" and one(run)["state"] == "overdue"
    assert "overdue (1/2 delivered)" in run("list").out
    assert "期限超過（1/2達成）" in run("show", "1-1", "--lang", "ja").out
    score = json.loads(run("score", "--json", *AS_OF).out)["score"]
    assert (score["met"], score["unfinished"]) == (0, 2)
    assert one(run, "1-1", "--as-of", "2020-09-30")["progress"] is None
    assert "Progress: none → 1/2" in run("history", "1-1").out
    assert run("check", "--strict").code == 0


def test_what_is_met_shows_no_part_and_what_is_dropped_does(run: Run, path: Path) -> None:
    run("update", "1-1", "--progress", "1/2")
    run("update", "1-3", "--progress", "1/3", "--status", "dropped", "--reason", "budget")
    run("update", "1-1", "--status", "done")
    shown = run("list").out
    assert "1/2 delivered" not in shown and "dropped [*] (1/3 delivered)" in shown


def test_another_day_of_the_same_part_corrects_it(run: Run, path: Path) -> None:
    run("update", "1-1", "--progress", "1/2", "--on", "2020-10-01")
    assert run("update", "1-1", "--progress", "1/2").out.startswith("nothing to do")
    corrected = run("update", "1-1", "--progress", "1/2", "--on", "2020-08-01")
    assert "2020-10-01 → 2020-08-01" in corrected.out
    assert one(run, "1-1", "--as-of", "2020-08-01")["progress"] == "1/2"
    assert run("check", "--strict").code == 0
    assert run("undo").code == 0
    assert one(run, "1-1", "--as-of", "2020-08-01")["progress"] is None


@pytest.mark.parametrize("text", ["0/2", "2/2", "3/2", "half", "1", "1/2/3", "-1/2"])
def test_only_a_part_is_progress(run: Run, path: Path, text: str) -> None:
    refused = run("update", "1-1", f"--progress={text}")
    assert refused.code == 2 and "no partial delivery; expected for example 1/2" in refused.err
    path.write_text(
        path.read_text("utf-8").replace(
            "status: planned", f"status: planned\n    progress: {text}", 1
        ),
        "utf-8",
    )
    assert "no partial delivery" in run("check").out


def test_what_is_met_or_met_by_years_has_none(run: Run, path: Path) -> None:
    assert "--status done" in run("update", "1-2", "--progress", "1/2").err
    assert run("update", "1-1", "--progress", "1/2", "--status", "done").code == 2
    run("update", "1-1", "--status", "done", "--on", "2020-05-01")
    refused = run("update", "1-1", "--progress", "1/2")
    assert refused.code == 2 and "all of it" in refused.err


def test_undo_revert_and_a_table_carry_it(run: Run, path: Path, folder: Path) -> None:
    text = path.read_bytes()
    run("update", "1-1", "--progress", "1/2")
    run("undo")
    assert path.read_bytes() == text
    run("update", "1-1", "--progress", "1/3", "--on", "2020-05-01")
    run("update", "1-1", "--progress", "2/3", "--on", "2020-06-01")
    assert run("revert", "1-1").code == 0 and one(run)["progress"] == "1/3"
    # Excel takes 1/2 for a day in January.
    run("export", "-o", "plan.csv", "--excel")
    assert '=""1/3""' in (folder / "plan.csv").read_text("utf-8-sig")
    (folder / "back.csv").write_text("id,progress\n1-1,2/3\n1-3,(none)\n", "utf-8")
    assert run("apply", "back.csv").code == 0 and one(run)["progress"] == "2/3"
    (folder / "bad.csv").write_text("id,progress\n1-1,2026-01-02\n", "utf-8")
    assert "no partial delivery" in run("apply", "bad.csv").err
