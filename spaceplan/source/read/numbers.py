"""Numbers as documents write them, and what the mark of a heading counts."""

from __future__ import annotations

from spaceplan.roadmap.fiscal import fold_numerals

NUMERAL = "(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
COUNT = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
KANJI_YEAR = "[〇一二三四五六七八九]{4}"
"""The number of a year of an era, of a month or a day; a count; 二〇二六. All as patterns."""
FEW = "(?:one|two|three|four|five|six|ten|twelve)"
"""Counts that English writes as words, as a pattern."""
KANA = "アイウエオカキクケコサシスセソ"
_IROHA = "イロハニホヘト"


def number_of(mark: str, style: str) -> int:
    """The number that a mark stands for in a style; 0 where it is none."""
    if style == "i":
        mark = mark.upper()
    if style == "イ":
        return _IROHA.index(mark) + 1
    if "①" <= mark <= "⑳":
        return ord(mark) - ord("①") + 1
    if mark in KANA:
        return KANA.index(mark) + 1
    if mark.isascii() and mark.islower():
        return ord(mark) - ord("a") + 1
    if "A" <= mark <= "H":
        return ord(mark) - ord("A") + 1
    if mark[0] in "IVX":
        values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in mark]
        following = [*values[1:], 0]
        return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
    digits = fold_numerals(mark)
    return int(digits) if digits.isdecimal() else 0
