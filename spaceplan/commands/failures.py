"""What is said of a command line that typer refuses, and of a fault of the program itself."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from typer import TyperException

from spaceplan import __version__
from spaceplan.errors import OURS, SpaceplanError, UsageError
from spaceplan.files.traces import keep_trace

# What typer says of a value: the value, and then what is wrong with it.
_VALUE = re.compile(r"(?P<value>.*?) is not ")
_EXTRA = re.compile(r"Got unexpected extra argument\(s\) \((?P<words>.*)\)\Z", re.DOTALL)


class OurFault(SpaceplanError):
    """Something that nobody foresaw."""

    code = OURS


def misuse(error: TyperException) -> UsageError:
    """What typer refuses, as one sentence that says what to do."""
    found: Any = error
    context = getattr(found, "ctx", None)
    command = context.command_path if context is not None else "spaceplan"
    # Its errors are told apart by name: their classes stand in a private module of typer.
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = next(iter(found.possibilities or ()), "")
        return UsageError(
            "commands.no-such-option", name=found.option_name, command=command, near=near
        )
    if kind == "BadOptionUsage":
        needs = "requires" in found.message
        key = "commands.option-needs-value" if needs else "commands.option-takes-no-value"
        return UsageError(key, name=found.option_name, command=command)
    if kind == "MissingParameter":
        name = found.param.make_metavar(context).strip("{}[]")
        return UsageError("commands.missing", name=name, command=command)
    if kind == "BadParameter" and found.param is not None:
        value = _VALUE.match(found.message)
        least = getattr(found.param.type, "min", None)
        return UsageError(
            "commands.not-a-number" if least is None else "commands.not-a-number-from",
            name=found.param.opts[0],
            value=value["value"].strip("'") if value else "",
            **({} if least is None else {"least": least}),
        )
    extra = _EXTRA.match(found.message)
    if extra:
        return UsageError("commands.too-much", words=extra["words"], command=command)
    return UsageError("commands.wrong-usage", what=found.message, command=command)


def our_fault(error: Exception, words: Sequence[str]) -> OurFault:
    """A fault of spaceplan: its trace is kept in a file, and told is what to send."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = type(error).__name__
    told = [
        f"spaceplan {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"called with: {list(words)!r}",
        "",
        "".join(traceback.format_exception(error)),
    ]
    path = keep_trace("\n".join(told))
    if path is None:
        where = f"{last.filename}:{last.lineno}"
        return OurFault("commands.our-fault-untold", kind=kind, what=str(error), where=where)
    return OurFault("commands.our-fault", kind=kind, what=str(error), path=path)
