"""Signs that a plan was cut, merged badly or typed twice: warnings, for all that they read well.

What a document says is numbered without gaps, so a plan with a document can be seen to lack
something; without one nothing is known to be missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from spaceplan.errors import NOTICE, phrase
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap.bullets import numbered, short_of
from spaceplan.roadmap.model import Milestone, Plan, bullet_of
from spaceplan.yaml_text.tree import Node

Pairs = list[tuple[Milestone, Found]]
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
# Longer and no table has room for it.
_LONG_TITLE = 200


def check_damage(reading: Reading, plan: Plan, pairs: Pairs) -> None:
    """Note what is likely damage. ``plan`` is what was read of the file."""
    ids = {entry.id: found for entry, found in pairs if entry.id}
    topics = {str(number): node for number, node in reading.topic_nodes.items()}
    _alike(reading, list(ids), lambda name: ids[name]["id"])
    _alike(reading, list(topics), topics.__getitem__)
    for number in topics.keys() & ids.keys():
        reading.warn(
            topics[number],
            phrase("plan_file.topic-and-id", number=number),
            phrase("plan_file.say-topic", number=number),
        )
    if not plan.documents:
        return
    _gaps(reading, pairs)
    _fingerprints(reading, pairs)
    short = short_of(plan)
    if short is not None or not plan.bullets:
        _empty_topics(reading, plan)  # else the document has them so
    if short is not None and reading.bullets is not None:
        reading.find(reading.bullets, short, phrase("plan_file.see-what"), severity=NOTICE)


def _alike(reading: Reading, names: list[str], node: Callable[[str], Node]) -> None:
    """Ids, or topics, that differ only by what nobody sees or says."""
    text = unicodedata.normalize("NFKC", "\n".join(names)).casefold()
    folded = _ZEROS.sub("", text).split("\n")
    if len(set(folded)) == len(folded):
        return
    seen: dict[str, str] = {}
    for name, alike in zip(names, folded, strict=True):
        other = seen.setdefault(alike, name)
        if other != name:
            reading.warn(
                node(name),
                phrase("plan_file.ids-alike", id=name, other=other),
                phrase("plan_file.one-of-them"),
            )


def check_losses(reading: Reading, entry: Milestone, found: Found) -> None:
    """Note what a milestone by itself has lost, or has too much of."""
    _halves(reading, entry, found)
    _long_title(reading, entry, found)


def _halves(reading: Reading, entry: Milestone, found: Found) -> None:
    """A basis says how something is known: without that something it has lost a line."""
    for name, other in (("basis", "owner"), ("chart_basis", "charts")):
        if name in found and other not in found and not entry.same_as:
            reading.warn(
                found[name],
                phrase("plan_file.half", id=entry.id, name=name, other=other),
                phrase("plan_file.expected-key", name=other),
            )


def _long_title(reading: Reading, entry: Milestone, found: Found) -> None:
    if "title" in found and max(len(entry.title.ja), len(entry.title.en)) > _LONG_TITLE:
        reading.find(
            found["title"],
            phrase("plan_file.long-title", id=entry.id, most=_LONG_TITLE),
            phrase("plan_file.short-title"),
            severity=NOTICE,
        )


def _empty_topics(reading: Reading, plan: Plan) -> None:
    used = {entry.topic for entry in plan.entries}
    for number, node in reading.topic_nodes.items():
        if number not in used:
            reading.warn(
                node, phrase("plan_file.empty-topic", number=number), phrase("plan_file.see-what")
            )


def _gaps(reading: Reading, pairs: Pairs) -> None:
    """Numbers that are missing between those of a topic, or before its first."""
    nodes = {bullet_of(entry.id): found["id"] for entry, found in pairs if entry.id}
    numbers: dict[str, dict[int, str]] = {}
    for bullet, topic, number in numbered(entry for entry, _ in pairs):
        numbers.setdefault(topic, {})[number] = bullet
    for topic, have in numbers.items():
        before = 0
        for number in sorted(have):
            if number > before + 1:
                first, last = f"{topic}-{before + 1}", f"{topic}-{number - 1}"
                gap = first if first == last else f"{first}..{last}"
                reading.warn(
                    nodes[have[number]],
                    phrase("plan_file.gap", gap=gap, id=have[number]),
                    phrase("plan_file.see-what"),
                )
            before = number


def _fingerprints(reading: Reading, pairs: Pairs) -> None:
    """Two bullets of the same words are a bullet and its repeat; else one of them is another's."""
    seen: dict[str, str] = {}
    for entry, found in pairs:
        if not entry.text or entry.same_as:
            continue
        bullet = bullet_of(entry.id)
        other = seen.setdefault(entry.text, bullet)
        if other != bullet:
            reading.warn(
                found["text"],
                phrase("plan_file.same-fingerprint", id=entry.id, other=other),
                phrase("plan_file.expected-repeat"),
            )
