"""Truth in time: what was true on a day, as it was known on another.

The rules, which docs/time.md explains, in the order of this module:

1. Known are the entries recorded on or before a day.
2. An entry that a known one reverts counts for nothing, nor does the one that reverts it; a
   revert that is itself reverted counts for nothing. One that corrects gives a date to what it
   corrects, and nothing else.
3. Each of the rest speaks from its date. Where the date leaves the day open it is the last day
   that can be meant, but no later than an entry of its field that must follow it.
4. A field holds what the last that speaks gave it, in the order (day, recorded, change id), else
   its first value. A value that was set by hand stands in for the last entry's.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from datetime import date, datetime, tzinfo
from operator import attrgetter
from typing import Any

from spaceplan.frozen import dataclass
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import EMPTY, TOLD
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import STATUS
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.zones import today_in, zone


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a field: from the day ``on`` it held ``value``.

    ``date`` is when that became true, as the entry says or its latest correction. ``by_hand``: the
    value is the file's, which nobody recorded; the entry gave another.
    """

    on: date
    value: object
    date: Time
    entry: Change
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Seen(Milestone):
    """A milestone as it was on ``day`` as ``known`` then: the fields have the values of that day.

    ``history`` has the entries of that time as they were recorded; ``whole`` is the milestone as
    the file has it, from which everything else follows.
    """

    whole: Milestone = field(default=None, repr=False)  # type: ignore[assignment]  # always given
    day: date = date.max
    known: date = date.max


def whole_of(milestone: Milestone) -> Milestone:
    """The milestone as the file has it, with all its entries."""
    return milestone.whole if isinstance(milestone, Seen) else milestone


def zone_of(plan: Plan) -> tzinfo:
    """The plan's time zone."""
    return zone(plan.time_zone)


def today(plan: Plan) -> date:
    """The date it is now in the plan's time zone."""
    return today_in(plan.time_zone)


def recorded_on(change: Change, zone: tzinfo) -> date:
    """The day in the plan's zone on which an entry was written down."""
    return change.recorded.astimezone(zone).date()


# --- 2: what counts -----------------------------------------------------------------------------

OCCURRED = "occurred"
"""What a correction names where it corrects an occurrence; else it names a field."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry that counts, with the dates that corrections give to what they name."""

    entry: Change
    dates: Mapping[str, Time] = field(default_factory=dict)
    corrections: tuple[Change, ...] = ()

    def date_of(self, name: str) -> Time:
        """When the entry says that a field, or an occurrence, became true."""
        return self.dates.get(name, self.entry.date)


def taken_back(history: tuple[Change, ...]) -> frozenset[int]:
    """The numbers of the entries that a later one reverts and that is not reverted itself."""
    reverted: set[int] = set()
    for number in range(len(history) - 1, -1, -1):
        name = history[number].reverts
        if name and number not in reverted:
            reverted.update(n for n in range(number) if history[n].change == name)
    return frozenset(reverted)


def standing_entries(milestone: Milestone) -> list[Change]:
    """The entries that no later one reverts, those that revert and correct among them."""
    gone = taken_back(milestone.history)
    return [entry for number, entry in enumerate(milestone.history) if number not in gone]


def facts(history: tuple[Change, ...], rule: FiscalRule) -> tuple[Fact, ...]:
    """What counts of these entries, in the order in which they were recorded."""
    if not any(change.corrects or change.reverts for change in history):
        return tuple(map(Fact, history))
    gone = taken_back(history)
    given: dict[int, list[Change]] = {}
    for number, first in corrected(history, gone).items():
        if first not in gone:
            given.setdefault(first, []).append(history[number])
    return tuple(
        _corrected_fact(change, given.get(number, []), rule)
        for number, change in enumerate(history)
        if number not in gone and not change.reverts and change.corrects is None
    )


def _corrected_fact(entry: Change, corrections: list[Change], rule: FiscalRule) -> Fact:
    dates: dict[str, Time] = {}
    for change in corrections:
        for name in _named(change):
            if not holds(change.date, dates.get(name, entry.date), rule):
                dates[name] = change.date
    return Fact(entry, dates, tuple(corrections))


