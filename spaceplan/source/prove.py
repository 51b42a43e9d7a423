"""A document against a plan: whether every bullet is encoded, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spaceplan.model import Milestone, Plan, bullet_of
from spaceplan.source.document import Bullet, Document
from spaceplan.source.text import Run, difference

SAME = "same"
CHANGED = "changed"
NO_MILESTONE = "no-milestone"
NO_BULLET = "no-bullet"


@dataclass(frozen=True, slots=True)
class Proof:
    """One bullet and what the plan has for it.

    ``verdict``: SAME, CHANGED (the wording differs from the fingerprint), NO_MILESTONE, or
    NO_BULLET (a milestone whose bullet the document lacks; ``bullet`` is None).
    ``difference`` is there where an older document shows what the words were. ``elsewhere`` names
    the bullet where this wording stands in the plan.
    """

    id: str
    verdict: str
    bullet: Bullet | None
    entries: tuple[Milestone, ...]
    difference: tuple[Run, ...] = ()
    elsewhere: str = ""


def prove(
    plan: Plan, document: Document, old: Document | None = None, label: str = ""
) -> list[Proof]:
    """Hold each bullet of a document against the plan, in document order; then what is left over.

    A bullet is known by its number (``7-4``), or, with the ``label`` of a later revision, by what
    the milestones' ``places`` say. Milestones without a fingerprint were added by hand and need no
    bullet.
    """
    entries = _by_place(plan, label)
    wording = {entry.text: bullet_of(entry.id) for entry in plan.entries if entry.text}
    before = {bullet.id: bullet for topic in old.topics for bullet in topic.bullets} if old else {}
    proofs: list[Proof] = []
    seen: set[str] = set()
    for topic in document.topics:
        for bullet in topic.bullets:
            seen.add(bullet.id)
            found = entries.get(bullet.id, ())
            proofs.append(_proof(bullet, found, wording, before.get(bullet.id)))
    for place, found in entries.items():
        if place not in seen and any(entry.text for entry in found):
            proofs.append(Proof(place, NO_BULLET, None, found))
    return proofs


def _by_place(plan: Plan, label: str) -> dict[str, tuple[Milestone, ...]]:
    places: dict[str, list[Milestone]] = {}
    for entry in plan.entries:
        place = entry.places.get(label, "") if label else bullet_of(entry.id)
        for one in places_of(place):
            places.setdefault(one, []).append(entry)
    return {place: tuple(found) for place, found in places.items()}


def places_of(place: str) -> list[str]:
    """Where a milestone stands: one bullet, or several that repeat each other (``8-2 17-9``)."""
    return place.replace(",", " ").split()


def _proof(
    bullet: Bullet,
    found: tuple[Milestone, ...],
    wording: Mapping[str, str],
    before: Bullet | None,
) -> Proof:
    elsewhere = wording.get(bullet.fingerprint, "")
    if not found:
        return Proof(bullet.id, NO_MILESTONE, bullet, (), elsewhere=elsewhere)
    if all(entry.text == bullet.fingerprint for entry in found):
        return Proof(bullet.id, SAME, bullet, found)
    runs = tuple(difference(before.text, bullet.text)) if before else ()
    return Proof(bullet.id, CHANGED, bullet, found, runs, elsewhere)
