"""How an option or an argument of a command is declared: in one call."""

from collections.abc import Callable
from typing import Annotated, Any

from typer import Argument, Option

from spaceplan.commands import complete

# Who reads a file says what is wrong with it; one that is to be written need not be readable.
_UNASKED = {"readable": False}


def option(
    names: str,
    help: str,
    metavar: str | None = None,
    choices: Callable[..., Any] | None = None,
    panel: str | None = None,
    *,
    show_default: bool = False,
    **more: Any,
) -> Any:
    """An option by its ``names`` with blanks between; ``choices`` completes its values.

    ``panel`` is its heading in --help, where ``help`` says what happens without it.
    """
    return Option(
        *names.split(),
        help=help,
        metavar=metavar,
        autocompletion=choices,
        rich_help_panel=panel,
        show_default=show_default,
        **_UNASKED | more,
    )


def argument(
    metavar: str,
    help: str,
    choices: Callable[..., Any] | None = None,
    **more: Any,
) -> Any:
    """An argument, as it stands in the usage; ``choices`` completes its values."""
    more = _UNASKED | more
    return Argument(metavar=metavar, help=help, autocompletion=choices, show_default=False, **more)


Lang = Annotated[
    str,
    option("--lang", "Language, ja or en; else the locale's.", "ja|en", complete.languages),
]
Force = Annotated[bool, option("--force", "Replace the file that -o names, if there is one.")]
