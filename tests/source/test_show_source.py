"""``show --source``: the official wording beside a milestone, or that it is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Run

DOCUMENT = """\
小さな工程表

1. 輸送

【工程表17】2019年度以降の取組

- 試験機を2020年度に打ち上げる。
- 射場の混雑を調べる。
"""


@pytest.fixture
def plan(run: Run, folder: Path) -> Path:
    """A plan drafted from the document, and a later document in which one bullet was reworded."""
    (folder / "old.txt").write_text(DOCUMENT, encoding="utf-8")
    (folder / "new.txt").write_text(DOCUMENT.replace("混雑を", "混み具合を"), encoding="utf-8")
    assert run("source", "import", "old.txt", "-o", "milestones.yaml").code == 0
    return folder / "milestones.yaml"


def test_the_wording_stands_beside_a_milestone(run: Run, plan: Path) -> None:
    assert "試験機を2020年度に打ち上げる。" in run("show", "1-1", "--source", "old.txt").out
    assert "「射場の混雑を調べる。」" in run("show", "1", "--source", "old.txt").out


def test_a_wording_that_is_not_in_the_document_is_said_to_be_missing(run: Run, plan: Path) -> None:
    one = run("show", "1-2", "--source", "new.txt", "--lang", "en").out
    assert "not in the document in these words (spaceplan source check tells more)" in one
    topic = run("show", "1", "--source", "new.txt", "--lang", "en").out
    assert topic.count("not in the document in these words") == 1
    assert "not in the document" not in run("show", "1", "--lang", "en").out


def test_as_data_the_wording_stands_by_fingerprint(run: Run, plan: Path) -> None:
    answer = json.loads(run("show", "1", "--source", "new.txt", "--json").out)
    words = [answer["wording"][one["text"]] for one in answer["milestones"]]
    assert words == ["試験機を2020年度に打ち上げる。", None]
    assert "wording" not in json.loads(run("show", "1", "--json").out)
