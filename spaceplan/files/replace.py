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

import os
import stat
from collections.abc import Callable
from pathlib import Path

from spaceplan.errors import FileError, Phrase, SpaceplanError
from spaceplan.files import system
from spaceplan.files.content import read_bytes, tell, unreadable
from spaceplan.files.lock import GIVE_UP_AFTER, folder_lock
from spaceplan.files.system import Folder, reason
from spaceplan.files.whole import write_whole

# How often a change is made anew where somebody saved the file meanwhile.
RETRIES = 3


def update_file(
    path: Path,
    change: Callable[[bytes], bytes | None],
    *,
    waiting: Callable[[Phrase], None] = tell,
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
            raise FileError("files.link-changed", path=path)
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
    raise FileError("files.saved-meanwhile", path=path, times=1 + RETRIES)


def _resolve(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path, strict=True))
    except OSError as error:
        raise unreadable(path, error) from None


def _facts(real: Path) -> os.stat_result:
    try:
        facts = os.stat(real, follow_symlinks=False)
    except FileNotFoundError:
        raise FileError("files.removed-meanwhile", path=real) from None
    except OSError as error:
        raise FileError("files.cannot-be-read", path=real, why=reason(error)) from None
    if not stat.S_ISREG(facts.st_mode):
        raise FileError("files.no-regular-file", path=real)
    return facts


def _unchanged(real: Path, before: os.stat_result, data: bytes) -> bool:
    now = _facts(real)
    same = all(
        getattr(before, name) == getattr(now, name)
        for name in ("st_dev", "st_ino", "st_size", "st_mtime_ns", "st_mode", "st_uid", "st_gid")
    )
    return same and read_bytes(real) == data


def _check_replaceable(real: Path, facts: os.stat_result) -> None:
    # The superuser may write anything; a file that is meant for nobody's writing is still refused.
    if not system.may_write(real) or not facts.st_mode & 0o222:
        raise FileError("files.plan-read-only", path=real)
    if facts.st_nlink > 1:
        raise FileError("files.hard-links", path=real, count=facts.st_nlink)


def _replace(folder: Folder, real: Path, new: bytes, before: os.stat_result, data: bytes) -> bool:
    """Put ``new`` in the file's place; False where it is no longer what was read."""
    try:
        written = write_whole(
            folder,
            real.name,
            new,
            mode=0o600,
            finish=lambda file: _keep(file, real, before),
            ready=lambda: _unchanged(real, before, data),
        )
    except OSError as error:
        raise FileError("files.plan-cannot-be-written", path=real, why=reason(error)) from None
    if not written:
        return False
    try:
        folder.flush()
    except OSError as error:
        raise FileError("files.not-flushed", path=real, why=reason(error)) from None
    return True


def _keep(file: int, real: Path, facts: os.stat_result) -> None:
    """Give the new file the old one's owner, group, attributes and mode."""
    try:
        system.set_owner(file, facts.st_uid, facts.st_gid)
    except OSError as error:
        owner = f"{facts.st_uid}:{facts.st_gid}"
        raise FileError("files.owner", path=real, owner=owner, why=reason(error)) from None
    system.set_mode(file, stat.S_IMODE(facts.st_mode))
    old, new = system.attributes(real), system.attributes(file)
    for name in [*old, *(new.keys() - old.keys())]:
        if new.get(name) == old.get(name):
            continue
        try:
            system.set_attribute(file, name, old.get(name))
        except OSError as error:
            raise FileError("files.attribute", path=real, name=name, why=reason(error)) from None
