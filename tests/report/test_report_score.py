"""The score in reports: a table by year of the first baseline, in HTML as pictures too."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support import Run, WritePlan, entry, history, milestone

from spaceplan.pictures.svg_score import LOOKS
from spaceplan.roadmap.score import OUTCOMES

WEEK = ("--week", "2024-W13")


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    """Of six due in FY2020 one was met by it, one 14 months later; one is due in FY2030."""
    early, late = (
        history(entry(day, status="[planned, done]")) for day in ("2020-09-01", "2022-05-31")
    )
    return write_plan(
        milestone("1-1", early, target="FY2020", status="done"),
        milestone("1-2", late, target="FY2020", status="done"),
        *(milestone(f"2-{number}", target="FY2020") for number in range(1, 5)),
        milestone("1-3", target="FY2030"),
        milestone("1-4"),
    )


def test_the_table_has_its_denominators_beside_it(run: Run, path: Path) -> None:
    out = run("report", "--plan", path, *WEEK, "--lang", "en").out
    part = out[out.index("## Score, by year of the first baseline") :]
    assert "| FY2020 | 6 | 1 | 17 % | 1 |" in part
    assert "of 6 milestones whose first baseline is over, 1 met by it (17 %)" in part
    assert "over and still open at the end of FY2020 5, FY2021 5, FY2022 4" in part
    assert "8 milestones = 1 untimed + 0 recurring + 1 due later + 6 judged" in part
    assert "delay of what was met late: average 14.0 months, median 14.0 (1)" in part
    text = run("report", "--plan", path, *WEEK, "--lang", "ja", "--format", "text").out
    assert "達成状況（当初目標の年度別）" in text and "2020年度" in text


def test_before_anything_was_due_there_is_none(run: Run, path: Path) -> None:
    done = run("report", "--plan", path, "--week", "2020-W13", "--lang", "en")
    assert done.code == 0 and "Score" not in done.out
    page = run("report", "--plan", path, "--week", "2020-W13", "--format", "html", "-o", "-")
    assert page.code == 0 and "sp-ontime" not in page.out


def test_json_has_it_as_the_command_does(run: Run, path: Path) -> None:
    told = json.loads(run("report", "--plan", path, *WEEK, "--format", "json").out)["score"]
    asked = json.loads(
        run("score", "--by", "fy", "--as-of", "2024-03-31", "--known", "2024-03-31", "--json").out
    )
    assert told == {key: asked[key] for key in told}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_draws_it_for_a_screen_and_for_a_phone(run: Run, path: Path, lang: str) -> None:
    page = run("report", "--plan", path, *WEEK, "--format", "html", "--lang", lang, "-o", "-").out
    for name in ("ontime", "delay"):
        drawn = re.findall(rf'<svg[^>]*class="sp-svg sp-{name}.*?</svg>', page, re.DOTALL)
        assert len(drawn) == 2
        for one in drawn:
            said = " ".join("".join(ElementTree.fromstring(one).itertext()).split())
            if name == "ontime":
                assert ("1 of 6 on time (17 %)" if lang == "en" else "期限内1／6件（17%）") in said
            else:
                assert ("14.0 months (1)" if lang == "en" else "14.0か月（1件）") in said


def test_what_became_of_them_is_told_without_colour_too(run: Run, path: Path) -> None:
    """Each outcome of the legend is drawn as no other is: hollow or full, with other lines."""
    out = run("report", "--plan", path, *WEEK, "--lang", "en", "--format", "html").out
    drawn = re.search(r'<svg [^>]*class="sp-svg sp-ontime.*?</svg>', out, re.DOTALL)
    assert drawn is not None
    swatches = re.findall(
        r'<rect [^>]*width="14" height="14" class="sp-f-(\w+) sp-s-\w+"[^>]*/>\s*(<path d="[^"]*")?',
        drawn[0],
    )
    looks = [(color == "paper", bool(lines)) for color, lines in swatches]
    assert looks == [(False, False), (False, True), (True, False)], "met, later, unfinished"


def test_every_outcome_looks_like_no_other() -> None:
    assert len({look[1:] for look in LOOKS.values()}) == len(LOOKS) == len(OUTCOMES)
