"""Merges that offices make every week, by git in a real repository, from either branch.

Each is a row: what one branch did, what the other did, and what is right.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from stopped_clock import StoppedClock, stop_clock
from support import Run, entry, history, milestone, plan_text
from test_merge_command import git

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Milestone, Plan

LOOK = entry(
    "2026-11-20", change="aaaa0001", checked="{first: 2026-11-20, last: 2026-11-20, count: 1}"
)
BLOCKS = (
    milestone("1-1", target="FY2020"),
    milestone("1-2", history(entry("2026-11-20", note="before", change="aaaa0002"), LOOK), target="FY2020"),
    milestone("1-3", see="[1-2]", target="FY2020"),
    milestone("1-4", kind="recurring", target="FY2019..", status="active"),
    milestone("2-1", target="FY2021"),
    milestone("2-2", "# the last of all"),
)  # fmt: skip


class Office:
    """One branch of the plan, and who works on it."""

    def __init__(self, run: Run, path: Path, clock: StoppedClock) -> None:
        self.run, self.path, self.clock = run, path, clock

    def do(self, *commands: str) -> None:
        for words in commands:
            done = self.run(*re.findall(r"'[^']*'|\S+", words))
            assert done.code == 0, done.err

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return git(self.path.parent, *words)

    def on(self, branch: str, moment: str) -> None:
        assert self.git("checkout", "-q", branch).returncode == 0
        self.clock.put(f"2026-11-24T{moment}:00+09:00")

    def commit(self) -> None:
        done = self.git("commit", "-qam", "change")
        assert done.returncode == 0, done.stdout

    def by_hand(self, old: str, new: str) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new, 1), "utf-8")

    def block(self, name: str) -> str:
        found = re.search(rf"(?m)^  - id: {name}\n(?:    .*\n)*\n?", self.path.read_text("utf-8"))
        assert found
        return found.group()

    def change(self, name: str) -> str:
        """The id of the last change of a milestone."""
        return one(self.plan, name).history[-1].change

    @property
    def plan(self) -> Plan:
        return load_plan(self.path).plan


Work = Callable[[Office], None]


def do(*commands: str) -> Work:
    return lambda office: office.do(*commands)


def hand(old: str, new: str) -> Work:
    return lambda office: office.by_hand(old, new)


def deleted(name: str) -> Work:
    return lambda office: office.by_hand(office.block(name), "")


def moved(office: Office) -> None:
    block, behind = office.block("1-1"), office.block("1-3")
    office.by_hand(block, "")
    office.by_hand(behind, behind + block)


def reverted(note: str) -> Work:
    return lambda office: office.do(f"revert {office.change('1-1')} --note {note}")


def picked(office: Office) -> None:
    assert office.git("cherry-pick", "a").returncode == 0
    office.do("note 1-1 --note x")


def crlf(office: Office) -> None:
    office.path.write_bytes(office.path.read_bytes().replace(b"\n", b"\r\n"))


def one(plan: Plan, name: str) -> Milestone:
    return plan.by_id[name]


def notes(plan: Plan, name: str) -> list[str]:
    return [change.note for change in one(plan, name).history]


def values(plan: Plan, name: str, *fields: str) -> list[str]:
    return [str(getattr(one(plan, name), field)) for field in fields]


YEAR = "update 1-1 --fy 2021"
# What a and b did, and what is right: a fact of the merged plan, or what is marked.
Right = Callable[[Plan], bool]
ROWS: dict[str, tuple[Work, Work, Right | tuple[str, ...]]] = {
    "other milestones": (do(YEAR), do("update 2-1 --status done --on 2022-01-01"),
        lambda p: values(p, "1-1", "target") + values(p, "2-1", "status") == ["FY2021", "done"]),
    "two fields tool": (do(YEAR), do("update 1-1 --owner JAXA"),
        lambda p: values(p, "1-1", "target", "owner") == ["FY2021", "('JAXA',)"]
        and [change.edits[0].field for change in one(p, "1-1").history] == ["target", "owner"]),
    "two fields hand": (hand("target: FY2020", "target: FY2021"), hand("status: planned", "status: active"),
        lambda p: values(p, "1-1", "target", "status") == ["FY2021", "active"]),
    "both notes empty": (do("note 1-1 --note a"), do("note 1-1 --note b"),
        lambda p: notes(p, "1-1") == ["a", "b"]),
    "both notes on history": (do("note 1-2 --note a"), do("note 1-2 --note b"),
        lambda p: notes(p, "1-2") == ["before", "", "a", "b"]),
    "target differs": (do(YEAR), do("update 1-1 --fy 2022"), ("1-1 Target",)),
    "target same": (do(f"{YEAR} --on 2020-03-01"), do(f"{YEAR} --on 2020-03-01"),
        lambda p: values(p, "1-1", "target") == ["FY2021"] and len(one(p, "1-1").history) == 2),
    "add same id": (do("add 1 --title-en One"), do("add 1 --title-en Two"), ("1-x1",)),
    "delete vs change": (deleted("2-2"), do("note 2-2 --note x"), ("2-2",)),
    "delete vs neighbour": (deleted("1-1"), do("note 1-2 --note x"),
        lambda p: "1-1" not in p.by_id and notes(p, "1-2")[-1] == "x"),
    "reorder vs change": (moved, do("note 1-1 --note x"),
        lambda p: notes(p, "1-1") == ["x"] and [e.id for e in p.entries][:3] == ["1-2", "1-3", "1-1"]),
    "revert vs note": (reverted("a"), do("note 1-1 --note b"),
        lambda p: notes(p, "1-1")[1:] == ["a", "b"] and values(p, "1-1", "target") == ["FY2020"]),
    "revert both": (reverted("a"), reverted("b"),
        lambda p: notes(p, "1-1")[1:] == ["a", "b"] and values(p, "1-1", "target") == ["FY2020"]),
    "comment vs update": (hand("  - id: 1-1\n", "  # the big one\n  - id: 1-1\n"), do(YEAR),
        lambda p: values(p, "1-1", "target") == ["FY2021"]),
    "comment end vs history": (hand("text: t-0000000000000000\n", "text: t-0000000000000000  # as it is\n"),
        do(YEAR), lambda p: values(p, "1-1", "target") == ["FY2021"]),
    "checked both": (do("checked 1-2"), do("checked 1-2"),
        lambda p: sum(change.checked is not None for change in one(p, "1-2").history) == 3),
    "status differs": (do("update 1-1 --status done --on 2022-01-01"),
        do("update 1-1 --status missed --on 2023-03-07"), ("1-1 Status",)),
    "multi vs one": (do("update 1-1 2-1 --fy 2023"), do("update 2-1 --fy 2024"), ("2-1 Target",)),
    "occurrences both": (do("update 1-4 --status done --on 2019-06-14"),
        do("update 1-4 --status done --on 2019-09-14"),
        lambda p: [str(change.date) for change in one(p, "1-4").history] == ["2019-06-14", "2019-09-14"]),
    "header both owner": (hand("\nowners:\n", "\nowners:\n  AIST: {ja: 産総研, en: AIST}\n"),
        hand("\nowners:\n", "\nowners:\n  NIMS: {ja: 物材機構, en: NIMS}\n"),
        lambda p: {"AIST", "NIMS"} <= p.owners.keys()),
    "hand target vs update status": (hand("target: FY2020", "target: FY2021"),
        do("update 1-1 --status done --on 2022-01-01"),
        lambda p: values(p, "1-1", "target", "status") == ["FY2021", "done"]),
    "cherry picked": (do(YEAR), picked, lambda p: len(one(p, "1-1").history) == 2),
    "whole-file CRLF": (crlf, do(YEAR), lambda p: values(p, "1-1", "target") == ["FY2021"]),
}  # fmt: skip


@pytest.fixture
def office(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A repository that is set up, with the plan on main."""
    path = folder / "milestones.yaml"
    path.write_text(plan_text(*BLOCKS), "utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.autocrlf", "false")
    git(folder, "add", ".")
    found = Office(run, path, stop_clock(monkeypatch))
    found.commit()
    found.do("git setup")
    return found


