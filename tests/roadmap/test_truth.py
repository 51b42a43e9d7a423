"""What was true on a day, and what was known of it: held against a model written from the rules.

The rules, in the design's words: every field holds the ``to`` of the last recorded entry dated on
or before the day; ``known`` ignores what was recorded after it; a fiscal year stands for its last
day, but what was recorded within it was true by then; a correction gives the same fact another
date; an addition begins on its day; before the decided day there is no plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import Run, WritePlan, entry, history, milestone

from spaceplan.record import decide, earlier, hand_edits, looked
from spaceplan.record.hand_edits import by_hand
from spaceplan.record.new_milestone import added
from spaceplan.record.planned import Moment, Planned, Refused, Said, Wish, after
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.model import Change, Edit, Milestone, Plan, Topic, Words
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import counts_from, done_on, in_force, plan_at

DECIDED = date(2018, 12, 11)
END = date(2027, 3, 31)
STATUSES = ("planned", "active", "done", "missed", "dropped")
TARGETS = ("FY2020", "FY2021", "FY2023H1", "about FY2024", "2022-09-30")
OWNERS = (("MEXT",), ("JAXA", "MEXT"), ("CAO", "others"), ())
# Zones without summer time, so that the model can count by hours.
ZONES = {"Asia/Tokyo": 9, "Pacific/Honolulu": -10, "Pacific/Kiritimati": 14, "UTC": 0}
# The month a fiscal year starts in, and what names it; the model knows its last day by itself.
RULES = {(4, "start"): (1, 3, 31), (10, "end"): (0, 9, 30), (1, "start"): (0, 12, 31)}


# The model: a plain list of what was said, in the order in which it was recorded.


@dataclass
class Fact:
    """Something recorded, of some date: a field that is set, an ``occurrence``, or a ``mark`` that
    takes others back."""

    recorded: datetime
    when: str
    name: str
    value: object = None
    corrects: Fact | None = None
    takes_back: list[Fact] = field(default_factory=list)


@dataclass
class Tale:
    """A milestone as the model tells it."""

    hours: int
    year_end: tuple[int, int, int]
    first: dict[str, object]
    facts: list[Fact] = field(default_factory=list)
    added: Fact | None = None
    hand: dict[str, object] = field(default_factory=dict)  # changed after all that was recorded

    def local(self, moment: datetime) -> date:
        return (moment.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=self.hours)).date()

    def begins(self, fact: Fact) -> date:
        if not fact.when.startswith("FY"):
            return date.fromisoformat(fact.when)
        later, month, day = self.year_end
        return min(date(int(fact.when[2:]) + later, month, day), self.local(fact.recorded))

    def counting(self, day: date, known: date) -> list[Fact]:
        """The facts that count, in the order in which they were recorded."""
        heard = [fact for fact in self.facts if self.local(fact.recorded) <= known]
        gone: list[Fact] = []
        for fact in reversed(heard):
            if fact not in gone:
                gone += fact.takes_back
        corrected = [f.corrects for f in heard if f.corrects is not None and f not in gone]
        kept = []
        for fact in heard:
            # A value that was taken back stood until then, and what took it back sets it anew.
            lasting = fact.name in self.first and fact.corrects is None
            if fact in corrected or (fact in gone and not lasting):
                continue
            if self.begins(fact) <= day:
                kept.append(fact)
        return kept

    def exists(self, day: date, known: date) -> bool:
        if day < DECIDED or known < DECIDED:
            return False
        new = self.added
        return new is None or (self.local(new.recorded) <= known and self.begins(new) <= day)

    def value(self, name: str, day: date, known: date) -> object:
        said = [fact for fact in self.counting(day, known) if fact.name == name]
        ever = [fact for fact in self.counting(date.max, date.max) if fact.name == name]
        if name in self.hand and (not ever or ever[-1] in said):
            return self.hand[name]
        return said[-1].value if said else self.first[name]

    def occurrences(self, day: date, known: date) -> list[str]:
        return [fact.when for fact in self.counting(day, known) if fact.name == "occurrence"]


@dataclass
class World:
    """The plan as the program's own functions change it, beside the model's tale of each part."""

    plan: Plan
    tales: dict[str, Tale]
    spoken: dict[str, list[Fact]] = field(default_factory=dict)  # change id → its facts
    number: int = 0

    def put(self, planned: list[Planned]) -> str:
        """Make a decided change, as a command would; its id."""
        self.number += 1
        name = f"c{self.number}"
        for one in planned:
            made = after(replace(one, entry=replace(one.entry, change=name)))
            if one.entry.added:
                made = replace(made, history=(replace(one.entry, change=name),))
                self.plan = replace(self.plan, entries=(*self.plan.entries, made))
            else:
                self.set(made)
        self.spoken[name] = []
        return name

    def set(self, made: Milestone) -> None:
        entries = tuple(made if one.id == made.id else one for one in self.plan.entries)
        self.plan = replace(self.plan, entries=entries)

    def tell(self, change: str, milestone_id: str, fact: Fact) -> None:
        self.tales[milestone_id].facts.append(fact)
        self.spoken[change].append(fact)


def new_milestone(name: str, kind: str) -> Milestone:
    aim = read_time("FY2019.." if kind == "recurring" else "FY2020")
    return Milestone(
        name, 1, title=Words(name, name), kind=kind, target=aim, baseline=aim, owner=("MEXT",)
    )


def first_values(one: Milestone) -> dict[str, object]:
    return {"status": one.status, "target": one.target, "owner": one.owner}


def empty_plan(zone: str, rule: tuple[int, str]) -> Plan:
    return Plan(
        Words("計画", "plan"), "R0", DECIDED, "ja", zone, FiscalRule(*rule), 90,
        (), {}, {}, (Topic(1, Words("一", "one")),), (),
    )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A plan that was updated, corrected, taken back and edited for years, in any order of dates."""
    zone = draw(st.sampled_from(sorted(ZONES)))
    rule = draw(st.sampled_from(sorted(RULES)))
    hours, year_end = ZONES[zone], RULES[rule]
    starters = [new_milestone("1-1", "deadline"), new_milestone("1-2", "recurring")]
    world = World(
        replace(empty_plan(zone, rule), entries=tuple(starters)),
        {one.id: Tale(hours, year_end, first_values(one)) for one in starters},
    )
    now = datetime(2018, 12, 12, tzinfo=timezone(timedelta(hours=hours)))
    for _ in range(draw(st.integers(0, 9))):
        now += timedelta(minutes=draw(st.integers(1, 60 * 24 * 300)))
        step(draw, world, Moment(now, now.date()), Tale(hours, year_end, {}))
    if draw(st.booleans()):
        by_somebody(draw, world)
    return world


