"""Watering down: a verb that weakens, a quantity that shrinks, a deadline that becomes a hope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spaceplan.errors import Phrase, phrase
from spaceplan.source.compare.amounts import counts, fewer, written
from spaceplan.source.read.text import is_latin, normalise

# From the strongest to the weakest; the last verb of the wording counts.
_GRADES: tuple[tuple[str, int], ...] = (
    (
        "打ち上げ|打上げ|完成|達成|実現|完了|提供|導入|配備|開始|運用|実施|整備|構築|制定|提出|公表|策定|"
        "改定|改訂|作成|拡大|できるように|可能とする",
        4,
    ),
    ("開発|製造|製作|建造|試験|実証|推進|進め|行う|行い|行っ", 3),
    ("準備|調整|取り組|努め|支援|協力|促進", 2),
    ("検討|調査|研究|整理|議論|協議", 1),
    ("留意|配慮|注視|把握|情報収集|必要に応じ", 0),
)
_ENGLISH: tuple[tuple[str, int], ...] = (
    (r"support|promote|encourage|coordinate|prepare|work", 2),
    (r"consider|study|explore|assess|review|examine|discuss|evaluate|seek|aim|look", 1),
)
# What is not among them does something.
_DOES = 3
_MODAL: tuple[tuple[str, int], ...] = (
    # Not the month.
    (r"\b(?:(?<!by |in )may(?!,?\s[0-9])|might|could|where possible)\b", 0),
    (r"\bas (?:appropriate|resources permit)\b", 0),
    (r"\b(?:should|plans? to|intends? to|aims? to|seeks? to|hopes? to)\b", 1),
    (r"\b(?:will|shall|must)\b", 2),
)
_WILL = re.compile(r"\b(?:will|shall|must|should|may)\s+(?:also\s+)?([a-z]+)")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|so|whose)\b")
# Verbs that only carry the noun before them.
_CARRIERS = ("進め", "行う", "行い", "行っ", "実施", "開始")
# Work that was to be brought to an end, and that now is only done.
_ENDS, _OPEN = ("完成", "達成", "完了"), ("進め", "推進", "取り組")
_TALK = ("検討", "議論", "協議", "整理")
_FIRM = re.compile(r"までに|までの|\b(?:by|no later than|before)\b")
_SOFT = re.compile(
    r"目途|めど|目処|頃|"
    r"\b(?:around|about|approximately|towards)\s+(?:the\s+)?(?:end|close|middle|mid|FY|Q[1-4]|20[0-9]{2})"
)


def weakened(old: str, new: str) -> tuple[Phrase, ...]:
    """How the wording ``new`` commits to less than ``old``, as sentences; () where it does not."""
    latin = is_latin(old) or is_latin(new)
    before, after = (text if latin else normalise(text) for text in (old, new))
    said = list(_english(before, after) if latin else _japanese(before, after))
    wanted, left = counts(before), counts(after)
    said += [
        phrase(
            "source.weaker-quantity", was=written(wanted[unit], unit), now=written(left[unit], unit)
        )
        for unit in fewer(before, after)[:1]
    ]
    soft = _SOFT.search(after)
    if soft and _FIRM.search(before) and not _SOFT.search(before) and not _FIRM.search(after):
        said.append(phrase("source.weaker-time", now=soft.group()))
    return tuple(said)


def _japanese(before: str, after: str) -> Iterator[Phrase]:
    first, second = _verb(before), _verb(after)
    less = first and second and second[1] < first[1] and second[1] < _DOES
    if first and second and (less or (first[0] in _ENDS and second[0] in _OPEN)):
        yield phrase("source.weaker-verb", was=first[0], now=second[0])


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


def verb_of(text: str) -> str:
    """What a commitment does: the last verb that tells; in English the one behind will, else its
    first word."""
    if not is_latin(text):
        return (_verb(normalise(text)) or ("", 0))[0]
    found = _WILL.search(text)
    return found.group(1).lower() if found else text.split(maxsplit=1)[0].lower()


def _english(old: str, new: str) -> Iterator[Phrase]:
    first, second = _graded(verb_of(old), _ENGLISH), _graded(verb_of(new), _ENGLISH)
    if second[1] < min(first[1], _DOES):
        yield phrase("source.weaker-verb", was=first[0], now=second[0])
        return
    sure, hoped = (_graded(_SUBORDINATE.split(text)[0], _MODAL) for text in (old, new))
    if hoped[1] < min(sure[1], 2):
        yield phrase("source.weaker-verb", was=verb_of(old), now=hoped[0])


def _graded(text: str, table: tuple[tuple[str, int], ...]) -> tuple[str, int]:
    """The first of a table that a text has, and its grade; the text itself, and that it does
    something, where it has none."""
    for pattern, grade in table:
        if match := re.search(pattern, text, re.IGNORECASE):
            return match.group(), grade
    return text, _DOES
