"""A plan file to a ``Plan``, in one pass that reports every fault at once.

Queries call ``load_plan``; ``check`` calls ``inspect`` to have warnings and notices too.
"""

from __future__ import annotations

from spaceplan.errors import FAULT, Fault, phrase
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.plan_file import keys
from spaceplan.plan_file.check_history import check_history
from spaceplan.plan_file.cross_check import cross_check
from spaceplan.plan_file.damage import check_damage
from spaceplan.plan_file.read_head import read_head
from spaceplan.plan_file.read_milestone import read_milestone
from spaceplan.plan_file.reading import MAX_FINDINGS, Reading, TooManyError
from spaceplan.roadmap import model
from spaceplan.yaml_text.tree import Mapping, Node, Parsed, parse


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file holds: the plan (None where faults stand) and every finding, in file order."""

    plan: model.Plan | None
    findings: tuple[Fault, ...]
    parsed: Parsed

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The findings that make the plan untrustworthy."""
        return tuple(item for item in self.findings if item.severity == FAULT)


def inspect(content: Content) -> Inspection:
    """Read a plan and judge it; never raises for what stands in the file."""
    parsed = parse(content)
    reading = Reading(content, parsed)
    try:
        plan = _plan(reading, parsed.root)
    except TooManyError:
        plan = None
        what = phrase("plan_file.too-many", count=MAX_FINDINGS)
        end = content.fault(len(content.text), what, phrase("plan_file.rest-unseen"))
        parsed.faults.append(end)
    findings = sorted(
        [*parsed.faults, *parsed.notices, *reading.findings], key=lambda f: (f.line, f.column)
    )
    sound = not any(finding.severity == FAULT for finding in findings)
    return Inspection(plan if sound else None, tuple(findings), parsed)


def _plan(reading: Reading, root: Node | None) -> model.Plan | None:
    if root is None:
        if not reading.broken:
            reading.find_at(0, phrase("plan_file.empty"), phrase("plan_file.expected-plan"))
        return None
    if type(root) is not Mapping:
        reading.find(root, phrase("plan_file.no-plan"), phrase("plan_file.expected-format"))
        return None
    head = reading.fields(root, keys.PLAN, phrase("plan_file.a-plan"))
    facts = read_head(reading, head)
    nodes = reading.items(head.get("milestones"), "milestones")
    pairs = [pair for node in nodes if (pair := read_milestone(reading, node)) is not None]
    cross_check(reading, pairs)
    plan = model.Plan(entries=tuple(entry for entry, _ in pairs), **facts)
    if not reading.broken:
        check_damage(reading, plan, pairs)
        if not any(finding.severity == FAULT for finding in reading.findings):
            for entry, found in pairs:
                if not entry.same_as:
                    check_history(reading, plan, entry, found)
    return plan
