"""The one hand that writes files: whole or not at all.

The content goes to a temporary file beside the target, is flushed, and takes the target's name in
one step; then the folder is flushed. Whoever reads sees the old file or the new one.

A killed writer leaves its temporary file. All have names of one pattern, and the next that writes
in the folder sweeps them: a living writer holds the lock of its own, so that it is let be.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress

from spaceplan.files import system
from spaceplan.files.system import Folder

_LEFTOVER = r"(?s)\.(?:.+\.)?spaceplan-[0-9]+-[0-9a-f]{8}\.tmp\Z"
_LONGEST_STEM = 200
# A name is drawn anew where a sweeper was faster than the lock.
_DRAWS = 10


def write_whole(
    folder: Folder,
    name: str,
    data: bytes,
    *,
    mode: int = 0o666,
    finish: Callable[[int], None] | None = None,
    ready: Callable[[], bool] | None = None,
    flushed: bool = True,
) -> bool:
    """Put ``data`` under ``name`` in a folder; False where ``ready`` said no at the last moment.

    ``mode`` is that of a new file, less the umask. ``finish`` gets the open file before it is
    flushed, to give it what belongs to it. ``flushed=False`` spares the flushing where a torn file
    would be noticed when it is read. Raises OSError; what stood there is then as it was.
    """
    sweep(folder)
    temporary, file = _draw(folder, name, mode)
    renamed = False
    try:
        try:
            _write(file, data)
            if finish is not None:
                finish(file)
            if flushed:
                os.fsync(file)
            if ready is not None and not ready():
                return False
            if folder.descriptor is not None:
                folder.replace(temporary, name)
                renamed = True
        finally:
            os.close(file)
        if not renamed:  # elsewhere an open file cannot be renamed
            folder.replace(temporary, name)
            renamed = True
    finally:
        if not renamed:
            with suppress(OSError):  # never mind: the next writer sweeps it
                folder.unlink(temporary)
    return True


def sweep(folder: Folder) -> int:
    """Remove what killed writers left in a folder: how much that was.

    Process numbers say nothing: they are used again, and mean nothing across containers.
    """
    swept = 0
    for name in folder.names():
        if re.match(_LEFTOVER, name):
            with suppress(OSError):  # another user's, or gone meanwhile; it harms nobody
                swept += _sweep_one(folder, name)
    return swept


def _sweep_one(folder: Folder, name: str) -> bool:
    if not stat.S_ISREG(folder.stat(name).st_mode):
        return False
    file = folder.open(name, os.O_RDWR)
    try:
        dead = system.lock(file)
        if dead and folder.descriptor is not None:
            folder.unlink(name)
    finally:
        os.close(file)
    if dead and folder.descriptor is None:  # there an open file cannot be removed
        folder.unlink(name)
    return dead


def _draw(folder: Folder, name: str, mode: int) -> tuple[str, int]:
    """A new temporary file with its lock held: its name and descriptor."""
    stem = name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    for _ in range(_DRAWS):
        temporary = f".{stem}.spaceplan-{os.getpid()}-{os.urandom(4).hex()}.tmp"
        file = folder.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
        if _hold(folder, temporary, file):
            return temporary, file
        os.close(file)
    raise FileExistsError(17, os.strerror(17), name)


def _hold(folder: Folder, temporary: str, file: int) -> bool:
    """Whether the lock was had while the file still stood there."""
    try:
        if not system.lock(file):
            return False
    except OSError:
        return True  # there are no locks here, so nobody sweeps either
    try:
        return os.path.samestat(folder.stat(temporary), os.fstat(file))
    except OSError:
        return False


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
