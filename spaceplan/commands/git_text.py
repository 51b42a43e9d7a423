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

    With `spaceplan git setup`, `git diff` and `git log -p` show these lines. What a merge left
    marked stands above them, and below it the plan as ours has it.
    """
    from spaceplan.answers.conflict_lines import conflict_lines
    from spaceplan.answers.plan_lines import plan_lines
    from spaceplan.files.content import decode, read_bytes
    from spaceplan.plan_file.load import plan_of
    from spaceplan.record.conflicts import hunks, kept, ours, taken

    speech = language(LookOptions(lang=lang))
    data = read_bytes(file)
    text = decode(data, str(file)).text
    lines: list[str] = []
    if hunks(text):
        lines = conflict_lines(text, str(file), speech)
        data = taken(text, kept(ours, text)).encode()
    write_exact("\n".join([*lines, *plan_lines(plan_of(data, file).plan, speech)]) + "\n")
