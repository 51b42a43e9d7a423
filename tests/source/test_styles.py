"""Styles of documents that differ in their headings, lists, measures and owners."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.draft.header import header_of
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title
from spaceplan.source.read.measures import split_measure
from spaceplan.source.read.parts import Document
from spaceplan.source.read.reader import read_document

REGISTRY = {"内閣府": "CAO", "総務省": "MIC", "経済産業省": "METI"}
PLAN = """\
普及計画
令和7年3月28日
この計画は、令和７年度からの５年間に取り組む事項を定める。
第１　通信
１　現状と課題
　通信の届かない地域は令和５年度に２割となった。対策が課題である。
２　今後の取組
○　基地局を令和９年度までに増やす。
　【総務省】
　（指標：基地局の数　４００）
○　利用の状況を毎年度公表する。【総務省、経済産業省】
第２　研究
１　現状と課題
　研究者の数は横ばいである。
２　今後の取組
○　拠点を令和８年４月に設け、人材の育成を令和１０年度に始める。【内閣府】
"""
ACTIONS = """\
# Delivery Plan 2025 to 2030

Published 14 February 2025

FY2026/27 means 1 April 2026 to 31 March 2027.

## What we have delivered

- The depot was opened in October 2024.

## Theme A: Rail

The Rail Delivery Office (RDO) leads this theme unless another body is named.

1. **Timetable.** Introduce a database of timetables by 31 March 2026.
2. **Crossings.** Close 40 crossings between 2026 and 2029. (Measure: crossings closed)

