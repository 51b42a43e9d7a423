"""What is said when a command line is wrong, or spaceplan is; no argument ends in a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Run, WritePlan, entry, history, invoke, milestone, spaceplan_process

from spaceplan import app
from spaceplan.commands import path as path_command

# Words that name nothing outside the test's own folder: ``init /`` would make /data.
INSIDE = st.text(max_size=8).filter(lambda word: "/" not in word)
# What nobody means, and what slips in all the same.
ABSURD = (
    "",
    " ",
    "-1",
    "0",
    "0000099",
    "9" * 30,
    "9" * 5000,
    "-0",
    "1e999",
    "NaN",
    "0001",
    "0001-01-01",
    "9999",
    "9999-12-31",
    "9999-W52",
    "9999-W53",
    "0001-W01",
    "2020-W53",
    "FY9999",
    "FY1..FY9999",
    "9999..",
    "..",
    "令和9999年度",
    "9999y",
    "1-1",
    "1-9",
    "topic 99",
    "工程表99",
    "²",
    "１",
    "۳",
    "x" * 5000,
    "題" * 300,
    "🛰️🚀",
    "a\nb",
    "a\nb/c",
    "a\0b",
    "\udcff",
    "\x1b[31m",
    "\u202e",
    "=1+1",
    "%s {0} {x} [bold]",
    ",",
    "、,",
    ".",
    "milestones.yaml",
    "no/such/file",
    "-",
)
PLAN = (
    milestone("1-1", history(entry("2020-01-01", change="aaaa", note="x")), target="FY2020"),
    milestone("1-2", kind="recurring", target="FY2019.."),
    milestone("2-1"),
)


def _commands(group: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from _commands(command, (*above, name))
        else:
            yield (*above, name), command


def _every() -> dict[tuple[str, ...], Any]:
    from typer.main import get_command

    return dict(_commands(get_command(app.app)))


EVERY = _every()


def lines_of(name: tuple[str, ...], values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Command lines of one command: an option or an argument with a value, perhaps two."""
    words: list[st.SearchStrategy[list[str]]] = []
    for parameter in EVERY[name].params:
        if parameter.param_type_name == "argument":
            words.append(values.map(lambda value: [value]))
        elif not parameter.is_flag and parameter.name != "help":
            option = parameter.opts[0]
            words.append(values.map(lambda value, option=option: [f"{option}={value}"]))
        elif parameter.name != "help":
            words.append(st.just([parameter.opts[0]]))
    if not words:
        return st.just([])
    several = st.lists(st.one_of(words), min_size=1, max_size=3)
    return several.map(lambda parts: [word for part in parts for word in part])


@pytest.mark.parametrize("name", EVERY, ids=" ".join)
@settings(
    max_examples=int(os.environ.get("SPACEPLAN_TRIES", "15")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_argument_is_a_fault_of_spaceplan(
    name: tuple[str, ...], data: st.DataObject, write_plan: WritePlan, monkeypatch: Any
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    # "init .." is not to leave a plan where other tests look for none.
    inner = write_plan(*PLAN).parent / "one" / "two"
    inner.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(inner)
    words = data.draw(lines_of(name, st.sampled_from(ABSURD) | INSIDE))
    outcome = invoke((*name, *words))
    assert outcome.code in (0, 1, 2), outcome.err
    assert "Traceback" not in outcome.err
    if outcome.code == 2:
        assert outcome.err


@pytest.mark.parametrize(
    ("words", "told"),
    [(("show", "0000099"), "there is no topic 99"), (("show", "9" * 5000), "there is no topic 999")],
)  # fmt: skip
def test_a_number_of_any_length_is_looked_up(
    run: Run, write_plan: WritePlan, words: tuple[str, ...], told: str
) -> None:
    write_plan(*PLAN)
    outcome = run(*words)
    assert outcome.code == 2
    assert told in outcome.err
    assert run("show", "0001").out == run("show", "1").out


def test_an_unforeseen_fault_is_one_sentence_and_a_trace_in_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails() -> None:
        raise KeyError("nobody thought of it")

    monkeypatch.setattr(path_command, "run", fails)
    outcome = run("path", env={"XDG_STATE_HOME": str(tmp_path)})
    kept = tmp_path / "spaceplan" / "fault.txt"
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1
    assert "this is a fault of spaceplan" in outcome.err
    assert str(kept) in outcome.err
    assert "nobody thought of it" in kept.read_text("utf-8")
    assert "['path']" in kept.read_text("utf-8")
    in_japanese = run("path", env={"XDG_STATE_HOME": str(tmp_path), "LC_ALL": "ja_JP.UTF-8"})
    assert "spaceplan の不具合です" in in_japanese.err
    assert [each.name for each in kept.parent.iterdir()] == ["fault.txt"]


def test_an_unforeseen_fault_is_told_where_no_file_can_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails() -> None:
        raise KeyError("nobody thought of it")

    monkeypatch.setattr(path_command, "run", fails)
    (tmp_path / "file").write_text("")
    outcome = run("path", env={"XDG_STATE_HOME": str(tmp_path / "file")})
    assert outcome.code == 3
    assert "test_failures.py:" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("lst",), "there is no command 'lst'; spaceplan --help lists them all (did you mean 'list'?)"),
        (("source", "chek"), "there is no command 'chek'; spaceplan source --help lists them all (did you mean 'check'?)"),
        (("due", "--opne"), "there is no option --opne; spaceplan due --help lists them all (did you mean '--open'?)"),
        (("due", "extra"), "there is a word too many: extra; spaceplan due --help says what it takes"),
        (("due", "--fy"), "--fy needs a value; spaceplan --help says which"),
        (("due", "--json=1"), "--json takes no value; spaceplan --help says more"),
        (("list", "--limit", "x"), "--limit: 'x' is not a whole number from 0"),
        (("list", "--limit", "-1"), "--limit: '-1' is not a whole number from 0"),
        (("update",), "spaceplan update needs REF...; spaceplan update --help says more"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_that_says_what_to_do(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"spaceplan: {told}\n")


def test_wrong_usage_in_japanese(run: Run) -> None:
    outcome = run("due", "--opne", "--lang", "ja")
    assert outcome.err == (
        "spaceplan: --opne というオプションはありません。spaceplan due --help に一覧があります"
        "（'--open' のことですか）\n"
    )


def test_exit_code_3_is_told_in_help(run: Run) -> None:
    assert "3 a fault of spaceplan itself" in " ".join(run("--help").out.split())


def test_a_process_ends_as_a_call_does(folder: Path) -> None:
    outcome = spaceplan_process("lst", cwd=folder)
    assert (outcome.code, outcome.raw) == (2, b"")
