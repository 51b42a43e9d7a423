"""``update``, ``note`` and ``drop``: what is recorded, what is refused, what is left alone."""

from __future__ import annotations

import json
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import HEADER, Run, WritePlan, entry, history, invoke, milestone, spaceplan_process

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone, Plan

PLAN = (
    milestone("1-1", target="FY2020", owner="[MEXT, JAXA]", basis="stated", status="active"),
    milestone("1-2a", target="FY2021"),
    milestone("1-2b", target="FY2024"),
    milestone("1-3", kind="recurring", target="FY2019..", status="active", times="2"),
    milestone("1-4", kind="start", target="FY2021"),
    milestone("1-5", kind="window", target="FY2018..FY2022"),
    milestone("1-6"),
    milestone(
        "1-7",
        history(entry("2020-03-01", "2020-03-02", change="aaaa", status="[planned, done]")),
        target="FY2019",
        status="done",
    ),
    "  - {id: 2-1, same_as: 1-1, charts: [3], text: t-0000000000000000}\n",
    "  - {id: 2-2, same_as: 1-2, charts: [3], text: t-0000000000000000}\n",
)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    return stop_clock(monkeypatch)


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(*PLAN)


def plan_in(path: Path) -> Plan:
    return load_plan(path).plan


def one(path: Path, name: str) -> Milestone:
    return plan_in(path).by_id[name]


def last(path: Path, name: str) -> Change:
    return one(path, name).history[-1]


def edits(change: Change) -> dict[str, tuple[str, str]]:
    return {edit.field: (str(edit.old), str(edit.new)) for edit in change.edits}


class Untouched:
    """Asserts that a file is the very same: bytes, inode and time of its last change."""

    def __init__(self, path: Path) -> None:
        self.path, self.before = path, self._look(path)

    @staticmethod
    def _look(path: Path) -> tuple[bytes, int, int]:
        facts = path.stat()
        return path.read_bytes(), facts.st_ino, facts.st_mtime_ns

    def __enter__(self) -> None:
        pass

    def __exit__(self, *error: object) -> None:
        assert self._look(self.path) == self.before
        left = [item.name for item in self.path.parent.iterdir() if ".tmp" in item.name]
        assert not left


