"""Entries of a user's folder: whole, under their own name, the user's alone; else not there."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from spaceplan.files import kept as module
from spaceplan.files import system
from spaceplan.files.copies import find, keep
from spaceplan.files.folders import state_folder
from spaceplan.files.kept import Kept
from spaceplan.files.traces import keep_trace


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", "[a-z]+", 3, 1000)


def home(kept: Kept) -> Path:
    assert kept.folder is not None
    return kept.folder


def test_what_is_kept_is_found(kept: Kept) -> None:
    assert kept.find("a") is None
    assert kept.keep("a", b"one")
    assert kept.find("a") == b"one"
    assert (home(kept) / "a").stat().st_mode & 0o777 == 0o600
    assert home(kept).stat().st_mode & 0o777 == 0o700


def test_cut_changed_or_under_anothers_name_it_is_not_believed(kept: Kept) -> None:
    kept.keep("a", b"one")
    entry = home(kept) / "a"
    whole = entry.read_bytes()
    entry.rename(home(kept) / "b")
    assert kept.find("b") is None
    for damaged in (b"", whole[:20], whole[:-1], whole + b"x", whole[:-1] + b"x"):
        entry.write_bytes(damaged)
        assert kept.find("a") is None


def test_what_another_may_have_written_is_passed_over(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.keep("a", b"one")
    entry = home(kept) / "a"
    entry.chmod(0o620)
    assert kept.find("a") is None
    entry.chmod(0o600)
    home(kept).chmod(0o777)
    assert kept.find("a") is None
    assert not kept.keep("a", b"two")
    home(kept).chmod(0o770)
    assert kept.find("a") == b"one"
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert kept.find("a") is None
    assert not kept.keep("a", b"two")


def test_what_is_no_plain_file_is_passed_over_and_not_waited_for(kept: Kept) -> None:
    kept.keep("a", b"one")
    os.mkfifo(home(kept) / "pipe")
    (home(kept) / "link").symlink_to("a")
    (home(kept) / "folder").mkdir()
    begun = time.monotonic()
    for name in ("pipe", "link", "folder", "a/b", "."):
        assert kept.find(name) is None
    assert time.monotonic() - begun < 1


def test_reading_is_bounded(kept: Kept) -> None:
    assert not kept.keep("a", b"x" * 1001)
    kept.keep("a", b"x" * 1000)
    with open(home(kept) / "a", "r+b") as file:
        file.truncate(1 << 40)
    assert kept.find("a") is None


def test_only_the_newest_are_kept_and_nothing_else_is_touched(kept: Kept) -> None:
    kept.keep("a", b"")
    (home(kept) / "Thesis").write_bytes(b"mine")
    for number, name in enumerate("bcdef"):
        kept.keep(name, b"")
        os.utime(home(kept) / name, (number, number))
    assert sorted(path.name for path in home(kept).iterdir()) == ["Thesis", "a", "e", "f"]


def test_what_cannot_be_kept_is_not_there(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (
        None,
        tmp_path / "file",
        tmp_path / "file/below",
        Path("/proc/none"),
        Path("a\0b"),
    ):
        odd = Kept(folder, kept.pattern, kept.count, kept.limit)
        assert not odd.keep("a", b"one")
        assert odd.find("a") is None


def test_on_a_full_disk_nothing_half_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write

    def full(file: int, data: bytes) -> int:
        whole(file, data[:10])
        raise OSError(28, "No space left on device")

    before, after = b"before" * 100, b"after"
    monkeypatch.setattr(os, "write", full)
    keep("ab12", before, after)
    assert find("ab12", after) is None
    folder = state_folder()
    assert folder is not None
    assert list((folder / "undo").iterdir()) == []
    monkeypatch.undo()


def test_a_copy_that_was_cut_is_not_used() -> None:
    keep("ab12", b"before" * 100, b"after")
    folder = state_folder()
    assert folder is not None
    (copy,) = (folder / "undo").iterdir()
    assert find("ab12", b"after") == b"before" * 100
    copy.write_bytes(copy.read_bytes()[:50])
    assert find("ab12", b"after") is None


def test_a_relative_folder_counts_for_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", str(folder / "home"))
    assert state_folder() == folder / "home/.local/state/spaceplan"
    keep("ab12", b"before", b"after")
    assert not (folder / "here").exists()
    monkeypatch.setenv("HOME", "nowhere")
    assert state_folder() is None
    keep("ab12", b"before", b"after")
    assert keep_trace("x") is None
    assert [path.name for path in folder.iterdir()] == ["home"]


def test_a_trace_is_written_where_the_user_finds_it() -> None:
    for text in ("first", "Traceback \udcff"):
        path = keep_trace(text)
    assert path is not None
    assert path.read_text(encoding="utf-8") == "Traceback \\udcff"
    assert [one.name for one in path.parent.iterdir()] == ["fault.txt"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_the_system_knows_no_owners_all_is_the_users(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "geteuid")
    monkeypatch.setattr(os, "supports_dir_fd", set())
    monkeypatch.setattr(system, "fcntl", None)
    assert kept.keep("a", b"one")
    assert kept.find("a") == b"one"
    assert module.is_users_own(os.stat(home(kept)))
