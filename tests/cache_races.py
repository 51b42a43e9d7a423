"""Many processes on two plans and one cache, some killed, some spoiling it: for tests of the cache.

Each process draws what it does: it changes a plan by a command and may be killed at a call that
touches the disk; edits a plan as a hand does, also behind an older date; spoils what the cache
keeps; or asks a question with the cache and without, which must give one answer.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any
from unittest import mock

import random_edits
from stopped_clock import StoppedClock
from support import Outcome, invoke

from spaceplan.plan_file import cache, load
from spaceplan.plan_file.reading import Reading
from spaceplan.record import clock
from spaceplan.roadmap.registry import Words

PLANS = ("a/milestones.yaml", "b/milestones.yaml")
QUESTIONS = (
    "list --json",
    "due --fy 2020 --lang en",
    "due --fy 2019 --as-of 2020-01-01 --known 2020-06-01",
    "show 1-1 1-2 --json",
    "show 2 --lang ja",
    "overdue",
    "check",
    "history --json",
    "summary --lang en",
    "report --week 2020-W20 --plan milestones.yaml",
)
CHANGES = (
    "update 1-1 --status missed --on 2023-03-07 --note x",
    "update 2-2 --target FY2031 --reason budget",
    "note 1-2 --note x",
    "checked 2-1 --on 2024-01-01",
    "add 1 --title-en New --target FY2025 --owner JAXA",
    "undo",
)
# What a command does on the disk, in the order in which it may be killed.
_CALLS = ("open", "write", "fsync", "replace", "unlink", "fstat", "listdir", "close")
_LAST_CALL = 40


@dataclass
class World:
    """The folder of it all, how large a plan is taken for large, and what is counted and found."""

    home: Path
    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def cache(self) -> Path:
        """The one cache of all."""
        return self.home / "cache"


def made(home: Path, random: Random, sizes: tuple[int, int] = (8, 12)) -> World:
    """A world with two sound plans, and each beside it as git has it."""
    for name, size in zip(PLANS, sizes, strict=True):
        path = home / name
        path.parent.mkdir(parents=True)
        path.write_text(random_edits.plan(random, size), encoding="utf-8")
        shutil.copyfile(path, path.with_suffix(".git"))
    (home / "cache").mkdir()
    return World(home)


def act(world: World, seed: int, goes_on: Callable[[int], bool]) -> None:
    """One process' life; every other one runs another version of the program."""
    random = Random(seed)
    if seed % 2:
        _become_another_version()
    load._LARGE = random.choice((0, 2_000, load._LARGE))
    own = world.home / f"own-{seed}"
    own.mkdir()
    ways = (_change, _change, _edit, _spoil, _compare, _compare, _compare, _compare_change)
    turn = 0
    while goes_on(turn):
        way = random.choice(ways)
        way(world, random, own)
        turn += 1


def _become_another_version() -> None:
    """This process reads a title otherwise, as another release might."""
    words = Reading.words

    def read(self: Reading, node: Any) -> Words:
        found = words(self, node)
        return Words(found.ja, found.en and f"older {found.en}")

    Reading.words = read  # type: ignore[method-assign]
    cache.__version__ = "0.9"  # type: ignore[attr-defined]


def ask(words: str, kept: str) -> Outcome:
    """A command in the current folder, with this cache."""
    with mock.patch.dict(os.environ, SPACEPLAN_CACHE=kept):
        return invoke(words.split())


def _change(world: World, random: Random, own: Path) -> None:
    """A command in a process of its own, which may be killed at a call."""
    at = random.randrange(_LAST_CALL) if random.random() < 0.8 else None
    words = random.choice((*CHANGES, *QUESTIONS[:3]))
    os.chdir((world.home / random.choice(PLANS)).parent)
    lived = asked_in_a_child(words, str(world.cache), at)
    world.counts["changed" if lived else "killed"] += 1


def asked_in_a_child(words: str, kept: str, at: int | None) -> bool:
    """A command in a process of its own, killed at its ``at``-th call; whether it lived."""
    child = os.fork()
    if not child:
        try:
            _killed_at(at)
            ask(words, kept)
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == 0


