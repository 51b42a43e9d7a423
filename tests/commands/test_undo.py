"""``undo`` takes the last command back byte for byte; ``revert`` any change, by a new entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import HEADER, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone

# Spellings, comments and layouts that no value alone would bring back.
PLAN = (
    "  # the first launch\n"
    "  - id: 1-1\n"
    "    title: {ja: 打上げ, en: 'Launch'}   # to be checked\n"
    "    kind: deadline\n"
    "    target: 令和2年度      # as the text has it\n"
    "    baseline: R2\n"
    "    owner: [ MEXT,JAXA ]\n"
    "    basis: stated\n"
    '    status: "active"\n'
    "    # the end of it\n",
    milestone("1-2a", target="FY2021"),
    milestone("1-2b", target="FY2024"),
    milestone("1-3", kind="recurring", target="FY2019..", status="active"),
    milestone("1-4", kind="start", target="FY2021"),
    milestone("1-5", target="FY2018", baseline=""),
    milestone("1-6", "history: []"),
    milestone(
        "1-7",
        history(entry("2020-03-01", "2020-03-02", change="aaaa", status="[planned, done]")),
        target="FY2019",
        status="done",
    ),
    milestone("1-8", target="FY2022", baseline="FY2020", status="missed"),
    "  - {id: 2-1, same_as: 1-1, charts: [3]}\n",
)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    return stop_clock(monkeypatch)


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(*PLAN)


def one(path: Path, name: str) -> Milestone:
    return load_plan(path).plan.by_id[name]


def last(path: Path, name: str) -> Change:
    return one(path, name).history[-1]


COMMANDS = {
    "a status": ("update", "1-1", "--status", "missed", "--reason", "technical"),
    "a target": ("update", "1-1", "--target", "about FY2023"),
    "owners": ("update", "1-1", "--owner", "JAXA,others"),
    "everything": (
        "update", "1-1", "--status", "done", "--fy", "2022", "--owner", "CAO", "--on", "FY2021",
        "--note", "a: b, [c] #d", "--source", "「典拠」", "--by", "kato",
    ),
    "a missing baseline": ("update", "1-5", "--fy", "2022"),
    "several": ("update", "1-1", "1-4", "1-7", "--status", "dropped", "--note", "x"),
    "all parts": ("update", "1-2", "--fy", "2025", "--all-parts"),
    "a repeat": ("update", "2-1", "--status", "done"),
    "an empty history": ("note", "1-6", "--note", "line\nline"),
    "an occurrence": ("update", "1-3", "--status", "done", "--on", "2019-06-01"),
    "a corrected date": ("update", "1-7", "--status", "done", "--on", "2020-04-01"),
    "a done without a date": ("update", "1-8", "--status", "missed", "--on", "2023-01-01",
        "--from", "active"),
    "a note": ("note", "1-7", "--note", "n", "--source", "s"),
    "a check": ("checked", "1-1", "1-7", "--on", "2026-11-20"),
    "a drop": ("drop", "1-4", "--reason", "budget"),
    "an addition": ("add", "1", "--title-ja", "追加", "--target", "FY2027", "--owner", "CAO"),
    "an addition elsewhere": ("add", "2", "--title-en", "New", "--id", "R6-8-2"),
    "a record": ("record", "1-8", "--on", "2022-05-01", "--reason", "budget",
        "--from", "planned"),
    "a revert": ("revert", "aaaa", "--note", "wrong satellite"),
}  # fmt: skip


class TestUndo:
    @pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
    @pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
    @pytest.mark.parametrize("final", [True, False], ids=["final newline", "none"])
    def test_every_command_is_taken_back_byte_for_byte(
        self, run: Run, write_plan: WritePlan, words: tuple[str, ...], ends: str, final: bool
    ) -> None:
        text = HEADER + "\n".join(PLAN)
        text = text if final else text.rstrip("\n")
        path = write_plan(data=text.replace("\n", ends).encode())
        before = path.read_bytes()
        done = run(*words)
        assert (done.code, done.err) == (0, "")
        assert path.read_bytes() != before
        taken = run("undo")
        assert (taken.code, taken.err) == (0, "")
        assert path.read_bytes() == before

    def test_all_commands_one_after_the_other(self, run: Run, path: Path) -> None:
        states = [path.read_bytes()]
        for words in COMMANDS.values():
            run(*words)
            if path.read_bytes() != states[-1]:
                states.append(path.read_bytes())
        assert len(states) > 12
        for before in reversed(states[:-1]):
            assert run("undo").code == 0
            assert path.read_bytes() == before

    def test_a_step_of_the_past_is_taken_back_and_the_field_stays(
        self, run: Run, path: Path
    ) -> None:
        run("update", "1-1", "--fy", "2030", "--on", "2022-06-01")
        before = path.read_bytes()
        run("update", "1-1", "--fy", "2025", "--on", "2021-01-01")
        assert str(one(path, "1-1").target) == "FY2030"
        assert last(path, "1-1").was == {}
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_checks_are_taken_back_one_by_one(self, run: Run, path: Path) -> None:
        states = []
        for day in ("2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22"):
            states.append(path.read_bytes())
            run("checked", "1-1", "--on", day)
        assert len(one(path, "1-1").history) == 4
        for before in reversed(states):
            run("undo")
            assert path.read_bytes() == before

    def test_it_shows_what_it_took(self, run: Run, path: Path) -> None:
        run(
            "update", "1-1", "1-4", "--status", "missed", "--on", "2023-03-07", "--reason", "budget"
        )
        change = last(path, "1-1").change
        assert run("undo").lines == [
            "1-1  Launch",
            "  2023-03-07  Status: active → missed  [budget]",
            "1-4  Item 1-4",
            "  2023-03-07  Status: planned → missed  [budget]",
            f"took change {change} back out of milestones.yaml",
        ]

    def test_dry_run_only_shows(self, run: Run, path: Path) -> None:
        run("note", "1-1", "--note", "x")
        change, before = last(path, "1-1").change, path.read_bytes()
        assert run("undo", "--dry-run").lines[-1] == f"change {change} would be taken back"
        assert run("undo", "--dry-run", "--lang", "ja").lines[-1] == (
            f"変更 {change} を取り消すとこうなります"
        )
        assert path.read_bytes() == before

    def test_twice_takes_the_last_two(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        run("update", "1-4", "--status", "active")
        run("update", "1-1", "--status", "done")
        run("undo")
        assert (one(path, "1-1").status, one(path, "1-4").status) == ("active", "active")
        run("undo")
        assert path.read_bytes() == before

    def test_the_last_of_several_commands_within_one_second(
        self, run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stop_clock(monkeypatch, step=timedelta(0))
        run("note", "1-7", "--note", "first, further down in the file")
        run("note", "1-1", "--note", "second")
        run("undo")
        assert one(path, "1-1").history == ()
        assert last(path, "1-7").note == "first, further down in the file"

    def test_a_clock_that_was_set_back_reorders_nothing(
        self, run: Run, path: Path, clock: StoppedClock
    ) -> None:
        run("update", "1-1", "1-4", "--status", "missed")
        middle = path.read_bytes()
        clock.put("2026-11-24T08:00:00+09:00")
        run("update", "1-1", "--status", "done", "--note", "x")
        first, second = one(path, "1-1").history
        assert first.recorded < second.recorded
        assert run("undo").code == 0
        assert path.read_bytes() == middle

    def test_nor_between_milestones(self, run: Run, path: Path, clock: StoppedClock) -> None:
        run("note", "1-1", "--note", "first")
        middle = path.read_bytes()
        clock.put("2026-11-23T08:00:00+09:00")
        run("update", "1-4", "--status", "missed")
        assert one(path, "1-1").history[-1].recorded < last(path, "1-4").recorded
        assert str(last(path, "1-4").date) == "2026-11-23"
        assert "1-4" in run("history").lines[1]
        assert run("undo").code == 0
        assert path.read_bytes() == middle

    def test_nothing_to_take_back(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1"))
        assert run("undo").lines == ["nothing was recorded"]
        assert run("undo", "--lang", "ja").lines == ["記録された変更はありません"]

    def test_an_entry_that_a_person_wrote_is_no_command(self, run: Run, path: Path) -> None:
        before = path.read_text(encoding="utf-8")
        run("note", "1-1", "--note", "x")
        path.write_text(
            path.read_text(encoding="utf-8").replace(
                "    history: []\n",
                "    history:\n      - {date: 2026-11-24, recorded: 2026-11-24T20:00:00+09:00, "
                "note: by hand}\n",
            ),
            encoding="utf-8",
        )
        assert run("undo").code == 0
        assert one(path, "1-1").history == ()
        assert last(path, "1-6").note == "by hand"
        assert len(path.read_text(encoding="utf-8")) > len(before)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("second stage", "first stage"),
            ('status: "missed"', "status: dropped"),
            ("reason: technical", "reason: budget"),
        ],
    )
    def test_it_refuses_where_the_lines_were_changed_since(
        self, run: Run, path: Path, old: str, new: str
    ) -> None:
        run(
            "update", "1-1", "--status", "missed", "--reason", "technical", "--note", "second stage"
        )
        change = last(path, "1-1").change
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        before = path.read_bytes()
        done = run("undo")
        assert done.code == 2
        assert f"the lines of change {change} were changed since" in done.err
        assert f"spaceplan revert {change}" in done.err
        assert path.read_bytes() == before

    def test_other_lines_may_have_changed(self, run: Run, path: Path) -> None:
        before = path.read_text(encoding="utf-8")
        run("update", "1-1", "--status", "missed")
        path.write_text(
            path.read_text(encoding="utf-8").replace("Item 1-4", "Renamed"), encoding="utf-8"
        )
        assert run("undo").code == 0
        assert path.read_text(encoding="utf-8") == before.replace("Item 1-4", "Renamed")

    def test_it_refuses_where_an_entry_stands_above(self, run: Run, path: Path) -> None:
        """Two people's changes were merged: the later entry is not the last of its milestone."""
        run("note", "1-1", "--note", "x")
        change = last(path, "1-1").change
        text = path.read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if change in line)
        other = line.replace(change, "").replace(", change: ", "").replace("note: x", "note: y")
        path.write_text(text.replace(line, f"{line}\n{other}"), encoding="utf-8")
        before = path.read_bytes()
        done = run("undo")
        assert done.code == 2
        assert f"1-1 was changed again after change {change}" in done.err
        assert path.read_bytes() == before

    def test_the_shipped_plan(self, run: Run) -> None:
        for command in (("undo",), ("revert", "4-1")):
            done = run(*command)
            assert done.code == 2
            assert "spaceplan init" in done.err


