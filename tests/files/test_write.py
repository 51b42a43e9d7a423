"""A plan file is replaced whole or not at all, and nobody's change is lost."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import ROOT, refused_saying

from spaceplan.errors import FileError, Phrase, UsageError
from spaceplan.files import lock, system
from spaceplan.files import replace as write
from spaceplan.files.lock import folder_lock
from spaceplan.files.replace import update_file
from spaceplan.words import said, told

NOBODY = 65534


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"old\n")
    return path


def silent(message: Phrase) -> None:
    """For tests in which nobody waits."""


def append(data: bytes) -> bytes:
    return data + b"new\n"


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(path: Path, change: Callable[[bytes], bytes] = append) -> str:
    """What a refused update says; the file must be as it was and nothing left beside it."""
    before, names = path.read_bytes(), left_in(path.parent)
    with pytest.raises(FileError) as caught:
        update_file(path, change, waiting=silent)
    assert path.read_bytes() == before
    assert left_in(path.parent) == names
    return told(caught.value, "en")


def in_child(action: Callable[[], object]) -> str:
    """Run in a forked process; what it returned, or the message of its FileError."""
    read, written = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            text = str(action())
        except FileError as error:
            text = told(error, "en")
        except BaseException as error:
            text = f"unexpected {error!r}"
        os.write(written, text.encode())
        os._exit(0)
    os.close(written)
    with os.fdopen(read, "rb") as pipe:
        text = pipe.read().decode()
    os.waitpid(child, 0)
    return text


def without_privileges() -> None:
    """The superuser may write everywhere; in a child, become somebody who may not."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


