"""Entries of numbered lists whose sentence goes on in the lines below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from spaceplan.source.read import marks
from spaceplan.source.read.fields import field_line
from spaceplan.source.read.lines import Line
from spaceplan.source.read.tables import is_row
from spaceplan.source.read.text import is_latin

# An entry in Latin letters.
_SENTENCE = re.compile(r"(?:\S+\s+){4}[^\u3040-\u9fff]*[a-z0-9)][.;]$")
# Lines in Latin letters that are shorter were not wrapped.
_WRAPS = 60


def is_sentence(title: str) -> bool:
    """Whether a line in Latin letters says something: five words or more and a stop."""
    return _SENTENCE.search(title) is not None


def says(title: str, lines: Sequence[Line], full: int) -> bool:
    """Whether a line behind a word and its number ("Action 3: …") says what is to be done, and
    heads nothing but a list that it introduces; ``lines`` are those up to the next number."""
    under = [
        line
        for line in takewhile(lambda line: marks.section(line.text) is None, lines[1:])
        if marks.bullet(line.text) or is_row(line.text)
    ]
    said = list(takewhile(lambda line: line not in under, lines))
    if said[-1].text.endswith(":"):
        return bool(under)
    return not under and (is_sentence(title) or goes_on(lines, full))


def goes_on(lines: Sequence[Line], full: int) -> bool:
    """Whether a numbered line in Latin letters was wrapped, and its sentence ends below it, or
    its fields do; ``lines`` are those up to the next number."""
    first, *under = lines
    said = [line.text for line in takewhile(lambda line: not line.blank_before, under)]
    words = list(takewhile(lambda text: not (field_line(text) or marks.bullet(text)), said))
    if not words or not is_latin(first.text):
        return False
    filled = len(first.text) + len(words[0].split()[0]) + 1 >= max(full, _WRAPS)
    heads = any(marks.bullet(line.text) for line in under)
    if not words[0][0].islower() and (heads or not filled):
        return False
    fields = said[len(words) :]
    return words[-1].endswith((".", ";", ".)")) or bool(fields and all(map(field_line, fields)))
