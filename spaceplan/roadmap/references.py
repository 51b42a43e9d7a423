"""What a user names: a topic, a milestone, a bullet with its parts, a chart, an owner.

Topic and chart numbers overlap, so a bare number is always a topic and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spaceplan.errors import UsageError
from spaceplan.roadmap.fiscal import fold
from spaceplan.roadmap.model import Milestone, Plan

_CHART = re.compile(r"(?:工程表|chart)\s*[:#]?\s*(\S+)\Z", re.IGNORECASE)
_TOPIC = re.compile(r"(?:論点|topic)\s*[:#]?\s*([0-9]+)\Z|([0-9]+)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What one word means: a ``topic``, ``chart`` or ``milestone``, and its name."""

    kind: str
    value: str


def resolve(plan: Plan, word: str) -> Reference:
    """Read one reference. Raises UsageError with the nearest known one where there is none."""
    text = fold(word)
    chart = _CHART.match(text)
    if chart:
        return Reference("chart", known_chart(plan, chart[1]))
    topic = _TOPIC.match(text)
    if topic:
        number = (topic[1] or topic[2]).lstrip("0") or "0"
        # Python refuses to read 5,000 digits.
        if len(number) <= 9 and int(number) in plan.topic_by_number:
            return Reference("topic", number)
        known = ", ".join(map(str, plan.topic_by_number))
        hint = ""
        if number in charts_of(plan):
            hint = f"; chart {number} exists: --chart {number}"
        raise UsageError(f"there is no topic {number}; the plan has {known}{hint}")
    name = _known_id(plan, text)
    if name is not None:
        return Reference("milestone", name)
    options = [*plan.by_id, *plan.parts]
    fix = nearest(text, options)
    hint = f"; did you mean {fix}?" if fix else ""
    raise UsageError(
        f"{word!r} is no topic, milestone or chart of this plan{hint}\n"
        "expected for example 17 (a topic), 4-1 or 7-4b (a milestone), 工程表17 (a chart)"
    )


def _known_id(plan: Plan, text: str) -> str | None:
    if text in plan.by_id or text in plan.parts:
        return text
    folded = text.casefold()
    for name in (*plan.by_id, *plan.parts):
        if name.casefold() == folded:
            return name
    return None


def named(plan: Plan, name: str) -> tuple[Milestone, ...]:
    """The entries that an id names: itself, or all parts of a split bullet."""
    if name in plan.by_id:
        return (plan.by_id[name],)
    return tuple(plan.by_id[part] for part in plan.parts[name])


def standing_in(plan: Plan, reference: Reference) -> tuple[Milestone, ...]:
    """The entries, repeats included, that stand in a topic or on a chart."""
    if reference.kind == "topic":
        return tuple(one for one in plan.entries if str(one.topic) == reference.value)
    return tuple(one for one in plan.entries if reference.value in one.charts)


def charts_of(plan: Plan) -> tuple[str, ...]:
    """Every chart that the plan's topics or milestones name, by number."""
    found = {chart for topic in plan.topics for chart in topic.charts}
    found.update(chart for entry in plan.entries for chart in entry.charts)
    return tuple(sorted(found, key=by_number))


def by_number(name: str) -> tuple[object, ...]:
    """Sort key that puts 7-4 before 7-10 and chart 9 before 17."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.findall(r"[0-9]+|[^0-9]+", name)
    )


def known_chart(plan: Plan, word: str) -> str:
    """A chart of the plan. Raises UsageError where there is none of that number."""
    charts = charts_of(plan)
    text = fold(word)
    if text in charts:
        return text
    raise UsageError(f"there is no chart {word}; the plan has {', '.join(charts) or 'none'}")


def known_owner(plan: Plan, word: str) -> str:
    """The code of an owner named by code, alias, Japanese or English name. Raises UsageError."""
    text = fold(word).casefold()
    names: dict[str, str] = {}
    for owner in plan.owners.values():
        for name in (owner.code, owner.name.ja, owner.name.en, *owner.aliases):
            if name:
                names.setdefault(fold(name).casefold(), owner.code)
    if text in names:
        return names[text]
    fix = nearest(text, names)
    hint = f"; did you mean {names[fix]}?" if fix else ""
    raise UsageError(
        f"{word!r} is no owner of this plan{hint}\nexpected one of {', '.join(plan.owners)}"
        " or a name that `spaceplan owners` lists"
    )


def nearest(text: str, options: Iterable[str]) -> str:
    """The option most like ``text``, or ""."""
    from difflib import get_close_matches

    found = get_close_matches(text, list(options), n=1, cutoff=0.5)
    return found[0] if found else ""
