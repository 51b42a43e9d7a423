"""A plan and a new revision of its roadmap: matched, and what the revision would change in it."""

from __future__ import annotations

from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Plan
from spaceplan.source.compare.item import Item, first_parts, items_of
from spaceplan.source.compare.match import GONE, NEW, Match, match_items
from spaceplan.source.compare.plan_items import plan_items
from spaceplan.source.compare.prove import places_of
from spaceplan.source.compare.reconcile import Reconciliation, reconcile
from spaceplan.source.compare.takeover import all_ended
from spaceplan.source.compare.told import Told, match_results
from spaceplan.source.draft.draft import draft_plan, month_named, reference_of
from spaceplan.source.draft.owners import registry_of
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.draft.titles import tidy
from spaceplan.source.read.parts import Document


@dataclass(frozen=True, slots=True)
class Revised:
    """``matches`` are those worth showing, ``told`` the results that tell of milestones, and
    ``proposal`` what the revision would change."""

    matches: tuple[Match, ...]
    told: tuple[Told, ...]
    proposal: Reconciliation


def revise(
    plan: Plan,
    document: Document,
    label: str,
    reference: Reference,
    *,
    old: Document | None = None,
    today: date,
) -> Revised:
    """Hold ``plan`` against the revision ``document``, called ``label``.

    ``old`` is the document whose wording the plan encodes; ``today`` stands for the day of the
    decision where the ``reference`` has none.
    """
    then = reference_of(old) if old else None
    items = plan_items(plan, old, then)
    registry = registry_of(plan.owners)
    draft = draft_plan(document, registry, reference)
    before = None
    if old and old.bullets:
        before = draft_plan(old, registry, reference_of(old, rule=plan.rule))
    # What results tell of does not change once the revision is applied.
    first = [item for item in plan_items(plan, old, then, label) if not _repeats(plan, item)]
    told = match_results(first, document.results, reference)
    after = items_of(document, reference, first_parts(draft.milestones))
    matches = match_items(items, after, told)
    proposal = reconcile(
        plan,
        document,
        draft,
        matches,
        told,
        label,
        tidy(document.title) or document.name,
        reference.day or month_named(document, plan.rule, today) or today,
        before,
    )
    known = {place for entry in plan.entries for place in places_of(entry.places.get(label, ""))}
    shown = tuple(
        match
        for match in matches
        # A repeat that stands in the places of its original already is not new.
        if not (match.new and match.state == NEW and match.new.id in known)
        # What has ended leaves nothing to decide.
        if not (match.state == GONE and all_ended(plan, match))
    )
    return Revised(shown, told, proposal)


def _repeats(plan: Plan, item: Item) -> bool:
    return bool(plan.by_id[plan.parts[item.id][0]].same_as)