| Ref | What we will do | By when | Organisation | How we will know |
|:---|:---|:---|:---|:---|
| A.1 | Renew the tunnels | 2026–2028 | NTA | Report published |
"""


def parsed(text: str) -> Document:
    return read_document(text, "d")


def told(document: Document) -> list[str]:
    draft = draft_plan(document, REGISTRY, reference_of(document, rule=header_of(document).rule))
    return [
        " ".join(filter(None, (m.id, m.kind, str(m.target or ""), ",".join(m.owner), m.measure)))
        for m in draft.milestones
    ]


def test_sections_that_are_numbered_and_the_state_of_things_is_no_plan() -> None:
    document = parsed(PLAN)
    assert [topic.title for topic in document.topics] == ["通信", "研究"]
    assert [result.text[:5] for result in document.results] == ["通信の届か", "研究者の数"]
    assert told(document) == [
        "1-1 deadline FY2027 MIC 基地局の数 400",
        "1-2 recurring FY2025.. MIC,METI",
        "2-1a deadline 2026-04 CAO",
        "2-1b start FY2028 CAO",
    ]


def test_lists_tables_and_what_was_delivered_in_markdown() -> None:
    document = parsed(ACTIONS)
    assert [topic.title for topic in document.topics] == ["What we have delivered", "Theme A: Rail"]
    assert [result.id for result in document.results] == ["1-1"]
    assert told(document) == [
        "2-1 deadline 2026-03-31 RDO",
        "2-2 window 2026..2029 RDO crossings closed",
        "2-3 window 2026..2028 NTA Report published",
    ]
    assert document.bullets[0].text.startswith("Timetable. Introduce")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("基地局を増やす。（指標：基地局の数 400）", "基地局の数 400"),
        ("基地局を増やす。【KPI】基地局の数", "基地局の数"),
        ("基地局を増やす。 成果指標: 4か所", "4か所"),
        ("Build stations. Success measure: 400 stations", "400 stations"),
        ("Build stations (KPI: 400 stations).", "400 stations"),
        ("指標：基地局の数", ""),
        ("成果指標を2026年度までに定める。", ""),
        ("Agree on a measure: the number of stations.", ""),
        ("基地局を増やす。（総務省）", ""),
    ],
)
def test_a_measure_at_the_end_is_told_apart(text: str, measure: str) -> None:
    words, found = split_measure(text)
    assert found == measure
    assert words if measure else words == text


def test_a_draft_says_how_a_milestone_is_measured(run: Any, folder: Path) -> None:
    Path("d.txt").write_text(PLAN, encoding="utf-8")
    assert run("source", "import", "d.txt", "-o", "milestones.yaml").code == 0
    assert "基地局の数 400" in run("show", "1-1", "--lang", "ja").out
    assert '"measure": "基地局の数 400"' in run("show", "1-1", "--json").out


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Report by 30/09/2026.", "deadline 2026-09-30"),
        ("Report by 04/05/2026.", "ongoing"),
        ("Finish it by the end of FY2026/27.", "deadline FY2026"),
        ("Finish it in Q3 2026/27.", "deadline FY2026Q3"),
        ("Finish it by the end of financial year 2027.", "deadline FY2027"),
        ("Every two years, report.", "recurring FY2024.."),
    ],
)
def test_times_of_other_offices(text: str, reading: str) -> None:
    (part,) = read_item(text, Reference(date(2025, 2, 14)))
    assert f"{part.kind} {part.target or ''}".strip() == reading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A passenger charter will come into force on 1 January 2027.", "charter"),
        ("Fares will be reviewed every year.", "Fares"),
        ("Freight. Move more goods by rail.", "Move more goods by rail"),
        ("Adopt the contract within 12 months of its publication.", "Adopt the contract"),
        (
            "情報を共有する基盤の本格運用を2026年度中に開始する。",
            "情報を共有する基盤の本格運用開始",
        ),
        ("患者の情報を送る端末を、2026年度までに全国に広げる。", "端末"),
    ],
)
def test_titles_name_their_thing(text: str, title: str) -> None:
    (part, *_) = read_item(text, Reference(date(2025, 2, 14)))
    assert title in draft_title(part.text, Reference(), part.phrase if part.target else "")


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("FY2026/27 means 1 April 2026 to 31 March 2027.", (4, "start")),
        ("FY 2027 begins on October 1, 2026.", (10, "end")),
        ("FY2026 runs from July 2026.", (7, "start")),
    ],
)
def test_a_document_says_itself_when_its_fiscal_year_is(said: str, rule: tuple[int, str]) -> None:
    found = header_of(parsed(f"# The Plan\n\n{said}\n\n## Topic\n\n- Do it in FY 2027.\n")).rule
    assert (found.starts, found.named_by) == rule


@pytest.mark.parametrize(
    ("cell", "reading"),
    [
        ("by end 2027", "deadline 2027 high"),
        ("2026–2028", "window 2026..2028 high"),
        ("Spring 2026 (draft), December 2026 (final)", "ongoing low"),
        ("2026年度（案）、2027年度（決定）", "ongoing low"),
        ("2026年度から2028年度まで", "window FY2026..FY2028 high"),
        ("To be confirmed", "ongoing low"),
    ],
)
def test_a_cell_with_several_times_is_for_a_person(cell: str, reading: str) -> None:
    (part,) = read_item("", Reference(date(2025, 2, 14)), "", {"body": "Map it", "time": cell})
    assert " ".join(filter(None, (part.kind, str(part.target or ""), part.sure))) == reading


@pytest.mark.parametrize(
    "text", ["Every two years, report to Parliament.", "Before the end of the decade, ban it."]
)
def test_a_time_that_was_not_read_is_doubtful(text: str) -> None:
    document = parsed(f"# The Plan\n\n## Water\n\nLead department: Water Office (WO)\n\n- {text}\n")
    (one,) = draft_plan(document, {}).milestones
    assert (one.sure, one.owner) == ("low", ("WO",))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("By no later than 30 June 2028, open the plant.", "Open the plant"),
        ("Open the plant by not later than 30 June 2028.", "Open the plant"),
        ("On or before 30 June 2028, open the plant.", "Open the plant"),
        ("Open the plant at the latest by 30 June 2028.", "Open the plant"),
        ("By the end of FY 2027, open the plant.", "Open the plant"),
        ("更新計画を2025年度までに取りまとめる。", "更新計画の取りまとめ"),
        ("更新計画を2025年度までにとりまとめる。", "更新計画の取りまとめ"),
        ("分担を2025年度までに取り決める。", "分担の取決め"),
        ("案を2025年度までにまとめる。", "案の取りまとめ"),
    ],
)
def test_a_title_has_nothing_left_of_its_time_and_no_word_twice(text: str, title: str) -> None:
    (part, *_) = read_item(text, Reference(date(2025, 2, 14)))
    assert draft_title(part.text, Reference(), part.phrase) == title
