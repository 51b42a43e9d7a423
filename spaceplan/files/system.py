"""What not every system has, each with its counterpart: locks, folders held open, modes.

POSIX has ``flock``, descriptors of folders and modes of descriptors; Windows has ``msvcrt.locking``
of a file, and paths. Nobody else imports or calls what exists on one of them alone.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from spaceplan.errors import Phrase, phrase

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:
    fcntl = None

msvcrt: ModuleType | None
try:
    import msvcrt
except ImportError:
    msvcrt = None

# The file that stands for a folder's lock where a folder cannot be opened.
LOCK_FILE = ".spaceplan.lock"
_CLOSED_TO_CHILDREN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
# As bytes, no link, and never waiting for the other end of a pipe.
_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# Whatever stands there is opened at once: no pipe is waited for.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_UNSUPPORTED = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS)
# What msvcrt.locking says where another has the lock.
_TAKEN = (errno.EACCES, errno.EDEADLK, errno.EAGAIN)
# What is said in words of our own, of what systems say in theirs.
_REASONS = {
    "EACCES": "not-allowed",
    "EPERM": "not-allowed",
    "ENOENT": "not-there",
    "EEXIST": "name-taken",
    "ENOTDIR": "no-folder",
    "EISDIR": "a-folder",
    "ELOOP": "link-circle",
    "ENAMETOOLONG": "long-name",
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EFBIG": "too-large",
    "EROFS": "read-only",
    "EMFILE": "many-open",
    "ENFILE": "many-open",
    "EIO": "disk",
    "ESTALE": "gone",
    "ENXIO": "nobody",
    "ENODEV": "nobody",
    "EBUSY": "busy",
    "ETXTBSY": "busy",
}
# Labels that the system gives each file itself.
_SYSTEM_LABELS = ("security.", "trusted.")


def reason(error: OSError) -> Phrase | str:
    """Why a call failed, in words of both languages; what is rare, in the system's own."""
    key = _REASONS.get(errno.errorcode.get(error.errno or 0, ""))
    return phrase(f"files.why-{key}") if key else error.strerror or str(error)


def has_locks() -> bool:
    """Whether this system has locks at all."""
    return fcntl is not None or msvcrt is not None


def has_queue() -> bool:
    """Whether the system itself lets those that wait for a lock in by turns."""
    return fcntl is not None


def lock(file: int, *, wait: bool = False) -> bool:
    """Take the lock of an open file or folder; False where another has it.

    Only where the system has a queue may it ``wait``. Raises OSError where there are no locks.
    """
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
    if msvcrt is None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    try:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


def open_at_once(path: str, flags: int) -> int:
    """An opener for ``open`` that waits for nothing: a pipe that nobody writes to is opened too."""
    return os.open(path, flags | _AT_ONCE, 0o666)


def is_idle_pipe(path: Path, seconds: float) -> bool:
    """Whether it is a pipe to which nothing has been written for so long. Raises OSError."""
    if not stat.S_ISFIFO(os.stat(path).st_mode):
        return False
    import select

    file = open_at_once(str(path), os.O_RDONLY)
    try:
        return not select.select([file], [], [], seconds)[0]
    finally:
        os.close(file)


def open_as_it_is(path: str | Path) -> int:
    """Open a file for reading: no link is followed, and no pipe is waited for."""
    return os.open(path, os.O_RDONLY | _AS_IT_IS | _CLOSED_TO_CHILDREN)


class Folder:
    """A folder held open; where the system can, by its descriptor, so that it stays the same one.

    Every method raises OSError as the call it stands for does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None
        self._lock: int | None = None
        if os.open in os.supports_dir_fd and os.listdir in os.supports_fd:
            flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CLOSED_TO_CHILDREN
            self.descriptor = os.open(path, flags)
        elif not stat.S_ISDIR(os.stat(path).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give it back, and its lock with it."""
        for file in (self._lock, self.descriptor):
            if file is not None:
                os.close(file)
        self._lock = self.descriptor = None

    def to_lock(self) -> int:
        """What is locked for the folder: itself, else a file in it."""
        if self.descriptor is not None and fcntl is not None:
            return self.descriptor
        if self._lock is None:
            self._lock = self.open(LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
        return self._lock

    def open(self, name: str, flags: int, mode: int = 0o600) -> int:
        """A file of the folder, as bytes; no link is followed."""
        flags |= _AS_IT_IS | _CLOSED_TO_CHILDREN
        if self.descriptor is not None:
            return os.open(name, flags, mode, dir_fd=self.descriptor)
        return os.open(self.path / name, flags, mode)

    def names(self) -> list[str]:
        """What stands in it."""
        return os.listdir(self.path if self.descriptor is None else self.descriptor)

    def stat(self, name: str) -> os.stat_result:
        """A file's facts; a link's own."""
        if self.descriptor is not None:
            return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)
        return os.stat(self.path / name, follow_symlinks=False)

    def unlink(self, name: str) -> None:
        """Remove a file."""
        if self.descriptor is not None:
            os.unlink(name, dir_fd=self.descriptor)
        else:
            os.unlink(self.path / name)

    def replace(self, name: str, target: str) -> None:
        """Give a file another's name, in one step."""
        if self.descriptor is not None:
            at = self.descriptor
            os.replace(name, target, src_dir_fd=at, dst_dir_fd=at)
        else:
            os.replace(self.path / name, self.path / target)

    def flush(self) -> None:
        """Its names reach the disk; some systems and file systems need or know no such call."""
        if self.descriptor is None:
            return
        try:
            os.fsync(self.descriptor)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise


def set_mode(file: int, mode: int) -> None:
    """The mode of an open file, where files have modes of their own."""
    change: Callable[[int, int], None] | None = getattr(os, "fchmod", None)
    if change is not None:
        change(file, mode)


def set_owner(file: int, user: int, group: int) -> None:
    """Owner and group of an open file, where it has others than these."""
    made = os.fstat(file)
    change: Callable[[int, int, int], None] | None = getattr(os, "fchown", None)
    if change is not None and (made.st_uid, made.st_gid) != (user, group):
        change(file, user, group)


def may_write(path: Path) -> bool:
    """Whether this process may write a file."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def is_users_own(facts: os.stat_result, others: int = 0o022) -> bool:
    """Whether a file or folder belongs to the user, and none of the ``others`` may write it.

    Where there are no owners in that sense, it does.
    """
    user: Callable[[], int] | None = getattr(os, "geteuid", None)
    return user is None or (facts.st_uid == user() and not facts.st_mode & others)


def attributes(file: int | Path) -> dict[str, bytes]:
    """Extended attributes, which on Linux hold access lists too; none where there are none."""
    listed: Callable[[int | Path], list[str]] | None = getattr(os, "listxattr", None)
    if listed is None:
        return {}
    try:
        names = listed(file)
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            return {}
        raise
    return {name: os.getxattr(file, name) for name in names if not name.startswith(_SYSTEM_LABELS)}


def set_attribute(file: int, name: str, value: bytes | None) -> None:
    """Give an open file an attribute, or take it away (None)."""
    if value is None:
        os.removexattr(file, name)
    else:
        os.setxattr(file, name, value)
