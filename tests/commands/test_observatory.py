"""Another plan than Japan's, whole: 400 milestones out of a spreadsheet, with years from October."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import observatory
import pytest
from stopped_clock import stop_clock
from support import Run, invoke

PLAN = Path("milestones.yaml")
ON = ("--as-of", "2026-11-02")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan, begun from nothing and filled by one command."""
    folder = tmp_path_factory.mktemp("observatory")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        stop_clock(patch).put("2024-11-04T09:00:00-03:00")
        owners = [f"--owner={code}={name}" for code, name in observatory.OWNERS.items()]
        begun = invoke(
            [
                *("init", "--empty", ".", "--title", "Ridge Observatory", "--language", "en"),
                *("--time-zone", "America/Santiago", "--fy-starts", "10", "--named-by", "end"),
                *owners,
            ]
        )
        assert begun.code == 0, begun.err
        path = folder / "data" / PLAN
        path.write_text(re.sub("(?m)^decided: .*", "decided: 2024-10-01", path.read_text()))
        (folder / "schedule.csv").write_text(observatory.sheet())
        filled = invoke(["apply", "--add", "schedule.csv", "--plan", str(path)])
        assert filled.code == 0, filled.err
    return path


@pytest.fixture(autouse=True)
def plan(made: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it in the current folder, and a clock two years later."""
    shutil.copy(made, folder / PLAN)
    stop_clock(monkeypatch).put("2026-11-02T09:00:00-03:00")
    return folder / PLAN


def data(run: Run, *argv: str) -> Any:
    done = run(*argv, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_every_row_is_a_milestone(run: Run) -> None:
    assert run("check", "--strict").lines[-1] == "milestones.yaml: no faults, 1 notice"
    found = data(run, "list", *ON)
    assert found["count"] == 400
    first = found["milestones"][0]
    assert (first["id"], first["topic"], first["tags"]) == ("CAMM1", "06C.02", ["level-1"])
    assert (first["owner"], first["x"]) == (["CAM", "PMO"], {"x-wbs": "06C.02.0"})
    assert {one["title"]["ja"] for one in found["milestones"]} == {
        row["Title"] for row in observatory.rows()
    }


def test_nothing_is_to_do_when_the_sheet_comes_again(run: Run, plan: Path, folder: Path) -> None:
    before = plan.read_bytes()
    (folder / "schedule.csv").write_text(observatory.sheet())
    assert run("apply", "--add", "schedule.csv").out.startswith("nothing to do")
    assert plan.read_bytes() == before


def test_one_undo_takes_all_of_it_back(run: Run, plan: Path) -> None:
    assert run("undo").code == 0
    assert plan.read_text().endswith("milestones: []\n")
    assert run("check").code == 0


def test_what_is_due_in_a_year_from_october(run: Run) -> None:
    found = data(run, "due", "--fy", "2027", *ON)["milestones"]
    assert len(found) > 100
    for one in found:
        if one["kind"] != "recurring":
            assert observatory.fiscal_year(date.fromisoformat(one["due"])) == 2027


def test_what_is_overdue_is_what_ended_before_today(run: Run) -> None:
    late = {one["id"] for one in data(run, "overdue", *ON)["milestones"]}
    expected = {
        one["id"]
        for one in data(run, "list", *ON)["milestones"]
        if one["due"] and one["due"] < "2026-11-02" and one["kind"] != "recurring"
    }
    assert expected and expected <= late


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("--topic", "04.1"), {"Topic": "04.1"}),
        (("--owner", "camera group"), {"Owner": observatory.OWNERS["CAM"]}),
        (("--tag", "level-2"), {"Tags": "level-2"}),
        (("--where", "x-wbs=02.3"), {"x-wbs": "02.3"}),
        (("--id", "t&sc-1150*"), {"Topic": "04.1"}),
        (("--search", "cryostat unit 2 reviewed"), {}),
    ],
)
def test_filters(run: Run, words: tuple[str, ...], row: dict[str, str]) -> None:
    asked = data(run, "list", *words, *ON)["milestones"]
    expected = [
        one["id"]
        for one in observatory.rows()
        if row and all(one[key].startswith(text) for key, text in row.items())
    ]
    assert sorted(one["id"] for one in asked) == sorted(expected)


@pytest.mark.parametrize(
    "words", ["list", "due --fy 2027", "overdue", "show CAMM1", "topics", "summary", "owners"]
)
def test_a_plan_in_one_language_shows_nothing_that_it_lacks(run: Run, words: str) -> None:
    done = run(*words.split(), *ON, "--lang", "en")
    assert done.code == 0, done.err
    assert not re.search("Chart|Revision|fingerprint|Also|[ぁ-ん一-龥]", done.out)


@pytest.mark.parametrize("form", ["csv", "csv --excel", "xlsx"])
def test_the_sheet_goes_out_and_comes_back(run: Run, plan: Path, form: str) -> None:
    before = plan.read_bytes()
    name = f"sheet.{form.split()[0]}"
    assert run("export", "--format", *form.split(), "-o", name, *ON).code == 0
    done = run("apply", name)
    assert (done.code, plan.read_bytes()) == (0, before), done.err


def test_an_answer_comes_back(run: Run, folder: Path) -> None:
    done = run("export", "--for", "CAM", "-o", "sheet.csv", *ON)
    assert done.code == 0, done.err
    lines = list(csv.DictReader(io.StringIO((folder / "sheet.csv").read_text("utf-8-sig"))))
    lines[0] |= {"Status": "Done", "When": "2026/10/30", "Note": "on the truck"}
    lines[1] |= {"New target": "FY2028Q1", "Reason": "Technical"}
    lines[2] |= {"Status": "no change"}
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    (folder / "back.csv").write_text(text.getvalue())
    done = run("apply", "back.csv")
    assert done.code == 0, done.err
    changes = data(run, "history", "--since", "2026-11-02")["changes"]
    assert len(changes) == 3
    assert run("revert", changes[0]["change"], "--note", "sent by mistake").code == 0


def test_the_report_of_a_quarter(run: Run) -> None:
    done = run("report", "--since", "2026-07-01", "--until", "2026-09-30", "--plan", str(PLAN))
    assert done.code == 0, done.err
    assert "06C.02 Camera optics" in done.out
    assert [line for line in done.out.splitlines() if "文" in line] == []


def test_the_history_of_one_command(run: Run) -> None:
    changes = data(run, "history")["changes"]
    assert len(changes) == 400
    assert len({one["change"] for one in changes}) == 1
    assert {one["added"] for one in changes} == {True}
