"""What must change in the text so that a node says something else: the smallest hunks.

A scalar is replaced in its own quoting; a mapping or list keeps its block or flow style and only
the pairs or items that differ are touched. Nothing is written here: hunks are collected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import field
from typing import NoReturn

from yaml.events import ScalarEvent

from spaceplan.errors import Phrase, SpaceplanError
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.yaml_text import spelling as scalars
from spaceplan.yaml_text.new_lines import pair as pair_lines
from spaceplan.yaml_text.places import (
    Pair,
    block_header,
    comment_within,
    dash_before,
    ends_line,
    is_alias,
    line_end_near,
    line_start,
    line_stop,
    next_line,
    node_end,
    own_items,
    pair_end,
    plain_data,
)
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Node, Sequence, start_of

Ranks = MappingType[str, int]
_PROPERTIES = re.compile(r"(?:&[^\s,\[\]{}]+\s+)?")
_BLOCK_HEADER = re.compile(r"[|>]([-+0-9]*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a mapping is written: ``order`` ranks its keys, ``inner`` are the shapes of the mappings
    in it by key, and the lists ``by_line`` have each item on a line of its own."""

    order: Ranks = field(default_factory=dict)
    inner: MappingType[str, Shape] = field(default_factory=dict)
    by_line: frozenset[str] = frozenset()


_PLAIN = Shape()


class CannotEdit(SpaceplanError):
    """A layout that cannot be changed without risk; nothing was written."""

    def __init__(self, content: Content, index: int, reason: Phrase) -> None:
        self.line, self.column = content.place(index)
        self.reason = reason
        place = f"{content.name}:{self.line}:{self.column}"
        super().__init__("yaml_text.cannot-edit", place=place, reason=reason)


@dataclass(frozen=True, slots=True)
class Hunk:
    """``text`` in the place of ``[start, end)``; ``lines`` marks whole lines with their ends."""

    start: int
    end: int
    text: str
    lines: bool = False


def compose(text: str, hunks: list[Hunk], start: int, end: int) -> str:
    """``text[start:end]`` with the hunks made, which lie in it and do not overlap.

    Lines added at the end of a text without a final line end leave it without one.
    """
    pieces: list[str] = []
    position = start
    for hunk in sorted(hunks, key=lambda item: (item.start, item.end)):
        pieces.append(text[position : hunk.start])
        if hunk.lines and hunk.text and hunk.start == len(text) and not ends_line(text):
            before = "".join(pieces)
            if not ends_line(before):
                pieces.append(line_end_near(text, len(text)))
        pieces.append(hunk.text)
        position = hunk.end
    pieces.append(text[position:end])
    made = "".join(pieces)
    if end == len(text) and not ends_line(text):
        cut = 2 if made.endswith("\r\n") else 1 if made.endswith(("\n", "\r")) else 0
        made = made[: len(made) - cut]
    return made


