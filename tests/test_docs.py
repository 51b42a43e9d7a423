"""What the docs show is what the program prints.

Every ``console`` block of README.md and docs/ is run: a line that begins with ``$ `` is a command,
what follows is its output. ``...`` stands for anything within a line, or, alone, for any lines.
The blocks of one page run one after the other, as somebody types them: they begin in a folder that
is empty (that of examples/README.md holds the examples), and a ``cd`` holds for what follows.

    python tests/test_docs.py PAGE...

puts the output of today where a page says another; what changes from run to run becomes ``...``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), EXAMPLES / "README.md"])
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples(page: Path) -> list[tuple[str, str]]:
    """(command, expected output) in the order of the page."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def pattern(expected: str) -> re.Pattern[str]:
    """Expected output as a pattern: trailing spaces do not count."""
    lines = []
    for line in expected.rstrip("\n").split("\n"):
        if line == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(r".*?".join(map(re.escape, line.rstrip().split("..."))) + r" *\n")
    return re.compile("".join(lines))


def japanese(page: Path) -> bool:
    """Whether a page is in Japanese: its commands answer as in a Japanese locale."""
    return page.name.endswith(".ja.md") or "ja" in page.relative_to(ROOT).parts


def outputs(page: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    """(command, expected output, output) of each example, run one after the other in a home of
    its own."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    script = bin_folder / "spaceplan"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m spaceplan "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    home = folder / "home"
    if page.parent == EXAMPLES:
        shutil.copytree(EXAMPLES, home)
    else:
        home.mkdir()
    environment = {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LANG": "ja_JP.UTF-8" if japanese(page) else "C.UTF-8",
        "LC_CTYPE": "C.UTF-8",
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "SPACEPLAN_CACHE": str(folder / "cache"),
    }
    stands = folder / "stands"
    stands.write_text(str(home), encoding="utf-8")
    for command, expected in examples(page):
        done = subprocess.run(
            ["sh", "-c", f'{command}\npwd > "$0"', stands],
            cwd=stands.read_text(encoding="utf-8").rstrip("\n"),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        output = (
            done.stdout if done.stdout.endswith("\n") or not done.stdout else done.stdout + "\n"
        )
        yield command, expected, re.sub(r"[ ]+$", "", output, flags=re.MULTILINE)


def fits(expected: str, shown: str) -> bool:
    """Whether an output is what a page says."""
    wanted = pattern(expected) if expected.strip() else re.compile("")
    return bool(wanted.fullmatch(shown))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_are_real(page: Path, tmp_path: Path) -> None:
    for command, expected, shown in outputs(page, tmp_path):
        assert fits(expected, shown), f"$ {command}\n{shown}\n--- the page says\n{expected}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_only_files_that_are_there(page: Path) -> None:
    named = re.findall(r"`((?:spaceplan|tests|examples|\.ci)/[^`\s]*)`", page.read_text("utf-8"))
    assert not [name for name in named if not (ROOT / name).exists()]


def test_the_hooks_of_a_commit_name_only_tests_that_are_there() -> None:
    named = re.findall(r"pytest (\S+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert named and not [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("script", ["reference.py", "pictures.py"])
def test_what_docs_hold_of_the_program_is_what_it_makes(script: str) -> None:
    made = subprocess.run(
        [sys.executable, ROOT / ".ci" / script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr


def _rows(*pages: str) -> set[str]:
    """What the first cells of all tables on some pages name."""
    text = "\n".join((ROOT / "docs" / page).read_text("utf-8") for page in pages)
    return {
        name
        for row in re.findall(r"^\| (?:`|<code>)(.*?)(?:`|</code>) \|", text, re.M)
        for name in re.split("[`, ]", row)
    }


def test_every_key_option_state_and_exit_code_has_its_row() -> None:
    from typer.main import get_command

    from spaceplan import app, errors
    from spaceplan.plan_file import keys
    from spaceplan.roadmap.flags import FLAGS
    from spaceplan.roadmap.states import STATES, STATUSES

    def options(command: Any) -> set[str]:
        inner = getattr(command, "table", {})
        below = [options(command.get_command(None, name)) for name in inner]
        own = {
            spelled
            for one in command.params
            for spelled in (*one.opts, *one.secondary_opts)
            if spelled.startswith("--") and not getattr(one, "hidden", False)
        }
        return own.union(*below)

    of_program = {"--version", "--help", "--install-completion", "--show-completion"}
    commands = sorted((ROOT / "docs" / "commands").glob("*.md"))
    names = [f"commands/{page.name}" for page in commands]
    assert not options(get_command(app.app)) - of_program - _rows(*names)
    edits = (ROOT / "docs/topics/history.md").read_text("utf-8")
    told = _rows("topics/plan-file.md", "topics/history.md")
    every = [key for made in keys.TABLES for key in made]
    assert not {
        key.name
        for key in every
        if key.name not in (told if not key.shape.startswith("edit:") else edits)
    } - {key.name for key in keys.WORDS}
    assert not {*STATES, *STATUSES, *FLAGS} - _rows("topics/states.md")
    codes = {0, *(code for code in vars(errors).values() if isinstance(code, int))}
    assert not set(map(str, codes)) - _rows("topics/exit-codes.md")


def twins() -> list[tuple[Path, Path]]:
    """Pages that are written in both languages: English, Japanese."""
    docs = ROOT / "docs"
    pairs = [(docs / page.relative_to(docs / "ja"), page) for page in (docs / "ja").rglob("*.md")]
    return [(ROOT / "README.md", ROOT / "README.ja.md"), *sorted(pairs)]


def _shape(page: Path) -> dict[str, list[Any]]:
    """What must be equal in two languages: headings by level, commands, lines of output, tables.

    Quoted texts and the language asked for are the page's own.
    """
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return {
        "headings": [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)],
        "commands": [
            re.sub(r"--lang(uage)? (ja|en)", "--lang", re.sub(r'"[^"]*"', '""', command))
            for command, _ in examples(page)
        ],
        "lines of output": [output.rstrip().count("\n") for _, output in examples(page)],
        "blocks": re.findall(r"^```(?:(?!console)\w+)\n.*?^```", text, re.MULTILINE | re.DOTALL),
        "rows": [row.count("|") for row in re.findall(r"^\|.*", prose, re.MULTILINE)],
    }


@pytest.mark.parametrize("pair", twins(), ids=lambda pair: pair[1].relative_to(ROOT).as_posix())
def test_a_page_in_two_languages_is_equal_in_both(pair: tuple[Path, Path]) -> None:
    english, japanese = map(_shape, pair)
    for what, value in english.items():
        assert value == japanese[what], what


def test_every_tutorial_and_how_to_is_there_in_japanese() -> None:
    docs = ROOT / "docs"
    written = [docs / "tutorial.md", docs / "index.md", *(docs / "howto").glob("*.md")]
    japanese = {page for _, page in twins()}
    assert {docs / "ja" / page.relative_to(docs) for page in written} <= japanese


def _anchors(page: Path) -> set[str]:
    """The addresses of a page's headings, where forges and the site agree on them: not on two
    hyphens in a row."""
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.*)", prose, re.MULTILINE)
    made = {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", one).lower()) for one in titles}
    return {one for one in made if "--" not in one}


def test_every_link_and_anchor_leads_somewhere() -> None:
    wrong = []
    for page in PAGES:
        text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for link, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)", text):
            if re.match(r"\w+:", link):
                continue
            there = (page.parent / link).resolve() if link else page
            if not there.exists():
                wrong.append(f"{page.relative_to(ROOT)}: {link}")
            elif anchor and there.suffix == ".md" and anchor not in _anchors(there):
                wrong.append(f"{page.relative_to(ROOT)}: {link}#{anchor}")
    assert not wrong, "\n".join(wrong)


def test_the_citation_is_of_this_version() -> None:
    from spaceplan import __version__

    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_page_stands_once_in_the_table_of_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"[:-] (\S+\.md)$", contents, re.MULTILINE)
    docs = ROOT / "docs"
    assert sorted(listed) == sorted(p.relative_to(docs).as_posix() for p in docs.rglob("*.md"))


def test_every_page_is_found_from_the_contents() -> None:
    docs = ROOT / "docs"
    # The keys of the JSON are found from the page that explains it.
    links = {
        (docs / link).resolve()
        for page in ("index.md", "json.md")
        for link in re.findall(r"\]\(([^)#:]+\.md)[)#]", (docs / page).read_text("utf-8"))
    }
    english = {page for page in docs.rglob("*.md") if "ja" not in page.relative_to(docs).parts}
    assert english - links == {docs / "index.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_page_is_longer_than_a_sitting(page: Path) -> None:
    most = 200 if page.name.startswith("README") else 250
    assert page.name == "CHANGELOG.md" or page.read_text("utf-8").count("\n") <= most


def dates(day: date) -> tuple[str, str]:
    """A day as the program writes it, in English and in Japanese."""
    return str(day), f"{day.year}年{day.month}月{day.day}日"


def renew(page: Path) -> None:
    """Put what the commands of a page print where it says something else."""
    text, end = page.read_text(encoding="utf-8"), 0
    today = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as folder:
        changing = "|".join(
            (
                r"\b(?=\d*[a-f])[0-9a-f]{8}\b",
                r"\d{4}-\d\d-\d\d \d\d:\d\d",
                *(form for days in (0, 1) for form in dates(today + timedelta(days=days))),
                f"{re.escape(sys.executable)} -m spaceplan",
                f"{folder}/home",
            )
        )
        for command, expected, shown in outputs(page, Path(folder)):
            begin = text.index(f"$ {command}\n{expected}", end)
            if not fits(expected, shown):
                shown = re.sub(changing, "...", shown)
                text = (
                    text[:begin]
                    + f"$ {command}\n{shown}"
                    + text[begin + len(command) + 3 + len(expected) :]
                )
                expected = shown
            end = begin + len(command) + 3 + len(expected)
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        renew(Path(name).resolve())
