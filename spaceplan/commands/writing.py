"""What every command that writes shares: refusing the shipped plan, writing, and the diff."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from spaceplan.commands.change_options import WhichOptions, WriteOptions
from spaceplan.commands.options import LookOptions
from spaceplan.commands.output import emit_page
from spaceplan.commands.session import language
from spaceplan.errors import UsageError
from spaceplan.plan_file.locate import locate
from spaceplan.record.carry_out import Decide, Done
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Outcome, Planned
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.words import say

Change = Callable[[Plan, tuple[Milestone, ...], Moment], Iterable[Planned]]


def plan_to_write(option: Path | None, lang: str) -> Path:
    """The plan that a command may change. Raises UsageError for the shipped one."""
    location = locate(option)
    if location.shipped:
        raise UsageError("updating.shipped")
    if not location.named and sys.stderr.isatty() and sys.stdout.isatty():
        print(say("commands.plan-in-use", lang, path=location.path), file=sys.stderr)
    return location.path


def change_each(where: WriteOptions, which: WhichOptions, change: Change) -> Done:
    """Change the milestones that were named, and print what changed."""

    def decide(plan: Plan, moment: Moment) -> Outcome:
        found = targets(plan, which.refs, which.all_parts)
        return Outcome(tuple(change(plan, found.milestones, moment)), found)

    return carry_out(where, decide)


def carry_out(where: WriteOptions, decide: Decide, *, by_owner: bool = False) -> Done:
    """Change the plan as decided, and print what changed as a short diff; ``by_owner`` in groups
    where it is only tried."""
    from spaceplan.record.carry_out import carry_out as change_file

    lang = language(LookOptions(lang=where.lang))
    path = plan_to_write(where.plan, lang)
    done = change_file(path, decide, dry_run=where.dry_run)
    report(done, path, where.dry_run, lang, by_owner=by_owner and where.dry_run)
    return done


def report(done: Done, path: Path, dry_run: bool, lang: str, *, by_owner: bool = False) -> None:
    """The diff, and how to take it back."""
    from spaceplan.answers.changes import blocks_by_owner, diff_blocks, ground_lines
    from spaceplan.render.page import Block, Line

    blocks: list[Block] = [
        Line(say("updating.repeat", lang, repeat=repeat, original=original))
        for repeat, original in done.outcome.targets.remarks
    ]
    blocks += [Line(line) for line in ground_lines(done.outcome.groundwork, lang)]
    if done.outcome.planned or done.outcome.groundwork:
        grouped = blocks_by_owner if by_owner else diff_blocks
        blocks += grouped(done.plan, done.outcome.planned, lang)
        last = "not-changed-dry-run" if dry_run else "recorded"
    else:
        last = "nothing-to-do"
    blocks.append(Line(say(f"updating.{last}", lang, path=path, change=done.change)))
    emit_page(blocks, "table" if sys.stdout.isatty() else "plain", lang)