class Patch:
    """Collects the hunks for changes of one file.

    ``used`` are the anchors that aliases use. Every method raises CannotEdit where the layout
    does not allow the change.
    """

    def __init__(self, content: Content, used: set[str]) -> None:
        self.content = content
        self.text = content.text
        self.used = used
        self.hunks: list[Hunk] = []

    def refuse(self, index: int, key: str, /, **facts: str) -> NoReturn:
        """Stop, naming the place; ``key`` is the reason's."""
        raise CannotEdit(self.content, index, Phrase(key, facts))

    def end_of(self, node: Node) -> int:
        """End of a node's last character."""
        end = node_end(self.text, node)
        if end is None:
            self.refuse(start_of(node), "yaml_text.ends-in-alias")
        return end

    def end_of_pair(self, pair: Pair) -> int:
        """End of a pair's value."""
        end = pair_end(self.text, pair)
        if end is None:
            self.refuse(pair[0].start_mark.index, "yaml_text.value-ends-in-alias")
        return end

    def column(self, index: int) -> int:
        """Characters before a place in its line."""
        return index - line_start(self.text, index)

    # any node

    def change(self, node: Node, data: Data, flow: bool, shape: Shape = _PLAIN) -> None:
        """Make ``node`` say ``data``; ``flow`` tells whether it stands inside ``{}`` or ``[]``."""
        if plain_data(node) == data:
            return
        self.check_shared(node)
        if isinstance(node, ScalarEvent):
            if isinstance(data, str):
                self.scalar(node, data, flow)
            else:
                self.whole(node, data, flow)
        elif isinstance(node, Mapping) and isinstance(data, dict) and data and own_items(node):
            self.mapping(node, data, flow or node.flow, shape)
        elif isinstance(node, Sequence) and isinstance(data, list) and data and node.items:
            self.sequence(node, data, flow or node.flow, shape)
        else:
            self.whole(node, data, flow)

    def check_shared(self, node: Node) -> None:
        """Refuse where an alias elsewhere says the same as this node."""
        if node.anchor is not None and node.anchor in self.used:
            self.refuse(start_of(node), "yaml_text.anchor-used", anchor=node.anchor)

    def check_shared_within(self, node: Node) -> None:
        """The same for a node that is replaced or removed whole, and all that is in it."""
        self.check_shared(node)
        if isinstance(node, Mapping):
            for key, value in own_items(node):
                self.check_shared(key)
                if not is_alias(key.start_mark.index, value):
                    self.check_shared_within(value)
        elif isinstance(node, Sequence):
            for item in node.items:
                if not is_alias(node.start, item):
                    self.check_shared_within(item)

    def whole(self, node: Node, data: Data, flow: bool) -> None:
        """Replace a node by another kind of node, on one line."""
        self.check_shared_within(node)
        start, end = self.value_start(node), self.end_of(node)
        self.check_comments(node, start, end)
        text = scalars.spell(data, flow) if isinstance(data, str) else scalars.flow(data)
        if isinstance(node, Sequence) and not node.flow:
            # A list may stand at its key's own indent, a value may not.
            text = "  " + text
        self.hunks.append(Hunk(start, end, text))

    def check_comments(self, node: Node, start: int, end: int) -> None:
        """Refuse where a comment stands in a stretch that is to go."""
        comment = comment_within(self.text, node, start, end)
        if comment is not None:
            self.refuse(comment, "yaml_text.comment-lost")

    def value_start(self, node: Node) -> int:
        """Where a node's text begins, behind its anchor. Refuses one with a tag."""
        start = start_of(node)
        if isinstance(node, ScalarEvent) or node.flow:
            found = _PROPERTIES.match(self.text, start)
            start = found.end() if found else start
        if self.text.startswith("!", start):
            self.refuse(start, "yaml_text.has-tag")
        return start

    # scalars

    def scalar(self, node: ScalarEvent, text: str, flow: bool) -> None:
        """Another text, in the same quoting where that can hold it."""
        start, end = self.value_start(node), self.end_of(node)
        style = str(node.style or "")
        if style in ("|", ">"):
            self.hunks.append(Hunk(start, end, self.block_scalar(node, start, end, text)))
        else:
            self.hunks.append(Hunk(start, end, scalars.respell(text, style, flow)))

    def block_scalar(self, node: ScalarEvent, start: int, end: int, text: str) -> str:
        """The new text as a block like the old one, else quoted."""
        header_end = line_stop(self.text, start)
        header = _BLOCK_HEADER.match(self.text, start)
        comment = self.text[header.end() : header_end] if header else ""
        body = self.text[next_line(self.text, start) : end].lstrip("\r\n")
        indent = body[: len(body) - len(body.lstrip(" "))]
        if header and header[1] in ("", "-") and indent and indent.isspace():
            line_end = line_end_near(self.text, start)
            made = scalars.block_scalar(text, str(node.style), comment, indent, line_end)
            if made is not None:
                return made
        if "#" in comment:
            self.refuse(header_end, "yaml_text.comment-lost")
        return scalars.spell(text, False)

    # mappings

    def mapping(self, node: Mapping, data: dict[str, Data], flow: bool, shape: Shape) -> None:
        """Change, remove and add pairs."""
        own = own_items(node)
        for key, value in node.items:
            if key.value in node.merged and (
                key.value not in data or plain_data(value) != data[key.value]
            ):
                self.refuse(node.start, "yaml_text.from-merge", key=key.value)
        removed = {n for n, (key, _) in enumerate(own) if key.value not in data}
        for number, (key, value) in enumerate(own):
            if number in removed:
                self.remove_pair(node, own, number, removed, flow)
            elif plain_data(value) != data[key.value]:
                self.check_explicit(node, own, number)
                if is_alias(key.start_mark.index, value):
                    self.refuse(key.start_mark.index, "yaml_text.is-alias", key=key.value)
                self.change(value, data[key.value], flow, shape.inner.get(key.value, _PLAIN))
        kept = [pair for number, pair in enumerate(own) if number not in removed]
        present = {key.value for key, _ in node.items}
        rank = shape.order
        for name in sorted(data.keys() - present, key=lambda n: (rank.get(n, len(rank)), n)):
            self.add_pair(node, kept, name, data[name], flow, shape)

    def check_explicit(self, node: Mapping, own: list[Pair], number: int) -> None:
        """Refuse a pair written ``? key``."""
        key = own[number][0].start_mark.index
        start = self.end_of_pair(own[number - 1]) if number else node.start
        gap = re.sub(r"#[^\r\n]*", "", self.text[min(start, key) : key])
        if "?" in gap:
            self.refuse(key, "yaml_text.explicit-key")

    def add_pair(
        self,
        node: Mapping,
        kept: list[Pair],
        name: str,
        data: Data,
        flow: bool,
        shape: Shape,
    ) -> None:
        """A new pair behind the last value of the key that precedes it in the shape's order."""
        rank = shape.order
        mine = rank.get(name, len(rank))
        before = [pair for pair in kept if rank.get(pair[0].value, len(rank)) < mine]
        if before and mine < len(rank) - 1:
            pair = max(before, key=lambda item: rank[item[0].value])
        elif kept:
            pair = kept[-1]
        else:
            self.refuse(node.start, "yaml_text.nothing-stays")
        number = next(n for n, item in enumerate(own_items(node)) if item is pair)
        self.check_explicit(node, own_items(node), number)
        end = self.end_of_pair(pair)
        if flow:
            text = f", {scalars.spell(name, True)}: {scalars.flow(data)}"
            self.hunks.append(Hunk(end, end, text))
            return
        line_end = line_end_near(self.text, end)
        at = next_line(self.text, end)
        self.check_final(pair[1], end)
        lines = pair_lines(name, data, self.column(kept[0][0].start_mark.index), shape.by_line)
        self.hunks.append(Hunk(at, at, "".join(line + line_end for line in lines), True))

    def check_final(self, node: Node, end: int) -> None:
        """A block scalar that the file's end cuts off would gain a line end from a line below."""
        leaf = last_leaf(node)
        if end == len(self.text) and leaf is not None:
            header = block_header(self.text, leaf)
            if header and "-" not in header:
                self.refuse(leaf.start_mark.index, "yaml_text.file-ends-inside")

    def remove_pair(
        self, node: Mapping, own: list[Pair], number: int, removed: set[int], flow: bool
    ) -> None:
        """Take a pair out: in block style its lines, with a comment behind its value."""
        key, value = own[number]
        self.check_explicit(node, own, number)
        if not is_alias(key.start_mark.index, value):
            self.check_shared_within(value)
        if flow:
            starts = [pair[0].start_mark.index for pair in own]
            ends = [self.end_of_pair(pair) for pair in own]
            self.hunks.append(self.removal_in_flow(node, starts, ends, number, removed))
            return
        start = line_start(self.text, key.start_mark.index)
        if self.text[start : key.start_mark.index].strip():
            self.refuse(key.start_mark.index, "yaml_text.beside-dash")
        end = self.end_of_pair(own[number])
        self.check_comments(value, key.end_mark.index, end)
        self.hunks.append(Hunk(start, next_line(self.text, end), "", True))

    def removal_in_flow(
        self, node: Node, starts: list[int], ends: list[int], number: int, removed: set[int]
    ) -> Hunk:
        """An item of ``{}`` or ``[]`` goes with one comma: the one before it, if it has one."""
        if all(n in removed for n in range(number)):
            start, end = starts[number], starts[number + 1]
        else:
            start, end = ends[number - 1], ends[number]
        self.check_comments(node, start, end)
        return Hunk(start, end, "")

    # lists

    def sequence(self, node: Sequence, data: list[Data], flow: bool, shape: Shape) -> None:
        """Change, remove and add items between those that stay at both ends."""
        old = [plain_data(item) for item in node.items]
        shorter = min(len(old), len(data))
        same = 0
        while same < shorter and old[same] == data[same]:
            same += 1
        tail = 0
        while tail < shorter - same and old[-1 - tail] == data[-1 - tail]:
            tail += 1
        gone = range(same, len(old) - tail)
        new = data[same : len(data) - tail]
        for number, item in zip(gone, new, strict=False):
            if is_alias(node.start, node.items[number]):
                self.refuse(node.start, "yaml_text.item-is-alias")
            self.change(node.items[number], item, flow, shape)
        pairs = min(len(gone), len(new))
        if len(new) > pairs:
            self.insert_items(node, same + pairs - 1, new[pairs:], flow)
        removed = set(gone[pairs:])
        for number in sorted(removed):
            self.remove_item(node, number, removed, flow)

    def insert_items(self, node: Sequence, after: int, items: list[Data], flow: bool) -> None:
        """New items behind the one with the number ``after`` (-1: before the first)."""
        neighbour = node.items[max(after, 0)]
        if is_alias(node.start, neighbour):
            self.refuse(node.start, "yaml_text.item-is-alias")
        spelled = [scalars.flow(item) for item in items]
        if flow:
            at = start_of(neighbour) if after < 0 else self.end_of(neighbour)
            text = "".join(f"{one}, " if after < 0 else f", {one}" for one in spelled)
            self.hunks.append(Hunk(at, at, text))
            return
        dash = self.dash(node, max(after, 0))
        start = line_start(self.text, dash)
        prefix = self.text[start:dash] + "- "
        line_end = line_end_near(self.text, dash)
        if after < 0:
            at = start
        else:
            end = self.end_of(neighbour)
            self.check_final(neighbour, end)
            at = next_line(self.text, end)
            line_end = line_end_near(self.text, end)
        self.hunks.append(Hunk(at, at, "".join(prefix + one + line_end for one in spelled), True))

    def dash(self, node: Sequence, number: int) -> int:
        """Place of a block list item's dash."""
        dash = dash_before(self.text, node, number)
        if dash is None:
            self.refuse(start_of(node.items[number]), "yaml_text.beside-item")
        return dash

    def remove_item(self, node: Sequence, number: int, removed: set[int], flow: bool) -> None:
        """Take an item out: in block style its lines."""
        item = node.items[number]
        if is_alias(node.start, item):
            self.refuse(node.start, "yaml_text.item-is-alias")
        self.check_shared_within(item)
        if flow:
            starts = [start_of(one) for one in node.items]
            ends = [self.end_of(one) for one in node.items]
            self.hunks.append(self.removal_in_flow(node, starts, ends, number, removed))
            return
        dash = self.dash(node, number)
        end = self.end_of(item)
        self.check_comments(item, dash, end)
        start = line_start(self.text, dash)
        self.hunks.append(Hunk(start, next_line(self.text, end), "", True))


def last_leaf(node: Node) -> ScalarEvent | None:
    """The scalar that a block node ends with; None for flow collections."""
    while not isinstance(node, ScalarEvent):
        if node.flow:
            return None
        node = own_items(node)[-1][1] if isinstance(node, Mapping) else node.items[-1]
    return node
