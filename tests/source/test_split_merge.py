"""Commitments that were split or merged, what an analyst acts on, and owners that a plan lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

OLD = """\
港湾工程表
令和5年12月24日決定
1. 港湾
【工程表1】2024年度以降の取組
- 桟橋の耐震補強を2027年度までに進め、また、夜間照明の更新を2028年度に終える。
- 航路標識の点検の記録を電子化する仕組みを2026年度に整える。
\f- 曳船の乗組員の訓練の教材を2025年度に作る。
- 内閣府は、漁港の泊地のしゅんせつを2026年度に行う。
- 漁具の置場を2027年度に広げる。
"""
NEW = """\
港湾工程表
令和6年12月24日決定
1. 港湾
【工程表1】2025年度以降の取組
- 桟橋の耐震補強を2027年度までに進める。
- 夜間照明の更新を2029年度に終える。
\f- 航路標識の点検の記録を電子化する仕組みを2026年度に整えるとともに、曳船の乗組員の訓練の教材を2026年度に作る。
- 消防庁は、港の消火設備を2028年度に更新する。
- 漁港の泊地のしゅんせつを2026年度に行う。
"""


@pytest.fixture
def documents(folder: Path) -> None:
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW, "utf-8")


@pytest.mark.usefixtures("documents")
def test_what_was_split_and_what_was_merged_is_called_so(run: Any) -> None:
    done = run("source", "diff", "old.txt", "new.txt")
    assert "Split: 1-1 → 1-1, 1-2" in done.lines
    assert "Merged: 1-2, 1-3 → 1-3" in done.lines
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    assert data["lineage"] == [
        {"kind": "split", "old": ["1-1"], "new": ["1-1", "1-2"]},
        {"kind": "merged", "old": ["1-2", "1-3"], "new": ["1-3"]},
    ]
    back = json.loads(run("source", "diff", "new.txt", "old.txt", "--json").out)
    assert [one["kind"] for one in back["lineage"]] == ["split", "merged"]


@pytest.mark.usefixtures("documents")
def test_what_to_act_on_cites_the_pages_of_both(run: Any) -> None:
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    told = [
        (one["what"], one["old"], one["new"], one["old_page"], one["new_page"])
        for one in data["act_on"]
    ]
    assert told == [
        ("slipped", "1-1", "1-2", 1, 1),
        ("slipped", "1-3", "1-3", 2, 2),
        ("lost-owner", "1-4", "1-5", 2, 2),
        ("new-dated", None, "1-4", None, 2),
        ("gone-unreported", "1-5", None, 2, None),
    ]


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "s.md",
            "| Gone without a result | 1-5 | deadline FY2027 |  | 漁具の置場を2027年度に広げる。 | 2 |",
        ),
        (
            "s.html",
            '<td data-label="From">deadline FY2027</td><td data-label="To"></td>'
            '<td data-label="About">漁具の置場を2027年度に広げる。</td>',
        ),
        ("s.txt", "Gone without a result  1-5"),
    ],
)
def test_the_summary_is_a_table_of_its_own(run: Any, name: str, line: str) -> None:
    assert run("source", "diff", "old.txt", "new.txt", "--summary", name).code == 0
    assert line in Path(name).read_text("utf-8")
    assert run("source", "diff", "old.txt", "new.txt", "--summary", name).code == 2
    assert run("source", "diff", "old.txt", "new.txt", "--summary", name, "--force").code == 0


@pytest.mark.usefixtures("documents")
def test_an_applied_proposal_of_split_and_merged_ones_is_proven(run: Any) -> None:
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    args = ("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R6", "-o", "p.yaml")
    done = run(*args)
    assert done.code == 0
    assert "organisations that the plan's owners lack: 消防庁" in done.out
    proposal = Path("p.yaml").read_text("utf-8")
    assert "#   消防庁: {ja: 消防庁}" in proposal
    assert "# the plan's owners lack 消防庁; add it there, then say so in owner" in proposal
    assert "source: R6 1-3 (p. 2)" in proposal
    assert "#   1-5  漁具の置場の拡大 (deadline FY2027) (p. 2)" in proposal
    assert proposal.partition("# What to act on:\n")[2].startswith("# Slipped or moved (2)\n")
    assert run("apply", "p.yaml").code == 0
    assert run("check", "--strict").code == 0
    assert run("source", "check", "new.txt", "--label", "R6").lines[-1] == (
        "5 of 5 bullets are encoded word for word"
    )
    assert run(*args, "--force").code == 0
    again = Path("p.yaml").read_text("utf-8")
    assert "add: true" not in again and "places:" not in again


def test_a_commitment_of_one_part_keeps_its_first_place_and_the_rest_is_new(
    run: Any, folder: Path
) -> None:
    text = "計画\n令和5年12月24日決定\n1. 題\n【工程表1】2024年度以降の取組\n"
    Path("old.txt").write_text(
        text
        + "- 沿岸の潮位計の更新と、海底の水圧計の増設と、津波の監視室の整備を2027年度までに行う。\n",
        "utf-8",
    )
    Path("new.txt").write_text(
        text.replace("令和5", "令和6")
        + "- 沿岸の潮位計の更新と、海底の水圧計の増設を2027年度までに行う。\n"
        "- 津波の監視室の整備を2027年度までに行う。\n",
        "utf-8",
    )
    run("source", "import", "old.txt", "-o", "milestones.yaml")
    run("source", "reconcile", "new.txt", "--old", "old.txt", "--label", "R6", "-o", "p.yaml")
    assert "id: R6-1-2" in Path("p.yaml").read_text("utf-8")
    assert run("apply", "p.yaml").code == 0
    assert run("source", "check", "new.txt", "--label", "R6").code == 0


def test_a_time_that_is_only_about_so_is_weaker_and_did_not_slip(run: Any, folder: Path) -> None:
    head = "計画\n令和5年12月24日決定\n1. 題\n【工程表1】2024年度以降の取組\n"
    Path("old.txt").write_text(f"{head}- 沿岸の潮位計の網を2027年度までに整備する。\n", "utf-8")
    Path("new.txt").write_text(f"{head}- 沿岸の潮位計の網を2027年度を目途に整備する。\n", "utf-8")
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    assert [one["what"] for one in data["act_on"]] == ["weaker"]


def test_a_page_of_html_is_cards_on_a_phone_and_breaks_no_id(run: Any, folder: Path) -> None:
    lines = "- 樹木の番号の台帳を2026年度までに電子化する。\n"
    Path("old.txt").write_text(PAGED.format(year=5, fiscal=2024) + lines, "utf-8")
    lines = f"- 鐘を直す。\n{lines.replace('2026年度', '2028年12月')}"
    Path("new.txt").write_text(PAGED.format(year=6, fiscal=2025) + lines, "utf-8")
    run("source", "diff", "old.txt", "new.txt", "--summary", "s.html")
    page = Path("s.html").read_text("utf-8")
    assert '<td data-label="Id"><span class="n">1-1 → 1-2</span></td>' in page
    assert '<td data-label="To">deadline <span class="n">2028-12</span></td>' in page
    assert "<th>Page</th>" not in page
    assert "@media(max-width:40em)" in page


PAGED = "計画\n令和{year}年12月24日決定\n1. 題\n【工程表1】{fiscal}年度以降の取組\n"


def said(run: Any, old: str, new: str) -> list[str]:
    """What the diff of two documents tells, which have two pages each."""
    Path("old.txt").write_text(PAGED.format(year=5, fiscal=2024) + old, "utf-8")
    Path("new.txt").write_text(PAGED.format(year=6, fiscal=2025) + new, "utf-8")
    done = run("source", "diff", "old.txt", "new.txt")
    assert (done.code, done.err) == (0, "")
    return done.lines


def test_every_line_cites_its_pages_and_none_is_left_out(run: Any, folder: Path) -> None:
    names = [
        f"第{n}{word}港の{word}の台帳" for n, word in enumerate("東西南北中上下左右内外山川海", 1)
    ]
    old = "".join(f"- {name}を2026年度までに電子化する。\n" for name in names)
    lines = said(
        run, f"- 樹木の番号を調べる。\n\f{old}", old.replace("2026", "2028") + "\f- 鐘を直す。\n"
    )
    assert f"Slipped or moved ({len(names)})" in lines
    slipped = [line for line in lines if "FY2026 → deadline FY2028: 第" in line]
    assert len(slipped) == len(names)
    assert all(line.endswith("(p. 2 → p. 1)") for line in slipped)
    assert sum(line.endswith("(p. 2 → p. 1)") for line in lines) == 3 * len(names)
    assert "  1-1  樹木の番号を調べる。 (p. 1)" in lines
    assert f"  1-{len(names) + 1}  鐘を直す。 (p. 2)" in lines


def test_what_is_weaker_says_how_on_the_page_to_act_on(run: Any, folder: Path) -> None:
    lines = said(
        run,
        "- 潮位計の記録の公開の仕組みを20か所で整備する。\n\f- 鐘を鳴らす。\n",
        "- 潮位計の記録の公開の仕組みを10か所で整備する。\n\f- 鐘を鳴らす。\n",
    )
    (told,) = [line for line in lines[lines.index("What to act on") :] if "→" in line]
    assert told.strip().startswith("1-1  20か所 became 10か所: 潮位計の")
    assert told.endswith("整備する。 (p. 1 → p. 1)")


def test_what_comes_every_year_did_not_slip_when_the_document_is_a_later_one(
    run: Any, folder: Path
) -> None:
    lines = said(
        run,
        "- 灯台の点検の結果を毎年度公表する。\n",
        "- 灯台の点検の結果を毎年度、一覧として公表する。\n",
    )
    assert not any("FY2024" in line for line in lines)
    assert "What to act on" not in lines