def a_date(draw: st.DrawFn, plan: Plan, moment: Moment) -> str:
    """A day since the plan was decided, or a fiscal year that has begun."""
    if draw(st.booleans()):
        days = (moment.today - DECIDED).days
        return (DECIDED + timedelta(days=draw(st.integers(0, days)))).isoformat()
    first, last = plan.rule.year_of(DECIDED), plan.rule.year_of(moment.today)
    return f"FY{draw(st.integers(first, last))}"


def step(draw: st.DrawFn, world: World, moment: Moment, like: Tale) -> None:
    """One command, and the same in the model."""
    action = draw(st.sampled_from(["update", "update", "several", "again", "occurs", "look",
                                   "revert", "add", "record"]))  # fmt: skip
    when = a_date(draw, world.plan, moment)
    said = Said(on=read_time(when), note=f"n{world.number}")
    one = draw(st.sampled_from(world.plan.milestones))
    if action in ("update", "several"):
        chosen = world.plan.milestones if action == "several" else (one,)
        update(draw, world, list(chosen), said, moment)
    elif action == "again":
        correct(world, one, said, moment)
    elif action == "occurs":
        recurring = world.plan.by_id["1-2"]
        wish = Wish({"status": "done"})
        try:
            planned = decide.update(world.plan, [recurring], wish, said, moment)
        except Refused:  # it had ended by then
            return
        world.tell(world.put(planned), "1-2", Fact(moment.now, when, "occurrence"))
    elif action == "look":
        seen = replace(said, on=read_time(moment.today.isoformat()))
        world.put(looked.checked(world.plan, [one], seen, moment))
    elif action == "revert":
        take_back(draw, world, said, moment)
    elif action == "add":
        new = added(world.plan, new_milestone("", "deadline"), said, moment)
        change = world.put([new])
        name = new.milestone.id
        fact = Fact(moment.now, when, "added")
        first = first_values(new.milestone)
        world.tales[name] = Tale(like.hours, like.year_end, first, added=fact)
    else:
        hand = draw(st.sampled_from(["FY2025", "FY2026"]))
        world.set(replace(one, target=read_time(hand + (".." if one.kind == "recurring" else ""))))
        changed = world.plan.by_id[one.id]
        planned_records = hand_edits.record(world.plan, [changed], said, moment)
        change = world.put(planned_records)
        for record in planned_records:
            for edit in record.entry.edits:
                world.tell(change, one.id, Fact(moment.now, when, edit.field, edit.new))


