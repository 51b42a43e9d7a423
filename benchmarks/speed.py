"""How long spaceplan takes, against a floor measured in the same run.

    python benchmarks/speed.py [-o FILE] [--rounds N] [--sizes 1000,10000] [--env FOLDER] [--cpu]

It makes a fresh environment, installs this clone there as a user would (``pip install .``),
compiles it, and calls the real ``spaceplan`` script with its output in a pipe. Two floors:

* an empty typer app of two commands, installed and compiled in the same environment: what any
  command written with typer pays before its first line;
* ``yaml.load(…, CSafeLoader)`` of the same plan with the garbage collector paused, in a process of
  its own: what PyYAML's C parser alone takes to load the file.

In each round every case runs once, from another starting point each time, so that noise and a slow
minute hit floor and case alike. A ratio is the median of the rounds' ratios. Milliseconds are
medians of wall time as seen by the caller, from start to exit; with ``--cpu`` of the time that the
processors worked for it, which says more where others work on the machine too.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shutil import rmtree
from statistics import median, quantiles
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results" / "speed.txt"
SHIPPED = ROOT / "data" / "milestones.yaml"
QUERY = ("due", "--fy", "2021")
UPDATE = ("4-1", "--status", "missed", "--on", "2023-03-07", "--reason", "technical")
REPORT = ("report", "--format", "html", "--week", "2026-W47")

FLOOR = '''\
import typer

app = typer.Typer()


@app.command()
def one() -> None:
    """The first command."""


@app.command()
def two() -> None:
    """The second command."""


def main() -> None:
    app()
'''
# Prints the seconds that loading alone took; the process around it is timed as every case is.
LOAD = """\
import gc
import sys
from time import perf_counter

import yaml


def main(path: str) -> None:
    gc.disable()
    begun = perf_counter()
    with open(path, "rb") as file:
        yaml.load(file.read(), Loader=yaml.CSafeLoader)
    print(perf_counter() - begun)


main(sys.argv[1])
"""


def processors() -> float:
    """The seconds that the processors have worked for children of this process."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# What the time is taken by: ``perf_counter``, or with --cpu ``processors``.
CLOCK: dict[str, Callable[[], float]] = {"now": perf_counter}


# the environment


@dataclass(frozen=True)
class Setup:
    """Where everything is: the environment's scripts, and a folder for plans and caches."""

    bin: Path
    site: Path
    work: Path

    @property
    def python(self) -> str:
        """The environment's interpreter."""
        return str(self.bin / "python")

    def spaceplan(self, *words: str) -> tuple[str, ...]:
        """A command line of the installed program."""
        return (str(self.bin / "spaceplan"), *words)


def children(**more: str) -> dict[str, str]:
    """The environment variables of a measured process: a user's, with compiled modules."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "SPACEPLAN_", "VIRTUAL_ENV"))
    }
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def install(folder: Path, work: Path) -> Setup:
    """An environment in ``folder`` with spaceplan and both floors, all of it compiled."""
    python = str(folder / "bin" / "python")
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if Path(python).exists():
        # The version stays the same while the code changes: make sure that it is this clone's.
        pip += ["--no-deps", "--force-reinstall"]
    else:
        venv.create(folder, with_pip=True)
    subprocess.run([*pip, str(ROOT)], check=True, env=children())
    where = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        env=children(),
        capture_output=True,
        text=True,
    )
    site = Path(where.stdout.strip())
    (site / "typer_floor.py").write_text(FLOOR, encoding="utf-8")
    by_processor = CLOCK["now"] is processors
    load = LOAD.replace("perf_counter", "process_time") if by_processor else LOAD
    (site / "yaml_floor.py").write_text(load, encoding="utf-8")
    script = (folder / "bin" / "spaceplan").read_text(encoding="utf-8")
    floor = folder / "bin" / "typer-floor"
    floor.write_text(script.replace("spaceplan.app", "typer_floor"), encoding="utf-8")
    floor.chmod(0o755)
    compile_all = [python, "-m", "compileall", "-q", str(site)]
    subprocess.run(compile_all, check=True, env=children())
    return Setup(folder / "bin", site, work)


# generated plans


def header_and_blocks() -> tuple[str, list[str]]:
    """The shipped plan's header, and its blocks that are no repeats."""
    head, _, rest = SHIPPED.read_text(encoding="utf-8").partition("\nmilestones:\n")
    # Numbered again and again these are no bullets of a document: without one nothing is missing.
    head = re.sub(r"(?ms)^bullets: \d+\n|^documents:\n.*?(?=^[a-z])", "", head)
    lines = [line for line in rest.splitlines() if not line.lstrip().startswith("#")]
    blocks = re.split(r"\n(?=  - id: )", "\n".join(line for line in lines if line.strip()))
    return f"{head}\nmilestones:\n", [block for block in blocks if "\n    same_as:" not in block]


