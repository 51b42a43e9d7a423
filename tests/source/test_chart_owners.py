"""Owners that only the labels of a chart name."""

import pytest

from spaceplan.source.draft.chart_owners import owner_of, read_labels
from spaceplan.source.draft.draft import draft_plan
from spaceplan.source.read.reader import read_document

REGISTRY = {"内閣府": "CAO", "総務省": "MIC", "防衛省": "MOD"}
LABELS = [
    "令和",
    "7年度",
    "打上げ",
    "広帯域受信技術の研究［防衛省］",
    "七機体制に向けた",
    "追加三機の開発整備",
    "[内閣府]",
    "光の地上実証に関する試験及び評価[内閣府、",
    "総務省等]",
    "運用［防衛省］",
    "海外衛星の利用の検討［外務局］",
]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("広帯域受信技術の研究を継続して実施する。", ("MOD",)),
        ("七機体制に向けた追加三機の開発整備を進める。", ("CAO",)),
        ("光の地上実証に関する試験及び評価を行う。", ("CAO", "MIC", "others")),
        ("四機体制の運用を行う。", ()),  # a label of two characters tells of nothing
        ("海外衛星の利用の検討を行う。", ()),  # nobody in the registry
        ("教育を行う。", ()),
    ],
)
def test_a_label_tells_of_what_holds_its_words(text: str, owner: tuple[str, ...]) -> None:
    assert owner_of(text, read_labels(LABELS, REGISTRY)) == owner


def test_two_labels_that_disagree_tell_of_nobody() -> None:
    labels = read_labels(["測位技術の高度化［防衛省］", "測位技術の高度化［内閣府］"], REGISTRY)
    assert owner_of("測位技術の高度化を進める。", labels) == ()


def test_a_draft_takes_them_as_assigned() -> None:
    page = "\n".join(
        [*LABELS, "１．衛星①", "2025年以降の主な取組", "広帯域受信技術の研究を続ける。", "2", ""]
    )
    draft = draft_plan(read_document(page + "\f" + page.replace("①", "②"), "d"), REGISTRY)
    assert [(one.owner, one.basis) for one in draft.milestones if not one.same_as] == [
        (("MOD",), "assigned")
    ]
