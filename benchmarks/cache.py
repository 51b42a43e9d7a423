"""Readers and writers on one cache, killed and spoilt: every answer is that without a cache.

    python benchmarks/cache.py [SECONDS] [SEED]

What is done is that of ``tests/cache_races.py``, by a dozen processes of two versions of the program
on two plans, and beside them whole commands that are killed from outside at any moment. Says how
often, and exits with 1 where an answer differed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

PROCESSES, ROUND = 12, 20.0


def killed_from_outside(home: Path, seconds: float, seed: int) -> int:
    """Commands one after the other on the plans, each killed within its first 0.3 seconds."""
    from cache_races import CHANGES, PLANS, QUESTIONS

    random, killed, end = Random(seed), 0, monotonic() + seconds
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SPACEPLAN_CACHE": str(home / "cache")}
    while monotonic() < end:
        words = random.choice((*CHANGES, *QUESTIONS)).split()
        process = subprocess.Popen(
            [sys.executable, "-m", "spaceplan", *words],
            cwd=(home / random.choice(PLANS)).parent,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        sleep(random.uniform(0, 0.3))
        killed += process.poll() is None
        process.kill()
        process.wait()
    return killed


def main(seconds: float, seed: int) -> int:
    import cache_races

    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", NO_COLOR="1", COLUMNS="100")
    end, killed = monotonic() + seconds, 0
    wrong: list[str] = []
    counts: Counter[str] = Counter()
    while monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            os.environ["XDG_STATE_HOME"] = str(home / "state")
            world = cache_races.made(home, Random(seed), (12, 150))
            outside = subprocess.Popen([sys.executable, __file__, "killing", folder, str(seed)])
            seeds = [seed * 100 + number for number in range(PROCESSES)]
            cache_races.run_all(world, seeds, cache_races.until(ROUND))
            killed += outside.wait()
            wrong += world.wrong
            counts += world.counts
        seed += 1
    for name, count in sorted(counts.items()):
        print(f"{count:7} {name}")
    print(f"{killed:7} killed from outside")
    print(f"answers that differed with the cache: {len(wrong)}")
    print(*wrong[:5], sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    if sys.argv[1:2] == ["killing"]:
        sys.exit(min(255, killed_from_outside(Path(sys.argv[2]), ROUND, int(sys.argv[3]))))
    seconds, seed = (*sys.argv[1:], *("240", "1")[len(sys.argv) - 1 :])
    sys.exit(main(float(seconds), int(seed)))
