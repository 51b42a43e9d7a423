"""The grammar for times: what each spelling means, the day it stands for, how it is written."""

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.errors import Wrong
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.spans import add_months, format_span, months_between, read_within, until
from spaceplan.roadmap.times import Point, Time
from spaceplan.words import sentence

JAPAN = FiscalRule()
OCTOBER = FiscalRule(starts=10, named_by="end")

years = st.integers(1900, 2200)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
rules = st.builds(FiscalRule, starts=st.integers(1, 12), named_by=st.sampled_from(["start", "end"]))
points = st.one_of(
    st.builds(Point, st.sampled_from(["fy", "year", "mid"]), years),
    st.builds(Point, st.sampled_from(["fy_half", "half"]), years, st.integers(1, 2)),
    st.builds(Point, st.just("fy_quarter"), years, st.integers(1, 4)),
    st.builds(Point, st.just("month"), years, st.integers(1, 12)),
    st.builds(lambda day: Point("day", day.year, day.month, day.day), days),
)
times = st.one_of(
    st.builds(Time, points, about=st.booleans()),
    st.builds(Time, points, open=st.just(True), about=st.booleans()),
    st.builds(Time, points, points, about=st.booleans()).filter(lambda t: not t.runs_back(JAPAN)),
)


# The spellings: what means the same stands under one canonical spelling.

SPELLINGS = {
    "FY2020": (
        "FY2020, fy2020, FY 2020, ＦＹ２０２０, 2020年度, ２０２０年度, 2 0 2 0 年 度, 二〇二〇年度, "
        "令和2年度, 令和二年度, 令和２年度, 令和 2 年度, 令和2, R2, r2, R2年度, 平成32年度, H32, "
        "2020年度末, 2020年度中, 2020年度内, 令和2年度末, 2020年度（令和2年度）, "
        "2020（令和2）年度, 令和2（2020）年度"
    ),
    "FY2019": "平成31年度, H31, 令和元年度, R1, R元, 令和元, 平成三十一年度, 平成31年度（2019年度）",
    "FY2019H1": (
        "fy2019h1, FY2019 H1, 2019年度前半, 2019年度上半期, 2019年度上期, 2019年度の前半, "
        "令和元年度上半期, R1上期, R1H1, 2019年度上半期末"
    ),
    "FY2019H2": "2019年度後半, 2019年度下半期, 2019年度下期, 平成31年度下半期",
    "FY2019Q3": (
        "fy2019q3, 2019年度第3四半期, 2019年度第三四半期, 2019年度第３四半期, 2019年度3Q, "
        "2019年度Q3, 2019年度第3四半期末, R1Q3"
    ),
    "2019": "２０１９, 2019年, 令和元年, 平成31年, 二〇一九年, 2019年末, 2019年中, 2019年内",
    "2019H1": "2019h1, 2019年前半, 2019年上半期, 2019年の前半, 令和元年前半",
    "2019H2": "2019h2, 2019年後半, 2019年下半期, 平成31年後半",
    "mid-2019": (
        "MID-2019, mid 2019, 2019年央, 2019年年央, 2019年半ば, 2019年なかば, 2019年の半ば, "
        "2019年中頃, 2019年中ごろ, 2019年の中頃, 平成31年央"
    ),
    "2019-06": "2019/6, 2019/06, 2019.6, 2019-6, R1.6, 令和元/6, 2019年6月, 2019年06月, ２０１９年６月, 令和元年6月, 2019年6月末, 2019年6月中",
    "2019-09-30": (
        "2019/9/30, 2019/09/30, ２０１９／９／３０, 2019.9.30, 2019-9-30, 20190930, R1.9.30, r1/9/30, R1-9-30, "
        "H31.9.30, 令和元.9.30, 2019-09-30T10:37, 2019-09-30 10:37:55, 2019/9/30 0:00, "
        "2019年9月30日 10時37分, 2019-09-30T00:00:00.000, "
        "2019年9月30日, 2019年 9月 30日, 令和元年9月30日, 2019‐09‐30, 二〇一九年九月三十日"
    ),
    "about 2019-09-30": "about 2019/9/30, 2019/9/30頃",
    "2019-06-30..FY2020": "2019/6/30..FY2020, 2019.6.30～2020年度",
    "2019-06-01..2019-09-30": "2019/6/1～2019/9/30, R1.6.1..R1.9.30",
    "about FY2023": (
        "About FY2023, 約2023年度, 概ね2023年度, おおむね2023年度, 2023年度頃, 2023年度ごろ, "
        "2023年度めど, 2023年度をめどに, 2023年度目途, 2023年度を目途に, 2023年度目処, "
        "2023年度を目途として, 令和5年度頃, 2023年度末頃"
    ),
    "about mid-2019": "about mid 2019, 2019年央頃, 2019年央を目途に, 2019年中頃を目途に",
    "about 2019": "2019年頃, 約2019年",
    "about 2019-06": "2019年6月頃",
    "FY2016..FY2022": (
        "FY2016 .. FY2022, fy2016..fy2022, 2016年度～2022年度, 2016年度〜2022年度, "
        "2016年度~2022年度, 2016年度-2022年度, 2016年度－2022年度, 2016年度–2022年度, "
        "2016～2022年度, 2016-2022年度, 平成28年度～令和4年度, 平成28～34年度, H28～R4, H28-R4, "
        "2016年度..2022年度, 2016年度～2022年度末"
    ),
    "FY2019..FY2021": "令和元～3年度, 令和元年度～3年度, R1～3",
    "2019..2021": "2019～2021, 2019～2021年, 2019年～2021年, 令和元～3年",
    "2023-11-15..FY2023": "2023年11月15日～2023年度, 2023-11-15～令和5年度",
    "about FY2016..FY2022": "about FY2016 .. FY2022, 2016年度～2022年度頃, 約2016～2022年度",
    "FY2019..": (
        "fy2019.., 2019年度～, 2019年度〜, 2019年度～（毎年度）, 2019年度～毎年度, "
        "2019年度以降毎年度, 2019年度以降、毎年度, 2019年度から毎年度, 2019年度より毎年, R1～, R1.."
    ),
    "2019..": "2019年～, 2019～, 2019年以降毎年",
    "about FY2019..": "2019年度頃～（毎年度）, 約2019年度～",
}


