"""Which plan: --plan, SPACEPLAN_FILE, the nearest from here upwards, the shipped one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import AS_OF, SHIPPED, Run, WritePlan, milestone

from spaceplan.plan_file import locate as module
from spaceplan.plan_file.locate import locate


def test_the_order_of_the_choices(run: Run, write_plan: WritePlan, folder: Path) -> None:
    here = write_plan(milestone("1-1"))
    data = write_plan(milestone("1-1"), name="data/milestones.yaml")
    env = {"SPACEPLAN_FILE": str(write_plan(milestone("1-1"), name="env.yaml"))}
    option = write_plan(milestone("1-1"), name="option.yaml")
    assert run("path", "--plan", option, env=env).lines == [str(option), "named by --plan"]
    assert run("path", env=env).lines == [env["SPACEPLAN_FILE"], "named by SPACEPLAN_FILE"]
    assert run("path").lines == [str(data), "the nearest from here upwards"]
    data.unlink()
    assert run("path").lines == [str(here), "the nearest from here upwards"]


def test_the_nearest_is_looked_for_upwards(
    run: Run, write_plan: WritePlan, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = write_plan(milestone("1-1"), name="a/data/milestones.yaml")
    below = folder / "a" / "b" / "c"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run("path").lines[0] == str(plan)
    nearer = write_plan(milestone("1-1"), name="a/b/milestones.yaml")
    assert run("path").lines[0] == str(nearer)


def test_a_folder_of_that_name_is_no_plan(run: Run, folder: Path) -> None:
    (folder / "milestones.yaml").mkdir()
    assert run("path").lines[0] != str(folder / "milestones.yaml")


def test_where_there_is_none_the_shipped_plan_answers(run: Run, folder: Path) -> None:
    outcome = run("path")
    assert Path(outcome.lines[0]).samefile(SHIPPED)
    assert "shipped plan (read-only; spaceplan init" in outcome.lines[1]
    assert locate(None).shipped
    assert not locate(None).named


def test_a_deleted_current_folder_is_no_reason_to_fail(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run("overdue", *AS_OF).code == 0
    monkeypatch.chdir(folder)


def test_path_in_japanese_and_as_json(run: Run, write_plan: WritePlan) -> None:
    plan = write_plan(milestone("1-1"))
    assert run("path", "--lang", "ja").lines[1] == "ここから上へ探して最も近いもの"
    assert json.loads(run("path", "--json").out) == {
        "spaceplan": 1,
        "command": "path",
        "file": str(plan),
        "found": "nearest",
        "exists": True,
    }


def test_a_plan_that_was_named_and_is_not_there_is_refused_never_replaced(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1"))
    for outcome in (
        run("overdue", "--plan", "gone.yaml"),
        run("overdue", env={"SPACEPLAN_FILE": "gone.yaml"}),
    ):
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err == "spaceplan: gone.yaml: no such file\n"
    assert run("path", "--plan", "gone.yaml").lines[1] == "named by --plan (no such file)"
    os.mkfifo("pipe")
    for name in ("pipe", "."):
        assert run("path", "--plan", name).lines[1] == "named by --plan (no regular file)"


def test_an_empty_setting_is_no_setting(run: Run, write_plan: WritePlan) -> None:
    plan = write_plan(milestone("1-1"))
    assert run("path", env={"SPACEPLAN_FILE": ""}).lines[0] == str(plan)


def test_the_shipped_plan_is_the_one_in_the_package_where_it_is_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = folder / "site-packages" / "spaceplan"
    (package / "data").mkdir(parents=True)
    inside = package / "data" / "milestones.yaml"
    inside.write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "_PACKAGE", package)
    assert module.shipped_plan() == inside
    assert locate(inside).why == "shipped"
    monkeypatch.setenv("SPACEPLAN_FILE", str(inside))
    assert locate(None).shipped
