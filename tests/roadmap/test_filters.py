"""Filters and order: which milestones, checked against the plan and read as people write."""

from __future__ import annotations

import json

import pytest
from support import AS_OF, SHIPPED, Run, WritePlan, entry, history, milestone

ON_SHIPPED = ("--plan", SHIPPED, *AS_OF)


def ids(run: Run, *words: str) -> list[str]:
    outcome = run("list", "--json", *words, *AS_OF)
    assert outcome.code == 0, outcome.err
    return [row["id"] for row in json.loads(outcome.out)["milestones"]]


def shipped(run: Run, *words: str) -> list[str]:
    return ids(run, *words, "--plan", str(SHIPPED))


def test_without_a_filter_every_original_is_listed(run: Run) -> None:
    found = shipped(run)
    assert len(found) == 106
    assert found[:3] == ["1-1", "1-2", "1-3"]
    assert "7-13" not in found


def test_a_filter_finds_the_original_through_its_repeats(run: Run) -> None:
    assert {"7-4a", "7-4b"} <= set(shipped(run, "--chart", "27"))
    assert len(shipped(run, "--topic", "17")) == 29
    assert {"6-1", "6-7"} <= set(shipped(run, "--topic", "17"))


def test_topics_and_charts_may_be_lists(run: Run) -> None:
    both = shipped(run, "--topic", "4,5")
    assert both == ["4-1", "5-1"]
    assert shipped(run, "--topic", "5", "--topic", "4") == both
    assert shipped(run, "--topic", "４、５") == both
    assert shipped(run, "--chart", "17,19") == ["4-1", "5-1"]


@pytest.mark.parametrize(
    "name",
    [
        "MEXT",
        "mext",
        "ＭＥＸＴ",
        "文部科学省",
        "文科省",
        "Ministry of Education, Culture, Sports, Science and Technology",
        "ministry of education, culture, sports, science and technology",
    ],
)
def test_an_owner_by_code_alias_japanese_or_english_name(run: Run, name: str) -> None:
    found = shipped(run, "--owner", name)
    assert "4-1" in found
    assert len(found) == 60


def test_the_role_of_an_owner(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", owner="[MEXT, JAXA]"),
        milestone("1-2", owner="[JAXA, MEXT, others]"),
        milestone("1-3", owner="[CAO]", partners="[JAXA]"),
    )
    assert ids(run, "--owner", "JAXA") == ["1-1", "1-2"]
    assert ids(run, "--owner", "JAXA", "--role", "lead") == ["1-2"]
    assert ids(run, "--owner", "JAXA", "--role", "with-partners") == ["1-1", "1-2", "1-3"]
    assert ids(run, "--owner", "JAXA,CAO") == ["1-1", "1-2", "1-3"]


def test_status_state_and_kind(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", status="active"),
        milestone("1-3", kind="start", target="FY2030"),
        milestone("1-4", target="FY2020", status="missed"),
    )
    assert ids(run, "--status", "planned") == ["1-1", "1-3"]
    assert ids(run, "--status", "ACTIVE,missed") == ["1-2", "1-4"]
    assert ids(run, "--state", "overdue") == ["1-1"]
    assert ids(run, "--state", "On Track,ongoing") == ["1-2", "1-3"]
    assert ids(run, "--kind", "start,ongoing") == ["1-2", "1-3"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("2021", ["1-2", "1-4"]),
        ("R3", ["1-2", "1-4"]),
        ("2020,2022", ["1-1", "1-3", "1-4"]),
        ("2020..2022", ["1-1", "1-2", "1-3", "1-4"]),
        ("令和2年度", ["1-1", "1-4"]),
        ("H31", ["1-4"]),
        ("2018", []),
    ],
)
def test_fiscal_years(run: Run, write_plan: WritePlan, years: str, expected: list[str]) -> None:
    write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", target="2022-03-31"),
        milestone("1-3", kind="window", target="FY2020..FY2022"),
        milestone("1-4", kind="recurring", target="FY2019.."),
        milestone("1-5"),
    )
    assert ids(run, "--fy", years) == expected


def test_the_reason_that_an_entry_gives(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", history(entry("2020-01-10", reason="budget"))),
        milestone("1-2", history(entry("2020-01-10", reason="technical"))),
        milestone("1-3"),
    )
    assert ids(run, "--reason", "budget") == ["1-1"]
    assert ids(run, "--reason", "budget,technical") == ["1-1", "1-2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slim", ["1-1"]),
        ("ＳＬＩＭ", ["1-1"]),
        ("月着陸", ["1-1"]),
        ("ﾛｹｯﾄ", ["1-2"]),
        ("ROCKET engine", ["1-2"]),
        ("engine rocket", ["1-2"]),
        ("nozzle", ["1-2"]),
        ("備考の言葉", ["1-1"]),
        ("2-1", ["1-1"]),
        ("nothing like it", []),
        ("", ["1-1", "1-2"]),
        ("[bold]", []),
        (".*", []),
    ],
)
def test_search_in_both_languages_any_width_any_case(
    run: Run, write_plan: WritePlan, text: str, expected: list[str]
) -> None:
    write_plan(
        milestone("1-1", title="{ja: 月着陸実証機SLIM, en: Lunar lander SLIM}", remark="備考の言葉"),
        milestone(
            "1-2",
            history(entry("2020-01-10", note="a Nozzle broke")),
            title="{ja: ロケット, en: Rocket engine}",
        ),
        "  - {id: 2-1, same_as: 1-1}\n",
    )  # fmt: skip
    assert ids(run, "--search", text) == expected


