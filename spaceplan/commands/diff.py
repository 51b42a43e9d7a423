"""``spaceplan diff``: what changed between two states of a plan, in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Exit

from spaceplan.commands.option import argument, option
from spaceplan.commands.options import LookOptions, PlanOption, command
from spaceplan.commands.output import emit
from spaceplan.commands.read_options import read_day
from spaceplan.commands.session import language
from spaceplan.errors import FOUND, UsageError
from spaceplan.plan_file.load import load_plan, plan_of
from spaceplan.plan_file.locate import locate

if TYPE_CHECKING:
    from spaceplan.roadmap.model import Plan

EXAMPLES = (
    "Examples: spaceplan diff --as-of 2019-04-01 --as-of 2024-04-01 ; "
    "spaceplan diff data/milestones.yaml data/milestones.yaml"
)

Named = tuple[str, "Plan"]
# Two commits with dots between; "../plan.yaml" is a path.
_SPAN = re.compile(r"(.*?)(\.{2,3})(?!/)(.*)", re.DOTALL)
# As much of a commit's name as is shown.
_SHORT = 12


@command
def run(
    where: PlanOption,
    look: LookOptions,
    first: Annotated[
        str,
        argument("[A]", "A plan file, or a commit of the plan: HEAD~3, v1.0, HEAD~3..HEAD."),
    ] = "",
    second: Annotated[str, argument("[B]", "The same; else the plan as it is now.")] = "",
    as_of: Annotated[
        list[str],
        option(
            "--as-of", "Two states of the plan in use: on this day, and on another or now.", "DATE"
        ),
    ] = [],  # noqa: B006 - typer wants a list and never changes it
    exit_code: Annotated[
        bool, option("--exit-code", "Exit with 1 where anything differs.")
    ] = False,
) -> None:
    """Show what changed between two states of a plan: files, commits or days.

    Without A it is what changed since the last commit.
    """
    from spaceplan.answers.plan_diff import diff_answer, differences

    if as_of and first:
        raise UsageError("commands.days-or-states")
    if len(as_of) > 2:
        raise UsageError("commands.two-days")
    old, new = _days(where, as_of) if as_of else _states(where, first, second)
    found = differences(old[1], new[1])
    emit(diff_answer((old[0], new[0]), found, new[1], language(look)), look)
    if exit_code and found:
        raise Exit(FOUND)


def _days(where: PlanOption, given: list[str]) -> tuple[Named, Named]:
    from spaceplan.roadmap.past import plan_at
    from spaceplan.roadmap.truth import today

    plan = load_plan(locate(where.plan).path).plan
    now = today(plan)
    days = [read_day(text, "--as-of", now) for text in given]
    days += [now] if len(days) == 1 else []
    old, new = ((str(day), plan_at(plan, day, now)) for day in days)
    return old, new


def _states(where: PlanOption, first: str, second: str) -> tuple[Named, Named]:
    span = _SPAN.fullmatch(first)
    if not second and span and not Path(first).exists():
        old, dots, new_one = span[1] or "HEAD", span[2], span[3] or "HEAD"
        later = _committed(where, new_one)
        # As git reads three dots: from where the two parted.
        parted = _parted(where, old, new_one) if dots == "..." else ""
        return _committed(where, parted or old), later
    new = _state(where, second) if second else _now(where)
    return _state(where, first or "HEAD"), new


def _parted(where: PlanOption, one: str, other: str) -> str:
    """The last commit that two have in common, "" where there is none."""
    from spaceplan.files.git import line

    folder = locate(where.plan).path.resolve().parent
    return line(folder, "merge-base", "--end-of-options", one, other)[:_SHORT]


def _now(where: PlanOption) -> Named:
    path = locate(where.plan).path
    return str(path), load_plan(path).plan


def _state(where: PlanOption, word: str) -> Named:
    path = Path(word)
    return (word, load_plan(path).plan) if path.exists() else _committed(where, word)


def _committed(where: PlanOption, revision: str) -> Named:
    """The plan in use as it stands in a commit. Raises UsageError where there is none."""
    from spaceplan.files.git import committed

    path = locate(where.plan).path.resolve()
    data = None if revision.startswith("-") else committed(path, revision)
    if data is None:
        raise UsageError("commands.no-state", word=revision, path=path.name)
    return revision, plan_of(data, Path(f"{revision}:{path.name}")).plan
