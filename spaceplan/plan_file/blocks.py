"""Whole milestones put into a plan's list and taken out of it, each a block of lines."""

from __future__ import annotations

from spaceplan.plan_file import keys
from spaceplan.yaml_text.new_lines import block
from spaceplan.yaml_text.patch import Hunk, Patch, Shape, last_leaf
from spaceplan.yaml_text.places import (
    block_header,
    dash_before,
    is_alias,
    line_end_near,
    line_start,
    next_line,
    node_end,
)
from spaceplan.yaml_text.spelling import Data, flow
from spaceplan.yaml_text.tree import Sequence, start_of

_WORDS = Shape(keys.ranks(keys.WORDS))
_KEY, _NONE = "milestones:", " []"
# How a milestone is written.
MILESTONE = Shape(
    keys.ranks(keys.MILESTONE),
    {
        "title": _WORDS,
        "remark": _WORDS,
        "after": Shape(keys.ranks(keys.AFTER)),
        "history": Shape(keys.ranks(keys.CHANGE)),
    },
    frozenset({"history"}),
)


def insertion(
    patch: Patch, sequence: Sequence, number: int, milestones: list[dict[str, Data]]
) -> Hunk:
    """New milestones behind the one with this number (-1: into an empty list).

    Raises CannotEdit where the layout does not allow it.
    """
    text = patch.text
    if number < 0:
        if not sequence.flow:
            patch.refuse(sequence.start, "plan_file.milestones-empty")
        begun = _empty_line(text, sequence)
        if begun is not None:
            lines: list[str] = []
            for one in milestones:
                lines += ([""] if lines else []) + block("- ", one, 2, MILESTONE.by_line)
            line_end = line_end_near(text, sequence.start)
            return Hunk(begun, int(sequence.end), line_end + line_end.join(lines))
        at = sequence.start + 1
        return Hunk(at, at, ", ".join(flow(one) for one in milestones))
    node = sequence.items[number]
    if is_alias(sequence.start, node):
        patch.refuse(sequence.start, "plan_file.milestone-is-alias")
    end = patch.end_of(node)
    if sequence.flow:
        return Hunk(end, end, "".join(f", {flow(one)}" for one in milestones))
    patch.check_final(node, end)
    dash = patch.dash(sequence, number)
    gap = text[dash + 1 : start_of(node)]
    gap = gap if gap and not gap.strip(" ") else " "
    line_end = line_end_near(text, end)
    apart = [""] if _spaced(text, sequence, number) else []
    lines = [
        line
        for one in milestones
        for line in apart + block("-" + gap, one, patch.column(dash), MILESTONE.by_line)
    ]
    at = next_line(text, end)
    return Hunk(at, at, "".join(line + line_end for line in lines), True)


def _empty_line(text: str, sequence: Sequence) -> int | None:
    """Where ``[]`` alone on the line of its key can become a block; None where it cannot."""
    end = int(sequence.end)
    line = text[line_start(text, sequence.start) : end]
    rest = text[end : next_line(text, end)]
    if rest.strip() or line != _KEY + _NONE:
        return None
    return end - len(_NONE)


def removals(patch: Patch, sequence: Sequence, removed: set[int]) -> dict[int, Hunk | None]:
    """The lines of each of these milestones, with the blank ones that set it apart; in a list in
    brackets its characters and a comma. Of a list that becomes empty the first takes all.

    Raises CannotEdit where the layout does not allow it.
    """
    if removed and len(removed) == len(sequence.items):
        return {**dict.fromkeys(removed), 0: _emptied(patch, sequence)}
    return {number: _removal(patch, sequence, number, removed) for number in removed}


def _emptied(patch: Patch, sequence: Sequence) -> Hunk:
    """All of a list, which is ``[]`` again, as it was before its first."""
    text, items = patch.text, sequence.items
    if sequence.flow:
        start, end = start_of(items[0]), patch.end_of(items[-1])
        patch.check_comments(sequence, start, end)
        return Hunk(start, end, "")
    dashes = [patch.dash(sequence, number) for number in range(len(items))]
    ends = [patch.end_of(node) for node in items]
    for node, dash, end in zip(items, dashes, ends, strict=True):
        patch.check_shared_within(node)
        patch.check_comments(node, dash, end)
    above = text[: line_start(text, dashes[0])]
    begun = len(above.rstrip("\r\n"))
    is_key = text[line_start(text, begun) : begun] == _KEY
    between = (text[end:dash] for end, dash in zip(ends, dashes[1:], strict=False))
    if not is_key or above[begun:] not in ("\n", "\r\n", "\r") or any(map(str.strip, between)):
        patch.refuse(start_of(items[0]), "plan_file.list-changes-form")
    return Hunk(begun, ends[-1], _NONE)


def _removal(patch: Patch, sequence: Sequence, number: int, removed: set[int]) -> Hunk:
    text, items = patch.text, sequence.items
    node = items[number]
    patch.check_shared_within(node)
    if sequence.flow:
        starts, ends = [start_of(one) for one in items], [patch.end_of(one) for one in items]
        return patch.removal_in_flow(sequence, starts, ends, number, removed)
    dash = patch.dash(sequence, number)
    end = patch.end_of(node)
    patch.check_comments(node, dash, end)
    start, stop = line_start(text, dash), next_line(text, end)
    above = line_start(text, start - 1) if start else 0
    if number and not text[above:start].strip():
        start = start if _keeps_blank_lines(text, sequence, number - 1) else above
    elif not number and text.startswith(("\n", "\r"), stop):
        stop = next_line(text, stop)
    return Hunk(start, stop, "", True)


def _spaced(text: str, sequence: Sequence, number: int) -> bool:
    """Whether neighbours have a blank line between; so where there is one block only."""
    items = sequence.items
    if _keeps_blank_lines(text, sequence, number):
        return False
    if len(items) == 1:
        return True
    second = max(number, 1)
    dash = dash_before(text, sequence, second)
    end = node_end(text, items[second - 1])
    if dash is None or end is None:
        return False
    between = text[next_line(text, end) : dash]
    return any(not line.strip() for line in between.splitlines()[:-1])


def _keeps_blank_lines(text: str, sequence: Sequence, number: int) -> bool:
    """Whether blank lines under a milestone belong to its last text (``|+``)."""
    leaf = last_leaf(sequence.items[number])
    return leaf is not None and "+" in block_header(text, leaf)
