"""How English documents are laid out: footers, numbered actions that wrap, rules, days of a head."""

import pytest

from spaceplan.source.read.furniture import is_page_number
from spaceplan.source.read.reader import read_document


def read(*lines):
    return read_document("\n".join(lines), "d")


def wordings(*lines):
    return [one.text for one in read(*lines).bullets]


@pytest.mark.parametrize(
    "line",
    [
        "Council of Ports                       Page 4", "Page 12", "page 3 of 40", "7 | Page",
        "Rural Health Plan | Page 9", "P a g e | 11", "Page 5   Harbour Board", "- 12 -",
    ],
)  # fmt: skip
def test_a_footer_says_its_page(line):
    assert is_page_number(line)


@pytest.mark.parametrize(
    "line",
    [
        "see the table on page 4", "Page 4 has the list.", "Pages are numbered", "Landing page 2 users",
        "Publish it. See Annex. Page 4", "Page 4 lists all ports", "Ports     4", "Open 12 pages",
    ],
)  # fmt: skip
def test_a_page_in_a_sentence_is_no_footer(line):
    assert not is_page_number(line)


def test_a_footer_with_one_space_is_told_by_its_return():
    assert wordings(
        "Goal 1: Soil", "• Map the soils of the plain and of the", "National Soil Board Page 1",
        "hills by 2027.", "Goal 2: Water", "• Map the wells.", "National Soil Board Page 2",
    ) == ["Map the soils of the plain and of the hills by 2027.", "Map the wells."]  # fmt: skip


ACTIONS = (
    "Goal 1: Grow more with less", "",
    "1.1   Publish a replacement schedule for the irrigation pumps of the valley that ranks each",
    "      pump by its worth.", "      Lead: NRCS", "      Target: Q2 FY 2027", "",
    "1.2   Fund ten dairy farms.", "",
    "1.3   Map the wells of the northern plain, of the hills and of the coast for the public",
    "      register of wells", "      Lead: USGS", "",
    "Goal 2: Train", "",
    "2.1   Train the staff of all ports in the new rules for ballast water before the season",
    "      opens; and", "      Lead: NWS",
)  # fmt: skip


def test_numbered_actions_that_wrap_are_items_with_their_fields():
    assert wordings(*ACTIONS) == [
        "Publish a replacement schedule for the irrigation pumps of the valley that ranks each pump"
        " by its worth. Lead: NRCS Target: Q2 FY 2027",
        "Fund ten dairy farms.",
        "Map the wells of the northern plain, of the hills and of the coast for the public register"
        " of wells Lead: USGS",
        "Train the staff of all ports in the new rules for ballast water before the season opens;"
        " and Lead: NWS",
    ]


@pytest.mark.parametrize(
    "under",
    [
        ("", "- Map the wells.", "- Dig more."),
        ("Farms need water.", "", "- Map the wells.", "- Dig more."),
        ("and a second line of it", "", "- Map the wells.", "- Dig more."),
        ("Lead: NRCS", "- Map the wells.", "- Dig more."),
    ],
)
def test_numbered_headings_head_what_is_below_them(under):
    lines = (
        "Goal 1: Soil",
        "",
        "1.1   Water for the farms of the valley",
        *under,
        "",
        "Goal 2: Air",
    )
    assert [one.text for one in read(*lines).bullets] == ["Map the wells.", "Dig more."]


