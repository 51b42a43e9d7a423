"""The JSON that commands give, as types: ``answers.schema`` and the reference are made from them.

Imported for its types and by the schema alone: no question pays for it. ``Annotated`` names a
form that the schema knows more of than Python's types do (``schema.FORMS``). What follows from
the tables of fields and states is added there: a milestone's keys, and the counts by state.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from spaceplan.roadmap.registry import TopicName

Day = Annotated[str, "day"]
Moment = Annotated[str, "moment"]
When = Annotated[str, "time"]
State = Annotated[str, "state"]
Kind = Annotated[str, "kind"]
Basis = Annotated[str, "basis"]
Milestone = Annotated[dict[str, Any], "milestone"]
Exported = Annotated[dict[str, Any], "exported"]
Selection = dict[str, list[str]]


class Words(TypedDict):
    """A text in both languages; one of them may be empty."""

    ja: str
    en: str


Days = TypedDict("Days", {"from": Day, "to": Day})


class Late(Days):
    """How long between two days, in calendar years, months and days, and in all."""

    years: int
    months: int
    days: int
    total_months: int
    total_days: int


class _Signed(TypedDict):
    sign: Literal[1, -1]


class Slip(_Signed, Late):
    """The same between two targets: later (1) or earlier (-1)."""


Edit = TypedDict("Edit", {"from": Any, "to": Any})


class Times(TypedDict):
    """How often a year."""

    count: int
    about: bool


class After(TypedDict):
    """What must have happened before: a milestone or split bullet, and how that is known."""

    id: str
    basis: Annotated[str, "basis"]
    source: str | None


class Checked(TypedDict):
    """When somebody looked and found nothing new."""

    first: Day
    last: Day
    count: int


class Entry(TypedDict):
    """A history entry; what else it tells follows from the fields of an entry."""

    date: When
    recorded: Moment
    change: str
    fields: dict[str, Edit]
    added: bool
    occurred: bool
    by_hand: bool
    checked: Checked | None
    corrects: str | None
    reverts: str | None


class Ended(TypedDict):
    """When and why a milestone ended, as its history tells; null where it does not."""

    on: When | None
    reason: str | None
    note: str | None
    source: str | None


class Risk(TypedDict):
    """Why it is at risk: its own forecast, or how another stands that it waits for; what is
    expected, or the target of that other one."""

    why: Annotated[str, "risk-why"]
    id: str | None
    time: When | None


class Remedy(TypedDict):
    """What is still to be done about a slip or a miss, by when, and whether that is over."""

    text: str
    by: When | None
    due: Day | None
    late: bool


class Standing(TypedDict):
    """What a milestone has beside its fields: how it stands on the day."""

    bullet: str
    baseline_day: Day | None
    owner_others: bool
    partners_others: bool
    state: State
    due: Day | None
    actual: When | None
    ended: Ended | None
    late: Late | None
    unmet_years: list[int]
    slip: Slip | None
    moves: int
    slip_rebaseline: Slip | None
    rebaselined: int
    flags: list[Annotated[str, "flag"]]
    risks: list[Risk]
    also: list[str]
    remedy: Remedy | None
    after_through: list[str]
    before: list[str]
    before_through: list[str]
    superseded_by: list[str]
    x: dict[str, Any]


class PlanHead(TypedDict):
    """Which plan was asked."""

    title: Words
    revision: str
    decided: Day
    file: str
    found: Annotated[str, "found"]
    sha256: str


class Head(TypedDict):
    """How the answers that ask a plan begin, beside the command's name."""

    spaceplan: Literal[1]
    plan: PlanHead
    as_of: Day
    known: Day | None


class Begun(Head):
    """The same with the name."""

    command: str


class _Flat(Head):
    last_recorded: Day | None
    count: int
    milestones: list[Milestone]


class List(_Flat):
    """``list``."""

    command: Literal["list"]


Moved = TypedDict("Moved", {"id": str, "from": When, "to": When | None})


class DueMore(TypedDict):
    """What ``due`` has beside its milestones."""

    periods: list[Days]
    moved_out: list[Moved]
    days: dict[str, Day | None]


class Due(_Flat, DueMore):
    """``due``."""

    command: Literal["due"]


class Overdue(_Flat):
    """``overdue``."""

    command: Literal["overdue"]
    against: Literal["target", "baseline", "rebaseline"]


class Subsection(TypedDict):
    """A numbered part of a topic."""

    number: int
    mark: str
    title: Words
    charts: list[str]
    question: Words | None


