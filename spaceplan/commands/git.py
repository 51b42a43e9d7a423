"""``spaceplan git``: make git merge and show plans by their meaning."""

from __future__ import annotations

OFFICES = "Commands"

COMMANDS = {
    "setup": ("git_setup", OFFICES),
    "text": ("git_text", OFFICES),
}
