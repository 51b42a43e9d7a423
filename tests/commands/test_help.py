"""Help: every command says what it is for and shows an example that runs."""

from __future__ import annotations

import errno
import os
import re
import shlex
import subprocess
from importlib import import_module
from pathlib import Path

import pytest
from support import Run, spaceplan_process

from spaceplan import __version__
from spaceplan.app import COMMANDS


def every_command() -> dict[str, str]:
    """Each command as it is typed (``source check``), and its module."""
    found: dict[str, str] = {}
    for name, (module, _) in COMMANDS.items():
        inner = getattr(import_module(f"spaceplan.commands.{module}"), "COMMANDS", None)
        if inner is None:
            found[name] = module
        else:
            found.update({f"{name} {below}": file for below, (file, _) in inner.items()})
    return found


EVERY = every_command()


def examples(name: str) -> list[str]:
    """The commands of an epilog: ``Examples: spaceplan … ; spaceplan …``."""
    module = import_module(f"spaceplan.commands.{EVERY[name]}")
    _, _, commands = str(module.EXAMPLES).partition(": ")
    found = re.split(r"\s*(?:;|&&)\s+", commands)
    return [command for command in found if re.match(r"(?:\w+=\S+ )?spaceplan ", command)]


def test_the_first_page_names_every_command_once_and_fits_80_columns(run: Run) -> None:
    outcome = run("--help", env={"COLUMNS": "80"})
    assert outcome.code == 0
    for name in COMMANDS:
        assert len(re.findall(rf"^│ {re.escape(name)}\s", outcome.out, re.MULTILINE)) == 1, name
    assert max(map(len, outcome.lines)) <= 80
    assert "Exit codes" in outcome.out
    assert run("-h", env={"COLUMNS": "80"}).out == outcome.out


def test_the_commands_stand_in_the_panels_of_the_table_in_its_order(run: Run) -> None:
    page = run("--help").out
    panels = list(dict.fromkeys(panel for _, panel in COMMANDS.values()))
    assert re.findall(r"^╭─ (.*?) ─", page, re.MULTILINE) == ["Options", *panels]


def test_without_a_command_help_is_shown(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "Usage: spaceplan" in outcome.out + outcome.err


@pytest.mark.parametrize("name", EVERY)
def test_a_command_says_what_it_is_for_and_shows_an_example(run: Run, name: str) -> None:
    outcome = run(*name.split(), "--help", env={"COLUMNS": "80"})
    assert (outcome.code, outcome.err) == (0, "")
    assert f"Usage: spaceplan {name}" in outcome.out
    assert "Example" in outcome.out
    assert examples(name), "an example begins with 'spaceplan'"
    assert all(len(line) <= 80 for line in outcome.lines)
    assert "None" not in outcome.out


# Those name files of the user's.
NEED_FILES = ("source ", "merge")


@pytest.mark.parametrize("name", [name for name in EVERY if not name.startswith(NEED_FILES)])
def test_the_examples_work_when_copied_after_init(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert run("init").code == 0
    subprocess.run(["git", "init", "-q"], check=True)  # what concerns git is said of a repository
    for example in examples(name):
        outcome = run(*words_of(example), env={"EDITOR": "true"})
        assert outcome.code == 0, (example, outcome.err)
        if name == "init":
            monkeypatch.chdir(folder / "my-plan")


@pytest.mark.parametrize("name", [name for name in EVERY if name.startswith("source ")])
def test_an_example_that_names_the_users_document_has_options_that_exist(
    run: Run, folder: Path, name: str
) -> None:
    for example in examples(name):
        outcome = run(*words_of(example))
        assert outcome.code == 2
        assert "--help" not in outcome.err, (example, outcome.err)


def words_of(example: str) -> list[str]:
    words = shlex.split(example.split(" > ")[0])
    assert words[0] == "spaceplan"
    return words[1:]


def test_an_unknown_command_is_refused_with_the_nearest(run: Run) -> None:
    outcome = run("overdeu")
    assert outcome.code == 2
    assert "(did you mean 'overdue'?)" in outcome.err


@pytest.mark.parametrize("words", [("list", "--ownr", "MEXT"), ("due", "extra"), ("list", "--limit", "x")])  # fmt: skip
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"spaceplan {__version__}\n"


def test_the_module_answers_like_the_command(folder: Path) -> None:
    outcome = spaceplan_process("--version", cwd=folder)
    assert (outcome.code, outcome.out) == (0, f"spaceplan {__version__}\n")


def test_an_unforeseen_fault_of_a_file_is_a_message(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "some/file")

    monkeypatch.setattr("spaceplan.commands.path.run", fails)
    outcome = run("path")
    assert (outcome.code, outcome.err) == (2, "spaceplan: some/file: permission denied\n")
