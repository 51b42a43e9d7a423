"""A proposal that was applied: a plan without faults, proven, and nothing is proposed again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from yaml import safe_load

from spaceplan.plan_file.load import load_plan

DOCUMENTS = Path(__file__).parents[2] / "benchmarks" / "documents"
OLD = """試験計画
令和2年12月1日決定
1. 法制度
【工程表1】2021年度以降の取組
- 海洋利用法及び海洋観測法の運用にあたり、事業者向けの説明会を年間3回程度開催する。
- 海図の電子化の手引きを2023年度までに作成し、海図の電子化の普及を図る。
2. 運用
【工程表2】2021年度以降の取組
- 観測船の運航の効率化の方策を調べる。
- 海洋利用法の窓口を一元化する。
- 観測船の運航の効率化の方策を調べる。
- 岸壁の老朽化の状況を調べる。
- 岸壁の老朽化の状況を調べる。
"""
NEW = """試験計画
令和4年12月1日決定
1. 法制度
【工程表1】2023年度以降の取組
- 海洋利用法及び海洋観測法の運用にあたり、事業者向けの説明会の開催の手引きを2024年度に公表する。
- 海図の電子化の手引きを2024年度までに作成し、海図の電子化の普及を図る。
2. 運用
【工程表2】2023年度以降の取組
- 海洋利用法の窓口を早期に一元化する。
- 岸壁の老朽化の状況を調べる。
- 岸壁の老朽化の状況を調べる。
3. 船の運航
【工程表3】2023年度以降の取組
- 観測船の運航の効率化の方策を調べる。
- 係船柱の規格を2025年度までに定める。
- 灯台の灯火の方式を2026年度までに決定する。
"""
PAIRS = ["invented", "revision", "ground", "digital"]


@pytest.fixture(params=PAIRS)
def pair(request: pytest.FixtureRequest, folder: Path) -> tuple[Path, Path]:
    name = request.param
    if name != "invented":
        return DOCUMENTS / f"{name}.old.txt", DOCUMENTS / f"{name}.new.txt"
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_what_was_applied_is_proven_and_not_proposed_again(
    run: Any, pair: tuple[Path, Path]
) -> None:
    old, new = pair
    assert run("source", "import", old, "-o", "milestones.yaml").code == 0
    run("source", "reconcile", new, "--old", old, "--label", "R9", "-o", "one.yaml")
    applied = run("apply", "one.yaml")
    assert applied.code == 0, applied.err
    checked = run("check", "--strict")
    assert checked.code == 0, checked.out
    assert run("source", "check", new, "--label", "R9").code == 0
    again = run("source", "reconcile", new, "--old", old, "--label", "R9", "-o", "two.yaml")
    assert "milestones to change 0, to add 0" in again.lines[-1]


def test_what_recurred_and_gets_an_end_has_no_number_of_times_any_more(
    run: Any, folder: Path
) -> None:
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    run("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R9", "-o", "one.yaml")
    run("apply", "one.yaml")
    law = load_plan(folder / "milestones.yaml").plan.by_id["1-1"]
    assert (law.kind, str(law.target), law.times) == ("deadline", "FY2024", None)


SPLIT = """試験計画
{day}決定
1. 規則
【工程表1】
- 排水規則の改正案を2024年度に公表するとともに、改正後の排水規則の手引きを2026年度までに作成する。
"""
GONE_ON = """試験計画
令和7年12月1日決定
1. 規則
【工程表1】
- 改正後の排水規則の手引きについて、図面の審査を経て2027年度までに作成する。
"""


@pytest.mark.parametrize("known", [["--old", "old.txt"], []], ids=["old known", "plan alone"])
def test_a_part_that_goes_on_alone_takes_the_other_nowhere(
    run: Any, folder: Path, known: list[str]
) -> None:
    (folder / "old.txt").write_text(SPLIT.format(day="令和5年12月1日"), encoding="utf-8")
    (folder / "new.txt").write_text(GONE_ON, encoding="utf-8")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    first = ["source", "reconcile", "new.txt", "--label", "R7"]
    run(*first, "--old", "old.txt", "-o", "one.yaml")
    assert run("apply", "one.yaml").code == 0
    again = run(*first, *known, "-o", "two.yaml")
    assert "milestones to change 0, to add 0" in again.lines[-1]


def test_every_change_cites_where_it_comes_from(run: Any, folder: Path) -> None:
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    run("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R9", "-o", "one.yaml")
    changes = safe_load((folder / "one.yaml").read_text(encoding="utf-8"))["changes"]
    assert {"1-1", "2-2"} <= {one["id"] for one in changes if one.get("source")}
    assert all(
        one["source"].startswith("R9 ") for one in changes if "on" in one and "add" not in one
    )