def update(
    draw: st.DrawFn, world: World, chosen: list[Milestone], said: Said, moment: Moment
) -> None:
    """Any fields of some milestones to any values."""
    wish: dict[str, object] = {}
    if draw(st.booleans()) and all(one.kind != "recurring" for one in chosen):
        wish["target"] = read_time(draw(st.sampled_from(TARGETS)))
    if draw(st.booleans()):
        wish["owner"] = draw(st.sampled_from(OWNERS))
    if draw(st.booleans()):
        # The same status with another date would be a correction; that is tried on its own.
        wish["status"] = draw(st.sampled_from(STATUSES))
        chosen = [one for one in chosen if one.status != wish["status"]]
        if wish["status"] == "done":
            chosen = [one for one in chosen if one.kind != "recurring"]
    before = {one.id: first_values(one) for one in chosen}
    change = world.put(decide.update(world.plan, chosen, Wish(wish), said, moment))
    for name, values in before.items():
        for key, value in wish.items():
            if values[key] != value:
                world.tell(change, name, Fact(moment.now, str(said.on), key, value))


def correct(world: World, one: Milestone, said: Said, moment: Moment) -> None:
    """The same status with another date; where no entry gave the status, nothing is corrected."""
    if one.kind == "recurring" and one.status == "done":
        return
    tale = world.tales[one.id]
    said_so = [fact for fact in tale.counting(date.max, date.max) if fact.name == "status"]
    wish = Wish({"status": one.status})
    change = world.put(decide.update(world.plan, [one], wish, said, moment))
    if said_so and said_so[-1].when != str(said.on):
        fact = Fact(moment.now, str(said.on), "status", one.status, corrects=said_so[-1])
        world.tell(change, one.id, fact)


def take_back(draw: st.DrawFn, world: World, said: Said, moment: Moment) -> None:
    """Revert any change that may be; what it set is set back, dated as it was."""
    if not world.spoken:
        return
    name = draw(st.sampled_from(sorted(world.spoken)))
    try:
        planned = earlier.revert(world.plan, name, replace(said, on=None), moment)
    except Refused:
        return
    change = world.put(planned)
    for one in planned:
        edits = {edit.field: edit.new for edit in one.entry.edits}
        owner = one.milestone.id
        gone = [f for f in world.spoken[name] if f in world.tales[owner].facts]
        mark = Fact(moment.now, str(one.entry.date), "mark", takes_back=gone)
        world.tell(change, owner, mark)
        for key, value in edits.items():
            empty = () if key == "owner" and value is None else value
            world.tell(change, owner, Fact(moment.now, str(one.entry.date), key, empty))


def by_somebody(draw: st.DrawFn, world: World) -> None:
    """A last change by hand that nobody recorded."""
    one = draw(st.sampled_from(world.plan.milestones))
    status = draw(st.sampled_from(STATUSES))
    world.set(replace(one, status=status))
    world.tales[one.id].hand["status"] = status


