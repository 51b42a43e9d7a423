"""A new milestone: its id, its place, and its first history entry."""

from __future__ import annotations

from dataclasses import replace

from spaceplan.errors import Wrong
from spaceplan.record.dating import when_of
from spaceplan.record.decide import target_problem
from spaceplan.record.planned import Groundwork, Moment, Planned, Refused, Said, about
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.references import by_number, read_topic, topic_named
from spaceplan.roadmap.registry import Topic, TopicName, Words
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import Time
from spaceplan.yaml_text.spelling import Data


def added(plan: Plan, new: Milestone, said: Said, moment: Moment) -> Planned:
    """The addition of ``new``, behind the last entry of its topic. Raises Refused."""
    name = new.id or next_id(plan, new.topic)
    if name.casefold() in plan.taken_ids:
        raise Refused("record.id-taken", id=name)
    with about("status"):
        if new.status in ENDED:
            raise Refused("record.new-is-open", status=new.status)
        if new.kind == "start" and new.status == "active":
            raise Refused("record.new-start")
    with about("target"):
        _refuse_target(plan, new)
    if new.times and new.kind != "recurring":
        raise Refused("record.times-of-recurring")
    topic = plan.topic_by_number[new.topic]
    parts = [part.number for part in topic.subsections]
    if new.subsection is not None and new.subsection not in parts:
        wrong = {"topic": new.topic, "subsection": new.subsection}
        if not parts:
            raise Refused("record.no-subsections", **wrong)
        raise Refused("record.no-such-subsection", **wrong, have=[str(part) for part in parts])
    new = replace(new, id=name)
    entry = Change(
        date=when_of(plan, new, said, moment),
        recorded=moment.now,
        added=True,
        **said.facts,
    )
    return Planned(new, entry, after=_last_of(plan, new))


def _refuse_target(plan: Plan, new: Milestone) -> None:
    """Refuse a target that the kind does not have, or that runs back."""
    if new.target is None and new.kind != "ongoing":
        raise Refused("record.new-without-target", kind=new.kind)
    if new.target and new.target.runs_back(plan.rule):
        raise Refused("record.runs-back", id=new.id or new.topic, target=new.target)
    problem = target_problem(new.kind, new.target, None) if new.target else None
    if problem:
        raise Refused(problem.key, **problem.facts)


def with_topic(plan: Plan, word: str, title: str) -> tuple[Plan, Groundwork]:
    """The plan with a topic that it lacks, and what that adds to its file. Raises Refused."""
    try:
        number = read_topic(word)
    except Wrong as wrong:
        raise Refused(wrong.what.key, **wrong.what.facts) from None
    if topic_named(str(number), plan.topic_by_number) is not None:
        raise Refused("updating.topic-exists", number=number)
    topic = Topic(number, Words(title, title))
    data: dict[str, Data] = {"number": str(number), "title": title}
    return replace(plan, topics=(*plan.topics, topic)), Groundwork(topics=(data,))


def kind_of(target: Time | None) -> str:
    """The kind that a target by itself makes likely."""
    if target is None:
        return "ongoing"
    if target.open:
        return "recurring"
    return "window" if target.end else "deadline"


def next_id(plan: Plan, topic: TopicName) -> str:
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
    inside = plan.by_topic.get(new.topic, ())
    for entry in reversed(inside):
        if entry.subsection == new.subsection:
            return entry.id
    if inside:
        return inside[-1].id
    own = by_number(str(new.topic))
    before = [topic.number for topic in plan.topics if by_number(str(topic.number)) < own]
    return next((entry.id for entry in reversed(plan.entries) if entry.topic in before), None)
