"""What tests of the commands share: small plans as text, and the command line in this process."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent
from unittest import mock

import pytest

from spaceplan import app
from spaceplan.errors import SpaceplanError
from spaceplan.words import told

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "data" / "milestones.yaml"
GOLDEN = Path(__file__).resolve().parent / "golden"

# The day of most tests; between the document's last target and nothing recorded since.
DAY = "2026-11-24"
AS_OF = ("--as-of", DAY)

HEADER = """\
format: 1
title: {ja: 小さな計画, en: A small plan}
revision: R0
decided: 2018-12-11
time_zone: Asia/Tokyo
fiscal_year: {starts: 4, named_by: start}

owners:
  CAO: {ja: 内閣府, en: Cabinet Office}
  MEXT: {ja: 文部科学省, en: "Ministry of Education, Culture, Sports, Science and Technology", aliases: [文科省], short: {ja: 文科省}}
  JAXA: {ja: 宇宙航空研究開発機構, en: Japan Aerospace Exploration Agency}

reasons:
  technical: {ja: 技術的要因, en: technical}
  budget: {ja: 予算, en: budget}

topics:
  - number: 1
    title: {ja: 打上げ, en: Launches}
    charts: [17]
    subsections:
      - {number: 1, mark: ①, title: {ja: ロケット, en: Rockets}, charts: [17]}
      - {number: 2, mark: ②, title: {ja: 射場, en: Launch sites}}
    questions:
      - {ja: 何をすべきか, en: "What is to be done?"}
  - number: 2
    title: {ja: 衛星, en: Satellites}
    charts: [3, 7]

milestones:
"""


def milestone(name: str, *lines: str, **fields: str) -> str:
    """One block: sound as it stands, with ``fields`` over the defaults and ``lines`` at its end.

    A field given as "" is left out; values are YAML text. A target brings its baseline.
    """
    target = fields.get("target", "")
    values = {
        "id": name,
        "title": f"{{ja: 項目{name}, en: Item {name}}}",
        "charts": "[17]",
        "kind": "deadline" if target else "ongoing",
        "target": target,
        "baseline": target,
        "owner": "[MEXT]",
        "status": "planned",
        "text": "t-0000000000000000",
        **fields,
    }
    written = [f"{key}: {value}" for key, value in values.items() if value]
    written += [line for block in lines for line in dedent(block).strip("\n").split("\n")]
    first, *rest = written
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)]) + "\n"


def entry(date: str, recorded: str = "", **fields: str) -> str:
    """One history entry on one line; values are YAML text."""
    moment = recorded or f"{date}T09:00:00+09:00"
    if len(moment) == 10:
        moment += "T09:00:00+09:00"
    pairs = {"date": date, "recorded": moment, **fields}
    return "- {" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def history(*entries: str) -> str:
    """The lines of a ``history`` key."""
    return "history:\n" + indent("\n".join(entries), "  ")


def plan_text(*blocks: str, header: str = HEADER) -> str:
    """A whole plan file of these milestones."""
    return header + "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: exit code, and what it wrote."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.raw.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """Standard output by lines, trailing spaces gone."""
        return [line.rstrip() for line in self.out.splitlines()]


# The fixtures of conftest.py, as tests name them.
WritePlan = Callable[..., Path]
Run = Callable[..., Outcome]


def _writer(buffer: io.BytesIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(buffer, encoding="utf-8", newline="\n", write_through=True)


def invoke(argv: Sequence[object], stdin: str = "") -> Outcome:
    """The command line in this process, with pipes for streams: the codes and words of ``main``."""
    out, err = io.BytesIO(), io.BytesIO()
    typed = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8")), encoding="utf-8")
    written, said = _writer(out), _writer(err)
    with (
        mock.patch("sys.stdin", typed),
        mock.patch("sys.stdout", written),
        mock.patch("sys.stderr", said),
    ):
        code = app.run([str(word) for word in argv])
    return Outcome(code, out.getvalue(), err.getvalue().decode("utf-8"))


def spaceplan_process(
    *argv: object, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Outcome:
    """The command line as a process of its own, for what only a process shows."""
    done = subprocess.run(
        [sys.executable, "-m", "spaceplan", *map(str, argv)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8"))


@contextmanager
def refused_saying(pattern: str, kind: type[SpaceplanError] = SpaceplanError) -> Iterator[None]:
    """Like ``pytest.raises(match=…)``, for what the user is told in English."""
    with pytest.raises(kind) as caught:
        yield
    said = told(caught.value, "en")
    assert re.search(pattern, said), said
