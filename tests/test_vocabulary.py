"""A field, a status and a format are said once: a toy of each, added in one place, is everywhere.

The package is copied, each toy gets its line (and its words in both languages), and the copy is
asked as a user would ask it. Where one derivation is missing, one of these fails.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import ROOT, entry, history, milestone, plan_text

FIELD = """    mood: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "texts", "How it feels.", history=True, column="text", edit=True, filter="mood",
            listed=True,
        ),
    )
"""
STATUS = """    Status("withdrawn", ENDED_STAGE, state=State("withdrawn", style="late", sign="w!")),
"""
FAMILIES = ("ANSWER", "CHECK", "PICTURE", "EXPORT", "REPORT")
TOY = '''"""A toy format of every family."""


def text(made, *more):
    return "a toy answer\\n"


def lines(checked):
    yield "a toy line"


def data(asked):
    return b"a toy file\\n"
'''
WHERE = {"CHECK": "toy:lines", "EXPORT": "toy:data"}
# One process for all: each line is a command line with its environment, each answer code and words.
WORKER = """
import io, json, os, sys
from spaceplan import app
asked, told = sys.stdin, sys.stdout
for line in asked:
    argv, env = json.loads(line)
    kept = dict(os.environ)
    os.environ.update(env)
    out = io.BytesIO()
    sys.stdout = sys.stderr = io.TextIOWrapper(out, encoding="utf-8", newline="\\n", write_through=True)
    try:
        code = app.run(argv)
        words = out.getvalue().decode("utf-8", "replace")
    finally:
        sys.stdout, sys.stderr = told, sys.__stderr__
        os.environ.clear(); os.environ.update(kept)
    print(json.dumps([code, words]), file=told, flush=True)
"""
PLAN = plan_text(
    milestone("1-1", target="FY2020"),
    milestone(
        "1-2",
        "mood: [calm, glad]",
        history(entry("2020-05-01", mood="[(none), [calm, glad]]")),
        target="FY2021",
    ),
    milestone(
        "1-3",
        history(entry("2020-05-01", status="[planned, withdrawn]", note="no more")),
        target="FY2021",
        status="withdrawn",
    ),
    milestone("1-4"),
)


def _insert(path: Path, before: str, text: str) -> None:
    old = path.read_text("utf-8")
    assert old.count(before) == 1, f"{path.name}: {before!r}"
    path.write_text(old.replace(before, text + before), encoding="utf-8")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the changed package and a plan."""
    folder = tmp_path_factory.mktemp("toy")
    package = folder / "spaceplan"
    shutil.copytree(ROOT / "spaceplan", package, ignore=shutil.ignore_patterns("__pycache__"))
    _insert(package / "roadmap" / "model.py", "    history: tuple[Change, ...] = field(", FIELD)
    _insert(package / "roadmap" / "states.py", '    Status("dropped"', STATUS)
    formats = package / "formats.py"
    for family in FAMILIES:
        old = f"{family}: Family = {{\n"
        row = f'    "toy": Format("{WHERE.get(family, "toy:text")}", suffixes=(".toy",)),\n'
        text = formats.read_text("utf-8")
        assert text.count(old) == 1
        formats.write_text(text.replace(old, old + row), encoding="utf-8")
    (package / "toy.py").write_text(TOY, encoding="utf-8")
    _insert(
        package / "words" / "labels.py",
        '    "deadline": ',
        '    "mood": ("気分", "Mood"),\n    "withdrawn": ("撤回", "withdrawn"),\n',
    )
    _insert(package / "words" / "columns.py", '    "id": ', '    "mood": ("気分", "Moods"),\n')
    (folder / "milestones.yaml").write_text(PLAN, encoding="utf-8")
    return folder


Ask = Callable[..., str]


