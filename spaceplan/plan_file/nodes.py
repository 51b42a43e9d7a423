"""Where a plan's milestones and their fields stand in its tree."""

from __future__ import annotations

from spaceplan.files.content import decode
from spaceplan.yaml_text.places import value_of
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, Sequence, parse


def milestones_of(parsed: Parsed) -> Sequence | None:
    """The list of milestones of a parsed plan."""
    found = value_of(parsed.root, "milestones")
    return found if isinstance(found, Sequence) else None


def id_of(node: Node) -> str:
    """The id of a milestone's node, or ""."""
    found = value_of(node, "id")
    return "" if found is None or isinstance(found, Mapping | Sequence) else str(found.value)


def milestone_node(parsed: Parsed, milestone_id: str) -> Mapping | None:
    """The node of one milestone."""
    sequence = milestones_of(parsed)
    for node in sequence.items if sequence else ():
        if isinstance(node, Mapping) and id_of(node) == milestone_id:
            return node
    return None


def line_of(data: bytes, milestone_id: str) -> int:
    """The line in which a milestone of a sound plan begins; 1 where it has none."""
    content = decode(data, "")
    node = milestone_node(parse(content), milestone_id)
    return 1 if node is None else content.place(node.start)[0]


def milestone_nodes(parsed: Parsed) -> dict[str, Mapping]:
    """The nodes of all milestones by id."""
    sequence = milestones_of(parsed)
    items = sequence.items if sequence else ()
    return {id_of(node): node for node in items if isinstance(node, Mapping)}
