"""What people and programs see: tables on screens, in pipes, in Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import unicodedata
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from spaceplan.render.csv_out import BOM, read_csv_cell, render_csv
from spaceplan.render.json_out import dumps, json_lines
from spaceplan.render.markdown import literal, paragraph, render_markdown
from spaceplan.render.plain import render_plain
from spaceplan.render.table import STYLES, Cell, Column, Table, render_terminal
from spaceplan.render.text import cut, encodable, ordinary, pad, visible, width, wrap

FAMILY = "👨\u200d👩\u200d👧"
HEART = "❤\ufe0f"
# Every kind of trouble in small alphabets, so that troubles meet; and any text at all.
TROUBLE = st.text(
    alphabet="ab 4-1|\\`*_[]<>&~#:/.=+@'\",\n\r\t\x1b\x9b\x7f\u200b\u200c\u200d\u202e\u2028\ufeff"
    "\ufe0f\u3099\ud800工程ー、。「」（）ｶﾞ\u3000①→…👨👩❤क\u094dا\U000e0001\U0001f3fd"
)
ANY_TEXT = TROUBLE | st.text() | st.text(st.characters())

OVERDUE = Table(
    columns=(
        Column("id", "ID", style="id", priority=4),
        Column("title", "題名", flexible=True, priority=3),
        Column("target", "Target", priority=2),
        Column("late", "Late", align="right", priority=1),
        Column("owner", "Owner", flexible=True),
    ),
    rows=(
        ("4-1", "H3ロケット試験機初号機の打上げ", "FY2020", Cell("5y 7m", "late"), "MEXT, JAXA"),
        ("7-4a", "小型月着陸実証機（SLIM）の打上げ", "FY2021", "4y", "MEXT"),
        ("17-32", "Cooperation on space debris", "about FY2023", "", "CAO, MOD and others"),
    ),
    title="overdue on 2026-11-23",
    notes=("nothing recorded since 2018-12-11",),
)


def one_column(*cells: str) -> Table:
    return Table((Column("text", "Text", flexible=True),), tuple((cell,) for cell in cells))


# Text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202egpj.exe\u2069\u200e\u061c", "\\u202egpj.exe\\u2069\\u200e\\u061c"),
        ("a\u200bb\u2060\ufeff\xad", "a\\u200bb\\u2060\\ufeff\\xad"),
        ("\u2028\u2029\x85", "\\u2028\\u2029\\x85"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041\uffff\U0010ffff", "\\U000e0041\\uffff\\U0010ffff"),
        ("a\u200db", "a\\u200db"),
        ("\ufe0fa\u200c", "\\ufe0fa\\u200c"),
    ],
)
def test_what_could_style_or_steer_a_terminal_is_written_out(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H3 [red]not markup[/red] :smile: \\x1b",
        "準天頂衛星システム　７機体制（みちびき）…①→②",
        "が", "か\u3099", "葛\U000e0100城市",
        FAMILY, HEART, f"{HEART}\u200d🔥", "👍🏽", "🇯🇵",
        "می\u200cخواهم", "क्\u200dष",
        "\ue000",
    ],
)  # fmt: skip
def test_ordinary_text_is_shown_unchanged(text: str) -> None:
    assert visible(text) == text


@given(ANY_TEXT)
def test_shown_text_is_one_line_without_controls(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


def test_the_quick_look_passes_no_character_that_may_not_be_shown() -> None:
    passed = [c for c in map(chr, [*range(0x20000), *range(0xE0000, 0xE1000)]) if ordinary(c)]
    # The trailing NUL makes visible look closely.
    assert [c for c in passed if visible(c + "\0") != c + "\\x00"] == []
    assert ordinary("H3ロケット　試験機")


def test_every_character_is_as_wide_as_the_table_of_rich_says() -> None:
    shown = [c for c in map(chr, range(0x20, 0x20000)) if visible(c) == c]
    assert [c for c in shown if width(c) != cell_len(c)] == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [("4-1", 3), ("打上げ", 6), ("Ｈ３ﾛｹｯﾄ", 8), ("か\u3099", 2), (FAMILY, 2), (HEART, 2), ("", 0)],
)
def test_width_counts_terminal_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("打上げ", 6, "打上げ"),
        ("打上げ", 5, "打上…"),
        ("打上げ", 4, "打…"),
        ("H3 rocket", 4, "H3 …"),
        (FAMILY * 2, 3, f"{FAMILY}…"),
        ("打上げ", 1, "…"),
        ("打上げ", 0, ""),
    ],
)
def test_cut_ends_with_an_ellipsis_where_it_cut(text: str, cells: int, expected: str) -> None:
    assert cut(text, cells) == expected


@given(ANY_TEXT.map(visible), st.integers(0, 30))
def test_cut_and_padded_text_fits(text: str, cells: int) -> None:
    assert cell_len(cut(text, cells)) <= cells
    assert cell_len(pad(cut(text, cells), cells)) == cells


def test_pad_fills_on_either_side_and_never_cuts() -> None:
    assert pad("月", 4) == "月  "
    assert pad("月", 4, "right") == "  月"
    assert pad("火星衛星", 4) == "火星衛星"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("first flight of H3", 10, ["first", "flight of", "H3"]),
        ("超小型衛星の打上げ", 8, ["超小型衛", "星の打上", "げ"]),
        ("H3ロケットの打上げ", 10, ["H3ロケット", "の打上げ"]),
        ("see 17-32 too", 8, ["see", "17-32", "too"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("月面へ　着陸する", 8, ["月面へ", "着陸する"]),
        (FAMILY * 3, 4, [FAMILY * 2, FAMILY]),
    ],
)
def test_wrap_keeps_words_whole_and_breaks_japanese_anywhere(
    text: str, cells: int, lines: list[str]
) -> None:
    assert wrap(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("打上げる。", ["打上げ", "る。"]),
        ("打上げ、次", ["打上", "げ、次"]),
        ("月着陸「実証」", ["月着陸", "「実", "証」"]),
        ("のセンター", ["のセン", "ター"]),
        ("一二ロケット", ["一二ロ", "ケット"]),
    ],
)
def test_no_line_begins_or_ends_with_what_may_not(text: str, lines: list[str]) -> None:
    assert wrap(text, 6) == lines


@given(ANY_TEXT.map(visible), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_only_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert max(map(cell_len, lines)) <= cells
    assert re.sub("[ \u3000]", "", "".join(lines)) == re.sub("[ \u3000]", "", text)


def test_a_text_that_is_wrapped_keeps_the_blanks_before_it() -> None:
    assert wrap(" 7 Space science", 12) == [" 7 Space", "science"]
    assert wrap("   longer", 6) == ["longer"]


def test_wrap_refuses_a_width_that_no_kanji_fits() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        wrap("月面", 1)


def test_what_an_encoding_lacks_is_written_out() -> None:
    assert encodable("H3ロケット", "utf-8") == "H3ロケット"
    assert encodable("H3 é", "ascii") == "H3 \\xe9"
    assert encodable("工程表", "cp932") == "工程表"


# The table


def test_a_row_has_one_cell_per_column() -> None:
    with pytest.raises(ValueError, match="row 2 has 2 cells for 1"):
        Table((Column("id", "ID"),), (("4-1",), ("4-1", "planned")))


# For pipes


def test_plain_is_a_header_and_aligned_rows_then_title_and_notes() -> None:
    assert render_plain(OVERDUE) == (
        "ID     題名                              Target         Late  Owner\n"
        "4-1    H3ロケット試験機初号機の打上げ    FY2020        5y 7m  MEXT, JAXA\n"
        "7-4a   小型月着陸実証機（SLIM）の打上げ  FY2021           4y  MEXT\n"
        "17-32  Cooperation on space debris       about FY2023         CAO, MOD and others\n"
        "\n"
        "overdue on 2026-11-23\n"
        "nothing recorded since 2018-12-11\n"
    )


def test_plain_without_rows_is_the_header_and_without_anything_is_empty() -> None:
    assert render_plain(one_column()) == "Text\n"
    assert render_plain(Table((), ())) == ""


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, ANY_TEXT), max_size=4))
def test_plain_has_a_line_per_row_whatever_the_cells_hold(rows: list[tuple[str, str, str]]) -> None:
    columns = (Column("a", "A"), Column("b", "B", align="right"), Column("c", "C"))
    text = render_plain(Table(columns, tuple(rows)))
    lines = text.split("\n")
    assert lines.pop() == ""
    assert lines == text.splitlines()
    assert len(lines) == len(rows) + 1
    assert not any(line.endswith(" ") for line in lines)
    assert not {unicodedata.category(c) for line in lines for c in line} & {"Cc", "Cs"}


@given(st.lists(ANY_TEXT, min_size=1, max_size=5))
def test_plain_columns_begin_at_the_same_cell(cells: list[str]) -> None:
    columns = (Column("a", "題名"), Column("b", "B"))
    text = render_plain(Table(columns, tuple((cell, "@@@@@@") for cell in cells)))
    rows = text.splitlines()[1:]
    assert len({cell_len(row.removesuffix("@@@@@@")) for row in rows}) == 1


def test_plain_never_cuts_or_wraps() -> None:
    assert render_plain(one_column("月" * 500)) == "Text\n" + "月" * 500 + "\n"


# For a terminal


def test_terminal_on_a_wide_screen() -> None:
    rule = "─" * 81
    assert render_terminal(OVERDUE, width=200, color=False) == (
        "overdue on 2026-11-23\n"
        "ID     題名                              Target         Late  Owner\n"
        f"{rule}\n"
        "4-1    H3ロケット試験機初号機の打上げ    FY2020        5y 7m  MEXT, JAXA\n"
        "7-4a   小型月着陸実証機（SLIM）の打上げ  FY2021           4y  MEXT\n"
        "17-32  Cooperation on space debris       about FY2023         CAO, MOD and others\n"
        "\n"
        "nothing recorded since 2018-12-11\n"
    )


def test_terminal_wraps_flexible_columns_to_fill_the_screen() -> None:
    assert render_terminal(OVERDUE, width=72, color=False).splitlines()[1:7] == [
        "ID     題名                     Target         Late  Owner",
        "─" * 72,
        "4-1    H3ロケット試験機初号機   FY2020        5y 7m  MEXT, JAXA",
        "       の打上げ",
        "7-4a   小型月着陸実証機         FY2021           4y  MEXT",
        "       （SLIM）の打上げ",
    ]


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("総務省、文科省", 11, ["総務省、", "文科省"]),
        ("CAO, MEXT and others", 11, ["CAO, MEXT", "and others"]),
        ("2023-11-15..FY2023", 16, ["2023-11-15..", "FY2023"]),
        ("2023年11月15日～2023年度", 16, ["2023年11月15日～", "2023年度"]),
        ("遅れて完了 ○（1年5か月）", 12, ["遅れて完了 ○", "（1年5か月）"]),
        ("done late ○ (1y 5m)", 14, ["done late ○", "(1y 5m)"]),
        ("宇宙航空研究開発機構", 11, ["宇宙航空研", "究開発機構"]),
        ("", 5, [""]),
    ],
)
def test_what_has_parts_is_broken_between_them_where_they_fit(
    text: str, cells: int, lines: list[str]
) -> None:
    assert wrap(text, cells, parted=True) == lines


@given(ANY_TEXT.map(visible), st.integers(2, 30))
def test_broken_between_parts_or_anywhere_nothing_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells, parted=True)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_terminal_names_the_columns_that_a_narrow_screen_leaves_out() -> None:
    text = render_terminal(OVERDUE, width=40, color=False)
    assert text.splitlines()[1].split() == ["ID", "題名", "Target"]
    assert text.endswith("\nLate, Owner\n")
    japanese = render_terminal(OVERDUE, width=40, color=False, left_out="、".join)
    assert japanese.endswith("\nLate、Owner\n")


def test_terminal_keeps_the_column_with_the_highest_priority() -> None:
    columns = tuple(Column(f"c{n}", f"title {n}", priority=n == 3) for n in range(9))
    text = render_terminal(Table(columns, (("x" * 20,) * 9,)), width=40, color=False)
    assert text.startswith("title 3\n")


def test_terminal_without_unicode_uses_dashes_and_escapes() -> None:
    text = render_terminal(OVERDUE, width=80, color=False, encoding="ascii")
    assert text.isascii()
    assert "-" * 40 in text
    assert "H3\\u30ed" in text
    assert "─" not in render_terminal(OVERDUE, width=80, color=False, encoding="cp932")


def test_terminal_colours_only_when_asked_and_says_nothing_by_colour_alone() -> None:
    coloured = render_terminal(OVERDUE, width=200, color=True)
    assert "\x1b[1;31m5y 7m\x1b[0m" in coloured
    assert "\x1b[1m4-1\x1b[0m" in coloured
    plain = render_terminal(OVERDUE, width=200, color=False)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_every_semantic_style_can_be_drawn() -> None:
    table = Table((Column("s", "Style"),), tuple((Cell(s or "none", s),) for s in STYLES))
    assert "late" in render_terminal(table, width=40, color=True)


def test_terminal_shows_markup_links_and_emoji_codes_as_they_are_written() -> None:
    cells = ("[red]x[/red]", "[link=http://example.org]y[/link]", ":smile:", "\x1b]8;;z\x07")
    text = render_terminal(one_column(*cells), width=80, color=True)
    for shown in (*cells[:3], "\\x1b]8;;z\\x07"):
        assert f"{shown}\n" in text


CELLS = st.tuples(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)


@given(st.lists(CELLS, max_size=3), ANY_TEXT, ANY_TEXT, st.integers(40, 210))
def test_terminal_lines_never_exceed_the_screen(
    rows: list[tuple[str, str, str, str]], title: str, note: str, screen: int
) -> None:
    columns = (
        Column("id", "ID", priority=2, style="id"),
        Column("title", title, flexible=True, priority=2),
        Column("n", "数", align="right", priority=1),
        Column("x", "X", flexible=True),
    )
    table = Table(columns, tuple(rows), title=title, notes=(note,))
    text = render_terminal(table, width=screen, color=False)
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= screen
    assert not any(line.endswith(" ") for line in lines)
    ascii_text = render_terminal(table, width=screen, color=False, encoding="ascii")
    assert max(map(len, ascii_text.splitlines())) <= screen


@given(st.lists(ANY_TEXT.map(lambda text: text.replace("@", "")), min_size=1, max_size=4))
def test_terminal_columns_begin_at_the_same_cell(cells: list[str]) -> None:
    columns = (Column("a", "題名", flexible=True), Column("b", "B"))
    table = Table(columns, tuple((cell, "@") for cell in cells))
    lines = render_terminal(table, width=40, color=False).splitlines()
    starts = {cell_len(line.removesuffix("@")) for line in lines if line.endswith("@")}
    assert len(starts) == 1


@pytest.mark.parametrize("screen", [0, 1, 9])
def test_a_terminal_too_narrow_to_be_true_still_gets_its_table(screen: int) -> None:
    assert render_terminal(OVERDUE, width=screen, color=False).count("\n") > 3


# Markdown


def shown_by_markdown(source: str) -> list[str]:
    """The text that a reader sees in each block or table cell."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = []
    for token in parser.parse(source):
        if token.type == "inline":
            children = token.children or []
            kinds = {child.type for child in children}
            assert kinds <= {"text", "html_inline", "link_open", "link_close"}
            html = {child.content for child in children if child.type == "html_inline"}
            assert html <= {"<br>"}
            blocks.append("".join(child.content for child in children).replace("<br>", "\n"))
    return blocks


