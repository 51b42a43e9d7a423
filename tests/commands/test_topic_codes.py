"""Topics with codes of their own beside numbered ones: found, shown, filtered, added, exported."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Run, WritePlan, milestone

from spaceplan.roadmap.references import by_number

HEADER = """\
format: 1
title: Survey ship
decided: 2024-04-01
language: en
time_zone: Europe/Lisbon
fiscal_year: {starts: 4, named_by: start}

owners:
  YARD: Shipyard

topics:
  - number: 7
    title: Hull
  - number: 17
    title: Crew
  - number: 06C.10
    title: Winches
  - number: 06C.02
    title: Sonar
    subsections:
      - {number: 1, title: Arrays}

milestones:
"""
FACTS = {"charts": "", "text": "", "owner": "[YARD]", "target": "FY2026"}
BLOCKS = (
    milestone("7-1", title="Keel laid", **FACTS),
    milestone("LDM-503", title="Array delivered", topic="06C.02", subsection="1", **FACTS),
    milestone("06C.02-4", title="First map of the sea floor", **FACTS),
    milestone("06C.10-1", title="Winch tested", **FACTS),
    milestone("17-1", title="Crew hired", **FACTS),
)


@pytest.fixture(autouse=True)
def plan(write_plan: WritePlan) -> Path:
    """The survey ship's plan in the current folder."""
    return write_plan(*BLOCKS, header=HEADER)