@pytest.mark.parametrize(
    ("text", "canonical"),
    [(text, canonical) for canonical, row in SPELLINGS.items() for text in row.split(", ")]
    + [(canonical, canonical) for canonical in SPELLINGS],
)
def test_a_spelling(text: str, canonical: str) -> None:
    assert str(read_time(text)) == canonical


def test_a_bare_era_year_is_fiscal_and_a_bare_western_year_is_a_calendar_year() -> None:
    assert read_time("R2").start.unit == "fy"
    assert read_time("2020").start.unit == "year"


def test_the_goro_of_nakagoro_is_the_middle_and_not_about() -> None:
    assert not read_time("2019年中頃").about
    assert read_time("2019年央頃").about


@given(st.integers(2019, 2100), st.data())
def test_every_spelling_of_a_fiscal_year_reads_to_the_same(year: int, data: st.DataObject) -> None:
    era = year - 2018
    plain = data.draw(
        st.sampled_from(
            [
                f"FY{year}",
                f"{year}年度",
                f"{year}年度末",
                f"令和{era}年度",
                f"令和{era}",
                f"R{era}",
                f"平成{era + 30}年度" if era < 70 else f"FY{year}",
                f"{year}年度（令和{era}年度）",
            ]
        )
    )
    spread = data.draw(st.sampled_from(["", " ", "\u3000", "\n"])).join(plain)
    wide = spread.translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)})
    assert read_time(plain) == read_time(spread) == read_time(wide) == Time(Point("fy", year))


