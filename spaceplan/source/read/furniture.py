"""The lines of a document that are not its text: page numbers, running headers, chart labels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from statistics import median

from spaceplan.source.read import marks
from spaceplan.source.read.fields import field_line
from spaceplan.source.read.lines import Line
from spaceplan.source.read.markdown import is_break, leads_within
from spaceplan.source.read.tables import is_row
from spaceplan.source.read.text import BRACKET, squeeze

PAGE_NUMBER = "page-number"
HEADER = "page-header"
CONTENTS = "contents"
LABEL = "chart-label"
RULE = "rule"
TITLE = "title"
DATE = "date"

_PAGE_NUMBER = re.compile(r"[-‐‑–—−ー\s]*(?:[Pp](?:age|\.)?\s?)?([0-9]{1,3})[-‐‑–—−ー\s]*$")
_PAGE_OF = re.compile(r"[0-9]{1,3}\s?/\s?[0-9]{1,3}(?:\s?ページ)?$")
_OF = r"(?:\s?(?:of|/)\s?[0-9]{1,3})?"
# A footer that says its page: "Council of Ports      Page 4", "Page 4 of 12", "4 | Page".
_SAYS_PAGE = re.compile(
    rf"(?:[^.。]{{0,90}}(?:\s{{2,}}|[|•·–—-]\s?))?[Pp]\s?a\s?g\s?e\s*\|?\s*([0-9]{{1,3}}){_OF}$|"
    rf"([0-9]{{1,3}})\s*\|\s*P\s?a\s?g\s?e$|Page\s([0-9]{{1,3}}){_OF}(?:\s{{2,}}|\s?\|)[^.。]{{1,90}}$"
)
_BEFORE_PAGE = re.compile(rf"(\S.{{3,90}}?)\W+[Pp]age\s([0-9]{{1,3}}){_OF}$")
# Behind the title in a running header: 「（令和6年12月20日決定）」, 「　第2部」.
_BEHIND_TITLE = re.compile(f"{BRACKET}$")
_ENDS_BRACKET = re.compile(rf"^[^()\[\]【】〔〕]*[)\]】〕]$|^{BRACKET}$")
_HEADER_LONGEST = 100
_EDGE = 2
_CENTRED = 16
# So many labels of years below each other are an axis.
_AXIS = 4
_HEAD = 2
# Loose words are short: half of a chart's labels have fewer characters than this.
_LABEL_TYPICAL = 12


def find_furniture(
    lines: Sequence[Line], headings: Container[int] = (), flowing: bool = False
) -> dict[int, str]:
    """Index of a line → why it is no text of the document.

    ``headings`` are known to be text; a ``flowing`` text (Markdown) has neither headers nor charts.
    """
    found = {i: CONTENTS for i, line in enumerate(lines) if marks.is_contents(line.text)}
    found.update(dict.fromkeys(_page_numbers(lines), PAGE_NUMBER))
    if flowing:
        found.update({i: RULE for i, line in enumerate(lines) if is_break(line.text)})
        found.update({i: CONTENTS for i, line in enumerate(lines) if leads_within(line.text)})
        return found
    pages = _pages(lines, found)
    for index in _headers(lines, pages, found):
        found.setdefault(index, HEADER)
    for page in pages:
        for index in _labels(lines, page, headings):
            found.setdefault(index, LABEL)
    for index in _charts(lines, headings):
        found.setdefault(index, LABEL)
    return {index: reason for index, reason in found.items() if index not in headings}


def is_page_number(text: str) -> bool:
    """Whether a line may be a page's number: 12, - 12 -, 3/20."""
    short = len(text) <= 12 and (_PAGE_NUMBER.match(text) or _PAGE_OF.match(text))
    return bool(short or _SAYS_PAGE.match(text))


def _page_said(text: str) -> int | None:
    """The number that a page's number or footer says."""
    found = _PAGE_NUMBER.match(text) or _SAYS_PAGE.match(text) or _BEFORE_PAGE.match(text)
    return int(next(filter(None, reversed(found.groups())))) if found else None


