"""The values of a proposal that no table has: where a milestone stands, and whole new ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from spaceplan.files.content import Content
from spaceplan.roadmap import values
from spaceplan.roadmap.model import BASES, KINDS, Milestone, Words
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.values import Wrong
from spaceplan.tables.columns import CLEAR
from spaceplan.tables.read_table import TableFault
from spaceplan.yaml_text import tree
from spaceplan.yaml_text.tree import Node, Sequence, start_of

Faults = list[TableFault]

PLACED = ("places", "text", "charts", "chart_basis", "topic", "subsection")
"""Where a milestone stands, and in what words: keys that an export only shows, or not at all."""
ADDED = ("title", "remark", "same_as", "see", "baseline", "links")
"""Further keys of a milestone that is added."""


@dataclass(frozen=True, slots=True)
class New:
    """A milestone to add. ``owner`` and ``partners`` are names as they stand, to be looked up;
    ``told`` is what the block says of the change (on, reason, note, source, who)."""

    milestone: Milestone
    owner: tuple[str, ...]
    partners: tuple[str, ...]
    on: Time | None
    told: Mapping[str, str]
    place: str


def place_of(content: Content, node: Any) -> str:
    """``FILE:LINE:COLUMN`` of a node."""
    line, column = content.place(start_of(node))
    return f"{content.name}:{line}:{column}"


def text_of(content: Content, node: Node, faults: Faults) -> str:
    """A scalar's text; a list's joined by spaces."""
    return " ".join(_texts(content, node, faults))


def _texts(content: Content, node: Node, faults: Faults) -> list[str]:
    if type(node) is Sequence:
        return [text for item in node.items for text in _texts(content, item, faults)]
    if type(node) is tree.Mapping:
        faults.append(TableFault(place_of(content, node), "a mapping as a value", "expected text"))
        return []
    return [str(node.value)]


def read_placed(content: Content, nodes: Mapping[str, Node], faults: Faults) -> dict[str, object]:
    """The fields of ``PLACED`` that stand in ``nodes``, typed as in ``Milestone``."""
    found: dict[str, object] = {}
    for name, node in nodes.items():
        if name == "places":
            found[name] = _places(content, node, faults)
            continue
        cleared = getattr(node, "value", "") == CLEAR
        if name == "charts":
            found[name] = () if cleared else _each(content, node, values.chart, faults)
        elif name == "subsection" and cleared:
            found[name] = None
        else:
            value = _one(content, node, _READ[name], faults)
            if value is not None:
                found[name] = value
    return found


def read_new(
    content: Content, block: tree.Mapping, nodes: Mapping[str, Node], faults: Faults
) -> New | None:
    """A block with ``add: true``; None where it has faults."""
    before = len(faults)
    place = place_of(content, block)
    facts: dict[str, Any] = {}
    told: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for name, node in nodes.items():
        if name in ("add", "baseline"):
            continue
        if name in ("owner", "partners"):
            words = text_of(content, node, faults).replace("、", " ").replace(",", " ")
            names[name] = tuple(words.split())
        elif name in ("title", "remark"):
            facts[name] = _words(content, node, faults)
        elif name in ("title_ja", "title_en", "remark_ja", "remark_en"):
            key, lang = name.split("_")
            old = facts.get(key) or Words("", "")
            text = text_of(content, node, faults)
            facts[key] = Words(text, old.en) if lang == "ja" else Words(old.ja, text)
        elif name == "see":
            facts[name] = _each(content, node, values.identifier, faults)
        elif name == "links":
            facts[name] = tuple(_texts(content, node, faults))
        elif name in _READ:
            value = _one(content, node, _READ[name], faults)
            if value is not None:
                facts[name] = value
        elif name in ("reason", "note", "source", "who"):
            told[name] = text_of(content, node, faults)
    facts.update(
        read_placed(content, {n: nodes[n] for n in ("places", "charts") if n in nodes}, faults)
    )
    on = facts.pop("on", None)
    for name in ("id", "title"):
        if not facts.get(name):
            faults.append(TableFault(place, f"a new milestone without {name}", f"expected {name}:"))
    if facts.get("same_as"):
        faults.append(
            TableFault(
                place, "a repeat cannot be added", "expected a further place of the original"
            )
        )
    if len(faults) > before:
        return None
    topic = facts.pop("topic", None) or _topic_of(facts["id"])
    if topic is None:
        faults.append(TableFault(place, f"{facts['id']} does not say its topic", "expected topic:"))
        return None
    milestone = Milestone(topic=topic, baseline=facts.get("target"), **facts)
    return New(milestone, names.get("owner", ()), names.get("partners", ()), on, told, place)


def _topic_of(milestone_id: str) -> int | None:
    head = milestone_id.partition("-")[0]
    return int(head) if head.isdecimal() else None


_READ: dict[str, Callable[[str], object]] = {
    "id": values.identifier,
    "same_as": values.identifier,
    "text": values.fingerprint,
    "chart_basis": lambda text: values.choice(text, BASES, "chart_basis"),
    "topic": values.count,
    "subsection": values.count,
    "kind": lambda text: values.choice(text, KINDS, "kind"),
    "status": lambda text: values.choice(text, STATUSES, "status"),
    "basis": lambda text: values.choice(text, BASES, "basis"),
    "target": values.time,
    "horizon": values.time,
    "times": values.times,
    "on": values.when,
}


def _one(content: Content, node: Node, read: Callable[[str], object], faults: Faults) -> object:
    try:
        return read(text_of(content, node, faults))
    except Wrong as error:
        hint = f" (did you mean {error.fix}?)" if error.fix else ""
        faults.append(TableFault(place_of(content, node), error.what, error.expected + hint))
        return None


def _each(
    content: Content, node: Node, read: Callable[[str], str], faults: Faults
) -> tuple[str, ...]:
    items = node.items if type(node) is Sequence else [node]
    found = [_one(content, item, read, faults) for item in items]
    return tuple(str(value) for value in found if value is not None)


def _places(content: Content, node: Node, faults: Faults) -> dict[str, str]:
    if type(node) is not tree.Mapping:
        faults.append(
            TableFault(place_of(content, node), "places is no mapping", "expected {R6: 8-2}")
        )
        return {}
    return {key.value: text_of(content, value, faults) for key, value in node.items}


def _words(content: Content, node: Node, faults: Faults) -> Words:
    if type(node) is not tree.Mapping:
        text = text_of(content, node, faults)
        return Words(text, text)
    said = {key.value: text_of(content, value, faults) for key, value in node.items}
    return Words(said.get("ja", ""), said.get("en", ""))
