"""Whether a milestone's values and entries agree with one another, and with the calendar.

All of it is a warning: the plan can be read, but something was not recorded, or not as it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, tzinfo

from spaceplan.errors import Phrase, phrase
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap.by_hand import is_by_hand, is_told, told_last
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.truth import meant, recorded_on, steps, taken_back, today, zone_of
from spaceplan.yaml_text.tree import Node, Sequence

# No longer wrong once that day has come.
_TILL_THEN = ("plan_file.recorded-ahead", "plan_file.dated-ahead")


def check_history(reading: Reading, plan: Plan, milestone: Milestone, found: Found) -> None:
    """Note what does not agree in a milestone of a sound plan."""
    for name in ("status", "target", "rebaseline"):
        if name in found:
            _against_history(reading, plan, milestone, found[name], name)
    node = found.get("history")
    nodes = node.items if isinstance(node, Sequence) else []
    if not nodes:
        return
    zone, now = zone_of(plan), today(plan)
    for item, change in zip(nodes, milestone.history, strict=True):
        what = _date_wrong(plan, change, zone, now)
        if what is not None:
            reading.shared |= what.key in _TILL_THEN
            _warn(reading, item, what, phrase("plan_file.entry-tells-past"))
        if change.edit_of("rebaseline") and _is_unauthorised(change):
            what = phrase("plan_file.rebaselined-by-nobody", id=milestone.id)
            _warn(reading, item, what, phrase("plan_file.expected-authority"))
    for name in dict.fromkeys(e.field for change in milestone.history for e in change.edits):
        _last_from(reading, plan, milestone, nodes, name)


def _is_unauthorised(change: Change) -> bool:
    only_dates_or_takes_back = change.reverts or change.corrects
    return not only_dates_or_takes_back and not (change.authority and change.source)


def _against_history(
    reading: Reading, plan: Plan, milestone: Milestone, node: Node, name: str
) -> None:
    """A moved target or an ended status that no entry explains."""
    value = getattr(milestone, name)
    if not value or not is_by_hand(milestone, plan, name):
        return
    facts = {"id": milestone.id, "value": str(value)}
    if is_told(milestone, name):
        last = str(told_last(milestone, plan, name))
        what = phrase("plan_file.not-last-entry", name=name, last=last, **facts)
        how = "plan_file.record-change"
    elif name == "target":
        what = phrase("plan_file.moved-unsaid", baseline=str(milestone.baseline), **facts)
        how = "plan_file.record-it"
    elif name == "rebaseline":
        what, how = phrase("plan_file.rebaselined-unsaid", **facts), "plan_file.record-it"
    elif milestone.status in ENDED:
        what, how = phrase("plan_file.ended-unsaid", **facts), "plan_file.record-it"
    else:
        return
    _warn(reading, node, what, phrase(how, id=milestone.id))


def _date_wrong(plan: Plan, change: Change, zone: tzinfo, now: date) -> Phrase | None:
    """What is wrong with when an entry speaks, or when it was recorded, in the plan's zone."""
    recorded = recorded_on(change, zone)
    first, last = meant(change.date, recorded, plan.rule)
    said = str(change.date)
    if recorded > now:
        return phrase("plan_file.recorded-ahead", recorded=str(recorded), today=str(now))
    if first > now:
        return phrase("plan_file.dated-ahead", date=said, today=str(now))
    if first > recorded:
        return phrase("plan_file.entry-ahead", date=said)
    if last < plan.decided:
        return phrase("plan_file.before-decided", date=said, decided=str(plan.decided))
    return None


def _last_from(
    reading: Reading, plan: Plan, milestone: Milestone, nodes: list[Node], name: str
) -> None:
    """The last entry of a field says what it was before; the entries up to it may say otherwise.

    Two offices then changed one thing without knowing of each other.
    """
    history = milestone.history
    number = max(n for n, change in enumerate(history) if change.edit_of(name))
    entry = history[number]
    edit = entry.edit_of(name)
    if edit is None or entry.reverts or entry.corrects or number in taken_back(history):
        return
    # Since then somebody knew of both, and took one back.
    of_field = {change.change for change in history[:number] if change.edit_of(name)}
    if any(change.reverts in of_field for change in history[number + 1 :]):
        return
    order = steps(replace(milestone, history=history[: number + 1]), plan, name)
    place = next(n for n, step in enumerate(order) if step.entry is entry)
    before = order[place - 1].entry.edit_of(name) if place else None
    value = before.new if before else _first(history, name)
    if value != edit.old:
        facts = {"name": name, "old": _text(edit.old), "value": _text(value)}
        _warn(reading, nodes[number], phrase("plan_file.from-differs", **facts), None)


def _first(history: tuple[Change, ...], name: str) -> object:
    return next(edit.old for change in history if (edit := change.edit_of(name)))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "(none)" if value is None else str(getattr(value, "en", value) or value)


def _warn(reading: Reading, node: Node, what: Phrase, how: Phrase | None) -> None:
    reading.warn(node, what, how)
