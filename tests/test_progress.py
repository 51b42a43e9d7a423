"""A bar for what takes long: on a terminal alone, and wiped away before anything is printed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import ROOT, Run, WritePlan, milestone
from terminal import on_a_terminal

from spaceplan import progress


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes any time at all takes long."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.001)


# Reading goes on until the bar has been drawn twice, however slow the machine is.
IMPATIENT = """
import sys, threading
from rich.progress import Progress
from spaceplan import progress
from spaceplan.plan_file import read
progress.PATIENCE, progress.EVERY = 0.0, 0.01
whole, update, drawn = read._inspected, Progress.update, threading.Event()
def told(*given, **more):
    update(*given, **more)
    drawn.set()
Progress.update = told
def slow(*of_a_file):
    for _ in progress.each(range(2)):
        drawn.clear()
        assert drawn.wait(60)
    return whole(*of_a_file)
read._inspected = slow
from spaceplan.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(("lang", "word"), [("en", "reading"), ("ja", "読み込み中")])
def test_on_a_terminal_it_is_drawn_and_wiped_away(
    folder: Path, write_plan: WritePlan, lang: str, word: str
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    (folder / "slow.py").write_text(IMPATIENT)
    words = ["list", "--plan", "milestones.yaml", "--lang", lang]
    code, screen = on_a_terminal(folder, words, [], program=["slow.py"])
    assert code == 0
    drawn, _, answer = screen.rpartition("\x1b[2K")  # the line of the bar is erased
    assert f"{word} " in drawn and "%" in drawn
    assert "1-1" in answer and word not in answer


def test_in_a_pipe_nothing_is_drawn_or_loaded(
    run: Run, write_plan: WritePlan, impatient: None
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    assert run("check").err == ""
    code = (
        "import sys; from spaceplan.app import run; run(sys.argv[1:]); "
        "print('rich.progress' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "milestones.yaml"],
        env={"PYTHONPATH": str(ROOT), "SPACEPLAN_CACHE": "off"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("False\n")


def test_what_is_soon_done_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    progress.watch(True)
    try:
        with progress.working("common.reading"):
            assert list(progress.each([1, 2, 3])) == [1, 2, 3]
    finally:
        progress.watch(False)
    assert capsys.readouterr().err == ""


def test_a_work_within_a_work_has_its_own_count_and_gives_the_outer_one_back(
    impatient: None,
) -> None:
    progress.watch(True)
    try:
        with progress.working("common.changing"):
            outer = progress.counted(10)
            with progress.working("common.reading"):
                inner = progress.counted(5)
                assert progress._screen.count is inner
                time.sleep(0.01)
            assert progress._screen.count is outer
        assert progress.counted(3) is None
    finally:
        progress.watch(False)
