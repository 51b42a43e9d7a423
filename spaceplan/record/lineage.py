"""What takes the place of what is given up: written in the new one, where it lives on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spaceplan.record.decide import update
from spaceplan.record.naming import targets
from spaceplan.record.planned import Moment, Planned, Refused, Said, Wish
from spaceplan.record.waiting import refuse_circle
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.states import GIVEN_UP


def superseded(
    plan: Plan,
    olds: Sequence[Milestone],
    status: str,
    names: Iterable[str],
    said: Said,
    moment: Moment,
) -> list[Planned]:
    """The entries of those that take the place of ``olds``, which get the ``status`` ("": keep
    theirs). Raises UsageError for an unknown name, Refused for one that is open or in a circle.
    """
    for old in olds:
        if (status or old.status) not in GIVEN_UP:
            raise Refused("record.superseded-open", id=old.id, status=status or old.status)
    # Why the old ones are given up is told of them.
    said = replace(said, reason="", note="", remedy="", remedy_by=None, old="")
    planned: list[Planned] = []
    links = {one.id: [old.id for old in plan.meant(one.supersedes)] for one in plan.milestones}
    for new in targets(plan, list(names), whole=False).milestones:
        more = [old.id for old in olds if old not in plan.meant(new.supersedes)]
        links[new.id] += more
        refuse_circle("record.supersedes-circle", links, new.id)
        if more:
            wish = Wish({"supersedes": (*new.supersedes, *more)})
            planned += update(plan, [new], wish, said, moment)
    return planned