def questions(world: World) -> Iterator[tuple[date, date]]:
    """Every pair of days on which something may change, and their eves."""
    days = {DECIDED, END}
    known = {DECIDED, END}
    for tale in world.tales.values():
        for fact in [*tale.facts, *([tale.added] if tale.added else [])]:
            days.add(tale.begins(fact))
            known.add(tale.local(fact.recorded))
    for limit in sorted({d - timedelta(days=1) for d in known} | known):
        for day in sorted({d - timedelta(days=1) for d in days} | days):
            yield day, limit


@settings(deadline=None)
@given(worlds())
def test_every_field_on_every_day_as_known_on_every_other(world: World) -> None:
    for day, known in questions(world):
        then = plan_at(world.plan, day, known)
        for name, tale in world.tales.items():
            found = then.by_id.get(name)
            assert (found is not None) == tale.exists(day, known)
            if found is None:
                continue
            for key in ("status", "target", "owner"):
                assert getattr(found, key) == tale.value(key, day, known), (name, key, day, known)
            happened = [str(one.date) for one in in_force(found, then) if one.occurred]
            assert happened == tale.occurrences(day, known)


@settings(deadline=None)
@given(worlds())
def test_what_is_true_now_is_what_the_file_says(world: World) -> None:
    now = plan_at(world.plan, END, END)
    for one in now.milestones:
        stands = world.plan.by_id[one.id]
        assert (one.status, one.target, one.owner) == (stands.status, stands.target, stands.owner)
        assert standing(one, now, END) == standing(stands, world.plan, END)


@settings(deadline=None)
@given(worlds(), st.dates(DECIDED, END), st.dates(DECIDED, END))
def test_known_is_the_plan_before_anything_later_was_recorded(
    world: World, day: date, known: date
) -> None:
    """A report of its week can be shown again, whatever was recorded since."""
    hours = ZONES[world.plan.time_zone]
    hand = {name for name, tale in world.tales.items() if tale.hand}
    earlier = []
    for one in world.plan.milestones:
        past = tuple(
            c for c in one.history
            if (c.recorded.astimezone(UTC) + timedelta(hours=hours)).date() <= known
        )  # fmt: skip
        if one.history and one.history[0].added and not past:
            continue
        values: dict[str, object] = dict(world.tales[one.id].first)
        for change in past:
            values.update((e.field, e.new) for e in change.edits if e.field in values)
        values["owner"] = values["owner"] or ()
        earlier.append(replace(one, history=past, **values))  # type: ignore[arg-type]
    then = plan_at(replace(world.plan, entries=tuple(earlier)), day, None)
    now = plan_at(world.plan, day, known)
    assert set(then.by_id) == set(now.by_id)
    for name, one in then.by_id.items():
        if name not in hand:
            assert standing(one, then, day) == standing(now.by_id[name], now, day)


# Examples, one for each rule, as a reader would check them.

TOKYO = timezone(timedelta(hours=9))


def at(day: str, clock: str = "09:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}+09:00")


def said(when: str, recorded: str, change: str = "", **fields: object) -> Change:
    """An entry: ``status=("planned", "done")`` and facts such as ``corrects="2020-01-01"``."""
    edits = tuple(
        Edit(name, *(read_time(v) if name == "target" else v for v in pair))
        for name, pair in fields.items()
        if isinstance(pair, tuple)
    )
    facts = {name: value for name, value in fields.items() if not isinstance(value, tuple)}
    if "corrects" in facts:
        facts["corrects"] = read_time(str(facts["corrects"]))
    return Change(read_time(when), at(recorded), change or recorded, edits, **facts)  # type: ignore[arg-type]


def plan_of(*entries: Change, zone: str = "Asia/Tokyo", **fields: object) -> Plan:
    one = replace(new_milestone("1-1", "deadline"), history=entries, **fields)  # type: ignore[arg-type]
    return replace(empty_plan(zone, (4, "start")), entries=(one,))


