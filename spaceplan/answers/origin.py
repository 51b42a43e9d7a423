"""What all that leaves the house says of itself: unofficial, made of which plan, decided when."""

from __future__ import annotations

from spaceplan.roadmap.model import Plan
from spaceplan.words import say


def origin(plan: Plan, lang: str) -> str:
    """That it is no official document, of which plan it is made, and when that was decided."""
    return say("answers.origin", lang, plan=plan.title.say(lang), decided=plan.decided)