def data(run: Run, *argv: str) -> Any:
    done = run(*argv, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def ids(run: Run, *argv: str) -> list[str]:
    return [one["id"] for one in data(run, *argv)["milestones"]]


def test_the_plan_is_sound(run: Run) -> None:
    assert run("check", "--strict").code == 0


@pytest.mark.parametrize(
    "word", ["06C.02", "06c.02", "０６Ｃ．０２", "topic 06C.02", "論点06c.02", " 06C.02 "]
)
def test_a_topic_is_shown_and_filtered_by_its_code_in_any_case_and_width(
    run: Run, word: str
) -> None:
    shown = run("show", word)
    assert shown.out.startswith("Topic 06C.02  Sonar\n")
    assert "LDM-503" in shown.out and "06C.10" not in shown.out
    assert ids(run, "list", "--topic", word) == ["LDM-503", "06C.02-4"]


def test_an_id_that_begins_with_the_code_needs_no_topic(run: Run) -> None:
    (section,) = data(run, "show", "06C.02")["sections"]
    assert (section["reference"], section["kind"]) == ("06C.02", "topic")
    assert section["ids"] == ["LDM-503", "06C.02-4"]


def test_a_number_stays_a_number_and_a_code_is_a_text(run: Run) -> None:
    assert [one["topic"] for one in data(run, "list")["milestones"]] == [
        7,
        "06C.02",
        "06C.02",
        "06C.10",
        17,
    ]
    assert [one["number"] for one in data(run, "topics")["topics"]] == [7, 17, "06C.10", "06C.02"]
    counted = {one["topic"]: one["count"] for one in data(run, "summary")["topics"]}
    assert counted == {7: 1, 17: 1, "06C.10": 1, "06C.02": 2}
    shown = data(run, "show", "06c.02")
    assert shown["sections"][0]["topic"]["number"] == "06C.02"
    assert [one["topic"] for one in data(run, "grid")["topics"]] == [7, 17, "06C.10", "06C.02"]


@pytest.mark.parametrize("command", ["topics", "summary", "grid", "score --by topic"])
def test_every_overview_names_the_code(run: Run, command: str) -> None:
    done = run(*command.split(), "--lang", "en", "--as-of", "2028-01-01")
    assert done.code == 0 and "06C.02 " in done.out, done.err


def test_a_report_orders_topics_naturally(run: Run, folder: Path) -> None:
    made = ("report", "--week", "2026-W47", "--plan", "milestones.yaml")
    done = run(*made, "--format", "json")
    assert done.code == 0, done.err
    assert [one["topic"] for one in json.loads(done.out)["topics"]] == ["06C.02", "06C.10", 7, 17]
    assert run(*made, "-o", "page.html").code == 0
    assert "06C.02 Sonar" in (folder / "page.html").read_text()


def test_the_database_holds_both(run: Run, folder: Path) -> None:
    assert run("export", "--format", "sqlite", "-o", "plan.db").code == 0
    with sqlite3.connect(folder / "plan.db") as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        found = base.execute(
            "SELECT topics.number, topics.title_en, count(*) FROM topics "
            "JOIN milestones ON topic = topics.number GROUP BY 1 ORDER BY 3 DESC, 1"
        ).fetchall()
    assert [number for number, *_ in found] == ["06C.02", 7, 17, "06C.10"]


@pytest.mark.parametrize("form", ["csv", "csv --excel", "xlsx"])
def test_a_sheet_goes_out_and_comes_back(run: Run, plan: Path, form: str) -> None:
    before = plan.read_bytes()
    name = f"out.{form.split()[0]}"
    done = run("export", "--format", *form.split(), "-o", name)
    assert done.code == 0, done.err
    done = run("apply", name)
    assert done.code == 0, done.err
    assert plan.read_bytes() == before


def test_rows_are_added_under_a_code(run: Run, folder: Path) -> None:
    (folder / "new.csv").write_text(
        "id,title_en,topic,kind,target\nLDM-504,Array tested,06c.02,start,FY2027\n"
        "06C.10-2,Winch fitted,,deadline,FY2027\n"
    )
    done = run("apply", "--add", "new.csv")
    assert done.code == 0, done.err
    assert ids(run, "list", "--topic", "06C.02") == ["LDM-503", "06C.02-4", "LDM-504"]
    assert ids(run, "list", "--topic", "06C.10") == ["06C.10-1", "06C.10-2"]
    assert run("undo").code == 0


def test_a_milestone_is_added_to_a_code_and_to_a_new_one(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    assert run("add", "06c.02", "--title", "Calibrated", "--fy", "2027").code == 0
    assert "  - id: 06C.02-x1\n    title: Calibrated\n" in plan.read_text()
    done = run("add", "09A", "--new-topic", "Laboratory", "--title", "Fitted out", "--fy", "2027")
    assert done.code == 0, done.err
    assert "  - number: 09A\n    title: Laboratory\n" in plan.read_text()
    assert "  - id: 09A-x1\n    title: Fitted out\n" in plan.read_text()
    taken = run("add", "09a", "--new-topic", "Again", "--title", "x")
    assert taken.code == 2 and "exists already" in taken.err
    assert run("check", "--strict").code == 0
    assert run("undo").code == run("undo").code == 0
    assert plan.read_bytes() == before


def test_a_milestone_of_a_code_with_a_hyphen_names_its_topic(run: Run, plan: Path) -> None:
    done = run("add", "A-1", "--new-topic", "Annex", "--title", "Roof", "--fy", "2027")
    assert done.code == 0, done.err
    assert "  - id: A-1-x1\n    topic: A-1\n" in plan.read_text()
    assert ids(run, "list", "--topic", "a-1") == ["A-1-x1"]


@pytest.mark.parametrize("word", ["TS1", "ts1", "ＴＳ１", "LDM-503"])
def test_the_last_change_of_a_milestone_of_any_id_is_taken_back(
    run: Run, write_plan: WritePlan, word: str
) -> None:
    write_plan(*BLOCKS, milestone("TS1", title="Tug hired", topic="7", **FACTS), header=HEADER)
    assert run("update", word, "--note", "by mistake").code == 0
    assert run("revert", word).code == 0
    assert "there is no change 'beef'" in run("revert", "beef").err


@pytest.mark.parametrize("word", ["!", "06C 02", "#4", "a" * 31, "0", "12345"])
def test_what_is_no_code_is_refused(run: Run, word: str) -> None:
    done = run("add", word, "--new-topic", "None", "--title", "x")
    assert done.code == 2 and done.err


def test_what_is_near_is_named(run: Run) -> None:
    assert "did you mean '06C.02'" in run("list", "--topic", "6C.02").err
    assert "did you mean '06C.02'" in run("show", "06C.2").err
    # A number that no topic has is not near to another.
    assert "did you mean" not in run("show", "8").err


def test_completion_offers_codes(run: Run) -> None:
    from spaceplan.commands.complete import topics

    assert topics(SimpleNamespace(params={}), "7,06c.0") == [("7,06C.02", "Sonar")]


def test_codes_that_look_alike_are_told(run: Run, write_plan: WritePlan) -> None:
    header = HEADER.replace("  - number: 7\n", "  - number: 6c.2\n    title: Deck\n  - number: 7\n")
    write_plan(*BLOCKS, header=header)
    done = run("check")
    assert "06C.02 and 6c.2 differ only by leading zeros, case or width" in done.out
    assert ids(run, "list", "--topic", "06C.02") == ["LDM-503", "06C.02-4"]


def test_a_milestone_with_the_name_of_a_topic_is_told(run: Run, write_plan: WritePlan) -> None:
    write_plan(*BLOCKS, milestone("06C.02", title="Sonar", **FACTS), header=HEADER)
    done = run("check")
    assert "06C.02 names a topic, and a milestone too" in done.out
    assert run("show", "06C.02").out.startswith("06C.02  Sonar")
    assert run("show", "topic 06C.02").out.startswith("Topic 06C.02")


def test_a_milestone_of_no_topic_is_a_fault(run: Run, write_plan: WritePlan) -> None:
    write_plan(*BLOCKS, milestone("06c.02-5", title="Sonar", **FACTS), header=HEADER)
    done = run("check")
    assert done.code == 1 and "06c.02-5 does not say its topic" in done.out


NAMES = st.from_regex(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,6}", fullmatch=True)


@given(NAMES, NAMES, NAMES)
def test_names_have_one_order(one: str, other: str, third: str) -> None:
    """Any two of a plan can be compared, and three stand in a row."""
    first, second, last = sorted(map(by_number, (one, other, third)))
    assert first <= second <= last and first <= last


@given(st.integers(0, 9999), st.integers(0, 9999), NAMES)
def test_numbers_within_a_name_are_ordered_as_numbers(one: int, other: int, rest: str) -> None:
    head = f"{rest}." if rest[-1].isdecimal() else rest
    assert (by_number(f"{head}{one}") < by_number(f"{head}{other}")) == (one < other)
    assert (by_number(f"{one:04}{head}") < by_number(f"{other}{head}")) == (
        by_number(f"{one}{head}") < by_number(f"{other}{head}")
    )