def _killed_at(number: int | None) -> None:
    """From here on this process dies at the ``number``-th call that touches the disk."""
    calls = 0

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*given: Any, **named: Any) -> Any:
            nonlocal calls
            if calls == number:
                os.kill(os.getpid(), signal.SIGKILL)
            calls += 1
            if call is write and random.random() < 0.5:  # a part reaches the disk
                return write(given[0], bytes(given[1])[: 1 + len(given[1]) // 2])
            return call(*given, **named)

        return instead

    if number is None:
        return
    random, write = Random(number), os.write
    for name in _CALLS:
        setattr(os, name, dying(getattr(os, name)))
    # What stands in a set of functions is looked up there.
    os.supports_dir_fd.add(os.open)
    os.supports_fd.add(os.listdir)


def _edit(world: World, random: Random, own: Path) -> None:
    """A hand's edit: whole or bit by bit, and behind the date and size that the file had."""
    path = world.home / random.choice(PLANS)
    facts, kept = path.stat(), path.with_suffix(".git")
    text = kept.read_text(encoding="utf-8")
    way = random.choice(("restored", "restored", "restored", "edited", "same size", "in place"))
    world.counts[way] += 1
    if way == "same size":
        text = text.replace("Item 1-1", f"Item {random.randrange(1000, 10000)}"[:8])
    elif way != "restored":
        text = random_edits.edited(random, text)
    data = text.encode("utf-8", "surrogatepass")
    if way == "in place":
        path.write_bytes(data)
        return
    beside = own / "edited"
    beside.write_bytes(data)
    if way != "edited":
        older = facts.st_mtime_ns - random.choice((0, 10**9, 10**13))
        os.utime(beside, ns=(older, older))
    beside.replace(path)


def _spoil(world: World, random: Random, own: Path) -> None:
    """What a full disk, another program or another user leaves in the folder of the cache."""
    kept = [one for one in world.cache.iterdir() if one.is_file() and not one.is_symlink()]
    if kept:
        way = random.choice(("cut", "bit", "empty", "gone", "another", "open", "link", "folder"))
        world.counts[f"cache: {way}"] += 1
        try:
            spoil(way, random.choice(kept), random.choice(kept), random)
        except OSError:
            return  # another process was faster


def spoil(way: str, one: Path, other: Path, random: Random) -> None:
    """Spoil one entry of a cache. Raises OSError where it went meanwhile."""
    data = one.read_bytes()
    if way == "cut":
        one.write_bytes(data[: random.randrange(len(data) + 1)])
    elif way == "bit" and data:
        at = random.randrange(len(data))
        one.write_bytes(data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :])
    elif way == "empty":
        one.write_bytes(b"")
    elif way == "another":
        one.write_bytes(other.read_bytes())
    elif way == "open":
        one.chmod(0o666)
        if os.geteuid() == 0:
            os.chown(one, 65534, 65534)
    elif way in ("gone", "link", "folder"):
        one.unlink()
        if way == "link":
            one.symlink_to(other.name)
        elif way == "folder":
            one.mkdir()


def _compare(world: World, random: Random, own: Path) -> None:
    """A question on a plan that others change meanwhile, or on a copy of it."""
    path = world.home / random.choice(PLANS)
    if random.random() < 0.6:
        path = Path(shutil.copyfile(path, own / path.name))
    question = random.choice(QUESTIONS)
    os.chdir(path.parent)
    before = _state(path)
    answers = [ask(question, str(world.cache)) for _ in range(2)]
    if _state(path) != before:
        world.counts["changed while asked"] += 1
        return
    expected = ask(question, random.choice(("off", str(own / "fresh"))))
    shutil.rmtree(own / "fresh", ignore_errors=True)
    if _state(path) != before:
        world.counts["changed while asked"] += 1
        return
    world.counts[f"asked, exit {expected.code}"] += 2
    if answers != [expected] * 2:
        shown = f"{question}: {expected}\nwith the cache: {answers}"
        world.wrong.append(f"{shown}\n{before[0].decode('utf-8', 'replace')}")


def _state(path: Path) -> tuple[bytes, int, int]:
    facts = path.stat()
    return path.read_bytes(), facts.st_ino, facts.st_ctime_ns


def _compare_change(world: World, random: Random, own: Path) -> None:
    """A change of one's own copy: what it says and what it writes."""
    path = own / "milestones.yaml"
    text = (world.home / random.choice(PLANS)).read_bytes()
    words = random.choice(CHANGES)
    os.chdir(own)
    found = []
    for kept in (str(world.cache), "off"):
        path.write_bytes(text)
        clock.datetime = StoppedClock(timedelta(minutes=1))  # type: ignore[attr-defined,misc]
        found.append((ask(words, kept), path.read_bytes()))
    world.counts[f"changed a copy, exit {found[1][0].code}"] += 1
    if found[0] != found[1]:
        world.wrong.append(f"{words}: {found[1][0]}\nwith the cache: {found[0][0]}")


def run_all(world: World, seeds: list[int], goes_on: Callable[[int], bool]) -> World:
    """All of them at once, each in a process; their counts and findings together."""
    children = {}
    for seed in seeds:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            _reported(world, seed, goes_on, writing)
        os.close(writing)
        children[child] = reading
    for child, reading in children.items():
        with open(reading, encoding="utf-8") as said:
            counts, wrong = json.loads(said.read() or '[{}, ["one of them died"]]')
        os.waitpid(child, 0)
        world.counts.update(counts)
        world.wrong += wrong
    return world


def _reported(world: World, seed: int, goes_on: Callable[[int], bool], writing: int) -> None:
    """A life, told through a pipe to whoever began it."""
    try:
        act(world, seed, goes_on)
    except BaseException as error:
        world.wrong.append(f"seed {seed}: {error!r}")
    finally:
        with open(writing, "w", encoding="utf-8") as told:
            json.dump([world.counts, world.wrong], told)
        os._exit(0)


def until(seconds: float) -> Callable[[int], bool]:
    """Whether a life goes on: for so long."""
    end = monotonic() + seconds
    return lambda turn: monotonic() < end
