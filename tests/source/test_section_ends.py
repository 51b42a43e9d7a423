"""Where sections end, what stands before the topics, what an item's own field reports, prose."""

import pytest

from spaceplan.source.read.reader import read_document
from spaceplan.source.read.reports import split_report


def read(text):
    topics = read_document(text, "d").topics
    return [b.text for t in topics for b in t.bullets], [b.text for t in topics for b in t.results]


DONE, TO_DO = "- The board laid a cable in 2024.", "- Count the fish by 2027."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.1 Progress to date", "1.2 Hydrography"),
        ("1.1 Results so far", "1.2 Farm advice"),
        ("1.1 これまでの取組状況", "1.2 航路の安全"),
    ],
)
def test_a_heading_of_the_same_kind_ends_a_section(first, second):
    text = f"Ports Plan\n\n1. People\n\n{first}\n\n{DONE}\n\n{second}\n\n{TO_DO}\n"
    assert read(text) == ([TO_DO[2:]], [DONE[2:]])


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ("### Progress to date", "### Hydrography", True),
        ("### What we delivered", "### Clinics", True),
        ("#### Progress to date", "### Hydrography", True),
        ("### これまでの実績", "### 航路", True),
        ("### 1.1 Progress to date", "### 1.2 Hydrography", True),
        ("### Progress to date", "#### Hydrography", False),
        ("### Progress to date", "**Hydrography**", False),
    ],
)
def test_in_markdown_a_heading_as_high_ends_a_section(first, second, ends):
    text = f"# Plan\n\n## 1. People\n\n{first}\n\n{DONE}\n\n{second}\n\n{TO_DO}\n\n## 2. Cars\n\n- Sell two by 2027.\n"
    plans, results = read(text)
    assert (TO_DO[2:] in plans) == ends
    assert (TO_DO[2:] in results) != ends


@pytest.mark.parametrize("first", ["【これまでの取組】", "これまでの取組状況"])
def test_circled_parts_inside_a_section_do_not_end_it(first):
    text = f"港の工程表\n1．港\n{first}\n①灯台\n・灯台の設置。\n②桟橋\n・桟橋の改修。\n"
    assert read(text) == ([], ["灯台の設置。", "桟橋の改修。"])


FRONT = [
    "Ports Plan\n\n{}\n\n{}\n\n1. People\n\n{}\n\n2. Cars\n\n- Sell two by 2028.\n",
    "# Ports Plan\n\n## {}\n\n{}\n\n## 1. People\n\n{}\n\n## 2. Cars\n\n- Sell two by 2028.\n",
    "# Plan\n\n## Foreword\n\nA year on.\n\n## {}\n\n{}\n\n## 1. People\n\n{}\n\n## 2. Cars\n\n"
    "- Sell two by 2028.\n",
]


@pytest.mark.parametrize("shape", FRONT)
@pytest.mark.parametrize("heading", ["Progress to date", "What we delivered", "これまでの実績"])
def test_results_before_the_first_topic_are_kept(shape, heading):
    plans, results = read(shape.format(heading, "- RiverWatch went live in March 2025.", TO_DO))
    assert plans == [TO_DO[2:], "Sell two by 2028."]
    assert results == ["RiverWatch went live in March 2025."]


def test_the_topics_keep_their_numbers_behind_what_stands_before_them():
    text = FRONT[0].format("Progress to date", DONE, TO_DO)
    document = read_document(text, "d")
    assert [t.number for t in document.topics] == [1, 2, 3]
    assert document.topics[2].results[0].topic == 3


def test_prose_under_such_a_heading_and_other_headings_make_no_topic_before_the_first():
    for heading, said in (("Progress to date", "It was a good year."), ("Our values", DONE)):
        text = FRONT[0].format(heading, said, TO_DO)
        assert [t.number for t in read_document(text, "d").topics] == [1, 2]


def test_a_numbered_topic_may_be_a_section():
    text = "Ports Plan\n\n1. Progress to date\n\n- The pier opened in 2025.\n\n2. People\n\n- Open a pier by 2027.\n"
    assert read(text) == (["Open a pier by 2027."], ["The pier opened in 2025."])


@pytest.mark.parametrize(
    ("text", "own", "report"),
    [
        ("窓口を開設する。　進捗：窓口を開設した。", "窓口を開設する。", "窓口を開設した。"),
        (
            "苗を配る。　【進捗状況】3地区で配布済み。",
            "苗を配る。",
            "3地区で配布済み。",
        ),
        (
            "岸壁を直す。　取組状況：設計を終えた。　担当：港湾課",
            "岸壁を直す。　担当：港湾課",
            "設計を終えた。",
        ),
        ("健診を広げる。　〔実績〕12町で開始。", "健診を広げる。", "12町で開始。"),
        (
            "Open a desk by 2027. Progress: The desk opened in May 2025.",
            "Open a desk by 2027.",
            "The desk opened in May 2025.",
        ),
        (
            "Plant 40 trees by 2026. Latest update: 12 trees were planted.",
            "Plant 40 trees by 2026.",
            "12 trees were planted.",
        ),
        ("窓口を開設する。　進捗：年度内に開く見込み。", None, ""),
        ("窓口を開設する。　進捗：順調", None, ""),
        ("進捗を毎年公表する。", None, ""),
        ("事業の進捗：率を公表する。", None, ""),
        ("Publish a report on progress: it was asked for.", None, ""),
        ("Open a desk. Status: On track", None, ""),
        ("Open a desk. Status: Complete.", None, ""),
    ],
)
def test_what_an_items_own_field_reports(text, own, report):
    assert split_report(text) == (own or text, report)


@pytest.mark.parametrize(
    ("item", "field", "plan", "result"),
    [
        (
            "・窓口を開設する。\n　実施時期：令和6年10月",
            "　進捗：窓口を開設した。",
            "窓口を開設する。",
            "窓口を開設した。",
        ),
        (
            "・稚魚を放流する。",
            "【進捗】令和6年度に放流を\n始めた。",
            "稚魚を放流する。",
            "令和6年度に放流を始めた。",
        ),
        (
            "- Open a clinic by 2027.",
            "  Progress: The clinic opened in May 2025.",
            "Open a clinic by 2027.",
            "The clinic opened in May 2025.",
        ),
    ],
)
def test_an_item_with_a_report_below_it_stays_a_plan(item, field, plan, result):
    plans, results = read(f"緑市計画\n\n1. 暮らし\n\n{item}\n{field}\n\n2. 車\n\n・車を売る。\n")
    assert plans[0].startswith(plan)
    assert (len(plans), results) == (2, [result])


@pytest.mark.parametrize(
    ("prose", "kept"),
    [
        ("人口減少が進む中、地域の足の確保は喫緊の課題である。", False),
        ("担い手が減っている。農地を守ることが重要である。", False),
        ("港の耐震化が求められている。", False),
        ("医師の数は県の平均を下回っており、余裕はない。", False),
        ("通信網は暮らしの基盤であるといえる。", False),
        ("地域の足を守る。", True),
        ("担い手が減っている。農地を1万ha集める。", True),
        ("令和8年度に港を直す予定である。", True),
        ("医師を毎年10人採用するものである。", True),
        ("令和9年度までに通信網を広げる方針である。", True),
    ],
)
def test_a_paragraph_that_only_judges_is_no_commitment(prose, kept):
    text = f"緑市計画\n第１　基本方針\n　{prose}\n第２　取組\n　市は橋を直す。\n"
    plans, _ = read(text)
    assert plans == [prose, "市は橋を直す。"][not kept :]