# What is refused, and what is said about it


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "it is empty", ""),
        ("\u3000", "it is empty", ""),
        ("yesterday", "cannot be read", ""),
        ("2019/6-30", "cannot be read", ""),
        ("2019-06-30T12:00+09:00", "cannot be read", ""),
        ("R1-6", "cannot be read", ""),
        ("R0.6.1", "first year of an era", ""),
        ("2019/13/1", "months 1 to 12, not 13", ""),
        ("6/30/2019", "cannot be read", ""),
        ("2019-02-30", "2019-02 has 28 days, not 30", ""),
        ("2019-13", "months 1 to 12, not 13", ""),
        ("2019年13月", "months 1 to 12, not 13", ""),
        ("2019年2月29日", "2019-02 has 28 days, not 29", ""),
        ("FY2020Q5", "quarters 1 to 4, not 5", ""),
        ("2020年度第5四半期", "quarters 1 to 4, not 5", ""),
        ("FY2020H3", "halves H1 and H2", ""),
        ("FY2020-H1", "without a sign", "FY2020H1"),
        ("2020-H2", "without a sign", "2020H2"),
        ("H2 2019", "the year comes first", "2019H2"),
        ("Q3 FY2019", "the year comes first", "FY2019Q3"),
        ("2019Q3", "only a fiscal year has quarters", "2019-07..2019-09"),
        ("2019年第3四半期", "only a fiscal year has quarters", "2019-07..2019-09"),
        ("FY20", "four digits or an era", ""),
        ("20年度", "four digits or an era", ""),
        ("FY2019/20", "a fiscal year has one number", ""),
        ("FY1899", "not between 1900 and 2200", ""),
        ("2201年度", "not between 1900 and 2200", ""),
        ("令和0年度", "first year of an era", ""),
        ("2020年度（令和3年度）", "different years", ""),
        ("FY2020年", "as a fiscal and as a calendar year", ""),
        ("2019年度中頃", "a fiscal year has no middle", ""),
        ("2019年度6月", "a month belongs to a calendar year", ""),
        ("2019上半期", "may be a fiscal or a calendar year", ""),
        ("2019末", "may be a fiscal or a calendar year", ""),
        ("2019年6月上旬", "between the month and the day", ""),
        ("2019年度以降", "a beginning is written as the time alone", ""),
        ("2020年度までに", "without まで", "FY2020"),
        ("around FY2023", "is written about", "about FY2023"),
        ("~FY2023", "is written about", "about FY2023"),
        ("end of 2019", "the end of a time is the time itself", "2019"),
        ("early 2019", "the parts of a year", ""),
        ("FY2019-FY2021", "two dots", "FY2019..FY2021"),
        ("FY2019 to 2021", "two dots", "FY2019..FY2021"),
        ("2019-2021", "two dots", "2019..2021"),
        ("FY2021-FY2019", "two dots", ""),
        ("..FY2016", "its beginning is missing", ""),
        ("FY2016...FY2022", "cannot be read", ""),
        ("FY2016..FY2018..FY2022", "cannot be read", ""),
        ("FY2016..about FY2022", "about stands before the whole", ""),
        ("2019年度～2021", "2021年度 or 2021年", ""),
        ("FY2022..FY2016", r"it ends \(2017-03-31\) before it begins \(2022-04-01\)", ""),
        ("x" * 100_000, "longer than", ""),
    ],
)
def test_a_refusal(text: str, reason: str, suggestion: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_time(text)
    said = sentence(raised.value, "en")
    assert re.search(reason, said)
    assert raised.value.near == suggestion
    assert "; expected a time such as FY2020, FY2019H1" in said
    assert len(said) < 500


def test_a_refusal_in_full() -> None:
    with pytest.raises(Wrong) as raised:
        read_time("FY2019-H1")
    assert sentence(raised.value, "en") == (
        "'FY2019-H1' is not a time: a part of a year is written without a sign; "
        "expected a time such as FY2020, FY2019H1, FY2019Q3, 2019 (the calendar year), 2019H2, "
        "mid-2019, 2019-06, 2019-09-30, 2020年度, FY2016..FY2022, FY2019.. or about FY2023 "
        "(did you mean 'FY2019H1'?)"
    )


def test_a_refusal_shows_nothing_that_steers_the_terminal() -> None:
    with pytest.raises(Wrong) as raised:
        read_time("\x1b[31mFY2020\u202e")
    assert sentence(raised.value, "en").isprintable()


@given(
    st.lists(
        st.sampled_from(
            [
                *("2019", "2020", "FY", "R", "H", "Q", "mid", "about", "令和", "元", "年", "年度"),
                *("前半", "中", "頃", "末", "第", "四半期", "月", "日", "の", "以降", "毎年度"),
                *("-", "..", "~", "～", "/", "(", ")", " ", "0", "1", "2", "9", "30", "三十", "x"),
            ]
        ),
        max_size=8,
    ).map("".join)
)
def test_a_text_is_a_time_or_refused_and_what_is_suggested_is_a_time(text: str) -> None:
    try:
        time = read_time(text)
    except Wrong as error:
        if error.near:
            assert str(read_time(error.near)) == error.near
    else:
        assert read_time(str(time)) == time


# A window that ends before it begins depends on the fiscal year


def test_a_window_is_judged_by_the_rule_of_its_plan() -> None:
    assert read_time("FY2020..2019-12-31", OCTOBER).last_day(OCTOBER) == date(2019, 12, 31)
    with pytest.raises(Wrong) as raised:
        read_time("FY2020..2019-12-31", JAPAN)
    assert "before it begins" in sentence(raised.value, "en")


# The days a time stands for


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("FY2020", date(2020, 4, 1), date(2021, 3, 31)),
        ("2020年度末", date(2020, 4, 1), date(2021, 3, 31)),
        ("FY2019H1", date(2019, 4, 1), date(2019, 9, 30)),
        ("FY2019H2", date(2019, 10, 1), date(2020, 3, 31)),
        ("FY2019Q1", date(2019, 4, 1), date(2019, 6, 30)),
        ("FY2019Q4", date(2020, 1, 1), date(2020, 3, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019H1", date(2019, 1, 1), date(2019, 6, 30)),
        ("2019H2", date(2019, 7, 1), date(2019, 12, 31)),
        ("mid-2019", date(2019, 6, 1), date(2019, 6, 30)),
        ("2019-06", date(2019, 6, 1), date(2019, 6, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-09-30", date(2019, 9, 30), date(2019, 9, 30)),
        ("about FY2023", date(2023, 4, 1), date(2024, 3, 31)),
        ("FY2016..FY2022", date(2016, 4, 1), date(2023, 3, 31)),
        ("2023-11-15..FY2023", date(2023, 11, 15), date(2024, 3, 31)),
        ("FY2019..", date(2019, 4, 1), None),
    ],
)
def test_first_and_last_day(text: str, first: date, last: date | None) -> None:
    time = read_time(text)
    assert (time.first_day(JAPAN), time.last_day(JAPAN)) == (first, last)


def test_the_days_follow_the_rule_of_the_plan() -> None:
    assert read_time("FY2021").last_day(OCTOBER) == date(2021, 9, 30)
    assert read_time("FY2021H1").last_day(OCTOBER) == date(2021, 3, 31)
    assert read_time("mid-2021").last_day(OCTOBER) == date(2021, 6, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FY2020", (2020, 2020)),
        ("mid-2019", (2019, 2019)),
        ("2019H2", (2019, 2019)),
        ("2019", (2018, 2019)),
        ("FY2016..FY2022", (2016, 2022)),
        ("FY2019..", (2019, None)),
    ],
)
def test_the_fiscal_years_of_a_time(text: str, expected: tuple[int, int | None]) -> None:
    assert read_time(text).fiscal_years(JAPAN) == expected


@given(points, rules)
def test_a_point_has_whole_days_in_order(point: Point, rule: FiscalRule) -> None:
    first, last = point.first_day(rule), point.last_day(rule)
    assert first <= last
    if point.unit != "day":
        assert first.day == 1
        assert (last + timedelta(days=1)).day == 1


@given(years, rules)
def test_a_fiscal_years_due_day_lies_in_it(year: int, rule: FiscalRule) -> None:
    assert Time(Point("fy", year)).fiscal_years(rule) == (year, year)


# Values are right by construction


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (("week", 2019), "no unit"),
        (("fy", 1899), "between 1900 and 2200"),
        (("fy", 2019, 1), "has no number"),
        (("half", 2019, 0), "halves"),
        (("fy_quarter", 2019, 5), "quarters"),
        (("month", 2019, 0), "months"),
        (("day", 2019, 2, 29), "28 days"),
        (("month", 2019, 2, 1), "no day"),
    ],
)
def test_no_such_point(fields: tuple[str, int], reason: str) -> None:
    with pytest.raises(ValueError) as raised:
        Point(*fields)
    error = raised.value
    assert reason in (sentence(error, "en") if isinstance(error, Wrong) else str(error))


