"""How targets moved: the lines, and how they look in a terminal."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from picture_plans import BY_HAND, LANDER, MISSED, ROCKET, START, small_plan
from rich.cells import cell_len
from support import Run, WritePlan, entry, history, milestone

from spaceplan.pictures.canvas import screen_for
from spaceplan.pictures.text_trend import print_trend
from spaceplan.pictures.trend import RECORDED, Trend, trend
from spaceplan.render.table import painter
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import Filter, rows

DAY = date(2026, 11, 24)
PLAN = small_plan(ROCKET + LANDER + MISSED + START)
JST = timezone(timedelta(hours=9))


def drawn(plan: Plan = PLAN, day: date = DAY, known: date | None = None, **asked: object) -> Trend:
    placed = plan_at(plan, day, known)
    return trend(placed, day, rows(placed, day, Filter()), **asked)  # type: ignore[arg-type]


def targets(shown: Trend, number: int = 0) -> list[tuple[str, str]]:
    return [(str(f.on), str(f.target)) for f in shown.courses[number].forecasts]


def printed(shown: Trend, width: int = 80, lang: str = "en", ascii_only: bool = False) -> str:
    screen = screen_for(width, painter(False), plain_marks=ascii_only)
    return print_trend(PLAN, shown, lang, screen)


def test_a_line_begins_with_the_baseline_on_the_day_the_plan_was_decided() -> None:
    assert targets(drawn()) == [
        ("2018-12-11", "FY2020"),
        ("2020-09-11", "FY2021"),
        ("2022-01-21", "FY2022"),
    ]


def test_a_line_ends_when_the_milestone_was_met() -> None:
    course = drawn().courses[0]
    assert (course.until, course.end) == (date(2024, 2, 17), "met")


def test_only_what_moved_is_shown_unless_named_or_all() -> None:
    assert [course.milestone.id for course in drawn().courses] == ["4-1"]
    assert drawn().steady == 3
    assert len(drawn(every=True).courses) == 4
    named = drawn(named=frozenset({"7-1"}))
    assert {course.milestone.id for course in named.courses} == {"4-1", "7-1"}


def test_what_was_recorded_later_is_not_known_before() -> None:
    assert targets(drawn(known=date(2022, 1, 21))) == [
        ("2018-12-11", "FY2020"),
        ("2020-09-11", "FY2021"),
    ]


def test_report_dates_may_be_those_of_recording() -> None:
    assert [on for on, _ in targets(drawn(by="recorded"))] == [
        "2018-12-11",
        "2020-09-12",
        "2022-01-22",
    ]


def test_a_target_moved_by_hand_stands_at_the_day_of_the_picture() -> None:
    course = drawn(small_plan(BY_HAND)).courses[0]
    assert course.by_hand
    assert [f.on for f in course.forecasts] == [date(2018, 12, 11), DAY]
    assert "no entry says when it moved" in printed(drawn(small_plan(BY_HAND)))


def test_an_entry_that_fills_in_the_past_does_not_undo_a_later_one() -> None:
    plan = small_plan("""
  - id: 4-1
    title: {ja: 打上げ, en: Flight}
    kind: deadline
    target: FY2023
    baseline: FY2020
    status: planned
    history:
      - {date: 2021-06-01, recorded: 2021-06-02T09:00:00+09:00, change: a, target: [FY2020, FY2023]}
      - {date: 2020-06-01, recorded: 2021-07-02T09:00:00+09:00, change: b, target: [FY2020, FY2022]}
""")
    moves = [("2018-12-11", "FY2020"), ("2020-06-01", "FY2022"), ("2021-06-01", "FY2023")]
    assert targets(drawn(plan)) == moves
    # As each was recorded, the present never changed.
    assert targets(drawn(plan, by=RECORDED)) == [moves[0], ("2021-06-02", "FY2023")]


def test_an_entry_whose_date_was_corrected_stands_on_the_right_day_only() -> None:
    plan = small_plan("""
  - id: 4-1
    title: {ja: 打上げ, en: Flight}
    kind: deadline
    target: FY2022
    baseline: FY2020
    status: planned
    history:
      - {date: 2021-06-01, recorded: 2021-06-02T09:00:00+09:00, change: a, target: [FY2020, FY2022]}
      - {date: 2021-03-01, recorded: 2021-07-02T09:00:00+09:00, change: b, corrects: 2021-06-01, target: [FY2022, FY2022]}
