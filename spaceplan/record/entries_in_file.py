"""History entries in the tree of a plan file: which belong to a change, and what they tell."""

from __future__ import annotations

from collections.abc import Mapping as MappingType

from spaceplan.plan_file.nodes import milestone_node, milestones_of
from spaceplan.roadmap.fields import HISTORIC
from spaceplan.yaml_text.places import node_end, plain_data, value_of
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, Sequence, start_of


def milestones(parsed: Parsed) -> list[Mapping]:
    """Every milestone of a plan."""
    sequence = milestones_of(parsed)
    return [node for node in (sequence.items if sequence else ()) if isinstance(node, Mapping)]


def node_of(parsed: Parsed, milestone_id: str) -> Mapping:
    """One milestone. Raises KeyError."""
    node = milestone_node(parsed, milestone_id)
    if node is None:
        raise KeyError(milestone_id)
    return node


def entries_of(node: Mapping) -> list[Mapping]:
    """A milestone's history entries."""
    history = value_of(node, "history")
    items = history.items if isinstance(history, Sequence) else []
    return [item for item in items if isinstance(item, Mapping)]


def data_of(entry: Mapping) -> dict[str, Data]:
    """An entry's plain data."""
    data = plain_data(entry)
    assert isinstance(data, dict)
    return data


def change_of(entry: Mapping) -> str:
    """The id of an entry's change, or ""."""
    node = value_of(entry, "change")
    return "" if node is None else str(plain_data(node))


def entries_with(node: Mapping, change: str) -> list[Mapping]:
    """A milestone's entries of one change."""
    return [entry for entry in entries_of(node) if change_of(entry) == change]


def last_entries(node: Mapping, change: str) -> list[Mapping]:
    """The entries of a change at the end of a milestone's history."""
    found: list[Mapping] = []
    for entry in reversed(entries_of(node)):
        if change_of(entry) != change:
            break
        found.insert(0, entry)
    return found


def raw(text: str, node: Node | None) -> str | None:
    """A node's very text; None where there is none or it ends in an alias."""
    end = None if node is None else node_end(text, node)
    return None if node is None or end is None else text[start_of(node) : end]


def told(entry: MappingType[str, Data]) -> dict[str, Data]:
    """The fields that an entry's command wrote, with what they were before.

    What was changed ``by_hand`` stood in the file already: taking back leaves it there.
    """
    return {key: pair[0] for key, pair in _pairs(entry).items()}


def wrote(entry: MappingType[str, Data]) -> dict[str, Data]:
    """The same fields with what they were to be."""
    return {key: pair[-1] for key, pair in _pairs(entry).items()}


def _pairs(entry: MappingType[str, Data]) -> dict[str, list[Data]]:
    if "by_hand" in entry:
        return {}
    return {
        key: value
        for key, value in entry.items()
        if key in HISTORIC and isinstance(value, list) and value
    }


def adds(entry: MappingType[str, Data]) -> bool:
    """Whether an entry's command put the whole milestone there."""
    return "added" in entry and "by_hand" not in entry
