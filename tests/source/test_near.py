"""What speaks for it, and against it, that one commitment goes on in another."""

from __future__ import annotations

import pytest

from spaceplan.source.compare.item import items_of
from spaceplan.source.compare.match import match_items
from spaceplan.source.compare.names import elsewhere
from spaceplan.source.draft.draft import reference_of
from spaceplan.source.read.reader import read_document


@pytest.mark.parametrize(
    ("old", "new", "other", "another"),
    [
        # Another thing of the kind stands in its place, and it stands elsewhere.
        ("東浜港の岸壁を直す。", "北崎港の岸壁を直す。", "東浜港の泊地を掘る。", True),
        ("牛舎の換気を改める。", "鶏舎の換気を改める。", "牛舎に発電機を置く。", True),
        ("中央病院に当直医を置く。", "西部病院に当直医を置く。", "中央病院を建て替える。", True),
        # What is done, by whom and how is no thing of a kind.
        ("岸壁の点検の予定を組む。", "岸壁の点検を組む。", "来月の予定を告げる。", False),
        ("牛舎の換気の充実を図る。", "牛舎の換気の記録を図る。", "餌の充実を図る。", False),
        ("共同研究を通じて種を選ぶ。", "意見を通じて種を選ぶ。", "共同研究を広げる。", False),
        ("医療用窓口の教材を作る。", "窓口の教材を作る。", "医療用窓口を増やす。", False),
    ],
)
def test_another_noun_of_a_kind_is_another_thing(
    old: str, new: str, other: str, another: bool
) -> None:
    assert elsewhere(old, new, [other]) is another


HEAD = "海の工程表\n平成30年12月11日決定\n"
FIELD = """\
- 港の混雑の緩和策をまとめる。
- 曳船の乗組員の教材を作る。
- 沿岸の灯台の電球を取り替える。
"""


def links(old: str, new: str) -> set[tuple[str, str]]:
    found = []
    for text in (old, new):
        document = read_document(HEAD + text, "d")
        found.append(items_of(document, reference_of(document)))
    return {(m.old.id, m.new.id) for m in match_items(*found) if m.old and m.new}


@pytest.mark.parametrize(("heading", "goes_on"), [("ブイロボの開発", True), ("沿岸の観測", False)])
def test_what_stands_alone_under_a_heading_is_about_what_that_names(
    heading: str, goes_on: bool
) -> None:
    old = f"1. {heading}\n- 2020年度に試験機を確実に投入し、耐久性を確かめる。\n2. 港\n{FIELD}"
    new = f"1. 海\n- ブイロボについて、耐久性の確認を終え、運用を始める。\n{FIELD}"
    assert (("1-1", "1-1") in links(old, new)) is goes_on


@pytest.mark.parametrize(
    ("second", "goes_on"),
    [
        ("離島の診療船の運航の在り方と乗組員の確保について2020年度末までに検討する。", True),
        ("離島の学校の通信の在り方と教員の確保について2020年度末までに検討する。", False),
    ],
)
def test_two_that_are_much_alike_are_merged(second: str, goes_on: bool) -> None:
    first = "離島の診療船の整備の在り方と乗組員の確保について2020年度末までに検討する。"
    old = f"1. 港\n- {first}\n- {second}\n{FIELD}"
    new = f"1. 港\n- 離島の診療船について、乗組員の意見を踏まえて検討を続ける。\n{FIELD}"
    found = links(old, new)
    assert ("1-1", "1-1") in found
    assert (("1-2", "1-1") in found) is goes_on


@pytest.mark.parametrize(
    ("old", "new", "goes_on"),
    [
        (
            "漁業人材の研修拠点を全国7海域に形成する。",
            "全国7海域の漁業研修拠点に共通の教材を配備する。",
            True,
        ),
        (
            "漁業人材の研修拠点を全国7海域に形成する。",
            "水産加工の研修拠点の輪を港ごとに形成する。",
            False,
        ),
    ],
)
def test_a_verb_that_no_table_has_is_not_the_same_as_another(
    old: str, new: str, goes_on: bool
) -> None:
    found = links(f"1. 港\n- {old}\n{FIELD}", f"1. 港\n- {new}\n{FIELD}")
    assert (("1-1", "1-1") in found) is goes_on


@pytest.mark.parametrize(
    ("old", "goes_on"),
    [
        ("山村の学校の通信について、遠隔操船装置の適用を検討する。", False),
        ("離島の診療船について、遠隔操船装置の適用を検討する。", True),
    ],
)
def test_what_is_in_common_beside_the_theme_makes_no_link(old: str, goes_on: bool) -> None:
    new = "離島の診療船の遠隔操船装置について、適用の結果を検討する。"
    found = links(f"1. 島\n- {old}\n2. 港\n{FIELD}", f"1. 船\n- {new}\n2. 港\n{FIELD}")
    assert (("1-1", "1-1") in found) is goes_on
