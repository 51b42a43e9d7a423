"""A history entry and a field's value as the plain data that a plan file holds."""

from __future__ import annotations

from spaceplan.plan_file.keys import MILESTONE, NONE
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import HISTORIC, TOLD
from spaceplan.roadmap.model import After, Milestone, Times
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.times import Time
from spaceplan.yaml_text.spelling import Data


def field_data(value: object) -> Data | None:
    """A typed value as it is written; None where there is none."""
    if value is None or value in ((), "", {}):
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Words):
        if value.ja == value.en:
            return value.ja
        return {lang: text for lang, text in (("ja", value.ja), ("en", value.en)) if text}
    if isinstance(value, tuple):
        return [_item(one) for one in value]
    if isinstance(value, dict):
        return {str(key): str(item) for key, item in value.items()}
    if isinstance(value, (Time, Times)):
        return str(value)
    return str(value)


def _item(value: object) -> Data:
    """One of several; what must have happened before is its id where no more is said of it."""
    if isinstance(value, After) and value != After(value.id):
        said = {"id": value.id, "basis": value.basis, "source": value.source}
        return {key: text for key, text in said.items() if text}
    return str(value)


def entry_data(change: Change) -> dict[str, Data]:
    """An entry's keys in writing order, without ``change`` and ``was``, which writing finds."""
    data: dict[str, Data] = {
        "date": str(change.date),
        "recorded": change.recorded.isoformat(
            timespec="milliseconds" if change.recorded.microsecond else "seconds"
        ),
    }
    for name in ("added", "occurred", "by_hand"):
        if getattr(change, name):
            data[name] = "true"
    if change.checked:
        seen = change.checked
        data["checked"] = {
            "first": seen.first.isoformat(),
            "last": seen.last.isoformat(),
            "count": str(seen.count),
        }
    edits = {edit.field: edit for edit in change.edits}
    for name in HISTORIC:
        if name in edits:
            old, new = field_data(edits[name].old), field_data(edits[name].new)
            data[name] = [NONE if old is None else old, NONE if new is None else new]
    if change.corrects:
        data["corrects"] = str(change.corrects)
    for name in ("reverts", *(fact.name for fact in TOLD)):
        value = field_data(getattr(change, name))
        if value is not None:
            data[name] = value
    return data


def milestone_data(milestone: Milestone) -> dict[str, Data]:
    """A new milestone's keys in writing order, without its history."""
    data: dict[str, Data] = {}
    head = milestone.id.partition("-")[0]
    for key in MILESTONE:
        if key.name == "history" or (key.name == "topic" and head == str(milestone.topic)):
            continue
        if key.name == "chart_basis" and not milestone.charts:
            continue
        if key.name == "basis" and not milestone.owner:
            continue  # how an owner is known, of one that has none
        value = field_data(getattr(milestone, key.name))
        if value is not None and (key.name, value) not in (("chart_basis", "stated"),):
            data[key.name] = value
    return {**data, **milestone.own}
