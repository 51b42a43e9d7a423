"""Items that repeat an earlier one of the same document, marked （再掲） or not.

A repeat has the earlier one's words. Differences such as scanning makes (a letter misread, a
particle doubled) are tolerated and reported; a different number, year or word of meaning makes
another item, which is then only alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from spaceplan.frozen import dataclass
from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.similar import Index, alike
from spaceplan.source.read.text import Run, difference, normalise

# Letters that scanning takes for each other, beyond kana and punctuation.
_CONFUSED = tuple(
    map(frozenset, ("0O", "1lI", "一ー-−", "カ力", "ロ口", "ニ二", "ハ八", "タ夕", "エ工"))
)
_AS_DIGIT = {"O": "0", "l": "1", "I": "1"}
_NEAR = 0.6
_NEAR_MARKED = 0.5
# Texts longer than this are taken as repeats only where they are the same.
_ALIGNED = 3000
# One misread letter in so many.
_ONE_IN = 40
_ONE_IN_MARKED = 15
# Items that share so much, by the weight of their rare words, are worth a look together.
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Repeat:
    """``bullet`` repeats ``original`` (ids). ``differences`` are the runs that differ, () where
    the wording is the same."""

    bullet: str
    original: str
    marked: bool
    differences: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two items (ids) that are alike but no repeats; ``share`` from 0 to 1."""

    first: str
    second: str
    share: float


@dataclass(frozen=True, slots=True)
class Repeats:
    """What repeats what. ``alone`` are items marked as repeats whose originals are not here."""

    repeats: tuple[Repeat, ...]
    alone: tuple[str, ...]
    alike: tuple[Alike, ...]

    @property
    def originals(self) -> dict[str, str]:
        """Repeat id → original id."""
        return {repeat.bullet: repeat.original for repeat in self.repeats}


def find_repeats(bullets: Sequence[Bullet]) -> Repeats:
    """The repeats among items in document order, and the pairs that are alike."""
    words = [normalise(bullet.text) for bullet in bullets]
    index = Index(words)
    first_with: dict[str, int] = {}
    original_of: dict[int, int] = {}
    repeats: list[Repeat] = []
    alone: list[str] = []
    near: list[Alike] = []
    for place, bullet in enumerate(bullets):
        # Without words of its own a repeat can only mean the item before it.
        original = first_with.setdefault(words[place], place) if words[place] else max(0, place - 1)
        candidates = [p for p in index.candidates(index.sets[place]) if p < place]
        if original == place:
            original = _misread(place, candidates, words, index, bullet.repeat_marked)
        if original != place:
            original = original_of.get(original, original)
            original_of[place] = original
            differing = tuple(
                run for run in difference(words[original], words[place]) if run.kind != "same"
            )
            repeats.append(Repeat(bullet.id, bullets[original].id, bullet.repeat_marked, differing))
            continue
        if bullet.repeat_marked:
            alone.append(bullet.id)
        for other in candidates:
            share = index.alike(index.sets[place], index.sets[other])
            if other not in original_of and share >= ALIKE:
                near.append(Alike(bullets[other].id, bullet.id, round(share, 2)))
    return Repeats(tuple(repeats), tuple(alone), tuple(near))


def _misread(
    place: int, candidates: Sequence[int], words: Sequence[str], index: Index, marked: bool
) -> int:
    """The earlier item that this one repeats but for misread letters, or ``place`` itself."""
    for other in candidates:
        share = alike(index.sets[place], index.sets[other])
        if share >= (_NEAR_MARKED if marked else _NEAR) and _only_misread(
            words[other], words[place], marked
        ):
            return other
    return place


def _only_misread(old: str, new: str, marked: bool) -> bool:
    """Whether two wordings differ only by what scanning does."""
    longest = max(len(old), len(new))
    if longest > _ALIGNED:
        return False
    allowed = max(1, longest // (_ONE_IN_MARKED if marked else _ONE_IN))
    if abs(len(old) - len(new)) > allowed or _digits(old) != _digits(new):
        return False
    changed = 0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[start:end], new[new_start:new_end]
        changed += max(len(gone), len(come))
        if changed > allowed or not _may_be_misread(gone, come, marked):
            return False
    return True


def _may_be_misread(gone: str, come: str, marked: bool) -> bool:
    if len(gone) == len(come) == 1 and any({gone, come} <= pair for pair in _CONFUSED):
        return True
    if len(gone) > 1 or len(come) > 1:
        return marked and len(gone) == len(come)
    # Another ideograph is another word (前半, 後半) unless the item says that it is a repeat.
    return marked or not (_is_ideograph(gone) or _is_ideograph(come))


def _digits(text: str) -> str:
    """The digits of a text, and the letters that are misread for them, as digits."""
    return "".join(_AS_DIGIT.get(c, c) for c in text if c.isdigit() or c in _AS_DIGIT)


def _is_ideograph(character: str) -> bool:
    return "一" <= character <= "龯"
