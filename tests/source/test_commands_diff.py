"""``spaceplan source diff``, called as a user does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from source.documents import NEW, OLD


@pytest.fixture(autouse=True)
def files(run: Any, folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW, "utf-8")
    run("source", "import", "old.txt", "-o", "old.yaml")
    run("source", "import", "new.txt", "-o", "new.yaml")


COUNTS = (
    "1 gone, 0 under other words, 3 new, 2 with a moved target, 2 moved, 2 reworded, 1 unchanged"
)


def test_gone_comes_first_then_all_else(run: Any) -> None:
    done = run("source", "diff", "old.txt", "new.txt")
    assert (done.code, done.err) == (0, "")
    headings = [line for line in done.lines if line and not line.startswith(" ")]
    assert headings == [
        "old.txt → new.txt",
        "Gone (1)",
        "New (3)",
        "Target moved (2)",
        "Moved (2)",
        "Reworded (2)",
        "Results that tell of them (1)",
        "What to act on",
        "Slipped or moved (2)",
        "New with a date (2)",
        "Gone without a result (1)",
        COUNTS,
    ]
    assert done.lines[3] == "  1-3  受信機の普及の方策を調べる。"
    assert "  2-1 → 2-2  deadline FY2020 → deadline FY2021" in done.lines
    assert "  2-2 → 2-1  Charts 17 → 18" in done.lines
    assert "  1-1  測位衛星の七機体制を[-2023-]{+2024+}年度に整える。" in done.lines
    assert any(line.startswith("  3-2  repeats 1-2: ") for line in done.lines)


def test_what_was_met_and_goes_on_is_kept_apart_from_what_slipped(run: Any) -> None:
    launched = NEW.replace("試験機の燃焼試験を2019年度に行った", "試験機を2020年2月に打ち上げた")
    Path("new.txt").write_text(launched, "utf-8")
    lines = run("source", "diff", "old.txt", "new.txt").lines
    assert "Slipped or moved (1)" in lines
    assert "Told as met, and goes on with another time: to be confirmed (1)" in lines


@pytest.mark.parametrize(
    ("old", "new"),
    [("old.txt", "new.yaml"), ("old.yaml", "new.txt"), ("old.yaml", "new.yaml")],
)
def test_plans_and_documents_in_any_mix(run: Any, old: str, new: str) -> None:
    done = run("source", "diff", old, new)
    assert done.lines[-1] == COUNTS
    assert any("wording changed: " in line for line in done.lines)


def test_in_japanese(run: Any) -> None:
    done = run("source", "diff", "old.txt", "new.txt", "--lang", "ja")
    assert "なくなった (1)" in done.lines
    assert done.lines[-1].startswith("なくなった1、別の文言で続く0、新しい3、")


def test_the_exit_code_tells_on_demand(run: Any) -> None:
    assert run("source", "diff", "old.txt", "new.txt", "--exit-code").code == 1
    assert run("source", "diff", "old.txt", "old.txt", "--exit-code").code == 0
    assert run("source", "diff", "old.txt", "old.yaml", "--exit-code").code == 0


def test_as_data(run: Any) -> None:
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    assert (data["command"], data["count"]) == ("source diff", 8)
    assert data["counts"]["gone"] == 1
    gone, first = data["items"][:2]
    assert (gone["state"], gone["old"]["id"], gone["new"]) == ("gone", "1-3", None)
    assert first["targets"] == [
        {
            "from": {"kind": "deadline", "target": "FY2023"},
            "to": {"kind": "deadline", "target": "FY2024"},
        }
    ]
    table = run("source", "diff", "old.txt", "new.txt", "-f", "csv")
    assert table.lines[0] == "state,old,new,moved,from,to,alike,wording"
    assert len(table.lines) == 9


def test_a_renumbered_topic_is_the_same_topic(run: Any) -> None:
    Path("b.txt").write_text(OLD.replace("2. 輸送", "5. 輸送"), "utf-8")
    assert run("source", "diff", "old.txt", "b.txt").lines[-1].endswith("0 reworded, 5 unchanged")


def test_relative_times_move_with_the_document(run: Any) -> None:
    text = "宇宙工程表\n{}年6月1日\n\n1. 題\n- 衛星を来年度に打ち上げる。\n"
    Path("a.txt").write_text(text.format(2019), "utf-8")
    Path("b.txt").write_text(text.format(2020), "utf-8")
    done = run("source", "diff", "a.txt", "b.txt")
    assert "  1-1  deadline FY2020 → deadline FY2021" in done.lines


def test_a_document_without_topics_is_told(run: Any) -> None:
    Path("b.txt").write_text("何もない。\n", "utf-8")
    done = run("source", "diff", "old.txt", "b.txt")
    assert done.code == 2
    assert "b.txt: no numbered topic with bullets was found" in done.err
