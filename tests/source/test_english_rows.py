"""English tables: which column holds what, cells that send to another, and who counts the years."""

import pytest

from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.source.draft.draft import draft_plan, reference_of
from spaceplan.source.draft.header import header_of
from spaceplan.source.draft.read_row import read_item
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.reader import read_document
from spaceplan.source.read.tables import read_columns


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Measure|Responsible|Deadline|Performance indicator", "body owner time measure"),
        ("No.|Measures|Lead|By", " body owner time"),
        ("Policy measure|Timeline|Led by", "body time owner"),
        ("Action|Delivered by|By when|Measure", "body owner time measure"),
        ("Action|Lead|Measure of success|Due", "body owner measure time"),
        ("Goal|Lead|Due|Measures", "body owner time measure"),
        ("Step|Entity|Complete by|Indicator", "body owner time measure"),
        ("Commitment|By whom|By", "body owner time"),
        ("Task|Managed by|Quarter|KPI", "body owner time measure"),
    ],
)
def test_what_a_column_is_called_says_what_it_holds(header, roles):
    names = header.split("|")
    rows = [["Publish the register of wells"] * len(names)]
    assert " ".join(read_columns(names, rows).roles) == roles


REFERENCE = Reference(rule=FiscalRule(1))


@pytest.mark.parametrize(
    ("body", "time", "said"),
    [
        ("Open the port by 2027; begin the quay in 2028", "See action",
         "deadline 2027, start 2028"),
        ("Publish it (Q3 2026) and amend the Act (Q4 2027)", "As stated",
         "window 2026-07..2026-09, window 2027-10..2027-12"),
        ("Plant trees by 2027 and thin them by 2029", "various dates",
         "deadline 2027, deadline 2029"),
        ("Test the wells by May 2027", "see text", "deadline 2027-05"),
        ("Draft it by 2026, and adopt it by 2027", "–", "deadline 2026, deadline 2027"),
        ("Train the nurses", "Phased", "ongoing"),
        ("Train the nurses", "Seen in 2027", "deadline 2027"),
        ("Commence the works at the mole", "Q2 2027", "start 2027-04..2027-06"),
        ("Begin construction of the rail link", "Spring 2028", "start 2028-03..2028-05"),
        ("Start the works", "From 2027 to 2029", "window 2027..2029"),
        ("Build the lock", "Q4 2026 – Q2 2028", "window 2026-10..2028-06"),
        ("Dig the wells", "spring 2027 to autumn 2028", "window 2027-03..2028-11"),
        ("Move the herd", "Q1 2027, Q3 2027", "ongoing"),
        ("Plant reeds", "From Q1 2027", "start 2027-01..2027-03"),
        ("Share the data in time for the review that the Council plans for 2029", "Q3 2026",
         "window 2026-07..2026-09 → 2029"),
    ],
)  # fmt: skip
def test_a_row_commits_by_its_cell_of_times_or_where_that_sends(body, time, said):
    found = read_item("", REFERENCE, "", {"body": body, "time": time})
    read = [
        f"{one.kind} {one.target or ''}".strip() + (f" → {one.horizon}" if one.horizon else "")
        for one in found
    ]
    assert ", ".join(read) == said


def plan(*said):
    return read_document("\n".join(["# Plan", "", *said, "", "## A", "", "- Do it in FY 27."]), "d")


