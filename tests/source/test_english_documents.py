"""English documents whole: sections, tenses, lists, prose, notes and lines that were wrapped."""

import pytest

from spaceplan.source.draft.draft import draft_plan
from spaceplan.source.read import marks
from spaceplan.source.read.fields import field_line, split_fields
from spaceplan.source.read.item import commits
from spaceplan.source.read.reader import read_document
from spaceplan.source.read.tense import DONE, OPEN, TO_DO, tense


def read(*lines):
    return read_document("\n".join(lines), "d")


def drafted(*lines):
    found = draft_plan(read(*lines), {}).milestones
    return [
        f"{one.id} {one.kind} {one.target or ''} {' '.join(one.owner)}".strip() for one in found
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Progress to March 2026", "result"),
        ("Accomplishments in FY 2021", "result"),
        ("#### Achievements during 2024–25", "result"),
        ("Progress made so far", "result"),
        ("Results since 2019", "result"),
        ("Key achievements to date:", "result"),
        ("Progress report", "result"),
        ("Actions from April 2026", "plan"),
        ("Planned activities", "plan"),
        ("Commitments for 2026–27", "plan"),
        ("Milestones planned for the next phase", "plan"),
        ("Looking ahead", "plan"),
        ("What we've done", "result"),
        ("### What we’ll do", "plan"),
        ("What we will do from FY2026", "plan"),
        ("What will be delivered in 2026-27", "plan"),
        ("What we will do to help", None),
        ("What we do", None),
        ("Future work", "plan"),
        ("Plans for 2025/26 and beyond", "plan"),
        ("Planned Actions, FY 2026 Onward", "plan"),
        ("Priorities for the coming year", "plan"),
        ("Completed Actions, FY 2023–FY 2025", "result"),
        ("Progress since the 2025 edition", "result"),
        ("Milestones achieved in 2024", "result"),
        ("Commitment 12 – 2026", None),
        ("Plans of other bodies", None),
        ("Delivered by post", None),
        ("Progress towards open data", None),
        ("Results framework", None),
        ("Achievements of the young", None),
        ("Activities of partners abroad", None),
        ("Work", None),
        ("Progress in data science", None),
        ("Commitments to the public", None),
    ],
)
def test_a_heading_says_whether_its_items_are_done(heading, section):
    assert marks.section(heading) == section


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Completed the survey of the estuary in October 2025.", DONE),
        ("Deployed 14 of the 20 buoys.", DONE),
        ("Held a workshop with users.", DONE),
        ("NASA published the plan in 2024.", DONE),
        ("Three agencies have adopted it.", DONE),
        ("Fieldwork was completed at eight sites.", DONE),
        ("Every farm has now joined the scheme.", DONE),
        ("Two ports have not yet been dredged.", DONE),
        ("The clinics have since taken 300 patients.", DONE),
        ("All 24 schools now have a nurse.", DONE),
        ("The board has already access to it.", DONE),
        ("The crews have only recently begun.", DONE),
        ("By 2027 every rural hospital has access to a specialist.", OPEN),
        ("All ports have shore power by 2028.", OPEN),
        ("Each farm has one adviser from 2027.", OPEN),
        ("Pilots have seed and feed for a year.", OPEN),
        ("Every school has need of a nurse.", OPEN),
        ("Each bus has ten seats by 2029.", OPEN),
        ("Digitise the sheets held on paper, completing the work in 2028.", OPEN),
        ("Apply the adopted standards.", OPEN),
        ("Feed the data to the model.", OPEN),
        ("Embed the rules in all grants.", OPEN),
        ("Review projects completed by 2025.", OPEN),
        ("Publish data updated each year.", OPEN),
        ("Improved access to data by 2027.", OPEN),
        ("Staff are provided the tools.", OPEN),
        ("The agency will publish what was found.", TO_DO),
        ("Ensure residents have access to a charger by 2026.", TO_DO),
        ("Require ships to have permits by 2026.", TO_DO),
        ("Ensure all staff have completed training by 2026.", TO_DO),
        ("Let growers have the data by 2027.", TO_DO),
        ("By 2028, make sure every clinic has a nurse.", TO_DO),
        ("Check the pumps were tested each spring.", TO_DO),
        ("Grow the fleet to have 30 boats by 2026.", OPEN),
        ("Every pupil can have a hot lunch by 2027.", OPEN),
        ("Study why buses were late.", OPEN),
        ("Let the contract for the quay in May 2024.", OPEN),
        ("Residents have had access since 2024.", DONE),
        ("Ensured the ships had permits.", DONE),
        ("The board has required permits.", DONE),
        ("Help was given to ten farms.", DONE),
    ],
)
def test_tense(text, told):
    assert tense(text) == told


