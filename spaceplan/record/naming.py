"""What the words of a command name: milestones to change, owners to give."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from spaceplan.errors import UsageError
from spaceplan.record.planned import Targets
from spaceplan.roadmap.choices import one_named
from spaceplan.roadmap.model import OTHERS, Milestone, Plan
from spaceplan.roadmap.references import known_owner, named, resolve, standing_in


def targets(plan: Plan, refs: Sequence[str], whole: bool) -> Targets:
    """The originals that an update of ``refs`` is about; ``whole``: all of a split bullet or of a
    topic. Raises UsageError for what is unclear."""
    found: dict[str, Milestone] = {}
    remarks: list[tuple[str, str]] = []
    for ref in refs:
        reference = resolve(plan, ref)
        if reference.kind == "milestone":
            entries = named(plan, reference.value)
        elif reference.kind == "topic" and whole:
            entries = standing_in(plan, reference)
        else:
            raise UsageError(f"record.is-a-{reference.kind}", ref=ref)
        originals = [original for entry in entries for original in plan.originals(entry)]
        if len(originals) > 1 and not whole:
            ids = [original.id for original in originals]
            raise UsageError("record.several-parts", ref=reference.value, parts=ids)
        remarks += [
            (entry.id, original.id)
            for entry in entries
            if entry.same_as
            for original in plan.originals(entry)
        ]
        found.update({original.id: original for original in originals})
    return Targets(tuple(found.values()), tuple(remarks))


_OTHERS = {OTHERS: ("等", "and others")}


def owner_codes(plan: Plan, words: Iterable[str]) -> tuple[str, ...]:
    """Owner codes from codes or names; ``others`` or 等 may stand last. Raises UsageError.

    A name that holds commas or blanks may come in pieces: the longest that is known counts.
    """
    codes: list[str] = []
    rest = [word.strip() for word in words]
    called = {_pieces(name): one.code for one in plan.owners.values() for name in one.names}
    longest = max(map(len, called), default=1)
    while rest:
        lengths = range(min(longest, len(rest)), 0, -1)
        named = ((length, called.get(_pieces(" ".join(rest[:length])))) for length in lengths)
        length, code = next(((n, code) for n, code in named if code), (1, ""))
        if not code:
            code = OTHERS if one_named(rest[0], _OTHERS) else known_owner(plan, rest[0])
        rest = rest[length:]
        if code not in codes:
            codes.append(code)
    if OTHERS in codes[:-1]:
        raise UsageError("record.others-last")
    return tuple(codes)


def _pieces(name: str) -> tuple[str, ...]:
    """The words of a name, as they are compared."""
    return tuple(unicodedata.normalize("NFKC", name).casefold().replace(",", " ").split())
