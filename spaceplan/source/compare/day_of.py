"""When it was what a result tells of: the one time that it names, or of several the one that was
promised, or that of the promised verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spaceplan.roadmap.times import Time
from spaceplan.source.compare.item import Part
from spaceplan.source.compare.met import clauses_of, fails, sentences_of
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.phrases import NAME
from spaceplan.source.draft.roles import ENGLISH, JAPANESE
from spaceplan.source.draft.time_words import Reference, TimeWord, find_times
from spaceplan.source.read.text import is_latin, normalise

_VERB = re.compile("[一-龯]{2}(?=す|し|を|の|に)")
_LAST_WORDS = 12
# What fails or is lost does so on a day; what has not come about has none.
_HAPPENED = re.compile(
    "失敗|喪失|失っ|失い|事故|爆発|墜落|沈没|"
    "(?:exploded|crashed|was lost|sank|broke|suspended|cancelled|abandoned|withdrawn|failed (?!to))"
)
# 「26日から29日まで」 is over on the last of them.
_UNTIL = re.compile("から((?:[0-9]+月)?[0-9]+日)まで")
# The disaster that gave the occasion.
_DISASTER = re.compile("の[^、。]{0,16}(?:災害|豪雨|大雨|地震|台風|事故|噴火|火災|津波|洪水)")
_EACH_SOME = re.compile("[にはの]?[0-9]+[^、。年月日0-9]{1,4}、")
# From then on, or when it was to have been.
_NO_DAY = re.compile("以降|(?:内|中)?(?:に|を)?(?:と|予定|目途|目標|見込)(?:と|んで)?していた")
_BUT = re.compile(r",\s(?=(?:but|while|whereas|though|although)\b)")
# A time of what happened then, not of a thing: 「2019年に」, not 「2019年の」.
_HAPPENS = re.compile("[にはも、から]|末|付け|をもって|より|時点")


def day_of(part: Part, told: str, reference: Reference) -> Time | None:
    """The time that a result names of what a part promised, or None."""
    latin = is_latin(told)
    text = ("; " if latin else "、").join(_told(told, latin))
    words = list(_words(text, latin, reference))
    times = {str(word.time): word for word in words}
    if len(times) > 1:
        # What stands in brackets, or names a thing, is not when it happened.
        inside = [word for word in words if _bare(text, word, latin)]
        times = {str(word.time): word for word in inside} or times
    if len(times) == 1:
        return next(iter(times.values())).time
    if part.reading[0] == "recurring":
        return None
    one = times.get(part.reading[1]) or next(_of_verb(part, text, latin, times.values()), None)
    return one.time if one else None


def _told(told: str, latin: bool) -> Iterator[str]:
    """What came about: the clauses of a result without those that tell what did not."""
    for sentence in sentences_of(told if latin else normalise(told)):
        for clause in _BUT.split(sentence) if latin else clauses_of(sentence):
            if _HAPPENED.search(clause if latin else clause[-_LAST_WORDS:]) or not fails(clause):
                yield clause


def _words(text: str, latin: bool, reference: Reference) -> Iterator[TimeWord]:
    roles = ENGLISH if latin else JAPANESE
    for word in (find_english_times if latin else find_times)(text, reference):
        if word.time is None or word.recurring or word.time.open:
            continue
        role = roles.decide(text, word, reference)[0]
        named = role.role == NAME and not text.startswith(("時点", "現在"), word.end)
        if named or _NO_DAY.match(text, word.end) or _DISASTER.match(text, word.end):
            continue
        until = _UNTIL.match(text, word.end)
        if until:
            # Of the words of a day as much is said anew as the end has.
            size = 2 if "月" in until.group(1) else 1
            kept = re.split("(?<=[年月日])", word.text)[: -1 - size]
            last = find_times("".join(kept) + until.group(1), reference)
            word = replace(word, time=last[0].time) if last else word
        yield word


def _bare(text: str, word: TimeWord, latin: bool) -> bool:
    """Whether a time stands by itself: not in brackets, and not as 「…の」 before a thing."""
    before = text[: word.start]
    inside = before.count("(") > before.count(")")
    return not inside and (latin or _HAPPENS.match(text, word.end) is not None)


def _of_verb(part: Part, text: str, latin: bool, words: Iterable[TimeWord]) -> Iterator[TimeWord]:
    """The times before the promised verb; then all, the first first."""
    verb = "" if latin else (_VERB.findall(normalise(part.text)[-_LAST_WORDS:]) or [""])[-1]
    every = sorted(words, key=lambda word: word.start)
    for word in every:
        if verb and verb in text[word.end :].split("、")[0]:
            yield word
    # 「2020年度に8件、2021年度に7件」 is of no one time.
    if not every or not _EACH_SOME.match(text, every[0].end):
        yield from every
