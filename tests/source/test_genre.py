"""Documents of the genre that no rule was made for: other headings, glyphs, layouts, calendars.

What is expected is what a careful reader would encode: topics (#) with their charts, subsections
(##), each milestone with kind, target, (horizon), x times a year and who acts; repeats (=),
results and questions (?).
"""

from pathlib import Path
from textwrap import dedent

import pytest

from spaceplan.source.draft.draft import Drafted, draft_plan
from spaceplan.source.draft.leftovers import unread
from spaceplan.source.read.files import read_text
from spaceplan.source.read.reader import read_document

GENRE = Path(__file__).parent / "genre"
REGISTRY = {
    "内閣府": "CAO",
    "総務省": "MIC",
    "文部科学省": "MEXT",
    "厚生労働省": "MHLW",
    "経済産業省": "METI",
    "国土交通省": "MLIT",
    "気象庁": "JMA",
}
EXPECTED = {
    "bare-numbers": """
        # 1 観測
        1-1 start 2022 JMA
        1-2 start FY2023 (~FY2029)
        # 2 伝達
        2-1 deadline FY2021
        2-2 recurring FY2021.. x1 CAO,MIC,JMA
        2-3 window FY2021..FY2022
        # 3 復旧
        3-1 deadline FY2022
        3-2 window 2021-10..2022-03
    """,
    "chapters": """
        # 1 海底資源の調査
        ## (1) 鉱床の分布
        ## (2) 採掘技術
        1-1 deadline FY2022 資源庁,MEXT
        1-2 deadline FY2023
        1-3a deadline FY2024
        1-3b start FY2025
        1-4 ongoing
        1-5 recurring FY2022..
        # 2 海の安全
        2-1 deadline FY2022Q3 海上保安庁
        2-2 ongoing
        2-3a deadline ~2030
        2-3b start FY2022
        # 3 人材
        3-1 deadline FY2022
        3-2 ongoing
    """,
    "charts": """
        # 11 予報 [3] [5-2]
        ## ① 太陽観測
        ## ② 警報
        11-1a deadline FY2019
        11-1b start FY2020
        11-2 deadline ~FY2021
        11-3 deadline FY2019
        11-4 start FY2019
        # 12 対策 [12]
        12-1 deadline FY2020H1
        12-2 = 11-3
        ?
    """,
    "kanji-numbers": """
        # 1 目的
        # 2 対策
        ## (一) 実態の把握
        ## (二) 活用
        2-1a deadline 2023 MLIT
        2-1b deadline FY2023 MLIT
        2-2 deadline FY2024H1 MIC
        2-3 deadline FY2023Q2
        2-4 ongoing
        # 3 財源
        3-1 ongoing
    """,
    "labelled": """
        # 1 製造
        1-1 deadline FY2022 (~2030) METI
        1-2 ongoing
        # 2 輸送
        2-1a deadline FY2020
        2-1b deadline FY2021H1
        2-2 deadline FY2020Q1
        # 3 利用
        3-1 deadline FY2025
        3-2 ongoing with MLIT
        3-3 recurring FY2020..
        3-4 = 2-1
        ?
    """,
    "markdown": """
        # 1 電子カルテ
        1-1 deadline FY2024
        1-2a deadline 2030
        1-2b start FY2025
        1-3 deadline ~FY2024
        # 2 処方箋
        2-1 deadline 2025-03 MHLW
        2-2 ongoing
        # 3 情報基盤
        3-1 start FY2024
        3-2 start 2024-12
    """,
    "nested": """
        # 1 物流
        ## (1) 離島配送
        ## (2) 山間部配送
        1-1 deadline FY2024
        1-2 deadline ~2025-08
        1-3a start 2024-10
        1-3b deadline 2026-03
        1-4 deadline FY2025
        # 2 点検
        2-1 ongoing
        2-2 window FY2024..FY2028
        2-3 window 2025..2029
    """,
    "pages": """
        # 1 量子計算機
        1-1 deadline FY2026 MEXT,METI,others
        1-2 deadline ~FY2027H2
        1-3 deadline FY2024 MEXT
        result
        # 2 量子通信
        2-1 window FY2025..FY2027 MIC
        2-2 ongoing
        2-3 recurring FY2023.. x~2
        result
    """,
    "roman-above": """
        # 1 データ連携
        ## (1) 時刻表データ
        ## (2) 決済
        1-1 deadline FY2023 MLIT
        1-2 deadline FY2025 MLIT,デジタル庁
        1-3 deadline FY2024H1
        1-4 deadline ~FY2023Q4
        # 2 自動運転
        2-1 deadline ~FY2025
        2-2 deadline FY2027
        # 3 法令
        3-1 deadline ~2026-10-01
        3-2 deadline 2024
    """,
    "sections": """
        # 1 森林の管理
        ## 1. 現状
        ## 2. 取組
        1-1 window FY2019..FY2021 林野庁
        1-2 deadline FY2023
        result
        # 2 木材の利用
        ## 1. 現状
        ## 2. 取組
        2-1 deadline FY2021
        2-2 deadline 2025
        result
        # 3 技術の開発
        ## 1. 取組
        3-1 deadline FY2020
        3-2 ongoing
    """,
    "unnumbered": """
        # 1 小型衛星
        1-1 start FY2022
        1-2 window FY2022..FY2024
        1-3 deadline FY2022
        # 2 射場
        2-1 deadline FY2022Q1
        2-2 deadline FY2021
        2-3 recurring FY2021.. x2
        2-4 ongoing
        # 3 人材
        3-1 recurring FY2021..
        3-2 ongoing
    """,
    "wrapped": """
        # 1 港湾の脱炭素化
        1-1 deadline FY2025
        1-2a start FY2023H2
        1-2b deadline FY2024
        # 2 港湾の情報化
        2-1 deadline FY2023
        2-2 window FY2022..FY2024
        2-3 = 2-1
    """,
    "nouns": """
        # 1 はじめに
        result
        # 2 工程
        ## (1) 開発
        ## (2) 普及
        2-1 deadline FY2024
        2-2 start FY2025
        2-3 window FY2024..FY2026
        2-4 deadline FY2027
        2-5 deadline FY2030
        # 3 参考
    """,
    "slide": """
        # 1 再エネの導入
        1-1 deadline 2040
        1-2 deadline FY2025
        # 2 移動
        2-1 ongoing
        2-2 deadline 2030
        # 3 ライフスタイル
        3-1 deadline FY2022 (2050)
    """,
}
# Lines that are no text of a topic and no furniture either.
UNREAD = {
    "kanji-numbers": ["この工程表は、空き家対策の進め方を定めるものである。"],
    "nouns": ["※事業者数は令和５年度末の値を基準とする。", "表1 指標"],
    "pages": ["量子技術会議"],
    "sections": ["目次"],
    "slide": ["資料３"],
}


