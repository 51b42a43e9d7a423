"""The words of runs without blanks, and what two wordings have in common as whole words."""

from __future__ import annotations

import pytest

from spaceplan.source.compare.runs import Runs
from spaceplan.source.compare.shared import Shared

TEXTS = (
    "衛星の利用の促進を図る。農業の担い手を育てる。港湾の施設の整備を進める。",
    "活用を進め、情報を集め、評価を行う。有人の拠点に参画する。精度を高め、脆弱な所を直す。",
    "宇宙の状況の把握に努める。国際的な競争に備える。病院の医師の確保を急ぐ。測位の補強を行う。",
)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("衛星利用促進", "衛星 利用 促進"),
        ("港湾施設整備", "港湾 施設 整備"),
        ("国際競争力", "国際 競争 力"),
        ("高精度測位補強", "高 精度 測位 補強"),
        ("脆弱性評価", "脆弱 性 評価"),
        ("月周回有人拠点", "月 周回 有人 拠点"),
        ("医師確保対策", "医師 確保 対策"),
        ("把握", "把握"),
    ],
)
def test_a_run_of_ideographs_is_cut_where_its_words_end(run: str, words: str) -> None:
    assert " ".join(Runs(TEXTS).words(run)) == words


OTHERS = (
    "港の混雑の緩和策をまとめる。",
    "曳船の乗組員の教材を作る。",
    "病院の献立を改める。",
    "Renew the lighting of the northern quays.",
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # Whole words, never a part of one: not 用促進.
        ("衛星利活用促進会議を開く。", "通信衛星の利用促進に努める。", ["促進", "衛星"]),
        ("農業用水路の点検を行う。", "工業用水路の点検を行う。", ["水路", "点検"]),
        ("省力栽培体系を広げる。", "省力栽培体系の手引きを配る。", ["省力栽培体系"]),
        # The beginning of a verb is no word.
        ("病床の増加を見据え、準備する。", "医師の増加を見据え、準備する。", ["増加", "準備"]),
        ("輸入及び輸出を調べる。", "輸出及び検疫を調べる。", ["輸出"]),
        # Who acts, and when, is nothing in common.
        ("標識を2026年度に立てる。【海上保安庁】", "浮標を2026年度に置く。【海上保安庁】", []),
        # That two start from the same is nothing either.
        ("地震の経験を踏まえ、岸壁を補強する。", "地震の経験を踏まえ、病院を移す。", []),
        (
            "Plant windbreaks along the drained polders.",
            "Renew the drained polders and their windbreaks.",
            ["windbreaks", "drained polders"],
        ),
    ],
)
def test_what_two_have_in_common_is_told_in_whole_words(
    old: str, new: str, told: list[str]
) -> None:
    found = Shared([old, *OTHERS], [new, *OTHERS]).common(old, new)
    assert sorted(one.text for one in found) == sorted(told)


@pytest.mark.parametrize(
    ("old", "new", "tells"),
    [
        ("赤外線センサを載せる。", "赤外線センサを試す。", True),
        ("契約ガイドラインを改める。", "契約ガイドラインの説明会を開く。", True),
        ("Write the labelling standard.", "Apply the labelling standard.", True),
        # What is done, and how, is said of anything, also where it is rare.
        ("利用を促進する。", "導入を促進する。", False),
        ("効果的な体制とする。", "効果的な手法を選ぶ。", False),
        ("適切な時期に点検する。", "適切な方法で報告する。", False),
    ],
)
def test_what_few_others_have_tells_where_it_names_a_thing(old: str, new: str, tells: bool) -> None:
    found = Shared([old, *OTHERS], [new, *OTHERS]).common(old, new)
    assert any(one.few for one in found) is tells


def test_what_many_have_tells_of_none_of_them() -> None:
    old = [f"準天頂衛星の{what}を進める。" for what in ("整備", "試験", "調整", "広報", "輸出")]
    new = "準天頂衛星の受信機を配る。"
    assert [one.few for one in Shared(old, [new]).common(old[0], new)] == [False]
    assert [one.few for one in Shared(old[:2], [new]).common(old[0], new)] == [True]
