"""Bodies that English documents name by their kind, in cells, with a time before them, in lists."""

import pytest

from spaceplan.source.draft.draft import draft_plan
from spaceplan.source.draft.english_owners import (
    Bodies,
    bodies_of,
    find_english_owners,
    read_owner_list,
)
from spaceplan.source.read.item import commits
from spaceplan.source.read.reader import read_document


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("By December 2026 the HSE will compile a register.", ("HSE",)),
        ("From September 2026 the Water Training Group will offer it.", ("WTG",)),
        ("Each year the Port Board will report.", ("Port_Board",)),
        ("In Q3 2027 NRCS shall pilot it.", ("NRCS",)),
        ("By the end of FY 2027 the Farm Office must close it.", ("Farm_Office",)),
        ("In respect of the Barrow, Slaney and Nore, DAFM undertakes to:", ("DAFM",)),
        ("In view of the Act, the Farm Office commits to publish it.", ("Farm_Office",)),
        ("The Rail Board has agreed to share it.", ("Rail_Board",)),
        ("Uisce Éireann and the education and training boards will train them.",
         ("Uisce_Éireann", "Education_and_training_boards")),
        ("NASA and the state health departments will meet.", ("NASA", "State_health_departments")),
        ("Local authorities will inspect the wells.", ("Local_authorities",)),
        ("Wells are inspected. (Local authorities)", ("Local_authorities",)),
        ("Revise the manual. Lead: U.S. Army Corps of Engineers", ("UACE",)),
        ("Revise it. Lead: U.S. Forest Service. Supporting: NPS", ("UFS",)),
        ("Plant trees. Lead: State foresters", ("State_foresters",)),
        ("From 2027 onwards the Farm Office will report.", ("Farm_Office",)),
        ("Tag sheep. Lead: State and territory governments", ("State_and_territory_governments",)),
        ("Tag sheep. Lead: Coillte and local authorities", ("COILLTE", "Local_authorities")),
        # Neither a body nor a name.
        ("From September 2026 wells will be closed.", ()),
        ("By 2027 users will see it.", ()),
        ("In May 2027 it will open.", ()),
        ("Inspect the wells (all departments).", ()),
        ("Open it to users (local schools).", ()),
        ("Inspect the wells (not local authorities).", ()),
        ("Services will open.", ()),
        ("Agree with local authorities on it.", ()),
    ],
)  # fmt: skip
def test_who_acts(text, owner):
    assert find_english_owners(text, Bodies({})).owner == owner


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Local authorities", ("Local_authorities",)),
        ("OPW, local authorities", ("OPW", "Local_authorities")),
        ("Head of catering", ("Head_of_catering",)),
        ("All line managers", ("All_line_managers",)),
        ("CSO/EPA", ("CSO", "EPA")),
        ("Ports’ council & growers", ("Ports_council", "Growers")),
        ("TBC", ()),
        ("–", ()),
        ("To be decided", ()),
        ("2027", ()),
        ("Whoever wins the tender that the board will hold", ()),
        ("see 4.2", ()),
    ],
)
def test_a_cell_of_owners_names_whoever_stands_in_it(cell, owner):
    assert read_owner_list(cell, Bodies({}), cell=True).owner == owner


@pytest.mark.parametrize(
    ("cell", "owner", "partners"),
    [
        (
            "Environment Agency (lead), Natural England",
            ("Environment_Agency",),
            ("Natural_England",),
        ),
        (
            "Natural England, Environment Agency (lead)",
            ("Environment_Agency",),
            ("Natural_England",),
        ),
        ("EPA (lead); OPW", ("EPA",), ("OPW",)),
        ("NOAA (co-lead), NASA (co-lead), USGS", ("NOAA", "NASA"), ("USGS",)),
        ("NOAA, NASA", ("NOAA", "NASA"), ()),
    ],
)
def test_who_is_marked_as_lead_owns_and_the_others_help(cell, owner, partners):
    found = read_owner_list(cell, Bodies({}), cell=True)
    assert (found.owner, found.partners) == (owner, partners)