def generated(count: int, entries: int) -> str:
    """A plan of ``count`` milestones with ``entries`` history entries each.

    The shipped plan's own milestones again and again, under new ids (``4-1001``, ``4-2001`` …), so
    that a generated plan is as varied, and as long by the milestone, as a real one.
    """
    head, blocks = header_and_blocks()
    made: list[str] = []
    for number in range(count):
        again, which = divmod(number, len(blocks))
        head_of, bullet, rest = re.split(r"(?<=-)(\d+)", blocks[which], maxsplit=1)
        block = f"{head_of}{again * 1000 + int(bullet)}{rest}"
        made.append(with_history(block, entries) if entries else block)
    return head + "\n\n".join(made) + "\n"


def with_history(block: str, entries: int) -> str:
    """A block with a history: it began, its target moved by a year, then reports and checks."""
    block = re.sub(r"(?m)^    status: .*$", "    status: active", block)
    history = [
        entry(2019, 0, "status: [planned, active]", "note: 検討を開始 work has begun"),
    ]
    target = re.search(r"(?m)^    target: FY(\d{4})$", block)
    if target:
        old, new = f"FY{target[1]}", f"FY{int(target[1]) + 1}"
        block = block.replace(f"    target: {old}\n", f"    target: {new}\n")
        move = f"target: [{old}, {new}], reason: technical, note: 試験の遅れによる moved by a test"
        history.append(entry(2019, 1, move))
    recurring = "\n    kind: recurring" in block
    while len(history) < entries:
        number = len(history)
        year, part = 2019 + number // 3, number % 3
        if recurring and part == 0:
            history.append(entry(year, part, "occurred: true"))
        elif part == 2:
            first, last = f"{year}-08-01", f"{year}-09-20"
            look = f"checked: {{first: {first}, last: {last}, count: 4}}"
            history.append(entry(year, part, look))
        else:
            history.append(entry(year, part, f"note: {year}年度の進捗報告 progress as planned"))
    return "\n".join([block, "    history:", *history[:entries]])


def entry(year: int, part: int, *facts: str) -> str:
    """One line of a history: the fact, and where and by whom it was recorded."""
    day = f"{year}-{3 * part + 4:02}-15"
    said = ", ".join(facts)
    if "checked" not in said:
        said += f", source: 'https://example.org/{year}/{part}', who: secretariat"
    recorded = f"{year}-{3 * part + 4:02}-28T10:{part:02}:07+09:00"
    return f"      - {{date: {day}, recorded: {recorded}, change: {year % 100}{part}a, {said}}}"


def plan_file(setup: Setup, count: int, entries: int) -> Path:
    """A generated plan in the work folder, checked: a benchmark of a broken file says nothing."""
    path = setup.work / f"plan-{count}-{entries}.yaml"
    path.write_text(generated(count, entries), encoding="utf-8")
    check = setup.spaceplan("check", "--strict", str(path))
    subprocess.run(check, check=True, stdout=subprocess.DEVNULL, env=children())
    return path


# measuring


@dataclass
class Case:
    """One command line to time, and the seconds that it took in each round.

    ``before`` is run ahead of each run and not timed. A case that ``tells`` prints the seconds that
    it measured itself; they are kept as ``told``.
    """

    name: str
    command: Sequence[str]
    variables: dict[str, str] = field(default_factory=dict)
    before: Callable[[], None] | None = None
    tells: bool = False
    wall: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run once and keep the seconds."""
        if self.before is not None:
            self.before()
        variables = children(**self.variables)
        begun = CLOCK["now"]()
        ended = subprocess.run(self.command, stdout=subprocess.PIPE, check=True, env=variables)
        self.wall.append(CLOCK["now"]() - begun)
        if self.tells:
            self.told.append(float(ended.stdout))


def measure(cases: Sequence[Case], rounds: int) -> None:
    """Every case once per round, from another starting point each time; a round to warm up."""
    for number in range(-1, rounds):
        turn = number % len(cases)
        for case in (*cases[turn:], *cases[:turn]):
            case.run()
    for case in cases:
        del case.wall[:1], case.told[:1]


def ratio(case: Sequence[float], floor: Sequence[float]) -> str:
    """Median of the rounds' ratios, with the middle half of them."""
    ratios = [one / other for one, other in zip(case, floor, strict=True)]
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else (ratios[0],) * 3
    return f"{median(ratios):5.2f} ({low:.2f}-{high:.2f})"


