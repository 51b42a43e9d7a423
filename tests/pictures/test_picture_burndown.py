"""How many milestones are open at each year's end."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from picture_plans import ALL, LANDER, MISSED, ROCKET, START, small_plan
from rich.cells import cell_len

from spaceplan.pictures.burndown import Burndown, burndown
from spaceplan.pictures.canvas import screen_for
from spaceplan.pictures.text_burndown import print_burndown
from spaceplan.render.table import painter
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import Filter, rows

ADDED = """
  - id: 7-x1
    title: {ja: 追加, en: Added}
    kind: deadline
    target: FY2024
    baseline: FY2024
    status: planned
    history:
      - {date: 2020-06-01, recorded: 2020-06-02T09:00:00+09:00, change: x, added: true}
"""
UNDATED = """
  - id: 7-9
    title: {ja: 記録なし, en: Undated}
    kind: deadline
    target: FY2020
    baseline: FY2020
    status: done
"""


def drawn(plan: Plan, day: date) -> Burndown:
    placed = plan_at(plan, day, None)
    return burndown(placed, day, rows(placed, day, Filter()))


def figures(shown: Burndown) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(str(x.on), x.planned, x.actual, x.forecast) for x in shown.levels]


def printed(shown: Burndown, width: int = 70, lang: str = "en") -> str:
    return print_burndown(small_plan(), shown, lang, screen_for(width, painter(False)))


def test_planned_by_the_baselines_actual_up_to_the_day_forecast_from_it() -> None:
    shown = drawn(small_plan(ROCKET + LANDER + START), date(2021, 8, 15))
    assert figures(shown) == [
        ("2018-12-11", 3, 3, None),
        ("2019-03-31", 3, 3, None),
        ("2020-03-31", 2, 2, None),
        ("2021-03-31", 1, 2, None),
        ("2021-08-15", None, 2, 2),
        ("2022-03-31", 0, None, 0),
    ]


def test_what_is_overdue_stays_open_in_the_forecast() -> None:
    shown = drawn(small_plan(ROCKET + LANDER), date(2022, 6, 1))
    assert (shown.overdue, shown.open) == (1, 2)
    assert figures(shown)[-2:] == [("2022-06-01", None, 2, 2), ("2023-03-31", 0, None, 1)]
    assert "keeps the 1 overdue open" in printed(shown)


def test_a_day_that_ends_a_year_has_all_three_figures() -> None:
    shown = drawn(small_plan(ROCKET + LANDER), date(2021, 3, 31))
    assert ("2021-03-31", 1, 2, 2) in figures(shown)


def test_a_milestone_added_later_raises_both_lines() -> None:
    shown = drawn(small_plan(ROCKET + ADDED), date(2020, 12, 1))
    assert figures(shown)[:4] == [
        ("2018-12-11", 1, 1, None),
        ("2019-03-31", 1, 1, None),
        ("2020-03-31", 1, 1, None),
        ("2020-12-01", None, 2, 2),
    ]


def test_an_end_that_nobody_dated_counts_from_the_day_of_the_picture() -> None:
    shown = drawn(small_plan(UNDATED), date(2021, 8, 15))
    assert shown.undated == 1
    assert [x.actual for x in shown.levels] == [1, 1, 1, 1, 0, None]
    assert "1 ended on a day not recorded" in printed(shown)


def test_ongoing_and_recurring_ones_do_not_count_and_it_says_so() -> None:
    shown = drawn(small_plan(ALL), date(2022, 6, 1))
    assert shown.total == 6
    said = "not counted: 1 without a due day, 1 recurring (1 of them overdue)"
    assert said in " ".join(printed(shown, 200).split())


def test_what_had_ended_or_was_due_before_the_plan_was_decided_is_neither_planned_nor_done() -> (
    None
):
    """A plan that came with 402 milestones, 109 of them done: it began with what was open."""
    done = MISSED.replace("2022-03-31", "2018-10-01").replace("FY2021", "FY2020")
    due = LANDER.replace("FY2021", "FY2017").replace("7-1", "7-5")
    shown = drawn(small_plan(ROCKET + LANDER + done + due), date(2020, 12, 1))
    assert figures(shown)[0] == ("2018-12-11", 2, 2, None)
    assert (shown.total, shown.earlier) == (2, 2)
    assert "2 ended or due before the plan was decided" in printed(shown, 200)


def test_the_screen() -> None:
    shown = drawn(small_plan(ROCKET + LANDER + START), date(2021, 8, 15))
    assert printed(shown, 60).splitlines() == [
        "Open milestones against the baseline plan, as of 2021-08-15",
        "A small plan",
        "2 of 3 milestones with a due day open, 1 met",
        "",
        "at the         planned  actual  forecast",
        "2018-12-11           3       3            █████████████████◇",
        "end of FY2018        3       3            █████████████████◇",
        "end of FY2019        2       2            ███████████◇",
        "end of FY2020        1       2            ██████◇████",
        "2021-08-15                   2         2  ███████████",
        "end of FY2021        0                 0  ◇",
        "",
        "█ actually open   ░ forecast by the current targets",
        "◇ open by the baselines",
    ]


def test_a_plan_without_due_days_is_no_picture_but_a_sentence() -> None:
    shown = burndown(small_plan(), date(2022, 6, 1), [])
    assert "0 of 0 milestones" in printed(shown)


@given(st.dates(date(2018, 12, 11), date(2035, 1, 1)), st.integers(40, 200))
@example(date(2022, 3, 31), 40)  # a day on which something is due
@example(date(2024, 3, 31), 40)  # and the last of the picture
def test_the_figures_add_up_on_any_day(day: date, width: int) -> None:
    shown = drawn(small_plan(ALL), day)
    (today,) = (level for level in shown.levels if level.on == day)
    assert today.actual == shown.open
    assert today.forecast == shown.open
    forecasts = [x.forecast for x in shown.levels if x.forecast is not None]
    assert forecasts == sorted(forecasts, reverse=True)
    # Where the picture ends with its day, what is due on it is not over yet.
    assert forecasts[-1] == (shown.overdue if shown.levels[-1].on > day else shown.open)
    for lang in ("ja", "en"):
        assert all(cell_len(line) <= width for line in printed(shown, width, lang).splitlines())
