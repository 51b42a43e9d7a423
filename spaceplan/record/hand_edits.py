"""What a person changed in the file by hand: found, and recorded as entries.

``recorded`` compares with the plan before an edit; ``by_hand`` has the file alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import (
    Moment,
    Planned,
    Refused,
    Said,
    empty_as_none,
    refuse_unauthorised,
)
from spaceplan.record.telling import (
    Before,
    Telling,
    before_hand,
    nobody_can_tell,
    refuse_before_last,
)
from spaceplan.roadmap.by_hand import is_by_hand
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.fields import HISTORIC
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.times import UNKNOWN

# The moment of what is only looked at.
_NEVER = datetime.min.replace(tzinfo=UTC)
HAND = (
    "status",
    "target",
    "rebaseline",
    "horizon",
    "kind",
    "times",
    "owner",
    "basis",
    "partners",
    "title",
)


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
        when = when_of(after, milestone, said, moment)
        for edit in edits:
            if edit.field == "rebaseline":
                refuse_unauthorised(milestone.id, said)
            if said.on is not None:
                refuse_before_last(Telling(after, milestone, when, moment.now, on=True), edit.field)
        is_new = old is None and not milestone.history
        if not (edits or is_new):
            continue
        entry = Change(
            date=when,
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


def by_hand(
    plan: Plan, milestone: Milestone, before: Before = nobody_can_tell, old: str = ""
) -> tuple[Edit, ...]:
    """The fields whose value no entry gave, with what they had been: None where nobody can tell."""
    telling = Telling(plan, milestone, UNKNOWN, _NEVER, False, old=old, before=before)
    return tuple(
        Edit(name, before_hand(telling, name), empty_as_none(getattr(milestone, name)))
        for name in HAND
        if is_by_hand(milestone, plan, name)
    )


def record(
    plan: Plan,
    milestones: Iterable[Milestone],
    said: Said,
    moment: Moment,
    before: Before = nobody_can_tell,
) -> list[Planned]:
    """Entries for what was changed by hand; ``before`` tells what it had been.

    Raises Refused where nothing tells an old status, and where a later entry stands in the way.
    """
    planned = []
    for milestone in milestones:
        edits = by_hand(plan, milestone, before, said.old)
        if not edits:
            continue
        when, at = when_of(plan, milestone, said, moment), recorded_at(milestone, moment)
        telling = Telling(plan, milestone, when, at, on=True)
        for edit in edits:
            refuse_before_last(telling, edit.field)
            if edit.field == "status" and edit.old is None:
                raise Refused("record.old-unknown", id=milestone.id, status=milestone.status)
            if edit.field == "rebaseline":
                refuse_unauthorised(milestone.id, said)
        entry = Change(
            date=when,
            recorded=at,
            edits=edits,
            **said.facts,
            by_hand=True,
        )
        planned.append(Planned(milestone, entry))
    return planned
