"""From a wish to the changes that are recorded, by the rules of time: pure functions of a plan.

What makes no sense is refused with a sentence (``Refused``); what would change nothing gives no
change. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spaceplan.errors import Phrase, phrase
from spaceplan.record.dating import recorded_at, when_of
from spaceplan.record.planned import (
    Moment,
    Planned,
    Refused,
    Said,
    Wish,
    about,
    empty_as_none,
    refuse_unauthorised,
)
from spaceplan.record.telling import Before, Telling, Told, nobody_can_tell, tell, tell_again
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.fields import TOLD
from spaceplan.roadmap.flags import is_unexplained
from spaceplan.roadmap.lifecycle import claimed, ended
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.states import ENDED
from spaceplan.roadmap.times import UNKNOWN, Time
from spaceplan.roadmap.truth import standing_entries

# As a baseline to set anew: the target that each milestone has.
EACH_TARGET = "target"


def update(
    plan: Plan,
    milestones: Iterable[Milestone],
    wish: Wish,
    said: Said,
    moment: Moment,
    before: Before = nobody_can_tell,
) -> list[Planned]:
    """What an update records, one entry for each milestone that it changes. Raises Refused.

    ``before`` tells what a status that was changed by hand had been.
    """
    planned = [_update_one(plan, one, wish, said, moment, before) for one in milestones]
    return [change for change in planned if change is not None]


def _update_one(
    plan: Plan, milestone: Milestone, wish: Wish, said: Said, moment: Moment, before: Before
) -> Planned | None:
    when, at = when_of(plan, milestone, said, moment), recorded_at(milestone, moment)
    on = said.on is not None
    telling = Telling(plan, milestone, when, at, on, wish.past, said.old, before)
    found: list[Told] = []
    occurred = False
    for name, value in wish.fields.items():
        with about(name):
            if name == "status" and milestone.kind == "recurring" and value == "done":
                _refuse_after_its_end(plan, milestone, when)
                occurred = True
            else:
                found += _tell(telling, name, wish, said)
    if "kind" in wish.fields:
        with about("kind"):
            _refuse_misfit(milestone, wish)
    edits, corrects = _together(milestone, found, occurred)
    # Who decided a baseline, and where, is nothing to tell of one that stands so already.
    tells = (
        said.tells or new_reason(plan, milestone, said, moment)
    ) and "rebaseline" not in wish.fields
    if not (edits or occurred or tells):
        return None
    entry = Change(
        date=when,
        recorded=at,
        edits=edits,
        occurred=occurred,
        corrects=corrects,
        **said.facts,
    )
    if _says_again(milestone, entry):
        return None
    stays = tuple(told.stays for told in found if told.stays is not None)
    return Planned(milestone, entry, _first_baseline(milestone, found), stays)


def _tell(telling: Telling, name: str, wish: Wish, said: Said) -> list[Told]:
    """What is recorded of one field that is wished. Raises Refused."""
    milestone, value = telling.milestone, wish.fields[name]
    if name == "status":
        return [_status(telling, str(value), said)]
    if name == "target":
        return [_target(telling, str(wish.fields.get("kind", milestone.kind)), value, said)]
    if name == "rebaseline":
        return [_rebaseline(telling, value, wish.fields.get("target", milestone.target), said)]
    if name in ("forecast", "confidence"):
        return _outlook(telling, name, wish)
    if name == "progress" and value:
        _refuse_whole(milestone, str(wish.fields.get("status", milestone.status)))
        if milestone.progress == value:
            return [tell_again(telling, name)]
    found = _field(telling, name, value)
    if found and name == "owner" and "text" in wish.fields:
        # It comes with the words that state it.
        return [found[0], *_field(telling, "basis", "stated")]
    return found


def _refuse_whole(milestone: Milestone, status: str) -> None:
    """Refuse partial delivery of what is met, or of what is met year by year."""
    if milestone.kind == "recurring":
        raise Refused("record.progress-of-recurring", id=milestone.id)
    if claimed(replace(milestone, status=status)):
        raise Refused("record.progress-of-whole", id=milestone.id, status=status)


def _first_baseline(milestone: Milestone, found: Iterable[Told]) -> dict[str, object]:
    """The baseline of one that has none: its first target."""
    if milestone.baseline is None:
        for told in found:
            if told.edit and told.edit.field == "target" and told.stays is None:
                return {"baseline": told.edit.old or told.edit.new}
            if told.edit and told.edit.field == "rebaseline":
                return {"baseline": milestone.target}
    return {}


def _together(
    milestone: Milestone, found: list[Told], occurred: bool
) -> tuple[tuple[Edit, ...], Time | str | None]:
    """The edits of one entry, and what it corrects: an entry that corrects does nothing else."""
    anew = tuple(told.edit for told in found if told.edit and told.corrects is None)
    if anew or occurred:
        return anew, None
    corrections = [told for told in found if told.edit]
    if len({str(told.corrects) for told in corrections}) > 1:
        raise Refused("record.two-corrections", id=milestone.id)
    edits = tuple(told.edit for told in corrections if told.edit)
    return edits, corrections[0].corrects if corrections else None


def _field(telling: Telling, name: str, value: object) -> list[Told]:
    """A new value of any field that has no rules of its own."""
    milestone, wanted = telling.milestone, empty_as_none(value)
    if empty_as_none(getattr(milestone, name)) == wanted:
        return []
    told = tell(telling, name, wanted)
    if name == "owner" and milestone.basis == "stated" and told.stays is None:
        # Another owner than the text states is somebody's assignment.
        return [told, tell(telling, "basis", "assigned")]
    if name == "kind" and milestone.times and told.stays is None:
        # Only what recurs has a number of times a year.
        return [told, tell(telling, "times", None)]
    return [told]


def _outlook(telling: Telling, name: str, wish: Wish) -> list[Told]:
    """A forecast, and how sure it is: one that is told anew is as sure as is said with it."""
    milestone, value = telling.milestone, wish.fields[name]
    expected = wish.fields.get("forecast", milestone.forecast)
    kind = str(wish.fields.get("kind", milestone.kind))
    if name == "confidence":
        if value and expected is None:
            raise Refused("record.confidence-of-nothing", id=milestone.id)
        return _field(telling, name, value)
    if isinstance(value, Time):
        if kind == "recurring":
            raise Refused("record.forecast-recurring", id=milestone.id)
        if value.open:
            raise Refused("record.forecast-open", id=milestone.id, start=value.start)
        if value.runs_back(telling.plan.rule):
            raise Refused("record.runs-back", id=milestone.id, target=value)
    told = _field(telling, name, value)
    if told and "confidence" not in wish.fields:
        told += _field(telling, "confidence", None)
    return told


def _refuse_after_its_end(plan: Plan, milestone: Milestone, when: Time) -> None:
    """Refuse an occurrence of what had ended by then; one before the end may be told late."""
    if when.start.unit == "unknown":
        raise Refused("record.occurrence-undated", id=milestone.id)
    end = ended(milestone, plan)
    if end is not None and when.first_day(plan.rule) > end.last:
        raise Refused(
            "record.after-its-end", id=milestone.id, status=milestone.status, end=end.when, on=when
        )


def _refuse_misfit(milestone: Milestone, wish: Wish) -> None:
    """Refuse a kind that the target, old or new, does not fit."""
    kind = str(wish.fields["kind"])
    target = wish.fields.get("target", milestone.target)
    if not isinstance(target, Time):
        problem = None if kind == "ongoing" else phrase("record.has-a-target", kind=phrase(kind))
    else:
        problem = target_problem(kind, target, None)
    if problem:
        raise Refused("record.problem-of", id=milestone.id, problem=problem)


def _says_again(milestone: Milestone, entry: Change) -> bool:
    """Whether an entry in force says all this already, as when a command is run twice."""
    if entry.edits:
        return False
    told, since = _told(entry), 0
    said = [old for old in standing_entries(milestone) if not (old.reverts or old.checked)]
    if entry.remedy or entry.remedy_by:  # the newest counts
        said = [old for old in said if old.remedy or old.remedy_by][-1:]
    elif entry.reason or entry.authority:  # of a later change they are told anew
        since = max((n for n, old in enumerate(said) if old.edits), default=0)
    return any(_told(old) == told for old in said[since:])


def _told(entry: Change) -> tuple[object, ...]:
    """All that an entry without edits says."""
    return (entry.date, entry.occurred, *(getattr(entry, fact.name) for fact in TOLD))


def new_reason(plan: Plan, milestone: Milestone, said: Said, moment: Moment) -> bool:
    """Whether a reason is given that the history does not give yet, or gives of something else."""
    if not said.reason:
        return False
    if all(old.reason != said.reason for old in standing_entries(milestone)):
        return True
    return is_unexplained(milestone, standing(milestone, plan, moment.today), plan)


def _status(telling: Telling, status: str, said: Said) -> Told:
    """A new status, a step of the past, or the correction of when it came about."""
    milestone = telling.milestone
    if status == milestone.status:
        return tell_again(telling, "status")
    told = tell(telling, "status", status)
    if told.edit and told.stays is None and milestone.status in ENDED and not said.note:
        raise Refused("record.takes-back", id=milestone.id, current=milestone.status, status=status)
    return told


def _target(telling: Telling, kind: str, value: object, said: Said) -> Told:
    milestone = telling.milestone
    if not isinstance(value, Time):
        raise Refused("record.not-without-target", id=milestone.id, kind=kind)
    if milestone.target == value:
        return tell_again(telling, "target")
    problem = target_problem(kind, value, milestone.target)
    if problem:
        raise Refused("record.problem-of", id=milestone.id, problem=problem)
    if value.runs_back(telling.plan.rule):
        raise Refused("record.runs-back", id=milestone.id, target=value)
    told = tell(telling, "target", value)
    if told.edit and told.stays is None and milestone.status in ENDED and not said.note:
        raise Refused("record.target-of-ended", id=milestone.id, status=milestone.status)
    return told


def _rebaseline(telling: Telling, value: object, target: object, said: Said) -> Told:
    """The baseline set anew: by an authority, and before the milestone ended. Raises Refused.

    Of ``EACH_TARGET`` what has no time of its own, or has ended, is let be.
    """
    milestone, plan = telling.milestone, telling.plan
    if value == EACH_TARGET:
        if target is None or milestone.status in ENDED:
            return Told()
        value = target
    if not isinstance(value, Time) or target is None:
        raise Refused("record.no-baseline-to-set", id=milestone.id, kind=milestone.kind)
    refuse_unauthorised(milestone.id, said)
    if value == milestone.rebaseline:
        return tell_again(telling, "rebaseline")
    if value == (milestone.rebaseline or milestone.baseline):
        return Told()
    problem = target_problem(milestone.kind, value, milestone.baseline)
    if problem:
        raise Refused("record.problem-of", id=milestone.id, problem=problem)
    if milestone.status in ENDED:
        end, when = ended(milestone, plan), telling.when
        if end is None or when == UNKNOWN or when.first_day(plan.rule) > end.last:
            raise Refused("record.rebaseline-of-ended", id=milestone.id, status=milestone.status)
    return tell(telling, "rebaseline", value)


def with_baseline(milestones: Iterable[Milestone], value: object) -> tuple[Milestone, ...]:
    """Those whose baseline may be set anew to a value: of a whole topic what has no time of its
    own, has ended, or has a time of another form is let be."""
    return tuple(
        one
        for one in milestones
        if one.target
        and one.status not in ENDED
        and not (isinstance(value, Time) and target_problem(one.kind, value, one.baseline))
    )


def target_problem(kind: str, target: Time, current: Time | None) -> Phrase | None:
    """Why a target does not fit a kind; None where it does."""
    begins = current.start if current else target.start
    if kind == "ongoing":
        return phrase("record.ongoing-has-none")
    if kind == "recurring":
        if not (target.open or target.end):
            return phrase("record.every-year", target=target)
    elif target.open:
        return phrase("record.has-a-last-day", kind=phrase(kind), start=target.start)
    elif kind == "window" and not target.end:
        return phrase("record.two-ends", begins=begins, ends=target.start)
    elif kind == "deadline" and target.end:
        return phrase("record.one-end", end=target.end)
    return None