def test_markdown_is_a_heading_a_table_and_paragraphs() -> None:
    text = render_markdown(OVERDUE, level=3)
    assert text == (
        "### overdue on 2026-11-23\n"
        "\n"
        "| ID | 題名 | Target | Late | Owner |\n"
        "| --- | --- | --- | ---: | --- |\n"
        "| 4-1 | H3ロケット試験機初号機の打上げ | FY2020 | 5y 7m | MEXT, JAXA |\n"
        "| 7-4a | 小型月着陸実証機（SLIM）の打上げ | FY2021 | 4y | MEXT |\n"
        "| 17-32 | Cooperation on space debris | about FY2023 |  | CAO, MOD and others |\n"
        "\n"
        "nothing recorded since 2018-12-11\n"
    )


@given(ANY_TEXT, ANY_TEXT)
@example("a\\|b", "\\")
@example("<script>", "&amp; [x](y) ![z](w) `c` **b** ~~s~~ $m$")
@example("1. one", "- two")
@example("2026-11-16 to 2026-11-22", "1-2-3")
@example("===", "# head #")
def test_markdown_shows_cells_and_notes_as_the_text_they_hold(cell: str, note: str) -> None:
    def read(text: str) -> list[str]:
        return [visible(line).strip() for line in text.replace("\r\n", "\n").split("\n")]

    table = Table((Column("a", "A"), Column("b", "B")), ((cell, "end"),))
    shown = shown_by_markdown(render_markdown(table))
    assert shown[:2] == ["A", "B"]
    assert shown[3:] == ["end"]
    assert [line.strip() for line in shown[2].split("\n")] == read(cell)
    blocks = shown_by_markdown(f"before\n\n{paragraph(note)}\n\nafter\n")
    if note.strip() and visible(note).strip():
        assert [line.strip() for line in blocks[1].split("\n")] == read(note)
    assert blocks[-1] == "after"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("see https://www8.cao.go.jp/a_b?c=1&d=2.", "see <https://www8.cao.go.jp/a_b?c=1&d=2>."),
        ("（https://example.org/x）を参照", "（<https://example.org/x>）を参照"),
        ("https://example.org/H3_(rocket)", "https\\://example.org/H3\\_(rocket)"),
        ("www.example.org", "www\\.example.org"),
        ("17-32 in FY2019..FY2022", "17-32 in FY2019..FY2022"),
    ],
)
def test_markdown_links_an_address_whole_or_not_at_all(text: str, markdown: str) -> None:
    assert literal(text) == markdown
    assert shown_by_markdown(literal(text)) == [text]