def test_filters_narrow_each_other(run: Run) -> None:
    found = shipped(
        run, "--owner", "MEXT", "--fy", "2021", "--state", "overdue", "--search", "打上げ"
    )
    assert found == ["3-2", "7-3", "7-4a", "7-8"]
    assert "7-4a" in found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--topic", "15"), "--topic: there is no topic 15; the plan has 1, 2, 3"),
        (("--topic", "x"), "--topic: there is no topic x"),
        (("--chart", "99"), "there is no chart 99; the plan has 1, 2"),
        (("--owner", "MXT"), "--owner: 'MXT' is no owner of this plan"),
        (("--owner", "MEXT,NASA"), "--owner: 'NASA' is no owner of this plan"),
        (("--status", "doen"), "--status: 'doen' is not known"),
        (("--state", "late"), "--state: 'late' is not known"),
        (("--kind", "dedline"), "--kind: 'dedline' is not known"),
        (("--role", "boss"), "--role: 'boss' is not known\nexpected one of any, lead, with-partners"),
        (("--fy", "20x1"), "--fy: '20x1'"),
        (("--fy", "2021..2019"), "--fy: "),
        (("--fy", "0..99999"), "--fy: "),
        (("--reason", "money"), "--reason: 'money' is not known"),
        (("--sort", "duo"), "--sort: 'duo' is not known"),
        (("--lang", "fr"), "--lang: 'fr' is not known"),
        (("--format", "xml"), "--format: 'xml' is not known"),
        (("--as-of", "FY2020"), "--as-of: 'FY2020' is not a day: it is more than one day; expected a day such as 2026-11-24"),
        (("--as-of", "2021-02-30"), "--as-of: '2021-02-30'"),
        (("--known", "soon"), "--known: 'soon'"),
    ],
)  # fmt: skip
def test_a_filter_that_the_plan_does_not_know_is_a_mistake_not_a_no(
    run: Run, words: tuple[str, ...], expected: str
) -> None:
    outcome = run("list", "--plan", SHIPPED, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert expected in outcome.err.replace("\nspaceplan: ", "\n")


def test_order_and_limit(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-2", target="FY2021", title="{ja: い, en: b}"),
        milestone("1-10", target="FY2019", title="{ja: あ, en: c}", owner="[CAO]"),
        milestone("1-1", title="{ja: う, en: a}"),
        milestone("1-3", target="FY2022", baseline="FY2020", title="{ja: え, en: d}"),
    )
    assert ids(run, "--sort", "due") == ["1-10", "1-2", "1-3", "1-1"]
    assert ids(run, "--sort", "due", "--reverse") == ["1-3", "1-2", "1-10", "1-1"]
    assert ids(run, "--sort", "late") == ["1-10", "1-2", "1-3", "1-1"]
    assert ids(run, "--sort", "slip")[0] == "1-3"
    assert ids(run, "--sort", "owner")[0] == "1-10"
    assert ids(run, "--sort", "title", "--lang", "ja") == ["1-10", "1-2", "1-1", "1-3"]
    assert ids(run, "--sort", "title", "--lang", "en") == ["1-1", "1-2", "1-10", "1-3"]
    assert ids(run) == ["1-2", "1-10", "1-1", "1-3"]
    assert ids(run, "--reverse") == ["1-3", "1-1", "1-10", "1-2"]
    assert ids(run, "--sort", "due", "--limit", "2") == ["1-10", "1-2"]
    assert ids(run, "-n", "0") == []
    assert "2 of 4 milestones" in run("list", "--limit", "2", *AS_OF).lines
    assert run("list", "--limit", "-1").code == 2


def test_filters_hold_for_every_list(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2", target="FY2020", owner="[CAO]"))
    for command in (("list",), ("due", "--fy", "2020"), ("overdue",)):
        answer = json.loads(run(*command, "--owner", "内閣府", "--json", *AS_OF).out)
        assert [row["id"] for row in answer["milestones"]] == ["1-2"]
    assert "1 milestone" in run("summary", "--owner", "CAO", *AS_OF).out


def test_ids_by_their_beginning(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        *(milestone(name) for name in ("1-1", "1-10", "1-2a", "1-2b", "1-20")),
        "  - {id: 2-1, topic: 2, same_as: 1-2a}\n",
    )
    assert ids(run, "--id", "1-1*") == ["1-1", "1-10"]
    assert ids(run, "--id", "1-1") == ["1-1"]
    assert ids(run, "--id", "1-2") == ["1-2a", "1-2b"]
    assert ids(run, "--id", "2-1") == ["1-2a"]
    assert ids(run, "--id", "１－２Ａ,1-10") == ["1-10", "1-2a"]
    done = run("list", "--id", "3*")
    assert done.code == 2
    assert "--id: no id of this plan is '3*'" in done.err


def test_what_slipped_and_what_did_not(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", target="FY2022", baseline="FY2020"),
        milestone("1-2", target="FY2019", baseline="FY2020"),
        milestone("1-3", target="FY2020"),
    )
    assert ids(run, "--flag", "slipped") == ["1-1"]
    assert ids(run, "--flag", "no-slipped") == ["1-2", "1-3"]
    assert ids(run, "--flag", "slipped,no-slipped") == ["1-1", "1-2", "1-3"]
    assert run("list", "--flag", "late").code == 2


def test_ids_are_sorted_as_people_sort_and_the_document_has_its_own_order(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(*(milestone(name) for name in ("1-10", "1-2", "1-1", "2-20", "2-3")))
    document = ["1-10", "1-2", "1-1", "2-20", "2-3"]
    assert ids(run) == ids(run, "--sort", "document") == document
    assert ids(run, "--sort", "id") == ["1-1", "1-2", "1-10", "2-3", "2-20"]
    assert ids(run, "--reverse") == document[::-1]
