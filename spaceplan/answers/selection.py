"""What filters select: in words for a title, as data, and as part of a file's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import reduce
from hashlib import sha256

from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.query import Filter, fold_search
from spaceplan.words import say

# A file's name shows so much of a long selection, and then digits that tell it from others.
READABLE = 40
DIGITS = 6
# What a field of Filter is called; of others their own name.
_NAMES = {
    "topics": "topic",
    "charts": "chart",
    "owners": "owner",
    "states": "state",
    "years": "fy",
    "reasons": "reason",
    "flags": "flag",
}


def selection_data(wanted: Filter) -> dict[str, list[str]]:
    """The filters that are set, by the name of their option; an empty one selects all."""
    usual = Filter()
    found: dict[str, list[str]] = {}
    for field in fields(Filter):
        value = getattr(wanted, field.name)
        if isinstance(value, Mapping):
            found |= {name: [str(one) for one in values] for name, values in value.items()}
        elif value != getattr(usual, field.name):
            several = value if isinstance(value, tuple) else (value,)
            found[_NAMES.get(field.name, field.name)] = [str(one) for one in several]
    return found


def selection(wanted: Filter, plan: Plan, lang: str) -> str:
    """``owner: MOD; state: overdue``; "" where all is selected."""
    return in_words(selection_data(wanted), plan, lang)


def in_words(selected: Mapping[str, Sequence[str]], plan: Plan, lang: str) -> str:
    """The same of a selection as data."""
    parts = [
        say(
            "answers.selects",
            lang,
            name=_label(name, lang),
            values=[_said(name, value, plan, lang) for value in values],
        )
        for name, values in selected.items()
    ]
    if not parts:
        return ""
    return reduce(lambda one, other: say("answers.selects-both", lang, one=one, other=other), parts)


def titled(title: str, selected: str, lang: str) -> str:
    """A title that names what is selected; the title alone where that is all."""
    if not selected:
        return title
    return say("answers.selected", lang, title=title, selection=selected)


def _label(name: str, lang: str) -> str:
    """What a filter is called; one by a field as the field is, in small letters."""
    key = f"answers.by-{name}"
    own = say(key, lang)
    return own if own != key else say(name, lang).lower()


def _said(name: str, value: str, plan: Plan, lang: str) -> str:
    if name in ("state", "status", "kind"):
        return say(value, lang)
    if name == "fy":
        return say("answers.fiscal-year", lang, year=value)
    if name == "search":
        return say("answers.words", lang, words=value)
    if name == "owner" and lang == "ja" and value in plan.owners:
        return plan.owners[value].name.say(lang)
    if name == "reason" and value in plan.reasons:
        return plan.reasons[value].say(lang)
    return value


def selection_name(wanted: Filter, *more: str) -> str:
    """``owner-MOD_state-overdue``: what tells a file from those of other selections; "" for all.

    ``more`` are further parts. The same filters in another order have the same name. What is
    long or holds what no file's name may ends with digits of its digest.
    """
    parts = []
    for name, values in selection_data(wanted).items():
        if name == "search":
            values = [fold_search(values[0])]
        parts.append(f"{name}-{'+'.join(sorted(set(values)))}")
    whole = "_".join([*parts, *more])
    shown = re.sub(r"[^\w.+-]", "-", whole)
    if shown == whole and len(shown) <= READABLE:
        return shown
    digits = sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{shown[:READABLE]}-{digits}"
