"""What is wished, what is told of it, and what was decided: plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import date, datetime
from typing import Any

from spaceplan.errors import UsageError, phrase
from spaceplan.frozen import dataclass
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import TOLD
from spaceplan.roadmap.model import KINDS, Milestone
from spaceplan.roadmap.states import STATUSES
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import as_field
from spaceplan.yaml_text.spelling import Data

_NAMED = ("status", "current", "kind")
_CODES = (*STATUSES, *KINDS)


class Refused(UsageError):
    """A change that may not be; the sentence says why and what to do.

    ``about`` is the field, or the fact told of the change, that it lies in; "" where it is none.
    """

    about = ""

    def __init__(self, key: str, /, **facts: Any) -> None:
        # A status or kind is said as a word of the language, not as its code.
        named = {name for name in _NAMED if facts.get(name) in _CODES}
        super().__init__(key, **facts | {name: phrase(facts[name]) for name in named})


@contextmanager
def about(name: str) -> Iterator[None]:
    """What is refused within lies in the field or fact ``name``, unless it says another."""
    try:
        yield
    except Refused as refused:
        refused.about = refused.about or name
        raise


@dataclass(frozen=True, slots=True)
class Said:
    """What is told of a change: when it became true, why, and where that can be read.

    ``old``: what a status had been before it was changed by hand.
    """

    on: Time | None = None
    reason: str = ""
    note: str = ""
    source: str = ""
    who: str = ""
    remedy: str = ""
    remedy_by: Time | None = None
    authority: str = ""
    old: str = ""

    @property
    def tells(self) -> bool:
        """Whether there is something to record even where no field changes."""
        return bool(self.note or self.source or self.remedy or self.remedy_by or self.authority)

    @property
    def facts(self) -> dict[str, Any]:
        """What an entry takes over of it, by name (``fields.TOLD``)."""
        return {fact.name: getattr(self, fact.name) for fact in TOLD if hasattr(self, fact.name)}


@dataclass(frozen=True, slots=True)
class Wish:
    """The fields to set, by name and typed; a field that is absent is left alone.

    ``past``: a step of the past may be told, where the present could be meant.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    past: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """When a command records: what its entries say, and the date in the plan's zone.

    ``now`` is later than the clock where the plan's newest entry is.
    """

    now: datetime
    today: date


@dataclass(frozen=True, slots=True)
class Stays:
    """A field whose present a step of the past leaves alone, and since when it is so."""

    field: str
    value: object
    since: Time | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One milestone's recorded change.

    ``entry`` is what its history gets; ``set_also`` are fields that change without being history
    (a baseline that was missing), ``stays`` those whose present stays though the entry tells of
    them. For a milestone that is added, ``after`` is the id behind which it goes.
    """

    milestone: Milestone
    entry: Change
    set_also: Mapping[str, object] = field(default_factory=dict)
    stays: tuple[Stays, ...] = ()
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """The milestones that references name, and remarks such as "17-31 repeats 17-24"."""

    milestones: tuple[Milestone, ...]
    remarks: tuple[tuple[str, str], ...]  # (repeat, original)


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What a new revision changes beside the milestones' histories, as plain data: topics and
    documents for the plan's head, and (id, fields) of repeats, which have no history."""

    topics: tuple[Mapping[str, Data], ...] = ()
    documents: tuple[Mapping[str, Data], ...] = ()
    repeats: tuple[tuple[str, Mapping[str, Data | None]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.topics or self.documents or self.repeats)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command decided: its changes, none where there is nothing to do."""

    planned: tuple[Planned, ...]
    targets: Targets = Targets((), ())
    groundwork: Groundwork = Groundwork()


def after(planned: Planned) -> Milestone:
    """The milestone as it stands once the change is made."""
    milestone = planned.milestone
    staying = {one.field for one in planned.stays}
    fields = {e.field: e.new for e in planned.entry.edits if e.field not in staying}
    typed = {name: as_field(name, value) for name, value in {**fields, **planned.set_also}.items()}
    history = (*milestone.history, planned.entry)
    return replace(milestone, history=history, **typed)  # type: ignore[arg-type]


def empty_as_none(value: object) -> object:
    """A field's value as a history entry holds it."""
    return None if value in ((), "", {}) else value


def refuse_unauthorised(milestone_id: str, said: Said) -> None:
    """Refuse a baseline set anew by nobody named, or nowhere written down."""
    if not (said.authority and said.source):
        raise Refused("record.rebaseline-by-whom", id=milestone_id)
