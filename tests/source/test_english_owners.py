"""Who acts in an English item, and what it is called."""

from datetime import date

import pytest

from spaceplan.source.draft.english_owners import (
    Bodies,
    bodies_of,
    find_english_owners,
    read_owner_list,
)
from spaceplan.source.draft.english_titles import english_title
from spaceplan.source.draft.time_words import Reference

REGISTRY = {"NASA": "NASA", "National Ocean Office": "NOO", "Defra": "DEFRA"}


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        # Whoever is written as a name acts, known or not.
        ("The Met Office will extend the forecast by 2027.", ("Met_Office",), ()),
        ("Natural Resources Wales will join the platform.", ("NRW",), ()),
        ("The Agency will report.", ("AGENCY",), ()),
        ("NASA and the Census Bureau will publish it.", ("NASA", "Census_Bureau"), ()),
        ("In addition, GSA will run a course.", ("GSA",), ()),
        ("From April 2027, the Programme Board will also:", ("Programme_Board",), ()),
        ("By June 30, 2026, the National Ocean Office shall report.", ("NOO",), ()),
        ("Users asked for it. By 2026, the Data Board will:", ("Data_Board",), ()),
        ("The Coast Office will survey it with the Met Office.", ("Coast_Office",), ()),
        ("Move the feeds by March 2028 (NASA).", ("NASA",), ()),
        ("Build it. Lead agency: Coast Office. Supporting: NASA", ("Coast_Office",), ("NASA",)),
        ("Build it. Owner(s): NASA", ("NASA",), ()),
        ("Build it. Lead: Coast Office Supporting: NASA", ("Coast_Office",), ("NASA",)),
        ("Build it. Delivery partner: NASA", ("NASA",), ()),
        ("Bonn plans to move in 2027; the Met Office will assess it.", ("Met_Office",), ()),
        # What is done to the subject, a thing that acts, and a plural without a name.
        ("Risks will be reviewed.", (), ()),
        ("The Data Library will be launched by 2027.", (), ()),
        ("An interim evaluation will report by 2028.", (), ()),
        ("Progress will continue.", (), ()),
        ("The partners will meet.", (), ()),
        ("User surveys will show it.", (), ()),
        ("Publish the map (July 2025).", (), ()),
        ("Use the Space Launch System (SLS).", (), ()),
        ("Publish it (see Annex Two).", (), ()),
    ],
)
def test_named(text, owner, partners):
    named = find_english_owners(text, Bodies(REGISTRY))
    assert (named.owner, named.partners) == (owner, partners)


def test_a_name_in_a_bracket_is_an_owner_where_items_end_so():
    texts = ["Adopt it (BODC, UKHO);", "Publish it (EA);", "Agree on it (Crown Estate);"]
    bodies = bodies_of(texts, {})
    assert find_english_owners(texts[2], bodies).owner == ("Crown_Estate",)
    assert find_english_owners(texts[2], bodies_of(texts[2:], {})).owner == ()
    for near in ("Do it (Phase Two).", "Do it (June).", "Do it (New Portal).", "Do it (in part)."):
        assert find_english_owners(near, bodies).owner == ()


def test_one_word_that_stands_with_a_capital_in_mid_sentence_is_a_name():
    bodies = bodies_of(["Ofgem will act.", "Work with Ofgem on it.", "Progress is slow."], {})
    assert find_english_owners("Ofgem will report by 2027.", bodies).owner == ("OFGEM",)
    assert find_english_owners("Progress will follow.", bodies).owner == ()


LABELLED = [
    "Home Office: From January 2027 services must be approved.",
    "Department of Health: All content will be moved in March 2027.",
    "HMRC: HMRC will report by 2027.",
    "Defra: We will publish the map by 2027.",
    "Crown Estate: By March 2027 we will survey the bay.",
    "Kew: Seeds will be counted by 2028.",
]


def test_a_label_is_who_acts_where_most_labels_of_a_document_are_bodies():
    bodies = bodies_of(LABELLED, {})
    assert [find_english_owners(text, bodies).owner for text in LABELLED] == [
        ("Home_Office",),
        ("Department_Health",),
        ("HMRC",),
        ("DEFRA",),
        ("Crown_Estate",),
        ("KEW",),
    ]


