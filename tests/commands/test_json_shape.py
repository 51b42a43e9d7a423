"""The JSON of every command against the published schema, and the docs of both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from small import BLOCKS
from source.documents import NEW, OLD
from support import ROOT, SHIPPED, Run, WritePlan, entry, history, milestone

from spaceplan import app, formats
from spaceplan.answers import shapes
from spaceplan.answers.schema import ANSWERS, FILE_NAME, schema

SCHEMA = schema()
WHOLE = jsonschema.Draft202012Validator(SCHEMA)
SHIPPED_SCHEMA = SHIPPED.with_name(FILE_NAME)
ASKED = (
    "list",
    "list --as-of 2020-06-01 --known 2020-06-01",
    "due",
    "due --fy 2019..2024",
    "overdue",
    "overdue --against baseline",
    "show 1",
    "show 1-1 1-2",
    "show --chart 17",
    "summary",
    "topics",
    "owners",
    "history",
    "diff --as-of 2020-06-01 --as-of 2024-06-01",
    "score",
    "score --by owner",
    "score --by fy",
    "check",
    "path",
    "grid",
    "trend",
    "trend --all --by recorded",
    "burndown",
    "report --format json --week 2020-W23",
    "report --format json --week 2023-W10 --owner MEXT",
)
LINES = {
    "list": "milestone",
    "due --fy 2019..2024": "milestone",
    "overdue": "milestone",
    "show 1": "milestone",
    "export": "exported",
    "history": "HistoryEntry",
    "topics": "TopicLine",
    "owners": "OwnerLine",
    "summary": "SummaryLine",
    "score": "ScoreGroup",
    "path": "Path",
}
MORE = (
    milestone(
        "1-8a",
        history(
            entry("2020-02-01", added="true"),
            entry("2020-03-01", change="a1", target="[FY2020, FY2022]", reason="budget", who="K"),
            entry(
                "2020-03-05",
                change="a2",
                reverts="a1",
                target="[FY2022, FY2020]",
                remedy="more hands",
                remedy_by="FY2021",
                authority="Cabinet Office",
                verified="true",
            ),
            "- {date: 2020-04-01, recorded: 2020-04-01T09:00:00+09:00, by_hand: true, change: a3,"
            " owner: [[MEXT], [MEXT, JAXA]], title: [{ja: 旧, en: old}, {ja: 新, en: new}]}",
            "- {date: 2020-05-20, recorded: 2020-05-20T09:00:00+09:00, change: a4,"
            " checked: {first: 2020-05-01, last: 2020-05-20, count: 2}}",
            entry(
                "2020-03-02", "2020-06-02", change="a5", corrects="a3", status="[planned, active]"
            ),
            entry("2021-02-02", change="a6", status="[active, done]"),
        ),
        "tags: [level-2]",
        "places: {R1: 8-2}",
        "links: [https://example.org/]",
        target="FY2020",
        title="{ja: 新, en: new}",
        owner="[MEXT, JAXA]",
        status="done",
    ),
    milestone("1-8b", "see: [1-2]", target="FY2019..", kind="recurring", times="about 3"),
    milestone("1-9", target="2020-03", kind="start", remark="{ja: 備考, en: ''}"),
)


def validate(text: str) -> Any:
    """The data of an answer that is of its command's shape; errors name the key at fault."""
    data = json.loads(text)
    names = [one.__name__ for one in ANSWERS]
    (name,) = (one for one in names if _command(one) == data["command"])
    complain(data, name)
    assert WHOLE.is_valid(data)
    return data


def complain(data: Any, name: str) -> None:
    found = {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]}
    errors = list(jsonschema.Draft202012Validator(found).iter_errors(data))
    assert not errors, "\n".join(f"{error.json_path}: {error.message}" for error in errors[:5])


def _command(name: str) -> str:
    return str(SCHEMA["$defs"][name]["properties"]["command"]["const"])


def ask(run: Run, words: str, *more: str) -> str:
    done = run(*words.split(), *more)
    assert done.code in (0, 1) and not done.err, done.err
    return done.out


@pytest.fixture(params=("shipped", "small"))
def plan(request: pytest.FixtureRequest, write_plan: WritePlan) -> Path:
    return SHIPPED if request.param == "shipped" else write_plan(*BLOCKS, *MORE)


