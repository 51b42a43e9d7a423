"""YAML text to a tree with places, in one pass over the C parser's events.

Nothing is composed or constructed by PyYAML: depth, aliases and tags are checked as the events
arrive (nesting of 40,000 crashes the C composer past any ``except``), and every scalar stays the
text that it is. A leaf is PyYAML's own ``ScalarEvent``, which carries value, style and marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from spaceplan.errors import FAULT, Fault, Phrase, phrase
from spaceplan.files.content import Content
from spaceplan.progress import Count, counted
from spaceplan.yaml_text.likely import conflict, explain, keyboard, may_be_odd, oddities

try:
    from yaml.cyaml import CParser as Parser
except ImportError:  # PyYAML without libyaml: slower, the same events
    from spaceplan.yaml_text.pure_parser import PureParser as Parser

MAX_DEPTH = 50
MAX_ALIASES = 1000
MAX_MERGED = 100_000
MAX_EXPANDED = 100_000
MAX_REPAIRS = 10
_LONG = 100
_UNUSUAL_BREAK = re.compile("[\x85\u2028\u2029]")


class Mapping:
    """A YAML mapping: ``items`` are (key scalar, value) in file order, merges already folded in.

    ``aliased`` marks a node that an alias shares; ``merged`` the keys that a merge brought.
    """

    __slots__ = ("aliased", "anchor", "end", "flow", "items", "merged", "start")

    def __init__(self, event: MappingStartEvent) -> None:
        self.items: list[tuple[ScalarEvent, Node]] = []
        self.start: int = event.start_mark.index
        self.end: int = self.start
        self.flow: bool = bool(event.flow_style)
        self.anchor: str | None = event.anchor
        self.aliased = False
        self.merged: frozenset[str] = frozenset()


class Sequence:
    """A YAML sequence of nodes."""

    __slots__ = ("aliased", "anchor", "end", "flow", "items", "start")

    def __init__(self, event: SequenceStartEvent) -> None:
        self.items: list[Node] = []
        self.start: int = event.start_mark.index
        self.end: int = self.start
        self.flow: bool = bool(event.flow_style)
        self.anchor: str | None = event.anchor
        self.aliased = False


class Key:
    """What a key says and where it begins, no more: half of all scalars are keys."""

    __slots__ = ("start", "value")

    def __init__(self, event: ScalarEvent) -> None:
        self.value: str = event.value
        self.start: int = event.start_mark.index


# A Mapping, a Sequence or a ScalarEvent; PyYAML's events have no types.
Node: TypeAlias = Any


def start_of(node: Node) -> int:
    """Index of a node's first character."""
    if type(node) is ScalarEvent:
        return int(node.start_mark.index)
    return int(node.start)