def test_a_time_with_an_end_is_not_open() -> None:
    with pytest.raises(ValueError, match="no end"):
        Time(Point("fy", 2019), Point("fy", 2020), open=True)


# Writing: no sharper and no vaguer than the words


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        ("FY2020", "2020年度（令和2年度）"),
        ("FY2018", "2018年度（平成30年度）"),
        ("about FY2023", "2023年度頃"),
        ("FY2019H1", "2019年度上半期"),
        ("FY2019H2", "2019年度下半期"),
        ("FY2019Q3", "2019年度第3四半期"),
        ("2019", "2019年"),
        ("2019H1", "2019年前半"),
        ("2019H2", "2019年後半"),
        ("mid-2019", "2019年央"),
        ("about mid-2019", "2019年央頃"),
        ("2019-06", "2019年6月"),
        ("2019-09-30", "2019年9月30日"),
        ("FY2016..FY2022", "2016年度～2022年度"),
        ("about FY2016..FY2022", "2016年度～2022年度頃"),
        ("2023-11-15..FY2023", "2023年11月15日～2023年度"),
        ("FY2019..", "2019年度～（毎年度）"),
        ("2019..", "2019年～（毎年）"),
        ("about FY2019..", "2019年度頃～（毎年度）"),
    ],
)
def test_a_time_is_written(text: str, japanese: str) -> None:
    assert read_time(text).format("en") == text
    assert read_time(text).format("ja") == japanese


