"""An exported file is written whole or not at all."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest
from support import refused_saying

from spaceplan.errors import FileError
from spaceplan.files import system
from spaceplan.files.save import create, save


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

    monkeypatch.setattr(os, "fsync", full)
    with refused_saying(r"a\.ics: cannot be written: no space is left", FileError):
        save(Path("a.ics"), b"new")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.ics": b"old"}


def test_a_folder_and_a_missing_folder_are_told(folder: Path) -> None:
    Path("d").mkdir()
    with refused_saying("d: is a folder", FileError):
        save(Path("d"), b"")
    with refused_saying("does not exist", FileError):
        save(Path("no/a.ics"), b"")


def test_the_plan_itself_is_never_written_over(folder: Path) -> None:
    plan = Path("milestones.yaml")
    plan.write_bytes(b"plan")
    Path("link.md").symlink_to(plan)
    os.link(plan, "hard.md")
    for name in ("milestones.yaml", "link.md", "hard.md"):
        with refused_saying("is the plan itself", FileError):
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


def test_a_pipe_that_nobody_reads_is_told_and_not_waited_for(folder: Path) -> None:
    os.mkfifo("pipe")
    with refused_saying("pipe: is a pipe that nobody reads", FileError):
        save(Path("pipe"), b"through")


def test_links_that_lead_nowhere_are_told(folder: Path) -> None:
    Path("a").symlink_to("b")
    Path("b").symlink_to("a")
    Path("c").symlink_to("gone.md")
    with refused_saying("a: is a link that leads back to itself", FileError):
        save(Path("a"), b"")
    with refused_saying("c: is a link to .*gone.md, which does not exist", FileError):
        save(Path("c"), b"")
    with refused_saying("a/x.md: ", FileError):
        save(Path("a/x.md"), b"")
    assert not Path("gone.md").exists()


def test_what_takes_characters_is_written_and_a_socket_is_not(folder: Path) -> None:
    assert save(Path("/dev/null"), b"x")
    with refused_saying("/dev/full: cannot be written: no space is left", FileError):
        save(Path("/dev/full"), b"x")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        with refused_saying("s: is no file that can be written", FileError):
            save(Path("s"), b"x")


def test_what_a_killed_export_left_is_swept_by_the_next(folder: Path) -> None:
    Path(".a.ics.spaceplan-12345-0badcafe.tmp").write_bytes(b"half")
    Path(".plan.yaml.spaceplan-1-00000000.tmp").write_bytes(b"half")
    save(Path("a.ics"), b"whole")
    assert [path.name for path in folder.iterdir()] == ["a.ics"]


def test_a_living_writers_file_is_not_swept(folder: Path) -> None:
    name = ".a.ics.spaceplan-12345-0badcafe.tmp"
    Path(name).write_bytes(b"half")
    file = os.open(name, os.O_RDWR)
    assert system.lock(file)
    save(Path("b.ics"), b"whole")
    assert sorted(path.name for path in folder.iterdir()) == [name, "b.ics"]
    os.close(file)
    save(Path("b.ics"), b"again")
    assert [path.name for path in folder.iterdir()] == ["b.ics"]


def test_new_files_are_made_all_or_none(folder: Path) -> None:
    create({Path("d/a"): b"1", Path("d/b"): b"2"})
    assert (Path("d/a").read_bytes(), Path("d/b").read_bytes()) == (b"1", b"2")
    with refused_saying("d/b: exists already; nothing was written", FileError):
        create({Path("d/c"): b"3", Path("d/b"): b"4"})
    assert sorted(path.name for path in Path("d").iterdir()) == ["a", "b"]
