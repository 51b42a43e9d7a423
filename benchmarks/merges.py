"""Random branches of random plans, merged from either side: nothing lost, nothing marked needlessly.

    python benchmarks/merges.py [COUNT] [FIRST]

The branches and what must come of them are those of ``tests/record/merge_randomly.py``; exit 1 where a
merge does otherwise.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "record")]


def main(count: int, first: int) -> int:
    from merge_randomly import drawn, wrong
    from stopped_clock import StoppedClock
    from support import Outcome, invoke

    from spaceplan.record import clock
    from spaceplan.record.merge import merge

    stopped = clock.datetime = StoppedClock(timedelta(minutes=1))  # type: ignore[attr-defined,misc]
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(SPACEPLAN_CACHE="off", XDG_STATE_HOME=folder, LC_ALL="C.UTF-8")
        os.chdir(folder)

        def run(*words: object) -> Outcome:
            return invoke(words)

        for seed in range(first, first + count):
            three = drawn(run, stopped, Random(seed), Path(folder) / "plan.yaml")
            said, done = wrong(*three), merge(*three)
            counts["with conflicts" if done.conflicts else "clean"] += 1
            counts["sound alone, not together"] += bool(done.faults)
            counts["otherwise than it must"] += bool(said)
            for line in said:
                print(f"seed {seed}: {line}")
    print(", ".join(f"{number} {name}" for name, number in counts.items()))
    return int(counts["otherwise than it must"] > 0)


if __name__ == "__main__":
    count, first = (*sys.argv[1:], *("2000", "0")[len(sys.argv) - 1 :])
    sys.exit(main(int(count), int(first)))
