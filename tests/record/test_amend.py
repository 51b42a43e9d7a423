"""Changes with their history entries, and back again byte for byte."""

from __future__ import annotations

import textwrap

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from plan_layouts import CODES, STATUSES, TIMES, WORDS, Layout, layouts
from support import refused_saying

from spaceplan.files.content import Content
from spaceplan.plan_file.keys import NONE
from spaceplan.record.put_in_file import (
    Addition,
    Amended,
    Amendment,
    CannotTakeBack,
    amend,
    take_back,
)
from spaceplan.words import said
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import parse

WHEN: dict[str, Data] = {"date": "2023-03-07", "recorded": "2026-11-23T09:00:12+09:00"}
# What a layout without ties may be refused for: seldom, and never wrongly.
REFUSED = (
    "a comment inside it",
    "the file ends inside this text",
    "could not be taken back",
    "read otherwise",
)

PLAN = """\
    format: 1
    milestones:
      - id: 4-1
        title: {ja: 打上げ, en: First flight}
        target: R2   # as decided
        # from the chart
        owner: [MEXT,  JAXA]
        status: planned

      - id: 4-2
        title: x
        status: active
        history: []
    """


def content(text: str) -> Content:
    return Content("plan.yaml", textwrap.dedent(text))


def amended(text: str, *changes: Amendment | Addition) -> Amended:
    found = content(text)
    return amend(
        found,
        parse(found),
        [one for one in changes if isinstance(one, Amendment)],
        [one for one in changes if isinstance(one, Addition)],
    )


def taken_back(text: str, change: str) -> str:
    found = content(text)
    return take_back(found, parse(found), change).text


def status(milestone_id: str, old: str, new: str, **facts: Data) -> Amendment:
    return Amendment(milestone_id, {"status": new}, [{**WHEN, "status": [old, new], **facts}])


def history(text: str, milestone_id: str) -> list[dict[str, Data]]:
    blocks = yaml.load(text, Loader=yaml.CBaseLoader)["milestones"]
    return next(one for one in blocks if one["id"] == milestone_id).get("history", [])


class TestEveryLayout:
    @given(layouts(), st.data())
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    def test_taken_back_the_file_is_what_it_was(self, layout: Layout, draw: st.DataObject) -> None:
        before = yaml.load(layout.content.text, Loader=yaml.CBaseLoader)
        changes = [
            self.change(block, draw)
            for block in before["milestones"]
            if draw.draw(st.booleans()) or block["id"] == "4-1"
        ]
        additions = []
        if draw.draw(st.booleans()):
            fields: dict[str, Data] = {"id": "4-x1", "title": draw.draw(st.sampled_from(WORDS))}
            additions.append(Addition("4-1", fields, {**WHEN, "added": "true"}))
        try:
            done = amend(layout.content, parse(layout.content), changes, additions)
        except CannotEdit as refusal:
            assert not layout.simple or any(word in said(refusal.reason, "en") for word in REFUSED)
            assume(False)
            raise

        after = yaml.load(done.text, Loader=yaml.CBaseLoader)
        for change in changes:
            old = next(one for one in before["milestones"] if one["id"] == change.id)
            new = next(one for one in after["milestones"] if one["id"] == change.id)
            for key in (old.keys() | new.keys()) - {"history"}:
                assert new.get(key) == change.fields.get(key, old.get(key))
            assert new["history"][:-1] == old.get("history", [])
            entry = new["history"][-1]
            assert entry.pop("change") == done.change
            entry.pop("was", None)
            assert [entry] == change.entries
        now = Content("plan.yaml", done.text, layout.content.bom)
        assert take_back(now, parse(now), done.change).text == layout.content.text

    @staticmethod
    def change(block: dict[str, Data], draw: st.DataObject) -> Amendment:
        values: dict[str, st.SearchStrategy[Data | None]] = {
            "status": st.sampled_from(STATUSES),
            "target": st.sampled_from((*TIMES, None)),
            "owner": st.lists(st.sampled_from(CODES), min_size=1, unique=True),
            "title": st.fixed_dictionaries(
                {"ja": st.sampled_from(WORDS), "en": st.sampled_from(WORDS)}
            ),
            "remark": st.sampled_from((*WORDS, None)),
        }
        fields: dict[str, Data | None] = {}
        entry: dict[str, Data] = dict(WHEN)
        for key in draw.draw(st.lists(st.sampled_from(list(values)), unique=True)):
            old, new = block.get(key), draw.draw(values[key])
            fields[key] = new
            # The entry tells the value as it is understood, not as it was spelled.
            told = {"R2": "FY2020", "令和2年度": "FY2020"}.get(str(old), old)
            entry[key] = [NONE if told is None else told, NONE if new is None else new]
        if draw.draw(st.booleans()):
            entry["note"] = draw.draw(st.sampled_from(WORDS))
        return Amendment(str(block["id"]), fields, [entry])


