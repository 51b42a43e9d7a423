"""``checked``: somebody looked and found nothing new; each look is an entry, and folded for the eye."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stopped_clock import stop_clock
from support import Run, WritePlan, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2a"),
        milestone("1-2b"),
        "  - {id: 2-1, same_as: 1-1}\n",
    )


def entries(path: Path, name: str = "1-1") -> tuple[Change, ...]:
    return load_plan(path).plan.by_id[name].history


def seen(path: Path, name: str = "1-1") -> list[tuple[str, str, int]]:
    """(first, last, count) of each entry that is a look."""
    return [
        (str(one.checked.first), str(one.checked.last), one.checked.count)
        for one in entries(path, name)
        if one.checked
    ]


def test_a_look_is_an_entry_and_changes_no_field(run: Run, path: Path) -> None:
    done = run("checked", "1-1", "--on", "2026-11-20", "--by", "sato")
    change = entries(path)[-1]
    assert done.lines == [
        "1-1  Item 1-1",
        "  Checked  2026-11-20 (1×)",
        "  Date     2026-11-20",
        "  By       sato",
        f"recorded as change {change.change} in milestones.yaml; take it back with: spaceplan undo",
    ]
    assert seen(path) == [("2026-11-20", "2026-11-20", 1)]
    assert change.edits == ()
    assert run("check").code == 0


def test_without_a_date_it_is_today(run: Run, path: Path) -> None:
    run("checked", "1-1")
    assert seen(path) == [("2026-11-24", "2026-11-24", 1)]


def test_each_look_is_an_entry_of_its_own(run: Run, path: Path) -> None:
    """Folded ones would change what an old report said."""
    for day in ("2026-11-06", "2026-11-20", "2026-11-13"):
        run("checked", "1-1", "--on", day)
    assert seen(path) == [
        ("2026-11-06", "2026-11-06", 1),
        ("2026-11-20", "2026-11-20", 1),
        ("2026-11-13", "2026-11-13", 1),
    ]


def test_twice_on_one_day_is_once(run: Run, path: Path) -> None:
    run("checked", "1-1")
    before, facts = path.read_bytes(), path.stat()
    done = run("checked", "1-1")
    assert (done.code, done.lines) == (0, ["nothing to do: the plan says so already"])
    assert path.read_bytes() == before
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (facts.st_ino, facts.st_mtime_ns)


def test_a_change_between_parts_them(run: Run, path: Path) -> None:
    run("checked", "1-1", "--on", "2026-11-06")
    run("update", "1-1", "--status", "active", "--on", "2026-11-10")
    run("checked", "1-1", "--on", "2026-11-20")
    assert seen(path) == [("2026-11-06", "2026-11-06", 1), ("2026-11-20", "2026-11-20", 1)]


def test_so_does_another_person(run: Run, path: Path) -> None:
    run("checked", "1-1", "--on", "2026-11-06", "--by", "sato")
    run("checked", "1-1", "--on", "2026-11-13", "--by", "kato")
    assert len(seen(path)) == 2


def test_and_a_note_which_is_kept_with_its_look(run: Run, path: Path) -> None:
    run("checked", "1-1", "--on", "2026-11-06")
    run("checked", "1-1", "--on", "2026-11-13", "--note", "no news in the minutes")
    run("checked", "1-1", "--on", "2026-11-20")
    assert [one.note for one in entries(path)] == ["", "no news in the minutes", ""]


def test_several_and_repeats_and_parts(run: Run, path: Path) -> None:
    assert run("checked", "1-2").code == 2
    done = run("checked", "2-1", "1-2", "--all-parts")
    assert done.lines[0] == "2-1 repeats 1-1: 1-1 is updated"
    assert len({entries(path, name)[-1].change for name in ("1-1", "1-2a", "1-2b")}) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "FY2026"), "somebody looks on a day; expected for example 2026-11-24"),
        (("--on", "2026-11-25"), "is in the future"),
        (("--on", "2018-12-10"), "before the plan was decided"),
        (("--reason", "budget"), "--reason: who found nothing new has no reason to give"),
    ],
)
def test_refused(run: Run, path: Path, words: tuple[str, ...], said: str) -> None:
    before = path.read_bytes()
    done = run("checked", "1-1", *words)
    assert done.code == 2
    assert said in done.err
    assert path.read_bytes() == before


def test_it_is_the_last_thing_recorded(run: Run, path: Path) -> None:
    """A list after it no longer says that nothing was recorded since the plan was decided."""
    assert "nothing recorded since 2018-12-11" in run("overdue", "--as-of", "2026-11-24").out
    run("checked", "1-1")
    assert "2018-12-11" not in run("overdue", "--as-of", "2026-11-24").out


class TestForTheEye:
    """Looks that follow each other are one line; the file, JSON and CSV keep each."""

    @pytest.fixture
    def looks(self, run: Run, path: Path) -> Path:
        for day in ("2026-11-06", "2026-11-20", "2026-11-13"):
            assert run("checked", "1-1", "1-2a", "--on", day, "--by", "sato").code == 0
        return path

    def test_in_history_each_milestone_has_one_line(self, run: Run, looks: Path) -> None:
        lines = [line for line in run("history").lines if "checked" in line]
        told = "checked (2026-11-06 to 2026-11-20, 3×)  (sato)"
        assert [line[:16] for line in lines] == ["2026-11-24 09:02"] * 2
        assert all(line.endswith(f"2026-11-20  {told}") for line in lines)
        assert [line.split()[3] for line in lines] == ["1-2a", "1-1"]

    def test_in_show_too(self, run: Run, looks: Path) -> None:
        assert run("show", "1-1").lines[-1] == (
            "  2026-11-20  checked (2026-11-06 to 2026-11-20, 3×)  (sato)"
        )

    def test_and_in_a_report(self, run: Run, looks: Path) -> None:
        report = run("report", "--week", "2026-W48").out
        assert report.count("checked (2026-11-06 to 2026-11-20, 3×)") == 2
        assert "1×" not in report

    def test_json_and_csv_keep_each(self, run: Run, looks: Path) -> None:
        assert json.loads(run("history", "1-1", "--json").out)["count"] == 3
        assert len(run("history", "1-1", "--format", "csv").lines) == 4
        assert len(json.loads(run("show", "1-1", "--json").out)["milestones"][0]["history"]) == 3

    @pytest.mark.parametrize(
        "between",
        [
            ("note", "1-1", "--note", "seen", "--by", "sato"),
            ("update", "1-1", "--status", "active", "--on", "2026-11-10"),
            ("checked", "1-1", "--on", "2026-11-21", "--by", "kato"),
            ("checked", "1-1", "--on", "2026-11-21", "--by", "sato", "--note", "no news"),
            ("checked", "1-1", "--on", "2026-11-21", "--by", "sato", "--source", "minutes"),
        ],
    )
    def test_anything_else_parts_them(
        self, run: Run, looks: Path, between: tuple[str, ...]
    ) -> None:
        assert run(*between).code == 0
        for day in ("2026-11-22", "2026-11-23"):
            run("checked", "1-1", "--on", day, "--by", "sato")
        lines = run("show", "1-1").lines
        shown = [line.split("checked (")[1] for line in lines if " to 2026" in line]
        assert shown == [
            "2026-11-22 to 2026-11-23, 2×)  (sato)",
            "2026-11-06 to 2026-11-20, 3×)  (sato)",
        ]

    def test_one_that_was_taken_back_stands_alone(self, run: Run, looks: Path) -> None:
        change = entries(looks)[1].change
        assert run("revert", change, "--note", "the wrong one").code == 0
        shown = [line for line in run("history", "1-1").lines if "checked (" in line]
        assert [line.split("checked ")[1] for line in shown] == [
            "(2026-11-13, 1×)  (sato)",
            "(2026-11-20, 1×)  (sato)",
            "(2026-11-06, 1×)  (sato)",
        ]
