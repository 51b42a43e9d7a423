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
from collections.abc import Collection, Iterable
from dataclasses import replace

from spaceplan.errors import Fault, PlanFaults
from spaceplan.files.content import Part, decode
from spaceplan.frozen import dataclass
from spaceplan.plan_file.cache import Known
from spaceplan.plan_file.read import inspect
from spaceplan.plan_file.reading import NotReadError
from spaceplan.plan_file.split import split

# Who changes more has another plan.
_MOST = 200
# Tabs, other line ends than LF, controls, byte-order marks; a block scalar; a line that is not
# indented, but a comment. Each may be read well, and none is worth a proof.
_UNSAFE = re.compile(
    rb"[\x00-\x09\x0b-\x1f]|\xef\xbb\xbf|\xc2\x85|\xe2\x80[\xa8\xa9]"
    rb"|[|>][-+0-9]*[ ]*(?:#[^\n]*)?(?:\n|\Z)|\n[^ \n#]"
)


def read_again(known: Known, data: bytes, name: str) -> Known | None:
    """What a whole read of ``data`` gives, by what is known; None where it must be read whole."""
    was, now = split(known.data), split(data)
    if not known.apart or was is None or now is None or was.head != now.head:
        return None
    first = _alike(zip(was.blocks, now.blocks, strict=False))
    rest = min(len(was.blocks), len(now.blocks)) - first
    last = min(rest, _alike(zip(reversed(was.blocks), reversed(now.blocks), strict=False)))
    first, last = max(first - 1, 0), max(last - 1, 0)
    end, old_end = len(now.blocks) - last, len(was.blocks) - last
    changed = now.text(first, end)
    if end - first > _MOST or _UNSAFE.search(changed):
        return None
    entries = known.plan.entries
    try:
        part = now.part(name, first, end)
        decode(part.text.encode(), name)
        found = inspect(part, entries[:first], entries[old_end:])
    except (NotReadError, PlanFaults, UnicodeDecodeError):
        return None
    if found.plan is None or not found.apart:
        return None
    top = now.head.count(b"\n") + 1 + now.lines(0, first)
    bottom = top + was.lines(first, old_end)
    more = now.lines(first, end) - was.lines(first, old_end)
    findings = (
        *(one for one in known.findings if one.line <= top),
        *found.findings,
        *(_moved(one, more) for one in known.findings if one.line > bottom),
    )
    return Known(data, found.plan, findings, True)


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
    found = split(known.data)
    numbers = [number for number, one in enumerate(known.plan.entries) if one.id in ids]
    if not known.apart or found is None or not numbers:
        return None
    first, end = max(numbers[0] - 1, 0), numbers[-1] + 2
    if end - first > _MOST or _UNSAFE.search(found.text(first, end)):
        return None
    before = found.head + found.text(0, first)
    return Excerpt(found.part(name, first, end), before, found.text(end))


def _alike(pairs: Iterable[tuple[bytes, bytes]]) -> int:
    """How many pairs are equal before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _moved(one: Fault, lines: int) -> Fault:
    return replace(one, line=one.line + lines)
