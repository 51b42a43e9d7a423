"""Random edits of plans, each read again in part and read whole: the two must agree.

    python benchmarks/again.py [COUNT]

Counts how many edits gave a sound plan, how many of those were read in part, and how many of them
otherwise than a whole read has them; exit 1 where there is one. The edits are those of the tests.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "plan_file")]

FROM_ONE_PLAN = 20


def main(count: int) -> int:
    import random_edits
    from test_again import encoded, same, whole

    from spaceplan.plan_file.again import read_again

    gc.disable()
    sound = again = wrong = 0
    for seed in range(count // FROM_ONE_PLAN):
        random = Random(seed)
        known = whole(encoded(random_edits.plan(random)))
        for _ in range(FROM_ONE_PLAN):
            assert known is not None
            data = encoded(random_edits.edited(random, known.data.decode()))
            expected, found = whole(data), read_again(known, data, "plan")
            sound += expected is not None
            again += found is not None
            if found is not None and not same(found, expected):
                wrong += 1
                print(f"seed {seed}: read otherwise")
            known = (found if random.random() < 0.5 else None) or expected or known
    print(f"{count} edits, {sound} sound, {again} of them read in part, {wrong} otherwise")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
