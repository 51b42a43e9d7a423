"""Titles drafted from an item's own words: its thing and its verb, nothing cut in the middle."""

from __future__ import annotations

import re

from spaceplan.source.draft.deeds import Plain, title_of
from spaceplan.source.draft.english_titles import english_title
from spaceplan.source.draft.predicates import clauses_of
from spaceplan.source.draft.time_words import Reference, TimeWord, find_times
from spaceplan.source.read.markdown import without_struck
from spaceplan.source.read.text import BRACKET, fold, is_latin, normalise

# Spaces with a character that is not Latin on at least one side.
_LOOSE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
# Brackets around Japanese, made narrow by folding.
_NARROW = re.compile(r"\(([^()]{0,200}[^\x00-\x7f()][^()]{0,200})\)")
_EMPTY = re.compile(r"[(（][\s、]*[)）]")
_BEHIND = re.compile(f"{BRACKET}$")
# A bracket that says sentences of its own ends none: 「方針（以下「指針」という。）」.
_TOLD = re.compile(r"\((?:以下|[^()]*。)[^()]*\)")
# An aside; a bracket behind a name (ALOS-4, 9号機) says which is meant, and stays.
_ASIDE = re.compile(r"\((?:[^()]{21,}|[^()]*[、。][^()]*|[^()]*(?:含む|除く|等|略|いう)[^()]*)\)")
# 「運用が終了する[2030年]を見据え」: the time is the thing.
_DESCRIBED = re.compile("[るた]$")
# A sentence that begins so is about what the one before is about.
_LEANS = re.compile("(?:この|これ|その|それ|同|当該)")
# What stands behind a time and belongs to it: 2021年度[までに].
_PARTICLES = re.compile(
    "(?:までの間|までの期間|まで|から|より|以降|以後|付け?|の間|にかけて|も含めて|頃|末|中)?(?:で|に[はも]?|の|は|も|として|を(?:[一-龯]{0,2}(?:期限|目標|目途|始期|起点)と(?:する|した)(?=[^、。]))?|と(?:する|した)(?=[^、。]))?(?:早期に)?、?"
)
# What follows a year that is part of a name; 以降, 末頃 and the like belong to the time.
_NAMED = re.compile(
    "(?!以降|以後|前半|後半|上半|下半|中頃|末頃|半ば|年央|早期|初頭|時点|打上)[一-龯ァ-ヴA-Za-z]{2}|[比版産]"
)


def tidy(heading: str) -> str:
    """A heading without the spaces that a PDF leaves beside Japanese characters.

    「準天頂衛星 7 機体制」 → 「準天頂衛星7機体制」; those between Latin words stay.
    """
    return _NARROW.sub(r"（\1）", _LOOSE.sub("", fold(heading)).strip())


# 「意見を聴取の上、」 is a clause of its own.
_FIRST = re.compile("(を[^、。を]{0,20}[一-龯]{2})の上で?、")


def draft_title(text: str, reference: Reference, phrase: str = "", sentences: str = "") -> str:
    """What an item is about, in its own words; ``phrase`` are those that decided of its time,
    ``sentences`` those that the part ``text`` was cut from.

    「X（Y）について、2021年度の打上げを目指し開発を進める。」 → 「X（Y）の打上げ」. Where nothing
    short is safe it is the whole clause.
    """
    stands, _ = without_struck(text) if "~~" in text else (text, "")
    if is_latin(stands):
        return english_title(stands, reference)
    own = _sentences(stands)
    whole = _sentences(sentences) or own
    if phrase and "。".join(own) in "。".join(whole):
        own = whole
    told = [one for one in own if phrase and phrase.rstrip("。") in one]
    sentence = (told or own or [stands])[0]
    plain = _plain(sentence, phrase, reference)
    clauses = clauses_of(plain.words)
    if not clauses:
        return stands.strip("。") or text
    at = next((n for n, one in enumerate(whole) if sentence in one), 0)
    around = whole[at : at + 1]
    if at and _LEANS.match(whole[at]):
        around.append(whole[at - 1])
    first = [clauses_of(_plain(one, "", reference).words)[:1] for one in around]
    title = title_of(clauses, [clause for one in first for clause in one], plain)
    return _NARROW.sub(r"（\1）", title.strip("、・。: ")) or plain.words.strip("。")


def _sentences(text: str) -> list[str]:
    words = _FIRST.sub(r"\1した上で、", normalise(text)[:2000].replace("と共に", "とともに"))
    return [one for one in _TOLD.sub("", words).split("。") if one]


def _plain(sentence: str, phrase: str, reference: Reference) -> Plain:
    told = sentence.find(phrase) if phrase else -1
    behind = phrase.startswith("(")
    stop = _BEHIND.search(sentence)
    end = stop.start() if stop else len(sentence)
    kept: list[str] = []
    places: list[int] = []
    position, decided, apart = 0, -1, False
    for time in find_times(sentence, reference):
        if time.start < position or time.after_event or _names_something(sentence, time):
            continue
        described = _DESCRIBED.search(sentence, position, time.start)
        if described and sentence.startswith("を", time.end):
            continue
        if time.end > end:
            break
        kept.append(sentence[position : time.start])
        particles = _PARTICLES.match(sentence, time.end)
        position = particles.end() if particles else time.end
        if decided < 0 and 0 <= told <= time.start < told + len(phrase):
            decided, apart = len(places), sentence[position - 1] == "、"
        places.append(len(_without_asides(kept)))
    words = _without_asides([*kept, sentence[position:end]])
    place = places[decided] if decided >= 0 else -1
    if behind and (decided < 0 or told >= end):
        place = len(words)
    following = places[decided + 1 : decided + 2] if decided >= 0 else []
    return Plain(words, place, (*places, -1)[0], (*following, -1)[0], behind, apart)


def _without_asides(kept: list[str]) -> str:
    return _ASIDE.sub("", _EMPTY.sub("", "".join(kept)))


def _names_something(sentence: str, time: TimeWord) -> bool:
    """Whether a year belongs to a name, which stays whole: 令和5年台風第7号."""
    if time.recurring or (time.time and time.time.end):
        return False
    behind = sentence[time.end : time.end + 2]
    quoted = sentence.count("「", 0, time.start) > sentence.count("」", 0, time.start)
    return quoted or _NAMED.match(behind) is not None