def test_a_sentence_that_introduces_lettered_items_dates_them():
    assert drafted(
        "1. Data",
        "",
        "Users asked for one place. By December 2026, the Data Board will:",
        "",
        "(a) adopt the profile;",
        "(b) retire the three duplicate portals (EA, MCA).",
        "",
        "Further work on services",
        "",
        "• Keep the feeds running.",
        "",
        "2. Skills",
        "• Train the staff by 2027.",
    ) == [
        "1-1 deadline 2026-12 Data_Board",
        "1-2 deadline 2026-12 EA MCA",
        "1-3 ongoing",
        "2-1 deadline 2027",
    ]


def test_prose_beside_a_list_is_told_and_is_no_item():
    prose = (
        "In 2021, agencies will go on with the work. They should keep their plans open to all. "
        "By the end of 2022, they should have a firm ground for what follows."
    )
    table = ("| Milestone | Due |", "|---|---|", "| Publish the plan | December 2021 |")
    document = read("# Plan", "## Action 1: Data", "", prose, "", *table, "## Action 2: Skills")
    assert [bullet.text for bullet in document.bullets] == ["Publish the plan | December 2021"]
    assert [(left.text, left.reason) for left in document.leftovers if left.line == 4] == [
        (prose, "prose")
    ]
    # Alone it is what the topic says, and one sentence or two are an item.
    assert len(read("# Plan", "## Action 1: Data", "", prose, "## Action 2: B").bullets) == 1
    short = "We will cut delays by 2027. This follows the review."
    assert len(read("# Plan", "## Action 1: A", "", short, "", *table, "## Action 2").bullets) == 2


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Run the model in", "2028."), "Run the model in 2028."),
        (("Work with cross-", "border groups."), "Work with cross-border groups."),
        (("Keep short-", "and long-term plans."), "Keep short- and long-term plans."),
        (("Share it over 2026-", "2028."), "Share it over 2026-2028."),
        (("Publish the data¹ by 2027².",), "Publish the data by 2027."),
        (("Map 20 km² of coast.",), "Map 20 km² of coast."),
    ],
)
def test_lines_are_joined_as_they_were_wrapped_and_notes_are_no_wording(lines, text):
    document = read("1. Coast", "• " + lines[0], *lines[1:], "2. Sea", "• Map it.")
    assert document.bullets[0].text == text


def test_the_marks_of_footnotes_in_markdown_are_no_wording():
    document = read(
        "# Plan", "## Coast", "- Publish it[^1] by 2027.", "", "[^1]: See the act.", "## Sea"
    )
    assert [bullet.text for bullet in document.bullets] == ["Publish it by 2027."]
    assert "note" in [left.reason for left in document.leftovers]


def test_a_cell_that_names_somebody_without_a_code_is_not_overruled_by_the_heading():
    table = (
        "| Activity | Owner | Due |",
        "|---|---|---|",
        "| Build it | Coast Office | June 2027 |",
        "| Judge it | Independent reviewer | 2028 |",
        "| Fund it | Whoever wins the tender that the Council will hold | 2028 |",
        "| Use it | TBC | 2029 |",
    )
    lines = ("# Plan", "## Action 1: Coast", "Lead: NASA", "", *table, "## Action 2: Sea")
    assert [one.rpartition(" ")[2] for one in drafted(*lines)] == [
        "Coast_Office", "Independent_reviewer", "2028", "NASA"
    ]  # fmt: skip
    (told,) = draft_plan(read(*lines), {}).unknown
    assert told == ("Whoever wins the tender that the Council will hold", 1)


@pytest.mark.parametrize(
    ("head", "title", "first"),
    [
        (("Marine Data", "Action Plan", "2026–2030", "Marine Data Action Plan 2026–2030"),
         "Marine Data Action Plan 2026–2030", "2026.."),
        (("SEA PLAN FOR ALL", "2026–2030"), "SEA PLAN FOR ALL", "2026.."),
        (("Soil Strategy: Plan 2025-26 to 2029-30",), "Soil Strategy: Plan 2025-26 to 2029-30",
         "FY2025.."),
    ],
)  # fmt: skip
def test_the_head_says_title_and_first_year_also_in_several_lines(head, title, first):
    document = read(*head, "", "1. Coast", "• Report annually.", "2. Sea", "• Map it.")
    assert document.title == title
    assert str(draft_plan(document, {}).milestones[0].target) == first


