"""What must have happened before what, and when a milestone is at risk."""

from __future__ import annotations

import json
from graphlib import TopologicalSorter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Run, WritePlan, entry, history, milestone

from spaceplan.roadmap.outlook import circle

DAY = "2021-06-01"


def risks(run: Run, name: str = "1-1", day: str = DAY) -> list[tuple[str, str | None, str | None]]:
    """(why, the other one, the time), which are told where the flag is up and nowhere else."""
    found = json.loads(run("list", "--json", "--as-of", day).out)["milestones"]
    (one,) = (item for item in found if item["id"] == name)
    assert ("at-risk" in one["flags"]) == bool(one["risks"])
    return [(risk["why"], risk["id"], risk["time"]) for risk in one["risks"]]


@pytest.mark.parametrize(
    ("forecast", "wanted"),
    [
        ("FY2024", [("forecast", None, "FY2024")]),
        ("2022-04-01", [("forecast", None, "2022-04-01")]),
        ("FY2021", []),
        ("2021", []),
        ("FY2020..FY2022", [("forecast", None, "FY2020..FY2022")]),
    ],
)
def test_what_is_expected_later_than_its_target(
    run: Run, write_plan: WritePlan, forecast: str, wanted: list[object]
) -> None:
    write_plan(milestone("1-1", target="FY2021", forecast=forecast))
    assert risks(run) == wanted


ENDS = {
    "overdue": milestone("1-2", target="FY2020"),
    "missed": milestone("1-2", target="FY2021", status="missed"),
    "dropped": milestone("1-2", target="FY2021", status="dropped"),
    "due-later": milestone("1-2", target="FY2022"),
    "in time": milestone("1-2", target="FY2021"),
    "met": milestone("1-2", target="FY2020", status="done"),
    "begun": milestone("1-2", target="FY2020", kind="start", status="active"),
    "untimed": milestone("1-2"),
}


@pytest.mark.parametrize("how", ENDS)
def test_what_it_waits_for_is_late_given_up_or_due_later(
    run: Run, write_plan: WritePlan, how: str
) -> None:
    write_plan(milestone("1-1", target="FY2021", after="1-2"), ENDS[how])
    assert [why for why, *_ in risks(run)] == [how][
        : how in ("overdue", "missed", "dropped", "due-later")
    ]


def test_what_has_ended_is_at_no_risk_and_what_has_no_time_waits_too(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone("1-1", target="FY2021", status="done", forecast="FY2024", after="[2-1]"),
        milestone("1-2", after="[2-1]"),
        milestone("2-1", target="FY2019"),
    )
    assert risks(run) == []
    assert risks(run, "1-2") == [("overdue", "2-1", "FY2019")]


def test_a_repeat_stands_for_its_original_and_a_split_bullet_for_its_parts(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone("1-1", target="FY2021", after="[2-1, 1-2]"),
        milestone("1-2a", target="FY2020"),
        milestone("1-2b", target="FY2022"),
        milestone("1-3", target="FY2019"),
        "  - {id: 2-1, same_as: 1-3}\n",
    )
    assert [(why, name) for why, name, _ in risks(run)] == [
        ("overdue", "1-3"),
        ("overdue", "1-2a"),
        ("due-later", "1-2b"),
    ]


def test_it_is_judged_as_of_a_day_and_as_known_on_another(run: Run, write_plan: WritePlan) -> None:
    told = entry("2021-05-01", "2021-08-01", forecast="[(none), FY2024]")
    write_plan(milestone("1-1", history(told), target="FY2021", forecast="FY2024"))
    assert risks(run, day="2021-04-30") == []
    assert risks(run) == [("forecast", None, "FY2024")]
    known = run("list", "--flag", "at-risk", "--as-of", "2021-09-01", "--known", "2021-07-31")
    assert "no milestone passes" in known.out


def test_both_directions_are_told_through_others_too(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", after="[{id: 1-2, basis: stated, source: 成果を踏まえ}]"),
        milestone("1-2", after="1-3"),
        milestone("1-3"),
    )
    assert (
        "After         1-2 Item 1-2 (stated: 成果を踏まえ)"
        in " ".join(run("show", "1-1").out.split("\n"))
        or "stated: 成果を踏まえ" in run("show", "1-1").out
    )
    first, last = run("show", "1-1").out, run("show", "1-3").out
    assert "And before those" in first and "1-3 Item 1-3" in first
    assert "Waited for by" in last and "And by those" in last and "1-1 Item 1-1" in last
    (one,) = json.loads(run("show", "1-3", "--json").out)["milestones"]
    assert (one["before"], one["before_through"]) == (["1-2"], ["1-1"])
    (one,) = json.loads(run("show", "1-1", "--json").out)["milestones"]
    assert one["after"] == [{"id": "1-2", "basis": "stated", "source": "成果を踏まえ"}]
    assert one["after_through"] == ["1-3"]


def test_a_circle_is_a_fault_that_names_its_path(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", after="1-2"),
        milestone("1-2", after="2-1"),
        milestone("1-3", after="1-1"),
        "  - {id: 2-1, same_as: 1-3}\n",
    )
    outcome = run("check")
    assert outcome.code == 1
    assert "after goes in a circle: 1-1 → 1-2 → 1-3 → 1-1" in outcome.out
    assert outcome.out.count("circle") == 1


def test_an_unknown_id_is_a_fault_that_says_what_was_meant(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-10", after="[1-11]"), milestone("1-12"))
    assert "after 1-11 is nothing; expected an id (did you mean '1-1" in run("check").out


def test_a_chain_of_thousands_is_read(run: Run, write_plan: WritePlan) -> None:
    many = 3000
    write_plan(
        *(
            milestone(f"1-{n}", *([f"after: 1-{n + 1}"] if n < many else []))
            for n in range(1, many + 1)
        )
    )
    assert run("check").code == 0
    (one,) = json.loads(run("show", "1-1", "--json").out)["milestones"]
    assert len(one["after_through"]) == many - 2


NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, st.frozensets(NAMES)))
def test_a_circle_is_found_where_there_is_one(awaited: dict[str, frozenset[str]]) -> None:
    """Each of its path waits for the next, and without one they can happen in some order."""
    path = circle(awaited)
    if path:
        assert path[0] == path[-1]
        assert all(after in awaited[before] for before, after in pairwise(path))
    else:
        assert set(TopologicalSorter(awaited).static_order()) >= set(awaited)
