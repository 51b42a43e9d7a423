"""The table of date phrases: every row's examples are its tests."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source.phrase_tables import examples_of, lines_of

from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.times import Point, Time
from spaceplan.source.draft.phrases import COMMITMENT, PAST
from spaceplan.source.draft.read_phrases import find_phrases
from spaceplan.source.draft.roles import JAPANESE
from spaceplan.source.draft.time_forms import FORMS
from spaceplan.source.draft.time_words import Reference, find_times
from spaceplan.source.read.text import normalise

SPRING_2019 = Reference(date(2019, 5, 20), read_time("FY2019"))
UNKNOWN = Reference()
ROLES = JAPANESE.rows

FORM_EXAMPLES = [
    (form.reader, *example) for form in FORMS for example in examples_of(form.examples)
]
ROLE_EXAMPLES = [(role, *example) for role in ROLES for example in examples_of(role.examples)]


def times_in(text, reference=SPRING_2019):
    return [str(word.time) for word in find_times(normalise(text), reference)]


@pytest.mark.parametrize(("reader", "text", "expected"), FORM_EXAMPLES)
def test_every_form_reads_its_examples(reader, text, expected):
    (word,) = find_times(normalise(text), SPRING_2019)
    assert str(word.time or "") == expected


@pytest.mark.parametrize(("role", "text", "expected"), ROLE_EXAMPLES)
def test_every_role_is_given_to_its_examples(role, text, expected):
    phrase = find_phrases(normalise(text), UNKNOWN)[0]
    assert (phrase.role, phrase.why, str(phrase.time)) == (role.role, role.why, expected)


FORM_MISSES = [(form, miss) for form in FORMS for miss in lines_of(form.misses)]
ROLE_MISSES = [(role, miss) for role in ROLES for miss in lines_of(role.misses)]


@pytest.mark.parametrize(("form", "text"), FORM_MISSES)
def test_a_near_miss_is_no_time_of_the_form(form, text):
    words = normalise(text)
    assert not any(re.fullmatch(form.pattern, word.text) for word in find_times(words, SPRING_2019))


@pytest.mark.parametrize(("role", "text"), ROLE_MISSES)
def test_a_near_miss_is_decided_by_another_row(role, text):
    words = normalise(text)
    rows = [JAPANESE.decide(words, word, UNKNOWN)[0] for word in find_times(words, UNKNOWN)]
    assert role not in rows


@pytest.mark.parametrize("row", [*FORMS, *ROLES])
def test_every_row_has_six_examples_and_six_near_misses(row):
    assert len(examples_of(row.examples)) >= 6
    assert len(set(lines_of(row.misses))) >= 6


@pytest.mark.parametrize(
    "text",
    [
        "二国間戦略2016-2025に基づき",  # a name's years stand without 年
        "産業ビジョン2030を踏まえ",
        "東京2020の会場で",
        "24時間365日の監視",
        "5年間の計画",
        "第3号機と10機体制",
        "1.5倍にする",
        "年間計画を定める",
        "中長期の目標",
        "2019年13月に",
        "令和0年度に",
    ],
)
def test_what_is_no_time(text):
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２０ 年 度め\nどに", "about FY2020"),
        ("2019年度末頃までを目途に", "about FY2019"),
        ("令和２年度を目処に", "about FY2020"),
        ("2021年6月頃に", "about 2021-06"),
        ("2019年中頃に", "mid-2019"),
        ("2020年度中に", "FY2020"),
        ("2016年度〜2022年度", "FY2016..FY2022"),
        ("2016～2022年度", "FY2016..FY2022"),
        ("2016年度-2022年度", "FY2016..FY2022"),
    ],
)
def test_spellings(text, expected):
    assert times_in(text) == [expected]


def test_words_relative_to_the_document_need_its_date():
    assert times_in("来年度に", UNKNOWN) == ["None"]
    assert times_in("来年度に", Reference(date(2024, 12, 24))) == ["FY2025"]
    assert times_in("来年度に", Reference(date(2025, 1, 10))) == ["FY2025"]


@pytest.mark.parametrize(
    ("decided", "first"),
    [
        (date(2025, 2, 28), "FY2024.."),
        (date(2025, 3, 1), "FY2025.."),
        (date(2025, 3, 31), "FY2025.."),
        (date(2025, 4, 1), "FY2025.."),
    ],
)
def test_what_recurs_begins_with_the_first_year_that_has_a_month_left(decided, first):
    assert times_in("毎年度点検する", Reference(decided)) == [first]


def test_the_same_and_the_next_year_count_from_the_time_named_before():
    assert times_in("2021年度に設計し、翌年度に試験する") == ["FY2021", "FY2022"]
    assert times_in("2021年4月に着手し、同年9月に終える", UNKNOWN) == ["2021-04", "2021-09"]


def test_years_after_an_event_need_its_date():
    text = "法の施行後5年を経過した段階で"
    assert times_in(text) == ["None"]
    known = Reference(anchors={"施行": date(2018, 11, 15)})
    assert times_in(text, known) == ["2023-11-15"]


def test_what_had_ended_before_the_document_is_past():
    (phrase,) = find_phrases("2010年度に行う検討", SPRING_2019)
    assert phrase.role == PAST


def test_what_lies_ahead_is_not_past_whatever_the_verb():
    (phrase,) = find_phrases("2021年度に試作した装置を載せる", SPRING_2019)
    assert phrase.role == COMMITMENT


def test_how_often_in_a_year():
    (word,) = find_times("年間3回程度", SPRING_2019)
    assert str(word.times) == "about 3"
    (word,) = find_times("四半期ごとに", SPRING_2019)
    assert str(word.times) == "4"


@given(
    st.integers(1990, 2090),
    st.sampled_from(["{}年度", "{} 年 度", "FY{}"]),
    st.sampled_from(["に打ち上げる", "までに整理する", "の完成を目指す"]),
)
def test_any_fiscal_year_is_read_as_itself(year, spelling, rest):
    text = normalise("装置を" + spelling.format(year) + rest)
    (phrase,) = find_phrases(text, UNKNOWN)
    assert phrase.time == Time(Point("fy", year))
    assert phrase.role == COMMITMENT


@given(
    st.text(
        alphabet="2019年度月に中末後半から以降まで令和元度毎目途頃「」（）、。 開始検討した",
        max_size=120,
    )
)
def test_phrases_never_overlap_and_lie_in_the_text(text):
    words = normalise(text)
    end = 0
    for phrase in find_phrases(words, SPRING_2019):
        assert end <= phrase.start < phrase.end <= len(words)
        end = phrase.end
