"""Every command that writes, killed at every call that touches the disk; and all of them at once.

Used by ``safety.py``. With strace a SIGKILL is placed at the first, second, third … call of a kind,
until the command lives to its end. Whatever file is then there is the old one or the new one.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "data" / "milestones.yaml"
CALLS = {
    "write": "write,pwrite64,writev",
    "fsync": "fsync,fdatasync",
    "rename": "rename,renameat,renameat2,link,linkat",
    "unlink": "unlink,unlinkat",
    "truncate": "truncate,ftruncate",
}
DOCUMENT = "宇宙計画\n\n1. 輸送\n- ロケットを2020年度に打ち上げる。\n- 射場を2021年度に整備する。\n"
TABLE = "id,note\n4-1,from a table\n"
PLAN = "milestones.yaml"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, the file that it makes or changes, and what is done to the folder before."""

    words: tuple[str, ...]
    target: str
    before: tuple[tuple[str, ...], ...] = ()


NOTE = ("note", "4-1", "--note", "before")
COMMANDS = (
    Command(("update", "4-1", "--status", "missed", "--on", "2023-03-07", "--note", "x"), PLAN),
    Command(("add", "4", "--title-ja", "x", "--target", "FY2030"), PLAN),
    Command(("drop", "4-1", "--note", "x"), PLAN),
    Command(("apply", "table.csv"), PLAN),
    Command(("edit", "4-1"), PLAN),
    Command(("undo",), PLAN, (NOTE,)),
    Command(("undo",), PLAN, (("edit", "4-1"),)),
    Command(("init", "own"), "own/data/milestones.yaml"),
    Command(("export", "--format", "csv", "-o", "out.csv"), "out.csv"),
    Command(("export", "--format", "ics", "-o", "out.ics"), "out.ics"),
    Command(("export", "--format", "sqlite", "-o", "out.db"), "out.db"),
    Command(("report", "--week", "2019-W20", "--plan", PLAN, "-o", "report.md"), "report.md"),
    Command(("report", "--week", "2019-W20", "--plan", PLAN, "--format", "html", "-o", "report.html"), "report.html"),
    Command(("grid", "--format", "svg", "--plan", PLAN, "-o", "grid.svg"), "grid.svg"),
    Command(("source", "import", "document.txt", "-o", "draft.yaml"), "draft.yaml"),
    Command(("due", "--fy", "2020"), "cache"),
)  # fmt: skip
# What tells of the moment: two runs of one command differ in it.
_STAMPED = ("recorded:", "change:", "DTSTAMP", "生成", "made ", "Made ")


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SPACEPLAN_CACHE": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
        "TMPDIR": str(folder / "tmp"),
        "EDITOR": str(folder / "editor.sh"),
        "LC_ALL": "C.UTF-8",
    }


def prepared(folder: Path, command: Command) -> Path:
    """A folder with a plan, a document, a table, an editor, and an old target where that is made."""
    folder.mkdir()
    (folder / "tmp").mkdir()
    shutil.copyfile(SHIPPED, folder / PLAN)
    (folder / PLAN).chmod(0o644)
    (folder / "document.txt").write_text(DOCUMENT, encoding="utf-8")
    (folder / "table.csv").write_text(TABLE, encoding="utf-8")
    editor = folder / "editor.sh"
    editor.write_text(
        '#!/bin/sh\nfor last; do :; done\nsed -i "s/^milestones:/# edited\\nmilestones:/; 0,/status: planned/s//status: active/" "$last"\n'
    )
    editor.chmod(0o755)
    for words in command.before:
        assert spaceplan(folder, words) == 0, words
    if command.target not in (PLAN, "cache", "draft.yaml") and "/" not in command.target:
        (folder / command.target).write_bytes(b"old\n")
    return folder


def spaceplan(folder: Path, words: tuple[str, ...], *wrap: str) -> int:
    line = [*wrap, sys.executable, "-m", "spaceplan", *words]
    done = subprocess.run(
        line, cwd=folder, env=environment(folder), capture_output=True, check=False, timeout=120
    )
    return done.returncode


def state(path: Path) -> object:
    """What a file holds, without what tells of the moment; None where there is none."""
    if path.name == "cache":
        return None
    if not path.exists():
        return None
    if path.suffix == ".db" and path.read_bytes()[:6] == b"SQLite":
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
            return "\n".join(line for line in base.iterdump() if "recorded" not in line)
    text = path.read_bytes().decode("utf-8", "replace")
    return [line for line in text.splitlines() if not any(word in line for word in _STAMPED)]


def temporaries(folder: Path) -> list[str]:
    return [str(one.relative_to(folder)) for one in folder.rglob(".*spaceplan-*.tmp")]


def killed(work: Path, most: int = 60, kinds: tuple[str, ...] = tuple(CALLS)) -> Iterator[str]:
    """Kill each command at its first ``most`` calls of each kind."""
    strace = shutil.which("strace")
    if strace is None:
        yield "SIGKILL at each call of each command: strace is not installed"
        return
    total: Counter[str] = Counter()
    wrong: list[str] = []
    for command in COMMANDS:
        counts, found = _killed(work, command, strace, most, kinds)
        total += counts
        wrong += found
    yield f"{len(COMMANDS)} commands, SIGKILL at each write, fsync, rename, unlink and truncate:"
    yield "  " + ", ".join(f"{name} {number}" for name, number in total.most_common())
    yield f"  torn, lost, or left behind after the next command: {len(wrong)}"
    yield from wrong[:40]


