"""``supersedes``: ids live on; what was given up says what became of it, and stays in every figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import AS_OF, Run, WritePlan, milestone

BY = ("--authority", "the Cabinet", "--reason", "budget", "--on", "2026-04-01")


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", target="FY2024"),
        milestone("1-3", target="FY2025"),
        milestone("2-1a", target="FY2020"),
        milestone("2-1b", target="FY2021"),
        "  - id: 2-2\n    same_as: 1-1\n    charts: [7]\n    text: t-0000000000000000\n",
    )


def one(run: Run, name: str, *more: str) -> dict:
    found = json.loads(run("list", "--json", *more).out)["milestones"]
    return next(each for each in found if each["id"] == name)


def test_both_say_so_in_one_change(run: Run, path: Path) -> None:
    done = run("update", "1-1", "--status", "dropped", "--superseded-by", "1-2,1-3", *BY)
    assert done.code == 0, done.err
    assert "Supersedes  none → 1-1" in done.out
    assert one(run, "1-1")["superseded_by"] == ["1-2", "1-3"]
    assert one(run, "1-2")["supersedes"] == ["1-1"]
    assert "dropped → 1-2, 1-3" in run("list").out
    assert "取りやめ → 1-2, 1-3" in run("list", "--lang", "ja").out
    shown = run("show", "1-1", *AS_OF).out
    assert "Superseded by  1-2 Item 1-2 (overdue)" in shown
    assert "Supersedes  1-1 Item 1-1 (dropped → 1-2, 1-3)" in run("show", "1-3").out
    (reason, told) = (one(run, name)["history"][-1]["reason"] for name in ("1-1", "1-2"))
    assert (reason, told) == ("budget", None)
    assert one(run, "1-2")["history"][-1]["authority"] == "the Cabinet"
    assert run("check", "--strict").code == 0


def test_drop_takes_it_too_and_a_chain_is_told_step_by_step(run: Run, path: Path) -> None:
    run("drop", "2-2", "--superseded-by", "1-2", *BY)
    run("drop", "1-2", "--superseded-by", "1-3", *BY)
    assert "Superseded by  1-2 Item 1-2 (dropped → 1-3)" in run("show", "1-1").out
    # A split bullet stands for its parts.
    run("drop", "2-1", "--all", "--superseded-by", "1-3", *BY)
    assert one(run, "1-3")["supersedes"] == ["1-2", "2-1a", "2-1b"]
    # Told again it is nothing new.
    text = path.read_bytes()
    run("update", "1-2", "--superseded-by", "1-3")
    assert path.read_bytes() == text


def test_it_holds_as_of_a_day_and_is_taken_back_whole(run: Run, path: Path) -> None:
    text = path.read_bytes()
    words = ("update", "1-1", "--status", "dropped", "--superseded-by", "1-2", "--on", "2020-05-01")
    run(*words)
    assert one(run, "1-1", "--as-of", "2020-04-30")["superseded_by"] == []
    assert one(run, "1-1", "--as-of", "2020-05-01")["superseded_by"] == ["1-2"]
    run("undo")
    assert path.read_bytes() == text
    run(*words)
    assert run("revert", "1-2").code == 0
    assert (one(run, "1-1")["status"], one(run, "1-1")["superseded_by"]) == ("planned", [])


def test_what_was_superseded_stays_in_the_denominator(run: Run, path: Path) -> None:
    run("drop", "1-1", "--superseded-by", "1-2", *BY)
    found = json.loads(run("score", "--json", *AS_OF).out)
    assert (found["score"]["judged"], found["score"]["dropped"], found["superseded"]) == (5, 1, 1)
    assert "of the missed and dropped 1 was superseded by others" in run("score", *AS_OF).out


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("1-1", "--superseded-by", "1-2"), "1-1 is planned; only what is given up"),
        (("1-1", "--status", "done", "--superseded-by", "1-2"), "only what is given up"),
        (("1-1", "--status", "dropped", "--superseded-by", "1-1"), "in a circle: 1-1 → 1-1"),
        (("1-1", "--status", "dropped", "--superseded-by", "2-2"), "in a circle: 1-1 → 1-1"),
        (("1-1", "--status", "dropped", "--superseded-by", "1-9"), "1-9"),
        (("1-1", "--status", "dropped", "--superseded-by", "2-1"), "2-1a"),
    ],
)
def test_what_is_refused(run: Run, path: Path, args: tuple[str, ...], why: str) -> None:
    text = path.read_bytes()
    refused = run("update", *args)
    assert refused.code == 2 and why in refused.err
    assert path.read_bytes() == text


def test_a_circle_through_others_is_refused_and_is_a_fault_of_the_file(
    run: Run, path: Path, write_plan: WritePlan
) -> None:
    run("drop", "1-1", "--superseded-by", "1-2", *BY)
    run("drop", "1-2", "--superseded-by", "1-3", *BY)
    refused = run("drop", "1-3", "--superseded-by", "1-1", *BY)
    assert refused.code == 2 and "in a circle" in refused.err
    write_plan(
        milestone("1-1", "supersedes: [1-3]"),
        milestone("1-2", "supersedes: [1-1]"),
        milestone("1-3", "supersedes: [1-2]"),
    )
    assert "goes in a circle: 1-1 → 1-3 → 1-2 → 1-1" in run("check").out


def test_the_file_names_others_that_are_there_and_given_up(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", "supersedes: [1-9]"), milestone("1-2", "supersedes: [1-2]"))
    out = run("check").out
    assert "supersedes 1-9 is nothing" in out and "1-2 supersedes itself" in out
    write_plan(milestone("1-1"), milestone("1-2", "supersedes: [1-1]"))
    assert "1-1 is superseded by 1-2, but still planned" in run("check").out
