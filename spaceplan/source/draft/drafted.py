"""A milestone as a draft proposes it."""

from __future__ import annotations

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.phrases import HIGH
from spaceplan.source.draft.proposals import Ground

STATED = "stated"
ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A milestone as proposed, or a repeat (``same_as``), which has only its place and text.

    ``charts`` are those that its heading cites; where it cites several none is chosen and
    ``chart_basis`` is ``assigned``. ``sure`` (high, medium, low), ``phrase``, ``grounds`` and
    ``steps`` are those of ``read_bullet.Proposal``, for the person who goes over the draft.
    ``line`` and ``page`` are where the item begins (page 0 where none is known). ``doubt`` says why
    it may be no plan at all (``source.doubt-DOUBT``), or is ""; ``baseline`` is a first target that
    was struck for the present one; ``measure`` how one would know that it is met;
    ``strangers`` are names of organisations in it that the registry lacks.
    """

    id: str
    topic: int
    subsection: int | None
    title: str
    charts: tuple[str, ...]
    chart_basis: str
    text: str
    line: int
    kind: str = ""
    target: Time | None = None
    times: Times | None = None
    horizon: Time | None = None
    owner: tuple[str, ...] = ()
    basis: str = ASSIGNED
    partners: tuple[str, ...] = ()
    status: str = ""
    same_as: str = ""
    see: tuple[str, ...] = ()
    sure: str = HIGH
    phrase: str = ""
    grounds: tuple[Ground, ...] = ()
    steps: tuple[str, ...] = ()
    page: int = 0
    doubt: str = ""
    baseline: Time | None = None
    measure: str = ""
    strangers: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at how it was read."""
        return not self.same_as and self.sure != HIGH
