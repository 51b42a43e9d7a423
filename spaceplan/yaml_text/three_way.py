"""Two changes of one block YAML text, put together by meaning: pairs by key, items by who they are.

Text is taken whole from the side that changed it, comments, quoting and all; what neither changed,
and what both changed alike, is ours. Only where both changed one thing in two ways is it marked.
Nothing here knows a key of the plan: who an item of a list is, and which lists are in an order of
their own, the caller says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from collections.abc import Sequence as SequenceType
from typing import Any

from yaml.events import ScalarEvent

from spaceplan.frozen import dataclass
from spaceplan.yaml_text.places import (
    line_end_near,
    line_start,
    next_line,
    node_end,
    plain_data,
)
from spaceplan.yaml_text.tree import Mapping, Node, Sequence

Path = tuple[str, ...]
# Who an item is, by where its list stands; "" where it cannot be told.
Who = Callable[[Path, Node], str]
# What a list is in the order of, by where it stands; None where it is as it is written.
Order = Callable[[Path], Callable[[Node], object] | None]

# What the marks of a conflict call the two sides, by where it stands.
Label = Callable[[Path], tuple[str, str]]


class NotInBlocks(Exception):
    """A layout that is not merged by meaning: aliases, lists in brackets, what cannot be told."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both changed: where it stands, what each side says ("" where it is gone)."""

    path: Path
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One pair or item: its very text, from the comments above it to its last line end."""

    name: str
    text: str
    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three texts."""

    text: str
    root: Node


