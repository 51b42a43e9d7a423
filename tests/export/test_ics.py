"""The calendar, read by two real parsers: icalendar and vobject."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from small import all_rows, plan_from, small_plan
from support import HEADER, entry, history, milestone

from spaceplan.export.ics import before, calendar, escaped, folded
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, rows


def events(plan: Plan, lang: str = "en", remind: tuple[str, ...] = ()) -> dict[str, Any]:
    """The events by milestone id, as icalendar reads them."""
    read: Any = icalendar.Calendar.from_ical(calendar(all_rows(plan), plan, lang, remind).encode())
    return {str(event["UID"]).rsplit("-", 1)[0]: event for event in read.walk("VEVENT")}


def recorded(*entries: str, **fields: str) -> Any:
    """The event of one milestone with these history entries."""
    blocks = (history(*entries),) if entries else ()
    plan = plan_from(milestone("1-1", *blocks, **{"target": "FY2020", **fields}))
    return events(plan)["1-1"]


# --- which, and when ---------------------------------------------------------------------------


def test_every_milestone_with_a_due_day_has_one_event() -> None:
    assert list(events(small_plan())) == ["1-1", "1-2", "1-3", "1-4", "1-6", "1-7"]


@pytest.mark.parametrize(
    ("target", "day"),
    [
        ("FY2020", date(2021, 3, 31)),
        ("FY2019H1", date(2019, 9, 30)),
        ("mid-2019", date(2019, 6, 30)),
        ("2019-09-30", date(2019, 9, 30)),
        ("FY2016..FY2022", date(2023, 3, 31)),
        ("about FY2023", date(2024, 3, 31)),
    ],
)
def test_an_event_is_all_day_on_the_due_day_and_ends_before_the_next(
    target: str, day: date
) -> None:
    event = recorded(target=target, kind="window" if ".." in target else "deadline")
    assert event.decoded("DTSTART") == day
    assert event.decoded("DTEND") == day + timedelta(days=1)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_words_of_the_target_stand_in_title_and_description() -> None:
    event = recorded(target="about FY2023")
    assert event["SUMMARY"] == "1-1 Item 1-1 (about FY2023)"
    assert "Target: about FY2023 (of which 2024-03-31 is the last day, not exactly)" in str(
        event["DESCRIPTION"]
    )
    assert event["STATUS"] == "TENTATIVE"


def test_a_day_stands_for_nothing_but_itself() -> None:
    assert "Target: 2019-09-30\n" in str(recorded(target="2019-09-30")["DESCRIPTION"])


def test_in_japanese() -> None:
    event = events(small_plan(), "ja")["1-1"]
    assert event["SUMMARY"] == "【未達】1-1 初号機の打上げ［2022年度頃］"
    assert "担当：文科省、JAXA等" in str(event["DESCRIPTION"])
    assert "再掲：2-1" in str(event["DESCRIPTION"])


def test_what_moved_says_from_where_and_what_was_last_told() -> None:
    said = str(events(small_plan())["1-1"]["DESCRIPTION"])
    assert "Baseline: FY2020 (+2 years)" in said
    assert "History: 2023-03-07 the second stage did not ignite; lost, at sea" in said


def test_dropped_is_cancelled() -> None:
    assert events(small_plan())["1-7"]["STATUS"] == "CANCELLED"


def test_how_often_a_year_is_said_in_the_language_of_the_calendar() -> None:
    plan = plan_from(milestone("1-1", kind="recurring", target="FY2019..", times="about 3"))
    assert "年間回数：約3回" in str(events(plan, "ja")["1-1"]["DESCRIPTION"])
    assert "about 3" in str(events(plan, "en")["1-1"]["DESCRIPTION"])


# --- recurring ---------------------------------------------------------------------------------


def occurrences(event: Any, until: date) -> list[date]:
    """The days of a yearly event, worked out by dateutil."""
    first = event.decoded("DTSTART")
    rule = rrulestr(
        event["RRULE"].to_ical().decode(), dtstart=datetime(first.year, first.month, first.day)
    )
    return [day.date() for day in rule.between(datetime(2000, 1, 1), datetime(until.year, 12, 31))]


def test_a_recurring_one_is_yearly_from_the_first_fiscal_year_that_is_not_met() -> None:
    event = events(small_plan())["1-4"]  # met in FY2019 and FY2020
    assert occurrences(event, date(2024, 12, 31)) == [
        date(2022, 3, 31),
        date(2023, 3, 31),
        date(2024, 3, 31),
    ]


def test_a_year_that_was_met_between_others_does_not_recur() -> None:
    event = recorded(
        entry("2020-06-01", occurred="true"),
        entry("2022-06-01", occurred="true"),
        target="FY2019..",
        kind="recurring",
        status="active",
    )
    assert event.decoded("DTSTART") == date(2020, 3, 31)
    days = [day.dt for day in event["EXDATE"].dts]
    assert days == [date(2021, 3, 31), date(2023, 3, 31)]
    assert event["EXDATE"].params["VALUE"] == "DATE"


def test_a_year_that_was_met_in_part_recurs() -> None:
    event = recorded(
        entry("2020-06-01", occurred="true"),
        target="FY2019..",
        kind="recurring",
        status="active",
        times="2",
    )
    assert "EXDATE" not in event


def test_it_ends_with_its_last_year() -> None:
    event = recorded(target="FY2019..FY2021", kind="recurring")
    assert occurrences(event, date(2030, 1, 1))[-1] == date(2022, 3, 31)


def test_one_that_has_ended_ends_with_the_year_in_which_it_did() -> None:
    event = recorded(
        entry("2021-05-01", status="[active, dropped]"),
        target="FY2019..",
        kind="recurring",
        status="dropped",
    )
    assert occurrences(event, date(2030, 1, 1)) == [
        date(2020, 3, 31),
        date(2021, 3, 31),
        date(2022, 3, 31),
    ]
    assert event["STATUS"] == "CANCELLED"


def test_a_fiscal_year_that_ends_with_february_ends_on_its_last_day() -> None:
    block = milestone("1-1", target="FY2018..", kind="recurring")
    plan = plan_from(block, header=HEADER.replace("starts: 4", "starts: 3"))
    assert occurrences(events(plan)["1-1"], date(2021, 1, 1)) == [
        date(2019, 2, 28),
        date(2020, 2, 29),
        date(2021, 2, 28),
    ]


# --- identity and versions ---------------------------------------------------------------------


def test_the_uid_stays_whatever_is_retitled_moved_or_revised() -> None:
    plain = recorded()
    changed = recorded(
        entry("2020-01-01", target="[FY2020, FY2022]"),
        title="{ja: 別, en: another}",
        target="FY2022",
        baseline="FY2020",
    )
    assert plain["UID"] == changed["UID"] == "1-1-20181211@spaceplan"


def test_stamps_come_from_the_history_not_from_the_clock() -> None:
    event = events(small_plan())["1-1"]
    assert event["SEQUENCE"] == 3
    moment = datetime(2023, 3, 7, 1, 20, 30, tzinfo=UTC)
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == moment


def test_without_history_the_stamp_is_the_day_the_plan_was_decided_in_its_zone() -> None:
    event = recorded()
    assert event["SEQUENCE"] == 0
    assert event.decoded("DTSTAMP") == datetime(2018, 12, 10, 15, 0, tzinfo=UTC)


def test_an_entry_that_somebody_looked_is_no_new_version() -> None:
    looked = entry("2022-01-01", checked="{first: 2022-01-01, last: 2022-02-01, count: 2}")
    assert recorded(looked)["SEQUENCE"] == 0


def test_the_day_it_is_made_changes_nothing() -> None:
    plan = small_plan()
    later = rows(plan, date(2040, 1, 1), Filter())
    assert calendar(later, plan, "en") == calendar(all_rows(plan), plan, "en")


# --- reminders ---------------------------------------------------------------------------------


def test_reminders_stand_before_what_has_not_ended() -> None:
    found = events(small_plan(), remind=("30d", "2w"))
    alarms = found["1-2"].walk("VALARM")
    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [
        timedelta(days=-30),
        timedelta(days=-14),
    ]
    assert alarms[0]["ACTION"] == "DISPLAY"
    assert not found["1-1"].walk("VALARM") and not found["1-7"].walk("VALARM")


def test_a_reminder_in_months_is_counted_by_the_calendar() -> None:
    assert before(date(2021, 3, 31), "1m") == date(2021, 2, 28)
    assert before(date(2021, 3, 31), "1y") == date(2020, 3, 31)


# --- the format --------------------------------------------------------------------------------


def test_a_second_parser_reads_the_same() -> None:
    plan = small_plan()
    text = calendar(all_rows(plan), plan, "ja", ("30d",))
    read: Any = vobject.readOne(text)
    assert [event.summary.value for event in read.vevent_list] == [
        str(event["SUMMARY"]) for event in events(plan, "ja").values()
    ]
    assert read.vevent_list[0].dtstart.value == date(2023, 3, 31)


def test_lines_end_with_crlf_and_hold_at_most_75_octets() -> None:
    plan = small_plan()
    text = calendar(all_rows(plan), plan, "ja")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_folded_without_dividing_a_character_and_comes_back(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "")
    pieces = folded(line).split("\r\n ")
    assert "".join(pieces) == line
    assert all(len(piece.encode()) <= 75 - (n > 0) for n, piece in enumerate(pieces))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_any_title_comes_back(title: str) -> None:
    line = folded(f"SUMMARY:{escaped(title)}")
    text = f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n"
    read: Any = icalendar.Event.from_ical(text.encode())
    assert read["SUMMARY"] == title


def test_the_whole_small_plan_in_both_languages_has_no_parse_errors() -> None:
    plan = small_plan()
    for lang in ("ja", "en"):
        assert all(not event.errors for event in events(plan, lang, ("1w",)).values())


def test_what_ended_by_hand_did_not_end_on_the_day_it_became_active() -> None:
    """Nobody knows when it ended: its own years stay."""
    active = entry("2019-05-01", status="[planned, active]")
    event = recorded(active, target="FY2019..FY2022", kind="recurring", status="done")
    assert event.decoded("DTSTART") == date(2020, 3, 31)
    assert event["RRULE"]["UNTIL"] == [date(2023, 3, 31)]


def test_calendar_years_recur_at_their_own_ends() -> None:
    occurred = entry("2019-05-01", occurred="true")
    event = recorded(occurred, target="2019..2021", kind="recurring", status="active")
    assert event.decoded("DTSTART") == date(2020, 12, 31)
    assert event["RRULE"]["UNTIL"] == [date(2021, 12, 31)]


def test_a_remedy_has_an_event_on_the_last_day_of_its_time_until_it_is_done() -> None:
    told = entry("2021-04-01", remedy="a second engine", remedy_by="FY2021")
    done = entry("2021-06-01", status="[planned, done]")
    found = events(plan_from(milestone("1-1", history(told), target="FY2020")), remind=("30d",))
    event = found["1-1-remedy"]
    assert event.decoded("DTSTART") == date(2022, 3, 31)
    assert str(event["SUMMARY"]) == "1-1 remedy: a second engine (by FY2021)"
    assert len(event.walk("VALARM")) == 1
    met = plan_from(milestone("1-1", history(told, done), target="FY2020", status="done"))
    assert list(events(met)) == ["1-1"]
