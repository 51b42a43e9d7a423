"""The report: what changed in a period, what is late, what comes next; the same bytes each time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from support import ROOT, Run, WritePlan, entry, history, milestone

from spaceplan.plan_file.load import load_plan
from spaceplan.report import content
from spaceplan.roadmap.query import Filter, rows

WEEK = ("--week", "2021-W14")  # 5 to 11 April 2021
EN = ("--lang", "en")
JA = ("--lang", "ja")


@pytest.fixture
def plan(write_plan: WritePlan) -> Path:
    """Late since the week's Thursday before; failed and moved in the week; done after it."""
    return write_plan(
        milestone("1-1", target="2021-04-07"),
        milestone("1-2", target="FY2019"),
        milestone(
            "1-3",
            history(
                entry(
                    "2021-04-06",
                    "2021-04-08T10:00:00+09:00",
                    change="c1",
                    status="[planned, missed]",
                    reason="technical",
                    note="valve | stuck",
                    source="https://example.org/a",
                )
            ),
            target="FY2021",
            status="missed",
        ),
        milestone(
            "2-1",
            history(
                entry("2021-04-09", change="c2", target="[FY2020, FY2022]", reason="budget"),
            ),
            target="FY2022",
            baseline="FY2020",
            owner="[CAO]",
        ),
        milestone(
            "2-2",
            history(entry("2021-05-01", change="c3", status="[planned, done]")),
            target="2021-04-30",
            status="done",
        ),
    )


def test_it_tells_what_changed_in_the_week_in_order(plan: Path, run: Run) -> None:
    report = run("report", *WEEK, *EN).out
    headings = [line[3:] for line in report.splitlines() if line.startswith("## ")]
    assert headings == [
        "Status changes",
        "Targets moved",
        "Newly overdue (1)",
        "All overdue, worst first (2)",
        "Missed and dropped (1)",
        "Due in the next four weeks (1)",
        "Most slipped against the baseline (1)",
        "Late or slipped without a reason (1)",
        "Without news for long, by owner (3)",
        "By topic",
        "By owner",
        "Score, by year of the first baseline",
    ]
    assert "planned → missed" in report
    assert "valve \\| stuck" in report
    assert (
        "| 2-1 | Item 2-1 | FY2020 | FY2022 | +2 years | \\[budget\\] (reported, not decided) |"
        in report
    )


def test_the_headline_counts_and_says_what_changed_in_that(plan: Path, run: Run) -> None:
    report = json.loads(run("report", *WEEK, *EN, "--format", "json").out)
    assert report["headline"] == (
        # 2-1 was late from 1 April until it was moved; 1-1 became late.
        "2 of 5 milestones are overdue, 1 (-1) due soon, 0 done or begun, 1 (+1) missed, 0 dropped; "
        "2 milestones changed and 1 became overdue in this period."
    )
    assert report["newly_overdue"] == ["1-1"]
    assert report["overdue"] == ["1-2", "1-1"]
    assert report["due_4_weeks"] == ["2-2"]
    assert report["most_slipped"] == ["2-1"]


def test_the_head_names_the_days(plan: Path, run: Run) -> None:
    for form in ("md", "text"):
        assert run("report", *WEEK, *EN, "--format", form).lines[1:3].count("5 to 11 April 2021")
    assert run("report", *WEEK, "--lang", "ja").lines[2] == "2021年4月5日～11日"
    assert "30 March to 5 April 2020" in run("report", "--week", "2020-W14", *EN).out
    assert "30 December 2019 to 5 January 2020" in run("report", "--week", "2020-W01", *EN).out
    day = ("--since", "2021-04-05", "--until", "2021-04-05")
    assert "\n5 April 2021\n" in run("report", *day, *EN).out


def test_what_was_missed_stays_in_view_with_since_when_and_why(plan: Path, run: Run) -> None:
    later = ("--week", "2021-W40", *EN)
    section = run("report", *later).out.split("## Missed and dropped (1)\n\n")[1].split("\n\n")[0]
    assert section.splitlines()[2] == (
        "| 1-3 | Item 1-3 | FY2021 | missed | 2021-04-06 | "
        "\\[technical\\] valve \\| stuck <https://example.org/a> | MEXT |"
    )
    data = json.loads(run("report", *later, "--format", "json").out)
    assert data["missed_and_dropped"] == [{"id": "1-3", "state": "missed", "since": "2021-04-06"}]
    assert (data["counts"]["missed"], data["counts"]["dropped"]) == (1, 0)
    assert [topic["missed"] for topic in data["topics"]] == [1, 0]
    assert [owner["missed"] for owner in data["owners"] if owner["owner"] == "MEXT"] == [1]


