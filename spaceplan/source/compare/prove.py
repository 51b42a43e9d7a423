"""A document against a plan: whether every bullet is encoded, word for word."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Milestone, Plan, bullet_of
from spaceplan.source.read.parts import Bullet, Document, Topic
from spaceplan.source.read.text import Run, difference

SAME = "same"
MOVED = "moved"
CHANGED = "changed"
NO_MILESTONE = "no-milestone"
NO_BULLET = "no-bullet"

Entries = tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """One bullet and what the plan has for it.

    ``verdict``: SAME, MOVED (word for word, but the plan has it under another number),
    CHANGED (the wording differs from the fingerprint), NO_MILESTONE, or NO_BULLET (a milestone
    whose bullet the document lacks; ``bullet`` is None). ``difference`` is there where an older
    document shows what the words were. ``place`` is where the plan has it, where that is not
    ``id``; of one without a milestone, where the same wording stands.
    """

    id: str
    verdict: str
    bullet: Bullet | None
    entries: Entries
    difference: tuple[Run, ...] = ()
    place: str = ""


def prove_best(
    plan: Plan, document: Document, old: Document | None = None
) -> tuple[list[Proof], str]:
    """The proof by the bullets' numbers, or by the places of the revision that the document is: of
    those that the plan knows, the one by which most is proven, and its label ("" for numbers)."""
    labels = dict.fromkeys(("", *(label for entry in plan.entries for label in entry.places)))
    proofs = [(prove(plan, document, old, label), label) for label in labels]
    # Word for word in its own place counts before word for word elsewhere.
    return max(proofs, key=lambda one: sum(proof.verdict == SAME for proof in one[0]))


def prove(
    plan: Plan, document: Document, old: Document | None = None, label: str = ""
) -> list[Proof]:
    """Hold each bullet of a document against the plan, in document order; then what is left over.

    A bullet is known by its number (``7-4``), or, with the ``label`` of a later revision, by what
    the milestones' ``places`` say. One that is not found so is known by its wording, so that one
    bullet put in or left out does not shift all that follow; and one whose wording is another, by
    the bullet before it. Milestones without a fingerprint were added by hand and need no bullet.
    """
    entries = _by_place(plan, label)
    wording = {entry.text: plan.bullet_of(entry.id) for entry in plan.entries if entry.text}
    before = _Before(old)
    found = _paired(entries, document)
    proofs: list[Proof] = []
    for bullet in document.bullets:
        place = found.get(bullet.id)
        if place is None:
            there = wording.get(bullet.fingerprint, "")
            proofs.append(Proof(bullet.id, NO_MILESTONE, bullet, (), place=there))
            continue
        held = entries[place]
        elsewhere = place if place != bullet.id else ""
        if _says(held, bullet):
            verdict = MOVED if elsewhere else SAME
            proofs.append(Proof(bullet.id, verdict, bullet, held, place=elsewhere))
        else:
            words = before.words(held, place)
            runs = tuple(difference(words, bullet.text)) if words else ()
            proofs.append(Proof(bullet.id, CHANGED, bullet, held, runs, elsewhere))
    taken = set(found.values())
    for place, held in entries.items():
        if place not in taken and any(entry.text for entry in held):
            proofs.append(Proof(place, NO_BULLET, None, held))
    return proofs


class _Before:
    """The older document's words, by their fingerprint, else by their number."""

    def __init__(self, old: Document | None) -> None:
        bullets = old.bullets if old else ()
        self.by_wording = {bullet.fingerprint: bullet.text for bullet in bullets}
        self.by_number = {bullet.id: bullet.text for bullet in bullets}

    def words(self, entries: Entries, place: str) -> str:
        known = next((self.by_wording[e.text] for e in entries if e.text in self.by_wording), "")
        return known or self.by_number.get(place, "")


def _says(entries: Entries, bullet: Bullet) -> bool:
    return all(entry.text == bullet.fingerprint for entry in entries)


def _paired(entries: Mapping[str, Entries], document: Document) -> dict[str, str]:
    """Bullet → the place in the plan that it is held against, each place once."""
    found = {
        bullet.id: bullet.id
        for bullet in document.bullets
        if bullet.id in entries and _says(entries[bullet.id], bullet)
    }
    taken = set(found.values())
    free: dict[str, deque[str]] = defaultdict(deque)
    for place, held in entries.items():
        if place not in taken and held[0].text and len({entry.text for entry in held}) == 1:
            free[held[0].text].append(place)
    for bullet in document.bullets:
        if bullet.id not in found and free[bullet.fingerprint]:
            found[bullet.id] = free[bullet.fingerprint].popleft()
    taken = set(found.values())
    order = list(entries)
    rank = {place: index for index, place in enumerate(order)}
    for topic in document.topics:
        _by_neighbours(topic, found, taken, order, rank)
    return found


def _by_neighbours(
    topic: Topic,
    found: dict[str, str],
    taken: set[str],
    order: Sequence[str],
    rank: Mapping[str, int],
) -> None:
    """Give what is left its own place, else the one behind the bullet before it."""
    previous = ""
    for bullet in topic.bullets:
        if bullet.id not in found:
            behind = rank.get(previous, -1) + 1
            after = order[behind] if previous and behind < len(order) else ""
            same_topic = after.partition("-")[0] == previous.partition("-")[0]
            choices = (bullet.id, after if same_topic else "")
            place = next((c for c in choices if c in rank and c not in taken), "")
            if place:
                found[bullet.id] = place
                taken.add(place)
        previous = found.get(bullet.id, previous)


def _by_place(plan: Plan, label: str) -> dict[str, Entries]:
    places: dict[str, list[Milestone]] = {}
    for entry in plan.entries:
        place = entry.places.get(label, "") if label else bullet_of(entry.id)
        for one in places_of(place):
            places.setdefault(one, []).append(entry)
    return {place: tuple(found) for place, found in places.items()}


def places_of(place: str) -> list[str]:
    """Where a milestone stands: one bullet, or several that repeat each other (``8-2 17-9``)."""
    return place.replace(",", " ").split()
