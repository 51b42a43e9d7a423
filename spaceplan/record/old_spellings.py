"""Old spellings: what an entry's ``was`` must say so that a change can be taken back exactly.

FIELD: the characters of the old value; ``(none)`` where the key was absent; for a key that
    the change removed, its lines
FIELD below: where such lines stood: the key above them and the number of lines between; for
    a list or pair of several lines, how many lines under it now were within it
history: an old ``[]``
entry: in older files, the entry of looks that stood in this one's place; ``entry-2`` what that
    one had replaced, and so on
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType

from spaceplan.errors import phrase
from spaceplan.files.content import Content
from spaceplan.plan_file.keys import NONE
from spaceplan.record.entries_in_file import raw
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.places import (
    Pair,
    left_over,
    line_start,
    line_stop,
    next_line,
    own_items,
    pair_end,
)
from spaceplan.yaml_text.spelling import Data, flow
from spaceplan.yaml_text.tree import Mapping, Sequence

BELOW = " below"
_FOLDED = re.compile(r"entry(?:-[0-9]+)?\Z")


def spelling(
    content: Content, node: Mapping, name: str, wanted: Data | None, others: set[str]
) -> dict[str, Data]:
    """What ``was`` must say so that a field can be restored exactly.

    ``wanted`` is its new value, ``others`` are the fields that the change removes. Raises
    CannotEdit where a removed field could not be put back.
    """
    own = own_items(node)
    number = next((n for n, (key, _) in enumerate(own) if key.value == name), None)
    if number is None:
        return {name: NONE}
    if name in others:
        remove = _from_flow if node.flow else _lines
        return remove(content, own, number, others)
    text, value = content.text, own[number][1]
    end = pair_end(text, own[number])
    if isinstance(value, Mapping | Sequence) and not value.flow and end is not None:
        left = left_over(text, value, wanted)
        return {name: text[value.start : _lines_end(text, end)], name + BELOW: str(left)}
    return {name: raw(text, value) or NONE}


def _from_flow(content: Content, own: list[Pair], number: int, others: set[str]) -> dict[str, Data]:
    """A pair inside braces goes with the comma before it; with the one behind it if it is first."""
    text, key = content.text, own[number][0]
    above = [pair for pair in own[:number] if pair[0].value not in others]
    if above:
        start, end = pair_end(text, own[number - 1]), pair_end(text, own[number])
    else:
        start, end = key.start_mark.index, own[number + 1][0].start_mark.index
    if start is None or end is None:
        raise CannotEdit(content, key.start_mark.index, phrase("yaml_text.value-ends-in-alias"))
    under = str(above[-1][0].value) if above else ""
    return {key.value: text[start:end], key.value + BELOW: f"{under} 0"}


def _lines(content: Content, own: list[Pair], number: int, others: set[str]) -> dict[str, Data]:
    """The lines of a pair, and how many other lines lie between it and one that stays above."""
    text, key = content.text, own[number][0]
    above = [pair for pair in own[:number] if pair[0].value not in others]
    above_end = pair_end(text, above[-1]) if above else None
    end = pair_end(text, own[number])
    if above_end is None or end is None:
        raise CannotEdit(content, key.start_mark.index, phrase("record.not-put-back"))
    start = line_start(text, key.start_mark.index)
    gone = [
        (line_start(text, pair[0].start_mark.index), next_line(text, pair_end(text, pair) or 0))
        for pair in own[:number]
        if pair[0].value in others
    ]
    position, between = next_line(text, above_end), 0
    while position < start:
        between += not any(first <= position < last for first, last in gone)
        position = next_line(text, position)
    return {
        key.value: text[start : _lines_end(text, end)],
        key.value + BELOW: f"{above[-1][0].value} {between}",
    }


def _lines_end(text: str, end: int) -> int:
    """The end of a value's last line, with its line end where the text has both kinds."""
    mixed = "\r\n" in text and re.search(r"(?<!\r)\n", text) is not None
    return next_line(text, end) if mixed else line_stop(text, end)


def in_file_order(was: dict[str, Data], node: Mapping) -> dict[str, Data]:
    """Lines that are put back at one place go there one after the other."""
    place = {key.value: number for number, (key, _) in enumerate(own_items(node))}
    last = len(place)
    return dict(sorted(was.items(), key=lambda item: place.get(item[0].removesuffix(BELOW), last)))


def _folded_key(number: int) -> str:
    return f"entry-{number + 1}" if number else "entry"


def unfolded(was: MappingType[str, Data]) -> str | None:
    """The text of the entry that another replaced, or None."""
    chain = [str(value) for key, value in was.items() if _FOLDED.match(key)]
    if not chain:
        return None
    rest: Data = {_folded_key(number): one for number, one in enumerate(chain[1:])}
    return f"{chain[0][:-1]}, was: {flow(rest)}}}" if rest else chain[0]
