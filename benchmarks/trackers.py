"""The everyday commands beside those of other trackers, on the same items in one run.

Used by ``speed.py``. Taskwarrior (Debian's ``taskwarrior``) and todoman (from PyPI, installed in an
environment of its own) are compared where they are there; what is not is skipped with a word. Each
holds the milestones of one generated plan: title, topic, owners, and the day on which it is due.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import uuid
import venv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from speed import (
    QUERY,
    UPDATE,
    Case,
    Setup,
    cache,
    children,
    measure,
    milliseconds,
    plan_file,
    ratio,
)

OURS = {
    "due": QUERY,
    "list": ("list",),
    "show": ("show", "4-1"),
    "update": ("update", *UPDATE),
}
AFTER = "due after an update"
EDITED = "due after a hand edit"
# What each may take of Taskwarrior's time.
AIMS = {"due": 0.7, "list": 0.8, "show": 1.2, "update": 2.5, AFTER: 1.2}


@dataclass(frozen=True)
class Item:
    """What a tracker is told of a milestone; ``due`` is a fiscal year, None for no time."""

    id: str
    title: str
    owners: tuple[str, ...]
    due: int | None


def items_of(path: Path) -> list[Item]:
    """The milestones of a generated plan, by their lines."""
    found = []
    for block in re.split(r"\n(?=  - id: )", path.read_text(encoding="utf-8"))[1:]:
        years = re.search(r"\n    target: .*?(\d{4})\D*\n", block)
        owners = re.search(r"\n    owner: \[?([^\]\n]*)", block)
        title = re.search(r"en: ['\"]?(.+?)['\"]?[}\n]", block)
        found.append(
            Item(
                block.split(None, 3)[2],
                title[1] if title else "",
                tuple(re.findall(r"\w+", owners[1])) if owners else (),
                int(years[1]) if years else None,
            )
        )
    return found


def compared(setup: Setup, rounds: int, count: int) -> Iterator[str]:
    """One table of spaceplan and the others at so many milestones."""
    path = plan_file(setup, count, 0)
    items = items_of(path)
    cases: dict[str, dict[str, Case]] = {"spaceplan": _spaceplan(setup, path)}
    missing = []
    for name, make in (("Taskwarrior", _taskwarrior), ("todoman", _todoman)):
        try:
            cases[name] = make(setup.work / name.lower(), items)
        except (OSError, subprocess.CalledProcessError) as error:
            missing.append(
                f"  {name}: not compared, it is not here or cannot be installed ({error})"
            )
    measure([case for mine in cases.values() for case in mine.values()], rounds)
    yield f"{count} milestones beside other trackers ({rounds} rounds)"
    floor = cases.get("Taskwarrior", {})
    for name, mine in cases.items():
        for what, case in mine.items():
            line = f"  {name + ', ' + what:38} {milliseconds(case.wall)}"
            # An update leaves what is asked next in the cache: the floor is the same question.
            other = floor.get("due" if what in (AFTER, EDITED) else what)
            if other is not None:
                line += f"  {ratio(case.wall, other.wall):>22}"
            if name == "spaceplan" and other is not None and what in AIMS:
                met = median([a / b for a, b in zip(case.wall, other.wall, strict=True)])
                line += f"  aim {AIMS[what]}, {'met' if met <= AIMS[what] else 'MISSED'}"
            yield line
    yield from missing


def _spaceplan(setup: Setup, plan: Path) -> dict[str, Case]:
    """Each on a plan that is put back before each run; what was asked of it before is in the cache."""
    path = setup.work / "trackers" / plan.name
    path.parent.mkdir(exist_ok=True)
    data = plan.read_bytes()
    kept = {"SPACEPLAN_CACHE": cache(setup)}

    def run(*words: str) -> None:
        command = setup.spaceplan(*words, "--plan", str(path))
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=children(**kept))

    def back() -> None:
        path.write_bytes(data)
        run(*OURS["due"])

    def updated() -> None:
        back()
        run(*OURS["update"])

    def edited() -> None:
        back()
        path.write_bytes(data.replace(b"\n    status: planned\n", b"\n    status: active\n", 1))

    def case(name: str, before: Callable[[], None]) -> Case:
        words = OURS.get(name, OURS["due"])
        return Case(name, setup.spaceplan(*words, "--plan", str(path)), kept, before)

    before = {**dict.fromkeys(OURS, back), AFTER: updated, EDITED: edited}
    return {name: case(name, first) for name, first in before.items()}


def _taskwarrior(folder: Path, items: list[Item]) -> dict[str, Case]:
    folder.mkdir()
    rc = folder / "taskrc"
    rc.write_text(f"data.location={folder}/data\nconfirmation=off\nverbose=nothing\n")
    variables = {"TASKRC": str(rc)}
    (folder / "data").mkdir()
    told = [_task(item) for item in items]
    (folder / "items.json").write_text(json.dumps(told), encoding="utf-8")
    _run(("task", "import", str(folder / "items.json")), variables)
    year = ("due.after:2021-03-31", "due.before:2022-04-01")
    commands = {
        "due": ("task", *year, "list"),
        "list": ("task", "status:pending", "list"),
        "show": ("task", "1", "info"),
        "update": ("task", "1", "modify", "due:2023-03-07"),
    }
    return {name: Case(name, command, variables) for name, command in commands.items()}


def _task(item: Item) -> Mapping[str, object]:
    due = {} if item.due is None else {"due": f"{item.due + 1}0330T150000Z"}
    return {
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, item.id)),
        "description": f"{item.id} {item.title}",
        "status": "pending",
        "entry": "20181211T000000Z",
        "project": item.id.partition("-")[0],
        "tags": list(item.owners),
        **due,
    }


def _todoman(folder: Path, items: list[Item]) -> dict[str, Case]:
    folder.mkdir()
    venv.create(folder / "environment", with_pip=True)
    _run((str(folder / "environment/bin/pip"), "install", "-q", "todoman"), {})
    todo = str(folder / "environment/bin/todo")
    home = folder / "lists" / "plan"
    home.mkdir(parents=True)
    for item in items:
        due = f"DUE;VALUE=DATE:{item.due + 1}0331\r\n" if item.due else ""
        title = f"{item.id} {item.title}".replace(",", r"\,").replace(";", r"\;")
        (home / f"{item.id}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//spaceplan//benchmark\r\nBEGIN:VTODO\r\n"
            f"UID:{item.id}\r\nDTSTAMP:20181211T000000Z\r\nSUMMARY:{title}\r\n{due}"
            "STATUS:NEEDS-ACTION\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
        )
    config = folder / "config.py"
    config.write_text(
        f'path = "{folder}/lists/*"\ncache_path = "{folder}/cache.sqlite3"\ndate_format = "%Y-%m-%d"\n'
        'default_list = "plan"\n'
    )
    base = (todo, "--config", str(config))
    _run((*base, "list"), {})
    commands = {
        "list": (*base, "list"),
        "show": (*base, "show", "1"),
        "update": (*base, "edit", "--due", "2023-03-07", "1"),
    }
    return {name: Case(name, command) for name, command in commands.items()}


def _run(command: tuple[str, ...], variables: Mapping[str, str]) -> None:
    if shutil.which(command[0]) is None:
        raise FileNotFoundError(command[0])
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=children(**variables),
    )
