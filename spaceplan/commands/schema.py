"""``spaceplan schema``: the JSON Schemas: of the plan file for editors, of what --json gives."""

from __future__ import annotations

from typing import Annotated

from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import command
from spaceplan.commands.output import write_exact
from spaceplan.commands.read_options import one_of

EXAMPLES = "Examples: spaceplan schema > milestones.schema.json ; spaceplan schema --of answers"


@command
def run(
    of: Annotated[
        str,
        option(
            "--of",
            "plan, the plan file; or answers, what --json gives.",
            "plan|answers",
            complete.schemas,
            show_default=True,
        ),
    ] = "plan",
) -> None:
    """Print the JSON Schema of a plan file; an editor that knows it completes and checks."""
    if one_of(of, complete.SCHEMAS, "--of") == "answers":
        from spaceplan.answers import schema as answers

        write_exact(answers.schema_text())
    else:
        from spaceplan.plan_file import schema as plan

        write_exact(plan.schema_text())
