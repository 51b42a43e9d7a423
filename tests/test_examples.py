"""The plans in examples/: sound, and answered in their own language and fiscal year."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from support import ROOT, Run

PLANS = sorted((ROOT / "examples").glob("*/milestones.yaml"))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_it_passes_check(run: Run, plan) -> None:
    done = run("check", "--strict", plan)
    assert done.code == 0 and done.lines[-1].startswith(f"{plan}: no faults")


def test_october_years_named_by_their_end(run: Run) -> None:
    plan = ROOT / "examples" / "observatory" / "milestones.yaml"
    answer = json.loads(run("due", "--fy", "2025", "--json", "--plan", plan).out)
    due = {one["id"]: one["due"] for one in answer["milestones"]}
    assert due["TS-1150"] == "2024-12-31"  # FY2025Q1
    assert due["TS-1170"] == "2025-09-30"
    assert "CAM-7000" not in due  # FY2026Q1


def test_a_plan_in_japanese_answers_in_it(run: Run) -> None:
    plan = ROOT / "examples" / "city" / "milestones.yaml"
    out = run("overdue", "--plan", plan, "--as-of", "2026-04-15", "--lang", "ja").out
    assert "職員の情報研修" in out and "期限超過" in out


def test_their_reports_are_what_the_program_makes() -> None:
    made = subprocess.run(
        [sys.executable, ROOT / ".ci" / "examples.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, ""), made.stdout + made.stderr