def test_a_label_is_what_it_is_about_where_the_labels_are_topics():
    topics = [
        "Freight: Move more goods by rail by 2027.",
        "GIS: All layers will be published by 2027.",
        "New Services: Users will be asked.",
        "Training: Staff will be trained each year.",
        "Data: Records are to be opened by 2028.",
        "Home Insulation: Grants will be paid from 2027.",
    ]
    bodies = bodies_of(topics, {})
    assert [find_english_owners(text, bodies).owner for text in topics] == [()] * 6


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        ("Recruit veterans (OW, with VA).", ("OW",), ("VA",)),
        ("Recruit veterans (NASA, supported by GSA).", ("NASA",), ("GSA",)),
        ("Share riders (OW, Region 4).", ("OW", "Region_4"), ()),
        ("Share riders (Region 4, Region 6).", ("Region_4", "Region_6"), ()),
        (
            "For the departments (HMRC, DfT, and the Home Office):",
            ("HMRC", "DfT", "Home_Office"),
            (),
        ),
        ("Build it. (Lead: Region 5)", ("Region_5",), ()),
        ("Finish the map. [NASA, GSA]", ("NASA", "GSA"), ()),
        ("Do it (Phase 2).", (), ()),
        ("Do it [12].", (), ()),
        ("Do it (with care).", (), ()),
        ("Do it (Stage One, with NASA).", (), ()),
        ("Do it (Table 4, Table 6).", (), ()),
        ("Do it (New Portal, and the Old Portal).", (), ()),
        ("Do it (Lot 5).", (), ()),
    ],
)
def test_a_bracket_behind_an_item(text, owner, partners):
    named = find_english_owners(text, Bodies({}))
    assert (named.owner, named.partners) == (owner, partners)


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Department of Lands and Water", ("DLW",)),
        ("Ministry for Health and Care, NASA", ("MHC", "NASA")),
        ("Department of Justice and NASA", ("Department_Justice", "NASA")),
        ("Department of Justice and Coast Office", ("Department_Justice", "Coast_Office")),
        ("States and Territories", ("STATES", "TERRITORIES")),
    ],
)
def test_an_and_inside_a_name_joins_nothing(cell, owner):
    assert read_owner_list(cell, Bodies(REGISTRY)).owner == owner


def test_two_bodies_have_two_codes():
    bodies = Bodies({})
    for text in (
        "The CIO Council will meet.",
        "The CDO Council will meet.",
        "The Federal Geographic Data Committee will meet.",
        "The Federal General Data Centre will meet.",
        "FGDC will report.",
    ):
        assert find_english_owners(text, bodies).owner
    assert bodies.coined == {
        "CIO_Council": "CIO Council",
        "CDO_Council": "CDO Council",
        "FGDC": "Federal Geographic Data Committee",
        "Federal_General_Data_Centre": "Federal General Data Centre",
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("By 2030 at the latest, remove the masts.", "Remove the masts"),
        ("Publish the standard – September 2026", "Publish the standard"),
        ("Working with farmers in Kent, Essex and Sussex, plant hedges by 2028.", "Plant hedges"),
        ("Using satellite data, map all mangroves by 2028.", "Map all mangroves"),
        ("In consultation with unions, revise the pay code by 2027.", "Revise the pay code"),
        ("Publish each year, using the survey, the rate of loss.", "Publish the rate of loss"),
        (
            "Building rules, with new ones for lifts, will be made by 2027.",
            "Building rules, with new ones for lifts, will be made",
        ),
        ("Working groups will report by 2027.", "Working groups will report"),
        ("Launch the catalogue (Q2 2027).", "Launch the catalogue"),
        ("Over the next three years, plant trees.", "Plant trees"),
        ("The Met Office will extend the forecast by October 2026.", "Extend the forecast"),
        ("In addition, GSA will run a course in 2027.", "Run a course"),
        ("A final evaluation will report by 31 March 2031.", "A final evaluation will report"),
        ("Risks will be reviewed quarterly.", "Risks will be reviewed"),
        ("Bonn plans to move in 2027; the Met Office will assess it.", "Assess it"),
        ("The CDO Council will meet annually.", "The CDO Council will meet"),
        ("By mid-2026, hold two workshops.", "Hold two workshops"),
        ("DfT: We will move the content by March 2027.", "Move the content"),
        ("GSA: GSA will run a course in 2027.", "Run a course"),
        ("Freight: Move more goods by rail by 2027.", "Freight: Move more goods by rail"),
        (
            "Submit an annual report to Congress, starting with FY 2027.",
            "Submit an annual report to Congress",
        ),
        ("redesign will start by April 2027 and", "Redesign will start"),
        ("Plan and hold it by 2026 and 2027 respectively. [NASA]", "Plan and hold it"),
        (
            "By 2027, the publishing activities on our site will move onto the portal.",
            "The publishing activities on our site will move onto the portal",
        ),
        ("By 2027, the agency will agree on a plan.", "Agree on a plan"),
    ],
)
def test_a_title_is_what_is_done_without_who_and_when(text, title):
    assert english_title(text, Reference(date(2025, 7, 1))) == title


