"""What the program says: every sentence in both languages, with the same facts in each."""

from __future__ import annotations

from string import Formatter

import pytest

from spaceplan.errors import phrase
from spaceplan.words import TABLES, said, say, table

SAID = [(name, key, *pair) for name in TABLES for key, pair in table(name).items()]


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("room", "key", "ja", "en"), SAID)
def test_both_languages_say_it_with_the_same_facts(room: str, key: str, ja: str, en: str) -> None:
    assert ja and en
    assert _facts(ja) == _facts(en)


def test_a_number_has_its_noun_and_a_list_its_commas() -> None:
    assert say("plan_file.faults", "en", name="p", count=1) == "p has 1 fault"
    assert say("plan_file.faults", "en", name="p", count=2) == "p has 2 faults"
    assert say("plan_file.faults", "ja", name=["p", "q"], count=2) == "p、q に誤りが 2 件あります"


def test_what_is_near_is_named_at_the_end() -> None:
    assert said(phrase("id", near="4-1"), "en") == "ID (did you mean '4-1'?)"


def test_what_is_in_no_table_is_shown_as_it_is() -> None:
    assert say("no: such {thing}", "en", thing=1) == "no: such {thing}"
    assert say("files.no such", "ja") == "files.no such"
