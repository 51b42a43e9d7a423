"""The command line: it knows the commands by name and imports the one that is called.

Building all commands with their options costs nearly as much again as an empty typer app, so
each stands in a module of its own with a function ``run`` and is built when called.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

# What these imports build stays for good: looking for garbage among it only takes time, about a
# twentieth of a whole run. ``main`` switches collecting off for the rest of its process. Frozen,
# because collecting would begin with all of it as soon as it is switched on again.
_collecting = gc.isenabled()
gc.disable()

import typer  # noqa: E402
from typer.core import TyperCommand, TyperGroup  # noqa: E402

from spaceplan.errors import BAD, INTERRUPTED, SpaceplanError, UsageError  # noqa: E402
from spaceplan.progress import watch  # noqa: E402
from spaceplan.words import say, speak, speech, told  # noqa: E402

if _collecting:
    gc.freeze()
    gc.enable()

QUERIES = "Questions"
UPDATES = "Updates"
SETTLING = "Taking back and merging"
REPORTS = "Reports and exports"
DOCUMENTS = "Roadmap documents"
FILES = "The plan file"

# Command → (module in spaceplan.commands, panel in --help). Order is that of --help.
COMMANDS = {
    "overdue": ("overdue", QUERIES),
    "due": ("due", QUERIES),
    "show": ("show", QUERIES),
    "list": ("list_", QUERIES),
    "summary": ("summary", QUERIES),
    "topics": ("topics", QUERIES),
    "owners": ("owners", QUERIES),
    "history": ("history", QUERIES),
    "diff": ("diff", QUERIES),
    "score": ("score", QUERIES),
    "update": ("update", UPDATES),
    "add": ("add", UPDATES),
    "note": ("note", UPDATES),
    "checked": ("checked", UPDATES),
    "drop": ("drop", UPDATES),
    "edit": ("edit", UPDATES),
    "record": ("record", UPDATES),
    "apply": ("apply", UPDATES),
    "undo": ("undo", SETTLING),
    "revert": ("revert", SETTLING),
    "merge": ("merge", SETTLING),
    "resolve": ("resolve", SETTLING),
    "report": ("report", REPORTS),
    "cron": ("cron", REPORTS),
    "export": ("export", REPORTS),
    "grid": ("grid", REPORTS),
    "trend": ("trend", REPORTS),
    "burndown": ("burndown", REPORTS),
    "source": ("source", DOCUMENTS),
    "init": ("init", FILES),
    "check": ("check", FILES),
    "schema": ("schema", FILES),
    "path": ("path", FILES),
    "git": ("git", FILES),
    "help": ("help", FILES),
}


class Command(TyperCommand):
    """A command whose help is in the language of the output."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """As typer formats it, with the texts of the language."""
        _in_speech(self, ctx)
        super().format_help(ctx, formatter)


def _in_speech(command: Any, ctx: Any) -> None:
    from spaceplan.commands.help_text import in_japanese, put_into

    put_into(speech())
    if speech() == "ja":
        in_japanese(command, ctx)


class LazyGroup(TyperGroup):
    """A group whose commands are imported and built when they are asked for.

    ``table`` maps each command to its module and panel. A module with a ``COMMANDS`` table of its
    own is a group below this one.
    """

    table: Mapping[str, tuple[str, str]] = COMMANDS
    listing = False

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """As typer formats it, with the texts of the language."""
        self.listing = True
        _in_speech(self, ctx)
        super().format_help(ctx, formatter)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in the order of --help."""
        return list(self.table)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Build one command; None where there is none of that name."""
        if cmd_name not in self.table:
            return None
        module_name, panel = self.table[cmd_name]
        module = import_module(f"spaceplan.commands.{module_name}")
        inner = getattr(module, "COMMANDS", None)
        if inner is None:
            single = typer.Typer(
                add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False
            )
            epilog = _one_a_line(getattr(module, "EXAMPLES", ""))
            single.command(cmd_name, cls=Command, epilog=epilog)(module.run)
        else:
            single = typer.Typer(
                cls=type("InnerGroup", (LazyGroup,), {"table": inner}),
                add_completion=False,
                no_args_is_help=True,
                rich_markup_mode="rich",
                pretty_exceptions_enable=False,
                context_settings={"help_option_names": ["-h", "--help"]},
                help=(module.__doc__ or "").partition("\n")[0].partition(": ")[2].capitalize(),
            )
            single.callback()(lambda: None)
        command: Any = typer.main.get_command(single)
        command.name = cmd_name
        command.rich_help_panel = panel
        if self.listing:
            _in_speech(command, None)
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As usual, but with the nearest command named where there is none of that name."""
        name = args[0]
        if name not in self.table and not name.startswith("-"):
            from spaceplan.roadmap.nearest import nearest

            near = nearest(name, self.table)
            path = ctx.command_path
            raise UsageError("commands.no-such-command", name=name, path=path, near=near)
        return super().resolve_command(ctx, args)


