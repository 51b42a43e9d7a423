"""What the shell completes: words of the program, and ids, topics, owners and years of the plan.

Completion never speaks up: where there is no sound plan it offers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spaceplan.formats import Family
from spaceplan.roadmap import model
from spaceplan.roadmap.fields import BY_NAME, Field
from spaceplan.roadmap.states import STATES
from spaceplan.words import LANGUAGES

SCHEMAS = ("plan", "answers")
"""What ``schema --of`` knows."""


def _starting(options: Iterable[str], incomplete: str) -> list[str]:
    """Options that begin as typed; in a comma-separated list, the last item is completed."""
    head, comma, last = incomplete.rpartition(",")
    folded = last.casefold()
    return [f"{head}{comma}{word}" for word in options if word.casefold().startswith(folded)]


def _described(pairs: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """Words with what they mean, as text that no terminal and no markup of typer's obeys."""
    from spaceplan.render.text import visible

    folded = incomplete.casefold()
    return [
        (word, visible(text).replace("[", "\\["))
        for word, text in pairs
        if word.casefold().startswith(folded)
    ]


def _listed(pairs: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """The same for an option that takes a comma-separated list: its last item is completed."""
    head, comma, last = incomplete.rpartition(",")
    return [(f"{head}{comma}{word}", text) for word, text in _described(pairs, last)]


def _plan(ctx: Any) -> model.Plan | None:
    from spaceplan.errors import SpaceplanError
    from spaceplan.plan_file.load import load_plan
    from spaceplan.plan_file.locate import locate

    # While a line is being completed its options are still text.
    named = ctx.params.get("plan")
    try:
        return load_plan(locate(Path(named) if named else None).path).plan
    except SpaceplanError:
        # The command itself will say what is wrong with the plan.
        return None


def _lang() -> str:
    from spaceplan.words import locale_language

    return locale_language()


def references(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Topics, milestones and split bullets, with their titles."""
    plan = _plan(ctx)
    if plan is None:
        return []
    lang = _lang()
    pairs = [(str(topic.number), topic.title.say(lang)) for topic in plan.topics]
    return _described([*pairs, *_named(plan, lang)], incomplete)


def milestones(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Milestones and split bullets, with their titles."""
    plan = _plan(ctx)
    return _described(_named(plan, _lang()), incomplete) if plan else []


def _named(plan: model.Plan, lang: str) -> list[tuple[str, str]]:
    pairs = [(entry.id, entry.title.say(lang) or f"= {entry.same_as}") for entry in plan.entries]
    pairs += [(name, ", ".join(ids)) for name, ids in plan.parts.items() if len(ids) > 1]
    return pairs


def topics(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Topic numbers and codes, with their titles."""
    plan = _plan(ctx)
    lang = _lang()
    pairs = [(str(t.number), t.title.say(lang)) for t in plan.topics] if plan else []
    return _listed(pairs, incomplete)


def charts(ctx: Any, incomplete: str) -> list[str]:
    """Chart numbers."""
    from spaceplan.roadmap.references import charts_of

    plan = _plan(ctx)
    return _starting(charts_of(plan), incomplete) if plan else []


def owners(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Owner codes, with their names; where none begins so, their names."""
    plan = _plan(ctx)
    lang = _lang()
    every = plan.owners.values() if plan else ()
    by_code = _listed([(o.code, o.name.say(lang)) for o in every], incomplete)
    if by_code:
        return by_code
    named = [(name, o.code) for o in every for name in o.names]
    # A shell would take a name with a space for two words.
    return _listed([(name, code) for name, code in named if name.split() == [name]], incomplete)


def reasons(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Reason codes, with their names."""
    plan = _plan(ctx)
    lang = _lang()
    pairs = [(code, name.say(lang)) for code, name in plan.reasons.items()] if plan else []
    return _listed(pairs, incomplete)


def fiscal_years(ctx: Any, incomplete: str) -> list[str]:
    """Fiscal years in which something of the plan falls due, also as the end of a range."""
    plan = _plan(ctx)
    if plan is None:
        return []
    years = {
        entry.target.fiscal_years(plan.rule)[1] or entry.target.fiscal_years(plan.rule)[0]
        for entry in plan.milestones
        if entry.target
    }
    begun, dots, last = incomplete.rpartition("..")
    prefix = "FY" if last.rpartition(",")[2].startswith("F") else ""
    digits = begun[-4:]
    first = int(digits) if digits.isascii() and digits.isdecimal() else 0
    options = [f"{prefix}{year}" for year in sorted(years) if year >= first]
    found = _starting(options, last)
    return [f"{begun}{dots}{year}" for year in found]


def of_field(field: Field) -> Callable[[Any, str], list[str]]:
    """Completion of a field's values: the words of its choice, else those of the plan."""

    def values(ctx: Any, incomplete: str) -> list[str]:
        options: Iterable[str] = field.shape.options
        plan = None if options else _plan(ctx)
        if plan is not None:
            held = (getattr(entry, field.name) for entry in plan.milestones)
            options = sorted({str(one) for some in held for one in (some or ())})
        return _starting(options, incomplete)

    return values


statuses = of_field(BY_NAME["status"])
kinds = of_field(BY_NAME["kind"])


def states(incomplete: str) -> list[str]:
    """States that follow."""
    return _starting(STATES, incomplete)


def languages(incomplete: str) -> list[str]:
    """Languages."""
    return _starting(LANGUAGES, incomplete)


def help_topics(incomplete: str) -> list[str]:
    """What ``help`` explains."""
    from spaceplan.commands.help_topics import TOPICS

    return _starting(TOPICS, incomplete)


def schemas(incomplete: str) -> list[str]:
    """What there is a schema of."""
    return _starting(SCHEMAS, incomplete)


def of_format(family: Family) -> Callable[[str], list[str]]:
    """Completion of the formats of a family."""

    def names(incomplete: str) -> list[str]:
        return _starting(family, incomplete)

    return names


def roles(incomplete: str) -> list[str]:
    """Roles of an owner."""
    from spaceplan.roadmap.query import ROLES

    return _starting(ROLES, incomplete)


def flags(incomplete: str) -> list[str]:
    """Flags, and their opposites."""
    from spaceplan.roadmap.flags import FLAGS, NOT

    return _starting([*FLAGS, *(NOT + name for name in FLAGS)], incomplete)


def sorts(incomplete: str) -> list[str]:
    """Sort keys."""
    from spaceplan.roadmap.query import SORTS

    return _starting(SORTS, incomplete)


def groups(incomplete: str) -> list[str]:
    """What a score has a line for."""
    from spaceplan.roadmap.score import GROUPS

    return _starting(GROUPS, incomplete)


def baselines(incomplete: str) -> list[str]:
    """Against which baseline a score judges."""
    from spaceplan.roadmap.score import BASELINES

    return _starting(BASELINES, incomplete)


def measures(incomplete: str) -> list[str]:
    """What lateness is measured against."""
    from spaceplan.roadmap.state import AGAINST

    return _starting(AGAINST, incomplete)
