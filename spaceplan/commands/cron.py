"""``spaceplan cron``: the crontab line for this installation and this plan."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from shutil import which
from typing import Annotated

from typer import Option

from spaceplan import formats
from spaceplan.commands.options import PlanOption, command
from spaceplan.commands.output import write
from spaceplan.errors import UsageError
from spaceplan.plan_file.load import load_plan
from spaceplan.plan_file.locate import locate
from spaceplan.words import say

EXAMPLES = "Example: spaceplan cron --plan data/milestones.yaml -o reports"


@command
def run(
    where: PlanOption,
    output: Annotated[
        Path,
        Option(
            "--output",
            "-o",
            help="Folder for the reports.",
            metavar="DIR",
            show_default=False,
        ),
    ] = Path("reports"),
    form: Annotated[
        str,
        Option("--format", "-f", help="md, html, text or json.", metavar="FORMAT"),
    ] = "md",
) -> None:
    """Print the crontab line that makes the weekly report, with every path in full.

    cron runs in another folder and with another PATH: a line with short names would find no
    program, or another plan. Add the line with crontab -e.
    """
    from spaceplan.commands.read_options import one_of

    chosen = one_of(form, formats.names(formats.REPORT), "--format")
    location = locate(where.plan)
    if location.shipped:
        raise UsageError("export.shipped")
    plan = load_plan(location.path).plan
    words = [
        *_program(),
        "report",
        "--plan",
        str(location.path.absolute()),
        "--format",
        chosen,
        "-o",
        f"{output.absolute()}/",
    ]
    if any(end in word for word in words for end in "\r\n"):
        raise UsageError("export.line-end")
    for word in words:
        if any("\ud800" <= character <= "\udfff" for character in word):
            # Shown with its bytes escaped it would be the name of nothing.
            raise UsageError("export.path-not-utf8", path=word)
    # In a crontab % ends the command, even between quotes.
    line = shlex.join(words).replace("%", "\\%")
    write(say("export.cron", "en", zone=plan.time_zone, line=line))


def _program() -> list[str]:
    """How to call this installation from anywhere."""
    called = Path(sys.argv[0])
    if called.name == "spaceplan":
        found = which(str(called)) or which("spaceplan")
        if found:
            return [str(Path(found).absolute())]
    return [str(Path(sys.executable).absolute()), "-m", "spaceplan"]
