"""What a table tells beside the fields: remedies, verdicts, forecasts; and it comes back once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Run, WritePlan, entry, history, milestone

DONE = history(entry("2026-05-01", status="[planned, done]", who="MEXT"))


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    """1-1 is late, 1-2 claimed done by its owner."""
    return write_plan(
        milestone("1-1", target="FY2024"),
        milestone("1-2", DONE, target="FY2026", status="done"),
    )


def applied(run: Run, path: Path, *lines: str, code: int = 0) -> str:
    file = path.with_name("sent.csv")
    file.write_text("\n".join(lines) + "\n", "utf-8")
    done = run("apply", file)
    assert done.code == code, done.err
    if code == 0:
        assert run("check", "--strict").code == 0
        again = run("apply", file)
        assert (again.code, "nothing to do" in again.out) == (0, True), "told once"
    return done.out + done.err


def one(run: Run, name: str) -> dict:
    return json.loads(run("show", name, "--json").out)["milestones"][0]


@pytest.mark.parametrize(
    "heads", ["id,remedy,remedy_by,on", "番号,対応,対応期限,時期"], ids=["keys", "Japanese"]
)
def test_a_remedy_and_its_time(run: Run, path: Path, heads: str) -> None:
    applied(run, path, heads, "1-1,別の業者,令和8年度上半期,2026/4/1")
    remedy = one(run, "1-1")["remedy"]
    assert (remedy["text"], remedy["by"]) == ("別の業者", "FY2026H1")
    assert "1 remedy is past its time" in run("overdue", "--as-of", "2026-10-01").out
    before = path.read_bytes()
    applied(run, path, "id,remedy,on", "1-1,なし,2026-11-01")
    assert one(run, "1-1")["remedy"] is None
    run("undo")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "flag"), [("verified", "verified"), ("確認済み", "verified"), ("異議あり", "disputed")]
)
def test_a_verdict_by_somebody_else(run: Run, path: Path, said: str, flag: str) -> None:
    line = f"1-2,{said},p. 3,Board of Audit,2026-06-01"
    assert f"Verdict  {flag}" in applied(run, path, "id,verdict,source,who,on", line)
    assert flag in one(run, "1-2")["flags"]
    assert (
        "claimed"
        in json.loads(run("list", "--id", "1-2", "--json", "--as-of", "2026-05-02").out)[
            "milestones"
        ][0]["flags"]
    )


def test_a_verdict_stands_in_a_row_that_was_exported(run: Run, path: Path) -> None:
    """Which shows the status that it confirms."""
    lines = run("list", "--id", "1-2", "--format", "csv").out.splitlines()
    applied(run, path, f"{lines[0]},verdict,source,who", f"{lines[1]},disputed,p. 3,Board of Audit")
    assert "disputed" in one(run, "1-2")["flags"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("1-2,verified,,Board of Audit,", "--source and --by"),
        ("1-2,verified,p. 3,MEXT,", "MEXT"),
        ("1-1,verified,p. 3,Board of Audit,", "1-1"),
        ("1-2,perhaps,p. 3,Board of Audit,", "verified, disputed"),
        ("1-2,verified,p. 3,Board of Audit,planned", "1-2 has a verdict, and also changes"),
    ],
)
def test_a_verdict_that_may_not_be_is_refused_at_its_cell(
    run: Run, path: Path, line: str, why: str
) -> None:
    before = path.read_bytes()
    told = applied(run, path, "id,verdict,source,who,status", line, code=2)
    assert "sent.csv:2:" in told and why in told
    assert path.read_bytes() == before


def test_an_owner_is_asked_when_it_is_expected(run: Run, path: Path) -> None:
    assert run("export", "--for", "MEXT", "--lang", "ja", "-o", "sheet.csv").code == 0
    sheet = path.with_name("sheet.csv")
    head, *rows = sheet.read_text("utf-8-sig").splitlines()
    at = head.split(",").index("見込み")
    cells = rows[0].split(",")
    cells[at] = "2027"
    sheet.write_text("\n".join([head, ",".join(cells)]), "utf-8")
    done = run("apply", sheet)
    assert done.code == 0 and "'2027' is read as FY2027" in done.err
    assert one(run, "1-1")["forecast"] == "FY2027"
    asked = run("export", "--for", "MEXT", "--lang", "ja", "--format", "csv").out
    assert "2024年度（令和6年度）（見込みは2027年度（令和9年度））" in asked


def test_what_it_waits_for_keeps_what_is_known_of_it(run: Run, write_plan: WritePlan) -> None:
    path = write_plan(
        milestone("1-1", target="FY2024"),
        milestone("1-2", "after: [{id: 1-1, basis: stated, source: words}]", target="FY2026"),
        milestone("1-3", target="FY2025"),
    )
    applied(run, path, "id,after", "1-2,1-1、1-3")
    assert [(one["id"], one["basis"]) for one in one(run, "1-2")["after"]] == [
        ("1-1", "stated"),
        ("1-3", "assigned"),
    ]
    told = applied(run, path, "id,after", "1-1,1-2", "1-3,1-3", "1-2,9-9", code=2)
    for why in (
        "sent.csv:2:5: this goes in a circle, each after the next: 1-1 → 1-2 → 1-1",
        "sent.csv:3:5: 1-3 cannot be after itself",
        "sent.csv:4:5: ",
    ):
        assert why in told
    applied(run, path, "id,after", "1-2,(none)")
    assert one(run, "1-2")["after"] == []
