"""A plan's bullets as items that can be matched with a document's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.source.compare.item import Item, Part, parts_of
from spaceplan.source.draft.time_words import Reference
from spaceplan.source.read.parts import Bullet, Document

_RECONCILED = ("text", "topic", "charts", "kind", "target")


def plan_items(
    plan: Plan,
    old: Document | None = None,
    reference: Reference | None = None,
    before: str = "",
) -> tuple[Item, ...]:
    """One item for each bullet of the plan, repeats too, and for each wording of one whose parts go
    on in different ones; what was added by hand has none.
    ``before`` is the label of a revision: the items are those that it found.

    Where ``old`` holds the wording of a bullet's fingerprint, the item has that wording and what is
    read from it; else only the milestones' titles and what the plan says.
    """
    wording = {bullet.fingerprint: bullet for bullet in old.bullets} if old else {}
    found: list[Item] = []
    for bullet, ids in plan.parts.items():
        if before and bullet.startswith(f"{before}-"):
            continue
        entries = [_as_before(plan.by_id[name], before) for name in ids]
        for text in dict.fromkeys(entry.text for entry in entries if entry.text):
            words = wording.get(text)
            found.append(_item(plan, bullet, entries, text, words, reference or Reference()))
    return tuple(found)


def _as_before(entry: Milestone, label: str) -> Milestone:
    """A milestone as it was before a revision was applied."""
    first: dict[str, object] = {}
    for change in entry.history if label else ():
        if change.source.split(" ")[0] == label:
            for edit in change.edits:
                if edit.field in _RECONCILED:
                    first.setdefault(edit.field, edit.old)
    return replace(entry, **cast("dict[str, Any]", first)) if first else entry


def _item(
    plan: Plan,
    bullet: str,
    every: list[Milestone],
    text: str,
    words: Bullet | None,
    reference: Reference,
) -> Item:
    """The item of the parts of a bullet that have one wording."""
    entries = [entry for entry in every if entry.text == text]
    first = entries[0]
    originals = [original for entry in entries for original in plan.originals(entry)]
    recorded = tuple(
        Part("", title, title, title, (one.kind, str(one.target or "")))
        for one in originals
        for title in (one.title.say("ja"),)
    )
    read = parts_of(words, reference) if words else recorded
    if words and len(entries) < len(every) == len(read):
        read = tuple(part for part, entry in zip(read, every, strict=True) if entry.text == text)
    topic = plan.topic_by_number.get(first.topic)
    return Item(
        bullet,
        first.topic,
        tuple(dict.fromkeys(chart for entry in entries for chart in entry.charts)),
        text,
        words.text if words else "",
        " ".join(one.title.say("ja") for one in originals),
        topic.title.say("ja") if topic else "",
        read,
        originals[0].owner if originals and originals[0].basis == "stated" else (),
        words.page if words else 0,
        planned=True,
    )
