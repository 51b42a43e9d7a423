"""``spaceplan help TOPIC``: one place for what is no command, whole and in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest
from jsonschema import Draft7Validator
from support import ROOT, Run

from spaceplan import errors
from spaceplan.commands import help_topics
from spaceplan.plan_file import keys, schema
from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.model import KINDS
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.states import STATES, STATUSES
from spaceplan.words import table
from spaceplan.words.help_keys import KEYS

TOPICS = list(help_topics.TOPICS)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_is_a_page_in_both_languages(run: Run, topic: str, lang: str) -> None:
    outcome = run("help", topic, "--lang", lang)
    assert (outcome.code, outcome.err) == (0, "")
    assert "topics." not in outcome.out  # a sentence that is in no table shows its key
    title = table("topics")[topic][lang == "en"]
    assert outcome.lines[0] == title
    assert any(topic in line and title in line for line in run("help", "--lang", lang).lines)


def test_another_word_is_refused_with_what_it_may_have_been(run: Run) -> None:
    outcome = run("help", "time")
    assert outcome.code == errors.BAD
    assert "'times'" in outcome.err and "--help" in outcome.err
    assert run("help", " TIMES ").code == 0


@pytest.mark.parametrize("written", help_topics.TIMES.values())
def test_what_a_row_says_of_a_time_the_program_reads_so(written: tuple[str, ...]) -> None:
    canonical, *others = written
    assert str(read_time(canonical)) == canonical
    assert {str(read_time(one)) for one in others} == {canonical}


def test_what_is_asked_for_is_read_where_the_page_says_so(run: Run) -> None:
    asked = help_topics.ASKED
    for option, words in (("--as-of", asked["day"]), ("--by", asked["period"])):
        for word in words:
            # What ends before the day is refused, after it was read.
            refused = run("due", option, word).err
            assert not refused or "before" in refused, word
    for option, words in (("--fy", asked["year"]), ("--within", asked["span"])):
        assert all(run("due", option, word).code == 0 for word in words)


@pytest.mark.parametrize("shape", help_topics.EXAMPLES)
def test_an_example_is_of_its_shape(shape: str) -> None:
    import yaml

    text = help_topics.EXAMPLES[shape]
    if "…" in text and text != "…":
        return  # shows the form alone
    value = yaml.safe_load(text)
    if isinstance(value, date):  # a text to an editor that knows the schema
        value = text
    whole = {**schema.SHAPES[shape], "definitions": schema.schema()["definitions"]}
    assert not list(Draft7Validator(whole).iter_errors(value))


def test_every_key_is_told_in_japanese_and_nothing_else_is() -> None:
    every = [key for made in keys.TABLES for key in made if not key.shape.startswith("edit:")]
    columns = {name for name, _ in table("columns").items()}
    assert KEYS.keys() <= {key.doc for key in every}
    assert not [key.name for key in every if key.doc not in KEYS and key.name not in columns]


def test_every_object_of_the_file_is_shown() -> None:
    shown = {id(one) for one in (*help_topics.OBJECTS.values(), keys.CHANGE, keys.CHECKED)}
    assert shown == {id(one) for one in keys.TABLES if one is not keys.WORDS}


@pytest.mark.parametrize(
    ("family", "names"),
    [("state", STATES), ("status", STATUSES), ("flag", FLAGS), ("kind", KINDS)],
)
def test_every_word_is_explained(family: str, names: tuple[str, ...]) -> None:
    explained = {
        key.removeprefix(f"{family}-") for key in table("topics") if key.startswith(f"{family}-")
    }
    assert explained == set(names)


def test_every_exit_code_is_there() -> None:
    codes = {"0", "130", *map(str, (errors.FOUND, errors.BAD, errors.OURS))}
    assert set(help_topics.EXIT_CODES) == codes


def test_every_variable_that_is_read_is_there() -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "spaceplan").rglob("*.py"))
    read = set(re.findall(r'environ(?:\.get\(|\[)"(\w+)"', text))
    read |= set(re.findall(r'_below\("(\w+)"', text))
    # The terminal's own, and what another one stands before.
    assert read - set(help_topics.ENVIRONMENT) <= {"TERM", "EDITOR"}
