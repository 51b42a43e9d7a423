"""Short titles, drafted from an item's own words."""

from __future__ import annotations

import re

from spaceplan.source.draft.time_words import Reference, find_times
from spaceplan.source.read.text import fold, normalise

LONGEST = 30
_SUBJECT = 18
# A core this short says too little: 必要な取組, 整理.
_VAGUE = 8

# Spaces with a character that is not Latin on at least one side.
_LOOSE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
# Brackets around Japanese, made narrow by folding.
_NARROW = re.compile(r"\(([^()]{0,200}[^\x00-\x7f()][^()]{0,200})\)")
_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_LEAD = re.compile("(?:また|さらに|更に|なお|加えて|併せて|並行して|例えば|引き続き|特に)、?")
# Those who act stand in the owner; a title does without them: 内閣府、防衛省等は、
_ACTORS = re.compile(
    "(?:(?:[^省庁府房構、。はが・]{1,14}(?:[省庁府]|官房|機構)|内閣官房|JAXA|NICT)等?(?:、|・|及び|と)?){1,8}[はが]、?"
)
_ABOUT = re.compile("([^、。]{2,80}?)(?:について|に関して|に関し)(?:は|も)?、")
# What stands behind a time and belongs to it: 2021年度[までに].
_PARTICLES = re.compile(
    "(?:まで|から|より|以降|以後|の間|にかけて|も含めて)?(?:で|には?|にも|の|は|も|を)?(?:早期に)?、?"
)
_JOINT = re.compile("(?:とともに|と共に|ほか)、?$")
_HOW = "(?:着実に|確実に|引き続き|継続的に|継続して|一層|適切に|主体的に)?"
_VERB = re.compile(
    f"(?:(?:について|を|に)?{_HOW}(?:行う|行っていく|進める|進めていく|図る|講ずる|講じる|実施する|"
    "推進する|開始する|着手する|継続する|目指す|構築する|整備する|取り組む|検討する|調査する|配慮する|"
    "強化する|整理する|していく)|に?する)$"
)
# A verb that says what the milestone is stays as a noun: 整理する → 整理.
_NOUN = re.compile("(?:開始|構築|整備|検討|調査|強化|整理|着手)(?=する$)")
# Without its verb such a clause says nothing: 3割とする, 全国で実施する.
_DANGLING = ("と", "で", "に", "へ", "から", "まで")
_PURPOSE = re.compile("(?:ため|向け|向けて|踏まえ|つつ|ながら|念頭に|基づき|通じて|おいて|よう)$")


def tidy(heading: str) -> str:
    """A heading without the spaces that a PDF leaves beside Japanese characters.

    「準天頂衛星 7 機体制」 → 「準天頂衛星7機体制」; those between Latin words stay.
    """
    return _NARROW.sub(r"（\1）", _LOOSE.sub("", fold(heading)).strip())


def draft_title(text: str, reference: Reference) -> str:
    """What an item is about, in at most ``LONGEST`` characters of its own words.

    「X（Y）について、2021年度の打上げを目指し開発を進める。」 → 「X: 打上げを目指し開発」.
    """
    words = _LEAD.sub("", normalise(text)[:600], count=1)
    sentence = words.split("。")[0]
    actors = _ACTORS.match(sentence)
    if actors and len(sentence) - actors.end() >= _VAGUE:
        sentence = sentence[actors.end() :]
    sentence = _BRACKETS.sub("", _without_times(sentence, reference))
    subject = _ABOUT.match(sentence)
    if subject:
        return _cut(f"{_tail(subject.group(1))}: {_core(sentence[subject.end() :])}")
    return _cut(_core(sentence))


def _tail(subject: str) -> str:
    """The end of a long subject, from where a word begins."""
    if len(subject) <= _SUBJECT:
        return subject
    start = len(subject) - _SUBJECT
    boundary = re.search("(?<=[のる、])", subject[start:-3])
    return subject[start + boundary.start() :] if boundary else subject[start:]


def _without_times(sentence: str, reference: Reference) -> str:
    kept: list[str] = []
    position = 0
    for time in find_times(sentence, reference):
        kept.append(sentence[position : time.start])
        particles = _PARTICLES.match(sentence, time.end)
        position = particles.end() if particles else time.end
    kept.append(sentence[position:])
    return "".join(kept)


def _core(sentence: str) -> str:
    """The last clauses, without the verb that only says that something is done."""
    clauses = [clause for clause in sentence.split("、") if clause]
    if not clauses:
        return sentence
    last = _JOINT.sub("", clauses[-1])
    verb = _VERB.search(last)
    noun = _NOUN.search(last)
    core = last[: verb.start()] if verb else last
    if core.endswith(_DANGLING):
        core, noun = last, None
    if verb and noun:
        core += noun.group() if not core or core.endswith("的") else f"の{noun.group()}"
    core = core or last
    for clause in reversed(clauses[:-1]):
        vague = len(core) < _VAGUE
        if not vague and (_PURPOSE.search(clause) or len(clause) + len(core) + 1 > LONGEST):
            break
        core = f"{clause}、{core}"
    return core.strip("、・ ")


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