@pytest.mark.parametrize(
    ("said", "starts", "named_by"),
    [
        ("Fiscal years run from April 1 to March 31.", 4, "start"),
        ("“FY” means the federal fiscal year, which runs from October 1 to September 30.", 10, "end"),
        ("The financial year begins on 1 July and is named for the year in which it ends.", 7, "end"),
        ("The financial year begins on 1 July and is named after the year it begins in.", 7, "start"),
        ("A fiscal year starts in January.", 1, "start"),
        ("Our financial year runs from the 1st of April. It is named by the year in which it ends.",
         4, "end"),
        ("Canada and the Canadian provinces met NASA.", 4, "start"),
        ("NASA, NOAA and the United States met Canada.", 10, "end"),
        ("Canadian years run, unlike those of the European Union, Canada says.", 4, "start"),
        ("Financial years are those of the bank. Trains run from April to May.", 1, "start"),
    ],
)  # fmt: skip
def test_the_fiscal_year_is_what_the_document_says_or_that_of_the_country_it_names_most(
    said, starts, named_by
):
    assert header_of(plan(said)).rule == FiscalRule(starts, named_by)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Complete the treatment plants at Aughrus, Cleggan and Letterfrack and cease the discharge"
            " of waste there",
            "Complete the treatment plants at Aughrus, Cleggan and Letterfrack and cease the discharge"
            " of waste there",
        ),
        (
            "Survey the harbours, bridges and locks of the northern canals that were built by hand,"
            " using new radar",
            "Survey the harbours, bridges and locks of the northern canals that were built by hand",
        ),
        (
            "Hold a course on the new rules for ballast water in the ports of the north,"
            " drawing on the last one",
            "Hold a course on the new rules for ballast water in the ports of the north",
        ),
    ],
)
def test_a_long_title_does_not_end_in_the_middle_of_a_list(text, title):
    found = draft_plan(read_document(f"# Plan\n\n## A\n\n- {text}.\n\n## B\n\n- Go.\n", "d"), {})
    assert found.milestones[0].title == title


@pytest.mark.parametrize(
    ("said", "starts", "first"),
    [
        ("All years are calendar years; Q1 to Q4 are their quarters.", 1, "2026.."),
        ("All dates refer to calendar years. The United Kingdom took part.", 1, "2026.."),
        ("Years are calendar years. Canada and the Canadian provinces agree.", 1, "2026.."),
        ("In all cases years mean calendar years. All years named are the calendar year.", 1, "2026.."),
        ("All the years given are calendar years, said the Government of India.", 1, "2026.."),
        ("The wells are old. Dates are calendar years in New Zealand.", 1, "2026.."),
        ("Other years are calendar years. The United Kingdom took part.", 4, "FY2026.."),
        ("All years are calendar years, fiscal years excepted, in Canada.", 4, "FY2026.."),
        ("The years of drought are calendar years in Canada.", 4, "FY2026.."),
        ("All years were good. Canada counts calendar years.", 4, "FY2026.."),
        ("Financial years run from 1 July and are named by the year in which they begin.", 7, "FY2025.."),
        ("All calendar years are long in Canada.", 4, "FY2026.."),
    ],
)  # fmt: skip
def test_where_all_years_are_calendar_years_what_recurs_does_so_in_them(said, starts, first):
    text = (
        f"# Plan\n\n12 May 2026\n\n{said}\n\n## A\n\n- Count the boats annually.\n\n## B\n\n- Go.\n"
    )
    document = read_document(text, "d")
    rule = header_of(document).rule
    found = draft_plan(document, {}, reference_of(document, rule=rule)).milestones[0]
    assert (rule.starts, str(found.target)) == (starts, first)


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Actions from FY2027", "FY2027"),
        ("Commitments from 2028 onwards", "2028"),
        ("Planned actions, FY 2029 Onward", "FY2029"),
        ("Next steps for 2027/28", "2027-28"),
        ("Measures in 2027-2030", "2027"),
        ("Priorities: FY27 and beyond", "FY2027"),
        ("Actions", ""),
        ("Actions to 2030", ""),
        ("Actions under the 2025 edition", ""),
        ("Remaining commitments after 2026", ""),
        ("Actions by FY2030", ""),
        ("Progress from 2024", ""),
    ],
)
def test_a_heading_says_from_when_its_plans_are(heading, first):
    document = read_document(
        f"# Plan\n\n## A\n\n### {heading}\n\n- Dig wells.\n\n## B\n\n- Go.\n", "d"
    )
    assert document.plans_from == first
