"""An exported file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from spaceplan.errors import FileError
from spaceplan.files import save as module
from spaceplan.files.save import save


def test_a_new_file_is_written_and_the_same_again_is_left_alone(folder: Path) -> None:
    path = Path("a.ics")
    assert save(path, b"one")
    before = path.stat()
    assert not save(path, b"one")
    assert path.stat().st_mtime_ns == before.st_mtime_ns and path.stat().st_ino == before.st_ino
    assert save(path, b"two")
    assert path.read_bytes() == b"two"


def test_mode_and_link_stay(folder: Path) -> None:
    real = Path("real.ics")
    real.write_bytes(b"old")
    real.chmod(0o640)
    Path("link.ics").symlink_to(real)
    save(Path("link.ics"), b"new")
    assert Path("link.ics").is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_failure_leaves_the_old_file_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.ics").write_bytes(b"old")

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(FileError, match=r"a\.ics: cannot be written: No space left"):
        save(Path("a.ics"), b"new")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.ics": b"old"}


def test_a_folder_and_a_missing_folder_are_told(folder: Path) -> None:
    Path("d").mkdir()
    with pytest.raises(FileError, match="d: is a folder"):
        save(Path("d"), b"")
    with pytest.raises(FileError, match="does not exist"):
        save(Path("no/a.ics"), b"")


def test_the_plan_itself_is_never_written_over(folder: Path) -> None:
    plan = Path("milestones.yaml")
    plan.write_bytes(b"plan")
    Path("link.md").symlink_to(plan)
    os.link(plan, "hard.md")
    for name in ("milestones.yaml", "link.md", "hard.md"):
        with pytest.raises(FileError, match="is the plan itself"):
            save(Path(name), b"report", plan=plan)
    assert plan.read_bytes() == b"plan"


def test_a_pipe_is_written_as_it_is(folder: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert save(Path("pipe"), b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)