def printed_pages(lines: Sequence[Line], furniture: dict[int, str]) -> dict[int, int]:
    """Line number → the page that it stands on: as printed on it, else counted.

    Empty where the text has neither page numbers nor form feeds.
    """
    found: dict[int, int] = {}
    for page in _pages(lines, furniture):
        numbers = (
            _page_said(lines[index].text) for index in page if furniture.get(index) == PAGE_NUMBER
        )
        printed = [number for number in numbers if number]
        counted = lines[page.start].page if lines and lines[-1].page > 1 else 0
        number = printed[-1] if printed else counted
        if number:
            found.update((lines[index].number, number) for index in page)
    return found


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """Indexes of page numbers: at the edge of a page, or growing by one through the document."""
    has_pages = bool(lines) and lines[-1].page > 1
    found: list[int] = []
    last = 0
    named = _named_pages(lines)
    for index, line in enumerate(lines):
        if index in named or _PAGE_OF.match(line.text) or _SAYS_PAGE.match(line.text):
            found.append(index)
            continue
        match = _PAGE_NUMBER.match(line.text) if len(line.text) <= 12 else None
        if match is None:
            continue
        if match.group().strip() != match.group(1):
            found.append(index)
        elif has_pages:
            if _at_page_end(lines, index):
                found.append(index)
        else:
            # Alone, or the very next number after a page number that was found.
            number = int(match.group(1))
            apart = line.blank_before or line.blank_after
            # In laid out text it stands in the middle of its line.
            if (
                (apart and last < number <= last + 3)
                or (last and number == last + 1)
                or line.indent >= _CENTRED
            ):
                found.append(index)
                last = number
    return found


