"""Several writers at once, through the command line: every update arrives, nothing is torn.

The large runs (8 × 50, kills, a full disk) are in benchmarks/.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from support import ROOT, Run, WritePlan, milestone

from spaceplan.errors import SpaceplanError
from spaceplan.plan_file.load import load_plan
from spaceplan.words import told

WRITERS, UPDATES = 8, 3
# One process makes all updates of a writer: what is tried is the file, not the start of Python.
WRITER = """\
import sys
from spaceplan import app
ref, name, updates = sys.argv[1:]
for number in range(int(updates)):
    code = app.run(["note", ref, "--note", f"{name}-{number}", "--by", name])
    if code:
        sys.exit(code)
"""


def write_all(folder: Path, refs: list[str]) -> list[tuple[int, str]]:
    """One writer for each reference, all at once; their exit codes and what they said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, ref, f"w{number}", str(UPDATES)],
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, ref in enumerate(refs)
    ]
    return [(writer.wait(), writer.stderr.read() if writer.stderr else "") for writer in writers]


class Reader(threading.Thread):
    """Reads the plan again and again: it must be sound every time."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.reads, self.faults = path, 0, list[str]()
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.02):
            try:
                load_plan(self.path)
            except SpaceplanError as error:
                self.faults.append(told(error, "en"))
            self.reads += 1


def every_update_arrives(path: Path, refs: list[str]) -> None:
    reader = Reader(path)
    reader.start()
    try:
        ended = write_all(path.parent, refs)
    finally:
        reader.over.set()
        reader.join()
    assert all(code == 0 for code, _ in ended), ended
    assert reader.faults == []
    assert reader.reads > 0
    plan = load_plan(path).plan
    notes = [entry.note for one in plan.milestones for entry in one.history]
    assert sorted(notes) == sorted(f"w{n}-{k}" for n in range(len(refs)) for k in range(UPDATES))
    changes = [entry.change for one in plan.milestones for entry in one.history]
    assert len(set(changes)) == len(changes)
    recorded = sorted(entry.recorded for one in plan.milestones for entry in one.history)
    assert len(set(recorded)) == len(recorded)
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_on_milestones_of_their_own(write_plan: WritePlan) -> None:
    refs = [f"1-{number}" for number in range(1, WRITERS + 1)]
    path = write_plan(*(milestone(ref, target="FY2020") for ref in refs))
    every_update_arrives(path, refs)


def test_on_one_milestone(write_plan: WritePlan, run: Run) -> None:
    path = write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    before = path.read_bytes()
    every_update_arrives(path, ["1-1"] * WRITERS)
    for _ in range(WRITERS * UPDATES):
        assert run("undo").code == 0
    assert path.read_bytes() == before
