"""Plans as people write them, sound and broken, under both of PyYAML's parsers.

``plans/sound`` is read, edited and undone; each of ``plans/broken`` shows the finding that it is
named by, what stands behind a ``+`` apart. The page of errors is made from the broken ones.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from stopped_clock import stop_clock
from support import ROOT, Run
from yaml.cyaml import CParser

from spaceplan.errors import FAULT, Fault, Phrase, PlanFaults
from spaceplan.files.content import decode
from spaceplan.plan_file.read import inspect
from spaceplan.roadmap.model import Plan
from spaceplan.yaml_text import likely, tree
from spaceplan.yaml_text.pure_parser import PureParser

PLANS = Path(__file__).resolve().parent / "plans"
SOUND = sorted((PLANS / "sound").iterdir())
BROKEN = sorted((PLANS / "broken").iterdir())
PARSERS = (CParser, PureParser)


def read(path: Path, parser: type) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan and what is found, by one of the parsers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "Parser", parser)
        try:
            inspection = inspect(decode(path.read_bytes(), path.name))
        except PlanFaults as error:
            return None, error.faults
        return inspection.plan, inspection.findings


def test_without_libyaml_the_pure_parser_reads() -> None:
    said = (
        "import sys; sys.modules['yaml._yaml'] = sys.modules['yaml.cyaml'] = None\n"
        "from spaceplan.yaml_text import tree\n"
        "print(tree.Parser.__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", said],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "PureParser\n"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_plan_is_the_same_under_both_parsers(path: Path) -> None:
    plan, findings = read(path, CParser)
    assert plan is not None
    assert not [finding for finding in findings if finding.severity == FAULT]
    assert read(path, PureParser) == (plan, findings)


EDITS = (
    ("update", "1-1", "--status", "done", "--on", "2025-06-01", "--source", "the minutes"),
    ("note", "1-1", "--note", "engine: tested # again", "--on", "2025-07-01"),
    ("add", "1", "--title", "次の打上げ", "--target", "FY2027", "--on", "2025-08-01"),
)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_plan_is_edited_alike_and_comes_back(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setenv("SPACEPLAN_CACHE", "off")
    clock = stop_clock(monkeypatch, timedelta(0))
    plan = folder / "milestones.yaml"
    edited: dict[type, list[bytes]] = {}
    for parser in PARSERS:
        monkeypatch.setattr(tree, "Parser", parser)
        plan.write_bytes(path.read_bytes())
        steps = [plan.read_bytes()]
        for number, words in enumerate(EDITS):
            clock.put(f"2026-11-24T09:0{number}:00+09:00")
            outcome = run(*words)
            assert outcome.code == 0, outcome.err
            assert run("check").code == 0
            assert plan.read_bytes() not in steps
            steps.append(plan.read_bytes())
        for before in reversed(steps[:-1]):
            outcome = run("undo")
            assert outcome.code == 0, outcome.err
            assert plan.read_bytes() == before
        edited[parser] = [re.sub(rb"change: [0-9a-f]{8}", b"change:", step) for step in steps]
    assert edited[CParser] == edited[PureParser]


@pytest.mark.parametrize("parser", PARSERS)
def test_what_comes_from_a_merge_is_refused(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, parser: type
) -> None:
    monkeypatch.setenv("SPACEPLAN_CACHE", "off")
    monkeypatch.setattr(tree, "Parser", parser)
    data = (PLANS / "sound" / "anchors-and-merges.yaml").read_bytes()
    Path(folder, "milestones.yaml").write_bytes(data)
    outcome = run("update", "1-2", "--status", "done", "--on", "2025-06-01")
    assert (outcome.code, "status comes from a merge" in outcome.err) == (2, True)
    assert Path(folder, "milestones.yaml").read_bytes() == data


def of_finding(fault: Fault) -> tuple[Any, ...]:
    """All of it; where the parsers have words of their own, its place."""
    if fault.what.key == "yaml_text.complaint":
        return (fault.line, fault.column, fault.what.key, fault.severity)
    return (fault,)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_plan_shows_what_it_is_named_by_under_both_parsers(path: Path) -> None:
    plan, findings = read(path, CParser)
    assert {finding.what.key for finding in findings} == {path.stem.partition("+")[0]}
    assert (plan is None) == any(finding.severity == FAULT for finding in findings)
    pure_plan, pure_findings = read(path, PureParser)
    assert pure_plan == plan
    assert list(map(of_finding, pure_findings)) == list(map(of_finding, findings))


# --- nothing is found that no plan shows ----------------------------------------------------------

READERS = (
    *Path(ROOT, "spaceplan", "plan_file").glob("*.py"),
    *(Path(ROOT, "spaceplan", "yaml_text", name) for name in ("tree.py", "likely.py")),
    *(Path(ROOT, "spaceplan", "roadmap", name) for name in ("values.py", "bullets.py")),
    Path(ROOT, "spaceplan", "files", "content.py"),
)
# Said of an edit, not of a file; the others with the test that shows them, or why none can.
ELSEWHERE = {
    "plan_file.would-be": "an edit",
    "plan_file.new-alias": "an edit",
    "plan_file.no-milestones": "an edit",
    "plan_file.reads-otherwise": "an edit",
    "files.too-large": "64 MB: tests/commands/test_check.py",
    "files.expected-size": "with it",
    "files.waiting-for-pipe": "no finding: tests/commands/test_odd_paths.py",
    "plan_file.too-many": "10,000 findings: tests/commands/test_check.py",
    "plan_file.rest-unseen": "with it",
    "yaml_text.not-yaml": "what a parser says without a place: content refuses it before",
    "yaml_text.a-plan": "with it",
}


def keys_in_code() -> set[str]:
    """Every sentence that the readers of a plan can say."""
    found = set()
    for path in READERS:
        text = path.read_text("utf-8")
        found.update(re.findall(r'\bphrase\(\s*"([a-z_]+\.[a-z0-9-]+)"', text))
        found.update(f"roadmap.no-{kind}" for kind in re.findall(r'_wrong\("([a-z]+)"', text))
    return found | {f"yaml_text.{key}" for _, key in likely._EXPLAINED}


def keys_of(said: object) -> Iterator[str]:
    """A phrase's key and those of the phrases in it."""
    if isinstance(said, Phrase):
        yield said.key
        for fact in said.facts.values():
            yield from keys_of(fact)


def test_every_finding_has_a_plan_that_shows_it() -> None:
    shown = {
        key
        for path in BROKEN
        for finding in read(path, CParser)[1]
        for key in (*keys_of(finding.what), *keys_of(finding.expected))
    }
    assert keys_in_code() - shown - ELSEWHERE.keys() == set()
    assert not shown & ELSEWHERE.keys()


def test_the_page_of_errors_is_what_the_program_says() -> None:
    made = subprocess.run(
        [sys.executable, ROOT / ".ci" / "errors.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
