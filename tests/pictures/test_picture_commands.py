"""grid, trend and burndown as a user calls them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from picture_plans import ALL, HEAD

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "milestones.yaml"
    file.write_text(HEAD + ALL, encoding="utf-8")
    return file


def call(plan: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "spaceplan", *words],
        cwd=plan.parent,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(plan.parent),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "SPACEPLAN_CACHE": str(plan.parent / "cache"),
            **environment,
        },
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["grid", "trend", "burndown"])
def test_text_svg_and_json(plan: Path, name: str) -> None:
    text = call(plan, name, "--as-of", "2024-06-01")
    assert (text.returncode, text.stderr) == (0, b"")
    assert b"as of 2024-06-01" in text.stdout
    ElementTree.fromstring(call(plan, name, "--svg", "--lang", "ja").stdout.decode())
    data = json.loads(call(plan, name, "--json", "--as-of", "2024-06-01").stdout)
    assert (data["command"], data["as_of"]) == (name, "2024-06-01")


def test_a_file_says_its_format_by_its_name_and_needs_a_plan_that_is_named(plan: Path) -> None:
    refused = call(plan, "grid", "-o", "grid.svg")
    assert refused.returncode == 2
    assert b"--plan FILE or $SPACEPLAN_FILE" in refused.stderr
    picture = plan.parent / "grid.svg"
    assert not picture.exists()
    for words, environment in (
        (("--plan", "milestones.yaml"), {}),
        ((), {"SPACEPLAN_FILE": "milestones.yaml"}),
    ):
        done = call(plan, "grid", *words, "-o", "grid.svg", **environment)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        ElementTree.fromstring(picture.read_text(encoding="utf-8"))
        picture.unlink()
    assert call(plan, "grid", "-o", "-").stdout


def test_a_file_that_cannot_be_written_is_a_message(plan: Path) -> None:
    done = call(plan, "grid", "--plan", "milestones.yaml", "-o", "no/such/grid.svg")
    assert done.returncode == 2
    assert b"no/such/grid.svg: the folder" in done.stderr


@pytest.mark.parametrize("name", ["grid", "trend", "burndown"])
def test_a_picture_never_replaces_the_plan(plan: Path, name: str) -> None:
    before = plan.read_bytes()
    refused = call(plan, name, "--plan", "milestones.yaml", "-o", "./milestones.yaml")
    assert (refused.returncode, plan.read_bytes()) == (2, before)
    assert b"is the plan itself" in refused.stderr


def test_filters_and_years(plan: Path) -> None:
    text = call(plan, "grid", "--topic", "4", "--from", "R2", "--to", "2024年度").stdout.decode()
    assert "4-1" in text
    assert "7-1" not in text
    backwards = call(plan, "grid", "--from", "2024", "--to", "2020")
    assert backwards.returncode == 2


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2019年度末", "2020", [2019, 2020]),
        ("2020-03", "R2Q4", [2019, 2020]),
        ("2019/4/1", "2020年度", [2019, 2020]),
        ("FY2018..FY2019", "2020年12月", [2018, 2019, 2020]),
    ],
)
def test_the_years_of_a_grid_are_written_as_any_time(
    plan: Path, first: str, last: str, years: list[int]
) -> None:
    shown = call(plan, "grid", "--from", first, "--to", last, "--format", "json")
    assert json.loads(shown.stdout)["years"] == years


def test_filters_are_said_in_title_and_data(plan: Path) -> None:
    for name in ("grid", "trend", "burndown"):
        mine = (name, "--topic", "4", "--as-of", "2024-06-01")
        said = "as of 2024-06-01 (topic: 4)"
        assert said in call(plan, *mine).stdout.decode()
        assert f"{said}</title>" in call(plan, *mine, "--svg").stdout.decode()
        assert json.loads(call(plan, *mine, "--json").stdout)["selection"] == {"topic": ["4"]}
    named = call(plan, "trend", "4-1", "--lang", "ja").stdout.decode()
    assert "（番号: 4-1）" in named


def test_in_a_folder_a_pictures_name_says_what_it_is_made_of(plan: Path) -> None:
    calls: list[tuple[str, ...]] = [
        ("grid", "-f", "svg"),
        ("grid", "-f", "svg", "--lang", "en"),
        ("grid", "-f", "json", "--topic", "4,7", "--as-of", "2024-06-01"),
        ("trend", "-f", "svg", "4-1"),
        ("burndown", "--lang", "ja"),
    ]
    for words in calls:
        done = call(plan, *words, "--plan", "milestones.yaml", "-o", "out/", LANG="ja_JP.UTF-8")
        assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in (plan.parent / "out").iterdir()) == [
        "burndown.txt",
        "grid.svg",
        "grid_2024-06-01_topic-4+7_ja.json",
        "grid_en.svg",
        "trend_4-1_ja.svg",
    ]


def test_a_trend_of_named_milestones(plan: Path) -> None:
    text = call(plan, "trend", "7-1").stdout.decode()
    assert "7-1 Lander" in text
    assert "4-1" not in text
    refused = call(plan, "trend", "8-2")
    assert refused.returncode == 2
    assert b"8-2 is ongoing" in refused.stderr


def test_a_terminal_without_utf_gets_ascii(plan: Path) -> None:
    environment = {"PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = call(plan, "grid", "--lang", "ja", **environment)
    assert done.returncode == 0
    assert done.stdout.isascii()


def test_the_width_asked_for_is_kept(plan: Path) -> None:
    for line in call(plan, "grid", "--width", "60", "--ascii").stdout.decode().splitlines():
        assert len(line) <= 60
