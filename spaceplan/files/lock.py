"""One writer at a time: an advisory lock on the plan's folder.

The lock is on the folder itself, so that the file can be replaced while it is held. It leaves no
file behind, and the system gives it back when its process ends, however it ends: it cannot go
stale. Two plans in one folder share it, which costs them milliseconds.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from spaceplan.errors import FileError

try:
    import fcntl
except ImportError:  # Windows has no flock
    fcntl = None  # type: ignore[assignment]

# Seconds until a waiting writer says so, and until it gives up.
SAY_AFTER = 1.0
GIVE_UP_AFTER = 30.0


@contextmanager
def folder_lock(
    path: Path,
    waiting: Callable[[str], None],
    give_up_after: float = GIVE_UP_AFTER,
    say_after: float = SAY_AFTER,
) -> Iterator[int]:
    """Hold the lock on the folder of ``path``; gives the folder's file descriptor.

    ``waiting`` is told once where it takes longer than ``say_after`` seconds. Raises FileError
    where the folder cannot be opened or has no locks, and after ``give_up_after`` seconds.
    """
    if fcntl is None:
        raise FileError(f"{path}: this system has no file locks (flock); nothing was changed")
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise FileError(f"{path.parent}: cannot be opened: {error.strerror}") from None
    try:
        _acquire(folder, path, waiting, give_up_after, say_after)
        yield folder
    finally:
        os.close(folder)


def _acquire(
    folder: int,
    path: Path,
    waiting: Callable[[str], None],
    give_up_after: float,
    say_after: float,
) -> None:
    if _flock(folder, path, fcntl.LOCK_NB):
        return
    queue = _Queue(folder, path)
    try:
        if queue.wait(min(say_after, give_up_after)):
            return
        if give_up_after > say_after:
            waiting(f"waiting for another spaceplan that is writing {path}")
            if queue.wait(give_up_after - say_after):
                return
        if queue.leave():
            return
    except BaseException:
        queue.leave()
        raise
    raise FileError(
        f"{path}: another spaceplan has been writing it for {give_up_after:.0f} seconds; "
        "nothing was changed, try again"
    )


class _Queue:
    """A thread that stands in the system's queue for a lock, which lets writers in by turns.

    Asking again and again instead would let some wait many times as long as others. The thread's
    descriptor is a copy: what it gets belongs to the folder's own descriptor too.
    """

    def __init__(self, folder: int, path: Path) -> None:
        self.path = path
        self.copy = os.dup(folder)
        self.turn = threading.Event()
        self.mutex = threading.Lock()
        self.error: FileError | None = None
        threading.Thread(target=self._stand, daemon=True).start()

    def _stand(self) -> None:
        try:
            _flock(self.copy, self.path, 0)
        except FileError as error:
            self.error = error
        with self.mutex:
            self.turn.set()
            # Where nobody waits any more this was the last descriptor: the lock goes with it.
            os.close(self.copy)

    def wait(self, seconds: float) -> bool:
        """Whether the lock was had in time. Raises FileError where there are no locks."""
        got = self.turn.wait(seconds)
        if self.error is not None:
            raise self.error
        return got

    def leave(self) -> bool:
        """Wait no more; whether the lock was had in the last moment."""
        with self.mutex:
            return self.turn.is_set() and self.error is None


def _flock(folder: int, path: Path, how: int) -> bool:
    """Take the lock; False where another has it and ``how`` says not to wait."""
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | how)
    except BlockingIOError:
        return False
    except OSError as error:
        raise FileError(
            f"{path}: its file system has no locks ({error.strerror}), so two writers could undo "
            "each other's work; nothing was changed. Copy the plan to a local disk"
        ) from None
    return True
