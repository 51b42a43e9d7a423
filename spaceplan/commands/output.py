"""An answer to the screen, the pipe or the spreadsheet: the format is decided here, once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spaceplan import formats
from spaceplan.answers.answer import Answer
from spaceplan.commands.options import LookOptions
from spaceplan.commands.read_options import one_of
from spaceplan.commands.session import language
from spaceplan.errors import UsageError
from spaceplan.words import left_out

if TYPE_CHECKING:
    from spaceplan.render.page import Block


def chosen_format(look: LookOptions) -> str:
    """The format asked for, else a table in a terminal and plain text in a pipe."""
    chosen = one_of(look.format, formats.ANSWER, "--format") if look.format else ""
    for flag, implied in ((look.json, "json"), (look.excel, "csv")):
        if flag:
            if chosen and chosen != implied:
                short = "--json" if look.json else "--excel"
                raise UsageError("commands.two-formats", short=short, chosen=chosen)
            chosen = implied
    return chosen or ("table" if sys.stdout.isatty() else "plain")


def emit(answer: Answer, look: LookOptions) -> None:
    """Write an answer to standard output."""
    chosen = chosen_format(look)
    if chosen == "json":
        from spaceplan.render.json_out import dumps

        write(dumps(answer.data()))
    elif chosen == "jsonl":
        from spaceplan.render.json_out import json_lines

        write(json_lines(answer.items()))
    elif chosen == "csv":
        from spaceplan.render.csv_out import render_csv
        from spaceplan.render.text import visible

        columns, rows = answer.records()
        text = render_csv(columns, rows, excel=look.excel)
        # Raw values are for programs; a terminal would obey what stands in them.
        if sys.stdout.isatty():
            write("\n".join(visible(line.strip("\ufeff\r")) for line in text.split("\n")))
        else:
            write_exact(text)
    elif chosen == "md":
        from spaceplan.render.markdown import render_markdown

        write(render_markdown(answer.table()))
    elif chosen == "plain":
        from spaceplan.render.plain import render_plain

        write(render_plain(answer.table()))
    else:
        from spaceplan.render.table import render_terminal

        write(
            render_terminal(
                answer.table(),
                width=screen_width(),
                color=use_color(),
                encoding=sys.stdout.encoding or "utf-8",
                left_out=left_out(language(look)),
            )
        )


def write(text: str) -> None:
    """Text to standard output, ending with one line end."""
    sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")


def write_exact(text: str) -> None:
    """Text as UTF-8 with its own line ends, whatever the platform and locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def screen_width() -> int:
    """Columns of the terminal; of $COLUMNS where that is set."""
    return shutil.get_terminal_size((80, 24)).columns


def use_color() -> bool:
    """Colour only in a terminal that has it and where NO_COLOR (no-color.org) is not set."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") != "dumb"
    )


def emit_page(blocks: Sequence[Block], form: str, lang: str) -> None:
    """Write a page in ``table``, ``plain`` or ``md`` form."""
    from spaceplan.render.page import page_markdown, page_plain, page_terminal

    if form == "md":
        write(page_markdown(blocks))
    elif form == "plain":
        write(page_plain(blocks))
    else:
        encoding = sys.stdout.encoding or "utf-8"
        write(
            page_terminal(
                blocks,
                width=screen_width(),
                color=use_color(),
                encoding=encoding,
                left_out=left_out(lang),
            )
        )
