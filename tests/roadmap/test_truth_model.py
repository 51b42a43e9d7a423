"""Random histories, held against the model of the rules: every field on every day as known then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st
from model_of_truth import NEVER, Entry, History

from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.lifecycle import begun, ended, met
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.registry import Topic, Words
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.times import UNKNOWN
from spaceplan.roadmap.truth import in_force, moves, steps

DECIDED = date(2018, 12, 11)
LAST = date(2027, 3, 31)
# Zones without summer time, so that the model can count by hours.
ZONES = {"Asia/Tokyo": 9, "Pacific/Honolulu": -10, "Pacific/Kiritimati": 14, "UTC": 0}
# The month a fiscal year starts in, and what names it; the model knows its last day by itself.
RULES = {(4, "start"): (1, 3, 31), (10, "end"): (0, 9, 30), (1, "start"): (0, 12, 31)}
STATUSES = ("planned", "active", "done", "missed", "dropped")
TARGETS = ("FY2019", "FY2021", "about FY2022", "2020-09-30")
OWNERS = (("MEXT",), ("JAXA", "MEXT"), ())
VALUES: dict[str, tuple[object, ...]] = {"status": STATUSES, "target": TARGETS, "owner": OWNERS}


def time_of(text: object) -> object:
    return UNKNOWN if text == "unknown" else read_time(str(text))


def typed(name: str, value: object) -> object:
    """A value as the program holds it in an entry."""
    if name == "target":
        return read_time(str(value))
    return None if value == () else value


def change_of(entry: Entry) -> Change:
    edits = tuple(
        Edit(name, typed(name, old), typed(name, new)) for name, (old, new) in entry.sets.items()
    )
    return Change(
        time_of(entry.when),  # type: ignore[arg-type]
        entry.recorded,
        entry.change,
        edits,
        added=entry.added,
        occurred=entry.occurred,
        corrects=entry.corrects or None,
        reverts=entry.reverts,
    )


def plan_from(history: History, zone: str, rule: tuple[int, str], **more: object) -> Plan:
    one = Milestone(
        "1-1",
        1,
        Words("一", "one"),
        kind="deadline",
        status=str(history.file["status"]),
        target=read_time(str(history.file["target"])),
        baseline=read_time("FY2019"),
        owner=history.file["owner"],  # type: ignore[arg-type]
        history=tuple(map(change_of, history.entries)),
    )
    return Plan(
        Words("計画", "plan"), "R0", history.decided, "ja", zone, FiscalRule(*rule), 90,
        (), {}, {}, (Topic(1, Words("一", "one")),), (replace(one, **more),),  # type: ignore[arg-type]
    )  # fmt: skip


def dates(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(["day", "day", "day", "year", "year", "unknown"]))
    if shape == "unknown":
        return "unknown"
    if shape == "year":
        return f"FY{draw(st.integers(2018, 2024))}"
    return (DECIDED + timedelta(days=draw(st.integers(0, 2000)))).isoformat()


@st.composite
def histories(draw: st.DrawFn) -> tuple[History, str, tuple[int, str]]:
    """Any entries that a file can hold: also ones that no command would write."""
    zone = draw(st.sampled_from(sorted(ZONES)))
    rule = draw(st.sampled_from(sorted(RULES)))
    entries: list[Entry] = []
    now = datetime(2018, 12, 12, tzinfo=timezone(timedelta(hours=draw(st.sampled_from([9, 0])))))
    near = draw(st.booleans())  # so that days and years meet
    for number in range(draw(st.integers(0, 7))):
        now += timedelta(minutes=draw(st.integers(0, 60 * 24 * (60 if near else 500))))
        name = draw(st.sampled_from(["aa", "cc", "bb"])) + str(number)
        entry = Entry(now, name, dates(draw))
        action = draw(st.sampled_from(["set"] * 5 + ["occur", "revert", "revert", "correct", "correct", "look"]))  # fmt: skip
        if action in ("revert", "correct") and entries:
            other = draw(st.sampled_from(entries))
            if action == "revert":
                entry.reverts, entry.when = other.change, other.when
                entry.sets = {n: (new, old) for n, (old, new) in other.sets.items()}
            else:
                first = other.corrects or other.change
                entry.corrects, entry.occurred = first, other.occurred
                entry.sets = {n: (new, new) for n, (_, new) in other.sets.items()}
        elif action == "occur":
            entry.occurred = True
        elif action == "set":
            for field in draw(st.sampled_from([("status",), ("status",), ("target",), ("status", "target"), ("owner",)])):  # fmt: skip
                pair = (draw(st.sampled_from(VALUES[field])), draw(st.sampled_from(VALUES[field])))
                entry.sets[field] = pair
        entries.append(entry)
    if entries and draw(st.integers(0, 9)) == 0:
        entries[0].added, entries[0].sets, entries[0].reverts = True, {}, ""
    history = History({}, entries, ZONES[zone], RULES[rule])
    for field, values in VALUES.items():
        history.file[field] = values[0]
        order = history.order(field, NEVER)
        history.file[field] = order[-1][1].sets[field][1] if order else history.first(field, NEVER)
        if not order and any(field in e.sets for e in entries):
            history.file[field] = next(e.sets[field][0] for e in entries if field in e.sets)
        if draw(st.integers(0, 5)) == 0:
            history.file[field] = draw(st.sampled_from(values))
    return history, zone, rule


def questions(history: History) -> Iterator[tuple[date, date]]:
    """Days on which something may change, and their eves: as all is known, and as it was known."""
    days, noted = {DECIDED, LAST}, {DECIDED, LAST}
    for entry in history.entries:
        day = history.noted(entry)
        noted |= {day, max(day - timedelta(days=1), DECIDED)}
        for one in (*history.can_mean(entry.when, day), day):
            if DECIDED < one < LAST:
                days |= {one, one - timedelta(days=1)}
    for day in sorted(days):
        yield day, LAST
    for number, known in enumerate(sorted(noted)):
        for day in sorted(days)[number % 5 :: 5]:
            yield day, known


def mismatches(history: History, plan: Plan, day: date, known: date) -> Iterator[object]:
    then = plan_at(plan, day, known)
    found = then.by_id.get("1-1")
    if (found is not None) != history.exists(day, known):
        yield "exists", found is not None
    if found is None:
        return
    for name in VALUES:
        mine = getattr(found, name)
        theirs = history.value(name, day, known)
        if (str(mine) if name == "target" else mine) != theirs:
            yield name, mine, theirs
        ours = [(step.on, step.entry.change) for step in steps(found, then, name)]
        if ours != [(on, entry.change) for on, entry, _ in history.steps(name, day, known)]:
            yield "order", name, ours
    for what, statuses in (
        (met, {"done"}),
        (begun, {"active", "done"}),
        (ended, {found.status} if found.status in STATUSES[2:] else set()),
    ):
        when = what(found, then)
        theirs = history.since(statuses, day, known)
        if (str(when.when) if when else None) != theirs:
            yield what.__name__, when, theirs
    if moves(found, then) != history.moves(day, known):
        yield "moves", moves(found, then), history.moves(day, known)
    happened = sorted(str(one.date) for one in in_force(found, then) if one.occurred)
    if happened != history.occurrences(day, known):
        yield "occurrences", happened


@settings(deadline=None, max_examples=200)
@given(histories())
def test_every_field_on_every_day_as_known_on_every_other(
    case: tuple[History, str, tuple[int, str]],
) -> None:
    history, zone, rule = case
    plan = plan_from(history, zone, rule)
    for day, known in questions(history):
        wrong = list(mismatches(history, plan, day, known))
        assert not wrong, (day, known, wrong)


@settings(deadline=None)
@given(histories())
def test_after_a_revert_all_is_as_in_a_plan_without_the_two(
    case: tuple[History, str, tuple[int, str]],
) -> None:
    history, zone, rule = case
    gone = {
        id(one)
        for entry in history.entries
        if entry.reverts and not history.is_reverted(entry, NEVER)
        for one in history.entries
        if one is entry or (one.change == entry.reverts and not one.added)
    }
    # What corrects or reverts something that is gone is nothing either.
    rest = [entry for entry in history.entries if id(entry) not in gone]
    names = {entry.change for entry in rest}
    rest = [e for e in rest if not (e.corrects or e.reverts) or {e.corrects, e.reverts} & names]
    first: dict[str, object] = {}
    for field in VALUES:
        told = [entry for entry in history.entries if field in entry.sets]
        kept = [entry for entry in rest if field in entry.sets]
        if told and kept and kept[0] is not told[0]:
            first[field] = told[0].sets[field][0]
            kept[0].sets[field] = (first[field], kept[0].sets[field][1])
    whole = plan_from(history, zone, rule)
    without = plan_from(replace(history, entries=rest), zone, rule)
    for day, _ in questions(history):
        one, other = plan_at(whole, day, LAST), plan_at(without, day, LAST)
        assert one.by_id.keys() == other.by_id.keys()
        for name, milestone in one.by_id.items():
            clean = other.by_id[name]
            for field in VALUES:
                assert getattr(milestone, field) == getattr(clean, field), (day, field)
            assert standing(milestone, one, day) == standing(clean, other, day), day


@settings(deadline=None)
@given(histories())
def test_what_is_true_now_is_what_the_file_says(
    case: tuple[History, str, tuple[int, str]],
) -> None:
    history, zone, rule = case
    plan = plan_from(history, zone, rule)
    now = plan_at(plan, LAST, LAST)
    for one in now.milestones:
        stands = plan.by_id[one.id]
        assert (one.status, one.target, one.owner) == (stands.status, stands.target, stands.owner)
        assert standing(one, now, LAST) == standing(stands, plan, LAST)
