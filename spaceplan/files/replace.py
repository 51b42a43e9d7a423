"""Replacing a file safely: under a lock, whole or not at all, keeping what belongs to it.

The new content goes to a temporary file beside the target, is flushed, and takes the target's
name in one step; then the folder is flushed. Whoever reads sees the old file or the new one.

What is kept: symbolic links (the file they lead to is replaced), mode, owner, group, extended
attributes and access lists. What cannot be kept is a reason to refuse: so is a file with several
hard links (replacing would part them) and one without write permission (replacing would need
none, but its owner does not want it changed).

An editor that knows no locks may save the file meanwhile. The file is compared once more right
before it is replaced; where it changed, the change is made anew on the new content. What remains
is the moment between that look and the rename, some microseconds.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from spaceplan.errors import FileError, SpaceplanError
from spaceplan.files.content import read_bytes
from spaceplan.files.lock import GIVE_UP_AFTER, folder_lock

# How often a change is made anew where somebody saved the file meanwhile.
RETRIES = 3
_LEFTOVER = re.compile(r"\..+\.spaceplan-[0-9]+-[0-9a-f]{8}\.tmp\Z", re.DOTALL)
_LONGEST_STEM = 200
_UNSUPPORTED = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS)
# Labels that the system gives each file itself.
_SYSTEM_LABELS = ("security.", "trusted.")


def say(message: str) -> None:
    """A line on stderr."""
    print(message, file=sys.stderr, flush=True)


def update_file(
    path: Path,
    change: Callable[[bytes], bytes | None],
    *,
    waiting: Callable[[str], None] = say,
    give_up_after: float = GIVE_UP_AFTER,
) -> bool:
    """Replace a file's content by ``change`` of it; whether anything was written.

    ``change`` gets the bytes and returns the new ones, or None to leave the file. It is called
    again, up to ``RETRIES`` times, where somebody else saved the file meanwhile; what it raises
    is raised here. Raises FileError where the file cannot be replaced: it is then as it was.
    """
    real = _resolve(path)
    with folder_lock(real, waiting, give_up_after) as folder:
        if _resolve(path) != real:
            raise FileError(f"{path}: the link was changed meanwhile; nothing was changed")
        sweep(folder)
        for _ in range(1 + RETRIES):
            before = _facts(real)
            data = read_bytes(real)
            try:
                new = change(data)
            except SpaceplanError:
                if _unchanged(real, before, data):
                    raise
                continue  # it was being saved while it was read
            if new is None or new == data:
                return False
            _check_replaceable(real, _facts(real))
            if _replace(folder, real, new, before, data):
                return True
    raise FileError(
        f"{path}: saved by somebody else {1 + RETRIES} times meanwhile; nothing was changed"
    )


def sweep(folder: int) -> None:
    """Remove what killed writers left in a folder whose lock is held.

    Whoever writes holds the lock, so any such file is a leftover, whatever its process number
    says (numbers are used again, and mean nothing across containers).
    """
    for name in os.listdir(folder):
        if _LEFTOVER.match(name):
            try:
                if stat.S_ISREG(os.lstat(name, dir_fd=folder).st_mode):
                    os.unlink(name, dir_fd=folder)
            except OSError:
                continue  # another user's; it harms nobody


def _resolve(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except FileNotFoundError:
        raise FileError(f"{path}: no such file") from None
    except (OSError, RuntimeError) as error:
        raise FileError(f"{path}: cannot be read: {error}") from None


def _facts(real: Path) -> os.stat_result:
    try:
        facts = os.stat(real, follow_symlinks=False)
    except FileNotFoundError:
        raise FileError(f"{real}: was removed meanwhile; nothing was changed") from None
    except OSError as error:
        raise FileError(f"{real}: cannot be read: {error.strerror}") from None
    if not stat.S_ISREG(facts.st_mode):
        raise FileError(f"{real}: is no regular file; expected a plan file")
    return facts


def _unchanged(real: Path, before: os.stat_result, data: bytes) -> bool:
    now = _facts(real)
    same = all(
        getattr(before, name) == getattr(now, name)
        for name in ("st_dev", "st_ino", "st_size", "st_mtime_ns", "st_mode", "st_uid", "st_gid")
    )
    return same and read_bytes(real) == data


def _check_replaceable(real: Path, facts: os.stat_result) -> None:
    permitted = os.access(real, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    # The superuser may write anything; a file that is meant for nobody's writing is still refused.
    if not permitted or not facts.st_mode & 0o222:
        raise FileError(f"{real}: is read-only; nothing was changed")
    if facts.st_nlink > 1:
        raise FileError(
            f"{real}: has {facts.st_nlink} hard links, and replacing it would part them; "
            "nothing was changed. Make the others symbolic links"
        )


def _replace(folder: int, real: Path, new: bytes, before: os.stat_result, data: bytes) -> bool:
    """Put ``new`` in the file's place; False where it is no longer what was read."""
    stem = real.name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    name = f".{stem}.spaceplan-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    renamed = False
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        temporary = os.open(name, flags, 0o600, dir_fd=folder)
        try:
            _write(temporary, new)
            _keep(temporary, real, before)
            os.fsync(temporary)
        finally:
            os.close(temporary)
        if not _unchanged(real, before, data):
            return False
        os.replace(name, real.name, src_dir_fd=folder, dst_dir_fd=folder)
        renamed = True
    except OSError as error:
        raise FileError(
            f"{real}: cannot be written: {error.strerror}; the file is as it was"
        ) from None
    finally:
        if not renamed:
            _discard(folder, name)
    _flush_folder(folder, real)
    return True


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _discard(folder: int, name: str) -> None:
    with suppress(OSError):  # never made, or the next writer sweeps it
        os.unlink(name, dir_fd=folder)


def _flush_folder(folder: int, real: Path) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise FileError(
                f"{real}: was written, but its folder could not be flushed: {error.strerror}"
            ) from None


def _keep(temporary: int, real: Path, facts: os.stat_result) -> None:
    """Give the new file the old one's owner, group, attributes and mode."""
    made = os.fstat(temporary)
    if (made.st_uid, made.st_gid) != (facts.st_uid, facts.st_gid):
        try:
            os.fchown(temporary, facts.st_uid, facts.st_gid)
        except OSError as error:
            raise FileError(
                f"{real}: its owner and group ({facts.st_uid}:{facts.st_gid}) cannot be kept: "
                f"{error.strerror}; nothing was changed"
            ) from None
    os.fchmod(temporary, stat.S_IMODE(facts.st_mode))
    _keep_attributes(temporary, real)


def _keep_attributes(temporary: int, real: Path) -> None:
    """Extended attributes, which on Linux hold access lists too."""
    if not hasattr(os, "listxattr"):
        return
    old, new = _attributes(real), _attributes(temporary)
    try:
        for name, value in old.items():
            if new.get(name) != value:
                os.setxattr(temporary, name, value)
        for name in new.keys() - old.keys():
            os.removexattr(temporary, name)
    except OSError as error:
        raise FileError(
            f"{real}: its attribute {name} cannot be kept: {error.strerror}; nothing was changed"
        ) from None


def _attributes(file: int | Path) -> dict[str, bytes]:
    try:
        names = os.listxattr(file)
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            return {}
        raise
    return {name: os.getxattr(file, name) for name in names if not name.startswith(_SYSTEM_LABELS)}
