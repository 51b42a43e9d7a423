"""Where the trace of an unforeseen fault is kept, for whoever is to mend it."""

from __future__ import annotations

from pathlib import Path

from spaceplan.files.folders import state_folder
from spaceplan.files.system import Folder
from spaceplan.files.whole import write_whole

_NAME = "fault.txt"


def keep_trace(text: str) -> Path | None:
    """Write ``text`` as the newest trace in the user's state folder; None where that fails.

    There is one such file, so that a command which fails every minute does not fill the disk.
    """
    home = state_folder()
    if home is None:
        return None
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with Folder(home) as folder:
            write_whole(folder, _NAME, text.encode("utf-8", "backslashreplace"), mode=0o600)
    except OSError:
        return None
    return home / _NAME
