"""How this installation is called from anywhere: by cron, by git."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which


def program() -> list[str]:
    """The words that call it, the first one a path in full."""
    called = Path(sys.argv[0])
    if called.name == "spaceplan":
        found = which(str(called)) or which("spaceplan")
        if found:
            return [str(Path(found).absolute())]
    return [str(Path(sys.executable).absolute()), "-m", "spaceplan"]
