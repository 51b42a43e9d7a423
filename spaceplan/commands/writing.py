"""What every command that writes shares: refusing the shipped plan, writing, and the diff."""

from __future__ import annotations

import sys
from pathlib import Path

from spaceplan.commands.change_options import WriteOptions
from spaceplan.commands.options import LookOptions
from spaceplan.commands.output import emit_page
from spaceplan.commands.session import language
from spaceplan.errors import UsageError
from spaceplan.plan_file.locate import locate
from spaceplan.record.carry_out import Decide, Done
from spaceplan.words import pick


def plan_to_write(option: Path | None, lang: str) -> Path:
    """The plan that a command may change. Raises UsageError for the shipped one."""
    location = locate(option)
    if location.shipped:
        raise UsageError(
            pick(
                lang,
                "付属の計画は読み取り専用です。まず spaceplan init で自分の計画を作ってください",
                "the shipped plan is read-only; start your own first: spaceplan init",
            )
        )
    if not location.named and sys.stderr.isatty() and sys.stdout.isatty():
        print(pick(lang, f"計画: {location.path}", f"plan: {location.path}"), file=sys.stderr)
    return location.path


def carry_out(where: WriteOptions, decide: Decide) -> Done:
    """Change the plan as decided, and print what changed as a short diff."""
    from spaceplan.record.carry_out import carry_out as change_file

    lang = language(LookOptions(lang=where.lang))
    path = plan_to_write(where.plan, lang)
    done = change_file(path, decide, dry_run=where.dry_run)
    report(done, path, where.dry_run, lang)
    return done


def report(done: Done, path: Path, dry_run: bool, lang: str) -> None:
    """The diff, and how to take it back."""
    from spaceplan.answers.changes import diff_blocks, ground_lines
    from spaceplan.render.page import Block, Line

    blocks: list[Block] = []
    for repeat, original in done.outcome.targets.remarks:
        said = pick(
            lang,
            f"{repeat} は {original} の再掲です。{original} を更新します",
            f"{repeat} repeats {original}: {original} is updated",
        )
        blocks.append(Line(said))
    blocks += [Line(line) for line in ground_lines(done.outcome.groundwork, lang)]
    if not (done.outcome.planned or done.outcome.groundwork):
        blocks.append(
            Line(pick(lang, "変更はありません", "nothing to do: the plan says so already"))
        )
    else:
        blocks += diff_blocks(done.plan, done.outcome.planned, lang)
        if dry_run:
            last = pick(
                lang,
                f"{path} は変更していません（--dry-run）",
                f"{path} is not changed (--dry-run)",
            )
        else:
            last = pick(
                lang,
                f"変更 {done.change} を {path} に記録しました。取り消すには: spaceplan undo",
                f"recorded as change {done.change} in {path}; take it back with: spaceplan undo",
            )
        blocks.append(Line(last))
    emit_page(blocks, "table" if sys.stdout.isatty() else "plain", lang)
