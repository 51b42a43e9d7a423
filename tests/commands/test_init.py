"""``init``: a copy of the shipped plan to start one's own, and the shipped one as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import SHIPPED, Run

SCHEMA = SHIPPED.with_name("milestones.schema.json")


def test_a_copy_here(run: Run, folder: Path) -> None:
    done = run("init")
    assert done.code == 0
    assert done.lines == [
        "made data/milestones.yaml; it is the plan in use below this folder. "
        "To change it: spaceplan update --help"
    ]
    assert (folder / "data/milestones.yaml").read_bytes() == SHIPPED.read_bytes()
    assert (folder / "data/milestones.schema.json").read_bytes() == SCHEMA.read_bytes()
    assert sorted(item.name for item in (folder / "data").iterdir()) == [
        "milestones.schema.json",
        "milestones.yaml",
    ]


def test_a_copy_elsewhere(run: Run, folder: Path) -> None:
    done = run("init", "my/plan", "--lang", "ja")
    assert done.code == 0
    assert done.out.startswith("my/plan/data/milestones.yaml を作りました。")
    assert (folder / "my/plan/data/milestones.yaml").is_file()


def test_it_is_the_plan_in_use_and_may_be_changed(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = SHIPPED.read_bytes()
    assert run("update", "4-1", "--status", "done").code == 2
    run("init")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    done = run("update", "4-1", "--status", "missed", "--on", "2023-03-07", "--note", "failed")
    assert (done.code, done.err) == (0, "")
    assert run("undo").code == 0
    assert (folder / "data/milestones.yaml").read_bytes() == shipped == SHIPPED.read_bytes()


def test_it_is_sound_and_writable(run: Run, folder: Path) -> None:
    run("init")
    assert run("check", "--strict").code == 0
    assert (folder / "data/milestones.yaml").stat().st_mode & 0o200


@pytest.mark.parametrize("there", ["milestones.yaml", "milestones.schema.json"])
def test_it_overwrites_nothing(run: Run, folder: Path, there: str) -> None:
    data = folder / "data"
    data.mkdir()
    (data / there).write_text("mine", encoding="utf-8")
    done = run("init")
    assert done.code == 2
    assert f"data/{there}: exists already; nothing was written" in done.err
    assert [item.name for item in data.iterdir()] == [there]
    assert (data / there).read_text(encoding="utf-8") == "mine"


def test_not_even_through_a_link_that_leads_nowhere(run: Run, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data/milestones.yaml").symlink_to("elsewhere.yaml")
    assert run("init").code == 2
    assert not (folder / "data/elsewhere.yaml").exists()


def test_half_a_copy_is_taken_away(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write

    def full(file: int, data: bytes) -> int:
        """The plan comes to a full disk, which takes half of it."""
        if b"\nmilestones:" not in bytes(data):
            return whole(file, data)
        whole(file, data[:1000])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        done = run("init")
    assert done.code == 2
    assert "cannot be written: No space left on device" in done.err
    assert list((folder / "data").iterdir()) == []
    assert run("init").code == 0


def test_a_place_that_cannot_be_written(run: Run, folder: Path) -> None:
    (folder / "data").write_text("a file, no folder", encoding="utf-8")
    done = run("init")
    assert done.code == 2
    assert "cannot be written" in done.err or "exists already" in done.err
    assert (folder / "data").read_text(encoding="utf-8") == "a file, no folder"
