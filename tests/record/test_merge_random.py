"""Two offices do what they like to one plan: what they said alike or apart stands, all else is marked.

``benchmarks/merges.py`` does the same thousands of times.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from merge_randomly import drawn, wrong
from stopped_clock import stop_clock
from support import Run

from spaceplan.record.merge import merge


@pytest.mark.parametrize("seed", range(24))
def test_random_branches(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    base, a, b = drawn(run, stop_clock(monkeypatch), Random(seed), folder / "plan.yaml")
    assert wrong(base, a, b) == []
    for side in (a, b):
        assert merge(base, side, base).data == merge(base, base, side).data == side
        assert merge(base, side, side).data == side
