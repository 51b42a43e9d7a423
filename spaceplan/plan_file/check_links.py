"""Whether what a milestone waits for, or took the place of, is there, is another one, and leads
back in no circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spaceplan.errors import phrase
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap.model import Milestone, Plan, bullet_of
from spaceplan.roadmap.outlook import begun_at, circle
from spaceplan.roadmap.states import GIVEN_UP
from spaceplan.yaml_text.tree import Node, Sequence

# Each circle is told by itself; who has more will see the rest once these are mended.
_MOST = 20


def check_links(
    reading: Reading,
    linked: Mapping[str, tuple[Milestone, Node]],
    entries: Mapping[str, Milestone],
    bullets: Mapping[str, list[str]],
    field: str,
) -> None:
    """Note unknown ids in a field, milestones that name themselves, and circles with their path.

    ``linked`` are those that have something in the field, with its node; ``bullets`` those that
    are split, with their parts.
    """
    known = entries.keys() | bullets.keys() | reading.lost
    links: dict[str, set[str]] = {}
    for entry, node in linked.values():
        own = {entry.id, bullet_of(entry.id)} if bullet_of(entry.id) not in entries else {entry.id}
        nodes = node.items if type(node) is Sequence else [node]
        for name, item in zip(map(str, getattr(entry, field)), nodes, strict=False):
            others = set(_originals(name, entries, bullets))
            if name not in known:
                what = phrase(f"plan_file.{field}-nothing", name=name)
                near = reading.nearest(name, known)
                reading.find(item, what, phrase("plan_file.expected-id"), near=near)
            elif name in own or entry.id in others:
                what = phrase(f"plan_file.{field}-itself", id=entry.id)
                reading.find(item, what, phrase("plan_file.expected-other"))
            else:
                links.setdefault(entry.id, set()).update(others)
    for _ in range(_MOST):
        path = circle(links)
        if not path:
            return
        # It is told where the milestone stands that comes first in the file.
        first = min(range(len(path) - 1), key=lambda at: list(entries).index(path[at]))
        path = begun_at(path, first)
        what = phrase(f"plan_file.{field}-circle", circle=" → ".join(path))
        reading.find(linked[path[0]][1], what, phrase("plan_file.expected-no-circle"))
        links[path[0]].discard(path[1])


def check_superseded(reading: Reading, plan: Plan, pairs: list[tuple[Milestone, Found]]) -> None:
    """Note what is still open though another milestone took its place."""
    for entry, found in pairs:
        by = plan.successors.get(entry.id)
        if by and entry.status not in GIVEN_UP and not entry.same_as:
            facts = {"id": entry.id, "by": ", ".join(by), "status": entry.status}
            what = phrase("plan_file.superseded-open", **facts)
            how = phrase("plan_file.expected-given-up", id=entry.id)
            reading.warn(found["status"], what, how)


def _originals(
    name: str, entries: Mapping[str, Milestone], bullets: Mapping[str, list[str]]
) -> Iterator[str]:
    """The milestones that an id means: its parts, or what it repeats; a repeat of a repeat is
    another fault."""
    for one in [name] if name in entries else bullets.get(name, []):
        same = entries[one].same_as
        yield from ([same] if same in entries else bullets.get(same, [])) if same else [one]
