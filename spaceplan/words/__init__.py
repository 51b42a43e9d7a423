"""What the program says, in Japanese and English: sentences and labels by key, one table a room.

A key is ``ROOM.NAME``, a label's is its bare name. In a text ``{name}`` stands for a fact,
``{name!r}`` for one in quotes, ``{count:entry|entries}`` for a number with its noun. A table is
imported when something of it is said.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from spaceplan.errors import (
    FAULT,
    Fault,
    Phrase,
    PlanFaults,
    SpaceplanError,
    Wrong,
    place_text,
)

LANGUAGES = ("ja", "en")
TABLES = (
    "answers",
    "commands",
    "columns",
    "common",
    "export",
    "files",
    "labels",
    "pictures",
    "plan_file",
    "record",
    "report",
    "roadmap",
    "score",
    "source",
    "tables",
    "topics",
    "updating",
    "yaml_text",
)
_ROOMS = frozenset(TABLES)
_speech = ""
# A list of faults that is longer is cut; ``check`` shows them all.
SHOWN = 20


class _Number(int):
    """A number that ``str.format`` gives its noun: ``{count:entry|entries}``."""

    def __format__(self, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else int.__format__(self, one)


@cache
def table(name: str) -> Mapping[str, tuple[str, str]]:
    """The texts of one room by key: (Japanese, English)."""
    said: Mapping[str, tuple[str, str]] = import_module(f"spaceplan.words.{name}").SAID
    return said


def say(key: str, lang: str, /, **facts: Any) -> str:
    """A sentence or label in ``lang``; a key that is in no table is shown as it is."""
    room, dot, name = key.partition(".")
    if not dot:
        room, name = "labels", key
    pair = table(room).get(name) if room in _ROOMS else None
    if pair is None:
        return key
    text = pair[0] if lang == "ja" else pair[1]
    if "{" not in text and "}" not in text:
        return text
    return text.format(**{name: _fact(fact, lang) for name, fact in facts.items()})


def _fact(fact: Any, lang: str) -> Any:
    if isinstance(fact, str):
        return fact
    if type(fact) is int:
        return _Number(fact)
    if isinstance(fact, Phrase):
        return said(fact, lang)
    if isinstance(fact, Sequence):
        return listed([str(_fact(one, lang)) for one in fact], lang)
    if isinstance(fact, date):
        return day_text(fact, lang)
    # Else a time of the plan's, or something that says itself.
    return fact.format(lang) if hasattr(fact, "format") else fact


def day_text(day: date | None, lang: str) -> str:
    """A day for people: ``2023-03-07``, ``2023年3月7日``; "" where there is none."""
    if day is None:
        return ""
    return f"{day.year}年{day.month}月{day.day}日" if lang == "ja" else f"{day:%Y-%m-%d}"


def listed(items: Sequence[str], lang: str) -> str:
    """``A, B``, as the language separates them."""
    return ("、" if lang == "ja" else ", ").join(items)


def said(what: Phrase, lang: str) -> str:
    """A phrase in ``lang``, with "did you mean" where it has something near."""
    return say(what.key, lang, **what.facts) + _meant(what.facts.get("near", ""), lang)


def _meant(near: str, lang: str) -> str:
    return say("common.did-you-mean", lang, near=near) if near else ""


def sentence(wrong: Fault | Wrong, lang: str) -> str:
    """``what is wrong; what was expected (did you mean …?)``."""
    key = "common.wrong" if wrong.expected is None else "common.expected"
    text = say(key, lang, what=wrong.what, expected=wrong.expected)
    return text + _meant(wrong.near, lang)


def located(fault: Fault, name: str, lang: str) -> str:
    """``FILE:LINE:COLUMN: [severity: ]sentence``; a plain fault has no prefix."""
    prefix = "" if fault.severity == FAULT else f"{say(fault.severity, lang)}: "
    place = place_text(name, fault.line, fault.column, fault.sheet)
    # One fault is one line, also where its sentence is an error's of several.
    return f"{place}: {prefix}{sentence(fault, lang)}".replace("\n", "; ")


def told(error: SpaceplanError, lang: str) -> str:
    """All that an error has to say, by lines."""
    lines = [said(error.phrase, lang)]
    if isinstance(error, PlanFaults):
        lines = _faults(error, lang)
    return "\n".join([*lines, *(said(more, lang) for more in error.also)])


def _faults(error: PlanFaults, lang: str) -> list[str]:
    lines = [located(fault, error.name, lang) for fault in error.faults[: error.shown]]
    if error.count > len(lines):
        lines.append(say(error.more, lang, count=error.count - len(lines), name=error.name))
    return lines


def left_out(lang: str) -> Callable[[list[str]], str]:
    """What a table says of the columns that a narrow screen has no room for, by their titles."""
    return lambda names: say("common.left-out", lang, names=names)


def speak(lang: str) -> None:
    """From now on this is the language of what nobody hands one on for (``speech``)."""
    global _speech
    _speech = lang


def speech() -> str:
    """The language of the command that runs, for help and for a word to whoever waits."""
    return _speech or locale_language()


def locale_language() -> str:
    """``ja`` where the locale (LC_ALL, LC_MESSAGES, LANG) is Japanese, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "ja" if value.lower().startswith(LANGUAGES[0]) else "en"
    return "en"
