"""What identifies the thing that a commitment is about: names, numbers, laws, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import log, sqrt

from spaceplan.frozen import dataclass
from spaceplan.source.read.text import ADDED, REMOVED, difference, is_latin, normalise

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-‐−][A-Za-z0-9]+)*")
_BAND = re.compile(r"([A-Z]{1,2})(?:バンド|-?[Bb]and)")
# The first of the HTV-X is no HTV-X1; 「1号機打上げ」 is of the first.
_OF_A_NAME = re.compile("(?<=[A-Za-z])(?=[0-9]+号)")
_NUMBERED = re.compile("[0-9]+号(?:機|(?:(?![及並又等以])[一-龯]){0,2})")
_QUOTED = re.compile("「([^「」]{2,40})」")
_LAW = re.compile(
    "[一-龯ァ-ヴー]{2,20}(?<!方)(?<!手)(?<!工)(?<!技)(?<!製)(?<!用)法"
    "(?=[のにをはが等、(「]|及び|並びに|$)"
)
# 「Aの一部を改正する法律」 is about A; so is an amendment of A.
_ACT = re.compile(
    r"\b((?:[A-Z][A-Za-z-]+ (?:and |of |for |on )?)+)(?:Act|Bill|Law|Directive|Regulations?)\b"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[0-9]+)?|[0-9][0-9,.]*[0-9]|[0-9]|%")
_KANA = re.compile("[ァ-ヴー]{2,}")
_NAMED_NUMBER = re.compile("(?:[ぁ-ん]{2,5}|[ァ-ヴー]{2,8})[0-9]+号")
_THING = re.compile("[一-龯々ァ-ヴーA-Za-z]{5,}")
_NOUN = re.compile("[一-龯々ァ-ヴー]{2,}")
_NUMBER = re.compile("[0-9][0-9,]{2,}")
_IDEOGRAPHS = re.compile("[一-龯々]+")
# A time is no word of what is done: it moves. Neither is who does it, nor a number in a row.
_ASIDE = re.compile(
    "【[^】]{1,80}】|内閣府|関係府省庁?|[一-龯]{2,4}(?:省|庁)|[0-9]+号機?|"
    "(?:(?:令和|平成)[0-9元]+|(?:19|20)[0-9]{2})年(?:度)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:末|中)?"
)
_COMMON = re.compile(
    "the|an?|of|and|or|to|in|on|for|by|with|at|from|as|be|is|are|was|were|will|shall|must|has|have|"
    "had|it|its|their|them|they|that|which|who|this|these|those|all|each|every|any|into|onto|than|"
    "not|no|more|most|over|about|around|at|least|end|years?|fiscal|fy|january|february|march|april|"
    "may|june|july|august|september|october|november|december|q[1-4]|other|(?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ed", "es", "s", "ly")
_STEM = 7
# Who acts is no name of what is done, and a fiscal year none of anything.
_BODIES = re.compile(
    "JAXA|NICT|AIST|NASA|ESA|JOGMEC|NEDO|JAMSTEC|ITU|ISO|ASEAN|NATO|FY|Q[1-4]|FY[0-9]+"
)
# Names say more than words of which many items are made, one ideograph less.
_NAME_WEIGHT, _SINGLE_WEIGHT = 2.5, 0.3
# What a wording starts from, and what it says beside, tell half of what it is about.
_BACKGROUND = 0.5
_BEGINS = re.compile("[^。]*?(?:ため|踏まえ(?:て|つつ)?|ことから|受けて?|鑑み|観点から)、")
_BEGINS_LATIN = re.compile(
    r"(?:,\s*|\s)(?:so that|in (?:the )?light of|in view of|building on|ahead of|which|who|"
    r"taking into account|subject to)\b[^.;]*",
    re.IGNORECASE,
)
_FEW, _FEW_THINGS = 8, 3


@dataclass(frozen=True, slots=True)
class Features:
    """``names`` identify (MMX, ETS-9, X-BAND, 9号機, 「…」), ``laws`` are acts, ``numbered`` the
    numbered things among the names; ``words`` are stems, or pairs of ideographs, and single ones;
    ``aside`` those of them that tell what the wording starts from, or says beside.
    """

    names: frozenset[str]
    laws: frozenset[str]
    numbered: frozenset[str]
    words: frozenset[str]
    aside: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Names and words."""
        return self.names | self.laws | self.words

    def __or__(self, other: Features) -> Features:
        """Those of both."""
        return Features(
            self.names | other.names,
            self.laws | other.laws,
            self.numbered | other.numbered,
            self.words | other.words,
            self.aside | other.aside,
        )


