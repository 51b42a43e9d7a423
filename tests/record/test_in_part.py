"""A large plan is changed in the part that changes: byte for byte what is made of the whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import random_edits
from stopped_clock import stop_clock
from support import AS_OF, Outcome, Run

from spaceplan.plan_file import load

COMMANDS = (
    "update ID --status missed --on 2023-03-07 --reason technical --note 失敗",
    "update ID --target FY2031 --reason budget",
    "update ID 1-5 --status active --on 2022-06-01",
    "note ID --note x:",
    "checked ID --on 2024-01-01",
    "update ID --owner JAXA --note 一行",
    "add 1 --title-en New --target FY2025 --owner JAXA",
    "add 2 --title-ja 新しい",
    "drop ID --reason budget --on 2024-01-01 --note 取りやめ",
)


Ask = Callable[[str, str, int], tuple[Outcome, bytes, Outcome, bytes]]


@pytest.fixture
def asked(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Of a plan's text, a command and what is a large plan: the answer and the file, what is then
    listed, and the file after undo."""

    def ask(text: str, command: str, large: int) -> tuple[Outcome, bytes, Outcome, bytes]:
        path = folder / "milestones.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        monkeypatch.setattr(load, "_LARGE", large)
        run("list", *AS_OF)
        stop_clock(monkeypatch)
        done, changed = run(*command.split()), path.read_bytes()
        listed = run("list", "--json", *AS_OF)
        assert listed == run("list", "--json", *AS_OF, env={"SPACEPLAN_CACHE": "off"})
        run("undo")
        return done, changed, listed, path.read_bytes()

    return ask


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_changed_in_part_is_what_is_changed_whole(asked: Ask, command: str) -> None:
    done = 0
    for seed in range(4):
        random = Random(seed)
        text = random_edits.plan(random)
        said = command.replace("ID", random.choice(("1-1", "2-3", "1-6", "2-6")))
        in_part, whole = asked(text, said, 0), asked(text, said, 10**9)
        assert in_part == whole
        done += whole[0].code == 0
        assert whole[3] == text.encode(), whole[0]
    assert done, whole[0]


def test_nothing_is_read_whole_after_the_first_time(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "_LARGE", 0)
    path = folder / "milestones.yaml"
    path.write_text(random_edits.plan(Random(1)), encoding="utf-8")
    run("list", *AS_OF)

    def never(data: bytes, path: Path) -> None:
        raise AssertionError("read whole")

    monkeypatch.setattr(load, "_whole", never)
    for number in range(3):
        text = path.read_text("utf-8")
        path.write_text(text.replace("    owner: [MEXT]\n", "    owner: [JAXA]\n", 1), "utf-8")
        if number < 2:  # an update straight after a hand edit, or a question between
            run("due", *AS_OF)
        assert run("note", "1-5", "--note", "x").code == 0
        assert run("list", *AS_OF).code == 0
