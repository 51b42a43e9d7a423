"""What others share is never taken from them; what a merge brings is never taken for one's own."""

from __future__ import annotations

import textwrap

import pytest

from spaceplan.files.content import Content
from spaceplan.words import said
from spaceplan.yaml_text.patch import CannotEdit, Patch, Shape, compose
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import Mapping, parse

SHAPE = Shape({"id": 0, "kind": 1, "target": 2, "note": 3, "zz": 4})


def changed(text: str, key: str, data: Data) -> str:
    """A document whose value at ``key`` says ``data`` instead."""
    content = Content("p", textwrap.dedent(text))
    parsed = parse(content)
    assert isinstance(parsed.root, Mapping) and not parsed.faults
    node = next(value for name, value in parsed.root.items if name.value == key)
    patch = Patch(content, parsed.used_anchors)
    patch.change(node, data, False, SHAPE)
    made = compose(content.text, patch.hunks, 0, len(content.text))
    again = parse(Content("p", made))
    assert isinstance(again.root, Mapping) and not again.faults, made
    assert plain_data(again.root) == {**as_dict(parsed.root), key: data}
    return made


def as_dict(node: Mapping) -> dict[str, Data]:
    data = plain_data(node)
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    ("text", "data", "column"),
    [
        ("a: {t: {ja: &x A}}\nb: *x\n", {"t": "plain"}, 13),  # replaced by another kind
        ("a: {t: {&x ja: A}}\nb: *x\n", {"t": "plain"}, 9),  # in a key
        ("a: {t: [0, {n: &x A}]}\nb: *x\n", {"t": ["0"]}, 16),  # in an item that goes
        ("a: {k: v, t: {ja: &x A}}\nb: *x\n", {"k": "v"}, 19),  # in a pair that goes
        ("a: {k: v, t: [0, [&x A]]}\nb: *x\n", {"k": "v"}, 19),
        ("a: {k: v, t: &x A}\nb: *x\n", {"k": "v"}, 14),
        ("a: {t: &x {ja: A}}\nb: *x\n", {"t": {"ja": "B"}}, 8),  # changed where it stands
    ],
)
def test_what_others_use_is_not_taken_away(text: str, data: Data, column: int) -> None:
    with pytest.raises(CannotEdit) as caught:
        changed(text, "a", data)
    assert said(caught.value.reason, "en") == "others use its anchor &x"
    assert (caught.value.line, caught.value.column) == (1, column)


def test_an_alias_goes_though_others_use_what_it_stands_for() -> None:
    text = "b: &x A\nc: &y {z: 1}\na: {k: v, t: {ja: *x, en: *y}}\n"
    assert changed(text, "a", {"k": "v"}) == text.replace(", t: {ja: *x, en: *y}", "")
    listed = "b: &x A\na:\n  k: v\n  t: [*x, 0]\n"
    assert changed(listed, "a", {"k": "v"}) == "b: &x A\na:\n  k: v\n"


class TestMerged:
    """``<<`` brings pairs that stand elsewhere; no place is taken from them."""

    BLOCK = "m: &m {kind: start, target: FY2020}\na:\n  id: 4-1\n  <<: *m\n  note: x\nb: 1\n"
    FLOW = "m: &m {kind: start, target: FY2020}\na: {id: 4-1, <<: *m, note: x}\nb: 1\n"
    HAS = {"id": "4-1", "kind": "start", "target": "FY2020", "note": "x"}  # noqa: RUF012

    def test_a_new_pair_goes_behind_one_of_its_own(self) -> None:
        made = changed(self.BLOCK, "a", {**self.HAS, "zz": "new"})
        assert made == self.BLOCK.replace("  note: x\n", "  note: x\n  zz: new\n")
        made = changed(self.FLOW, "a", {**self.HAS, "zz": "new"})
        assert made == self.FLOW.replace("note: x}", "note: x, zz: new}")

    def test_own_pairs_change_and_go_where_they_stand(self) -> None:
        made = changed(self.BLOCK, "a", {**self.HAS, "note": "y"})
        assert made == self.BLOCK.replace("note: x", "note: y")
        rest = {key: value for key, value in self.HAS.items() if key != "note"}
        assert changed(self.BLOCK, "a", rest) == self.BLOCK.replace("  note: x\n", "")

    def test_what_was_merged_is_neither_changed_nor_removed(self) -> None:
        rest = {key: value for key, value in self.HAS.items() if key != "target"}
        for data in ({**self.HAS, "kind": "window"}, rest):
            with pytest.raises(CannotEdit) as caught:
                changed(self.BLOCK, "a", data)
            assert "comes from a merge (<<)" in said(caught.value.reason, "en")

    def test_a_comment_in_what_is_merged_is_no_concern(self) -> None:
        text = "m: &m\n  kind: start # why\nk:\n  t:\n    <<: *m\n    id: 1\n  n: 2\n"
        made = changed(text, "k", {"n": "2", "t": "plain"})
        assert made == "m: &m\n  kind: start # why\nk:\n  t:\n    plain\n  n: 2\n"
