"""Two branches of one plan put together by meaning: bytes of three in, bytes and conflicts out.

Milestones are who they are by id, fields by key; a history is the union of both, in the order in
which it was recorded. What both changed in two ways is marked in place, as small as it is, and
neither side's history is lost. Nothing here reads a file or runs a program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime

from spaceplan.errors import Fault, PlanFaults
from spaceplan.files.content import Content, decode
from spaceplan.frozen import dataclass
from spaceplan.plan_file.edit import encode
from spaceplan.plan_file.nodes import id_of
from spaceplan.plan_file.read import inspect
from spaceplan.record.conflicts import kept, ours, taken, theirs
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.three_way import Conflict, NotInBlocks, Path, Side, ThreeWay
from spaceplan.yaml_text.tree import Mapping, Node, Sequence, parse

# What tells an item of a list from the others, by the list's key.
_IDENTITIES = {
    "milestones": "id",
    "topics": "number",
    "subsections": "number",
    "documents": "label",
    "history": "change",
}
_MARKED = re.compile(r"^(?:<{7,} |={7,}$|>{7,} )", re.MULTILINE)
_EARLIEST = "0001-01-01T00:00:00+00:00"


class NotMerged(Exception):
    """By meaning they cannot be put together: one is no sound plan, or laid out otherwise."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The bytes of both, what they say differently, marked in them, and what is wrong with both
    together, though with neither alone."""

    data: bytes
    conflicts: tuple[Conflict, ...]
    faults: tuple[Fault, ...] = ()


def merge(base: bytes, ours: bytes, theirs: bytes, *, marker: int = 7) -> Merged:
    """What ``ours`` and ``theirs`` made of ``base``, together. Raises NotMerged.

    A plan may have faults (a reference that leads nowhere) but must be readable as YAML. Where both
    sides are sound, so is what comes of them, or it has conflicts or faults: it is read whole.
    """
    contents = _alike([_ancestor(base), *map(_content, (ours, theirs))])
    parsed = [parse(one) for one in contents]
    if any(one.faults or one.root is None for one in parsed):
        raise NotMerged
    if base in (ours, theirs):
        return Merged(theirs if ours == base else ours, ())
    sides = [Side(one.text, tree.root) for one, tree in zip(contents, parsed, strict=True)]
    last = "" if _content(ours).text.endswith(("\n", "\r")) else "\r\n"
    way, content = _together(sides, marker)
    faults = _faults(content)
    both_sound = bool(faults) and all(inspect(one).plan for one in contents[1:])
    if both_sound:
        # What one side deleted may be named by what the other wrote.
        items = [path for path in way.gone if len(path) == 2]  # a milestone, an owner, a topic
        named = [path for path in items if _is_named(path[-1], content.text)]
        way, content = _together(sides, marker, named)
        faults = _faults(content)
    if faults and not way.conflicts and parse(content).faults:
        raise NotMerged
    unsound = faults if both_sound and not way.conflicts else ()
    text = content.text.rstrip(last) if last else content.text
    return Merged(encode(contents[1], text), tuple(way.conflicts), unsound)


def _together(
    sides: list[Side], marker: int, needed: Collection[Path] = ()
) -> tuple[ThreeWay, Content]:
    """What was found on the way, and the text. Raises NotMerged."""
    label = _Decisions(sides[1].root, sides[2].root).label
    way = ThreeWay(_who, _order, marker, label, needed)
    try:
        text = way.merged(*sides)
    except NotInBlocks:
        raise NotMerged from None
    return way, Content("merged", text)


def _faults(content: Content) -> tuple[Fault, ...]:
    """What makes it no sound plan, whichever side of its conflicts stands."""
    texts = dict.fromkeys(taken(content.text, kept(side, content.text)) for side in (ours, theirs))
    found = (inspect(Content(content.name, text)) for text in texts)
    return next((one.faults for one in found if one.plan is None), ())


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])", text) is not None


class _Decisions:
    """What each side recorded of a field: the marks of a conflict say it."""

    def __init__(self, ours: Node, theirs: Node) -> None:
        self.sides = {"ours": ours, "theirs": theirs}
        self.nodes: dict[str, dict[str, Node]] = {}

    def label(self, path: Path) -> tuple[str, str]:
        """The names of the sides, with the decision of each where its history tells of one."""
        if not self.nodes:
            self.nodes = {side: _milestones(root) for side, root in self.sides.items()}
        first, second = (f"{side}{self._told(side, path)}" for side in self.sides)
        return first, second

    def _told(self, side: str, path: Path) -> str:
        node = self.nodes[side].get(path[1]) if len(path) == 3 else None
        block = None if node is None or path[0] != "milestones" else plain_data(node)
        history = block.get("history") if isinstance(block, dict) else None
        for entry in reversed(history if isinstance(history, list) else []):
            if isinstance(entry, dict) and path[2] in entry:
                said = (entry.get(key) for key in ("change", "date", "who"))
                return "".join(f" {one}" for one in said if isinstance(one, str))
        return ""


def _milestones(root: Node) -> dict[str, Node]:
    """A plan's milestones by id."""
    pairs = root.items if isinstance(root, Mapping) else []
    found = next((value for key, value in pairs if key.value == "milestones"), None)
    items = found.items if isinstance(found, Sequence) else []
    return {id_of(item): item for item in items}


def _content(data: bytes) -> Content:
    try:
        content = decode(data, "")
    except PlanFaults:
        raise NotMerged from None
    if _MARKED.search(content.text):
        raise NotMerged
    return content


def _ancestor(data: bytes) -> Content:
    """The text before both. Of several ancestors git makes one, and marks what they had in two
    ways: none of that stood before both, so what the sides then decided is compared as it is.
    """
    try:
        content = decode(data, "")
    except PlanFaults:
        raise NotMerged from None
    if not _MARKED.search(content.text):
        return content
    return Content(content.name, taken(content.text, lambda hunk: ""), content.bom)


def _alike(contents: list[Content]) -> list[Content]:
    """All three with one line end, that of the side which changed it, and ending with one."""
    ends = [_line_end(one.text) for one in contents]
    end = ends[2] if ends[1] == ends[0] else ends[1]
    return [Content(one.name, _ended(one.text, end), one.bom) for one in contents]


def _ended(text: str, end: str) -> str:
    text = re.sub("\r\n|\n|\r", end, text) if end else text
    return text if text.endswith(("\n", "\r")) else text + (end or "\n")


def _line_end(text: str) -> str:
    """The one line end of a text; "" where it has several kinds."""
    kinds = set(re.findall("\r\n|\n|\r", text))
    return kinds.pop() if len(kinds) == 1 else ""


def _who(path: Path, item: Node) -> str:
    data = plain_data(item)
    key = _IDENTITIES.get(path[-1], "") if path else ""
    if isinstance(data, dict) and isinstance(data.get(key), str):
        return str(data[key])
    return str(data)


def _order(path: Path) -> Callable[[Node], object] | None:
    """A history is in the order in which it was recorded; entries of one moment by their change."""
    return _recorded if path and path[-1] == "history" else None


def _recorded(item: Node) -> tuple[datetime, str]:
    data = plain_data(item)
    entry = data if isinstance(data, dict) else {}
    moment = datetime.fromisoformat(str(entry.get("recorded", _EARLIEST)))
    return moment.replace(tzinfo=moment.tzinfo or UTC), str(entry.get("change", ""))
