"""What a person changed in a plan's text: compared with the plan before, and recorded."""

from __future__ import annotations

from spaceplan.plan_file.keys import HISTORIC
from spaceplan.record.decide import Moment, Planned, Refused, Said, empty_as_none, when_of
from spaceplan.roadmap.model import Change, Edit, Milestone, Plan


def recorded(before: Plan, after: Plan, said: Said, moment: Moment) -> list[Planned]:
    """One entry for each milestone of ``after`` whose fields were changed, or that is new.

    A milestone whose history was edited too is taken to be recorded by that. Raises Refused where
    a milestone is gone: one is dropped, never deleted.
    """
    gone = [entry.id for entry in before.entries if entry.id not in after.by_id]
    if gone:
        raise Refused(
            f"{', '.join(gone)} {'is' if len(gone) == 1 else 'are'} gone; a milestone is given up "
            "with status: dropped, its block stays"
        )
    planned: list[Planned] = []
    for milestone in after.milestones:
        old = before.by_id.get(milestone.id)
        if old is not None and old.history != milestone.history:
            continue
        edits = _edits(old, milestone) if old is not None else ()
        is_new = old is None and not milestone.history
        if not (edits or is_new):
            continue
        entry = Change(
            date=when_of(after, milestone, said, moment),
            recorded=moment.now,
            edits=edits,
            added=is_new,
            by_hand=True,
            reason=said.reason,
            note=said.note,
            source=said.source,
            who=said.who,
        )
        planned.append(Planned(milestone, entry))
    return planned


def _edits(old: Milestone, new: Milestone) -> tuple[Edit, ...]:
    found = []
    for name in HISTORIC:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            found.append(Edit(name, empty_as_none(before), empty_as_none(after)))
    return tuple(found)
