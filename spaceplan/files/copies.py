"""Copies of a plan before an edit, so that undo can take back what no entry tells.

An edit in an editor may change anything, comments too. The copy stands in
``$XDG_STATE_HOME/spaceplan/undo`` (else ``~/.local/state``) under the change's id and counts only
as long as the file is exactly what that edit left.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

KEPT = 20


def _folder() -> Path:
    base = os.environ.get("XDG_STATE_HOME") or str(Path("~/.local/state").expanduser())
    return Path(base) / "spaceplan" / "undo"


def _name(change: str, after: bytes) -> str:
    return f"{change}-{sha256(after).hexdigest()[:32]}"


def keep(change: str, before: bytes, after: bytes) -> None:
    """Keep ``before`` for the change that made ``after`` of it.

    Where nothing can be written there the edit goes on: undo then takes back its entries alone.
    """
    home = _folder()
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / _name(change, after)).write_bytes(before)
        entries = sorted(home.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in entries[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def find(change: str, after: bytes) -> bytes | None:
    """The file before the change, where ``after`` is exactly what it left."""
    try:
        return (_folder() / _name(change, after)).read_bytes()
    except OSError:
        return None
