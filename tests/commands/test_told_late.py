"""What is told late is a step of the past and leaves the present; what is reverted leaves no trace.

The examples are those that people met.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from stopped_clock import stop_clock
from support import HEADER, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(milestone("1-1", target="FY2021"))


def one(path: Path) -> Milestone:
    return load_plan(path).plan.by_id["1-1"]


def last(path: Path) -> Change:
    return one(path).history[-1]


def row(run: Run, *words: str) -> dict[str, Any]:
    (found,) = json.loads(run("list", "--json", *words).out)["milestones"]
    return dict(found)


class TestSteps:
    def test_a_move_told_late_leaves_the_present(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2030", "--on", "2022-06-01")
        done = run("update", "1-1", "--fy", "2025", "--on", "2020-06-30")
        assert "  Present    the present stays FY2030, since 2022-06-01" in done.lines
        assert str(one(path).target) == "FY2030"
        (edit,) = last(path).edits
        assert (str(edit.old), str(edit.new)) == ("FY2021", "FY2025")
        for day, target, moves in (
            ("2020-06-29", "FY2021", 0),
            ("2020-06-30", "FY2025", 1),
            ("2022-06-01", "FY2030", 2),
        ):
            found = row(run, "--as-of", day)
            assert (found["target"], found["moves"]) == (target, moves)
        assert run("check", "--strict").code == 0

    def test_in_japanese(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2030", "--on", "2022-06-01")
        done = run("update", "1-1", "--fy", "2025", "--on", "2020-06-30", "--lang", "ja")
        assert "現在は 2022年6月1日 からの 2030年度（令和12年度） のままです" in done.out

    def test_between_two_steps_its_from_is_what_stood_then(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2023", "--on", "2020-01-01")
        run("update", "1-1", "--fy", "2030", "--on", "2022-01-01")
        run("update", "1-1", "--fy", "2025", "--on", "2021-01-01")
        (edit,) = last(path).edits
        assert (str(edit.old), str(edit.new)) == ("FY2023", "FY2025")

    def test_an_end_told_late_needs_past(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "active", "--on", "2022-06-01")
        change, before = last(path).change, path.read_bytes()
        refused = run("update", "1-1", "--status", "done", "--on", "2021-03-20")
        assert refused.code == 2
        assert f"change {change} (2022-06-01, status active)" in refused.err
        assert "--past" in refused.err
        assert path.read_bytes() == before
        assert run("update", "1-1", "--status", "done", "--on", "2021-03-20", "--past").code == 0
        assert one(path).status == "active"
        assert row(run, "--as-of", "2021-12-31")["state"] == "done-on-time"
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_a_beginning_told_late_does_not(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "done", "--on", "2022-06-01")
        assert run("update", "1-1", "--status", "active", "--on", "2021-03-20").code == 0
        assert (one(path).status, row(run, "--as-of", "2021-06-01")["status"]) == ("done", "active")
        assert run("check", "--strict").code == 0

    def test_where_it_already_stood_so_there_is_nothing_to_do(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "active", "--on", "2020-01-01")
        run("update", "1-1", "--status", "done", "--on", "2021-01-01")
        before = path.read_bytes()
        run("update", "1-1", "--status", "active", "--on", "2020-06-01")
        assert path.read_bytes() == before

    def test_but_an_end_that_is_no_more_is_refused_in_words(self, run: Run, path: Path) -> None:
        """What ended once and was opened again is told to have ended, on a day between."""
        run("update", "1-1", "--status", "done", "--on", "2021-03-20")
        run("update", "1-1", "--status", "active", "--on", "2022-06-01", "--note", "too early")
        change, before = last(path).change, path.read_bytes()
        refused = run("update", "1-1", "--status", "done", "--on", "2021-07-11")
        assert refused.code == 2
        assert f"change {change} (2022-06-01, status active)" in refused.err
        again = run("update", "1-1", "--status", "done", "--on", "2021-03-20")
        assert (again.code, "nothing to do" in again.out) == (0, True)
        assert path.read_bytes() == before


class TestDates:
    def test_of_a_moved_target_can_be_corrected(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2023", "--on", "2020-06-30")
        first = last(path).change
        run("update", "1-1", "--fy", "2023", "--on", "2020-05-31")
        assert last(path).corrects == first
        assert row(run, "--as-of", "2020-05-31")["target"] == "FY2023"
        assert row(run)["moves"] == 1
        assert run("check", "--strict").code == 0

    def test_a_correction_does_not_pass_another_entry(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "active", "--on", "2020-06-30")
        run("update", "1-1", "--status", "done", "--on", "2021-06-30")
        change, before = last(path).change, path.read_bytes()
        refused = run("update", "1-1", "--status", "done", "--on", "2020-06-01")
        assert refused.code == 2
        assert f"spaceplan revert {change}" in refused.err
        assert path.read_bytes() == before

    def test_a_year_that_holds_the_known_day_changes_nothing(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "active", "--on", "2020-06-30")
        before = path.read_bytes()
        run("update", "1-1", "--status", "active", "--on", "FY2020")
        assert path.read_bytes() == before

    def test_unknown(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "done", "--on", "unknown")
        assert str(last(path).date) == "unknown"
        assert row(run)["state"] == "done-date-unknown"
        assert run("check", "--strict").code == 0
        run("update", "1-1", "--status", "done", "--on", "2021-03-20")
        assert row(run)["state"] == "done-on-time"
        run("update", "1-1", "--status", "done", "--on", "不明")
        assert row(run)["state"] == "done-date-unknown"

    def test_an_occurrence_has_one(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1", target="FY2019..", kind="recurring", status="active"))
        refused = run("update", "1-1", "--status", "done", "--on", "unknown")
        assert (refused.code, "an occurrence has a day or a year" in refused.err) == (2, True)

    def test_nothing_is_dated_before_its_addition(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1", history(entry("2020-06-01", added="true")), target="FY2022"))
        refused = run("update", "1-1", "--status", "active", "--on", "2020-05-31")
        assert (refused.code, "before it came into the plan" in refused.err) == (2, True)


class TestReverted:
    def test_a_mistake_after_the_end(self, run: Run, write_plan: WritePlan) -> None:
        """Done on time, by mistake set active, reverted: done on time."""
        past = history(
            entry("2021-03-20", "2021-03-21", change="a1", status="[planned, done]"),
            entry("2022-06-01", "2022-06-02", change="b2", status="[done, active]", note="wrong"),
        )
        path = write_plan(milestone("1-1", past, target="FY2020", status="active"))
        assert run("revert", "b2").code == 0
        found = row(run)
        assert (one(path).status, found["state"]) == ("done", "done-on-time")
        assert run("check", "--strict").code == 0

    def test_a_move_between_others(self, run: Run, write_plan: WritePlan) -> None:
        past = history(
            entry("2021-01-01", "2021-01-02", change="a1", target="[FY2021, FY2023]"),
            entry("2020-06-30", "2022-06-02", change="b2", target="[FY2021, FY2024]"),
        )
        path = write_plan(milestone("1-1", past, target="FY2023", baseline="FY2021"))
        assert row(run, "--as-of", "2020-07-01")["target"] == "FY2024"
        assert run("revert", "b2").code == 0
        assert row(run, "--as-of", "2020-07-01")["target"] == "FY2021"
        assert (str(one(path).target), row(run)["moves"]) == ("FY2023", 1)
        assert run("revert", last(path).change).code == 0
        assert row(run, "--as-of", "2020-07-01")["target"] == "FY2024"

    def test_what_was_said_in_it_is_not_found(self, run: Run, write_plan: WritePlan) -> None:
        past = history(
            entry("2021-01-01", "2021-01-02", change="a1", target="[FY2021, FY2023]",
                  reason="budget", note="rocket"),
            entry("2021-01-01", "2022-06-02", change="b2", reverts="a1", target="[FY2023, FY2021]"),
        )  # fmt: skip
        write_plan(milestone("1-1", past, target="FY2021"))
        for words in (("--search", "rocket"), ("--reason", "budget")):
            assert run("list", *words).out == run("list", *words, "--as-of", "2026-11-24").out
            assert "1-1" not in run("list", *words).out


class TestToday:
    def test_is_asked_like_any_other_day(self, run: Run, write_plan: WritePlan) -> None:
        future = history(entry("2199-05-01", "2021-05-02", status="[planned, missed]"))
        write_plan(milestone("1-1", future, target="FY2020", status="missed"))
        assert row(run)["status"] == "planned"
        for words in (("list",), ("overdue",), ("summary",), ("show", "1-1"), ("history",)):
            day = json.loads(run("list", "--json").out)["as_of"]
            assert run(*words).out == run(*words, "--as-of", day).out

    def test_before_the_plan_is_decided_it_is_empty(self, run: Run, write_plan: WritePlan) -> None:
        header = HEADER.replace("2018-12-11", "2198-12-11")
        write_plan(milestone("1-1", target="FY2199"), header=header)
        assert json.loads(run("list", "--json").out)["milestones"] == []


def test_a_known_day_is_not_lost_to_a_vaguer_one(run: Run, write_plan: WritePlan) -> None:
    past = history(
        entry("2019-11-19", "2019-11-20", status="[planned, active]"),
        entry("FY2019", "2021-05-02", status="[active, done]"),
    )
    write_plan(milestone("1-1", past, kind="start", target="FY2019H2", status="done"))
    found = row(run)
    assert (found["state"], found["actual"]) == ("begun-on-time", "2019-11-19")


class TestCheck:
    def warned(self, run: Run, write_plan: WritePlan, *entries: str, **fields: str) -> list[str]:
        write_plan(milestone("1-1", history(*entries), **{"target": "FY2021", **fields}))
        done = run("check")
        assert done.code == 0
        return [line.partition("warning: ")[2] for line in done.lines if "warning: " in line]

    def test_two_offices_that_did_not_know_of_each_other(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        first = entry("2021-01-01", "2021-01-02", change="a1", target="[FY2021, FY2023]")
        second = entry("2021-02-01", "2021-02-02", change="b2", target="[FY2021, FY2024]")
        third = entry("2021-03-01", "2021-03-02", change="c3", target="[FY2024, FY2025]")
        assert self.warned(run, write_plan, first, second, target="FY2024", baseline="FY2021") == [
            "target is said to have been FY2021, by the entries before it it was FY2023"
        ]
        plan = (first, second, third)
        assert self.warned(run, write_plan, *plan, target="FY2025", baseline="FY2021") == []

    def test_days_are_those_of_the_plans_zone(self, run: Run, write_plan: WritePlan) -> None:
        late = entry("2021-01-02", "2021-01-01T15:30:00+00:00", status="[planned, active]")
        assert self.warned(run, write_plan, late, status="active") == []
        early = entry("2021-01-02", "2021-01-01T14:30:00+00:00", status="[planned, active]")
        assert len(self.warned(run, write_plan, early, status="active")) == 1

    @pytest.mark.parametrize(
        ("date", "recorded", "said"),
        [
            ("2018-12-10", "2021-01-01", "before the plan was decided on 2018-12-11"),
            ("2199-01-01", "2021-01-01", "an entry dated 2199-01-01, in the future"),
            ("2021-01-01", "2199-01-01", "an entry recorded on 2199-01-01, in the future"),
        ],
    )
    def test_days_that_cannot_be(
        self, run: Run, write_plan: WritePlan, date: str, recorded: str, said: str
    ) -> None:
        found = entry(date, recorded, note="x")
        (only,) = self.warned(run, write_plan, found)
        assert said in only


class TestCalendars:
    def test_a_range_is_judged_by_the_plans_own_rule(self, run: Run, write_plan: WritePlan) -> None:
        block = milestone("1-1", target="FY2026Q2..2026-03", kind="window")
        write_plan(block)
        assert run("check").code == 1
        rule = HEADER.replace("{starts: 4, named_by: start}", "{starts: 10, named_by: end}")
        write_plan(block, header=rule)
        assert run("check", "--strict").code == 0
        assert run("update", "1-1", "--target", "FY2026Q2..2025-11").code == 2
        assert run("update", "1-1", "--target", "FY2025Q2..2025-03").code == 0

    @pytest.mark.parametrize(
        ("day", "state", "unmet"),
        [("2019-12-31", "due-soon", []), ("2020-01-01", "overdue", [2019])],
    )
    def test_calendar_years_recur_by_themselves(
        self, run: Run, write_plan: WritePlan, day: str, state: str, unmet: list[int]
    ) -> None:
        write_plan(milestone("1-1", target="2019..", kind="recurring", status="active"))
        found = row(run, "--as-of", day)
        assert (found["state"], found["unmet_years"]) == (state, unmet)

    def test_nothing_recurs_by_halves(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1", target="FY2019H1..", kind="recurring", status="active"))
        done = run("check")
        assert (done.code, "which is not by years" in done.out) == (1, True)