@pytest.mark.parametrize(
    "lead",
    [
        "OPW for all actions in this chapter unless another body is named",
        "OPW (all actions under this goal, except where another lead is given)",
        "OPW (unless stated otherwise)",
        "OPW, for every measure below",
        "OPW for all of the commitments",
        "OPW except where noted",
    ],
)
def test_a_heading_may_say_for_what_it_names_its_lead(lead):
    lines = ("# Plan", "## 1. Floods", f"Lead: {lead}", "- Dig.", "- Local authorities will dig.",
             "- Dig on. (Local authorities)", "## 2. Wells", "- Drill.")  # fmt: skip
    found = draft_plan(read_document("\n".join(lines), "d"), {}).milestones
    assert [one.owner for one in found] == [("OPW",), ("OPW",), ("Local_authorities",), ()]


def test_one_body_has_one_code_in_either_case():
    bodies = Bodies({})
    for cell in ("Local authorities", "OPW, local authorities", "LOCAL AUTHORITIES"):
        read_owner_list(cell, bodies, cell=True)
    assert set(bodies.coined) == {"Local_authorities", "OPW"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Consider, together with the ports concerned, a fund for two deep quays in the bay.",
         ["Consider a fund for two deep quays in the bay"]),
        ("Publish, once a year, a report on lost tags.", ["Publish a report on lost tags"]),
        ("Hold quarterly meetings of the farms, the first in 2027.", ["Hold meetings of the farms"]),
        ("Examine, where it helps, how nurses are trained.", ["Examine how nurses are trained"]),
        ("Consider a norm for wells in the light of work with the rule that the Union will apply.",
         ["Consider a norm for wells in the light of work with the rule that the Union will apply"]),
        ("The Board will issue a draft code for wells by May 2026 and the final code by May 2027.",
         ["Issue a draft code for wells", "Issue a draft code for wells and the final code"]),
        ("Open the lock by 2026 and the quay by 2028.",
         ["Open the lock", "Open the lock and the quay"]),
        ("Open it by 2026, and the new quay will be built by 2028.",
         ["Open it", "The new quay will be built"]),
        ("Revise the manual so that the sediment that a fire leaves is told of in the review of"
         " every dam of the hills.",
         ["Revise the manual so that the sediment that a fire leaves is told of in the review of"
          " every dam of the hills"]),
    ],
)  # fmt: skip
def test_titles_that_stand_alone(text, titles):
    lines = ("# Plan", "## 1. Floods", f"- {text}", "## 2. Wells", "- Drill.")
    found = draft_plan(read_document("\n".join(lines), "d"), {}).milestones
    assert [one.title for one in found if one.topic == 1] == titles


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("The aim of this theme is to cut delay. It can take 12 years to open a mine.", False),
        ("This chapter sets out what the ports are to do by 2030.", False),
        ("The purpose of this plan is to plant 12 woods.", False),
        ("The aim of this theme is to cut delay. The Board will open 12 desks.", True),
        ("The aim of the Board is to open 12 desks.", True),
        ("This desk will open in 2027.", True),
    ],
)
def test_what_a_paragraph_says_of_its_own_theme_is_no_commitment(text, item):
    assert commits(text) == item


LED = [
    "LINZ – complete the model by June 2027.",
    "Stats NZ – publish the standards in Q1 2027.",
    "Te Puni Rohe and LINZ — agree on names by 2028.",
    "Ministry for the Sea: review the series annually.",
    "Transport Board: Modernize the registry by 2028.",
    "Map – the base layer – is replaced by 2028.",
    "The portal: open it to users in 2027.",
]
TOPICS = [
    "Open data – publish the standards by 2027.",
    "Ports: Build two berths by 2028.",
    "Health centre: open it in 2027.",
    "GIS – move it to the cloud by 2028.",
    "Roads – resurface 40 km by 2029.",
    "AI: pilot two tools in 2027.",
    "Data Service – launch it by 2028.",
    "Skills – train 300 officers by 2028.",
    "Bridges: inspect them yearly.",
]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (LED[0], ("LINZ",)),
        (LED[1], ("Stats_NZ",)),
        (LED[2], ("TPR", "LINZ")),
        (LED[3], ("Ministry_Sea",)),
        (LED[4], ("Transport_Board",)),
        (LED[5], ()),
        (LED[6], ()),
    ],
)
def test_who_acts_may_lead_the_items_of_a_document_before_a_dash(text, owner):
    assert find_english_owners(text, bodies_of(LED, {})).owner == owner


@pytest.mark.parametrize("text", TOPICS)
def test_what_an_item_is_about_leads_it_and_is_nobody(text):
    assert find_english_owners(text, bodies_of(TOPICS, {})).owner == ()
