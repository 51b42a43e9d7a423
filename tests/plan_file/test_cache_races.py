"""The cache never changes an answer: killed, spoilt and shared while others write.

``benchmarks/cache.py`` does the same for minutes, with processes killed from outside too.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import cache_races
import pytest
from support import AS_OF, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file import load

PROCESSES, TURNS = 4, 12


@pytest.mark.parametrize("seed", [1, 2])
def test_processes_that_share_it_get_the_answers_that_are_given_without_it(
    folder: Path, seed: int
) -> None:
    world = cache_races.made(folder, Random(seed))
    seeds = [seed * 100 + number for number in range(PROCESSES)]
    cache_races.run_all(world, seeds, lambda turn: turn < TURNS)
    assert world.wrong == []
    asked = sum(count for name, count in world.counts.items() if name.startswith("asked"))
    assert asked > 0 and world.counts["killed"] > 0


@pytest.mark.parametrize("words", ["list --json", "note 1-1 --note x"])
def test_killed_at_any_call_it_leaves_nothing_that_is_believed_wrongly(
    run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr(load, "_LARGE", 0)
    question = ("history", "--json", *AS_OF)
    kept = os.environ["SPACEPLAN_CACHE"]
    for number in range(200):
        path = write_plan(milestone("1-1", history(entry("2020-01-01", note=f"n{number}"))))
        lived = cache_races.asked_in_a_child(words, kept, number)
        expected = run(*question, env={"SPACEPLAN_CACHE": "off"})
        assert expected.code == 0
        assert run(*question) == run(*question) == expected
        if lived:
            break
        assert f"n{number}" in path.read_text("utf-8")
    assert lived and number > 10
    assert not list(Path(kept).glob(".*"))
