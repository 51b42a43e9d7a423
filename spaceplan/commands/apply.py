"""``spaceplan apply``: many updates at once, from a table or a YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from spaceplan.commands.change_options import WriteOptions
from spaceplan.commands.options import command
from spaceplan.commands.writing import carry_out
from spaceplan.record.planned import Moment, Outcome
from spaceplan.roadmap.model import Plan

EXAMPLES = (
    "Example: spaceplan export --format csv -o sheet.csv; edit sheet.csv; "
    "spaceplan apply sheet.csv --dry-run"
)
_YAML = (".yaml", ".yml")


@command
def run(
    file: Annotated[
        Path,
        Argument(
            metavar="FILE",
            help="CSV or xlsx with the columns of an export, or YAML with the same keys.",
            show_default=False,
        ),
    ],
    where: WriteOptions,
) -> None:
    """Apply many updates at once, all or nothing, and report every fault with its line.

    An empty cell changes nothing, (none) clears. A row that was exported carries the digest of
    what it showed: only cells that were changed since are applied, and a field that the plan
    changed meanwhile is refused. Applying the same file again does nothing.
    What `source reconcile` proposes is such a file.
    """
    from spaceplan.tables.apply import apply_table
    from spaceplan.tables.read_table import read_rows
    from spaceplan.tables.read_yaml import read_yaml

    def decide(plan: Plan, moment: Moment) -> Outcome:
        if file.suffix.lower() in _YAML:
            table = read_yaml(file)
        else:
            table = read_rows(file, plan.by_id.keys() | plan.parts.keys())
        return apply_table(plan, table, moment)

    carry_out(where, decide)