def _killed(
    work: Path, command: Command, strace: str, most: int, kinds: tuple[str, ...]
) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    said = " ".join(command.words)
    base = Path(tempfile.mkdtemp(dir=work))
    reference = prepared(base / "reference", command)
    old = state(reference / command.target)
    assert spaceplan(reference, command.words) == 0, said
    new = state(reference / command.target)
    # The first steps of its life make no difference; more than this many are all of one file.
    for kind in kinds:
        for number in range(1, most + 1):
            folder = prepared(base / f"{kind}-{number}", command)
            placed = f"inject={CALLS[kind]}:signal=SIGKILL:when={number}"
            wrap = (
                strace,
                "-f",
                "-qq",
                "-o",
                os.devnull,
                "-e",
                f"trace={CALLS[kind]}",
                "-e",
                placed,
            )
            code = spaceplan(folder, command.words, *wrap)
            if code == 0:
                shutil.rmtree(folder)
                break
            now = state(folder / command.target)
            counts["the new file" if now == new and new != old else "the old file"] += 1
            if now not in (old, new):
                wrong.append(f"  {said}: {kind} {number}: torn")
            if spaceplan(folder, ("check",)) != 0:
                wrong.append(f"  {said}: {kind} {number}: the plan has faults")
            wrong += _gone_on(folder, command, f"{said}: {kind} {number}")
            shutil.rmtree(folder)
    shutil.rmtree(base)
    return counts, wrong


def _gone_on(folder: Path, command: Command, said: str) -> Iterator[str]:
    """The same again, and a note: both must work, and nothing be left."""
    done = folder / command.target
    again = command.words
    refusable = command.words[0] in ("undo", "init", "source")  # where it was done already
    if command.words[0] == "init" and not done.exists():
        shutil.rmtree(folder / "own", ignore_errors=True)
    if spaceplan(folder, again) not in ((0, 2) if refusable else (0,)):
        yield f"  {said}: the same again fails"
    if spaceplan(folder, ("note", "5-1", "--note", "after")) != 0:
        yield f"  {said}: a note afterwards fails"
    left = [name for name in temporaries(folder) if not name.startswith("own/")]
    if left:
        yield f"  {said}: left {', '.join(left)}"


def mixed(work: Path, seconds: float, threads: int = 8) -> Iterator[str]:
    """All kinds of commands at once on one plan: what was recorded is there, what is read is whole."""
    folder = prepared(Path(tempfile.mkdtemp(dir=work)) / "mixed", COMMANDS[0])
    (folder / "reports").mkdir()
    end = perf_counter() + seconds
    ids = ("1-1", "2-1", "3-1", "4-1", "5-1", "6-1", "9-1", "12-1")

    def one(number: int) -> tuple[list[str], Counter[str], list[str]]:
        chance = random.Random(number)
        noted: list[str] = []
        codes: Counter[str] = Counter()
        odd: list[str] = []
        turn = 0
        while perf_counter() < end:
            turn += 1
            note = f"writer {number} turn {turn}"
            words = chance.choice(
                (
                    ("note", chance.choice(ids), "--note", note),
                    ("note", "4-1", "--note", note),
                    ("checked", chance.choice(ids)),
                    ("apply", "table.csv"),
                    ("list", "--json"),
                    ("due", "--fy", "2020"),
                    ("check",),
                    ("report", "--week", "2019-W20", "--plan", PLAN, "-o", "reports/"),
                    ("export", "--format", "csv", "-o", "out.csv"),
                    ("export", "--format", "sqlite", "-o", "out.db"),
                    ("grid", "--format", "svg", "--plan", PLAN, "-o", "grid.svg"),
                )
            )
            code = spaceplan(folder, words)
            codes[f"{words[0]} exit {code}"] += 1
            if code:
                odd.append(f"  {' '.join(words)}: exit {code}")
            elif words[0] == "note":
                noted.append(note)
        return noted, codes, odd

    with ThreadPoolExecutor(threads) as pool:
        results = list(pool.map(one, range(threads)))
    text = (folder / PLAN).read_text(encoding="utf-8")
    noted = [note for some, _, _ in results for note in some]
    lost = [
        note for note in noted if text.count(f"note: {note},") + text.count(f"note: {note}}}") != 1
    ]
    codes = sum((counter for _, counter, _ in results), Counter[str]())
    odd = [line for _, _, some in results for line in some]
    sound = spaceplan(folder, ("check",)) == 0
    yield f"{threads} writers and readers at once for {seconds:.0f} s, {sum(codes.values())} commands:"
    yield "  " + ", ".join(f"{name} {number}" for name, number in sorted(codes.items()))
    yield f"  notes recorded {len(noted)}, lost {len(lost)}, failed commands {len(odd)}"
    yield f"  afterwards: the plan is {'sound' if sound else 'NOT SOUND'}, left over {len(temporaries(folder))}"
    yield from odd[:20]
