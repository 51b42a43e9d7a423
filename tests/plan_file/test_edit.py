"""Edits change only the bytes of what they change, whatever the layout."""

from __future__ import annotations

import difflib
import textwrap

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from plan_layouts import CODES, STATUSES, TIMES, WORDS, Layout, layouts
from support import refused_saying

from spaceplan.files.content import Content, decode
from spaceplan.plan_file.edit import edit, encode
from spaceplan.plan_file.edits import (
    AppendEntry,
    Edit,
    InsertMilestone,
    RemoveEntry,
    RemoveMilestone,
    RestoreText,
    SetField,
)
from spaceplan.words import said, told
from spaceplan.yaml_text import spelling as scalars
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.tree import parse

ENTRY = {"date": "2023-03-07", "recorded": "2026-11-23T09:00:12+09:00", "change": "8f3a1b2c"}

many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def content(text: str) -> Content:
    return Content("plan.yaml", textwrap.dedent(text))


def edited(text: str, *edits: Edit) -> str:
    found = content(text)
    return edit(found, parse(found), edits)


def after(text: str, *edits: Edit) -> str:
    """Only the lines that changed, each with - or + before it."""
    old, new = textwrap.dedent(text), edited(text, *edits)
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0)
    return "\n".join(line for line in lines if line.startswith(("- ", "+ ")))


def data(text: str) -> dict:
    """What PyYAML's own loader reads, everything as text; merges stay unmerged."""
    return yaml.load(text, Loader=yaml.CBaseLoader)


def milestone(text: str, milestone_id: str) -> dict:
    return next(one for one in data(text)["milestones"] if one["id"] == milestone_id)


def with_milestone(text: str, milestone_id: str, changed: dict) -> dict:
    whole = data(text)
    whole["milestones"] = [
        changed if one["id"] == milestone_id else one for one in whole["milestones"]
    ]
    return whole


REFUSED = ("the file ends inside this text", "a comment inside it would be lost")


def try_edit(layout: Layout, *edits: Edit) -> str:
    """The new text. A refusal is for files whose values are tied together, for a text that the
    end of the file cuts off, and for blank lines that would join a text that keeps them."""
    found = layout.content
    parsed = parse(found)
    assert parsed.faults == []
    try:
        return edit(found, parsed, edits)
    except CannotEdit as refusal:
        keeps = "|+" in found.text or ">+" in found.text
        reason = said(refusal.reason, "en")
        joins = keeps and reason == "the text around it would read otherwise"
        assert not layout.simple or reason in REFUSED or joins, told(refusal, "en")
        assume(False)
        raise


class TestScalars:
    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.booleans())
    @example("---", False)
    @example("a: b", False)
    @example("- ", True)
    @example("?x", True)
    @example("\ufeffx", False)
    @example("x\u2028y\x85z", True)
    @settings(deadline=None)
    def test_every_text_reads_back_as_itself(self, text: str, flow: bool) -> None:
        for style in ("", "'", '"'):
            spelled = scalars.respell(text, style, flow)
            line = f"k: [{spelled}]" if flow else f"k: {spelled}"
            for loader in (yaml.BaseLoader, yaml.CBaseLoader):
                read = yaml.load(line, Loader=loader)["k"]
                assert (read[0] if flow else read) == text

    @pytest.mark.parametrize(
        ("text", "spelled"),
        [
            ("FY2020", "FY2020"),
            ("2021-04-01", "2021-04-01"),
            ("(none)", "(none)"),
            ("1.10", "1.10"),
            ("打上げ", "打上げ"),
            ("https://example.org/a#b", "https://example.org/a#b"),
            ("a: b", '"a: b"'),
            ("a #b", '"a #b"'),
            ("it's", "it's"),
            ('say "x": y', "'say \"x\": y'"),
            ("- a", '"- a"'),
            ("-a", "-a"),
            ("", '""'),
            (" a", '" a"'),
            ("a\nb", '"a\\nb"'),
            ("x\u2028", '"x\\u2028"'),
            ("---", '"---"'),
            ("<<", '"<<"'),
        ],
    )
    def test_the_least_quoting(self, text: str, spelled: str) -> None:
        assert scalars.spell(text, False) == spelled

    def test_commas_and_brackets_are_quoted_inside_brackets_only(self) -> None:
        assert scalars.spell("a, [b]", False) == "a, [b]"
        assert scalars.spell("a, [b]", True) == '"a, [b]"'