class Parsed:
    """What one file holds: its root (None when nothing could be read), faults, and ids lost.

    ``lost`` are ids that stand in blocks which could not be parsed, so that references to them
    are not called dangling. ``aliases`` holds the anchors that aliases use. ``notices`` are of
    what is read, but perhaps not as it was meant.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []
        self.lost: set[str] = set()
        self.used_anchors: set[str] = set()


def parse(content: Content, ends: bool = True) -> Parsed:
    """Read a whole file; never raises for what stands in it.

    Without ``ends`` it is not kept where scalars end, and keys are each a ``Key``: that takes a
    third of the memory, and is needed only to change the text.

    A syntax error inside one item of a block list costs that item only: its lines are blanked and
    the rest is read again, so that all syntax errors are reported at once.
    """
    parsed = Parsed()
    unmerged = conflict(content)
    if unmerged is not None:
        # Whatever else is wrong comes of it.
        parsed.faults.append(unmerged)
        return parsed
    text = content.text
    ends = ends or may_be_odd(text) or _UNUSUAL_BREAK.search(text) is not None
    for _ in range(MAX_REPAIRS if len(text) < 2_000_000 else 1):
        builder = _Builder(content, ends)
        failure = builder.run(text)
        parsed.root = builder.root
        parsed.used_anchors = builder.used_anchors
        if failure is None:
            parsed.faults.extend(builder.faults)
            break
        parsed.faults.append(builder.keyboard() or failure)
        span = _item_around(text, builder.last_item)
        if span is None or builder.fatal or not builder.failed_within(*span):
            parsed.faults.extend(builder.faults)
            break
        start, end = span
        parsed.lost.update(re.findall(r"\bid:\s*['\"]?([^\s,}'\"#]+)", text[start:end]))
        text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    parsed.faults.extend(_unusual_breaks(content, parsed.root))
    for odd in oddities(content, leaves(parsed.root)):
        (parsed.faults if odd.severity == FAULT else parsed.notices).append(odd)
    return parsed


def _item_around(text: str, index: int | None) -> tuple[int, int] | None:
    """The lines of the block-list item that begins at ``index``, up to the next of its indent."""
    if index is None:
        return None
    line_start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    dash = re.compile(r"([ ]*)-[ ]").match(text, line_start)
    if dash is None:
        return None
    following = re.compile(rf"^(?:{dash.group(1)}-[ ]|\S)", re.MULTILINE).search(text, dash.end())
    return line_start, following.start() if following else len(text)


# Of a shorter text nobody needs to know how far it is read.
_LONG = 1_000_000


class _Stop(Exception):
    """Reading ends here; the fault has been noted."""


class _Builder:
    def __init__(self, content: Content, ends: bool = True) -> None:
        self.content = content
        self.ends = ends
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self.anchors: dict[str, Node] = {}
        self.used_anchors: set[str] = set()
        self.last_item: int | None = None
        self.count: Count | None = None
        self.fatal = False
        self.merged = 0
        self.open_nodes: list[Mapping | Sequence] = []
        self.keys: list[Node] = []  # the pending key of each open mapping
        self.aliases = self.documents = 0
        self.expanded = 0  # values that aliases stand for
        self.sizes: dict[int, int] = {}
        self.texts: dict[str, str] = {}
        self.marks: tuple[int, ...] = ()  # where the parser gave up, and in what

    def run(self, text: str) -> Fault | None:
        """Build the tree; the fault that ended it early, or None."""
        if len(text) > _LONG:
            self.count = counted(len(text))
        try:
            self._build(text)
        except yaml.MarkedYAMLError as error:
            if "maximum nesting depth" in (error.problem or "") and error.problem_mark:
                # Newer libyaml has a limit of its own and meets it while looking ahead of the
                # events; ours lies below it: reading up to there finds the place.
                self.fatal = True
                return _Builder(self.content).run(text[: error.problem_mark.index])
            return self._syntax(error)
        except yaml.YAMLError as error:
            return Fault(
                1, 1, phrase("yaml_text.not-yaml", why=str(error)), phrase("yaml_text.a-plan")
            )
        except _Stop:
            return self.faults.pop()
        return None

    def keyboard(self) -> Fault | None:
        """A character that explains the syntax error better than the parser does."""
        if not self.marks:
            return None
        end = self.content.text.find("\n", max(self.marks))
        start = min(self.marks) if self.last_item is None else self.last_item
        return keyboard(
            self.content, min(start, *self.marks), end if end >= 0 else len(self.content.text)
        )

    def failed_within(self, start: int, end: int) -> bool:
        """Whether the syntax error that ended the reading belongs to these lines."""
        return any(start <= mark < end for mark in self.marks)

    def _stop(self, index: int, what: Phrase, expected: Phrase) -> _Stop:
        self.fatal = True
        self.faults.append(self.content.fault(index, what, expected))
        return _Stop()

    # One loop with a way for each event: it runs a hundred times for each milestone.
    def _build(self, text: str) -> None:  # noqa: C901
        get = Parser(text).get_event
        open_nodes, keys = self.open_nodes, self.keys
        # The same few keys and codes stand in every milestone: each is kept once.
        share, ends = self.texts.setdefault, self.ends
        node: Node
        while True:
            event = get()
            kind = type(event)
            # Nine of ten events are scalars: they are not handed on.
            if kind is ScalarEvent:
                node = event
                node.implicit = None
                if not ends:
                    node.end_mark = None
                node.value = share(node.value, node.value)
                if node.tag is not None:
                    self._tag(event)
                if event.anchor:
                    self.anchors[event.anchor] = node
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._begin(event)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = self._end(event)
            elif kind is AliasEvent:
                node = self._resolve(event)
            elif kind is DocumentStartEvent:
                self._document(event)
                continue
            elif kind is StreamEndEvent or event is None:
                return
            else:
                continue

            if not open_nodes:
                self.root = node
                continue
            parent = open_nodes[-1]
            if type(parent) is Sequence:
                parent.items.append(node)
                continue
            key = keys[-1]
            if key is not None:
                parent.items.append((key, node))
                keys[-1] = None
            elif type(node) is ScalarEvent:
                keys[-1] = node if ends else Key(node)
            else:
                raise self._stop(
                    start_of(node), phrase("yaml_text.odd-key"), phrase("yaml_text.plain-keys")
                )

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        """A mapping or a list begins."""
        if event.tag is not None:
            self._tag(event)
        opened = Mapping(event) if type(event) is MappingStartEvent else Sequence(event)
        if len(self.open_nodes) >= MAX_DEPTH:
            raise self._stop(
                opened.start,
                phrase("yaml_text.too-deep", depth=MAX_DEPTH),
                phrase("yaml_text.eight-levels"),
            )
        if len(self.open_nodes) == 2 and type(self.open_nodes[-1]) is Sequence:
            self.last_item = opened.start
            if self.count is not None:
                self.count.done = opened.start
        if event.anchor:
            self.anchors[event.anchor] = opened
        self.open_nodes.append(opened)
        self.keys.append(None)

    def _end(self, event: MappingEndEvent | SequenceEndEvent) -> Node:
        """The innermost mapping or list ends."""
        closed = self.open_nodes.pop()
        self.keys.pop()
        closed.end = event.end_mark.index
        if type(closed) is Mapping:
            self._merge(closed)
        return closed

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._stop(
                event.start_mark.index,
                phrase("yaml_text.second-document"),
                phrase("yaml_text.one-yaml-document"),
            )

    def _tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag == "!":
            return
        self.faults.append(
            self.content.fault(
                event.start_mark.index,
                phrase("yaml_text.tag", tag=event.tag),
                phrase("yaml_text.no-tags"),
            )
        )

    def _resolve(self, event: AliasEvent) -> Node:
        """The node that an alias stands for."""
        index = event.start_mark.index
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise self._stop(
                index,
                phrase("yaml_text.too-many-aliases", count=MAX_ALIASES),
                phrase("yaml_text.write-values-out"),
            )
        node = self.anchors.get(event.anchor)
        if node is None:
            raise self._stop(
                index,
                phrase("yaml_text.no-anchor", name=event.anchor),
                phrase("yaml_text.anchor-above"),
            )
        if any(node is parent for parent in self.open_nodes):
            raise self._stop(
                index,
                phrase("yaml_text.contains-itself", name=event.anchor),
                phrase("yaml_text.write-it-out"),
            )
        self.used_anchors.add(event.anchor)
        if not any(key is not None and key.value == "<<" for key in self.keys):
            self.expanded += self._size(node)  # what is merged is counted by its keys
        if self.expanded > MAX_EXPANDED:
            raise self._stop(
                index,
                phrase("yaml_text.expands-too-far", count=MAX_EXPANDED),
                phrase("yaml_text.write-values-out"),
            )
        if type(node) is not ScalarEvent:
            node.aliased = True
        return node

    def _size(self, node: Node) -> int:
        """How many values a node holds, those of the aliases in it included; long ones are more."""
        if type(node) is ScalarEvent:
            return 1 + len(node.value) // _LONG
        known = self.sizes.get(id(node))
        if known is None:
            inside = node.items if type(node) is Sequence else [value for _, value in node.items]
            known = self.sizes[id(node)] = 1 + sum(map(self._size, inside))
        return known

    def _merge(self, mapping: Mapping) -> None:
        """Fold ``<<`` into the mapping; its own keys win, as YAML's merge type says."""
        merges = [(key, value) for key, value in mapping.items if key.value == "<<"]
        if not merges:
            return
        own = [(key, value) for key, value in mapping.items if key.value != "<<"]
        taken = {key.value for key, _ in own}
        merged: list[tuple[ScalarEvent, Node]] = []
        for key, value in merges:
            for source in value.items if type(value) is Sequence else [value]:
                if type(source) is not Mapping:
                    raise self._stop(
                        start_of(key),
                        phrase("yaml_text.merges-nothing"),
                        phrase("yaml_text.merge-form"),
                    )
                self.merged += len(source.items)
                if self.merged > MAX_MERGED:
                    raise self._stop(
                        start_of(key),
                        phrase("yaml_text.too-many-merged", count=MAX_MERGED),
                        phrase("yaml_text.write-values-out"),
                    )
                for pair in source.items:
                    if pair[0].value not in taken:
                        taken.add(pair[0].value)
                        merged.append(pair)
        mapping.items = own + merged
        mapping.merged = frozenset(key.value for key, _ in merged)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Fault:
        mark = error.problem_mark or error.context_mark
        index = min(mark.index, len(self.content.text)) if mark else 0
        self.marks = tuple(m.index for m in (error.problem_mark, error.context_mark) if m)
        problem = (error.problem or "not YAML").strip()
        context = (error.context or "").strip()
        if "unknown escape" in problem and self.content.text[index : index + 1] != "\\":
            index -= 1  # the Python parser names the character behind the backslash
        what, expected = explain(problem, context, self.content.text, index)
        if "end of stream" in problem and error.context_mark is not None:
            return self.content.fault(error.context_mark.index, what, expected)
        if what.key == "yaml_text.tab":
            return self.content.fault(index, what, expected)
        if error.context_mark is not None and error.context_mark.index != index:
            line, column = self.content.place(error.context_mark.index)
            expected = phrase("yaml_text.begun-at", hint=expected, line=line, column=column)
        return self.content.fault(index, what, expected)


