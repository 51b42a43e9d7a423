"""``update --rebaseline``: a baseline set anew by an authority; the first one is never lost."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from support import Run, WritePlan, entry, history, milestone

BY = ("--authority", "the Cabinet", "--source", "R2 roadmap")
MOVED = history(entry("2020-06-30", target="[FY2020, FY2022]", reason="technical"))


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    """1-1 moved by two years; 1-2 did not move; 1-3 has no time; 1-4 is done; 2-1 repeats 1-1."""
    return write_plan(
        milestone("1-1", MOVED, target="FY2022", baseline="FY2020"),
        milestone("1-2", target="FY2021"),
        milestone("1-3"),
        milestone(
            "1-4",
            history(
                entry("2020-06-30", target="[FY2020, FY2022]"),
                entry("2021-05-01", status="[planned, done]"),
            ),
            target="FY2022",
            baseline="FY2020",
            status="done",
        ),
        "  - id: 2-1\n    same_as: 1-1\n    charts: [7]\n    text: t-0000000000000000\n",
    )


def facts(run: Run, *more: str, name: str = "1-1") -> dict:
    found = json.loads(run("list", "--json", *more).out)["milestones"]
    return next(one for one in found if one["id"] == name)


def anew(run: Run, *more: str) -> tuple[object, ...]:
    one = facts(run, *more)
    since = one["slip_rebaseline"]
    return one["baseline"], one["rebaseline"], one["rebaselined"], since and since["total_months"]


def test_it_is_an_event_and_slip_is_told_from_the_first_and_from_the_latest(
    run: Run, path: Path
) -> None:
    assert run("update", "1-1", "--rebaseline", "FY2022", "--on", "2020-07-01", *BY).code == 0
    assert run("update", "1-1", "--fy", "2023", "--on", "2022-07-01").code == 0
    assert anew(run) == ("FY2020", "FY2022", 1, 12)
    assert facts(run)["slip"]["total_months"] == 36
    shown = run("list", "--flag", "slipped", "--id", "1-1").out
    assert "+3 years (moved 2 times, baseline set anew 1 time, +1 year since)" in shown
    assert "decided by the Cabinet" in run("show", "1-1").out
    assert run("check", "--strict").code == 0


def test_it_holds_as_of_a_day_and_as_known_then(run: Run, path: Path) -> None:
    run("update", "1-1", "--rebaseline", "FY2022", "--on", "2020-07-01", *BY)
    assert anew(run, "--as-of", "2020-06-30") == ("FY2020", None, 0, None)
    assert anew(run, "--as-of", "2020-07-01") == ("FY2020", "FY2022", 1, None)
    # Recorded today, which nobody knew in 2021.
    assert anew(run, "--as-of", "2021-01-01", "--known", "2021-01-01")[1:3] == (None, 0)


def test_what_is_late_depends_on_what_it_is_measured_against(run: Run, path: Path) -> None:
    run("update", "1-1", "--rebaseline", "FY2021", "--on", "2020-07-01", *BY)

    def late(measure: str, day: str) -> bool:
        done = run("overdue", "--id", "1-1", "--against", measure, "--as-of", day, "--json")
        return bool(json.loads(done.out)["milestones"])

    days = ("2021-03-31", "2021-04-01", "2022-03-31", "2022-04-01", "2023-03-31", "2023-04-01")
    assert [late("baseline", day) for day in days] == [False, True, True, True, True, True]
    assert [late("rebaseline", day) for day in days] == [False, False, False, True, True, True]
    assert [late("target", day) for day in days] == [False] * 5 + [True]
    # Where none was set anew the first one counts.
    done = run("overdue", "--id", "1-2", "--against", "rebaseline", "--as-of", "2022-04-01")
    assert "1-2" in done.out and "against the baseline set anew" in done.out


def test_undo_gives_the_bytes_back_and_revert_the_answers(run: Run, path: Path) -> None:
    before, text = anew(run), path.read_bytes()
    run("update", "1-1", "--rebaseline", "target", "--on", "2020-07-01", *BY)
    assert anew(run) != before
    run("undo")
    assert path.read_bytes() == text
    run("update", "1-1", "--rebaseline", "target", "--on", "2020-07-01", *BY)
    assert run("revert", "1-1", "--note", "it was another").code == 0
    assert anew(run) == before
    assert run("check", "--strict").code == 0


def test_set_anew_twice_is_counted_and_a_forgotten_one_is_a_step_of_the_past(
    run: Run, path: Path
) -> None:
    run("update", "1-1", "--rebaseline", "FY2022", "--on", "2021-07-01", *BY)
    told = run("update", "1-1", "--rebaseline", "FY2021", "--on", "2020-12-01", *BY)
    assert "the present stays FY2022, since 2021-07-01" in told.out
    assert anew(run) == ("FY2020", "FY2022", 2, None)
    assert anew(run, "--as-of", "2021-01-01") == ("FY2020", "FY2021", 1, 12)


def test_a_whole_topic_is_set_to_its_targets(run: Run, path: Path) -> None:
    refused = run("update", "1", "--rebaseline", "target", *BY)
    assert refused.code == 2 and "or add --all" in refused.err
    done = run("update", "1", "--all", "--rebaseline", "target", *BY)
    assert done.code == 0, done.err
    # Neither what did not move, nor what has no time, nor what has ended.
    assert [line for line in done.lines if line.startswith("1-")] == ["1-1  Item 1-1"]
    again = run("update", "1", "--all", "--rebaseline", "target", *BY)
    assert "nothing to do" in again.out


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("1-1", "--rebaseline", "FY2022"), "takes --authority"),
        (("1-1", "--rebaseline", "FY2022", "--authority", "x"), "takes --authority"),
        (("1-1", "--rebaseline", "FY2022", "--source", "x"), "takes --authority"),
        (("1-3", "--rebaseline", "FY2022", *BY), "where there is a target"),
        (("1-4", "--rebaseline", "FY2022", *BY), "1-4 is done"),
        (("1-1", "--rebaseline", "FY2022..FY2023", *BY), "a deadline has one end"),
        (("1-1", "--rebaseline", "soon", *BY), "--rebaseline"),
    ],
)
def test_what_is_refused(run: Run, path: Path, args: tuple[str, ...], why: str) -> None:
    text = path.read_bytes()
    refused = run("update", *args)
    assert refused.code == 2 and why in refused.err
    assert path.read_bytes() == text


def test_of_a_whole_topic_it_is_set_where_it_may_be(run: Run, path: Path) -> None:
    assert run("update", "1", "--all", "--rebaseline", "FY2023", *BY).code == 0
    found = {one: facts(run, name=one)["rebaseline"] for one in ("1-1", "1-2", "1-3", "1-4")}
    assert found == {"1-1": "FY2023", "1-2": "FY2023", "1-3": None, "1-4": None}
    assert run("update", "1-3", "--all", "--rebaseline", "FY2023", *BY).code == 2


def test_what_was_decided_before_it_ended_may_be_told(run: Run, path: Path) -> None:
    assert run("update", "1-4", "--rebaseline", "FY2022", "--on", "2021-04-30", *BY).code == 0
    assert run("update", "1-4", "--rebaseline", "FY2023", "--on", "2021-05-02", *BY).code == 2


def test_apply_takes_it_with_its_authority_and_exports_have_it(
    run: Run, path: Path, folder: Path
) -> None:
    (folder / "back.csv").write_text(
        "id,rebaseline,authority,source\n1-1,FY2022,the Cabinet,R2\n", "utf-8"
    )
    (folder / "bare.csv").write_text("id,rebaseline\n1-2,FY2022\n", "utf-8")
    assert run("apply", "bare.csv").code == 2
    assert run("apply", "back.csv").code == 0
    assert "nothing" in run("apply", "back.csv").out
    rows = {
        row["id"]: row for row in csv.DictReader(io.StringIO(run("list", "--format", "csv").out))
    }
    assert (rows["1-1"]["rebaseline"], rows["1-1"]["rebaselined"]) == ("FY2022", "1")
    assert (rows["1-1"]["slip_months"], rows["1-1"]["slip_rebaseline_months"]) == ("24", "")
    run("export", "-o", "plan.sqlite")
    base = sqlite3.connect(folder / "plan.sqlite")
    asked = "SELECT rebaseline, rebaselined FROM milestones WHERE id = '1-1'"
    assert base.execute(asked).fetchall() == [("FY2022", 1)]


def test_by_hand_it_is_a_warning_until_it_is_recorded(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", "rebaseline: FY2022", target="FY2020"))
    assert "no history entry says who decided it" in run("check").out
    assert run("record", "1-1").code == 2
    assert run("record", "1-1", "--on", "2020-07-01", *BY).code == 0
    assert run("check", "--strict").code == 0
    nobody = history(entry("2020-07-01", rebaseline="['(none)', FY2022]"))
    write_plan(milestone("1-1", "rebaseline: FY2022", nobody, target="FY2020"))
    assert "set anew without its authority or its source" in run("check").out


def test_two_branches_that_set_it_anew_keep_both_histories(run: Run, path: Path) -> None:
    base = path.read_bytes()
    run("update", "1-1", "--rebaseline", "FY2021", "--on", "2020-07-01", *BY)
    ours = path.read_bytes()
    path.write_bytes(base)
    run("update", "1-2", "--rebaseline", "FY2022", "--on", "2020-08-01", *BY)
    theirs = path.read_bytes()
    for name, data in (("base", base), ("ours", ours), ("theirs", theirs)):
        path.with_name(name).write_bytes(data)
    assert run("merge", "base", "ours", "theirs").code == 0
    path.write_bytes(path.with_name("ours").read_bytes())
    assert facts(run)["rebaseline"] == "FY2021"
    assert facts(run, name="1-2")["rebaseline"] == "FY2022"
    assert run("check", "--strict").code == 0


def test_a_move_that_came_with_a_new_baseline_is_decided(run: Run, path: Path) -> None:
    assert "undecided" in facts(run)["flags"]
    run("update", "1-1", "--rebaseline", "target", *BY)
    assert "undecided" not in facts(run)["flags"]


@pytest.mark.parametrize(
    ("anew", "marks"),
    [("FY2021", "◇───────◈─│─────◆"), ("FY2022", "◇─────────│─────◈")],
    ids=["apart from the target", "where the target is"],
)
def test_the_grid_marks_it_and_says_how_often(run: Run, path: Path, anew: str, marks: str) -> None:
    asked = ("grid", "--topic", "1", "--lang", "en", "--as-of", "2022-06-01", "--width", "140")
    assert "set anew" not in run(*asked).out
    run("update", "1-1", "--rebaseline", anew, "--on", "2020-07-01", *BY)
    shown = run(*asked).out
    assert marks in shown and "◈ baseline set anew" in shown
    assert "FY2020 → FY2022 (+2 years, baseline set anew 1 time)" in shown
    assert "baseline set anew" in run(*asked[:-2], "--format", "svg").out
    (topic,) = json.loads(run(*asked[:-2], "--json").out)["topics"]
    assert topic["milestones"][0]["rebaseline"]["from"] == f"{anew[2:]}-04-01"


def test_every_list_of_what_slipped_says_how_often_it_was_set_anew(run: Run, path: Path) -> None:
    """Also of one whose target never moved."""
    run("update", "1-1", "1-2", "--rebaseline", "FY2023", "--on", "2020-07-01", *BY)
    asked = ("--as-of", "2023-06-01", "--lang", "en")
    for command in (("overdue",), ("due", "--fy", "2021"), ("list", "--id", "1-2")):
        assert "baseline set anew 1 time" in run(*command, *asked).out
    run("update", "1-1", "--fy", "2024", "--on", "2023-05-30")
    summary = run("summary", *asked)
    assert (
        "2 slipped" in summary.out and "+4 years (moved 2 times, baseline set anew" in summary.out
    )
    assert json.loads(run("summary", "--json", *asked).out)["slipped"] == 2


@pytest.mark.parametrize("form", ["md", "html", "text"])
def test_a_report_says_it_of_what_moved_and_of_what_slipped(
    run: Run, write_plan: WritePlan, form: str
) -> None:
    entries = history(
        entry("2020-07-01", rebaseline="['(none)', FY2021]", authority="x", source="y"),
        entry("2021-04-06", target="[FY2021, FY2022]"),
    )
    write_plan(milestone("1-1", "rebaseline: FY2021", entries, target="FY2022", baseline="FY2020"))
    report = run("report", "--week", "2021-W14", "--format", form, "--lang", "en").out
    assert report.count("baseline set anew 1 time") >= 2
