"""Two branches of one plan, drawn: commands and hand edits, and what their merge must be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from stopped_clock import StoppedClock
from support import HEADER, Run, entry, history, milestone

from spaceplan.plan_file.load import plan_of
from spaceplan.record.merge import merge
from spaceplan.roadmap.fields import FIELDS
from spaceplan.roadmap.model import Milestone, Plan

IDS = tuple(f"{topic}-{number}" for topic in (1, 2) for number in (1, 2))
COMMANDS = (
    "update ID --fy YEAR --reason budget",
    "update ID --fy YEAR --on 2020-06-01 --owner JAXA",
    "update ID --status missed --on 2023-03-07 --note failed",
    "update ID --status done --on 2023-03-07",
    "update ID --status active --on 2022-03-07",
    "update ID --owner JAXA MEXT",
    "update ID --forecast FYYEAR --confidence low",
    "note ID --note 'a note'",
    "checked ID --on 2024-01-01",
    "add 1 --title-en New --title-ja 新 --target FYYEAR",
    "add 2 --title-en Other --title-ja 別",
    "drop ID --on 2023-01-01 --note dropped",
    "update ID --fy YEAR --rebaseline target --authority board --source https://example.org/a",
    "update ID --after 1-1",
    "revert CHANGE --note reverted",
    "undo",
)
_BLOCK = re.compile(r"(?m)^  - id: (\S+)\n(?:(?:    .*|\s*#.*|)\n)*")
_LINES = (
    ("remark: ", ("remark: one", "remark: 二", 'remark: "three"')),
    ("tags: ", ("tags: [a]", "tags: [a, b]")),
    ("see: ", ("see: [1-1]", "see: [2-2, 1-3]")),
    ("after: ", ("after: [1-1]", "after: [2-2]")),
    ("links: ", ("links: [https://example.org/a]",)),
    ("x-own: ", ("x-own: {deep: [1, 2]}", "x-own: other")),
    ("target: ", ("target: FY2030", "target: about FY2031")),
    ("status: ", ("status: active", "status: done")),
    ("owner: ", ("owner: [JAXA]", "owner: [MEXT]  # lead")),
    ("title: ", ("title: {ja: 題, en: Title}", "title: Plain")),
)


def random_plan(random: Random) -> str:
    """A plan of eight; half of them have a history."""
    blocks = []
    for name in IDS:
        steps = [entry("2019-06-01", owner="[[CAO], [MEXT]]", change="aaaa0001", who="kato")]
        steps += [entry("2020-04-02", note="first", change="aaaa0002")] * random.randrange(2)
        target = random.choice(("", "FY2020", "FY2021H1"))
        more = (history(*steps),) if random.random() < 0.5 else ()
        blocks.append(milestone(name, *more, target=target))
    return HEADER + random.choice(("\n", "\n  # apart\n\n", "")).join(blocks)


def drawn(run: Run, clock: StoppedClock, random: Random, path: Path) -> tuple[bytes, bytes, bytes]:
    """A plan, and what two branches made of it."""
    base = random_plan(random).encode()
    sides = []
    for hour in ("09", "10"):
        path.write_bytes(base)
        work(run, clock, random, path, f"2026-11-24T{hour}:00:00+09:00")
        sides.append(path.read_bytes())
    return base, sides[0], sides[1]


def work(run: Run, clock: StoppedClock, random: Random, path: Path, moment: str) -> None:
    """What somebody does on a branch: a few commands and edits by hand; the plan stays sound."""
    clock.put(moment)
    for _ in range(random.randint(1, 4)):
        before = path.read_bytes()
        if random.random() < 0.6:
            words = random.choice(COMMANDS).replace("ID", random.choice(IDS))
            words = words.replace("YEAR", str(random.randint(2021, 2024)))
            made = re.findall(r"change: (\w+)", before.decode())
            words = words.replace("CHANGE", random.choice(made or ["none"]))
            run(*re.findall(r"'[^']*'|\S+", words), "--plan", path)
        else:
            by_hand(random, path)
        if run("check", path).code:
            path.write_bytes(before)


def by_hand(random: Random, path: Path) -> None:
    """One edit that an editor makes."""
    data = path.read_bytes()
    end = "\r\n" if b"\r\n" in data else "\n"
    text = data.decode().replace("\r\n", "\n")
    way: Callable[[Random, str], str] = random.choice(
        (_value, _value, _value, _comment, _deleted, _moved, _head, _layout)
    )
    text = way(random, text)
    if random.random() < 0.06:
        end = "\r\n" if end == "\n" else "\n"
    path.write_bytes(text.replace("\n", end).encode())


def _drawn(random: Random, text: str) -> re.Match[str]:
    return random.choice(list(_BLOCK.finditer(text)))


def _value(random: Random, text: str) -> str:
    found = _drawn(random, text)
    key, lines = random.choice(_LINES)
    line = f"    {random.choice(lines)}\n"
    block = found.group()
    if re.search(rf"(?m)^    {key}", block):
        block = re.sub(rf"(?m)^    {key}.*\n", lambda _: line, block)
    else:
        block = re.sub(r"(?m)^    text: .*\n", lambda old: old.group() + line, block)
    return text[: found.start()] + block + text[found.end() :]


def _comment(random: Random, text: str) -> str:
    found = _drawn(random, text)
    word = f"c{random.randrange(10**9)}"
    if random.random() < 0.2:
        return text.rstrip("\n") + f"\n\n  # {word}\n"
    if random.random() < 0.5:
        return text[: found.start()] + f"  # {word}\n" + text[found.start() :]
    block = re.sub(r"(?m)^(    kind: \w+).*$", rf"\1  # {word}", found.group())
    return text[: found.start()] + block + text[found.end() :]


def _deleted(random: Random, text: str) -> str:
    found = _drawn(random, text)
    return text[: found.start()] + text[found.end() :]


def _moved(random: Random, text: str) -> str:
    found, other = _drawn(random, text), _drawn(random, text)
    if found.end() > other.start():
        return text
    block = found.group() if found.group().endswith("\n") else found.group() + "\n"
    return text[: found.start()] + text[found.end() : other.start()] + block + text[other.start() :]


def _head(random: Random, text: str) -> str:
    code = random.choice(("NICT", "METI", "MOD"))
    line = f"  {code}: {{ja: {code}, en: {code}}}\n"
    ways = (
        text.replace("\nreasons:\n", f"\n{line}\nreasons:\n", 1) if line not in text else text,
        re.sub(r"(?m)^due_soon: .*\n", "", text).replace(
            "\nowners:", f"\ndue_soon: {random.choice((30, 60))}\n\nowners:", 1
        ),
        text.replace("title: {ja: 衛星, en: Satellites}", "title: {ja: 衛星, en: Sats}"),
        text.replace("charts: [3, 7]", f"charts: [3, {random.choice((8, 9))}]"),
    )
    return random.choice(ways)


def _layout(random: Random, text: str) -> str:
    found = _drawn(random, text)
    ways = (
        found.group().replace("charts: [17]", "charts:\n      - 17"),
        found.group().replace("status: planned", 'status: "planned"'),
        found.group() + "\n",
    )
    return text[: found.start()] + random.choice(ways) + text[found.end() :]


CONFLICT = object()


def expected(base: Plan, ours: Plan, theirs: Plan) -> dict[str, Any]:
    """By id what each field must be, None where it is gone, or CONFLICT."""
    found: dict[str, Any] = {}
    for name in {**base.by_id, **ours.by_id, **theirs.by_id}:
        was, mine, other = (plan.by_id.get(name) for plan in (base, ours, theirs))
        if mine is None or other is None:
            left = mine or other
            found[name] = left if was is None else CONFLICT if left not in (None, was) else None
        else:
            found[name] = CONFLICT if was is None and mine != other else _fields(was, mine, other)
    return found


def _fields(was: Milestone | None, mine: Milestone, other: Milestone) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in (*(field.name for field in FIELDS), "own"):
        if name != "history":
            old, one, two = (getattr(item, name, None) for item in (was, mine, other))
            values[name] = two if one == old else one if two in (old, one) else CONFLICT
    return values


def wrong(base: bytes, a: bytes, b: bytes) -> list[str]:
    """What a merge of two sound branches does otherwise than it must, from either side."""
    one, two = merge(base, a, b), merge(base, b, a)
    if one.faults or two.faults:
        return [] if [f.what for f in one.faults] == [f.what for f in two.faults] else ["faults"]
    plans = [plan_of(data, Path("p")).plan for data in (base, a, b)]
    must = expected(*plans)
    marked = {name for name, value in must.items() if _marked(value)}
    found = [
        {conflict.path[1] for conflict in done.conflicts if conflict.path[0] == "milestones"}
        for done in (one, two)
    ]
    if found[0] != found[1] or not marked <= found[0]:
        return [f"marked {found[0]}, {found[1]} and not {marked}"]
    # What is marked beside is gone on one side, and named by the other.
    said = [f"{name} is marked" for name in found[0] - marked if must[name] is not None]
    if one.conflicts or two.conflicts:
        return said
    merged, other = (plan_of(done.data, Path("p")).plan for done in (one, two))
    said += ["the other way round it is another plan"] * (_in_order(merged) != _in_order(other))
    comments = set(re.findall(r"# c\d+", (a + b).decode()))
    kept = one.data.decode()
    said += [f"{comment} is lost" for comment in comments if comment not in kept]
    for name, value in must.items():
        said += _otherwise(name, value, merged.by_id.get(name), [p.by_id.get(name) for p in plans])
    return said


def _in_order(plan: Plan) -> Plan:
    """Where both put something in one place, ours stands first: that is all that may differ."""
    return replace(plan, entries=tuple(sorted(plan.entries, key=lambda entry: entry.id)))


def _marked(value: Any) -> bool:
    return value is CONFLICT or (isinstance(value, dict) and CONFLICT in value.values())


def _otherwise(
    name: str, value: Any, found: Milestone | None, sides: list[Milestone | None]
) -> list[str]:
    """What differs of one milestone."""
    if not isinstance(value, dict) or found is None:
        return [] if found == value else [f"{name} is {found}"]
    said = [f"{name} {key}" for key, must in value.items() if getattr(found, key) != must]
    was, mine, other = (set(map(str, one.history)) if one else set() for one in sides)
    entries = [str(one) for one in found.history]
    recorded = [one.recorded for one in found.history]
    if sorted(entries) != sorted((mine | other) - (was - mine) - (was - other)):
        said.append(f"history of {name}")
    return said + [f"order of {name}"] * (recorded != sorted(recorded))
