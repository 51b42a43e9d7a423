"""Words with a fixed choice, wherever they are typed: in both languages, any case and width."""

from __future__ import annotations

import pytest
from support import Run, WritePlan, milestone

from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.model import KINDS
from spaceplan.roadmap.query import ROLES
from spaceplan.roadmap.score import GROUPS
from spaceplan.roadmap.state import AGAINST
from spaceplan.roadmap.states import STATES, STATUSES
from spaceplan.words import LANGUAGES, say

CHOICES = {
    "list --status": STATUSES,
    "list --state": STATES,
    "list --kind": KINDS,
    "list --flag": tuple(FLAGS),
    "list --owner MEXT --role": ROLES,
    "overdue --against": AGAINST,
    "score --by": GROUPS,
}
UPDATE = "update 1-1 --on 2020-06-01 --dry-run"
REASON = ("technical", "技術的要因")
OWNER = ("JAXA", "宇宙航空研究開発機構", "Japan Aerospace Exploration Agency")
PLAN = "--plan milestones.yaml"


@pytest.fixture(autouse=True)
def plan(write_plan: WritePlan) -> None:
    """A plan of one milestone."""
    write_plan(milestone("1-1", target="FY2026"))


def wide(text: str) -> str:
    """A text as a Japanese keyboard may give it."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def written(words: tuple[str, ...]) -> list[str]:
    """The words as people write them."""
    return [form for one in words for form in (one, one.upper(), wide(one), f" {one} ")]


@pytest.mark.parametrize("command", CHOICES)
def test_a_word_of_a_list(run: Run, command: str) -> None:
    for code in CHOICES[command]:
        for word in written((code, *(say(code, lang) for lang in LANGUAGES))):
            done = run(*command.split(), word)
            assert done.code == 0, done.err


@pytest.mark.parametrize("status", ["done", "active"])
def test_a_status_that_is_recorded(run: Run, status: str) -> None:
    for word in written((status, *(say(status, lang) for lang in LANGUAGES))):
        done = run(*UPDATE.split(), "--status", word)
        assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("list --reason", REASON),
        ("history --reason", REASON),
        (f"{UPDATE} --target FY2030 --reason", REASON),
        ("drop 1-1 --on 2020-06-01 --dry-run --reason", REASON),
        ("list --owner", OWNER),
        (f"{UPDATE} --owner", OWNER),
        ("add 1 --title x --dry-run --owner", OWNER),
        ("export --format csv --for", OWNER),
        ("grid --owner", OWNER),
        (f"report {PLAN} --owner", OWNER),
    ],
)
def test_a_reason_or_an_owner(run: Run, command: str, words: tuple[str, ...]) -> None:
    for word in written(words):
        done = run(*command.split(), word)
        assert done.code == 0, done.err