@cache
def features(text: str) -> Features:
    """What identifies the thing that a wording is about."""
    words = _OF_A_NAME.sub(" ", normalise(text))
    latin = is_latin(text)
    bands = {f"{band}-BAND" for band in _BAND.findall(words)}
    names = {
        name.upper()
        for name in _LATIN.findall(text if latin else words)
        if sum(c.isupper() or c.isdigit() for c in name) > 1 or (not latin and "-" in name)
        if not _BODIES.fullmatch(name.upper())
    }
    numbered = frozenset(_NUMBERED.findall(words))
    quoted = {name for name in _QUOTED.findall(words) if len(name) < 30}
    laws = frozenset(_acts(text) if latin else _LAW.findall(words))
    return Features(
        frozenset(names | bands | quoted | {*_NAMED_NUMBER.findall(words)}) | numbered,
        laws,
        numbered,
        frozenset(_terms(text)),
        _background(text),
    )


def foreground(text: str) -> str:
    """A wording, as ``plain``, without what it only starts from, or says beside."""
    words = plain(text)
    return _BEGINS_LATIN.sub(" ", words) if is_latin(text) else _BEGINS.sub("、", words)


def _background(text: str) -> frozenset[str]:
    """The words that stand only there."""
    rest = foreground(text)
    if rest == plain(text):
        return frozenset()
    left = {*_terms(rest)}
    # Where all is, nothing is.
    return frozenset(term for term in _terms(text) if left and term not in left)


def _acts(text: str) -> Iterator[str]:
    """``Network Resilience``, of the act and of the bill that it was."""
    for match in _ACT.finditer(text):
        name = match.group(1).strip().removeprefix("The ")
        if name:
            yield name.lower()