def status(plan: Plan, day: str, known: str = "2027-01-01") -> str:
    return plan_at(plan, date.fromisoformat(day), date.fromisoformat(known)).by_id["1-1"].status


class TestTheDayItBecameTrue:
    def test_from_its_date_on(self) -> None:
        plan = plan_of(said("2021-03-01", "2021-03-05", status=("planned", "done")), status="done")
        assert status(plan, "2021-02-28") == "planned"
        assert status(plan, "2021-03-01") == "done"

    def test_a_back_filled_fact_corrects_the_past_but_not_what_was_known(self) -> None:
        plan = plan_of(said("2021-03-01", "2023-06-01", status=("planned", "done")), status="done")
        assert status(plan, "2022-01-01") == "done"
        assert status(plan, "2022-01-01", known="2023-05-31") == "planned"

    def test_the_last_recorded_counts_not_the_last_dated(self) -> None:
        plan = plan_of(
            said("2022-01-01", "2022-01-02", target=("FY2020", "FY2023")),
            said("2021-01-01", "2022-01-03", target=("FY2023", "FY2022")),
            target=read_time("FY2022"),
        )
        seen = [
            str(plan_at(plan, date.fromisoformat(day), None).by_id["1-1"].target)
            for day in ("2020-12-31", "2021-06-01", "2022-06-01")
        ]
        assert seen == ["FY2020", "FY2022", "FY2022"]

    def test_a_fiscal_year_stands_for_its_last_day(self) -> None:
        plan = plan_of(said("FY2021", "2023-06-01", status=("planned", "done")), status="done")
        assert status(plan, "2022-03-30") == "planned"
        assert status(plan, "2022-03-31") == "done"

    def test_but_what_was_recorded_within_it_was_true_by_then(self) -> None:
        plan = plan_of(said("FY2021", "2021-06-01", status=("planned", "done")), status="done")
        assert status(plan, "2021-05-31") == "planned"
        assert status(plan, "2021-06-01") == "done"

    def test_before_the_decided_day_there_is_no_plan(self) -> None:
        plan = plan_of()
        assert plan_at(plan, date(2018, 12, 10), None).entries == ()
        assert plan_at(plan, None, date(2018, 12, 10)).entries == ()
        assert len(plan_at(plan, DECIDED, DECIDED).entries) == 1


class TestKnown:
    @pytest.mark.parametrize(
        ("zone", "local"), [("Asia/Tokyo", "2023-01-02"), ("Pacific/Honolulu", "2023-01-01")]
    )
    def test_days_are_those_of_the_plans_zone(self, zone: str, local: str) -> None:
        done = replace(
            said("2022-06-01", "2023-01-02", status=("planned", "done")),
            recorded=datetime(2023, 1, 1, 15, 30, tzinfo=UTC),
        )
        plan = plan_of(done, zone=zone, status="done")
        eve = date.fromisoformat(local) - timedelta(days=1)
        assert status(plan, "2022-12-01", known=eve.isoformat()) == "planned"
        assert status(plan, "2022-12-01", known=local) == "done"


