"""``spaceplan git text``: a plan as lines, as ``git diff`` shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from spaceplan.commands.option import Lang, argument
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.output import write_exact
from spaceplan.commands.session import language

EXAMPLES = "Example: spaceplan git text data/milestones.yaml"


@command
def run(
    file: Annotated[Path, argument("FILE", "A plan file.")],
    lang: Lang = "",
) -> None:
    """Print a plan as lines, one for each field and each change: what git compares for people.

    With `spaceplan git setup`, `git diff` and `git log -p` show these lines.
    """
    from spaceplan.answers.plan_lines import plan_lines
    from spaceplan.plan_file.load import load_plan

    speech = language(LookOptions(lang=lang))
    write_exact("\n".join(plan_lines(load_plan(file).plan, speech)) + "\n")
