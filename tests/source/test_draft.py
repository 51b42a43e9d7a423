"""What an import proposes for a document never seen before."""

import pytest

from spaceplan.source.draft.draft import NothingToDraft, draft_plan, reference_of
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import LONGEST, draft_title
from spaceplan.source.read.document import read_document

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
            "観測衛星: 打上げを目指し開発",
        ),
        ("また、2020年度に知的財産の戦略を策定する。", "知的財産の戦略を策定"),
        ("内閣府、防衛省等は、2020年度に試験機を打ち上げる。", "試験機を打ち上げる"),
        ("2019年度より、航空用の補強サービスを開始する。", "航空用の補強サービスの開始"),
    ],
)
def test_titles_are_the_bullets_own_words_without_the_time(text, title):
    assert draft_title(text, Reference()) == title


def test_titles_are_short():
    assert len(draft_title("観測" * 100 + "を行う。", Reference())) == LONGEST


@pytest.mark.parametrize("text", ["", "見出しのない文。", "1. 題だけ\n"])
def test_a_document_without_bullets_is_refused_with_what_was_expected(text):
    with pytest.raises(NothingToDraft, match=r"source\.no-"):
        draft(text)
