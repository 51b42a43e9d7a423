"""``spaceplan schema``: the JSON Schema of the plan file, for editors."""

from __future__ import annotations

from spaceplan.commands.options import command
from spaceplan.commands.output import write_exact

EXAMPLES = "Example: spaceplan schema > milestones.schema.json"


@command
def run() -> None:
    """Print the JSON Schema of a plan file; an editor that knows it completes and checks."""
    from spaceplan.plan_file.schema import schema_text

    write_exact(schema_text())
