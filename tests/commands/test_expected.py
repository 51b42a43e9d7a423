"""``update --forecast`` and ``--after``: what is expected, and what must have happened before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stopped_clock import stop_clock
from support import Run, WritePlan, milestone


@pytest.fixture
def path(write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch) -> Path:
    stop_clock(monkeypatch)
    return write_plan(
        milestone("1-1", target="FY2030"),
        milestone("1-2", target="FY2029"),
        milestone("1-3a", target="FY2028"),
        milestone("1-3b"),
        milestone("1-4", kind="recurring", target="FY2026.."),
        "  - {id: 2-1, same_as: 1-2}\n",
    )


def one(run: Run, name: str = "1-1") -> dict[str, object]:
    (found,) = json.loads(run("show", name, "--json").out)["milestones"]
    return found


def awaited(run: Run, name: str = "1-1") -> list[tuple[str, str, str | None]]:
    return [(o["id"], o["basis"], o["source"]) for o in one(run, name)["after"]]


def test_a_forecast_moves_no_target_and_is_taken_back_byte_for_byte(run: Run, path: Path) -> None:
    before = path.read_bytes()
    told = run(
        "update", "1-1", "--forecast", "令和13年度", "--confidence", "LOW", "--source", "p. 3"
    )
    assert told.code == 0 and "none → FY2031" in told.out
    found = one(run)
    assert (found["target"], found["forecast"], found["confidence"]) == ("FY2030", "FY2031", "low")
    assert found["moves"] == 0 and found["flags"] == ["at-risk"]
    assert "FY2031 (low confidence)" in run("show", "1-1").out
    assert "2031年度（令和13年度）（確度 低）" in run("show", "1-1", "--lang", "ja").out
    assert run("undo").code == 0 and path.read_bytes() == before


def test_a_forecast_told_anew_is_as_sure_as_is_said_with_it(run: Run, path: Path) -> None:
    run("update", "1-1", "--forecast", "FY2031", "--confidence", "low")
    run("update", "1-1", "--forecast", "FY2032")
    assert (one(run)["forecast"], one(run)["confidence"]) == ("FY2032", None)
    run("update", "1-1", "--confidence", "高")
    assert (one(run)["forecast"], one(run)["confidence"]) == ("FY2032", "high")
    run("update", "1-1", "--forecast", "none")
    assert (one(run)["forecast"], one(run)["confidence"]) == (None, None)


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("1-4", "--forecast", "FY2027"), "a recurring one has no forecast"),
        (("1-1", "--forecast", "FY2027.."), "a forecast has a last day: FY2027, or FY2027..LATER"),
        (("1-1", "--confidence", "high"), "it has no forecast"),
        (("1-1", "--forecast", "some day"), "--forecast: "),
        (("1-1", "--confidence", "sure"), "--confidence: "),
        (("1-1", "--after", "1-1"), "1-1 cannot be after itself"),
        (("1-3a", "--after", "1-3"), "1-3a cannot be after itself (1-3)"),
        (("1-1", "--after", "1-22"), "did you mean '1-2'"),
        (("1-1", "--after", "1"), "1 is a topic"),
        (("1-1", "--not-after", "1-2"), "1-1 does not wait for 1-2 (it waits for: nothing)"),
        (("1-1", "--stated", "--note", "x"), "--stated goes with --after"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, path: Path, argv: tuple[str, ...], why: str
) -> None:
    before = path.read_bytes()
    outcome = run("update", *argv)
    assert outcome.code == 2 and why in outcome.err, outcome.err
    assert path.read_bytes() == before


def test_what_it_waits_for_is_added_and_taken_away(run: Run, path: Path) -> None:
    before = path.read_bytes()
    run("update", "1-1", "--after", "1-3a,2-1", "--stated", "--source", "その成果を踏まえ")
    words = ("stated", "その成果を踏まえ")
    assert awaited(run) == [("1-3a", *words), ("1-2", *words)]
    run("update", "1-1", "--after", "1-3")
    assert awaited(run)[2:] == [("1-3", "assigned", None)]
    run("update", "1-1", "--not-after", "1-3a", "--not-after", "1-3")
    assert awaited(run) == [("1-2", *words)]
    assert run("check").code == 0
    for _ in range(3):
        assert run("undo").code == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", ["1-2", "2-1"])
def test_what_the_file_names_by_a_repeat_is_found_by_either_id(
    run: Run, path: Path, word: str
) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace("id: 1-1\n", "id: 1-1\n    after: [2-1]\n"), "utf-8")
    assert run("update", "1-1", "--after", word, "--stated", "--source", "p. 3").code == 0
    assert awaited(run) == [("2-1", "stated", "p. 3")]
    title = json.loads(run("show", "1-2", "--json").out)["milestones"][0]["title"]["en"]
    assert f"2-1 {title} (stated: p. 3)" in run("show", "1-1").out
    assert run("update", "1-1", "--not-after", word).code == 0
    assert awaited(run) == []


def test_a_circle_is_refused_with_its_path(run: Run, path: Path) -> None:
    run("update", "1-1", "--after", "1-2")
    run("update", "1-2", "--after", "1-3a")
    outcome = run("update", "1-3a", "--after", "1-1")
    assert outcome.code == 2 and "1-3a → 1-1 → 1-2 → 1-3a" in outcome.err


def test_a_revert_takes_either_back_as_if_it_had_not_been(run: Run, path: Path) -> None:
    for argv in (("--forecast", "FY2031"), ("--after", "1-2")):
        out = run("update", "1-1", *argv).out
        change = out.rpartition("change ")[2].split()[0]
        assert run("revert", change).code == 0
    assert one(run)["forecast"] is None and awaited(run) == []
    assert "at-risk" not in str(one(run)["flags"])


def test_tables_hold_the_forecast_and_take_it_back(run: Run, path: Path) -> None:
    run("update", "1-1", "--after", "1-2")
    Path("new.csv").write_text("id,forecast,confidence\n1-1,令和13年度,低\n1-2,FY2030,\n", "utf-8")
    assert run("apply", "new.csv").code == 0
    assert (one(run)["forecast"], one(run)["confidence"]) == ("FY2031", "low")
    header, first, *_ = run("list", "--format", "csv").out.splitlines()
    row = dict(zip(header.split(","), first.split(","), strict=False))
    assert (row["forecast"], row["confidence"], row["after"]) == ("FY2031", "low", "1-2")
    Path("new.csv").write_text("id,forecast\n1-1,(none)\n", "utf-8")
    assert run("apply", "new.csv").code == 0
    assert (one(run)["forecast"], one(run)["confidence"]) == (None, None)


def test_history_tells_both(run: Run, path: Path) -> None:
    run("update", "1-1", "--forecast", "FY2031", "--after", "1-2")
    assert "Forecast: none → FY2031  After: none → 1-2" in run("history", "1-1").out
    (entry,) = json.loads(run("history", "--json").out)["changes"]
    assert entry["fields"]["after"]["to"] == [{"id": "1-2", "basis": "assigned", "source": None}]
