"""``record``: what was changed by hand becomes history, by options or by answers on a terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from stopped_clock import stop_clock
from support import Run, WritePlan, entry, history, milestone
from terminal import on_a_terminal

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change

PLAN = (
    milestone("1-1", target="FY2022", baseline="FY2020"),
    milestone("1-2", target="FY2021", status="missed"),
    milestone("1-3", target="FY2023"),
    milestone(
        "1-4",
        history(
            entry("2020-05-01", status="[planned, active]"),
            entry("2021-05-01", target="[FY2020, FY2021]", owner="[[CAO], [MEXT]]"),
        ),
        target="FY2024",
        baseline="FY2020",
        owner="[JAXA]",
        status="done",
    ),
    milestone("1-5", status="active"),
    "  - {id: 2-1, same_as: 1-1, charts: [3]}\n",
)


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(*PLAN)


def last(path: Path, name: str) -> Change:
    return load_plan(path).plan.by_id[name].history[-1]


def edits(change: Change) -> dict[str, tuple[str, str]]:
    return {edit.field: (str(edit.old), str(edit.new)) for edit in change.edits}


def git(path: Path, *words: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    for one in (("init", "-q"), ("add", path.name), words):
        subprocess.run(["git", "-C", str(path.parent), *who, *one], check=True)


class TestByOptions:
    def test_a_moved_target(self, run: Run, path: Path) -> None:
        done = run(
            "record", "1-1", "--on", "2020-06-26", "--reason", "technical", "--source", "R2 roadmap",
            "--note", "engine", "--by", "kato",
        )  # fmt: skip
        change = last(path, "1-1")
        assert done.code == 0
        assert done.lines == [
            "1-1  Item 1-1",
            "  Target     FY2020 → FY2022 (+2 years)",
            "  Date       2020-06-26",
            "  Reason     technical",
            "  Note       engine",
            "  Source     R2 roadmap",
            "  Authority  none (reported, not decided)",
            "  By         kato",
            f"recorded as change {change.change} in milestones.yaml; "
            "take it back with: spaceplan undo",
        ]
        assert change.by_hand
        assert edits(change) == {"target": ("FY2020", "FY2022")}

    def test_an_ended_status(self, run: Run, path: Path) -> None:
        refused = run("record", "1-2", "--on", "FY2021")
        assert refused.code == 2
        assert "nothing tells what it was before it became missed" in refused.err
        run("record", "1-2", "--on", "FY2021", "--from", "planned")
        assert edits(last(path, "1-2")) == {"status": ("planned", "missed")}
        assert str(last(path, "1-2").date) == "FY2021"

    def test_the_old_status_is_what_the_newest_commit_had(self, run: Run, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        for status in ("planned", "active"):
            path.write_text(text.replace("status: missed", f"status: {status}"), encoding="utf-8")
            git(path, "commit", "-q", "-m", status, "--allow-empty")
        path.write_text(text, encoding="utf-8")
        git(path, "commit", "-q", "-m", "by hand")
        run("record", "1-2", "--on", "FY2021", "--from", "planned")
        assert edits(last(path, "1-2")) == {"status": ("active", "missed")}

    def test_not_before_the_last_entry_of_its_field(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        done = run("record", "1-4", "--on", "2020-04-01")
        assert done.code == 2
        assert "is before the last entry of its status" in done.err
        assert path.read_bytes() == before

    def test_fields_that_differ_from_their_last_entries(self, run: Run, path: Path) -> None:
        run("record", "1-4", "--on", "2024-05-01")
        assert edits(last(path, "1-4")) == {
            "status": ("active", "done"),
            "target": ("FY2021", "FY2024"),
            "owner": ("('MEXT',)", "('JAXA',)"),
        }

    def test_only_the_entry_is_added(self, run: Run, path: Path) -> None:
        before = path.read_text(encoding="utf-8").splitlines()
        run("record", "1-4", "--on", "2024-05-01")
        after = path.read_text(encoding="utf-8").splitlines()
        (new,) = [line for line in after if line not in before]
        after.remove(new)
        assert after == before

    def test_without_references_all_that_were_changed(self, run: Run, path: Path) -> None:
        assert run("check", "--strict").code == 1
        done = run("record", "--on", "2024-05-01", "--reason", "budget", "--from", "planned")
        assert [line for line in done.lines if line.startswith("1-")] == [
            "1-1  Item 1-1",
            "1-2  Item 1-2",
            "1-4  Item 1-4",
        ]
        assert len({last(path, name).change for name in ("1-1", "1-2", "1-4")}) == 1
        assert run("check", "--strict").code == 0

    def test_once_recorded_there_is_nothing_to_do(self, run: Run, path: Path) -> None:
        run("record", "--on", "2024-05-01", "--from", "planned")
        before, facts = path.read_bytes(), path.stat()
        done = run("record", "--on", "2024-05-01", "--from", "planned")
        assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])
        assert run("record", "1-3", "1-5").lines == ["nothing to do: the plan says so already"]
        assert path.read_bytes() == before
        assert path.stat().st_mtime_ns == facts.st_mtime_ns

    def test_a_repeat_is_its_original(self, run: Run, path: Path) -> None:
        assert run("record", "2-1", "--on", "FY2021").lines[0] == "2-1 repeats 1-1: 1-1 is updated"
        assert edits(last(path, "1-1")) == {"target": ("FY2020", "FY2022")}

    def test_dry_run(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        done = run("record", "1-1", "--dry-run")
        assert done.lines[-1] == "milestones.yaml is not changed (--dry-run)"
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("--on", "2030-01-01"), "1-1: --on 2030-01-01 is in the future"),
            (("--on", "2018-12-10"), "is before the plan was decided"),
            (("--reason", "tehnical"), "did you mean 'technical'?"),
        ],
    )
    def test_refused(self, run: Run, path: Path, words: tuple[str, ...], said: str) -> None:
        before = path.read_bytes()
        done = run("record", "1-1", *words)
        assert done.code == 2
        assert said in done.err
        assert path.read_bytes() == before

    def test_undo_leaves_what_was_changed_by_hand(self, run: Run, path: Path) -> None:
        before = path.read_bytes()
        run("record", "--on", "2024-05-01", "--reason", "budget", "--from", "planned")
        assert run("undo").code == 0
        assert path.read_bytes() == before

    def test_what_is_recorded_is_true_from_its_day(self, run: Run, path: Path) -> None:
        run("record", "1-1", "--on", "2022-05-01")
        assert "FY2020" in run("list", "--as-of", "2022-04-30", "--search", "1-1").out
        assert "FY2022" in run("list", "--as-of", "2022-05-01", "--search", "1-1").out


def answered(path: Path, answers: list[str], *words: str, **more: Any) -> tuple[int, str]:
    """Run ``record`` beside a plan and answer its questions; its code and the screen."""
    return on_a_terminal(path.parent, ["record", *words], answers, **more)


class TestOnATerminal:
    def test_it_asks_for_date_reason_note_and_source(self, path: Path) -> None:
        code, screen = answered(path, ["2020-06-26", "technical", "engine", "R2 roadmap"], "1-1")
        change = last(path, "1-1")
        assert code == 0, screen
        assert "Target: FY2020 → FY2022" in screen
        assert "since when (day, fiscal year or unknown; empty: today)" in screen
        assert "reason (technical, budget)" in screen
        assert screen.count("plan: milestones.yaml") == 1
        assert (str(change.date), change.reason, change.note, change.source) == (
            "2020-06-26",
            "technical",
            "engine",
            "R2 roadmap",
        )

    def test_it_asks_again_where_it_does_not_understand(self, path: Path) -> None:
        code, screen = answered(path, ["summer", "R2", "tehnical", "技術的要因", "", ""], "1-1")
        assert code == 0, screen
        assert "'summer'" in screen
        assert "did you mean 'technical'?" in screen
        assert (str(last(path, "1-1").date), last(path, "1-1").reason) == ("FY2020", "technical")

    def test_of_each_in_turn(self, path: Path) -> None:
        answers = [
            "FY2020",
            "",
            "one",
            "",
            "planned",
            "FY2021",
            "",
            "two",
            "",
            "FY2022",
            "",
            "three",
            "",
        ]
        code, screen = answered(path, answers)
        assert code == 0, screen
        assert [last(path, name).note for name in ("1-1", "1-2", "1-4")] == ["one", "two", "three"]
        assert len({last(path, name).change for name in ("1-1", "1-2", "1-4")}) == 1

    def test_in_japanese(self, path: Path) -> None:
        code, screen = answered(path, ["", "", "", ""], "1-1", "--lang", "ja")
        assert code == 0, screen
        assert "いつから（日、年度または不明、空欄は今日）" in screen
        assert "理由（technical, budget）" in screen

    def test_an_interrupted_answer_changes_nothing(self, path: Path) -> None:
        before = path.read_bytes()
        code, _ = answered(path, ["2020-06-26", "\x03"], "1-1")
        assert code != 0
        assert path.read_bytes() == before

    def test_others_can_write_while_somebody_thinks(self, run: Run, path: Path) -> None:
        def meanwhile() -> None:
            assert run("note", "1-3", "--note", "from cron").code == 0

        code, screen = answered(path, ["2020-06-26", "", "", ""], "1-1", meanwhile=meanwhile)
        assert code == 0, screen
        assert last(path, "1-3").note == "from cron"
        assert str(last(path, "1-1").date) == "2020-06-26"

    def test_with_a_date_given_it_does_not_ask(self, path: Path) -> None:
        code, screen = answered(path, [], "1-1", "--on", "FY2020")
        assert code == 0, screen
        assert "since when" not in screen
