"""``score``: what became of what was promised, each count with its denominator."""

from __future__ import annotations

import json
from datetime import date

import pytest
from support import Run, WritePlan, entry, history, milestone

APART = ("untimed", "recurring", "later")
OUTCOMES = ("met", "late", "undated", "missed", "dropped", "unfinished")


def scored(run: Run, *more: str, day: str = "2024-04-01") -> dict:
    done = run("score", "--json", "--as-of", day, *more)
    assert done.code == 0, done.err
    return json.loads(done.out)


def done(day: str, was: str = "planned", **more: str) -> str:
    return entry(day, status=f"[{was}, done]", **more)


def test_the_shipped_plan_adds_up(run: Run) -> None:
    score = scored(run)["score"]
    assert {name: score[name] for name in ("total", "judged", *APART)} == {
        "total": 106,
        "judged": 37,
        "untimed": 66,
        "recurring": 2,
        "later": 1,
    }
    assert sum(score[name] for name in (*OUTCOMES, *APART)) == 106


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (history(done("2021-03-31")), "met"),
        (history(done("2021-04-01")), "late"),
        (history(entry("FY2020", "2021-05-10", status="[planned, done]")), "met"),
        (history(entry("2022-05-01", status="[planned, missed]")), "missed"),
        (history(entry("2022-05-01", status="[planned, dropped]")), "dropped"),
        ("", "unfinished"),
    ],
)
def test_what_becomes_of_a_promise(
    run: Run, write_plan: WritePlan, lines: str, outcome: str
) -> None:
    status = outcome if outcome in ("missed", "dropped") else "planned" if not lines else "done"
    write_plan(milestone("1-1", lines, target="FY2020", status=status))
    assert scored(run)["score"][outcome] == 1


def test_a_done_that_nobody_dated_is_counted_as_such(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020", status="done"))
    assert scored(run)["score"]["undated"] == 1


def test_moved_later_in_good_time_and_met_is_not_met_by_the_first_baseline(
    run: Run, write_plan: WritePlan
) -> None:
    moved = history(
        entry("2019-06-01", target="[FY2020, FY2022]"),
        entry("2022-12-01", status="[planned, done]"),
    )
    write_plan(milestone("1-1", moved, target="FY2022", baseline="FY2020", status="done"))
    score = scored(run)["score"]
    assert (score["met"], score["late"]) == (0, 1)
    assert score["delay_average"] == score["delay_median"] == 20.0


def test_brought_forward_and_met_is_met(run: Run, write_plan: WritePlan) -> None:
    moved = history(
        entry("2019-06-01", target="[FY2020, FY2019]"),
        entry("2020-09-01", status="[planned, done]"),
    )
    write_plan(milestone("1-1", moved, target="FY2019", baseline="FY2020", status="done"))
    assert scored(run)["score"]["met"] == 1


def test_a_start_is_met_when_it_has_begun(run: Run, write_plan: WritePlan) -> None:
    began = history(entry("2020-05-01", status="[planned, active]"))
    write_plan(milestone("1-1", began, target="FY2020", kind="start", status="active"))
    assert scored(run)["score"]["met"] == 1


def test_fewer_than_five_give_no_percentage(run: Run, write_plan: WritePlan) -> None:
    lines = history(done("2020-05-01"))
    write_plan(
        *(milestone(f"1-{n}", lines, target="FY2020", status="done") for n in range(1, 5)),
        *(milestone(f"2-{n}", lines, target="FY2020", status="done") for n in range(1, 6)),
    )
    shares = {one["key"]: one["share"] for one in scored(run, "--by", "topic")["groups"]}
    assert shares == {"1": None, "2": 1.0}
    table = run("score", "--as-of", "2024-04-01")
    assert "100 %" in table.out and "a share of fewer than 5 is no percentage" in table.out


def test_the_backlog_at_each_year_end(run: Run, write_plan: WritePlan) -> None:
    late = history(done("2022-06-01"))
    write_plan(
        milestone("1-1", late, target="FY2020", status="done"),
        milestone("1-2", target="FY2021"),
        milestone("1-3", target="FY2030"),
    )
    backlog = {one["fiscal_year"]: one["open"] for one in scored(run)["backlog"]}
    assert backlog == {2020: 1, 2021: 2, 2022: 1, 2023: 1}


@pytest.mark.parametrize("group", ["topic", "owner", "fy", "kind"])
def test_groups_add_up(run: Run, group: str) -> None:
    found = scored(run, "--by", group)
    total = sum(one["total"] for one in found["groups"])
    assert total >= 106 if group == "topic" else total == 106


def test_before_anything_was_due_nothing_is_judged(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    out = run("score", "--as-of", "2019-01-01").out
    assert "of 0 milestones" in out
    assert "2 milestones = 1 untimed + 0 recurring + 1 due later + 0 judged" in out


def test_it_speaks_japanese_and_csv(run: Run) -> None:
    out = run("score", "--as-of", "2024-04-01", "--lang", "ja", "--by", "kind").out
    assert "判定37件" in out
    lines = run("score", "--as-of", date(2024, 4, 1), "--format", "csv", "--by", "fy").lines
    assert lines[0].startswith("key,total,judged,met,late")
