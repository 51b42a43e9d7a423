"""What a revision may put in the place of what it dropped: offered to a person, never applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import ENDED
from spaceplan.source.compare.lineage import Link
from spaceplan.source.compare.match import Match
from spaceplan.source.compare.told import Told

# A candidate that less speaks for, or another's better, is named, but not offered as a row.
_LIKELY = 0.27


@dataclass(frozen=True, slots=True)
class Takeover:
    """``new`` (an id, of the plan or of an addition) may take the place of ``old``.

    ``merged``: the wording of the one went into that of the other; else the old one is gone, and
    ``links`` say what speaks for it. ``was`` is what was matched of the old one.
    """

    old: Milestone
    new: str
    was: Match
    links: tuple[Link, ...]
    merged: bool = False


def takeovers(
    plan: Plan,
    gone: Sequence[Match],
    told: Sequence[Told],
    brought: Mapping[str, str],
    merged: Sequence[tuple[Milestone, Match, str]],
) -> tuple[Takeover, ...]:
    """Each open milestone that is gone or was merged, with the one that may take its place.

    ``brought`` are the new milestones by the fingerprint of their wording, ``merged`` old ones with
    their match and the one whose wording they went into.
    """
    found = [
        Takeover(old, new, was, was.links, merged=True)
        for old, was, new in merged
        if old.status not in ENDED
    ]
    met = {one.item for one in told if one.met}
    likely = [(link, match) for match in gone for link in match.links[:1] if link.share >= _LIKELY]
    taken: set[str] = set()
    for link, match in sorted(likely, key=lambda one: -one[0].share):
        new = brought.get(link.new.fingerprint, "")
        if new and new not in taken and link.old.id not in met:
            taken.add(new)
            found += [Takeover(old, new, match, (link,)) for old in _open(plan, link.old.id)]
    return tuple(found)


def is_settled(plan: Plan, entry: Milestone) -> bool:
    """Whether something took the place of a milestone already."""
    return entry.status in ENDED and entry.id in plan.successors


def all_ended(plan: Plan, match: Match) -> bool:
    """Whether nothing of an old item is open: that it is gone leaves nothing to decide."""
    return match.old is not None and not list(_open(plan, match.old.id))


def _open(plan: Plan, item: str) -> Iterator[Milestone]:
    for name in plan.parts[item]:
        entry = plan.by_id[name]
        originals = plan.originals(entry)
        if not entry.same_as and all(one.status not in ENDED for one in originals):
            yield entry
