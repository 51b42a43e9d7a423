"""Where days stand on a picture."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from spaceplan.pictures.axis import Axis, Days, axis_over, era_name, year_name
from spaceplan.roadmap.fiscal import FiscalRule

JAPAN = FiscalRule()
OCTOBER = FiscalRule(starts=10, named_by="end")
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
RULES = st.sampled_from([JAPAN, OCTOBER])


def test_a_fiscal_year_is_one_unit_from_its_first_day_to_its_last() -> None:
    axis = Axis(JAPAN, 2019, 2021)
    assert axis.begin(date(2019, 4, 1)) == 0
    assert axis.end(date(2020, 3, 31)) == 1
    assert axis.end(date(2022, 3, 31)) == 3
    assert axis.begin(date(2018, 4, 1)) == -1


def test_a_plan_with_another_rule_has_its_own_columns() -> None:
    axis = Axis(OCTOBER, 2020, 2020)
    assert axis.begin(date(2019, 10, 1)) == 0
    assert axis.end(date(2020, 9, 30)) == 1


@given(RULES, DAYS)
def test_days_follow_each_other_without_a_gap(rule: FiscalRule, day: date) -> None:
    axis = Axis(rule, 2010, 2030)
    after = axis.begin(day + timedelta(days=1))
    assert abs(axis.end(day) - after) < 1e-9
    assert axis.begin(day) < axis.middle(day) < axis.end(day)


@given(RULES, st.lists(DAYS, min_size=1))
def test_an_axis_holds_the_days_it_is_made_for(rule: FiscalRule, days: list[date]) -> None:
    axis = axis_over(rule, days)
    assert all(axis.holds(Days(day, day)) for day in days)
    assert all(0 <= axis.begin(day) < len(axis.years) for day in days)


def test_headings() -> None:
    assert (year_name(2021, "en"), era_name(2021, "en")) == ("FY2021", "")
    assert (year_name(2021, "ja"), era_name(2021, "ja")) == ("2021年度", "令和3")
