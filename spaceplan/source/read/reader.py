"""Reading a roadmap document: numbered topics, their charts, subsections, bullets, questions.

Two shapes of one genre are read, also mixed. In the older one a topic is a heading, a line of
charts and bullets. In later revisions a page is a chart (whose labels come out as loose words),
a section of results and a section of plans, in paragraphs with or without bullets.

Lines become topics in one pass, each line given to the first reading that accepts it. None is
dropped in silence: what is neither a heading, a bullet nor a question is a leftover with its line
and the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from spaceplan.source.read import marks
from spaceplan.source.read.furniture import CONTENTS, HEADER, LABEL
from spaceplan.source.read.head import know_head, read_date, read_first, read_period, read_title
from spaceplan.source.read.laid_out import part_cells
from spaceplan.source.read.lines import Line, split_lines
from spaceplan.source.read.lone_marks import with_marks
from spaceplan.source.read.open_topic import OpenTopic
from spaceplan.source.read.parts import Document
from spaceplan.source.read.progress import BEFORE, NOT_READ, Progress
from spaceplan.source.read.tables import is_row
from spaceplan.source.read.take_headings import (
    begin_subsection,
    enter_above,
    number_front,
    take_charts,
    take_field,
    take_found,
    take_heading,
    take_section,
    take_subhead,
    take_subsection,
    take_title_rest,
)
from spaceplan.source.read.take_items import (
    is_untitled_subsection,
    take_bullet,
    take_question,
    take_table,
    take_text,
)

# So many items of so many characters are a list of commitments without a heading.
_LISTED, _SHORT = 2, 8


def _take_untitled(on: Progress, index: int, line: Line) -> bool:
    """A short line right before a line of charts heads a subsection without a mark."""
    if not is_untitled_subsection(on, index, line):
        return False
    begin_subsection(on, "", line.text, line)
    return True


def _take_above(on: Progress, index: int, line: Line) -> bool:
    """An item under a heading over the topics makes that one too; it takes no line."""
    if marks.bullet(line.text) is not None or is_row(line.text):
        enter_above(on, index)
    return False


_READINGS: tuple[Callable[[Progress, int, Line], bool], ...] = (
    take_found,
    _take_above,
    take_table,
    take_charts,
    take_heading,
    take_section,
    take_field,
    take_title_rest,
    take_subsection,
    take_subhead,
    take_question,
    take_bullet,
    _take_untitled,
    take_text,
)


def read_document(text: str, name: str) -> Document:
    """Read a document's text; ``name`` is how messages call it.

    A list without any heading is one topic, called as the document is. Any other text without
    topics is a Document without topics, all of it in the leftovers.

    Raises:
        DocumentError: the text is binary, too long, or holds more than ``MAX_BULLETS`` items.
    """
    lines = part_cells(with_marks(split_lines(text, name)))
    found = _read(Progress(lines, name))
    if found.topics or sum(map(_is_listed, lines)) < _LISTED:
        return found
    before = takewhile(lambda line: not _is_listed(line), lines)
    title = found.title if any(before) else Path(name).stem
    on = Progress(lines, name)
    on.topic = on.topics[1] = OpenTopic(1, title.lstrip("# "), lines[0].number)
    whole = _read(on)
    return replace(
        whole,
        title=title,
        date_hint=found.date_hint,
        plans_from=whole.plans_from or found.plans_from,
    )


def _is_listed(line: Line) -> bool:
    """Whether a line begins an item of a list, or is a row of a table."""
    sign = marks.bullet(line.text)
    return (sign is not None and len(sign[1]) > _SHORT) or is_row(line.text)


def _read(on: Progress) -> Document:
    for index, line in enumerate(on.lines):
        reason = on.furniture.get(index)
        if on.topic is None and reason in (LABEL, CONTENTS, HEADER):
            on.head.append(line)
        if reason is None:
            _take(on, index, line)
            continue
        if reason in (LABEL, CONTENTS):
            on.title_open = False
        if reason in (LABEL, HEADER):
            on.loose.append(line.text)
        on.leave([line], reason)
    on.leave_heading()
    on.leave_prose()
    number_front(on)
    on.leftovers.sort(key=lambda leftover: leftover.line)
    title = read_title(on.head)
    day, words = read_date(on.head, title)
    know_head(on.leftovers, title, words)
    return Document(
        on.name,
        title,
        day,
        read_first(on.head) or on.plans_from or read_period(on.head, title),
        tuple(topic.freeze(on.paged) for topic in on.topics.values()),
        tuple(on.leftovers),
        {place: tuple(said) for place, said in on.chart_words.items()},
    )


def _take(on: Progress, index: int, line: Line) -> None:
    for reading in _READINGS:
        if reading(on, index, line):
            return
    on.leave([line], BEFORE if on.topic is None else NOT_READ)
