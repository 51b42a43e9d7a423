"""Updates written as YAML: a list of blocks, each a milestone's id and what is to change.

    - id: 4-1
      status: missed
      on: 2023-03-07
      reason: technical
      note: the second stage did not ignite

The keys are the columns of an export; a list (``owner: [MEXT, JAXA]``) is read as its words.
What ``source reconcile`` proposes has more (docs/documents.md): where a milestone stands in a
revision (``places``), ``text``, ``charts``, ``topic``, and milestones to add. It may stand under
``changes:``, beside the ``topics`` and ``documents`` that the revision brings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from spaceplan.errors import PlanFaults
from spaceplan.files.content import Content, decode, read_bytes
from spaceplan.roadmap import values
from spaceplan.roadmap.values import nearest
from spaceplan.tables.columns import BY_KEY, read_digest
from spaceplan.tables.proposed_fields import (
    ADDED,
    PLACED,
    New,
    place_of,
    read_new,
    read_placed,
    text_of,
)
from spaceplan.tables.read_table import ALIASES, Cell, Table, TableFault, TableRow
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Node, Sequence, parse, start_of

_PARTS = ("documents", "topics", "changes")
_ADD = "add"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a YAML file asks for.

    ``table`` are its updates; ``placed`` their fields that no table has, by id; ``new`` the
    milestones to add; ``topics`` and ``documents`` what goes into the plan's head, as plain data.
    """

    table: Table
    placed: dict[str, dict[str, object]]
    new: tuple[New, ...]
    topics: tuple[dict[str, Data], ...] = ()
    documents: tuple[dict[str, Data], ...] = ()


@dataclass(slots=True)
class _Found:
    rows: list[TableRow] = field(default_factory=list)
    placed: dict[str, dict[str, object]] = field(default_factory=dict)
    new: list[New] = field(default_factory=list)
    faults: list[TableFault] = field(default_factory=list)


def read_proposal(path: Path) -> Proposal:
    """Read a YAML file of updates. Raises FileError and PlanFaults for what is no such list."""
    content = decode(read_bytes(path), str(path))
    parsed = parse(content)
    if parsed.faults:
        raise PlanFaults(content.name, tuple(parsed.faults))
    root = parsed.root
    parts: dict[str, Node] = {}
    if type(root) is Mapping and root.items and all(k.value in _PARTS for k, _ in root.items):
        parts = {key.value: value for key, value in root.items}
        root = parts.get("changes")
    if type(root) is not Sequence:
        fault = content.fault(
            start_of(root) if root is not None else 0,
            "no list of updates",
            "expected blocks such as '- {id: 4-1, status: done, on: 2023-03-07}'",
        )
        raise PlanFaults(content.name, (fault,))
    found = _Found()
    for node in root.items:
        _block(content, node, found)
    topics = _head(content, parts.get("topics"), "number", found)
    documents = _head(content, parts.get("documents"), "label", found)
    table = Table(path, tuple(BY_KEY), tuple(found.rows), tuple(found.faults))
    return Proposal(table, found.placed, tuple(found.new), topics, documents)


def _head(
    content: Content, node: Node | None, key: str, found: _Found
) -> tuple[dict[str, Data], ...]:
    """The blocks of ``topics`` or ``documents``, which have ``key`` and a title at least."""
    if node is None:
        return ()
    blocks: list[dict[str, Data]] = []
    for item in node.items if type(node) is Sequence else [node]:
        data = plain_data(item)
        if not isinstance(data, dict) or not {key, "title"} <= data.keys():
            found.faults.append(
                TableFault(place_of(content, item), f"no {key} or no title", f"expected {key}: …")
            )
            continue
        number = data[key]
        if key == "number" and not (isinstance(number, str) and _is_count(number)):
            found.faults.append(
                TableFault(place_of(content, item), "a topic without a number", "expected 1, 2 …")
            )
            continue
        blocks.append(data)
    return tuple(blocks)


def _is_count(text: str) -> bool:
    try:
        values.count(text)
    except values.Wrong:
        return False
    return True


def _block(content: Content, node: Node, found: _Found) -> None:
    place = place_of(content, node)
    if type(node) is not Mapping:
        found.faults.append(
            TableFault(place, "an update that is no mapping", "expected id: and keys")
        )
        return
    keys = {key.value for key, _ in node.items}
    adds = any(
        key.value == _ADD and getattr(value, "value", "") == "true" for key, value in node.items
    )
    known = {*BY_KEY, *PLACED, _ADD, *(ADDED if adds else ())}
    # What was exported shows where a milestone stands; it does not move it.
    placed = () if "digest" in keys else PLACED
    cells: dict[str, Cell] = {}
    nodes: dict[str, Node] = {}
    for key, value in node.items:
        name = ALIASES.get(key.value, key.value)
        at = place_of(content, key)
        if name.startswith("x-"):
            continue
        if name not in known:
            fix = nearest(name, known)
            hint = f" (did you mean {fix}?)" if fix else ""
            found.faults.append(TableFault(at, f"unknown key {name!r}", f"expected a column{hint}"))
        elif name in nodes:
            found.faults.append(TableFault(at, f"{name} stands twice", "expected one"))
        else:
            nodes[name] = value
            if name in BY_KEY and name not in placed and not adds:
                cells[name] = Cell(text_of(content, value, found.faults), place_of(content, value))
    if adds:
        new = read_new(content, node, nodes, found.faults)
        if new is not None:
            found.new.append(new)
        return
    if "id" not in cells or cells["id"].empty:
        found.faults.append(TableFault(place, "an update without an id", "expected id: 4-1"))
        return
    milestone_id = cells["id"].text
    base = None
    if "digest" in cells:
        try:
            base = read_digest(milestone_id, cells["digest"].text)
        except ValueError as error:
            found.faults.append(
                TableFault(cells["digest"].place, str(error), "expected as exported")
            )
    moved = {name: nodes[name] for name in placed if name in nodes}
    found.placed.setdefault(milestone_id, {}).update(read_placed(content, moved, found.faults))
    found.rows.append(TableRow(milestone_id, cells["id"].place, cells, base))
