"""Lines to topics: one pass, each line given to the first reading that accepts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spaceplan.source.read import marks
from spaceplan.source.read.furniture import CONTENTS, DATE, HEADER, LABEL, TITLE, find_furniture
from spaceplan.source.read.headings import ABOVE, PART, TOPIC, find_headings
from spaceplan.source.read.item import BULLET, PARAGRAPH, QUESTION, Item, ended, glue, unbalanced
from spaceplan.source.read.lines import DocumentError, Line, fold_line
from spaceplan.source.read.marks import GOAL, PLAN, RESULT
from spaceplan.source.read.open_topic import OpenSubsection, OpenTopic
from spaceplan.source.read.parts import Bullet, Document, Leftover, Question
from spaceplan.source.read.text import has_repeat_mark, squeeze

MAX_BULLETS = 20_000
MAX_SUBSECTIONS = 200
# A heading's line this long (in characters) was wrapped: what follows belongs to it.
_WRAPPED_HEADING = 28
# So many lines are looked ahead to see whether charts or a section follow.
_LOOK_AHEAD = 6
# A jump in topic numbers beyond this is a number in the text, not a heading.
_NUMBER_JUMP = 20
_NOT_READ = "not-read"
_BEFORE = "before"
NUMBER_TAKEN = "number-taken"
OVER_NESTED = "over-nested"
# An item without a stop that says no more than what it is about.
_LONGEST_NAME = 40
_TELLING = re.compile("[0-9年月]|[うくすつぬぶむる]$|(?:まで|中|内|予定)(?:に)?$")
ABOVE_TOPICS = "above-topics"
# A title does not run on beyond this, whatever bracket is left open.
_LONGEST_TITLE = 300
# What a title says of itself, the most telling first; any line but 資料3.
_TITLES = (
    re.compile("^(?!#).*工程表"),
    re.compile("^(?!#).*(?:ロードマップ|行程表|アクションプラン|行動計画|計画|プログラム|戦略)"),
    re.compile("^(?!(?:資料|別紙|別添|参考)[0-9]*$|[0-9]+$)"),
)
# A line with the date of the document says little else.
_DATE_LINE = 40

_NUMERAL = "(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
_YEAR = rf"(?:(?:令和|平成)\s?{_NUMERAL}|[0-9]{{4}}|[〇一二三四五六七八九]{{4}})"
_MONTH = rf"{_YEAR}\s?年\s?{_NUMERAL}\s?月"
_DATE = re.compile(rf"{_MONTH}\s?{_NUMERAL}\s?日|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
_MONTH_ALONE = re.compile(_MONTH)
_REVISION = re.compile(rf"({_YEAR}\s?年度)\s?改[訂定]")
_FISCAL = re.compile(rf"{_YEAR}\s?年度|(?<![A-Za-z0-9])R[0-9]{{1,2}}(?![0-9A-Za-z])")
# Glyphs that also stand inside words.
_DASHES = "・-–—−·*"
# Stands for the numbers of a list, which are alike though each is another.
_ENTRY = "1"
_UNSEEN = "\ufeff\u200b\u2060\u00ad"


class Reader:
    """Goes through the lines once; ``item`` is what is open, ``topic`` and ``sub`` where."""

    def __init__(self, lines: Sequence[Line], name: str) -> None:
        self.lines = lines
        self.name = name
        self.headings = find_headings(lines)
        self.heads = self.headings.heads
        self.furniture = find_furniture(lines, self.heads)
        self.topics: dict[int, OpenTopic] = {}
        self.topic: OpenTopic | None = None
        self.sub: OpenSubsection | None = None
        self.section = ""
        self.subhead = ""
        self.item: Item | None = None
        self.title_open = False
        self.labels_until_section = False
        self.outer_glyph = ""
        self.outer_indent = 0
        self.leftovers: list[Leftover] = []
        # The words of the charts since the last heading, and those of each topic's page.
        self.loose: list[str] = []
        self.chart_words: dict[tuple[int, int | None], list[str]] = {}
        self.head: list[Line] = []
        self.count = 0
        self.paged = False
        self.plans_from = ""
        widths = sorted(len(line.text) for line in lines if len(line.text) > 20)
        self.full_width = widths[len(widths) * 9 // 10] * 9 // 10 if widths else 0

    def read(self) -> Document:
        """The document, every line given its place."""
        for index, line in enumerate(self.lines):
            reason = self.furniture.get(index)
            if self.topic is None and reason in (LABEL, CONTENTS, HEADER):
                self.head.append(line)
            if reason is None:
                self.take(index, line)
            else:
                if reason in (LABEL, CONTENTS):
                    self.title_open = False
                if reason in (LABEL, HEADER):
                    self.loose.append(line.text)
                self.leave([line], reason)
        self.close()
        self.leftovers.sort(key=lambda leftover: leftover.line)
        title, day = self.title(), self.date_hint()
        self.know_head(title, day)
        return Document(
            self.name,
            title,
            day,
            self.plans_from,
            tuple(topic.freeze(self.paged) for topic in self.topics.values()),
            tuple(self.leftovers),
            {place: tuple(words) for place, words in self.chart_words.items()},
        )

    def know_charts(self) -> None:
        """The loose words so far are those of the page whose section begins."""
        if self.topic is not None and self.loose:
            place = (self.topic.number, self.sub.number if self.sub else None)
            self.chart_words.setdefault(place, []).extend(self.loose)
        self.loose = []

    def take(self, index: int, line: Line) -> None:
        """Give one line to the first reading that accepts it."""
        readings = (
            self.take_found,
            self.take_charts,
            self.take_heading,
            self.take_section,
            self.take_title_rest,
            self.take_subsection,
            self.take_subhead,
            self.take_question,
            self.take_bullet,
            self.take_text,
        )
        for reading in readings:
            if reading(index, line):
                return
        self.leave([line], _BEFORE if self.topic is None else _NOT_READ)

    # Headings and what stands in them

    def take_found(self, index: int, line: Line) -> bool:
        """What the numbers of the whole document say that this line heads."""
        found = self.headings.found.get(index)
        if found is None:
            return False
        if found.role == TOPIC:
            heading = marks.titled(found.number, found.title)
            known = self.topics.get(found.number)
            if known and squeeze(known.title).startswith(squeeze(heading.title)[:12]):
                self.enter_again(known, heading, index)
            else:
                self.enter(replace(heading, number=self.free_number(heading, line)), line, index)
            return True
        if found.role == ABOVE:
            self.close()
            self.leave([line], ABOVE_TOPICS)
            self.title_open = False
            return True
        if self.topic is None or self.labels_until_section:
            return False
        if found.role == PART:
            self.begin_subsection(found.mark, found.title, line)
            if marks.section(found.title) is not None:
                self.begin_section(found.title)
            return True
        self.close()
        raw = line.raw.strip().lstrip(_UNSEEN)
        # The number leads the item; it is no wording, and changes when another goes before it.
        words = _behind(raw, found.mark)
        self.item = Item(BULLET, [line], [words], _ENTRY, self.level_of(_ENTRY, line))
        return True

    def take_charts(self, index: int, line: Line) -> bool:
        """【工程表 …】, with the section that may follow on the same line."""
        if self.topic is None or not line.text.startswith(("【", "(", "[", "〔")):
            return False
        read = marks.charts(line.text)
        if read is None or (self.unfinished() and not line.text.startswith("【")):
            return False
        numbers, rest = read
        if rest and marks.section(rest) is None:
            return False
        self.close()
        self.title_open = False
        owner = self.sub.charts if self.sub else self.topic.charts
        owner.extend(number for number in numbers if number not in owner)
        if rest:
            self.begin_section(rest)
        return True

    def begin_section(self, text: str) -> None:
        """What comes from here on are plans, results or goals."""
        self.know_charts()
        self.section = marks.section(text) or PLAN
        if self.section == PLAN and not self.plans_from:
            self.plans_from = marks.section_time(text)

    def take_heading(self, index: int, line: Line) -> bool:
        """A numbered heading: a new topic, or one seen in the contents or on an earlier page."""
        if not self.headings.plain:
            return False
        heading = marks.heading(line.text)
        confirmed = False
        if heading is None:
            heading = marks.bare_heading(line.text)
            if heading is None or self.unfinished() or not self.announces(index):
                return False
            confirmed = True
        number = self.true_number(index, heading)
        if number != heading.number:
            self.give_back(self.lines[index - 1])
        known = self.topics.get(number)
        title = squeeze(heading.title)
        if known and title and squeeze(known.title).startswith(title[:12]):
            self.enter_again(known, heading, index)
            return True
        last = self.topic.number if self.topic else 0
        plausible = last < number <= last + _NUMBER_JUMP and number > 0
        if index in self.headings.sure and number == last + 1 and "。" not in title:
            confirmed = True
        if not plausible or self.unfinished() or "。" in title:
            confirmed = confirmed or self.announces(index)
            if not confirmed:
                return False
        number = self.free_number(replace(heading, number=number), line)
        self.enter(replace(heading, number=number), line, index)
        return True

    def free_number(self, heading: marks.Heading, line: Line) -> int:
        """The number of a new topic: its own, or the next free one where another has that."""
        known = self.topics.get(heading.number)
        if known is None:
            return heading.number
        if known.empty:
            self.leave(known.heading_lines, CONTENTS)
            del self.topics[heading.number]
            return heading.number
        number = max(self.topics) + 1
        self.leave([line], NUMBER_TAKEN, number=heading.number, read=number)
        return number

    def enter(self, heading: marks.Heading, line: Line, index: int) -> None:
        """Begin a topic."""
        self.close()
        self.topic = OpenTopic(heading.number, heading.title, line.number, heading_lines=[line])
        self.topics[heading.number] = self.topic
        self.sub = None
        self.begin_pages(heading, line)
        self.after_heading(index, heading.title, bool(heading.pages))

    def enter_again(self, known: OpenTopic, heading: marks.Heading, index: int) -> None:
        """The heading of a topic that was seen: in the contents, or on an earlier page."""
        line = self.lines[index]
        self.close()
        if known.empty and not known.subs:
            self.leave(known.heading_lines, CONTENTS)
            known.line = line.number
            known.title = heading.title
            known.heading_lines = [line]
            del self.topics[known.number]
            self.topics[known.number] = known
        self.topic = known
        self.sub = None
        self.begin_pages(heading, line)
        self.after_heading(index, heading.title, bool(heading.pages))

    def begin_pages(self, heading: marks.Heading, line: Line) -> None:
        """``…②、③``: a page of a later revision stands as a subsection with its charts."""
        self.section = ""
        self.subhead = ""
        self.outer_glyph = ""
        topic = self.topic
        pages = marks.page_numbers(heading.pages)
        if not pages or topic is None:
            return
        for sub in topic.subs:
            if sub.mark == heading.pages:
                self.sub = sub
                return
        self.paged = True
        charts = [f"{topic.number}-{page}" for page in pages]
        taken = {sub.number for sub in topic.subs}
        number = pages[0] if pages[0] not in taken else max(taken) + 1
        self.sub = OpenSubsection(number, heading.pages, "", line.number, charts, titled=False)
        topic.subs.append(self.sub)

    def after_heading(self, index: int, title: str, paged: bool) -> None:
        """Whether the title goes on in the next line, and whether a chart stands below it."""
        self.title_open = not paged and (
            not title or unbalanced(title) or len(title) >= _WRAPPED_HEADING
        )
        self.labels_until_section = self.section_follows(index)

    def true_number(self, index: int, heading: marks.Heading) -> int:
        """A number split over two lines (``1`` / ``1．題``) is one number."""
        if index and heading.number < 10 and self.topic:
            before = self.lines[index - 1].text
            whole = int(before + str(heading.number)) if before in ("1", "2", "3") else 0
            if whole and self.topic.number < whole <= self.topic.number + 2:
                return whole
        return heading.number

    def give_back(self, line: Line) -> None:
        """Take a line, the first digit of a heading, back out of the open item."""
        if self.item and self.item.lines[-1] is line:
            self.item.lines.pop()
            self.item.pieces.pop()
            if not self.item.lines:
                self.item = None

    def announces(self, index: int) -> bool:
        """Whether charts or a section follow within a few lines, before any bullet."""
        for line in self.following(index, _LOOK_AHEAD):
            if marks.charts(line.text) is not None or marks.section(line.text) is not None:
                return True
            if marks.bullet(line.text) is not None or marks.heading(line.text) is not None:
                return False
        return False

    def section_follows(self, index: int) -> bool:
        """Whether a chart's loose words stand between a heading and its first section."""
        for line in self.following(index, 400):
            if marks.section(line.text) is not None:
                return True
            if marks.charts(line.text) is not None or marks.heading(line.text) is not None:
                return False
            if marks.bullet(line.text) is not None and len(line.text) > 20:
                return False
        return False

    def following(self, index: int, most: int) -> Iterator[Line]:
        """The text lines among the ``most`` lines after ``index``, up to the next heading."""
        for later in range(index + 1, min(index + 1 + most, len(self.lines))):
            if later in self.heads:
                return
            if later not in self.furniture:
                yield self.lines[later]

    def take_title_rest(self, index: int, line: Line) -> bool:
        """The rest of a title that runs over several lines."""
        if not self.title_open or self.topic is None:
            return False
        if marks.question(line.text) is not None:
            self.title_open = False
            return False
        target = self.sub or self.topic
        starts_item = marks.bullet(line.text) is not None and (
            not unbalanced(target.title) or line.text[1:2].isspace()
        )
        if (starts_item and target.title) or len(target.title) > _LONGEST_TITLE:
            self.title_open = False
            return False
        target.title += glue(target.title, line.text) + line.text
        if isinstance(target, OpenTopic):
            target.heading_lines.append(line)
        self.title_open = unbalanced(target.title) or len(line.text) >= _WRAPPED_HEADING
        return True

    def take_section(self, index: int, line: Line) -> bool:
        """The heading of a section of plans, results or goals."""
        if self.topic is None or marks.section(line.text) is None or self.unfinished():
            return False
        self.close()
        self.title_open = False
        self.labels_until_section = False
        self.begin_section(line.text)
        self.subhead = ""
        self.outer_glyph = ""
        return True

    def take_subsection(self, index: int, line: Line) -> bool:
        """①②③ with a title."""
        read = marks.subsection(line.text)
        if read is None or self.topic is None or "。" in line.text:
            return False
        mark, title = read
        if len(title) > 60 or (self.unfinished() and not self.announces(index)):
            return False
        self.begin_subsection(mark, title, line)
        return True

    def begin_subsection(self, mark: str, title: str, line: Line) -> None:
        """Open a subsection of the current topic."""
        assert self.topic is not None
        self.close()
        if len(self.topic.subs) >= MAX_SUBSECTIONS:
            raise DocumentError(
                "source.too-many-subsections",
                name=self.name,
                topic=self.topic.number,
                most=MAX_SUBSECTIONS,
            )
        number = max((sub.number for sub in self.topic.subs), default=0) + 1
        self.sub = OpenSubsection(number, mark, title, line.number)
        self.topic.subs.append(self.sub)
        self.subhead = ""
        self.outer_glyph = ""
        self.title_open = unbalanced(title)

    def take_subhead(self, index: int, line: Line) -> bool:
        """【…】 alone on its line."""
        title = marks.subhead(line.text)
        if title is None or self.topic is None or self.unfinished():
            return False
        self.close()
        self.subhead = title
        sub = self.sub
        if sub is None or sub.titled or len(sub.title) > _LONGEST_TITLE:
            return True
        if title not in sub.title.split("／"):
            sub.title = f"{sub.title}／{title}" if sub.title else title
        return True

    # Items

    def take_question(self, index: int, line: Line) -> bool:
        """⇒ and a point to discuss."""
        text = marks.question(line.text)
        if text is None or self.topic is None:
            return False
        self.close()
        self.item = Item(QUESTION, [line], [text])
        return True

    def take_bullet(self, index: int, line: Line) -> bool:
        """A glyph, and the words behind it or on the next line."""
        read = marks.bullet(line.text)
        if read is None or self.topic is None:
            return False
        glyph, _ = read
        if self.is_wrapped(glyph, line):
            return False
        level = self.level_of(glyph, line)
        if level and self.heads_nested():
            assert self.item is not None
            self.subhead = self.item.text()
            self.leave(self.item.lines, OVER_NESTED)
            self.item = None
        self.close()
        raw = line.raw.strip().lstrip(_UNSEEN)[1:].strip()
        self.item = Item(BULLET, [line], [raw], glyph, level, spaced=_spaced(line))
        return True

    def is_wrapped(self, glyph: str, line: Line) -> bool:
        """Whether a dash or middle dot stands at the line's head because the line was wrapped."""
        item = self.item
        if item is None or item.kind != BULLET or glyph not in _DASHES or not self.unfinished():
            return False
        if _spaced(line) or len(line.text) == 1:
            return False
        if glyph != item.glyph and self.indented(line, item):
            return False
        if glyph == item.glyph:
            # Where bullets have a space behind them, one without (ALOS / -3) is none.
            return item.spaced
        return self.outer_glyph != glyph

    def heads_nested(self) -> bool:
        """Whether the open item only names what is nested in it: short, no sentence, no time."""
        item = self.item
        if item is None or item.kind != BULLET or item.level or ended(item):
            return False
        text = item.text()
        return len(text) <= _LONGEST_NAME and not _TELLING.search(fold_line(text))

    def indented(self, line: Line, item: Item) -> bool:
        """Whether a line stands deeper than an item that had room to spare, or never wrapped."""
        last = item.lines[-1]
        if line.indent > last.indent and len(last.text) < 0.8 * self.full_width:
            return True
        # A hyphen before a digit or a letter belongs to a name: ALOS / -3.
        named = line.text[1:2].isascii()
        return len(item.lines) == 1 and line.indent >= last.indent + 2 and not named

    def level_of(self, glyph: str, line: Line) -> int:
        """0 for an item, 1 for one nested in another: another glyph than the section's first."""
        if not self.outer_glyph:
            self.outer_glyph = glyph
            self.outer_indent = line.indent
            return 0
        if glyph == self.outer_glyph:
            return 1 if line.indent >= self.outer_indent + 2 else 0
        return 1

    def take_text(self, index: int, line: Line) -> bool:
        """A plain line: it goes on with the open item or begins a paragraph."""
        if self.topic is None:
            self.head.append(line)
            self.leave([line], _BEFORE)
            return True
        if self.labels_until_section:
            self.leave([line], LABEL)
            self.loose.append(line.text)
            return True
        if marks.is_note(line.text) and not self.unfinished():
            self.close()
            self.leave([line], "note")
            return True
        if self.continues(line):
            assert self.item is not None
            self.item.lines.append(line)
            self.item.pieces.append(line.raw.strip())
            return True
        self.close()
        if self.is_untitled_subsection(index, line):
            self.begin_subsection("", line.text, line)
            return True
        self.item = Item(PARAGRAPH, [line], [line.raw.strip()])
        return True

    def is_untitled_subsection(self, index: int, line: Line) -> bool:
        """Whether a short line stands right before a line of charts."""
        if line.text.endswith("。") or len(line.text) > 60:
            return False
        following = next(self.following(index, _LOOK_AHEAD), None)
        return following is not None and marks.charts(following.text) is not None

    def unfinished(self) -> bool:
        """Whether the open item's sentence has not ended."""
        return self.item is not None and not ended(self.item)

    def continues(self, line: Line) -> bool:
        """Whether a plain line goes on with the open item."""
        item = self.item
        if item is None:
            return False
        if not ended(item) or squeeze(line.text) in ("(再掲)", "【再掲】", "[再掲]"):
            return True
        if item.kind == QUESTION or not marks.begins_as_continuation(line.text):
            return False
        # After a whole sentence only a line that leans on it goes on; in paragraphs without
        # bullets, only where the line before was filled to the edge.
        return item.kind == BULLET or len(item.lines[-1].text) >= self.full_width

    def close(self) -> None:
        """Give the open item to its topic."""
        item, self.item = self.item, None
        topic = self.topic
        if item is None or topic is None:
            return
        text = item.text()
        line = item.lines[0].number
        if item.kind == QUESTION:
            owner = self.sub.questions if self.sub else topic.questions
            owner.append(Question(text, line))
            return
        if not text or (item.kind == PARAGRAPH and not ended(item)):
            self.leave(item.lines, _NOT_READ)
            return
        if self.section == GOAL:
            self.leave(item.lines, "goal")
            return
        self.count += 1
        if self.count > MAX_BULLETS:
            raise DocumentError("source.too-many-bullets", name=self.name, most=MAX_BULLETS)
        section = self.section or PLAN
        owner_list = topic.results if section == RESULT else topic.bullets
        owner_list.append(
            Bullet(
                topic.number,
                self.sub.number if self.sub else None,
                len(owner_list) + 1,
                text,
                tuple(part.raw for part in item.lines),
                line,
                has_repeat_mark(text),
                section,
                self.subhead,
                item.level,
            )
        )

    def leave(self, lines: Sequence[Line], reason: str, **facts: int) -> None:
        """Put lines among the leftovers."""
        self.leftovers.extend(
            Leftover(line.number, line.raw.strip(), reason, facts) for line in lines
        )

    # What the head of the document says

    def title(self) -> str:
        """The first line before the topics that names a roadmap, or the first of all."""
        for names in _TITLES:
            for line in self.head:
                if names.search(line.text) and len(line.text) < 100:
                    return line.raw.strip()
        return self.head[0].raw.strip()[:100] if self.head else ""

    def know_head(self, title: str, day: str) -> None:
        """The lines that the title and the date were taken from are not unread."""
        for index, left in enumerate(self.leftovers):
            if left.reason != _BEFORE:
                continue
            if left.text == title:
                self.leftovers[index] = replace(left, reason=TITLE)
            elif day and len(left.text) <= _DATE_LINE and day in fold_line(left.text):
                self.leftovers[index] = replace(left, reason=DATE)

    def date_hint(self) -> str:
        """The first full date before the topics, else the fiscal year of the revision, else a
        month, else a fiscal year in the title."""
        text = "\n".join(line.text[:200] for line in self.head[:60])
        found = _DATE.search(text)
        if found:
            return found.group()
        revision = _REVISION.search(text)
        if revision:
            return revision.group(1)
        found = _MONTH_ALONE.search(text) or _FISCAL.search(fold_line(self.title()))
        return found.group() if found else ""


def _behind(raw: str, mark: str) -> str:
    """The words of a line behind its mark, which is folded; the line is as it stands."""
    for length in range(1, min(len(raw), 4 * len(mark) + 8) + 1):
        if fold_line(raw[:length]).strip() == mark:
            return raw[length:].strip()
    return raw


def _spaced(line: Line) -> bool:
    """Whether a space stands behind the line's first character."""
    return line.text[1:2].isspace()
