"""What two wordings have in common, as whole words that a reader knows, the most telling first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spaceplan.frozen import dataclass
from spaceplan.source.compare.names import foreground, plain, stem, words_of
from spaceplan.source.compare.runs import BEHIND, IDEOGRAPHS, Runs
from spaceplan.source.read.text import is_latin

# The beginning of a verb (見据え, 目指す, 及び) is no word.
_VERB = re.compile("[いうえきくぐけげせちつてねびべみむめりれ]|す(?!る)")
_WORD = re.compile("[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9]*(?:[-‐−][A-Za-z0-9]+)*|[0-9]+|[一-龯々]+")
# What more wordings of a revision have than these, or than this share of them, is the field's.
_FEW, _SHARE = 3, 0.04
# What is done (検討する, 促進を図る) and how (適切な, 効果的) is said of anything.
_DONE = re.compile(
    "([一-龯]{2})(?:する|し[たて、つ]|さ[れせ]|を(?:行|図|進め|実施)|な(?![いけどらく]))"
)
_HOW = re.compile("[一-龯]{1,2}的|[一-龯]{2}等")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Common:
    """Words side by side that two wordings have; ``few`` says that hardly any other has them.
    ``size`` is how many they are; in Japanese they are one, the name of a whole programme.
    """

    text: str
    few: bool
    size: int


class Shared:
    """What wordings of ``old`` and of ``new`` have in common, and how telling that is."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._sides = [list(dict.fromkeys(texts)) for texts in (old, new)]
        self._done = {
            word for texts in self._sides for text in texts for word in _DONE.findall(plain(text))
        }
        self._runs = Runs(plain(text) for texts in self._sides for text in texts)
        self._words: dict[str, list[_Word]] = {}
        self._keys = [["|".join(self._joined(text)) for text in texts] for texts in self._sides]
        self._counts: dict[str, tuple[int, ...]] = {}

    def common(self, old: str, new: str) -> list[Common]:
        """The longest sequences of words that both wordings have, those that few others have
        first, the long ones before the short."""
        found: dict[str, tuple[float, Common]] = {}
        starts, begins = foreground(old), foreground(new)
        for first, last in self._sequences(old, new):
            words = self._words[old][first:last]
            text = plain(old)[words[0].start : words[-1].end]
            # That two start from the same, or have the same purpose, is nothing in common.
            if text not in starts and text not in begins:
                continue
            key = self._key(words)
            counts = self._count(key)
            few = not (text in self._done or _HOW.fullmatch(text)) and all(
                count <= max(_FEW, _SHARE * len(texts))
                for count, texts in zip(counts, self._sides, strict=True)
            )
            size = last - first if is_latin(text) else 1
            found.setdefault(key, (sum(counts) - len(text) / 100, Common(text, few, size)))
        return [one for _, one in sorted(found.values(), key=lambda pair: pair[0])]

    def _sequences(self, old: str, new: str) -> Iterator[tuple[int, int]]:
        """Where the sequences begin and end among the words of the old wording."""
        mine, theirs = self._split(old), self._split(new)
        reached = 0
        for first in range(len(mine)):
            longest = max(
                (_along(mine[first:], theirs[at:]) for at in range(len(theirs))), default=0
            )
            # What a longer one holds is not told again.
            if longest and first + longest > reached:
                reached = first + longest
                begin, end = first, reached
                while begin < end and mine[begin].key in BEHIND:
                    begin += 1
                if begin < end and _says(mine[begin:end]):
                    yield begin, end

    def _split(self, text: str) -> list[_Word]:
        if text not in self._words:
            self._words[text] = list(self._cut(plain(text)))
        return self._words[text]

    def _cut(self, text: str) -> Iterator[_Word]:
        if is_latin(text):
            yield from (_Word(stem(word), start, end) for word, start, end in words_of(text))
            return
        for match in _WORD.finditer(text):
            if not IDEOGRAPHS.fullmatch(match.group()):
                yield _Word(match.group().lower(), match.start(), match.end())
                continue
            words, start = self._runs.words(match.group()), match.start()
            for word in words[:-1] if _VERB.match(text, match.end()) else words:
                yield _Word(word, start, start + len(word))
                start += len(word)

    def _joined(self, text: str) -> Iterator[str]:
        """The words that stand side by side, as keys."""
        words = self._split(text)
        begin = 0
        for at in range(1, len(words) + 1):
            if at == len(words) or not _beside(words[at - 1], words[at]):
                yield self._key(words[begin:at])
                begin = at

    @staticmethod
    def _key(words: Sequence[_Word]) -> str:
        return f" {' '.join(word.key for word in words)} "

    def _count(self, key: str) -> tuple[int, ...]:
        if key not in self._counts:
            self._counts[key] = tuple(sum(key in text for text in texts) for texts in self._keys)
        return self._counts[key]


def _beside(one: _Word, other: _Word) -> bool:
    gap = other.start - one.end
    return gap == 0 or (gap == 1 and one.key.isascii() and other.key.isascii())


def _along(mine: Sequence[_Word], theirs: Sequence[_Word]) -> int:
    """How many words two sequences have in common from their beginning, side by side."""
    count = 0
    for one, other in zip(mine, theirs, strict=False):
        apart = count and not (_beside(mine[count - 1], one) and _beside(theirs[count - 1], other))
        if one.key != other.key or apart:
            break
        count += 1
    return count


def _says(words: Sequence[_Word]) -> bool:
    """Whether words say something: one character or a number alone does not."""
    return any(len(word.key) > 1 and not word.key.isdigit() for word in words)
