"""Separated values as spreadsheet programs save them: encodings, separators, places of cells.

Python's csv module tells no places within a line, and a fault is only useful with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import islice

from spaceplan.errors import FileError
from spaceplan.tables.raw import Place, RawCell

SEPARATORS = (",", ";", "\t")
# A header is looked for in so many first records.
HEAD = 20
# Excel's own first line, which names the separator.
_NAMED = re.compile("sep=(.)\r?\n", re.IGNORECASE)
_LINE_END = re.compile("\r\n|\n|\r")


def records(text: str, name: str, score: Callable[[list[str]], int]) -> Iterator[list[RawCell]]:
    """Every record of a CSV text, cell by cell with its place.

    The separator is the one by which a record near the beginning gets the highest ``score``.
    Raises FileError for a quotation mark that is never closed.
    """
    named = _NAMED.match(text)
    if named:
        return _split(text, name, named[1], named.end())

    def best(separator: str) -> int:
        scores = [0]
        # Split at the wrong one, a quoted line break looks like a quotation never closed.
        with suppress(FileError):
            for record in islice(_split(text, name, separator, 0), HEAD):
                scores.append(score([cell.text for cell in record]))
        return max(scores)

    return _split(text, name, max(SEPARATORS, key=best), 0)


@cache
def _cell_form(separator: str) -> re.Pattern[str]:
    """A quoted cell and what follows its quotes by mistake, or a bare one."""
    bare = f"[^{re.escape(separator)}\r\n]*"
    return re.compile(f'"([^"]*(?:""[^"]*)*)"({bare})|({bare})')


def _split(text: str, name: str, separator: str, at: int) -> Iterator[list[RawCell]]:
    form = _cell_form(separator)
    line, begun = text.count("\n", 0, at) + 1, at
    record: list[RawCell] = []
    # A text that ends with a line end has no record after it.
    while at < len(text) or record:
        found = form.match(text, at)
        assert found is not None  # the bare form matches nothing as well
        place = Place(line, at - begun + 1)
        if found[1] is not None:
            value = found[1].replace('""', '"') + found[2]
            for end in _LINE_END.finditer(text, at, found.end()):
                line, begun = line + 1, end.end()
        else:
            value = found[3]
            if value.startswith('"'):
                raise FileError("tables.unclosed", place=place.of(name))
        record.append(RawCell(value.replace("\r\n", "\n"), place))
        at = found.end()
        if text.startswith(separator, at):
            at += 1
            if at < len(text):
                continue
            record.append(RawCell("", Place(line, at - begun + 1)))
        elif end_of_line := _LINE_END.match(text, at):
            line, begun = line + 1, end_of_line.end()
            at = begun
        yield record
        record = []
