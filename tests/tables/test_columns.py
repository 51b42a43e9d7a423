"""The exported columns, and the digest by which three ways are compared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import all_rows, small_plan

from spaceplan.answers.record import RECORD
from spaceplan.errors import Wrong
from spaceplan.plan_file.keys import CHANGE, MILESTONE, names
from spaceplan.roadmap.fields import HISTORIC
from spaceplan.tables.columns import (
    COLUMNS,
    EDITABLE,
    ENTRY,
    FIELD_OF,
    cells,
    digest,
    read_digest,
    three_way,
    typed,
)
from spaceplan.words import sentence

TEXT = st.text(max_size=20)
KEYS = st.sampled_from(EDITABLE)


def test_the_columns_are_those_of_list_then_the_change_then_the_digest() -> None:
    assert tuple(column.key for column in COLUMNS) == (*RECORD, *ENTRY, "digest")


def test_what_may_be_edited_is_what_history_can_hold() -> None:
    assert {FIELD_OF[key] for key in EDITABLE} <= set(HISTORIC) & names(MILESTONE)
    assert set(ENTRY) - {"on", "verdict"} <= names(CHANGE)


def test_values_are_typed() -> None:
    plan = small_plan()
    row = dict(zip((c.key for c in COLUMNS), typed(all_rows(plan)[0], plan), strict=True))
    assert row["id"] == "1-1"
    assert row["topic"] == 1
    assert row["due"] == date(2023, 3, 31)
    assert row["target"] == "about FY2022"
    assert row["owner"] == "MEXT JAXA others"
    assert row["also"] == "2-1"
    assert row["horizon"] is None
    assert row["on"] is None
    assert (row["slip_months"], row["slip_days"], row["late_days"]) == (24, 730, None)


@given(texts=st.fixed_dictionaries(dict.fromkeys(EDITABLE, TEXT)), key=KEYS, other=TEXT)
def test_a_digest_tells_of_every_editable_cell_what_it_showed(
    texts: dict[str, str], key: str, other: str
) -> None:
    base = read_digest("4-1", digest({"id": "4-1", **texts}))
    assert all(base.had(name, text) for name, text in texts.items())
    assert base.had(key, other) == (other == texts[key])


def test_a_digest_survives_what_spreadsheet_programs_do_to_text() -> None:
    text = digest({"id": "4-1", "status": "planned"})
    assert read_digest("4-1", f" {text.upper()}\n").had("status", "planned")
    assert text[0].isalpha() and text[0] not in "=+-@'"


def test_a_digest_of_another_row_is_refused() -> None:
    with pytest.raises(Wrong) as wrong:
        read_digest("4-2", digest({"id": "4-1"}))
    assert "does not belong to 4-2" in sentence(wrong.value, "en")


@pytest.mark.parametrize("text", ["d1", "d1.abc", "x", "d2" + digest({"id": "4-1"})[2:]])
def test_a_damaged_digest_is_refused(text: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_digest("4-1", text)
    assert "no digest of this version" in sentence(wrong.value, "en")


@given(key=KEYS, shown=TEXT, cell=TEXT, now=TEXT)
def test_three_ways(key: str, shown: str, cell: str, now: str) -> None:
    base = read_digest("4-1", digest({"id": "4-1", key: shown}))
    outcome = three_way(base, key, cell, now)
    if cell == now:
        assert outcome == "same"
    elif cell == shown:
        assert outcome == "kept"
    elif now == shown:
        assert outcome == "change"
    else:
        assert outcome == "conflict"


@given(key=KEYS, cell=TEXT, now=TEXT)
def test_without_a_digest_every_difference_is_a_change(key: str, cell: str, now: str) -> None:
    assert three_way(None, key, cell, now) == ("same" if cell == now else "change")


def test_a_row_carries_the_digest_of_what_it_shows() -> None:
    plan = small_plan()
    for row in all_rows(plan):
        texts = cells(row, plan)
        base = read_digest(texts["id"], texts["digest"])
        assert all(base.had(key, texts[key]) for key in EDITABLE)
