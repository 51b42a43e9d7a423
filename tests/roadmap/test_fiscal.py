"""Fiscal years: their days, their names, and how they are read."""

import calendar
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.errors import Wrong
from spaceplan.roadmap.fiscal import (
    MAX_YEAR,
    MIN_YEAR,
    FiscalRule,
    era_of_year,
    fold,
    format_fiscal_year,
    read_fiscal_year,
    read_fiscal_years,
)
from spaceplan.words import said, sentence

JAPAN = FiscalRule()
rules = st.builds(FiscalRule, starts=st.integers(1, 12), named_by=st.sampled_from(["start", "end"]))
years = st.integers(MIN_YEAR, MAX_YEAR)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


# The days of a fiscal year


def test_japans_fiscal_year_runs_from_april_to_march_and_is_named_by_its_start() -> None:
    assert JAPAN.first_day(2020) == date(2020, 4, 1)
    assert JAPAN.last_day(2020) == date(2021, 3, 31)
    assert JAPAN.year_of(date(2021, 3, 31)) == 2020
    assert JAPAN.year_of(date(2021, 4, 1)) == 2021


def test_a_fiscal_year_from_october_named_by_its_end() -> None:
    rule = FiscalRule(starts=10, named_by="end")
    assert rule.first_day(2021) == date(2020, 10, 1)
    assert rule.last_day(2021) == date(2021, 9, 30)
    assert rule.year_of(date(2020, 12, 31)) == 2021
    assert rule.half(2021, 2) == (date(2021, 4, 1), date(2021, 9, 30))


@pytest.mark.parametrize("named_by", ["start", "end"])
def test_a_fiscal_year_from_january_is_the_calendar_year(named_by: str) -> None:
    rule = FiscalRule(starts=1, named_by=named_by)
    assert (rule.first_day(2021), rule.last_day(2021)) == (date(2021, 1, 1), date(2021, 12, 31))


def test_halves_and_quarters() -> None:
    assert JAPAN.half(2019, 1) == (date(2019, 4, 1), date(2019, 9, 30))
    assert JAPAN.half(2019, 2) == (date(2019, 10, 1), date(2020, 3, 31))
    assert JAPAN.quarter(2019, 1) == (date(2019, 4, 1), date(2019, 6, 30))
    assert JAPAN.quarter(2019, 3) == (date(2019, 10, 1), date(2019, 12, 31))
    assert JAPAN.quarter(2019, 4) == (date(2020, 1, 1), date(2020, 3, 31))


@pytest.mark.parametrize(("part", "n"), [("half", 0), ("half", 3), ("quarter", 0), ("quarter", 5)])
def test_there_are_two_halves_and_four_quarters(part: str, n: int) -> None:
    with pytest.raises(ValueError, match=f"part {n}"):
        getattr(JAPAN, part)(2019, n)


@pytest.mark.parametrize("starts", [0, 13, -1])
def test_a_rule_needs_a_month(starts: int) -> None:
    with pytest.raises(ValueError, match="month from 1 to 12"):
        FiscalRule(starts=starts)


def test_a_rule_is_named_by_its_start_or_its_end() -> None:
    with pytest.raises(ValueError, match="named by start or end"):
        FiscalRule(named_by="middle")


@given(rules, days)
def test_every_day_lies_in_exactly_one_fiscal_year(rule: FiscalRule, day: date) -> None:
    year = rule.year_of(day)
    holding = [y for y in range(year - 2, year + 3) if rule.first_day(y) <= day <= rule.last_day(y)]
    assert holding == [year]


@given(rules, years)
def test_fiscal_years_follow_each_other_without_a_gap(rule: FiscalRule, year: int) -> None:
    first, last = rule.first_day(year), rule.last_day(year)
    assert rule.first_day(year + 1) == last + timedelta(days=1)
    assert (first.day, first.month) == (1, rule.starts)
    assert last.day == calendar.monthrange(last.year, last.month)[1]
    assert rule.year_of(first) == rule.year_of(last) == year
    named = first if rule.named_by == "start" else last
    assert named.year == year


