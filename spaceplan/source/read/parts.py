"""What a roadmap document consists of, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from spaceplan.frozen import dataclass
from spaceplan.source.read.fields import split_fields
from spaceplan.source.read.measures import split_measure
from spaceplan.source.read.section_words import PLAN
from spaceplan.source.read.text import fingerprint


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts that a heading cites; ``source`` says whose: ``topic``, ``subsection`` or
    ``none`` where neither cites any."""

    numbers: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Question:
    """A point to discuss (⇒), with the line it begins on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of the document.

    ``number`` counts from 1 within the topic across its subsections, plans and results apart.
    ``text`` is the item joined, ``raw`` its lines as they stand; ``line`` is the first one's
    number and ``page`` the page it stands on (0 where none is known). ``level`` is 1 for an item
    nested in another. ``section`` is ``plan`` or ``result``, ``doubt`` why that is not sure, or
    ""; ``subhead`` is the 【…】 it stands under, ``intro`` the sentence that introduces it (「X
    will:」), ``lead`` who its heading names as responsible. ``cells`` are those of a
    table's row, by what their column holds: ``body``, ``name``, ``time``, ``owner``, ``measure``,
    ``status``.
    """

    topic: int
    subsection: int | None
    number: int
    text: str
    raw: tuple[str, ...]
    line: int
    repeat_marked: bool = False
    section: str = PLAN
    subhead: str = ""
    level: int = 0
    page: int = 0
    doubt: str = ""
    intro: str = ""
    lead: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """``TOPIC-NUMBER``."""
        return f"{self.topic}-{self.number}"

    @property
    def statement(self) -> str:
        """The wording without how it is measured, when, and how far it is."""
        return split_fields(split_measure(self.text)[0])[0]

    @property
    def fields(self) -> Mapping[str, str]:
        """What its cells or the "Label: value" in its text say: ``time``, ``status``."""
        return self.cells or split_fields(self.text)[1]

    @property
    def measure(self) -> str:
        """How one would know that it is met, as a cell or the end of the text says it, or ""."""
        return self.cells.get("measure", "") or split_measure(self.text)[1]

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the wording."""
        return fingerprint(self.text)


@dataclass(frozen=True, slots=True)
class Subsection:
    """A part of a topic: ①②③, or without a mark (``mark`` is ""). ``charts`` are its own."""

    number: int
    mark: str
    title: str
    charts: tuple[str, ...]
    questions: tuple[Question, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A numbered heading. ``charts`` are those its own heading cites; ``bullets`` are its plans
    and ``results`` what it reports as done, both in document order, across subsections."""

    number: int
    title: str
    charts: tuple[str, ...]
    subsections: tuple[Subsection, ...]
    questions: tuple[Question, ...]
    bullets: tuple[Bullet, ...]
    results: tuple[Bullet, ...]
    line: int

    def subsection_of(self, bullet: Bullet) -> Subsection | None:
        """The subsection that a bullet stands in."""
        for subsection in self.subsections:
            if subsection.number == bullet.subsection:
                return subsection
        return None

    def charts_of(self, bullet: Bullet) -> Charts:
        """The charts cited nearest to a bullet, and by whose heading."""
        subsection = self.subsection_of(bullet)
        if subsection and subsection.charts:
            return Charts(subsection.charts, "subsection")
        return Charts(self.charts, "topic" if self.charts else "none")


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line that is no part of a topic's text, and why: a page number, a chart label …

    ``reason`` names a sentence (``source.left-REASON``), which ``facts`` fill in.
    """

    line: int
    text: str
    reason: str
    facts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A roadmap document as read.

    ``date_hint`` is the date its head names and ``plans_from`` the time from which its sections
    of plans run (2019年度以降の取組), each as written there, "" where there is none.
    ``chart_words`` are the lines of the charts' loose words, by the topic and subsection whose
    page they stand on.
    """

    name: str
    title: str
    date_hint: str
    plans_from: str
    topics: tuple[Topic, ...]
    leftovers: tuple[Leftover, ...]
    chart_words: Mapping[tuple[int, int | None], tuple[str, ...]] = field(default_factory=dict)

    @property
    def bullets(self) -> tuple[Bullet, ...]:
        """Every planned item, in document order."""
        return tuple(bullet for topic in self.topics for bullet in topic.bullets)

    @property
    def results(self) -> tuple[Bullet, ...]:
        """Every reported result, in document order."""
        return tuple(bullet for topic in self.topics for bullet in topic.results)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every point to discuss, in document order."""
        found = [
            question
            for topic in self.topics
            for group in (*(s.questions for s in topic.subsections), topic.questions)
            for question in group
        ]
        return tuple(sorted(found, key=lambda question: question.line))
