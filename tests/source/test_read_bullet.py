"""From words to commitments: kind, target, horizon, parts and first status."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source.phrase_tables import examples_of

from spaceplan.roadmap.read_times import read_time
from spaceplan.source.draft.clauses import NO_PARTS, PARTS
from spaceplan.source.draft.read_bullet import read_bullet
from spaceplan.source.draft.reasons import grounds_text
from spaceplan.source.draft.time_words import Reference

FROM_2019 = Reference(plans_from=read_time("FY2019"))
LATE_2024 = Reference(date(2024, 12, 24), read_time("2025"))


def read(text, reference=FROM_2019):
    return [f"{p.kind} {p.target}" if p.target else p.kind for p in read_bullet(text, reference)]


def one(text, reference=FROM_2019):
    (proposal,) = read_bullet(text, reference)
    return proposal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("試験機を2020年度に打ち上げる。", "deadline FY2020"),
        ("2021年度の打上げを目指し、設計を進める。", "deadline FY2021"),
        ("2023年度めどの体制構築に向けて、整備を進める。", "deadline about FY2023"),
        ("2022年度の1号機打上げに向けて試験を継続する。", "deadline FY2022"),
        ("2019年度前半までに方向性を整理する。", "deadline FY2019H1"),
        ("2019年年央を目途に方針をまとめる。", "deadline about mid-2019"),
        ("2019年後半には、会合を開き、機能の強化を図る。", "deadline 2019H2"),
        ("2018年度中も含めて早期に枠組みを作る。", "deadline about FY2018"),
        ("20の自治体への導入を2021年度に進める。", "deadline FY2021"),
        ("運用方法の検討を2019年度に開始する。", "start FY2019"),
        ("2020年度より補強サービスを始める。", "start FY2020"),
        ("2019年以降必要な対策を反映する。", "start 2019"),
        (
            "2016年度～2022年度の間に機器を整備し、2022年度の打上げを目指す。",
            "window FY2016..FY2022",
        ),
        ("説明会を毎年開く。", "recurring FY2019.."),
        ("2021年度から毎年、報告を出す。", "recurring FY2021.."),
        ("作業部会を2019年度以降も継続して開く。", "ongoing"),
        ("利用の拡大を図る。", "ongoing"),
        ("2017年度に実施した調査を共有する。", "ongoing"),
        ("2023年度から運用するシステムの担い手を育てる。", "ongoing"),
        ("2023年度以降の運用開始を見据え、経費の検討を進める。", "ongoing"),
        ("2020年に開催される大会に向けて、実証の検討を行う。", "ongoing"),
        ("2030年以降の活動の在り方について、2019年度に整理する。", "deadline FY2019"),
    ],
)
def test_one_commitment(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "甲機について、2021年度の打上げを目指し開発を進める。また、乙機について、2024年度の打上げを目指す。",
            ["deadline FY2021", "deadline FY2024"],
        ),
        (
            "将来像の検討を進めるとともに、2019年度に飛行実験を行い、技術を実証する。",
            ["ongoing", "deadline FY2019"],
        ),
        (
            "年間3回程度の説明会を開くとともに、審査を迅速に行う。",
            ["recurring FY2019..", "ongoing"],
        ),
        (
            "部品の低価格化を進めるとともに、機会の提供を2019年度から行う。また、補助を行うとともに、点検を毎年行う。",
            ["ongoing", "start FY2019", "recurring FY2019.."],
        ),
        (
            "2020年度以降、情報網との連携を強める。また、各国との協力を図る。",
            ["start FY2020", "ongoing"],
        ),
        (
            "甲衛星を2021年度に、乙衛星を2023年度に打ち上げる。",
            ["deadline FY2021", "deadline FY2023"],
        ),
    ],
)
def test_parts_where_commitments_differ_in_target_or_kind(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年度に試験を行い、2023年度に打ち上げる。",  # steps towards one result
        "2023年度に打ち上げる。これにより、通信の能力を強化する。",  # tells more of the same
        "2023年度までに、装置を開発するとともに、運用の体制を整える。",  # the time holds for both
        "民間とともに2023年度に実証する。",  # in company, no second action
    ],
)
def test_no_parts_where_it_is_one_result(text):
    assert read(text) == ["deadline FY2023"]


def test_an_own_aim_and_a_nearer_step_are_two():
    text = "2030年度の後継機の打上げに向け、2025年度から整備に着手する。"
    assert read(text, LATE_2024) == ["deadline FY2030", "start FY2025"]


@pytest.mark.parametrize(("text", "parts"), examples_of(PARTS) + examples_of(NO_PARTS))
def test_dated_clauses_with_objects_of_their_own_are_parts(text, parts):
    assert read(text) == parts.split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2030年代前半までに後継船を建造する。", "deadline 2034"),
        ("2030年代までに後継船を建造する。", "deadline 2039"),
        ("2030年代に後継船を建造する。", "window 2030..2039"),
        ("2030年代後半に後継船を建造する。", "window 2035..2039"),
        ("2030年代の利用を見据えた検討を行う。", "ongoing"),
        ("2026年度の試験開始、2028年度まで継続に向けて準備を進める。", "window FY2026..FY2028"),
        ("2026年度に開始し、2028年度まで実施する。", "window FY2026..FY2028"),
        ("2028年度まで実施する。", "deadline FY2028"),
        ("2028年度まで調査を継続する。", "deadline FY2028"),
        ("2025年度から3年間の期間に実証を行う。", "window FY2025..FY2027"),
        ("新型の計器を2026年度以降の実証を目指して着実に製作する。", "start FY2026"),
        ("2024年に結ばれた協定を踏まえ、引き続き議論に加わる。", "ongoing"),
        ("今年度中に方針を定める。", "deadline FY2024"),
        ("来年度に試験を行う。", "deadline FY2025"),
        ("本年度末までに結論を得る。", "deadline FY2024"),
    ],
)
def test_later_rules(text, expected):
    assert read(text, LATE_2024) == [expected]


def test_a_year_named_but_not_committed_to_is_the_horizon():
    proposal = one("2021年度からの民間主体の事業を見据え、基盤を引き続き整備する。")
    assert (proposal.kind, str(proposal.horizon), proposal.status) == (
        "ongoing",
        "FY2021",
        "active",
    )


def test_how_often_stands_with_a_recurring_one():
    assert str(one("年２回、説明会を行う。").times) == "2"


def test_a_not_before_needs_the_date_of_its_event():
    text = "法の施行後5年を経過した段階で検討を加える。"
    unknown = one(text)
    assert (unknown.kind, unknown.sure) == ("ongoing", "low")
    assert unknown.grounds[0].why == "from-undated-event"
    known = Reference(plans_from=read_time("FY2019"), anchors={"施行": date(2018, 11, 15)})
    assert read(text, known) == ["start 2023-11-15..FY2023"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("開発を継続する。", "active"),
        ("引き続き検討する。", "active"),
        ("着実に整備する。", "active"),
        ("専門性と継続性に留意する。", "planned"),
        ("2020年度より、引き続きサービスを始める。", "planned"),
        ("説明会を毎年開く。", "active"),
        ("検討する。", "planned"),
    ],
)
def test_first_status(text, status):
    assert one(text).status == status


def test_the_reason_names_the_words_it_was_read_from():
    proposal = one("試験機を2020年度に打ち上げる。")
    assert proposal.phrase == "2020年度に"
    assert grounds_text(proposal.grounds, (), "en") == "2020年度に: to be achieved in it"
    assert proposal.sure == "high"


@given(
    st.text(
        alphabet="2019年度に、。とともに開始する検討し以降から毎年「」（）2023目指し継続",
        max_size=150,
    )
)
def test_every_text_is_read_as_something_sound(text):
    proposals = read_bullet(text, FROM_2019)
    assert len({(p.kind, str(p.target)) for p in proposals}) == len(proposals)
    for proposal in proposals:
        assert (proposal.target is None) == (proposal.kind == "ongoing")
        assert not (proposal.kind == "start" and proposal.status == "active")