class TestReplacing:
    def test_the_new_content_stands_and_nothing_is_left(self, plan: Path) -> None:
        assert update_file(plan, append)
        assert plan.read_bytes() == b"old\nnew\n"
        assert left_in(plan.parent) == ["plan.yaml"]

    def test_no_change_touches_nothing(self, plan: Path) -> None:
        before = plan.stat()
        assert not update_file(plan, lambda data: None)
        assert not update_file(plan, lambda data: data)
        assert plan.stat() == before

    def test_what_the_change_raises_leaves_the_file(self, plan: Path) -> None:
        def change(data: bytes) -> bytes:
            raise UsageError("no such milestone")

        with pytest.raises(UsageError, match="no such milestone"):
            update_file(plan, change)
        assert left_in(plan.parent) == ["plan.yaml"]

    def test_mode_and_owner_are_kept(self, plan: Path) -> None:
        plan.chmod(0o664)
        before = plan.stat()
        update_file(plan, append)
        after = plan.stat()
        assert stat.S_IMODE(after.st_mode) == 0o664
        assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)

    def test_extended_attributes_are_kept(self, plan: Path) -> None:
        try:
            os.setxattr(plan, "user.origin", b"cabinet")
        except OSError:  # a file system without them has nothing to keep
            return
        update_file(plan, append)
        assert os.getxattr(plan, "user.origin") == b"cabinet"

    def test_a_link_stays_and_its_target_is_replaced(self, plan: Path, tmp_path: Path) -> None:
        (tmp_path / "links").mkdir()
        link = tmp_path / "links" / "milestones.yaml"
        link.symlink_to("../plan.yaml")
        update_file(link, append)
        assert link.is_symlink()
        assert plan.read_bytes() == b"old\nnew\n"
        assert left_in(link.parent) == ["milestones.yaml"]

    def test_a_long_name_in_japanese(self, tmp_path: Path) -> None:
        path = tmp_path / ("計画" * 40 + ".yaml")
        path.write_bytes(b"old\n")
        assert update_file(path, append)

    def test_short_writes_are_gone_on_with(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = os.write
        monkeypatch.setattr(os, "write", lambda file, data: whole(file, data[:2]))
        update_file(plan, append)
        assert plan.read_bytes() == b"old\nnew\n"

    def test_file_and_folder_are_flushed_in_order(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        steps: list[str] = []
        flush, replace = os.fsync, os.replace

        def fsync(file: int) -> None:
            steps.append("folder" if stat.S_ISDIR(os.fstat(file).st_mode) else "file")
            flush(file)

        def rename(*names: str, **folders: int) -> None:
            steps.append("rename")
            replace(*names, **folders)

        monkeypatch.setattr(os, "fsync", fsync)
        monkeypatch.setattr(os, "replace", rename)
        update_file(plan, append)
        assert steps == ["file", "rename", "folder"]


class TestRefusing:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        with refused_saying("no such file", FileError):
            update_file(tmp_path / "plan.yaml", append)

    def test_a_link_to_nothing(self, tmp_path: Path) -> None:
        link = tmp_path / "plan.yaml"
        link.symlink_to("gone.yaml")
        with refused_saying("is a link to .*gone.yaml, which does not exist", FileError):
            update_file(link, append)

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "plan.yaml")
        with refused_saying("is no regular file", FileError):
            update_file(tmp_path / "plan.yaml", append)

    def test_a_read_only_file_though_a_rename_would_work(self, plan: Path) -> None:
        plan.chmod(0o444)
        assert refused(plan).endswith("plan.yaml: is read-only; nothing was changed")

    def test_a_file_with_several_hard_links(self, plan: Path) -> None:
        os.link(plan, plan.parent / "other.yaml")
        assert "has 2 hard links" in refused(plan)

    def test_a_read_only_folder(self, open_folder: Path) -> None:
        plan = open_folder / "plan.yaml"
        plan.write_bytes(b"old\n")
        plan.chmod(0o666)
        open_folder.chmod(0o555)

        def update() -> object:
            without_privileges()
            return update_file(plan, append)

        message = in_child(update)
        assert message.startswith(f"{plan}: cannot be written: permission denied")
        assert message.endswith("the file is as it was")
        assert plan.read_bytes() == b"old\n"

    def test_an_owner_that_cannot_be_kept(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        facts = write._facts

        def anothers(path: Path) -> os.stat_result:
            found = list(facts(path))
            found[4] += 1  # st_uid
            return os.stat_result(found, {"st_mtime_ns": facts(path).st_mtime_ns})

        def fchown(file: int, user: int, group: int) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(write, "_facts", anothers)
        monkeypatch.setattr(os, "fchown", fchown)
        message = refused(plan)
        assert "its owner and group" in message
        assert "cannot be kept: permission denied; nothing was changed" in message

    def test_an_access_list_that_cannot_be_kept(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def setxattr(*facts: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        name = "system.posix_acl_access"
        monkeypatch.setattr(os, "listxattr", lambda file: [name] if file == plan else [])
        monkeypatch.setattr(os, "getxattr", lambda file, name: b"access list")
        monkeypatch.setattr(os, "setxattr", setxattr)
        assert f"its attribute {name} cannot be kept" in refused(plan)

    def test_a_full_disk(self, plan: Path) -> None:
        def update() -> object:
            # Writing past the limit fails as on a full disk: part of the data is written first.
            resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
            return update_file(plan, lambda data: b"x" * 10_000)

        message = in_child(update)
        assert "cannot be written: it would be too large; the file is as it was" in message
        assert plan.read_bytes() == b"old\n"
        assert left_in(plan.parent) == ["plan.yaml"]

    @pytest.mark.parametrize("step", ["fsync", "replace", "fchmod"])
    def test_a_step_that_fails(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        def fail(*args: object, **more: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, step, fail)
        assert "no space is left; the file is as it was" in refused(plan)


class TestSomebodyElse:
    """An editor that knows no locks."""

    def test_a_file_saved_meanwhile_is_read_again(self, plan: Path) -> None:
        seen: list[bytes] = []

        def change(data: bytes) -> bytes:
            seen.append(data)
            if len(seen) == 1:
                plan.write_bytes(b"edited\n")
            return append(data)

        assert update_file(plan, change)
        assert seen == [b"old\n", b"edited\n"]
        assert plan.read_bytes() == b"edited\nnew\n"

    def test_a_file_replaced_meanwhile_is_read_again(self, plan: Path) -> None:
        seen: list[bytes] = []

        def change(data: bytes) -> bytes:
            seen.append(data)
            if len(seen) == 1:
                other = plan.with_name("edited")
                other.write_bytes(b"OLD\n")
                os.replace(other, plan)
            return append(data)

        assert update_file(plan, change)
        assert plan.read_bytes() == b"OLD\nnew\n"

    def test_a_file_read_while_it_was_being_saved_is_read_again(self, plan: Path) -> None:
        seen: list[bytes] = []

        def change(data: bytes) -> bytes:
            seen.append(data)
            if len(seen) == 1:
                plan.write_bytes(b"whole\n")
                raise UsageError("half a file")
            return append(data)

        assert update_file(plan, change)
        assert plan.read_bytes() == b"whole\nnew\n"

    def test_one_who_saves_all_the_time_wins(self, plan: Path) -> None:
        seen: list[bytes] = []

        def change(data: bytes) -> bytes:
            seen.append(data)
            plan.write_bytes(b"edited %d\n" % len(seen))
            return append(data)

        with refused_saying("saved by somebody else 4 times", FileError):
            update_file(plan, change)
        assert plan.read_bytes() == b"edited 4\n"
        assert left_in(plan.parent) == ["plan.yaml"]

    def test_a_file_taken_away_meanwhile(self, plan: Path) -> None:
        def change(data: bytes) -> bytes:
            plan.unlink()
            return append(data)

        with refused_saying("was removed meanwhile", FileError):
            update_file(plan, change)
        assert left_in(plan.parent) == []


class TestLock:
    def test_a_waiting_writer_says_so_and_gives_up(self, plan: Path) -> None:
        waited: list[Phrase] = []
        with (
            folder_lock(plan, silent),
            pytest.raises(FileError) as caught,
            folder_lock(plan, waited.append, give_up_after=0.2, say_after=0.05),
        ):
            pass
        assert [said(one, "en") for one in waited] == [
            f"waiting for another spaceplan that is writing {plan}"
        ]
        assert "another spaceplan has been writing it for 0 seconds" in told(caught.value, "en")

    def test_it_says_so_after_a_second_and_gives_up_after_thirty(self) -> None:
        assert (lock.SAY_AFTER, lock.GIVE_UP_AFTER) == (1.0, 30.0)

    def test_a_waiting_writer_goes_on_when_the_other_is_done(self, plan: Path) -> None:
        held, done = threading.Event(), threading.Event()

        def hold() -> None:
            with folder_lock(plan, silent):
                held.set()
                done.wait(10)

        other = threading.Thread(target=hold)
        other.start()
        held.wait(10)
        threading.Timer(0.1, done.set).start()
        assert update_file(plan, append, waiting=silent)
        other.join()

    def test_a_killed_writer_holds_no_lock(self, plan: Path) -> None:
        child = os.fork()
        if child == 0:
            with folder_lock(plan, silent):
                time.sleep(60)
            os._exit(0)
        other = os.open(plan.parent, os.O_RDONLY)
        for _ in range(500):
            try:
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                break
            fcntl.flock(other, fcntl.LOCK_UN)
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(other)
        assert update_file(plan, append, waiting=silent, give_up_after=0)

    @pytest.mark.parametrize("code", [errno.ENOTSUP, errno.ENOLCK, errno.EBADF])
    def test_a_file_system_without_locks(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        def flock(folder: int, how: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(fcntl, "flock", flock)
        assert "its file system has no locks" in refused(plan)

    def test_a_system_without_locks(self, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system, "fcntl", None)
        monkeypatch.setattr(system, "msvcrt", None)
        assert "this system has no file locks" in refused(plan)


class TestLeftovers:
    def test_the_next_writer_sweeps_what_a_killed_one_left(self, plan: Path) -> None:
        (plan.parent / ".plan.yaml.spaceplan-12345-0badcafe.tmp").write_bytes(b"half")
        (plan.parent / ".other.yaml.spaceplan-1-00000000.tmp").write_bytes(b"half")
        update_file(plan, append)
        assert left_in(plan.parent) == ["plan.yaml"]

    def test_nothing_else_is_swept(self, plan: Path) -> None:
        names = [
            ".plan.yaml.swp",
            ".plan.yaml.spaceplan-12345.tmp",
            "plan.yaml.spaceplan-12345-0badcafe.tmp",
            ".plan.yaml.spaceplan-12345-0badcafe.tmp.bak",
        ]
        for name in names:
            (plan.parent / name).write_bytes(b"mine")
        (plan.parent / ".x.spaceplan-1-00000000.tmp").mkdir()
        update_file(plan, append)
        assert left_in(plan.parent) == sorted([*names, ".x.spaceplan-1-00000000.tmp", "plan.yaml"])


# Each line of the file is a counter; its last line says how many lines and their sum.
WORKER = """\
    import sys
    from pathlib import Path
    from spaceplan.files.replace import update_file

    def change(data):
        *counters, _ = data.decode().splitlines()
        numbers = [int(one) for one in counters]
        numbers[line] += 1
        return whole(numbers)

    def whole(numbers):
        lines = [*map(str, numbers), f"{len(numbers)} {sum(numbers)}"]
        return "".join(one + chr(10) for one in lines).encode()

    path, line, times = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for _ in range(times):
        assert update_file(path, change)
    """


def is_whole(data: bytes) -> bool:
    *counters, last = data.decode().splitlines()
    return last == f"{len(counters)} {sum(map(int, counters))}"


def worker(path: Path, line: int, times: int, *wrap: str) -> subprocess.Popen[bytes]:
    code = textwrap.dedent(WORKER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [*wrap, sys.executable, "-c", code, str(path), str(line), str(times)],
        env=environment,
        stderr=subprocess.PIPE,
    )


class TestProcesses:
    @pytest.mark.parametrize("lines", [8, 1])
    def test_every_update_of_eight_writers_arrives(self, tmp_path: Path, lines: int) -> None:
        """On distinct lines and on one; ``benchmarks/safety.py`` does it with 50 commands each."""
        path = tmp_path / "plan.yaml"
        path.write_bytes(b"0\n" * lines + b"%d 0\n" % lines)
        writers = [worker(path, number % lines, 20) for number in range(8)]
        while any(one.poll() is None for one in writers):
            assert is_whole(path.read_bytes())
        # On a busy machine one may wait long enough to say so.
        said = [one.communicate()[1] for one in writers]
        assert all(not text or text.startswith(b"waiting for another") for text in said)
        assert [one.returncode for one in writers] == [0] * 8
        assert is_whole(path.read_bytes())
        assert path.read_bytes().endswith(b" 160\n")
        assert left_in(tmp_path) == ["plan.yaml"]

    def test_killed_at_random_moments_the_file_is_the_old_or_the_new_one(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "plan.yaml"
        path.write_bytes(b"0\n1 0\n")
        for number in range(20):
            before = int(path.read_bytes().split()[0])
            one = worker(path, 0, 100_000)
            while int(path.read_bytes().split()[0]) == before and one.poll() is None:
                pass  # it writes now
            time.sleep(0.0007 * number)
            one.kill()
            one.communicate()
            assert is_whole(path.read_bytes())
        one = worker(path, 0, 1)
        assert one.communicate()[1] == b""
        assert left_in(tmp_path) == ["plan.yaml"]

    def test_killed_at_each_system_call_the_file_is_the_old_or_the_new_one(
        self, tmp_path: Path
    ) -> None:
        """By strace where it is installed; else there is nothing that could place the kill."""
        strace = shutil.which("strace")
        if strace is None:
            return
        path = tmp_path / "plan.yaml"
        content = b"0\n1 0\n"
        path.write_bytes(content)
        for call in ("write", "fsync", "rename,renameat,renameat2"):
            outcomes = set()
            for number in range(1, 10):
                path.write_bytes(content)
                injected = f"inject={call}:signal=SIGKILL:when={number}"
                one = worker(path, 0, 1, strace, "-f", "-qq", "-e", f"trace={call}", "-e", injected)
                error = one.communicate()[1].decode()
                if "PTRACE" in error or "Operation not permitted" in error:
                    return  # tracing is forbidden here
                data = path.read_bytes()
                assert data in (content, b"1\n1 1\n"), (call, number)
                outcomes.add(data)
                if one.returncode == 0:
                    break
            assert one.returncode == 0
            assert b"1\n1 1\n" in outcomes
        assert left_in(tmp_path) == ["plan.yaml"]