def test_filters_are_said_in_title_and_data_and_counts_are_of_what_they_select(
    plan: Path, run: Run
) -> None:
    mine = (*WEEK, "--owner", "CAO", "--state", "on-track")
    report = run("report", *mine, *EN).lines
    assert report[0] == "# A small plan: report 2021-W14 (owner: CAO; state: on track)"
    assert report[4].startswith("0 of the 1 selected are overdue")
    page = run("report", *mine, "--lang", "ja", "--format", "html").out
    assert "<title>小さな計画 進捗報告 2021-W14（担当: 内閣府／状態: 順調）</title>" in page
    data = json.loads(run("report", *mine, "--format", "json").out)
    assert data["selection"] == {"owner": ["CAO"], "state": ["on-track"]}
    assert json.loads(run("report", *WEEK, "--format", "json").out)["selection"] == {}


def test_no_report_in_a_folder_writes_over_one_on_something_else(
    plan: Path, run: Run, folder: Path
) -> None:
    for options in (
        (),
        JA,
        ("--owner", "CAO"),
        ("--owner", "MEXT"),
        ("--owner", "MEXT", *JA),
        ("--by-owner",),
        ("--known", "2021-06-01"),
        ("--search", "x" * 300),
    ):
        made = run("report", "--plan", plan, *WEEK, *options, "-o", "out/")
        assert (made.code, made.err) == (0, "")
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "2021-W14.md",
        "2021-W14_by-owner_en.md",
        "2021-W14_ja.md",
        "2021-W14_known-2021-06-01_en.md",
        "2021-W14_owner-CAO_en.md",
        "2021-W14_owner-MEXT_en.md",
        "2021-W14_owner-MEXT_ja.md",
        "2021-W14_search-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-0b0387_en.md",
        "told.json",
    ]


def test_this_week_has_a_name(plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spaceplan.commands.report.today", lambda _plan: date(2021, 4, 7))
    for word, week in (("this", "2021-W14"), ("今週", "2021-W14"), ("LAST", "2021-W13")):
        data = json.loads(run("report", "--week", word, "--format", "json").out)
        assert data["period"]["name"] == week


def test_what_was_recorded_since_is_told_on_a_terminal_only(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("report", *WEEK, *EN).err == ""
    monkeypatch.setattr("spaceplan.commands.report.is_watched", lambda: True)
    assert run("report", *WEEK, *EN, "--plan", plan).err == ("1 change since is in later reports\n")
    monkeypatch.setattr("spaceplan.commands.report.today", lambda _plan: date(2021, 4, 12))
    assert "is in the next report" in run("report", *WEEK, *EN, "--plan", plan).err


def merged(plan: Path, name: str, change: str, recorded: str) -> None:
    """A branch comes in: an entry that was recorded before."""
    added = milestone(
        name,
        history(entry("2021-04-01", recorded, change=change, added="true")),
        target="FY2024",
    )
    plan.write_text(plan.read_text(encoding="utf-8") + added, encoding="utf-8")


def test_what_comes_in_after_its_report_is_told_by_the_next_one(
    plan: Path, run: Run, folder: Path
) -> None:
    def report(week: str, *options: str) -> str:
        done = run("report", "--plan", plan, "--week", week, *EN, *options, "-o", "out/")
        assert (done.code, done.err) == (0, "")
        return (folder / "out" / f"{week}.md").read_text(encoding="utf-8")

    first = report("2021-W14")
    assert "Came in late" not in first, "what was there before the first report is no news"
    merged(plan, "2-3", "late1", "2021-04-09T18:00:00+09:00")
    second = report("2021-W15")
    late = second.split("## Came in late\n\n")[1].split("\n\n")[0].splitlines()
    assert len(late) == 3
    assert "nothing changed in this period. 1 change came in late." in second
    assert late[2].startswith("| 2-3 | Item 2-3 | 2021-04-01 | 2021-04-09 | ")
    # Each says again what it said, whatever has come in since.
    merged(plan, "2-4", "late2", "2021-04-14T18:00:00+09:00")
    assert report("2021-W14") == first
    assert report("2021-W15") == second
    third = report("2021-W16")
    assert "2-4" in third.split("## Came in late")[1].split("##")[0]
    assert "2-3" not in third.split("## Came in late")[1].split("##")[0], "told once"
    assert "Came in late" not in report("2021-W17")


def test_a_week_that_has_not_ended_is_told_anew(
    plan: Path, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spaceplan.commands.report.today", lambda _plan: date(2021, 4, 9))
    run("report", "--plan", plan, *WEEK, "-o", "out/")
    merged(plan, "2-3", "new", "2021-04-09T18:00:00+09:00")
    run("report", "--plan", plan, *WEEK, "-o", "out/")
    assert "2-3" in (folder / "out" / "2021-W14.md").read_text(encoding="utf-8")


def test_two_reports_at_once_both_keep_what_they_told(plan: Path, run: Run, folder: Path) -> None:
    owners = ["CAO", "MEXT", "JAXA"]
    calls = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "spaceplan", "report", "--plan", plan, *WEEK),
                *("--owner", owner, "-o", "out/"),
            ],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for owner in owners
    ]
    assert [call.wait() for call in calls] == [0, 0, 0]
    told = json.loads((folder / "out" / "told.json").read_bytes())
    assert {one["selection"] for one in told["reports"]} == {f"owner-{owner}" for owner in owners}


