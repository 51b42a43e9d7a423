"""Verbs as the nouns that titles are made of: 打ち上げる → 打上げ, 開始する → 開始."""

from __future__ import annotations

import re

# Verbs that only say that something is done; their object says what.
EMPTY = re.compile(
    "(?:行う|行い|行っていく|進める|進め|進めていく|図る|図り|図っていく|講ずる|講じる|講じ|実施する|実施し|推進する|"
    "推進し|推進していく|継続する|継続し|取り組む|取り組み|目指す|目指し|していく|に努める|する|し)$"
)
_NOUNS = {
    "打ち上げ": "打上げ",
    "打上げ": "打上げ",
    "始め": "開始",
    "終え": "終了",
    "設け": "設置",
    "定め": "策定",
    "決め": "決定",
    "取り決め": "取決め",
    "まとめ": "取りまとめ",
    "取りまとめ": "取りまとめ",
    "とりまとめ": "取りまとめ",
    "整え": "整備",
    "見直": "見直し",
    "引き渡": "引渡し",
    "立ち上げ": "立上げ",
    "載せ": "搭載",
    "続け": "継続",
}
# The longest first: 取りまとめ ends in まとめ.
_STEMS = sorted(_NOUNS, key=len, reverse=True)
_SAHEN = re.compile(
    "(?P<noun>.*?[一-龯ァ-ヴー]{2,})(?:を)?(?:する|し|した|していく|させる|させ|させた)$", re.DOTALL
)


def is_noun(words: str) -> bool:
    """Whether what is done stands as a noun: 打上げ, 開始."""
    return words in _NOUNS.values() or re.fullmatch("[一-龯ァ-ヴーA-Za-z0-9・]+", words) is not None


def noun_of(verb: str) -> str:
    """The noun of a verb with what stands before it, "" for one that says nothing; a verb that has
    none stays as it is."""
    words = verb.strip("、。 ")
    if re.fullmatch(f"(?:について|を|に)?{EMPTY.pattern}", words):
        return ""
    for stem in _STEMS:
        match = re.fullmatch(f"(.*?){stem}(?:る|す|し|て)?", words)
        if match:
            return match.group(1) + _NOUNS[stem]
    sahen = _SAHEN.fullmatch(words)
    if sahen:
        return sahen["noun"]
    return words
