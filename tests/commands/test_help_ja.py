"""``--help`` in Japanese: whole, and in step with the English that stands beside the commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from support import Run
from typer.main import get_command

from spaceplan import app
from spaceplan.render.text import width
from spaceplan.words.help import COMMANDS
from spaceplan.words.help_options import OPTIONS

IN_JAPANESE = {"LC_ALL": "ja_JP.UTF-8", "COLUMNS": "80"}


def _commands(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield above, group
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from _commands(command, (*above, name))
        else:
            yield (*above, name), command


EVERY = dict(_commands(get_command(app.app)))


def _texts() -> tuple[set[str], set[str]]:
    """What commands say of themselves, and what their options do, in English."""
    of_commands, of_options = {"Options", "Arguments", "Commands"}, {"Show this message and exit."}
    for command in EVERY.values():
        of_commands |= {command.help, str(command.rich_help_panel or "")}
        of_commands.add((command.epilog or "").partition("\n")[0])
        for parameter in command.params:
            of_commands.add(getattr(parameter, "rich_help_panel", None) or "")
            if not getattr(parameter, "hidden", False):
                of_options.add(parameter.help or "")
    return of_commands - {""}, of_options - {""}


def test_every_text_has_its_japanese_and_no_japanese_is_left_over() -> None:
    of_commands, of_options = _texts()
    assert not of_commands - COMMANDS.keys()
    assert not of_options - OPTIONS.keys()
    assert not COMMANDS.keys() - of_commands
    assert not OPTIONS.keys() - of_options


@pytest.mark.parametrize("name", EVERY, ids=" ".join)
def test_the_page_of_a_command_is_japanese_and_fits(run: Run, name: tuple[str, ...]) -> None:
    outcome = run(*name, "--help", env=IN_JAPANESE)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"使い方: {' '.join(('spaceplan', *name))}" in outcome.out
    assert not re.search("[\u3040-\u30ff\u4e00-\u9fff、。] ?…", outcome.out)
    assert all(width(line) <= 80 for line in outcome.lines)
    for english in ("Usage", "Options", "Example", "Show this message", "[required]"):
        assert english not in outcome.out
    if any(parameter.name == "lang" for parameter in EVERY[name].params):
        assert run(*name, "--lang", "ja", "--help", env={"COLUMNS": "80"}).out == outcome.out
    assert "使い方" not in run(*name, "--help").out
