"""The HTML page: what stands where, links that last, notes as they were written, the index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import Run, WritePlan, entry, history, milestone

from spaceplan.report.html import href_of

WEEK = ("--week", "2021-W14")
EN = ("--lang", "en")


@pytest.fixture
def plan(write_plan: WritePlan) -> Path:
    """Late; missed, with a note of several lines; moved; a repeat and a part."""
    missed = entry(
        "2021-04-06",
        "2021-04-08T10:00:00+09:00",
        change="c1",
        status="[planned, missed]",
        note='"first line <b>\\nsecond line https://example.org/x"',
    )
    moved = entry("2021-04-09", change="c2", target="[FY2020, FY2022]")
    return write_plan(
        milestone("1-1", target="FY2019"),
        milestone("1-3", history(missed), target="FY2021", status="missed"),
        milestone("1-4a", history(moved), target="FY2022", baseline="FY2020", owner="[CAO]"),
        "  - {id: 2-1, same_as: 1-1, text: t-0000000000000000}\n",
    )


def page(run: Run, *options: object) -> str:
    return run("report", *WEEK, *EN, "--format", "html", *options).out


def test_figures_first_then_the_grid_then_what_changed_then_the_tables(
    plan: Path, run: Run
) -> None:
    html = page(run)
    order = ['class="figures"', 'id="_grid"', 'id="_statuses"', 'id="_overdue"', 'id="_trend"']
    places = [html.index(part) for part in [*order, 'id="_register"']]
    assert places == sorted(places)
    figures = re.findall(
        r'data-figure="(.+?)">\s*<span class="value">(.*?)</span> <span class="change">(.*?)</span>',
        html,
    )
    assert figures == [
        ("overdue", "1", "−1"),
        ("missed", "1", "+1"),
        ("slipped", "1", "+1"),
        ("met", "0", ""),
    ]


def test_every_milestone_its_repeats_and_its_bullet_can_be_linked_to(plan: Path, run: Run) -> None:
    html = page(run)
    for name in ("1-1", "2-1", "1-3", "1-4a", "1-4"):
        assert html.count(f' id="{name}"') == 1
    assert html.count('<a href="#1-1">1-1</a>') >= 2, "in the list of what is overdue too"
    quiet = run("report", "--week", "2021-W40", *EN, "--format", "html").out
    assert ' id="1-4a"' in quiet, "also in a week in which nothing is said of it"


def test_an_id_of_any_script_and_signs_can_be_linked_to() -> None:
    assert href_of("1-衛星") == "#1-%E8%A1%9B%E6%98%9F"
    assert href_of("T&SC-1150") == "#T%26SC-1150"


def test_no_id_of_the_page_stands_twice_or_can_be_that_of_a_milestone(plan: Path, run: Run) -> None:
    ids = re.findall(r' id="([^"]*)"', page(run))
    assert len(ids) == len(set(ids))
    own = {name for name in ids if not name.startswith("sp-")} - {
        "1-1",
        "2-1",
        "1-3",
        "1-4a",
        "1-4",
    }
    assert own and all(name.startswith("_") for name in own)


def test_rows_can_be_filtered_by_flags_and_a_count_by_owner_leads_to_what_it_counts(
    write_plan: WritePlan, run: Run
) -> None:
    write_plan(*(milestone(f"1-{n}", target="FY2018") for n in range(21)))
    html = page(run)
    assert '<option value="unexplained">unexplained</option>' in html
    assert re.search(r'id="1-3"[^>]* data-flag="unexplained stale"', html)
    assert '<a href="?owner=MEXT&amp;flag=stale#_register">MEXT Ministry' in html
    assert 'data-by="owner" data-group="MEXT" data-only="stale"' in html
    stale = html.split('id="_stale"')[1]
    assert '<span class="count">(21)</span>' in stale.split("</h3>")[0]


def test_the_sign_of_a_claim_stands_on_the_line_of_its_state(
    write_plan: WritePlan, run: Run
) -> None:
    done = entry("2021-04-06", "2021-04-08T10:00:00+09:00", status="[planned, done]")
    write_plan(milestone("1-1", history(done), target="FY2021", status="done"))
    assert "done on time\u00a0○</td>" in page(run)


def test_every_list_of_milestones_begins_with_id_and_title(plan: Path, run: Run) -> None:
    heads = re.findall(r"<thead.*?</thead>", page(run), re.DOTALL)
    firsts = [re.findall(r">([^<>\n]+)</th>", head)[:2] for head in heads]
    assert firsts.count(["ID", "Title"]) > 4
    assert all(first == ["ID", "Title"] for first in firsts if "ID" in first)


def test_an_address_ends_where_japanese_goes_on(write_plan: WritePlan, run: Run) -> None:
    note = "https://example.org/x、宇宙基本計画工程表（https://example.org/y）による。"
    write_plan(milestone("1-1", history(entry("2021-04-06", note=note)), target="FY2025"))
    html = run("report", "--since", "2021-04-01", "--until", "2021-04-30", "--format", "html").out
    assert re.findall(r'<a href="(https?://[^"]*)"', html) == [
        "https://example.org/x",
        "https://example.org/y",
    ]


def test_a_note_of_several_lines_is_shown_as_such(plan: Path, run: Run) -> None:
    html = page(run)
    link = '<a href="https://example.org/x" rel="noreferrer">https://example.org/x</a>'
    assert f"first line &lt;b&gt;\nsecond line {link}</td>" in html
    text = run("report", *WEEK, *EN, "--format", "text").lines
    at = text.index("    first line <b>")
    assert text[at + 1] == "    second line https://example.org/x"


def test_each_row_says_how_it_stood_before_so_that_filtered_figures_have_their_change(
    plan: Path, run: Run
) -> None:
    row = re.search(r'<tr role="row" id="1-4a"([^>]*)>', page(run))
    assert row is not None
    assert (
        'data-state="on-track" data-was="overdue" data-slipped="yes" data-slippedbefore="no"'
        in row[1]
    )


def test_the_grid_of_the_page_is_in_pieces_that_fit_a_printed_page(
    write_plan: WritePlan, run: Run
) -> None:
    write_plan(*(milestone(f"1-{n}", target="FY2019") for n in range(1, 120)))
    wide = page(run).split('<div class="picture wide-only">')[1].split("</div></div>")[0]
    heights = [float(high) for high in re.findall(r'viewBox="0 0 800 ([0-9.]+)"', wide)]
    assert len(heights) > 2
    assert max(heights) < 1180
    rows = re.findall(r'data-id="(1-[0-9]+)"', wide)
    assert rows == [f"1-{n}" for n in range(1, 120)], "each row once, in order"


def test_reports_in_a_folder_are_listed_on_a_page_that_each_links_to(
    plan: Path, run: Run, folder: Path
) -> None:
    for options in (
        WEEK,
        ("--week", "2021-W15"),
        (*WEEK, "--owner", "CAO"),
        (*WEEK, "--lang", "ja"),
    ):
        made = run("report", "--plan", plan, *options, "--format", "html", "-o", "out/")
        assert (made.code, made.err) == (0, "")
    (folder / "out" / "notes.html").write_text("<title>not a report</title>", encoding="utf-8")
    (folder / "out" / "2021-W13.md").write_text("no page", encoding="utf-8")
    before = (folder / "out" / "index.html").stat().st_mtime_ns
    run("report", "--plan", plan, *WEEK, "--format", "html", "-o", "out/")
    index = (folder / "out" / "index.html").read_text(encoding="utf-8")
    assert (folder / "out" / "index.html").stat().st_mtime_ns == before, "nothing changed"
    assert re.findall(r'<a href="(.*?)"(?: hreflang="(..)" lang="..")?>(.*?)</a>', index) == [
        ("./2021-W15.html", "", "A small plan: report 2021-W15"),
        ("./2021-W14.html", "", "A small plan: report 2021-W14"),
        ("./2021-W14_ja.html", "ja", "小さな計画 進捗報告 2021-W14"),
        ("./2021-W14_owner-CAO_en.html", "en", "A small plan: report 2021-W14 (owner: CAO)"),
    ]
    assert '<a href="index.html">' in (folder / "out" / "2021-W15.html").read_text(encoding="utf-8")
    assert 'href="index.html"' not in page(run), "there is none beside a report that is printed"
