"""Who acts, who is only worked with, and who else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.source.draft.owners import bracket_owners, find_owners

REGISTRY = {
    "内閣府": "CAO",
    "総務省": "MIC",
    "文部科学省": "MEXT",
    "文科省": "MEXT",
    "国土交通省": "MLIT",
    "防衛省": "MOD",
    "JAXA": "JAXA",
}


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        ("防衛省は、脆弱性の調査を行う。", ("MOD",), ()),
        ("2019年度に内閣府が検討を行う。", ("CAO",), ()),
        ("内閣府及び文科省は、基準を定める。", ("CAO", "MEXT"), ()),
        ("内閣府、国土交通省等の連携により、動向を調べる。", ("CAO", "MLIT", "others"), ()),
        ("関係2府省（内閣府、文部科学省）の間で調整する。", ("CAO", "MEXT"), ()),
        ("JAXAと防衛省の連携・情報共有を続ける。", ("JAXA", "MOD"), ()),
        ("JAXAとの連携を強めた体制で進める。", (), ("JAXA",)),
        (
            "防衛省は、JAXAに加えて、総務省・国土交通省との連携を検討する。",
            ("MOD",),
            ("JAXA", "MIC", "MLIT"),
        ),
        ("内閣府が関係府省と連携して検討する。", ("CAO",), ("others",)),
        ("内閣府は関係各省と連携し、調べる。", ("CAO",), ("others",)),
        ("JAXAにおける課題を整理する。", (), ("JAXA",)),
        ("JAXAの衛星を用いて観測する。", (), ()),
        ("MODEMの開発を進める。", (), ()),
        ("関係府省により検討する。", (), ()),
        ("体制を整える［内閣府、文部科学省等］。", ("CAO", "MEXT", "others"), ()),
        # What a body is called stands behind its name.
        ("総務省及び宇宙航空研究開発機構（JAXA）は、研究を進める。", ("MIC", "JAXA"), ()),
        (
            "総務省、国土交通省（以下「両省」という。）及び防衛省は、調べる。",
            ("MIC", "MLIT", "MOD"),
            (),
        ),
        ("文部科学省（JAXA）が、研究を進める。", ("MEXT", "JAXA"), ()),
        ("文部科学省（JAXA）の研究を支える。", (), ()),
    ],
)
def test_named(text, owner, partners):
    named = find_owners(text, REGISTRY)
    assert (named.owner, named.partners) == (owner, partners)


@pytest.mark.parametrize(
    ("text", "owner", "unknown"),
    [
        ("防衛省及び海上保安庁は、受信機を導入する。", ("MOD", "海上保安庁"), ("海上保安庁",)),
        ("水産庁は見直しを行う。", ("水産庁",), ("水産庁",)),
        ("復興庁が、2027年度に手引を定める。", ("復興庁",), ("復興庁",)),
        ("こども家庭庁は、手引を広める。", ("こども家庭庁",), ("こども家庭庁",)),
        ("手引を定める。【こども家庭庁】", ("こども家庭庁",), ("こども家庭庁",)),
        (
            "水産研究・教育機構（FRA）は、手引を定める。",
            ("水産研究・教育機構",),
            ("水産研究・教育機構",),
        ),
        (
            "警察庁・水産研究・教育機構は、定める。",
            ("警察庁", "水産研究・教育機構"),
            ("警察庁", "水産研究・教育機構"),
        ),
        ("水産庁及び防衛省は、定める。", ("水産庁", "MOD"), ("水産庁",)),
        ("海洋技術機構（MTO）は、手引を定める。", ("海洋技術機構",), ("海洋技術機構",)),
        ("手引を定める。【消費者庁、総務省】", ("消費者庁", "MIC"), ("消費者庁",)),
        (
            "手引を定める（担当：個人情報保護委員会）。",
            ("個人情報保護委員会",),
            ("個人情報保護委員会",),
        ),
        (
            "手引を定める。〔◎防衛省、○警察庁、JOGMEC〕",
            ("MOD", "警察庁", "JOGMEC"),
            ("警察庁", "JOGMEC"),
        ),
        ("手引を定める。【地方公共団体】", ("地方公共団体",), ("地方公共団体",)),
        ("手引を定める。［治山課］", ("治山課",), ("治山課",)),
        ("手引を定める。〔人材室、総務省〕", ("人材室", "MIC"), ("人材室",)),
        ("手引を定める。（治山課）", ("治山課",), ("治山課",)),
        ("手引を定める。［別表の課を除く］", (), ()),
        # No body, or not one that acts.
        ("関係省庁は、手引を定める。", (), ()),
        ("官公庁は、手引を使う。", (), ()),
        ("米国国防総省が手引を定める。", (), ()),
        ("手引を定める（基地局）。", (), ()),
        ("探査機を造る（SLIM）。", (), ()),
        ("水産庁の手引を改める。", (), ()),
        ("法務省令を改める。", (), ()),
    ],
)
def test_a_body_that_the_registry_lacks_stands_for_itself_and_is_told(text, owner, unknown):
    named = find_owners(text, REGISTRY)
    assert (named.owner, named.unknown) == (owner, unknown)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("整備【内閣府（防災担当）、総務省】", ("CAO", "MIC")),
        ("整備（内閣府（防災担当）、総務省）", ("CAO", "MIC")),
        ("整備【総務省情報流通行政局】", ("MIC",)),
        ("整備（主担当：総務省、副担当：防衛省）", ("MIC", "MOD")),
        ("整備［所管：総務省・防衛省］", ("MIC", "MOD")),
        ("整備〔総務省/文部科学省等〕", ("MIC", "MEXT", "others")),
        ("整備（総務省の施設）", ()),
        ("整備（2021年度、総務省）", ("MIC",)),
        ("整備（文部科学省令）", ()),
        ("整備【防災担当】", ()),
        ("整備（大学）", ()),
        ("整備（注：総務省を除く）", ()),
    ],
)
def test_what_a_bracket_says_beside_its_bodies(text, codes):
    assert bracket_owners(text, REGISTRY) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("システムの検討［内閣府、総務省、文部科学省等］", ("CAO", "MIC", "MEXT", "others")),
        ("運用[防衛省]", ("MOD",)),
        ("打上げ（2021年度）", ()),
        ("検討【内閣府・未知の役所】", ()),
    ],
)
def test_a_bracket_counts_where_it_holds_organisations_alone(text, codes):
    assert bracket_owners(text, REGISTRY) == codes


def test_without_a_registry_bodies_stand_for_themselves():
    assert find_owners("防衛省は、調べる。", {}).owner == ("防衛省",)


@given(st.text(alphabet="内閣府防衛省等、・との連携はが（）［］JAXA関係", max_size=60))
def test_others_stand_last_and_nobody_twice(text):
    named = find_owners(text, REGISTRY)
    for codes in (named.owner, named.partners):
        assert len(set(codes)) == len(codes)
        assert "others" not in codes[:-1]
