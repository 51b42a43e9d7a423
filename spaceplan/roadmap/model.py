"""What a plan is: plain values, right by construction, that know nothing of files or screens.

The words are those of the field: a *topic* is a numbered heading of the roadmap, a *chart* one
of its numbered pages, a *milestone* what is tracked, its *baseline* the first target.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.times import Time

KINDS = ("deadline", "start", "window", "recurring", "ongoing")
BASES = ("stated", "assigned")
# Stands last among owners or partners where the text says 等 or 関係府省.
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Japanese and English; either may be empty, not both."""

    ja: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang``, or in the other language where that one is missing."""
        return (self.ja or self.en) if lang == "ja" else (self.en or self.ja)


@dataclass(frozen=True, slots=True)
class Times:
    """How often a recurring milestone is to happen in each fiscal year."""

    count: int
    about: bool = False

    def __str__(self) -> str:
        return f"about {self.count}" if self.about else str(self.count)


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation of the plan's registry."""

    code: str
    name: Words
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the plan refers to by its label."""

    label: str
    title: Words
    date: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Subsection:
    """A numbered part of a topic (①②③ in the document)."""

    number: int
    mark: str
    title: Words
    charts: tuple[str, ...] = ()
    question: Words | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A numbered heading of the roadmap."""

    number: int
    title: Words
    charts: tuple[str, ...] = ()
    subsections: tuple[Subsection, ...] = ()
    questions: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One field's change: typed values as in ``Milestone``; ``None`` where there was none."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Checked:
    """Somebody looked and found nothing new: from ``first`` to ``last``, ``count`` times."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a milestone's history.

    ``date`` is when it became true (a day or a fiscal year), ``recorded`` when it was written
    down (with zone), ``change`` the id that entries of one command share. ``by_hand``: the fields
    had been changed in the file, the entry was recorded afterwards.
    """

    date: Time
    recorded: datetime
    change: str = ""
    edits: tuple[Edit, ...] = ()
    added: bool = False
    occurred: bool = False
    by_hand: bool = False
    checked: Checked | None = None
    corrects: Time | None = None
    reverts: str = ""
    reason: str = ""
    note: str = ""
    source: str = ""
    who: str = ""
    was: Mapping[str, str] = field(default_factory=dict)

    def edit_of(self, name: str) -> Edit | None:
        """The change of one field, or None where this entry leaves it alone."""
        for edit in self.edits:
            if edit.field == name:
                return edit
        return None


@dataclass(frozen=True, slots=True)
class Milestone:
    """What is tracked; a repeat (``same_as``) has only its own id, place and fingerprint."""

    id: str
    topic: int
    title: Words
    kind: str = "ongoing"
    status: str = "planned"
    subsection: int | None = None
    charts: tuple[str, ...] = ()
    chart_basis: str = "stated"
    target: Time | None = None
    times: Times | None = None
    baseline: Time | None = None
    horizon: Time | None = None
    owner: tuple[str, ...] = ()
    basis: str = "assigned"
    partners: tuple[str, ...] = ()
    same_as: str = ""
    see: tuple[str, ...] = ()
    text: str = ""
    remark: Words | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()
    line: int = 0

    @property
    def leads(self) -> tuple[str, ...]:
        """The owners' codes without the "and others"."""
        return tuple(code for code in self.owner if code != OTHERS)


@dataclass(frozen=True)
class Plan:
    """A whole plan. ``entries`` are its milestones and repeats in document order."""

    title: Words
    revision: str
    decided: date
    language: str
    time_zone: str
    rule: FiscalRule
    due_soon: int
    documents: tuple[Document, ...]
    owners: Mapping[str, Owner]
    reasons: Mapping[str, Words]
    topics: tuple[Topic, ...]
    entries: tuple[Milestone, ...]

    @cached_property
    def by_id(self) -> dict[str, Milestone]:
        """Every entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The originals: every entry that is not a repeat."""
        return tuple(entry for entry in self.entries if not entry.same_as)

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Bullet id to the ids of its milestones: ``7-4`` → (``7-4a``, ``7-4b``)."""
        found: dict[str, list[str]] = {}
        for entry in self.entries:
            found.setdefault(bullet_of(entry.id), []).append(entry.id)
        return {bullet: tuple(ids) for bullet, ids in found.items()}

    @cached_property
    def repeats(self) -> dict[str, tuple[Milestone, ...]]:
        """Original milestone id to the repeats that stand for it."""
        found: dict[str, list[Milestone]] = {}
        for entry in self.entries:
            if entry.same_as:
                for original in self.originals(entry):
                    found.setdefault(original.id, []).append(entry)
        return {original: tuple(entries) for original, entries in found.items()}

    def originals(self, entry: Milestone) -> tuple[Milestone, ...]:
        """The milestones that an entry stands for: itself, or what its ``same_as`` names."""
        if not entry.same_as:
            return (entry,)
        ids = self.parts.get(entry.same_as, (entry.same_as,))
        return tuple(self.by_id[i] for i in ids)

    @cached_property
    def topic_by_number(self) -> dict[int, Topic]:
        """Topics by number."""
        return {topic.number: topic for topic in self.topics}


def bullet_of(milestone_id: str) -> str:
    """The bullet that an id belongs to: ``7-4b`` → ``7-4``; others are their own."""
    if len(milestone_id) > 1 and milestone_id[-1].islower() and milestone_id[-2].isdigit():
        return milestone_id[:-1]
    return milestone_id