def told(one: Drafted) -> str:
    """A milestone in one line."""
    if one.same_as:
        return f"{one.id} = {one.same_as}"
    words = [one.id, one.kind]
    words += [str(one.target).replace("about ", "~")] if one.target else []
    words += [f"({one.horizon})".replace("about ", "~")] if one.horizon else []
    words += [f"x{one.times}".replace("about ", "~")] if one.times else []
    words += [",".join(one.owner)] if one.owner else []
    words += [f"with {','.join(one.partners)}"] if one.partners else []
    return " ".join(words)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_document_is_read_as_a_careful_reader_would(name: str) -> None:
    document = read_document(read_text(GENRE / f"{name}.txt"), name)
    draft = draft_plan(document, REGISTRY)
    lines: list[str] = []
    for topic in document.topics:
        charts = [f"[{chart}]" for chart in topic.charts]
        lines.append(" ".join(["#", str(topic.number), topic.title, *charts]))
        lines += [f"## {sub.mark} {sub.title}" for sub in topic.subsections]
        lines += [told(one) for one in draft.milestones if one.topic == topic.number]
        lines += ["result"] * len(topic.results) + ["?"] * len(topic.questions)
    assert lines == dedent(EXPECTED[name]).strip().split("\n")
    assert [left.text for left in unread(draft.leftovers)] == UNREAD.get(name, [])


def test_every_document_is_expected() -> None:
    assert {path.stem for path in GENRE.glob("*.txt")} == set(EXPECTED)


def reflowed(text: str, width: int, header: str) -> str:
    """A text as a PDF gives it: lines cut at a width, in mid-word, and pages with numbers."""
    cut: list[str] = []
    for line in text.split("\n"):
        cut += [line[i : i + width] for i in range(0, len(line), width)]
    pages = [cut[i : i + 11] for i in range(0, len(cut), 11)]
    return "\f".join(
        "\n".join([*([header] if header else []), *page, f"- {number} -\n"])
        for number, page in enumerate(pages, 1)
    )


@pytest.mark.parametrize("name", sorted(EXPECTED))
@pytest.mark.parametrize("width", [26, 34, 50])
@pytest.mark.parametrize("header", ["", "分野別の工程（資料１）"], ids=["plain", "header"])
def test_lines_cut_by_pages_are_joined_again(name: str, width: int, header: str) -> None:
    text = read_text(GENRE / f"{name}.txt")
    whole = read_document(text, name)
    cut = read_document(reflowed(text, width, header), name)
    assert [(b.id, b.fingerprint) for b in cut.bullets] == [
        (b.id, b.fingerprint) for b in whole.bullets
    ]
