"""What the times of a text mean: each with its role, by the tables in ``phrases``."""

from __future__ import annotations

import re
from dataclasses import replace

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.phrases import (
    COMMITMENT,
    HIGH,
    LOW,
    MEDIUM,
    NAME,
    NOT_BEFORE,
    PAST,
    RECURRING,
    START,
)
from spaceplan.source.draft.roles import ENGLISH, JAPANESE, Roles
from spaceplan.source.draft.segments import is_listed
from spaceplan.source.draft.time_words import Reference, TimeWord, find_times

# So many a year that a thing has or does: "services handling over 100,000 cases each year".
_RATE = re.compile(
    r"(?:\b[a-z]{3,}s\s+[a-z]{2,}ing|\b(?:that|which|who|with))\s(?:[a-z]+\s){0,2}?"
    r"(?:(?:over|more\sthan|at\sleast|about|around|up\sto|fewer\sthan|less\sthan)\s)?"
    r"[0-9][0-9,.]*\s(?:[a-z-]+\s){1,3}$"
)


# How often it will be: 「年2回に増やす」.
_CHANGED = tuple("に" + verb for verb in ("増", "拡", "引き", "減", "見直", "改め"))


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase: its place in the text, its words, the time and its role.

    ``words`` are those that decided, ``named`` those of the time alone; ``time`` is None where it
    cannot be known without a date that the document does not give. ``sure`` is high, medium or
    low; ``why`` names a half-sentence (``source.why-WHY``).
    """

    start: int
    end: int
    words: str
    time: Time | None
    role: str
    why: str
    sure: str
    times: Times | None = None
    named: str = ""


def find_phrases(text: str, reference: Reference) -> tuple[TimePhrase, ...]:
    """Every time phrase of the normalised ``text``, in order."""
    found = [_judge(text, word, reference, JAPANESE) for word in find_times(text, reference)]
    for place in range(len(found) - 2, -1, -1):
        one, following = found[place], found[place + 1]
        if one.why == "nothing-else" and is_listed(text[one.end : following.start]):
            # 「2026年度の打上げ、2031年度の帰還を目指し」: what is said of the last is said of all.
            role = COMMITMENT if following.role == START else following.role
            found[place] = replace(one, role=role, why=following.why, sure=_less(following.sure))
    return tuple(found)


def _less(sure: str) -> str:
    return MEDIUM if sure == HIGH else sure


def find_english_phrases(text: str, reference: Reference) -> tuple[TimePhrase, ...]:
    """Every time phrase of an English text, in order."""
    found = find_english_times(text, reference)
    return tuple(
        _around(_judge(text, word, reference, ENGLISH), word)
        for word in found
        if not (word.recurring and _RATE.search(text, max(0, word.start - 120), word.start))
    )


def _around(phrase: TimePhrase, word: TimeWord) -> TimePhrase:
    """ "Sent to the Board around May 2027": such a time is no part of the name before it."""
    named = phrase.role == NAME or phrase.why == "nothing-else"
    if not (named and word.time and word.time.about and word.text[:1].isalpha()):
        return phrase
    return replace(phrase, role=COMMITMENT, why="in", sure=MEDIUM, words=word.text)


def _judge(text: str, word: TimeWord, reference: Reference, roles: Roles) -> TimePhrase:
    if word.recurring and word.every > 1:
        # A plan counts every year: that it comes back less often is for a person.
        return replace(_phrase(word, RECURRING, "every-few-years"), sure=LOW)
    if word.recurring:
        # 「年2回に増やす」 says how often, and not that it is a thing of every year.
        changed = text.startswith(_CHANGED, word.end)
        return replace(_phrase(word, RECURRING, "every-year"), sure=LOW if changed else HIGH)
    if word.after_event and not (word.time and _by_then(text, word)):
        return _phrase(word, NOT_BEFORE, "from-event" if word.time else "from-undated-event")
    role, start, end = roles.decide(text, word, reference)
    time = replace(word.time, about=True) if role.about and word.time else word.time
    words = text[start:end].strip()
    phrase = TimePhrase(
        word.start, word.end, words, time, role.role, role.why, role.sure, named=word.text
    )
    if word.time and role.role not in (PAST, NAME) and reference.is_past(word.time):
        return replace(phrase, role=PAST, why="had-ended", sure=MEDIUM)
    return phrase


def _phrase(word: TimeWord, role: str, why: str) -> TimePhrase:
    return TimePhrase(word.start, word.end, word.text, word.time, role, why, HIGH, word.times)


def _by_then(text: str, word: TimeWord) -> bool:
    """Whether a length after an event is when something is due (3年以内に, 3年を目途に), and not
    only what has to pass first (5年を経過した段階で)."""
    about = word.time is not None and word.time.about
    return about or word.text.endswith("以内") or text.startswith(("までに", "に"), word.end)
