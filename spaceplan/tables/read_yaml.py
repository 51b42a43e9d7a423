"""Updates written as YAML: a list of blocks, each a milestone's id and what is to change.

    - id: 4-1
      status: missed
      on: 2023-03-07
      reason: technical
      note: the second stage did not ignite

The keys are the columns of an export; a list (``owner: [MEXT, JAXA]``) is read as its words.
What ``source reconcile`` proposes has more (docs/revisions.md): where a milestone stands in a
revision (``places``), ``text``, ``charts``, ``topic``, and milestones to add. It may stand under
``changes:``, beside the ``topics`` and ``documents`` that the revision brings.
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from spaceplan.errors import PlanFaults, Wrong, phrase
from spaceplan.files.content import Content, decode, read_stream
from spaceplan.frozen import dataclass
from spaceplan.roadmap import values
from spaceplan.tables.cells import ADDED, PLACED
from spaceplan.tables.columns import BY_KEY, read_digest
from spaceplan.tables.faults import Faults
from spaceplan.tables.headings import ALIASES, OWN
from spaceplan.tables.raw import Place
from spaceplan.tables.rows import Cell, Table, TableRow
from spaceplan.words import LANGUAGES
from spaceplan.yaml_text import tree
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Node, Sequence, parse, start_of

_PARTS = ("documents", "topics", "changes")
_ADD = "add"


@dataclass(slots=True)
class _Reading:
    """A file that is read, and what was found in it so far."""

    content: Content
    faults: Faults
    rows: list[TableRow] = field(default_factory=list)

    def place(self, node: Node) -> Place:
        return Place(*self.content.place(start_of(node)))


def read_yaml(path: Path) -> Table:
    """Read a YAML file of updates. Raises FileError and PlanFaults for what is no such list."""
    content = decode(read_stream(path), str(path))
    parsed = parse(content)
    if parsed.faults:
        raise PlanFaults(content.name, tuple(parsed.faults))
    root = parsed.root
    parts: dict[str, Node] = {}
    if type(root) is tree.Mapping and root.items and all(k.value in _PARTS for k, _ in root.items):
        parts = {key.value: value for key, value in root.items}
        root = parts.get("changes")
    reading = _Reading(content, Faults(content.name))
    # A proposal of which nothing was taken up.
    emptied = bool(parts) and getattr(root, "value", None) == ""
    if type(root) is not Sequence and not emptied:
        place = Place(*content.place(start_of(root) if root is not None else 0))
        reading.faults.add(place, phrase("tables.no-updates"), phrase("tables.blocks"))
        reading.faults.check()
    for node in root.items if type(root) is Sequence else ():
        _block(reading, node)
    return Table(
        content.name,
        tuple(BY_KEY),
        tuple(reading.rows),
        reading.faults,
        _head(reading, parts.get("topics"), "number"),
        _head(reading, parts.get("documents"), "label"),
    )


def _head(reading: _Reading, node: Node | None, key: str) -> tuple[dict[str, Data], ...]:
    """The blocks of ``topics`` or ``documents``, which have ``key`` and a title at least."""
    if node is None:
        return ()
    blocks: list[dict[str, Data]] = []
    for item in node.items if type(node) is Sequence else [node]:
        data = plain_data(item)
        place = reading.place(item)
        if not isinstance(data, dict) or not {key, "title"} <= data.keys():
            reading.faults.add(
                place, phrase("tables.headless", key=key), phrase("tables.expected-key", key=key)
            )
        elif key == "number" and not _is_topic(data[key]):
            reading.faults.add(
                place, phrase("tables.topic-without-number"), phrase("tables.expected-number")
            )
        else:
            blocks.append(data)
    return tuple(blocks)


def _is_topic(value: Data) -> bool:
    try:
        values.topic(value if isinstance(value, str) else "")
    except Wrong:
        return False
    return True


def _block(reading: _Reading, node: Node) -> None:
    faults = reading.faults
    place = reading.place(node)
    if type(node) is not tree.Mapping:
        faults.add(place, phrase("tables.no-mapping"), phrase("tables.id-and-keys"))
        return
    keys = {key.value for key, _ in node.items}
    adds = any(
        key.value == _ADD and getattr(value, "value", "") == "true" for key, value in node.items
    )
    cells = _cells(reading, node, {*BY_KEY, *PLACED, _ADD, *(ADDED if adds else ())})
    name = cells.get("id")
    if name is None or name.empty:
        if adds:
            name = Cell("", place)
        else:
            faults.add(place, phrase("tables.update-without-id"), phrase("tables.expected-id"))
            return
    base = None
    digest = cells.pop("digest", None)
    if digest is not None and not adds:
        try:
            base = read_digest(name.text, digest.text)
        except Wrong as wrong:
            faults.wrong(digest.place, wrong)
    # What was exported shows where a milestone stands; it does not move it.
    placing = "digest" not in keys
    reading.rows.append(
        TableRow(name.text, place if adds else name.place, cells, base, placing, adds)
    )


def _cells(reading: _Reading, block: tree.Mapping, known: set[str]) -> dict[str, Cell]:
    """The values of a block by key: its lists as words, its two languages as two cells, where it
    stands in a revision as one cell each (``places.R6``)."""
    faults = reading.faults
    cells: dict[str, Cell] = {}
    seen: set[str] = set()
    for key, node in block.items:
        name = ALIASES.get(key.value, key.value)
        if name.startswith(OWN):
            continue
        place = reading.place(key)
        if name not in known:
            faults.add(
                place,
                phrase("tables.unknown-key", name=name),
                phrase("tables.expected-column"),
                meant=(name, known),
            )
        elif name in seen:
            faults.add(place, phrase("tables.twice", id=name), phrase("tables.expected-one"))
        elif name == "places":
            cells.update(_places(reading, node))
        elif name in ("title", "remark"):
            cells.update(_languages(reading, name, node))
        else:
            between = "\n" if name == "links" else " "
            cells[name] = _cell(reading, node, between)
        seen.add(name)
    return cells


def _cell(reading: _Reading, node: Node, between: str = " ") -> Cell:
    return Cell(between.join(_texts(reading, node)), reading.place(node))


def _places(reading: _Reading, node: Node) -> dict[str, Cell]:
    if type(node) is not tree.Mapping:
        reading.faults.add(
            reading.place(node), phrase("tables.places-no-mapping"), phrase("tables.places-form")
        )
        return {}
    return {f"places.{key.value}": _cell(reading, value) for key, value in node.items}


def _languages(reading: _Reading, name: str, node: Node) -> dict[str, Cell]:
    """A text in one language stands for both."""
    if type(node) is not tree.Mapping:
        return dict.fromkeys((f"{name}_ja", f"{name}_en"), _cell(reading, node))
    return {
        f"{name}_{key.value}": _cell(reading, value)
        for key, value in node.items
        if key.value in LANGUAGES
    }


def _texts(reading: _Reading, node: Node) -> list[str]:
    """A scalar's text; those of a list."""
    if type(node) is Sequence:
        return [text for item in node.items for text in _texts(reading, item)]
    if type(node) is tree.Mapping:
        reading.faults.add(
            reading.place(node), phrase("tables.mapping-as-value"), phrase("tables.expected-text")
        )
        return []
    return [str(node.value)]
