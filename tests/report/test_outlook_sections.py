"""What a report says of risks, remedies, what lacks a reason and what nobody looked at."""

from __future__ import annotations

import json

import pytest
from support import Run, WritePlan, entry, history, milestone

from spaceplan.report.sections import LONGEST

PERIOD = ("--since", "2022-06-01", "--until", "2022-06-07")
MEXT = "MEXT Ministry of Education, Culture, Sports, Science and Technology"


@pytest.fixture(autouse=True)
def plan(write_plan: WritePlan) -> None:
    told = entry("2022-04-01", reason="technical", remedy="a second engine", remedy_by="2022-05-31")
    write_plan(
        milestone("1-1", target="FY2022", forecast="FY2024", after="[1-2]", confidence="low"),
        milestone("1-2", history(told), target="FY2020"),
        milestone("1-3", target="FY2019", owner="[CAO]"),
        milestone("2-1", target="FY2018"),
        milestone("2-2", history(entry("2022-05-01", note="seen")), target="FY2025"),
    )


def section(text: str, title: str) -> list[str]:
    """The first cells of a section's rows."""
    part = text.split(f"## {title}", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in part.splitlines() if line.startswith("| ")]
    return [line.strip("| ") for line in rows[2:]] if len(rows) > 1 else []


def report(run: Run, *more: str) -> str:
    return run("report", *PERIOD, *more).out


def test_what_is_at_risk_is_told_with_the_reason(run: Run) -> None:
    text = report(run)
    assert "## At risk (1)" in text
    assert (
        "expected FY2024 (low confidence) and waits for 1-2, overdue (target FY2020)" in text
        or "expected FY2024 (low confidence), waits for 1-2, overdue (target FY2020)" in text
    )
    japanese = report(run, "--lang", "ja")
    assert "見込みに懸念があるもの" in japanese and "1-2を待つ（期限超過、目標 2020年度" in japanese


def test_a_remedy_past_its_time_is_late(run: Run) -> None:
    text = report(run)
    assert "## Remedies to be done (1)" in text
    assert "| 1-2 | Item 1-2 | a second engine | 2022-05-31 | 7 days | MEXT |" in text


def test_what_lacks_a_reason_stands_worst_first_until_one_is_told(run: Run) -> None:
    text = report(run)
    assert "## Late or slipped without a reason (2)" in text
    assert text.index("| 2-1 | Item 2-1 | FY2018") < text.index("| 1-3 | Item 1-3 | FY2019")
    assert "| 1-2 | Item 1-2 | FY2020 | FY2020 |" not in text


def test_what_nobody_looked_at_stands_by_owner(run: Run) -> None:
    part = report(run).split("## Without news for long, by owner (3)")[1].split("\n## ")[0]
    assert part.index("| 1-3 |") < part.index("| 2-1 |") < part.index("| 1-1 |")
    assert "2-2" not in part and "3 years 5 months" in part


def test_a_long_list_without_reason_or_news_is_told_by_owner_with_the_command_that_lists_it(
    run: Run, write_plan: WritePlan
) -> None:
    late = [milestone(f"1-{n}", target="FY2019", owner="[CAO, MEXT]") for n in range(LONGEST)]
    write_plan(*late, milestone("2-1", target="FY2025", owner="[]"))
    part = report(run).split("## Without news for long, by owner (21)")[1].split("\n## ")[0]
    rows = [line.strip("| ") for line in part.splitlines() if line.startswith("| ")][2:]
    assert rows == ["CAO Cabinet Office | 20 | 20", f"{MEXT} | 20 | 20", "no owner | 1"]
    assert "spaceplan list --flag stale --as-of 2022-06-07" in part
    assert "a joint milestone counts for each of its owners" in part
    assert "| 1-3 | Item 1-3 | FY2019 | FY2019 |" in report(run), "20 without a reason are listed"
    told = json.loads(run("report", *PERIOD, "--format", "json").out)
    assert len(told["stale"]) == len(told["milestones"]) == 21
    assert "| 1-3 |" in report(run, "--lang", "ja").split("理由が記録されていないもの（20件）")[1]


def test_due_lists_remedies_and_overdue_has_them_in_its_footer(run: Run) -> None:
    late = run("due", "--remedies", "--as-of", "2022-06-07")
    assert (
        "a second engine" in late.out
        and "1 remedy due in FY2022 or late already, 1 of them late" in late.out
    )
    assert "1 remedy is past its time" not in late.out
    assert "remedy" in run("overdue", "--as-of", "2022-06-07").lines[-2]
    assert "1-2 (by 2022-05-31)" in run("overdue", "--as-of", "2022-06-07").out
    assert "1-2 (by" not in run("overdue", "--as-of", "2022-05-31").out
    ahead = run("due", "--remedies", "--by", "2022-06-30", "--as-of", "2022-05-01")
    assert "0 of them late" in ahead.out


@pytest.mark.parametrize("last", ["met", "none"])
def test_a_remedy_is_done_when_the_milestone_is_met_or_none_is_told(
    run: Run, write_plan: WritePlan, last: str
) -> None:
    told = entry("2022-04-01", remedy="a second engine", remedy_by="2022-05-31")
    more = {
        "met": entry("2022-05-02", status="[planned, done]"),
        "none": entry("2022-05-02", remedy="none"),
    }[last]
    status = "done" if last == "met" else "planned"
    write_plan(milestone("1-1", history(told, more), target="FY2020", status=status))
    assert "0 remedies" in run("due", "--remedies", "--as-of", "2022-06-07").out
    assert "past" not in run("overdue", "--as-of", "2022-06-07").out


def test_check_gives_a_notice_with_the_count(run: Run) -> None:
    outcome = run("check")
    assert outcome.code == 0
    assert "milestones slipped or late by much without a reason, worst of all 2-1" in outcome.out
    assert run("check", "--strict").code == 0


def test_due_says_in_its_footer_what_is_at_risk_and_why(run: Run) -> None:
    out = run("due", "--fy", "2022", "--as-of", "2022-06-07").out
    assert "at risk: 1-1 (expected FY2024 (low confidence)" in out