def test_a_damaged_memory_is_told_and_nothing_written(plan: Path, run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "told.json").write_text('{"reports": [{', encoding="utf-8")
    refused = run("report", "--plan", plan, *WEEK, "-o", "out/")
    assert refused.code == 2
    assert "told.json: is damaged" in refused.err
    assert [path.name for path in (folder / "out").iterdir()] == ["told.json"]


def test_an_old_week_is_told_as_it_was_known_then(plan: Path, run: Run) -> None:
    """2-2 is done today; in that week nobody knew."""
    report = json.loads(run("report", *WEEK, "--format", "json").out)
    states = {one["id"]: one["state"] for one in report["milestones"]}
    assert states["2-2"] == "due-soon"
    later = json.loads(run("report", *WEEK, "--known", "2021-06-01", "--format", "json").out)
    assert later["known"] == "2021-06-01"
    assert "2-2" in later["due_4_weeks"], "dated after the period, it was still open then"


@pytest.mark.parametrize("form", ["md", "text", "json", "html"])
def test_two_runs_give_the_same_bytes_whatever_surrounds_them(
    form: str, plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("report", *WEEK, "--format", form)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    monkeypatch.setenv("COLUMNS", "40")
    assert run("report", *WEEK, "--format", form).raw == first.raw
    assert first.code == 0
    assert first.err == ""


def test_the_language_is_the_plans_unless_asked(write_plan: WritePlan, run: Run) -> None:
    from support import HEADER

    write_plan(
        milestone("1-1", target="FY2019"),
        header=HEADER.replace("revision: R0\n", "revision: R0\nlanguage: ja\n"),
    )
    assert "期限超過" in run("report", *WEEK).out
    assert "overdue" in run("report", *WEEK, *EN).out


def test_text_fits_78_columns_with_japanese_aligned(plan: Path, run: Run) -> None:
    from rich.cells import cell_len

    lines = run("report", *WEEK, "--lang", "ja", "--format", "text").lines
    assert max(map(cell_len, lines)) <= 78
    assert any("状況の変化" in line for line in lines)


def test_into_a_folder_under_the_periods_name_and_only_when_it_changes(
    plan: Path, run: Run, folder: Path
) -> None:
    made = run("report", "--plan", plan, *WEEK, "-o", "reports/")
    file = folder / "reports" / "2021-W14.md"
    assert (made.code, made.raw, made.err) == (0, b"", "")
    before = file.stat()
    assert run("report", "--plan", plan, *WEEK, "-o", "reports").code == 0
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert sorted(path.name for path in file.parent.iterdir()) == ["2021-W14.md", "told.json"]


def test_a_report_in_a_file_is_never_made_of_a_guessed_plan(plan: Path, run: Run) -> None:
    refused = run("report", *WEEK, "-o", "reports/")
    assert refused.code == 2
    assert "which plan?" in refused.err
    assert not Path("reports").exists()


def test_a_report_never_replaces_its_plan(plan: Path, run: Run) -> None:
    before = plan.read_bytes()
    refused = run("report", "--plan", plan, *WEEK, "-o", plan)
    assert (refused.code, plan.read_bytes()) == (2, before)
    assert "is the plan itself" in refused.err


def test_exit_code_tells_of_newly_overdue(plan: Path, run: Run) -> None:
    assert run("report", *WEEK, "--exit-code").code == 1
    assert run("report", "--week", "2021-W15", "--exit-code").code == 0


def test_by_owner_groups_what_is_overdue(plan: Path, run: Run) -> None:
    report = run("report", *WEEK, *EN, "--by-owner").out
    assert "## Overdue: MEXT Ministry of Education" in report


def test_filters_narrow_the_whole_report(plan: Path, run: Run) -> None:
    report = json.loads(run("report", *WEEK, "--owner", "内閣府", "--format", "json").out)
    assert report["counts"]["total"] == 1
    assert report["changes"]["statuses"] == []
    assert [change["id"] for change in report["changes"]["targets"]] == ["2-1"]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--week", "2021-W14"), "2021-W14"),
        (("--week", "2021w14"), "2021-W14"),
        (("--since", "2021-04-05", "--until", "2021-04-11"), "2021-04-05..2021-04-11"),
        (("--fy", "2020"), "FY2020"),
        (("--fy", "令和2年度"), "FY2020"),
        (("--week", "２０２１－Ｗ１４"), "2021-W14"),
        (("--week", "2021-04-05..2021-04-11"), "2021-W14"),
        (("--since", "2021-04", "--until", "2021-05"), "2021-04-01..2021-05-31"),
        (("--since", "R3Q1", "--until", "FY2021Q1"), "2021-04-01..2021-06-30"),
    ],
)
def test_periods(options: tuple[str, ...], name: str, plan: Path, run: Run) -> None:
    assert json.loads(run("report", *options, "--format", "json").out)["period"]["name"] == name


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--week", "2021-W60"), "no week"),
        (("--week", "9999-W52"), "no week"),
        (("--week", "2021-04"), "no week"),
        (("--week", "2021-04-06..2021-04-12"), "no week"),
        (("--week", "today"), "no week"),
        (("--fy", "2021-04"), "--fy: "),
        (("--week", "0001-W01"), "no week"),
        (("--week", "x"), "expected for example 2026-W47"),
        (("--week", "2021-W14", "--fy", "2021"), "--week and --fy: one of them"),
        (("--until", "2021-04-11"), "from when"),
        (("--since", "2021-04-11", "--until", "2021-04-01"), "before --since"),
        (("--week", "2015-W01"), "on 2018-12-11; the first that can be asked for: --week 2018-W50"),
        (("--template", "x.j2", "--format", "md"), "--template makes HTML"),
        (("-o", ""), "--output: '' is no name"),
        (("--since", "2199-01-01"), "--since: 2199-01-01 has not ended"),
        (("--week", "2021-W14", "--known", "2015-01-01"), "--known: 2015-01-01 is before the plan"),
    ],
)
def test_what_makes_no_period_is_refused(
    options: tuple[str, ...], said: str, plan: Path, run: Run
) -> None:
    refused = run("report", *options)
    assert refused.code == 2
    assert said in refused.err


