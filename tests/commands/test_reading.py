"""One reader: what one option, one question or one cell takes, all take, and in the file too."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from support import AS_OF, Run, WritePlan, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Milestone
from spaceplan.roadmap.truth import today

DAYS = [
    "2021-07-11",
    "2021/7/11",
    "R3.7.11",
    "R3/7/11",
    "令和3年7月11日",
    "令和三年七月十一日",
    "２０２１年７月１１日",
    " 2021-07-11 ",
    "20210711",
    "2021-07-11 10:37",
    "2021-07-11T10:37:55",
]


@pytest.fixture
def path(write_plan: WritePlan) -> Path:
    return write_plan(
        milestone("1-1", target="FY2020", status="active"),
        milestone("1-2", target="FY2026", owner="[MEXT]"),
        milestone("2-1", target="2027-02", charts="[3]"),
    )


def one(path: Path, name: str = "1-1") -> Milestone:
    return load_plan(path).plan.by_id[name]


def last(path: Path) -> Change:
    return one(path).history[-1]


def ids(run: Run, *words: str) -> list[str]:
    outcome = run(*words, "--json")
    assert outcome.code == 0, outcome.err
    return [row["id"] for row in json.loads(outcome.out)["milestones"]]


def table(path: Path, head: str, *lines: str) -> Path:
    file = path.parent / "back.csv"
    file.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return file


class TestDays:
    @pytest.mark.parametrize("text", DAYS)
    def test_every_option_every_cell_and_the_file(self, run: Run, path: Path, text: str) -> None:
        assert run("update", "1-1", "--status", "done", "--on", text).code == 0
        assert str(last(path).date) == "2021-07-11"
        assert run("undo").code == 0
        sheet = table(path, "id,status,on", f"1-1,done,{text}")
        done = run("apply", sheet)
        assert done.code == 0, done.err
        assert str(last(path).date) == "2021-07-11"
        assert run("undo").code == 0
        shown = run("list", "--json", "--as-of", text)
        assert json.loads(shown.out)["as_of"] == "2021-07-11"
        for option in ("--since", "--until"):
            assert run("history", option, text).code == 0
        path.write_text(path.read_text("utf-8").replace("FY2020", f'"{text}"', 1), "utf-8")
        assert run("check").code == 0
        assert str(one(path).target) == "2021-07-11"

    def test_today_and_yesterday(self, run: Run, path: Path) -> None:
        now = today(load_plan(path).plan)
        assert run("update", "1-1", "--status", "done", "--on", "yesterday").code == 0
        assert str(last(path).date) == str(now - timedelta(days=1))
        assert run("undo").code == 0
        assert run("apply", table(path, "id,status,on", "1-1,完了,今日")).code == 0
        assert str(last(path).date) == str(now)
        assert json.loads(run("list", "--json", "--as-of", "today").out)["as_of"] == str(now)

    def test_the_file_knows_no_today(self, run: Run, path: Path) -> None:
        path.write_text(path.read_text("utf-8").replace("FY2020", "today", 1), "utf-8")
        done = run("check")
        assert done.code == 1
        assert "'today' is not a time: it cannot be read" in done.out + done.err

    def test_a_refusal_is_one_sentence_everywhere(self, run: Run, path: Path) -> None:
        said = (
            "'2022-13' is not a day or a fiscal year: a year has the months 1 to 12, not 13; "
            "expected a day or a fiscal year such as 2023-03-07, 2023/3/7, R5.3.7, today, FY2022 "
            "or unknown"
        )
        assert f"--on: {said}" in run("update", "1-1", "--status", "done", "--on", "2022-13").err
        sheet = table(path, "id,status,on", "1-1,done,2022-13")
        assert f"back.csv:2:10: {said}" in run("apply", sheet).err


class TestPeriods:
    @pytest.mark.parametrize(
        ("words", "due"),
        [
            (("--fy", "2026"), ["2-1", "1-2"]),
            (("--fy", "FY2026Q4"), ["2-1", "1-2"]),
            (("--fy", "R8Q4"), ["2-1", "1-2"]),
            (("--fy", "FY2026Q3"), []),
            (("--fy", "2027-02"), ["2-1"]),
            (("--fy", "2020,2027-02"), ["1-1", "2-1"]),
            (("--fy", "今年度"), ["2-1", "1-2"]),
            (("--by", "2026年度末"), ["2-1", "1-2"]),
            (("--by", "FY2026"), ["2-1", "1-2"]),
            (("--by", "2027-02"), ["2-1"]),
            (("--by", "2027/3/30"), ["2-1"]),
            (("--quarter", "next"), ["2-1", "1-2"]),
            (("--quarter", "this"), []),
            (("--quarter", "Q4"), ["2-1", "1-2"]),
            (("--quarter", "Q3,Q4"), ["2-1", "1-2"]),
            (("--quarter", "FY2020Q4"), ["1-1"]),
            (("--month", "R9.2"), ["2-1"]),
            (("--month", "next"), []),
            (("--week", "this"), []),
            (("--week", "2027-W08"), ["2-1"]),
        ],
    )
    def test_due(self, run: Run, path: Path, words: tuple[str, ...], due: list[str]) -> None:
        assert ids(run, "due", *words, *AS_OF) == due

    def test_a_filter_takes_them_too(self, run: Run, path: Path) -> None:
        assert ids(run, "list", "--fy", "FY2026Q4") == ["1-2", "2-1"]
        assert ids(run, "list", "--fy", "2027-02") == ["2-1"]

    def test_since_begins_and_until_ends_where_the_period_does(self, run: Run, path: Path) -> None:
        assert run("note", "1-1", "--note", "looked").code == 0
        month = f"{today(load_plan(path).plan):%Y-%m}"
        for words in (("--since", month), ("--until", month), ("--since", "this week")):
            assert "looked" in run("history", *words).out
        assert "looked" not in run("history", "--since", "next month").out
        assert "looked" not in run("history", "--until", "last week").out

    def test_what_is_due_is_named_as_it_was_asked(self, run: Run, path: Path) -> None:
        assert "2 due in FY2026Q4" in run("due", "--quarter", "next", *AS_OF).out
        assert "from 2026-11-23 to 2026-11-29" in run("due", "--week", "this", *AS_OF).out
        assert "FY2020 to FY2026" in run("due", "--fy", "2020..2026", *AS_OF).out

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (
                ("due", "--fy", "2026年"),
                "--fy: '2026年' is not a fiscal year: it is a calendar year",
            ),
            (
                ("due", "--fy", "soon"),
                "--fy: 'soon' is not a fiscal year: it cannot be read; expected 2021, FY2021, 2021年度, R3, 令和3年度 or 2019..2021, or a part of one such as FY2026Q4",
            ),
            (("due", "--quarter", "Q5"), "--quarter: 'Q5' is not a period: it cannot be read"),
            (("due", "--by", "FY2026.."), "--by: 'FY2026..' is not a period: it has no end"),
            (("due", "--month", "2026-13"), "a year has the months 1 to 12, not 13"),
            (("due", "--week", "this", "--fy", "2026"), "--by and --within: one of them"),
        ],
    )
    def test_refused(self, run: Run, path: Path, words: tuple[str, ...], said: str) -> None:
        done = run(*words)
        assert done.code == 2
        assert said in done.err
        assert done.err.count("did you mean") <= 1


class TestWords:
    @pytest.mark.parametrize(
        "text", ["done", "Done", "DONE", " done ", "ｄｏｎｅ", "完了", "　完了"]
    )
    def test_a_status(self, run: Run, path: Path, text: str) -> None:
        assert run("update", "1-1", "--status", text, "--on", "2021-03-01").code == 0
        assert one(path).status == "done"
        assert "status: done" in path.read_text("utf-8")
        assert ids(run, "list", "--status", text) == ["1-1"]
        assert run("undo").code == 0
        assert run("apply", table(path, "id,status,on", f"1-1,{text},2021-03-01")).code == 0
        assert "status: done" in path.read_text("utf-8")

    @pytest.mark.parametrize(
        "text", ["technical", "Technical", "技術的要因", "ＴＥＣＨＮＩＣＡＬ", " technical "]
    )
    def test_a_reason(self, run: Run, path: Path, text: str) -> None:
        assert run("update", "1-1", "--status", "missed", "--reason", text).code == 0
        assert last(path).reason == "technical"
        assert ids(run, "list", "--reason", text) == ["1-1"]
        assert run("undo").code == 0
        assert run("apply", table(path, "id,status,reason", f"1-1,未達,{text}")).code == 0
        assert last(path).reason == "technical"

    @pytest.mark.parametrize(
        "text", ["MEXT others", "mext 等", "文科省 Others", "ＭＥＸＴ　ＯＴＨＥＲＳ"]
    )
    def test_owners(self, run: Run, path: Path, text: str) -> None:
        assert (
            run("update", "1-1", "--owner", text.replace(" ", ",").replace("\u3000", ",")).code == 0
        )
        assert one(path).owner == ("MEXT", "others")
        assert run("undo").code == 0
        assert run("apply", table(path, "id,owner", f"1-1,{text}")).code == 0
        assert one(path).owner == ("MEXT", "others")

    @pytest.mark.parametrize("text", ["due-soon", "Due soon", "due_soon", "期限間近", "DUE SOON"])
    def test_a_state(self, run: Run, path: Path, text: str) -> None:
        assert ids(run, "list", "--state", text) == []

    @pytest.mark.parametrize("text", ["window", "Window", "期間", "ＷＩＮＤＯＷ"])
    def test_a_kind(self, run: Run, path: Path, text: str) -> None:
        add = ("add", "論点1", "--title-en", "A", "--kind", text, "--target", "FY2020..FY2022")
        assert run(*add).code == 0
        assert one(path, "1-x1").kind == "window"

    @pytest.mark.parametrize("text", ["1", "論点1", "topic 1", "１", "論点 １", "0001"])
    def test_a_topic(self, run: Run, path: Path, text: str) -> None:
        assert run("add", text, "--title-en", "A", "--fy", "R5").code == 0
        assert str(one(path, "1-x1").target) == "FY2023"
        assert ids(run, "list", "--topic", text) == ["1-1", "1-2", "1-x1"]

    def test_a_chart(self, run: Run, path: Path) -> None:
        for text in ("3", "工程表3", "chart 3", "３"):
            assert ids(run, "list", "--chart", text) == ["2-1"]

    def test_the_file_holds_the_codes_only(self, run: Run, path: Path) -> None:
        path.write_text(
            path.read_text("utf-8").replace("status: active", "status: Active"), "utf-8"
        )
        done = run("check")
        assert done.code == 1
        assert "did you mean 'active'" in done.out + done.err
