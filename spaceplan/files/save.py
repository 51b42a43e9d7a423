"""A file made of a plan, whole or not at all: whoever reads it sees the old one or the new one."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from spaceplan.errors import FileError


def save(path: Path, data: bytes, *, plan: Path | None = None) -> bool:
    """Write ``data`` to ``path``; False where it holds just that already and is left alone.

    Links lead to the file that is replaced, and its mode stays. What is no regular file (a pipe,
    a device) is written as it is. ``plan`` is the plan file that the data was made of, by no name
    written over. Raises FileError; the old file is then as it was.
    """
    real = path.resolve()
    try:
        facts = real.stat() if real.exists() else None
        if facts is not None and plan is not None and plan.exists() and real.samefile(plan):
            raise FileError(f"{path}: is the plan itself; expected the name of another file")
        if facts is not None and stat.S_ISDIR(facts.st_mode):
            raise FileError(f"{path}: is a folder; expected the name of a file")
        if facts is not None and not stat.S_ISREG(facts.st_mode):
            real.write_bytes(data)
            return True
        if facts is not None and real.read_bytes() == data:
            return False
        if not real.parent.is_dir():
            raise FileError(f"{path}: the folder {real.parent} does not exist")
        if facts is not None and not os.access(real, os.W_OK):
            raise FileError(f"{path}: is read-only; it is as it was")
        _replace(real, data, stat.S_IMODE(facts.st_mode) if facts else None)
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {error.strerror}") from None
    return True


def _replace(real: Path, data: bytes, mode: int | None) -> None:
    temporary = real.with_name(f".spaceplan-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, real)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
