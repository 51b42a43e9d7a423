"""What is open while a document's lines are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spaceplan.source.read import marks
from spaceplan.source.read.fields import STATUS, is_done, split_fields
from spaceplan.source.read.furniture import find_furniture, printed_pages
from spaceplan.source.read.headings import find_headings
from spaceplan.source.read.item import (
    NOTE,
    PARAGRAPH,
    QUESTION,
    Item,
    commits,
    ended,
    judges,
    only_tells,
    promises,
    tells,
)
from spaceplan.source.read.lines import DocumentError, Line, full_width
from spaceplan.source.read.markdown import is_markdown, plain
from spaceplan.source.read.open_topic import OpenSubsection, OpenTopic
from spaceplan.source.read.parts import Bullet, Leftover, Question
from spaceplan.source.read.reports import split_report
from spaceplan.source.read.section_words import GOAL, PLAN, RESULT, section_time
from spaceplan.source.read.tables import Columns
from spaceplan.source.read.tense import OPEN, tense
from spaceplan.source.read.text import has_repeat_mark, is_latin

MAX_BULLETS = 20_000
NOT_READ = "not-read"
BEFORE = "before"
NUMBER_TAKEN = "number-taken"
OVER_NESTED = "over-nested"
ABOVE_TOPICS = "above-topics"
TABLE = "table"
PROSE = "prose"


class Progress:
    """``item`` is what is open, ``topic`` and ``sub`` are where; the rest says what holds there.

    ``section`` is what its heading says, "" where it says nothing; ``intro`` a sentence that
    introduces the items below it; ``columns`` those of the table that is open; ``above`` a heading
    over the topics that has no topic of its own yet.
    """

    def __init__(self, lines: Sequence[Line], name: str) -> None:
        self.lines = lines
        self.name = name
        self.markdown = is_markdown(lines)
        self.headings = find_headings(lines)
        self.heads = self.headings.heads
        paged = bool(lines) and lines[-1].page > 1
        self.furniture = find_furniture(lines, self.heads, flowing=self.markdown and not paged)
        self.pages = printed_pages(lines, self.furniture)
        self.topics: dict[int, OpenTopic] = {}
        self.topic: OpenTopic | None = None
        self.sub: OpenSubsection | None = None
        self.above: marks.Heading | None = None
        self.section = ""
        self.section_number = 0
        # How many # head it, and of which style its number is.
        self.section_level = 0
        self.section_style = ""
        self.section_lead = ""
        self.subhead = ""
        self.subhead_lead = ""
        # How many items there were when the last heading was read.
        self.headed = 0
        self.intro = ""
        self.intro_level = 0
        self.item: Item | None = None
        self.columns: Columns | None = None
        self.header: tuple[str, ...] = ()
        # What the last row of the table says, by its columns.
        self.row: Mapping[str, str] = {}
        self.title_open = False
        self.labels_until_section = False
        self.outer_glyph = ""
        self.outer_indent = 0
        # Whether wrapped lines stand further left than what they go on with.
        self.outdents = False
        self.leftovers: list[Leftover] = []
        # The words of the charts since the last heading, and those of each topic's page.
        self.loose: list[str] = []
        self.chart_words: dict[tuple[int, int | None], list[str]] = {}
        self.head: list[Line] = []
        self.count = 0
        self.paged = False
        self.plans_from = ""
        self.full_width = full_width(lines)

    # What stands around

    def following(self, index: int, most: int) -> Iterator[Line]:
        """The text lines among the ``most`` lines after ``index``, up to the next heading."""
        for later in range(index + 1, min(index + 1 + most, len(self.lines))):
            if later in self.headings.found:
                return
            if later not in self.furniture:
                yield self.lines[later]

    def announces(self, index: int) -> bool:
        """Whether charts or a section follow within a few lines, before any bullet."""
        for line in self.following(index, 6):
            if marks.charts(line.text) is not None or marks.section(line.text) is not None:
                return True
            if marks.bullet(line.text) is not None or marks.heading(line.text) is not None:
                return False
        return False

    def section_follows(self, index: int) -> bool:
        """Whether a chart's loose words stand between a heading and its first section."""
        if self.markdown:
            return False
        for line in self.following(index, 400):
            if marks.section(line.text) is not None:
                # A chart in the genre has the labels of its years in Japanese.
                return not is_latin(line.text)
            if marks.charts(line.text) is not None or marks.heading(line.text) is not None:
                return False
            if marks.bullet(line.text) is not None and len(line.text) > 20:
                return False
        return False

    def unfinished(self) -> bool:
        """Whether the open item's sentence has not ended."""
        return self.item is not None and self.item.kind != NOTE and not ended(self.item)

    # What is begun and ended

    def know_charts(self) -> None:
        """The loose words so far are those of the page whose section begins."""
        if self.topic is not None and self.loose:
            place = (self.topic.number, self.sub.number if self.sub else None)
            self.chart_words.setdefault(place, []).extend(self.loose)
        self.loose = []

    def begin_section(self, text: str, style: str = "", level: int = 0) -> None:
        """What comes from here on are plans, results or goals."""
        self.close()
        self.title_open = False
        self.labels_until_section = False
        self.forget_place()
        self.know_charts()
        self.section = marks.section(text) or PLAN
        self.section_lead = marks.lead_behind(text)[1]
        self.section_number += 1
        self.section_style, self.section_level = style, level
        if self.section == PLAN and not self.plans_from:
            self.plans_from = section_time(text)

    def end_section(self, style: str, level: int) -> None:
        """A heading that says nothing of when ends the section whose own heading is of its kind."""
        if level <= self.section_level if level else style == self.section_style:
            self.close()
            self.section = self.section_lead = self.section_style = ""
            self.section_level = 0
            self.section_number += 1

    def forget_place(self) -> None:
        """What held under the last heading holds no more."""
        self.head_subhead("")
        self.intro = ""
        self.outer_glyph = ""
        self.columns = None

    def head_subhead(self, heading: str) -> None:
        """A heading below all others, perhaps with who is responsible behind it."""
        self.subhead, self.subhead_lead = marks.lead_behind(heading)
        self.headed = self.count

    def close(self) -> None:
        """Give the open item to its topic."""
        item, self.item = self.item, None
        topic = self.topic
        if item is None or topic is None:
            return
        # A link's words may be wrapped.
        text = plain(item.text()) if self.markdown else item.text()
        if item.kind == NOTE:
            self.leave(item.lines, NOTE)
            return
        if item.kind == QUESTION:
            owner = self.sub.questions if self.sub else topic.questions
            owner.append(Question(text, item.lines[0].number))
            return
        if item.kind == PARAGRAPH:
            self.intro = ""
            self._add_paragraph(topic, item, text)
        elif text:
            self._add_with_report(text, item)
        else:
            self.leave(item.lines, NOT_READ)

    def _add_with_report(self, text: str, item: Item) -> None:
        """An item, and what a field of its own reports of it as a result beside it."""
        own, report = (text, "") if self.section == RESULT else split_report(text)
        self.add(own, item.lines, item.level)
        if report:
            self.add(report, item.lines, item.level, {"name": own, "body": report}, RESULT)

    def _add_paragraph(self, topic: OpenTopic, item: Item, text: str) -> None:
        """A paragraph without a bullet; what only its section's heading makes an item of is told
        beside a list."""
        headed = is_latin(text) and (
            (self.section == RESULT and tells(text)) or (self.section == PLAN and promises(text))
        )
        sure = bool(text) and self._is_item(item, text)
        if not sure and not headed:
            self.leave(item.lines, NOT_READ)
            return
        place = len(topic.items)
        self._add_with_report(text, item)
        if place < len(topic.items):
            topic.paragraphs[place] = item.lines
            if headed and (self.section == RESULT or not sure):
                topic.told.add(place)

    def _is_item(self, item: Item, text: str) -> bool:
        """Whether a paragraph without a bullet is an item: a sentence, in English one that commits.

        In Markdown blank lines tell where it ends, and a verb is enough without a stop.
        """
        if is_latin(text):
            return commits(text)
        if only_tells(text) or (self.section != RESULT and judges(text)):
            return False
        return ended(item) or (self.markdown and tense(text) != OPEN)

    def add(
        self,
        text: str,
        lines: Sequence[Line],
        level: int,
        cells: Mapping[str, str] | None = None,
        section: str = "",
    ) -> None:
        """Give an item to the topic that is open; ``section`` where its table says which."""
        topic = self.topic
        assert topic is not None
        if self.section == GOAL:
            self.leave(lines, "goal")
            return
        done = is_done((cells or split_fields(text)[1]).get(STATUS, ""))
        self.count += 1
        if self.count > MAX_BULLETS:
            raise DocumentError("source.too-many-bullets", name=self.name, most=MAX_BULLETS)
        bullet = Bullet(
            topic.number,
            self.sub.number if self.sub else None,
            0,
            text,
            tuple(line.raw for line in lines),
            lines[0].number,
            has_repeat_mark(text),
            section or (RESULT if done else self.section if self.section in (PLAN, RESULT) else ""),
            self.subhead,
            level,
            self.pages.get(lines[0].number, 0),
            intro=(self.intro if level >= self.intro_level else "") or self._timed(topic),
            lead=self._led(topic),
            cells=cells or {},
        )
        topic.items.append((self.section_number, bullet))

    def _led(self, topic: OpenTopic) -> str:
        """Who the nearest heading names as responsible."""
        sub = self.sub.lead if self.sub else ""
        return self.subhead_lead or sub or self.section_lead or topic.lead

    def _timed(self, topic: OpenTopic) -> str:
        """The time that the heading's own fields name, as words that introduce its items."""
        time = (self.sub.time if self.sub else "") or topic.time
        return f"Timeline: {time}" if time else ""

    @property
    def bare(self) -> bool:
        """Whether no item stands under the last heading yet."""
        if self.topic is None or self.item is not None:
            return False
        number = self.sub.number if self.sub else None
        return not any(bullet.subsection == number for _, bullet in self.topic.items[-1:])

    @property
    def at_heading(self) -> bool:
        """Whether nothing stands under the last heading of any kind, not even an open item."""
        return self.item is None and self.headed == self.count

    def leave_heading(self) -> None:
        """A heading with a time of its own and nothing below but fields is a commitment itself."""
        self.close()
        place = self.sub or self.topic
        if self.topic is None or place is None or not place.time or not self.bare:
            return
        self.add(place.title, place.field_lines, 0, {"body": place.title, "time": place.time})

    def leave_prose(self) -> None:
        """Paragraphs beside a list of commitments are what is said of it."""
        for topic in self.topics.values():
            for lines in topic.drop_prose():
                self.leave(lines, PROSE)

    def leave(self, lines: Sequence[Line], reason: str, **facts: int) -> None:
        """Put lines among the leftovers."""
        self.leftovers.extend(
            Leftover(line.number, line.raw.strip(), reason, facts) for line in lines
        )
