"""``--help`` in Japanese: the English that stands beside each command, looked up in ``words``."""

from __future__ import annotations

from typing import Any

from typer import rich_utils

from spaceplan.words.help import COMMANDS
from spaceplan.words.help_options import OPTIONS

# What typer says by itself, as the names of its own constants.
_TYPERS = {
    "ARGUMENTS_PANEL_TITLE": "引数",
    "OPTIONS_PANEL_TITLE": "オプション",
    "COMMANDS_PANEL_TITLE": "コマンド",
    "DEFAULT_STRING": "[既定: {}]",
    "REQUIRED_LONG_STRING": "[必須]",
}
# Where typer makes the texts of its tables.
_MAKES = "_make_rich_text"
_MADE = getattr(rich_utils, _MAKES)
_ENGLISH = {name: getattr(rich_utils, name) for name in _TYPERS}


def _folded(*given: Any, **more: Any) -> Any:
    """A text that is broken anywhere: Japanese has no blanks, and typer would cut it."""
    text = _MADE(*given, **more)
    text.overflow = "fold"
    return text


def put_into(lang: str) -> None:
    """Let typer say what it says by itself in a language."""
    for name, text in (_TYPERS if lang == "ja" else _ENGLISH).items():
        setattr(rich_utils, name, text)
    setattr(rich_utils, _MAKES, _folded if lang == "ja" else _MADE)


def in_japanese(command: Any, context: Any) -> None:
    """Put a command's help, panels, options and examples into Japanese, where that is known."""
    command.help = COMMANDS.get(command.help, command.help)
    if command.epilog:
        head, line_end, examples = command.epilog.partition("\n")
        command.epilog = COMMANDS.get(head, head) + line_end + examples
    panel = getattr(command, "rich_help_panel", None)
    command.rich_help_panel = COMMANDS.get(str(panel), panel)
    if context is None:
        return
    usage = command.get_usage
    command.get_usage = lambda context: usage(context).replace("Usage:", "使い方:", 1)
    for parameter in command.get_params(context):
        parameter.help = OPTIONS.get(parameter.help, parameter.help)
        panel = getattr(parameter, "rich_help_panel", None)
        if panel:
            parameter.rich_help_panel = COMMANDS.get(str(panel), panel)
