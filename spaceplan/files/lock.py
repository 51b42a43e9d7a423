"""One writer at a time: an advisory lock on the plan's folder.

The lock is on the folder itself, so that the file can be replaced while it is held. It leaves no
file behind, and the system gives it back when its process ends, however it ends: it cannot go
stale. Two plans in one folder share it, which costs them milliseconds. Where a folder cannot be
locked (Windows), a small file in it is.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from spaceplan.errors import FileError, Phrase, phrase
from spaceplan.files import system
from spaceplan.files.system import Folder, reason

# Seconds until a waiting writer says so, and until it gives up.
SAY_AFTER = 1.0
GIVE_UP_AFTER = 30.0
# Where the system keeps no queue, seconds from one try to the next.
_AGAIN_AFTER = 0.05


@contextmanager
def folder_lock(
    path: Path,
    waiting: Callable[[Phrase], None],
    give_up_after: float = GIVE_UP_AFTER,
    say_after: float = SAY_AFTER,
) -> Iterator[Folder]:
    """Hold the lock on the folder of ``path``; gives the folder.

    ``waiting`` is told once where it takes longer than ``say_after`` seconds. Raises FileError
    where the folder cannot be opened or has no locks, and after ``give_up_after`` seconds.
    """
    if not system.has_locks():
        raise FileError("files.system-has-no-locks", path=path)
    try:
        folder = Folder(path.parent)
    except OSError as error:
        raise FileError("files.cannot-be-opened", path=path.parent, why=reason(error)) from None
    with folder:
        _acquire(folder, path, waiting, give_up_after, say_after)
        yield folder


def _acquire(
    folder: Folder,
    path: Path,
    waiting: Callable[[Phrase], None],
    give_up_after: float,
    say_after: float,
) -> None:
    try:
        file = folder.to_lock()
    except OSError as error:
        raise FileError("files.cannot-be-opened", path=path.parent, why=reason(error)) from None
    if _take(file, path, wait=False):
        return
    queue = _Queue(file, path) if system.has_queue() else _Tries(file, path)
    try:
        if queue.wait(min(say_after, give_up_after)):
            return
        if give_up_after > say_after:
            waiting(phrase("files.waiting", path=path))
            if queue.wait(give_up_after - say_after):
                return
        if queue.leave():
            return
    except BaseException:
        queue.leave()
        raise
    raise FileError("files.gave-up", path=path, seconds=f"{give_up_after:.0f}")


class _Queue:
    """A thread that stands in the system's queue for a lock, which lets writers in by turns.

    Asking again and again instead would let some wait many times as long as others. The thread's
    descriptor is a copy: what it gets belongs to the folder's own descriptor too.
    """

    def __init__(self, file: int, path: Path) -> None:
        self.path = path
        self.copy = os.dup(file)
        self.turn = threading.Event()
        self.mutex = threading.Lock()
        self.error: FileError | None = None
        threading.Thread(target=self._stand, daemon=True).start()

    def _stand(self) -> None:
        try:
            _take(self.copy, self.path, wait=True)
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


class _Tries:
    """Asking again and again, where the system keeps no queue."""

    def __init__(self, file: int, path: Path) -> None:
        self.file = file
        self.path = path

    def wait(self, seconds: float) -> bool:
        """Whether the lock was had in time. Raises FileError where there are no locks."""
        end = time.monotonic() + seconds
        while not _take(self.file, self.path, wait=False):
            if time.monotonic() >= end:
                return False
            time.sleep(_AGAIN_AFTER)
        return True

    def leave(self) -> bool:
        """Nothing waits that could be had yet."""
        return False


def _take(file: int, path: Path, *, wait: bool) -> bool:
    """Take the lock; False where another has it and nobody is to wait."""
    try:
        return system.lock(file, wait=wait)
    except OSError as error:
        raise FileError("files.no-locks", path=path, why=reason(error)) from None
