"""What a person changed in the file by hand: found, and recorded as entries.

``recorded`` compares with the plan before an edit; ``by_hand`` has the file alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said, empty_as_none
from spaceplan.roadmap.fields import HISTORIC
from spaceplan.roadmap.model import Change, Edit, Milestone, Plan
from spaceplan.roadmap.states import ENDED

HAND = ("status", "target", "horizon", "kind", "times", "owner", "basis", "partners", "title")


def recorded(before: Plan, after: Plan, said: Said, moment: Moment) -> list[Planned]:
    """One entry for each milestone of ``after`` whose fields were changed, or that is new.

    A milestone whose history was edited too is taken to be recorded by that. Raises Refused where
    a milestone is gone: one is dropped, never deleted.
    """
    gone = [entry.id for entry in before.entries if entry.id not in after.by_id]
    if gone:
        raise Refused("record.is-gone" if len(gone) == 1 else "record.are-gone", ids=gone)
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
            **said.facts,
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


def by_hand(plan: Plan, milestone: Milestone) -> tuple[Edit, ...]:
    """The fields whose value no entry explains: changed by hand since, or from the start.

    A target is measured against the last entry's, else the baseline; a status against the last
    entry's, else it is unexplained only where it has ended; other fields against their last entry.
    """
    last: dict[str, object] = {}
    for change in milestone.history:
        for edit in change.edits:
            last[edit.field] = edit.new
    found: list[Edit] = []
    for name in HAND:
        current = empty_as_none(getattr(milestone, name))
        if name in last:
            old = last[name]
        elif name == "target" and milestone.baseline is not None:
            old = milestone.baseline
        elif name == "status" and current in ENDED:
            old = "planned"
        else:
            continue
        if old != current:
            found.append(Edit(name, old, current))
    return tuple(found)


def record(
    plan: Plan, milestones: Iterable[Milestone], said: Said, moment: Moment
) -> list[Planned]:
    """Entries for what was changed by hand."""
    planned = []
    for milestone in milestones:
        edits = by_hand(plan, milestone)
        if edits:
            entry = Change(
                date=when_of(plan, milestone, said, moment),
                recorded=recorded_at(milestone, moment),
                edits=edits,
                **said.facts,
                by_hand=True,
            )
            planned.append(Planned(milestone, entry))
    return planned
