"""What a merge left marked in a plan file: where it stands, and the text as either side has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from spaceplan.frozen import dataclass

_HUNK = re.compile(
    r"^(?P<marks><{7,})(?: [^\r\n]*)?\r?\n(?P<ours>.*?)"
    r"(?:^\|{7,}(?: [^\r\n]*)?\r?\n.*?)?"
    r"^={7,}\r?\n(?P<theirs>.*?)"
    r"^>{7,}(?: [^\r\n]*)?(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
# Where the list of milestones begins, marks or comments before its first or not.
_FIRST = re.compile(
    r"^milestones:[^\n]*\n(?:(?:[ \t]*(?:#[^\n]*)?|[<|=>]{7}[^\n]*)\r?\n)*([ \t]*)-\s",
    re.MULTILINE,
)
_ABOVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")  # nothing but blank lines and comments


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


def kept(side: Side, text: str) -> Side:
    """A side of a text, but a milestone that is deleted there stays: what refers to it can still
    be read."""
    indent = _indent(text)

    def choice(hunk: Hunk) -> str:
        other = hunk.theirs if side is ours else hunk.ours
        return side(hunk) or (other if items(other, indent) else "")

    return choice


@dataclass(frozen=True, slots=True)
class Item:
    """Where a milestone begins in a text, and where its id stands, wherever among its keys."""

    id: str
    start: int
    named: tuple[int, int]
    flow: bool  # in brackets


def items(text: str, indent: str) -> list[Item]:
    """The milestones that begin in a text or a part of it: what is listed at this indentation."""
    starts = [found.start() for found in re.finditer(rf"^{indent}-\s", text, re.MULTILINE)]
    found = []
    for start, end in pairwise([*starts, len(text)]):
        block = text[start:end]
        # The first key may stand below the dash; the others are in its column.
        first = re.match(rf"{indent}-(?:[ \t]*(?:#[^\n]*)?\r?\n{indent} )?([ \t]+)", block)
        if first is None:
            continue
        flow = block.startswith("{", first.end())
        begin = "[{,]" if flow else rf"^{indent}[- ]{first[1]}"
        key = rf"{begin}[ \t]*id:[ \t]*[\"']?([^\s\"'#,}}]+)"
        name = re.search(key, block, re.MULTILINE)
        if name:
            found.append(Item(name[1], start, (start + name.start(1), start + name.end(1)), flow))
    return found


def _indent(text: str) -> str:
    first = _FIRST.search(text)
    return first[1] if first else ""


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
    """The lines of a milestone in a text with marks in it, and how far its list is indented."""

    id: str
    start: int
    end: int
    indent: str
    flow: bool
    whole: bool

    def holds(self, hunk: Hunk) -> bool:
        """Whether a marked stretch lies in these lines."""
        return self.start <= hunk.start and hunk.end <= self.end


def is_gone(text: str, block: Block, side: Side) -> bool:
    """Whether a side has deleted the milestone of a block."""
    return not items(taken(text[block.start : block.end], side), block.indent)


def outside(text: str) -> int:
    """How many marked stretches are of no milestone."""
    blocks = conflicting(text)
    return sum(not any(block.holds(one) for block in blocks) for one in hunks(text))


def is_of_one(text: str, block: Block) -> bool:
    """Whether what is marked is of this milestone alone."""
    inside = hunks(text[block.start : block.end])
    sides = [side for one in inside for side in (one.ours, one.theirs) if side.strip()]
    return not block.whole or all(_is_item(side, block) for side in sides)


def _is_item(text: str, block: Block) -> bool:
    found = items(text, block.indent)
    alone = [one.id for one in found] == [block.id]
    return alone and _ABOVE.fullmatch(text, 0, found[0].start) is not None


def conflicting(text: str) -> list[Block]:
    """The blocks that have marks in them; one that is marked whole is the stretch of its marks."""
    marked = hunks(text)
    return [block for block in _blocks(text, marked) if any(map(block.holds, marked))]


def _blocks(text: str, marked: list[Hunk]) -> Iterator[Block]:
    indent = _indent(text)
    starts: list[tuple[int, Item, Hunk | None]] = []
    for item in items(text, indent):
        around = next((one for one in marked if one.start < item.start < one.end), None)
        start = around.start if around else item.start
        # Both sides of one stretch are one block, whichever of them begins with the id.
        if not (starts and starts[-1][0] == start):
            whole = around if around and item.named[1] <= around.end else None
            starts.append((start, item, whole))
    ends = [*(start for start, *_ in starts), len(text)]
    for (start, item, whole), end in zip(starts, ends[1:], strict=True):
        end = whole.end if whole else end
        yield Block(item.id, start, end, indent, item.flow, whole is not None)
