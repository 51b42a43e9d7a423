"""Reading a document of the older shape: headings, charts, subsections, bullets, questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.source.read.lines import DocumentError
from spaceplan.source.read.reader import read_document


def read(text):
    return read_document(text, "sample.txt")


def topic(body, heading="1. 観測衛星"):
    return read(f"{heading}\n\n【工程表5】2019年度以降の取組\n\n{body}").topics[0]


def texts(found):
    return [bullet.text for bullet in found.bullets]


SAMPLE = """
宇宙計画の工程表に関する論点

1. 観測衛星の整備

【工程表 1、2、43等】2019 年度以降の取組

- 甲号機を 2020 年度に打ち上げる。
- 乙号機の設計に

取り組む。

⇒整備の課題は何か。

2. 探査

①月の探査

【工程表3】2019年度以降の取組

- 着陸機の開発を続ける。

⇒着陸の後はどうするか。

②火星の探査

【工程表4】2019年度以降の取組

- 往還機の検討を行う。

⇒全体をどう進めるのか。
"""


def test_topics_with_their_charts_bullets_and_questions():
    document = read(SAMPLE)
    assert document.title == "宇宙計画の工程表に関する論点"
    assert document.plans_from == "2019年度"
    first, second = document.topics
    assert (first.number, first.title, first.charts) == (1, "観測衛星の整備", ("1", "2", "43"))
    assert texts(first) == ["甲号機を 2020 年度に打ち上げる。", "乙号機の設計に取り組む。"]
    assert [question.text for question in first.questions] == ["整備の課題は何か。"]
    assert [bullet.id for bullet in second.bullets] == ["2-1", "2-2"]
    assert [bullet.subsection for bullet in second.bullets] == [1, 2]


def test_charts_say_whose_heading_cites_them():
    first, second = read(SAMPLE).topics
    assert first.charts_of(first.bullets[0]).source == "topic"
    charts = second.charts_of(second.bullets[1])
    assert (charts.numbers, charts.source) == (("4",), "subsection")


def test_a_question_before_another_subsection_closes_its_own_and_the_last_ends_the_topic():
    second = read(SAMPLE).topics[1]
    assert [q.text for q in second.subsections[0].questions] == ["着陸の後はどうするか。"]
    assert second.subsections[1].questions == ()
    assert [q.text for q in second.questions] == ["全体をどう進めるのか。"]
    assert len(read(SAMPLE).questions) == 3


def test_a_bullet_knows_its_lines():
    bullet = read(SAMPLE).topics[0].bullets[1]
    assert bullet.line == 9
    assert bullet.raw == ("- 乙号機の設計に", "取り組む。")


@pytest.mark.parametrize(
    "glyph", ["-", "・", "•", "●", "○", "◆", "■", "➢", "\uf06e", "\uf0d8", "－", "･", "*"]
)
def test_every_glyph_makes_a_bullet_with_and_without_a_space(glyph):
    assert texts(topic(f"{glyph} 甲を行う。\n{glyph}乙を行う。\n")) == ["甲を行う。", "乙を行う。"]


def test_a_glyph_alone_on_its_line_belongs_to_the_next():
    assert texts(topic("•\n甲を行う。\n•\n乙を行う。\n")) == ["甲を行う。", "乙を行う。"]


def test_a_line_that_begins_with_a_middle_dot_goes_on_with_an_unfinished_bullet():
    assert texts(topic("- 衛星の開発\n・運用を行う。\n- 次。\n")) == [
        "衛星の開発・運用を行う。",
        "次。",
    ]


def test_nested_bullets_are_items_of_a_lower_level():
    found = topic("○ 全体を進める。\n  ・ 部分甲を行う。\n  ・ 部分乙を行う。\n○ 別を進める。\n")
    assert [bullet.level for bullet in found.bullets] == [0, 1, 1, 0]
    assert [bullet.number for bullet in found.bullets] == [1, 2, 3, 4]


def test_numbers_split_by_a_space_and_headings_over_several_lines():
    document = read(
        "1 1．将来の\n\n【工程表1】2019年度以降の取組\n- 甲を行う。\n\n"
        "17. 安全（衛星網、即応\n\n型の打上げ、\n\n監視等）\n\n【工程表2等】\n2019年度以降の取組\n- 乙を行う。\n"
    )
    assert [(t.number, t.title) for t in document.topics] == [
        (11, "将来の"),
        (17, "安全(衛星網、即応型の打上げ、監視等)"),
    ]
    assert document.topics[1].charts == ("2",)


def test_a_number_split_over_two_lines():
    document = read(
        "".join(f"{n}. 題{n}\n- 項目{n}を行う。\n" for n in range(1, 11))
        + "1\n1．十一番\n- 末を行う。\n"
    )
    assert [t.number for t in document.topics][-1] == 11
    assert document.topics[-1].title == "十一番"


def test_a_line_of_its_own_before_the_charts_is_a_subsection_without_a_mark():
    found = read(
        "12. 推進体制\n\n二者の連携強化\n\n【工程表37】2019年度以降の取組\n- 甲を行う。\n"
    ).topics[0]
    assert [(s.number, s.mark, s.title, s.charts) for s in found.subsections] == [
        (1, "", "二者の連携強化", ("37",))
    ]
    assert found.charts == ()


def test_page_breaks_numbers_and_running_headers_do_not_break_a_bullet():
    body = "".join(
        f"- 項目{n}の開発を進めると\n- {n} -\n\f計画の論点（案）\nともに、試験を行う。\n"
        for n in range(1, 5)
    )
    found = read(f"計画の論点（案）\n1. 観測\n【工程表1】2019年度以降の取組\n{body}")
    assert texts(found.topics[0]) == [
        f"項目{n}の開発を進めるとともに、試験を行う。" for n in range(1, 5)
    ]
    reasons = {leftover.reason for leftover in found.leftovers}
    assert {"page-number", "page-header"} <= reasons


def test_headers_are_known_without_form_feeds():
    body = "".join(f"- 項目{n}の開発を\n\n計画の論点資料\n\n{n}号から行う。\n" for n in "甲乙丙丁")
    found = read(f"1. 観測\n【工程表1】2019年度以降の取組\n{body}")
    assert texts(found.topics[0])[0] == "項目甲の開発を甲号から行う。"


def test_a_table_of_contents_is_no_topic():
    document = read(
        "目次\n1. 観測\n2. 探査\n\n1. 観測\n【工程表1】2019年度以降の取組\n- 甲を行う。\n"
        "2. 探査\n【工程表2】2019年度以降の取組\n- 乙を行う。\n"
    )
    assert [(t.number, len(t.bullets)) for t in document.topics] == [(1, 1), (2, 1)]
    assert "contents" in {leftover.reason for leftover in document.leftovers}


def test_a_heading_that_stands_twice_is_one_topic():
    document = read(
        "1. 観測衛星\n計画の論点\n1. 観測衛星\n【工程表1】2019年度以降の取組\n- 甲を行う。\n"
    )
    assert [(t.number, len(t.bullets)) for t in document.topics] == [(1, 1)]


def test_numbers_in_the_text_are_no_headings():
    found = topic("- 倍率は前の型の\n1.5倍とし、\n3.2節の試験を行う。\n- 次を行う。\n")
    assert texts(found) == ["倍率は前の型の1.5倍とし、3.2節の試験を行う。", "次を行う。"]


def test_a_sentence_that_leans_on_the_bullet_before_a_blank_line_goes_on_with_it():
    found = topic("- 甲を行う。\n\nまた、乙を行う。\n- 丙を行う。\n")
    assert texts(found) == ["甲を行う。また、乙を行う。", "丙を行う。"]


def test_the_place_in_another_document_is_no_heading():
    document = read("４．（２）① ⅰ) 測位\n\n 1 測位衛星\n\n2021年度以降の取組\n ・ 甲を行う。\n")
    assert [(t.number, t.title, len(t.bullets)) for t in document.topics] == [(1, "測位衛星", 1)]


def test_goals_are_neither_plans_nor_results():
    document = read("1 測位衛星\n成果目標\n能力を高める。\n2021年度以降の取組\n ・ 甲を行う。\n")
    assert texts(document.topics[0]) == ["甲を行う。"]
    assert [(x.line, x.reason) for x in document.leftovers] == [(3, "goal")]


def test_the_documents_title_at_the_head_of_a_page_is_no_text():
    document = read(
        "計画工程表の論点\n1. 題\n【工程表1】2019年度以降の取組\n- 甲の\n計画工程表の論点\n開発を行う。\n"
    )
    assert texts(document.topics[0]) == ["甲の開発を行う。"]


def test_chart_numbers_in_ranges_and_with_pages():
    found = read("1. 題\n【工程表１～３、７－②】2019年度以降の取組\n- 甲を行う。\n").topics[0]
    assert found.charts == ("1", "2", "3", "7-2")


def test_what_is_left_over_is_listed_with_its_line():
    document = read("1. 題\n【工程表1】2019年度以降の取組\n- 甲を行う。\n\n※ 注記である\n")
    assert [(x.line, x.reason) for x in document.leftovers] == [(5, "note")]


def test_a_text_without_topics_is_all_left_over():
    document = read("ただの文である。\nもう一行ある。\n")
    assert document.topics == ()
    assert [leftover.line for leftover in document.leftovers] == [1, 2]


@pytest.mark.parametrize("text", ["\x00" * 500, "".join(map(chr, range(32))) * 100])
def test_binary_is_refused(text):
    with pytest.raises(DocumentError, match="binary"):
        read(text)


def test_more_lines_and_bullets_than_a_roadmap_has_are_refused():
    with pytest.raises(DocumentError, match="lines"):
        read("- 甲\n" * 600_000)
    with pytest.raises(DocumentError, match="bullets"):
        read("1. 題\n" + "- 甲を行う。\n" * 20_001)


LINES = st.lists(
    st.sampled_from(
        [
            "1. 題",
            "2. 別題（長い",
            "①部分",
            "【工程表1】2019年度以降の取組",
            "2018年度末までの取組状況",
            "- 甲を行う。",
            "・乙の",
            "続きである。",
            "⇒何か。",
            "",
            "\f",
            "3",
            "※注",
            "【小見出し】",
        ]
    ),
    max_size=25,
)


@given(LINES)
def test_no_line_is_dropped_in_silence(lines):
    text = "\n".join(lines)
    document = read(text)
    held = {leftover.line for leftover in document.leftovers}
    items = {(b.line, raw) for b in document.bullets + document.results for raw in b.raw}
    in_items = {raw for _, raw in items}
    headings = {t.title for t in document.topics} | {
        s.title for t in document.topics for s in t.subsections
    }
    for number, line in enumerate(text.replace("\f", "").split("\n"), 1):
        known = (
            not line.strip()
            or number in held
            or line in in_items
            or line.startswith(("【", "2018年度末", "⇒"))
            or any(line.strip("①0123456789. （(")[:2] in title for title in headings)
            or any(line in q.text for q in document.questions)
        )
        assert known, (number, line)


@given(LINES)
def test_bullets_are_numbered_from_one_without_gaps(lines):
    for found in read("\n".join(lines)).topics:
        assert [b.number for b in found.bullets] == list(range(1, len(found.bullets) + 1))
        assert [b.number for b in found.results] == list(range(1, len(found.results) + 1))
