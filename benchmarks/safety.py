"""What becomes of a plan when many write it, when writers are killed, and when the disk is full.

    python benchmarks/safety.py [-o FILE] [--short] [--updates N] [--kills N] [--damaged N] …

With plans that are damaged in thousands of ways (``damage.py``), edits that are compared with
another parser (``edits.py``), and every command that writes killed at every call (``kills.py``).
Without ``--short`` all of it takes about an hour.

Every update is a real ``spaceplan update`` in a process of its own, on copies of the shipped plan.
A file counts as whole where ``spaceplan`` itself finds no fault in it and it holds the notes of
before, or those and the one of the update that was killed. With strace installed a SIGKILL is
placed at each call that writes, flushes or renames. Some cases need the superuser; where they
cannot be made, a line says so.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "safety.txt"
SHIPPED = ROOT / "data" / "milestones.yaml"
WRITERS = 8
IDS = ("1-1", "2-1", "3-1", "4-1", "5-1", "6-1", "9-1", "12-1")
CALLS = ("write", "fsync", "rename,renameat,renameat2")
NOBODY = 65534
# A line that says so tells of a fault.
WRONG = re.compile(
    r"torn [1-9]|lost [1-9]|failed [1-9]|left over [1-9]\d*$|DATA LOST|NOT SOUND|GONE"
    r"|(?:word|command|taken back): [1-9]|meanwhile: [1-9]"
)

sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import damage  # noqa: E402
import edits  # noqa: E402
import kills  # noqa: E402

from spaceplan.files.content import decode  # noqa: E402
from spaceplan.plan_file.read import inspect  # noqa: E402


@dataclass(frozen=True, slots=True)
class Run:
    """One finished command: its exit code, seconds, and what it said on stderr."""

    code: int
    seconds: float
    error: str


def command(path: Path, milestone_id: str, note: str) -> list[str]:
    words = ("update", milestone_id, "--note", note, "--plan", str(path))
    return [sys.executable, "-m", "spaceplan", *words]


def start(words: list[str], limit: int | None = None) -> subprocess.Popen[str]:
    """Start a command; ``limit`` is the largest file it may write, in bytes."""

    def restrict() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        words,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=restrict,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "SPACEPLAN_CACHE": "off",
            "LC_ALL": "C.UTF-8",
        },
    )


def run(words: list[str], limit: int | None = None) -> Run:
    begun = perf_counter()
    process = start(words, limit)
    error = process.communicate()[1]
    return Run(process.returncode, perf_counter() - begun, error)


def run_as_nobody(words: list[str], scratch: Path) -> Run:
    """Run a command without the superuser's rights, where this process has them.

    An ordinary user may not reach this interpreter's files, so the command is run once before the
    rights are dropped, on a plan of its own: then all of the program is loaded.
    """
    if os.geteuid() != 0:
        return run(words)
    rehearsal = [str(scratch) if word.endswith(".yaml") else word for word in words]
    before, after = ([*some[some.index("spaceplan") + 1 :]] for some in (rehearsal, words))
    code = (
        "import os, sys; from spaceplan.app import run; "
        f"run({before!r}); os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY}); "
        f"sys.exit(run({after!r}))"
    )
    return run([sys.executable, "-c", code])


def notes(data: bytes) -> list[str] | None:
    """Every note of a plan in file order; None where the file is not whole."""
    try:
        plan = inspect(decode(data, "plan")).plan
    except Exception:
        return None
    if plan is None:
        return None
    return [change.note for entry in plan.entries for change in entry.history]


def copy_to(folder: Path) -> Path:
    path = folder / "milestones.yaml"
    shutil.copyfile(SHIPPED, path)
    path.chmod(0o644)
    return path


def leftovers(path: Path) -> int:
    return len(list(path.parent.iterdir())) - 1


# many writers


def together(work: Path, updates: int) -> Iterator[str]:
    for what, ids in (("on distinct milestones", IDS), ("on one milestone", ("4-1",) * WRITERS)):
        path = copy_to(Path(tempfile.mkdtemp(dir=work)))

        def writer(number: int, path: Path = path, ids: tuple[str, ...] = ids) -> list[Run]:
            return [
                run(command(path, ids[number], f"writer {number} update {n}"))
                for n in range(updates)
            ]

        with ThreadPoolExecutor(WRITERS) as pool:
            futures = [pool.submit(writer, number) for number in range(WRITERS)]
            reads = torn = 0
            while not all(future.done() for future in futures):
                reads += 1
                torn += notes(path.read_bytes()) is None
                sleep(0.2)
            runs = [one for future in futures for one in future.result()]
        arrived = len(set(notes(path.read_bytes()) or ()))
        failed = sum(one.code != 0 for one in runs)
        yield f"{WRITERS} processes x {updates} updates {what}:"
        left = leftovers(path)
        yield f"  arrived {arrived} of {WRITERS * updates}, failed {failed}, left over {left}"
        yield f"  torn when read meanwhile: {torn} of {reads} times"
        seconds = [one.seconds for one in runs]
        yield f"  median {median(seconds):.2f} s, slowest {max(seconds):.2f} s"


# killed writers


def killed_at_random(work: Path, kills: int) -> Iterator[str]:
    path = copy_to(Path(tempfile.mkdtemp(dir=work)))
    chance = random.Random(8)
    usual = median(run(command(path, "4-1", f"usual {n}")).seconds for n in range(5))
    counts = {"the old file": 0, "the new file": 0, "torn": 0, "already done": 0}
    before = notes(path.read_bytes())
    for number in range(kills):
        process = start(command(path, "4-1", f"kill {number}"))
        # The writing is at the end of a command: most kills go there.
        sleep(usual * chance.triangular(0, 1.15, 0.9))
        done = process.poll() is not None
        process.kill()
        process.communicate()
        now = notes(path.read_bytes())
        if done:
            counts["already done"] += 1
        elif now == before:
            counts["the old file"] += 1
        elif now is not None and [one for one in now if one != f"kill {number}"] == before:
            counts["the new file"] += 1
        else:
            counts["torn"] += 1
        before = now
    yield f"{kills} SIGKILLs at random moments of an update ({usual:.2f} s):"
    yield "  " + ", ".join(f"{name} {count}" for name, count in counts.items())
    yield from swept(path)


def swept(path: Path) -> Iterator[str]:
    left = leftovers(path)
    last = run(command(path, "4-1", "after the kills"))
    yield (
        f"  left over {left}; the next update: exit {last.code}, {last.seconds:.2f} s, "
        f"left over {leftovers(path)}"
    )


def killed_at_calls(work: Path) -> Iterator[str]:
    strace = shutil.which("strace")
    if strace is None:
        yield "SIGKILL at each system call: strace is not installed"
        return
    counts = {"the old file": 0, "the new file": 0, "torn": 0}
    path = copy_to(Path(tempfile.mkdtemp(dir=work)))
    old = notes(path.read_bytes())
    most = 0
    for calls in CALLS:
        for number in range(1, 100):
            shutil.copyfile(SHIPPED, path)
            placed = f"inject={calls}:signal=SIGKILL:when={number}"
            words = [strace, "-f", "-qq", "-o", os.devnull, "-e", f"trace={calls}", "-e", placed]
            one = run([*words, *command(path, "4-1", "killed")])
            if one.code == 0:
                break
            now = notes(path.read_bytes())
            if now == old:
                counts["the old file"] += 1
            elif now == ["killed"]:
                counts["the new file"] += 1
            else:
                counts["torn"] += 1
            most = max(most, leftovers(path))
    yield f"SIGKILL at each call that writes, flushes or renames ({sum(counts.values())} calls):"
    yield "  " + ", ".join(f"{name} {count}" for name, count in counts.items())
    yield f"  files left over at any time: at most {most}"
    yield from swept(path)


# what cannot be written


def refused(what: str, path: Path, update: Callable[[], Run]) -> Iterator[str]:
    """An update that must fail: exit code 2, the old data intact, nothing left over."""
    before, others = path.read_bytes(), leftovers(path)
    one = update()
    intact = "old data intact" if path.read_bytes() == before else "OLD DATA LOST"
    clean = "" if leftovers(path) == others else f", left over {leftovers(path) - others}"
    said = re.sub(rf"{re.escape(str(path.parent))}/?", "", one.error.strip())
    yield f"{what}: exit {one.code}, {intact}{clean}"
    yield f"  {said}"


def obstacles(work: Path) -> Iterator[str]:
    def fresh() -> Path:
        folder = Path(tempfile.mkdtemp(dir=work))
        folder.chmod(0o777)
        return copy_to(folder)

    path = fresh()
    yield from refused(
        "file-size limit", path, lambda: run(command(path, "4-1", "x"), limit=20_000)
    )
    yield from full_disk(work)
    path = fresh()
    path.chmod(0o444)
    yield from refused("read-only file", path, lambda: run(command(path, "4-1", "x")))
    path = fresh()
    path.chmod(0o666)
    path.parent.chmod(0o555)
    yield from refused(
        "read-only folder", path, lambda: run_as_nobody(command(path, "4-1", "x"), fresh())
    )
    words = [sys.executable, "-m", "spaceplan", "due", "--plan", str(path)]
    query = run_as_nobody(words, fresh())
    yield f"  a query of it: exit {query.code}"
    path.parent.chmod(0o777)
    if os.geteuid() == 0:
        path = fresh()
        path.chmod(0o666)
        yield from refused(
            "an owner that cannot be kept",
            path,
            lambda: run_as_nobody(command(path, "4-1", "x"), fresh()),
        )
    else:
        yield "an owner that cannot be kept: needs the superuser to set up"
    yield from kept(fresh())


def kept(path: Path) -> Iterator[str]:
    path.chmod(0o664)
    link = path.parent / "link.yaml"
    link.symlink_to(path.name)
    one = run(command(link, "4-1", "through a link"))
    mode = stat.S_IMODE(path.stat().st_mode)
    stays = "the link stays" if link.is_symlink() else "THE LINK IS GONE"
    arrived = notes(path.read_bytes()) == ["through a link"]
    yield f"through a symbolic link: exit {one.code}, {stays}, arrived {arrived}, mode 0{mode:o}"


def full_disk(work: Path) -> Iterator[str]:
    """A disk with room for the plan and no second copy of it."""
    folder = Path(tempfile.mkdtemp(dir=work))
    size = SHIPPED.stat().st_size // 1024 + 24
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True).returncode:
        yield "full disk: mounting one is not permitted here"
        return
    try:
        path = copy_to(folder)
        yield from refused("full disk", path, lambda: run(command(path, "4-1", "x")))
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def about() -> Iterator[str]:
    yield f"spaceplan safety, {date.today()}"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, " + (
        f"{os.cpu_count()} cores"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("-o", type=Path, default=RESULTS, metavar="FILE", help="where to write")
    options.add_argument("--updates", type=int, default=50, help="per process (default 50)")
    options.add_argument("--kills", type=int, default=500, help="at random (default 500)")
    options.add_argument("--damaged", type=int, default=5000, help="plans (default 5000)")
    options.add_argument("--edits", type=int, default=2000, help="in layouts (default 2000)")
    options.add_argument("--seconds", type=float, default=30, help="all at once (default 30)")
    options.add_argument("--first", type=int, default=0, help="the first seed (default 0)")
    options.add_argument("--short", action="store_true", help="as CI runs it: a few of each")
    options.add_argument("--only", default="", help="sections to run, by their first letters")
    given = options.parse_args()
    if given.short:
        given.updates, given.kills, given.damaged, given.edits, given.seconds = 1, 5, 150, 100, 4
    given.o.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, open(given.o, "w", encoding="utf-8") as file:
        work = Path(temporary)
        work.chmod(0o755)
        kinds = ("rename",) if given.short else tuple(kills.CALLS)
        sections = {
            "about": about(),
            "together": together(work, given.updates),
            "killed": killed_at_random(work, given.kills),
            "update": () if given.short else killed_at_calls(work),
            "commands": kills.killed(work, 2 if given.short else 60, kinds),
            "mixed": kills.mixed(work, given.seconds),
            "obstacles": obstacles(work),
            "damage": damage.survived(given.damaged, given.first),
            "edits": edits.compared(given.edits, given.first),
        }
        found = 0
        for name, section in sections.items():
            if not name.startswith(tuple(given.only.split(","))):
                continue
            for line in section:
                found += WRONG.search(line) is not None
                print(line, flush=True)
                print(line, file=file, flush=True)
            print()
            print(file=file)
    print(f"written to {given.o}", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
