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
