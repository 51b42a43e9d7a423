"""What follows from a milestone and a date: state, lateness, slip, truth in time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import HEADER, Run, WritePlan, entry, history, milestone


def row(run: Run, day: str, *words: str) -> dict[str, Any]:
    """The only milestone of the plan in this folder, as it stands on a day."""
    outcome = run("list", "--json", "--as-of", day, *words)
    assert outcome.code == 0, outcome.err
    (found,) = json.loads(outcome.out)["milestones"]
    return dict(found)


def late(found: dict[str, Any]) -> tuple[int, int, int] | None:
    span = found["late"]
    return (span["years"], span["months"], span["days"]) if span else None


def changed(date: str, old: str, new: str, **more: str) -> str:
    return history(entry(date, status=f"[{old}, {new}]", **more))


def done(date: str, recorded: str = "2026-01-01") -> str:
    return history(entry(date, recorded, status="[planned, done]"))


# --- a deadline ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "state", "lateness"),
    [
        ("2020-12-30", "on-track", None),
        ("2020-12-31", "due-soon", None),
        ("2021-03-31", "due-soon", None),
        ("2021-04-01", "overdue", (0, 0, 1)),
        ("2021-04-30", "overdue", (0, 1, 0)),
        ("2021-05-01", "overdue", (0, 1, 1)),
        ("2022-03-31", "overdue", (1, 0, 0)),
        ("2024-02-29", "overdue", (2, 11, 0)),
        ("2026-11-24", "overdue", (5, 7, 24)),
    ],
)
def test_the_due_date_is_the_last_day_in_time(
    run: Run, write_plan: WritePlan, day: str, state: str, lateness: tuple[int, int, int] | None
) -> None:
    write_plan(milestone("1-1", target="FY2020"))
    found = row(run, day)
    assert (found["state"], found["due"], late(found)) == (state, "2021-03-31", lateness)


def test_the_plan_says_how_soon_is_soon(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), header=HEADER.replace("\nowners", "due_soon: 30\n\nowners"))  # fmt: skip
    assert row(run, "2021-02-28")["state"] == "on-track"
    assert row(run, "2021-03-01")["state"] == "due-soon"


@pytest.mark.parametrize(
    ("date", "state", "lateness"),
    [
        ("2021-03-31", "done-on-time", None),
        ("2021-04-01", "done-late", (0, 0, 1)),
        ("2021-06-30", "done-late", (0, 3, 0)),
        ("FY2020", "done-on-time", None),
        ("FY2021", "done-late", (1, 0, 0)),
    ],
)
def test_done_in_time_or_late(
    run: Run, write_plan: WritePlan, date: str, state: str, lateness: tuple[int, int, int] | None
) -> None:
    write_plan(milestone("1-1", done(date), target="FY2020", status="done"))
    found = row(run, "2026-11-24")
    assert (found["state"], found["actual"], late(found)) == (state, date, lateness)


def test_a_fiscal_year_too_vague_to_judge_is_date_unknown(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", done("FY2020"), target="2020-09-30", status="done"))
    assert row(run, "2026-11-24")["state"] == "done-date-unknown"


@pytest.mark.parametrize(
    ("target", "status", "state"),
    [
        ("FY2020", "done", "done-date-unknown"),
        ("", "done", "done-no-due"),
        ("FY2020", "missed", "missed"),
        ("FY2020", "dropped", "dropped"),
        ("FY2020", "active", "overdue"),
        ("", "active", "ongoing"),
        ("", "planned", "ongoing"),
        ("", "dropped", "dropped"),
    ],
)
def test_states_without_a_history(
    run: Run, write_plan: WritePlan, target: str, status: str, state: str
) -> None:
    write_plan(milestone("1-1", target=target, status=status))
    assert row(run, "2026-11-24")["state"] == state


@pytest.mark.parametrize(
    ("target", "due"),
    [
        ("FY2019H1", "2019-09-30"),
        ("FY2019H2", "2020-03-31"),
        ("FY2019Q3", "2019-12-31"),
        ("2019", "2019-12-31"),
        ("2019H2", "2019-12-31"),
        ("mid-2019", "2019-06-30"),
        ("2019-06", "2019-06-30"),
        ("2019-09-30", "2019-09-30"),
        ("about FY2018", "2019-03-31"),
        ("about mid-2019", "2019-06-30"),
        ("令和2年度", "2021-03-31"),
        ("令和２年度頃", "2021-03-31"),
    ],
)
def test_a_target_stands_for_its_last_day_and_is_shown_as_it_is(
    run: Run, write_plan: WritePlan, target: str, due: str
) -> None:
    write_plan(milestone("1-1", target=target))
    assert row(run, "2019-01-01")["due"] == due
    if target.isascii():
        assert target in run("list", "--as-of", "2019-01-01").out


# --- the other kinds ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "block", "state"),
    [
        ("planned", "", "overdue"),
        ("active", changed("2021-03-31", "planned", "active"), "begun-on-time"),
        ("active", changed("2021-04-01", "planned", "active"), "begun-late"),
        ("done", changed("2021-03-01", "planned", "done"), "begun-on-time"),
        ("active", "", "begun-date-unknown"),
        ("missed", "", "missed"),
    ],
)
def test_a_start_is_met_when_it_has_begun(
    run: Run, write_plan: WritePlan, status: str, block: str, state: str
) -> None:
    lines = [block] if block else []
    write_plan(milestone("1-1", *lines, kind="start", target="FY2020", status=status))
    assert row(run, "2026-11-24")["state"] == state


@pytest.mark.parametrize(
    ("day", "state"), [("2016-04-01", None), ("2023-03-31", "due-soon"), ("2023-04-01", "overdue")]
)
def test_a_window_is_due_at_its_end(
    run: Run, write_plan: WritePlan, day: str, state: str | None
) -> None:
    write_plan(
        milestone("1-1", kind="window", target="FY2016..FY2022"),
        header=HEADER.replace("2018-12-11", "2015-01-01"),
    )
    found = row(run, day)
    assert found["due"] == "2023-03-31"
    assert found["state"] == (state or "on-track")


def happened(*days: str) -> str:
    return history(*(entry(day, f"{max(days)}", occurred="true") for day in days))


@pytest.mark.parametrize(
    ("days", "times", "day", "state", "unmet"),
    [
        ([], "", "2020-03-31", "due-soon", []),
        ([], "", "2020-04-01", "overdue", [2019]),
        ([], "", "2022-04-01", "overdue", [2019, 2020, 2021]),
        (["2019-05-01"], "", "2020-04-01", "on-track", []),
        (["2019-05-01"], "", "2021-04-01", "overdue", [2020]),
        (["2019-05-01"], "2", "2020-04-01", "overdue", [2019]),
        (["2019-05-01", "2019-06-01"], "2", "2020-04-01", "on-track", []),
        (["2019-05-01", "2019-06-01"], "about 3", "2020-04-01", "overdue", [2019]),
        (["2019-05-01", "2021-05-01"], "", "2022-04-01", "overdue", [2020]),
    ],
)
def test_a_year_of_a_recurring_one_is_met_by_as_many_as_the_text_asks(
    run: Run, write_plan: WritePlan, days: list[str], times: str, day: str, state: str, unmet: list[int]
) -> None:  # fmt: skip
    lines = [happened(*days)] if days else []
    fields = {"times": times} if times else {}
    write_plan(milestone("1-1", *lines, kind="recurring", target="FY2019..", status="active", **fields))  # fmt: skip
    found = row(run, day)
    assert (found["state"], found["unmet_years"]) == (state, unmet)
    if unmet:
        assert found["due"] == f"{unmet[0] + 1}-03-31"


def test_a_recurring_one_is_one_row_with_the_first_unmet_year_and_how_many(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", kind="recurring", target="FY2019..", status="active"))
    assert "6 years 7 months (7 years unmet)" in run("overdue", "--as-of", "2026-11-24").out


def test_a_recurring_one_with_an_end_is_done_when_every_year_was_met(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone(
            "1-1",
            happened("2019-05-01", "2020-05-01"),
            kind="recurring",
            target="FY2019..FY2020",
            status="active",
        )
    )
    assert row(run, "2026-11-24")["state"] == "done-on-time"


# --- another calendar ---------------------------------------------------------------------------


def test_a_plan_whose_fiscal_year_starts_in_october_and_is_named_by_its_end(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone("1-1", target="FY2020"),
        header=HEADER.replace("{starts: 4, named_by: start}", "{starts: 10, named_by: end}"),
    )
    assert row(run, "2020-09-30")["state"] == "due-soon"
    assert row(run, "2020-10-01")["state"] == "overdue"
    due = json.loads(run("due", "--fy", "2020", "--json", "--as-of", "2020-01-01").out)
    assert due["periods"] == [{"from": "2019-10-01", "to": "2020-09-30"}]
    assert due["count"] == 1
    now = json.loads(run("due", "--json", "--as-of", "2019-10-01").out)
    assert now["periods"] == due["periods"]


# --- truth in time ------------------------------------------------------------------------------

MOVED = milestone(
    "1-1",
    history(
        entry("2020-09-11", "2020-10-01", target="[FY2020, FY2021]", reason="technical"),
        entry("2023-03-07", "2023-03-08", status="[planned, missed]"),
        entry("2024-02-17", "2024-02-18", status="[missed, done]", note="flown"),
    ),
    target="FY2021",
    baseline="FY2020",
    status="done",
)


@pytest.mark.parametrize(
    ("day", "known", "target", "status", "state"),
    [
        ("2020-09-10", "", "FY2020", "planned", "on-track"),
        ("2020-09-11", "", "FY2021", "planned", "on-track"),
        ("2020-09-11", "2020-09-30", "FY2020", "planned", "on-track"),
        ("2021-04-01", "2020-09-30", "FY2020", "planned", "overdue"),
        ("2021-04-01", "", "FY2021", "planned", "on-track"),
        ("2022-04-01", "", "FY2021", "planned", "overdue"),
        ("2023-03-07", "", "FY2021", "missed", "missed"),
        ("2023-03-07", "2023-03-07", "FY2021", "planned", "overdue"),
        ("2026-11-24", "", "FY2021", "done", "done-late"),
    ],
)
def test_the_plan_as_it_was_on_a_day_and_as_it_was_known(
    run: Run, write_plan: WritePlan, day: str, known: str, target: str, status: str, state: str
) -> None:
    write_plan(MOVED)
    found = row(run, day, *(["--known", known] if known else []))
    assert (found["target"], found["status"], found["state"]) == (target, status, state)


def test_a_milestone_that_came_later_is_not_there_before(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", history(entry("2020-06-01", added="true")), target="FY2022"))
    outcome = run("list", "--json", "--as-of", "2020-05-31")
    assert json.loads(outcome.out)["milestones"] == []
    assert run("show", "1-1", "--as-of", "2020-05-31").code == 2
    assert row(run, "2020-06-01")["id"] == "1-1"


def test_a_corrected_date_counts_and_the_wrong_one_no_longer(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone(
            "1-1",
            history(
                entry("2021-04-05", "2021-04-06", status="[planned, done]"),
                entry("2021-03-30", "2021-05-01", status="[done, done]", corrects="2021-04-05"),
            ),
            target="FY2020",
            status="done",
        )
    )
    assert row(run, "2026-11-24")["state"] == "done-on-time"
    assert row(run, "2026-11-24", "--known", "2021-04-30")["state"] == "done-late"


def test_slip_is_current_target_minus_baseline_with_its_sign(
    run: Run, write_plan: WritePlan
) -> None:
    for target, sign, years, months in (("FY2022", 1, 2, 0), ("FY2019H1", -1, 1, 6)):
        write_plan(milestone("1-1", target=target, baseline="FY2020"))
        slip = row(run, "2019-01-01")["slip"]
        assert (slip["sign"], slip["years"], slip["months"], slip["days"]) == (
            sign,
            years,
            months,
            0,
        )
    write_plan(milestone("1-1", target="about FY2020", baseline="FY2020"))
    assert row(run, "2019-01-01")["slip"] is None


def test_today_is_the_date_in_the_plans_time_zone(run: Run, write_plan: WritePlan) -> None:
    from datetime import UTC, datetime, timedelta

    for zone, hours in (("Pacific/Kiritimati", 14), ("Pacific/Pago_Pago", -11)):
        write_plan(milestone("1-1"), header=HEADER.replace("Asia/Tokyo", zone))
        before = (datetime.now(UTC) + timedelta(hours=hours)).date().isoformat()
        said = json.loads(run("list", "--json").out)["as_of"]
        after = (datetime.now(UTC) + timedelta(hours=hours)).date().isoformat()
        assert before <= said <= after