def _named(correction: Change) -> list[str]:
    """What a correction gives another date to."""
    names = [edit.field for edit in correction.edits]
    return [*names, OCCURRED] if correction.occurred else names


def holds(year: Time, day: Time, rule: FiscalRule) -> bool:
    """Whether ``day`` is a known day in ``year``, which then tells nothing new of it."""
    if day.start.unit != "day" or year.start.unit in ("day", "unknown"):
        return False
    last = year.last_day(rule)
    return last is not None and year.first_day(rule) <= day.first_day(rule) <= last


def corrected(history: tuple[Change, ...], gone: frozenset[int]) -> dict[int, int]:
    """For each entry that corrects, the number of the first entry whose date it corrects.

    ``gone`` correct nothing. ``corrects`` names that entry's change; in older files it is the
    date that was wrong, which may be that of an earlier correction.
    """
    first: dict[int, int] = {}
    replaced: set[int] = set()
    for number, change in enumerate(history):
        if change.corrects is None or number in gone:
            continue
        for earlier in range(number - 1, -1, -1):
            old = history[earlier]
            if old.reverts or (old.corrects is not None and earlier not in first):
                continue
            if isinstance(change.corrects, str):
                found = old.change == change.corrects and _alike(old, change)
            else:
                same_date = earlier not in replaced and old.date == change.corrects
                found = same_date and _says_the_same(old, change)
            if found:
                replaced.add(earlier)
                first[number] = first.get(earlier, earlier)
                break
    return first


def date_before(milestone: Milestone, plan: Plan, correction: Change) -> Time | None:
    """The date that a correction puts another in the place of; None where it corrects nothing."""
    whole = whole_of(milestone)
    before = whole.history
    if correction in before:
        before = before[: before.index(correction)]
    history = (*before, correction)
    first = corrected(history, taken_back(history)).get(len(before))
    fact = next(
        (f for f in facts(before, plan.rule) if first is not None and f.entry is before[first]),
        None,
    )
    return fact.date_of(_named(correction)[0]) if fact else None


def _alike(old: Change, correction: Change) -> bool:
    """Whether an entry tells of what a correction names."""
    return any(name in _named(old) for name in _named(correction))


def _says_the_same(old: Change, correction: Change) -> bool:
    if correction.occurred:
        return old.occurred
    values = [(edit.field, edit.new) for edit in correction.edits]
    return any((edit.field, edit.new) in values for edit in old.edits)


# --- 3: from which day it speaks ----------------------------------------------------------------


def meant(when: Time, recorded: date, rule: FiscalRule) -> tuple[date, date]:
    """The first and the last day that a date can mean, which was recorded on a day.

    What was recorded within a year was true by then.
    """
    if when.start.unit == "unknown":
        return date.min, recorded
    first = when.first_day(rule)
    if when.start.unit == "day":
        return first, first
    last = when.last_day(rule) or first
    return first, recorded if first <= recorded <= last else last


def counts_from(change: Change, rule: FiscalRule, zone: tzinfo) -> date:
    """The day from which an entry speaks, as far as its own date tells."""
    return meant(change.date, recorded_on(change, zone), rule)[1]


_Key = tuple[date, datetime, str, int, datetime, str]


def _keys(told: list[Fact], name: str, rule: FiscalRule, zone: tzinfo) -> list[_Key]:
    """For each fact, its place in the order: the day from which it speaks, then when recorded.

    Where the day is open it stands before what must follow it. That is told first here: later
    stages of a status, and what was recorded later of other fields.
    """
    keys: list[_Key | None] = [None] * len(told)
    days: list[date] = []  # from which those speak that may have to follow
    first_on: dict[date, _Key] = {}
    for group in _followers_first(told, name):
        placed = []
        for number in group:
            entry = told[number].entry
            first, last = meant(told[number].date_of(name), recorded_on(entry, zone), rule)
            key: _Key = (last, entry.recorded, entry.change, 0, entry.recorded, entry.change)
            if told[number].date_of(name).start.unit != "day":
                after = bisect_left(days, first)
                if after < len(days) and days[after] <= last:
                    key = min((days[after], *key[1:]), _before(first_on[days[after]], entry))
            keys[number] = key
            placed.append(key)
        for key in placed:
            insort(days, key[0])
            first_on[key[0]] = min(key, first_on.get(key[0], key))
    return [key for key in keys if key is not None]


