"""Results and plans kept apart: by their headings in every style, else by what a sentence says."""

import pytest

from spaceplan.source.read.reader import read_document
from spaceplan.source.read.sections import (
    DONE_IN_PLANS,
    FORETOLD_IN_RESULTS,
    GOING_ON_IN_PLANS,
    TO_DO_IN_RESULTS,
)
from spaceplan.source.read.tense import AIMED, DECIDED, DONE, FORETOLD, GOING_ON, OPEN, TO_DO, tense

RESULTS = "・灯台を2024年7月に直した。\n"
PLANS = "・灯台を2027年度に建て直す。\n"


def read(text):
    return read_document("港の工程表（令和６年度改訂）\n1．港\n" + text, "d.txt")


def told(text):
    (topic,) = read(text).topics
    return [b.text for b in topic.bullets], [b.text for b in topic.results]


PARTS = ["", "（１）", "①", "(2/3)", "（続き）", "その２", "（その2）", "２／３", "（一）"]
FRAMES = ["{}", "【{}】", "■ {}", "＜{}＞", "（１）{}", "① {}", "１）{}", "〔{}〕", "{}："]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("done", "to_do"),
    [
        ("2024年末までの取組状況", "2025年以降の主な取組"),
        ("2024年度末までの取組状況・実績", "2025年度以降の取組"),
        ("これまでの実績", "今後の主な取組"),
        ("主な取組（令和６年度まで）", "今後の取組（令和７年度以降）"),
        ("実績（～令和６年度）", "具体的な取組内容（令和７年度～）"),
    ],
)
def test_a_section_is_the_same_in_every_part_and_style(part, frame, done, to_do):
    first, second = frame.format(done + part), frame.format(to_do + part)
    plans, results = told(f"{first}\n{RESULTS}{second}\n{PLANS}")
    assert (len(plans), len(results)) == (1, 1), (first, second)


def test_the_years_of_a_section_may_stand_in_brackets_behind_it():
    topic = "1．港の改修と航路の安全及び船員の育成（◎国土交通省、水産庁）\n"
    plan = read_document(f"{topic}【今後の取組（令和７年度以降）】\n{PLANS}", "d.txt")
    (read,) = plan.topics
    assert (read.title, plan.plans_from) == ("港の改修と航路の安全及び船員の育成", "令和7年度")
    assert read.bullets[0].lead == "◎国土交通省、水産庁"


@pytest.mark.parametrize(
    "words", ["灯台（令和７年度以降）", "今後の灯台（令和７年度）", "（令和７年度以降）"]
)
def test_years_in_brackets_alone_head_no_section(words):
    plans, results = told(f"これまでの実績\n{words}\n{RESULTS}")
    assert (len(plans), len(results)) == (0, 1)


def test_parts_alternate():
    plans, results = told(
        "2024年末までの取組状況（１）\n・甲を2024年に行った。\n"
        "2025年以降の主な取組（１）\n・乙を2027年度に行う。\n"
        "2024年末までの取組状況（２）\n・丙を2023年度に行った。\n"
        "2025年以降の主な取組（２）\n・丁を2028年度に行う。\n"
    )
    assert [text[0] for text in plans] == ["乙", "丁"]
    assert [text[0] for text in results] == ["甲", "丙"]


def test_a_section_goes_on_where_only_its_topic_is_said_again():
    text = "2024年末までの取組状況\n・甲の設置。\n\f1．港\n・乙の設置。\n2025年以降の主な取組\n・丙の設置。\n"
    plans, results = told(text)
    assert ([p[0] for p in plans], [r[0] for r in results]) == (["丙"], ["甲", "乙"])