# CSV

ID_AND_TEXT = (Column("id", "ID", style="id"), Column("title", "Title"))


def test_plain_csv_is_raw_values_with_keys_for_a_header() -> None:
    rows: list[tuple[str | Cell, ...]] = [
        ("4-1", Cell("=1+1", "late")),
        ("7-4a", 'say "H3", twice'),
        ("", "two\nlines"),
    ]
    assert render_csv(ID_AND_TEXT, rows) == (
        'id,title\n4-1,=1+1\n7-4a,"say ""H3"", twice"\n,"two\nlines"\n'
    )


def test_excel_csv_protects_ids_and_formulas() -> None:
    rows = [("4-1", "=1+1"), ("", "-3 months"), ("7-4a", "'quoted'"), ("8-1", "@x"), ("8-2", "月")]
    assert render_csv(ID_AND_TEXT, rows, excel=True) == (
        f"{BOM}id,title\r\n"
        '"=""4-1""",\'=1+1\r\n'
        ",'-3 months\r\n"
        '"=""7-4a""",\'\'quoted\'\r\n'
        '"=""8-1""",\'@x\r\n'
        '"=""8-2""",月\r\n'
    )


ENCODABLE = st.text(st.characters(exclude_categories=["Cs"])) | st.text(alphabet="=+-@\t\r\n'\"a＝")


