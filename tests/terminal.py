"""The program on a terminal of its own, with somebody who answers its questions."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from support import ROOT

# Seconds until a program that neither asks nor ends is given up.
PATIENCE = 20


def on_a_terminal(
    folder: Path,
    words: list[str],
    answers: list[str],
    *,
    env: Mapping[str, str] | None = None,
    meanwhile: Callable[[], None] = lambda: None,
    program: Sequence[str] = ("-m", "spaceplan"),
) -> tuple[int, str]:
    """Run a command line, answer each question; its code and the screen.

    ``meanwhile`` is called while the first question waits for its answer; ``program`` are the
    words after the interpreter's name.
    """
    child, terminal = pty.fork()
    if child == 0:
        # Whoever runs the tests in the background ignores it, and children inherit that.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(folder)
        os.environ.update({"PYTHONPATH": str(ROOT), **(env or {})})
        os.execv(sys.executable, [sys.executable, *program, *words])
    screen, rest = b"", list(answers)
    # A question ends with ": "; what is typed before it is asked may be thrown away.
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other end has gone
            break
        if not piece:
            break
        screen += piece
        if screen.endswith(b": ") and rest:
            if len(rest) == len(answers):
                meanwhile()
            os.write(terminal, rest.pop(0).encode() + b"\n")
    else:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    _, ended = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(ended), screen.decode("utf-8", "replace")
