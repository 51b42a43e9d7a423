"""The shape of later revisions: charts as loose words, results and plans in paragraphs."""

import pytest

from spaceplan.source.read.reader import read_document

AXIS = "令和\n7年度\n(2025年度)\n令和\n6年度\n(2024年度)\n年度\n"
PAGE = (
    "計画工程表（令和６年度改訂）\n目次\n\f" + AXIS + "衛\n星\n①\n甲衛星の運用［内閣府］\n打上げ\n"
    "１．衛星の整備①\n"
    "2024年末までの取組状況\n"
    "【測位の強化】\n"
    "{g}甲衛星の運用を続け、⺠間の利用を調べ\n"
    "た。\n"
    "{g}乙衛星を2024年7月に打ち上げた。\n"
    "2\n\n\n\f"
    "１．衛星の整備①\n"
    "2025年以降の主な取組\n"
    "【測位の強化】\n"
    "{g}甲衛星の運用を続ける。これにより、利用を広\n"
    "げる。\n"
    "{g}丙衛星を2027年度までに打ち上げる。（再\n"
    "掲）\n"
    "3\n\n\n\f" + AXIS + "衛\n星\n②\n③\n"
    "１．衛星の整備②、③\n"
    "2025年以降の主な取組\n"
    "{g}丁衛星の開発を始める。\n"
    "4\n"
)


@pytest.fixture(params=["\uf06e", "", "● "], ids=["private glyph", "no bullets", "bullets"])
def document(request):
    return read_document(PAGE.replace("{g}", request.param), "sample.txt")


def test_results_are_kept_apart_from_plans(document):
    (topic,) = document.topics
    assert [b.text for b in topic.results] == [
        "甲衛星の運用を続け、⺠間の利用を調べた。",
        "乙衛星を2024年7月に打ち上げた。",
    ]
    assert {b.section for b in topic.results} == {"result"}
    assert [b.text for b in topic.bullets] == [
        "甲衛星の運用を続ける。これにより、利用を広げる。",
        "丙衛星を2027年度までに打ち上げる。（再掲）",
        "丁衛星の開発を始める。",
    ]


def test_a_repeat_mark_broken_over_lines_is_seen(document):
    assert [b.repeat_marked for b in document.bullets] == [False, True, False]


def test_pages_are_subsections_with_their_charts(document):
    (topic,) = document.topics
    assert topic.title == "衛星の整備"
    assert [(s.number, s.mark, s.charts) for s in topic.subsections] == [
        (1, "①", ("1-1",)),
        (2, "②、③", ("1-2", "1-3")),
    ]
    assert [b.subhead for b in topic.bullets] == ["測位の強化", "測位の強化", ""]


def test_the_words_of_a_chart_are_leftovers(document):
    labels = [x.text for x in document.leftovers if x.reason == "chart-label"]
    assert "甲衛星の運用［内閣府］" in labels
    assert {x.line for x in document.leftovers if x.reason == "page-number"} == {21, 31, 48}


def test_title_and_date_come_from_the_head(document):
    assert document.title == "計画工程表（令和６年度改訂）"
    assert document.date_hint == "令和6年度"
    assert document.plans_from == "2025年"


def test_a_topic_of_one_page_is_the_chart_of_its_number():
    page = "\f４．次世代の通信\n2025年以降の主な取組\n甲の実証を行う。\n"
    document = read_document(PAGE.replace("{g}", "") + page, "sample.txt")
    assert [(t.number, t.charts) for t in document.topics] == [(1, ()), (4, ("4",))]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("衛星の整備", "衛星の整備（続き）"),
        ("衛星の整備（１／２）", "衛星の整備（２／２）"),
        ("衛星の整備（その１）", "衛星の整備（その２）"),
        ("衛星の整備及び産業の基盤", "衛星の整備及び産業の基盤（つづき）"),
        ("Observing the open ocean", "Observing the open ocean (continued)"),
        ("Ports", "Ports (cont’d)"),
    ],
)
def test_a_page_that_goes_on_with_a_topic_heads_no_other(first: str, then: str) -> None:
    document = read_document(
        f"計画\n\f１．{first}\n2025年以降の主な取組\n・甲衛星の運用を続ける。\n2\n"
        f"\f１．{then}\n2025年以降の主な取組\n・乙衛星の開発を始める。\n3\n"
        "\f２．打上げ\n2025年以降の主な取組\n・射場の整備を進める。\n4\n",
        "d",
    )
    titles = [(topic.number, topic.title, len(topic.bullets)) for topic in document.topics]
    assert titles == [(1, first.partition("（")[0], 2), (2, "打上げ", 1)]


def test_who_is_responsible_behind_a_topic_stands_on_its_first_page_alone() -> None:
    document = read_document(
        "計画\n\f施策１　港〔建設局 港湾課〕\n・岸壁を直す。\n・標識を立て\n\f"
        "施策１　港（続き）\n・灯台を塗る。\n\f施策２　道\n・橋を架ける。\n",
        "d",
    )
    assert [(topic.title, len(topic.bullets)) for topic in document.topics] == [
        ("港", 3),
        ("道", 1),
    ]
    assert [bullet.lead for bullet in document.topics[0].bullets] == ["建設局 港湾課"] * 3


def test_the_end_of_a_wrapped_bracket_is_no_running_header() -> None:
    bullets = [f"• Open station {n} by 2028, after the survey. [Water\n  Board]" for n in range(3)]
    document = read_document(
        "\n".join(["Plan", "Theme 1: Rivers", "Actions", *bullets, "", "ANNEX", "", "It ends."]),
        "d",
    )
    assert [bullet.text[-13:] for bullet in document.bullets] == ["[Water Board]"] * 3


def test_what_stands_before_the_sections_of_a_topic_is_no_item() -> None:
    told = "Demand will exceed the yield of 2025.\n\n"
    section = "Actions\n\n• Open a station by 2028.\n\nThe board will report by 2029.\n"
    document = read_document(f"Plan\n\nTheme 1: Rivers\n\n{told}{section}", "d")
    texts = ["Open a station by 2028.", "The board will report by 2029."]
    assert [bullet.text for bullet in document.bullets] == texts
    assert any(left.reason == "prose" for left in document.leftovers)
    # Where a topic has no sections it may be an item as any other.
    alone = read_document(f"Plan\n\nTheme 1: Rivers\n\n{told}• Open a station by 2028.\n", "d")
    assert len(alone.bullets) == 2