def test_what_stands_between_a_heading_and_its_section_is_no_chart():
    document = read("Commitment 1", "Open data", "", "Why: it helps.", "", "Milestones",
                    "1. Publish it – June 2027", "2. Test it – June 2028", "",
                    "Commitment 2", "Open law", "", "Milestones", "1. Say it – May 2027",
                    "2. Do it – May 2028")  # fmt: skip
    assert [left.reason for left in document.leftovers if left.text == "Why: it helps."] == [
        "not-read"
    ]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Responsible: CSIRO", ("owner", "CSIRO")),
        ("**Lead implementing organisation(s):** Cabinet Office", ("owner", "Cabinet Office")),
        ("Owner(s): DG DEFIS.", ("owner", "DG DEFIS")),
        ("Lead Department: DFO", ("owner", "DFO")),
        ("Supporting: Cefas, MCA", ("support", "Cefas, MCA")),
        ("Timeframe: Short term (2025-26)", ("time", "Short term (2025-26)")),
        ("*Timeline:* June 2025 to December 2027", ("time", "June 2025 to December 2027")),
        ("Due: TBC", ("time", "TBC")),
        ("Status: On track", ("status", "On track")),
        ("RAG rating: Amber", ("status", "Amber")),
        ("Budget: $2 million", ("other", "$2 million")),
        ("Schedule: agree on one with all partners", None),
        ("Resources: find more of them", None),
        ("Partners: engage with universities", None),
        ("Progress: we have done much", None),
        ("Leaders: NASA", None),
        ("The lead: NASA", None),
        ("Status of the fleet by 2027", None),
    ],
)
def test_a_line_that_is_nothing_but_a_field(line, field):
    assert field_line(line) == field


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("Open it by 2027. Timeframe: Short term (2025-26).", "Open it by 2027.",
         {"time": "Short term (2025-26)"}),
        ("Open it. Status: On track Timeline: 2026-27", "Open it.",
         {"status": "On track", "time": "2026-27"}),
        ("Open it. Lead: NASA. Due: 2027", "Open it. Lead: NASA.", {"time": "2027"}),
        ("Open it. Start: FY26  Target completion: FY30", "Open it.", {"time": "FY26 to FY30"}),
        ("Open it. Start date: May 2027", "Open it.", {"time": "from May 2027"}),
        ("Start: open the port by 2027", "Start: open the port by 2027", {}),
        ("Status: On track", "Status: On track", {}),
        ("Zero-emission buses: replace half by 2028.", "Zero-emission buses: replace half by 2028.", {}),
        ("Agree on the status: open or closed.", "Agree on the status: open or closed.", {}),
    ],
)  # fmt: skip
def test_the_fields_at_the_end_of_an_item_are_told_apart(text, words, fields):
    assert split_fields(text) == (words, fields)


def test_fields_below_a_heading_hold_for_its_items_and_those_below_an_item_for_it():
    assert drafted(
        "# Plan 2025",
        "## Commitment 1: Contracts",
        "- **Lead agency:** Cabinet Office",
        "- **Supporting:** NASA",
        "- **Timeline:** June 2025 to December 2027",
        "",
        "- Draft the standard.",
        "- Test it by March 2026.",
        "  - Owner: NASA",
        "  - Status: Complete",
        "- Make it law.",
        "",
        "  Due: May 2028",
        "## Commitment 2: Registers",
    ) == [
        "1-1 window 2025-06..2027-12 Cabinet_Office",
        "1-2 deadline 2028-05 Cabinet_Office",
    ]


def test_a_heading_with_fields_alone_is_the_commitment():
    lines = (
        "# Plan",
        "## Goal 1: Soils",
        "### Action 1.1: Build the archive",
        "- Responsible: CSIRO",
        "- Timeframe: 2026-27",
        "### Action 1.2: Map the soils",
        "- Responsible: NASA",
        "- Publish a map by June 2027.",
        "## Goal 2: Water",
    )
    assert drafted(*lines) == ["1-1 deadline FY2026 CSIRO", "1-2 deadline 2027-06 NASA"]
    assert read(*lines).bullets[0].text == "Action 1.1: Build the archive"


def test_a_row_that_is_complete_is_a_result_and_one_on_track_is_under_way():
    document = read(
        "# Plan", "## Goal 1: A", "| Action | Due | Status |", "|---|---|---|",
        "| **Group** | | |", "| Build it | June 2026 | Complete |",
        "| Test it | June 2027 | On track |", "| Use it | June 2028 | Not started |", "## Goal 2: B",
    )  # fmt: skip
    assert [one.text for one in document.results] == ["Build it | June 2026 | Complete"]
    assert [one.status for one in draft_plan(document, {}).milestones] == ["active", "planned"]
    assert {one.subhead for one in document.bullets} == {"Group"}


