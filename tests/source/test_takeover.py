"""What may take the place of what a revision dropped or merged: offered, taken up, taken back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

OLD = """\
港湾工程表
令和5年12月24日決定
1. 港湾
【工程表1】2024年度以降の取組
- 航路標識の点検の記録を電子化する仕組みを2026年度に整える。
\f- 曳船の乗組員の訓練の教材を2025年度に作る。
- 北埠頭の荷役の効率の向上のため、大型の起重機船を2026年度に配備する。
- 漁具の置場を2027年度に広げる。
"""
NEW = """\
港湾工程表
令和6年12月24日決定
1. 港湾
【工程表1】2025年度以降の取組
- 航路標識の点検の記録を電子化する仕組みを2026年度に整えるとともに、曳船の乗組員の訓練の教材を2026年度に作る。
- 湾岸の防災の事業の中で、消防の救助艇と小型の起重機船の基地を2028年度に設ける。
"""
RECONCILE = ("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R6", "-o", "p.yaml")


@pytest.fixture
def proposal(run: Any, folder: Path) -> str:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW, "utf-8")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    done = run(*RECONCILE)
    assert "2 that others may have taken the place of" in done.out
    return Path("p.yaml").read_text("utf-8")


def taken_up(proposal: str) -> str:
    """The proposal with the # taken from every line that is YAML and no words."""
    keys = "(- id|  on|  status|  authority|  source|supersedes|status|authority): "
    return re.sub(rf"^( +)# (?={keys})", r"\1", proposal, flags=re.MULTILINE)


def test_what_was_merged_and_what_is_like_a_new_one_is_offered_with_pages(proposal: str) -> None:
    assert re.search("# 1-2 曳船.* was merged into this wording \\(", proposal)
    assert "    # supersedes: [1-2]\n" in proposal
    assert "# perhaps in the place of 1-3 " in proposal
    assert "below (p. 2)\n    # supersedes: [1-3]\n\n  # - id: 1-3\n" in proposal
    assert "  #   status: dropped\n" in proposal
    assert "supersedes: [1-4]" not in proposal


@pytest.mark.usefixtures("proposal")
def test_nothing_of_it_is_applied_by_itself(run: Any) -> None:
    assert run("apply", "p.yaml").code == 0
    text = Path("milestones.yaml").read_text("utf-8")
    assert "    supersedes:" not in text and "status: dropped" not in text


def test_what_is_taken_up_is_told_both_ways_proven_and_taken_back(run: Any, proposal: str) -> None:
    before = Path("milestones.yaml").read_bytes()
    Path("p.yaml").write_text(taken_up(proposal), "utf-8")
    assert run("apply", "p.yaml").code == 0
    assert run("check", "--strict").code == 0
    assert "Supersedes  1-2 " in run("show", "1-1").out
    assert "Superseded by  1-1 " in run("show", "1-2").out
    assert "Superseded by  R6-1-2 " in run("show", "1-3").out
    assert run("source", "check", "new.txt").lines[-1] == (
        "2 of 2 bullets are encoded word for word, by their places in R6"
    )
    assert "nothing to do" in run("apply", "p.yaml").out
    done = run(*RECONCILE, "--force")
    assert "  1-3  " not in done.out.partition("What to act on")[2]
    again = Path("p.yaml").read_text("utf-8")
    assert "changes: []\n" in again and "supersedes" not in again
    assert "Gone from R6 (1)" in again
    assert run("undo").code == 0
    assert Path("milestones.yaml").read_bytes() == before


@pytest.mark.usefixtures("proposal")
def test_what_is_open_is_not_superseded(run: Any) -> None:
    Path("s.yaml").write_text("changes:\n  - id: 1-1\n    supersedes: [1-2]\n", "utf-8")
    done = run("apply", "s.yaml")
    assert done.code == 2
    assert "s.yaml:2:9: 1-1 supersedes 1-2, which is planned; expected a row for 1-2" in done.err
    Path("s.yaml").write_text(
        "changes:\n  - id: 1-1\n    supersedes: [1-2]\n  - id: 1-2\n    status: dropped\n"
        "    on: 2024-12-24\n",
        "utf-8",
    )
    assert run("apply", "s.yaml").code == 0


@pytest.mark.usefixtures("proposal")
def test_a_proposal_of_which_nothing_is_left_changes_nothing(run: Any) -> None:
    Path("s.yaml").write_text("changes:\n  # - id: 1-1\n", "utf-8")
    done = run("apply", "s.yaml")
    assert done.code == 0 and "nothing to do" in done.out
