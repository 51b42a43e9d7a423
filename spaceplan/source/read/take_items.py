"""Lines of items: questions, bullets, rows of tables, and the text that goes on with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spaceplan.source.read import marks
from spaceplan.source.read.furniture import LABEL, is_page_number
from spaceplan.source.read.heading_styles import label_of
from spaceplan.source.read.item import BULLET, NOTE, PARAGRAPH, QUESTION, Item, ended, introduces
from spaceplan.source.read.lines import Line, fold_line
from spaceplan.source.read.markdown import is_rule, plain
from spaceplan.source.read.progress import BEFORE, NOT_READ, OVER_NESTED, TABLE, Progress
from spaceplan.source.read.section_words import RESULT
from spaceplan.source.read.tables import (
    STATUS,
    cells_of,
    is_row,
    names_columns,
    read_columns,
    report_in,
    row_cells,
    row_text,
    wording,
)
from spaceplan.source.read.text import is_latin, squeeze

# An item without a stop that says no more than what it is about.
_LONGEST_NAME = 40
# A heading without a number, behind a bullet.
_LONGEST_HEAD = 60
_TELLING = re.compile("[0-9年月]|[うくすつぬぶむる]$|(?:まで|中|内|予定)(?:に)?$")
# Glyphs that also stand inside words.
_DASHES = "・-–—−·*"
# Stands for the numbers of a list, which are alike though each is another.
ENTRY = "1"
UNSEEN = "\ufeff\u200b\u2060\u00ad"


def take_question(on: Progress, index: int, line: Line) -> bool:
    """⇒ and a point to discuss."""
    text = marks.question(line.text)
    if text is None or on.topic is None:
        return False
    on.close()
    on.item = Item(QUESTION, [line], [text])
    return True


def take_table(on: Progress, index: int, line: Line) -> bool:
    """A row of a table: a commitment, where the table has times and what is to be done."""
    row = is_row(line.text) and (on.markdown or on.columns or names_columns(cells_of(line.text)))
    if on.topic is None or not (row or (on.markdown and is_rule(line.text))):
        on.columns = None
        return False
    on.close()
    if is_rule(line.text):
        return True
    cells = cells_of(line.text)
    if line.text[:1] == "|" and on.columns and len(cells) == len(on.header) - 1:
        # Where rows have no bars at their edges, one that begins with a bar has an empty cell.
        cells = ("", *cells)
    after = on.lines[index + 1].text if index + 1 < len(on.lines) else ""
    if on.columns is None or is_rule(after) or cells == on.header:
        rows: list[tuple[str, ...]] = []
        for later in on.lines[index + 1 :]:
            if not is_row(later.text) and not is_rule(later.text):
                break
            if not is_rule(later.text):
                rows.append(cells_of(later.text))
        on.columns, on.header, on.row = read_columns(cells, rows), cells, {}
        on.leave([line], TABLE)
        return True
    held = on.row = row_cells(on.columns, cells, on.row)
    if len(cells) > 2 and sum(map(bool, cells)) == 1:
        # One cell in a row of several heads those below it.
        on.subhead = next(filter(None, cells))
        on.leave([line], TABLE)
        return True
    _take_row(on, line, cells, held)
    return True


def _take_row(on: Progress, line: Line, cells: Sequence[str], held: dict[str, str]) -> None:
    """A row that commits, with what it reports of it as a result of its own; or one that only
    reports."""
    assert on.columns is not None
    report = report_in(held)
    plan = cells if on.section == RESULT else wording(on.columns, cells, report)
    if on.columns.is_report and "body" in held and (report or on.section == RESULT):
        done = held.get(STATUS, "") or held["body"]
        on.add(row_text(cells), [line], 0, {"name": held["body"], "body": done}, RESULT)
    elif not on.columns.is_list or "body" not in held:
        on.leave([line], NOT_READ)
    elif report and on.section != RESULT:
        said = {role: cell for role, cell in held.items() if role != STATUS}
        on.add(row_text(plan), [line], 0, said)
        on.add(report, [line], 0, {"name": held["body"], "body": report}, RESULT)
    else:
        on.add(row_text(plan), [line], 0, held)


def take_bullet(on: Progress, index: int, line: Line) -> bool:
    """A glyph, and the words behind it or on the next line."""
    read = marks.bullet(line.text)
    if read is None or on.topic is None:
        return False
    glyph, _ = read
    if _is_wrapped(on, glyph, line) or (not on.markdown and marks.is_note(line.text)):
        return False
    raw = line.raw.strip().lstrip(UNSEEN)[1:].strip()
    begin_bullet(on, glyph, line, raw)
    return True


def begin_bullet(on: Progress, glyph: str, line: Line, raw: str) -> None:
    """Open an item behind a glyph or an entry's number; what is open may introduce or head it."""
    if on.item is not None and on.item.kind == NOTE:
        on.close()
    level = level_of(on, glyph, line)
    item = on.item
    if item is not None and introduces(item) and (item.kind == PARAGRAPH or level > item.level):
        on.item = None
        on.leave(item.lines, OVER_NESTED)
        on.intro, on.intro_level = item.text(), level
    elif item is not None and level and _heads_nested(item):
        on.item = None
        on.leave(item.lines, OVER_NESTED)
        on.head_subhead(item.text())
    elif item is not None and level > item.level and not on.intro and is_latin(item.text()):
        # What is nested in an item is part of it, and shares its time.
        on.close()
        on.intro, on.intro_level = item.text(), level
    on.close()
    if level < on.intro_level:
        on.intro = ""
    raw = raw[len(label_of(raw)) :]
    words = plain(raw) if on.markdown else raw
    on.item = Item(BULLET, [line], [words], glyph, level, spaced=_spaced(line))


