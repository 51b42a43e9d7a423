"""Which items of a topic are results and which are plans: by their heading, else by their tense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spaceplan.source.read.parts import Bullet
from spaceplan.source.read.section_words import PLAN, RESULT
from spaceplan.source.read.tense import DONE, FORETOLD, GOING_ON, TO_DO, tense

# Why an item's place is in doubt.
DONE_IN_PLANS = "done-in-plans"
TO_DO_IN_RESULTS = "to-do-in-results"
GOING_ON_IN_PLANS = "going-on-in-plans"
FORETOLD_IN_RESULTS = "foretold"
# So many items to do at the end of a section of results mean that a heading was not seen.
_RUN = 2


def settle(items: Sequence[tuple[int, Bullet]]) -> tuple[tuple[Bullet, ...], tuple[Bullet, ...]]:
    """(plans, results), each numbered from 1.

    ``items`` are those of a topic in their order, each with the number of the section that it
    stands in and, as its ``section``, what that section's heading says ("" for nothing). Where a
    heading says nothing the last finished sentence decides; where the two disagree, what is told
    as done is no plan, and the item's ``doubt`` says so.
    """
    runs: dict[int, list[tuple[int, str]]] = defaultdict(list)
    tenses = [tense(item.cells.get("body") or item.text) for _, item in items]
    for place, ((number, _), told) in enumerate(zip(items, tenses, strict=True)):
        runs[number].append((place, told))
    unseen = {place for run in runs.values() for place in _end_of(run)}
    plans: list[Bullet] = []
    results: list[Bullet] = []
    for place, ((_, item), told) in enumerate(zip(items, tenses, strict=True)):
        section, doubt = _section(item.section, told, place in unseen)
        into = results if section == RESULT else plans
        into.append(replace(item, number=len(into) + 1, section=section, doubt=doubt))
    return tuple(plans), tuple(results)


def _end_of(run: Sequence[tuple[int, str]]) -> list[int]:
    """The places of the items to do that end a section."""
    end: list[int] = []
    to_do = 0
    for place, told in reversed(run):
        if told not in (TO_DO, FORETOLD):
            break
        end.append(place)
        to_do += told == TO_DO
    return end if to_do >= _RUN else []


def _section(headed: str, told: str, unseen: bool) -> tuple[str, str]:
    if headed == RESULT:
        if told == FORETOLD:
            return PLAN, FORETOLD_IN_RESULTS
        if told == TO_DO:
            return (PLAN if unseen else RESULT), TO_DO_IN_RESULTS
        return RESULT, ""
    if headed == PLAN:
        if told == DONE:
            return RESULT, DONE_IN_PLANS
        return PLAN, GOING_ON_IN_PLANS if told == GOING_ON else ""
    return (RESULT if told in (DONE, GOING_ON) else PLAN), ""
