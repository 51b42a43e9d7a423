"""From a wish to the changes that are recorded, by the rules of time: pure functions of a plan.

What makes no sense is refused with a sentence (``Refused``); what would change nothing gives no
change. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from spaceplan.errors import UsageError
from spaceplan.roadmap.model import ENDED, OTHERS, Change, Checked, Edit, Milestone, Plan
from spaceplan.roadmap.references import named, resolve
from spaceplan.roadmap.times import Time, read_time
from spaceplan.roadmap.truth import in_force, standing_entries, taken_back
from spaceplan.yaml_text.spelling import Data

# What tells two entries apart that would be recorded at one moment.
TICK = timedelta(milliseconds=1)


class Refused(UsageError):
    """A change that may not be; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is told of a change: when it became true, why, and where that can be read."""

    on: Time | None = None
    reason: str = ""
    note: str = ""
    source: str = ""
    who: str = ""

    @property
    def tells(self) -> bool:
        """Whether there is something to record even where no field changes."""
        return bool(self.note or self.source)


@dataclass(frozen=True, slots=True)
class Wish:
    """The fields to set, by name and typed; a field that is absent is left alone."""

    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a command records: what its entries say, and the date in the plan's zone.

    ``now`` is later than the clock where the plan's newest entry is.
    """

    now: datetime
    today: date