def test_markdown_has_rules_contents_emphasis_and_lettered_lists():
    found = read(
        "---", 'title: "Clean Ports Plan"', "---", "**On this page**", "",
        "- [Theme 1: Ports](#theme-1)", "1. [Theme 2: Ships](#ships)", "", "---", "",
        "## Theme 1: Ports", "", "**Reading this.** Years are those of the calendar, 2026 the first.",
        "", "By June 2027 the Port Office will:", "", "(a) map the berths, having regard to the Plan",
        "2024; and", "", "(b) [open](https://example.org/a) the register.", "", "***", "",
        "## Theme 2: Ships", "", "- Count ships.", "", "- - -",
    )  # fmt: skip
    assert found.title == "Clean Ports Plan"
    assert [one.text for one in found.bullets] == [
        "map the berths, having regard to the Plan 2024; and", "open the register.", "Count ships."
    ]  # fmt: skip
    assert {left.reason for left in found.leftovers if left.line in (6, 7)} == {"contents"}
    assert [left.line for left in found.leftovers if left.reason == "rule"] == [1, 3, 9, 22, 28]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (("FY 2027 begins on October 1, 2026, as every year.", "March 2, 2026"), "2026-03-02"),
        (("*March 2026. Replaces the edition of March 2024.*",), "2026-03"),
        (("Each year ends on 30 June 2027 for all of the bodies.", "Lima, May 2026"), "2026-05"),
        (("The plan, adopted on 4 May 2026, tells of all wells by 1 June 2029.",), "2026-05-04"),
        (("Health Board — published 14 April 2026",), "2026-04-14"),
        (("It is to be in force by 1 July 2027 in all of the provinces of the country.",), ""),
        (("The Act of 5 May 2020 asks for it, and for much more than it had been before.",),
         "2020-05-05"),
    ],
)  # fmt: skip
def test_the_day_of_a_document_is_that_of_a_line_or_sentence_of_its_own(head, day):
    assert (
        read("Plan for Wells", *head, "", "1. Wells", "- Dig.", "2. Air", "- Go.").date_hint == day
    )


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Recurring actions begin in FY 2027 unless stated otherwise.", "FY2027"),
        ("Annual commitments start in 2026–27.", "2026-27"),
        ("Where an action is annual and none is given, it is carried out for the first time in 2026.",
         "2026"),
        ("All yearly measures are carried out for the first time in 2028.", "2028"),
        ("Tasks that are repeated start in fiscal year 2029.", "FY2029"),
        ("Activities are annual. They cost more from 2026 on.", ""),
        ("Annual budgets begin in 2027.", ""),
        ("The first action of 2026 is annual.", ""),
        ("Recurring actions are listed; those of others began in 2020.", ""),
        ("An action is new from 2027.", ""),
        ("Measures are reported in 2026.", ""),
    ],
)  # fmt: skip
def test_the_head_says_when_what_recurs_begins(said, first):
    assert (
        read("Plan for Wells", said, "", "1. Wells", "- Dig.", "2. Air", "- Go.").plans_from
        == first
    )


@pytest.mark.parametrize(
    "told",
    [
        "The board opened two of the five clinics in May 2025. The others wait for staff.",
        "Rail: The council bought eleven buses, of which nine now run.",
        "The commitment to map all wells by December 2025 was not met. The drought is why.",
        "More than 900 farmers use the new register of seeds.",
        "The port was dredged. The channel was marked. The lights were lit. All of it is in use.",
        "Guidance on herds is being prepared by the office; it is to follow in 2026.",
    ],
)
def test_paragraphs_under_a_heading_of_results_are_results(told):
    document = read(
        "## 1. Health", "", "### Progress since the 2025 edition", "", told, "",
        "### Actions from 2026 onwards", "", "- Open three clinics by 2027.", "", "## 2. Ports",
    )  # fmt: skip
    assert [one.text for one in document.results] == [told]


@pytest.mark.parametrize(
    "beside",
    [
        "We did well in all five districts last year.",
        "Much remains to be done. The office is short of staff. Winter was hard for all of us.",
        "The following was done in the five districts:",
        "Health and herds",
        "Table 4: what was done in the five districts",
        "*Minister of Health and Herds*",
    ],
)
def test_what_stands_beside_a_list_of_results_is_none(beside):
    document = read(
        "## 1. Health", "", "### Progress since the 2025 edition", "", beside, "",
        "- Two clinics were opened.", "", "## 2. Ports", "", "We did well in all five districts.",
    )  # fmt: skip
    assert [one.text for one in document.results] == ["Two clinics were opened."]


def test_paragraphs_under_a_heading_of_plans_are_plans_unless_a_list_stands_there():
    assert wordings(
        "## 1. Health", "", "### Planned actions", "", "We will keep the clinics open.", "",
        "Staff are few.", "", "## 2. Ports", "", "### Planned actions", "",
        "We will go on with the dredging.", "", "- Dredge the berth by 2027.",
    ) == ["We will keep the clinics open.", "Dredge the berth by 2027."]  # fmt: skip


def test_a_field_ends_its_item_and_roman_numbers_list():
    found = read(
        "Goal 1: Herds", "", "Action 1.1  Train 50 vets by 2028.", "            Lead: All states", "",
        "In 2027, the Farm Office will:", "   (i)   open a bank of vaccines;",
        "   (ii)  buy 12 mobile laboratories; and", "   (iii) keep the present contract.", "",
        "Goal 2: Wells", "", "- Drill.",
    )  # fmt: skip
    assert [one.text for one in found.bullets] == [
        "Train 50 vets by 2028. Lead: All states", "open a bank of vaccines;",
        "buy 12 mobile laboratories; and", "keep the present contract.", "Drill.",
    ]  # fmt: skip
    assert {one.intro for one in found.bullets[1:4]} == {"In 2027, the Farm Office will:"}