def _one_a_line(examples: str) -> str:
    """``Examples: A ; B`` as help shows it: each command on a line of its own, to be copied."""
    head, _, commands = examples.partition(": ")
    # Typer takes an empty line for a line end, and square brackets for markup.
    return "\n\n".join([f"{head}:", *commands.split(" ; ")]).replace("[", "\\[")


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine; 1 a check found something; 2 wrong usage or bad data; "
    "3 a fault of spaceplan itself.",
)


def _version(wanted: bool) -> None:
    if wanted:
        from spaceplan import __version__

        print(f"spaceplan {__version__}")
        raise typer.Exit


@app.callback()
def _callback(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Track the milestones of a government roadmap: what is due, what is late, what slipped."""


def main() -> NoReturn:
    """Run the command line of this process and exit."""
    # One short-lived process that builds many small objects: collecting them only costs time.
    gc.disable()
    code = run()
    # Everything is flushed; tearing the interpreter down would only take time.
    sys.stderr.flush()
    os._exit(code)


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code: whatever goes wrong becomes a message.

    ``argv`` are the words after the program's name; None takes them from ``sys.argv``.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    speak(_language(words))
    watch(sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
    _readable_streams()
    code = _answer(words)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        code = _refuse(_unwritable(error), words)
    return code


def _answer(words: list[str]) -> int:
    """Run a command line; what goes wrong is said here, and nowhere else."""
    if any("\0" in word for word in words):
        # No system hands one over; who calls from Python may.
        return _refuse(UsageError("commands.no-nul"), words)
    try:
        return app(args=words, prog_name="spaceplan", standalone_mode=False) or 0
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            # Typer calls it 1, which would say that a check found something.
            _drop_output()
            return 0
        return ended.code if isinstance(ended.code, int) else BAD
    except SpaceplanError as error:
        return _refuse(error, words)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the help has been printed
            return BAD
        from spaceplan.commands.failures import misuse

        return _refuse(misuse(error), words)
    except BrokenPipeError:
        # The reader has seen enough (``spaceplan list | head``); nothing is wrong.
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is None:
            return _refuse(_unwritable(error), words)
        from spaceplan.files.system import reason

        name = os.fsdecode(error.filename)
        return _refuse(SpaceplanError("commands.system", name=name, why=reason(error)), words)
    except (KeyboardInterrupt, typer.Abort):
        _say(say("commands.interrupted", _language(words)))
        return INTERRUPTED
    except Exception as error:
        from spaceplan.commands.failures import our_fault

        return _refuse(our_fault(error, words), words)


def _refuse(error: SpaceplanError, words: Sequence[str]) -> int:
    """Say what is wrong; the exit code."""
    _say(told(error, _language(words)))
    return error.code


def _language(words: Sequence[str]) -> str:
    """The language of the output: ``--lang`` where it is one, else the locale's."""
    from spaceplan.words import LANGUAGES, locale_language

    for word, following in zip(words, (*words[1:], ""), strict=False):
        name, _, value = word.partition("=")
        if name == "--lang" and (value or following) in LANGUAGES:
            return value or following
    return locale_language()


def _readable_streams() -> None:
    """Streams that can be written to: what an encoding lacks is shown as an escape."""
    if sys.stdout is None:  # closed by the caller (``>&-``): nobody wants to read
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as we run
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _say(message: str) -> None:
    from spaceplan.render.text import visible

    for line in message.split("\n"):
        print(
            f"spaceplan: {visible(line)}" if not _located(line) else visible(line), file=sys.stderr
        )


def _located(line: str) -> bool:
    """Whether a line begins with its place already (FILE:LINE:COLUMN) or goes on."""
    head = line.split(": ", 1)[0].rsplit(":", 2)
    return len(head) == 3 and head[1].isdigit() and head[2].isdigit()


def _unwritable(error: OSError) -> SpaceplanError:
    from spaceplan.files.system import reason

    _drop_output()
    return SpaceplanError("commands.unwritable", why=reason(error))


def _drop_output() -> None:
    """Let the interpreter's own flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
