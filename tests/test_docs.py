"""What the docs show is what the program prints.

Every ``console`` block of README.md and docs/ is run: a line that begins with ``$ `` is a command,
what follows is its output. ``...`` stands for anything within a line, or, alone, for any lines.
The blocks of one page run one after the other in one folder, which is empty at first.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(page: Path) -> list[tuple[str, str]]:
    """(command, expected output) in the order of the page."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def pattern(expected: str) -> re.Pattern[str]:
    """Expected output as a pattern: trailing spaces do not count."""
    lines = []
    for line in expected.rstrip("\n").split("\n"):
        if line == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(r".*?".join(map(re.escape, line.rstrip().split("..."))) + r" *\n")
    return re.compile("".join(lines))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_are_real(page: Path, tmp_path: Path) -> None:
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    script = bin_folder / "spaceplan"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m spaceplan "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "SPACEPLAN_CACHE": str(tmp_path / "cache"),
    }
    for command, expected in examples(page):
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        output = (
            done.stdout if done.stdout.endswith("\n") or not done.stdout else done.stdout + "\n"
        )
        shown = re.sub(r"[ ]+$", "", output, flags=re.MULTILINE)
        wanted = pattern(expected) if expected.strip() else re.compile("")
        assert wanted.fullmatch(shown), f"$ {command}\n{shown}\n--- the page says\n{expected}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_only_files_that_are_there(page: Path) -> None:
    named = re.findall(r"`((?:spaceplan|tests|examples|\.ci)/[^`\s]*)`", page.read_text("utf-8"))
    assert not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("script", ["reference.py", "pictures.py"])
def test_what_docs_hold_of_the_program_is_what_it_makes(script: str) -> None:
    made = subprocess.run(
        [sys.executable, ROOT / ".ci" / script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr


def _rows(*pages: str) -> set[str]:
    """What the first cells of all tables on some pages name."""
    text = "\n".join((ROOT / "docs" / page).read_text("utf-8") for page in pages)
    return {
        name for row in re.findall(r"^\| (`.*?`) \|", text, re.M) for name in re.split("[`, ]", row)
    }


def test_every_key_option_state_and_exit_code_has_its_row() -> None:
    from typer.main import get_command

    from spaceplan import app, errors
    from spaceplan.plan_file import keys
    from spaceplan.roadmap.flags import FLAGS
    from spaceplan.roadmap.states import STATES, STATUSES

    def options(command: Any) -> set[str]:
        inner = getattr(command, "table", {})
        below = [options(command.get_command(None, name)) for name in inner]
        own = {
            spelled
            for one in command.params
            for spelled in (*one.opts, *one.secondary_opts)
            if spelled.startswith("--") and not getattr(one, "hidden", False)
        }
        return own.union(*below)

    of_program = {"--version", "--help", "--install-completion", "--show-completion"}
    commands = sorted((ROOT / "docs" / "commands").glob("*.md"))
    names = [f"commands/{page.name}" for page in commands]
    assert not options(get_command(app.app)) - of_program - _rows(*names)
    edits = (ROOT / "docs/topics/history.md").read_text("utf-8")
    told = _rows("topics/plan-file.md", "topics/history.md")
    every = [key for made in keys.TABLES for key in made]
    assert not {
        key.name
        for key in every
        if key.name not in (told if not key.shape.startswith("edit:") else edits)
    } - {key.name for key in keys.WORDS}
    assert not {*STATES, *STATUSES, *FLAGS} - _rows("topics/states.md")
    codes = {0, errors.FOUND, errors.BAD, errors.OURS}
    assert not set(map(str, codes)) - _rows("topics/exit-codes.md")
