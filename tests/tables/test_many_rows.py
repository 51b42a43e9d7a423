"""Large tables: what is done for each row does not grow with the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support import Run, WritePlan, milestone

from spaceplan.plan_file import edit, nodes
from spaceplan.record import put_in_file

ROWS = 120


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Counts how often an id is looked for in a tree."""
    count = [0]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def calling(*given: Any) -> Any:
            count[0] += 1
            return call(*given)

        return calling

    looked = counted(nodes.id_of)
    for module in (nodes, edit, put_in_file):
        monkeypatch.setattr(module, "id_of", looked)
    yield count


def test_an_update_of_each_milestone(run: Run, write_plan: WritePlan, steps: list[int]) -> None:
    plan = write_plan(*(milestone(f"1-{n}", target="FY2020") for n in range(1, ROWS + 1)))
    before = plan.read_bytes()
    Path("x.csv").write_text("id,note\n" + "".join(f"1-{n},seen\n" for n in range(1, ROWS + 1)))
    assert run("apply", "x.csv").code == 0
    # Several looks at each row; looked for anew in the whole file it were 40,000.
    assert steps[0] < 40 * ROWS
    steps[0] = 0
    assert run("undo").code == 0
    assert plan.read_bytes() == before
    assert steps[0] < 40 * ROWS


def test_many_additions(run: Run, write_plan: WritePlan, steps: list[int]) -> None:
    plan = write_plan(milestone("1-1", target="FY2020"), milestone("2-1", target="FY2020"))
    before = plan.read_bytes()
    rows = (f"1-x{n},true,New {n},FY2030,deadline\n" for n in range(1, ROWS + 1))
    Path("x.csv").write_text("id,add,title_en,target,kind\n" + "".join(rows))
    assert run("apply", "x.csv").code == 0
    assert steps[0] < 40 * ROWS
    assert [line for line in run("list", "--format", "plain").lines if "New 120" in line]
    assert run("undo").code == 0
    assert plan.read_bytes() == before


def test_columns_that_are_not_known_are_compared_with_ours_a_bounded_number_of_times(
    run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = write_plan(milestone("1-1", target="FY2020"))
    before, count = plan.read_bytes(), [0]

    def nearest(*_: object) -> str:
        count[0] += 1
        return ""

    monkeypatch.setattr("spaceplan.roadmap.nearest.nearest", nearest)
    names = ",".join(f"c{number}" for number in range(20_000))
    Path("x.csv").write_text(f"id,note,{names}\n1-1,seen\n")
    refused = run("apply", "x.csv")
    assert refused.code == 2 and "more than 500 columns that are not known" in refused.err
    assert count[0] <= 500 and plan.read_bytes() == before
    own = ",".join(f"x-c{number}" for number in range(600))
    Path("x.csv").write_text(f"id,note,{own}\n1-1,seen\n")
    assert run("apply", "x.csv").code == 0
