"""What identifies the thing that a commitment is about: names, numbers, laws, long words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log

from spaceplan.frozen import dataclass
from spaceplan.source.read.text import is_latin, normalise

_LATIN = re.compile(r"[A-Z][A-Za-z0-9]*(?:[-‐−][A-Za-z0-9]+)*")
_BAND = re.compile(r"([A-Z]{1,2})(?:バンド|-?[Bb]and)")
_NUMBERED = re.compile("[0-9]+号[一-龯]{0,2}")
_QUOTED = re.compile("「([^「」]{2,40})」")
_LAW = re.compile(
    "[一-龯ァ-ヴー]{2,20}(?<!方)(?<!手)(?<!工)(?<!技)(?<!製)(?<!用)法(?=[のにをはが等、(「]|$)"
)
_RUN = re.compile("[一-龯々ァ-ヴー]{4,}")
_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
_COMMON = frozenset(
    ("with", "that", "will", "from", "this", "their", "these", "other", "which", "have", "more")
)
_GRAM = 4
# Who acts is no name of what is done.
_BODIES = frozenset(
    [
        "JAXA",
        "NICT",
        "AIST",
        "NASA",
        "ESA",
        "JOGMEC",
        "NEDO",
        "JAMSTEC",
        "ITU",
        "ISO",
        "ASEAN",
        "NATO",
    ]
)
# Names say more than words of which many items are made.
_NAME_WEIGHT = 3.0
_FEW = 8


@dataclass(frozen=True, slots=True)
class Features:
    """``names`` identify (MMX, ETS-9, X-BAND, 9号機, 「…」), ``laws`` are acts, ``numbered`` the
    numbered things among the names; ``words`` are pieces of long words."""

    names: frozenset[str]
    laws: frozenset[str]
    numbered: frozenset[str]
    words: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Names and words."""
        return self.names | self.laws | self.words


def features(text: str) -> Features:
    """What identifies the thing that a wording is about."""
    words = normalise(text)
    bands = {f"{band}-BAND" for band in _BAND.findall(words)}
    latin = {
        name.upper()
        for name in _LATIN.findall(text if is_latin(text) else words)
        if sum(c.isupper() or c.isdigit() for c in name) > 1 and name.upper() not in _BODIES
    }
    numbered = frozenset(_NUMBERED.findall(words))
    quoted = {name for name in _QUOTED.findall(words) if len(name) < 30}
    laws = frozenset(_LAW.findall(words))
    if is_latin(text):
        grams = {word.lower() for word in _WORD.findall(text)} - _COMMON
    else:
        grams = {
            run[i : i + _GRAM] for run in _RUN.findall(words) for i in range(len(run) - _GRAM + 1)
        }
    return Features(frozenset(latin | bands | quoted) | numbered, laws, numbered, frozenset(grams))


class Weights:
    """How telling a feature is among many wordings: what few have tells more."""

    def __init__(self, every: Iterable[Features]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        for one in every:
            self._total += 1
            self._counts.update(one.all)

    def of(self, shared: Iterable[str], one: Features) -> float:
        """The weight of features that stand in ``one``."""
        return sum(
            log((2 + self._total) / (1 + self._counts[name]))
            * (_NAME_WEIGHT if name in one.names or name in one.laws else 1.0)
            for name in sorted(shared)
        )

    def rare(self, names: Iterable[str]) -> list[str]:
        """The names that few wordings have: what many have tells of none of them."""
        return [name for name in names if self._counts[name] <= _FEW]

    def alike(self, first: Features, second: Features) -> float:
        """How much of the smaller one's weight both have: 0 to 1."""
        least = min(self.of(first.all, first), self.of(second.all, second))
        return self.of(first.all & second.all, first) / least if least else 0.0


def differ(first: Features, second: Features) -> bool:
    """Whether two are surely about different things: another law, another number of a kind."""
    if first.laws and second.laws and not first.laws & second.laws:
        return True
    kinds = {n.lstrip("0123456789"): n for n in first.numbered}
    clash = any(
        kinds.get(n.lstrip("0123456789"), n) != n and n not in first.numbered
        for n in second.numbered
    )
    return clash and not first.numbered & second.numbered
