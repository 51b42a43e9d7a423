"""Lines that head something: topics, their pages, charts, sections, subsections, 【…】."""

from __future__ import annotations

import re
from dataclasses import replace

from spaceplan.source.read import marks
from spaceplan.source.read.bodies import labelled
from spaceplan.source.read.fields import OWNER, SUPPORT, TIME, field_line
from spaceplan.source.read.furniture import CONTENTS
from spaceplan.source.read.headings import ABOVE, PART, TOPIC, Found, heading_level
from spaceplan.source.read.item import QUESTION, glue, unbalanced
from spaceplan.source.read.lines import DocumentError, Line, fold_line
from spaceplan.source.read.markdown import plain
from spaceplan.source.read.open_topic import OpenSubsection, OpenTopic
from spaceplan.source.read.progress import ABOVE_TOPICS, NUMBER_TAKEN, Progress
from spaceplan.source.read.reports import is_report
from spaceplan.source.read.section_words import RESULT, section_time
from spaceplan.source.read.take_items import ENTRY, UNSEEN, begin_bullet
from spaceplan.source.read.text import has_japanese, is_latin, squeeze

MAX_SUBSECTIONS = 200
# The number of what stands before the first topic, until the last has its own.
FRONT = 0
# A heading's line this long (in characters) was wrapped: what follows belongs to it. Latin
# letters are narrower, and wrap where the lines of the document do.
_WRAPPED_HEADING = 28
_WRAPPED_LATIN = 60
# A title does not run on beyond this, whatever bracket is left open.
_LONGEST_TITLE = 300
# A jump in topic numbers beyond this is a number in the text, not a heading.
_NUMBER_JUMP = 20
_PARTICLE = re.compile("[をにはがのでとへ、。]")


def take_found(on: Progress, index: int, line: Line) -> bool:
    """What the numbers of the whole document say that this line heads."""
    found = on.headings.found.get(index)
    if found is None:
        return False
    if found.role == TOPIC:
        heading = marks.titled(found.number, found.title)
        known = on.topics.get(found.number)
        if known and squeeze(known.title).startswith(squeeze(heading.title)[:12]):
            _enter_again(on, known, heading, index)
        else:
            enter(on, replace(heading, number=_free_number(on, heading, line)), index)
        if marks.section(found.title) is not None:
            on.begin_section(found.title)
        return True
    if found.role == ABOVE:
        on.leave_heading()
        on.leave([line], ABOVE_TOPICS)
        on.title_open = False
        on.forget_place()
        if not on.topics:
            on.head.append(line)
        if on.topic and on.topic.number == FRONT:
            on.topic = None
        if on.markdown:
            on.topic = None
            last = max((f.number for f in on.headings.found.values() if f.role == TOPIC), default=0)
            on.above = marks.Heading(max(last, *on.topics, 0) + 1, found.title)
        return True
    if on.topic is None or on.labels_until_section:
        return False
    if found.role == PART:
        _take_part(on, found, line)
        return True
    # The number leads the item; it is no wording, and changes when another goes before it.
    begin_bullet(on, ENTRY, line, _behind(line.raw.strip().lstrip(UNSEEN), found.mark))
    return True


def _take_part(on: Progress, found: Found, line: Line) -> None:
    """A numbered heading below a topic: a subsection, or a section where it says so."""
    section = marks.section(found.title)
    if section is None:
        on.end_section(found.style, found.level)
    if section is None or not on.markdown:
        begin_subsection(on, found.mark, found.title, line)
    if section is not None:
        on.begin_section(found.title, found.style, found.level)


def take_charts(on: Progress, index: int, line: Line) -> bool:
    """【工程表 …】, with the section that may follow on the same line."""
    if on.topic is None or not line.text.startswith(("【", "(", "[", "〔")):
        return False
    read = marks.charts(line.text)
    if read is None or (on.unfinished() and not line.text.startswith("【")):
        return False
    numbers, rest = read
    if rest and marks.section(rest) is None:
        return False
    on.close()
    on.title_open = False
    owner = on.sub.charts if on.sub else on.topic.charts
    owner.extend(number for number in numbers if number not in owner)
    if rest:
        on.begin_section(rest)
    return True


def take_heading(on: Progress, index: int, line: Line) -> bool:
    """A numbered heading: a new topic, or one seen in the contents or on an earlier page."""
    if not on.headings.plain:
        return False
    heading = marks.heading(line.text)
    confirmed = False
    if heading is None:
        heading = marks.bare_heading(line.text)
        if heading is None or on.unfinished() or not on.announces(index):
            return False
        confirmed = True
    number = _true_number(on, index, heading)
    if number != heading.number:
        _give_back(on, on.lines[index - 1])
    if number < 1:
        return False
    known = on.topics.get(number)
    title = squeeze(heading.title)
    if known and title and squeeze(known.title).startswith(title[:12]):
        _enter_again(on, known, heading, index)
        return True
    last = on.topic.number if on.topic else 0
    plausible = last < number <= last + _NUMBER_JUMP and number > 0
    if index in on.headings.sure and number == last + 1 and "。" not in title:
        confirmed = True
    if not plausible or on.unfinished() or "。" in title:
        confirmed = confirmed or on.announces(index)
        if not confirmed:
            return False
    number = _free_number(on, replace(heading, number=number), line)
    enter(on, replace(heading, number=number), index)
    if marks.section(heading.title) is not None:
        on.begin_section(heading.title)
    return True