def _before(key: _Key, entry: Change) -> _Key:
    return (key[0], key[1], key[2], key[3] - 1, entry.recorded, entry.change)


def _followers_first(told: list[Fact], name: str) -> Iterable[list[int]]:
    """Groups of facts, each before those that it may have to follow."""
    if name != "status":
        return ([number] for number in range(len(told) - 1, -1, -1))
    stages: dict[int, list[int]] = {}
    for number, fact in enumerate(told):
        edit = fact.entry.edit_of(name)
        assert edit is not None
        status = STATUS.get(str(edit.new))
        stages.setdefault(status.stage if status else -1, []).append(number)
    return (stages[stage] for stage in sorted(stages, reverse=True))


# --- 4: what a field held -----------------------------------------------------------------------


def steps(milestone: Milestone, plan: Plan, name: str) -> tuple[Step, ...]:
    """The steps of a field in their order, up to the day of a milestone that is ``Seen``."""
    whole = whole_of(milestone)
    if not whole.history or not any(change.edit_of(name) for change in whole.history):
        return ()
    if not isinstance(milestone, Seen):
        found = _order(whole.history, name, plan)
        return _with_hand(found, found, whole, name)
    history = known_by(whole.history, milestone.known, zone_of(plan))
    found = _order(history, name, plan)
    all_known = len(history) == len(whole.history)
    ever = found if all_known else _order(whole.history, name, plan)
    return _with_hand([s for s in found if s.on <= milestone.day], ever, whole, name)


def known_by(history: tuple[Change, ...], known: date, zone: tzinfo) -> tuple[Change, ...]:
    """The entries that were recorded by a day (rule 1)."""
    return tuple(change for change in history if recorded_on(change, zone) <= known)


def _order(history: tuple[Change, ...], name: str, plan: Plan) -> list[Step]:
    plain = _plain_order(history, name, plan)
    if plain is not None:
        return plain
    told = [fact for fact in facts(history, plan.rule) if fact.entry.edit_of(name)]
    keys = _keys(told, name, plan.rule, zone_of(plan))
    keyed = sorted(zip(keys, told, strict=True), key=lambda pair: pair[0])
    return [_step(key[0], fact, name) for key, fact in keyed]


def _plain_order(history: tuple[Change, ...], name: str, plan: Plan) -> list[Step] | None:
    """The order where nothing was corrected or reverted and each date is later than the last.

    That is what most histories are; None where there is more to it.
    """
    found: list[Step] = []
    for change in history:
        if change.reverts or change.corrects is not None:
            return None
        edit = change.edit_of(name)
        if edit is None:
            continue
        point = change.date.start
        if point.unit == "day":
            first = on = date(point.year, point.number, point.day)
        else:
            first, on = meant(change.date, recorded_on(change, zone_of(plan)), plan.rule)
        if found and first <= found[-1].on:
            return None
        found.append(Step(on, edit.new, change.date, change))
    return found


def _step(on: date, fact: Fact, name: str) -> Step:
    edit = fact.entry.edit_of(name)
    assert edit is not None
    return Step(on, edit.new, fact.date_of(name), fact.entry)


def _with_hand(
    found: list[Step], ever: list[Step], whole: Milestone, name: str
) -> tuple[Step, ...]:
    """The steps, with the file's value for that of the last of all, where the two differ."""
    value = as_recorded(getattr(whole, name))
    if ever and ever[-1].value != value:
        last = ever[-1].entry
        return tuple(
            replace(step, value=value, by_hand=True) if step.entry is last else step
            for step in found
        )
    return tuple(found)


