"""What is decided is written only where the plan that comes of it is sound, read whole."""

from __future__ import annotations

import weakref
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from support import AS_OF, Run, WritePlan, milestone, refused_saying

from spaceplan.errors import PlanFaults
from spaceplan.files.copies import keep
from spaceplan.plan_file import load, read
from spaceplan.plan_file.load import load_plan
from spaceplan.record.carry_out import carry_out, undo
from spaceplan.record.planned import Moment, Outcome, Planned
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.read_times import read_time

DAY = read_time("2020-01-01")
ENTRY = Change(DAY, datetime.fromisoformat("2026-11-24T09:00:00+09:00"))


def unsound(entry: Milestone) -> Planned:
    """A change that no command decides: a status that is none."""
    return Planned(entry, replace(ENTRY, edits=(Edit("status", entry.status, "doen"),)))


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_plan_with_faults_is_never_written(write_plan: WritePlan, dry_run: bool) -> None:
    path = write_plan(milestone("1-1"), milestone("1-2"))
    before = path.read_bytes()

    def decide(plan: Plan, moment: Moment) -> Outcome:
        return Outcome((unsound(plan.by_id["1-2"]),))

    with refused_saying(r"(?s)'doen' .*is not changed: it would be a plan with these", PlanFaults):
        carry_out(path, decide, dry_run=dry_run)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_nor_by_undo(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1"))
    assert run("note", "1-1", "--note", "x").code == 0
    after = path.read_bytes()
    change = load_plan(path).plan.by_id["1-1"].history[-1].change
    keep(change, after.replace(b"status: planned", b"status: doen"), after)
    with refused_saying("'doen'", PlanFaults):
        undo(path)
    assert path.read_bytes() == after


def test_what_an_update_wrote_need_not_be_read_again(
    run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(milestone("1-1"), milestone("1-2"))
    assert run("note", "1-1", "--note", "x").code == 0
    expected = run("list", "--json", *AS_OF, env={"SPACEPLAN_CACHE": "off"})

    def never(content: Any) -> Any:
        raise AssertionError("read anew")

    monkeypatch.setattr(read, "inspect", never)
    assert run("list", "--json", *AS_OF) == expected


def test_the_tree_of_before_is_gone_when_the_new_text_is_read(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plan(milestone("1-1"))
    trees: list[weakref.ref[Any]] = []
    held: list[bool] = []

    def to_change(data: bytes, path: Any) -> Any:
        ground = load.ToChange(data, path)
        trees.append(weakref.ref(ground.parsed))
        return ground

    def check_would_be(data: bytes, path: Any, known: Any) -> None:
        held.append(trees[-1]() is not None)

    monkeypatch.setattr("spaceplan.record.carry_out.ToChange", to_change)
    monkeypatch.setattr("spaceplan.plan_file.load.check_would_be", check_would_be)
    carry_out(path, lambda plan, moment: Outcome((unsound(plan.by_id["1-1"]),)), dry_run=True)
    assert held == [False]
