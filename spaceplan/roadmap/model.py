"""What a plan is: plain values, right by construction, that know nothing of files or screens.

The words are those of the field: a *topic* is a numbered heading of the roadmap, a *chart* one
of its numbered pages, a *milestone* what is tracked, its *baseline* the first target.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from spaceplan.frozen import Later, dataclass
from spaceplan.roadmap.declare import said
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.registry import Document, Owner, Topic, TopicName, Words
from spaceplan.roadmap.times import Time

if TYPE_CHECKING:
    from spaceplan.roadmap.own import Own

KINDS = ("deadline", "start", "window", "recurring", "ongoing")
BASES = ("stated", "assigned")
CONFIDENCE = ("high", "medium", "low")
# Stands last among owners or partners where the text says 等 or 関係府省.
OTHERS = "others"
# Why a target moved or was missed, where a plan has no reasons of its own.
REASONS = (
    "technical",
    "dependency",
    "budget",
    "procurement",
    "partner",
    "legal",
    "scope",
    "external",
)
EXPLAIN_AFTER, STALE_AFTER = "6m", "9m"


@dataclass(frozen=True, slots=True)
class Times:
    """How often a recurring milestone is to happen in each fiscal year."""

    count: int
    about: bool = False

    def __str__(self) -> str:
        return f"about {self.count}" if self.about else str(self.count)


@dataclass(frozen=True, slots=True)
class After:
    """What must have happened before: a milestone or split bullet, how that is known (``BASES``),
    and the words that say so."""

    id: str
    basis: str = "assigned"
    source: str = ""

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Milestone(Later):
    """What is tracked; a repeat (``same_as``) has only its own id, place and fingerprint.

    The fields stand in the order in which a file is written, each with all that is said of it:
    see ``declare.Declared`` for what that is, and ``fields`` for what follows.
    """

    id: str = field(
        metadata=said(
            "id",
            "Given once, never changed; TOPIC-BULLET, with a letter where a bullet is split.",
            required=True,
            column="code",
        )
    )
    topic: TopicName = field(
        metadata=said(
            "topic",
            "Its topic, where the id does not begin with it.",
            history=True,
            column="number",
            place=True,
        )
    )
    subsection: int | None = field(
        default=None,
        metadata=said(
            "count",
            "Number of the topic's subsection in which it stands.",
            history=True,
            column="number",
            place=True,
        ),
    )
    title: Words = field(
        default=Words("", ""),
        metadata=said(
            "words",
            "What is to be achieved, short enough for a table.",
            history=True,
            column="text",
            edit=True,
        ),
    )
    same_as: str = field(
        default="",
        metadata=said("id", "The milestone or split bullet that this bullet repeats."),
    )
    charts: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "charts", "The charts it belongs to.", history=True, column="code", place=True
        ),
    )
    chart_basis: str = field(
        default="stated",
        metadata=said(
            "basis",
            "Whether the document states the chart or it was chosen.",
            history=True,
            column="text",
            place=True,
        ),
    )
    kind: str = field(
        default="ongoing",
        metadata=said(
            "kind",
            "What its time means.",
            history=True,
            inherited=True,
            column="text",
            edit=True,
            needed=True,
            filter="kind",
        ),
    )
    target: Time | None = field(
        default=None,
        metadata=said(
            "time",
            "The current target, as precise as the text and no sharper.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
            needed=True,
        ),
    )
    times: Times | None = field(
        default=None,
        metadata=said(
            "times",
            "How often a year a recurring one is to happen, e.g. 3 or about 3.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
        ),
    )
    baseline: Time | None = field(
        default=None, metadata=said("time", "The first target.", inherited=True, column="code")
    )
    rebaseline: Time | None = field(
        default=None,
        metadata=said(
            "time",
            "The target that an authority set as the baseline anew; the first one stays.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
        ),
    )
    forecast: Time | None = field(
        default=None,
        metadata=said(
            "time",
            "When somebody expects it; it moves no target.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
        ),
    )
    confidence: str | None = field(
        default=None,
        metadata=said(
            "confidence",
            "How sure they are of the forecast.",
            history=True,
            inherited=True,
            column="text",
            edit=True,
        ),
    )
    horizon: Time | None = field(
        default=None,
        metadata=said(
            "time",
            "A year that the text names but does not commit to.",
            history=True,
            column="code",
            edit=True,
        ),
    )
    owner: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "codes",
            "Organisation codes, lead first; 'others' last for 等.",
            history=True,
            inherited=True,
            column="text",
            edit=True,
        ),
    )
    basis: str = field(
        default="assigned",
        metadata=said(
            "basis",
            "Whether the text states the owner or it was assigned.",
            history=True,
            column="text",
            edit=True,
            needed=True,
        ),
    )
    partners: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "codes",
            "Organisations named only to work with.",
            history=True,
            column="text",
            edit=True,
        ),
    )
    status: str = field(
        default="planned",
        metadata=said(
            "status",
            "What people recorded.",
            history=True,
            inherited=True,
            column="text",
            edit=True,
            needed=True,
            filter="status",
        ),
    )
    measure: str = field(
        default="",
        metadata=said(
            "text",
            "How one would know that it is met, as the text says it.",
            history=True,
            inherited=True,
            column="text",
            edit=True,
        ),
    )
    progress: str | None = field(
        default=None,
        metadata=said(
            "part",
            "How much of it is delivered, e.g. 1/2; never the whole.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
        ),
    )
    after: tuple[After, ...] = field(
        default=(),
        metadata=said(
            "after",
            "What must have happened before it can; it moves no date.",
            history=True,
            inherited=True,
            column="code",
            edit=True,
        ),
    )
    see: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "ids", "Milestones that are alike but not the same.", history=True, column="code"
        ),
    )
    supersedes: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "ids",
            "Milestones that it took the place of.",
            history=True,
            inherited=True,
            column="code",
            place=True,
        ),
    )
    text: str = field(
        default="",
        metadata=said(
            "fingerprint", "Fingerprint of the bullet's wording.", history=True, place=True
        ),
    )
    remark: Words | None = field(
        default=None,
        metadata=said(
            "remark",
            "Why it is read so, where that is arguable; one line.",
            history=True,
            column="text",
            edit=True,
        ),
    )
    places: Mapping[str, str] = field(
        default_factory=dict,
        metadata=said(
            "places",
            "Where it stands in other revisions: {LABEL: place}.",
            history=True,
            place=True,
        ),
    )
    links: tuple[str, ...] = field(
        default=(), metadata=said("texts", "Addresses worth keeping.", history=True)
    )
    tags: tuple[str, ...] = field(
        default=(),
        metadata=said(
            "tags",
            "Free labels.",
            history=True,
            column="text",
            edit=True,
            filter="tag",
            listed=True,
        ),
    )
    history: tuple[Change, ...] = field(
        default=(),
        metadata=said("history", "What changed, in the order it was recorded.", inherited=True),
    )
    # What the user keeps of it in keys of their own, x-…: plain texts, lists and mappings.
    own: Mapping[str, Own] = field(default_factory=dict)

    @property
    def leads(self) -> tuple[str, ...]:
        """The owners' codes without the "and others"."""
        return tuple(code for code in self.owner if code != OTHERS)


