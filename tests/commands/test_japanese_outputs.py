"""Japanese outputs for people: dates in one form, and mail that every mail program can show."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from support import Run, WritePlan, entry, history, milestone

from spaceplan import app
from spaceplan.plan_file import keys
from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.model import BASES, KINDS
from spaceplan.roadmap.states import STATES, STATUSES
from spaceplan.words import TABLES, table
from spaceplan.words.help import COMMANDS
from spaceplan.words.help_keys import KEYS
from spaceplan.words.help_options import OPTIONS

AS_OF = ("--as-of", "2026-11-24")
WEEK = ("--plan", "milestones.yaml", "--week", "2026-W47")
BLOCKS = (
    milestone(
        "1-1",
        history(
            entry("2021-02-01", change="c1", target="[2020-09-30, 2022-06-15]", reason="budget"),
            entry("2023-03-07", change="c2", status="[planned, missed]", note="着火せず", who="係"),
        ),
        target="2022-06-15",
        baseline="2020-09-30",
        status="missed",
    ),
    milestone(
        "1-2",
        history(
            entry("2026-11-17", checked="{first: 2026-11-17, last: 2026-11-17, count: 1}"),
            entry("2026-11-18", checked="{first: 2026-11-18, last: 2026-11-18, count: 1}"),
            entry(
                "2026-11-19", "2026-11-19", target="[2026-03-05, 2026-08-20]", reason="technical"
            ),
        ),
        target="2026-08-20",
        baseline="2026-03-05",
    ),
    milestone("1-3", target="2026-12-10"),
    milestone("1-4", target="FY2026"),
    milestone("1-5", target="FY2024..", kind="recurring"),
    milestone("2-1", target="2026-11-24..2027-01-31", kind="window"),
)
QUESTIONS = [
    f"{words} {form}".split()
    for words in (
        "list",
        "due --fy 2026",
        "due --within 3m",
        "due --week 2026-W40",
        "overdue",
        "overdue --against baseline",
    )
    for form in ("", "--format md", "--format plain")
] + [
    words.split()
    for words in (
        "show 1-1 1-2",
        "show 1",
        "show --chart 17",
        "show 1-2 --format md",
        "history",
        "history --format md",
        "summary",
        "score",
        "topics",
        "owners",
        "trend 1-1 1-2",
        "burndown",
        "grid",
    )
]
REPORTS = [("report", *WEEK, "--format", form) for form in ("md", "text", "html")]


@pytest.fixture(autouse=True)
def plan(write_plan: WritePlan) -> Path:
    """A plan whose targets and entries are days."""
    return write_plan(*BLOCKS)


def said(text: str) -> str:
    """What a person reads: no tags, attributes or names of files."""
    return re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)


def forms(text: str) -> set[str]:
    """The forms in which days stand in a text."""
    found = re.findall(
        r"(?<![\w./-])[0-9]{4}(?:(年)[0-9]+月[0-9]+日|-[0-9]{2}-[0-9]{2}(?![\w-]))", text
    )
    return {"年" if one else "-" for one in found}


@pytest.mark.parametrize("argv", QUESTIONS, ids=" ".join)
def test_a_question_writes_days_in_one_form(run: Run, argv: list[str]) -> None:
    day = () if argv[0] == "history" else AS_OF
    ja = run(*argv, *day, "--lang", "ja")
    assert ja.code == 0, ja.err
    assert forms(ja.out) <= {"年"}
    assert forms(run(*argv, *day, "--lang", "en").out) <= {"-"}


@pytest.mark.parametrize("argv", REPORTS, ids=" ".join)
def test_a_report_does_so_too(run: Run, argv: tuple[str, ...]) -> None:
    out = run(*argv, "--lang", "ja").out
    assert forms(said(out)) == {"年"}


@pytest.mark.parametrize(
    "argv",
    [
        ("update", "1-3", "--target", "2027-02-01", "--on", "2026-11-01", "--reason", "予算"),
        ("update", "1-3", "--status", "done", "--on", "2026-10-01"),
        ("checked", "1-3", "--on", "2026-11-01"),
        ("add", "2", "--title", "試験", "--target", "2027-03-01"),
        ("update", "1-3", "--status", "done", "--on", "2199-01-01"),
        ("list", "--as-of", "2010-01-01"),
    ],
    ids=" ".join,
)
def test_a_change_and_a_refusal_do_so_too(run: Run, argv: tuple[str, ...]) -> None:
    done = run(*argv, "--lang", "ja", *(() if argv[0] == "list" else ("--dry-run",)))
    assert forms(done.out + done.err) == {"年"}


def test_a_calendar_tells_days_in_one_form(run: Run) -> None:
    out = run("export", "--format", "ics", "--lang", "ja", *AS_OF).out.replace("\r\n ", "")
    assert forms("\n".join(re.findall("(?:SUMMARY|DESCRIPTION).*", out))) == {"年"}


def letter(run: Run, lang: str) -> EmailMessage:
    sent = run(
        "report", *WEEK, "--mail-to", "a@example.org", "--from", "b@example.org", "--lang", lang
    )
    assert sent.code == 0, sent.err
    return email.message_from_string(sent.out, policy=default)  # type: ignore[return-value]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_mail_holds_nothing_that_cp932_lacks(run: Run, lang: str) -> None:
    body = letter(run, lang).get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert forms(text) == {"年" if lang == "ja" else "-"}
    assert text.encode("cp932").decode("cp932") == text
    assert text == run("report", *WEEK, "--format", "text", "--lang", lang).out
    lines = text.splitlines()
    assert any(set(line) == {"-"} for line in lines) and max(map(len, lines)) <= 78


def test_no_sentence_holds_what_cp932_lacks() -> None:
    every = [text for room in TABLES for pair in table(room).values() for text in pair]
    every += [text for texts in (COMMANDS, OPTIONS, KEYS) for text in texts.values()]
    lacking = {text for text in every if text.encode("cp932", "replace").decode("cp932") != text}
    # The sign of a picture, which has one of its own for other encodings.
    assert lacking <= {"≈"}


# Names that a Japanese sentence takes as they are: programs, formats, words that are typed.
NAMES = """
about add answers check high inject low medium tool crontab cron cryptography csv diff digest document due edit end environment
excel export extra git github html import init install json jsonl late lines markdown md merge name
nano next none numbers off on openpyxl others pip pipx plain plan postfix pypdf quarter report reports revert
schema sendmail slip state states svg table this today true undo unknown update uv week xlsx
"""


def test_no_japanese_sentence_holds_english() -> None:
    """But names: keys, codes, commands, options and what is typed."""
    # Not "table", which is a function below: Python 3.12.1 takes that for this one.
    known = {key.name for made in keys.TABLES for key in made}
    known |= set(NAMES.split())
    known |= {*STATUSES, *STATES, *KINDS, *BASES, *FLAGS, *app.COMMANDS}
    every = [pair[0] for room in TABLES for pair in table(room).values()]
    every += [text for texts in (COMMANDS, OPTIONS, KEYS) for text in texts.values()]
    quoted = r"\{[^}]*\}|`[^`]*`|\"[^\"]*\"|https?://\S+|spaceplan( [a-z-]+)*"
    english = {
        word
        for text in every
        for word in re.findall(
            r"(?<![\w/.$%-])[A-Za-z]?[a-z]{2,}(?![\w/.-])", re.sub(quoted, "", text)
        )
        if word.lower() not in known
    }
    assert not english


MISSED = history(entry("2021-01-01", status="[active, missed]"))


def test_a_refusal_says_statuses_and_kinds_in_its_language(run: Run, write_plan: WritePlan) -> None:
    write_plan(
        milestone("1-1", MISSED, target="FY2020", status="missed"),
        milestone("1-2", kind="ongoing", status="active"),
    )
    said = run("update", "1-1", "--fy", "2030", "--lang", "ja").err
    assert "1-1 は未達です" in said and "missed" not in said
    said = run("update", "1-2", "--fy", "2030", "--lang", "ja").err
    assert "「継続」には目標時期がありません" in said and "ongoing" not in said
