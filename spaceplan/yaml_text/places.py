"""Where things stand in a plan file's text: lines, and the true ends of nodes.

All places are character indexes into ``Content.text``. PyYAML's end marks are exact for flow
collections and for plain and quoted scalars; a block collection's lies at the next token, past
blank lines and comments, so its end is taken from its last leaf.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.events import ScalarEvent

from spaceplan.yaml_text.tree import Mapping, Node, Sequence, start_of

if TYPE_CHECKING:
    from spaceplan.yaml_text.spelling import Data

Pair = tuple[ScalarEvent, Node]

_BREAK = re.compile("\r\n|\n|\r")
_DASH = re.compile(r"(?<![^\r\n]) *(-)(?=\s)")
_TO_ALIAS = re.compile(r"\s*:\s*\*[^\s,\[\]{}]+")


def value_of(node: Node | None, key: str) -> Node | None:
    """The value of a mapping's first pair of this key; None where it has none, or is no mapping."""
    if isinstance(node, Mapping):
        for name, value in node.items:
            if name.value == key:
                return value
    return None


def _before_break(text: str, index: int) -> int:
    """``index``, or the CR before it where it lies inside a CR LF."""
    return index - 1 if index and text[index - 1 : index + 1] == "\r\n" else index


def line_start(text: str, index: int) -> int:
    """First character of the line that holds ``index``."""
    index = _before_break(text, index)
    start = text.rfind("\n", 0, index) + 1
    return max(start, text.rfind("\r", start, index) + 1)


def line_stop(text: str, index: int) -> int:
    """Where the line that holds ``index`` ends, before its line end."""
    found = _BREAK.search(text, _before_break(text, index))
    return found.start() if found else len(text)


def next_line(text: str, index: int) -> int:
    """First character of the next line, or the end of the text."""
    found = _BREAK.search(text, _before_break(text, index))
    return found.end() if found else len(text)


def line_end_near(text: str, index: int) -> str:
    """The line end of the line that holds ``index``; of the one above where it has none."""
    found = _BREAK.search(text, _before_break(text, index))
    if found:
        return found.group()
    start = line_start(text, index)
    above = re.search("\r\n|\n|\r", text[max(start - 2, 0) : start])
    return above.group() if above else "\n"


def ends_line(text: str) -> bool:
    """Whether the text ends with a line end (an empty one needs none)."""
    return not text or text.endswith(("\n", "\r"))


def own_items(mapping: Mapping) -> list[Pair]:
    """The pairs written in the mapping itself, in file order, without those a merge brought."""
    if not mapping.merged:
        return mapping.items
    return [pair for pair in mapping.items if pair[0].value not in mapping.merged]


def is_alias(before: int, node: Node) -> bool:
    """Whether a node that stands after ``before`` is written elsewhere: an alias of it."""
    return start_of(node) < before


def pair_end(text: str, pair: Pair) -> int | None:
    """End of a pair's value; None where it cannot be told."""
    key, value = pair
    if is_alias(key.start_mark.index, value):
        found = _TO_ALIAS.match(text, key.end_mark.index)
        return found.end() if found else None
    return node_end(text, value)


def node_end(text: str, node: Node) -> int | None:
    """End of a node's last character; None where it ends in an alias whose place is not known.

    A block scalar ends with its last line of text, before that line's end; with ``+`` in its
    header the blank lines below belong to it.
    """
    if isinstance(node, ScalarEvent):
        end = int(node.end_mark.index)
        return _block_scalar_end(text, node, end) if node.style in ("|", ">") else end
    if node.flow:
        return int(node.end)
    if isinstance(node, Mapping):
        own = own_items(node)
        return pair_end(text, own[-1]) if own else None
    if not node.items or is_alias(node.start, node.items[-1]):
        return None
    return node_end(text, node.items[-1])


