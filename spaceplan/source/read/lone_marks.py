"""Numbers and signs that a PDF's text gives on a line of their own, before what they lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from spaceplan.source.read.lines import Line

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.?$")
_STOPPED = re.compile(r"([0-9]{1,2})[.)]$")
_BARE = re.compile(r"([0-9]{1,2})$")
_SIGN = re.compile("[•●○◯◆◇■□▪⚫⬤・]$")
# So many that rise are the numbers of a document's parts; fewer may stand in a chart.
_LEAST = 3
_TITLE_LONGEST = 40

_Pairs = list[tuple[int, tuple[int, ...]]]


def with_marks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that are only a mark joined with what stands below their blank line."""
    paged = bool(lines) and lines[-1].page > 1
    joined = {i for i, _ in _found(lines, _SIGN, _leads)}
    for mark, leads in ((_DOTTED, _leads), (_STOPPED, _leads), (_BARE, _heads)):
        found = _found(lines, mark, leads) if paged or mark is not _BARE else []
        if len(found) >= _LEAST and _rise(found, strictly=mark is _BARE):
            joined.update(i for i, _ in found)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index - 1 in joined:
            lone = kept.pop()
            text, raw = f"{lone.text} {line.text}", f"{lone.raw.rstrip()} {line.raw.strip()}"
            kept.append(replace(lone, text=text, raw=raw, blank_after=line.blank_after))
        else:
            kept.append(line)
    return tuple(kept)


def _found(lines: Sequence[Line], mark: re.Pattern[str], leads: Callable[[Line], bool]) -> _Pairs:
    """The places of lines that are only such a mark, with a blank line and text of their page
    below, and their numbers."""
    return [
        (index, tuple(map(int, match.groups())))
        for index, (line, below) in enumerate(pairwise(lines))
        if line.blank_after
        and line.page == below.page
        and (match := mark.match(line.text))
        and leads(below)
        # The first of a page is the page's own number.
        and (mark is not _BARE or (index and lines[index - 1].page == line.page))
    ]


def _leads(below: Line) -> bool:
    return below.text[0].isalpha() and len(below.text) > 3


def _heads(below: Line) -> bool:
    return _leads(below) and len(below.text) <= _TITLE_LONGEST and not below.text.endswith("。")


def _rise(found: _Pairs, strictly: bool) -> bool:
    """Whether the numbers rise through the document; ``strictly`` from 1, each by one."""
    numbers = [number for _, number in found]
    if strictly:
        return numbers == [(n,) for n in range(1, len(numbers) + 1)]
    if len(numbers[0]) > 1:
        return all(before < after for before, after in pairwise(numbers))
    return all(after[0] in (1, before[0] + 1) for before, after in pairwise(numbers))
