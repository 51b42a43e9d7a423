"""``spaceplan apply``: many updates at once, from a table or a YAML file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from spaceplan.commands.change_options import WriteOptions
from spaceplan.commands.option import argument, option
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.session import language
from spaceplan.commands.writing import carry_out, plan_to_write
from spaceplan.progress import working
from spaceplan.record.planned import Moment, Outcome
from spaceplan.roadmap.model import Plan
from spaceplan.words import located, said

if TYPE_CHECKING:
    from spaceplan.tables.rows import Table

EXAMPLES = (
    "Examples: spaceplan export --format csv -o sheet.csv ; spaceplan apply sheet.csv --dry-run"
)
_YAML = (".yaml", ".yml")


@command
def run(
    file: Annotated[
        Path,
        argument("FILE", "CSV or xlsx with the columns of an export, or YAML with the same keys."),
    ],
    where: WriteOptions,
    add: Annotated[
        bool, option("--add", "Add a milestone for each id that the plan does not have.")
    ] = False,
    encoding: Annotated[
        str,
        option("--encoding", "Encoding of a CSV where it cannot be told: cp932, cp1252 …", "NAME"),
    ] = "",
) -> None:
    """Apply many updates at once, all or nothing, and report every fault with its line.

    An empty cell changes nothing, (none) clears. A row that was exported carries the digest of
    what it showed: only cells that were changed since are applied, and a field that the plan
    changed meanwhile is refused. Applying the same file again does nothing.
    A row whose column add says true is a new milestone.
    What `source reconcile` proposes is such a file.
    """
    from spaceplan.plan_file.load import load_plan
    from spaceplan.record import clock
    from spaceplan.tables.apply import Applied, apply_table

    lang = language(LookOptions(lang=where.lang))
    # All that takes time is done before the plan is locked: reading, and finding what is wrong.
    plan = load_plan(plan_to_write(where.plan, lang)).plan
    table = _read(file, plan, encoding)
    with working("common.reading"):
        applied: list[Applied] = [apply_table(plan, table, clock.moment(plan), adding=add)]

    def decide(plan: Plan, moment: Moment) -> Outcome:
        applied.append(apply_table(plan, table, moment, adding=add))
        return applied[-1].outcome

    for notice in table.notices:
        print(located(notice, table.name, lang), file=sys.stderr)
    carry_out(where, decide, by_owner=True)
    for note in applied[-1].notes:
        print(said(note, lang), file=sys.stderr)


def _read(file: Path, plan: Plan, encoding: str) -> Table:
    if file.suffix.lower() in _YAML:
        from spaceplan.tables.read_yaml import read_yaml

        return read_yaml(file)
    from spaceplan.tables.read_table import read_rows

    return read_rows(file, plan.by_id.keys() | plan.parts.keys(), encoding)