def block_header(text: str, node: ScalarEvent) -> str:
    """The header of a block scalar (``|``, ``>-``) without its comment; "" for other scalars."""
    start = int(node.start_mark.index)
    if node.style not in ("|", ">"):
        return ""
    return text[start : line_stop(text, start)].partition("#")[0]


def _block_scalar_end(text: str, node: ScalarEvent, end: int) -> int:
    start = int(node.start_mark.index)
    if "+" in block_header(text, node):
        breaks = list(_BREAK.finditer(text, start, end))
        return breaks[-1].start() if breaks and not text[breaks[-1].end() : end].strip() else end
    return line_stop(text, start + len(text[start:end].rstrip()))


def plain_data(node: Node) -> Data:
    """What a node says, without places and styles."""
    if isinstance(node, ScalarEvent):
        return str(node.value)
    if isinstance(node, Mapping):
        return {key.value: plain_data(value) for key, value in node.items}
    return [plain_data(item) for item in node.items]


def comment_within(text: str, node: Node, start: int, end: int) -> int | None:
    """Place of a comment inside ``[start, end)`` but outside the node's scalars, or None."""
    position = start
    for leaf in sorted(_leaves(node), key=lambda item: item.start_mark.index):
        if not start <= leaf.start_mark.index < end:
            continue
        hit = _comment(text, position, leaf.start_mark.index)
        if hit is not None:
            return hit
        if leaf.style in ("|", ">"):
            stop = line_stop(text, leaf.start_mark.index)
            hit = _comment(text, leaf.start_mark.index, stop)
            if hit is not None:
                return hit
        position = leaf.end_mark.index
    return _comment(text, position, end)


def _comment(text: str, start: int, end: int) -> int | None:
    found = text.find("#", start, max(start, end))
    return found if found >= 0 else None


def _leaves(node: Node) -> list[ScalarEvent]:
    if isinstance(node, ScalarEvent):
        return [node]
    if isinstance(node, Mapping):
        return [leaf for key, value in own_items(node) for leaf in (key, *_leaves(value))]
    return [leaf for item in node.items for leaf in _leaves(item)]


def left_over(text: str, node: Node, data: Data | None) -> int:
    """How many lines of a block list or mapping stay under it when it shrinks to ``data``.

    They are the comments and blank lines between the items that go at its end.
    """
    if isinstance(node, ScalarEvent) or node.flow:
        return 0
    if isinstance(node, Mapping) and isinstance(data, dict):
        own = own_items(node)
        stays = [number for number, (key, _) in enumerate(own) if key.value in data]
        ends = [pair_end(text, pair) for pair in own]
        starts = [line_start(text, key.start_mark.index) for key, _ in own]
        first = stays[-1] + 1 if stays else 0
    elif isinstance(node, Sequence) and isinstance(data, list):
        ends = [node_end(text, item) for item in node.items]
        dashes = [dash_before(text, node, number) for number in range(len(node.items))]
        starts = [line_start(text, dash or 0) for dash in dashes]
        last_stays = bool(data) and plain_data(node.items[-1]) == data[-1]
        first = len(node.items) if last_stays else len(data)
    else:
        return 0
    lines = 0
    for number in range(max(first, 1), len(starts)):
        position = next_line(text, ends[number - 1] or 0)
        while position < starts[number]:
            position = next_line(text, position)
            lines += 1
    return lines


def dash_before(text: str, sequence: Sequence, number: int) -> int | None:
    """Index of the ``-`` of a block sequence's item, where only spaces stand before it.

    None where the dash shares its line with something else or cannot be told.
    """
    item = sequence.items[number]
    if number == 0:
        floor = line_start(text, sequence.start)
    else:
        before = sequence.items[number - 1]
        end = node_end(text, before)
        if end is None or is_alias(sequence.start, before):
            return None
        floor = next_line(text, end)
    dash = None
    for found in _DASH.finditer(text, floor, start_of(item)):
        dash = found.start(1)
    return dash
