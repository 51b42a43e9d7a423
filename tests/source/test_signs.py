"""Topics headed by a sign, where nothing in the document is numbered."""

import pytest

from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.read.reader import read_document


@pytest.mark.parametrize("sign", ["■", "◆ ", "●", "□ ", "◇", "▶"])
def test_a_sign_heads_topics_where_nothing_is_numbered(sign: str) -> None:
    text = (
        "物流計画\n令和７年６月１日\n"
        f"{sign}輸送の効率化【国土交通省】\n【実績】\n➢ 調査を実施済み。\n【今後の予定】\n"
        "➢ 待ち時間の短縮\n  ✓ 導入率を令和８年度末までに上げる。\n"
        f"{sign}転換\n➢ 手引を令和７年夏頃に定める。\n"
    )
    document = read_document(text, "d")
    assert [t.title for t in document.topics] == ["輸送の効率化", "転換"]
    assert [r.text for r in document.results] == ["調査を実施済み。"]
    draft = draft_plan(document, {}, reference_of(document))
    assert [
        f"{one.id} {one.kind} {one.target} {','.join(one.owner)}".strip()
        for one in draft.milestones
    ] == ["1-1 deadline FY2026 国土交通省", "2-1 deadline about 2025-08"]


@pytest.mark.parametrize(
    "text",
    [
        "■ 手引を定める。\n➢ 調べる。\n■ 転換\n➢ 行う。\n",
        "■ 転換\n➢ 行う。\n",
        "■ 効率化\n■ 転換\n■ 普及\n",
        "■ 令和7年度の転換\n➢ 行う。\n■ 令和8年の普及\n➢ 行う。\n",
        "➢ 効率化\n➢ 転換\n",
        "■ 効率化を進める\n➢ 行う。\n■ 転換\n➢ 行う。\n",
    ],
)
def test_signs_that_head_no_topics(text: str) -> None:
    assert not read_document(f"物流計画\n{text}", "d").topics