@dataclass(frozen=True, slots=True)
class Planned:
    """One milestone's recorded change.

    ``entry`` is what its history gets; ``set_also`` are fields that change without being history
    (a baseline that was missing). ``replaces_last`` marks a ``checked`` entry that continues the
    one before it. For a milestone that is added, ``after`` is the id behind which it goes.
    """

    milestone: Milestone
    entry: Change
    set_also: Mapping[str, object] = field(default_factory=dict)
    replaces_last: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """The milestones that references name, and remarks such as "17-31 repeats 17-24"."""

    milestones: tuple[Milestone, ...]
    remarks: tuple[tuple[str, str], ...]  # (repeat, original)


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What a new revision changes beside the milestones' histories, as plain data: topics and
    documents for the plan's head, and (id, fields) of repeats, which have no history."""

    topics: tuple[Mapping[str, Data], ...] = ()
    documents: tuple[Mapping[str, Data], ...] = ()
    repeats: tuple[tuple[str, Mapping[str, Data | None]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.topics or self.documents or self.repeats)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command decided: its changes, none where there is nothing to do."""

    planned: tuple[Planned, ...]
    targets: Targets = Targets((), ())
    groundwork: Groundwork = Groundwork()


def targets(plan: Plan, refs: Sequence[str], all_parts: bool) -> Targets:
    """The originals that an update of ``refs`` is about. Raises UsageError for what is unclear."""
    found: dict[str, Milestone] = {}
    remarks: list[tuple[str, str]] = []
    for ref in refs:
        reference = resolve(plan, ref)
        if reference.kind != "milestone":
            raise UsageError(
                f"{ref} is a {reference.kind}; an update names milestones: "
                f"spaceplan show {ref} lists them"
            )
        entries = named(plan, reference.value)
        originals = [original for entry in entries for original in plan.originals(entry)]
        if len(originals) > 1 and not all_parts:
            ids = ", ".join(original.id for original in originals)
            raise UsageError(
                f"{reference.value} has several parts: {ids}; name one, or add --all-parts"
            )
        remarks += [
            (entry.id, original.id)
            for entry in entries
            if entry.same_as
            for original in plan.originals(entry)
        ]
        found.update({original.id: original for original in originals})
    return Targets(tuple(found.values()), tuple(remarks))


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
    corrects: Time | None = None
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
        recorded=_recorded(milestone, moment),
        edits=tuple(edits),
        occurred=occurred,
        corrects=corrects,
        reason=said.reason,
        note=said.note,
        source=said.source,
        who=said.who,
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
            f"{milestone.id} is {milestone.status} since {end}, before --on {when}; "
            "set it active first, with --note"
        )


def _refuse_misfit(milestone: Milestone, wish: Wish) -> None:
    """Refuse a kind that the target, old or new, does not fit."""
    kind = str(wish.fields["kind"])
    target = wish.fields.get("target", milestone.target)
    if not isinstance(target, Time):
        problem = "" if kind == "ongoing" else f"a {kind} has a target"
    else:
        problem = target_problem(kind, target, None)
    if problem:
        raise Refused(f"{milestone.id}: {problem}")


def empty_as_none(value: object) -> object:
    """A field's value as a history entry holds it."""
    return None if value in ((), "", {}) else value


def when_of(plan: Plan, milestone: Milestone, said: Said, moment: Moment) -> Time:
    """The date of an entry: as said, else today. Not in the future, not before the plan."""
    when = said.on or read_time(moment.today.isoformat())
    if when.first_day(plan.rule) > moment.today:
        raise Refused(
            f"{milestone.id}: --on {when} is in the future (today is {moment.today}); "
            "what is only expected is a --target"
        )
    if (when.last_day(plan.rule) or date.max) < plan.decided:
        raise Refused(
            f"{milestone.id}: --on {when} is before the plan was decided on {plan.decided}"
        )
    return when


def _recorded(milestone: Milestone, moment: Moment) -> datetime:
    """Now, but always after the milestone's last entry: a clock that was set back reorders
    nothing."""
    last = milestone.history[-1].recorded if milestone.history else None
    if last is None or last < moment.now:
        return moment.now
    return last.astimezone(moment.now.tzinfo) + TICK


def _says_again(milestone: Milestone, entry: Change) -> bool:
    """Whether an entry in force says all this already, as when a command is run twice."""
    if entry.edits:
        return False
    told = (entry.date, entry.occurred, entry.reason, entry.note, entry.source, entry.who)
    return any(
        (old.date, old.occurred, old.reason, old.note, old.source, old.who) == told
        for old in standing_entries(milestone)
        if not (old.reverts or old.checked)
    )


def _new_reason(milestone: Milestone, said: Said) -> bool:
    """Whether a reason is given that the history does not give yet."""
    return bool(said.reason) and all(
        old.reason != said.reason for old in standing_entries(milestone)
    )


def _status(
    plan: Plan, milestone: Milestone, status: str, said: Said, when: Time
) -> tuple[Edit | None, Time | None]:
    """A new status, or the correction of when it came about."""
    current = milestone.status
    if status != current:
        if current in ENDED and not said.note:
            raise Refused(
                f"{milestone.id} is {current}; setting it {status} takes that back and needs "
                "--note with the reason"
            )
        return Edit("status", current, status), None
    if said.on is None:
        return None, None
    for change in reversed(in_force(milestone, plan)):
        edit = change.edit_of("status")
        if edit is None:
            continue
        if edit.new != current:  # changed by hand since
            return Edit("status", edit.new, status), None
        if change.date == when:
            return None, None
        return Edit("status", current, status), change.date
    if current in ENDED or (milestone.kind == "start" and current == "active"):
        return Edit("status", "planned", status), None
    return None, None


def _target(plan: Plan, milestone: Milestone, value: object, said: Said) -> Edit | None:
    if not isinstance(value, Time):
        raise Refused(f"{milestone.id}: a {milestone.kind} cannot be without a target")
    if milestone.target == value:
        return None
    if milestone.status in ENDED and not said.note:
        raise Refused(
            f"{milestone.id} is {milestone.status}; a new target for it needs --note with the "
            "reason"
        )
    problem = target_problem(milestone.kind, value, milestone.target)
    if problem:
        raise Refused(f"{milestone.id}: {problem}")
    if value.runs_back(plan.rule):
        raise Refused(f"{milestone.id}: {value} ends before it begins; expected EARLIER..LATER")
    return Edit("target", milestone.target, value)


def target_problem(kind: str, target: Time, current: Time | None) -> str:
    """Why a target does not fit a kind, or ""."""
    begins = current.start if current else target.start
    if kind == "ongoing":
        return "an ongoing milestone has no target; change its kind first, by hand or with edit"
    if kind == "recurring":
        if not (target.open or target.end):
            return f"a recurring milestone is due every year from one on; expected {target}.."
    elif target.open:
        return f"a {kind} has a last day; expected {target.start} or A..B"
    elif kind == "window" and not target.end:
        return f"a window has two ends; expected {begins}..{target.start}"
    elif kind == "deadline" and target.end:
        return f"a deadline has one end; expected {target.end}"
    return ""


def checked(
    plan: Plan, milestones: Iterable[Milestone], said: Said, moment: Moment
) -> list[Planned]:
    """Somebody looked and found nothing new; continues a ``checked`` entry that is the last."""
    if said.reason:
        raise Refused("--reason: who found nothing new has no reason to give; expected --note")
    planned = []
    for milestone in milestones:
        when = when_of(plan, milestone, said, moment)
        day = when.last_day(plan.rule)
        if when.start.unit != "day" or day is None:
            raise Refused(f"--on {when}: somebody looks on a day; expected for example 2026-11-24")
        last = milestone.history[-1] if milestone.history else None
        seen = Checked(day, day, 1)
        goes_on = last is not None and last.checked is not None and last.who == said.who
        if goes_on and last is not None and last.checked is not None:
            before = last.checked
            if before.last == day and not said.tells:
                continue
            seen = Checked(min(before.first, day), max(before.last, day), before.count + 1)
            goes_on = not (said.tells or last.note or last.source)
            if not goes_on:
                seen = Checked(day, day, 1)
        entry = Change(
            date=read_time(seen.last.isoformat()),
            recorded=_recorded(milestone, moment),
            checked=seen,
            note=said.note,
            source=said.source,
            who=said.who,
        )
        planned.append(Planned(milestone, entry, replaces_last=goes_on))
    return planned


HAND = ("status", "target", "horizon", "kind", "times", "owner", "basis", "partners", "title")


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
                recorded=_recorded(milestone, moment),
                edits=edits,
                reason=said.reason,
                note=said.note,
                source=said.source,
                who=said.who,
                by_hand=True,
            )
            planned.append(Planned(milestone, entry))
    return planned


