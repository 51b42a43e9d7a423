"""What filters select is said in the title, in the data and in the file's name."""

from __future__ import annotations

from dataclasses import fields

import pytest
from support import SHIPPED

from spaceplan.answers.selection import in_words, selection_data, selection_name
from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.fields import FILTERS
from spaceplan.roadmap.query import Filter

EVERY = {
    "role": "lead",
    "search": "h3",
    "having": {field.name: ("x",) for field in FILTERS},
    **{f.name: ("7",) for f in fields(Filter) if isinstance(getattr(Filter(), f.name), tuple)},
}


def test_no_filter_is_forgotten_and_each_has_a_name_in_both_languages() -> None:
    plan = load_plan(SHIPPED).plan
    found = selection_data(Filter(**EVERY))  # type: ignore[arg-type]
    assert len(EVERY) == len(fields(Filter))
    assert len(found) == len(EVERY) - 1 + len(FILTERS)
    for name in found:
        for lang in ("ja", "en"):
            assert f"answers.by-{name}" not in in_words({name: ["x"]}, plan, lang)


def test_nothing_selected_is_no_name() -> None:
    assert (selection_data(Filter()), selection_name(Filter())) == ({}, "")


def test_the_order_of_what_is_asked_makes_no_other_name() -> None:
    one, other = (selection_name(Filter(owners=codes)) for codes in (("A", "B"), ("B", "A", "B")))
    assert one == other == "owner-A+B"


@pytest.mark.parametrize("search", ["a/b", "../../etc", "a\nb", "x" * 300, "衛星" * 80, "a:b*?"])
def test_any_words_are_part_of_a_files_name_that_tells_them_apart(search: str) -> None:
    name, other = selection_name(Filter(search=search)), selection_name(Filter(search=search + "!"))
    assert name != other
    assert not set(name) & set('/\\:*?"<>|\n\0 ')
    assert len(name.encode()) < 200
