"""A few entries kept in a folder of the user's: whole, theirs alone, or not believed.

An entry is the digest of its name and content, then its content: one that is torn, or that stands
under another's name, counts for nothing. So does one that somebody else may write, what is no
plain file, and a folder that is not the user's. Nothing here raises: what cannot be kept is not
kept, what cannot be read is not there.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from spaceplan.files.digest import sha256
from spaceplan.files.system import Folder, is_users_own, open_as_it_is
from spaceplan.files.whole import write_whole
from spaceplan.frozen import dataclass

_DIGEST = 32
_OWN_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Kept:
    """Entries whose names match ``pattern`` (nothing else in the folder is ours), the newest
    ``count`` of them, none larger than ``limit`` bytes. What is not ``sealed`` is kept without its
    digest, for who knows that of what is to be found."""

    folder: Path | None
    pattern: str
    count: int
    limit: int
    sealed: bool = True

    def find(self, name: str) -> bytes | None:
        """An entry's content, or None where there is none to be believed."""
        if self.folder is None:
            return None
        try:
            if not _is_own_folder(self.folder):
                return None
            file = open_as_it_is(self.folder / name)
            try:
                facts = os.fstat(file)
                if not stat.S_ISREG(facts.st_mode) or not is_users_own(facts):
                    return None
                if facts.st_size > self.limit + _DIGEST:
                    return None
                with open(file, "rb", closefd=False) as stream:
                    whole = stream.read(self.limit + _DIGEST)
            finally:
                os.close(file)
        except (OSError, ValueError):  # ValueError: a zero byte in the folder's name
            return None
        if not self.sealed:
            return whole
        digest, content = whole[:_DIGEST], whole[_DIGEST:]
        return content if digest == _digest(name, content) else None

    def keep(self, name: str, content: bytes) -> bool:
        """Keep an entry, and the newest of the others; whether it is kept."""
        if self.folder is None or len(content) > self.limit:
            return False
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not _is_own_folder(self.folder):
                return False
            with Folder(self.folder) as folder:
                whole = _digest(name, content) + content if self.sealed else content
                # Not flushed: what a power cut tears is seen by its digest.
                write_whole(folder, name, whole, mode=_OWN_MODE, flushed=False)
                self._forget(folder)
        except (OSError, ValueError):
            return False
        return True

    def _forget(self, folder: Folder) -> None:
        """Remove the oldest entries where there are too many."""
        ours = [name for name in folder.names() if re.fullmatch(self.pattern, name)]
        if len(ours) <= self.count:
            return
        dated = []
        for name in ours:
            with suppress(OSError):  # another process removed it
                dated.append((folder.stat(name).st_mtime_ns, name))
        for _, name in sorted(dated)[: -self.count]:
            with suppress(OSError):
                folder.unlink(name)


def _digest(name: str, content: bytes) -> bytes:
    return sha256(b"\0".join((name.encode("utf-8", "surrogateescape"), content))).digest()


def _is_own_folder(folder: Path) -> bool:
    facts = os.stat(folder)
    # Whoever is let in by the group can take entries away, but make none that is believed.
    return stat.S_ISDIR(facts.st_mode) and is_users_own(facts, stat.S_IWOTH)
