"""HTML pages: headings, lists, tables and struck words, each on its line of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaceplan.source.read.files import read_text
from spaceplan.source.read.html_text import html_text, is_html

PAGE = """\
<!DOCTYPE html>
<html lang="ja">
<head><meta charset="utf-8"><title>計画</title><style>p { color: red }</style></head>
<body><nav><ul><li>ホーム</li></ul></nav>
<h1>交通安全実施計画</h1>

<p>令和7年3月28日決定</p>
<h2>1. 道路</h2>
<h3>今後の取組</h3>
<ul>
  <li>通学路の<b>照明</b>を2027年度までに<br>
      増やす。【国土交通省】
    <ul><li>信号機の更新を2026年度に終える。</li></ul>
  <li>歩道を広げる。
</ul>
<p>国土交通省は、標識の点検を毎年度行う。</p>
<table>
<tr><th>取組</th><th>期限</th><th>担当</th><th>指標</th></tr>
<tr><td>踏切の改良<td><s>2026年度</s> 2028年度</td><td>国土交通省</td><td>a|b</td></tr>
</table>
<h2>2. 教育</h2>
<ol><li>教材を2026年度に作る。</li><li>講習を2027年度に始める。</li></ol>
<script>document.write("<li>2030年度に消す。</li>")</script>
</body></html>
"""


def test_a_page_is_read_by_its_headings_lists_and_tables(run: Any, folder: Path) -> None:
    Path("plan.html").write_text(PAGE, "utf-8")
    done = run("source", "import", "plan.html", "-o", "milestones.yaml")
    assert (done.code, done.err) == (0, "")
    rows = run("list", "--format", "jsonl").out
    for told in (
        '"id":"1-1"', '"id":"1-2"', '"id":"1-3"', '"id":"1-4"', '"id":"1-5"', '"id":"2-1"', '"id":"2-2"',
    ):  # fmt: skip
        assert told in rows.replace(": ", ":")
    text = Path("milestones.yaml").read_text("utf-8")
    assert "target: FY2028\n    baseline: FY2026" in text and "measure: a|b" in text
    assert "消す" not in text and "ホーム" not in text
    shown = run("source", "import", "plan.html", "--explain").out
    line = {word: PAGE.split(word)[0].count("\n") + 1 for word in ("通学路", "標識", "踏切")}
    assert (
        f"plan.html:{line['通学路']}: 通学路の照明を2027年度までに増やす。【国土交通省】" in shown
    )
    assert f"plan.html:{line['標識']}: 国土交通省は、標識の点検を毎年度行う。" in shown
    assert f"plan.html:{line['踏切']}: 踏切の改良 | ~~2026年度~~ 2028年度" in shown


def test_an_encoding_and_a_comment_before_the_page(tmp_path: Path) -> None:
    path = tmp_path / "d"
    path.write_bytes(f"<!-- 前 -->\n{PAGE}".encode("cp932"))
    assert "# 交通安全実施計画" in read_text(path)


@pytest.mark.parametrize(
    "text", ["計画\n- <html>を使う。", "# Plan\n<p>x</p>", "", "<ul><li>a</ul>"]
)
def test_what_is_no_page_stays_as_it_is(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize("text", ["<![1", "<![x]>甲", "<![if mso]>甲<![endif]>", "<![CDATA[甲]]>"])
def test_a_declaration_of_any_kind_is_no_fault(text: str) -> None:
    assert "]>" not in html_text(f"<html><p>乙{text}</p>").replace("]]>", "")


@given(st.text(alphabet="<>/!-[]&;=\"' apliturodh12\n", max_size=80))
def test_no_page_breaks_the_reader(text: str) -> None:
    found = html_text("<html>" + text)
    assert found.endswith("\n|---|---|\n")


def test_cells_that_reach_over_rows_and_columns_stand_in_each() -> None:
    page = (
        "<html><body><h2>Priority 1</h2><h2>Priority 2</h2><table>"
        "<tr><th>Action</th><th>Milestone</th><th>Lead</th><th>Due</th></tr>"
        '<tr><td rowspan="3">Sensors</td><td>Install 50</td><td rowspan="2">NIWA</td><td>2026</td></tr>'
        "<tr><td>Install 100</td><td>2027</td></tr>"
        '<tr><td>Publish it</td><td colspan="2">To be agreed</td></tr>'
        '<tr><td colspan="x">Models</td><td rowspan="0">Model it</td><td>EA</td><td>2028</td></tr>'
        "</table></body></html>"
    )
    rows = [line for line in html_text(page).splitlines() if line.startswith("| ")]
    assert rows[1:] == [
        "| Sensors | Install 50 | NIWA | 2026 |",
        "| Sensors | Install 100 | NIWA | 2027 |",
        "| Sensors | Publish it | To be agreed |  |",
        "| Models | Model it | EA | 2028 |",
    ]


def test_a_footnote_and_what_links_to_it_are_no_text() -> None:
    page = (
        "<html><body><h2>A</h2><ul><li>Publish 20 km<sup>2</sup> of maps<sup><a href='#fn1'>1</a></sup>"
        " by 2027.</li></ul><p id='fn1'>1. Subject to funding.</p><p class='notes'>Draft.</p></body></html>"
    )
    assert [line for line in html_text(page).splitlines() if line][1:4] == [
        "- Publish 20 km2 of maps by 2027.",
        "[^1]: 1. Subject to funding.",
        "[^1]: Draft.",
    ]