def revert(plan: Plan, change: str, said: Said, moment: Moment) -> list[Planned]:
    """Take back a change by new entries: each dated as the one it takes back, so that what was
    true before it is true again from that day. Raises Refused where a later change stands on it.
    """
    planned: list[Planned] = []
    for milestone in plan.milestones:
        gone = taken_back(milestone.history)
        for number, entry in enumerate(milestone.history):
            if entry.change != change or number in gone:
                continue
            planned.append(_revert_one(milestone, entry, number, said, moment))
    if not planned:
        known = any(e.change == change for m in plan.milestones for e in m.history)
        raise Refused(
            f"change {change} is already taken back"
            if known
            else f"there is no change {change}; spaceplan history lists them"
        )
    return planned


def _revert_one(
    milestone: Milestone, entry: Change, number: int, said: Said, moment: Moment
) -> Planned:
    if entry.added:
        raise Refused(
            f"{milestone.id} was added by change {entry.change}; "
            f"drop it instead: spaceplan drop {milestone.id}"
        )
    back: list[Edit] = []
    for edit in entry.edits:
        current = empty_as_none(getattr(milestone, edit.field))
        if current != edit.new:
            later = next(
                (
                    change.change
                    for change in milestone.history[number + 1 :]
                    if change.edit_of(edit.field)
                ),
                "",
            )
            by = f" (change {later})" if later else " (by hand)"
            raise Refused(
                f"{milestone.id}: {edit.field} was changed again since{by}; take that back first"
            )
        if edit.old != edit.new:
            back.append(Edit(edit.field, edit.new, edit.old))
    return Planned(
        milestone,
        Change(
            date=entry.date,
            recorded=_recorded(milestone, moment),
            edits=tuple(back),
            reverts=entry.change,
            note=said.note,
            source=said.source,
            who=said.who,
        ),
    )


def last_change(plan: Plan) -> str:
    """The id of the newest recorded command, or "" where no command recorded anything.

    Of entries recorded at the same moment the one further down in the file counts; those that a
    person wrote, without an id, are no command's.
    """
    newest: Change | None = None
    for milestone in plan.milestones:
        for entry in milestone.history:
            if entry.change and (newest is None or entry.recorded >= newest.recorded):
                newest = entry
    return newest.change if newest else ""


def changes_of(plan: Plan, change: str) -> list[tuple[Milestone, Change]]:
    """Every entry of one command, with its milestone."""
    return [
        (milestone, entry)
        for milestone in plan.milestones
        for entry in milestone.history
        if entry.change == change
    ]


def after(planned: Planned) -> Milestone:
    """The milestone as it stands once the change is made."""
    milestone = planned.milestone
    history = milestone.history[:-1] if planned.replaces_last else milestone.history
    fields = {edit.field: edit.new for edit in planned.entry.edits}
    empty: dict[str, object] = {"owner": (), "partners": (), "see": (), "charts": (), "links": ()}
    typed = {
        name: empty.get(name) if value is None else value
        for name, value in {**fields, **planned.set_also}.items()
    }
    return replace(milestone, history=(*history, planned.entry), **typed)  # type: ignore[arg-type]


def owner_codes(plan: Plan, words: Iterable[str]) -> tuple[str, ...]:
    """Owner codes from codes or names; ``others`` or 等 may stand last. Raises UsageError.

    A name that holds commas may come in pieces: the longest name that is known counts.
    """
    from spaceplan.roadmap.references import known_owner

    codes: list[str] = []
    rest = [word.strip() for word in words]
    while rest:
        code = ""
        for length in range(len(rest), 0, -1):
            word = ", ".join(rest[:length])
            try:
                code = OTHERS if word in (OTHERS, "等") else known_owner(plan, word)
            except UsageError:
                if length == 1:
                    raise
            else:
                break
        rest = rest[length:]
        if code not in codes:
            codes.append(code)
    if OTHERS in codes[:-1]:
        raise UsageError("'others' stands last: --owner LEAD,…,others")
    return tuple(codes)
