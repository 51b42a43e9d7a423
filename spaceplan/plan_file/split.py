"""A plan file split into its head and the lines of each milestone, without reading it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from spaceplan.files.content import Part

_KEY, DASH = b"\nmilestones:\n", b"\n  - "
_DASHES, _OTHER_KEY = re.compile(DASH.decode()), re.compile(r"\n[^ \n#]")


class Split(NamedTuple):
    """Where the line of each milestone begins in the bytes of a plan, with the line end before it;
    the head ends before the first."""

    data: bytes
    starts: list[int]

    def start(self, number: int) -> int:
        """Where this one begins; behind the last one, where that ends."""
        return self.starts[number] if number < len(self.starts) else len(self.data)

    def part(self, name: str, first: int, lines: bytes) -> Part:
        """The head, and these lines in place of those from the milestone ``first`` on, as a plan
        that tells places in the file."""
        head = self.data[: self.starts[0]].decode()
        skipped = self.data.count(b"\n", self.starts[0], self.start(first))
        return Part(name, head + lines.decode(), False, len(head), skipped)


def split(data: bytes) -> Split | None:
    """The parts of a plan, as most are written; None where it is written otherwise."""
    at = data.find(_KEY) + len(_KEY) - 1
    starts = [found.start() for found in re.compile(DASH).finditer(data, at)]
    return Split(data, starts) if at >= len(_KEY) - 1 and starts else None


def agrees(text: str, starts: Iterable[int]) -> bool:
    """Whether milestones that were read at these places stand each in a block of its own, and
    nothing behind them; and no line ends but with LF, as those are counted that changed."""
    key = _KEY.decode()
    at = text.find(key) + len(key) - 1
    places = (found.end() for found in _DASHES.finditer(text, at))
    alike = all(place == start for place, start in zip_longest(places, starts))
    return key in text and alike and "\r" not in text and not _OTHER_KEY.search(text, at)
