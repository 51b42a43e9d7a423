"""What was true on a day, and what was known of it: an example for each rule.

Random histories are held against a model of the rules in ``test_truth_model.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from support import Run, WritePlan, entry, history, milestone

from spaceplan.record import decide, hand_edits
from spaceplan.record.hand_edits import by_hand
from spaceplan.record.planned import Moment, Said, Wish, after
from spaceplan.roadmap.entry import Change, Edit
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.lifecycle import met
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.registry import Topic, Words
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import counts_from, in_force

DECIDED = date(2018, 12, 11)
END = date(2027, 3, 31)


def new_milestone(name: str, kind: str) -> Milestone:
    aim = read_time("FY2019.." if kind == "recurring" else "FY2020")
    return Milestone(
        name, 1, title=Words(name, name), kind=kind, target=aim, baseline=aim, owner=("MEXT",)
    )


def empty_plan(zone: str, rule: tuple[int, str]) -> Plan:
    return Plan(
        Words("計画", "plan"), "R0", DECIDED, "ja", zone, FiscalRule(*rule), 90,
        (), {}, {}, (Topic(1, Words("一", "one")),), (),
    )  # fmt: skip


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
        when = met(plan.by_id["1-1"], plan)
        assert when is not None
        assert str(when.when) == "2021-03-01"


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
            plan, plan.milestones, Said(on=read_time("2023-03-07"), old="planned"), moment
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
