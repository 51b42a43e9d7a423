"""Flags beside the state: what is claimed, confirmed or disputed, unexplained, undecided, stale."""

from __future__ import annotations

import json

import pytest
from support import Run, WritePlan, entry, history, milestone

DONE = entry("2020-05-01", status="[planned, done]", who="JAXA")


def flags(run: Run, day: str = "2026-11-24") -> list[str]:
    (item,) = json.loads(run("list", "--json", "--as-of", day).out)["milestones"]
    return item["flags"]


def looked(day: str, verified: str, who: str = "Audit") -> str:
    return entry(
        day,
        checked=f"{{first: {day}, last: {day}, count: 1}}",
        verified=verified,
        source="page 3",
        who=who,
    )


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ((DONE,), ["claimed"]),
        ((DONE, looked("2020-06-01", "true")), ["verified"]),
        ((DONE, looked("2020-06-01", "true"), looked("2020-07-01", "false")), ["disputed"]),
    ],
)
def test_a_claim_and_what_was_said_of_it(
    run: Run, write_plan: WritePlan, entries: tuple[str, ...], wanted: list[str]
) -> None:
    write_plan(milestone("1-1", history(*entries), target="FY2020", status="done"))
    assert flags(run) == wanted
    assert flags(run, "2020-05-02") == ["claimed"]


def test_a_status_recorded_later_makes_an_old_verdict_stale(
    run: Run, write_plan: WritePlan
) -> None:
    entries = history(
        DONE,
        looked("2020-06-01", "true"),
        entry("2020-08-01", status="[done, active]", note="a leak"),
        entry("2020-12-01", status="[active, done]"),
    )
    write_plan(milestone("1-1", entries, target="FY2020", status="done"))
    assert flags(run) == ["claimed"]


def redated(day: str, was: str = "aaaa") -> str:
    return entry(day, "2020-08-01", status="[done, done]", corrects=was, who="MEXT")


@pytest.mark.parametrize(
    ("claimed_on", "verdict", "now", "wanted"),
    [
        ("2020-05-01", "true", "2020-04-01", "claimed"),
        ("2020-05-01", "false", "2020-04-01", "disputed"),
        ("FY2020", "true", "2020-05-02", "verified"),
        ("FY2020", "true", "2021-05-02", "claimed"),
    ],
)
def test_another_date_for_what_was_confirmed_makes_the_confirmation_stale(
    run: Run, write_plan: WritePlan, claimed_on: str, verdict: str, now: str, wanted: str
) -> None:
    done = entry(claimed_on, "2020-05-01", status="[planned, done]", change="aaaa")
    entries = history(done, looked("2020-06-01", verdict), redated(now))
    write_plan(milestone("1-1", entries, target="FY2022", status="done"))
    assert flags(run) == [wanted]
    again = history(done, redated(now), looked("2021-09-01", "true"))
    write_plan(milestone("1-1", again, target="FY2022", status="done"))
    assert flags(run) == ["verified"]