@dataclass(frozen=True)
class Plan:
    """A whole plan. ``entries`` are its milestones and repeats in document order.

    ``bullets``: how many its document has. ``explain_after`` and ``stale_after`` are lengths of
    time (``spans.read_within``): from what slip or lateness on a reason is asked for, and after
    what time an open milestone that nobody looked at is stale.
    """

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
    bullets: int | None = None
    explain_after: str = EXPLAIN_AFTER
    stale_after: str = STALE_AFTER

    @cached_property
    def by_id(self) -> dict[str, Milestone]:
        """Every entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """The originals: every entry that is not a repeat."""
        return tuple(entry for entry in self.entries if not entry.same_as)

    def bullet_of(self, milestone_id: str) -> str:
        """The bullet of which it is a part; itself where it is none, or where both have an id."""
        bullet = bullet_of(milestone_id)
        return milestone_id if bullet in self.by_id else bullet

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Bullet id to the ids of its milestones: ``7-4`` → (``7-4a``, ``7-4b``)."""
        found: dict[str, list[str]] = {}
        for entry in self.entries:
            found.setdefault(self.bullet_of(entry.id), []).append(entry.id)
        return {bullet: tuple(ids) for bullet, ids in found.items()}

    @cached_property
    def taken_ids(self) -> frozenset[str]:
        """The ids that a new milestone cannot have, folded: those of entries and of bullets."""
        return frozenset(name.casefold() for name in (*self.by_id, *self.parts))

    @cached_property
    def by_topic(self) -> dict[TopicName, tuple[Milestone, ...]]:
        """The entries of each topic that has any, in the order of the file."""
        found: dict[TopicName, list[Milestone]] = {}
        for entry in self.entries:
            found.setdefault(entry.topic, []).append(entry)
        return {topic: tuple(entries) for topic, entries in found.items()}

    @cached_property
    def newest_recorded(self) -> datetime | None:
        """When the newest entry was written down; None where nothing was recorded."""
        told = (change.recorded for entry in self.entries for change in entry.history)
        return max(told, default=None)

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

    def meant(self, names: Iterable[str]) -> tuple[Milestone, ...]:
        """The originals that ids mean: all parts of a split bullet, of a repeat what it repeats. On
        an earlier day one of them may not have been in the plan."""
        ids = (part for name in names for part in self.parts.get(name, (name,)))
        entries = (self.by_id[name] for name in ids if name in self.by_id)
        found = (original for entry in entries for original in self.originals(entry))
        return tuple({original.id: original for original in found}.values())

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """Original milestone id to those that took its place."""
        found: dict[str, list[str]] = {}
        for milestone in self.milestones:
            for one in self.meant(milestone.supersedes) if milestone.supersedes else ():
                found.setdefault(one.id, []).append(milestone.id)
        return {original: tuple(ids) for original, ids in found.items()}

    @cached_property
    def followers(self) -> dict[str, tuple[str, ...]]:
        """Original milestone id to those that cannot happen before it has."""
        found: dict[str, list[str]] = {}
        for milestone in self.milestones:
            for one in self.awaited(milestone):
                found.setdefault(one.id, []).append(milestone.id)
        return {original: tuple(dict.fromkeys(ids)) for original, ids in found.items()}

    def awaited(self, milestone: Milestone) -> tuple[Milestone, ...]:
        """The originals that must have happened before a milestone can."""
        return self.meant(one.id for one in milestone.after)

    @cached_property
    def topic_by_number(self) -> dict[TopicName, Topic]:
        """Topics by number or code."""
        return {topic.number: topic for topic in self.topics}


def bullet_of(milestone_id: str) -> str:
    """The bullet that an id looks like a part of: ``7-4b`` → ``7-4``; others are their own.

    What a plan makes of it is ``Plan.bullet_of``.
    """
    if len(milestone_id) > 1 and milestone_id[-1].islower() and milestone_id[-2].isdigit():
        return milestone_id[:-1]
    return milestone_id
