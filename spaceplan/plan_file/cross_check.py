"""What is wrong with milestones beside one another: ids, repeats, references, subsections."""

from __future__ import annotations

from collections.abc import Mapping

from spaceplan.errors import NOTICE, phrase
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap.model import Milestone, bullet_of
from spaceplan.yaml_text.tree import Node, Sequence

Pairs = list[tuple[Milestone, Found]]
"""Milestones, each with the nodes of its values."""

# Fields that name other milestones, which may lead back in no circle.
LINKS = ("after", "supersedes")
# So much of a circle is named; who has a longer one follows it from there.
_SHOWN_STEPS = 12


def cross_check(reading: Reading, pairs: Pairs) -> None:
    """Note what is wrong with the milestones as a whole."""
    entries = {entry.id: entry for entry, _ in pairs}
    if len(entries) < len(pairs):
        _ids(reading, pairs)
    # Bullets that are split, each with its parts.
    bullets: dict[str, list[str]] = {}
    for name in entries:
        if (bullet := bullet_of(name)) != name:
            bullets.setdefault(bullet, []).append(name)
    known = entries.keys() | bullets.keys() | reading.lost
    firsts = {bullet: entries[ids[0]] for bullet, ids in bullets.items()} | entries
    repeats = {name: one.same_as for name, one in firsts.items() if one.same_as}
    ends = _ends(repeats)
    for field in LINKS:
        linked = {one.id: (one, found[field]) for one, found in pairs if getattr(one, field)}
        if linked:
            from spaceplan.plan_file.check_links import check_links

            check_links(reading, linked, entries, bullets, field)
    fingerprints = any(entry.text for entry in entries.values())
    for entry, found in pairs:
        if fingerprints and entry.id in bullets:
            _beside_parts(reading, entry, found, bullets[entry.id])
        if entry.same_as:
            _same_as(reading, entry, found["same_as"], repeats, ends, known)
        if entry.see:
            _see(reading, entry, found["see"], known, entries)
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
    reading.warn(
        found["id"],
        phrase("plan_file.beside-parts", id=entry.id, parts=", ".join(ids)),
        phrase("plan_file.whole-or-split"),
    )


def _same_as(
    reading: Reading,
    entry: Milestone,
    node: Node,
    repeats: Mapping[str, str],
    ends: Mapping[str, str],
    known: set[str],
) -> None:
    name = entry.same_as
    end = ends.get(name, name)
    if name not in known:
        near = reading.nearest(name, known)
        what = phrase("plan_file.same-as-nothing", name=name)
        reading.find(node, what, phrase("plan_file.expected-id"), near=near)
    elif not end:
        circle = " → ".join(_way([entry.id, name], repeats))
        what = phrase("plan_file.same-as-circle", circle=circle)
        reading.find(node, what, phrase("plan_file.expected-original"))
    elif end != name:
        what = phrase("plan_file.same-as-repeat", name=name)
        reading.find(node, what, phrase("plan_file.expected-original"), near=end)


def _ends(repeats: Mapping[str, str]) -> dict[str, str]:
    """What each repeat is of in the end; "" where that is a circle. No step is taken twice."""
    ends: dict[str, str] = {}
    for start in repeats:
        way: list[str] = []
        name = start
        while name in repeats and name not in ends:
            ends[name] = ""  # until it is known: what comes back here goes in a circle
            way.append(name)
            name = repeats[name]
        ends.update(dict.fromkeys(way, ends.get(name, name)))
    return ends


def _way(way: list[str], repeats: Mapping[str, str]) -> list[str]:
    """The way that goes in a circle until it comes back to itself, cut where it is long."""
    while way[-1] not in way[:-1]:
        if len(way) == _SHOWN_STEPS:
            return [*way, "…"]
        way.append(repeats[way[-1]])
    return way


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


def check_subsection(reading: Reading, entry: Milestone, found: Found) -> None:
    """Note a subsection that the topic has not."""
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