def test_without_options_it_is_the_last_full_week(
    plan: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for today, week in ((date(2021, 4, 11), "2021-W13"), (date(2021, 4, 12), "2021-W14")):
        monkeypatch.setattr("spaceplan.commands.report.today", lambda _plan, day=today: day)
        assert json.loads(run("report", "--format", "json").out)["period"]["name"] == week


def test_the_page_names_no_other_place_and_escapes_the_plan(
    write_plan: WritePlan, run: Run
) -> None:
    write_plan(
        milestone("1-1", target="FY2019", title='{ja: "<b>x</b>\\e[31m", en: "<b>x</b>"}'),
    )
    page = run("report", *WEEK, "--lang", "ja", "--format", "html").out
    assert '<html lang="ja">' in page
    assert "<b>x</b>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "\x1b" not in page
    assert "default-src &#39;none&#39;" in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page
    assert page.count("<h1>") == 1
    assert 'scope="col"' in page
    assert 'scope="row"' in page


def test_a_template_of_ones_own(plan: Path, run: Run, folder: Path) -> None:
    shipped = run("report", "--show-template").out
    assert "{{ headline }}" in shipped
    own = folder / "own.html.j2"
    own.write_text("<h1>{{ title }}</h1>{{ sections|length }}", encoding="utf-8")
    made = run("report", *WEEK, *EN, "--template", own).out
    assert made.startswith("<h1>A small plan: report 2021-W14</h1>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>\n{% if %}", "own.j2:2: "),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% include 'own.j2' %}", "own.j2: the template cannot be used: it includes itself"),
        ("{{ title.__class__.__mro__ }}", "access to attribute '__class__' of 'str' object"),
        ("{{ sections.append(1) }}", "access to attribute 'append' of 'list' object is unsafe"),
        ("{{ 'x' * 10000000000 }}", "a text or list of more than"),
        ("{{ 9 ** 999999 }}", "a power of large numbers"),
        ("{% for n in range(1000000000) %}{% endfor %}", "Range too big"),
        ("{% for n in range(99999) %}{{ 'x' * 99999 }}{% endfor %}", "a page of more than"),
        ("{{ '%1000000000s' % title }}", "expected the filter format"),
        ("{% include '/etc/hostname' %}", "it includes '/etc/hostname', which does not lie beside"),
        ("{% include '../secret' %}", "it includes '../secret', which does not lie beside it"),
        ("{{ 1 / 0 }}", "own.j2: the template cannot be used: division by zero"),
    ],
)
def test_a_faulty_template_is_told_with_its_place(
    text: str, said: str, plan: Path, run: Run, folder: Path
) -> None:
    own = folder / "own.j2"
    own.write_text(text, encoding="utf-8")
    refused = run("report", *WEEK, "--template", own)
    assert refused.code == 2
    assert said in refused.err


