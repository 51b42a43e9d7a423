"""``spaceplan trend``: how targets moved over time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from spaceplan.answers.selection import in_words, selection_data
from spaceplan.commands import complete
from spaceplan.commands.option import argument, option
from spaceplan.commands.options import FilterOptions, PointInTime, command
from spaceplan.commands.pictures import PictureOptions, emit, start
from spaceplan.commands.read_options import one_of, read_filter
from spaceplan.errors import UsageError, phrase
from spaceplan.pictures import MOST_LINES
from spaceplan.pictures.trend import DATE, RECORDED, trend
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import rows
from spaceplan.roadmap.references import named as entries_of
from spaceplan.roadmap.references import resolve

EXAMPLES = (
    "Examples: spaceplan trend ; spaceplan trend 4-1 7-4 ; spaceplan trend --owner JAXA --all"
)


@command
def run(
    point: PointInTime,
    which: FilterOptions,
    look: PictureOptions,
    names: Annotated[
        list[str] | None,
        argument(
            "[ID]...",
            "Only these milestones, also where they never moved: 4-1, 7-4.",
            complete.milestones,
        ),
    ] = None,
    every: Annotated[bool, option("--all", "Also those whose target never moved.")] = False,
    by: Annotated[
        str,
        option(
            "--by",
            "A report date is the day from which a target held (date) or the day on which "
            "it was written down (recorded).",
            "date|recorded",
        ),
    ] = DATE,
    limit: Annotated[
        int,
        option("--limit -n", "At most so many lines, most moved first.", min=1, show_default=True),
    ] = MOST_LINES,
) -> None:
    """Draw how targets moved: report dates against targets, a line for each milestone."""
    reports = one_of(by, (DATE, RECORDED), "--by")
    session, chosen = start(point, look)
    plan, day, lang = session.plan, session.day, session.lang
    wanted = read_filter(session.loaded.plan, which)
    named = _named(session.loaded.plan, names or [])
    found = rows(plan, day, wanted)
    if named:
        found = [row for row in found if row.milestone.id in named]
    selected = selection_data(wanted) | ({"id": list(names or [])} if named else {})
    shown = replace(
        trend(plan, day, found, every=every, named=named, by=reports, limit=limit),
        selected=in_words(selected, plan, lang),
    )
    emit("trend", shown, wanted, chosen, look, session, *(names or []))


def _named(plan: Plan, words: list[str]) -> frozenset[str]:
    """The originals that ids name. Raises UsageError for what is no milestone or has no due day."""
    found: set[str] = set()
    for word in words:
        reference = resolve(plan, word)
        if reference.kind != "milestone":
            raise UsageError(
                "pictures.no-milestone",
                word=word,
                what=phrase(f"pictures.a-{reference.kind}"),
                kind=reference.kind,
            )
        originals = [
            o for entry in entries_of(plan, reference.value) for o in plan.originals(entry)
        ]
        timed = [o.id for o in originals if o.kind not in ("ongoing", "recurring")]
        if not timed:
            raise UsageError("pictures.no-due-day", word=word, what=phrase(originals[0].kind))
        found.update(timed)
    return frozenset(found)
