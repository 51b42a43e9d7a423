"""Where the trace of an unforeseen fault is kept, for whoever is to mend it."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def keep_trace(text: str) -> Path | None:
    """Write ``text`` as the newest trace in the user's state folder; None where that fails.

    There is one such file, so that a command which fails every minute does not fill the disk.
    """
    base = Path(os.environ.get("XDG_STATE_HOME", ""))
    if not base.is_absolute():
        base = Path("~/.local/state").expanduser()
    path = base / "spaceplan" / "fault.txt"
    temporary = path.with_name(f".spaceplan-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_bytes(text.encode("utf-8", "backslashreplace"))
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return None
    return path
