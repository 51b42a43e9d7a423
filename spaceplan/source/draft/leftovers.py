"""The lines that are in no milestone, told with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.source.draft.reasons import leftover_reason
from spaceplan.source.read.furniture import CONTENTS, DATE, HEADER, LABEL, PAGE_NUMBER, TITLE
from spaceplan.source.read.parts import Leftover
from spaceplan.source.read.progress import ABOVE_TOPICS, OVER_NESTED, TABLE
from spaceplan.source.read.text import shortened
from spaceplan.words import say

# What is known to be no text: told as ranges of lines.
_FURNITURE = (PAGE_NUMBER, HEADER, CONTENTS, LABEL)
# What was read, though it is in no milestone.
_USED = (TITLE, DATE, ABOVE_TOPICS, OVER_NESTED, TABLE)
# Who has more than that has another kind of document.
MOST = 1000
# Of a line, so much is shown.
_SHOWN = 200


def unread(leftovers: Sequence[Leftover]) -> list[Leftover]:
    """The lines that might be text, and were not read."""
    return [left for left in leftovers if left.reason not in (*_FURNITURE, *_USED)]


def summed(leftovers: Sequence[Leftover], name: str, lang: str) -> list[str]:
    """One line for each that was not read, one for each run of page numbers, labels and such."""
    leftovers = [left for left in leftovers if left.reason not in _USED]
    said: list[str] = []
    index = 0
    while index < len(leftovers):
        if len(said) == MOST:
            more = len(leftovers) - index
            said.append(say("source.more-lines", lang, count=more))
            break
        first = leftovers[index]
        end = index + 1
        if first.reason in _FURNITURE:
            while end < len(leftovers) and leftovers[end].reason == first.reason:
                end += 1
        said.append(_told(leftovers[index:end], name, lang))
        index = end
    return said


def _told(run: Sequence[Leftover], name: str, lang: str) -> str:
    first, last = run[0], run[-1]
    why = leftover_reason(first, lang)
    if len(run) == 1:
        return f"{name}:{first.line}: {why}: {shortened(first.text, _SHOWN)}"
    count = say("source.lines", lang, count=len(run))
    return f"{name}:{first.line}-{last.line}: {why} ({count})"
