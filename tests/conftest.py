"""Fixtures: a quiet environment, a small plan in an empty folder, the command line.

Every test runs in a folder of its own, with its own cache and a fixed locale, and
``run("list")`` there finds the plan that ``write_plan`` wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from support import HEADER, Outcome, Run, WritePlan, invoke, plan_text

# No test asserts a time: what is quick here is slow on a busy machine.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.fixture(autouse=True)
def _quiet_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing of the machine's own settings or caches reaches a test."""
    for name in ("SPACEPLAN_FILE", "LC_MESSAGES", "FORCE_COLOR", "PAGER", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SPACEPLAN_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write_plan(folder: Path) -> WritePlan:
    """Write a plan of these milestone blocks (see ``support.milestone``); returns its path.

    ``text`` or ``data`` give the whole file instead.
    """

    def write(
        *blocks: str,
        header: str = HEADER,
        name: str = "milestones.yaml",
        text: str | None = None,
        data: bytes | None = None,
    ) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            data = (plan_text(*blocks, header=header) if text is None else text).encode("utf-8")
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in this process: ``run("due", "--fy", "2021", env={…})``."""

    def call(*argv: object, env: Mapping[str, str] | None = None, stdin: str = "") -> Outcome:
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            return invoke(argv, stdin)

    return call