def _terms(text: str) -> Iterator[str]:
    """Each word that tells, as it is compared."""
    if is_latin(text):
        yield from (stem(word) for word, _, _ in words_of(text))
        return
    words = plain(text)
    for pattern in (_KANA, _LATIN, _NUMBER):
        yield from (word.lower() for word in pattern.findall(words))
    for run in _IDEOGRAPHS.findall(words):
        yield from run
        # Pairs find what was reworded better than words do: 手引書 and 手引き.
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The English words of a text that tell, and where they stand in it."""
    for match in _WORD.finditer(plain(text)):
        if not _COMMON.fullmatch(match.group()):
            yield match.group(), match.start(), match.end()


def plain(text: str) -> str:
    """A wording without times, numbers in a row and who acts, as its words are taken from it."""
    return text if is_latin(text) else _ASIDE.sub("、", normalise(text))


def stem(word: str) -> str:
    """An English word without its ending: published and publish are one."""
    word = word.lower()
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word.removesuffix(suffix) + ("y" if suffix == "ies" else "")
            break
    if len(word) > 4 and word[-1] == word[-2] != "s":
        word = word[:-1]
    return word.rstrip("e")[:_STEM]


def _about(thing: str, text: str) -> bool:
    """Whether a clause of a wording begins with a thing, or says 「…について」 of it."""
    name = re.escape(thing)
    about = rf"(?:^|、){name}|^[^、。]*{name}(?:[(][^()]*[)])?(?:について|に関し)"
    return re.search(about, text) is not None


def elsewhere(old: str, new: str, others: Collection[str]) -> bool:
    """Whether a noun that the old wording has in the place of another (東浜港, 北崎港) stands in
    one of the others: then that one is about the same thing, and the new one is not."""
    runs = difference(old, new) if old and new and not is_latin(old) else ()
    nouns = [
        run.text
        for run, following in pairwise(runs)
        if run.kind == REMOVED and following.kind == ADDED and _of_a_kind(run.text, following.text)
    ]
    return any(sum(noun in other for other in others) == 1 for noun in nouns)


def _of_a_kind(one: str, other: str) -> bool:
    """Whether two nouns name things of a kind, and not one thing: 東浜港 and 北崎港."""
    nouns = _NOUN.fullmatch(one) and _NOUN.fullmatch(other)
    return bool(nouns) and one[-1] == other[-1] and one not in other and other not in one


class Weights:
    """How telling a feature is among many wordings: what few have tells more. ``texts`` are the
    wordings, where things are looked for too."""

    def __init__(self, every: Iterable[Features], texts: Iterable[str] = ()) -> None:
        self._texts = [normalise(text) for text in dict.fromkeys(texts)]
        self._counts: Counter[str] = Counter()
        self._total = 0
        for one in every:
            self._total += 1
            self._counts.update(one.all)
        self._weights: dict[str, float] = {}
        self._sums: dict[Features, float] = {}

    def of(self, shared: Iterable[str], one: Features) -> float:
        """The weight of features that stand in ``one``."""
        named = one.names | one.laws
        return sum(
            self._weight(name)
            * (_NAME_WEIGHT if name in named else 1.0)
            * (_BACKGROUND if name in one.aside else 1.0)
            for name in sorted(shared)
        )

    def _weight(self, name: str) -> float:
        found = self._weights.get(name)
        if found is None:
            single = len(name) == 1 and not name.isascii()
            rare = log((2 + self._total) / (1 + self._counts[name]))
            found = self._weights[name] = rare * (_SINGLE_WEIGHT if single else 1.0)
        return found

    def whole(self, one: Features) -> float:
        """The weight of all that stands in ``one``."""
        if one not in self._sums:
            self._sums[one] = self.of(one.all, one)
        return self._sums[one]

    def rare(self, first: Features, second: Features) -> list[str]:
        """The names of both that few wordings have: what many have tells of none of them."""
        both = (first.names | first.laws) & (second.names | second.laws)
        return [name for name in sorted(both) if self._counts[name] <= _FEW]

    def things(self, first: str, second: str) -> list[str]:
        """The compounds (ドローン航路, サイバーポート) that both wordings are about and hardly
        another has."""
        if is_latin(first) or is_latin(second):
            return []
        one, other = (plain(text) for text in (first, second))
        return [
            thing
            for thing in dict.fromkeys(_THING.findall(one) + _THING.findall(other))
            if _about(thing, one) and _about(thing, other)
            if sum(thing in text for text in self._texts) <= _FEW_THINGS
        ]

    def alike(self, first: Features, second: Features) -> float:
        """How much of both ones' weight both have: 0 to 1."""
        both = sqrt(self.whole(first) * self.whole(second))
        common = first.all & second.all
        return sqrt(self.of(common, first) * self.of(common, second)) / both if both else 0.0


def differ(first: Features, second: Features) -> bool:
    """Whether two are surely about different things: another law, another number of a kind."""
    laws = [(one, other) for one in first.laws for other in second.laws]
    # 「基本法」 may be short for the one that was named before.
    if laws and not any(one.endswith(other) or other.endswith(one) for one, other in laws):
        return True
    kinds = {n.lstrip("0123456789"): n for n in first.numbered}
    clash = any(
        kinds.get(n.lstrip("0123456789"), n) != n and n not in first.numbered
        for n in second.numbered
    )
    return clash and not first.numbered & second.numbered
