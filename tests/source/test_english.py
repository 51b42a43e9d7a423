"""English documents: times, what their words make of them, and what an item commits to."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source.phrase_tables import examples_of, lines_of

from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.read_times import read_time
from spaceplan.source.draft.english_forms import FORMS
from spaceplan.source.draft.english_times import find_english_times
from spaceplan.source.draft.read_english import read_english
from spaceplan.source.draft.read_phrases import find_english_phrases
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.roles import ENGLISH
from spaceplan.source.draft.time_words import Reference

UNKNOWN = Reference()
ROLES = ENGLISH.rows
SPRING_2019 = Reference(date(2019, 5, 20), read_time("FY2019"))
SPRING_2020 = Reference(date(2020, 5, 14))


def read(text, reference=SPRING_2020, intro=""):
    found = read_english(text, reference, intro)
    return [f"{p.kind} {p.target}" if p.target else p.kind for p in found]


@pytest.mark.parametrize(
    ("reader", "text", "expected"), [(f.reader, *e) for f in FORMS for e in examples_of(f.examples)]
)
def test_every_form_reads_its_examples(reader, text, expected):
    (word,) = find_english_times(text, SPRING_2019)
    assert str(word.time or "") == expected


@pytest.mark.parametrize(
    ("form", "text"), [(f, miss) for f in FORMS for miss in lines_of(f.misses)]
)
def test_a_near_miss_is_no_time_of_the_form(form, text):
    assert not any(re.search(one, text, re.IGNORECASE) for one in form.pattern.split("||"))


@pytest.mark.parametrize(
    ("role", "text", "expected"), [(role, *e) for role in ROLES for e in examples_of(role.examples)]
)
def test_every_role_is_given_to_its_examples(role, text, expected):
    phrase = find_english_phrases(text, UNKNOWN)[0]
    assert (phrase.role, phrase.why, str(phrase.time)) == (role.role, role.why, expected)


@pytest.mark.parametrize(
    ("role", "text"), [(role, miss) for role in ROLES for miss in lines_of(role.misses)]
)
def test_a_near_miss_is_decided_by_another_row(role, text):
    rows = [ENGLISH.decide(text, word, UNKNOWN)[0] for word in find_english_times(text, UNKNOWN)]
    assert role not in rows


@pytest.mark.parametrize("row", [*FORMS, *ROLES])
def test_every_row_has_six_examples_and_six_near_misses(row):
    assert len(examples_of(row.examples)) >= 6
    assert len(lines_of(row.misses)) >= 6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publish the register by December 2027.", "deadline 2027-12"),
        ("Launch the satellite by the end of FY 2027.", "deadline FY2027"),
        ("Complete the test in Q3 2026.", "window 2026-07..2026-09"),
        ("Complete the test by Q3 2026.", "deadline 2026-09"),
        ("No later than March 31, 2026, submit the report.", "deadline 2026-03-31"),
        ("Starting in FY 2026, publish the data.", "start FY2026"),
        ("NASA will begin operations by December 2027.", "start 2027-12"),
        ("Report on progress annually.", "recurring FY2020.."),
        ("Starting in 2022, report annually.", "recurring 2022.."),
        ("Build the ship in the early 2030s.", "window 2030..2034"),
        ("Build the ship by the 2030s.", "deadline 2039"),
        ("Continue the survey through 2026.", "deadline 2026"),
        ("Agree on names.", "ongoing"),
        ("Within 60 days of approval, form a group.", "ongoing"),
        ("Support the mission that ESA will launch in 2028.", "ongoing"),
        ("Ensure that all sites are open by 2027.", "deadline 2027"),
        ("Staff will make sure that each port has a plan by June 2026.", "deadline 2026-06"),
        ("Update the 2018 report by June 2021.", "deadline 2021-06"),
        ("Use the satellite launched in 2018.", "ongoing"),
        ("By mid-2026, hold two workshops.", "deadline mid-2026"),
        ("NASA is expected to launch it in 2031; OPM will plan staff for it.", "ongoing"),
        ("Halve leakage by 2050, with a first cut by March 2028.", "deadline 2050"),
        ("Upgrade 500 gauges through FY 2029, of which 200 by FY 2027.", "deadline FY2029"),
        ("Sign a contract, with an award by Q4 2027.", "deadline 2027-12"),
        ("Review it every 5 years, with the first review in 2030.", "recurring 2030.."),
        ("Begin it in the 2026–27 financial year.", "start FY2026"),
    ],
)
def test_one_commitment(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("3.1 Begin implementing the plans", "start"),
        ("Start the pilot", "start"),
        ("Commencing the survey of users", "start"),
        ("Initiate a review", "start"),
        ("Kick off the campaign", "start"),
        ("A.2 Commence work", "start"),
        ("Beginner courses", "deadline"),
        ("Startup fund", "deadline"),
        ("Complete the start-up", "deadline"),
        ("Publish how to begin", "deadline"),
        ("Reach the starting line", "deadline"),
        ("Commencement order", "deadline"),
    ],
)
def test_a_row_that_says_to_begin_is_a_start(body, kind):
    (found,) = read_item("x", SPRING_2020, cells={"body": body, "time": "December 31, 2021"})
    assert (found.kind, str(found.target)) == (kind, "2021-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trial it at two sites from 2027 to 2029.", "window 2027..2029"),
        ("Run it from January 2022 to September 2022.", "window 2022-01..2022-09"),
        ("From FY 2024 through FY 2026, run it.", "window FY2024..FY2026"),
        ("Build it from 1 May 2026 until 3 June 2027.", "window 2026-05-01..2027-06-03"),
        ("Survey it from 2025-26 to 2027-28.", "window FY2025..FY2027"),
        ("Hold it from 2026–2028.", "window 2026..2028"),
        ("Hold it from Q3 2027.", "start 2027-07..2027-09"),
        ("Starting in spring 2027, hold it.", "start 2027-03..2027-05"),
        ("Run it from FY 2027.", "start FY2027"),
        ("Move from the 2019 model by 2027.", "deadline 2027"),
        ("By 2028, move from paper to screens.", "deadline 2028"),
        ("Deliver it to users from April 2027.", "start 2027-04"),
    ],
)
def test_from_one_time_to_another_is_a_window(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (FiscalRule(), "in 2026-27", "FY2026"),
        (FiscalRule(7, "end"), "in 2026-27", "FY2027"),
        (FiscalRule(1), "in 2026-27", "2026..2027"),
        (FiscalRule(10, "end"), "in FY25-26", "FY2025..FY2026"),
        (FiscalRule(7, "end"), "in FY25-26", "FY2026"),
        (FiscalRule(7, "end"), "in summer 2026", "2026-12..2027-02"),
        (FiscalRule(7, "end"), "in autumn 2026", "2026-03..2026-05"),
        (FiscalRule(7, "end"), "from 2025-26 to 2027-28", "FY2026..FY2028"),
    ],
)
def test_years_and_seasons_are_those_of_the_country(rule, text, expected):
    (word,) = find_english_times(text, Reference(rule=rule))
    assert str(word.time) == expected


def test_two_dated_verbs_are_two_parts():
    assert read("Publish a draft by June 2021, and adopt the final rule by December 2022.") == [
        "deadline 2021-06",
        "deadline 2022-12",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Move it by May 2027 (with the sites following by June 2028).", ["2027-05", "2028-06"]),
        ("The site will move by 2027, with others to follow by 2028.", ["2027", "2028"]),
        ("Open the north by 2026, with the south following in 2027.", ["2026", "2027"]),
        ("Turn north and south by April 2026 and May 2027 respectively.", ["2026-04", "2027-05"]),
        ("Open the east and the west in 2026 and 2027, respectively.", ["2026", "2027"]),
        ("Plan, pilot and run it by 2025, 2026 and 2028 respectively.", ["2025", "2026", "2028"]),
        ("Start it by April 2026 and finish it by March 2028.", ["2026-04", "2028-03"]),
        ("By 2050, with a first cut by 2028, end emissions.", ["2050"]),
        ("Build it by 2026, with a review of it in 2027.", ["2026"]),
        ("Open it (with the press following it) by 2026.", ["2026"]),
        ("Open the hall in 2026 and 2027.", ["2026..2027"]),
        ("Publish the rules, respectively the guide, by 2026.", ["2026"]),
        ("Start the FY 2026 survey by June 2026.", ["2026-06"]),
    ],
)
def test_what_follows_and_what_is_told_respectively_are_parts(text, expected):
    assert [str(one.target) for one in read_english(text, SPRING_2020)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Redesign services handling over 100,000 cases each year.", "ongoing"),
        ("Support ports that serve 200 ships a year.", "ongoing"),
        ("Close sites with fewer than 50 visits per year.", "ongoing"),
        ("Help offices receiving about 3,000 letters every year.", "ongoing"),
        ("Fund schools teaching 40 apprentices each year.", "ongoing"),
        ("Pay boards which hear more than 100 appeals every year.", "ongoing"),
        ("Continue training 50 inspectors each year.", "recurring FY2020.."),
        ("Train 50 inspectors each year.", "recurring FY2020.."),
        ("By reaching 200 schools each year, raise awareness.", "recurring FY2020.."),
        ("Publish reports covering all ports each year.", "recurring FY2020.."),
        ("Give 20 grants to ports per year.", "recurring FY2020.."),
        ("Visit services with users each year.", "recurring FY2020.."),
    ],
)
def test_so_many_a_year_that_a_thing_has_is_no_time(text, expected):
    assert read(text, SPRING_2020) == [expected]


def test_the_time_of_the_introduction_holds_where_the_item_has_none():
    intro = "By June 2027, the agency will:"
    assert read("Publish the register.", intro=intro) == ["deadline 2027-06"]
    assert read("Publish the register by 2025.", intro=intro) == ["deadline 2025"]


def test_an_undated_length_is_marked():
    (found,) = read_english("Within 60 days of approval, form a group.", SPRING_2020)
    assert (found.sure, found.grounds[0].why) == ("low", "from-undated-event")


@pytest.mark.parametrize(
    ("cell", "kind", "target", "baseline", "sure"),
    [
        ("January 31, 2021", "deadline", "2021-01-31", "None", "high"),
        ("~~June 30, 2020~~ July 31, 2021*", "deadline", "2021-07-31", "2020-06-30", "high"),
        ("Ongoing", "ongoing", "None", "None", "high"),
        ("Annually", "recurring", "FY2020..", "None", "high"),
        ("Annual", "recurring", "FY2020..", "None", "high"),
        ("TBD", "ongoing", "None", "None", "low"),
        ("FY 2024-2026", "window", "FY2024..FY2026", "None", "high"),
        ("Starting in FY 2026", "start", "FY2026", "None", "high"),
        ("令和8年度", "deadline", "FY2026", "None", "high"),
        ("2026年度から", "start", "FY2026", "None", "high"),
        ("Q3 2026", "window", "2026-07..2026-09", "None", "high"),
        ("Autumn 2026", "window", "2026-09..2026-11", "None", "high"),
        ("Annually, beginning in 2022", "recurring", "2022..", "None", "high"),
        ("Every two years from FY 2024", "recurring", "FY2024..", "None", "low"),
        ("Short term (2025-26)", "deadline", "FY2025", "None", "medium"),
        ("Jun-26", "deadline", "2026-06", "None", "high"),
    ],
)
def test_a_row_is_read_from_its_cells(cell, kind, target, baseline, sure):
    (found,) = read_item("x", SPRING_2020, cells={"body": "Build it", "time": cell})
    assert (found.kind, str(found.target), str(found.baseline), found.sure) == (
        kind,
        target,
        baseline,
        sure,
    )


@given(
    st.lists(
        st.sampled_from(
            [
                "by", "in", "June", "2026", "FY", "27", "Q3", "the", "end of", "annually", "and", ";",
                ".", ",", "within", "60 days", "of", "2030s", "31", "will", "begin", "(", ")", "May",
            ]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_every_text_is_read_as_something_sound(words):
    proposals = read_english(" ".join(words), SPRING_2020)
    assert len({(p.kind, str(p.target)) for p in proposals}) == len(proposals)
    for proposal in proposals:
        assert (proposal.target is None) == (proposal.kind == "ongoing")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Revise the code in 2027; in addition it will be told to the board twice a year.",
            "deadline 2027; recurring FY2026..",
        ),
        (
            "Publish the map by June 2027, and report on its use every year.",
            "deadline 2027-06; recurring FY2026..",
        ),
        (
            "The port will dredge two berths between 2026 and 2029, and in July 2026 will publish a plan.",
            "window 2026..2029; deadline 2026-07",
        ),
        (
            "Report on herds annually, and close the old register by 2028.",
            "recurring FY2026..; deadline 2028",
        ),
        ("From 2027, train 40 nurses every year in the north and the south.", "recurring 2027.."),
        ("Hold the first fair in 2027 and one every year after that.", "recurring 2027.."),
        ("Hold one open call a year for pilot farms, with three in each.", "recurring FY2026.."),
    ],
)
def test_what_comes_every_year_and_what_is_dated_are_two(text, told):
    reference = Reference(date(2026, 4, 1), None, rule=FiscalRule(4, "start"))
    parts = read_english(text, reference)
    assert "; ".join(f"{part.kind} {part.target}" for part in parts) == told


def test_a_time_that_is_only_about_one_is_no_part_of_the_name_before_it():
    (part,) = read_english("A case will be put to the Trade Board around May 2027.", UNKNOWN)
    assert (part.kind, str(part.target)) == ("deadline", "about 2027-05")
