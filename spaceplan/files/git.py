"""What git is asked, in the repository around a file."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from spaceplan.errors import FileError

_SECONDS = 20
# What git tells its hooks of the repository that it is in; the one asked about is the file's.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def ask(folder: Path, *words: str) -> bytes | None:
    """What git says; None where there is no git, no repository, or nothing of the kind in it."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words],
            env={name: value for name, value in os.environ.items() if name not in _OF_A_HOOK},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def line(folder: Path, *words: str) -> str:
    """One line that git says; "" where it says nothing."""
    return (ask(folder, *words) or b"").decode("utf-8", "surrogateescape").strip()


def repository(path: Path) -> Path:
    """The top folder of the repository in which a file lies. Raises FileError where there is none,
    and where there is no git."""
    found = line(path.parent, "rev-parse", "--show-toplevel")
    if not found:
        raise FileError("files.no-repository", path=path.parent)
    return Path(found)


def committed(path: Path, revision: str) -> bytes | None:
    """A file as it stands in a revision; None where it does not, or there is none such."""
    return ask(path.parent, "show", f"{revision}:./{path.name}")