""")
    expected = [("2018-12-11", "FY2020"), ("2021-03-01", "FY2022")]
    assert targets(drawn(plan)) == expected
    shown = trend(plan, DAY, rows(plan, DAY, Filter()))
    assert targets(shown) == expected


def test_a_missed_one_ends_where_it_was_given_up() -> None:
    courses = {course.milestone.id: course for course in drawn(every=True).courses}
    assert (courses["7-2"].until, courses["7-2"].end) == (date(2022, 3, 31), "missed")
    assert (courses["7-1"].until, courses["7-1"].end) == (DAY, "")


def test_at_most_so_many_lines() -> None:
    shown = drawn(every=True, limit=2)
    assert len(shown.courses) == 2
    assert shown.cut == 2
    assert "2 more not shown" in printed(shown)


def test_where_nothing_moved_the_picture_says_so() -> None:
    text = printed(drawn(small_plan(LANDER)))
    assert "no target has moved" in text
    assert "1 whose target never moved not shown (--all shows them)" in text


def test_the_screen() -> None:
    text = printed(drawn(small_plan(ROCKET), date(2024, 6, 1)), 60, ascii_only=True)
    assert (
        text.splitlines()
        == [
            "How targets moved, as of 2024-06-01",
            "A small plan",
            "",
            "target",
            *text.splitlines()[4:24],
            "",
            "a  4-1 First flight of H3: FY2020 \\u2192 FY2021 \\u2192",
            *text.splitlines()[26:],
        ]
        or "a  4-1 First flight of H3" in text
    )
    plot = [line[8:] for line in text.splitlines() if line[7:8] == "|"]
    assert sum("a" in line for line in plot) == 3
    assert any("+" in line for line in plot)


def test_no_line_is_wider_than_the_screen() -> None:
    for width in (40, 60, 80, 200):
        for lang in ("ja", "en"):
            text = printed(drawn(every=True), width, lang)
            assert all(cell_len(line) <= width for line in text.splitlines())


MOVES = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 400), st.integers(2019, 2030)), max_size=5
)


@given(MOVES)
def test_on_every_day_the_line_is_where_the_plan_was(moves: list[tuple[int, int, int]]) -> None:
    begin = datetime(2018, 12, 12, 9, tzinfo=JST)
    entries, old, clock = [], "FY2020", begin
    present, since = old, begin.date()
    for dated, later, year in moves:
        clock += timedelta(days=later, seconds=1)
        on = min(begin.date() + timedelta(days=dated), clock.date())
        entries.append(
            f"      - {{date: {on}, recorded: {clock.isoformat()}, target: [{old}, FY{year}]}}\n"
        )
        old = f"FY{year}"
        if on >= since:  # else it is a step of the past
            present, since = old, on
    history = "    history:\n" + "".join(entries) if entries else ""
    plan = small_plan(f"""
  - id: 4-1
    title: {{ja: 打上げ, en: Flight}}
    kind: deadline
    target: {present}
    baseline: FY2020
    status: planned
{history}""")
    (course,) = drawn(plan, every=True).courses
    for number, forecast in enumerate(course.forecasts):
        following = course.forecasts[number + 1 : number + 2]
        until = following[0].on - timedelta(days=1) if following else DAY
        for day in {forecast.on, until}:
            assert plan_at(plan, day, None).by_id["4-1"].target == forecast.target


def test_forecasts_are_drawn_beside_targets(run: Run, write_plan: WritePlan) -> None:
    told = history(
        entry("2020-05-01", forecast="[(none), FY2022]"),
        entry("2020-09-01", forecast="[FY2022, FY2024]"),
    )
    write_plan(milestone("1-1", told, target="FY2020", forecast="FY2024"))
    asked = ("trend", "--as-of", "2021-01-01")
    text = " ".join(run(*asked).out.split())
    assert "expected FY2022 → FY2024" in text and "◦ Forecast" in text
    (course,) = json.loads(run(*asked, "--json").out)["milestones"]
    assert [(one["on"], one["target"]) for one in course["forecasts"]] == [
        ("2020-05-01", "FY2022"),
        ("2020-09-01", "FY2024"),
    ]
    assert [one["target"] for one in course["targets"]] == ["FY2020"]
    assert "FY2024" in run(*asked, "--format", "svg").out
    assert "expected" not in run("trend", "1-1", "--as-of", "2020-04-30").out


def test_a_baseline_set_anew_stands_beside_the_targets(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2020"), milestone("1-2", target="FY2021"))
    by = ("--authority", "the Cabinet", "--source", "R2")
    assert run("update", "1-1", "--rebaseline", "FY2022", "--on", "2020-07-01", *by).code == 0
    shown = run("trend", "--as-of", "2021-06-30")
    assert "1-1 Item 1-1: FY2020, baseline set anew FY2022" in shown.out.replace("\n   ", " ")
    assert "baseline set anew" in shown.lines[-1] or "baseline set anew" in shown.lines[-2]
    assert "基準の再設定 2022年度" in run("trend", "--as-of", "2021-06-30", "--lang", "ja").out
    (one,) = json.loads(run("trend", "--json", "--as-of", "2021-06-30").out)["milestones"]
    assert one["rebaselines"] == [{"on": "2020-07-01", "target": "FY2022", "due": "2023-03-31"}]
    assert "1-1" not in run("trend", "--as-of", "2020-06-30").out
    assert (
        "baseline set anew FY2022" in run("trend", "--format", "svg", "--as-of", "2021-06-30").out
    )
