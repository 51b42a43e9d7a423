"""A plan file to a ``Plan``, in one pass that reports every fault at once.

Queries call ``load_plan``; ``check`` calls ``inspect`` to have warnings and notices too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from spaceplan.errors import FAULT, Fault, phrase
from spaceplan.files.content import Content
from spaceplan.frozen import dataclass
from spaceplan.plan_file import keys
from spaceplan.plan_file.check_history import check_history
from spaceplan.plan_file.cross_check import Pairs, check_subsection, cross_check
from spaceplan.plan_file.damage import check_damage, check_losses
from spaceplan.plan_file.read_head import read_head
from spaceplan.plan_file.read_milestone import read_milestone
from spaceplan.plan_file.reading import MAX_FINDINGS, NOT_READ, Found, Reading, TooManyError
from spaceplan.plan_file.split import agrees
from spaceplan.progress import each, working
from spaceplan.roadmap import model
from spaceplan.yaml_text.tree import Mapping, Node, parse, start_of


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file holds: the plan (None where faults stand) and every finding, in file order.

    ``apart``: every finding is of one milestone by itself, and stays while its lines do.
    """

    plan: model.Plan | None
    findings: tuple[Fault, ...]
    apart: bool

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The findings that make the plan untrustworthy."""
        return tuple(item for item in self.findings if item.severity == FAULT)


Entries = Sequence[model.Milestone]


def inspect(content: Content, before: Entries = (), behind: Entries = ()) -> Inspection:
    """Read a plan and judge it; never raises for what stands in the file.

    Where the text is a part of the file, ``before`` and ``behind`` are the milestones around those
    in it. Then raises NotReadError where something seems wrong with one of those.
    """
    with working("common.reading"):
        return _inspected(content, before, behind)


def _inspected(content: Content, before: Entries, behind: Entries) -> Inspection:
    parsed = parse(content, ends=False)
    reading = Reading(content, parsed)
    try:
        with working("common.checking"):
            plan = _plan(reading, parsed.root, before, behind)
    except TooManyError:
        plan = None
        what = phrase("plan_file.too-many", count=MAX_FINDINGS)
        end = content.fault(len(content.text), what, phrase("plan_file.rest-unseen"))
        parsed.faults.append(end)
    findings = sorted(
        [*parsed.faults, *parsed.notices, *reading.findings], key=lambda f: (f.line, f.column)
    )
    sound = not any(finding.severity == FAULT for finding in findings)
    apart = sound and not (reading.shared or parsed.notices or parsed.used_anchors)
    apart = apart and agrees(content.text, map(start_of, reading.milestones))
    return Inspection(plan if sound else None, tuple(findings), apart)


def _plan(
    reading: Reading, root: Node | None, before: Entries, behind: Entries
) -> model.Plan | None:
    if root is None:
        if not reading.broken:
            reading.find_at(0, phrase("plan_file.empty"), phrase("plan_file.expected-plan"))
        return None
    if type(root) is not Mapping:
        reading.find(root, phrase("plan_file.no-plan"), phrase("plan_file.expected-format"))
        return None
    with reading.sharing():
        head = reading.fields(root, keys.PLAN, phrase("plan_file.a-plan"))
        facts = read_head(reading, head)
    reading.milestones = reading.items(head.get("milestones"), "milestones")
    read = [pair for node in each(reading.milestones) if (pair := _milestone(reading, node))]
    for entry, found in read:
        check_subsection(reading, entry, found)
        if not reading.broken:
            check_losses(reading, entry, found)
    pairs = [
        *zip(before, repeat(NOT_READ)),
        *read,
        *zip(behind, repeat(NOT_READ)),
    ]
    plan = model.Plan(entries=(*before, *(entry for entry, _ in read), *behind), **facts)
    with reading.sharing():
        cross_check(reading, pairs)
        if not reading.broken:
            check_damage(reading, plan, pairs)
            if not any(f.severity == FAULT for f in reading.findings):
                _superseded(reading, plan, pairs)
    if not reading.broken and not any(f.severity == FAULT for f in reading.findings):
        for entry, found in each(read):
            if not entry.same_as:
                check_history(reading, plan, entry, found)
    return plan


def _superseded(reading: Reading, plan: model.Plan, pairs: Pairs) -> None:
    if any(entry.supersedes for entry in plan.entries):
        from spaceplan.plan_file.check_links import check_superseded

        check_superseded(reading, plan, pairs)


def _milestone(reading: Reading, node: Node) -> tuple[model.Milestone, Found] | None:
    pair = read_milestone(reading, node)
    if type(node) is Mapping and not node.aliased:
        # Its values are at hand; the keys of all milestones take a quarter of the memory.
        node.items = []
    return pair