@given(st.lists(st.tuples(ENCODABLE, ENCODABLE), max_size=4))
def test_both_kinds_of_csv_can_be_read_back(rows: list[tuple[str, str]]) -> None:
    raw = list(csv.reader(io.StringIO(render_csv(ID_AND_TEXT, rows), newline="")))
    assert [tuple(row) for row in raw[1:]] == rows
    text = render_csv(ID_AND_TEXT, rows, excel=True)
    excel = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert excel[0] == ["id", "title"]
    assert [tuple(map(read_csv_cell, row)) for row in excel[1:]] == rows
    formulas = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")
    dangerous = [row[1] for row in excel[1:] if row[1].startswith(formulas)]
    assert dangerous == []


@pytest.mark.parametrize(
    ("saved", "value"),
    [
        ("4-1", "4-1"),
        ('="4-1"', "4-1"),
        ("'=1+1", "=1+1"),
        ("'tis", "'tis"),
        ("''tis", "'tis"),
        ("2026/4/1", "2026/4/1"),
        ("", ""),
        ("'", "'"),
        ('="', '="'),
    ],
)
def test_a_cell_that_a_spreadsheet_saved_is_read(saved: str, value: str) -> None:
    assert read_csv_cell(saved) == value


def test_csv_with_one_empty_value_is_still_a_row() -> None:
    text = render_csv(ID_AND_TEXT[:1], [("",), ("4-1",)])
    assert list(csv.reader(io.StringIO(text))) == [["id"], [""], ["4-1"]]