@pytest.fixture(scope="module")
def ask(toy: Path) -> Iterator[Ask]:
    """Put a command line to the changed program: ``ask("list", "--json")`` is what it wrote."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=toy,
        env={
            **{
                name: text
                for name, text in os.environ.items()
                if name not in ("SPACEPLAN_FILE", "FORCE_COLOR")
            },
            "PYTHONPATH": str(toy),
            "PYTHONUTF8": "1",
            "COLUMNS": "160",
            "LC_ALL": "C.UTF-8",
            "SPACEPLAN_CACHE": str(toy / "cache"),
            "XDG_STATE_HOME": str(toy / "state"),
        },
    )
    assert worker.stdin is not None and worker.stdout is not None
    asking, answers = worker.stdin, worker.stdout

    def call(*argv: object, code: int = 0, env: dict[str, str] | None = None) -> str:
        print(json.dumps([[str(word) for word in argv], env or {}]), file=asking, flush=True)
        ended, words = json.loads(answers.readline())
        assert ended == code, words
        return str(words)

    yield call
    asking.close()
    worker.wait()


def _records(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


AS_OF = ("--as-of", "2026-11-24")


# --- a field ------------------------------------------------------------------------------------


def test_a_field_is_shown(ask: Ask) -> None:
    # Twice: read anew, and from the cache.
    for _ in range(2):
        assert "Mood" in ask("show", "1-2") and "calm" in ask("show", "1-2")
    assert "気分" in ask("show", "1-2", "--lang", "ja")
    assert "Mood" not in ask("show", "1-1")
    assert "Mood" not in ask("show", "1-2", "--as-of", "2019-05-01")
    listed = ask("list", *AS_OF)
    assert "Mood" in listed and "calm, glad" in listed
    assert "Mood: none → calm, glad" in ask("history")


def test_a_field_is_data(ask: Ask) -> None:
    found = {one["id"]: one for one in json.loads(ask("list", "--json"))["milestones"]}
    assert found["1-2"]["mood"] == ["calm", "glad"] and found["1-1"]["mood"] == []
    (change,) = found["1-2"]["history"]
    assert change["fields"] == {"mood": {"from": None, "to": ["calm", "glad"]}}
    assert _records(ask("list", "--format", "csv"))["1-2"]["mood"] == "calm glad"
    assert _records(ask("export", "--format", "csv"))["1-2"]["mood"] == "calm glad"


def test_a_field_stands_in_a_spreadsheet_and_a_database(ask: Ask, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    ask("export", "-o", tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    head = [cell.value for cell in book["milestones"][1]]
    cells = [row[head.index("mood")].value for row in book["milestones"].iter_rows(min_row=2)]
    assert cells == [None, "calm glad", None, None]
    assert ("mood", "Moods") in {(row[0].value, row[3].value) for row in book["columns"]}
    ask("export", "-o", tmp_path / "plan.sqlite")
    base = sqlite3.connect(tmp_path / "plan.sqlite")
    assert base.execute("SELECT * FROM milestone_mood").fetchall() == [
        ("1-2", 1, "calm"),
        ("1-2", 2, "glad"),
    ]
    assert base.execute("SELECT field, new FROM history_fields WHERE milestone = '1-2'").fetchall()


def test_a_field_is_filtered_and_completed(ask: Ask) -> None:
    kept = json.loads(ask("list", "--mood", "glad", "--json"))["milestones"]
    assert [one["id"] for one in kept] == ["1-2"]
    assert "--mood" in ask("list", "--help") and "How it feels." in ask("list", "--help")
    line = "spaceplan list --mood ca"
    env = {"_SPACEPLAN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "3"}
    assert ask(env=env).split() == ["calm"]


def test_a_field_comes_back_from_a_table(ask: Ask, toy: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    shutil.copy(toy / "milestones.yaml", plan)
    (tmp_path / "back.csv").write_text("id,mood\n1-1,sad\n", encoding="utf-8")
    ask("apply", tmp_path / "back.csv", "--plan", plan)
    found = {
        one["id"]: one for one in json.loads(ask("list", "--json", "--plan", plan))["milestones"]
    }
    assert found["1-1"]["mood"] == ["sad"] and len(found["1-1"]["history"]) == 1
    ask("undo", "--plan", plan)
    assert plan.read_text("utf-8") == PLAN


def test_a_field_is_checked_and_in_the_schema(ask: Ask, tmp_path: Path) -> None:
    schema = json.loads(ask("schema"))
    assert (
        schema["definitions"]["milestone"]["properties"]["mood"]["description"] == "How it feels."
    )
    assert "mood" in schema["definitions"]["change"]["properties"]
    answers = json.loads(ask("schema", "--of", "answers"))["$defs"]
    assert answers["milestone"]["properties"]["mood"]["description"] == "How it feels."
    assert "withdrawn" in answers["TopicLine"]["properties"]
    assert "withdrawn" in answers["state"]["enum"]
    broken = tmp_path / "plan.yaml"
    broken.write_text(PLAN.replace("mood: [calm, glad]", "mood: [calm, calm]", 1), encoding="utf-8")
    assert "the list names something twice" in ask("check", broken, code=1)


# --- a status -----------------------------------------------------------------------------------


def test_a_status_is_recorded_and_judged(ask: Ask, toy: Path, tmp_path: Path) -> None:
    found = {one["id"]: one for one in json.loads(ask("list", "--json", *AS_OF))["milestones"]}
    assert (found["1-3"]["status"], found["1-3"]["state"]) == ("withdrawn", "withdrawn")
    plan = tmp_path / "plan.yaml"
    shutil.copy(toy / "milestones.yaml", plan)
    ask("update", "1-1", "--status", "withdrawn", "--on", "2022-02-01", "--plan", plan)
    assert "withdrawn" in ask("show", "1-1", "--plan", plan)
    assert "撤回" in ask("show", "1-1", "--plan", plan, "--lang", "ja")
    # It has ended: what is late is late no more, and what is open does not show it.
    assert "1-1" not in ask("overdue", "--plan", plan, *AS_OF)
    assert "1-3" not in ask("due", "--fy", "2021", "--open", *AS_OF)
    assert "planned → withdrawn" in ask("history", "--plan", plan)


def test_a_status_is_filtered_counted_and_completed(ask: Ask) -> None:
    for option in ("--status", "--state"):
        kept = json.loads(ask("list", option, "withdrawn", "--json", *AS_OF))["milestones"]
        assert [one["id"] for one in kept] == ["1-3"]
        line = f"spaceplan list {option} wi"
        env = {"_SPACEPLAN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "3"}
        assert ask(env=env).split() == ["withdrawn"]
    assert "withdrawn" in ask("list", "--help")
    assert json.loads(ask("summary", "--json", *AS_OF))["states"]["withdrawn"] == 1
    assert "withdrawn" in ask("list", "--status", "withdrown", code=2)


def test_a_status_is_in_every_form(ask: Ask, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert _records(ask("list", "--format", "csv", *AS_OF))["1-3"]["state"] == "withdrawn"
    ask("export", "-o", tmp_path / "plan.xlsx")
    sheet = load_workbook(tmp_path / "plan.xlsx")["milestones"]
    assert any("withdrawn" in rule.formula1 for rule in sheet.data_validations.dataValidation)
    ask("export", "-o", tmp_path / "plan.sqlite")
    base = sqlite3.connect(tmp_path / "plan.sqlite")
    assert base.execute("SELECT id FROM milestones WHERE status = 'withdrawn'").fetchall()
    assert (
        "withdrawn"
        in json.loads(ask("schema"))["definitions"]["milestone"]["properties"]["status"]["enum"]
    )
    grid = ask("grid", *AS_OF)
    assert "w!" in grid and "withdrawn" in grid
    assert "withdrawn" in ask("grid", "--svg", *AS_OF)


# --- a format -----------------------------------------------------------------------------------


def test_a_format_is_made_offered_and_named(ask: Ask, tmp_path: Path) -> None:
    for command in ("list", "show 1-1", "summary", "history", "topics"):
        assert ask(*command.split(), "--format", "toy") == "a toy answer\n"
    assert ask("grid", "--format", "toy") == "a toy answer\n"
    assert ask("check", "--format", "toy") == "a toy line\n"
    assert ask("export", "--format", "toy") == "a toy file\n"
    assert ask("report", "--week", "2021-W01", "--format", "toy", "-o", "-") == "a toy answer\n"
    for command in ("list", "grid", "check", "export", "report"):
        assert "toy" in ask(command, "--help")
        assert "toy" in ask(command, "--format", "nothing", code=2)
        line = f"spaceplan {command} --format to"
        env = {"_SPACEPLAN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "3"}
        assert ask(env=env).split() == ["toy"]


def test_a_format_is_known_by_the_ending_of_a_file(ask: Ask, tmp_path: Path) -> None:
    plan = {"SPACEPLAN_FILE": "milestones.yaml"}
    ask("export", "-o", tmp_path / "a.toy")
    ask("grid", "-o", tmp_path / "b.toy", env=plan)
    ask("report", "--week", "2021-W01", "-o", tmp_path / "c.toy", env=plan)
    for name in ("a.toy", "b.toy", "c.toy"):
        assert (tmp_path / name).read_text("utf-8").startswith("a toy ")
