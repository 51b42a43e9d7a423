"""A plan as lines of text, each of which says what it is of: for programs that compare lines."""

from __future__ import annotations

from collections.abc import Iterator

from spaceplan.answers.entries import change_text, value_text
from spaceplan.roadmap.fields import SHOWN
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.own import own_text
from spaceplan.words import say

# What has lines of its own.
_APART = ("id", "title", "own", "history")


def plan_lines(plan: Plan, lang: str) -> Iterator[str]:
    """The plan's head, then each milestone under a line ``[4-1] its title``."""
    for name in ("title", "revision", "decided"):
        yield f"{name}: {value_text(getattr(plan, name), lang)}"
    for code, owner in plan.owners.items():
        yield f"{say('owner', lang)} {code}: {owner.name.say(lang)}"
    for topic in plan.topics:
        yield f"{say('topic', lang)} {topic.number}: {topic.title.say(lang)}"
    for entry in plan.entries:
        yield ""
        yield from _entry_lines(entry, plan, lang)


def _entry_lines(entry: Milestone, plan: Plan, lang: str) -> Iterator[str]:
    yield f"[{entry.id}] {entry.title.say(lang)}".rstrip()
    for field in SHOWN:
        value = getattr(entry, field.name)
        if field.name not in _APART and value:
            yield _one_line(f"{entry.id} {say(field.name, lang)}: {value_text(value, lang)}")
    for key, own in entry.own.items():
        yield _one_line(f"{entry.id} {key}: {own_text(own)}")
    for change in entry.history:
        text = change_text(change, plan, lang)
        yield _one_line(f"{entry.id} {change.date.format(lang)}  {text}")


def _one_line(text: str) -> str:
    return " / ".join(line.strip() for line in text.splitlines())
