"""A topic and its subsections while they are being read."""

from __future__ import annotations

from dataclasses import field, replace

from spaceplan.frozen import dataclass
from spaceplan.source.read.item import is_prose
from spaceplan.source.read.lines import Line
from spaceplan.source.read.parts import Bullet, Question, Subsection, Topic
from spaceplan.source.read.sections import settle


@dataclass(slots=True)
class OpenSubsection:
    """A subsection so far; ``titled`` is False where its title comes from its subheads. ``lead``
    and ``time`` are those that the ``field_lines`` below its heading name."""

    number: int
    mark: str
    title: str
    line: int
    charts: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    titled: bool = True
    lead: str = ""
    time: str = ""
    field_lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class OpenTopic:
    """A topic so far."""

    number: int
    title: str
    line: int
    charts: list[str] = field(default_factory=list)
    subs: list[OpenSubsection] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    # Each with the number of the section that it stands in.
    items: list[tuple[int, Bullet]] = field(default_factory=list)
    # The places among them of paragraphs, and of those that are items only where no list stands.
    paragraphs: dict[int, list[Line]] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    heading_lines: list[Line] = field(default_factory=list)
    lead: str = ""
    time: str = ""
    field_lines: list[Line] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing stands under its heading yet, as in a table of contents."""
        return not (self.items or self.charts or self.questions)

    def renumber(self, number: int) -> None:
        """Give the topic, and what it holds, another number."""
        self.number = number
        self.items = [(place, replace(one, topic=number)) for place, one in self.items]

    def drop_prose(self) -> list[list[Line]]:
        """Take out the paragraphs that only say more of a list beside them, or of what comes in
        the sections below them; their lines."""
        sections = any(bullet.section for _, bullet in self.items)
        prose: set[int] = set()
        for place in self.paragraphs.keys() - self.told:
            bullet = self.items[place][1]
            if is_prose(bullet.text) or (sections and not bullet.section):
                prose.add(place)
        beside = prose | self.told
        listed = {n for place, (n, _) in enumerate(self.items) if place not in beside}
        dropped = {place for place in self.told if self.items[place][0] in listed}
        if len(prose) < len(self.items):
            dropped |= prose
        self.items = [one for place, one in enumerate(self.items) if place not in dropped]
        return [self.paragraphs[place] for place in sorted(dropped)]

    def freeze(self, paged: bool) -> Topic:
        """The topic as read.

        ``paged`` says that the document's topics are its charts (①②③ their pages): a topic of
        one page is then the chart of its number.
        """
        if paged and not self.charts and not self.subs:
            self.charts.append(str(self.number))
        if self.subs and self.subs[-1].questions:
            # What ends the topic asks about the topic; only what stands before another
            # subsection closes its own.
            self.questions[:0] = self.subs[-1].questions
            self.subs[-1].questions = []
        plans, results = settle(self.items)
        subsections = tuple(
            Subsection(s.number, s.mark, s.title, tuple(s.charts), tuple(s.questions), s.line)
            for s in self.subs
        )
        return Topic(
            self.number,
            self.title,
            tuple(self.charts),
            subsections,
            tuple(self.questions),
            plans,
            results,
            self.line,
        )
