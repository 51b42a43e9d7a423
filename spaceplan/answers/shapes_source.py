"""The JSON of the commands that read documents, as types (see ``shapes``)."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from spaceplan.answers.shapes import Basis, Day, Head, Kind, When
from spaceplan.roadmap.registry import TopicName


class Run(TypedDict):
    """A run of words that two wordings share or not."""

    kind: str
    text: str


class Leftover(TypedDict):
    """A line of a document that was not read, and why."""

    line: int
    text: str
    reason: str


class Bullet(TypedDict):
    """A bullet of a document against its milestones."""

    bullet: str
    verdict: Annotated[str, "verdict"]
    ids: list[str]
    line: int | None
    text: str | None
    place: str | None
    difference: list[Run]


class SourceCheck(Head):
    """``source check``."""

    command: Literal["source check"]
    document: str
    label: str | None
    count: int
    same: int
    bullets: list[Bullet]
    leftovers: list[Leftover]


class DraftTopic(TypedDict):
    """A topic as drafted."""

    number: int
    title: str
    charts: list[str]


class Ground(TypedDict):
    """Why something was decided, and from which words."""

    words: str
    why: str


class Drafted(TypedDict):
    """A milestone as drafted."""

    id: str
    topic: int
    subsection: int | None
    line: int
    title: str | None
    same_as: str | None
    charts: list[str]
    chart_basis: Basis
    kind: Kind | None
    target: When | None
    times: str | None
    horizon: When | None
    owner: list[str]
    basis: Basis
    partners: list[str]
    status: Annotated[str, "status"] | None
    see: list[str]
    text: str
    confidence: Annotated[str, "confidence"] | None
    phrase: str | None
    why: list[Ground]
    steps: list[str]
    doubt: str | None
    page: int | None
    baseline: When | None
    measure: str | None
    decided: str
    wording: str


class DraftResult(TypedDict):
    """A result that the document tells."""

    topic: int
    line: int
    page: int | None
    wording: str
    doubt: str | None


class SourceImport(TypedDict):
    """``source import``."""

    spaceplan: Literal[1]
    command: Literal["source import"]
    document: str
    title: str
    label: str
    decided: Day
    decided_guessed: bool
    count: int
    topics: list[DraftTopic]
    milestones: list[Drafted]
    results: list[DraftResult]
    language: Annotated[str, "language"]
    time_zone: str
    doubtful: list[str]
    unknown_owners: dict[str, int]
    notes: list[str]
    leftovers: list[Leftover]


class Side(TypedDict):
    """An item as one revision has it."""

    id: str
    topic: TopicName
    page: int | None
    topic_title: str | None
    charts: list[str]
    title: str | None
    wording: str | None
    text: str


class Reading(TypedDict):
    """What an item promises, and by when."""

    kind: str
    target: When | None


TargetMoved = TypedDict("TargetMoved", {"from": Reading, "to": Reading})


class Link(TypedDict):
    """What an item may go on in."""

    old: str
    new: str
    sure: bool
    alike: float
    why: list[str]


class Item(TypedDict):
    """An item of two revisions."""

    state: Annotated[str, "match"]
    old: Side | None
    new: Side | None
    alike: float
    repeats: str | None
    moved: bool
    targets: list[TargetMoved]
    weaker: list[str]
    lost_owner: list[str]
    other_owner: list[list[str]]
    links: list[Link]
    difference: list[Run]


class Result(TypedDict):
    """A result that tells of an item; ``day`` is the one time that it names."""

    id: str
    line: int
    page: int | None
    wording: str
    alike: float
    to_confirm: bool
    day: str | None


class ItemCounts(TypedDict):
    """How many items of each kind."""

    gone: int
    continues: int
    new: int
    target_moved: int
    other_owner: int
    moved: int
    weaker: int
    reworded: int
    unchanged: int


class Lineage(TypedDict):
    """One commitment that goes on in several, or several in one."""

    kind: Annotated[str, "lineage_kind"]
    old: list[str]
    new: list[str]


ActOn = TypedDict(
    "ActOn",
    {
        "what": Annotated[str, "act_on"],
        "old": str | None,
        "new": str | None,
        "from": list[Reading],
        "to": list[Reading],
        "title": str,
        "owner": list[str],
        "new_owner": list[str],
        "old_page": int | None,
        "new_page": int | None,
        "results": list[str],
    },
)


class Revision(TypedDict):
    """What ``source diff`` and ``source reconcile`` have in common."""

    old: str
    new: str
    count: int
    counts: ItemCounts
    items: list[Item]
    results: list[Result]
    lineage: list[Lineage]
    act_on: list[ActOn]


class SourceDiff(Revision):
    """``source diff``."""

    spaceplan: Literal[1]
    command: Literal["source diff"]


class SourceReconcile(Head, Revision):
    """``source reconcile``."""

    command: Literal["source reconcile"]
