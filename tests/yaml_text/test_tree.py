"""What a text may hold: bounded when it is read, with the place of what is too much."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from spaceplan.files.content import Content
from spaceplan.words import sentence
from spaceplan.yaml_text import tree
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.tree import parse

NINE = ", ".join(["{}"] * 9)


def bomb(levels: int) -> str:
    names = "abcdefghijklmn"[:levels]
    lines = [f"x-a: &a [{NINE.replace('{}', 'x')}]"]
    for above, name in pairwise(names):
        lines.append(f"x-{name}: &{name} [{NINE.replace('{}', '*' + above)}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("levels", [6, 9, 14])
def test_what_aliases_stand_for_is_bounded_where_it_is_read(levels: int) -> None:
    begun = time.monotonic()
    (fault,) = parse(Content("p", bomb(levels))).faults
    said = sentence(fault, "en")
    assert said == "the aliases stand for more than 100000 values; write the values out"
    assert (fault.line, fault.column) == (6, 10)
    assert time.monotonic() - begun < 2


def test_as_many_as_people_write_are_read() -> None:
    parsed = parse(Content("p", bomb(4)))
    assert not parsed.faults
    assert str(plain_data(parsed.root)).count("x") == 9 + 81 + 729 + 6561 + 4
    many = "a: &a {ja: x, en: y}\nb: [" + ", ".join(["*a"] * tree.MAX_ALIASES) + "]\n"
    assert not parse(Content("p", many)).faults


def test_texts_that_stand_often_are_kept_once() -> None:
    root = parse(Content("p", "- status: planned-long\n- status: planned-long\n")).root
    assert root is not None
    ((key, value),), ((key_again, value_again),) = (block.items for block in root.items)
    assert key.value is key_again.value
    assert value.value is value_again.value
