"""A file made of a plan, whole or not at all: whoever reads it sees the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path

from spaceplan.errors import FileError
from spaceplan.files import system
from spaceplan.files.system import Folder, reason
from spaceplan.files.whole import write_whole


def save(path: Path, data: bytes, *, plan: Path | None = None) -> bool:
    """Write ``data`` to ``path``; False where it holds just that already and is left alone.

    Links lead to the file that is replaced, and its mode stays. A pipe that somebody reads and a
    terminal or the like are written as they are. ``plan`` is the plan file that the data was made
    of, by no name written over. Raises FileError; the old file is then as it was.
    """
    real = _resolved(path)
    try:
        facts = real.stat() if real.exists() else None
        if facts is not None and plan is not None and plan.exists() and real.samefile(plan):
            raise FileError("files.is-the-plan", path=path)
        if facts is not None and stat.S_ISDIR(facts.st_mode):
            raise FileError("files.is-a-folder", path=path)
        if facts is not None and not stat.S_ISREG(facts.st_mode):
            _pour(path, real, facts, data)
            return True
        if facts is not None and real.read_bytes() == data:
            return False
        if not real.parent.is_dir():
            raise FileError("files.no-folder", path=path, folder=real.parent)
        if facts is not None and not system.may_write(real):
            raise FileError("files.read-only", path=path)
        _replace(real, data, None if facts is None else stat.S_IMODE(facts.st_mode))
    except OSError as error:
        raise FileError("files.cannot-be-written", path=path, why=reason(error)) from None
    return True


def create(files: dict[Path, bytes]) -> None:
    """Write new files, all or none; the last one named is the last one written.

    Raises FileError, where one exists already too: nothing is then there that was not before.
    """
    made: list[Path] = []
    for path in files:
        if os.path.lexists(path):
            raise FileError("files.exists", path=path)
    above = {folder for path in files for folder in path.parents if not folder.exists()}
    try:
        for path, data in files.items():
            make_folder(path.parent)
            with Folder(path.parent) as opened:
                if not write_whole(opened, path.name, data, ready=partial(_is_free, path)):
                    raise FileError("files.exists", path=path)
                made.append(path)
                opened.flush()
    except (OSError, FileError) as error:
        for path in made:
            path.unlink(missing_ok=True)
        for folder in sorted(above, reverse=True):
            with suppress(OSError):  # never made, or somebody else's by now
                folder.rmdir()
        if isinstance(error, FileError):
            raise
        raise FileError("files.cannot-be-written", path=path, why=reason(error)) from None


def folder_of(output: str) -> Path | None:
    """The folder that ``-o`` names: one that is there, or a name with a slash at its end."""
    named = output.endswith(("/", os.sep)) or (output not in ("", "-") and Path(output).is_dir())
    return Path(output) if named else None


def make_folder(folder: Path) -> None:
    """Make it with those above it. Raises FileError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError("files.folder-not-made", path=folder, why=reason(error)) from None


def _is_free(path: Path) -> bool:
    return not os.path.lexists(path)


def _resolved(path: Path) -> Path:
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        raise FileError("files.link-circle", path=path) from None
    if path.is_symlink() and not real.exists():
        if real.is_symlink():
            raise FileError("files.link-circle", path=path)
        raise FileError("files.link-to-nothing", path=path, target=real)
    return real


def _replace(real: Path, data: bytes, mode: int | None) -> None:
    with Folder(real.parent) as folder:
        write_whole(
            folder,
            real.name,
            data,
            finish=None if mode is None else lambda file: system.set_mode(file, mode),
        )
        folder.flush()


def _pour(path: Path, real: Path, facts: os.stat_result, data: bytes) -> None:
    """Write to what is no file: a pipe with a reader, or what takes characters."""
    if not (stat.S_ISFIFO(facts.st_mode) or stat.S_ISCHR(facts.st_mode)):
        raise FileError("files.no-file", path=path)
    try:
        # Without a reader this fails at once, instead of waiting for one for ever.
        file = os.open(real, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise FileError("files.no-reader", path=path) from None
        raise
    with open(file, "wb") as stream:
        if hasattr(os, "set_blocking"):
            os.set_blocking(file, True)
        stream.write(data)