class Topic(TypedDict):
    """A topic with its subsections and questions."""

    number: TopicName
    title: Words
    charts: list[str]
    questions: list[Words]
    subsections: list[Subsection]


class Repeat(TypedDict):
    """A repeat where it stands."""

    id: str
    topic: TopicName
    subsection: int | None
    same_as: str
    charts: list[str]
    text: str | None
    x: dict[str, Any]


class Section(TypedDict):
    """What one reference of ``show`` names."""

    reference: str
    kind: Annotated[str, "reference"]
    ids: list[str]
    repeats: list[Repeat]
    topic: NotRequired[Topic]


class Show(Head):
    """``show``."""

    command: Literal["show"]
    sections: list[Section]
    count: int
    milestones: list[Milestone]
    wording: NotRequired[dict[str, str | None]]


class Tally(TypedDict):
    """Counts of what needs somebody; each way of being given up has its own."""

    overdue: int


class TopicCount(Tally):
    """A topic of ``summary``."""

    topic: TopicName
    count: int


class OwnerCount(Tally):
    """An owner of ``summary``."""

    owner: str
    count: int


class YearCount(Tally):
    """A fiscal year of ``summary``."""

    fiscal_year: int
    count: int


class SummaryLine(Tally):
    """A line of ``summary --format jsonl``."""

    by: Literal["state", "topic", "owner", "fiscal_year"]
    key: str
    count: int


class Summary(Head):
    """``summary``."""

    command: Literal["summary"]
    count: int
    total: int
    states: Annotated[dict[str, int], "states"]
    slipped: int
    topics: list[TopicCount]
    owners: list[OwnerCount]
    fiscal_years: list[YearCount]


class TopicLine(Tally):
    """A topic of ``topics``."""

    number: TopicName
    title: Words
    charts: list[str]
    bullets: int
    commitments: int
    milestones: int


class Topics(Head):
    """``topics``."""

    command: Literal["topics"]
    count: int
    topics: list[TopicLine]


class OwnerLine(Tally):
    """An owner of ``owners``."""

    code: str
    ja: str
    en: str
    aliases: list[str]
    short: Words | None
    lead: int
    owner: int
    partner: int


class Owners(Head):
    """``owners``."""

    command: Literal["owners"]
    count: int
    owners: list[OwnerLine]


class HistoryEntry(Entry):
    """An entry of ``history``."""

    id: str
    title: Words


class History(Head):
    """``history``."""

    command: Literal["history"]
    count: int
    changes: list[HistoryEntry]


PlanChange = TypedDict(
    "PlanChange",
    {
        "id": str | None,
        "title": Words | None,
        "change": Literal["added", "removed", "changed"],
        "field": str | None,
        "from": Any,
        "to": Any,
    },
)
PlanDiff = TypedDict(
    "PlanDiff",
    {
        "spaceplan": Literal[1],
        "command": Literal["diff"],
        "from": str,
        "to": str,
        "count": int,
        "changes": list[PlanChange],
    },
)


class Score(TypedDict):
    """Counts of what became of promises, each outcome by its name."""

    total: int
    judged: int
    share: float | None
    delay_average: float | None
    delay_median: float | None


class ScoreGroup(Score):
    """The score of one topic, owner, kind or year."""

    key: str


class TargetsMoved(TypedDict):
    """Of how many milestones the target moved, or the baseline was set anew, and how often."""

    milestones: int
    times: int


class YearEnd(TypedDict):
    """What was open and late at a fiscal year's end."""

    fiscal_year: int
    open: int


class ScoreFacts(TypedDict):
    """By what is judged, and the score of all and of each group."""

    by: Literal["topic", "owner", "fy", "kind"]
    against: Literal["baseline", "rebaseline"]
    verified: bool
    score: Score
    moved: TargetsMoved
    rebaselined: TargetsMoved
    superseded: int
    backlog: list[YearEnd]
    groups: list[ScoreGroup]


class Scores(Head, ScoreFacts):
    """``score``."""

    command: Literal["score"]
    count: int


class Finding(TypedDict):
    """One fault, warning or notice."""

    severity: Annotated[str, "severity"]
    line: int
    column: int
    what: str
    expected: str
    suggestion: str | None


class FileFindings(TypedDict):
    """What was found in a file."""

    file: str
    findings: list[Finding]


class Check(TypedDict):
    """``check``."""

    spaceplan: Literal[1]
    command: Literal["check"]
    sound: bool
    files: list[FileFindings]


class Path(TypedDict):
    """``path``."""

    spaceplan: Literal[1]
    command: Literal["path"]
    file: str
    found: Annotated[str, "found"]
    exists: bool
