"""The database, as an SQL user meets it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from small import DAY, all_rows, small_plan

from spaceplan.export.sqlite import SCHEMA_VERSION, Asked, database
from spaceplan.tables.columns import digest, shown


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    plan = small_plan()
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(all_rows(plan), plan, Asked(DAY, None, "00ff")))
    yield connection
    connection.close()


def ask(base: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    return base.execute(sql).fetchall()


def test_it_is_sound_and_its_keys_hold(base: sqlite3.Connection) -> None:
    assert ask(base, "PRAGMA integrity_check") == [("ok",)]
    assert ask(base, "PRAGMA foreign_key_check") == []
    assert ask(base, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_the_plan_and_what_was_asked(base: sqlite3.Connection) -> None:
    assert ask(base, "SELECT title_ja, decided, as_of, known, fiscal_year_starts FROM plan") == [
        ("小さな計画", "2018-12-11", "2026-11-24", None, 4)
    ]


def test_a_time_is_what_is_written_and_its_first_and_last_day(base: sqlite3.Connection) -> None:
    found = ask(
        base,
        "SELECT id, target, target_first, target_last, target_about FROM milestones ORDER BY position",
    )
    assert found == [
        ("1-1", "about FY2022", "2022-04-01", "2023-03-31", 1),
        ("1-2", "FY2021..FY2022", "2021-04-01", "2023-03-31", 0),
        ("1-3", "2019-06", "2019-06-01", "2019-06-30", 0),
        ("1-4", "FY2019..", "2019-04-01", None, 0),
        ("1-5", None, None, None, None),
        ("1-6", "2019-09-30", "2019-09-30", "2019-09-30", 0),
        ("1-7", "mid-2024", "2024-06-01", "2024-06-30", 0),
    ]


def test_how_it_stands_is_typed(base: sqlite3.Connection) -> None:
    (row,) = ask(
        base, "SELECT state, due, late_days, slip_days, moves FROM milestones WHERE id = '1-2'"
    )
    assert row == ("overdue", "2023-03-31", (date(2026, 11, 24) - date(2023, 3, 31)).days, None, 0)
    assert ask(base, "SELECT slip_days FROM milestones WHERE id = '1-1'") == [(730,)]
    assert ask(base, "SELECT typeof(topic), typeof(moves) FROM milestones LIMIT 1") == [
        ("integer", "integer")
    ]


def test_owners_and_partners_keep_their_order_and_the_lead(base: sqlite3.Connection) -> None:
    assert ask(
        base,
        "SELECT owner, lead, owner_others FROM milestone_owners JOIN milestones ON id = milestone "
        "WHERE id = '1-1' ORDER BY milestone_owners.position",
    ) == [("MEXT", 1, 1), ("JAXA", 0, 1)]
    assert ask(base, "SELECT partner FROM milestone_partners") == [("JAXA",)]
    assert ask(base, "SELECT owner FROM owner_aliases WHERE alias = '文科省'") == [("MEXT",)]


def test_repeats_lead_to_their_original(base: sqlite3.Connection) -> None:
    assert ask(base, "SELECT id, original, topic FROM repeats") == [("2-1", "1-1", 2)]


def test_the_whole_history_with_its_fields(base: sqlite3.Connection) -> None:
    assert ask(
        base,
        "SELECT date, recorded, recorded_utc, reason, note FROM history WHERE milestone = '1-1' "
        "AND position = 3",
    ) == [
        (
            "2023-03-07",
            "2023-03-07T10:20:30+09:00",
            "2023-03-07T01:20:30Z",
            None,
            "the second stage did not ignite; lost, at sea",
        )
    ]
    assert ask(
        base, "SELECT position, field, old, new FROM history_fields WHERE milestone = '1-1'"
    ) == [
        (1, "status", "planned", "active"),
        (2, "target", "FY2020", "about FY2022"),
        (3, "status", "active", "missed"),
    ]
    assert ask(base, "SELECT count(*) FROM history WHERE occurred = 1") == [(2,)]


def test_years_that_went_unmet(base: sqlite3.Connection) -> None:
    assert ask(base, "SELECT fiscal_year FROM unmet_years WHERE milestone = '1-4'") == [
        (year,) for year in range(2021, 2026)
    ]


def test_the_view_of_what_is_overdue_is_worst_first(base: sqlite3.Connection) -> None:
    assert [row[0] for row in ask(base, "SELECT * FROM overdue")] == ["1-3", "1-6", "1-4", "1-2"]


def test_a_row_has_the_same_digest_as_everywhere(base: sqlite3.Connection) -> None:
    plan = small_plan()
    expected = [(digest(shown(row, plan)),) for row in all_rows(plan)]
    assert ask(base, "SELECT digest FROM milestones ORDER BY position") == expected


def test_words_outside_the_lists_are_refused(base: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        base.execute("UPDATE milestones SET status = 'late'")


def test_lateness_and_slip_are_numbers_of_months_and_of_days(base) -> None:
    found = ask(
        base,
        "SELECT late_months, late_days, slip_months, slip_days FROM milestones WHERE id = '1-6'",
    )
    assert found == [(85, 2612, None, None)]
    assert ask(base, "SELECT slip_months, slip_days FROM milestones WHERE id = '1-1'") == [
        (24, 730)
    ]
