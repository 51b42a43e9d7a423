"""An item of a revision, or of a plan, as it is matched with another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS, bullet_of
from spaceplan.roadmap.registry import TopicName
from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import draft_title
from spaceplan.source.read.parts import Bullet, Document
from spaceplan.source.read.similar import alike, shingles
from spaceplan.source.read.text import normalise

_SAME_TITLE = 0.5
# A heading of so many characters within another is telling.
_TELLING = 4
_ASIDE = re.compile(r"[(（].*", re.DOTALL)
_EVENT = re.compile(
    "(?:打上げ|打ち上げ|運用|就役|進水|出航|実証|試験|観測|着陸|帰還|配備|提出|策定|改定|公表|開始|完成|整備)$"
)

Reading = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an item: its letter, its own wording, the sentences it stands in, its title and its
    (kind, target); ``event`` is what happens at its time, as the title has it, or ""."""

    letter: str
    text: str
    context: str
    title: str
    reading: Reading

    @property
    def event(self) -> str:
        """The last word of the title where it names an event: 打上げ."""
        found = _EVENT.search(self.title)
        return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a revision, or of a plan.

    ``text`` is "" where only the fingerprint and the plan's own ``title`` are known.
    ``topic_title`` lets a topic that was renumbered be known again. ``parts`` are what is read from
    it, ``owner`` codes of who acts, ``page`` where it stands (0 where none is known). ``planned``
    marks an item of a plan.
    """

    id: str
    topic: TopicName
    charts: tuple[str, ...]
    fingerprint: str
    text: str = ""
    title: str = ""
    topic_title: str = ""
    parts: tuple[Part, ...] = ()
    owner: tuple[str, ...] = ()
    page: int = 0
    planned: bool = False

    @property
    def place(self) -> tuple[str, tuple[str, ...]]:
        """Where it stands: topic and charts."""
        return str(self.topic), self.charts

    @property
    def readings(self) -> tuple[Reading, ...]:
        """(kind, target) of its parts, target "" for ongoing."""
        return tuple(part.reading for part in self.parts)


def items_of(
    document: Document, reference: Reference, drafted: Mapping[str, Drafted] | None = None
) -> tuple[Item, ...]:
    """The planned items of a document, each with what is read from it.

    ``drafted`` are its first parts as drafted, by the bullet's id: they tell who acts.
    """
    found: list[Item] = []
    for topic in document.topics:
        for bullet in topic.bullets:
            one = (drafted or {}).get(bullet.id)
            found.append(
                Item(
                    bullet.id,
                    topic.number,
                    topic.charts_of(bullet).numbers,
                    bullet.fingerprint,
                    bullet.text,
                    topic_title=topic.title,
                    parts=parts_of(bullet, reference),
                    owner=one.owner if one and one.basis == "stated" else (),
                    page=bullet.page,
                )
            )
    return tuple(found)


def first_parts(milestones: Sequence[Drafted]) -> dict[str, Drafted]:
    """The first part of each bullet that was drafted, by the bullet's id."""
    return {bullet_of(one.id): one for one in reversed(milestones)}


def parts_of(bullet: Bullet, reference: Reference) -> tuple[Part, ...]:
    """What is read from a bullet, part by part."""
    read = read_item(bullet.statement, reference, bullet.intro, bullet.cells)
    letters = "abcdefghijklmnopqrstuvwxyz" if len(read) > 1 else " "
    return tuple(
        Part(
            letter.strip(),
            one.text,
            one.sentences or one.text,
            draft_title(one.text, reference, one.phrase if one.target else "", one.sentences),
            (one.kind, str(one.target or "")),
        )
        for letter, one in zip(letters, read, strict=False)
    )


def other_bodies(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether others act, or another leads; that some more do (等) is no other body."""
    before, after = ([code for code in one if code != OTHERS] for one in (was, now))
    return before[:1] != after[:1] or set(before) != set(after)


def same_topic(old: Item, new: Item) -> bool:
    """Whether two items stand under one heading; numbers alone change their meaning."""
    if old.topic_title and new.topic_title:
        return same_title(old.topic_title, new.topic_title)
    return old.topic == new.topic


@cache
def same_title(first: str, second: str) -> bool:
    """Whether two headings are one: what stands in brackets, and a few words, may differ."""
    whole = normalise(first), normalise(second)
    one, other = (_ASIDE.sub("", title) or title for title in whole)
    short, long = sorted((one, other), key=len)
    held = len(short) >= _TELLING and short in long
    return held or alike(shingles(one), shingles(other)) > _SAME_TITLE
