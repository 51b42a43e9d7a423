"""Dated clauses of one sentence that commit to things of their own, and are parts of the item.

「2021年度に調査を行い、2023年度に装置を造る」 are two. Steps towards one result are one: the later
clause has no object of its own (「2021年度に試験を行い、2023年度に打ち上げる」), or the earlier one
only accompanies it (つつ, ながら).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spaceplan.source.draft.phrases import RECURRING, TOWARDS
from spaceplan.source.draft.read_phrases import TimePhrase
from spaceplan.source.draft.segments import Segment

# A verb in mid-sentence, and none of the particles that end alike.
_VERB_END = re.compile(
    "(?<!につい)(?<!におい)(?:(?<!とし)|(?<=こととし))(?<!に対し)(?<!に関し)(?<!を通じ)(?<!に向け)(?<!に加え)(?<!にかけ)"
    "(?<!に応じ)(?<!に基づい)(?<!に際し)(?<!によっ)(?<!にとっ)"
    "(?:[しいりめみえきけげせべれねび]|って|んで|(?<=[しいりめみえきけげせべれねびっ])て)、"
)
_BRACKETED = re.compile(r"(?:予定|目標|めど)?\)、")
_ACCOMPANYING = re.compile("(?:つつ|ながら)、")
_AIMED = re.compile("(?:に向け(?:て)?|を目指し(?:て)?|べく|ため|に備え(?:て)?|を目標に)、")
# を, が; and what a verb of beginning has: 「更新に2027年度から着手する」.
_OWN_OBJECT = re.compile("を|が|(?<=[一-龯ァ-ヴーA-Za-z0-9」)])に[^、。を]{0,16}(?:着手|取り?組)")


# Texts, and what their parts are read as: the tests of the rules.
PARTS = """
2021年度に検討し、合意を得たものについて、2022年度の通常国会に法律案を提出する。 → \
deadline FY2021; deadline FY2022
2021年度に範囲の調査を実施し、2023年度までにシステムの構築を行い、2024年度に運用を開始する。 → \
deadline FY2021; deadline FY2023; start FY2024
2021年度に方針を策定し、2022年度以降、同方針に基づき公開を進める。 → deadline FY2021; start FY2022
2031年度の標本の持ち帰りに向け、2026年度に採取船を出航させる。 → deadline FY2031; deadline FY2026
1号機を2023年度に、2号機を2025年度に打ち上げる。 → deadline FY2023; deadline FY2025
2026年度に海上試験を行い、2028年度に運用を開始する。 → deadline FY2026; start FY2028
基準を作り(2021年度)、全国への普及を図る(2023年度)。 → deadline FY2021; deadline FY2023
2021年度に会議を設け、議論を経て、2022年度に法案を提出する。 → deadline FY2021; deadline FY2022
2022年度末までに基準を定めて、2024年度から新しい制度を始める。 → deadline FY2022; start FY2024
2026年度に調査を行い、案内板の更新に令和9年度から着手する。 → deadline FY2026; start FY2027
試行を2025年度から開始し、2026年度末までに全国への展開に着手する。 → start FY2025; start FY2026
2026年度に試作車による走行試験、2027年度に荷役試験を実施する。 → deadline FY2026; deadline FY2027
2026年度の打上げ、2031年度の帰還を目指し、開発を進める。 → deadline FY2026; deadline FY2031
1号機を2023年度、2号機を2025年度に打ち上げる。 → deadline FY2023; deadline FY2025
2027年度までに50校を選ぶとともに、2028年度から試験の実施を開始する。 → deadline FY2027; start FY2028
2026年度は三地区で行い、2027年度は全地区に広げる。 → deadline FY2026; deadline FY2027
先行する港では2025年度に、その他の港では2027年度までに導入する。 → deadline FY2025; deadline FY2027
設計を2025年度に、構築を2026年度に行い、2028年度に稼働させる。 → \
deadline FY2025; deadline FY2026; deadline FY2028
毎年度点検を行い、2027年度までに補修を終える。 → recurring FY2019..; deadline FY2027
地図を毎年更新し、2034年度までに集積率を8割とする。 → recurring FY2019..; deadline FY2034
2030年までに30万口を整備することとし、2026年度に候補地を選ぶ。 → deadline 2030; deadline FY2026
"""
NO_PARTS = """
作付面積を2030年に5万ha、2050年に100万haに拡大する。 → deadline 2050
充電器を2025年度までに2万基、2030年度までに15万基整備する。 → deadline FY2030
審査の機会を年2回に増やし、2025年度までに50産地を認める。 → deadline FY2025
課題となっている。このため、2028年度までに試作機を開発する。 → deadline FY2028
2030年度までに電動車とする。ただし、代わりがない車を除く。 → deadline FY2030
制度を所管している。2026年度に改める。 → deadline FY2026
需要の増加が見込まれる。2026年度に手引を改める。 → deadline FY2026
2026年度に設計、製造を行う。 → deadline FY2026
2021年度から、毎年、点検を行い、公表する。 → recurring FY2021..
2021年度に試験を行い、2023年度に打ち上げる。 → deadline FY2023
2021年度に調査を行いつつ、2023年度に装置を造る。 → deadline FY2023
2021年度に設計しながら、2023年度に装置を造る。 → deadline FY2023
2023年度までに、装置を造り、体制を整える。 → deadline FY2023
衛星を2021年度に組み立て、2023年度に打ち上げる。 → deadline FY2023
2018年度までに試作した装置を用い、2023年度に試験を行う。 → deadline FY2023
令和5年台風第7号の経験を生かし、2023年度に手順を見直す。 → deadline FY2023
"""


def accompanies(words: str) -> bool:
    """Whether a clause only accompanies the next: つつ, ながら."""
    return _ACCOMPANYING.search(words) is not None


def closes(window: TimePhrase, last: TimePhrase) -> bool:
    """Whether ``last`` only names the end of a window again."""
    if window is last or window.time is None or last.time is None:
        return False
    return window.time.end is not None and window.time.end == (last.time.end or last.time.start)


def cut_clauses(
    words: str, segment: Segment, candidates: Sequence[TimePhrase]
) -> tuple[Segment, ...]:
    """The segment, cut where a dated clause ends and another with an object of its own begins.

    ``candidates`` are the phrases in it that may be commitments, in their order.
    """
    cuts: list[int] = []
    for place, (phrase, following) in enumerate(pairwise(candidates)):
        end = candidates[place + 2].start if place + 2 < len(candidates) else segment.end
        cut = _cut_between(words, phrase, following, end)
        if cut is not None:
            cuts.append(cut)
    bounds = [segment.start, *cuts, segment.end]
    return tuple(
        replace(segment, start=start, end=end, leaning=segment.leaning and start == segment.start)
        for start, end in pairwise(bounds)
    )


def _cut_between(words: str, phrase: TimePhrase, following: TimePhrase, end: int) -> int | None:
    if closes(phrase, following) or phrase.role == following.role == RECURRING:
        return None
    if phrase.role == TOWARDS:
        aimed = _AIMED.search(words, phrase.end, following.start)
        return aimed.end() if aimed else None
    # 「基準を作り（2021年度）、普及を図る（2023年度）」: a time may stand behind its verb.
    behind = _BRACKETED.match(words, phrase.end)
    verb = behind or _VERB_END.search(words, phrase.end, following.start)
    if verb is None or _ACCOMPANYING.search(words, phrase.end, following.start):
        return None
    clause = words[verb.end() : end]
    # 「2026年度は三地区で行い、2027年度は全地区に広げる」: each year has its own.
    own = words.startswith("は", following.end) or _OWN_OBJECT.search(clause)
    return verb.end() if own else None
