"""Fields of Japanese items and headings: who, when, and what it costs."""

import pytest

from spaceplan.source.draft.draft import draft_plan
from spaceplan.source.read.fields import field_line, split_fields
from spaceplan.source.read.lines import fold_line
from spaceplan.source.read.reader import read_document


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("庁舎を建てる。　時期：令和10年度", "庁舎を建てる。", "令和10年度"),
        ("庁舎を建てる。（実施時期：令和８年度～令和９年度）", "庁舎を建てる。", "令和８年度～令和９年度"),
        ("庁舎を建てる。【時期】令和8年度【担当】総務課", "庁舎を建てる。【担当】総務課", "令和8年度"),
        ("庁舎を建てる（担当：総務課、期限：令和8年9月）", "庁舎を建てる（担当：総務課、）", "令和8年9月"),
        ("庁舎を建てる。時期：令和8年度、9年度", "庁舎を建てる。", "令和8年度、9年度"),
        ("庁舎を点検する。　時期：随時　予算：1,200千円", "庁舎を点検する。", "随時"),
        ("時期：令和8年度", "時期：令和8年度", None),
        ("期間：長いほど良いことを伝える。", "期間：長いほど良いことを伝える。", None),
        ("適切な時期：令和8年度を目指す。", "適切な時期：令和8年度を目指す。", None),
        ("工事の時期は、令和8年度とする。", "工事の時期は、令和8年度とする。", None),
        ("時期【令和8年度】に建てる。", "時期【令和8年度】に建てる。", None),
        ("庁舎を建てる。時期：早めに", "庁舎を建てる。時期：早めに", None),
    ],
)  # fmt: skip
def test_times_stand_in_fields_of_their_own(text: str, words: str, time: str | None) -> None:
    own, fields = split_fields(text)
    assert (own.strip(), fields.get("time")) == (words, time)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("担当：総務課", ("owner", "担当:総務課")),
        ("**担当課：** 総務課", ("owner", "担当課: 総務課")),
        ("協力：漁協", ("support", "協力:漁協")),
        ("【時期】令和8年度", ("time", "令和8年度")),
        ("実施期間：令和8年度～", ("time", "令和8年度~")),
        ("事業費：3億円", ("other", "3億円")),
        ("担当：総務課が手引を改める。", None),
        ("時期：早めに", None),
        ("庁舎：3棟", None),
    ],
)
def test_a_line_is_a_field_where_its_value_can_be_one(
    line: str, field: tuple[str, str] | None
) -> None:
    assert field_line(fold_line(line)) == field


PLAN = """\
# 森の町計画

令和7年4月1日

## 1 森

### 1-1 間伐の推進

担当：林務課
時期：令和8年度末まで
予算：1,200千円

### 1-2 林道の開設

【担当】県林務事務所
【時期】令和9年度～令和11年度

### 1-3 木材の利用

- 庁舎を木造で建てる。
  - 担当：総務課
  - 時期：令和10年度
- 木の食器を配る
  時期：毎年度
  担当：林務課
"""


def test_fields_below_a_heading_and_below_an_item_are_read() -> None:
    milestones = draft_plan(read_document(PLAN, "d"), {}).milestones
    assert [(one.title, one.kind, str(one.target), one.owner) for one in milestones] == [
        ("間伐の推進", "deadline", "FY2026", ("林務課",)),
        ("林道の開設", "window", "FY2027..FY2029", ("県林務事務所",)),
        ("庁舎を木造で建てる", "deadline", "FY2028", ("総務課",)),
        ("木の食器を配る", "recurring", "FY2025..", ("林務課",)),
    ]
