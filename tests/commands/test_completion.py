"""Completion in bash, zsh and fish: commands, options, and what the plan itself names."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from support import Run, WritePlan, milestone

SHELLS = ("bash", "zsh", "fish")
# Typer asks the process tree for the shell unless told that the name is given.
NAMED = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}


@pytest.fixture(autouse=True)
def _plan(write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2a", target="FY2021"),
        milestone("1-2b"),
        milestone("2-1", kind="recurring", target="FY2019.."),
        "  - {id: 2-2, same_as: 1-1}\n",
    )


def completed(run: Run, line: str, shell: str = "bash") -> list[str]:
    """What a shell is offered for the last word of ``line``."""
    words = line.split(" ")
    env = {
        "_SPACEPLAN_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    outcome = run(env=env)
    assert outcome.err == ""
    return [line for line in outcome.out.splitlines() if line]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_shown_that_the_shell_understands(run: Run, folder: Path, shell: str) -> None:
    outcome = run("--show-completion", shell, env=NAMED)
    assert outcome.code == 0
    assert "_SPACEPLAN_COMPLETE" in outcome.out
    assert f"complete_{shell}" in outcome.out
    program = which(shell)
    if program:
        script = folder / "completion"
        script.write_text(outcome.out, encoding="utf-8")
        subprocess.run([program, "-n", str(script)], check=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_offered_ids_with_their_titles(run: Run, shell: str) -> None:
    offered = "\n".join(completed(run, "spaceplan show 1-", shell))
    for name in ("1-1", "1-2a", "1-2b"):
        assert name in offered
    if shell != "bash":
        assert "Item 1-1" in offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("spaceplan ov", ["overdue"]),
        ("spaceplan list --top", ["--topic"]),
        ("spaceplan show 2", ["2", "2-1", "2-2"]),
        ("spaceplan list --topic ", ["1", "2"]),
        ("spaceplan list --chart 1", ["17"]),
        ("spaceplan list --owner ", ["CAO", "MEXT", "JAXA"]),
        ("spaceplan list --owner M", ["MEXT"]),
        ("spaceplan due --fy ", ["2019", "2020", "2021"]),
        ("spaceplan list --fy 2019,202", ["2019,2020", "2019,2021"]),
        ("spaceplan list --status d", ["done", "dropped"]),
        ("spaceplan list --state overdue,done-l", ["overdue,done-late"]),
        ("spaceplan list --kind w", ["window"]),
        ("spaceplan list --reason ", ["technical", "budget"]),
        ("spaceplan list --format js", ["json", "jsonl"]),
        ("spaceplan list --lang ", ["ja", "en"]),
        ("spaceplan list --sort s", ["slip", "status", "state"]),
        ("spaceplan list --role w", ["with-partners"]),
    ],
)
def test_what_is_offered(run: Run, line: str, offered: list[str]) -> None:
    assert completed(run, line) == offered


def test_the_plan_that_the_line_names_is_the_one_completed_from(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-9"), name="other.yaml")
    assert completed(run, "spaceplan show --plan other.yaml 1-") == ["1-9"]


def test_without_a_sound_plan_nothing_is_offered_and_nothing_said(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(text="{")
    assert completed(run, "spaceplan show 1") == []
    assert completed(run, "spaceplan list --status d") == ["done", "dropped"]


def test_titles_are_offered_in_the_language_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "項目1-1" in "\n".join(completed(run, "spaceplan show 1-1", "zsh"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("spaceplan due --owner MEXT,J", ["MEXT,JAXA"]),
        ("spaceplan due --owner 文", ["文部科学省", "文科省"]),
        ("spaceplan due --topic 1,2", ["1,2"]),
        ("spaceplan due --reason technical,b", ["technical,budget"]),
        ("spaceplan due --fy FY2020", ["FY2020"]),
        ("spaceplan due --fy 2019..2021", ["2019..2021"]),
        ("spaceplan due --fy 2020..20", ["2020..2020", "2020..2021"]),
        ("spaceplan overdue --against b", ["baseline"]),
        ("spaceplan check --format g", ["github"]),
    ],
)
def test_lists_ranges_and_names_are_completed(run: Run, line: str, expected: list[str]) -> None:
    assert completed(run, line) == expected


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_title_neither_steers_nor_styles_the_screen_of_a_shell(
    run: Run, write_plan: WritePlan, shell: str
) -> None:
    write_plan(milestone("1-1", title='{ja: 題, en: "a\\u202eb \\e[2J [red]c[/red]"}'))
    offered = "\n".join(completed(run, "spaceplan show 1-1", shell))
    assert "\u202e" not in offered
    assert "\x1b" not in offered
    assert "[red]c[/red]" in offered
