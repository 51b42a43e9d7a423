"""What a milestone is said to wait for, and no longer: ``after`` as words name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spaceplan.errors import phrase
from spaceplan.record.planned import Refused
from spaceplan.roadmap.model import After, Milestone, Plan
from spaceplan.roadmap.outlook import begun_at, circle
from spaceplan.roadmap.references import named, resolve


def waits_for(
    plan: Plan,
    milestone: Milestone,
    more: Iterable[str],
    less: Iterable[str],
    basis: str,
    source: str,
) -> tuple[After, ...]:
    """``after`` with the milestones that ``more`` names and without those of ``less``.

    What is named again keeps its place, and what is known of it where nothing new is said. Raises
    UsageError for an unknown id, Refused for itself, for a circle and for what is not there.
    """
    kept = {one.id: one for one in milestone.after}
    for word in less:
        name = _original(plan, word)
        there = [one for one in kept if _original(plan, one) == name]
        if not there:
            after = list(kept) or phrase("record.nothing")
            raise Refused("record.not-after", id=milestone.id, other=name, after=after)
        for one in there:
            del kept[one]
    for word in more:
        name = _original(plan, word)
        if milestone in [one for entry in named(plan, name) for one in plan.originals(entry)]:
            raise Refused("record.after-itself", id=milestone.id, other=name)
        name = next((one for one in kept if _original(plan, one) == name), name)
        old = kept.get(name, After(name))
        kept[name] = After(name, basis or old.basis, source or old.source)
    found = tuple(kept.values())
    awaited = {one.id: [other.id for other in plan.awaited(one)] for one in plan.milestones}
    names = [part for one in found for part in plan.parts.get(one.id, (one.id,))]
    awaited[milestone.id] = [o.id for name in names for o in plan.originals(plan.by_id[name])]
    refuse_circle("record.after-circle", awaited, milestone.id)
    return found


def refuse_circle(key: str, links: Mapping[str, Sequence[str]], name: str) -> None:
    """Raise Refused with the circle, told from the milestone whose new link made it."""
    path = circle({one: others for one, others in links.items() if others})
    if path:
        raise Refused(key, circle=" → ".join(begun_at(path, path.index(name))))


def _original(plan: Plan, word: str) -> str:
    """The milestone or split bullet that a word names; of a repeat what it repeats."""
    reference = resolve(plan, word)
    if reference.kind != "milestone":
        raise Refused(f"record.is-a-{reference.kind}", ref=word)
    name = reference.value
    return (plan.by_id[name].same_as or name) if name in plan.by_id else name
