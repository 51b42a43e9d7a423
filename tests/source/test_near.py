"""What speaks for it, and against it, that one commitment goes on in another."""

from __future__ import annotations

import pytest

from spaceplan.source.compare.names import elsewhere, features


@pytest.mark.parametrize(
    ("old", "new", "other", "another"),
    [
        # Another thing of the kind stands in its place, and it stands elsewhere.
        ("東浜港の岸壁を直す。", "北崎港の岸壁を直す。", "東浜港の泊地を掘る。", True),
        ("牛舎の換気を改める。", "鶏舎の換気を改める。", "牛舎に発電機を置く。", True),
        ("中央病院に当直医を置く。", "西部病院に当直医を置く。", "中央病院を建て替える。", True),
        # What is done, by whom and how is no thing of a kind.
        ("岸壁の点検の予定を組む。", "岸壁の点検を組む。", "来月の予定を告げる。", False),
        ("牛舎の換気の充実を図る。", "牛舎の換気の記録を図る。", "餌の充実を図る。", False),
        ("共同研究を通じて種を選ぶ。", "意見を通じて種を選ぶ。", "共同研究を広げる。", False),
        ("医療用窓口の教材を作る。", "窓口の教材を作る。", "医療用窓口を増やす。", False),
    ],
)
def test_another_noun_of_a_kind_is_another_thing(
    old: str, new: str, other: str, another: bool
) -> None:
    assert elsewhere(old, new, [other]) is another
