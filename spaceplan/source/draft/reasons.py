"""Why something was read as it was, in words."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.source.draft.drafted import Drafted
from spaceplan.source.draft.proposals import Ground
from spaceplan.source.read.parts import Leftover
from spaceplan.words import say


def decision(one: Drafted, lang: str) -> str:
    """What was decided of a milestone and why, in one line; of a repeat, what it repeats."""
    if one.same_as:
        return say("source.repeats", lang, original=one.same_as)
    what = " ".join(str(part) for part in (say(one.kind, lang), one.target or "") if part)
    if one.times:
        what += say("source.times-a-year", lang, times=one.times)
    if one.horizon:
        what += say("source.horizon", lang, horizon=one.horizon)
    return f"{what}: {grounds_text(one.grounds, one.steps, lang)}"


def grounds_text(grounds: Sequence[Ground], steps: Sequence[str], lang: str) -> str:
    """The words that decided, each with its half-sentence, and the steps on the way."""
    told = ("、" if lang == "ja" else "; ").join(
        say("source.ground", lang, words=ground.words, why=why_text(ground.why, lang))
        if ground.words
        else why_text(ground.why, lang)
        for ground in grounds
    )
    return told + (say("source.steps", lang, steps=tuple(steps)) if steps else "")


def why_text(why: str, lang: str) -> str:
    """The half-sentence that a row of the tables names, in ``lang``."""
    return say(f"source.why-{why}", lang)


def doubt_text(doubt: str, lang: str) -> str:
    """Why an item may stand in the wrong section, in ``lang``."""
    return say(f"source.doubt-{doubt}", lang)


def leftover_reason(left: Leftover, lang: str) -> str:
    """Why a line is in no milestone, in ``lang``."""
    return say(f"source.left-{left.reason}", lang, **left.facts)
