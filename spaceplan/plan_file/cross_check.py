"""What is wrong with milestones beside one another: ids, repeats, references, subsections."""

from __future__ import annotations

from collections.abc import Mapping

from spaceplan.errors import NOTICE, WARNING, phrase
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap.model import Milestone, bullet_of
from spaceplan.yaml_text.tree import Node, Sequence

Pairs = list[tuple[Milestone, Found]]
"""Milestones, each with the nodes of its values."""


def cross_check(reading: Reading, pairs: Pairs) -> None:
    """Note what is wrong with the milestones as a whole."""
    _ids(reading, pairs)
    entries = {entry.id: entry for entry, _ in pairs}
    bullets: dict[str, list[str]] = {}
    for entry_id in entries:
        bullets.setdefault(bullet_of(entry_id), []).append(entry_id)
    known = entries.keys() | bullets.keys() | reading.lost
    fingerprints = any(entry.text for entry in entries.values())
    for entry, found in pairs:
        if fingerprints and entry.id in bullets and len(bullets[entry.id]) > 1:
            _beside_parts(reading, entry, found, bullets[entry.id])
        if entry.same_as:
            _same_as(reading, entry, found["same_as"], entries, bullets, known)
        if entry.see:
            _see(reading, entry, found["see"], known, entries)
        _subsection(reading, entry, found)
        # A plan that was made from no document has no wording to keep.
        bare = fingerprints and not entry.same_as and not entry.text and "text" not in found
        if entry.id and bare:
            reading.find(
                found["id"],
                phrase("plan_file.no-fingerprint", id=entry.id),
                phrase("plan_file.by-hand-or-missing"),
                severity=NOTICE,
            )


def _ids(reading: Reading, pairs: Pairs) -> None:
    first: dict[str, Found] = {}
    for entry, found in pairs:
        if entry.id in first:
            reading.find(
                found["id"],
                phrase("plan_file.id-twice", id=entry.id),
                phrase("plan_file.id-once", line=reading.line_of(first[entry.id]["id"])),
            )
        elif entry.id:
            first[entry.id] = found


def _beside_parts(reading: Reading, entry: Milestone, found: Found, ids: list[str]) -> None:
    """A bullet of a document is whole or split; where there is none, these are two ids."""
    parts = ", ".join(name for name in ids if name != entry.id)
    reading.find(
        found["id"],
        phrase("plan_file.beside-parts", id=entry.id, parts=parts),
        phrase("plan_file.whole-or-split"),
        severity=WARNING,
    )


def _same_as(
    reading: Reading,
    entry: Milestone,
    node: Node,
    entries: Mapping[str, Milestone],
    bullets: Mapping[str, list[str]],
    known: set[str],
) -> None:
    name = entry.same_as
    if name not in known:
        near = reading.nearest(name, known)
        what = phrase("plan_file.same-as-nothing", name=name)
        reading.find(node, what, phrase("plan_file.expected-id"), near=near)
        return
    seen = [entry.id]
    while name:
        if name in seen:
            reading.find(
                node,
                phrase("plan_file.same-as-circle", circle=" → ".join([*seen, name])),
                phrase("plan_file.expected-original"),
            )
            return
        seen.append(name)
        follow = bullets.get(name, [name])[0] if name not in entries else name
        name = entries[follow].same_as if follow in entries else ""
    if len(seen) > 2:
        reading.find(
            node,
            phrase("plan_file.same-as-repeat", name=seen[1]),
            phrase("plan_file.expected-original"),
            near=seen[-1],
        )


def _see(
    reading: Reading,
    entry: Milestone,
    node: Node,
    known: set[str],
    entries: Mapping[str, Milestone],
) -> None:
    bullet = bullet_of(entry.id)
    itself = (entry.id,) if bullet in entries else (entry.id, bullet)
    nodes = node.items if type(node) is Sequence else [node]
    for name, item in zip(entry.see, nodes, strict=False):
        if name in itself:
            reading.find(
                item,
                phrase("plan_file.sees-itself", id=entry.id),
                phrase("plan_file.expected-other"),
            )
        elif name not in known:
            near = reading.nearest(name, known)
            what = phrase("plan_file.see-nothing", name=name)
            reading.find(item, what, phrase("plan_file.expected-id"), near=near)


def _subsection(reading: Reading, entry: Milestone, found: Found) -> None:
    topic = reading.topics.get(entry.topic)
    if topic is None or entry.subsection is None:
        return
    numbers = [item.number for item in topic.subsections]
    if entry.subsection not in numbers:
        have = ", ".join(map(str, numbers)) or phrase("plan_file.none")
        reading.find(
            found["subsection"],
            phrase("plan_file.no-subsection", topic=topic.number, number=entry.subsection),
            phrase("plan_file.has", have=have),
        )
