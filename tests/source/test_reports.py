"""Tables that report: what a row promises and what came of it, in columns of their own."""

from __future__ import annotations

import pytest

from spaceplan.source.compare.item import items_of
from spaceplan.source.compare.told import match_results
from spaceplan.source.draft.draft import reference_of
from spaceplan.source.read.fields import is_done
from spaceplan.source.read.reader import read_document

Rows = list[str]


def table(head: str, *rows: str, section: str = "") -> tuple[Rows, Rows]:
    """(plans, results) of a Markdown table under one heading."""
    rule = "|" + "---|" * (head.count("|") - 1)
    above = [f"### {section}", ""] if section else []
    text = "\n".join(["# Plan", "", "## 1. One", "", *above, head, rule, *rows, "", "## 2. Two"])
    document = read_document(text, "d")
    return [one.text for one in document.bullets], [one.text for one in document.results]


BUILD = "Build it"
ISSUED = "The call was issued on 3 May 2025."


@pytest.mark.parametrize(
    ("head", "row", "plans", "results"),
    [
        # A commitment and what was done so far.
        (
            "| Commitment | Due | Progress since 2024 |",
            f"| {BUILD} | June 2027 | {ISSUED} |",
            [f"{BUILD} | June 2027"],
            [ISSUED],
        ),
        (
            "| Action | Lead | Status update |",
            f"| {BUILD} | NASA | The design has been agreed, but no contract has been let |",
            [f"{BUILD} | NASA"],
            ["The design has been agreed, but no contract has been let"],
        ),
        (
            "| Action | What has been done | When |",
            f"| {BUILD} | Two of five wards were opened. | June 2027 |",
            [f"{BUILD} | June 2027"],
            ["Two of five wards were opened."],
        ),
        (
            "| 取組 | 担当 | 期限 | 進捗状況 |",
            "| 堤防を整備する。 | 国交省 | 2027年度 | 2024年5月に工事に着手した。 |",
            ["堤防を整備する。 | 国交省 | 2027年度"],
            ["2024年5月に工事に着手した。"],
        ),
        (
            "| 施策 | 期限 | 実績 |",
            "| 検査を行う。 | 2027年度 | ３病院で検査を始めている。 |",
            ["検査を行う。 | 2027年度"],
            ["3病院で検査を始めている。"],
        ),
        (
            "| 取組内容 | 期限 | 実施状況 |",
            "| 港を直す。 | 2027年度 | 入札が不調となった。 |",
            ["港を直す。 | 2027年度"],
            ["入札が不調となった。"],
        ),
        # A word on how far it is, what is to come, and nothing at all are no reports.
        (
            "| Action | Due | Status |",
            f"| {BUILD} | June 2027 | On track |",
            [f"{BUILD} | June 2027 | On track"],
            [],
        ),
        (
            "| Action | Due | Progress |",
            f"| {BUILD} | June 2027 | – |",
            [f"{BUILD} | June 2027"],
            [],
        ),
        (
            "| Action | Due | Progress |",
            f"| {BUILD} | June 2027 | It will be tendered in May 2026. |",
            [f"{BUILD} | June 2027 | It will be tendered in May 2026."],
            [],
        ),
        (
            "| Action | Due | Outcome |",
            f"| {BUILD} | June 2027 | Safer ports for all |",
            [f"{BUILD} | June 2027 | Safer ports for all"],
            [],
        ),
        (
            "| 取組 | 期限 | 進捗状況 |",
            "| 港を直す。 | 2027年度 | 2026年度に着工予定。 |",
            ["港を直す。 | 2027年度 | 2026年度に着工予定。"],
            [],
        ),
        (
            "| 取組 | 期限 | 実績値（KPI） |",
            "| 港を直す。 | 2027年度 | 12か所 |",
            ["港を直す。 | 2027年度 | 12か所"],
            [],
        ),
        # What is complete is reported as a whole.
        (
            "| Action | Due | Status |",
            f"| {BUILD} | June 2025 | Completed in May 2025. |",
            [],
            [f"{BUILD} | June 2025 | Completed in May 2025."],
        ),
        (
            "| 取組 | 期限 | 状況・進捗 |",
            "| 港を直す。 | 2024年度 | 完了 |",
            [],
            ["港を直す。 | 2024年度 | 完了"],
        ),
        # Nothing but what was promised and what came of it.
        (
            "| Commitment in the first edition | What happened |",
            f"| Call for proposals | {ISSUED} |",
            [],
            [f"Call for proposals | {ISSUED}"],
        ),
        ("| 取組 | 実績 |", "| 公募 | 5月に行った。 |", [], ["公募 | 5月に行った。"]),
    ],
)
def test_rows_that_report(head: str, row: str, plans: Rows, results: Rows) -> None:
    told = table(head, row)
    assert ([one.replace("３", "3") for one in told[0]], len(told[1])) == (plans, len(results))
    assert [one.replace("３", "3") for one in told[1]] == results


def test_under_a_heading_of_results_a_row_is_one() -> None:
    head = "| Commitment | What happened |"
    rows = ("| Wards | Two of five. |", "| Call for proposals | None |")
    plans, results = table(head, *rows, section="Progress since March 2024")
    assert plans == [] and results == ["Wards | Two of five.", "Call for proposals | None"]


def test_what_a_row_reports_tells_of_what_the_row_goes_on_from() -> None:
    head = "# Plan\n\n## 1. One\n\n"
    table = "| Action | Due | Progress |\n|---|---|---|\n"
    old = read_document(
        f"{head}| Action | Due |\n|---|---|\n| Select the sites of the tide gauges | June 2025 |\n"
        "| Train the pilots of the harbour | June 2025 |\n\n## 2. Two\n",
        "old",
    )
    new = read_document(
        f"{head}{table}| Build the tide gauges | June 2027 | Fourteen were selected. |\n"
        "| Train the pilots of the estuary | June 2027 | Forty pilots were trained. |\n\n## 2. Two\n",
        "new",
    )
    told = match_results(items_of(old, reference_of(old)), new.results)
    assert [(one.item, one.result.text) for one in told] == [
        ("1-1", "Fourteen were selected."),
        ("1-2", "Forty pilots were trained."),
    ]


@pytest.mark.parametrize(
    ("status", "done"),
    [
        ("Complete", True),
        ("✔ Completed in May 2025", True),
        ("Delivered – see annex", True),
        ("Fully implemented", True),
        ("Achieved ahead of time", True),
        ("Completed May 2025", True),
        ("Closed on 3 May 2025", True),
        ("完了", True),
        ("措置済み", True),
        ("達成（2024年度）", True),
        ("Delivered 3 of 12 workshops", False),
        ("Implemented in two regions", False),
        ("Completed by June 2027", False),
        ("Partially complete", False),
        ("Met two of five aims", False),
        ("完了予定", False),
        ("一部完了", False),
        ("未達成", False),
    ],
)
def test_what_says_that_a_row_is_done(status: str, done: bool) -> None:
    assert is_done(status) is done
