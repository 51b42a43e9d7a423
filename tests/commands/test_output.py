"""Output: formats, pipes, terminals of any width, colour, Japanese, and text that means harm."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import AS_OF, ROOT, SHIPPED, Run, WritePlan, milestone, spaceplan_process

from spaceplan.render.text import width

ON_SHIPPED = ("--plan", SHIPPED, *AS_OF)
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def in_terminal(
    *argv: object, columns: int, cwd: Path, env: Mapping[str, str] | None = None
) -> str:
    """What a command writes to a terminal of so many columns, standard error included."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    wanted = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **(env or {})}
    wanted.pop("COLUMNS", None)
    with subprocess.Popen(
        [sys.executable, "-m", "spaceplan", *map(str, argv)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=cwd,
        env=wanted,
    ) as process:
        os.close(slave)
        written = b""
        while True:
            select.select([master], [], [], 20)
            try:
                piece = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            written += piece
    os.close(master)
    assert process.returncode == 0, written
    return written.decode("utf-8").replace("\r\n", "\n")


# --- a terminal ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_table_fits_the_terminal(folder: Path, columns: int, lang: str) -> None:
    shown = in_terminal("overdue", "--lang", lang, *ON_SHIPPED, columns=columns, cwd=folder)
    assert max(map(width, shown.splitlines())) <= columns
    assert "4-1" in shown
    if columns == 200:
        assert "5年7か月" in shown if lang == "ja" else "5 years 7 months" in shown


@pytest.mark.parametrize("command", ["show 17", "summary", "show 4-1", "topics", "owners"])
def test_a_page_fits_the_terminal(folder: Path, command: str) -> None:
    shown = in_terminal(*command.split(), "--lang", "ja", *ON_SHIPPED, columns=80, cwd=folder)
    assert max(map(width, shown.splitlines())) <= 80


def test_colour_only_where_the_terminal_and_the_user_want_it(folder: Path) -> None:
    coloured = in_terminal("overdue", *ON_SHIPPED, columns=80, cwd=folder, env={"NO_COLOR": ""})
    assert "\x1b[" in coloured
    plain = in_terminal("overdue", *ON_SHIPPED, columns=80, cwd=folder, env={"NO_COLOR": "1"})
    dumb = {"NO_COLOR": "", "TERM": "dumb"}
    assert STYLE.sub("", coloured) == plain
    assert in_terminal("overdue", *ON_SHIPPED, columns=80, cwd=folder, env=dumb) == plain


def test_where_nobody_named_a_plan_a_terminal_is_told_which_it_is(
    folder: Path, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1"))
    assert in_terminal("list", columns=80, cwd=folder).startswith("plan: ")
    named = in_terminal("list", "--plan", "milestones.yaml", columns=80, cwd=folder)
    assert not named.startswith("plan: ")
    assert spaceplan_process("list", cwd=folder).err == ""


# --- a pipe -------------------------------------------------------------------------------------


def test_a_pipe_gets_all_of_it_without_colour_whatever_the_width(run: Run) -> None:
    narrow = run("list", *ON_SHIPPED, env={"COLUMNS": "20", "NO_COLOR": ""})
    assert narrow.out == run("list", *ON_SHIPPED, env={"COLUMNS": "300"}).out
    assert "\x1b" not in narrow.out
    assert "…" not in narrow.out
    assert sum(bool(re.match(r"\d+-\d+", line)) for line in narrow.lines) == 106


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_columns_begin_at_the_same_cell(run: Run, lang: str) -> None:
    lines = run("list", "--lang", lang, *ON_SHIPPED).lines
    title = {"en": "Target", "ja": "目標"}[lang]
    at = width(lines[0].split(title)[0])
    for line in lines[1:107]:
        cells = 0
        for character in line:
            if cells >= at:
                break
            cells += width(character)
        assert cells == at, line
        before = line[: len(line) if width(line) < at else _index(line, at)]
        assert before.endswith("  "), line


def _index(line: str, cells: int) -> int:
    """Index of the character that begins at a cell."""
    for index in range(len(line) + 1):
        if width(line[:index]) >= cells:
            return index
    return len(line)


@pytest.mark.parametrize("reader", ["head -n 1", "true"])
@pytest.mark.parametrize("form", ["plain", "json", "csv"])
def test_a_reader_that_has_seen_enough_is_no_fault(folder: Path, form: str, reader: str) -> None:
    asked = f'"{sys.executable}" -m spaceplan list --format {form} --plan "{SHIPPED}"'
    command = f'{asked} | {reader}; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


@pytest.mark.parametrize("form", ["plain", "json", "csv"])
@pytest.mark.parametrize("command", ["list", "topics"])
def test_a_full_disk_is_said(folder: Path, command: str, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "spaceplan", command, "--format", form, "--plan", str(SHIPPED)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "spaceplan: the output could not be written: no space is left\n"


@pytest.mark.parametrize("command", ["list", "show 17", "summary"])
def test_an_ascii_locale_shows_escapes_not_a_traceback(folder: Path, command: str) -> None:
    env = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    outcome = spaceplan_process(*command.split(), "--lang", "ja", *ON_SHIPPED, cwd=folder, env=env)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.raw.isascii()
    assert rb"\u" in outcome.raw


# --- text that means harm -----------------------------------------------------------------------

EVIL = '"\\e[31mred\\e[0m \\e]0;title\\a [bold]markup[/bold] \\u202eevil :smile: \\r\\n\\tx"'
SHOWN = r"\x1b[31mred\x1b[0m \x1b]0;title\x07 [bold]markup[/bold] \u202eevil :smile: \r\n\tx"


@pytest.mark.parametrize(
    "command", ["list", "overdue", "due --fy 2020", "show 1", "show 1-1", "show --chart 17"]
)
@pytest.mark.parametrize("form", ["table", "plain"])
def test_text_of_the_plan_neither_styles_nor_steers(
    run: Run, write_plan: WritePlan, command: str, form: str
) -> None:
    write_plan(milestone("1-1", target="FY2020", title=EVIL))
    outcome = run(*command.split(), "--format", form, *AS_OF, env={"COLUMNS": "250"})
    assert SHOWN in outcome.out
    assert not [c for c in outcome.out if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]


@pytest.mark.parametrize("command", ["list", "show 1-1", "show 1", "summary", "topics", "owners"])
@pytest.mark.parametrize("form", ["md", "json", "jsonl"])
def test_other_forms_hold_no_raw_controls_either(
    run: Run, write_plan: WritePlan, command: str, form: str
) -> None:
    header = "{ja: 小さな計画, en: A small plan}"
    path = write_plan(milestone("1-1", target="FY2020", title=EVIL))
    path.write_text(path.read_text(encoding="utf-8").replace(header, EVIL), encoding="utf-8")
    outcome = run(*command.split(), "--format", form, *AS_OF)
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out


def test_messages_are_shown_as_text_too(run: Run, folder: Path) -> None:
    for words in (("show", "\x1b[31m"), ("list", "--owner", "\x1b[31m"), ("list", "--plan", "\x1b[31m")):  # fmt: skip
        outcome = run(*words)
        assert outcome.code == 2
        assert "\x1b" not in outcome.err
        assert "\\x1b[31m" in outcome.err


# --- spreadsheets -------------------------------------------------------------------------------


def test_csv_is_plain_records_with_stable_keys(run: Run, write_plan: WritePlan) -> None:
    write_plan(milestone("1-1", target="about FY2020", title='{ja: "=1+1, 二", en: "a\\nb"}'))
    outcome = run("list", "--format", "csv", *AS_OF)
    (record,) = csv.DictReader(io.StringIO(outcome.out, newline=""))
    assert record["id"] == "1-1"
    assert record["title_ja"] == "=1+1, 二"
    assert record["title_en"] == "a\nb"
    assert (record["target"], record["due"], record["state"]) == ("about FY2020", "2021-03-31", "overdue")  # fmt: skip
    assert not outcome.raw.startswith(b"\xef\xbb\xbf")


def test_the_csv_for_excel_keeps_ids_and_japanese_and_computes_nothing(
    run: Run, write_plan: WritePlan
) -> None:
    write_plan(milestone("1-1", target="FY2020", title='{ja: "=1+1", en: "\'@cmd"}'))
    outcome = run("list", "--excel", *AS_OF)
    assert outcome.raw.startswith(b"\xef\xbb\xbf")
    assert outcome.raw.endswith(b"\r\n")
    (record,) = csv.DictReader(io.StringIO(outcome.raw.decode("utf-8-sig"), newline=""))
    assert record["id"] == '="1-1"'
    assert record["title_ja"] == "'=1+1"
    assert record["title_en"] == "''@cmd"
    assert run("list", "--excel", "--format", "csv", *AS_OF).raw == outcome.raw
    assert run("list", "--excel", "--format", "json").code == 2
    assert run("list", "--json", "--format", "csv").code == 2


def test_csv_is_utf8_whatever_the_locale(folder: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    outcome = spaceplan_process("list", "--format", "csv", *ON_SHIPPED, cwd=folder, env=env)
    assert "準天頂衛星" in outcome.out


def test_json_is_the_same_in_every_locale(run: Run) -> None:
    english = run("list", "--json", *ON_SHIPPED)
    japanese = run("list", "--json", *ON_SHIPPED, env={"LC_ALL": "ja_JP.UTF-8"})
    assert english == japanese
    assert json.loads(english.out)["milestones"][0]["title"]["ja"].startswith("準天頂衛星")


@pytest.mark.parametrize(
    ("locale", "word"),
    [("ja_JP.UTF-8", "期限超過"), ("ja", "期限超過"), ("en_GB.UTF-8", "overdue"), ("C", "overdue")],
)
def test_the_language_is_that_of_the_locale_unless_named(run: Run, locale: str, word: str) -> None:
    assert word in run("overdue", *ON_SHIPPED, env={"LC_ALL": locale}).out
    assert "overdue" in run("overdue", *ON_SHIPPED, "--lang", "en", env={"LC_ALL": locale}).out


def test_markdown_is_a_table_that_a_forge_draws(run: Run, write_plan: WritePlan) -> None:
    from markdown_it import MarkdownIt

    write_plan(milestone("1-1", target="FY2020", title='"a | b <script> *c*"'))
    html = (
        MarkdownIt("commonmark").enable("table").render(run("list", "--format", "md", *AS_OF).out)
    )
    assert "<td>a | b &lt;script&gt; *c*</td>" in html


def test_csv_in_a_terminal_cannot_steer_it(write_plan: WritePlan, tmp_path: Path) -> None:
    plan = write_plan(milestone("1-1", title='{ja: 題, en: "a\\e[2Jb"}'))
    screen = in_terminal("list", "--plan", plan, "--format", "csv", columns=80, cwd=tmp_path)
    assert "a\\x1b[2Jb" in screen
    assert "\x1b[2J" not in screen


def test_a_closed_output_is_no_traceback(tmp_path: Path) -> None:
    for form in ("plain", "csv"):
        words = [sys.executable, "-m", "spaceplan", "list", "--format", form, "--plan", SHIPPED]
        done = subprocess.run(
            ["sh", "-c", 'exec "$@" >&-', "sh", *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


# --- encodings ----------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "euc_jp"])
@pytest.mark.parametrize(
    "words",
    ["list --json", "due --format jsonl", "show 1 --json", "check --json", "path --json", "schema", "summary --json"],
)  # fmt: skip
def test_json_is_utf8_whatever_the_encoding(
    folder: Path, write_plan: WritePlan, encoding: str, words: str
) -> None:
    write_plan(milestone("1-1", title="{ja: 𠮷野さんの打上げ, en: Launch}", target="FY2020"))
    said, plain = (
        spaceplan_process(*words.split(), cwd=folder, env={"PYTHONIOENCODING": name})
        for name in (encoding, "utf-8")
    )
    assert said.raw == plain.raw
    for line in [said.out] if "jsonl" not in words else said.out.splitlines():
        json.loads(line)


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_columns_stay_columns_in_any_encoding(
    folder: Path, write_plan: WritePlan, encoding: str
) -> None:
    write_plan(
        milestone("1-1", title="{ja: 𠮷野さんの打上げ, en: Launch}", target="FY2020"),
        milestone("1-2", title="{ja: 会合, en: Meeting}", target="FY2020"),
    )
    env = {"PYTHONIOENCODING": encoding}
    shown = spaceplan_process("list", "--lang", "ja", cwd=folder, env=env).raw.decode(encoding)
    ends = [line.rstrip().endswith("文科省") or "\\u" in line for line in shown.splitlines()[1:3]]
    at = [
        width(line.split("FY2020" if "FY2020" in line else "2020")[0])
        for line in shown.splitlines()[1:3]
    ]
    assert all(ends) and len(set(at)) == 1
    tables = [
        spaceplan_process("list", "--format", "csv", cwd=folder, env={"PYTHONIOENCODING": name}).raw
        for name in (encoding, "utf-8")
    ]
    assert tables[0] == tables[1]


# --- a pager ------------------------------------------------------------------------------------


def test_a_long_answer_goes_through_the_pager(folder: Path) -> None:
    pager = {"PAGER": "sed s/^/PAGED:/"}
    long = in_terminal("list", *ON_SHIPPED, columns=200, cwd=folder, env=pager)
    assert all(line.startswith("PAGED:") for line in long.splitlines()[1:])
    assert "PAGED" in in_terminal("show", "17", *ON_SHIPPED, columns=80, cwd=folder, env=pager)
    short = in_terminal("list", "-n", "3", *ON_SHIPPED, columns=200, cwd=folder, env=pager)
    assert "PAGED" not in short
    for more, env in (
        (("--no-pager",), pager),
        ((), {"PAGER": "no-such-pager-here"}),
        ((), {"PAGER": "'"}),
    ):
        shown = in_terminal("list", *more, *ON_SHIPPED, columns=200, cwd=folder, env=env)
        assert "106 milestones" in shown and "PAGED" not in shown


def test_a_pager_that_is_left_early_is_no_fault(folder: Path) -> None:
    shown = in_terminal("list", *ON_SHIPPED, columns=200, cwd=folder, env={"PAGER": "head -n 2"})
    assert len(shown.splitlines()) <= 3


def test_a_pipe_is_never_paged(folder: Path) -> None:
    plain = spaceplan_process("list", *ON_SHIPPED, cwd=folder, env={"PAGER": "sed s/^/PAGED:/"})
    assert "PAGED" not in plain.out


@pytest.mark.parametrize(("lang", "more"), [("en", "CAO +8"), ("ja", "ほか8")])
def test_a_narrow_terminal_names_the_first_of_many_owners(
    tmp_path: Path, lang: str, more: str
) -> None:
    """Ten ministries below each other were ten lines for one milestone."""
    argv = ("overdue", *ON_SHIPPED, "--lang", lang, "--id", "17-23", "--no-pager")
    shown = STYLE.sub("", in_terminal(*argv, columns=80, cwd=tmp_path))
    assert more in shown
    assert len([line for line in shown.splitlines() if line]) <= 7
    wide = STYLE.sub("", in_terminal(*argv, columns=250, cwd=tmp_path))
    assert "CAS, CAO, MIC" in wide or "内閣官房、内閣府、総務省" in wide


def test_a_summary_names_topics_whole_beside_its_bars(tmp_path: Path) -> None:
    shown = in_terminal("summary", *ON_SHIPPED, "--lang", "en", columns=80, cwd=tmp_path)
    lines = STYLE.sub("", shown).splitlines()
    assert any(line.startswith(" 4 Development of the H3 launch vehicle ") for line in lines)
    assert any(line.startswith(" 1 Seven-satellite Quasi-Zenith") for line in lines)
