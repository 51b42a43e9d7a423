"""``spaceplan path``: which plan is used, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spaceplan.commands.options import LookOptions, PlanOption, command
from spaceplan.commands.output import chosen_format, write, write_exact
from spaceplan.commands.session import language
from spaceplan.plan_file.locate import locate
from spaceplan.words import say

if TYPE_CHECKING:
    from spaceplan.answers import shapes

EXAMPLES = "Example: spaceplan path"


@command
def run(which: PlanOption, look: LookOptions) -> None:
    """Print which plan file is used, and why it is that one."""
    location = locate(which.plan)
    lang = language(look)
    path = location.path.absolute()
    if chosen_format(look) in ("json", "jsonl"):
        from spaceplan.render.json_out import dumps

        data: shapes.Path = {
            "spaceplan": 1,
            "command": "path",
            "file": str(path),
            "found": location.why,
            "exists": path.is_file(),
        }
        write_exact(dumps(data))
        return
    why = say(f"commands.found-{location.why}", lang)
    if not path.is_file():
        why += say(f"commands.no-{'plain' if path.exists() else 'such'}-file", lang)
    write(f"{path}\n{why}")
