"""An answer to the screen, the pipe or the spreadsheet: the format is decided here, once."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spaceplan import formats
from spaceplan.answers.answer import Answer
from spaceplan.answers.forms import Surface
from spaceplan.commands.options import LookOptions
from spaceplan.commands.read_options import one_of
from spaceplan.commands.session import language
from spaceplan.errors import UsageError

if TYPE_CHECKING:
    from spaceplan.render.page import Block


def chosen_format(look: LookOptions) -> str:
    """The format asked for, else a table in a terminal and plain text in a pipe."""
    chosen = one_of(look.format, formats.names(formats.ANSWER), "--format") if look.format else ""
    for flag, implied in ((look.json, "json"), (look.excel, "csv")):
        if flag:
            if chosen and chosen != implied:
                short = "--json" if look.json else "--excel"
                raise UsageError("commands.two-formats", short=short, chosen=chosen)
            chosen = implied
    return chosen or ("table" if sys.stdout.isatty() else "plain")


def is_page(form: str) -> bool:
    """Whether a format shows pages of text; others hold data."""
    return bool(formats.ANSWER[form].page)


def emit(answer: Answer, look: LookOptions) -> None:
    """Write an answer to standard output."""
    form = formats.ANSWER[chosen_format(look)]
    surface = _surface(language(look), look.excel)
    text: str = form.function()(answer, surface)
    if form.utf8 or (form.exact and not surface.terminal):
        write_exact(text)
    elif not (form.page and not look.no_pager and _paged(text)):
        write(text)


def emit_page(blocks: Sequence[Block], form: str, lang: str, *, paged: bool = False) -> None:
    """Write a page in a format that has pages (``is_page``); a long one through the pager."""
    text = formats.ANSWER[form].page_function()(blocks, _surface(lang))
    if not (paged and _paged(text)):
        write(text)


def _paged(text: str) -> bool:
    """Show a text that is longer than the terminal in $PAGER; whether that was done."""
    pager = os.environ.get("PAGER", "").strip()
    height = shutil.get_terminal_size((80, 24)).lines
    if not pager or not sys.stdout.isatty() or text.count("\n") < height:
        return False
    import shlex
    import subprocess

    sys.stdout.flush()
    # As git does: colours as they are, nothing to leave where it fits, the text stays in sight.
    settings = {"LESS": "FRX", **os.environ}
    try:
        with subprocess.Popen(shlex.split(pager), stdin=subprocess.PIPE, env=settings) as process:
            process.communicate(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
    except (OSError, ValueError):  # it cannot be started, or its name cannot be read
        return False
    # A shell's word for "no such command"; what else a pager ends with is its own affair.
    return process.returncode != 127


def _surface(lang: str, excel: bool = False) -> Surface:
    encoding = sys.stdout.encoding or "utf-8"
    return Surface(lang, screen_width(), use_color(), encoding, sys.stdout.isatty(), excel)


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