def test_slipped_by_half_a_year_without_a_reason_is_unexplained_until_one_is_told(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", target="FY2026"))
    assert run("update", "1-1", "--fy", "2027", "--authority", "the Cabinet").code == 0
    assert flags(run, "2026-12-31") == ["unexplained", "slipped"]
    assert run("update", "1-1", "--reason", "technical").code == 0
    assert flags(run, "2026-12-31") == ["slipped"]


def test_what_explained_one_slip_explains_the_next_once_it_is_told_again(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", target="FY2026"))
    cabinet = ("--authority", "the Cabinet")
    run("update", "1-1", "--fy", "2027", "--reason", "technical", *cabinet)
    run("update", "1-1", "--fy", "2028", *cabinet)
    assert flags(run, "2026-12-31") == ["unexplained", "slipped"]
    for said in ("recorded as change", "nothing to do"):
        assert run("update", "1-1", "--reason", "technical").lines[-1].startswith(said)
        assert flags(run, "2026-12-31") == ["slipped"]


def test_who_decided_a_move_is_told_again_of_the_next(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2026"))
    for year in ("2027", "2028"):
        run("update", "1-1", "--fy", year, "--reason", "technical")
        assert "undecided" in flags(run, "2026-12-31")
        run("update", "1-1", "--authority", "the Cabinet")
        assert "undecided" not in flags(run, "2026-12-31")
    assert run("update", "1-1", "--authority", "the Cabinet").out.startswith("nothing to do")


def test_a_slip_shorter_than_the_plan_asks_needs_no_reason(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="2026-12-31"))
    run("update", "1-1", "--target", "2027-03-31", "--authority", "the Cabinet")
    assert flags(run, "2026-12-31") == ["slipped"]


def test_late_for_long_without_a_reason_is_unexplained(run: Run, write_plan: WritePlan) -> None:
    told = history(entry("2021-06-01", reason="budget", note="no money"))
    write_plan(milestone("1-1", told, target="FY2020"))
    assert "unexplained" in flags(run, "2021-10-01") or flags(run, "2021-10-01") == []
    assert "unexplained" not in flags(run, "2022-03-01")
    write_plan(milestone("1-1", target="FY2020"))
    assert "unexplained" in flags(run, "2021-10-01")
    assert "unexplained" not in flags(run, "2021-06-01")


def test_moved_by_nobody_named_is_undecided(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2026"))
    run("update", "1-1", "--fy", "2027", "--reason", "technical")
    assert "undecided" in flags(run, "2026-12-31")


def test_open_and_without_news_for_nine_months_is_stale(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", history(entry("2024-01-10", note="goes on")), target="FY2030"))
    assert flags(run, "2024-10-10") == []
    assert flags(run, "2024-10-11") == ["stale"]


def test_a_question_may_say_how_long_without_news_is_long(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", history(entry("2024-01-10", note="goes on")), target="FY2030"))
    asked = ("list", "--flag", "stale", "--as-of", "2024-05-01", "--json", "--stale-after")
    assert len(json.loads(run(*asked, "3m").out)["milestones"]) == 1
    assert json.loads(run(*asked, "9m").out)["milestones"] == []
    refused = run(*asked, "for long")
    assert refused.code == 2 and "--stale-after" in refused.err


def test_a_flag_filters_and_no_turns_it_round(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", history(DONE), target="FY2020", status="done"),
        milestone("1-2", target="FY2030"),
    )
    assert [line[:3] for line in run("list", "--flag", "claimed").lines[1:2]] == ["1-1"]
    assert [line[:3] for line in run("list", "--flag", "no-claimed").lines[1:2]] == ["1-2"]


class TestVerdicts:
    @pytest.fixture(autouse=True)
    def _done(self, run: Run, write_plan: WritePlan) -> None:
        write_plan(
            milestone("1-1", history(DONE), target="FY2020", status="done"), milestone("1-2")
        )

    def test_somebody_else_confirms(self, run: Run) -> None:
        done = run("checked", "1-1", "--verified", "--source", "p. 3", "--by", "Board of Audit")
        assert done.code == 0
        assert flags_of(run) == ["verified"]
        assert run("check", "--strict").code == 0
        assert "verified" in run("history", "1-1").out

    @pytest.mark.parametrize(
        ("args", "why"),
        [
            (("1-1", "--verified", "--source", "x", "--by", "文科省"), "文科省 owns 1-1"),
            (("1-1", "--verified", "--source", "x", "--by", "ＭＥＸＴ"), "owns 1-1"),
            (("1-1", "--verified", "--source", "x", "--by", "JAXA"), "JAXA recorded what is"),
            (
                ("1-1", "--verified", "--source", "x", "--by", "宇宙航空研究開発機構"),
                "recorded what",
            ),
            (("1-1", "--verified", "--by", "Audit"), "takes --source and --by"),
            (
                ("1-1", "--verified", "--source", "x", "--by", "Audit", "--on", "2020-04-30"),
                "1-1 is claimed for 2020-05-01; what was seen on 2020-04-30",
            ),
            (("1-2", "--disputed", "--source", "x", "--by", "Audit"), "1-2 is planned"),
            (("1-1", "--verified", "--disputed"), "--verified"),
        ],
    )
    def test_who_may_not(self, run: Run, args: tuple[str, ...], why: str) -> None:
        refused = run("checked", *args)
        assert refused.code == 2
        assert why in refused.err

    @pytest.mark.parametrize(
        "later",
        [
            ("--status", "done", "--on", "2020-04-30", "--by", "Suzuki"),
            ("--status", "active", "--on", "2019-06-01", "--by", "Suzuki", "--past"),
        ],
    )
    def test_neither_the_claim_nor_another_date_for_it_is_confirmed_by_who_gave_it(
        self, run: Run, later: tuple[str, ...]
    ) -> None:
        assert run("update", "1-1", *later).code == 0
        looks = ("checked", "1-1", "--verified", "--source", "x", "--by")
        assert "JAXA recorded what" in run(*looks, "JAXA").err
        may = run(*looks, "Suzuki")
        assert may.code == (2 if "done" in later else 0), may.err


def flags_of(run: Run) -> list[str]:
    return json.loads(run("show", "1-1", "--json").out)["milestones"][0]["flags"]


def test_a_claim_has_a_hollow_sign_and_a_confirmed_one_a_full_one(
    run: Run, write_plan: WritePlan
) -> None:
    confirmed = history(DONE, looked("2020-06-01", "true"))
    doubted = history(DONE, looked("2020-06-01", "false"))
    write_plan(
        milestone("1-1", history(DONE), target="FY2020", status="done"),
        milestone("1-2", confirmed, target="FY2020", status="done"),
        milestone("1-3", doubted, target="FY2020", status="done"),
        milestone("1-4", target="FY2030"),
    )
    asked = ("--as-of", "2021-06-01")
    for out in (
        run("list", *asked).out,
        run("show", "1", *asked).out,
        run("grid", "--width", "140", *asked).out,
        run("grid", "--format", "svg", *asked).out,
    ):
        assert all(f"done on time {sign}" in out for sign in "○●◐")
    assert "○ claimed  ● verified  ◐ disputed" in run("list", *asked).out
    assert "○" not in run("list", "--state", "on-track", *asked).out


def test_a_sign_stands_once_beside_the_state(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", history(DONE), target="FY2019", status="done"))
    assert "Late      1 month\n" in run("show", "1-1", "--as-of", "2021-06-01", "--lang", "en").out


AT_RISK = milestone(
    "1-1",
    history(entry("2026-10-01", forecast="['(none)', FY2031]")),
    target="FY2030",
    forecast="FY2031",
)
MOVED = milestone(
    "1-2",
    history(entry("2026-01-01", target="[FY2026, FY2028]")),
    baseline="FY2026",
    target="FY2028",
)
LATE = milestone("1-3", target="FY2024")
QUIET = milestone("1-4", history(entry("2026-10-01", owner="[[JAXA], [MEXT]]")), target="FY2030")


def test_the_other_flags_are_signs_beside_the_state_that_are_explained(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(AT_RISK, MOVED, LATE, QUIET)
    asked = ("--as-of", "2026-11-24", "--lang", "en")
    listed = run("list", *asked).out
    for row in ("on track [!]", "on track [~?*]", "overdue [~?]", "on track  "):
        assert row in listed
    assert "[!] at risk  [~] stale  [?] unexplained  [*] undecided" in listed
    assert "1 year 7 months [~?]" in run("overdue", *asked).out, "a list without states"
    for out in (
        run("show", "1", *asked).out,
        run("grid", "--width", "140", *asked).out,
        run("grid", "--format", "svg", *asked).out,
    ):
        assert "on track [!]" in out and "[*] undecided" in out
    narrow = run("grid", "--width", "60", *asked).out
    assert "[!] " in narrow.split("◆ target")[0] and "on track" not in narrow
    (grid,) = json.loads(run("grid", "--json", *asked).out)["topics"]
    assert grid["milestones"][1]["flags"] == ["stale", "unexplained", "slipped", "undecided"]
    assert "[" not in run("list", "--id", "1-4", *asked).out


def test_what_all_have_is_said_once_and_a_few_exceptions_are_named(
    run: Run, write_plan: WritePlan
) -> None:
    many = [milestone(f"2-{number}", target="FY2024") for number in range(1, 12)]
    write_plan(*many, QUIET)
    asked = ("--as-of", "2026-11-24", "--lang", "en")
    assert "all but 1-4: stale, unexplained" in run("list", *asked).out
    assert "1-4 を除き: 長く情報なし、説明なし" in run("list", *asked[:2], "--lang", "ja").out
    overdue = run("overdue", *asked).out
    assert "all of them: stale, unexplained" in overdue and "[" not in overdue


def test_who_decided_a_move_or_a_drop_may_be_told_later(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="FY2026"), milestone("1-2", target="FY2026"))
    run("update", "1-1", "--fy", "2027", "--reason", "technical")
    run("drop", "1-2", "--reason", "budget")
    undecided = [line[:3] for line in run("list", "--flag", "undecided").lines[1:3]]
    assert undecided == ["1-1", "1-2"]
    for name in ("1-1", "1-2"):
        assert run("update", name, "--authority", "the Cabinet", "--source", "R8").code == 0
    assert "1-1" not in run("list", "--flag", "undecided").out
    assert run("undo").code == 0
    assert "1-2" in run("list", "--flag", "undecided").out
    run("update", "1-1", "--fy", "2028")
    assert "1-1" in run("list", "--flag", "undecided").out


def test_what_nobody_decided_is_told_so_wherever_it_is_told(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(
        milestone("1-1", target="FY2026"),
        milestone("1-2", target="FY2026"),
        milestone("1-3", target="FY2026"),
        milestone("1-4", target="FY2026"),
    )
    so_far = ("--since", "2026-01-01", "--until", "today")
    moved = run("update", "1-1", "--fy", "2027")
    assert "Authority  none (reported, not decided)" in moved.out
    dropped = run("drop", "1-2", "--reason", "budget", "--superseded-by", "1-3", "--lang", "ja")
    assert dropped.out.count("なし（報告のみ）") == 2
    by = run("update", "1-4", "--fy", "2027", "--authority", "the Cabinet")
    assert "Authority  the Cabinet" in by.out and "reported" not in by.out
    assert "reported" not in run("update", "1-3", "--note", "seen").out
    report = run("report", *so_far, "--lang", "en").out
    told = [line for line in report.splitlines() if "reported, not decided" in line]
    # A move, a drop, what takes its place, and the drop again among what was given up.
    assert [line.split(" | ")[0].strip("| ") for line in told] == ["1-1", "1-2", "1-3", "1-2"]
    assert "decided by the Cabinet" in report
    japanese = run("report", *so_far, "--lang", "ja").out
    assert japanese.count("（報告のみ、決定なし）") == 4
    assert "reported, not decided" in run("show", "1-1").out
    assert "報告のみ" in run("history", "1-2", "--lang", "ja").out