def milliseconds(seconds: Sequence[float]) -> str:
    """Their median."""
    return f"{median(seconds) * 1000:8.1f} ms"


# sections: each yields its lines as it has them


def start_up(setup: Setup, rounds: int) -> Iterator[str]:
    """A short command at its shortest, and the everyday question to the shipped plan."""
    shipped = setup.work / "shipped.yaml"
    shipped.write_bytes(SHIPPED.read_bytes())
    query = setup.spaceplan(*QUERY, "--plan", str(shipped))
    floor = Case("an empty typer app of two commands", [str(setup.bin / "typer-floor"), "one"])
    changed = setup.work / "changed.yaml"
    cases = [
        Case("spaceplan --version", setup.spaceplan("--version")),
        Case("due --fy 2021, read before (cache)", query, {"SPACEPLAN_CACHE": cache(setup)}),
        Case("due --fy 2021, read anew (no cache)", query, {"SPACEPLAN_CACHE": "off"}),
        Case(
            "report as HTML, read before",
            setup.spaceplan(*REPORT, "--plan", str(shipped)),
            {"SPACEPLAN_CACHE": cache(setup)},
        ),
        Case(
            "update 4-1",
            setup.spaceplan("update", *UPDATE, "--plan", str(changed)),
            {"SPACEPLAN_CACHE": cache(setup)},
            lambda: changed.write_bytes(SHIPPED.read_bytes()),
        ),
    ]
    measure([floor, *cases], rounds)
    yield f"Start-up, and the shipped plan of 111 bullets ({rounds} rounds)"
    yield f"  {floor.name:38} {milliseconds(floor.wall)}   1.00"
    for case in cases:
        yield f"  {case.name:38} {milliseconds(case.wall)}  {ratio(case.wall, floor.wall)}"


def plans(setup: Setup, rounds: int, sizes: Sequence[int]) -> Iterator[str]:
    """``due`` and the HTML report of generated plans, against what loading the YAML takes."""
    for count in sizes:
        for entries in (0, 10):
            yield from one_plan(setup, rounds, count, entries)


def one_plan(setup: Setup, rounds: int, count: int, entries: int) -> Iterator[str]:
    """One generated plan; see ``plans``."""
    path = plan_file(setup, count, entries)
    query = setup.spaceplan(*QUERY, "--plan", str(path))
    report = setup.spaceplan(*REPORT, "--plan", str(path))
    fresh = setup.work / "fresh"
    load = [setup.python, str(setup.site / "yaml_floor.py"), str(path)]
    floor = Case("its whole process", load, tells=True)
    cases = [
        Case("due, read before (cache)", query, {"SPACEPLAN_CACHE": cache(setup)}),
        Case("due, read anew (no cache)", query, {"SPACEPLAN_CACHE": "off"}),
        Case(
            "due, read anew and kept for next time",
            query,
            {"SPACEPLAN_CACHE": str(fresh)},
            lambda: rmtree(fresh, ignore_errors=True),
        ),
        *(
            Case(f"report as HTML, {how}", report, {"SPACEPLAN_CACHE": where})
            for how, where in (("read before", cache(setup)), ("read anew", "off"))
        ),
    ]
    measure([floor, *cases], rounds)
    size = path.stat().st_size / 1e6
    yield f"{count} milestones, {entries} history entries each: {size:.1f} MB ({rounds} rounds)"
    yield f"  {'yaml.load alone':38} {milliseconds(floor.told)}   1.00"
    for case in (floor, *cases):
        to_load, to_process = ratio(case.wall, floor.told), ratio(case.wall, floor.wall)
        yield f"  {case.name:38} {milliseconds(case.wall)}  {to_load}  {to_process}"


