"""Whatever of a plan's head has one obvious default may be left out: a plan of ten lines is a plan."""

from __future__ import annotations

import json

import pytest
from support import Run, WritePlan, milestone

TEN_LINES = """\
format: 1
title: 小さな計画
decided: 2024-04-01
topics: [{number: 1, title: 打上げ}]
milestones:
  - id: 1-1
    title: 初号機の打上げ
    kind: deadline
    target: FY2025
    status: planned
"""


def test_a_plan_of_ten_lines_is_a_plan(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(text=TEN_LINES)
    assert run("check").code == 0
    (late,) = json.loads(run("overdue", "--as-of", "2026-11-24", "--json").out)["milestones"]
    assert (late["id"], late["due"]) == ("1-1", "2026-03-31")
    words = ("--status", "missed", "--on", "2026-03-31", "--reason", "技術的要因")
    assert run("update", "1-1", *words).code == 0
    assert "reason: technical" in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["time_zone", "fiscal_year"])
def test_where_the_country_is_not_plain_it_is_asked_for(
    run: Run, write_plan: WritePlan, name: str
) -> None:
    write_plan(text=TEN_LINES.replace("小さな計画", "A small plan"))
    assert f"1:1: a plan has no {name}; expected {name}: …" in run("check").out
    write_plan(text=TEN_LINES.replace("format: 1", "format: 1\nlanguage: en"))
    assert f"1:1: a plan has no {name}" in run("check").out


@pytest.mark.parametrize("target", ["FY2019..", "2019.."])
def test_what_recurs_recurs_by_years(run: Run, write_plan: WritePlan, target: str) -> None:
    write_plan(milestone("1-1", target=target, kind="recurring", status="active"))
    assert run("check", "--strict").lines[-1].startswith("milestones.yaml: no faults")


@pytest.mark.parametrize("target", ["2019-06..", "FY2019H1..", "2019H2.."])
def test_by_other_units_nothing_recurs(run: Run, write_plan: WritePlan, target: str) -> None:
    write_plan(milestone("1-1", target=target, kind="recurring", status="active"))
    assert (
        f"a recurring milestone with the target {target}, which is not by years; "
        "expected fiscal years (FY2019..) or calendar years (2019..)"
    ) in run("check").out