def test_the_published_schema_is_what_the_command_prints(run: Run) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    printed = run("schema", "--of", "answers").raw
    renew = f"renew it: spaceplan schema --of answers > data/{FILE_NAME}"
    assert printed == SHIPPED_SCHEMA.read_bytes(), renew
    # Python 3.13 takes the indent out of a docstring: what is made of one must not show it.
    assert rb"\n" not in printed


@pytest.mark.parametrize("words", ASKED)
def test_each_answer_is_of_its_shape(run: Run, plan: Path, words: str) -> None:
    json_ = () if "--format" in words else ("--json",)
    data = validate(ask(run, words, "--plan", str(plan), *json_))
    assert data["command"] == words.split()[0]


@pytest.mark.parametrize("words", LINES)
def test_each_line_is_of_its_shape(run: Run, plan: Path, words: str) -> None:
    out = ask(run, words, "--plan", str(plan), "--format", "jsonl")
    # A path is one object over several lines, whichever of the two is asked for.
    lines = [out] if words == "path" else out.splitlines()
    for line in lines:
        complain(json.loads(line), LINES[words])


def test_the_commands_that_read_documents(run: Run, folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW.replace("文部科学省は", "架空省は"), "utf-8")
    validate(ask(run, "source import old.txt -o milestones.yaml --json"))
    done = run("source", "import", "new.txt", "--json")
    assert validate(done.out)["unknown_owners"]
    validate(ask(run, "source diff old.txt new.txt --json"))
    validate(ask(run, "source diff milestones.yaml new.txt --json"))
    validate(ask(run, "source check new.txt --old old.txt --json"))
    validate(ask(run, "source reconcile new.txt --old old.txt --label R2 --json"))
    validate(ask(run, "show 1 2 --source old.txt --json"))


def test_faults_are_of_their_shape(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1", status="doen"), milestone("1-2", "colour: red"))
    data = validate(ask(run, "check --json", str(path)))
    assert data["files"][0]["findings"] and not data["sound"]


def test_no_command_with_json_is_left_out() -> None:
    """Each command that has --json, and the report, whose --format has json."""
    import typer

    told = {_command(one.__name__) for one in ANSWERS}
    whole: Any = typer.main.get_command(app.app)
    found = {"report"} if "json" in formats.names(formats.REPORT) else set()
    for name in app.COMMANDS:
        command = whole.get_command(None, name)
        table = getattr(command, "table", None)
        every = (
            {f"{name} {word}": command.get_command(None, word) for word in table}
            if table
            else {name: command}
        )
        found |= {
            full for full, one in every.items() if any("--json" in p.opts for p in one.params)
        }
    assert found == told


def test_totals_are_those_of_the_csv(run: Run, write_plan: WritePlan) -> None:
    write_plan(*BLOCKS, *MORE)
    import csv
    import io

    rows = {one["id"]: one for one in csv.DictReader(io.StringIO(ask(run, "list --format csv")))}
    seen = set()
    for one in json.loads(ask(run, "list --json"))["milestones"]:
        for key in ("late", "slip"):
            for unit in ("months", "days"):
                total = one[key] and one[key][f"total_{unit}"]
                assert rows[one["id"]][f"{key}_{unit}"] == ("" if total is None else str(total))
            seen |= {key} if one[key] else set()
    assert seen == {"late", "slip"}


def test_the_pages_name_every_key() -> None:
    """Those of milestones, entries and questions by hand; all of them where they are made."""
    told = (ROOT / "docs" / "json.md").read_text("utf-8")
    pages = sorted((ROOT / "docs" / "commands").glob("json-*.md"))
    made = "".join(page.read_text("utf-8") for page in pages)
    assert all(f"commands/{page.name}" in told for page in pages) and FILE_NAME in told
    by_hand = {"milestone", "Entry", "Late", "Slip", "Checked", "PlanHead", "Section"}
    by_hand |= {one.__name__ for one in ANSWERS if one.__module__ == shapes.__name__}
    for name, one in SCHEMA["$defs"].items():
        page = told if name in by_hand else made
        missing = [key for key in one.get("properties", ()) if f"`{key}`" not in page]
        assert not missing, name
