"""Where ``-o`` leads: to a file, or into a folder, which is made where it is not there."""

from __future__ import annotations

import os
from pathlib import Path

from spaceplan.errors import FileError


def folder_of(output: str) -> Path | None:
    """The folder that ``-o`` names: one that is there, or a name with a slash at its end."""
    named = output.endswith(("/", os.sep)) or (output not in ("", "-") and Path(output).is_dir())
    return Path(output) if named else None


def make_folder(folder: Path) -> None:
    """Make it with those above it. Raises FileError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError("commands.no-folder", path=folder, why=error.strerror) from None
