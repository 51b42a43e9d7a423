"""Comma-separated values: raw for programs, protected for spreadsheet programs.

Plain CSV is data, so controls in it stay as they are. Excel reads ``4-1`` as a date and a cell
that begins with ``=`` as a formula; in the CSV meant for Excel both are protected in a way that
``read_csv_cell`` takes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spaceplan.render.table import Cell, Column, text_of

BOM = "\ufeff"
# What makes a formula of a cell that begins with it: OWASP's list (CSV Injection), with the
# full-width forms that Japanese Excel computes as well. And ', so that a guard can be told from
# a ' of the text's own.
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_NEEDS_QUOTES = re.compile('[",\r\n]')
_ID_START, _ID_END = '="', '"'


def render_csv(
    columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]], *, excel: bool = False
) -> str:
    """A header of column keys and the rows, quoted as in RFC 4180.

    Plain: lines end with LF and values are raw. ``excel``: a byte-order mark first, lines end
    with CRLF, columns whose style is "id" are written as ``="4-1"`` and other cells guarded with
    a leading ``'`` where a spreadsheet would compute them. Write it without newline translation.
    """
    end = "\r\n" if excel else "\n"
    lines = [_line([column.key for column in columns])]
    is_id = [column.style == "id" for column in columns]
    for row in rows:
        values = [text_of(cell) for cell in row]
        if excel:
            values = [_protected(*pair) for pair in zip(values, is_id, strict=True)]
        lines.append(_line(values))
    return (BOM if excel else "") + _encodable("".join(line + end for line in lines))


def read_csv_cell(text: str) -> str:
    """The value of a cell of the CSV meant for Excel, also after a spreadsheet saved it.

    An id that a spreadsheet turned into a date comes back as that date: to judge it is the
    caller's.
    """
    if len(text) > len(_ID_START) and text.startswith(_ID_START) and text.endswith(_ID_END):
        return text[len(_ID_START) : -len(_ID_END)].replace('""', '"')
    if text.startswith("'") and text[1:].startswith(_GUARDED):
        return text[1:]
    return text


def _protected(text: str, as_id: bool) -> str:
    if as_id and text:
        doubled = text.replace('"', '""')
        return f"{_ID_START}{doubled}{_ID_END}"
    return f"'{text}" if text.startswith(_GUARDED) else text


def _line(values: list[str]) -> str:
    # A lone empty value is quoted: an empty line is no row to most readers.
    return ",".join(map(_quoted, values)) if values != [""] else '""'


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.search(text) is None:
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _encodable(text: str) -> str:
    """``text`` with lone surrogates, which no file can hold, written as ``\\udc80``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