def _free_number(on: Progress, heading: marks.Heading, line: Line) -> int:
    """The number of a new topic: its own, or the next free one where another has that."""
    known = on.topics.get(heading.number)
    if known is None:
        return heading.number
    if known.empty:
        on.leave(known.heading_lines, CONTENTS)
        del on.topics[heading.number]
        return heading.number
    number = max(on.topics) + 1
    on.leave([line], NUMBER_TAKEN, number=heading.number, read=number)
    return number


def enter(on: Progress, heading: marks.Heading, index: int) -> None:
    """Begin a topic."""
    line = on.lines[index]
    on.leave_heading()
    title, lead = marks.lead_behind(heading.title)
    on.topic = OpenTopic(heading.number, title, line.number, heading_lines=[line], lead=lead)
    on.topics[heading.number] = on.topic
    on.sub = None
    on.above = None
    _begin_pages(on, heading, line, again=False)
    _after_heading(on, index, heading.title, bool(heading.pages))


def enter_above(on: Progress, index: int) -> None:
    """A heading over the topics has items of its own: it is a topic too."""
    if on.above is not None and on.topic is None:
        enter(on, on.above, index)
        on.title_open = False


def _enter_again(on: Progress, known: OpenTopic, heading: marks.Heading, index: int) -> None:
    """The heading of a topic that was seen: in the contents, or on an earlier page."""
    line = on.lines[index]
    on.leave_heading()
    if known.empty and not known.subs:
        on.leave(known.heading_lines, CONTENTS)
        known.line = line.number
        known.title, known.lead = marks.lead_behind(heading.title)
        known.heading_lines = [line]
        del on.topics[known.number]
        on.topics[known.number] = known
    same = on.topic is known and (on.sub.mark if on.sub else "") == heading.pages
    on.topic = known
    on.sub = None
    _begin_pages(on, heading, line, again=same)
    _after_heading(on, index, heading.title, bool(heading.pages))


def _begin_pages(on: Progress, heading: marks.Heading, line: Line, again: bool) -> None:
    """``…②、③``: a page of a later revision stands as a subsection with its charts.

    A section goes on over a page break, where only the same heading stands again.
    """
    if not again:
        on.section = on.section_lead = ""
        on.section_number += 1
    on.forget_place()
    topic = on.topic
    pages = marks.page_numbers(heading.pages)
    if not pages or topic is None:
        return
    for sub in topic.subs:
        if sub.mark == heading.pages:
            on.sub = sub
            return
    on.paged = True
    charts = [f"{topic.number}-{page}" for page in pages]
    taken = {sub.number for sub in topic.subs}
    number = pages[0] if pages[0] not in taken else max(taken) + 1
    on.sub = OpenSubsection(number, heading.pages, "", line.number, charts, titled=False)
    topic.subs.append(on.sub)


def _after_heading(on: Progress, index: int, title: str, paged: bool) -> None:
    """Whether the title goes on in the next line, and whether a chart stands below it."""
    on.title_open = not paged and not on.markdown and _may_go_on(on, title, on.lines[index])
    on.labels_until_section = on.section_follows(index)


def _may_go_on(on: Progress, title: str, line: Line) -> bool:
    """Whether a title's line was wrapped."""
    if not title or unbalanced(title):
        return True
    if is_latin(title):
        return len(line.text) >= max(_WRAPPED_LATIN, on.full_width) and not line.blank_after
    return len(title) >= _WRAPPED_HEADING


def _true_number(on: Progress, index: int, heading: marks.Heading) -> int:
    """A number split over two lines (``1`` / ``1．題``) is one number."""
    if index and heading.number < 10 and on.topic:
        before = on.lines[index - 1].text
        whole = int(before + str(heading.number)) if before in ("1", "2", "3") else 0
        if whole and on.topic.number < whole <= on.topic.number + 2:
            return whole
    return heading.number


def _give_back(on: Progress, line: Line) -> None:
    """Take a line, the first digit of a heading, back out of the open item."""
    if on.item and on.item.lines[-1] is line:
        on.item.lines.pop()
        on.item.pieces.pop()
        if not on.item.lines:
            on.item = None


def take_title_rest(on: Progress, index: int, line: Line) -> bool:
    """The rest of a title that runs over several lines."""
    if not on.title_open or on.topic is None:
        return False
    if marks.question(line.text) is not None or marks.lead(line.text):
        on.title_open = False
        return False
    target = on.sub or on.topic
    starts_item = marks.bullet(line.text) is not None and (
        not unbalanced(target.title) or line.text[1:2].isspace()
    )
    if (starts_item and target.title) or len(target.title) > _LONGEST_TITLE:
        on.title_open = False
        return False
    target.title += glue(target.title, line.text) + line.text
    if isinstance(target, OpenTopic):
        target.heading_lines.append(line)
    on.title_open = unbalanced(target.title) or _may_go_on(on, line.text, line)
    if not on.title_open:
        target.title, target.lead = marks.lead_behind(target.title)
    return True


