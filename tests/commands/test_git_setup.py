"""``git setup``: what a clone needs to merge and show plans by meaning, in real repositories."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
import yaml
from support import ROOT, Run, WritePlan, entry, history, milestone
from test_merge_command import commit, git


@pytest.fixture
def clone(run: Run, write_plan: WritePlan, folder: Path) -> Path:
    """A clone that is set up, and a branch beside main."""
    plan = write_plan(
        milestone("1-1", target="FY2020"), milestone("1-2"), name="data/milestones.yaml"
    )
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "data")
    assert git(folder, "commit", "-qm", "plan").returncode == 0
    git(folder, "branch", "theirs")
    assert run("git", "setup").code == 0
    return plan


def test_a_clone_is_set_up_once_and_that_can_be_checked(
    run: Run, write_plan: WritePlan, folder: Path
) -> None:
    write_plan(milestone("1-1"))
    done = run("git", "setup")
    assert (done.code, "is in no git repository" in done.err) == (2, True)
    git(folder, "init", "-q", "-b", "main")
    done = run("git", "setup", "--check")
    assert done.code == 1
    assert done.err.splitlines() == [
        f"spaceplan: this clone lacks {name}; run spaceplan git setup"
        for name in (
            "merge.spaceplan.name",
            "merge.spaceplan.driver",
            "diff.spaceplan.textconv",
            "diff.spaceplan.xfuncname",
            "milestones.yaml merge=spaceplan",
            "milestones.yaml diff=spaceplan",
        )
    ]
    assert run("git", "setup").code == 0
    written = (folder / ".git/info/attributes").read_bytes()
    assert written.splitlines()[-1] == b"/milestones.yaml merge=spaceplan diff=spaceplan"
    assert run("git", "setup").code == 0
    assert (folder / ".git/info/attributes").read_bytes() == written
    assert run("git", "setup", "--check").code == 0
    assert not (folder / ".gitattributes").exists()


@pytest.mark.parametrize(
    "name",
    [
        "a plan.yaml", 'odd "[*]".yaml', "計画.yaml", "資料 (案)/下/x.yaml", "tab\t.yaml", "two\nlines.yaml",
        "back\\slash.yaml", "#!.yaml", "\udcff.yaml",
    ],
)  # fmt: skip
def test_any_path_is_named_in_what_is_shared(
    run: Run, write_plan: WritePlan, folder: Path, name: str
) -> None:
    write_plan(milestone("1-1"), name=name)
    git(folder, "init", "-q", "-b", "main")
    (folder / ".gitattributes").write_bytes(b"*.png binary")
    assert run("git", "setup", "--shared", "--plan", name).code == 0
    assert (folder / ".gitattributes").read_bytes().startswith(b"*.png binary\n")
    done = run("git", "setup", "--check", "--plan", name)
    assert (done.code, done.err) == (0, "")


def test_a_link_is_set_up_for_the_file_it_leads_to(
    run: Run, write_plan: WritePlan, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git(folder, "init", "-q", "-b", "main")
    write_plan(milestone("1-1"), name="real.yaml")
    Path("link.yaml").symlink_to("real.yaml")
    assert run("git", "setup", "--plan", "link.yaml").code == 0
    assert run("git", "setup", "--check", "--plan", "real.yaml").code == 0
    outside = tmp_path_factory.mktemp("outside") / "plan.yaml"
    Path("real.yaml").rename(outside)
    Path("link.yaml").unlink()
    Path("link.yaml").symlink_to(outside)
    done = run("git", "setup", "--plan", "link.yaml")
    assert (done.code, "is in no git repository" in done.err) == (2, True)
    done = run("git", "setup", "--plan", "none.yaml")
    assert (done.code, done.err) == (2, "spaceplan: none.yaml: no such file\n")


def test_what_the_clone_says_otherwise_is_told_at_once(
    run: Run, write_plan: WritePlan, folder: Path
) -> None:
    write_plan(milestone("1-1"))
    git(folder, "init", "-q", "-b", "main")
    attributes = folder / ".git/info/attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.yaml merge=union\n", "utf-8")
    done = run("git", "setup", "--shared")
    lacks = "spaceplan: this clone lacks milestones.yaml merge=spaceplan; run spaceplan git setup\n"
    assert (done.code, done.err) == (1, lacks)
    assert run("git", "setup").code == 0


@pytest.mark.parametrize("kind", ["worktree", "submodule", "separate"])
def test_wherever_git_keeps_its_files(run: Run, clone: Path, folder: Path, kind: str) -> None:
    if kind == "worktree":
        assert git(folder, "worktree", "add", "-q", "other", "-b", "other").returncode == 0
        assert run("git", "setup", "--check", "--plan", "other/data/milestones.yaml").code == 0
    else:
        git(folder, "init", "-q", *(["--separate-git-dir=kept"] * (kind == "separate")), "around")
        words = ("submodule", "add", "-q", str(folder), "other")
        assert git(folder / "around", "-c", "protocol.file.allow=always", *words).returncode == 0
        assert run("git", "setup", "--plan", "around/other/data/milestones.yaml").code == 0
    inside = folder / ("other" if kind == "worktree" else "around/other")
    plan = inside / "data/milestones.yaml"
    git(inside, "checkout", "-q", "-b", "mine")
    for branch, note in (("mine", "a"), ("yours", "b")):
        git(inside, "checkout", "-q", "-B", branch, "HEAD" if note == "a" else "mine~1")
        assert run("note", "1-1", "--note", note, "--plan", plan).code == 0
        commit(inside)
    assert git(inside, "merge", "-q", "--no-edit", "mine").returncode == 0
    text = plan.read_text("utf-8")
    assert "note: a" in text and "note: b" in text and "<<<<" not in text


def test_line_ends_that_git_converts_stay(run: Run, clone: Path, folder: Path) -> None:
    git(folder, "config", "core.autocrlf", "true")
    clone.unlink()
    git(folder, "checkout", "-q", "--", ".")
    for branch, note in (("main", "a"), ("theirs", "b")):
        git(folder, "checkout", "-q", branch)
        assert run("note", "1-1", "--note", note).code == 0
        commit(folder)
    assert git(folder, "merge", "-q", "--no-edit", "main").returncode == 0
    data = clone.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") and data.count(b"note: ") == 2
    assert git(folder, "status", "--short", "data").stdout == ""


def test_diffs_say_what_changed_and_of_which_milestone(run: Run, clone: Path) -> None:
    assert run("update", "1-1", "--fy", "2021", "--on", "2020-02-01", "--by", "kato").code == 0
    shown = git(clone.parent, "diff").stdout
    assert "\n-1-1 Target: FY2020\n+1-1 Target: FY2021\n" in shown
    assert "\n+1-1 2020-02-01  Target: FY2020 → FY2021  (reported, not decided)  (kato)\n" in shown
    assert "@@ [1-1] Item 1-1\n" in shown
    commit(clone.parent)
    assert "+1-1 Target: FY2021" in git(clone.parent, "log", "-p", "-1").stdout
    plain = git(clone.parent, "log", "-p", "-1", "--no-textconv").stdout
    assert "- id: 1-1\n" in plain and "+    target: FY2021" in plain


def test_a_plan_that_cannot_be_read_is_shown_as_it_is(run: Run, clone: Path) -> None:
    clone.write_text(clone.read_text("utf-8") + "nonsense: [\n", "utf-8")
    assert "\n+nonsense: [\n" in git(clone.parent, "diff").stdout


def test_git_merges_by_meaning(run: Run, clone: Path) -> None:
    assert run("update", "1-1", "--fy", "2021").code == 0
    commit(clone.parent)
    git(clone.parent, "checkout", "-q", "theirs")
    assert run("update", "1-1", "--owner", "JAXA").code == 0
    commit(clone.parent)
    assert git(clone.parent, "merge", "-q", "main").returncode == 0
    text = clone.read_text("utf-8")
    assert "target: FY2021" in text and "owner: [JAXA]" in text and run("check").code == 0


@pytest.mark.parametrize("failing", ["missing", "broken"])
def test_without_spaceplan_git_merges_as_text_with_both_sides_marked(
    run: Run, clone: Path, failing: str, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    gone = folder / "spaceplan"
    gone.write_text("#!/bin/sh\nexit 3\n")
    gone.chmod(gone.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(sys, "argv", ["spaceplan"])
    assert run("git", "setup").code == 0
    assert str(gone) in git(clone.parent, "config", "merge.spaceplan.driver").stdout
    if failing == "missing":
        gone.unlink()
    checked = run("git", "setup", "--check")
    told = f"merge.spaceplan.driver calls {gone}, which does not run; run spaceplan git setup"
    assert (checked.code, told in checked.err) == (1, True)
    assert run("update", "1-1", "--fy", "2021").code == 0
    commit(clone.parent)
    git(clone.parent, "checkout", "-q", "theirs")
    assert run("update", "1-1", "--fy", "2022").code == 0
    commit(clone.parent)
    assert git(clone.parent, "merge", "-q", "main").returncode == 1
    text = clone.read_text("utf-8")
    assert "<<<<<<< ours\n" in text and ">>>>>>> theirs\n" in text
    assert "FY2021" in text and "FY2022" in text
    assert "+    target: FY2022" in git(clone.parent, "log", "-p", "-1").stdout


def test_a_plan_as_lines_holds_every_field(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone(
            "1-1",
            "tags: [a, b]",
            "x-own: {deep: [1, 2]}",
            "places: {R2: 1-3}",
            history(entry("2020-02-01", note='"two\\nlines"', change="aaaa")),
            target="FY2020",
        ),
        milestone("1-2", "see: [1-1]"),
    )
    lines = run("git", "text", "milestones.yaml").lines
    assert "1-1 x-own: deep: 1, 2" in lines and "1-1 Tags: a, b" in lines
    assert "1-1 2020-02-01  two / lines" in lines
    assert all(line.startswith(("1-1 ", "1-2 ", "[")) for line in lines[lines.index("") :] if line)
    assert not [line for line in lines if "(" in line and "=" in line]
    assert "1-2 担当: MEXT" in "\n".join(
        run("git", "text", "milestones.yaml", "--lang", "ja").lines
    )


def test_in_a_hook_of_git_it_sees_the_same(run: Run, clone: Path, folder: Path) -> None:
    hook = folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    called = f"GIT_DIR=.git; export GIT_DIR; exec '{sys.executable}' -m spaceplan git setup --check"
    hook.write_text(f"#!/bin/sh\n{called}\n")
    hook.chmod(0o755)
    assert run("note", "1-1", "--note", "x").code == 0
    commit(folder)
    git(folder, "config", "--unset", "merge.spaceplan.driver")
    assert run("note", "1-1", "--note", "y").code == 0
    refused = git(folder, "commit", "-qam", "y")
    assert refused.returncode == 1
    assert "this clone lacks merge.spaceplan.driver" in refused.stderr


def test_the_hooks_for_pre_commit_call_what_there_is(run: Run, clone: Path) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        name, *words = hook["entry"].split()
        files = [] if hook.get("pass_filenames") is False else ["data/milestones.yaml"]
        assert name == "spaceplan"
        assert run(*words, *files).code == 0
    clone.write_text("<<<<<<< ours\n" + clone.read_text("utf-8"), "utf-8")
    assert run("check", "data/milestones.yaml").code == 1


def test_a_conflict_is_shown_in_words_too(run: Run, clone: Path, folder: Path) -> None:
    for branch, year in (("theirs", "2022"), ("main", "2021")):
        git(folder, "checkout", "-q", branch)
        assert run("update", "1-1", "--fy", year).code == 0
        commit(folder)
    assert git(folder, "merge", "theirs").returncode == 1
    lines = run("git", "text", clone).lines
    assert lines[0] == "  1-1 Target: ours FY2021, theirs FY2022"
    assert "1-1 Target: FY2021" in lines
