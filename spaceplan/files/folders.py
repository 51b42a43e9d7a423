"""The user's own folders: what may be lost (cache), and what should not be (state)."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """``$SPACEPLAN_CACHE``, else ``$XDG_CACHE_HOME/spaceplan``, else ``~/.cache/spaceplan``.

    None where the user wants no cache (``off``) or has no home.
    """
    chosen = os.environ.get("SPACEPLAN_CACHE")
    if chosen is not None:
        return None if chosen in ("", "off") else Path(chosen)
    return _below("XDG_CACHE_HOME", "~/.cache")


def state_folder() -> Path | None:
    """``$XDG_STATE_HOME/spaceplan``, else ``~/.local/state/spaceplan``; None without a home."""
    return _below("XDG_STATE_HOME", "~/.local/state")


def _below(variable: str, otherwise: str) -> Path | None:
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):  # a relative one counts for nothing, says the XDG specification
        base = os.path.expanduser(otherwise)
    return Path(base) / "spaceplan" if os.path.isabs(base) else None
