"""The words of a run of ideographs, which are written without blanks: 衛星利用促進 is three.

No dictionary is needed: nearly all such words have two characters and stand somewhere in the texts
by themselves or at either end of a run; what is joined to them is one of a few characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

IDEOGRAPHS = re.compile("[一-龯々]+")
# They end a run: 「研究開発及び」, 「関係機関等」.
_JOINS = re.compile("[及並](?=び)|又(?=は)|等")
# What is put behind words (競争力, 導入率), and before them (再使用, 高精度).
BEHIND = frozenset(
    "性化的用者機型級力量率度省庁局部法権費額県市町村国内外間上下中前後書系網船体器式類源所場員会策圏帯域種業"
    "材料品物点線面数値群層案件版号期年月日界学官長課室隊府都道州区側別毎向付済制剤語文名店社園校台棟港頃末表"
)
BEFORE = frozenset("新再非各全準副超高低多大小両他本当同次毎諸主旧元現来昨今未無不反総軽重深浅脱")
# Where one of these stands within two characters that are no word elsewhere, it parts them.
_PARTS = frozenset("性化的用")
_KNOWN, _EDGE, _PAIR, _PARTED, _THREE, _JOINED, _SINGLE = 0.7, 0.9, 1.5, 1.8, 1.35, 0.7, 1.5
_LONG = 4


class Runs:
    """Cuts runs of ideographs into words, by what the ``texts`` have."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = {run for text in texts for run in self.of(text)}
        self._alone = {run for run in found if len(run) < _LONG}
        self._edges = {run[:2] for run in found if len(run) >= _LONG}
        self._edges |= {run[-2:] for run in found if len(run) >= _LONG}
        self._words: dict[str, tuple[str, ...]] = {}

    @staticmethod
    def of(text: str) -> list[str]:
        """The runs of a text."""
        return IDEOGRAPHS.findall(_JOINS.sub("、", text))

    def words(self, run: str) -> tuple[str, ...]:
        """The words of a run, in order; together they are the run."""
        if run not in self._words:
            self._words[run] = self._cut(run)
        return self._words[run]

    def _cut(self, run: str) -> tuple[str, ...]:
        best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
        for end in range(1, len(run) + 1):
            options = [
                (cost + self._cost(word, start, end < len(run)), (*words, word))
                for start in range(max(0, end - 3), end)
                for cost, words in [best[start]]
                for word in [run[start:end]]
                if len(word) < 3 or word in self._alone
            ]
            best.append(min(options))
        return best[-1][1]

    def _cost(self, word: str, start: int, more: bool) -> float:
        if len(word) == 1:
            joined = (start and word in BEHIND) or (more and word in BEFORE)
            return _JOINED if joined else _SINGLE
        if len(word) > 2:
            return _THREE
        if word in self._alone:
            return _KNOWN
        if _PARTS.intersection(word):
            return _PARTED
        return _EDGE if word in self._edges else _PAIR
