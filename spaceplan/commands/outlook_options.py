"""Options of ``update`` about what is expected of a milestone, and what must happen before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.read_options import one_of, option_value, split_words
from spaceplan.errors import UsageError
from spaceplan.frozen import dataclass
from spaceplan.roadmap.fields import BY_NAME
from spaceplan.roadmap.fiscal import fold
from spaceplan.roadmap.model import CONFIDENCE, Milestone, Plan
from spaceplan.roadmap.read_times import read_by_any_rule

# What takes a forecast away, in both languages and as tables write it.
_NONE = ("none", "(none)", "なし")


_expected = partial(option, panel="What is expected")


@dataclass(frozen=True)
class OutlookOptions:
    """A forecast, and what must have happened before."""

    forecast: Annotated[
        str,
        _expected(
            "--forecast",
            "When it is expected; the target stays. none takes it away.",
            "TIME",
        ),
    ] = ""
    confidence: Annotated[
        str,
        _expected(
            "--confidence",
            "How sure that is: high, medium or low.",
            "|".join(CONFIDENCE),
            complete.of_field(BY_NAME["confidence"]),
        ),
    ] = ""
    after: Annotated[
        list[str],
        _expected(
            "--after",
            "It cannot happen before these have; added to what it waits for. --source quotes the "
            "words that say so.",
            "ID,…",
            complete.milestones,
        ),
    ] = ()  # type: ignore[assignment]
    not_after: Annotated[
        list[str],
        _expected("--not-after", "It waits for these no longer.", "ID,…", complete.milestones),
    ] = ()  # type: ignore[assignment]
    stated: Annotated[
        bool,
        _expected(
            "--stated", "The document itself says what --after tells; else somebody judged so."
        ),
    ] = False


Fields = Callable[[Plan, Milestone, str], dict[str, object]]


def read_outlook(given: OutlookOptions) -> Fields | None:
    """The fields that are to be set of a milestone of a plan, with the ``source`` of what it
    waits for; None where nothing is told. Raises UsageError."""
    from spaceplan.record.waiting import waits_for

    fields: dict[str, object] = {}
    if given.forecast:
        none = fold(given.forecast).casefold() in _NONE
        fields["forecast"] = (
            None if none else option_value(read_by_any_rule, given.forecast, "--forecast")
        )
    if given.confidence:
        fields["confidence"] = one_of(given.confidence, CONFIDENCE, "--confidence")
    more, less = split_words(given.after), split_words(given.not_after)
    if given.stated and not more:
        raise UsageError("updating.stated-what")
    if not (fields or more or less):
        return None

    def of(plan: Plan, milestone: Milestone, source: str) -> dict[str, object]:
        if not (more or less):
            return fields
        basis = "stated" if given.stated else ""
        return {**fields, "after": waits_for(plan, milestone, more, less, basis, source)}

    return of
