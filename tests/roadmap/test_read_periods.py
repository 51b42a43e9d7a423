"""Days and periods as people ask for them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.errors import Wrong
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.read_periods import read_day, read_period, read_when
from spaceplan.roadmap.read_times import read_time
from spaceplan.words import sentence

JAPAN = FiscalRule()
OCTOBER = FiscalRule(starts=10, named_by="end")
TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 25)),
        (" TODAY ", date(2026, 11, 25)),
        ("ｔｏｄａｙ", date(2026, 11, 25)),
        ("今日", date(2026, 11, 25)),
        ("本日", date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 24)),
        ("昨日", date(2026, 11, 24)),
        ("明日", date(2026, 11, 26)),
        ("R3.7.11", date(2021, 7, 11)),
        ("2023/3/7", date(2023, 3, 7)),
        ("2023-03-07 10:37", date(2023, 3, 7)),
        ("　２０２３年３月７日　", date(2023, 3, 7)),
    ],
)
def test_a_day(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day
    assert str(read_when(text, TODAY)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FY2020", "'FY2020' is not a day: it is more than one day; expected a day such as 2026-11-24"),
        ("2026-11", "it is more than one day"),
        ("about 2026-11-24", "it is more than one day"),
        ("2019-02-30", "2019-02 has 28 days, not 30"),
        ("someday", "it cannot be read"),
        ("", "it is empty"),
        ("FY2019-H1", "without a sign; expected a day such as 2026-11-24, 2026/11/24, R8.11.24, 令和8年11月24日 or today"),
    ],
)  # fmt: skip
def test_no_day(text: str, said: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_day(text, TODAY)
    assert said in sentence(raised.value, "en")
    assert not raised.value.near


def test_when_is_a_day_or_a_fiscal_year() -> None:
    assert str(read_when("令和4年度", TODAY)) == "FY2022"
    for text in ("2022", "2022-11", "FY2022Q1", "FY2022..", "about FY2022"):
        with pytest.raises(Wrong) as raised:
            read_when(text, TODAY)
        said = sentence(raised.value, "en")
        assert "it is neither; expected a day or a fiscal year such as 2023-03-07" in said


PERIODS = [
    ("FY2026Q4", "FY2026Q4"),
    ("R8Q4", "FY2026Q4"),
    ("令和8年度第4四半期", "FY2026Q4"),
    ("2026-11", "2026-11"),
    ("2026/11", "2026-11"),
    ("2026年度末", "FY2026"),
    ("FY2026..FY2028", "FY2026..FY2028"),
    ("2026", "2026"),
    ("today", "2026-11-25"),
    ("this week", "2026-11-23..2026-11-29"),
    ("今週", "2026-11-23..2026-11-29"),
    ("last week", "2026-11-16..2026-11-22"),
    ("先週", "2026-11-16..2026-11-22"),
    ("Next Week", "2026-11-30..2026-12-06"),
    ("2026-W47", "2026-11-16..2026-11-22"),
    ("w47", "2026-11-16..2026-11-22"),
    ("this month", "2026-11"),
    ("来月", "2026-12"),
    ("previous month", "2026-10"),
    ("this quarter", "FY2026Q3"),
    ("次の四半期", "FY2026Q4"),
    ("Q3", "FY2026Q3"),
    ("第3四半期", "FY2026Q3"),
    ("next half", "FY2027H1"),
    ("this fiscal year", "FY2026"),
    ("今年度", "FY2026"),
    ("昨年度", "FY2025"),
    ("next FY", "FY2027"),
    ("今年", "2026"),
    ("last year", "2025"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_period(text: str, period: str) -> None:
    assert str(read_period(text, JAPAN, TODAY)) == period


@pytest.mark.parametrize(
    ("unit", "text", "period"),
    [
        ("quarter", "next", "FY2026Q4"),
        ("quarter", "this", "FY2026Q3"),
        ("quarter", "Q3", "FY2026Q3"),
        ("quarter", "4", "FY2026Q4"),
        ("quarter", "R9Q1", "FY2027Q1"),
        ("month", "next", "2026-12"),
        ("month", "12", "2026-12"),
        ("month", "3月", "2026-03"),
        ("month", "R9.1", "2027-01"),
        ("week", "this", "2026-11-23..2026-11-29"),
        ("week", "48", "2026-11-23..2026-11-29"),
    ],
)
def test_where_a_unit_is_asked_for_a_bare_word_serves(unit: str, text: str, period: str) -> None:
    assert str(read_period(text, JAPAN, TODAY, unit)) == period


def test_the_fiscal_rule_is_the_plans() -> None:
    assert str(read_period("this quarter", OCTOBER, TODAY)) == "FY2027Q1"
    assert str(read_period("last fy", OCTOBER, TODAY)) == "FY2026"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("FY2019..", "'FY2019..' is not a period: it has no end; expected a period such as FY2026"),
        ("2026-W54", "it cannot be read"),
        ("Q5", "it cannot be read"),
        ("next", "it cannot be read"),
        ("13", "its year needs four digits"),
        ("FY2019-H1", "next month or 2026-11-01..2026-11-15 (did you mean 'FY2019H1'?)"),
    ],
)
def test_no_period(text: str, said: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_period(text, JAPAN, TODAY)
    assert said in sentence(raised.value, "en")


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from(["week", "month", "quarter", "half", "FY", "year"]))  # fmt: skip
def test_this_holds_today_and_the_next_begins_where_it_ends(today: date, unit: str) -> None:
    for rule in (JAPAN, OCTOBER):
        before, current, after = (
            read_period(f"{word} {unit}", rule, today) for word in ("last", "this", "next")
        )
        last = current.last_day(rule)
        assert last is not None
        assert current.first_day(rule) <= today <= last
        assert before.last_day(rule) == current.first_day(rule) - timedelta(days=1)
        assert after.first_day(rule) == last + timedelta(days=1)


@given(st.text(max_size=12), st.sampled_from(["", "week", "month", "quarter"]))
def test_any_text_is_a_period_or_refused(text: str, unit: str) -> None:
    try:
        period = read_period(text, JAPAN, TODAY, unit)
    except Wrong as error:
        assert sentence(error, "en")
    else:
        assert read_time(str(period)) == period
