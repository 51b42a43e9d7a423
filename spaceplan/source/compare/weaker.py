"""Watering down: a verb that weakens, a quantity that shrinks, a deadline that becomes a hope."""

from __future__ import annotations

import re
from itertools import pairwise

from spaceplan.errors import Phrase, phrase
from spaceplan.source.read.text import is_latin, normalise

# From the strongest to the weakest; the last verb of the wording counts.
_GRADES: tuple[tuple[str, int], ...] = (
    (
        "打ち上げ|打上げ|完成|達成|実現|完了|提供|導入|配備|開始|運用|実施|整備|構築|制定|提出|公表|策定",
        4,
    ),
    ("開発|製造|製作|建造|試験|実証|推進|進め|行う|行い|行っ", 3),
    ("準備|調整|取り組|努め|支援|協力|促進", 2),
    ("検討|調査|研究|整理|議論|協議|目指", 1),
    ("留意|配慮|注視|把握|情報収集|必要に応じ", 0),
)
_ENGLISH: tuple[tuple[str, int], ...] = (
    (r"launch|complete|publish|deliver|establish|implement|adopt|issue|deploy|provide|build", 4),
    (r"develop|test|demonstrate|conduct|carry out", 3),
    (r"support|promote|encourage|coordinate|prepare|work to", 2),
    (r"consider|study|explore|assess|review|examine|discuss|evaluate|seek", 1),
)
_MODAL: tuple[tuple[str, int], ...] = (
    (r"\b(?:will|shall|must)\b", 2),
    (r"\b(?:should|plans? to|intends? to|aims? to)\b", 1),
    (r"\b(?:may|might|could|where possible|as appropriate|as resources permit)\b", 0),
)
_QUANTITY = re.compile(
    "([0-9][0-9,.]*)(機体制|機|基|隻|か所|箇所|件|回|人|名|社|都道府県|自治体|%|倍|トン|台|局)"
)
# Verbs that only carry the noun before them.
_CARRIERS = ("進め", "行う", "行い", "行っ", "実施", "開始")
_TALK = ("検討", "議論", "協議", "整理")
_FIRM = re.compile("までに|までの")
_SOFT = re.compile("目途|めど|目処|頃|を目指")


def weakened(old: str, new: str) -> tuple[Phrase, ...]:
    """How the wording ``new`` commits to less than ``old``, as sentences; () where it does not."""
    if is_latin(old) or is_latin(new):
        return _english(old, new)
    before, after = normalise(old), normalise(new)
    said: list[Phrase] = []
    first, second = _verb(before), _verb(after)
    if first and second and second[1] < first[1] and second[1] < 3:
        said.append(phrase("source.weaker-verb", was=first[0], now=second[0]))
    counts = {unit: number for number, unit in _QUANTITY.findall(before)}
    for number, unit in _QUANTITY.findall(after):
        if unit in counts and _value(number) < _value(counts[unit]):
            said.append(
                phrase("source.weaker-quantity", was=counts[unit] + unit, now=number + unit)
            )
    firm = _FIRM.search(before) and not _SOFT.search(before)
    if firm and _SOFT.search(after) and not _FIRM.search(after):
        soft = _SOFT.search(after)
        assert soft is not None
        said.append(phrase("source.weaker-time", now=soft.group()))
    return tuple(said)


def _value(number: str) -> float:
    return float(number.replace(",", "").rstrip(".") or 0)


def _verb(words: str) -> tuple[str, int] | None:
    """The last graded word of the last sentence, and its grade."""
    sentence = words.rstrip("。").rpartition("。")[2][-60:]
    found = [
        (match.start(), match.group(), grade)
        for pattern, grade in _GRADES
        for match in re.finditer(pattern, sentence)
    ]
    if not found:
        return None
    found.sort()
    # 「検討を進める」: the verb only carries the noun before it.
    last = found[-1]
    for one, following in pairwise(found):
        carries = following == last and following[1] in _CARRIERS
        if carries and following[0] - one[0] <= len(one[1]) + 3:
            # To study is little, to carry a study out is to do something.
            return one[1], one[2] if one[1] in _TALK else max(one[2], 3)
    return last[1], last[2]


def _english(old: str, new: str) -> tuple[Phrase, ...]:
    said: list[Phrase] = []
    for table in (_ENGLISH, _MODAL):
        first, second = _graded(old, table), _graded(new, table)
        if first and second and second[1] < first[1]:
            said.append(phrase("source.weaker-verb", was=first[0], now=second[0]))
            break
    return tuple(said)


def _graded(text: str, table: tuple[tuple[str, int], ...]) -> tuple[str, int] | None:
    best: tuple[int, str, int] | None = None
    for pattern, grade in table:
        match = re.search(pattern, text, re.IGNORECASE)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), match.group(), grade)
    return (best[1], best[2]) if best else None