def _named_pages(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines that say the same before "Page 4" and "Page 5"."""
    said: dict[str, set[int]] = defaultdict(set)
    for index, line in enumerate(lines):
        if found := _BEFORE_PAGE.match(line.text):
            said[found.group(1)].add(index)
    return {index for same in said.values() if len(same) > 1 for index in same}


def _at_page_end(lines: Sequence[Line], index: int) -> bool:
    page = lines[index].page
    last = index + 1 == len(lines) or lines[index + 1].page != page
    first = index == 0 or lines[index - 1].page != page
    return last or (first and lines[index].blank_after)


def _pages(lines: Sequence[Line], furniture: dict[int, str]) -> list[range]:
    """Index ranges of the pages: between form feeds, or up to each page number."""
    starts = [0]
    for index in range(1, len(lines)):
        after_number = furniture.get(index - 1) == PAGE_NUMBER
        if lines[index].page != lines[index - 1].page or after_number:
            starts.append(index)
    ends = [*starts[1:], len(lines)]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def _may_be_header(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= _HEADER_LONGEST
        and not text.endswith(("。", "、"))
        and marks.heading(text) is None
        and marks.charts(text) is None
        and marks.section(text) is None
        and marks.question(text) is None
        and field_line(text) is None
        and not marks.lead(text)
        and not is_row(text)
        and not text.startswith("【")
        # Who is responsible, at the end of a wrapped item.
        and not _ENDS_BRACKET.search(text)
    )


def _key(line: Line) -> str:
    return re.sub(r"[0-9]+", "#", squeeze(line.text))


def _headers(lines: Sequence[Line], pages: Sequence[range], furniture: dict[int, str]) -> list[int]:
    """Indexes of lines that stand at the edges of two pages or more, or all over the text."""
    edges: dict[str, list[int]] = defaultdict(list)
    if len(pages) > 1:
        for page in pages:
            inner = [i for i in page if i not in furniture]
            for index in dict.fromkeys([*inner[:_EDGE], *inner[-_EDGE:]]):
                if _may_be_header(lines[index]) and marks.bullet(lines[index].text) is None:
                    edges[_key(lines[index])].append(index)
    found = [i for same in edges.values() if len({lines[i].page for i in same}) > 1 for i in same]
    found.extend(_scattered(lines))
    found.extend(_titles_again(lines))
    return found


def _titles_again(lines: Sequence[Line]) -> list[int]:
    """Indexes of lines that say the document's title, one of its first lines, again, perhaps with
    what a bracket behind it says: the day, who decided."""
    titles = {_key(line) for line in lines[:_HEAD] if _may_be_header(line) and len(line.text) > 5}
    return [
        index
        for index, line in enumerate(lines)
        if index >= _HEAD
        and len(line.text) <= _HEADER_LONGEST
        and _BEHIND_TITLE.sub("", _key(line)) in titles
        and _may_be_header(line)
    ]


def _scattered(lines: Sequence[Line]) -> list[int]:
    """Lines that return three times or more, each time among other lines: headers whose page
    breaks were lost. A wrapped line of a repeated bullet returns among the same lines."""
    counts = Counter(line.text for line in lines if len(line.text) <= _HEADER_LONGEST)
    around: dict[str, tuple[set[str], set[str], list[int]]] = {}
    for index, line in enumerate(lines):
        if counts[line.text] < 3 or len(line.text) < 6 or not _may_be_header(line):
            continue
        if marks.bullet(line.text) is not None or marks.subsection(line.text) is not None:
            continue
        before, after, places = around.setdefault(line.text, (set(), set(), []))
        before.add(lines[index - 1].text if index else "")
        after.add(lines[index + 1].text if index + 1 < len(lines) else "")
        places.append(index)
    return [
        index
        for before, after, places in around.values()
        if len(before) > 2 and len(after) > 2
        for index in places
    ]


def _charts(lines: Sequence[Line], headings: Container[int]) -> list[int]:
    """Indexes of the lines of a chart that begins in the middle of a page: from its axis of years,
    and the caption above that, to the next heading, section or bullet."""
    found: list[int] = []
    for index, line in enumerate(lines):
        if found and index <= found[-1]:
            continue
        if not (_is_axis_row(line.text) or _is_axis(lines, index)):
            continue
        start = index
        while start and not lines[start].blank_before and _may_be_caption(lines, start - 1):
            start -= 1
        end = index
        while end < len(lines) and not _ends_chart(lines, end, headings):
            end += 1
        found.extend(range(start, end))
    return found


def _is_axis_row(text: str) -> bool:
    """Whether a line of a laid out text is a row of an axis: 「年度  5年度  6年度」."""
    return len(text.split()) > 1 and marks.is_year_axis(text)


def _is_axis(lines: Sequence[Line], index: int) -> bool:
    """Whether an axis begins here whose labels stand each on a line of its own."""
    some = lines[index : index + _AXIS]
    return len(some) == _AXIS and all(marks.is_year_axis(line.text) for line in some)


def _may_be_caption(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    return (
        len(line.text) <= _LABEL_TYPICAL * 2
        and not line.text.endswith(("。", "｡"))
        and marks.bullet(line.text) is None
        and marks.section(line.text) is None
        and line.blank_before
    )


def _ends_chart(lines: Sequence[Line], index: int, headings: Container[int]) -> bool:
    text = lines[index].text
    heading = marks.heading(text)
    return (
        index in headings
        or marks.section(text) is not None
        or marks.charts(text) is not None
        or (heading is not None and bool(heading.title))
        or (marks.bullet(text) is not None and len(text) > 20)
    )


def _labels(lines: Sequence[Line], page: range, headings: Container[int]) -> list[int]:
    """Indexes of the loose words of a chart: the lines of a page before its first heading."""
    loose: list[int] = []
    for index in page:
        text = lines[index].text
        if index in headings:
            break
        if marks.section(text) is not None or marks.charts(text) is not None:
            break
        heading = marks.heading(text)
        if heading is not None and heading.title:
            break
        if marks.bullet(text) is not None and not marks.is_year_axis(text) and len(text) > 20:
            break
        loose.append(index)
    texts = [lines[index].text for index in loose]
    if len(texts) < 5:
        return []
    axis = sum(marks.is_year_axis(text) for text in texts)
    # A cover has short lines too, and no axis.
    short = median(map(len, texts)) <= _LABEL_TYPICAL
    if axis >= 3 or (short and (page.start or axis)):
        return loose
    return []