class TestWas:
    def test_nothing_is_kept_where_the_entry_tells_all(self) -> None:
        done = amended(PLAN, status("4-1", "planned", "missed", reason="technical"))
        assert (
            "      - {date: 2023-03-07, recorded: 2026-11-23T09:00:12+09:00, "
            f"change: {done.change}, status: [planned, missed], reason: technical}}\n"
        ) in done.text

    def test_an_old_spelling_is_kept(self) -> None:
        entry = {**WHEN, "target": ["FY2020", "FY2023"], "status": ["planned", "active"]}
        fields = {"target": "FY2023", "status": "active"}
        done = amended(PLAN, Amendment("4-1", fields, [entry]))
        assert "    target: FY2023   # as decided\n" in done.text
        assert history(done.text, "4-1")[0]["was"] == {"target": "R2"}

    def test_odd_spacing_is_kept(self) -> None:
        entry = {**WHEN, "owner": [["MEXT", "JAXA"], ["MEXT"]]}
        done = amended(PLAN, Amendment("4-1", {"owner": ["MEXT"]}, [entry]))
        assert history(done.text, "4-1")[0]["was"] == {"owner": "[MEXT,  JAXA]"}

    def test_a_removed_line_is_kept_with_its_comment_and_place(self) -> None:
        entry = {**WHEN, "target": ["FY2020", NONE]}
        done = amended(PLAN, Amendment("4-1", {"target": None}, [entry]))
        assert history(done.text, "4-1")[0]["was"] == {
            "target": "    target: R2   # as decided",
            "target below": "title 0",
        }
        assert taken_back(done.text, done.change) == content(PLAN).text

    def test_a_field_that_no_entry_tells_of(self) -> None:
        done = amended(PLAN, Amendment("4-1", {"baseline": "FY2020"}, [WHEN]))
        assert history(done.text, "4-1")[0]["was"] == {"baseline": NONE}
        assert taken_back(done.text, done.change) == content(PLAN).text

    def test_lines_of_a_list_come_back_with_comments_between_and_behind(self) -> None:
        text = PLAN.replace(
            "        owner: [MEXT,  JAXA]\n",
            "        owner:\n          - MEXT\n          # for the engine\n          - JAXA  # since 2014\n",
        )
        entry = {**WHEN, "owner": [["MEXT", "JAXA"], ["MEXT"]]}
        done = amended(text, Amendment("4-1", {"owner": ["MEXT"]}, [entry]))
        assert "      - MEXT\n      # for the engine\n    status" in done.text
        assert taken_back(done.text, done.change) == content(text).text

    def test_an_empty_list_comes_back(self) -> None:
        done = amended(PLAN, status("4-2", "active", "done"))
        assert "    history: []\n" not in done.text
        assert taken_back(done.text, done.change) == content(PLAN).text

    def test_what_was_changed_by_hand_stays(self) -> None:
        entry = {**WHEN, "by_hand": "true", "status": ["active", "planned"]}
        done = amended(PLAN, Amendment("4-1", {}, [entry]))
        assert "was" not in history(done.text, "4-1")[0]
        assert taken_back(done.text, done.change) == content(PLAN).text

    def test_a_milestone_added_by_hand_stays(self) -> None:
        entry = {**WHEN, "added": "true", "by_hand": "true"}
        done = amended(PLAN, Amendment("4-1", {}, [entry]))
        assert taken_back(done.text, done.change) == content(PLAN).text

    def test_looks_that_an_older_version_folded_come_off_in_turn(self) -> None:
        """Each in its own text, as it was written then."""
        head = "{date: 2023-03-07, recorded: 2026-11-23T09:00:12+09:00, change: "
        changes = ("fe8b51c1", "8a5d2e64", "6f9db167", "79157387")
        entries = [
            f"{head}{change}, checked: {{first: 2026-01-05, last: 2026-01-{4 + count:02}, "
            f'count: {count}}}, note: check "{count}"'
            for count, change in enumerate(changes, 1)
        ]

        def text(count: int) -> str:
            one, *others = reversed(entries[:count])
            was = ", ".join(
                f"entry{f'-{number}' if number > 1 else ''}: '{other}}}'"
                for number, other in enumerate(others, 1)
            )
            tail = f", was: {{{was}}}" if was else ""
            line = f"    history:\n      - {one}{tail}}}\n"
            return content(PLAN).text.replace(
                "    status: planned\n", f"    status: planned\n{line}"
            )

        for count in (4, 3, 2):
            assert taken_back(text(count), changes[count - 1]) == text(count - 1)
        assert taken_back(text(1), changes[0]) == content(PLAN).text


