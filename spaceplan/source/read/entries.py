"""Entries of numbered lists whose sentence goes on in the lines below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spaceplan.source.read import marks
from spaceplan.source.read.fields import field_line
from spaceplan.source.read.lines import Line
from spaceplan.source.read.text import is_latin

# Lines in Latin letters that are shorter were not wrapped.
_WRAPS = 60


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
