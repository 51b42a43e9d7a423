"""Short names of owners, and one name for both languages."""

from __future__ import annotations

import json

import pytest
from support import AS_OF, HEADER, Run, WritePlan, milestone, plan_text

OWNERS = """
owners:
  CAO: {ja: 内閣府, en: Cabinet Office}
  MEXT: {ja: 文部科学省, en: Education Ministry, short: {ja: 文科, en: Edu}}
  ESA: European Space Agency
"""
HEAD = HEADER[: HEADER.index("\nowners:")] + OWNERS + HEADER[HEADER.index("\nreasons:") :]


@pytest.fixture(autouse=True)
def _plan(write_plan: WritePlan) -> None:
    write_plan(
        text=plan_text(
            milestone("1-1", target="FY2019", owner="[MEXT, CAO, others]"),
            milestone("1-2", target="FY2019", owner="[ESA]"),
            header=HEAD,
        )
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("list", *AS_OF),
        ("due", "--fy", "2019", *AS_OF),
        ("overdue", *AS_OF),
        ("report", "--week", "2026-W47", "--output", "-"),
    ],
)
def test_lists_in_japanese_show_the_short_name_and_the_code_of_who_has_none(
    run: Run, asked: tuple[str, ...]
) -> None:
    japanese = run(*asked, "--lang", "ja").out
    assert "文科、CAO等" in japanese and "ESA" in japanese and "内閣府、" not in japanese
    assert "MEXT, CAO and others" in run(*asked, "--lang", "en").out


def test_one_milestone_shows_the_full_name_with_its_code(run: Run) -> None:
    shown = run("show", "1-1", "--lang", "ja", *AS_OF).out
    assert "MEXT 文部科学省、CAO 内閣府" in shown
    assert "ESA European Space Agency" in run("show", "1-2", "--lang", "ja", *AS_OF).out


def test_the_registry_shows_it(run: Run) -> None:
    assert "略称" in run("owners", "--lang", "ja", *AS_OF).out
    found = {one["code"]: one for one in json.loads(run("owners", "--json").out)["owners"]}
    assert found["MEXT"]["short"] == {"ja": "文科", "en": "Edu"}
    assert found["CAO"]["short"] is None
    assert (found["ESA"]["ja"], found["ESA"]["en"]) == ("European Space Agency",) * 2
    table = run("owners", "--format", "csv").out.splitlines()
    assert "short" in table[0] and "文科 Edu" in table[2]


@pytest.mark.parametrize("name", ["文科", "edu", "ＥＤＵ"])
def test_filters_and_cells_take_it(run: Run, folder, name: str) -> None:
    found = json.loads(run("list", "--owner", name, "--json").out)["milestones"]
    assert [one["id"] for one in found] == ["1-1"]
    (folder / "new.csv").write_text(f"id,owner\n1-2,{name}\n", "utf-8")
    assert run("apply", "new.csv").code == 0
    found = json.loads(run("list", "--owner", "MEXT", "--json").out)["milestones"]
    assert [one["id"] for one in found] == ["1-1", "1-2"]


def test_two_owners_have_not_one_short_name(run: Run, write_plan: WritePlan) -> None:
    text = plan_text(milestone("1-1"), header=HEAD.replace("short: {ja: 文科", "short: {ja: cao"))
    write_plan(text=text)
    assert "'cao' names both CAO and MEXT" in run("check").out


@pytest.mark.parametrize("wrong", ["ESA:", "ESA: []", "ESA: {short: {fr: x}}"])
def test_what_is_no_name_is_a_fault(run: Run, write_plan: WritePlan, wrong: str) -> None:
    header = HEAD.replace("ESA: European Space Agency", wrong)
    write_plan(text=plan_text(milestone("1-1"), header=header))
    assert run("check").code == 1
