"""From a wish to the changes that are recorded, by the rules of time: pure functions of a plan.

What makes no sense is refused with a sentence (``Refused``); what would change nothing gives no
change. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spaceplan.errors import Phrase, phrase
from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import Moment, Planned, Refused, Said, Wish, empty_as_none
from spaceplan.roadmap.fields import TOLD
from spaceplan.roadmap.model import Change, Edit, Milestone, Plan
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import holds, in_force, standing_entries


def update(
    plan: Plan, milestones: Iterable[Milestone], wish: Wish, said: Said, moment: Moment
) -> list[Planned]:
    """What an update records, one entry for each milestone that it changes. Raises Refused."""
    planned = [_update_one(plan, milestone, wish, said, moment) for milestone in milestones]
    return [change for change in planned if change is not None]


def _update_one(
    plan: Plan, milestone: Milestone, wish: Wish, said: Said, moment: Moment
) -> Planned | None:
    when = when_of(plan, milestone, said, moment)
    edits: list[Edit] = []
    also: dict[str, object] = {}
    occurred = False
    corrects: Time | str | None = None
    for name, value in wish.fields.items():
        if name == "status":
            if milestone.kind == "recurring" and value == "done":
                _refuse_after_its_end(plan, milestone, when)
                occurred = True
                continue
            edit, corrects = _status(plan, milestone, str(value), said, when)
        elif name == "target":
            kind = str(wish.fields.get("kind", milestone.kind))
            edit = _target(plan, replace(milestone, kind=kind), value, said)
            if edit and milestone.baseline is None:
                also["baseline"] = edit.old or edit.new
        else:
            current = getattr(milestone, name)
            edit = Edit(name, empty_as_none(current), empty_as_none(value))
            if current == value:
                edit = None
            elif name == "owner" and milestone.basis == "stated":
                # Another owner than the text states is somebody's assignment.
                edits.append(edit)
                edit = Edit("basis", "stated", "assigned")
        if edit is not None:
            edits.append(edit)
    if "kind" in wish.fields:
        _refuse_misfit(milestone, wish)
    if not (edits or occurred or said.tells or _new_reason(milestone, said)):
        return None
    entry = Change(
        date=when,
        recorded=recorded_at(milestone, moment),
        edits=tuple(edits),
        occurred=occurred,
        corrects=corrects,
        **said.facts,
    )
    if _says_again(milestone, entry):
        return None
    return Planned(milestone, entry, also)


def _refuse_after_its_end(plan: Plan, milestone: Milestone, when: Time) -> None:
    """Refuse an occurrence of what had ended by then; one before the end may be told late."""
    if milestone.status not in ENDED:
        return
    said = [(c.date, edit.new) for c in in_force(milestone, plan) if (edit := c.edit_of("status"))]
    if not said or said[-1][1] != milestone.status:  # ended by hand: nobody knows when
        return
    end = said[-1][0]
    if when.first_day(plan.rule) > (end.last_day(plan.rule) or date.max):
        raise Refused(
            "record.after-its-end", id=milestone.id, status=milestone.status, end=end, on=when
        )


def _refuse_misfit(milestone: Milestone, wish: Wish) -> None:
    """Refuse a kind that the target, old or new, does not fit."""
    kind = str(wish.fields["kind"])
    target = wish.fields.get("target", milestone.target)
    if not isinstance(target, Time):
        problem = None if kind == "ongoing" else phrase("record.has-a-target", kind=kind)
    else:
        problem = target_problem(kind, target, None)
    if problem:
        raise Refused("record.problem-of", id=milestone.id, problem=problem)


def _says_again(milestone: Milestone, entry: Change) -> bool:
    """Whether an entry in force says all this already, as when a command is run twice."""
    if entry.edits:
        return False
    told = _told(entry)
    return any(
        _told(old) == told
        for old in standing_entries(milestone)
        if not (old.reverts or old.checked)
    )


def _told(entry: Change) -> tuple[object, ...]:
    """All that an entry without edits says."""
    return (entry.date, entry.occurred, *(getattr(entry, fact.name) for fact in TOLD))


def _new_reason(milestone: Milestone, said: Said) -> bool:
    """Whether a reason is given that the history does not give yet."""
    return bool(said.reason) and all(
        old.reason != said.reason for old in standing_entries(milestone)
    )


def _status(
    plan: Plan, milestone: Milestone, status: str, said: Said, when: Time
) -> tuple[Edit | None, Time | str | None]:
    """A new status, or the correction of when it came about."""
    current = milestone.status
    if status != current:
        if current in ENDED and not said.note:
            raise Refused("record.takes-back", id=milestone.id, current=current, status=status)
        return Edit("status", current, status), None
    if said.on is None:
        return None, None
    for change in reversed(in_force(milestone, plan)):
        edit = change.edit_of("status")
        if edit is None:
            continue
        if edit.new != current:  # changed by hand since
            return Edit("status", edit.new, status), None
        if change.date == when or holds(when, change.date, plan.rule):
            return None, None
        return Edit("status", current, status), change.change or change.date
    if current in ENDED or (milestone.kind == "start" and current == "active"):
        return Edit("status", "planned", status), None
    return None, None


def _target(plan: Plan, milestone: Milestone, value: object, said: Said) -> Edit | None:
    if not isinstance(value, Time):
        raise Refused("record.not-without-target", id=milestone.id, kind=milestone.kind)
    if milestone.target == value:
        return None
    if milestone.status in ENDED and not said.note:
        raise Refused("record.target-of-ended", id=milestone.id, status=milestone.status)
    problem = target_problem(milestone.kind, value, milestone.target)
    if problem:
        raise Refused("record.problem-of", id=milestone.id, problem=problem)
    if value.runs_back(plan.rule):
        raise Refused("record.runs-back", id=milestone.id, target=value)
    return Edit("target", milestone.target, value)


def target_problem(kind: str, target: Time, current: Time | None) -> Phrase | None:
    """Why a target does not fit a kind; None where it does."""
    begins = current.start if current else target.start
    if kind == "ongoing":
        return phrase("record.ongoing-has-none")
    if kind == "recurring":
        if not (target.open or target.end):
            return phrase("record.every-year", target=target)
    elif target.open:
        return phrase("record.has-a-last-day", kind=kind, start=target.start)
    elif kind == "window" and not target.end:
        return phrase("record.two-ends", begins=begins, ends=target.start)
    elif kind == "deadline" and target.end:
        return phrase("record.one-end", end=target.end)
    return None