def first_value(milestone: Milestone, plan: Plan, name: str) -> object:
    """What a field held before its first step: what its first entry changed it from.

    Without an entry that counts it is what the file says.
    """
    whole = whole_of(milestone)
    value = as_recorded(getattr(whole, name))
    told = next((edit for change in whole.history if (edit := change.edit_of(name))), None)
    if told is None or told.old == value:
        return value
    histories = [whole.history]
    if isinstance(milestone, Seen):
        histories.append(known_by(whole.history, milestone.known, zone_of(plan)))
    return told.old if any(_order(history, name, plan) for history in histories) else value


def held(milestone: Milestone, plan: Plan, name: str) -> object:
    """What a field holds at the end of its steps, None where that is nothing."""
    found = steps(milestone, plan, name)
    return found[-1].value if found else first_value(milestone, plan, name)


def moves(milestone: Milestone, plan: Plan, name: str = "target") -> int:
    """How often the target, or another field, moved, counted along the order."""
    number, found = 0, steps(milestone, plan, name)
    value = first_value(milestone, plan, name) if found else None
    for step in found:
        number += step.value != value
        value = step.value
    return number


def in_force(milestone: Milestone, plan: Plan) -> tuple[Change, ...]:
    """The entries that count, as they were recorded: with corrected dates, and what was said then.

    Where only a part of an entry was corrected, it stands as two.
    """
    whole = whole_of(milestone)
    if not whole.history:
        return ()
    if not isinstance(milestone, Seen):
        counted = facts(whole.history, plan.rule)
        return tuple(change for fact in counted for change in _as_corrected(fact))
    zone = zone_of(plan)
    counted = facts(known_by(whole.history, milestone.known, zone), plan.rule)
    found = [change for fact in counted for change in _as_corrected(fact)]
    return tuple(c for c in found if _speaks_by(c, milestone, plan, milestone.day, zone))


def _speaks_by(change: Change, milestone: Milestone, plan: Plan, day: date, zone: tzinfo) -> bool:
    if counts_from(change, plan.rule, zone) <= day:
        return True
    return change.date.start.unit != "day" and any(
        (step.entry.recorded, step.entry.change) == (change.recorded, change.change)
        for edit in change.edits
        for step in steps(milestone, plan, edit.field)
    )


def _as_corrected(fact: Fact) -> list[Change]:
    entry = fact.entry
    if not fact.corrections:
        return [entry]
    said: dict[str, Any] = {}
    for correction in (entry, *fact.corrections):
        said.update((n, getattr(correction, n)) for n in _SAID if getattr(correction, n))
    rest = tuple(edit for edit in entry.edits if edit.field not in fact.dates)
    parts = []
    if rest or entry.added or (entry.occurred and OCCURRED not in fact.dates) or not fact.dates:
        occurred = entry.occurred and OCCURRED not in fact.dates
        parts.append(replace(entry, edits=rest, occurred=occurred, **({} if fact.dates else said)))
    for name, when in fact.dates.items():
        edits = tuple(edit for edit in entry.edits if edit.field == name)
        anew = replace(
            entry, date=when, edits=edits, added=False, occurred=name == OCCURRED, **said
        )
        parts.append(anew)
    return parts


_SAID = tuple(fact.name for fact in TOLD if fact.name != "who")


def as_recorded(value: object) -> object:
    """A field's value as a history entry holds it: None where there is nothing."""
    return None if isinstance(value, (tuple, str, dict)) and not value else value


_FIELDS = tuple(one.name for one in fields(Milestone))
_values = attrgetter(*_FIELDS)


def seen_on(milestone: Milestone, day: date, known: date) -> Seen:
    """A milestone placed on a day, for its steps; its fields are still those that it has."""
    whole = whole_of(milestone)
    return Seen(*(*_values(milestone), whole, day, known))


def as_field(name: str, value: object) -> object:
    """What a history entry holds, as the field's value."""
    return EMPTY.get(name) if value is None else value