@given(times)
def test_what_is_written_reads_back(time: Time) -> None:
    assert read_time(str(time)) == time
    assert read_time(time.format("en")) == time
    assert read_time(time.format("ja")) == time


# Months


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2019, 1, 15), 1, date(2019, 2, 15)),
        (date(2019, 1, 30), 1, date(2019, 2, 28)),
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2021, 2, 28), 1, date(2021, 3, 28)),
        (date(2020, 2, 28), 1, date(2020, 3, 28)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2021, 2, 28), 36, date(2024, 2, 28)),
        (date(2019, 12, 31), 2, date(2020, 2, 29)),
        (date(2019, 3, 31), -1, date(2019, 2, 28)),
        (date(2019, 1, 15), -1, date(2018, 12, 15)),
        (date(2019, 1, 15), 0, date(2019, 1, 15)),
    ],
)
def test_add_months(day: date, n: int, expected: date) -> None:
    assert add_months(day, n) == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (date(2021, 3, 31), date(2026, 11, 24), (5, 7, 24)),
        (date(2021, 2, 28), date(2021, 3, 31), (0, 1, 0)),
        (date(2021, 3, 31), date(2021, 4, 30), (0, 1, 0)),
        (date(2021, 3, 31), date(2022, 3, 31), (1, 0, 0)),
        (date(2020, 2, 29), date(2021, 2, 28), (1, 0, 0)),
        (date(2021, 2, 28), date(2021, 3, 30), (0, 0, 30)),
        (date(2021, 3, 31), date(2021, 4, 1), (0, 0, 1)),
        (date(2021, 1, 15), date(2021, 2, 14), (0, 0, 30)),
        (date(2021, 1, 15), date(2021, 2, 15), (0, 1, 0)),
        (date(2021, 1, 15), date(2021, 1, 15), (0, 0, 0)),
    ],
)
def test_months_between(earlier: date, later: date, expected: tuple[int, int, int]) -> None:
    assert months_between(earlier, later) == expected


def test_months_between_needs_its_days_in_order() -> None:
    with pytest.raises(ValueError, match="later than"):
        months_between(date(2021, 1, 2), date(2021, 1, 1))