def test_what_is_nested_in_a_dated_item_shares_its_time():
    assert drafted(
        "# Plan",
        "## A",
        "- NASA will hire five people by June 2027:",
        "  - two in the south",
        "- EA will hire ten by June 2028",
        "  - two in the north",
        "  - three in the west by 2029",
        "- Train them.",
        "## B",
    ) == [
        "1-1 deadline 2027-06 NASA",
        "1-2 deadline 2028-06 EA",
        "1-3 deadline 2028-06 EA",
        "1-4 deadline 2029 EA",
        "1-5 ongoing",
    ]


def test_numbers_of_two_levels_head_parts_or_lead_items():
    headed = (
        "Objective 1: Supply", "", "Action 1.1 – Build", "Lead: EA", "", "• Build it by 2027.", "",
        "Action 1.2 – Mend", "Lead: NASA", "", "• Mend it by 2028.", "", "Objective 2: Rivers", "",
        "Action 2.1 – Clean", "Lead: EA", "", "• Clean it by 2029.",
    )  # fmt: skip
    assert [sub.title for topic in read(*headed).topics for sub in topic.subsections] == [
        "Build", "Mend", "Clean",
    ]  # fmt: skip
    assert drafted(*headed) == [
        "1-1 deadline 2027 EA",
        "1-2 deadline 2028 NASA",
        "2-1 deadline 2029 EA",
    ]
    numbered = (
        "1. Defend", "", "1.1 The Cabinet Office will publish it by June 2026.",
        "1.2 Run an exercise every year, beginning in 2027, and share what", "was learned.", "",
        "2. Skills", "", "2.1 Spend 2.5 million on places by the end of 2026/27.",
    )  # fmt: skip
    assert drafted(*numbered) == [
        "1-1 deadline 2026-06 Cabinet_Office", "1-2 recurring 2027..", "2-1 deadline FY2026",
    ]  # fmt: skip


def test_numbers_of_two_levels_head_topics_where_nothing_else_does():
    assert drafted(
        "Milestone 1.1: Floats", "Responsible: DFO", "DFO will deploy 40 floats by March 2026.",
        "Status: On track", "", "Milestone 2.1: Stations", "Responsible: DFO",
        "Establish three stations by Q4 FY2026-27.", "Status: Not started",
    ) == ["1-1 deadline 2026-03 DFO", "2-1 deadline FY2026Q4 DFO"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Establish three stations by Q4 FY2026-27.", True),
        ("Hire ten people before the end of 2027.", True),
        ("Report no later than 31 March 2028.", True),
        ("Open the archive to all by early 2029.", True),
        ("Plant trees until December 2030.", True),
        ("Cut costs by late 2027.", True),
        ("Co-design a network by June 2027.", True),
        ("Fund 10 fellowships per year.", True),
        ("The fleet grew by 2019.", False),
        ("Emissions fell by 20 per cent in 2019.", False),
        ("In 2019 the plan was made by 2018 staff.", False),
        ("Establish three stations.", False),
        ("Scotland has 2027 islands.", False),
        ("This was done by 2020.", False),
    ],
)
def test_a_paragraph_that_says_what_to_do_by_when_is_an_item(text, item):
    assert commits(text) == item


def test_a_field_that_returns_is_no_running_head():
    goals = [
        line
        for number, word in enumerate(("Build", "Mend", "Clean", "Close"), 1)
        for line in (f"{number}. Topic", "Lead: Coast Office", f"• {word} it by 2027.")
    ]
    assert [one.split()[3] for one in drafted(*goals)] == ["Coast_Office"] * 4


@pytest.mark.parametrize(
    "lines",
    [
        ("Plan national", "1. Mer", "- Publier les données avant le 30 juin 2027.",
         "- Déployer des bouées d'ici la fin de 2028.", "2. Terre", "- Aider les communes."),
        ("Nationaler Plan", "1. Meer", "- Veröffentlichung der Daten bis zum 1. Juni 2027.",
         "- Bis Ende 2028 werden im Norden Bojen ausgebracht.", "2. Land", "- Berichte der Länder."),
        ("Plan de mar", "1. Mar", "- Publicar los datos antes del 30 de junio de 2027.",
         "- Desplegar las boyas en 2028.", "2. Tierra", "- Ayudar a las comunas."),
    ],
)  # fmt: skip
def test_of_another_language_no_time_is_read_and_every_title_is_whole(lines):
    draft = draft_plan(read(*lines), {})
    assert draft.language == ""
    assert {(one.kind, one.target, one.sure) for one in draft.milestones} == {
        ("ongoing", None, "low")
    }
    assert [one.title for one in draft.milestones] == [
        line[2:].rstrip(".") for line in lines if line.startswith("- ")
    ]


