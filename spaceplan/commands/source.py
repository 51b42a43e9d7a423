"""``spaceplan source``: read roadmap documents and hold them against the plan."""

from __future__ import annotations

DOCUMENTS = "Commands"

COMMANDS = {
    "check": ("source_check", DOCUMENTS),
    "import": ("source_import", DOCUMENTS),
    "diff": ("source_diff", DOCUMENTS),
    "reconcile": ("source_reconcile", DOCUMENTS),
}
