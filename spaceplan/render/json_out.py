"""JSON: typed data as it is, in text that is safe to print."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from spaceplan.render.text import replace_unsafe


def dumps(data: object) -> str:
    """``data`` as JSON indented by two spaces, ending with a newline; dates as ISO strings.

    Raises TypeError for a value that has no form in JSON, ValueError for an infinite number.
    """
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False, default=_iso)
    return _printable(text) + "\n"


def json_lines(items: Iterable[object]) -> str:
    """Each item as compact JSON on a line of its own. Raises as ``dumps``."""
    encoder = json.JSONEncoder(
        ensure_ascii=False, allow_nan=False, default=_iso, separators=(",", ":")
    )
    return "".join(f"{_printable(encoder.encode(item))}\n" for item in items)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _printable(text: str) -> str:
    """``text`` with escapes for what breaks lines, steers terminals or cannot be encoded.

    JSON's own stop at C0. Only strings can hold the others, so an escape means the same data.
    """
    return replace_unsafe(text, _escaped)


def _escaped(character: str) -> str:
    # A newline that is left in JSON stands between values.
    return character if character == "\n" else json.dumps(character)[1:-1]