def test_a_section_is_seen_behind_an_item_without_a_stop():
    plans, results = told(
        "2024年末までの取組状況\n・灯台の改修\n2025年以降の主な取組\n・灯台の建て替え\n"
    )
    assert (plans, results) == (["灯台の建て替え"], ["灯台の改修"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯台を直した。", DONE),
        ("協定が結ばれた。", DONE),
        ("港に船を泊めた。（再掲）", DONE),
        ("調査を行い、報告書を出しました。", DONE),
        ("荷を運んだ。", DONE),
        ("手引を公表済み。", DONE),
        ("調査を実施済み（令和6年度）。", DONE),
        ("基準を改正済である。", DONE),
        ("手続は令和5年度に完了済み", DONE),
        ("全ての県に配布済み。（再掲）", DONE),
        ("規格は策定済みである。", DONE),
        ("使用済み", OPEN),
        ("構築を完了。", OPEN),
        ("経済の再生", OPEN),
        ("返済を支援する。", TO_DO),
        ("検査済みの品を増やす。", TO_DO),
        ("公表済みの手引の改定", OPEN),
        ("調査を行った（内閣府）。", DONE),
        ("調査を続けている。", GOING_ON),
        ("灯台を建設中。", GOING_ON),
        ("灯台の基準は、策定に至っていない。", GOING_ON),
        ("灯台はまだ直されていません。", GOING_ON),
        ("船が港を使わない。", OPEN),
        ("検討を進めているところ。改修を行っている。", GOING_ON),
        ("灯台を直す。", TO_DO),
        ("調査を進めていく。", TO_DO),
        ("調査を終えた。引き続き改修を行う。", TO_DO),
        ("年度内に完成する見込み。", FORETOLD),
        ("2025年3月に公表する予定である。", FORETOLD),
        ("2026年度に打ち上げることとしている。", FORETOLD),
        ("指針は令和6年内の公表を予定している。", FORETOLD),
        ("離島航路は2026年春の就航を見込んでいます。", FORETOLD),
        ("新病棟の開院は令和8年と見込まれている。", FORETOLD),
        ("農地の集約は3地区で計画されている。", FORETOLD),
        ("年1万人の利用を想定している。（保健所）", FORETOLD),
        ("岸壁は令和9年度の完成を目指している。", AIMED),
        ("普及率80%を目標としている。", AIMED),
        ("法案の提出に向けて準備を進めている。", AIMED),
        ("窓口の開設を準備中である。", AIMED),
        ("協定の締結に向け、隣県と調整を行っている。", AIMED),
        ("来年度から保険を広げようとしている。", AIMED),
        ("公表を予定していた。", DONE),
        ("田の水を見込み量に合わせた。", DONE),
        ("完成を目指した。", DONE),
        ("準備を終えている。", GOING_ON),
        ("港の改修に向けて、工事を進めている。", GOING_ON),
        ("隣県と調整を行っている。", GOING_ON),
        ("2026年度に打ち上げることとした。", DECIDED),
        ("打上げを1年延ばすこととなった。", DECIDED),
        ("着工を見送ることとされた。", DECIDED),
        ("開業の時期を見直すことにした。", DECIDED),
        ("試験の方法を改める方針とした。", DECIDED),
        ("対象の港は12とした。", DONE),
        ("事故の原因が明らかになった。", DONE),
        ("説明会の開催。", OPEN),
        ("調査を実施", OPEN),
        ("調査を継続。", OPEN),
        ("The register was launched in May.", DONE),
        ("Agencies will publish registers.", TO_DO),
        ("Publish registers", OPEN),
    ],
)
def test_what_a_sentence_says(text, expected):
    assert tense(text) == expected


def test_work_under_way_for_what_is_to_come_is_a_plan_unless_results_are_headed():
    plans, results = told("・灯台の完成を目指している。\n・基準の公表を予定している。\n")
    assert (len(plans), len(results)) == (2, 0)
    plans, results = told("これまでの実績\n・灯台の完成を目指している。\n")
    assert (len(plans), len(results)) == (0, 1)


def test_without_a_heading_the_last_finished_sentence_decides():
    plans, results = told(
        "・灯台を直した。\n・調査を続けている。\n・桟橋を直す。\n・説明会の開催。\n"
    )
    assert results == ["灯台を直した。", "調査を続けている。"]
    assert plans == ["桟橋を直す。", "説明会の開催。"]


@pytest.mark.parametrize(
    ("heading", "item", "kept", "doubt"),
    [
        ("2025年以降の主な取組", "灯台を2024年に直した。", "results", DONE_IN_PLANS),
        ("2025年以降の主な取組", "調査を続けている。", "bullets", GOING_ON_IN_PLANS),
        ("2024年末までの取組状況", "構想を着実に進める。", "results", TO_DO_IN_RESULTS),
        ("2024年末までの取組状況", "年度内に公表する予定。", "bullets", FORETOLD_IN_RESULTS),
        ("2024年末までの取組状況", "説明会の開催。", "results", ""),
        ("2024年末までの取組状況", "着工を1年延ばすこととした。", "results", ""),
        ("2025年以降の主な取組", "灯台を2027年に直すこととした。", "bullets", ""),
        ("2025年以降の主な取組", "説明会の開催。", "bullets", ""),
    ],
)
def test_where_heading_and_sentence_disagree_it_is_said(heading, item, kept, doubt):
    (topic,) = read(f"{heading}\n・{item}\n").topics
    (found,) = getattr(topic, kept)
    assert (found.text, found.doubt) == (item, doubt)


def test_several_plans_at_the_end_of_results_had_a_heading_that_was_not_seen():
    plans, results = told(
        "2024年末までの取組状況\n・甲を行った。\n・乙を行った。\nこの先すること\n"
        "・丙を2027年度に行う。\n・丁を2028年度に行う。\n"
    )
    assert ([p[0] for p in plans], [r[0] for r in results]) == (["丙", "丁"], ["甲", "乙"])


# Where a bullet ends.


@pytest.mark.parametrize("glyph", ["・", "- ", "● ", "\uf06e "])
def test_a_full_stop_at_the_end_of_a_line_does_not_end_a_bullet(glyph):
    plans, _ = told(
        f"今後の主な取組\n{glyph}貸出しの制度を設ける。\n関係者は利用の可能性を調べ、使うこととす\nる。\n"
        f"{glyph}桟橋を2028年度に改修する。\n"
    )
    assert [text[:2] for text in plans] == ["貸出", "桟橋"]
    assert plans[0].endswith("こととする。")


