"""``spaceplan undo``: take the last recorded command back, byte for byte."""

from __future__ import annotations

import sys

from spaceplan.commands.change_options import WriteOptions
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.output import emit_page
from spaceplan.commands.session import language
from spaceplan.commands.writing import plan_to_write
from spaceplan.words import say

EXAMPLES = "Example: spaceplan undo --dry-run"


@command
def run(where: WriteOptions) -> None:
    """Take the last recorded command back, entries and all: the file is as it was, byte for byte.

    Refuses where the lines that it wrote were changed since. To take back an earlier change, or
    to keep the record of both, use revert.
    """
    from spaceplan.answers.entries import change_lines
    from spaceplan.record.carry_out import undo
    from spaceplan.record.earlier import changes_of
    from spaceplan.render.page import Block, Line

    lang = language(LookOptions(lang=where.lang))
    path = plan_to_write(where.plan, lang)
    taken = undo(path, dry_run=where.dry_run)
    blocks: list[Block] = []
    if taken.change:
        for milestone, entry in changes_of(taken.plan, taken.change):
            blocks.append(Line(f"{milestone.id}  {milestone.title.say(lang)}", style="strong"))
            blocks += change_lines(entry, taken.plan, lang)
        last = "would-take-back" if where.dry_run else "took-back"
        blocks.append(Line(say(f"updating.{last}", lang, change=taken.change, path=path)))
    elif not taken.marks:
        blocks.append(Line(say("updating.nothing-recorded", lang)))
    if taken.marks:
        marked = "would-mark-again" if where.dry_run else "marked-again"
        blocks.append(Line(say(f"updating.{marked}", lang, path=path)))
    if not taken.whole:
        blocks.append(Line(say("updating.entries-alone", lang)))
    emit_page(blocks, "table" if sys.stdout.isatty() else "plain", lang)
