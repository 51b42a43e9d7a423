"""What every answer is made from: a plan, the moment it is looked at, the language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spaceplan.frozen import dataclass
from spaceplan.plan_file.load import Loaded
from spaceplan.plan_file.locate import Location
from spaceplan.roadmap.model import Plan

if TYPE_CHECKING:
    from spaceplan.answers import shapes


@dataclass(frozen=True, slots=True)
class Session:
    """A loaded plan and the moment from which it is looked at.

    ``plan`` is the plan as of ``day`` as known then; ``as_of`` and ``known`` are what the user
    gave, or None.
    """

    loaded: Loaded
    location: Location
    plan: Plan
    day: date
    as_of: date | None
    known: date | None
    lang: str

    @property
    def before_plan(self) -> bool:
        """Whether it is looked at from before the day on which the plan was decided."""
        return min(self.day, self.known or self.day) < self.loaded.plan.decided

    def head(self, command: str) -> shapes.Begun:
        """How every JSON answer begins."""
        plan = self.loaded.plan
        return {
            "spaceplan": 1,
            "command": command,
            "plan": {
                "title": {"ja": plan.title.ja, "en": plan.title.en},
                "revision": plan.revision,
                "decided": plan.decided.isoformat(),
                "file": str(self.loaded.path),
                "found": self.location.why,
                "sha256": self.loaded.digest,
            },
            "as_of": self.day.isoformat(),
            "known": self.known.isoformat() if self.known else None,
        }
