"""Edits of plans in every layout a person may write, compared with another YAML parser.

Used by ``safety.py``. ruamel.yaml reads the plan before and after (it stands in no dependency: it is
needed here alone); the layouts are those that the tests draw. Of every edit three things must hold:
ruamel reads what was there plus exactly the change, no other line changed, and undo brings every
byte back.
"""

from __future__ import annotations

import difflib
import io
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

STAMP = {"date": "2023-03-07", "recorded": "2026-11-23T09:00:12+09:00"}


def by_ruamel(text: str) -> Any:
    """What ruamel.yaml reads, every scalar as text."""
    from ruamel.yaml import YAML

    # A tab before a comment is none to ruamel; no text of the layouts has one before a "#".
    return YAML(typ="base", pure=True).load(io.StringIO(re.sub(r"\t+#", " #", text)))


def said_by_ruamel(text: str) -> Any:
    """The same, or None where ruamel refuses what libyaml takes (it is 1.2, that is 1.1)."""
    from ruamel.yaml.error import YAMLError

    try:
        return by_ruamel(text)
    except YAMLError:
        return None


def compared(count: int, first: int = 0) -> Iterator[str]:
    """Edit ``count`` drawn layouts, and count what became of each."""
    try:
        import ruamel.yaml  # noqa: F401
    except ImportError:
        yield "edits compared with ruamel.yaml: it is not installed (pip install ruamel.yaml)"
        return
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in range(first, first + count):
        outcome = _one(seed)
        counts[outcome] += 1
        if outcome.isupper():
            wrong.append(f"  seed {seed}: {outcome}")
    yield f"{count} edits in drawn layouts (seeds {first} to {first + count - 1}), with ruamel.yaml:"
    yield "  " + ", ".join(f"{name} {number}" for name, number in counts.most_common())
    yield f"  read otherwise, foreign bytes changed, or not taken back: {len(wrong)}"
    yield from wrong[:40]


def _one(seed: int) -> str:
    from plan_layouts import STATUSES, TIMES, WORDS, _Writer

    from spaceplan.files.content import Content
    from spaceplan.record.put_in_file import Amendment, amend
    from spaceplan.record.take_back import take_back
    from spaceplan.yaml_text.patch import CannotEdit
    from spaceplan.yaml_text.tree import parse

    chance = random.Random(seed)
    layout = _Writer(chance, seed % 4 == 0).file()
    content = layout.content
    parsed = parse(content)
    before = said_by_ruamel(content.text)
    if parsed.faults:
        return "layout with faults"
    name = chance.choice(layout.ids)
    fields: dict[str, Any] = {
        "status": chance.choice(STATUSES),
        "target": chance.choice(TIMES),
        "title": {"ja": chance.choice(WORDS) or "題", "en": chance.choice(WORDS) or "t"},
        "remark": chance.choice([None, *WORDS[:-1]]),
        "owner": chance.choice((["JAXA"], ["MEXT", "JAXA"], ["CAO", "others"])),
    }
    for gone in chance.sample(sorted(fields), chance.randint(1, 4)):
        del fields[gone]
    entry = {**STAMP, "note": chance.choice(WORDS) or "x"}
    try:
        done = amend(content, parsed, [Amendment(name, fields, [entry])])
    except CannotEdit:
        return "refused, with the place"
    new = Content(content.name, done.text, content.bom)
    if take_back(new, parse(new), done.change).text != content.text:
        return "NOT TAKEN BACK"
    if _foreign(content.text, done.text, name):
        return "FOREIGN BYTES CHANGED"
    after = said_by_ruamel(done.text)
    if before is None:
        return "not read by ruamel before"
    if after is None:
        return "NOT READ BY RUAMEL AFTER"
    return (
        "the same to both" if _as_wished(before, after, name, fields, entry) else "READ OTHERWISE"
    )


def _foreign(old: str, new: str, name: str) -> bool:
    """Whether a line was changed before the milestone's first or behind its last."""
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    changed = [
        op for op in difflib.SequenceMatcher(None, a, b, False).get_opcodes() if op[0] != "equal"
    ]
    if not changed:
        return False
    from spaceplan.files.content import Content
    from spaceplan.plan_file.nodes import milestone_node
    from spaceplan.yaml_text.tree import parse

    content = Content("", old)
    node = milestone_node(parse(content), name)
    assert node is not None
    first = len(old[: node.start].splitlines()) - 1
    last = len(old[: node.end].splitlines()) + 1
    return min(op[1] for op in changed) < first - 1 or max(op[2] for op in changed) > last


def _as_wished(
    before: Any, after: Any, name: str, fields: dict[str, Any], entry: dict[str, str]
) -> bool:
    whole = {key: value for key, value in before.items() if key != "milestones"}
    if whole != {key: value for key, value in after.items() if key != "milestones"}:
        return False
    if len(before["milestones"]) != len(after["milestones"]):
        return False
    for old, new in zip(before["milestones"], after["milestones"], strict=True):
        old, new = dict(old), dict(new)
        if old.get("id") != name:
            if old != new:
                return False
            continue
        if entry["note"] != new["history"][-1]["note"]:
            return False
        if list(old.pop("history", None) or []) != list(new.pop("history"))[:-1]:
            return False
        wished = {**old, **fields}
        if {key: value for key, value in wished.items() if value is not None} != new:
            return False
    return True


if __name__ == "__main__":
    print(*compared(1, int(sys.argv[1])), sep="\n")