class TestTakeBack:
    def test_one_command_on_several_milestones_has_one_id(self) -> None:
        fields: dict[str, Data] = {"id": "4-x1", "title": "new"}
        done = amended(
            PLAN,
            status("4-1", "planned", "active"),
            status("4-2", "active", "done"),
            Addition(None, fields, {**WHEN, "added": "true"}),
        )
        found = content(done.text)
        back = take_back(found, parse(found), done.change)
        assert [name for name, _ in back.entries] == ["4-1", "4-2", "4-x1"]
        assert back.text == content(PLAN).text

    def test_changes_come_off_in_turn(self) -> None:
        first = amended(PLAN, status("4-1", "planned", "active"))
        second = amended(first.text, status("4-1", "active", "done"))
        with refused_saying("4-1 was changed again after change", CannotTakeBack):
            taken_back(second.text, first.change)
        assert taken_back(second.text, second.change) == first.text
        assert taken_back(first.text, first.change) == content(PLAN).text

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("status: active", "status: done"),
            ("status: active", "status: 'active'"),
            ("note: ignition", "note: no ignition"),
        ],
    )
    def test_lines_that_were_changed_since_are_refused(self, old: str, new: str) -> None:
        done = amended(PLAN, status("4-1", "planned", "active", note="ignition"))
        assert old in done.text
        with refused_saying(r"plan.yaml:10: the lines of change .* changed", CannotTakeBack):
            taken_back(done.text.replace(old, new, 1), done.change)

    def test_other_lines_may_have_changed(self) -> None:
        done = amended(PLAN, status("4-1", "planned", "active"))
        text = done.text.replace("First flight", "H3").replace("# from the chart", "# by hand")
        back = (
            content(PLAN)
            .text.replace("First flight", "H3")
            .replace("# from the chart", "# by hand")
        )
        assert taken_back(text, done.change) == back

    def test_other_line_ends_are_no_change(self) -> None:
        done = amended(PLAN, status("4-1", "planned", "active", note="two\nlines"))
        text = done.text.replace("\n", "\r\n")
        assert taken_back(text, done.change) == content(PLAN).text.replace("\n", "\r\n")

    def test_the_same_lines_twice_are_two_changes(self) -> None:
        note = Amendment("4-1", {}, [{**WHEN, "note": "still waiting"}])
        first = amended(PLAN, note)
        second = amended(first.text, note)
        assert first.change != second.change
        assert taken_back(second.text, second.change) == first.text
        assert taken_back(first.text, first.change) == content(PLAN).text

    def test_a_change_that_is_not_there(self) -> None:
        with refused_saying("there is no change 8f3a1b2c", CannotTakeBack):
            taken_back(PLAN, "8f3a1b2c")

    def test_a_refusal_names_the_place_in_the_file(self) -> None:
        text = PLAN.replace("    status: planned\n", "    ? status\n        : planned\n", 1)
        with pytest.raises(CannotEdit) as caught:
            amended(text, status("4-1", "planned", "active"))
        assert caught.value.line == 8
        with pytest.raises(CannotEdit) as caught:
            amended(
                PLAN.replace("        status: active", "        ? status\n        : active"),
                status("4-2", "active", "done"),
            )
        assert caught.value.line == 12
