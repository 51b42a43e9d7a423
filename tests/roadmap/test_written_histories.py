"""Histories that commands write, of any updates in any order: what is answered of any day, as known
on any other, is what the tests' own model of truth in time says of the entries in the file."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from model_of_truth import NEVER, Entry, History
from stopped_clock import stop_clock
from support import Outcome, invoke, milestone, plan_text

FIELDS = ("status", "target", "rebaseline", "progress")
FIRST, LAST = date(2018, 12, 11), date(2026, 3, 31)
BY = ("--authority", "the Cabinet", "--source", "minutes")
PLAN = plan_text(milestone("1-1", target="FY2021"))
DAYS = st.integers(0, 1400).map(lambda days: (FIRST + timedelta(days)).isoformat())
WHEN = st.one_of(DAYS, DAYS, DAYS, st.sampled_from(["FY2019", "FY2021", "unknown"]))
TARGETS = st.sampled_from(["FY2020", "FY2021", "FY2022", "2023-09-30"])
STATUSES = st.sampled_from(["planned", "active", "done", "missed", "dropped"])
UPDATES = st.one_of(
    st.tuples(st.just("--status"), STATUSES),
    st.tuples(st.just("--target"), TARGETS),
    st.tuples(st.just("--rebaseline"), TARGETS),
    st.tuples(st.just("--progress"), st.sampled_from(["1/3", "2/3"])),
)
COMMANDS = st.one_of(
    st.tuples(UPDATES, WHEN, st.booleans()).map(
        lambda told: (
            ("update", "1-1", *told[0], "--on", told[1], "--note", "n", *BY) + ("--past",) * told[2]
        )
    ),
    WHEN.map(lambda on: ("note", "1-1", "--note", on, "--on", on)),
    DAYS.map(lambda on: ("checked", "1-1", "--on", on)),
    st.just(("undo",)),
    st.just(("revert", "1-1")),
    st.tuples(STATUSES, WHEN).map(lambda told: ("apply", *told)),
)


class Case:
    """A plan in a folder, to which commands are put."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.write_text(PLAN, "utf-8")

    def run(self, *words: str) -> Outcome:
        if words[0] == "apply":
            table = self.path.with_name("back.csv")
            table.write_text("id,status,on,note\n1-1,{},{},n\n".format(*words[1:]), "utf-8")
            words = ("apply", str(table))
        return invoke((*words, "--plan", self.path))

    def facts(self, day: date, known: date) -> dict[str, Any]:
        """How the milestone stands, as a program is told."""
        done = self.run("list", "--json", "--as-of", str(day), "--known", str(known))
        (found,) = json.loads(done.out)["milestones"]
        return dict(found)

    def history(self) -> History:
        """The file's entries, as YAML has them."""
        (one,) = yaml.load(self.path.read_text("utf-8"), yaml.BaseLoader)["milestones"]
        return History(
            {name: one.get(name) for name in FIELDS}, [*map(_entry, one.get("history", []))]
        )


def _entry(told: dict[str, Any]) -> Entry:
    return Entry(
        datetime.fromisoformat(told["recorded"]),
        told["change"],
        told["date"],
        {n: tuple(None if v == "(none)" else v for v in told[n]) for n in FIELDS if n in told},  # type: ignore[misc]
        occurred="occurred" in told,
        reverts=told.get("reverts", ""),
        corrects=told.get("corrects", ""),
    )


def _by_model(history: History, day: date, known: date) -> dict[str, Any]:
    """The same of the model."""
    anew = [history.first("rebaseline", known)]
    anew += [value for _, _, value in history.steps("rebaseline", day, known)]
    return {
        **{name: history.value(name, day, known) for name in FIELDS},
        "moves": history.moves(day, known),
        "rebaselined": sum(a != b for a, b in pairwise(anew)),
        "actual": history.since({"done"}, day, known),
        "baseline": "FY2021",
    }


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path / "milestones.yaml")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(COMMANDS, st.integers(0, 200)), min_size=2, max_size=8), st.data())
def test_what_commands_write_is_answered_as_the_model_of_truth_has_it(
    case: Case, tmp_path: Path, told: list[tuple[tuple[str, ...], int]], data: st.DataObject
) -> None:
    case = Case(tmp_path / "milestones.yaml")
    now = datetime(2021, 4, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    recorded = [FIRST, LAST]
    before: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        clock = stop_clock(patch)
        for words, days in told:
            now += timedelta(days)
            clock.put(now.isoformat())
            text = case.path.read_bytes()
            ended = case.run(*words)
            assert ended.code in (0, 2), ended.err
            if words[0] == "undo" and case.path.read_bytes() != text:
                assert case.path.read_bytes() == before.pop()
            elif case.path.read_bytes() != text:
                before.append(text)
            else:
                assert ended.code == 2 or "nothing" in ended.out, (words, ended.out)
            recorded.append(now.date())
    history = case.history()
    said = [date.fromisoformat(e.when) for e in history.entries if e.when[:1].isdigit()]
    for _ in range(4):
        day = data.draw(st.sampled_from([FIRST, *said, LAST]))
        day = max(day - timedelta(data.draw(st.integers(0, 1))), FIRST)
        known = data.draw(st.sampled_from(recorded))
        facts, model = case.facts(day, known), _by_model(history, day, known)
        assert {name: facts[name] for name in model} == model, (day, known)
    assert case.run("check", "--strict").code == 0


def test_the_model_sees_what_it_is_to_see(case: Case) -> None:
    """A history of each kind, so that the drawn ones are not all alike."""
    with pytest.MonkeyPatch.context() as patch:
        stop_clock(patch)
        case.run("update", "1-1", "--target", "FY2022", "--on", "2020-01-01")
        case.run("update", "1-1", "--rebaseline", "target", "--on", "2020-02-01", *BY)
        case.run("update", "1-1", "--target", "FY2020", "--on", "2019-06-01", "--past")
        case.run("update", "1-1", "--status", "done", "--on", "2021-01-01")
        case.run("revert", "1-1")
    assert _by_model(case.history(), LAST, NEVER) == {
        "status": "planned",
        "target": "FY2022",
        "rebaseline": "FY2022",
        "progress": None,
        "moves": 2,
        "rebaselined": 1,
        "actual": None,
        "baseline": "FY2021",
    }
