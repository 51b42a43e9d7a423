"""JSON rows say since when and why a milestone is done, missed or dropped."""

from __future__ import annotations

import json

import pytest
from support import Run, WritePlan, entry, history, milestone

PLAN = (
    milestone("1-1", target="FY2030"),
    milestone(
        "1-2",
        history(
            entry("FY2021", "2022-06-01", change="c1", status="[planned, missed]",
                  reason="technical", note="stage 2", source="https://example.org/a"),
            entry("2022-03-07", "2022-07-01", change="c2", status="[missed, missed]",
                  corrects="c1"),
        ),
        target="FY2021",
        status="missed",
    ),
    milestone(
        "1-3",
        history(entry("unknown", "2022-06-01", change="c3", status="[planned, done]")),
        target="FY2021",
        status="done",
    ),
)  # fmt: skip


@pytest.mark.parametrize("words", [("list",), ("show", "1-1", "1-2", "1-3")])
def test_since_when_and_why(run: Run, write_plan: WritePlan, words: tuple[str, ...]) -> None:
    write_plan(*PLAN)
    rows = json.loads(run(*words, "--json").out)["milestones"]
    assert {row["id"]: row["ended"] for row in rows} == {
        "1-1": None,
        "1-2": {
            "on": "2022-03-07",
            "reason": "technical",
            "note": "stage 2",
            "source": "https://example.org/a",
        },
        "1-3": {"on": None, "reason": None, "note": None, "source": None},
    }


def test_before_it_ended_there_is_none(run: Run, write_plan: WritePlan) -> None:
    write_plan(*PLAN)
    rows = json.loads(run("list", "--as-of", "2021-01-01", "--json").out)["milestones"]
    assert [row["ended"] for row in rows] == [None, None, None]
