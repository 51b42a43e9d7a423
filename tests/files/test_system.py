"""What not every system has, hidden: the same is written and read by its counterpart.

No test here proves Windows; they prove that nothing is called which is not there.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import ROOT, Run, WritePlan, milestone, refused_saying

from spaceplan.errors import FileError, Phrase
from spaceplan.files import system
from spaceplan.files.lock import folder_lock
from spaceplan.files.replace import update_file
from spaceplan.files.save import save

# Of one system alone: what Windows lacks.
MISSING = (
    "fchmod", "fchown", "geteuid", "getuid", "listxattr", "getxattr", "setxattr", "removexattr",
    "set_blocking", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "mkfifo", "fork",
)  # fmt: skip


def _open_names() -> list[str]:
    own = "/proc/self/fd"
    return [
        os.readlink(f"{own}/{one}") for one in os.listdir(own) if os.path.exists(f"{own}/{one}")
    ]


def locking(file: int, how: int, size: int) -> None:
    """``msvcrt.locking`` by what this system has."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise PermissionError(13, "Permission denied") from error


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system as Windows is: no flock, no descriptors of folders, no open file renamed."""
    monkeypatch.setattr(system, "fcntl", None)
    monkeypatch.setattr(system, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    for name in MISSING:
        monkeypatch.delattr(os, name)
    for name in ("supports_dir_fd", "supports_fd", "supports_effective_ids"):
        monkeypatch.setattr(os, name, set())
    replace, unlink = os.replace, os.unlink

    def only_closed(source: object, target: object) -> None:
        assert str(source) not in _open_names()
        replace(str(source), str(target))

    def only_closed_too(name: object) -> None:
        assert str(name) not in _open_names()
        unlink(str(name))

    monkeypatch.setattr(os, "replace", only_closed)
    monkeypatch.setattr(os, "unlink", only_closed_too)


def silent(message: Phrase) -> None:
    """Nobody waits."""


def test_a_plan_is_replaced_and_leftovers_are_swept(elsewhere: None, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old\r\n")
    (tmp_path / ".plan.yaml.spaceplan-1-00000000.tmp").write_bytes(b"half")
    assert update_file(plan, lambda data: data + b"new\r\n")
    assert plan.read_bytes() == b"old\r\nnew\r\n"
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [system.LOCK_FILE, "plan.yaml"]


def test_one_writer_at_a_time(elsewhere: None, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"old\n")
    with folder_lock(plan, silent), refused_saying("has been writing it for 0 sec", FileError):
        update_file(plan, lambda data: b"new", waiting=silent, give_up_after=0.1)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with folder_lock(plan, silent):
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    threading.Timer(0.1, done.set).start()
    assert update_file(plan, lambda data: b"new\n", waiting=silent)
    other.join()


def test_without_any_locks_a_plan_is_read_and_exports_are_written(
    elsewhere: None, run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "msvcrt", None)
    write_plan(milestone("1-1"))
    assert run("list").code == 0
    assert run("export", "-o", "a.csv").code == 0
    done = run("note", "1-1", "--note", "x")
    assert done.code == 2
    assert "this system has no file locks; nothing was changed" in done.err
    assert not list(Path().glob("*.tmp"))


def test_the_commands_work_there(elsewhere: None, run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1"))
    before = path.read_bytes()
    assert run("note", "1-1", "--note", "x").code == 0
    assert run("show", "1-1").code == 0
    assert run("undo").code == 0
    assert path.read_bytes() == before
    assert save(Path("a.md"), b"x")
    assert run("init", "own").code == 0


def test_nothing_of_one_system_is_imported_or_called_when_the_program_starts(
    write_plan: WritePlan,
) -> None:
    path = write_plan(milestone("1-1"))
    code = f"""
        import os, sys
        for name in ("fcntl", "termios", "pwd", "grp", "resource"):
            sys.modules[name] = None
        for name in {MISSING!r}:
            delattr(os, name)
        os.supports_dir_fd = os.supports_fd = os.supports_effective_ids = frozenset()
        from spaceplan.app import run
        sys.exit(run(["list", "--plan", {str(path)!r}]))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1-1" in done.stdout