class TestCorrections:
    PLAN = plan_of(
        said("2021-03-01", "2021-03-05", status=("planned", "done"), note="as announced"),
        said("2021-04-10", "2022-01-01", status=("done", "done"), corrects="2021-03-01"),
        status="done",
    )

    def test_the_earlier_date_no_longer_counts(self) -> None:
        assert status(self.PLAN, "2021-03-20") == "planned"
        assert status(self.PLAN, "2021-04-10") == "done"

    def test_until_the_correction_is_known_it_does(self) -> None:
        assert status(self.PLAN, "2021-03-20", known="2021-12-31") == "done"

    def test_the_state_follows(self) -> None:
        day = date(2026, 11, 24)
        assert standing(self.PLAN.by_id["1-1"], self.PLAN, day).state == "done-late"
        before = plan_at(self.PLAN, day, date(2021, 12, 31))
        assert standing(before.by_id["1-1"], before, day).state == "done-on-time"

    def test_what_was_said_of_the_fact_holds_for_the_corrected_one(self) -> None:
        (only,) = in_force(self.PLAN.by_id["1-1"], self.PLAN)
        assert (str(only.date), only.note) == ("2021-04-10", "as announced")

    def test_only_the_same_fact_is_corrected(self) -> None:
        """It began and was done on one day; the day it was done was wrong."""
        plan = plan_of(
            said("2021-03-01", "2021-03-05", status=("planned", "active")),
            said("2021-03-01", "2021-03-06", status=("active", "done")),
            said("2021-04-10", "2022-01-01", status=("done", "done"), corrects="2021-03-01"),
            status="done",
        )
        assert status(plan, "2021-03-20") == "active"
        then = plan_at(plan, date(2022, 1, 1), None)
        assert [str(c.date) for c in in_force(then.by_id["1-1"], then)] == [
            "2021-03-01",
            "2021-04-10",
        ]

    def test_the_other_fields_of_the_corrected_entry_stay(self) -> None:
        plan = plan_of(
            said(
                "2021-03-01",
                "2021-03-05",
                status=("planned", "missed"),
                target=("FY2020", "FY2023"),
            ),
            said("2021-04-10", "2022-01-01", status=("missed", "missed"), corrects="2021-03-01"),
            status="missed",
            target=read_time("FY2023"),
        )
        then = plan_at(plan, date(2021, 3, 20), None).by_id["1-1"]
        assert (then.status, str(then.target)) == ("planned", "FY2023")
        assert standing(plan.by_id["1-1"], plan, END).moves == 1

    def test_one_that_was_taken_back_corrects_nothing(self) -> None:
        back = said("2021-04-10", "2022-02-01", reverts="2022-01-01")
        one = self.PLAN.by_id["1-1"]
        plan = replace(self.PLAN, entries=(replace(one, history=(*one.history, back)),))
        assert status(plan, "2021-03-20") == "done"
        assert str(done_on(plan.by_id["1-1"], in_force(plan.by_id["1-1"], plan))) == "2021-03-01"


class TestTakenBack:
    def test_an_occurrence_and_back_again(self) -> None:
        happened = said("2019-06-01", "2019-06-02", "c1", occurred=True)
        first = said("2019-06-01", "2019-06-03", "c2", reverts="c1")
        second = said("2019-06-01", "2019-06-04", "c3", reverts="c2")
        for entries, count in (
            ((happened,), 1),
            ((happened, first), 0),
            ((happened, first, second), 1),
        ):
            plan = plan_of(*entries)
            assert sum(c.occurred for c in in_force(plan.by_id["1-1"], plan)) == count

    @pytest.mark.parametrize(("reverts", "moves"), [(0, 1), (1, 0), (2, 1), (3, 0)])
    def test_a_move_that_was_taken_back_is_none(self, reverts: int, moves: int) -> None:
        entries = [said("2021-01-01", "2021-01-01", "c0", target=("FY2020", "FY2022"))]
        for number in range(reverts):
            old, new = ("FY2022", "FY2020") if number % 2 == 0 else ("FY2020", "FY2022")
            entries.append(
                said("2021-01-01", f"2021-02-0{number + 1}", f"c{number + 1}",
                     target=(old, new), reverts=f"c{number}")
            )  # fmt: skip
        plan = plan_of(*entries, target=read_time("FY2022" if moves else "FY2020"))
        assert standing(plan.by_id["1-1"], plan, END).moves == moves