@pytest.mark.parametrize("words", ["La Niña and El Niño data", "The Den, a lab", "Et al. reports"])
def test_a_foreign_name_makes_no_other_language(words):
    assert (
        draft_plan(read("1. Sea", f"- Publish the {words}.", "2. Air", "- Go."), {}).language
        == "en"
    )


def test_a_day_before_a_dash_and_breaks_in_cells():
    assert read("# Plan", "Arctic Office | December 2024", "## A", "- b").date_hint == "2024-12"
    document = read(
        "# Roadmap", "October 2026 — Office of Science", "## Pillar 1: A",
        "| Action | Timeline | Lead |", "|---|---|---|",
        "| Publish guidance<br>on it | 2027 | Treasury<br>HUD |", "## Pillar 2: B",
    )  # fmt: skip
    assert document.date_hint == "2026-10"
    (one,) = draft_plan(document, {}).milestones
    assert (one.title, one.owner) == ("Publish guidance on it", ("TREASURY", "HUD"))


def test_what_heads_or_introduces_the_next_list_does_not_go_on_with_the_last_bullet():
    assert drafted(
        "1. Data", "By December 2026, the Data Board will:", "(a) adopt it;",
        "(b) retire the three portals in use (EA).", "Further work on services",
        "• Keep the feeds running (EA).", "From April 2027, the Coast Office will also:",
        "• share its data. This is", "Not the end of it.", "• train its staff. See the", "annex",
        "2. Skills", "• Train people.",
    ) == [
        "1-1 deadline 2026-12 Data_Board", "1-2 deadline 2026-12 EA", "1-3 ongoing  EA",
        "1-4 start 2027-04 Coast_Office", "1-5 start 2027-04 Coast_Office", "2-1 ongoing",
    ]  # fmt: skip


def test_numbers_without_a_stop_head_topics_where_they_stand_apart():
    assert drafted(
        "       Health Roadmap", "", "1      Records", "", "       Lead: NASA", "",
        "       •   Give access by 31 December", "           2027 to all.", "",
        "2      Staff", "", "       •   Train 5,000 nurses over 2026–2028.", "",
    ) == ["1-1 deadline 2027-12-31 NASA", "2-1 window 2026..2028"]  # fmt: skip


def test_a_line_in_italics_is_no_item_and_a_link_may_be_wrapped():
    found = read(
        "# Plan",
        "## Action 1: Maps",
        '*"Maps for all"*',
        "",
        "- publish the [new",
        "  standard](https://example.org/a) by 2027",
        "* open the *old* map by 2028",
        "## Action 2: Seas",
        "*Sea* levels are told in *italics*.",
        "- chart the bay",
    )
    assert [(one.id, one.text) for one in found.bullets] == [
        ("1-1", "publish the new standard by 2027"),
        ("1-2", "open the old map by 2028"),
        ("2-1", "chart the bay"),
    ]


@pytest.mark.parametrize(
    "names", [("Pillar A — ", "Pillar B — "), ("Goal I: ", "Goal II: "), ("THEME C. ", "THEME D. ")]
)
def test_letters_and_roman_numbers_head_topics_and_items_are_led_by_theirs(names):
    found = read(
        "SOIL ACTION PLAN 2026–2030",
        "3 March 2026",
        "",
        f"{names[0]}Know our soils",
        "",
        "A1. Finish the soil map of the plains by May 2027.",
        "A2. Open the archive by 2028.",
        "",
        f"{names[1]}Care for our soils",
        "",
        "B1. Publish a guide by 2027.",
        "B2. Halve peat extraction by 2030.",
    )
    assert [topic.title for topic in found.topics] == ["Know our soils", "Care for our soils"]
    assert [one.text for one in found.bullets] == [
        "Finish the soil map of the plains by May 2027.",
        "Open the archive by 2028.",
        "Publish a guide by 2027.",
        "Halve peat extraction by 2030.",
    ]


@pytest.mark.parametrize("day", ["3 March 2026", "14 June, 2027", "1 Sept 2028"])
def test_a_day_is_no_heading_without_a_stop(day):
    assert marks.bare_heading(day) is None
    assert marks.bare_heading("3 March to the sea") is not None


def test_a_part_without_a_verb_is_called_by_the_whole_sentence():
    found = draft_plan(
        read("Goal 1: Soil", "• Open it to labs in May 2026 and to all schools in June 2027."), {}
    ).milestones
    titles = [one.title for one in found]
    assert len(set(titles)) == 2 and all(title.startswith("Open it to labs") for title in titles)