def _is_wrapped(on: Progress, glyph: str, line: Line) -> bool:
    """Whether a dash or middle dot stands at the line's head because the line was wrapped."""
    item = on.item
    if item is None or item.kind != BULLET or glyph not in _DASHES or not on.unfinished():
        return False
    if _spaced(line) or len(line.text) == 1:
        return False
    if glyph != item.glyph and _indented(on, line, item):
        return False
    if glyph == item.glyph:
        # Where bullets have a space behind them, one without (ALOS / -3) is none.
        return item.spaced
    return on.outer_glyph != glyph


def _heads_nested(item: Item) -> bool:
    """Whether the open item only names what is nested in it: short, no sentence, no time."""
    if item.kind != BULLET or item.level or ended(item):
        return False
    text = item.text()
    return len(text) <= _LONGEST_NAME and not _TELLING.search(fold_line(text))


def _indented(on: Progress, line: Line, item: Item) -> bool:
    """Whether a line stands deeper than an item that had room to spare, or never wrapped."""
    last = item.lines[-1]
    if line.indent > last.indent and len(last.text) < 0.8 * on.full_width:
        return True
    # A hyphen before a digit or a letter belongs to a name: ALOS / -3.
    named = line.text[1:2].isascii()
    return len(item.lines) == 1 and line.indent >= last.indent + 2 and not named


def level_of(on: Progress, glyph: str, line: Line) -> int:
    """0 for an item, 1 for one nested in another: another glyph than the section's first."""
    if not on.outer_glyph:
        on.outer_glyph = glyph
        on.outer_indent = line.indent
        return 0
    if glyph == on.outer_glyph:
        return 1 if line.indent >= on.outer_indent + 2 else 0
    return 1


def take_text(on: Progress, index: int, line: Line) -> bool:
    """A plain line: it goes on with the open item or begins a paragraph."""
    if on.topic is None:
        on.head.append(line)
        on.leave([line], BEFORE)
        return True
    if on.labels_until_section:
        on.leave([line], LABEL)
        on.loose.append(line.text)
        return True
    if marks.is_note(line.text) and (not on.unfinished() or marks.begins_note(line.text)):
        on.close()
        on.item = Item(NOTE, [line], [line.raw.strip()])
        return True
    if _continues(on, line) and not _leads_on(on, index, line):
        assert on.item is not None
        on.outdents = on.outdents or line.indent < on.item.lines[0].indent
        on.item.lines.append(line)
        on.item.pieces.append(plain(line.raw) if on.markdown else line.raw.strip())
        return True
    on.close()
    on.item = Item(PARAGRAPH, [line], [plain(line.raw) if on.markdown else line.raw.strip()])
    return True


def is_untitled_subsection(on: Progress, index: int, line: Line) -> bool:
    """Whether a short line stands right before a line of charts."""
    if on.topic is None or line.text.endswith("。") or len(line.text) > 60 or on.unfinished():
        return False
    following = next(on.following(index, 6), None)
    return following is not None and marks.charts(following.text) is not None


def _continues(on: Progress, line: Line) -> bool:
    """Whether a plain line goes on with the open item."""
    item = on.item
    if item is None:
        return False
    if item.kind == NOTE:
        # A note goes on where its line was filled.
        filled = len(item.lines[-1].text) >= on.full_width > 0
        return filled and not ended(item) and not line.blank_before
    if line.blank_before and (on.markdown or (ended(item) and is_latin(item.text()))):
        # In Markdown and in Latin text a blank line ends a paragraph, but not what is indented.
        return item.kind == BULLET and line.indent > item.lines[0].indent
    if not ended(item) or squeeze(line.text) in ("(再掲)", "【再掲】", "[再掲]"):
        return True
    if item.kind == QUESTION or is_page_number(line.text):
        return False
    first = item.lines[0]
    if marks.begins_as_continuation(line.text):
        # In paragraphs without bullets only where the line before was filled to the edge.
        return item.kind == BULLET or len(item.lines[-1].text) >= on.full_width
    if item.kind == BULLET:
        # A sentence that ends with its line does not end its bullet; an outdented line does.
        return on.outdents or line.indent >= first.indent
    # A paragraph that is indented in its first line goes on in those that are not.
    return first.indent > line.indent and not line.blank_before


def _leads_on(on: Progress, index: int, line: Line) -> bool:
    """Whether a line behind a bullet that has ended heads or introduces the list that follows it,
    as in a PDF, which has no blank lines."""
    item, text = on.item, line.text
    if item is None or item.kind != BULLET or not ended(item) or not is_latin(text):
        return False
    after = index + 1
    if after == len(on.lines) or not (
        after in on.headings.found or marks.bullet(on.lines[after].text)
    ):
        return False
    heads = text[0].isupper() and len(text) <= _LONGEST_HEAD and text[-1].isalpha()
    return text.endswith(":") or (heads and not any(c.isdigit() for c in text))


def _spaced(line: Line) -> bool:
    """Whether a space stands behind the line's first character."""
    return line.text[1:2].isspace()
