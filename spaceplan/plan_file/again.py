"""A large plan read again after a change: only the milestones whose lines changed.

Why that is enough where it is done. A reader that comes to a line with "- " in the column of the
milestones, outside of any scalar or bracket, has closed all that is deeper and is in one and the
same state. The whole read found each milestone of the old text at such a line (``split.agrees``),
nothing behind them, and no alias. So before the first changed line the new text is read as the old
one was. The changed blocks, with one on either side, are read behind the same head: where each is
one milestone at its line, without a fault, the reader is in that state again where the blocks begin
that did not change. What is said of milestones beside one another is checked of all of them anew;
what was found in one by itself stays as long as its lines do. Anything else is read whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import replace

from spaceplan.errors import Fault, PlanFaults
from spaceplan.files.content import Part, decode
from spaceplan.frozen import dataclass
from spaceplan.plan_file.cache import Known
from spaceplan.plan_file.packing import pack_again
from spaceplan.plan_file.read import inspect
from spaceplan.plan_file.reading import NotReadError
from spaceplan.plan_file.split import DASH

# Who changes more has another plan.
_MOST = 200
# So many bytes are compared at once, at first.
_STEP = 1 << 16
# Tabs, other line ends than LF, controls, byte-order marks; a block scalar; a line that is not
# indented, but a comment. Each may be read well, and none is worth a proof.
_UNSAFE = re.compile(
    rb"[\x00-\x09\x0b-\x1f]|\xef\xbb\xbf|\xc2\x85|\xe2\x80[\xa8\xa9]"
    rb"|[|>][-+0-9]*[ ]*(?:#[^\n]*)?(?:\n|\Z)|\n[^ \n#]"
)


def read_again(known: Known, data: bytes, name: str) -> Known | None:
    """What a whole read of ``data`` gives, by what is known; None where it must be read whole."""
    was, most = known.split, min(len(known.data), len(data))
    alike = _alike(known.data, data, most)
    if was is None or alike < was.starts[0] + len(DASH):
        return None
    behind = _alike(known.data, data, most - alike, behind=True)
    first = max(bisect_right(was.starts, alike - len(DASH)) - 2, 0)
    old_end = min(bisect_left(was.starts, len(known.data) - behind) + 1, len(was.starts))
    start, old_stop = was.start(first), was.start(old_end)
    stop = old_stop + len(data) - len(known.data)
    changed = data[start:stop]
    if changed.count(DASH) > _MOST or _UNSAFE.search(changed):
        return None
    entries = known.plan.entries
    try:
        part = was.part(name, first, changed)
        decode(part.text.encode(), name)
        found = inspect(part, entries[:first], entries[old_end:])
    except (NotReadError, PlanFaults, UnicodeDecodeError):
        return None
    if found.plan is None or not found.apart:
        return None
    top, lines = data.count(b"\n", 0, start) + 1, known.data.count(b"\n", start, old_stop)
    more = changed.count(b"\n") - lines
    findings = (
        *(one for one in known.findings if one.line <= top),
        *found.findings,
        *(_moved(one, more) for one in known.findings if one.line > top + lines),
    )
    now = found.plan.entries[first : len(found.plan.entries) - len(entries[old_end:])]
    packed = known.packed and pack_again(known.packed, first, old_end, now, findings)
    return Known(data, found.plan, findings, True, packed)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some milestones behind the head of their plan, cut out of a file to change them."""

    content: Part
    before: bytes
    behind: bytes

    def put_back(self, text: str) -> bytes:
        """The file, with the milestones as they are in ``text``."""
        return self.before + text[self.content.head :].encode() + self.behind


def excerpt(known: Known, ids: Collection[str], name: str) -> Excerpt | None:
    """The lines from the first to the last of these milestones, and of one on either side; None
    where the file is to be taken whole."""
    found = known.split
    numbers = [number for number, one in enumerate(known.plan.entries) if one.id in ids]
    if found is None or not numbers:
        return None
    first, end = max(numbers[0] - 1, 0), numbers[-1] + 2
    start, stop = found.start(first), found.start(end)
    lines = known.data[start:stop]
    if end - first > _MOST or _UNSAFE.search(lines):
        return None
    return Excerpt(found.part(name, first, lines), known.data[:start], known.data[stop:])


def _alike(one: bytes, other: bytes, most: int, *, behind: bool = False) -> int:
    """How many bytes, no more than ``most``, are equal from the beginning, or from the end."""
    count, step = 0, _STEP
    while step:
        at, its = (len(one) - count - step, len(other) - count - step) if behind else (count, count)
        if count + step <= most and one[at : at + step] == other[its : its + step]:
            count += step
        else:
            step //= 2
    return count


def _moved(one: Fault, lines: int) -> Fault:
    return replace(one, line=one.line + lines)
