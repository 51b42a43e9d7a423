"""A new milestone: its id, its place, and its first history entry."""

from __future__ import annotations

from dataclasses import replace

from spaceplan.record.dating import when_of
from spaceplan.record.decide import target_problem
from spaceplan.record.planned import Moment, Planned, Refused, Said
from spaceplan.roadmap.model import Change, Milestone, Plan
from spaceplan.roadmap.states import ENDED


def added(plan: Plan, new: Milestone, said: Said, moment: Moment) -> Planned:
    """The addition of ``new``, behind the last entry of its topic. Raises Refused."""
    if not plan.entries:
        # There is no block yet whose style it could follow, and whose end undo could find again.
        raise Refused("the plan has no milestone yet; write the first one by hand, or: edit")
    name = new.id or next_id(plan, new.topic)
    taken = plan.by_id.keys() | plan.parts.keys()
    if name.casefold() in {one.casefold() for one in taken}:
        raise Refused(f"the id {name} is taken; an id is given once")
    if new.status in ENDED or (new.kind == "start" and new.status == "active"):
        raise Refused(f"a new milestone is planned or active; record {new.status} with update")
    if new.target is None and new.kind != "ongoing":
        raise Refused(f"a {new.kind} has a target; expected --target, or --kind ongoing")
    problem = target_problem(new.kind, new.target, None) if new.target else ""
    if problem:
        raise Refused(problem)
    if new.times and new.kind != "recurring":
        raise Refused("--times belongs to --kind recurring")
    topic = plan.topic_by_number[new.topic]
    parts = [part.number for part in topic.subsections]
    if new.subsection is not None and new.subsection not in parts:
        have = ", ".join(map(str, parts)) or "none"
        raise Refused(f"topic {new.topic} has no subsection {new.subsection}; it has {have}")
    new = replace(new, id=name)
    entry = Change(
        date=when_of(plan, new, said, moment),
        recorded=moment.now,
        added=True,
        reason=said.reason,
        note=said.note,
        source=said.source,
        who=said.who,
    )
    return Planned(new, entry, after=_last_of(plan, new))


def next_id(plan: Plan, topic: int) -> str:
    """The next free id of a milestone added by hand: ``4-x1``, ``4-x2`` …"""
    prefix = f"{topic}-x"
    taken = [
        int(entry.id[len(prefix) :])
        for entry in plan.entries
        if entry.id.startswith(prefix) and entry.id[len(prefix) :].isdecimal()
    ]
    return f"{prefix}{max(taken, default=0) + 1}"


def _last_of(plan: Plan, new: Milestone) -> str | None:
    """The entry behind which it goes: the last of its subsection, its topic, or an earlier one."""
    inside = [entry for entry in plan.entries if entry.topic == new.topic]
    same = [entry for entry in inside if entry.subsection == new.subsection]
    before = [entry for entry in plan.entries if entry.topic < new.topic]
    for group in (same, inside, before):
        if group:
            return group[-1].id
    return None