def test_nor_where_only_the_indent_shows_where_a_paragraph_begins():
    plans, _ = told(
        "今後の主な取組\n　貸出しの制度を設ける。\n関係者は利用の可能性を調べる。\n　桟橋を2028年度に改修する。\n"
    )
    assert [text[:2] for text in plans] == ["貸出", "桟橋"]


def test_an_outdented_line_ends_it():
    document = read("今後の主な取組\n  ・甲を行う。\n離れた文である。\n  ・乙を行う。\n")
    assert [b.text for b in document.bullets][:1] == ["甲を行う。"]
    assert "離れた文" not in document.bullets[0].text


# Charts and page numbers.

AXIS = (
    "                    令和           令和         令和\n"
    "年度                  5年度          6年度        14年度\n"
    "                    (2023年度)     (2024年度)   (2032年度)   以降\n"
    "                  観測点の増設、十箇所の体制\n                  これより長く使うものもある。\n"
)


@pytest.mark.parametrize("number", ["", "                                   12\n", "\f"])
def test_a_laid_out_chart_is_no_text(number):
    document = read(
        f"今後の主な取組\n・桟橋を2028年度に改修する。\n{number}\n（１）海の安全\n{AXIS}"
        "2．灯台\n今後の主な取組\n・灯台を2027年度に改修する。\n"
    )
    assert [b.text for b in document.bullets] == [
        "桟橋を2028年度に改修する。",
        "灯台を2027年度に改修する。",
    ]


def test_page_numbers_join_no_bullet_and_say_on_which_page_it_stands():
    document = read(
        "今後の主な取組\n・桟橋の改修を\n                                   41\n"
        "2028年度に行う。\n・灯台を直す。\n                                   42\n・岸壁を直す。\n"
    )
    assert [(b.text, b.page) for b in document.bullets] == [
        ("桟橋の改修を2028年度に行う。", 41),
        ("灯台を直す。", 42),
        ("岸壁を直す。", 0),
    ]


# English and Markdown.


def test_a_heading_of_any_length_heads_a_topic():
    long = (
        "Try a new way of counting the boats that leave every harbour, so that each can publish it"
    )
    document = read_document(
        f"PLAN\nMay 14, 2020\n\n1. Short\n- Do this.\n\n2. {long}\n- Do that.\n\n3. Last\n- Do more.\n",
        "d",
    )
    assert [t.title for t in document.topics] == ["Short", long, "Last"]
    assert document.date_hint == "2020-05-14"


MARKDOWN = """\
# National Harbour Plan

Published 3 March 2020

## Background

The sea is wide.

### Action 1: Lights

By June 2021, all harbours will have lights.

| Milestone | Target Date | Responsible Party | KPI |
|---|---|---|---|
| Build lights | January 31, 2021 | **HMO** | 20 lights |
| Test them | <s>June 30, 2021</s> <b>July 31, 2021*</b> | HMO | |

* Ask the crews

### Action 2: Boats

Lead: PILOTS

The agency will by 2023:

* Buy boats
* Sell boats

| Colour | Meaning |
|---|---|
| red | stop |
"""


def test_markdown_has_nested_headings_bullets_and_tables_as_lists():
    document = read_document(MARKDOWN, "d")
    assert (document.title, document.date_hint) == ("National Harbour Plan", "2020-03-03")
    lights, boats = document.topics
    assert (lights.title, boats.title) == ("Lights", "Boats")
    assert [b.text for b in lights.bullets] == [
        "By June 2021, all harbours will have lights.",
        "Build lights | January 31, 2021 | HMO | 20 lights",
        "Test them | ~~June 30, 2021~~ July 31, 2021 | HMO",
        "Ask the crews",
    ]
    assert lights.bullets[1].cells == {
        "body": "Build lights",
        "time": "January 31, 2021",
        "owner": "HMO",
        "measure": "20 lights",
    }
    assert [(b.text, b.intro, b.lead) for b in boats.bullets] == [
        ("Buy boats", "The agency will by 2023:", "PILOTS"),
        ("Sell boats", "The agency will by 2023:", "PILOTS"),
    ]


def test_what_is_in_no_list_is_told():
    left = {(x.text, x.reason) for x in read_document(MARKDOWN, "d").leftovers}
    assert ("| red | stop |", "not-read") in left
    assert ("The sea is wide.", "before") in left


def test_bullets_under_a_heading_without_a_number_have_a_topic_too():
    document = read_document(
        "# Plan\n## Action 1: A\n- Do a.\n## Action 2: B\n- Do b.\n## Next\n- Do c.\n", "d"
    )
    assert [(t.number, t.title, len(t.bullets)) for t in document.topics] == [
        (1, "A", 1),
        (2, "B", 1),
        (3, "Next", 1),
    ]
