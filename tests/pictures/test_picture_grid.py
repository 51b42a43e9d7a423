"""What a grid shows, and how it looks in a terminal."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from picture_plans import ALL, BY_HAND, LANDER, MISSED, ROCKET, WINDOW, YEARLY, small_plan
from rich.cells import cell_len

from spaceplan.pictures.axis import Days
from spaceplan.pictures.canvas import MARKS, screen_for
from spaceplan.pictures.grid import Grid, Track, grid
from spaceplan.pictures.text_grid import print_grid
from spaceplan.render.table import painter
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import Filter, rows

DAY = date(2022, 6, 1)
PLAN = small_plan()


def drawn(plan: Plan = PLAN, day: date = DAY, **asked: object) -> Grid:
    placed = plan_at(plan, day, None)
    return grid(placed, day, rows(placed, day, Filter()), **asked)  # type: ignore[arg-type]


def track(name: str, shown: Grid) -> Track:
    return next(track for track in shown.tracks if track.milestone.id == name)


def printed(shown: Grid, width: int = 80, lang: str = "en", ascii_only: bool = False) -> str:
    screen = screen_for(width, painter(False), plain_marks=ascii_only)
    return print_grid(PLAN, shown, lang, screen)


def test_a_moved_target_stands_beside_its_baseline() -> None:
    found = track("4-1", drawn())
    assert found.baseline == Days(date(2020, 4, 1), date(2021, 3, 31))
    assert found.target == Days(date(2022, 4, 1), date(2023, 3, 31))
    assert found.actual is None


def test_what_was_met_late_is_late_from_the_day_after_its_due_day() -> None:
    found = track("4-1", drawn(day=date(2024, 6, 1)))
    assert found.actual == Days(date(2024, 2, 17), date(2024, 2, 17))
    assert found.late == Days(date(2023, 4, 1), date(2024, 2, 17))


def test_what_is_overdue_is_late_up_to_the_day_of_the_picture() -> None:
    assert track("7-1", drawn()).late == Days(date(2022, 4, 1), DAY)
    assert track("7-1", drawn(day=date(2022, 3, 31))).late is None


def test_a_start_that_began_shows_when_and_a_missed_one_when_it_was_given_up() -> None:
    shown = drawn()
    assert track("7-3", shown).actual == Days(date(2019, 10, 1), date(2019, 10, 1))
    assert track("7-2", shown).closed == Days(date(2022, 3, 31), date(2022, 3, 31))


def test_a_miss_is_late_from_its_target_to_the_day_it_was_given_up() -> None:
    later = MISSED.replace("2022-03-31", "2023-03-07").replace("2022-04-02", "2023-03-08")
    shown = drawn(small_plan(later), date(2024, 6, 1))
    assert track("7-2", shown).late == Days(date(2022, 4, 1), date(2023, 3, 7))
    assert "◆┄┄┄┄┄┄┄✗" in printed(shown)
    assert track("7-2", drawn()).late is None, "given up on its last day"


def test_each_year_of_a_recurring_one_is_met_unmet_pending_or_ahead() -> None:
    marks = {tick.year: tick.mark for tick in track("8-1", drawn(last=2023)).ticks}
    assert marks == {2019: "met", 2020: "unmet", 2021: "unmet", 2022: "pending", 2023: "ahead"}


def test_the_years_are_those_that_anything_stands_in_and_today() -> None:
    assert list(drawn().axis.years) == list(range(2016, 2024))
    assert drawn(day=date(2026, 11, 24)).axis.last == 2026


def test_with_given_years_what_lies_elsewhere_is_counted_and_left_out() -> None:
    shown = drawn(first=2023, last=2024)
    assert {track.milestone.id for track in shown.tracks} == {"8-1", "8-3"}
    assert shown.outside == 5
    assert "5 in other years not shown" in printed(shown)


def test_what_has_no_time_is_shown_on_request_only() -> None:
    shown = drawn()
    assert shown.untimed == 1
    assert "1 without a time of its own not shown" in printed(shown)
    asked = drawn(ongoing=True)
    assert asked.untimed == 0
    assert track("8-2", asked).horizon == Days(date(2023, 4, 1), date(2024, 3, 31))


def test_where_room_is_short_what_needs_attention_comes_first() -> None:
    shown = drawn(limit=3)
    # Both overdue ones, then of those on track the one that is due first; in document order.
    assert [track.milestone.id for track in shown.tracks] == ["4-1", "7-1", "8-1"]
    assert shown.cut == 4


def test_the_screen() -> None:
    shown = drawn(small_plan(ROCKET + LANDER), date(2024, 6, 1))
    assert printed(shown, 60).splitlines() == [
        "Milestones by fiscal year, as of 2024-06-01",
        "A small plan",
        "                 Fiscal year 2020  2021  2022  2023  2024",
        "──────────────────────────────────────────────────────▼─────",
        "Topic 4  Rockets",
        "4-1  ✓! First flight … ○ [*] ┊    ◇───────────◆┄┄┄┄┄✓┊│",
        "Topic 7  Space science",
        "7-1  !  Lander <SLIM> &… [~] ┊     ┊    ◆┄┄┄┄┄┄┄┄┄┄┄┄┄│",
        "",
        "◆ target   ◇ baseline   ─ target moved   ┄ late",
        "✓ met or begun   │ the day of this picture   ! overdue",
        "✓! done late",
        "signs of a state: ○ claimed  [~] stale  [*] undecided",
        "all of them: unexplained",
    ]


def test_the_screen_in_ascii() -> None:
    shown = drawn(small_plan(ROCKET + YEARLY + WINDOW + BY_HAND), date(2024, 6, 1))
    assert printed(shown, 70, ascii_only=True).splitlines() == [
        "Milestones by fiscal year, as of 2024-06-01",
        "A small plan",
        "               Fiscal year '16 '17 '18 '19 '20 '21 '22 '23 '24",
        "-----------------------------------------------------------V----------",
        "Topic 4  Rockets",
        "4-1  +! First fl.. ( ) [*] :   :   :   :   :  o-------#!!!+|",
        "Topic 7  Space science",
        "7-4  !  Development        [==========================#!!!!|",
        "Topic 8  Business",
        "8-1  !  Briefings          :   :   :   : + : x : x : x : x | ?",
        "8-3  !  Rules              :   :   :   :   :   :  o------~#|",
        "",
        "# target   o baseline   [ window from   - target moved   ! late",
        "~ about   + met or begun   x missed, year unmet",
        "? this year, still open   | the day of this picture   +! done late",
        "signs of a state: ( ) claimed  [*] undecided",
        "all but 4-1: stale",
        "all of them: unexplained",
    ]


def test_the_screen_in_japanese() -> None:
    shown = drawn(small_plan(ROCKET), date(2024, 6, 1))
    assert printed(shown, 60, "ja").splitlines()[2:6] == [
        "                            年度 2020 2021 2022 2023 2024",
        "─────────────────────────────────────────────────────▼──────",
        "論点4  ロケット",
        "4-1  ✓! H3ロケット初号機… ○ [?*] ┊   ◇─────────◆┄┄┄┄✓│",
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_screen(width: int, lang: str) -> None:
    for day in (date(2019, 1, 1), DAY, date(2060, 1, 1)):
        for line in printed(drawn(day=day, ongoing=True), width, lang).splitlines():
            assert cell_len(line) <= width


SIGNS = [
    (date(2022, 1, 15), "7-1  *"),
    (date(2022, 6, 1), "7-1  !"),
    (date(2022, 6, 1), "7-2  ✗"),
    (date(2022, 6, 1), "7-3  ▶"),
    (date(2024, 6, 1), "4-1  ✓!"),
]


@pytest.mark.parametrize(("day", "begin"), SIGNS)
def test_a_sign_before_the_title_tells_the_state(day: date, begin: str) -> None:
    assert any(line.startswith(begin) for line in printed(drawn(day=day)).splitlines())


def test_a_wide_screen_says_state_and_target_in_words() -> None:
    text = printed(drawn(day=date(2024, 6, 1)), 160)
    assert "done late ○ [?*], 10 months" in text
    assert "FY2020 → FY2022 (+2 years)" in text
    assert "FY2021 → about FY2023 (+2 years)" in text


GRID_MARKS = (
    *("target", "baseline", "anew", "start", "start_baseline", "window", "window_begin", "slip"),
    *("late", "about", "done", "missed", "dropped", "pending", "ahead", "horizon", "ongoing"),
    *("before", "beyond", "today", "year"),
)


@pytest.mark.parametrize("form", [0, 1])
def test_no_two_marks_of_a_grid_look_alike(form: int) -> None:
    marks = [MARKS[name][form] for name in GRID_MARKS]
    assert len(marks) == len(set(marks))


def test_a_mark_takes_one_cell() -> None:
    assert all(cell_len(mark) == 1 for pair in MARKS.values() for mark in pair)


def test_a_screen_that_is_not_utf_gets_ascii_and_escapes() -> None:
    screen = screen_for(80, painter(False), "cp1252")
    print_grid(PLAN, drawn(), "ja", screen).encode("cp1252")
    screen = screen_for(80, painter(False), "cp932")
    assert "ロケット" in print_grid(PLAN, drawn(), "ja", screen).encode("cp932").decode("cp932")


def test_an_empty_grid_says_so() -> None:
    assert "no milestone to show" in printed(grid(PLAN, DAY, []))


@given(
    st.dates(date(2018, 12, 11), date(2040, 12, 31)),
    st.integers(2010, 2040),
    st.integers(0, 40),
    st.integers(40, 220),
)
def test_any_day_and_any_years_make_a_picture_that_fits(
    day: date, first: int, more: int, width: int
) -> None:
    shown = drawn(small_plan(ALL), day, first=first, last=first + more)
    assert all(cell_len(line) <= width for line in printed(shown, width, "ja").splitlines())
