"""Paragraphs beside items: those that introduce them, those that only tell, and notes."""

from __future__ import annotations

import pytest

from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.read.parts import Document
from spaceplan.source.read.reader import read_document


def read(text: str) -> Document:
    return read_document(text, "d")


def drafted(text: str) -> list[str]:
    document = read(text)
    return [
        f"{one.id} {one.kind} {one.target or ''}".rstrip()
        for one in draft_plan(document, {}, reference_of(document)).milestones
    ]


@pytest.mark.parametrize(
    ("intro", "held"),
    [
        ("令和９年度までに、次の取組を行う。", "deadline FY2027"),
        ("以下の施策を令和９年度末までに実施する。", "deadline FY2027"),
        ("令和８年度から次に掲げる対策に取り組む。", "start FY2026"),
        ("令和８年度中に、以下を行う：", "deadline FY2026"),
        ("毎年度、次の事項を行う。", "recurring FY2025.."),
        ("令和７年度から令和９年度までに、次の３つの取組を進める。", "window FY2025..FY2027"),
        ("次の取組を行う。", "ongoing"),
        ("2025年に施行された法に基づき、次の取組を行う。", "ongoing"),
    ],
)
def test_the_time_of_an_introducing_sentence_holds_for_items_without_one(
    intro: str, held: str
) -> None:
    text = (
        f"計画\n令和７年６月20日\n1. 森\n　{intro}\n・苗木を千本植える。\n・森を2035年に公開する。\n"
        "2. 海\n・浜を清める。\n"
    )
    assert drafted(text) == [f"1-1 {held}", "1-2 deadline 2035", "2-1 ongoing"]


def test_what_only_begins_in_an_introduced_time_is_a_start() -> None:
    text = "計画\n令和７年６月20日\n1. 森\n令和９年度までに、次を行う。\n・配信を開始する。\n"
    assert drafted(text) == ["1-1 start FY2027"]


@pytest.mark.parametrize(
    "line", ["次の世代の灯台を2027年度に造る。", "以下の港を2027年度に改修する。"]
)
def test_what_is_to_be_done_introduces_nothing(line: str) -> None:
    text = f"計画\n令和７年６月20日\n1. 森\n{line}\n・苗木を植える。\n"
    assert drafted(text) == ["1-1 deadline FY2027", "1-2 ongoing"]


@pytest.mark.parametrize(
    ("paragraph", "items"),
    [
        (
            "高齢化率は３割に達し、上昇が見込まれます。本計画は、体制を整えるために策定するものです。",
            0,
        ),
        ("令和７年度から令和11年度までの５年間とします。", 0),
        ("本計画の期間は、令和８年度から令和12年度までの５年間とする。", 0),
        ("海の利用が進んでいる。この方針は、施策を示すものである。", 0),
        ("本計画は、令和９年度までに見直す。", 1),
        ("令和７年度から令和11年度まで、調査を行う。", 1),
        ("灯台が不足している。灯台を十基とする。", 1),
    ],
)
def test_a_paragraph_that_only_tells_of_the_plan_is_no_item(paragraph: str, items: int) -> None:
    document = read(f"計画\n令和７年６月20日\n1. 趣旨\n　{paragraph}\n2. 海\n・浜を清める。\n")
    assert len(document.bullets) == items + 1


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("※ ICAO：国際民間航空機関", "基準を2027年度に定める"),
        ("※海域は別表のとおり", "基準を2027年度に定める"),
        ("※1において公表", "基準を2027年度に定める※1において公表"),
    ],
)
def test_a_note_ends_an_item_without_a_stop(line: str, whole: str) -> None:
    text = f"計画\n令和７年６月20日\n1. 海\n・基準を2027年度に定める\n{line}\n・浜を清める\n"
    words = [b.text.replace("※1", "") for b in read(text).bullets]
    assert words == [whole.replace("※1", ""), "浜を清める"]


def test_a_note_that_wraps_is_one_note() -> None:
    text = (
        "計画\n令和７年６月20日\n1. 海\n・潮位計を2027年度までに更新し、観測の結果を誰もが使える形で公表する仕組みを整える。\n"
        "※ 潮位計とは、海面の高さを連続して測り、その値を通信網により送る装置であり、港に置かれ\nているものをいう。\n"
        "・浜を清める。\n"
    )
    assert [b.text[:3] for b in read(text).bullets] == ["潮位計", "浜を清"]


@pytest.mark.parametrize("heading", ["＜今後の対応＞", "【今後の取組】", "〈今後〉"])
def test_a_framed_section_is_seen_behind_an_item_without_a_stop(heading: str) -> None:
    text = (
        f"計画\n令和７年６月20日\n1. 海\n＜進捗＞\n・浜の調査を実施\n{heading}\n・浜の清掃を実施\n"
    )
    document = read(text)
    assert [b.text for b in document.results] == ["浜の調査を実施"]
    assert [b.text for b in document.bullets] == ["浜の清掃を実施"]


def test_what_recurs_begins_with_the_next_year_where_only_the_last_month_is_known() -> None:
    text = "計画\n令和７年３月\n1. 森\n・毎年度、点検する。\n"
    assert drafted(text) == ["1-1 recurring FY2025.."]