class ThreeWay:
    """Puts ``ours`` and ``theirs`` together; ``conflicts`` are what it could not.

    ``gone`` is what one side deleted and the other left as it was. That is a conflict for what is
    ``needed``: something else on the other side names it.
    """

    def __init__(
        self,
        who: Who,
        order: Order,
        marker: int = 7,
        label: Label = lambda path: ("ours", "theirs"),
        needed: Collection[Path] = (),
    ) -> None:
        self.label = label
        self.who = who
        self.order = order
        self.marker = marker
        self.needed = needed
        self.conflicts: list[Conflict] = []
        self.gone: list[Path] = []

    def merged(self, base: Side, ours: Side, theirs: Side) -> str:
        """The text of both. Raises NotInBlocks."""
        whole = [(side, side.root, 0, len(side.text)) for side in (base, ours, theirs)]
        return self._container((), whole[0], whole[1], whole[2])

    def _container(
        self,
        path: Path,
        base: tuple[Side, Node, int, int] | None,
        ours: tuple[Side, Node, int, int],
        theirs: tuple[Side, Node, int, int],
    ) -> str:
        """A mapping or list that both changed, piece by piece."""
        old, old_tail = self._pieces(path, *base) if base else ({}, "")
        mine, my_tail = self._pieces(path, *ours)
        other, other_tail = self._pieces(path, *theirs)
        made: dict[str, str] = {}
        for name in self._names(path, old, mine, other):
            side = (old.get(name), mine.get(name), other.get(name))
            sides = (base[0] if base else None, ours[0], theirs[0])
            text = self._piece((*path, name), side, sides, isinstance(ours[1], Sequence))
            if text is not None:
                made[name] = text
        return "".join(made.values()) + _lines(old_tail, my_tail, other_tail)

    def _names(
        self, path: Path, old: dict[str, Piece], mine: dict[str, Piece], other: dict[str, Piece]
    ) -> list[str]:
        """The order of what stands in one of them: ours, or theirs where only they moved things."""
        common = [name for name in old if name in mine and name in other]
        we_moved = [name for name in mine if name in common] != common
        first, second = (mine, other) if we_moved else (other, mine)
        if [name for name in other if name in common] == common:
            first, second = mine, other
        key = self.order(path)
        if key is not None:
            return self._sorted([name for name in first if name in common], {**other, **mine}, key)
        names = list(first)
        above = ""
        for name in second:
            if name not in first:
                names.insert(names.index(above) + 1 if above in names else 0, name)
            above = name
        return names

    @staticmethod
    def _sorted(names: list[str], every: dict[str, Piece], key: Callable[[Node], Any]) -> list[str]:
        """What both have as it stands, and each of the others behind all that come before it."""
        for name in sorted(every.keys() - set(names), key=lambda one: key(every[one].node)):
            own = key(every[name].node)
            before = [at for at, one in enumerate(names, 1) if key(every[one].node) <= own]
            names.insert(max(before, default=0), name)
        return names

    def _piece(
        self,
        path: Path,
        pieces: tuple[Piece | None, Piece | None, Piece | None],
        sides: tuple[Side | None, Side, Side],
        is_item: bool,
    ) -> str | None:
        """One piece of both; None where it is gone. An item that both added is not put together."""
        old, mine, other = pieces
        was, is_mine, is_other = (None if one is None else one.text for one in pieces)
        if was is not None and {is_mine, is_other} == {was, None}:
            self.gone.append(path)
            if path in self.needed:
                return self._conflict(path, is_mine, is_other)
        if is_mine == is_other or is_other == was:
            return is_mine
        if is_mine == was:
            return is_other
        if mine is None or other is None:
            return self._gone(path, pieces, sides)
        if self._in_blocks(old, mine, other) and not (is_item and old is None):
            base = None
            if old is not None and sides[0] is not None:
                base = self._inside(sides[0], old)
            inner = self._container(
                path, base, self._inside(sides[1], mine), self._inside(sides[2], other)
            )
            # Of a list from which each took a part nothing may be left.
            return self._lead(old, mine, other) + inner if inner.strip() else None
        return self._leaf(path, pieces, sides)

    def _leaf(
        self,
        path: Path,
        pieces: tuple[Piece | None, Piece | None, Piece | None],
        sides: tuple[Side | None, Side, Side],
    ) -> str:
        """A value that is not taken apart: its text from who changed what it says, else its layout;
        the comments around it from both."""
        was, mine, other = (
            _Leaf.of(side, piece) if side and piece else None
            for side, piece in zip(sides, pieces, strict=True)
        )
        assert mine is not None and other is not None
        old = was or _Leaf("", "", "", None)
        if mine.data == other.data:
            value = other.value if mine.value == old.value else mine.value
        elif was is not None and was.data in (mine.data, other.data):
            value = other.value if mine.data == was.data else mine.value
        else:
            return self._conflict(path, *(one.text if one else None for one in pieces[1:]))
        above = _lines(old.above, mine.above, other.above)
        return above + value + _behind(old.behind, mine.behind, other.behind)

    def _gone(
        self,
        path: Path,
        pieces: tuple[Piece | None, Piece | None, Piece | None],
        sides: tuple[Side | None, Side, Side],
    ) -> str | None:
        """What one side deleted and the other changed: of a list in an order, what was added."""
        old, mine, other = pieces
        left, side = (mine, sides[1]) if mine is not None else (other, sides[2])
        if self.order(path) and old and left and sides[0] and self._in_blocks(old, left, left):
            was, _ = self._pieces(path, *self._inside(sides[0], old))
            now, tail = self._pieces(path, *self._inside(side, left))
            added = [one.text for name, one in now.items() if name not in was]
            if all(name not in was or was[name].text == one.text for name, one in now.items()):
                return left.text[: _lead_length(left)] + "".join(added) + tail if added else None
        if old and left and old.text.split() == left.text.split():  # other blank lines alone
            return None
        return self._conflict(path, mine.text if mine else None, other.text if other else None)

    @staticmethod
    def _in_blocks(old: Piece | None, mine: Piece, other: Piece) -> bool:
        nodes = [one.node for one in (old, mine, other) if one is not None]
        kinds = {type(node) for node in nodes}
        return len(kinds) == 1 and all(
            isinstance(node, Mapping | Sequence) and not node.flow for node in nodes
        )

    @staticmethod
    def _inside(side: Side, piece: Piece) -> tuple[Side, Node, int, int]:
        return side, piece.node, _first(side.text, piece.node), piece.end

    def _lead(self, old: Piece | None, mine: Piece, other: Piece) -> str:
        """What stands before the first pair or item: comments, and the key or the dash."""
        leads = ["" if one is None else one.text[: _lead_length(one)] for one in (old, mine, other)]
        above, rest = zip(*map(_above, leads), strict=True)
        keys = [line.splitlines(keepends=True)[:1] for line in rest]
        below = [line[len("".join(key)) :] for line, key in zip(rest, keys, strict=True)]
        key = keys[2] if keys[1] == keys[0] else keys[1]
        return _lines(*above) + "".join(key) + _lines(*below)

    def _conflict(self, path: Path, mine: str | None, other: str | None) -> str:
        """Both texts, marked as git marks them."""
        self.conflicts.append(Conflict(path, mine or "", other or ""))
        end = line_end_near(mine or other or "", 0)
        signs = [sign * self.marker for sign in "<=>"]
        first, second = self.label(path)
        parts = (
            f"{signs[0]} {first}{end}",
            mine,
            signs[1] + end,
            other,
            f"{signs[2]} {second}{end}",
        )
        return "".join(part or "" for part in parts)

    def _pieces(
        self, path: Path, side: Side, node: Node, start: int, end: int
    ) -> tuple[dict[str, Piece], str]:
        """The pairs or items of a stretch of text by name, and what stands below the last."""
        if isinstance(node, ScalarEvent) or node.flow or node.aliased or node.anchor:
            raise NotInBlocks
        pieces: dict[str, Piece] = {}
        begun = start
        for name, item in self._items(path, node):
            stop = node_end(side.text, item)
            if stop is None or not name or name in pieces:
                raise NotInBlocks
            stop = min(next_line(side.text, stop), end)
            pieces[name] = Piece(name, side.text[begun:stop], item, begun, stop)
            begun = stop
        return pieces, side.text[begun:end]

    def _items(self, path: Path, node: Node) -> SequenceType[tuple[str, Node]]:
        if isinstance(node, Mapping):
            if node.merged:
                raise NotInBlocks
            return [(str(key.value), value) for key, value in node.items]
        named: list[tuple[str, Node]] = []
        seen: dict[str, int] = {}
        for item in node.items:
            name = self.who(path, item)
            seen[name] = seen.get(name, 0) + 1
            named.append((name if seen[name] == 1 else f"{name} {seen[name]}", item))
        return named


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A piece that is not taken apart: the lines above, its key and value, what stands behind."""

    above: str
    value: str
    behind: str
    data: object

    @classmethod
    def of(cls, side: Side, piece: Piece) -> _Leaf:
        above, _ = _above(piece.text)
        end = (node_end(side.text, piece.node) or piece.end) - piece.start
        value, behind = piece.text[len(above) : end], piece.text[end:]
        return cls(above, value, behind, plain_data(piece.node))


def _above(text: str) -> tuple[str, str]:
    """The blank lines and comments with which a text begins, and the rest."""
    found = re.match(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*", text)
    end = found.end() if found else 0
    return text[:end], text[end:]


def _lines(was: str, mine: str, other: str) -> str:
    """Blank lines and comments of both: ours, with what they added and without what they took."""
    if other == was or mine == other:
        return mine
    if mine == was:
        return other
    old, ours, theirs = (text.splitlines(keepends=True) for text in (was, mine, other))
    kept = [line for line in ours if not line.strip() or line not in old or line in theirs]
    return "".join(
        [*kept, *(line for line in theirs if line.strip() and line not in [*old, *ours])]
    )


def _behind(was: str, mine: str, other: str) -> str:
    """A comment behind a value, and the line's end."""
    if mine in (was, other):
        return other
    if other == was:
        return mine
    end = mine[len(mine.rstrip("\r\n")) :]
    return "  ".join(filter(None, (mine.rstrip(), other.strip()))) + end


def _first(text: str, node: Node) -> int:
    """Where the first pair or item of a block begins: its line; behind the dash if it has one."""
    start = int(node.start)
    line = line_start(text, start)
    return start if isinstance(node, Mapping) and text[line:start].strip() else line


def _lead_length(piece: Piece) -> int:
    """How much of a piece stands before its first pair or item."""
    within = int(piece.node.start) - piece.start
    line = line_start(piece.text, within)
    behind_dash = isinstance(piece.node, Mapping) and piece.text[line:within].strip()
    return within if behind_dash else line
