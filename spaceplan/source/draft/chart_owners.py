"""Who acts, as a page's chart says it: 「広帯域技術の研究［防衛省］」 among its loose words.

Later revisions name organisations in the chart and not in the text. A label tells of an item where
the item holds nearly all of its words; that is a reading, and the owner is ``assigned``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS
from spaceplan.source.draft.owners import bracket_owners
from spaceplan.source.read.similar import covered, shingles
from spaceplan.source.read.text import normalise

# A label shorter than this (打上げ, 運用) says too little to tell of one item.
_SHORTEST = 8
_HELD = 0.75
# A label runs over so many lines at most.
_LINES = 3
_BRACKET = re.compile(r"[\[［〔]([^\[\]［］〔〕]*)[\]］〕]$")
_OPEN = re.compile(r"[\[［〔][^\[\]［］〔〕]*$")


@dataclass(frozen=True, slots=True)
class ChartOwner:
    """The words of a label as shingles, and the codes of its bracket."""

    words: frozenset[str]
    owner: tuple[str, ...]


def read_labels(lines: Sequence[str], registry: Mapping[str, str]) -> tuple[ChartOwner, ...]:
    """The labels of a chart that name organisations, from its lines in their order."""
    found: list[ChartOwner] = []
    before: list[str] = []
    opened = ""
    for line in lines:
        text = normalise(opened + line)
        opened = text if _OPEN.search(text) and len(text) < 400 else ""
        if opened:
            continue
        bracket = _BRACKET.search(text)
        owner = bracket_owners(text, registry)
        if bracket is None or not owner or not {OTHERS, *registry.values()}.issuperset(owner):
            before.append(text)
            continue
        own = text[: bracket.start()]
        # The label stands before its bracket, or on the lines above it.
        longer = [own] if own else ["".join(before[-n:]) for n in range(1, _LINES + 1)]
        for words in dict.fromkeys(longer):
            if len(words) >= _SHORTEST:
                found.append(ChartOwner(shingles(words), owner))
        before = []
    return tuple(found)


def owner_of(text: str, labels: Sequence[ChartOwner]) -> tuple[str, ...]:
    """The owner that a chart gives to an item, () where no label, or two, tell of it."""
    words = shingles(normalise(text))
    held = [label for label in labels if covered(label.words, words) >= _HELD]
    if not held:
        return ()
    most = max(len(label.words) for label in held)
    owners = {label.owner for label in held if len(label.words) == most}
    return owners.pop() if len(owners) == 1 else ()
