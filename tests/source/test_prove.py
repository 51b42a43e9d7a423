"""A document held against the plan that was drafted from it, after this and that was changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LINES = [
    "宇宙工程表",
    "令和元年6月4日決定",
    "1. 測位",
    "- 測位衛星の打上げを2020年度に行う。",
    "- 受信機の普及の方策を検討する。",
    "- 精度の評価を2021年度までに終える。",
    "2. 輸送",
    "- 新型機の燃焼試験を行う。",
    "- 射場の混雑を調査する。",
]

Change = Callable[[list[str]], object]
Found = tuple[int, list[tuple[str, ...]]]


@pytest.fixture
def check(run: Any, folder: Path) -> Callable[..., Found]:
    """Draft a plan from LINES, change them, check: exit code, and what was found of each bullet."""

    def done(change: Change, *options: str) -> Found:
        Path("old.txt").write_text("\n".join(LINES) + "\n", "utf-8")
        assert run("source", "import", "old.txt", "-o", "milestones.yaml").code == 0
        lines = list(LINES)
        change(lines)
        Path("new.txt").write_text("\n".join(lines) + "\n", "utf-8")
        checked = run("source", "check", "new.txt", "--json", *options)
        items = json.loads(checked.out)["bullets"]
        return checked.code, [
            (item["bullet"], item["verdict"], *item["ids"])
            for item in items
            if item["verdict"] != "same"
        ]

    return done


def test_what_is_the_same_passes(check: Any) -> None:
    assert check(lambda lines: None) == (0, [])


def test_one_put_in_shifts_no_other(check: Any) -> None:
    assert check(lambda lines: lines.insert(3, "- 月の測位を2025年度までに実証する。")) == (
        1,
        [
            ("1-1", "no-milestone"),
            ("1-2", "moved", "1-1"),
            ("1-3", "moved", "1-2"),
            ("1-4", "moved", "1-3"),
        ],
    )


def test_one_left_out_is_told(check: Any) -> None:
    assert check(lambda lines: lines.pop(4)) == (
        1,
        [("1-2", "moved", "1-3"), ("1-2", "no-bullet", "1-2")],
    )


def test_one_reworded_among_shifted_ones_is_known_by_the_one_before(check: Any) -> None:
    def change(lines: list[str]) -> None:
        lines[5] = lines[5].replace("2021", "2022")
        lines.insert(3, "- 月の測位を2025年度までに実証する。")

    code, found = check(change)
    assert code == 1
    assert found[0] == ("1-1", "no-milestone")
    assert found[3] == ("1-4", "changed", "1-3")


def test_one_moved_to_another_topic_is_found(check: Any) -> None:
    code, found = check(lambda lines: lines.insert(7, lines.pop(4)))
    assert code == 1
    assert ("2-2", "moved", "1-2") in found


def test_the_words_that_differ_are_shown(run: Any, check: Any) -> None:
    def change(lines: list[str]) -> None:
        lines[5] = lines[5].replace("2021", "2022")

    check(change)
    assert "wording changed" in run("source", "check", "new.txt").out
    shown = run("source", "check", "new.txt", "--old", "old.txt")
    assert "精度の評価を[-2021-]{+2022+}年度までに終える。" in shown.out
    assert shown.lines[-1] == "4 of 5 bullets are encoded word for word"