def count_months(earlier: date, later: date) -> tuple[int, int]:
    """Months and days by walking month after month from the day after: slow, and by itself."""
    begin, end = earlier + timedelta(days=1), later + timedelta(days=1)
    year, month, passed, reached = begin.year, begin.month, 0, begin
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        following = date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))
        if following > end:
            return passed, (end - reached).days
        passed, reached = passed + 1, following


@given(days, st.integers(0, 2000))
def test_months_between_agrees_with_counting(earlier: date, length: int) -> None:
    later = earlier + timedelta(days=length)
    years, months, rest = months_between(earlier, later)
    assert 0 <= months < 12
    assert (years * 12 + months, rest) == count_months(earlier, later)


@given(days.map(lambda day: day.replace(day=1) - timedelta(days=1)), st.integers(0, 600))
def test_from_month_end_to_month_end_it_is_whole_months(end: date, n: int) -> None:
    later = add_months(end + timedelta(days=1), n) - timedelta(days=1)
    assert months_between(end, later) == (n // 12, n % 12, 0)


@pytest.mark.parametrize(
    ("earlier", "later", "english", "japanese"),
    [
        (date(2021, 3, 31), date(2026, 11, 24), "5 years 7 months", "5年7か月"),
        (date(2021, 3, 31), date(2021, 4, 30), "1 month", "1か月"),
        (date(2021, 3, 31), date(2022, 3, 31), "1 year", "1年"),
        (date(2021, 3, 31), date(2022, 5, 1), "1 year 1 month", "1年1か月"),
        (date(2021, 3, 31), date(2021, 4, 12), "12 days", "12日"),
        (date(2021, 3, 31), date(2021, 4, 1), "1 day", "1日"),
        (date(2021, 3, 31), date(2021, 3, 31), "0 days", "0日"),
    ],
)
def test_a_span_is_written(earlier: date, later: date, english: str, japanese: str) -> None:
    assert format_span(earlier, later, "en") == english
    assert format_span(earlier, later, "ja") == japanese


# Lengths of time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90d", ("d", 90)),
        ("90 days", ("d", 90)),
        ("1 day", ("d", 1)),
        ("0d", ("d", 0)),
        ("90日", ("d", 90)),
        ("９０日間", ("d", 90)),
        ("2w", ("w", 2)),
        ("2週間", ("w", 2)),
        ("6m", ("m", 6)),
        ("6M", ("m", 6)),
        ("6 months", ("m", 6)),
        ("6か月", ("m", 6)),
        ("6ヶ月", ("m", 6)),
        ("6ヵ月間", ("m", 6)),
        ("6カ月", ("m", 6)),
        ("6箇月", ("m", 6)),
        ("六か月", ("m", 6)),
        ("1y", ("y", 1)),
        ("1年", ("y", 1)),
        ("2 years", ("y", 2)),
    ],
)
def test_a_length_of_time(text: str, expected: tuple[str, int]) -> None:
    assert read_within(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("90", r"unit is missing.*\(did you mean '90d'\?\)$"),
        ("-3d", "negative"),
        ("6月", r"name of a month.*\(did you mean '6か月'\?\)$"),
        ("6x", "cannot be read"),
        ("d", "cannot be read"),
        ("1.5y", "cannot be read"),
        ("1y6m", "cannot be read"),
        ("201y", "more than 200 years"),
        ("9" * 300 + "d", "longer than"),
        ("9" * 20 + "d", "cannot be read"),
    ],
)
def test_no_length_of_time(text: str, reason: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_within(text)
    said = sentence(raised.value, "en")
    assert re.search(reason, said)
    assert "such as 90d, 2w, 6m, 1y" in said


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("0d", date(2021, 1, 31)),
        ("90d", date(2021, 5, 1)),
        ("2w", date(2021, 2, 14)),
        ("1m", date(2021, 2, 28)),
        ("1y", date(2022, 1, 31)),
    ],
)
def test_until(within: str, expected: date) -> None:
    assert until(date(2021, 1, 31), within) == expected


@pytest.mark.parametrize("within", ["1d", "1m", "1y"])
def test_until_ends_with_the_calendar(within: str) -> None:
    with pytest.raises(Wrong) as raised:
        until(date.max, within)
    assert "beyond the calendar" in sentence(raised.value, "en")