def updates(setup: Setup, rounds: int, count: int) -> Iterator[str]:
    """An update of one milestone, against the everyday question and against loading the YAML.

    The plan is put back before each run, so that every update finds the same one, whose cache entry
    the question keeps, as it does for a user.
    """
    path = setup.work / "update" / f"plan-{count}.yaml"
    path.parent.mkdir(exist_ok=True)
    data = plan_file(setup, count, 0).read_bytes() if count else SHIPPED.read_bytes()
    path.write_bytes(data)
    kept = {"SPACEPLAN_CACHE": cache(setup)}
    load = [setup.python, str(setup.site / "yaml_floor.py"), str(path)]
    plan = ("--plan", str(path))

    def back() -> None:
        """As a user finds it: what was asked of it before is in the cache."""
        path.write_bytes(data)
        subprocess.run(query.command, check=True, stdout=subprocess.DEVNULL, env=children(**kept))

    loading = Case("yaml.load, its whole process", load, before=back, tells=True)
    query = Case("due --fy 2021, read before", setup.spaceplan(*QUERY, *plan), kept, back)
    anew = Case(
        "due --fy 2021, read anew",
        setup.spaceplan(*QUERY, *plan),
        {"SPACEPLAN_CACHE": "off"},
        back,
    )
    update = Case("update 4-1", setup.spaceplan("update", *UPDATE, *plan), kept, back)
    measure([loading, query, anew, update], rounds)
    which = f"{count} milestones" if count else "the shipped plan of 111 bullets"
    yield f"An update of one milestone: {which} ({rounds} rounds)"
    for case in (loading, query, anew, update):
        yield f"  {case.name:38} {milliseconds(case.wall)}"
    for case in (query, anew, loading):
        yield f"  update to {case.name:28} {ratio(update.wall, case.wall):>22}"
    yield f"  update to {'yaml.load alone':28} {ratio(update.wall, loading.told):>22}"


def largest(setup: Setup, count: int) -> Iterator[str]:
    """The everyday question and an update where there is most, with the memory that they take."""
    path = plan_file(setup, count, 0)
    kept = {"SPACEPLAN_CACHE": cache(setup)}
    question = setup.spaceplan(*QUERY, "--plan", str(path))
    update = setup.spaceplan("update", *UPDATE, "--plan", str(path))
    yield f"{count} milestones, no history: {path.stat().st_size / 1e6:.1f} MB (one run each)"
    for name, command, where in (
        ("due --fy 2021, read anew", question, {"SPACEPLAN_CACHE": "off"}),
        ("due --fy 2021, read anew and kept", question, kept),
        ("due --fy 2021, read before", question, kept),
        ("due --fy 2021, read before, again", question, kept),
        ("update 4-1", update, kept),
        ("due --fy 2021, after it", question, kept),
    ):
        begun = CLOCK["now"]()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=children(**where))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = CLOCK["now"]() - begun
        yield f"  {name:38} {seconds * 1000:8.1f} ms  {used.ru_maxrss / 1024:6.0f} MB"


def cache(setup: Setup) -> str:
    """The cache folder that stays from run to run."""
    return str(setup.work / "cache")


def about(setup: Setup) -> Iterator[str]:
    """What was measured, and on what."""
    versions = subprocess.run(
        [setup.python, "-m", "pip", "list", "--format", "freeze"],
        check=True,
        capture_output=True,
        text=True,
        env=children(),
    ).stdout.split()
    named = [line for line in versions if line.startswith(("typer=", "PyYAML=", "rich="))]
    yield f"spaceplan speed, {date.today()}"
    yield f"Python {platform.python_version()}, {', '.join(named)}"
    yield f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    yield "Ratios: median of the rounds, in brackets the middle half of them. For generated plans"
    yield "the first is to yaml.load alone, the second to the whole process that calls it."


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("-o", type=Path, default=RESULTS, metavar="FILE", help="where to write")
    options.add_argument("--rounds", type=int, default=15, help="runs of each case (default 15)")
    options.add_argument("--sizes", default="1000,10000", help="milestones of generated plans")
    options.add_argument("--cpu", action="store_true", help="count what the processors worked")
    options.add_argument("--env", type=Path, help="make the environment here and keep it")
    given = options.parse_args()
    if given.cpu:
        CLOCK["now"] = processors
    from trackers import compared

    sizes = [int(size) for size in given.sizes.split(",") if size]
    given.o.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, open(given.o, "w", encoding="utf-8") as file:
        work = Path(temporary)
        setup = install(given.env or work / "environment", work)
        sections = (
            about(setup),
            start_up(setup, given.rounds),
            *(compared(setup, given.rounds, size) for size in sizes[-1:]),
            updates(setup, given.rounds, 0),
            *(updates(setup, max(3, given.rounds // (1 + size // 2500)), size) for size in sizes),
            *(plans(setup, max(3, given.rounds // (1 + size // 2500)), [size]) for size in sizes),
            largest(setup, 10 * max(sizes, default=10_000)),
        )
        for section in sections:
            for line in section:
                print(line)
                print(line, file=file, flush=True)
            print()
            print(file=file)
    print(f"written to {given.o}", file=sys.stderr)


if __name__ == "__main__":
    main()