def test_a_template_that_is_not_there(plan: Path, run: Run) -> None:
    os.mkfifo("pipe")
    regular = "is no regular file; expected a file with a template"
    for name, said in (("none.j2", "no such template"), (".", regular), ("pipe", regular)):
        refused = run("report", *WEEK, "--template", name)
        assert refused.code == 2
        assert f"{name}: {said}" in refused.err


def test_data_warnings_stand_at_the_end(write_plan: WritePlan, run: Run) -> None:
    write_plan(milestone("1-1", target="FY2022", baseline="FY2020"))
    report = run("report", *WEEK, *EN).out
    assert "## Data warnings" in report
    assert "no history entry says why" in report


def test_the_mail_leaves_nothing_out_for_lack_of_width(plan: Path, run: Run) -> None:
    lines = run("report", *WEEK, *EN, "--format", "text").lines
    assert "    From: FY2020 / To: FY2022 / Slip: +2 years" in lines
    assert "    [budget] (reported, not decided)" in lines
    assert "    [technical] valve | stuck https://example.org/a" in lines
    assert "    Target: FY2019 / Due: 2020-03-31 / Late: 1 year [?] / Owner: MEXT" in lines
    assert not [line for line in lines if "left out" in line]


def test_a_recurring_one_is_due_next_in_this_year_whatever_went_unmet(
    write_plan: WritePlan, run: Run
) -> None:
    write_plan(milestone("1-1", kind="recurring", target="FY2019..", status="active"))
    report = run("report", *WEEK, *EN).out
    due_next = report.split("## Then due in the rest of the fiscal year")[1]
    assert (
        "| 1-1 | Item 1-1 | FY2019.. | 2022-03-31 "
        r"| overdue \[\~?\] (2 years unmet since FY2019) | MEXT |" in due_next
    )
    one = json.loads(run("report", *WEEK, "--format", "json").out)["milestones"][0]
    assert (one["due"], one["unmet_years"]) == ("2020-03-31", [2019, 2020])


def test_the_digest_is_that_of_the_whole_plans_data(plan: Path, run: Run) -> None:
    def digest(*options: str) -> str:
        report = json.loads(run("report", *options, "--format", "json").out)
        return str(report["plan"]["digest"])

    quiet = digest("--week", "2021-W15")
    assert digest("--week", "2021-W15", "--owner", "CAO") == quiet, "whatever is filtered"
    assert digest("--week", "2021-W16") == quiet, "and whatever the day"
    assert digest("--week", "2021-W13") != quiet, "before c1 and c2 were recorded"
    text = plan.read_text(encoding="utf-8")
    plan.write_text("# a comment\n" + text, encoding="utf-8")
    assert digest("--week", "2021-W15") == quiet
    plan.write_text(text.replace("en: Satellites", "en: Spacecraft"), encoding="utf-8")
    assert digest("--week", "2021-W15") != quiet


