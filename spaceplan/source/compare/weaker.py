"""Watering down: a verb that weakens, a quantity that shrinks, a deadline that becomes a hope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spaceplan.errors import Phrase, phrase
from spaceplan.source.compare.amounts import amounts, counts, fewer, written
from spaceplan.source.read.text import is_latin, normalise

# From the strongest to the weakest; the last verb of the wording counts.
_GRADES: tuple[tuple[str, int], ...] = (
    (
        "打ち上げ|打上げ|完成|達成|実現|完了|提供|導入|配備|開始|運用|実施|整備|構築|制定|提出|公表|策定|"
        "改定|改訂|作成|拡大|できるように|可能とする|獲得|確立|取得|商用化|実用化|締結|開催|設置|設立|開設|創設|認定|採択|施行|義務",
        4,
    ),
    ("開発|製造|製作|建造|試験|実証|推進|継続|強化|維持|図[るりっ]|進め|行う|行い|行っ", 3),
    ("準備|調整|取り組|努め|努力|支援|協力|促進|連携|働きかけ", 2),
    ("検討|調査|研究|整理|議論|協議|(?:意見|情報)交換|模索", 1),
    ("留意|配慮|注視|把握|情報収集", 0),
)
_ENGLISH: tuple[tuple[str, int], ...] = (
    (
        r"support|promote|encourage|coordinate|prepare|work(?!shop)|facilitate|assist|help|contribute|pilot|"
        r"trial|advocate",
        2,
    ),
    (
        r"consider|study|studies|explore|assess|review|examine|discuss|talk|dialogue|workshop|evaluat|seek|aim|look|investigate|"
        r"consult|monitor|analy[sz]e|research|scope|contemplate|strive|endeavou?r|try|propose",
        1,
    ),
)
# What is not among them does something.
_DOES = 3
_MODAL: tuple[tuple[str, int], ...] = (
    # Not the month.
    (r"\b(?:(?<!by |in )may(?!,?\s[0-9])|might|could)\b", 0),
    (
        r"\b(?:as (?:appropriate|necessary|needed|(?:resources|funds) (?:permit|allow))|subject to|"
        r"(?:where|if|when|wherever|as far as) (?:possible|feasible|practicable|appropriate|needed|"
        r"necessary|(?:funding|funds|resources) (?:permits?|allows?|(?:is|are) available)))\b",
        0,
    ),
    (r"\b(?:should|plans? to|intends? to|aims? to|seeks? to|hopes? to)\b", 1),
    (r"\b(?:will|shall|must)\b", 2),
)
_WILL = re.compile(r"\b(?:will|shall|must|should|may)\s+(?:also\s+)?([a-z]+)")
# To hold talks is to talk.
_HELD = re.compile(
    r"(?:^|\b(?:will|shall|to)\s)(?:hold|carry out|conduct|undertake|launch|open|run|start|begin|"
    r"commission|convene|organi[sz]e)\s+(?:(?!for\b|of\b|on\b|in\b|to\b|with\b)[\w-]+\s+){0,3}?"
    r"(consultation|study|studies|review|assessment|analysis|discussion|talk|workshop|evaluation|"
    r"dialogue|pilot|trial)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:that|which|who|so|whose)\b|;")
# A condition of what is added is none of the rest.
_SECOND = re.compile(rf"{_SUBORDINATE.pattern}|,\s(?:and|as well as)\s")
_ASIDE = re.compile(r"[【〔\[][^【】〔〕\[\]]*[】〕\]]。?$")
# Verbs that only carry the noun before them.
_CARRIERS = ("進め", "行う", "行い", "行っ", "実施", "開始", "図る", "図り", "図っ")
# Work that was to be brought to an end, and that now is only done.
_ENDS, _OPEN = ("完成", "達成", "完了"), ("進め", "推進", "取り組")
_TALK = ("検討", "議論", "協議", "整理", "意見交換", "情報交換", "模索")
# What is done before the last verb, or was to be done besides.
_CLAUSE_END = (
    "[^、。]{0,3}(?:し|行い|進め|図り|め)(?:つつ|ながら)?、|[^、。]{0,3}(?:する|める)とともに"
)
_ALSO = "(?:等)?(?:を)?(?:進め|行[いうっ]|し|する|実施|図|続け)|に(?:引き続き)?取り?組"
_OF_OTHER = re.compile("[一-龯]*を(?:深|高|広|強|整|[一-龯]直)[^、]*$|[一-龯]{2}を[一-龯]{2}[しす]")
_TAIL, _SHOWN = 14, 6
_IF = re.compile(
    "可能な(?:範囲|限り)|できる限り|予算の範囲|適宜|必要(?:に応じ|な場合|があると認め)"
)
# From all to some.
_ALL = re.compile(
    r"全て|すべて|全国|全(?![国体般面長力額文期身])[一-龯]|\b(?:all|every|each)\b", re.I
)
_SOME = re.compile(
    r"希望する|一部の|優先|主要な|対象とする|モデル|先行|選定した|意欲|"
    r"\b(?:priority|selected|some|several|key|major|certain|interested|willing|pilot|voluntary|"
    r"high-risk|at least (?:one|two|three))\b",
    re.IGNORECASE,
)
# What is left of an amount is no smaller amount.
_LEFT = re.compile(
    r"残る|残り|さらに|更に|追加|未[一-龯]{2}|て(?:い)?ない|"
    r"\b(?:more|further|additional|remaining|other|rest|left|outstanding|still|yet|last|"
    r"(?:do|does|did|have|has) not|without)\b",
    re.I,
)
_ABOUT = 1.2
_WHOLE = re.compile(r"累計|合計|総|\b(?:total|overall)\b|\bto [$€£]?[0-9]", re.IGNORECASE)
_FIRM = re.compile(r"までに|までの|\b(?:by|no later than|before)\b")
_SOFT = re.compile(
    r"目途|めど|目処|頃|"
    r"\b(?:around|about|approximately|towards)\s+(?:the\s+)?(?:end|close|middle|mid|FY|Q[1-4]|20[0-9]{2})",
    re.IGNORECASE,
)


def weakened(old: str, new: str, softer: str = "", done: Sequence[str] = ()) -> tuple[Phrase, ...]:
    """How the wording ``new`` commits to less than ``old``, as sentences; () where it does not.

    ``softer`` is its time where that is only about so and the old one was not; ``done`` are results
    that tell of the old one: what is left after them is not less.
    """
    latin = is_latin(old) or is_latin(new)
    before, after = (text if latin else _plain(text) for text in (old, new))
    said = list(_english(before, after) if latin else _japanese(before, after))
    wanted, left = counts(before), counts(after)
    said += [
        phrase(
            "source.weaker-quantity", was=written(wanted[unit], unit), now=written(left[unit], unit)
        )
        for unit in fewer(before, after)[:1]
        if not _LEFT.search(after)
        and (_WHOLE.search(after) or not _rest(unit, wanted[unit] - left[unit], done))
    ]
    every, some = _ALL.search(before), _SOME.search(after)
    if every and some and not _ALL.search(after) and not _SOME.search(before):
        said.append(phrase("source.weaker-verb", was=every.group(), now=some.group()))
    soft = _SOFT.search(after)
    firm = _FIRM.search(before) and not _SOFT.search(before) and not _FIRM.search(after)
    if softer or (soft and firm):
        said.append(phrase("source.weaker-time", now=soft.group() if soft else softer))
    return tuple(said)


def _rest(unit: str, missing: float, done: Sequence[str]) -> bool:
    """Whether what is missing is what was done already; each year has its own."""
    made = [one for told in done for one in amounts(told) if unit in one.units or not one.units]
    yearly = unit.startswith("年")
    return not yearly and any(missing <= one.value <= _ABOUT * missing for one in made)


def _plain(text: str) -> str:
    """A wording without who acts, which stands behind it."""
    return _ASIDE.sub("", normalise(text))


def _japanese(before: str, after: str) -> Iterator[Phrase]:
    # Of several sentences the new wording may go on with any.
    first = min(map(_ending, _sentences(before)), key=lambda one: one[1])
    second = max(map(_ending, _sentences(after)), key=lambda one: one[1])
    less = second[1] < min(first[1], _DOES) and not _kept(first, second, before, after)
    if less or (first[0] in _ENDS and second[0] in _OPEN):
        yield phrase("source.weaker-verb", was=first[0], now=second[0])
    condition = _IF.search(after)
    if condition and not less and not _IF.search(before):
        yield phrase("source.weaker-verb", was=first[0], now=condition.group())


def _sentences(words: str) -> list[str]:
    return [one for one in words.split("。") if one.strip()] or [words]


def _ending(words: str) -> tuple[str, int]:
    """The graded word that a wording ends in; where another verb does, that does something."""
    found, last = _verb(words), words.rstrip("。")
    behind = last.rpartition(found[0])[2] if found else ""
    # 「研究計画を見直す」 is no study.
    if found and len(behind) <= _TAIL and not (found[1] < _DOES and _OF_OTHER.match(behind)):
        return found
    return last[-_SHOWN:], _DOES


def _kept(first: tuple[str, int], second: tuple[str, int], before: str, after: str) -> bool:
    """Whether what is weaker only stands beside what was to be done, or did so before."""
    if re.search(f"{re.escape(first[0])}(?:{_ALSO})", after) or re.search(
        f"{re.escape(second[0])}(?:{_ALSO})", before
    ):
        return True
    strong = "|".join(pattern for pattern, grade in _GRADES if grade >= min(first[1], _DOES))
    return re.search(f"(?:{strong})(?:{_CLAUSE_END})", after) is not None


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
            return one[1], one[2] if one[1] in _TALK else max(one[2], 2)
    return last[1], last[2]


def verb_of(text: str) -> str:
    """What a commitment does: the last verb that tells; in English the one behind will, else its
    first word."""
    if not is_latin(text):
        return (_verb(normalise(text)) or ("", 0))[0]
    found = _WILL.search(_SUBORDINATE.split(text)[0])
    return found.group(1).lower() if found else text.split(maxsplit=1)[0].lower()


def _english(old: str, new: str) -> Iterator[Phrase]:
    first, second = _graded(_act(old), _ENGLISH), _graded(_act(new), _ENGLISH)
    if second[1] < min(first[1], _DOES):
        yield phrase("source.weaker-verb", was=first[0], now=second[0])
        return
    sure, hoped = (_graded(_SECOND.split(text)[0], _MODAL) for text in (old, new))
    if hoped[1] < min(sure[1], 2):
        yield phrase("source.weaker-verb", was=verb_of(old), now=hoped[0])


def _act(text: str) -> str:
    """What is done: the noun of talk that the verb carries, or the verb."""
    held = _HELD.search(_SUBORDINATE.split(text)[0])
    return held.group(1).lower() if held else verb_of(text)


def _graded(text: str, table: tuple[tuple[str, int], ...]) -> tuple[str, int]:
    """The first of a table that a text has, and its grade; the text itself, and that it does
    something, where it has none."""
    for pattern, grade in table:
        if match := re.search(pattern, text, re.IGNORECASE):
            return match.group(), grade
    return text, _DOES