def _unusual_breaks(content: Content, root: Node | None) -> list[Fault]:
    """U+0085, U+2028 and U+2029 are line ends to YAML and nothing to an editor."""
    if not _UNUSUAL_BREAK.search(content.text):
        return []
    quoted = sorted(
        (node.start_mark.index, node.end_mark.index)
        for node in leaves(root)
        if node.style in ("'", '"')
    )
    starts = [start for start, _ in quoted]

    def is_quoted(index: int) -> bool:
        before = bisect_right(starts, index)
        return before > 0 and index < quoted[before - 1][1]

    outside = (
        match.start()
        for match in _UNUSUAL_BREAK.finditer(content.text)
        if not is_quoted(match.start())
    )
    return [
        content.fault(
            index,
            phrase("yaml_text.line-separator", code=f"{ord(content.text[index]):04X}"),
            phrase("yaml_text.delete-or-quote"),
        )
        for index in islice(outside, 20)
    ]


def leaves(node: Node | None) -> Iterator[ScalarEvent]:
    """Every scalar of a tree once, keys included; shared nodes once."""
    seen: set[int] = set()
    stack: list[Node] = [node] if node is not None else []
    while stack:
        current = stack.pop()
        if type(current) is ScalarEvent:
            yield current
            continue
        if id(current) in seen:
            continue
        seen.add(id(current))
        if type(current) is Mapping:
            for key, value in current.items:
                yield key
                stack.append(value)
        else:
            stack.extend(current.items)
