"""A plan file split into its head and the lines of each milestone, without reading it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from spaceplan.files.content import Part

_KEY, _DASH = b"\nmilestones:\n", b"\n  - "
_DASHES, _OTHER_KEY = re.compile(_DASH.decode()), re.compile(r"\n[^ \n#]")


class Split(NamedTuple):
    """``head`` ends before the line of the first milestone; a block is what stands behind its dash,
    up to the next one's line."""

    head: bytes
    blocks: list[bytes]

    def lines(self, first: int, end: int | None = None) -> int:
        """How many lines these blocks have."""
        blocks = self.blocks[first:end]
        return len(blocks) + sum([block.count(b"\n") for block in blocks])

    def text(self, first: int, end: int | None = None) -> bytes:
        """The lines of these blocks, with the line end before each."""
        return b"".join([_DASH + block for block in self.blocks[first:end]])

    def part(self, name: str, first: int, end: int | None = None) -> Part:
        """The head and these blocks, as a plan that tells places in the file."""
        head = self.head.decode()
        text = head + self.text(first, end).decode()
        return Part(name, text, False, len(head), self.lines(0, first))


def split(data: bytes) -> Split | None:
    """The parts of a plan, as most are written; None where it is written otherwise."""
    head, key, rest = data.partition(_KEY)
    lead, *blocks = (b"\n" + rest).split(_DASH)
    return Split(head + _KEY[:-1] + lead, blocks) if key and blocks else None


def agrees(text: str, starts: Iterable[int]) -> bool:
    """Whether milestones that were read at these places stand each in a block of its own, and
    nothing behind them; and no line ends but as ``Split.lines`` counts."""
    key = _KEY.decode()
    at = text.find(key) + len(key) - 1
    places = (found.end() for found in _DASHES.finditer(text, at))
    alike = all(place == start for place, start in zip_longest(places, starts))
    return key in text and alike and "\r" not in text and not _OTHER_KEY.search(text, at)
