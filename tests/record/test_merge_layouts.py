"""Merges in every layout: never lost, never torn, the same whichever side is ours."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from plan_layouts import STATUSES, TIMES, WORDS, Layout, layouts

from spaceplan.files.content import Content
from spaceplan.plan_file.edit import encode
from spaceplan.record.merge import NotMerged, merge
from spaceplan.record.put_in_file import Amendment, amend
from spaceplan.yaml_text.patch import CannotEdit
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.spelling import Data
from spaceplan.yaml_text.tree import parse


def data_of(text: bytes) -> dict[str, Data]:
    data = plain_data(parse(Content("", text.decode().removeprefix("\ufeff"))).root)
    assert isinstance(data, dict)
    return data


def histories(text: bytes) -> dict[str, set[str]]:
    return {
        one["id"]: {str(entry) for entry in one.get("history", [])}
        for one in data_of(text)["milestones"]
    }


@st.composite
def branches(draw: st.DrawFn) -> tuple[Layout, Content, Content]:
    layout = draw(layouts())
    sides = []
    for hour in ("09", "10"):
        content = layout.content
        for minute in range(draw(st.integers(0, 2))):
            fields: dict[str, Data | None] = {
                "status": draw(st.sampled_from(STATUSES)),
                "target": draw(st.sampled_from(TIMES)),
                "remark": draw(st.sampled_from([None, *WORDS[:-1]])),
            }
            for name in draw(st.sets(st.sampled_from(sorted(fields)))):
                del fields[name]
            entry = {
                "date": "2023-03-07",
                "recorded": f"2026-11-24T{hour}:{minute:02}:00+09:00",
                "note": draw(st.sampled_from(WORDS)) or "x",
            }
            one = Amendment(draw(st.sampled_from(layout.ids)), fields, [entry])
            try:
                text = amend(content, parse(content), [one]).text
            except CannotEdit:
                assume(False)
            content = Content(content.name, text, content.bom)
        sides.append(content)
    return layout, sides[0], sides[1]


@given(branches())
@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
def test_nothing_is_lost_whichever_side_is_ours(drawn: tuple[Layout, Content, Content]) -> None:
    layout, mine, other = drawn
    base, a, b = (encode(one, one.text) for one in (layout.content, mine, other))
    try:
        one, two = merge(base, a, b), merge(base, b, a)
    except NotMerged:
        return
    assert len(one.conflicts) == len(two.conflicts)
    if one.conflicts:
        return
    assert data_of(one.data) == data_of(two.data)
    both = {name: entries | histories(b)[name] for name, entries in histories(a).items()}
    assert histories(one.data) == both
    assert merge(base, a, base).data == a
    assert merge(base, base, b).data == b
