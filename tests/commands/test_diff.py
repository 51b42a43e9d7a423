"""``diff``: two states of a plan, in words and as data."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from support import HEADER, Run, WritePlan, entry, history, milestone
from test_merge_command import commit, git


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.fixture
def files(write_plan: WritePlan) -> tuple[str, str]:
    """Two files of one plan: something moved, came, went, and was renamed."""
    write_plan(
        milestone("1-1", target="FY2020"),
        milestone("1-2", "x-own: a"),
        milestone("1-3"),
        name="old.yaml",
    )
    write_plan(
        milestone("1-1", target="FY2021", baseline="FY2020", title="{ja: 項目1-1, en: Renamed}"),
        milestone("1-2", "x-own: b", owner="[MEXT, JAXA]"),
        milestone("2-x1", target="FY2030"),
        name="new.yaml",
        header=HEADER.replace("\nreasons:", "  AIST: {ja: 産総研, en: AIST}\n\nreasons:"),
    )
    return "old.yaml", "new.yaml"


def test_two_files_in_words(run: Run, files: tuple[str, str]) -> None:
    done = run("diff", *files, "--format", "plain")
    assert done.code == 0
    told = "\n".join(lines(done.out))
    for said in (
        "1-1 Renamed Title: Item 1-1 → Renamed",
        "1-1 Renamed Target: FY2020 → FY2021 (+1 year)",
        "1-2 Item 1-2 Owner: MEXT → MEXT, JAXA",
        "1-2 Item 1-2 x-own: a → b",
        "1-3 Item 1-3 gone",
        "2-x1 Item 2-x1 added",
        "Owner AIST: none → AIST",
        "old.yaml → new.yaml: 4 milestones changed",
    ):
        assert said in told, told
    back = run("diff", *reversed(files), "--format", "plain", "--lang", "ja")
    assert "目標: 2021年度（令和3年度） → 2020年度（令和2年度）" in back.out
    assert "なくなった" in back.out and "追加" in back.out


def test_as_data(run: Run, files: tuple[str, str]) -> None:
    data = json.loads(run("diff", *files, "--json").out)
    assert (data["command"], data["from"], data["to"]) == ("diff", "old.yaml", "new.yaml")
    assert data["count"] == len(data["changes"])
    moved = next(one for one in data["changes"] if one["field"] == "target")
    assert moved == {
        "id": "1-1",
        "title": {"ja": "項目1-1", "en": "Renamed"},
        "change": "changed",
        "field": "target",
        "from": "FY2020",
        "to": "FY2021",
    }
    rows = list(csv.DictReader(io.StringIO(run("diff", *files, "--format", "csv").out)))
    assert {"id": "1-3", "change": "removed", "field": "", "from": "", "to": ""} in rows
    assert len(rows) == data["count"] == len(run("diff", *files, "--format", "jsonl").lines)
    assert "| 1-1 |" in run("diff", *files, "--format", "md").out


def test_nothing_changed(run: Run, files: tuple[str, str]) -> None:
    done = run("diff", "old.yaml", "old.yaml", "--exit-code")
    assert (done.code, done.lines[-1]) == (0, "old.yaml → old.yaml: nothing changed")
    assert run("diff", *files, "--exit-code").code == 1


def test_two_days(run: Run, write_plan: WritePlan) -> None:
    moves = history(
        entry("2020-02-01", change="a1", target="[FY2020, FY2022]"),
        entry("2021-02-01", change="a2", target="[FY2022, FY2024]"),
    )
    write_plan(milestone("1-1", moves, target="FY2024", baseline="FY2020"))
    done = run("diff", "--as-of", "2020-01-01", "--as-of", "2020-06-01", "--format", "plain")
    assert "FY2020 → FY2022" in done.out
    assert "2020-01-01 → 2020-06-01: 1 milestone changed" in done.out
    assert "FY2022 → FY2024" in run("diff", "--as-of", "2020-06-01", "--format", "plain").out
    for words, told in (
        (["a", "--as-of", "2020-01-01"], "expected days to compare, or files and commits"),
        (["--as-of", "2020", "--as-of", "2021", "--as-of", "2022"], "two days at the most"),
    ):
        refused = run("diff", *words)
        assert (refused.code, told in refused.err) == (2, True)


def test_commits(run: Run, write_plan: WritePlan, folder: Path) -> None:
    write_plan(milestone("1-1", target="FY2020"), name="data/milestones.yaml")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "data")
    commit(folder)
    for year in (2021, 2022):
        assert run("update", "1-1", "--fy", year).code == 0
        commit(folder)
    assert run("update", "1-1", "--fy", "2023").code == 0

    def moved(*words: str) -> str:
        done = run("diff", *words, "--json")
        assert done.code == 0, done.err
        (change,) = (one for one in json.loads(done.out)["changes"] if one["field"] == "target")
        return f"{change['from']} {change['to']}"

    assert moved() == "FY2022 FY2023"
    assert moved("HEAD~1") == "FY2021 FY2023"
    assert moved("HEAD~2..HEAD") == moved("HEAD~2", "HEAD") == "FY2020 FY2022"
    assert moved("HEAD~1..") == "FY2021 FY2022"
    # Three dots: from where the two parted.
    assert moved("HEAD~1...HEAD") == moved("HEAD~1..HEAD")
    git(folder, "branch", "other", "HEAD~2")
    assert moved("other...HEAD") == moved("other..HEAD") == "FY2020 FY2022"
    assert "nothing changed" in run("diff", "HEAD...other").out
    assert "'../none.yaml' is no file" in run("diff", "../none.yaml").err
    for word in ("nowhere", "--output=x", "HEAD~9"):
        refused = run("diff", "--", word)
        assert (refused.code, "is no file, and no commit of git" in refused.err) == (2, True)
    assert not Path("x").exists()


def test_what_is_recorded_without_another_value_is_a_change_too(
    run: Run, write_plan: WritePlan
) -> None:
    path = write_plan(milestone("1-1", target="FY2020"), milestone("1-2"))
    Path("before.yaml").write_bytes(path.read_bytes())
    assert run("note", "1-1", "--note", "engine test", "--on", "2020-01-02").code == 0
    assert run("update", "1-2", "--owner", "JAXA").code == 0
    done = run("diff", "before.yaml", path, "--exit-code", "--format", "plain")
    told = lines(done.out)
    assert done.code == 1
    assert told[1] == "1-1 Item 1-1 History: 2020-01-02 engine test"
    assert told[2].startswith("1-2 Item 1-2 Owner: MEXT → JAXA") and told[3] == ""
    back = lines(run("diff", path, "before.yaml", "--format", "plain").out)
    assert back[1] == "1-1 Item 1-1 History: 2020-01-02 engine test → none"
    (noted, _) = json.loads(run("diff", "before.yaml", path, "--json").out)["changes"]
    assert (noted["field"], noted["from"], len(noted["to"])) == ("history", None, 1)
    first = next(csv.DictReader(io.StringIO(run("diff", "before.yaml", path, "-f", "csv").out)))
    assert first["to"] == noted["to"][0]