def branched(office: Office, a: Work, b: Work, first: Work | None = None) -> None:
    """Branches a and b, each with a commit."""
    if first is not None:
        first(office)
        office.commit()
    for name, work, moment in (("a", a, "09:00"), ("b", b, "10:00")):
        office.git("branch", name, "main")
        office.on(name, moment)
        work(office)
        office.commit()


@pytest.mark.parametrize("name", ROWS)
def test_a_row(office: Office, name: str) -> None:
    a, b, right = ROWS[name]
    branched(office, a, b, do(YEAR) if name.startswith("revert ") else None)
    results = []
    for ours, theirs in (("a", "b"), ("b", "a")):
        office.on(ours, "11:00")
        before = office.git("rev-parse", "HEAD").stdout.strip()
        merged = office.git("merge", "--no-edit", theirs)
        if callable(right):
            assert merged.returncode == 0, merged.stdout + merged.stderr
            assert office.run("check").code == 0
            assert right(office.plan)
            results.append(office.plan)
        else:
            assert merged.returncode == 1
            listed = office.run("resolve").lines
            assert tuple(line.strip().partition(":")[0] for line in listed) == right
            results.append(sorted(re.findall(r"change: (\w+)", office.path.read_text("utf-8"))))
        office.git("reset", "-q", "--hard", before)
    assert results[0] == results[1]


