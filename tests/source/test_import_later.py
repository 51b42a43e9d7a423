"""`source import` of other documents: English, tables, doubts, what the head says."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from source.test_sections import MARKDOWN

from spaceplan.plan_file.load import load_plan


def plan(path: str = "p.yaml") -> Any:
    return load_plan(Path(path)).plan


def test_an_english_document_has_its_own_head(run: Any, folder: Path) -> None:
    Path("d.md").write_text(MARKDOWN, "utf-8")
    done = run("source", "import", "d.md", "-o", "p.yaml")
    assert done.code == 0
    drafted = plan()
    assert (drafted.language, drafted.time_zone, drafted.decided.isoformat()) == (
        "en",
        "UTC",
        "2020-03-03",
    )
    assert drafted.owners.keys() == {"HMO", "PILOTS"}
    found = {one.id: one for one in drafted.entries}
    assert [(one.id, str(one.target or "-"), one.owner) for one in drafted.entries] == [
        ("1-1", "2021-06", ()),
        ("1-2", "2021-01-31", ("HMO",)),
        ("1-3", "2021-07-31", ("HMO",)),
        ("1-4", "-", ()),
        ("2-1", "2023", ("PILOTS",)),
        ("2-2", "2023", ("PILOTS",)),
    ]
    assert str(found["1-3"].baseline) == "2021-06-30"
    assert found["1-2"].title.en == "Build lights"
    assert run("check", "p.yaml").code == 0


@pytest.mark.parametrize(
    ("option", "value", "line"),
    [
        ("--time-zone", "Europe/Rome", "time_zone: Europe/Rome"),
        ("--fiscal-year", "10:end", "fiscal_year: {starts: 10, named_by: end}"),
        ("--language", "ja", "language: ja"),
    ],
)
def test_the_head_is_also_as_its_options_say(
    run: Any, folder: Path, option: str, value: str, line: str
) -> None:
    Path("d.md").write_text(MARKDOWN, "utf-8")
    assert run("source", "import", "d.md", "-o", "p.yaml", option, value).code == 0
    assert f"\n{line}\n" in Path("p.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--time-zone", "Nowhere/At-all"), ("--fiscal-year", "13"), ("--fiscal-year", "4:middle")],
)
def test_a_head_that_makes_no_sense_is_refused(
    run: Any, folder: Path, option: str, value: str
) -> None:
    Path("d.md").write_text(MARKDOWN, "utf-8")
    done = run("source", "import", "d.md", "-o", "p.yaml", option, value)
    assert done.code == 2
    assert option in done.err and not Path("p.yaml").exists()


def test_a_number_of_nought_heads_no_topic(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 甲を行う。\n0.\n2024年末までの取組状況\n", "utf-8")
    assert run("source", "import", "d.txt", "-o", "p.yaml").code == 0
    assert [topic.number for topic in plan().topics] == [1]


DOUBTS = """\
港の工程表
令和６年12月24日決定
1. 港
2024年末までの取組状況
・灯台を2023年度に直した。
・構想を進める。
・年度内に方針を公表する予定。
2025年以降の主な取組
・岸壁を2027年度に直す。
・調査を2023年度から続けている。
・浮標を2024年に直した。
"""


def test_where_headings_and_tenses_disagree_it_says_so_and_drafts_nothing_overdue(
    run: Any, folder: Path
) -> None:
    Path("d.txt").write_text(DOUBTS, "utf-8")
    done = run("source", "import", "d.txt", "-o", "p.yaml")
    text = Path("p.yaml").read_text("utf-8")
    assert 'doubtful readings: 2 of 3, marked "# check:" in the file' in done.out
    assert "results that may be plans, or plans told as done: 2: lines 6, 11" in done.out
    assert text.count("    # check: it stands under") == 2
    assert "# To look at first: 1-1, 1-3" in text
    assert [(one.id, str(one.target or "-")) for one in plan().entries] == [
        ("1-1", "FY2024"),
        ("1-2", "FY2027"),
        ("1-3", "-"),
    ]
    done = run("overdue", "--plan", "p.yaml", "--as-of", "2024-12-24", "--json")
    assert json.loads(done.out)["count"] == 0


def test_explain_begins_with_what_to_look_at_first(run: Any, folder: Path) -> None:
    Path("d.txt").write_text(DOUBTS, "utf-8")
    lines = run("source", "import", "d.txt", "--explain").out.splitlines()
    assert lines[0] == "What to look at first"
    assert lines[1].lstrip().startswith("1-1  it stands under results, but foretells;")


def test_what_looks_like_a_time_and_was_not_read_is_told(run: Any, folder: Path) -> None:
    Path("d.txt").write_text("1. 題\n- 甲を2025次総会で行う。\n- 乙を行う。\n", "utf-8")
    run("source", "import", "d.txt", "-o", "p.yaml")
    text = Path("p.yaml").read_text("utf-8")
    assert "check: confidence low: ongoing: 2025: it looks like a time, and was not read" in text
    assert text.count("# check:") == 1


def test_a_language_whose_times_are_not_read_is_told(run: Any, folder: Path) -> None:
    items = (
        "- Die Behörde veröffentlicht das Register der Schiffe bis Ende des Jahres und prüft es.\n"
    )
    Path("d.md").write_text(f"# Plan\n## Erstens\n{items * 2}## Zweitens\n{items * 3}", "utf-8")
    done = run("source", "import", "d.md", "-o", "p.yaml")
    assert "the times of this document's language are not read" in done.out
    assert "the times of this language are not read" in Path("p.yaml").read_text("utf-8")


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_day_that_is_made_up_is_today_where_the_plan_is(
    run: Any, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    """Else the plan of a country where it is still yesterday has not begun."""

    class Morning(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 26, 0, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("spaceplan.roadmap.zones.datetime", Morning)
    Path("d.md").write_text("# PLAN\n\n## Goal 1: Light\n\n- Agree on lights\n", "utf-8")
    assert run("source", "import", "d.md", "-o", "p.yaml", "--time-zone", zone).code == 0
    assert run("source", "check", "d.md", "--plan", "p.yaml").code == 0