@given(rules, years)
def test_halves_and_quarters_fill_their_year(rule: FiscalRule, year: int) -> None:
    for parts in (
        [rule.half(year, n) for n in (1, 2)],
        [rule.quarter(year, n) for n in (1, 2, 3, 4)],
    ):
        assert parts[0][0] == rule.first_day(year)
        assert parts[-1][1] == rule.last_day(year)
        for (_, end), (begin, _) in pairwise(parts):
            assert begin == end + timedelta(days=1)


# Eras


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和3", 2021),
        ("令和3年度", 2021),
        ("R3", 2021),
        ("r3", 2021),
        ("R03", 2021),
        ("Ｒ３", 2021),
        ("㋿3", 2021),
        ("令和元", 2019),
        ("令和元年度", 2019),
        ("令和三", 2021),
        ("平成29", 2017),
        ("平成二十九", 2017),
        ("平成三十", 2018),
        ("平成三〇", 2018),
        ("平成十", 1998),
        ("H29", 2017),
        ("昭和63", 1988),
        ("S63", 1988),
        ("H32", 2020),
        ("昭和100年度", 2025),
        ("平成37年度", 2025),
    ],
)
def test_an_era_year(text: str, year: int) -> None:
    assert read_fiscal_year(text) == year


@pytest.mark.parametrize("text", ["", "R0", "令和0", "R", "R2000", "X3", "令和", "R3.4.1"])
def test_no_era_year(text: str) -> None:
    with pytest.raises(Wrong):
        read_fiscal_year(text)


@pytest.mark.parametrize(
    ("year", "era"),
    [
        (2021, "令和3"),
        (2019, "令和元"),
        (2018, "平成30"),
        (1989, "平成元"),
        (1988, "昭和63"),
        (1926, "昭和元"),
        (1925, None),
    ],
)
def test_the_era_of_a_year(year: int, era: str | None) -> None:
    assert era_of_year(year) == era


@given(st.integers(1926, MAX_YEAR))
def test_the_era_of_a_year_reads_back(year: int) -> None:
    assert read_fiscal_year(era_of_year(year) or "") == year


# Writing


@pytest.mark.parametrize(
    ("year", "japanese"),
    [
        (2021, "2021年度（令和3年度）"),
        (2019, "2019年度（令和元年度）"),
        (2018, "2018年度（平成30年度）"),
        (1926, "1926年度（昭和元年度）"),
        (1925, "1925年度"),
    ],
)
def test_a_fiscal_year_is_written(year: int, japanese: str) -> None:
    assert format_fiscal_year(year, "en") == f"FY{year}"
    assert format_fiscal_year(year, "ja") == japanese


# Reading