@pytest.fixture
def data(run: Run) -> Callable[..., dict[str, dict[str, object]]]:
    def ask(*words: str) -> dict[str, dict[str, object]]:
        found = json.loads(run("list", "--json", *words).out)["milestones"]
        return {item["id"]: item for item in found}

    return ask


class TestRevert:
    def test_by_change_a_new_entry_takes_it_back(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "missed", "--on", "2023-03-07", "--fy", "2022")
        change = last(path, "1-1").change
        done = run("revert", change, "--note", "another launch", "--by", "kato")
        found = one(path, "1-1")
        assert done.code == 0
        assert (found.status, str(found.target), len(found.history)) == ("active", "FY2020", 2)
        back = found.history[-1]
        assert (back.reverts, str(back.date), back.note, back.who) == (
            change,
            "2023-03-07",
            "another launch",
            "kato",
        )
        assert f"  Takes back  {change}" in done.lines
        assert run("check").code == 0

    def test_from_its_day_on_what_was_true_before_is_true_again(
        self, run: Run, path: Path, data: Callable[..., dict[str, dict[str, object]]]
    ) -> None:
        run("update", "1-1", "--status", "missed", "--on", "2023-03-07")
        run("revert", "1-1")
        assert data("--as-of", "2023-06-01")["1-1"]["status"] == "active"

    def test_what_a_report_said_before_can_be_shown_again(
        self,
        run: Run,
        path: Path,
        clock: StoppedClock,
        data: Callable[..., dict[str, dict[str, object]]],
    ) -> None:
        run("update", "1-1", "--status", "missed", "--on", "2023-03-07")
        clock.put("2026-11-30T09:00:00+09:00")
        run("revert", "1-1")
        assert data("--known", "2026-11-29")["1-1"]["status"] == "missed"
        assert data("--known", "2026-11-30")["1-1"]["status"] == "active"

    def test_by_reference_its_last_change_is_meant(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2022")
        run("update", "1-1", "--status", "missed")
        run("revert", "1-1")
        assert (one(path, "1-1").status, str(one(path, "1-1").target)) == ("active", "FY2022")
        run("revert", "1-1")
        assert str(one(path, "1-1").target) == "FY2020"
        done = run("revert", "1-1")
        assert done.code == 2
        assert "1-1 has no change to take back" in done.err

    def test_a_repeat_means_its_original_and_says_so(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--status", "missed")
        assert run("revert", "2-1").lines[0] == "2-1 repeats 1-1: 1-1 is updated"
        assert one(path, "1-1").status == "active"

    def test_what_is_in_force_again_can_be_taken_back_again(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2024", "--on", "2020-06-30")
        moved = last(path, "1-1").change
        run("revert", moved)
        run("revert", last(path, "1-1").change)
        assert str(one(path, "1-1").target) == "FY2024"
        assert run("revert", "1-1").code == 0
        assert (last(path, "1-1").reverts, str(one(path, "1-1").target)) == (moved, "FY2020")
        assert "is already taken back" in run("revert", moved).err

    def test_a_change_of_several_is_taken_back_whole(self, run: Run, path: Path) -> None:
        run("update", "1-1", "1-4", "1-2", "--status", "dropped", "--note", "x", "--all-parts")
        change = last(path, "1-4").change
        run("revert", change)
        assert one(path, "1-1").status == "active"
        assert {one(path, name).status for name in ("1-4", "1-2a", "1-2b")} == {"planned"}
        assert len({last(path, name).change for name in ("1-1", "1-4", "1-2a", "1-2b")}) == 1

    def test_an_earlier_change_whose_fields_nobody_changed_since(
        self, run: Run, path: Path
    ) -> None:
        run("update", "1-1", "--fy", "2022")
        change = last(path, "1-1").change
        run("update", "1-1", "--status", "missed")
        run("revert", change)
        assert (str(one(path, "1-1").target), one(path, "1-1").status) == ("FY2020", "missed")

    def test_also_one_on_which_a_later_change_stands(
        self, run: Run, path: Path, data: Callable[..., dict[str, dict[str, object]]]
    ) -> None:
        run("update", "1-1", "--fy", "2022")
        first = last(path, "1-1").change
        run("update", "1-1", "--fy", "2023")
        assert data()["1-1"]["moves"] == 2
        assert run("revert", first).code == 0
        assert last(path, "1-1").edits == ()
        assert (data()["1-1"]["target"], data()["1-1"]["moves"]) == ("FY2023", 1)
        assert run("revert", first).code == 2

    def test_so_must_a_change_by_hand(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2022")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("target: FY2022", "target: FY2025"), encoding="utf-8")
        done = run("revert", "1-1")
        assert done.code == 2
        assert "1-1: target was changed again since (by hand)" in done.err

    def test_once_is_enough(self, run: Run, path: Path) -> None:
        run("update", "1-1", "--fy", "2022")
        change = last(path, "1-1").change
        run("revert", change)
        before = path.read_bytes()
        done = run("revert", change)
        assert done.code == 2
        assert f"change {change} is already taken back" in done.err
        assert path.read_bytes() == before

    def test_a_correction(self, run: Run, path: Path) -> None:
        run("update", "1-7", "--status", "done", "--on", "2020-04-02")
        assert "done late" in run("show", "1-7").out
        run("revert", "1-7")
        assert "done on time" in run("show", "1-7").out
        assert one(path, "1-7").status == "done"
        run("update", "1-7", "--status", "done", "--on", "2020-05-01")
        assert last(path, "1-7").corrects == "aaaa"

    def test_an_occurrence(
        self, run: Run, path: Path, data: Callable[..., dict[str, dict[str, object]]]
    ) -> None:
        before = data("--as-of", "2020-06-01")["1-3"]["unmet_years"]
        run("update", "1-3", "--status", "done", "--on", "2019-06-01")
        met = data("--as-of", "2020-06-01")["1-3"]["unmet_years"]
        run("revert", "1-3")
        assert (before, met) == ([2019], [])
        assert data("--as-of", "2020-06-01")["1-3"]["unmet_years"] == [2019]

    def test_a_revert_too(
        self, run: Run, path: Path, data: Callable[..., dict[str, dict[str, object]]]
    ) -> None:
        run("update", "1-3", "--status", "done", "--on", "2019-06-01")
        run("revert", "1-3")
        run("revert", last(path, "1-3").change)
        assert data("--as-of", "2020-06-01")["1-3"]["unmet_years"] == []
        run("update", "1-1", "--fy", "2022")
        assert data()["1-1"]["moves"] == 1
        run("revert", "1-1")
        assert data()["1-1"]["moves"] == 0
        run("revert", last(path, "1-1").change)
        assert data()["1-1"]["moves"] == 1
        assert str(one(path, "1-1").target) == "FY2022"

    def test_a_note_stays_in_the_history_as_taken_back(self, run: Run, path: Path) -> None:
        run("note", "1-1", "--note", "for another satellite")
        change = last(path, "1-1").change
        run("revert", change)
        assert [entry.note for entry in one(path, "1-1").history] == ["for another satellite", ""]
        assert f"(reverts {change})" in run("history", "1-1").out

    def test_an_addition_is_dropped_instead(self, run: Run, path: Path) -> None:
        run("add", "1", "--title-en", "New")
        done = run("revert", "1-x1")
        assert done.code == 2
        assert "drop it instead: spaceplan drop 1-x1" in done.err

    def test_what_is_not_there(self, run: Run, path: Path) -> None:
        for word, said in (
            ("ffffffff", "there is no change 'ffffffff'; spaceplan history lists"),
            ("1-9", "'1-9' is no topic, milestone or chart"),
            ("1-4", "1-4 has no change to take back"),
        ):
            done = run("revert", word)
            assert done.code == 2
            assert said in done.err

    def test_it_has_the_date_of_what_it_takes_back(self, run: Run, path: Path) -> None:
        done = run("revert", "aaaa", "--on", "2026-01-01")
        assert done.code == 2
        assert "--on: a reverting entry is dated as the change it takes back" in done.err
