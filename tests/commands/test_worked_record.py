"""``init --with-record``: what became of the best-known milestones, against a table by hand.

The table follows the project's sources, which the record names entry by entry; what is inferred
there or unknown is a note, so the state of those stays what the dates make of it.
"""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len
from support import Run, WritePlan, entry, history, milestone

from spaceplan.words import say

DAY = "2026-11-24"

# id: (state, actual or None, how late in whole months or None)
STATES = {
    "4-1": ("missed", None),
    "1-1": ("overdue", None),
    "16-2a": ("done-on-time", "2019-03-04"),
    "16-2b": ("done-on-time", "2019-05-31"),
    "18-5": ("done-on-time", "2019-11-29"),
    "1-7": ("begun-on-time", "FY2020"),
    "7-2": ("done-no-due", "2020-12-06"),
    "7-3": ("done-late", "2023-09-07"),
    "7-4a": ("done-late", "2023-09-07"),
    "7-4b": ("on-track", None),
    "7-8": ("done-late", "2025-10-26"),
    "17-6": ("done-late", "2024-11-04"),
    "3-2": ("overdue", None),
    "11-4b": ("overdue", None),
    "12-2": ("overdue", None),
    "17-19": ("overdue", None),
    "16-5b": ("overdue", None),
}


@pytest.fixture(autouse=True)
def _recorded(run: Run) -> None:
    done = run("init", "--with-record")
    assert done.code == 0, done.err
    assert "what became of 22 milestones" in done.out


def test_each_stands_as_the_table_says(run: Run) -> None:
    answer = json.loads(run("list", "--json", "--as-of", DAY).out)
    found = {one["id"]: (one["state"], one["actual"]) for one in answer["milestones"]}
    assert {name: found[name] for name in STATES} == STATES


def test_the_figures_of_the_whole(run: Run) -> None:
    states = json.loads(run("summary", "--json", "--as-of", DAY).out)["states"]
    counted = {name: states.get(name, 0) for name in ("missed", "done-late", "done-on-time")}
    assert counted == {"missed": 1, "done-late": 4, "done-on-time": 3}
    assert sum(states.values()) == 106


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_ids_of_eight_characters_leave_room_for_the_slip(
    run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    done = entry("2021-12-24", status="[planned, done]")
    path = write_plan(
        milestone("1-19001a", history(done), target="FY2020", status="done"),
        milestone("1-19001c", kind="ongoing", horizon="about FY2021"),
        milestone(
            "1-19001b",
            title="Start of closer links with the sharing system",
            target="about FY2023",
            baseline="FY2021",
            owner="[CAO, MEXT, others]",
        ),
    )
    plan = ("--plan", path, "--as-of", DAY, "--lang", lang)
    head = run("list", "--format", "table", *plan).out.splitlines()[0].split()
    assert head[-2:] == [say("owner", lang), say("slip", lang)]


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_at_80_columns_every_list_keeps_the_owner_and_what_slipped(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for question in (("due", "--fy", "2021"), ("overdue",), ("list", "--topic", "7")):
        out = run(*question, "--format", "table", "--as-of", DAY, "--lang", lang).out
        assert say("owner", lang) in out.splitlines()[0].split()
        assert all(cell_len(line) <= 80 for line in out.splitlines())
    assert out.splitlines()[0].split()[-1] == say("slip", lang)
    assert "、文\n" not in out, "a name of an owner is not cut in two"
    owners = run("owners", "--format", "table", "--lang", lang).out
    name = {"en": "Ministry of Education, Culture,", "ja": "文部科学省"}[lang]
    assert name in owners, "the names in the other language go first"


def test_at_80_columns_the_age_of_the_newest_word_is_as_short_as_the_lateness(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    late = ("overdue", "--format", "table", "--as-of", DAY, "--lang", "en")
    (row,) = [line for line in run(*late).out.splitlines() if line.startswith("1-2 ")]
    assert " 6y 7m " in row
    assert row.endswith(" 7y 11m")
    monkeypatch.setenv("COLUMNS", "200")
    (row,) = [line for line in run(*late).out.splitlines() if line.startswith("1-2 ")]
    assert row.endswith(" 7 years 11 months")


def test_the_summary_names_years_as_its_language_does(run: Run) -> None:
    assert "2019年度" in run("summary", "--lang", "ja", "--as-of", DAY).out
    assert "FY2019" not in run("summary", "--lang", "ja", "--as-of", DAY).out
    assert "FY2019" in run("summary", "--lang", "en", "--as-of", DAY).out


def test_mmx_slipped_by_two_years(run: Run) -> None:
    (one,) = json.loads(run("show", "7-4b", "--json", "--as-of", DAY).out)["milestones"]
    assert (one["target"], one["baseline"], one["moves"]) == ("FY2026", "FY2024", 1)


def test_it_passes_check_and_is_taken_back_by_undo(run: Run, folder) -> None:
    assert run("check", "--strict").code == 0
    assert run("undo").code == 0
    assert json.loads(run("history", "--json").out)["count"] == 0


def test_each_entry_says_where_it_can_be_read(run: Run) -> None:
    changes = json.loads(run("history", "--json").out)["changes"]
    assert len(changes) == 22
    assert all(change["source"] and change["note"] for change in changes)
    pages = [change["source"] for change in changes if "p." not in change["source"]]
    assert all(page.startswith("https://") for page in pages), "a page can be opened from a report"


def test_an_empty_plan_has_no_record(run: Run) -> None:
    refused = run("init", "other", "--empty", "--with-record")
    assert refused.code == 2
    assert "--with-record" in refused.err


def test_what_is_expected_is_no_target(run: Run) -> None:
    (one,) = json.loads(run("show", "7-5", "--json", "--as-of", DAY).out)["milestones"]
    assert (one["forecast"], one["target"], one["state"]) == ("FY2028", None, "ongoing")


def test_who_decided_and_what_is_delivered_in_part_are_told_where_a_source_states_it(
    run: Run,
) -> None:
    assert "(6/7 delivered)" in run("list", "--id", "1-1", "--as-of", DAY).out
    (one,) = json.loads(run("show", "1-1", "--json", "--as-of", DAY).out)["milestones"]
    assert (one["progress"], one["state"]) == ("6/7", "overdue")
    decided = run("show", "16-2b", "--as-of", DAY).out
    assert "decided by スペースデブリに関する関係府省等タスクフォース" in decided