def test_csv_can_be_written_even_with_a_lone_surrogate() -> None:
    assert render_csv(ID_AND_TEXT[:1], [("\udc80",)]).encode() == b"id\n\\udc80\n"


# JSON


def test_json_is_readable_typed_and_has_iso_dates() -> None:
    tokyo = timezone(timedelta(hours=9))
    data = {
        "題名": "打上げ",
        "due": date(2021, 3, 31),
        "recorded": datetime(2026, 11, 23, 9, 0, 12, tzinfo=tokyo),
        "charts": (17,),
        "actual": None,
    }
    assert dumps(data) == (
        "{\n"
        '  "題名": "打上げ",\n'
        '  "due": "2021-03-31",\n'
        '  "recorded": "2026-11-23T09:00:12+09:00",\n'
        '  "charts": [\n    17\n  ],\n'
        '  "actual": null\n'
        "}\n"
    )


def test_json_lines_are_compact_and_one_per_item() -> None:
    items = [{"id": "4-1", "due": date(2021, 3, 31)}, {"id": "7-4\u2028a"}]
    assert json_lines(items) == '{"id":"4-1","due":"2021-03-31"}\n{"id":"7-4\\u2028a"}\n'
    assert json_lines([]) == ""


@given(st.recursive(ENCODABLE | st.integers() | st.booleans() | st.none(), st.lists, max_leaves=5))
def test_json_reads_back_and_holds_nothing_that_steers_a_terminal(data: object) -> None:
    for text in (dumps(data), json_lines([data])):
        assert json.loads(text) == data
        assert all(visible(line) == line for line in text.split("\n"))


@given(ANY_TEXT)
def test_json_can_always_be_encoded_and_a_line_stays_a_line(text: str) -> None:
    line = json_lines([{"note": text}])
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    json.loads(line)


def test_json_refuses_what_json_cannot_say() -> None:
    with pytest.raises(TypeError, match="object has no form in JSON"):
        dumps({"x": object()})
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps(float("inf"))


# Start-up


def test_rich_is_imported_only_when_it_is_needed() -> None:
    modules = ("text", "table", "plain", "markdown", "csv_out", "json_out")
    program = (
        "import sys\n"
        + "".join(f"import spaceplan.render.{name}\n" for name in modules)
        + "from spaceplan.render.table import Column, Table, render_terminal\n"
        "render_terminal(Table((Column('a', '題名'),), (('打上げ（再掲）',),)), width=80, "
        "color=False)\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'rich'])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")
