"""Repeats by their words, marked or not, with the slips of scanning."""

import pytest

from spaceplan.source.draft.repeats import find_repeats
from spaceplan.source.read.reader import read_document

LONG = "宇宙状況の把握に関する多国間の机上演習「アリーバー演習」への参加を続け、得られた成果を関係する府省の体制の整備に生かす。"


def repeats(*bullets):
    text = "1. 題\n【工程表1】2019年度以降の取組\n" + "".join(f"- {b}\n" for b in bullets)
    return find_repeats(read_document(text, "sample.txt").bullets)


def test_the_same_words_are_a_repeat_marked_or_not():
    found = repeats(LONG, "別の項目を進める。", LONG, LONG + "【再掲】")
    assert found.originals == {"1-3": "1-1", "1-4": "1-1"}
    assert [r.marked for r in found.repeats] == [False, True]
    assert all(r.differences == () for r in found.repeats)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("アリーバー", "アリーパー"),
        ("参加を続け", "参加をを続け"),
        ("成果を", "成果"),
        ("ー", "一"),
    ],
)
def test_slips_of_scanning_are_tolerated_and_reported(old, new):
    found = repeats(LONG, LONG.replace(old, new, 1))
    assert found.originals == {"1-2": "1-1"}
    assert found.repeats[0].differences


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020年度に装置を作る計画を進める。", "2021年度に装置を作る計画を進める。"),
        ("装置の1号機の開発を進め、試験を行う。", "装置の2号機の開発を進め、試験を行う。"),
        ("2020年度前半に計画を定めて公表する。", "2020年度後半に計画を定めて公表する。"),
        ("利用の拡大の方法を検討する。", "利用の拡大の方法を決定する。"),
    ],
)
def test_another_number_or_word_is_another_item(first, second):
    assert repeats(first, second).repeats == ()


def test_a_marked_item_without_its_original_stands_alone():
    assert repeats("甲の整備を続ける。（再掲）", "乙を行う。").alone == ("1-1",)


def test_items_that_share_their_rare_words_are_alike():
    found = repeats(
        LONG,
        "補給の方法を改める。",
        "「アリーバー演習」への参加で得られた成果を、通信衛星の防護に生かす。",
        "月面の拠点を作る。",
        "人材を育てる。",
    )
    assert [(pair.first, pair.second) for pair in found.alike] == [("1-1", "1-3")]


def test_many_items_of_one_wording():
    found = repeats(*["同じ作業を進める。"] * 2000)
    assert len(found.repeats) == 1999
    assert set(found.originals.values()) == {"1-1"}