def told_of(office: Office) -> list[str]:
    return notes(office.plan, "1-1")


BOTH = (do("note 1-1 --note a"), do("note 1-1 --note b"))


@pytest.mark.parametrize(
    "words",
    [
        "rebase -q b",
        "cherry-pick b",
        "merge -q --squash b",
        "merge -q --no-ff --no-edit b",
    ],
)
def test_whatever_brings_a_commit_over_brings_its_entry(office: Office, words: str) -> None:
    branched(office, *BOTH)
    office.on("a", "11:00")
    done = office.git(*words.split())
    assert done.returncode == 0, done.stdout + done.stderr
    assert told_of(office) == ["a", "b"]
    assert office.run("check", "--strict").code == 0


def test_of_three_branches_at_once_git_leaves_all_as_it_was(office: Office) -> None:
    """It knows no drivers there, and says "should not be doing an octopus"."""
    branched(office, *BOTH)
    office.git("branch", "c", "main")
    office.on("c", "10:30")
    office.do("note 1-1 --note c")
    office.commit()
    office.on("a", "11:00")
    assert office.git("merge", "-q", "--no-edit", "b", "c").returncode == 2
    assert told_of(office) == ["a"]
    for branch in ("b", "c"):
        assert office.git("merge", "-q", "--no-edit", branch).returncode == 0
    assert told_of(office) == ["a", "b", "c"]


def test_what_was_put_aside_comes_back_beside_what_was_pulled(office: Office) -> None:
    branched(office, *BOTH)
    office.on("b", "11:00")
    office.do("note 1-1 --note aside")
    assert office.git("stash", "-q").returncode == 0
    assert office.git("merge", "-q", "--no-edit", "a").returncode == 0
    assert office.git("stash", "pop", "-q").returncode == 0
    assert told_of(office) == ["a", "b", "aside"]


@pytest.mark.parametrize("of_a_merge", [False, True])
def test_git_takes_a_commit_back_that_others_follow(office: Office, of_a_merge: bool) -> None:
    branched(office, *BOTH)
    office.on("a", "11:00")
    assert office.git("merge", "-q", "--no-ff", "--no-edit", "b").returncode == 0
    office.do("note 1-1 --note later")
    office.commit()
    words = ["-m", "1", "HEAD~1"] if of_a_merge else ["b"]
    done = office.git("revert", "--no-edit", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    assert told_of(office) == ["a", "later"]
    assert office.git("revert", "--no-edit", "HEAD").returncode == 0
    assert told_of(office) == ["a", "b", "later"]


def test_a_conflict_of_a_rebase_is_settled_and_goes_on(office: Office) -> None:
    branched(office, do(YEAR), do("update 1-1 --fy 2022", "note 2-1 --note b"))
    office.on("a", "11:00")
    assert office.git("rebase", "b").returncode == 1
    assert office.run("resolve").lines == ["  1-1 Target: ours FY2022, theirs FY2021"]
    office.do("resolve 1-1 --theirs --by mori", "check --strict")
    office.git("add", ".")
    assert office.git("-c", "core.editor=true", "rebase", "--continue").returncode == 0
    assert values(office.plan, "1-1", "target") == ["FY2021"]
    assert notes(office.plan, "2-1") == ["b"]


def test_a_criss_cross_is_merged_by_meaning_too(office: Office) -> None:
    branched(office, do("note 1-1 --note a"), do(YEAR))
    for ours, theirs in (("a", "b"), ("b", "a~0")):
        office.git("branch", f"{ours}-first", ours)
        office.on(ours, "11:00")
        office.git("merge", "-q", "--no-edit", theirs if theirs != "a~0" else "a-first")
        office.do(f"note 1-1 --note after-{ours}")
        office.commit()
    done = office.git("merge", "--no-edit", "a")
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(told_of(office)) == ["", "a", "after-a", "after-b"]


@pytest.mark.parametrize("broken", ["nonsense: [\n", "<<<<<<< HEAD\n"])
def test_a_side_that_cannot_be_read_is_merged_as_text(office: Office, broken: str) -> None:
    branched(office, do("note 2-1 --note a"), hand("format: 1\n", f"format: 1\n{broken}"))
    office.on("a", "11:00")
    done = office.git("merge", "--no-edit", "b")
    assert "milestones.yaml: merged as text by git" in done.stdout + done.stderr
    text = office.path.read_text("utf-8")
    assert broken in text and "note: a" in text


def test_without_the_driver_nothing_is_lost(office: Office) -> None:
    branched(office, *BOTH)
    office.on("a", "11:00")
    office.git("config", "--remove-section", "merge.spaceplan")
    assert office.git("merge", "--no-edit", "b").returncode == 1
    text = office.path.read_text("utf-8")
    assert "<<<<<<<" in text and "note: a" in text and "note: b" in text
