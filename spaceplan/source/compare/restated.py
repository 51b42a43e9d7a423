"""What a revision states anew of a milestone besides its time: who acts, its title, its measure.

Nothing that a person wrote is proposed to be changed: a title and a measure only where the plan
still has those that the importer drafts from the old wording.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import OTHERS, Milestone, Plan, bullet_of
from spaceplan.source.compare.item import other_bodies
from spaceplan.source.compare.match import CONTINUES, Match
from spaceplan.source.draft.draft import Draft
from spaceplan.source.draft.drafted import STATED, Drafted


@dataclass(frozen=True, slots=True)
class Restated:
    """``owner``, ``title`` and ``measure`` are empty where they stay; ``unmeasured`` says that the
    new wording has no measure any more, ``strangers`` is the part that names who acts now where the
    plan's registry lacks one of them."""

    owner: tuple[str, ...] = ()
    title: str = ""
    measure: str = ""
    unmeasured: bool = False
    strangers: Drafted | None = None


class Wordings:
    """The parts that are drafted from the old document, by fingerprint, and from the new one, by
    bullet."""

    def __init__(self, new: Draft, old: Draft | None) -> None:
        self._new: dict[str, list[Drafted]] = defaultdict(list)
        self._old: dict[str, list[list[Drafted]]] = defaultdict(list)
        for one in new.milestones:
            self._new[bullet_of(one.id)].append(one)
        bullets: dict[str, list[Drafted]] = defaultdict(list)
        for one in old.milestones if old else ():
            if not one.same_as:
                bullets[bullet_of(one.id)].append(one)
        for parts in bullets.values():
            self._old[parts[0].text].append(parts)

    def restated(self, plan: Plan, entry: Milestone, match: Match) -> Restated:
        """What the new wording of ``match`` states otherwise than the plan has it of ``entry``."""
        if entry.same_as or match.old is None or match.new is None:
            return Restated()
        ids = plan.parts[plan.bullet_of(entry.id)]
        new = [self._original(one) for one in self._new[match.new.id]]
        place = ids.index(entry.id)
        now = _counterpart(match, place, len(ids), new)
        was = self._before(entry, match, place, len(ids))
        found = Restated()
        if was and now:
            drafted = was.title in (entry.title.ja, entry.title.en)
            title = now.title if drafted and was.title != now.title else ""
            other = entry.measure == was.measure != now.measure
            found = Restated(
                title=title,
                measure=now.measure if other else "",
                unmeasured=other and not now.measure,
            )
        acting = now or _all_alike(new)
        if acting is None or not _acts_otherwise(entry, was, acting, match):
            return found
        acting = estranged(plan, acting)
        if acting.strangers:
            return replace(found, strangers=acting)
        return replace(found, owner=acting.owner)

    def _original(self, one: Drafted) -> Drafted:
        """A repeat has nothing but its place."""
        return self._new[one.same_as][0] if self._new.get(one.same_as) else one

    def _before(self, entry: Milestone, match: Match, place: int, count: int) -> Drafted | None:
        """What the importer drafts of the entry's old wording, where the old document has it."""
        same = self._old.get(entry.text, [])
        own = next((one for one in same if match.old and one[0].id == match.old.id), None)
        parts = own or next(iter(same), [])
        return parts[place] if len(parts) == count else None


def _counterpart(match: Match, place: int, count: int, new: list[Drafted]) -> Drafted | None:
    """The part of the new wording that one of ``count`` parts of the old became."""
    assert match.old is not None and match.new is not None
    was, now = match.old.parts, match.new.parts
    if match.state == CONTINUES and len(was) == count and len(now) == len(new):
        link = next((link for link in match.links if link.part == was[place]), None)
        return new[now.index(link.to)] if link and link.to in now else None
    return new[place] if match.state != CONTINUES and len(new) == count else None


def _all_alike(new: list[Drafted]) -> Drafted | None:
    """The first of parts that one and the same body acts in."""
    alike = len({(one.owner, one.basis) for one in new}) == 1
    return new[0] if alike else None


def _acts_otherwise(entry: Milestone, was: Drafted | None, now: Drafted, match: Match) -> bool:
    """Whether the new wording names others as acting than the old one did, and than the plan."""
    assert match.new is not None
    if now.basis != STATED or now.owner in ((), (OTHERS,)):
        return False
    if was is None:
        # The same words name whom they named.
        changed = entry.text != match.new.fingerprint
    else:
        before = was.owner if was.basis == STATED else ()
        changed = other_bodies(before, now.owner)
    return changed and other_bodies(entry.owner, now.owner)


def estranged(plan: Plan, one: Drafted) -> Drafted:
    """With the codes among its strangers that were made for names that the plan lacks."""
    coined = (code for code in (*one.owner, *one.partners) if not is_known(plan, code))
    return replace(one, strangers=tuple(dict.fromkeys((*one.strangers, *coined))))


def is_known(plan: Plan, code: str) -> bool:
    """Whether a code may stand as an owner in the plan."""
    return code in plan.owners or code == OTHERS
