"""What is gone with its date is settled only by a result that tells it as met."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ENGLISH = (
    """\
Ports Plan

Approved 9 January 2024

1. People

- Ban plastic wipes by 2025.
- Build the noise barrier by 2025.
- Recruit 50 officers by 2025.
- Publish the flood strategy by 2025.
- Keep the seed bank.
- Dredge the northern berth by 2025.
""",
    """\
Ports Plan

Approved 3 February 2026

1. People

1.1 Progress to date

\f- The contract for the noise barrier was awarded in May 2025.
- A total of 21 officers were recruited.
- The flood strategy was published in July 2025.
- The seed bank is in good order.

1.2 Next steps

- Count the fish by 2027.
""",
)
JAPANESE = (
    """\
港計画
令和5年4月1日決定
1. 港
（1）令和5年度以降の取組
- 防波堤を令和6年度に完成させる。
- 条例を令和6年度に制定する。
- 灯台を令和6年度に改修する。
""",
    """\
港計画
令和7年4月1日決定
1. 港
（1）令和6年度末までの取組状況
\f- 防波堤の基本設計を完了した。
- 条例を制定した。
（2）令和7年度以降の取組
- 船を令和9年度に造る。
""",
)


@pytest.fixture(params=[("en", ENGLISH), ("ja", JAPANESE)], ids=["en", "ja"])
def lang(request: pytest.FixtureRequest, folder: Path) -> str:
    name, (old, new) = request.param
    Path("old.txt").write_text(old, "utf-8")
    Path("new.txt").write_text(new, "utf-8")
    return str(name)


GONE = {
    "en": {
        "gone-unreported": ["1-1", "1-6"],
        "gone-partly": ["1-2", "1-3"],
        "gone-met": ["1-4"],
    },
    "ja": {"gone-unreported": ["1-3"], "gone-partly": ["1-1"], "gone-met": ["1-2"]},
}
PAGE = {
    "en": [
        "Gone, reported only in part (2)",
        "  1-2  Build the noise barrier by 2025. (deadline 2025) → The contract for the noise "
        "barrier was awarded in May 2025. (p. 2)",
        "Gone and told as met: to be confirmed (1): 1-4",
    ],
    "ja": [
        "なくなり、実績の報告は一部だけ（1）",
        "  1-1  防波堤を令和6年度に完成させる。 (期限 2024年度（令和6年度）) → 防波堤の基本設計を完了した。 (p. 2)",
        "なくなり、達成と報告された（要確認）（1）: 1-2",
    ],
}


def test_a_dated_commitment_that_is_gone_is_settled_by_what_tells_it_as_met(
    run: Any, lang: str
) -> None:
    data = json.loads(run("source", "diff", "old.txt", "new.txt", "--json").out)
    gone: dict[str, list[str]] = {}
    for one in data["act_on"]:
        if one["what"].startswith("gone"):
            gone.setdefault(one["what"], []).append(one["old"])
    assert gone == GONE[lang]
    said = {one["old"]: one["results"] for one in data["act_on"]}
    told = {one["id"]: [one["wording"]] for one in data["results"]}
    for name in (*GONE[lang]["gone-partly"], *GONE[lang]["gone-met"]):
        assert said[name] == told[name]


def test_the_page_and_the_table_say_so_with_the_result(run: Any, lang: str) -> None:
    lines = run("source", "diff", "old.txt", "new.txt", "--lang", lang).lines
    assert [line for line in PAGE[lang] if line not in lines] == []
    result = PAGE[lang][1].partition(" → ")[2].removesuffix(" (p. 2)")
    for name in ("act.md", "act.html", "act.txt"):
        run("source", "diff", "old.txt", "new.txt", "--summary", name, "--lang", lang)
        written = Path(name).read_text("utf-8")
        assert " ".join(result.split()[:3]) in " ".join(written.split())
    rows = [line for line in Path("act.md").read_text("utf-8").splitlines() if "1-4" in line]
    assert len(rows) == (lang == "en")


MANY = "\n".join(f"- Publish the {what} strategy by 2025." for what in ("flood", "heat", "noise"))
DONE = MANY.replace("Publish the", "The").replace(" by 2025", " was published in May 2025")


def test_all_that_is_to_be_confirmed_stands_in_one_line(run: Any, folder: Path) -> None:
    Path("old.txt").write_text(f"Plan\n\n1. People\n\n{MANY}\n", "utf-8")
    Path("new.txt").write_text(
        f"Plan\n\n1. People\n\n1.1 Progress to date\n\n{DONE}\n\n1.2 Next steps\n\n- Count fish.\n",
        "utf-8",
    )
    lines = run("source", "diff", "old.txt", "new.txt").lines
    assert "Gone and told as met: to be confirmed (3): 1-1, 1-2, 1-3" in lines
    run("source", "diff", "old.txt", "new.txt", "--summary", "act.md")
    (row,) = [one for one in Path("act.md").read_text("utf-8").splitlines() if "1-1" in one]
    assert "1-1, 1-2, 1-3" in row and "3" in row.partition("1-1")[0]


@pytest.mark.parametrize(("target", "slip"), [("2025-12", False), ("2026", True)])
def test_a_time_that_is_only_said_otherwise_has_no_line_of_its_slip(
    run: Any, folder: Path, target: str, slip: bool
) -> None:
    Path("old.txt").write_text(ENGLISH[0], "utf-8")
    run("source", "import", "old.txt", "-o", "plan.yaml")
    run("update", "1-1", "--target", target, "--on", "2024-02-01", "--plan", "plan.yaml")
    shown = run("show", "1-1", "--plan", "plan.yaml", "--lang", "en").lines
    assert f"2025 → {target}" in "".join(shown)
    assert any(line.startswith("  Slip") for line in shown) == slip
