"""The JSON Schema: made from the reader's own tables, shipped, and what an editor types."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support import SHIPPED, Run, WritePlan, entry, history, milestone, plan_text

from spaceplan.plan_file import keys
from spaceplan.plan_file.schema import FILE_NAME, schema

SCHEMA_FILE = SHIPPED.parent / FILE_NAME


class EditorLoader(yaml.SafeLoader):  # type: ignore[misc]
    """YAML as an editor reads it (1.2's core types): no dates, no sexagesimals, no yes and no."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
):
    EditorLoader.add_implicit_resolver(tag, re.compile(pattern), list(first))


def as_typed(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


def complaints(text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(schema())
    return [error.message for error in validator.iter_errors(as_typed(text))]


def test_the_shipped_schema_is_what_the_command_prints(run: Run) -> None:
    outcome = run("schema")
    assert outcome.code == 0
    assert outcome.raw == SCHEMA_FILE.read_bytes(), "renew it: spaceplan schema > data/" + FILE_NAME


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


def test_the_shipped_plan_names_it_in_its_first_line_and_passes() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert text.split("\n", 1)[0] == f"# yaml-language-server: $schema={FILE_NAME}"
    assert complaints(text) == []


TABLES = {
    "fiscal_year": keys.FISCAL_YEAR,
    "words": keys.WORDS,
    "owner": keys.OWNER,
    "document": keys.DOCUMENT,
    "subsection": keys.SUBSECTION,
    "topic": keys.TOPIC,
    "milestone": keys.MILESTONE,
    "after": keys.AFTER,
    "checked": keys.CHECKED,
    "change": keys.CHANGE,
}


@pytest.mark.parametrize("name", TABLES)
def test_every_key_is_in_it_with_what_it_is_for(name: str) -> None:
    definition = schema()["definitions"][name]
    assert list(definition["properties"]) == [key.name for key in TABLES[name]]
    assert all(value["description"] for value in definition["properties"].values())
    required = [key.name for key in TABLES[name] if key.required]
    assert definition.get("required", []) == required


def test_every_key_of_the_header_is_in_it() -> None:
    assert list(schema()["properties"]) == [key.name for key in keys.PLAN]
    assert set(schema()["definitions"]) == set(TABLES)


SOUND = [
    milestone("1-1", target="2019"),
    milestone("1-1", target="about FY2020", charts="[17, ①, 4-2]"),
    milestone("1-1", title="1.10"),
    milestone("1-1", kind="recurring", target="FY2019..", times="3"),
    milestone("1-1", kind="recurring", target="FY2019..", times="about 3"),
    milestone("1-1", "x-mine: {any: thing}"),
    milestone("1-1", places="{R6: 8-2}", links="[https://example.org/]", remark="one line"),
    milestone("1-1", owner="MEXT", charts="17", see="1-2"),
    milestone("1-1", after="[{id: 1-2, basis: stated, source: once it flew}]"),
    milestone("1-1", target="FY2020", forecast="about FY2022", confidence="low"),
    milestone(
        "1-1",
        history(entry("2020-06-01", status="[planned, done]", by_hand="true", was="{target: '2019'}")),
        status="done",
    ),
    milestone("1-1", history(entry("2020-06-01", change="123", who="1"))),
]  # fmt: skip
FAULTY = [
    milestone("1-1", status="doen"),
    milestone("1-1", kind="dedline"),
    milestone("first one"),
    milestone("1-1", "colour: red"),
    milestone("1-1", text="5d1f"),
    milestone("1-1", charts="{a: b}"),
    milestone("1-1", history("- {date: 2020-06-01, recorded: 2020-06-01T09:00:00Z, status: done}")),
    milestone("1-1", history("- {recorded: 2020-06-01T09:00:00+09:00}")),
    milestone("1-1", title="{jp: 語}"),
]


@pytest.mark.parametrize("block", SOUND)
def test_an_editor_accepts_what_check_accepts(run: Run, write_plan: WritePlan, block: str) -> None:
    others = milestone("1-2")
    assert run("check", "--plan", write_plan(block, others)).code == 0
    assert complaints(plan_text(block, others)) == []


@pytest.mark.parametrize("block", FAULTY)
def test_an_editor_marks_what_check_marks(run: Run, write_plan: WritePlan, block: str) -> None:
    assert run("check", "--plan", write_plan(block)).code == 1
    assert complaints(plan_text(block)) != []


def test_the_schema_file_is_readable_json(tmp_path: Path) -> None:
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == schema()
