"""A plan that is read again in part is what a whole read gives, faults and places included."""

from __future__ import annotations

import marshal
from dataclasses import replace
from random import Random

import pytest
import random_edits
from support import milestone, plan_text

from spaceplan.errors import PlanFaults
from spaceplan.files.content import decode
from spaceplan.plan_file import cache
from spaceplan.plan_file.again import read_again
from spaceplan.plan_file.cache import Known
from spaceplan.plan_file.packing import pack, unpack
from spaceplan.plan_file.read import inspect


def whole(data: bytes) -> Known | None:
    """What a whole read gives; None where faults stand."""
    try:
        found = inspect(decode(data, "plan"))
    except PlanFaults:
        return None
    if found.plan is None:
        return None
    packed = pack(found.plan, found.findings)
    return Known(data, found.plan, found.findings, found.apart, packed)


def same(found: Known, expected: Known | None) -> bool:
    """Whether this is what a whole read gives, and what is kept of it gives that again."""
    kept = found.packed and unpack(found.packed)
    return replace(found, packed=None) == (expected and replace(expected, packed=None)) and (
        kept in (None, (found.plan, found.findings))
    )


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("seed", range(25))
def test_what_is_read_again_is_what_is_read_whole(seed: int) -> None:
    random = Random(seed)
    known = whole(encoded(random_edits.plan(random)))
    assert known is not None and known.apart
    again = 0
    for _ in range(20):
        data = encoded(random_edits.edited(random, known.data.decode()))
        expected, found = whole(data), read_again(known, data, "plan")
        if found is not None:
            again += 1
            assert same(found, expected)
        known = (found if random.random() < 0.5 else None) or expected or known
    assert seed or again


@pytest.mark.parametrize("key", ["see", "after"])
def test_whoever_names_what_is_gone_is_found_far_away_too(key: str) -> None:
    names = [f"1-{number}" for number in range(1, 9)]
    blocks = [milestone(name, **({key: "[1-6, 1-7]"} if name == "1-1" else {})) for name in names]
    known = whole(encoded(plan_text(*blocks)))
    assert known is not None and known.apart
    data = encoded(plan_text(*(block for block in blocks if "id: 1-7" not in block)))
    assert whole(data) is None
    assert read_again(known, data, "plan") is None


@pytest.mark.parametrize("way", [1, -1])
def test_what_took_the_place_of_one_far_away_is_told_or_no_longer(way: int) -> None:
    names = [f"1-{number}" for number in range(1, 9)]
    was, now = (
        encoded(plan_text(*(milestone(name, **(more if name == "1-1" else {})) for name in names)))
        for more in ({}, {"supersedes": "[1-7]"})[::way]
    )
    known, expected = whole(was), whole(now)
    assert known is not None and expected is not None
    found = read_again(known, now, "plan")
    assert found is None or same(found, expected)


def test_what_is_kept_of_many_changes_is_no_larger_for_what_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cache, "_ROOM", 0)
    text = plan_text(*(milestone(f"1-{number}") for number in range(1, 30)))
    known = whole(encoded(text))
    assert known is not None
    for number in range(200):
        known = read_again(known, encoded(text.replace("Item 1-7", f"Item no. {number}")), "plan")
        assert known is not None and known.packed is not None
    cache.save("0" * 40, known)
    found = cache.load("0" * 40)
    assert found is not None and found[:2] == (known.plan, known.findings)
    assert len(marshal.dumps(found[3])) < len(marshal.dumps(known.packed))


def test_a_line_that_ends_otherwise_far_away_is_counted_too() -> None:
    blocks = [milestone(f"1-{number}") for number in range(1, 9)]
    blocks[0] = blocks[0].replace("Item 1-1", "Item\r 1-1")
    blocks[6] = milestone("1-7", status="done")  # which no entry explains: a warning
    known = whole(encoded(plan_text(*blocks)))
    data = encoded(plan_text(*blocks).replace("Item 1-7", "Item 7"))
    assert known is not None and known.findings
    found = read_again(known, data, "plan")
    assert found is None or same(found, whole(data))


def test_most_of_what_a_hand_does_is_read_again() -> None:
    """Else the rule above would hold of nothing."""
    random = Random(7)
    known = whole(encoded(random_edits.plan(random)))
    assert known is not None
    sound = again = 0
    for _ in range(200):
        data = encoded(random_edits.edited(random, known.data.decode()))
        if whole(data) is not None:
            sound += 1
            again += read_again(known, data, "plan") is not None
    assert again > 0.5 * sound > 20
