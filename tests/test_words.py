"""What the program says: every sentence in both languages, with the same facts in each."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest
import said as code
from said import facts_of

from spaceplan.errors import phrase
from spaceplan.words import TABLES, said, say, table

SAID = [(name, key, *pair) for name in TABLES for key, pair in table(name).items()]

KEYS = {key if room == "labels" else f"{room}.{key}": (ja, en) for room, key, ja, en in SAID}


def test_no_sentence_stands_outside_the_tables() -> None:
    left = code.left()
    assert not left, "\n".join(left)


def test_every_key_that_the_code_uses_stands_in_a_table() -> None:
    unknown = [f"{use.where}: {key}" for use in code.uses() for key in use.keys if key not in KEYS]
    rooms = "|".join(room for room in TABLES if room != "labels")
    like_a_key = re.compile(rf"(?:{rooms})\.[a-z0-9*]+(?:-[a-z0-9*]+)+\Z")
    unknown += [
        text
        for text in code.mentioned()
        if like_a_key.match(text) and not any(fnmatchcase(key, text) for key in KEYS)
    ]
    assert not unknown, "\n".join(unknown)


def test_a_sentence_gets_exactly_the_facts_that_it_asks_for() -> None:
    wrong = []
    for use in code.uses():
        asked = [facts_of(KEYS[key][1]) for key in use.keys if key in KEYS]
        if asked and use.whole:
            missing = set().union(*asked) - use.facts
            # What is near is said behind any sentence.
            idle = use.facts - set().union(*asked, {"near"})
            wrong += [f"{use.where}: {use.keys}: {name} is not given" for name in missing]
            wrong += [f"{use.where}: {use.keys}: {name} is not asked for" for name in idle]
    assert not wrong, "\n".join(wrong)


def test_every_sentence_is_used() -> None:
    mentioned = code.mentioned()
    # A key may be put together: what is put in stands in the code by itself ("report.*" and
    # "moves"), or is one of few words, and then a part of the name stands there ("found-*").
    patterns = [text for text in mentioned if re.fullmatch(r"[a-z_]+\.[a-z*-]*[a-z][a-z*-]*", text)]

    def used(key: str) -> bool:
        room, _, name = key.partition(".")
        whole = key in mentioned or (name in mentioned and f"{room}.*" in mentioned)
        return whole or any(fnmatchcase(key, pattern) for pattern in patterns)

    idle = [key for key in KEYS if not used(key)]
    assert not idle, "\n".join(idle)


@pytest.mark.parametrize(("room", "key", "ja", "en"), SAID)
def test_both_languages_say_it_with_the_same_facts(room: str, key: str, ja: str, en: str) -> None:
    assert ja and en
    assert facts_of(ja) == facts_of(en)


def test_a_number_has_its_noun_and_a_list_its_commas() -> None:
    assert say("plan_file.faults", "en", name="p", count=1) == "p has 1 fault"
    assert say("plan_file.faults", "en", name="p", count=2) == "p has 2 faults"
    assert say("plan_file.faults", "ja", name=["p", "q"], count=2) == "p、q に誤りが 2 件あります"


def test_what_is_near_is_named_at_the_end() -> None:
    assert said(phrase("id", near="4-1"), "en") == "ID (did you mean '4-1'?)"


def test_what_is_in_no_table_is_shown_as_it_is() -> None:
    assert say("no: such {thing}", "en", thing=1) == "no: such {thing}"
    assert say("files.no such", "ja") == "files.no such"