@pytest.mark.parametrize(
    "text",
    [
        "2021",
        "FY2021",
        "fy2021",
        "fy 2021",
        "FY 2 0 2 1",
        "ＦＹ２０２１",
        " 2021\n",
        "2021年度",
        "２０２１年度",
        "2021 年度",
        "2 0 2 1 年 度",
        "2\u30000\u30002\u30001年度",
        "R3",
        "r3",
        "R 3",
        "R3年度",
        "令和3",
        "令和3年度",
        "令和３年度",
        "令和三年度",
        "令和 三 年度",
        "二〇二一年度",
        "二○二一年度",
        "二千二十一年度",
        "平成33年度",
        "H33",
        "2021年度（令和3年度）",
        "2021(令和3)年度",
        "令和3年度（2021年度）",
    ],
)
def test_the_spellings_of_fiscal_2021(text: str) -> None:
    assert read_fiscal_year(text) == 2021


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("H29", 2017),
        ("平成29年度", 2017),
        ("平成二十九年度", 2017),
        ("令和元年度", 2019),
        ("平成31年度", 2019),
        ("昭和63年度", 1988),
        ("1900", 1900),
        ("2200", 2200),
    ],
)
def test_other_fiscal_years(text: str, year: int) -> None:
    assert read_fiscal_year(text) == year


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \u3000", "empty"),
        ("2021年", "calendar year.*did you mean '2021年度'"),
        ("令和3年", "calendar year.*did you mean '令和3年度'"),
        ("2021-04-01", "date"),
        ("2021/04/01", "date"),
        ("2021-04", "date"),
        ("2021年4月", "date"),
        ("FY21", "four digits"),
        ("21", "four digits"),
        ("31年度", "four digits"),
        ("1899", "out of range"),
        ("2201", "out of range"),
        ("R0", "first year of an era"),
        ("2021年度（令和2年度）", "different years"),
        ("FYR3", "cannot be read"),
        ("next year", "cannot be read"),
        ("2021..2022", "cannot be read"),
        ("٢٠٢١", "cannot be read"),
        ("9" * 5000, "longer than"),
    ],
)
def test_no_fiscal_year(text: str, reason: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_fiscal_year(text)
    text = sentence(raised.value, "en")
    assert re.search(reason, text)
    assert "expected 2021, FY2021, 2021年度, R3" in text


def test_a_refusal_shows_nothing_that_steers_the_terminal() -> None:
    with pytest.raises(Wrong) as raised:
        read_fiscal_year("\x1b[31m2021\u202e")
    assert sentence(raised.value, "en").isprintable()


@given(years)
def test_what_is_written_reads_back(year: int) -> None:
    assert read_fiscal_year(format_fiscal_year(year, "en")) == year
    assert read_fiscal_year(format_fiscal_year(year, "ja")) == year


@given(st.text(alphabet="0123456789FYRHS令和平成昭元年度一二十百千〇()（）～.,- 年", max_size=12))
def test_a_text_is_a_fiscal_year_or_refused(text: str) -> None:
    try:
        assert MIN_YEAR <= read_fiscal_year(text) <= MAX_YEAR
    except Wrong as error:
        assert said(error.phrase, "ja") != said(error.phrase, "en")


@given(st.text())
def test_folding_leaves_no_white_space(text: str) -> None:
    assert not any(c.isspace() for c in fold(text))


def test_folding_makes_one_of_what_looks_alike() -> None:
    assert fold("Ｒ１ 〜 Ｒ　３") == fold("R1～R3") == "R1~R3"


# Several


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", (2021,)),
        ("2019,2021", (2019, 2021)),
        ("2021, 2019, 2021", (2019, 2021)),
        ("2019、2021", (2019, 2021)),
        ("2019..2021", (2019, 2020, 2021)),
        ("FY2019 .. FY2021", (2019, 2020, 2021)),
        ("R1〜R3", (2019, 2020, 2021)),
        ("R1～R3", (2019, 2020, 2021)),
        ("R1〜3", (2019, 2020, 2021)),
        ("令和元～3年度", (2019, 2020, 2021)),
        ("2019～2021年度", (2019, 2020, 2021)),
        ("2019-2021", (2019, 2020, 2021)),
        ("H30..R2,2024", (2018, 2019, 2020, 2024)),
        ("2019..2019", (2019,)),
    ],
)
def test_several_fiscal_years(text: str, expected: tuple[int, ...]) -> None:
    assert read_fiscal_years(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("2019,", "a year is missing"),
        ("2019,,2021", "a year is missing"),
        ("2019..", "needs its first and its last"),
        ("..2019", "needs its first and its last"),
        ("2021..2019", r"2021\.\.2019 runs backwards, 2019\.\.2021"),
        ("1900..2100", "200 years at most"),
        ("2021-04-01", "date"),
        ("2019 2021", "cannot be read"),
        ("2019..2021年", "calendar year"),
        ("2019," * 1000, "longer than"),
    ],
)
def test_no_list_of_fiscal_years(text: str, reason: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_fiscal_years(text)
    assert re.search(reason, sentence(raised.value, "en"))


def test_a_range_holds_two_hundred_years_at_most() -> None:
    assert len(read_fiscal_years("1901..2100")) == 200