def take_field(on: Progress, index: int, line: Line) -> bool:
    """Who is responsible and when, below a heading or an item: 「（◎A省、B省）」, "Due: 2027"."""
    if on.topic is None:
        return False
    glyph = marks.bullet(line.text)
    own = glyph[1] if glyph else line.text
    field = field_line(own)
    if (field or is_report(own)) and on.item is not None and on.item.kind != QUESTION:
        on.item.lines.append(line)
        words = line.raw.strip().lstrip(UNSEEN)
        words = words[1:].strip() if glyph else words
        # The blank, which is no wording, tells where a field begins.
        blank = "\u3000" if has_japanese(words) else ""
        on.item.pieces.append(blank + (plain(words) if on.markdown else words))
        return True
    lead = "" if glyph else marks.lead(line.text)
    if not (lead or field) or not (on.bare or on.at_heading):
        return False
    on.title_open = False
    place = on.sub or on.topic
    place.field_lines.append(line)
    role, said = (OWNER, lead) if lead else field or ("", "")
    if role == OWNER and on.subhead:
        on.subhead_lead = said
    elif role == OWNER and not place.lead:
        place.lead = said
    elif role in (OWNER, SUPPORT):
        place.lead += f"/{said}" if labelled(said) else f"; supporting: {said}"
    elif role == TIME:
        place.time = said
    return True


def take_section(on: Progress, index: int, line: Line) -> bool:
    """The heading of a section of plans, results or goals; of results also before the topics."""
    section = marks.section(line.text)
    if section is None or not (on.topic or (section == RESULT and _begins_front(on, index, line))):
        return False
    if on.unfinished() and not _stands_alone(on, index, line):
        return False
    on.begin_section(line.text, level=heading_level(line.text))
    return True


def _begins_front(on: Progress, index: int, line: Line) -> bool:
    """Whether a list stands under a heading before the first topic: it is one, of its own
    number."""
    after = next(on.following(index, 1), None)
    numbered = on.headings.found or on.headings.sure
    if on.topics or not numbered or after is None or marks.bullet(after.text) is None:
        return False
    title = plain(line.text.strip("# ")) if on.markdown else line.text
    on.topic = on.topics[FRONT] = OpenTopic(FRONT, title, line.number, heading_lines=[line])
    on.above = None
    return True


def number_front(on: Progress) -> None:
    """What stood before the first topic takes the number behind the last."""
    front = on.topics.pop(FRONT, None)
    if front is not None:
        front.renumber(max(on.topics, default=0) + 1)
        on.topics[front.number] = front


def _stands_alone(on: Progress, index: int, line: Line) -> bool:
    """Whether a section's heading, which is framed or names its time, is no wrapped line of an
    open item that ends without a stop."""
    if marks.subhead(line.text):
        return True
    after = on.lines[index + 1].text if index + 1 < len(on.lines) else ""
    if not section_time(line.text) and not line.blank_before:
        return False
    return _PARTICLE.match(after) is None and marks.section(line.text) is not None


def take_subsection(on: Progress, index: int, line: Line) -> bool:
    """①②③ with a title."""
    read = marks.subsection(line.text)
    if read is None or on.topic is None or "。" in line.text:
        return False
    mark, title = read
    if len(title) > 60 or (on.unfinished() and not on.announces(index)):
        return False
    begin_subsection(on, mark, title, line)
    return True


def begin_subsection(on: Progress, mark: str, title: str, line: Line) -> None:
    """Open a subsection of the current topic."""
    assert on.topic is not None
    if on.sub:
        on.leave_heading()
    on.close()
    if len(on.topic.subs) >= MAX_SUBSECTIONS:
        raise DocumentError(
            "source.too-many-subsections",
            name=on.name,
            topic=on.topic.number,
            most=MAX_SUBSECTIONS,
        )
    number = max((sub.number for sub in on.topic.subs), default=0) + 1
    title, lead = marks.lead_behind(title)
    on.sub = OpenSubsection(number, mark, title, line.number, lead=lead)
    on.topic.subs.append(on.sub)
    on.forget_place()
    on.title_open = unbalanced(title)


def take_subhead(on: Progress, index: int, line: Line) -> bool:
    """【…】 alone on its line."""
    heading, lead = marks.lead_behind(line.text)
    title = marks.subhead(heading)
    if title is None or on.topic is None or on.unfinished():
        return False
    on.close()
    on.head_subhead(title)
    on.subhead_lead = lead or on.subhead_lead
    sub = on.sub
    if sub is None or sub.titled or len(sub.title) > _LONGEST_TITLE:
        return True
    if title not in sub.title.split("／"):
        sub.title = f"{sub.title}／{title}" if sub.title else title
    return True


def _behind(raw: str, mark: str) -> str:
    """The words of a line behind its mark, which is folded; the line is as it stands."""
    for length in range(1, min(len(raw), 4 * len(mark) + 8) + 1):
        if fold_line(raw[:length]).strip() == mark:
            return raw[length:].strip()
    return raw
