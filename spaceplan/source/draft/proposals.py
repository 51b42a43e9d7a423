"""What a part of an item is read as, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Times
from spaceplan.roadmap.times import Time
from spaceplan.source.draft.phrases import CONTINUING, HIGH, HORIZON, LOW, MEDIUM, TOWARDS
from spaceplan.source.draft.read_phrases import TimePhrase

# Why an item without any time phrase is ongoing.
NO_TIME = "no-time"
NO_WORDS = "no-words"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something was decided: the words it was read from ("" for their absence), and the
    name of a half-sentence (``source.why-WHY``)."""

    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a part of an item is read as.

    ``text`` is the part's wording (normalised), ``phrase`` the words that decided; ``sure`` is
    high, medium or low. ``grounds`` say why, ``steps`` are earlier times in it that are only
    steps. ``target`` is None for ``ongoing``; ``times`` stands with ``recurring`` where the text
    says how often. ``sentences`` are the whole sentences that ``text`` stands in; ``baseline`` is
    a first target that was struck for the present one.
    """

    kind: str
    target: Time | None
    horizon: Time | None
    times: Times | None
    status: str
    text: str
    phrase: str
    sure: str
    grounds: tuple[Ground, ...]
    steps: tuple[str, ...] = ()
    sentences: str = ""
    baseline: Time | None = None


def untimed(text: str, phrases: Sequence[TimePhrase], status: str) -> Proposal:
    """What commits to no time: ongoing, with the last year that it only looks towards."""
    horizon = next(
        (p for p in reversed(phrases) if p.role in (HORIZON, TOWARDS) and p.time is not None), None
    )
    unknown = [p for p in phrases if p.time is None]
    going_on = [p for p in phrases if p.role == CONTINUING]
    told = next(iter([*unknown, *([horizon] if horizon else ()), *going_on, *phrases[-1:]]), None)
    sure = LOW if unknown else told.sure if told else HIGH
    return Proposal(
        "ongoing",
        None,
        horizon.time if horizon else None,
        None,
        status,
        text,
        told.words if told else "",
        MEDIUM if sure == HIGH and horizon else sure,
        tuple(Ground(p.words, p.why) for p in unknown or phrases) or (Ground("", NO_TIME),),
    )