class TestChangedByHand:
    def test_a_field_that_no_entry_tells_of_has_always_been_so(self) -> None:
        plan = plan_of(status="missed")
        assert status(plan, "2019-01-01") == "missed"

    def test_a_change_after_the_last_entry_belongs_to_the_time_since(self) -> None:
        plan = plan_of(
            said("2020-01-01", "2020-01-02", status=("planned", "active")), status="done"
        )
        assert [status(plan, day) for day in ("2019-12-31", "2020-01-01")] == ["planned", "done"]
        assert status(plan, "2020-06-01", known="2020-01-01") == "planned"

    def test_also_after_a_correction_that_was_taken_back(self) -> None:
        plan = plan_of(
            said("2020-01-01", "2020-01-02", "c1", status=("planned", "done")),
            said("2020-02-01", "2020-02-02", "c2", status=("done", "done"), corrects="2020-01-01"),
            said("2020-02-01", "2020-02-03", "c3", reverts="c2"),
            status="dropped",
        )
        assert status(plan, "2026-01-01") == "dropped"

    def test_recorded_it_has_its_own_date(self) -> None:
        plan = plan_of(status="missed")
        moment = Moment(at("2026-11-24"), date(2026, 11, 24))
        (planned,) = hand_edits.record(
            plan, plan.milestones, Said(on=read_time("2023-03-07")), moment
        )
        plan = replace(plan, entries=(after(planned),))
        assert by_hand(plan, plan.by_id["1-1"]) == ()
        assert [status(plan, day) for day in ("2023-03-06", "2023-03-07")] == ["planned", "missed"]


class TestAdded:
    PLAN = plan_of(said("2022-05-01", "2022-06-01", added=True))

    def test_it_is_there_from_its_day(self) -> None:
        assert plan_at(self.PLAN, date(2022, 4, 30), None).entries == ()
        assert len(plan_at(self.PLAN, date(2022, 5, 1), None).entries) == 1

    def test_and_known_from_when_it_was_recorded(self) -> None:
        assert plan_at(self.PLAN, date(2022, 5, 1), date(2022, 5, 31)).entries == ()

    def test_its_repeats_come_with_it(self) -> None:
        repeat = replace(new_milestone("2-1", "ongoing"), target=None, same_as="1-1")
        plan = replace(self.PLAN, entries=(*self.PLAN.entries, repeat))
        assert plan_at(plan, date(2022, 4, 30), None).entries == ()
        assert len(plan_at(plan, date(2022, 5, 1), None).entries) == 2


def test_a_fiscal_year_by_the_plans_own_rule() -> None:
    us = FiscalRule(10, "end")
    entry_ = said("FY2021", "2023-01-01")
    assert counts_from(entry_, us, TOKYO) == date(2021, 9, 30)
    assert counts_from(entry_, FiscalRule(4, "start"), TOKYO) == date(2022, 3, 31)


def test_every_question_answers_from_history(run: Run, write_plan: WritePlan) -> None:
    past = history(
        entry("2021-05-01", status="[planned, active]"),
        entry("2022-01-10", "2022-02-01", target="[FY2020, FY2023]", reason="budget"),
        entry("FY2023", "2024-06-01", status="[active, done]"),
    )
    write_plan(milestone("1-1", past, target="FY2023", baseline="FY2020", status="done"))
    for words, said_so in (
        (("overdue", "--as-of", "2022-01-09"), "FY2020"),
        (("due", "--fy", "2020", "--as-of", "2022-01-09"), "overdue"),
        (("due", "--fy", "2023", "--as-of", "2022-01-10"), "on track"),
        (("list", "--as-of", "2022-01-10", "--known", "2022-01-31"), "FY2020"),
        (("show", "1-1", "--as-of", "2024-03-30"), "Status       active"),
        (("show", "1-1", "--as-of", "2024-03-31"), "done on time"),
        (("show", "1-1", "--as-of", "2024-03-31", "--known", "2024-05-31"), "due soon"),
        (("summary", "--as-of", "2024-03-31"), "done"),
        (("history", "--as-of", "2021-12-31"), "1 entry"),
        (("list", "--as-of", "2018-12-10"), ""),
    ):
        done = run(*words)
        assert done.code == 0, done.err
        assert " ".join(said_so.split()) in " ".join(done.out.split()), words


def test_a_time_of_a_wish_is_never_sharpened() -> None:
    """An entry keeps a fiscal year as it was given."""
    plan = plan_of()
    (planned,) = decide.update(
        plan, plan.milestones, Wish({"status": "done"}), Said(on=read_time("FY2020")),
        Moment(at("2026-11-24"), date(2026, 11, 24)),
    )  # fmt: skip
    when: Time = planned.entry.date
    assert str(when) == "FY2020"