def test_names_in_brackets_are_bodies_where_abbreviations_stand_so_too():
    texts = [
        "Award the contracts by August 2026 (DfE)",
        "Publish data on herds annually (OWIC)",
        "Enrol the first cohort (Welsh Government)",
        "Extend the passport to crews (Offshore Energies UK, RenewableUK)",
        "Close the depot (by then)",
    ]
    bodies = bodies_of(texts, {})
    assert [find_english_owners(text, bodies).owner for text in texts[2:]] == [
        ("Welsh_Government",),
        ("OEU", "RenewableUK"),
        (),
    ]


@pytest.mark.parametrize(
    "led",
    ["No later than 30 June 2026", "Between April 2026 and March 2027", "Every year", "By 2027"],
)
def test_a_time_may_stand_before_who_acts(led):
    named = find_english_owners(f"{led}, Wessex Water will dredge the berth.", Bodies({}))
    assert named.owner == ("Wessex_Water",)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Soil Office publishes its maps of wells every year.", ("Soil_Office",)),
        ("Coast Science maintains counts of seals at 30 sites.", ("Coast_Science",)),
        ("NASA and NOAA continue to fund the buoys.", ("NASA", "NOAA")),
        ("The Rail Board still runs the night trains.", ("Rail_Board",)),
        ("Each year, Lake Watch reports the levels of all lakes.", ("Lake_Watch",)),
        ("GSA carries on with the courses.", ("GSA",)),
        ("The Herd Unit keeps watch on imports.", ("Herd_Unit",)),
        ("The Ports Act sets a limit on noise.", ()),
        ("Demand for berths exceeds the supply. GSA will build two.", ("GSA",)),
        ("Peer support continues to reach all wards.", ()),
        ("The National Rail Plan names its lines.", ()),
        ("Counts of seals maintain the trend.", ()),
        ("The Herd Unit continues to grow.", ()),
        ("Nurses train the staff.", ()),
    ],
)
def test_who_goes_on_with_something_acts(text, owner):
    assert find_english_owners(text, Bodies(REGISTRY)).owner == owner


@pytest.mark.parametrize(
    ("ends", "text", "owner"),
    [
        (("Rail Wales", "Rail Wales", "Rail Wales"), "Do it. (Rail Wales)", ("Rail_Wales",)),
        (("Ministry of Works", "Coast Office"), "Do it. (Coast Office)", ("Coast_Office",)),
        (("Soil Board, with Farm Watch", "Soil Board"), "Do it. (Soil Board)", ("Soil_Board",)),
        (("Ports", "Ports", "Ports"), "Do it. (Ports, Rail Wales)", ("PORTS", "Rail_Wales")),
        (("Met Office", "Port Authority"), "Do it. [Bord na Mara]", ("Bord_Mara",)),
        (("Lake Agency", "Lake Agency"), "Do it. (Casa de Aguas)", ("Casa_Aguas",)),
        (("Rail Wales", "Coast Watch"), "Do it. (Rail Wales)", ()),
        (("New Portal", "Old Portal"), "Do it. (New Portal)", ()),
        (("in part", "in part", "in part"), "Do it. (in part)", ()),
        (("Phase Two", "Phase Two", "Phase Two"), "Do it. (Phase Two)", ()),
        (("the Coast Office map", "the new Board"), "Do it. (Soil Map)", ()),
        (("June", "June", "June"), "Do it. (Soil Map)", ()),
    ],
)
def test_brackets_name_who_acts_where_they_come_back_or_hold_bodies(ends, text, owner):
    bodies = bodies_of([f"Dig it. ({end})" for end in ends], {})
    assert find_english_owners(text, bodies).owner == owner