class TestEveryLayout:
    @given(layouts(), st.sampled_from(("target", "status", "kind")), st.data())
    @many
    def test_a_replaced_value_is_all_that_changes(
        self, layout: Layout, key: str, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        milestone_id = draw.draw(st.sampled_from(layout.ids))
        before = milestone(text, milestone_id)
        assume(key in before)
        value = draw.draw(st.sampled_from((*TIMES, *WORDS, *STATUSES)))
        new = try_edit(layout, SetField(milestone_id, key, value))

        start, end = span_of(text, milestone_id, key)
        assert new[:start] == text[:start]
        assert new[len(new) - (len(text) - end) :] == text[end:]
        assert data(new) == with_milestone(text, milestone_id, {**before, key: value})

    @given(layouts(), st.sampled_from(("title", "remark", "owner", "charts")), st.data())
    @many
    def test_lists_and_word_pairs_change_in_place(
        self, layout: Layout, key: str, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        milestone_id = draw.draw(st.sampled_from(layout.ids))
        before = milestone(text, milestone_id)
        assume(key in before)
        words = st.sampled_from(WORDS)
        if key in ("owner", "charts"):
            value = draw.draw(st.lists(st.sampled_from(CODES), unique=True))
        else:
            value = draw.draw(st.one_of(words, st.fixed_dictionaries({"ja": words, "en": words})))
        new = try_edit(layout, SetField(milestone_id, key, value))

        start, end = span_of(text, milestone_id, key)
        assert new.startswith(text[:start].rstrip())
        assert new.endswith(text[end:].lstrip(" \t\r\n"))
        assert data(new) == with_milestone(text, milestone_id, {**before, key: value})
        if "#" not in str(before[key]):
            assert comments(new) == comments(text)

    @given(layouts(), st.sampled_from(("target", "baseline", "owner", "remark")), st.data())
    @many
    def test_an_added_key_is_one_insertion(
        self, layout: Layout, key: str, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        milestone_id = draw.draw(st.sampled_from(layout.ids))
        before = milestone(text, milestone_id)
        assume(key not in before)
        value = {"owner": ["CAO", "others"], "remark": {"ja": "注: 意", "en": "a, b"}}.get(
            key, "about FY2023"
        )
        new = try_edit(layout, SetField(milestone_id, key, value))

        assert is_insertion(text, new)
        assert data(new) == with_milestone(text, milestone_id, {**before, key: value})
        back = layout_of(layout, new)
        assert try_edit(back, SetField(milestone_id, key, None)) == text

    @given(layouts(), st.sampled_from(("target", "kind", "remark", "owner")), st.data())
    @many
    def test_a_removed_key_takes_its_lines_and_no_others(
        self, layout: Layout, key: str, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        milestone_id = draw.draw(st.sampled_from(layout.ids))
        before = milestone(text, milestone_id)
        assume(key in before)
        new = try_edit(layout, SetField(milestone_id, key, None))

        assert is_insertion(new, text)
        left = {name: value for name, value in before.items() if name != key}
        assert data(new) == with_milestone(text, milestone_id, left)

    @given(layouts(), st.sampled_from(WORDS), st.data())
    @many
    def test_an_entry_is_one_insertion_and_comes_out_again(
        self, layout: Layout, note: str, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        milestone_id = draw.draw(st.sampled_from(layout.ids))
        before = milestone(text, milestone_id)
        entry = {**ENTRY, "status": ["planned", "(none)"], "note": note, "was": {"target": "'R2'"}}
        new = try_edit(layout, AppendEntry(milestone_id, entry))

        history = [*before.get("history", []), entry]
        assert data(new) == with_milestone(text, milestone_id, {**before, "history": history})
        if before.get("history") != []:
            assert is_insertion(text, new)
            assert try_edit(layout_of(layout, new), RemoveEntry(milestone_id, -1)) == text

    @given(layouts(), st.data())
    @many
    def test_a_new_block_is_one_insertion_and_comes_out_again(
        self, layout: Layout, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        where = draw.draw(st.sampled_from((*layout.ids, None)))
        fields = {"id": "4-x1", "title": {"ja": "新", "en": "New: one"}, "history": [ENTRY]}
        new = try_edit(layout, InsertMilestone(where, fields))

        assert is_insertion(text, new)
        whole = data(text)
        number = layout.ids.index(where) if where else len(layout.ids) - 1
        whole["milestones"].insert(number + 1, fields)
        assert data(new) == whole
        assert try_edit(layout_of(layout, new), RemoveMilestone("4-x1")) == text

    @given(layouts(ties=False), st.data())
    @many
    def test_several_edits_of_several_milestones_add_up(
        self, layout: Layout, draw: st.DataObject
    ) -> None:
        text = layout.content.text
        edits: list[Edit] = []
        wanted = data(text)
        for one in wanted["milestones"]:
            status = draw.draw(st.sampled_from(STATUSES))
            edits += [
                SetField(one["id"], "status", status),
                SetField(one["id"], "target", None),
                SetField(one["id"], "horizon", "FY2030"),
                AppendEntry(one["id"], ENTRY),
            ]
            one.pop("target", None)
            one.update(status=status, horizon="FY2030")
            one["history"] = [*one.get("history", []), ENTRY]
        assert data(try_edit(layout, *edits)) == wanted

    @given(layouts())
    @many
    def test_nothing_wanted_nothing_changed(self, layout: Layout) -> None:
        one = milestone(layout.content.text, layout.ids[0])
        same = SetField(layout.ids[0], "status", one["status"])
        assert try_edit(layout, same) == layout.content.text

    @given(layouts())
    @many
    def test_byte_order_mark_and_line_ends_come_back(self, layout: Layout) -> None:
        before = encode(layout.content, layout.content.text)
        found = decode(before, "plan.yaml")
        assert found == layout.content
        assert encode(found, edit(found, parse(found), [])) == before


def layout_of(layout: Layout, text: str) -> Layout:
    return Layout(Content(layout.content.name, text, layout.content.bom), layout.simple, layout.ids)


def span_of(text: str, milestone_id: str, key: str) -> tuple[int, int]:
    """Where PyYAML's composer sees a field's value."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    blocks = next(value for name, value in root.value if name.value == "milestones")
    for block in blocks.value:
        fields = {name.value: value for name, value in block.value}
        if fields["id"].value == milestone_id:
            node = fields[key]
            return node.start_mark.index, node.end_mark.index
    raise AssertionError(milestone_id)


def is_insertion(shorter: str, longer: str) -> bool:
    """Whether one text is the other with one stretch added."""
    extra = len(longer) - len(shorter)
    return extra > 0 and any(
        longer[:cut] + longer[cut + extra :] == shorter for cut in range(len(shorter) + 1)
    )


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


PLAN = """\
    format: 1
    milestones:

      # topic four
      - id: 4-1
        title: {ja: 打上げ, en: First flight}   # short
        kind: deadline
        target: 'FY2020'   # as decided
        # the owner is from the chart
        owner: [MEXT, JAXA]
        status: planned
        # nothing after this

      # topic five
      - id: 5-1
        title:
          ja: 射場
          en: Sites
        kind: ongoing
        owner:
          - CAO
          # lead
          - MEXT
        status: active
        remark: >-
          folded
          text
    """


class TestPlaces:
    def test_a_value_keeps_its_quotes_and_its_comment(self) -> None:
        assert after(PLAN, SetField("4-1", "target", "FY2023")) == (
            "-    target: 'FY2020'   # as decided\n+    target: 'FY2023'   # as decided"
        )

    def test_a_key_goes_behind_its_predecessor_not_behind_the_comments(self) -> None:
        new = edited(PLAN, SetField("4-1", "baseline", "FY2020"))
        assert (
            "    target: 'FY2020'   # as decided\n    baseline: FY2020\n    # the owner is" in new
        )

    def test_history_goes_to_the_end_of_the_block_not_behind_the_comments(self) -> None:
        new = edited(PLAN, AppendEntry("4-1", {**ENTRY, "note": "fuel: leak"}))
        assert (
            "    status: planned\n"
            "    history:\n"
            "      - {date: 2023-03-07, recorded: 2026-11-23T09:00:12+09:00, change: 8f3a1b2c, "
            'note: "fuel: leak"}\n'
            "    # nothing after this\n"
        ) in new

    def test_one_word_of_a_pair(self) -> None:
        new = edited(PLAN, SetField("4-1", "title", {"ja": "打上げ", "en": "Flight one"}))
        assert "    title: {ja: 打上げ, en: Flight one}   # short\n" in new
        new = edited(PLAN, SetField("5-1", "title", {"ja": "射場", "en": "A: b"}))
        assert '    title:\n      ja: 射場\n      en: "A: b"\n' in new

    def test_a_block_list_gains_and_loses_lines(self) -> None:
        new = edited(PLAN, SetField("5-1", "owner", ["CAO", "MEXT", "others"]))
        assert "      - CAO\n      # lead\n      - MEXT\n      - others\n" in new
        new = edited(PLAN, SetField("5-1", "owner", ["CAO"]))
        assert "      - CAO\n      # lead\n    status" in new

    def test_a_folded_text_stays_folded(self) -> None:
        new = edited(PLAN, SetField("5-1", "remark", "other: words\nand more"))
        assert new.endswith("    remark: >-\n      other: words\n\n      and more\n")

    def test_a_folded_text_is_quoted_where_folding_cannot_hold_it(self) -> None:
        new = edited(PLAN, SetField("5-1", "remark", " led by a space"))
        assert new.endswith('    remark: " led by a space"\n')

    def test_a_removed_key_takes_its_own_comment_along(self) -> None:
        assert after(PLAN, SetField("4-1", "target", None)) == (
            "-    target: 'FY2020'   # as decided"
        )

    def test_a_removed_key_with_a_comment_inside_is_refused(self) -> None:
        with refused_saying(r"plan.yaml:22:7: a comment inside it would be lost", CannotEdit):
            edited(PLAN, SetField("5-1", "owner", None))

    def test_a_new_milestone_has_a_blank_line_before_it_as_its_neighbours(self) -> None:
        fields = {"id": "4-x1", "title": {"ja": "新", "en": "New"}, "kind": "ongoing"}
        assert (
            "    status: planned\n\n  - id: 4-x1\n    title: {ja: 新, en: New}\n"
            "    kind: ongoing\n    # nothing after this\n"
        ) in edited(PLAN, InsertMilestone("4-1", fields))

    def test_a_long_new_pair_is_written_as_a_block(self) -> None:
        words = {"ja": "長い" * 40, "en": "long " * 20 + "text"}
        new = edited(PLAN, SetField("4-1", "remark", words))
        assert f"    remark:\n      ja: {words['ja']}\n      en: {words['en']}\n" in new

    def test_inside_braces(self) -> None:
        text = "milestones:\n  - {id: 4-1, title: x, status: planned }  # c\n"
        assert edited(text, SetField("4-1", "target", "FY2020")) == (
            "milestones:\n  - {id: 4-1, title: x, target: FY2020, status: planned }  # c\n"
        )
        assert edited(text, SetField("4-1", "title", None)) == (
            "milestones:\n  - {id: 4-1, status: planned }  # c\n"
        )
        assert edited(text, AppendEntry("4-1", {"note": "a, b"})) == (
            'milestones:\n  - {id: 4-1, title: x, status: planned, history: [{note: "a, b"}] }'
            "  # c\n"
        )

    def test_a_list_of_milestones_in_brackets(self) -> None:
        text = "milestones: [{id: 4-1, status: planned}, {id: 4-2, status: done}]\n"
        assert edited(
            text, SetField("4-1", "status", "done"), InsertMilestone(None, {"id": "4-3"})
        ) == ("milestones: [{id: 4-1, status: done}, {id: 4-2, status: done}, {id: 4-3}]\n")

    def test_an_entry_follows_the_flow_style_of_its_list(self) -> None:
        text = "milestones:\n  - id: 4-1\n    history: [{note: a}]\n"
        assert edited(text, AppendEntry("4-1", {"note": "b"})).endswith(
            "    history: [{note: a}, {note: b}]\n"
        )

    def test_a_list_at_the_indent_of_its_key(self) -> None:
        text = "milestones:\n- id: 4-1\n  history:\n  - note: a\n  status: done\n"
        assert edited(text, AppendEntry("4-1", {"note": "b"})) == (
            "milestones:\n- id: 4-1\n  history:\n  - note: a\n  - {note: b}\n  status: done\n"
        )

    def test_each_line_takes_the_line_end_of_its_neighbour(self) -> None:
        text = "milestones:\r\n  - id: 4-1\r\n    status: planned\n  - id: 4-2\n"
        new = edited(text, SetField("4-1", "title", "x"), SetField("4-1", "text", "t"))
        assert "  - id: 4-1\r\n    title: x\r\n    status: planned\n    text: t\n" in new

    def test_without_a_final_line_end_there_is_none_afterwards(self) -> None:
        text = "milestones:\r\n  - id: 4-1\r\n    status: planned"
        new = edited(text, SetField("4-1", "text", "t"))
        assert new == text + "\r\n    text: t"
        assert edited(new, SetField("4-1", "text", None)) == text

    def test_very_text_is_put_back(self) -> None:
        new = edited(PLAN, SetField("4-1", "target", "FY2023"))
        assert edited(new, RestoreText("4-1", "target", "'FY2020'")) == textwrap.dedent(PLAN)


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "one", "place", "reason"),
        [
            (
                "x-t: &t FY2020\nmilestones:\n  - id: 4-1\n    target: *t\n",
                SetField("4-1", "target", "FY2021"),
                (4, 5),
                "its target is an alias",
            ),
            (
                "milestones:\n  - id: 4-1\n    target: &t FY2020\n    baseline: *t\n",
                SetField("4-1", "target", "FY2021"),
                (3, 13),
                "others use its anchor &t",
            ),
            (
                "x-b: &b {kind: start}\nmilestones:\n  - id: 4-1\n    <<: *b\n",
                SetField("4-1", "kind", "deadline"),
                (3, 5),
                "its kind comes from a merge",
            ),
            (
                "milestones:\n  - &m\n    id: 4-1\n    kind: start\n  - id: 4-2\n    <<: *m\n",
                SetField("4-1", "kind", "deadline"),
                (2, 5),
                "others use its anchor &m",
            ),
            (
                "milestones:\n  - id: 4-1\n    ? target\n    : FY2020\n",
                SetField("4-1", "target", "FY2021"),
                (3, 7),
                "its key is written with '?'",
            ),
            (
                "milestones:\n  - id: 4-1\n    target: ! FY2020\n",
                SetField("4-1", "target", "FY2021"),
                (3, 13),
                "it has a tag",
            ),
            (
                "milestones:\n  - status: done\n    id: 4-1\n",
                SetField("4-1", "status", None),
                (2, 5),
                "it shares its line with the dash",
            ),
            (
                "milestones:\n  - id: 4-1\n    remark: |\n      cut off",
                AppendEntry("4-1", {"note": "x"}),
                (3, 13),
                "the file ends inside this text",
            ),
            (
                "milestones:\n  - id: 4-1\n    owner: [A, # lead\n      B]\n",
                SetField("4-1", "owner", []),
                (3, 16),
                "a comment inside it would be lost",
            ),
            (
                "milestones: # all\n  - id: 4-1\n",
                RemoveMilestone("4-1"),
                (2, 5),
                "the list of milestones would change its form",
            ),
        ],
    )
    def test_what_cannot_be_edited_is_refused_with_place_and_reason(
        self, text: str, one: Edit, place: tuple[int, int], reason: str
    ) -> None:
        with pytest.raises(CannotEdit) as caught:
            edited(text, one)
        assert (caught.value.line, caught.value.column) == place
        assert said(caught.value.reason, "en").startswith(reason)
        assert told(caught.value, "en").startswith(f"plan.yaml:{place[0]}:{place[1]}: ")

    def test_a_tied_value_elsewhere_does_not_hinder(self) -> None:
        text = "milestones:\n  - id: 4-1\n    target: &t FY2020\n    baseline: *t\n"
        new = edited(text, SetField("4-1", "kind", "deadline"), SetField("4-1", "text", "t-1"))
        assert new == (
            "milestones:\n  - id: 4-1\n    kind: deadline\n    target: &t FY2020\n"
            "    baseline: *t\n    text: t-1\n"
        )

    def test_an_anchor_that_nobody_uses_stays(self) -> None:
        text = "milestones:\n  - id: 4-1\n    target: &t FY2020\n"
        assert edited(text, SetField("4-1", "target", "R3")).endswith("    target: &t R3\n")

    def test_an_unknown_id_is_the_callers_mistake(self) -> None:
        with pytest.raises(KeyError):
            edited(PLAN, SetField("9-9", "status", "done"))
