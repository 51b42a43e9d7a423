"""What an import proposes for a document never seen before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.source.draft.draft import NothingToDraft, draft_plan, reference_of
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title
from spaceplan.source.read.reader import read_document

REGISTRY = {"内閣府": "CAO", "防衛省": "MOD"}
TEXT = """計画工程表の論点
令和元年5月20日

1. 測位衛星
【工程表1、2】2019年度以降の取組
- 測位衛星について、2021年度の打上げを目指す。また、地上局について、2023年度の完成を目指す。
- 内閣府は、海上保安庁は別として、説明会を毎年行う。

2. 監視
①体制
【工程表7】2019年度以降の取組
- 防衛省は、監視の方法の検討を引き続き行う。
- 測位衛星について、2021年度の打上げを目指す。また、地上局について、2023年度の完成を目指す。【再掲】
2018年度末までの取組状況
- 監視の装置を2018年度に据え付けた。
"""


def draft(text=TEXT):
    return draft_plan(read_document(text, "sample.txt"), REGISTRY)


def by_id():
    return {one.id: one for one in draft().milestones}


def test_bullets_become_milestones_parts_and_repeats():
    assert list(by_id()) == ["1-1a", "1-1b", "1-2", "2-1", "2-2"]
    found = by_id()
    assert [str(found[key].target) for key in ("1-1a", "1-1b")] == ["FY2021", "FY2023"]
    assert found["2-2"].same_as == "1-1"
    assert found["1-1a"].text == found["1-1b"].text == found["2-2"].text


def test_kinds_status_and_owners():
    found = by_id()
    assert (found["1-2"].kind, str(found["1-2"].target)) == ("recurring", "FY2019..")
    assert (found["2-1"].kind, found["2-1"].status) == ("ongoing", "active")
    assert (found["2-1"].owner, found["2-1"].basis) == (("MOD",), "stated")
    assert (found["1-1a"].owner, found["1-1a"].basis) == ((), "assigned")


def test_a_bracket_behind_an_item_names_the_owners_of_all_its_parts():
    plan = draft("1. 題\n- 甲を2021年度に、乙を2023年度に整える。（内閣府、防衛省等）\n")
    assert [one.owner for one in plan.milestones] == [("CAO", "MOD", "others")] * 2


def test_one_chart_is_stated_of_several_none_is_chosen():
    found = by_id()
    assert (found["1-2"].charts, found["1-2"].chart_basis) == (("1", "2"), "assigned")
    assert (found["2-1"].charts, found["2-1"].chart_basis) == (("7",), "stated")
    assert found["2-1"].subsection == 1


def test_results_are_kept_apart():
    plan = draft()
    assert [result.text for result in plan.results] == ["監視の装置を2018年度に据え付けた。"]


def test_the_documents_date_is_known():
    reference = reference_of(read_document(TEXT, "sample.txt"))
    assert str(reference.day) == "2019-05-20"
    assert str(reference.plans_from) == "FY2019"


def test_titles_are_distinct():
    titles = [one.title for one in draft().milestones if one.title]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "観測衛星（甲）について、2021年度の打上げを目指し開発を進める。",
            "観測衛星（甲）の打上げ",
        ),
        ("また、2020年度に知的財産の戦略を策定する。", "知的財産の戦略の策定"),
        ("内閣府、防衛省等は、2020年度に試験機を打ち上げる。", "試験機の打上げ"),
        ("2019年度より、航空用の補強サービスを開始する。", "航空用の補強サービス開始"),
        (
            "新型の推進器を載せた試験観測艇９号艇を2025年度以降の進水を目指して、試験を続ける。",
            "試験観測艇9号艇の進水",
        ),
        ("2031年度の国内初となる標本の持ち帰りに向け、準備する。", "国内初となる標本の持ち帰り"),
        (
            "令和５年台風第７号の経験を生かし、手順を見直す。",
            "令和5年台風第7号の経験を生かし、手順の見直し",
        ),
        (
            "甲衛星の運用、乙衛星5、6号機の開発及び試験を着実に進める。",
            "甲衛星の運用、乙衛星5、6号機の開発及び試験",
        ),
        (
            "By June 2021, NASA will publish the register of boats (HMO).",
            "Publish the register of boats",
        ),
        ("Do this by June 30, 2020. Lead: AAA.", "Do this"),
    ],
)
def test_titles_are_the_things_and_verbs_of_the_bullet_without_the_time(text, title):
    (part, *_) = read_item(text, Reference())
    assert draft_title(part.text, Reference(), part.phrase if part.target else "") == title


@given(
    st.text(
        alphabet="甲衛星の開発、を行い2025年度に打ち上げる。「」（）Aついて目指し運用ABC ",
        max_size=200,
    )
)
def test_no_title_is_cut(text):
    title = draft_title(text, Reference())
    assert "…" not in title


def test_two_titles_of_a_topic_differ():
    plan = draft(
        "1. 題\n- 甲を2025年度に行う。\n- 甲を2027年度に行う。\n- 甲を行う。\n- 甲を行うこと。\n"
    )
    titles = [one.title for one in plan.milestones]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("text", ["", "見出しのない文。", "1. 題だけ\n"])
def test_a_document_without_bullets_is_refused_with_what_was_expected(text):
    with pytest.raises(NothingToDraft, match=r"source\.no-"):
        draft(text)
