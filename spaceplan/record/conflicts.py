"""What a merge left marked in a plan file: where it stands, and the text as either side has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spaceplan.frozen import dataclass

_HUNK = re.compile(
    r"^(?P<marks><{7,})(?: [^\r\n]*)?\r?\n(?P<ours>.*?)"
    r"(?:^\|{7,}(?: [^\r\n]*)?\r?\n.*?)?"
    r"^={7,}\r?\n(?P<theirs>.*?)"
    r"^>{7,}(?: [^\r\n]*)?(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ITEM = re.compile(r"^([ \t]*)-[ \t]+id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
# Nothing but blank lines and comments stands above the item.
_ABOVE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*[ \t]*-[ \t]+id:")


@dataclass(frozen=True, slots=True)
class Hunk:
    """One marked stretch of a text, from its first mark to behind its last."""

    start: int
    end: int
    ours: str
    theirs: str


Side = Callable[[Hunk], str]


def ours(hunk: Hunk) -> str:
    """The side of the branch on which one stands."""
    return hunk.ours


def theirs(hunk: Hunk) -> str:
    """The side that is merged into it."""
    return hunk.theirs


def kept(side: Side) -> Side:
    """A side, but a milestone that is deleted there stays: what refers to it can still be read."""

    def choice(hunk: Hunk) -> str:
        other = hunk.theirs if side is ours else hunk.ours
        return side(hunk) or (other if _ITEM.search(other) else "")

    return choice


def hunks(text: str) -> list[Hunk]:
    """All that is marked in a text, in its order."""
    return [Hunk(*found.span(), found["ours"], found["theirs"]) for found in _HUNK.finditer(text)]


def taken(text: str, side: Side) -> str:
    """The text with one side of all that is marked in it."""
    pieces, position = [], 0
    for hunk in hunks(text):
        pieces += [text[position : hunk.start], side(hunk)]
        position = hunk.end
    return "".join([*pieces, text[position:]])


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a milestone in a text with marks in it."""

    id: str
    start: int
    end: int
    whole: bool = False

    def holds(self, hunk: Hunk) -> bool:
        """Whether a marked stretch lies in these lines."""
        return self.start <= hunk.start and hunk.end <= self.end


def is_gone(text: str, block: Block, side: Side) -> bool:
    """Whether a side has deleted the milestone of a block."""
    return not _ITEM.search(taken(text[block.start : block.end], side))


def outside(text: str) -> int:
    """How many marked stretches are of no milestone."""
    blocks = conflicting(text)
    return sum(not any(block.holds(one) for block in blocks) for one in hunks(text))


def is_of_one(text: str, block: Block) -> bool:
    """Whether what is marked is of this milestone alone."""
    inside = hunks(text[block.start : block.end])
    if not block.whole:
        return True
    sides = [side for one in inside for side in (one.ours, one.theirs) if side.strip()]
    return all(
        [found[2] for found in _ITEM.finditer(side)] == [block.id] and _ABOVE.match(side)
        for side in sides
    )


def conflicting(text: str) -> list[Block]:
    """The blocks that have marks in them; one that is marked whole is the stretch of its marks."""
    marked = hunks(text)
    return [block for block in _blocks(text, marked) if any(map(block.holds, marked))]


def _blocks(text: str, marked: list[Hunk]) -> Iterator[Block]:
    starts: list[tuple[int, str]] = []
    for found in _ITEM.finditer(text):
        around = next((one for one in marked if one.start < found.start() < one.end), None)
        start = around.start if around else found.start()
        # Both sides of one stretch are one block, whichever of them begins with the id.
        if not (starts and starts[-1][0] == start):
            starts.append((start, found[2]))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, name), end in zip(starts, ends, strict=True):
        whole = next((one for one in marked if one.start == start), None)
        yield Block(name, start, whole.end if whole else end, whole is not None)