def test_long_after_the_last_entry_it_says_so(plan: Path, run: Run) -> None:
    said = "nothing recorded since 2021-05-01"
    quiet, soon = ("--week", "2021-W40"), ("--week", "2021-W18")
    for form in ("md", "text", "html"):
        assert said in run("report", *quiet, *EN, "--format", form).out
        assert said not in run("report", *soon, *EN, "--format", form).out
    assert run("report", *quiet, *EN, "--by-owner").out.count(said) == 1
    data = json.loads(run("report", *quiet, "--format", "json").out)
    assert data["last_recorded"] == "2021-05-01"


def test_the_page_links_to_the_sources_of_changes(plan: Path, run: Run) -> None:
    page = run("report", *WEEK, *EN, "--format", "html").out
    link = '<a href="https://example.org/a" rel="noreferrer">https://example.org/a</a>'
    assert f'data-key="note">[technical] valve | stuck {link}</td>' in page


def test_the_page_filters_changes_and_finds_originals_through_their_repeats(
    write_plan: WritePlan, run: Run
) -> None:
    done = history(entry("2021-04-09", change="c1", status="[planned, done]"))
    write_plan(
        milestone("1-1", done, target="FY2020", status="done"),
        "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n",
    )
    page = run("report", *WEEK, *EN, "--format", "html").out
    section = page.split('<section id="_statuses"')[1].split("</section>")[0]
    assert 'class="cards milestones"' in section
    assert 'data-owner="MEXT" data-topic="1 2" data-state="done-late"' in section
    assert '<option value="2">2 ' in page


def test_every_milestone_named_in_the_json_stands_in_it(plan: Path, run: Run) -> None:
    report = json.loads(run("report", *WEEK, "--format", "json").out)
    assert "1-3" in {one["id"] for one in report["milestones"]}, "missed, so in no list of rows"


def test_no_line_of_the_mail_breaks_within_a_fact_that_fits(
    write_plan: WritePlan, run: Run
) -> None:
    write_plan(milestone("1-1", target="FY2016..FY2019", baseline="FY2016..FY2019", kind="window"))
    lines = run("report", *WEEK, "--lang", "ja", "--format", "text").lines
    assert "    目標: 2016年度～2019年度 / 期日: 2020年3月31日 / 遅れ: 1年 [~?]" in lines


def test_the_pages_pictures_show_what_its_tables_are_about(plan: Path, run: Run) -> None:
    page = run("report", *WEEK, *EN, "--owner", "CAO", "--format", "html").out
    assert "Item 2-1" in page
    assert "Item 1-1" not in page


def test_slips_sort_with_their_sign(write_plan: WritePlan, run: Run) -> None:
    earlier = history(entry("2021-04-09", change="c1", target="[FY2021, FY2019]"))
    later = history(entry("2021-04-09", change="c2", target="[FY2017, FY2019]"))
    write_plan(
        milestone("1-1", earlier, target="FY2019", baseline="FY2021"),
        milestone("1-2", later, target="FY2019", baseline="FY2017"),
    )
    page = run("report", *WEEK, *EN, "--format", "html").out
    keys = dict(re.findall(r'data-sort="(\d{6})">([-+]2 years)<', page))
    assert [keys[key] for key in sorted(keys)] == ["-2 years", "+2 years"]


def test_its_tables_add_up_to_more_only_where_something_does(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", owner="[CAO]"), milestone("2-1", owner="[CAO]"))
    told = run("report", *WEEK, *EN).out
    assert "add up" not in told
    assert "counts for each" not in told
    write_plan(
        milestone("1-1", owner="[CAO, MEXT]"),
        "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n",
    )
    told = run("report", *WEEK, *EN).out
    assert "topics add up to more" in told
    assert "counts for each of its owners" in told


def test_a_field_that_a_later_spaceplan_knows_changes_no_digest(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an upgrade would change the reports that lie in a folder."""
    loaded = load_plan(plan).plan
    every = rows(loaded, date(2021, 4, 1), Filter())

    later = ("later", lambda row, plan: []), ("later_others", lambda row, plan: False)
    before = content.data_digest(loaded, every)
    monkeypatch.setattr(content, "FACTS", (*content.FACTS, *later))
    monkeypatch.setattr(content, "BY_NAME", {**content.BY_NAME, "later": None})
    assert content.data_digest(loaded, every) == before
