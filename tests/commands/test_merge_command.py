"""``merge`` as git's merge driver, in a real repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, Outcome, Run, WritePlan, milestone, plan_text


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    names = {
        f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    env = {**os.environ, **names, "PYTHONPATH": str(ROOT), "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(
        ["git", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def repository(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    driver = f"'{sys.executable}' -m spaceplan merge %O %A %B --marker-size %L"
    git(folder, "config", "merge.spaceplan.driver", driver)
    (folder / ".git/info").mkdir(exist_ok=True)
    (folder / ".git/info/attributes").write_text("*.yaml merge=spaceplan\n", encoding="utf-8")
    git(folder, "add", "milestones.yaml")
    assert git(folder, "commit", "-qm", "plan").returncode == 0
    git(folder, "branch", "theirs")


def commit(folder: Path) -> None:
    assert git(folder, "commit", "-qam", "change").returncode == 0


def test_two_offices_merge_by_git(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    folder = path.parent
    repository(folder)
    assert run("update", "1-1", "--fy", "2021", "--note", "ours").code == 0
    commit(folder)
    git(folder, "checkout", "-q", "theirs")
    assert run("update", "1-1", "--owner", "JAXA", "--note", "theirs").code == 0
    commit(folder)
    merged = git(folder, "merge", "-q", "main")
    assert (merged.returncode, merged.stderr) == (0, "")
    text = path.read_text("utf-8")
    assert "target: FY2021" in text and "owner: [JAXA]" in text
    assert text.count("note: ") == 2
    assert run("check").code == 0


def test_a_true_conflict_is_small_and_told(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    folder = path.parent
    repository(folder)
    run("update", "1-1", "--fy", "2021")
    commit(folder)
    git(folder, "checkout", "-q", "theirs")
    run("update", "1-1", "--fy", "2022")
    commit(folder)
    merged = git(folder, "merge", "-q", "main")
    assert merged.returncode == 1
    assert "1-1 Target: ours FY2022, theirs FY2021" in merged.stdout + merged.stderr
    text = path.read_text("utf-8")
    assert text.count("<<<<<<<") == 1
    assert "    target: FY2022\n=======\n    target: FY2021\n" in text
    assert text.count("history:") == 1


def test_what_is_no_plan_is_merged_as_text_and_that_is_said(run: Run, folder: Path) -> None:
    for name, text in (
        ("base", "a: [\n1\n2\n3\n"),
        ("ours", "a: [\n0\n2\n3\n"),
        ("theirs", "a: [\n1\n2\n4\n"),
    ):
        Path(name).write_text(text, encoding="utf-8")
    done = run("merge", "base", "ours", "theirs", "-o", "out")
    assert done.code in (0, 1)
    assert "out: merged as text by git: one of the three cannot be merged by meaning" in done.err
    Path("theirs").write_text("a: [\n9\n2\n3\n", encoding="utf-8")
    done = run("merge", "base", "ours", "theirs", "-o", "out")
    assert done.code == 1
    assert "out: 1 conflict; what both sides say stands in it, marked" in done.err
    assert "<<<<<<< ours" in Path("out").read_text("utf-8")
    assert Path("ours").read_text("utf-8") == "a: [\n0\n2\n3\n"


def test_a_missing_file_is_told(run: Run, folder: Path) -> None:
    done = run("merge", "a", "b", "c")
    assert (done.code, done.err) == (2, "spaceplan: a: no such file\n")


def merged(run: Run, blocks: list[str], ours: list[str], theirs: list[str]) -> Outcome:
    """Three plans of these blocks, merged into ours."""
    for name, some in (("base", blocks), ("ours", ours), ("theirs", theirs)):
        Path(name).write_text(plan_text(*some), encoding="utf-8")
    return run("merge", "base", "ours", "theirs", "--name", "plan.yaml")


def test_what_one_deleted_and_the_other_names_is_a_conflict(run: Run, folder: Path) -> None:
    one, two, naming = milestone("1-1"), milestone("1-2"), milestone("1-2", see="[1-1]")
    for ours, theirs, said in (
        ([two], [one, naming], "deleted by ours, changed or named by theirs"),
        ([one, naming], [two], "changed or named by ours, deleted by theirs"),
    ):
        done = merged(run, [one, two], ours, theirs)
        assert done.code == 1
        assert f"  1-1: {said}" in done.err
        text = Path("ours").read_text("utf-8")
        assert text.count("<<<<<<<") == 1 and "see: [1-1]" in text
        run("resolve", "1-1", "--theirs" if ours == [two] else "--ours", "--plan", "ours")
        assert run("check", "ours").code == 0


def test_where_only_both_together_are_no_sound_plan_that_is_told(run: Run, folder: Path) -> None:
    """Each waits for the other."""
    one, two = milestone("1-1"), milestone("1-2")
    waiting = milestone("1-1", after="[1-2]"), milestone("1-2", after="[1-1]")
    done = merged(run, [one, two], [waiting[0], two], [one, waiting[1]])
    assert done.code == 1
    first, fault = done.err.splitlines()
    assert (
        first
        == "plan.yaml: neither side has faults, but both together do; mend them, then git add:"
    )
    assert fault.startswith("  plan.yaml:")
    text = Path("ours").read_text("utf-8")
    assert "after: [1-2]" in text and "after: [1-1]" in text and "<<<<<<<" not in text


def test_where_it_cannot_be_told_nothing_is_written(
    run: Run, write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's driver then merges as text what stands there: it must have no marks yet."""
    for name, year in (("base", 2020), ("theirs", 2021), ("ours", 2022)):
        path = write_plan(milestone("1-1", target=f"FY{year}"))
        Path(name).write_bytes(path.read_bytes())

    def broken(*_: object) -> list[str]:
        raise ValueError

    monkeypatch.setattr("spaceplan.answers.conflict_lines.of_milestones", broken)
    assert run("merge", "base", path, "theirs").code == 3
    assert path.read_bytes() == Path("ours").read_bytes()


def test_what_stands_outside_the_milestones_is_told_by_its_place(
    run: Run, write_plan: WritePlan
) -> None:
    text = write_plan(milestone("1-1")).read_text("utf-8")
    topics = "topics:\n  - number: 19\n    title: {}\n"
    for name in ("base", "theirs", "ours"):
        sides = text if name == "base" else text.replace("topics:\n", topics.format(name), 1)
        sides = re.sub("(?m)^title:.*", f"title: {name} x", sides)
        Path(name).write_text(sides, "utf-8")
    told = run("merge", "base", "ours", "theirs", "-o", "out").err.splitlines()
    assert told[1:3] == [
        "  Title: ours ours x, theirs theirs x",
        "  topics 19: ours ours, theirs theirs",
    ]


def test_two_that_began_apart_are_merged_as_text_and_that_is_said(
    run: Run, write_plan: WritePlan
) -> None:
    """Git gives an empty file where nothing stood before both."""
    Path("base").write_bytes(b"")
    for name in ("theirs", "ours"):
        Path(name).write_bytes(write_plan(milestone("1-1", remark=name)).read_bytes())
    merged = run("merge", "base", "ours", "theirs")
    assert (merged.code, "no version before both" in merged.err) == (1, True)
