"""The questions: list, due, overdue, show, summary, topics, owners.

Golden files under ``golden/`` hold whole answers on the shipped plan at a fixed date. To renew
them after a wanted change: ``RENEW_GOLDEN=1 python -m pytest tests/test_queries.py``, and read
the difference before committing it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import (
    AS_OF,
    DAY,
    GOLDEN,
    ROOT,
    SHIPPED,
    Outcome,
    Run,
    WritePlan,
    entry,
    history,
    milestone,
    plan_text,
)

ON_SHIPPED = ("--plan", SHIPPED, *AS_OF)


def data(outcome: Outcome) -> Any:
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def ids(outcome: Outcome) -> list[str]:
    return [row["id"] for row in data(outcome)["milestones"]]


# --- the real plan ------------------------------------------------------------------------------

ANSWERS = {
    "overdue": ("overdue",),
    "due-2021": ("due", "--fy", "2021"),
    "show-17": ("show", "17"),
    "summary": ("summary",),
}


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_on_the_shipped_plan_is_as_it_was(run: Run, name: str, lang: str) -> None:
    outcome = run(*ANSWERS[name], *ON_SHIPPED, "--lang", lang)
    golden = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(outcome.raw)
    assert outcome.out == golden.read_text(encoding="utf-8")
    assert (outcome.code, outcome.err) == (0, "")


def test_today_the_first_flight_of_the_h3_and_the_seven_satellites_are_overdue(run: Run) -> None:
    found = {row["id"]: row for row in data(run("overdue", "--json", *ON_SHIPPED))["milestones"]}
    assert len(found) == 40
    h3, satellites = found["4-1"], found["1-1"]
    assert (h3["target"], h3["due"]) == ("FY2020", "2021-03-31")
    assert (h3["late"]["years"], h3["late"]["months"]) == (5, 7)
    assert (satellites["target"], satellites["due"]) == ("about FY2023", "2024-03-31")


def test_what_falls_due_in_fiscal_2021(run: Run) -> None:
    expected = ["1-8", "3-2", "3-3", "7-3", "7-4a", "7-8", "8-1a", "10-1c"]
    for year in ("2021", "FY2021", "R3", "令和3年度", "２０２１年度"):
        assert ids(run("due", "--fy", year, "--json", *ON_SHIPPED)) == expected


@pytest.mark.parametrize(
    ("years", "first_days"),
    [
        ("2019,2021", ["2019-04-01", "2021-04-01"]),
        ("2019..2021", ["2019-04-01", "2020-04-01", "2021-04-01"]),
        ("2018", ["2018-04-01"]),
    ],
)
def test_due_takes_lists_and_ranges_of_years(run: Run, years: str, first_days: list[str]) -> None:
    answer = data(run("due", "--fy", years, "--json", *ON_SHIPPED))
    assert [period["from"] for period in answer["periods"]] == first_days
    found = [row["id"] for row in answer["milestones"]]
    assert len(set(found)) == len(found) == answer["count"]
    assert ("16-2a" in found) == ("2018" in years)
    assert ("4-1" in found) == (".." in years)


def test_a_topic_has_each_commitment_once_and_says_what_it_repeats(run: Run) -> None:
    answer = data(run("show", "17", "--json", *ON_SHIPPED))
    (section,) = answer["sections"]
    assert len(section["ids"]) == 36
    assert len(section["repeats"]) == 14
    assert answer["count"] == 29
    assert section["topic"]["number"] == 17


def test_the_last_line_of_a_topic_says_what_its_number_means_elsewhere(run: Run) -> None:
    assert (
        run("show", "17", *ON_SHIPPED)
        .lines[-1]
        .startswith("This is topic 17. Chart 17 is another thing: 4-1 First flight of the H3")
    )
    last = run("show", "17", "--lang", "ja", *ON_SHIPPED).lines[-1]
    assert "工程表17" in last
    assert "4-1" in last
    assert "Chart" not in run("show", "8", *ON_SHIPPED).lines[-1]


@pytest.mark.parametrize(
    "words", [("--chart", "17"), ("工程表17",), ("chart 17",), ("工程表１７",), ("chart:17",)]
)
def test_a_chart_is_shown_by_its_number(run: Run, words: tuple[str, ...]) -> None:
    outcome = run("show", *words, *ON_SHIPPED)
    assert outcome.code == 0
    assert "4-1  First flight of the H3 launch vehicle" in outcome.out


def test_a_split_bullet_is_shown_with_all_its_parts(run: Run) -> None:
    assert ids(run("show", "7-4", "--json", *ON_SHIPPED)) == ["7-4a", "7-4b"]
    assert ids(run("show", "7-13", "--json", *ON_SHIPPED)) == ["7-4a", "7-4b"]
    assert ids(run("show", "7-4B", "--json", *ON_SHIPPED)) == ["7-4b"]
    assert "7-13 (topic 7," in run("show", "7-13", *ON_SHIPPED).out


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("7-5b", "did you mean '7-"),
        ("15", "there is no topic 15; the plan has 1, 2"),
        ("99999999999999999999", "there is no topic 99999999999999999999"),
        ("工程表99", "there is no chart 99; the plan has 1, 2"),
        ("H4", "'H4' is no topic, milestone or chart of this plan"),
        ("", "'' is no topic, milestone or chart of this plan"),
    ],
)
def test_an_unknown_reference_is_refused_with_the_nearest(
    run: Run, word: str, expected: str
) -> None:
    outcome = run("show", word, *ON_SHIPPED)
    assert (outcome.code, outcome.out) == (2, "")
    assert expected in outcome.err


class TestByTitle:
    @pytest.mark.parametrize("words", ["HTV-X1", "ｈｔｖ－ｘ１", "first htv-x", "HTV-X1号機"])
    def test_the_one_that_has_the_words_is_shown(self, run: Run, words: str) -> None:
        assert ids(run("show", words, "--json", *ON_SHIPPED)) == ["7-8"]
        assert run("show", words, *ON_SHIPPED).out == run("show", "7-8", *ON_SHIPPED).out

    def test_several_are_listed(self, run: Run) -> None:
        shown = run("show", "h3", *ON_SHIPPED)
        assert shown.code == 0
        assert [line.split()[0] for line in shown.lines[1:3]] == ["4-1", "11-4a"]
        assert "2 milestones have 'h3' in the title" in shown.out
        assert ids(run("show", "h3", "--json", *ON_SHIPPED)) == ["4-1", "11-4a"]
        assert json.loads(run("show", "h3", "--json", *ON_SHIPPED).out)["sections"] == [
            {"reference": "h3", "kind": "title", "ids": ["4-1", "11-4a"], "repeats": []}
        ]

    def test_a_reference_counts_before_a_title(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1", title="{ja: 2-1の続き, en: after 2-1}"), milestone("2-1"))
        assert ids(run("show", "2-1", "--json", *AS_OF)) == ["2-1"]
        assert ids(run("show", "1", "--json", *AS_OF)) == ["1-1"]

    def test_an_update_names_what_it_changes(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(milestone("1-1", title="{ja: 初号機, en: first}"))
        assert run("update", "first", "--status", "active").code == 2


def test_show_needs_something_to_show(run: Run) -> None:
    assert run("show", *ON_SHIPPED).code == 2


def test_the_figures_of_topics_and_owners(run: Run) -> None:
    topics = data(run("topics", "--json", *ON_SHIPPED))
    assert len(topics["topics"]) == 17
    assert "111 bullets, 96 commitments, 106 milestones" in run("topics", *ON_SHIPPED).lines[-1]
    owners = run("owners", *ON_SHIPPED)
    assert owners.code == 0
    assert "文科省" in owners.out


@pytest.mark.parametrize(
    "command", ["overdue", "due", "list", "summary", "topics", "owners", "show 17", "show 4-1"]
)
@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv", "md"])
def test_every_question_answers_in_every_form_and_both_languages(
    run: Run, command: str, form: str
) -> None:
    for lang in ("en", "ja"):
        outcome = run(*command.split(), "--format", form, "--lang", lang, *ON_SHIPPED)
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out.endswith("\n")


def test_before_the_plan_was_decided_there_is_no_plan(run: Run) -> None:
    at = ("--plan", SHIPPED, "--as-of", "2018-12-10")
    for command in ("list", "overdue", "due", "topics", "owners", "summary"):
        assert run(command, *at).code == 0
    said = "there is no plan before it was decided on 2018-12-11"
    for moment in (at, ("--known", "2018-12-10")):
        assert said in run("list", *moment).out
        refused = run("show", "1-1", *moment)
        assert (refused.code, refused.err) == (2, f"spaceplan: {said}\n")
    assert run("show", "4-1", *at).code == 2
    assert len(ids(run("list", "--json", "--plan", SHIPPED, "--as-of", "2018-12-11"))) == 106


# --- small plans --------------------------------------------------------------------------------


def test_list_has_one_row_for_each_original_and_names_its_repeats(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", target="FY2020"), "  - {id: 2-1, same_as: 1-1}\n")
    outcome = run("list", *AS_OF)
    assert outcome.lines[:2] == [
        "ID   Title                Target  State         Owner",
        "1-1  Item 1-1 (also 2-1)  FY2020  overdue [~?]  MEXT",
    ]
    assert "1 milestone" in outcome.lines
    assert data(run("list", "--json", *AS_OF))["milestones"][0]["also"] == ["2-1"]


def test_overdue_is_worst_first_by_the_day_it_is_late_from(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2021"),
        milestone("1-2", target="FY2019"),
        milestone("1-3", target="2020-03-31"),
        milestone("1-10", target="FY2019"),
        milestone("1-4", target="FY2030"),
        milestone("1-5"),
    )
    assert ids(run("overdue", "--json", *AS_OF)) == ["1-2", "1-3", "1-10", "1-1"]
    assert ids(run("overdue", "--json", "--reverse", *AS_OF)) == ["1-1", "1-10", "1-3", "1-2"]
    assert ids(run("overdue", "--json", "--limit", "1", *AS_OF)) == ["1-2"]
    assert "4 overdue as of 2026-11-24, 1 shown" in run("overdue", "--limit", "1", *AS_OF).lines


MOVED = milestone(
    "1-1",
    history(entry("2020-09-11", target="[FY2020, FY2021]"), entry("2022-01-21", target="[FY2021, FY2027]")),
    target="FY2027",
    baseline="FY2020",
)  # fmt: skip


def test_what_was_moved_is_not_overdue_but_has_slipped(run: Run, write_plan: WritePlan) -> None:
    write_plan(MOVED)
    assert ids(run("overdue", "--json", *AS_OF)) == []
    assert ids(run("overdue", "--against", "baseline", "--json", *AS_OF)) == ["1-1"]
    (row,) = data(run("list", "--json", *AS_OF))["milestones"]
    assert (row["state"], row["slip"]["sign"], row["slip"]["years"], row["moves"]) == (
        "on-track",
        1,
        7,
        2,
    )
    assert "+7 years" in run("list", *AS_OF).out


def test_exit_code_is_one_only_when_asked_and_something_is_overdue(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    assert run("overdue", *AS_OF).code == 0
    assert run("overdue", "--exit-code", *AS_OF).code == 1
    assert run("overdue", "--exit-code", "--as-of", "2021-03-31").code == 0
    assert run("overdue", "--exit-code", "--owner", "JAXA", *AS_OF).code == 0
    assert run("overdue", "--exit-code", "--limit", "0", *AS_OF).code == 1


def test_an_empty_overdue_names_the_next_due_date(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    assert (
        "nothing is overdue as of 2021-03-01; the next due date is 2021-03-31 (1-1)"
        in run("overdue", "--as-of", "2021-03-01").lines
    )


def test_due_lists_whatever_the_state_and_open_hides_what_has_ended(
    run: Run, write_plan: WritePlan
) -> None:
    def done(day: str) -> str:
        return history(entry(day, status="[planned, done]"))

    write_plan(
        milestone("1-1", done("2020-06-01"), target="FY2020", status="done"),
        milestone("1-2", target="FY2020", status="missed"),
        milestone("1-3", target="FY2020", status="dropped"),
        milestone("1-4", target="FY2020"),
        milestone("1-5", target="FY2021"),
        milestone("1-6", kind="start", target="FY2020", status="active"),
        milestone("1-7", kind="window", target="FY2018..FY2020"),
        milestone("1-8", kind="recurring", target="FY2019.."),
        milestone("1-9"),
    )
    at = ("due", "--fy", "2020", "--json", *AS_OF)
    assert ids(run(*at)) == ["1-1", "1-2", "1-3", "1-4", "1-6", "1-7", "1-8"]
    assert ids(run(*at, "--open")) == ["1-4", "1-7", "1-8"]
    assert ids(run(*at, "--ongoing"))[-1] == "1-9"


def test_due_by_a_date_and_within_a_span_look_ahead_of_the_as_of_day(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone("1-1", target="2026-11-24"),
        milestone("1-2", target="2026-11-23"),
        milestone("1-3", target="2027-02-22"),
        milestone("1-4", target="2027-02-23"),
    )
    assert ids(run("due", "--by", "2027-02-22", "--json", *AS_OF)) == ["1-1", "1-3"]
    assert ids(run("due", "--within", "90d", "--json", *AS_OF)) == ["1-1", "1-3"]
    assert ids(run("due", "--within", "3m", "--json", *AS_OF)) == ["1-1", "1-3", "1-4"]
    assert len(ids(run("due", "--json", *AS_OF))) == 4
    assert run("due", "--by", "2026-11-23", *AS_OF).code == 2
    assert run("due", "--by", "2027-01-01", "--fy", "2026", *AS_OF).code == 2
    assert run("due", "--within", "soon", *AS_OF).code == 2


def test_an_empty_due_names_the_nearest_targets(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2019"), milestone("1-2", target="FY2023"))
    lines = run("due", "--fy", "2021", *AS_OF).lines
    assert "nothing falls due in FY2021" in lines
    assert "nearest target before: FY2019 (1-1)" in lines
    assert "nearest target after: FY2023 (1-2)" in lines


def test_what_was_moved_out_of_a_period_stands_in_its_footer(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(MOVED)
    for year, old in (("2020", "FY2020"), ("2021", "FY2021")):
        outcome = run("due", "--fy", year, *AS_OF)
        assert f"moved out of FY{year}: 1-1 ({old} → FY2027)" in outcome.lines
    assert "moved out" not in run("due", "--fy", "2027", *AS_OF).out
    answer = data(run("due", "--fy", "2020", "--json", *AS_OF))
    assert answer["moved_out"] == [{"id": "1-1", "from": "FY2020", "to": "FY2027"}]


def test_a_list_made_long_after_the_last_entry_says_so(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", history(entry("2020-01-10", "2020-02-01")), target="FY2020"))
    assert "nothing recorded since 2020-02-01" in run("list", *AS_OF).lines
    assert "nothing recorded" not in run("list", "--as-of", "2020-03-01").out
    assert data(run("list", "--json", *AS_OF))["last_recorded"] == "2020-02-01"


def test_a_milestone_in_full(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone(
            "1-1",
            history(entry("2020-09-11", target="[FY2020, about FY2021]", reason="technical",
                          note="the engine", source="https://example.org/e", who="Sato")),
            target="about FY2021", baseline="FY2020", subsection="1", partners="[JAXA]",
            see="[1-2]", remark="{ja: 備考, en: A remark}", horizon="FY2030", places="{R1: 1-9}",
            links="[https://example.org/]",
        ),
        milestone("1-2"),
    )  # fmt: skip
    outcome = run("show", "1-1", *AS_OF)
    for words in (
        "1-1  Item 1-1", "項目1-1", "Launches", "17", "overdue", "about FY2021 (due 2022-03-31)",
        "FY2020", "+1 year", "FY2030", "4 years 7 months", "MEXT", "JAXA", "1-2", "A remark",
        "R1", "1-9", "https://example.org/", "t-0000000000000000", "2020-09-11", "technical",
        "the engine", "https://example.org/e", "Sato",
    ):  # fmt: skip
        assert words in outcome.out, words
    japanese = run("show", "1-1", "--lang", "ja", *AS_OF).out
    for words in ("期限超過", "4年7か月", "技術的要因", "備考", "2021年度"):
        assert words in japanese, words


def test_every_json_answer_begins_alike(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    for command in (("list",), ("due",), ("overdue",), ("show", "1"), ("summary",), ("topics",), ("owners",)):  # fmt: skip
        answer = data(run(*command, "--json", *AS_OF))
        assert list(answer)[:5] == ["spaceplan", "command", "plan", "as_of", "known"]
        assert (answer["spaceplan"], answer["command"], answer["as_of"]) == (1, command[0], DAY)
        assert answer["plan"]["file"] == "milestones.yaml"
        assert answer["plan"]["found"] == "nearest"


def test_jsonl_is_the_milestones_of_the_json_answer(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    lines = run("list", "--format", "jsonl", *AS_OF).out.splitlines()
    assert [json.loads(line) for line in lines] == data(run("list", "--json", *AS_OF))["milestones"]


def test_a_plan_with_nothing_in_it_answers(run: Run, write_plan: WritePlan) -> None:
    write_plan(text="format: 1\ntitle: Nothing\ndecided: 2020-01-01\ntime_zone: UTC\n"
               "fiscal_year: {starts: 1, named_by: start}\ntopics: []\nmilestones: []\n")  # fmt: skip
    for command in ("list", "due", "overdue", "summary", "topics", "owners"):
        for form in ("table", "plain", "json", "jsonl", "csv", "md"):
            assert run(command, "--format", form, *AS_OF).code == 0


# --- what is easily told wrong ------------------------------------------------------------------


def test_a_move_that_was_taken_back_has_not_left_the_period(
    run: Run, write_plan: WritePlan
) -> None:
    moves = history(
        entry("2020-06-30", "2020-07-01", change="aaaa0001", target="[FY2021, FY2023]"),
        entry(
            "2020-06-30",
            "2020-08-01",
            change="aaaa0002",
            target="[FY2023, FY2021]",
            reverts="aaaa0001",
        ),
    )
    plan = write_plan(milestone("1-1", moves, target="FY2021"))
    found = data(run("due", "--fy", "2023", "--json", "--plan", plan, *AS_OF))
    assert (found["count"], found["moved_out"]) == (0, [])


def test_where_nothing_is_late_the_next_due_date_is_one_that_is_still_open(
    run: Run, write_plan: WritePlan
) -> None:
    done = history(entry("2020-05-05", status="[planned, done]"))
    plan = write_plan(
        milestone("1-1", done, target="FY2021", status="done"),
        milestone("1-2", kind="recurring", target="FY2022.."),
        milestone("1-3", target="FY2023"),
    )
    outcome = run("overdue", "--plan", plan, "--as-of", "2020-06-06", "--lang", "en")
    assert "the next due date is 2023-03-31 (1-2)" in outcome.out


def test_nearest_targets_of_an_open_list_are_open(run: Run, write_plan: WritePlan) -> None:
    done = history(entry("2020-05-05", status="[planned, done]"))
    plan = write_plan(
        milestone("1-1", done, target="FY2021", status="done"), milestone("1-2", target="FY2023")
    )
    asked = ("due", "--open", "--fy", "2020", "--plan", plan, "--as-of", "2020-06-06")
    outcome = run(*asked, "--lang", "en")
    assert "nearest target after: FY2023 (1-2)" in outcome.out


def test_titles_are_sorted_as_they_are_shown(run: Run, write_plan: WritePlan) -> None:
    plan = write_plan(
        milestone("1-1", title="{ja: あ, en: Zulu}"), milestone("1-2", title="{ja: い, en: Alpha}")
    )
    asked = ("list", "--sort", "title", "--json", "--plan", plan, *AS_OF)
    assert ids(run(*asked, "--lang", "ja")) == ["1-1", "1-2"]
    assert ids(run(*asked, "--lang", "en")) == ["1-2", "1-1"]


def test_states_are_sorted_by_what_needs_attention_first(run: Run, write_plan: WritePlan) -> None:
    plan = write_plan(
        milestone("1-1"), milestone("1-2", target="FY2030"), milestone("1-3", target="FY2020")
    )
    asked = ("list", "--sort", "state", "--json", "--plan", plan, *AS_OF)
    assert ids(run(*asked)) == ["1-3", "1-2", "1-1"]


def test_states_and_kinds_may_be_named_in_japanese(run: Run) -> None:
    late = run("list", "--state", "期限超過", "--json", *ON_SHIPPED)
    assert ids(late) == ids(run("list", "--state", "overdue", "--json", *ON_SHIPPED))
    yearly = run("list", "--kind", "毎年度", "--json", *ON_SHIPPED)
    assert ids(yearly) == ["8-1a", "10-1c"]


def test_a_topic_of_thousands_of_digits_is_refused(run: Run) -> None:
    outcome = run("list", "--topic", "9" * 5000, *ON_SHIPPED)
    assert outcome.code == 2
    assert "there is no topic" in outcome.err


def test_the_last_record_is_told_in_the_plans_time_zone(run: Run, write_plan: WritePlan) -> None:
    done = history(entry("2020-05-05", "2020-05-05T23:00:00+00:00", status="[planned, active]"))
    plan = write_plan(milestone("1-1", done, status="active"))
    assert data(run("list", "--json", "--plan", plan, *AS_OF))["last_recorded"] == "2020-05-06"


def test_the_summary_says_how_old_it_is(run: Run) -> None:
    outcome = run("summary", "--lang", "en", *ON_SHIPPED)
    assert outcome.lines[-1].startswith("nothing recorded since 2018-12-11")
    before = run("summary", "--lang", "en", "--plan", SHIPPED, "--as-of", "2018-12-01")
    assert before.lines[-1] == "there is no plan before it was decided on 2018-12-11"


def test_topics_and_owners_count_what_passes_the_filters(run: Run) -> None:
    topics = data(run("topics", "--topic", "17", "--owner", "MOD", "--json", *ON_SHIPPED))["topics"]
    assert [(t["number"], t["milestones"]) for t in topics] == [(17, 21)]
    late = run("topics", "--state", "overdue", "--topic", "4,5", *ON_SHIPPED)
    assert [line.split()[0] for line in late.lines[1:2]] == ["4"]
    assert late.lines[-1] == "1 milestone passes the filters"
    owners = data(run("owners", "--topic", "4", "--json", *ON_SHIPPED))["owners"]
    assert [(o["code"], o["lead"], o["owner"]) for o in owners] == [("MEXT", 1, 1), ("JAXA", 0, 1)]
    nothing = run("topics", "--status", "dropped", *ON_SHIPPED)
    assert (nothing.code, nothing.lines[-1]) == (0, "0 milestones pass the filters")


def test_months_are_counted_by_a_library_that_is_imported_only_then(tmp_path: Path) -> None:
    for words, wanted in (
        (("due", "--fy", "2021", "--as-of", "2019-01-01"), False),
        (("overdue", "--as-of", "2026-11-24"), True),
    ):
        code = (
            f"import sys; from spaceplan import app; app.run({list(words)!r}); "
            "sys.exit(10 + ('dateutil' in sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode == 10 + wanted


# --- what people meet ---------------------------------------------------------------------------


def test_a_note_of_several_lines_keeps_them(run: Run, write_plan: WritePlan) -> None:
    note = '"first line\\nsecond line"'
    write_plan(milestone("1-1", history(entry("2020-01-01", change="aaaa", note=note))))
    lines = run("show", "1-1").lines
    at = next(number for number, line in enumerate(lines) if "first line" in line)
    assert lines[at + 1] == "      second line"
    assert "first line / second line" in run("history").out


def test_due_says_what_is_late_of_a_recurring_one(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", kind="recurring", target="FY2019.."))
    asked = ("due", "--fy", "2025", "--as-of", "2021-06-01")
    assert "overdue [~?] (2 years unmet since FY2019)" in run(*asked).out
    assert "期限超過 [~?]（2019年度から2回分）" in run(*asked, "--lang", "ja").out
    told = json.loads(run(*asked, "--json").out)
    assert told["days"] == {"1-1": "2026-03-31"}
    assert told["milestones"][0]["unmet_years"] == [2019, 2020]


def test_topics_add_up_to_more_only_where_something_repeats(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1"), milestone("2-1"))
    assert "add up" not in run("topics").out + run("summary").out
    write_plan(milestone("1-1"), "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n")
    assert "add up" in run("topics").out
    assert "add up" in run("summary").out


def test_what_was_given_up_stays_in_view(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2020", status="missed"),
        milestone("1-2", target="FY2020", status="dropped"),
        milestone("1-3", target="FY2020"),
    )
    first = json.loads(run("topics", *AS_OF, "--json").out)["topics"][0]
    assert (first["overdue"], first["missed"], first["dropped"]) == (1, 1, 1)
    owners = json.loads(run("owners", *AS_OF, "--json").out)["owners"]
    assert [o["missed"] for o in owners if o["code"] == "MEXT"] == [1]
    summary = run("summary", *AS_OF).out
    assert "3 milestones, 1 overdue, 1 missed, 1 dropped" in summary
    assert summary.index("1-1  Item 1-1") < summary.index("State")
    assert "Missed  Dropped" in run("topics", *AS_OF).out
    assert "Missed" not in run("topics", "--plan", SHIPPED, *AS_OF).out


def test_a_plan_of_one_language_has_no_empty_columns(run: Run, write_plan: WritePlan) -> None:
    text = plan_text(milestone("1-1", title="{ja: 打上げ}", charts=""))
    text = re.sub(r", en: (\"[^\"]*\"|[^,}]*)", "", text).replace("    charts: [17]\n", "")
    text = text.replace("    charts: [3, 7]\n", "").replace(", charts: [17]", "")
    write_plan(text=text)
    assert "English" not in run("owners").out
    assert "Charts" not in run("topics").out