class TestOneMilestone:
    def test_it_changes_what_is_named_and_says_how_to_take_it_back(
        self, run: Run, path: Path
    ) -> None:
        done = run(
            "update", "1-1", "--status", "missed", "--on", "2023-03-07", "--reason", "technical",
            "--note", "second stage did not ignite", "--source", "https://example.org/h3",
            "--by", "kato",
        )  # fmt: skip
        change = last(path, "1-1")
        assert done.code == 0
        assert done.lines == [
            "1-1  Item 1-1",
            "  Status  active → missed",
            "  Date    2023-03-07",
            "  Reason  technical",
            "  Note    second stage did not ignite",
            "  Source  https://example.org/h3",
            "  By      kato",
            f"recorded as change {change.change} in milestones.yaml; "
            "take it back with: spaceplan undo",
        ]
        assert one(path, "1-1").status == "missed"
        assert len(one(path, "1-1").history) == 1
        assert (str(change.date), change.recorded.isoformat()) == (
            "2023-03-07",
            "2026-11-24T09:00:00+09:00",
        )
        assert (change.reason, change.note, change.source, change.who) == (
            "technical",
            "second stage did not ignite",
            "https://example.org/h3",
            "kato",
        )

    def test_only_its_own_lines_change(self, run: Run, path: Path) -> None:
        before = path.read_text(encoding="utf-8").splitlines()
        run("update", "1-1", "--status", "done", "--on", "2021-03-31")
        after = path.read_text(encoding="utf-8").splitlines()
        status = before.index("    status: active")
        entry_line = next(line for line in after if "date: 2021-03-31" in line)
        new = after.index(entry_line)
        assert after[status] == "    status: done"
        assert after[new - 1] == "    history:"
        assert after[new - 2] == "    basis: stated"
        after[new - 1 : new + 1] = []
        after[status] = before[status]
        assert after == before

    def test_without_a_date_it_is_today_in_the_plans_zone(
        self, run: Run, path: Path, clock: StoppedClock
    ) -> None:
        clock.put("2026-11-24T15:30:00+00:00")
        run("update", "1-1", "--status", "done")
        assert str(last(path, "1-1").date) == "2026-11-25"
        assert last(path, "1-1").recorded.isoformat() == "2026-11-25T00:30:00+09:00"

    def test_who_may_come_from_the_environment(self, run: Run, path: Path) -> None:
        run("note", "1-1", "--note", "a", env={"SPACEPLAN_BY": "sato"})
        run("note", "1-1", "--note", "b", "--by", "kato", env={"SPACEPLAN_BY": "sato"})
        assert [change.who for change in one(path, "1-1").history] == ["sato", "kato"]

    @pytest.mark.parametrize("words", ["FY2022", "2022", "R4", "令和４年度", "2022年度"])
    def test_on_takes_a_fiscal_year(self, run: Run, path: Path, words: str) -> None:
        given = "FY2022" if words == "2022" else words
        assert run("update", "1-1", "--status", "done", "--on", given).code == 0
        assert str(last(path, "1-1").date) == "FY2022"

    @pytest.mark.parametrize("words", ["2023-03", "FY2022H1", "about FY2022", "FY2020..", "soon"])
    def test_on_takes_nothing_else(self, run: Run, path: Path, words: str) -> None:
        with Untouched(path):
            done = run("update", "1-1", "--status", "done", "--on", words)
        assert done.code == 2
        assert "--on: " in done.err
        assert "expected" in done.err

    @pytest.mark.parametrize("words", ["2023", "FY2023", "R5", "令和5", "令和５年度", "2023年度"])
    def test_fy_is_a_target(self, run: Run, path: Path, words: str) -> None:
        assert run("update", "1-1", "--fy", words).code == 0
        assert str(one(path, "1-1").target) == "FY2023"

    @pytest.mark.parametrize(
        ("words", "target"),
        [
            ("FY2023", "FY2023"),
            ("令和5年度", "FY2023"),
            ("2023年度めど", "about FY2023"),
            ("about FY2023", "about FY2023"),
            ("2023年度上半期", "FY2023H1"),
            ("2023年央", "mid-2023"),
            ("2023H2", "2023H2"),
            ("2023年9月30日", "2023-09-30"),
        ],
    )
    def test_target_takes_the_whole_grammar(
        self, run: Run, path: Path, words: str, target: str
    ) -> None:
        assert run("update", "1-1", "--target", words).code == 0
        assert str(one(path, "1-1").target) == target
        assert str(one(path, "1-1").baseline) == "FY2020"

    def test_a_moved_target_shows_the_slip(self, run: Run, path: Path) -> None:
        done = run("update", "1-1", "--fy", "2022", "--reason", "技術的要因")
        assert "  Target     FY2020 → FY2022 (+2 years)" in done.lines
        assert last(path, "1-1").reason == "technical"
        assert edits(last(path, "1-1")) == {"target": ("FY2020", "FY2022")}

    def test_a_missing_baseline_becomes_the_first_target(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        path = write_plan(milestone("1-1", target="FY2020", baseline=""))
        before = path.read_bytes()
        assert run("update", "1-1", "--fy", "2022").code == 0
        assert str(one(path, "1-1").baseline) == "FY2020"
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_owners_by_code_name_and_alias(self, run: Run, path: Path) -> None:
        name = "Ministry of Education, Culture, Sports, Science and Technology"
        for words, codes in (
            ("JAXA,MEXT", ("JAXA", "MEXT")),
            ("文科省、内閣府", ("MEXT", "CAO")),
            ("jaxa, Cabinet Office, others", ("JAXA", "CAO", "others")),
            ("宇宙航空研究開発機構,等", ("JAXA", "others")),
            (name, ("MEXT",)),
            (f"JAXA, {name}, others", ("JAXA", "MEXT", "others")),
        ):
            done = run("update", "1-1", "--owner", words)
            assert (done.code, done.err) == (0, "")
            assert one(path, "1-1").owner == codes

    def test_another_owner_than_the_text_states_is_an_assignment(
        self, run: Run, path: Path
    ) -> None:
        run("update", "1-1", "--owner", "JAXA")
        assert one(path, "1-1").basis == "assigned"
        assert edits(last(path, "1-1"))["basis"] == ("stated", "assigned")

    def test_a_note_alone_changes_no_field(self, run: Run, path: Path) -> None:
        before = one(path, "1-1")
        done = run("note", "1-1", "--note", "engine test passed", "--on", "2020-02-13")
        after = one(path, "1-1")
        assert done.code == 0
        assert last(path, "1-1").edits == ()
        assert str(last(path, "1-1").date) == "2020-02-13"
        assert (after.status, after.target, after.owner) == (
            before.status,
            before.target,
            before.owner,
        )

    def test_texts_that_yaml_would_turn_into_something_else_arrive(
        self, run: Run, path: Path
    ) -> None:
        for text in ("no", "1.10", "2021-04-01", "a: b, [c]", "# x", "「引用」🚀", "line\nline"):
            done = run("note", "1-6", "--note", text, "--source", "=1+1", "--by", "on")
            assert done.code == 0, done.err
            change = last(path, "1-6")
            assert (change.note, change.source, change.who) == (text, "=1+1", "on")


class TestSeveral:
    def test_they_are_one_change_with_one_id(self, run: Run, path: Path) -> None:
        done = run("update", "1-1", "1-5", "--status", "dropped", "--reason", "budget")
        first, second = last(path, "1-1"), last(path, "1-5")
        assert first.change == second.change != ""
        assert first.recorded == second.recorded
        assert done.out.count(first.change) == 1

    def test_one_that_may_not_stops_all(self, run: Run, path: Path) -> None:
        with Untouched(path):
            done = run("update", "1-1", "1-7", "--status", "planned")
        assert done.code == 2
        assert "1-7 is done; setting it planned takes that back and needs --note" in done.err

    def test_one_that_is_unknown_stops_all(self, run: Run, path: Path) -> None:
        with Untouched(path):
            done = run("update", "1-1", "1-9", "--status", "done")
        assert done.code == 2
        assert "'1-9' is no topic, milestone or chart of this plan" in done.err

    def test_one_that_says_so_already_gets_no_entry(self, run: Run, path: Path) -> None:
        run("update", "1-1", "1-5", "--status", "active")
        assert one(path, "1-1").history == ()
        assert edits(last(path, "1-5")) == {"status": ("planned", "active")}

    def test_the_same_one_twice_is_once(self, run: Run, path: Path) -> None:
        run("update", "1-1", "2-1", "1-1", "--status", "done")
        assert len(one(path, "1-1").history) == 1

    def test_a_repeat_updates_its_original_and_says_so(self, run: Run, path: Path) -> None:
        done = run("update", "2-1", "--status", "done")
        assert done.lines[0] == "2-1 repeats 1-1: 1-1 is updated"
        assert one(path, "1-1").status == "done"
        assert run("update", "2-1", "--fy", "2022", "--note", "x", "--lang", "ja").lines[0] == (
            "2-1 は 1-1 の再掲です。1-1 を更新します"
        )

    @pytest.mark.parametrize("ref", ["1-2", "2-2"])
    def test_a_split_bullet_needs_all_parts(self, run: Run, path: Path, ref: str) -> None:
        with Untouched(path):
            done = run("update", ref, "--status", "active")
        assert done.code == 2
        assert f"{ref} has several parts: 1-2a, 1-2b; name one, or add --all" in done.err
        assert run("update", ref, "--status", "active", "--all-parts").code == 0
        assert last(path, "1-2a").change == last(path, "1-2b").change

    @pytest.mark.parametrize(("ref", "kind"), [("1", "topic"), ("工程表17", "chart")])
    def test_a_topic_or_a_chart_is_no_milestone(
        self, run: Run, path: Path, ref: str, kind: str
    ) -> None:
        with Untouched(path):
            done = run("update", ref, "--status", "done")
        assert done.code == 2
        assert f"{ref} is a {kind}; " in done.err


class TestNothingToDo:
    @pytest.mark.parametrize(
        "words",
        [
            ("1-1", "--status", "active"),
            ("1-1", "--fy", "2020"),
            ("1-1", "--target", "令和2年度"),
            ("1-1", "--owner", "文科省,JAXA"),
            ("1-1", "--status", "active", "--fy", "2020", "--owner", "MEXT,JAXA"),
            ("1-7", "--status", "done"),
            ("1-7", "--status", "done", "--on", "2020-03-01"),
        ],
    )
    def test_the_file_is_left_alone(self, run: Run, path: Path, words: tuple[str, ...]) -> None:
        with Untouched(path):
            done = run("update", *words)
        assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])

    @pytest.mark.parametrize(
        "words",
        [
            ("update", "1-1", "--status", "done", "--on", "2021-03-01", "--note", "n"),
            ("update", "1-1", "--status", "missed", "--on", "FY2021", "--reason", "budget"),
            ("update", "1-1", "--fy", "2022", "--reason", "budget"),
            ("update", "1-3", "--status", "done", "--on", "2019-06-01"),
            ("note", "1-1", "--note", "seen", "--source", "x"),
            ("drop", "1-1", "--reason", "budget", "--note", "n"),
        ],
    )
    def test_running_a_command_again_adds_nothing(
        self, run: Run, path: Path, words: tuple[str, ...]
    ) -> None:
        assert run(*words).code == 0
        with Untouched(path):
            done = run(*words)
        assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])

    def test_a_reason_that_is_not_yet_there_is_recorded(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "missed", "--on", "2023-03-07")
        assert run("update", "1-1", "--status", "missed", "--reason", "technical").code == 0
        assert last(path, "1-1").reason == "technical"
        assert len(one(path, "1-1").history) == 2

    def test_what_has_ended_takes_place_no_more(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(milestone("1-1", kind="recurring", target="FY2019..", status="active"))
        run("drop", "1-1", "--reason", "budget", "--on", "2022-04-01")
        with Untouched(path):
            done = run("update", "1-1", "--status", "done", "--on", "2023-04-01")
        assert done.code == 2
        assert "1-1 is dropped since 2022-04-01, before --on 2023-04-01" in done.err
        assert run("update", "1-1", "--status", "done", "--on", "2021-06-01").code == 0
        assert last(path, "1-1").occurred

    def test_also_alone(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2024", "--on", "2020-06-30")
        assert run("update", "1-1", "--reason", "budget", "--on", "2020-06-30").code == 0
        assert (last(path, "1-1").reason, last(path, "1-1").edits) == ("budget", ())

    @pytest.mark.parametrize("option", ["--as-of", "--known"])
    def test_what_is_recorded_is_recorded_now(self, run: Run, path: Path, option: str) -> None:
        for words in (("update", "1-1", "--status", "done"), ("undo",), ("note", "1-1")):
            with Untouched(path):
                done = run(*words, option, "2021-03-01")
            assert done.code == 2
            assert f"{option} is for looking" in done.err
            assert "--on DATE says when it became true" in done.err

    @pytest.mark.parametrize("blank", ["", "  ", "\n"])
    def test_blank_words_tell_nothing(self, run: Run, path: Path, blank: str) -> None:
        with Untouched(path):
            assert run("note", "1-1", "--note", blank).code == 2
            assert run("drop", "1-1", "--note", blank).code == 2
            assert run("update", "1-1", "--source", blank).code == 2

    def test_nothing_named_is_a_mistake(self, run: Run, path: Path) -> None:
        with Untouched(path):
            done = run("update", "1-1", "--on", "2021-03-01", "--by", "kato")
        assert done.code == 2
        assert "nothing to record; expected --status, --target" in done.err
        assert run("note", "1-1").code == 2
        assert run("drop", "1-1").code == 2


class TestDryRun:
    def test_it_prints_the_same_and_changes_nothing(self, run: Run, path: Path) -> None:
        words = ("update", "1-1", "1-2a", "--fy", "2023", "--reason", "budget")
        with Untouched(path):
            shown = run(*words, "--dry-run")
        real = run(*words)
        assert shown.code == 0
        assert shown.lines[:-1] == real.lines[:-1]
        assert shown.lines[-1] == "milestones.yaml is not changed (--dry-run)"

    def test_it_refuses_what_the_command_would_refuse(self, run: Run, path: Path) -> None:
        assert run("update", "1-7", "--status", "active", "--dry-run").code == 2

    def test_it_says_where_there_is_nothing_to_do(self, run: Run, path: Path) -> None:
        shown = run("update", "1-1", "--status", "active", "--dry-run")
        assert shown.lines == ["nothing to do: the plan says so already"]


class TestRefused:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--status", "mised"), "did you mean 'missed'?"),
            (("--status", "overdue"), "expected one of planned, active, done, missed, dropped"),
            (("--status", "missed", "--reason", "tehnical"), "did you mean 'technical'?"),
            (("--owner", "JAXXA"), "did you mean 'JAXA'?"),
            (("--owner", "others,JAXA"), "'others' stands last"),
            (("--fy", "22"), "--fy: "),
            (("--fy", "2022", "--target", "FY2022"), "--target and --fy: one of them"),
            (("--target", "someday"), "--target: "),
            (("--target", "FY2020..FY2022"), "a deadline has one end; expected FY2022"),
            (("--target", "FY2022.."), "a deadline has a last day"),
        ],
    )
    def test_what_cannot_be_understood(
        self, run: Run, path: Path, words: tuple[str, ...], said: str
    ) -> None:
        with Untouched(path):
            done = run("update", "1-1", *words)
        assert done.code == 2
        assert said in done.err
        assert done.out == ""

    @pytest.mark.parametrize("on", ["2026-11-25", "2030-01-01", "FY2027"])
    def test_the_future(self, run: Run, path: Path, on: str) -> None:
        with Untouched(path):
            done = run("update", "1-1", "--status", "done", "--on", on)
        assert done.code == 2
        assert f"1-1: --on {on} is in the future (today is 2026-11-24)" in done.err

    def test_today_and_the_current_fiscal_year_are_no_future(self, run: Run, path: Path) -> None:
        assert run("update", "1-1", "--status", "done", "--on", "2026-11-24").code == 0
        assert run("update", "1-5", "--status", "done", "--on", "FY2026").code == 0

    @pytest.mark.parametrize("on", ["2018-12-10", "FY2017"])
    def test_before_the_plan(self, run: Run, path: Path, on: str) -> None:
        with Untouched(path):
            done = run("update", "1-1", "--status", "active", "--note", "x", "--on", on)
        assert done.code == 2
        assert "is before the plan was decided on 2018-12-11" in done.err

    def test_the_decided_day_and_its_fiscal_year_are_in_the_plan(
        self, run: Run, path: Path
    ) -> None:
        assert run("note", "1-1", "--note", "x", "--on", "2018-12-11").code == 0
        assert run("note", "1-1", "--note", "x", "--on", "FY2018").code == 0

    def test_a_done_milestone_rescheduled_without_a_note(self, run: Run, path: Path) -> None:
        with Untouched(path):
            done = run("update", "1-7", "--fy", "2023")
        assert done.code == 2
        assert "1-7 is done; a new target for it needs --note with the reason" in done.err
        assert run("update", "1-7", "--fy", "2023", "--note", "was another unit").code == 0

    @pytest.mark.parametrize("status", ["planned", "active", "missed", "dropped"])
    def test_leaving_an_ended_status_without_a_note(
        self, run: Run, path: Path, status: str
    ) -> None:
        with Untouched(path):
            done = run("update", "1-7", "--status", status, "--reason", "technical")
        assert done.code == 2
        assert "needs --note" in done.err
        assert run("update", "1-7", "--status", status, "--note", "a mistake").code == 0
        assert one(path, "1-7").status == status

    def test_a_time_that_does_not_fit_the_kind(self, run: Run, path: Path) -> None:
        for ref, target, said in (
            ("1-3", "FY2022", "a recurring milestone is due every year from one on; expected"),
            ("1-5", "FY2023", "a window has two ends; expected FY2018..FY2023"),
            ("1-6", "FY2023", "an ongoing milestone has no target"),
        ):
            with Untouched(path):
                done = run("update", ref, "--target", target)
            assert done.code == 2
            assert said in done.err

    def test_the_past_cannot_be_updated_as_of(self, run: Run, path: Path) -> None:
        for command in ("update", "note", "drop", "checked", "add", "record", "undo", "revert"):
            with Untouched(path):
                done = run(command, "1-1", "--as-of", "2020-01-01")
            assert done.code == 2
            assert "--as-of" in done.err

    def test_a_plan_with_faults(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(milestone("1-1", target="FY2020"), milestone("1-1", status="actve"))
        with Untouched(path):
            done = run("update", "1-1", "--status", "done")
        assert done.code == 2
        assert all(line.startswith("milestones.yaml:") for line in done.err.splitlines())
        assert "did you mean 'active'?" in done.err

    def test_the_shipped_plan(self, run: Run) -> None:
        done = run("update", "4-1", "--status", "done")
        assert done.code == 2
        assert "the shipped plan is read-only; start your own first: spaceplan init" in done.err
        done = run("update", "4-1", "--status", "done", "--lang", "ja")
        assert "付属の計画は読み取り専用です" in done.err

    def test_no_plan_file(self, run: Run) -> None:
        done = run("update", "4-1", "--status", "done", "--plan", "none.yaml")
        assert done.code == 2
        assert "none.yaml: no such file" in done.err

    def test_a_field_that_is_shared_by_an_anchor(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(
            milestone("1-1", target="&when FY2020", baseline="FY2020"),
            milestone("1-5", target="*when", baseline="FY2020"),
        )
        with Untouched(path):
            done = run("update", "1-5", "--fy", "2022")
        assert done.code == 2
        assert done.err.startswith("milestones.yaml:")


class TestRecurring:
    def test_done_records_one_occurrence_and_it_stays_active(self, run: Run, path: Path) -> None:
        for on in ("2019-06-01", "2019-11-01", "2020-06-01"):
            done = run("update", "1-3", "--status", "done", "--on", on)
            assert done.code == 0
            assert f"  Took place  {on}" in done.lines
        found = one(path, "1-3")
        assert found.status == "active"
        assert [str(change.date) for change in found.history if change.occurred] == [
            "2019-06-01",
            "2019-11-01",
            "2020-06-01",
        ]

    def test_a_year_is_met_by_as_many_as_the_text_asks(self, run: Run, path: Path) -> None:
        run("update", "1-3", "--status", "done", "--on", "2019-06-01")
        run("update", "1-3", "--status", "done", "--on", "FY2019")
        run("update", "1-3", "--status", "done", "--on", "2020-06-01")
        shown = run("show", "1-3", "--as-of", "2022-04-01").out
        assert "FY2020, FY2021" in shown
        assert "FY2019" not in shown.partition("Unmet years")[2].partition("\n")[0]

    def test_two_on_one_day_are_told_apart_by_what_is_said(self, run: Run, path: Path) -> None:
        run("update", "1-3", "--status", "done", "--on", "2019-06-01", "--note", "Tokyo")
        run("update", "1-3", "--status", "done", "--on", "2019-06-01", "--note", "Osaka")
        assert len(one(path, "1-3").history) == 2

    def test_one_that_was_taken_back_can_be_recorded_again(self, run: Run, path: Path) -> None:
        words = ("update", "1-3", "--status", "done", "--on", "2019-06-01")
        run(*words)
        run("revert", last(path, "1-3").change)
        assert run(*words).code == 0
        assert len(one(path, "1-3").history) == 3


class TestCorrections:
    def test_another_date_is_a_new_entry_that_corrects(self, run: Run, path: Path) -> None:
        done = run("update", "1-7", "--status", "done", "--on", "2020-04-02")
        assert "  Date    2020-03-01 → 2020-04-02" in done.lines
        first, second = one(path, "1-7").history
        assert str(first.date) == "2020-03-01"
        assert (str(second.date), second.corrects) == ("2020-04-02", first.change)
        assert "done late" in run("show", "1-7").out

    def test_a_corrected_entry_keeps_what_else_it_said(self, run: Run, path: Path) -> None:
        run(
            "update", "1-1", "--status", "active", "--fy", "2022", "--on", "2020-01-10",
            "--reason", "budget",
        )  # fmt: skip
        run("update", "1-1", "--status", "missed", "--fy", "2023", "--on", "2021-05-01",
            "--reason", "technical")  # fmt: skip
        run("update", "1-1", "--status", "missed", "--on", "2021-06-01")
        shown = json.loads(run("list", "--json", "--as-of", "2021-05-15").out)["milestones"][0]
        assert (shown["id"], shown["status"], shown["target"]) == ("1-1", "active", "FY2023")
        assert json.loads(run("list", "--json").out)["milestones"][0]["moves"] == 2

    def test_the_reason_of_a_corrected_entry_still_finds_it(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "missed", "--on", "2023-03-07", "--reason", "technical")
        run("update", "1-1", "--status", "missed", "--on", "2023-03-08")
        for words in ((), ("--as-of", "2026-11-24")):
            assert "1-1" in run("list", "--reason", "technical", *words).out

    def test_a_done_without_a_date_gets_one(self, run: Run, write_plan: WritePlan) -> None:
        path = write_plan(milestone("1-1", target="FY2020", status="done"))
        assert "done (date unknown)" in run("show", "1-1").out
        refused = run("update", "1-1", "--status", "done", "--on", "2021-03-01")
        assert (refused.code, "--from" in refused.err) == (2, True)
        run("update", "1-1", "--status", "done", "--on", "2021-03-01", "--from", "planned")
        assert edits(last(path, "1-1")) == {"status": ("planned", "done")}
        assert "done on time" in run("show", "1-1").out
        assert "Status    planned" in run("show", "1-1", "--as-of", "2021-02-28").out

    def test_a_status_set_by_hand_over_recorded_ones_corrects_none(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        past = history(entry("2019-05-01", status="[planned, active]"))
        path = write_plan(milestone("1-1", past, target="FY2020", status="done"))
        run("update", "1-1", "--status", "done", "--on", "2021-03-01")
        assert last(path, "1-1").corrects is None
        assert edits(last(path, "1-1")) == {"status": ("active", "done")}
        assert "Status    active" in run("show", "1-1", "--as-of", "2020-01-01").out

    def test_a_start_that_has_begun_without_a_date_gets_one(
        self, run: Run, write_plan: WritePlan
    ) -> None:
        path = write_plan(milestone("1-4", kind="start", target="FY2021", status="active"))
        assert "begun (date unknown)" in run("show", "1-4").out
        run("update", "1-4", "--status", "active", "--on", "2021-05-01", "--from", "planned")
        assert edits(last(path, "1-4")) == {"status": ("planned", "active")}
        assert "begun on time" in run("show", "1-4").out


class TestFiles:
    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_line_ends_and_byte_order_mark_stay(
        self, run: Run, write_plan: WritePlan, ends: str, mark: bytes
    ) -> None:
        text = HEADER + "\n".join(PLAN)
        path = write_plan(data=mark + text.replace("\n", ends).encode())
        before = path.read_bytes()
        assert run("update", "1-1", "--status", "done").code == 0
        after = path.read_bytes()
        assert after.startswith(mark + b"format")
        assert after.count(b"\r\n") == (after.count(b"\n") if ends == "\r\n" else 0)
        assert one(path, "1-1").status == "done"
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_a_symbolic_link_stays_a_link(self, run: Run, write_plan: WritePlan) -> None:
        real = write_plan(*PLAN, name="elsewhere/real.yaml")
        link = real.parent.parent / "milestones.yaml"
        link.symlink_to("elsewhere/real.yaml")
        assert run("update", "1-1", "--status", "done").code == 0
        assert os.readlink(link) == "elsewhere/real.yaml"
        assert one(real, "1-1").status == "done"

    def test_the_mode_stays(self, run: Run, path: Path) -> None:
        path.chmod(0o664)
        assert run("update", "1-1", "--status", "done").code == 0
        assert stat.S_IMODE(path.stat().st_mode) == 0o664

    def test_a_plan_in_a_read_only_place_can_be_queried(self, run: Run, path: Path) -> None:
        path.chmod(0o444)
        path.parent.chmod(0o555)
        try:
            assert run("list").code == 0
            assert run("history").code == 0
            assert run("update", "1-1", "--status", "done", "--dry-run").code == 0
            with Untouched(path):
                done = run("update", "1-1", "--status", "done")
            assert done.code == 2
            assert "nothing was changed" in done.err or "as it was" in done.err
        finally:
            path.parent.chmod(0o755)

    def test_the_plan_named_is_the_one_that_changes(self, run: Run, write_plan: WritePlan) -> None:
        near, named, third = (
            write_plan(*PLAN, name=name) for name in ("milestones.yaml", "b.yaml", "c.yaml")
        )
        with Untouched(near):
            run("update", "1-1", "--status", "done", "--plan", named)
            run("update", "1-1", "--status", "done", env={"SPACEPLAN_FILE": str(third)})
        assert one(named, "1-1").status == one(third, "1-1").status == "done"

    def test_an_update_is_found_by_the_next_question(self, run: Run, path: Path) -> None:
        assert "1-1 " in run("overdue").out
        run("update", "1-1", "--status", "done", "--on", "2021-03-01")
        assert "1-1 " not in run("overdue").out
        assert run("check").code == 0


class TestLanguages:
    def test_japanese(self, run: Run, path: Path) -> None:
        done = run(
            "update", "1-1", "--status", "missed", "--on", "FY2022", "--reason", "budget",
            "--lang", "ja",
        )  # fmt: skip
        change = last(path, "1-1").change
        assert done.lines == [
            "1-1  項目1-1",
            "  状況  実施中 → 未達",
            "  日付  2022年度（令和4年度）",
            "  理由  予算",
            f"変更 {change} を milestones.yaml に記録しました。取り消すには: spaceplan undo",
        ]

    def test_the_locale_decides_where_nobody_does(self, run: Run, path: Path) -> None:
        done = run("update", "1-1", "--status", "active", env={"LC_ALL": "ja_JP.UTF-8"})
        assert done.lines == ["変更はありません"]

    def test_an_unknown_language(self, run: Run, path: Path) -> None:
        with Untouched(path):
            assert run("update", "1-1", "--status", "done", "--lang", "fr").code == 2


class TestWithinOneSecond:
    def test_the_order_of_commands_is_kept(
        self, run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stop_clock(monkeypatch, step=timedelta(0))
        for ref in ("1-6", "1-1", "1-5"):
            run("note", ref, "--note", ref)
        moments = [last(path, ref).recorded for ref in ("1-6", "1-1", "1-5")]
        assert moments == sorted(set(moments))
        listed = run("history", "--format", "csv").lines[1:4]
        assert [line.split(",")[2] for line in listed] == ["1-5", "1-1", "1-6"]


def test_a_terminal_is_told_which_plan(path: Path) -> None:
    """Where nobody named it; a pipe is not."""
    assert invoke(["update", "1-1", "--status", "done"]).err == ""


def test_the_program_itself(path: Path) -> None:
    done = spaceplan_process(
        "update", "1-1", "--status", "done", "--on", "2021-03-01", cwd=path.parent
    )
    assert (done.code, done.err) == (0, "")
    assert one(path, "1-1").status == "done"
