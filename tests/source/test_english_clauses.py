"""English items: what of their words says what kind a time is."""

from datetime import date

import pytest

from spaceplan.source.draft.read_english import read_english
from spaceplan.source.draft.time_words import Reference

SPRING_2026 = Reference(date(2026, 5, 14))


def read(text, reference=SPRING_2026):
    return "; ".join(f"{p.kind} {p.target or ''}".strip() for p in read_english(text, reference))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Begin to license wells above 20 metres in Q2 2027.", "start 2027-04..2027-06"),
        ("Begin issuing maps for the Moy and the Erne in Q1 2028.", "start 2028-01..2028-03"),
        ("Start to dredge the north and south berths in spring 2027.", "start 2027-03..2027-05"),
        ("Commence work on farms, to be paid by day, in Q3 2027.", "start 2027-07..2027-09"),
        ("Start classes, first to third, in summer 2028.", "start 2028-06..2028-08"),
        ("In Q4 2027, begin a campaign on sheep and goats.", "start 2027-10..2027-12"),
        ("Begin and end trials from Q1 2027 to Q3 2028.", "window 2027-01..2028-09"),
        ("Run it from 2027 to 2029.", "window 2027..2029"),
        ("Start in 2027-2029.", "window 2027..2029"),
        ("Start between June 2027 and May 2028.", "window 2027-06..2028-05"),
        ("From Q1 to Q2 2027, run it.", "window 2027-01..2027-06"),
        ("Starting in FY 2027 through FY 2029, run it.", "window FY2027..FY2029"),
    ],
)
def test_only_a_time_of_two_ends_makes_a_window_of_a_start(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Double the yearly intake of apprentices by September 2028.", "deadline 2028-09"),
        ("Raise their monthly output of kits to 400 by FY 2028.", "deadline FY2028"),
        ("Cut the quarterly fee for berths in half no later than 2027.", "deadline 2027"),
        ("Move its monthly counts of birds to tablets by May 2027.", "deadline 2027-05"),
        ("Put our quarterly figures on the portal in 2027.", "deadline 2027"),
        ("Extend the yearly check of boilers to schools by 2028.", "deadline 2028"),
        ("Hold the quarterly meeting of ports.", "recurring FY2026.."),
        ("Publish the monthly bulletin.", "recurring FY2026.."),
        ("Publish its quarterly bulletin from 2027.", "recurring 2027.."),
        ("Count the herd yearly.", "recurring FY2026.."),
        ("Report quarterly to the board.", "recurring FY2026.."),
        (
            "Publish the guide by 2027, and report on it yearly.",
            "deadline 2027; recurring FY2026..",
        ),
    ],
)
def test_how_often_behind_an_article_is_said_of_a_thing_that_is_due(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A thing alone behind a comma or an "and", what is told behind a stop.
        ("Contract award in June 2027, go-live in May 2028.", "deadline 2027-06; deadline 2028-05"),
        ("Open the hall by 2027, the pool by 2029.", "deadline 2027; deadline 2029"),
        ("Bring fibre to Cork by 2026 and Galway city by 2028.", "deadline 2026; deadline 2028"),
        ("Draft rules by March 2027; by May 2028 final rules.", "deadline 2027-03; deadline 2028-05"),
        ("By 2027, half of farms will join; by 2030, all of them will.", "deadline 2027; deadline 2030"),
        ("Start building the depot in 2027 and open it in 2030.", "start 2027; deadline 2030"),
        ("Work will begin in the winter of 2026-27 and end by 2031.",
         "start 2026-12..2027-02; deadline 2031"),
        # No thing of its own.
        ("Build it by 2026, with a review of it in 2027.", "deadline 2026"),
        ("Following a review in 2027, widen the scheme by 2029.", "deadline 2029"),
        ("After the trials end in 2027, add 12 ports by 2029.", "deadline 2029"),
        ("Hold the fair in 2027 and again in 2029.", "deadline 2029"),
        ("Start the depot in 2027, for opening in 2030.", "start 2027"),
        ("Move the files by 2028, including those of schools in 2027.", "deadline 2028"),
        ("In 2027, the office will open 12 clinics.", "deadline 2027"),
    ],
)  # fmt: skip
def test_a_thing_with_a_time_of_its_own_is_a_part(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agree with Norway by December 2026 on the quota for 2027.", "deadline 2026-12"),
        ("Publish by May 2027 the list of wells for 2028.", "deadline 2027-05"),
        ("Adopt in June 2027 a budget for FY 2028.", "deadline 2027-06"),
        ("Set the quota for 2028 by November 2027.", "deadline 2027-11"),
        ("For 2028, print the timetable no later than May 2027.", "deadline 2027-05"),
        ("Plan by June 2027 the census for 2031.", "deadline 2027-06"),
        ("Plan the census for 2031.", "deadline 2031"),
        ("Fund it for 2027-2029.", "window 2027..2029"),
        ("Review the fees every three years, next in 2028.", "recurring 2028.."),
        ("Rent the hall over winter 2026-27.", "window 2026-12..2027-02"),
        ("Start it in the summer of 2027-28.", "start 2027-06..2027-08"),
        ("Run it from the winter of 2026-27.", "start 2026-12..2027-02"),
    ],
)
def test_what_is_for_a_year_and_what_is_due(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open 5 hubs in 2027, 8 in 2028 and 12 in 2029.", "deadline 2027; deadline 2028; deadline 2029"),
        ("Finish the design in 2027 with building starting in 2028.", "deadline 2027; start 2028"),
        ("Plan it in 2027, with dredging to begin in 2028.", "deadline 2027; start 2028"),
        ("Hold a count in 2027 and every year thereafter.", "recurring 2027.."),
        ("Elect the board in 2028, and every four years after that.", "recurring 2028.."),
        ("Ban lead shot as of 1 July 2027.", "start 2027-07-01"),
        ("Fit meters in 80% of homes by 2030 (50% by 2028).", "deadline 2030"),
        ("Fit 900 meters by 2030 (of which 400 by 2028).", "deadline 2030"),
        ("Fit meters by 2030, with half of them in homes by 2028.", "deadline 2030"),
        ("Hold a count in 2027, and print it.", "deadline 2027"),
        ("Hold a count in 2027 with staff of the port.", "deadline 2027"),
        ("Fit meters in 80% of homes by 2030 (EPA).", "deadline 2030"),
        ("The state of wells as of 1 July 2024 is to be printed in 2027.", "deadline 2027"),
    ],
)  # fmt: skip
def test_steps_and_what_goes_on_from_a_first_time(text, expected):
    assert read(text) == expected
