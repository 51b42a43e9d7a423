"""A small plan with every kind of milestone, for the tests of this folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support import HEADER, entry, history, milestone, plan_text

from spaceplan.plan_file.load import plan_of
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, Row, rows

DAY = date(2026, 11, 24)

BLOCKS = (
    milestone(
        "1-1",
        history(
            entry("2021-01-15", status="[planned, active]", note="first stage tested"),
            entry("2021-02-01", target="[FY2020, about FY2022]", reason="technical"),
            entry(
                "2023-03-07",
                "2023-03-07T10:20:30+09:00",
                status="[active, missed]",
                note='"the second stage did not ignite; lost, at sea"',
                source="https://example.org/h3",
            ),
        ),
        target="about FY2022",
        baseline="FY2020",
        title="{ja: 初号機の打上げ, en: First flight}",
        owner="[MEXT, JAXA, others]",
        status="missed",
    ),
    milestone(
        "1-2", target="FY2021..FY2022", kind="window", subsection="2", remark="{ja: 備考, en: why}"
    ),
    milestone("1-3", target="2019-06", title="{ja: 6月, en: '=1+1'}", partners="[JAXA, others]"),
    milestone(
        "1-4",
        history(
            entry("2019-10-01", occurred="true"),
            entry("2020-10-01", occurred="true"),
        ),
        target="FY2019..",
        kind="recurring",
        status="active",
    ),
    milestone("1-5", horizon="FY2030"),
    milestone("1-6", target="2019-09-30", title="{ja: 廃止, en: \"'quoted'\"}", status="planned"),
    milestone(
        "1-7",
        history(entry("2020-05-01", status="[planned, dropped]", reason="budget")),
        target="mid-2024",
        status="dropped",
    ),
    "  - id: 2-1\n    same_as: 1-1\n    charts: [7]\n    text: t-0000000000000000\n",
)


def plan_from(*blocks: str, header: str = HEADER) -> Plan:
    """The plan of these blocks."""
    text = plan_text(*blocks, header=header)
    return plan_of(text.encode("utf-8"), Path("milestones.yaml")).plan


def small_plan() -> Plan:
    """The plan of ``BLOCKS``."""
    return plan_from(*BLOCKS)


def all_rows(plan: Plan) -> list[Row]:
    """Every milestone of a plan, judged on ``DAY``."""
    return rows(plan, DAY, Filter())
