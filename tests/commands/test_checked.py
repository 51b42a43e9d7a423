"""``checked``: somebody looked and found nothing new; looks that follow each other are one entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from stopped_clock import stop_clock
from support import Run, WritePlan, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Change


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
