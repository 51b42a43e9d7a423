"""Finding alike texts among many without comparing each with each."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

# Characters of a shingle: long enough to tell words apart, short enough to survive rewording.
_LENGTH = 3
# A shingle of more texts than this says little and would make every pair a candidate.
_COMMON = 40
# How many candidates are weighed for one text.
_CANDIDATES = 8
# Only the beginning of an overlong text is compared.
_COMPARED = 4000
# From this on two texts are nearly the same.
_NEARLY = 0.8


def shingles(text: str) -> frozenset[str]:
    """The runs of three characters of a normalised text; a shorter text is its own."""
    text = text[:_COMPARED]
    if len(text) <= _LENGTH:
        return frozenset({text}) if text else frozenset()
    return frozenset(text[i : i + _LENGTH] for i in range(len(text) - _LENGTH + 1))


def alike(first: frozenset[str], second: frozenset[str]) -> float:
    """How much two sets of shingles share: 0 (nothing) to 1 (all)."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 1.0


def covered(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of ``part`` that ``whole`` holds as well: 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


class Index:
    """Texts by their shingles. Time grows with the length of the texts, not with their pairs."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.sets = [shingles(text) for text in texts]
        self._places: dict[str, list[int]] = defaultdict(list)
        counts = Counter(shingle for found in self.sets for shingle in found)
        self._total = len(texts)
        self._counts = counts
        for place, found in enumerate(self.sets):
            for shingle in found:
                if counts[shingle] <= _COMMON:
                    self._places[shingle].append(place)

    def candidates(self, text: frozenset[str]) -> list[int]:
        """The places of the texts that share most rare shingles with ``text``, best first."""
        votes: Counter[int] = Counter()
        for shingle in text:
            for place in self._places.get(shingle, ()):
                votes[place] += 1
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        return [place for place, _ in ranked[:_CANDIDATES]]

    def weight(self, shared: frozenset[str]) -> float:
        """How telling shingles are: rare ones weigh more."""
        return sum(math.log((1 + self._total) / (1 + self._counts[s])) for s in sorted(shared))

    def alike(self, first: frozenset[str], second: frozenset[str]) -> float:
        """Like ``alike``, but rare shingles count for more than the words of every item."""
        if self._total == 1 and (share := alike(first, second)) >= _NEARLY:
            return share  # Of one text nothing is rare.
        total = self.weight(first) + self.weight(second)
        return 2 * self.weight(first & second) / total if total else 0.0
