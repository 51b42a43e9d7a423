"""One milestone of a plan file, and what is wrong with it by itself."""

from __future__ import annotations

from typing import Any

from yaml.events import ScalarEvent

from spaceplan.errors import phrase
from spaceplan.plan_file import keys
from spaceplan.plan_file.read_history import read_history
from spaceplan.plan_file.reading import EMPTY, Found, Reading
from spaceplan.roadmap import values
from spaceplan.roadmap.fields import BY_NAME, FIELDS
from spaceplan.roadmap.model import Milestone
from spaceplan.roadmap.references import topic_in
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.times import Time
from spaceplan.yaml_text.places import plain_data
from spaceplan.yaml_text.tree import Node

# Read with care for more than themselves.
_APART = ("id", "topic", "history")
_PLAIN = {field.name: field for field in FIELDS if field.name not in _APART}
_INHERITED = tuple(field.name for field in FIELDS if field.said.inherited)
_TIMES = tuple(field.name for field in FIELDS if field.said.shape == "time")


def read_milestone(reading: Reading, node: Node) -> tuple[Milestone, Found] | None:
    """A milestone with the nodes of its values; None where it is none."""
    if type(node) is ScalarEvent and not node.value and reading.broken:
        return None
    found = reading.fields(node, keys.MILESTONE, phrase("plan_file.a-milestone"))
    if found is EMPTY:
        return None
    entry_id = reading.value(found.get("id"), BY_NAME["id"].read, "")
    facts: dict[str, Any] = {
        name: reading.of_field(_PLAIN[name], item) for name, item in found.items() if name in _PLAIN
    }
    if "history" in found:
        facts["history"] = read_history(reading, found["history"])
    entry = Milestone(
        id=entry_id,
        topic=_topic_of(reading, found, entry_id),
        own={name: plain_data(item) for name, item in found.items() if name.startswith("x-")},
        **facts,
    )
    if entry.same_as:
        _check_repeat(reading, found)
    else:
        _check_original(reading, node, entry, found)
    return entry, found


def _topic_of(reading: Reading, found: Found, entry_id: str) -> TopicName:
    node = found.get("topic")
    if node is not None:
        number: TopicName | None = reading.value(node, values.topic)
        if number is None:
            return 0
    else:
        number = topic_in(entry_id, reading.topics)
        if number is None:
            if entry_id:
                reading.find(
                    found["id"],
                    phrase("plan_file.no-topic-said", id=entry_id),
                    phrase("plan_file.expected-topic-said"),
                )
            return 0
        node = found["id"]
    if number not in reading.topics and (reading.topics or not reading.broken):
        reading.find(
            node,
            phrase("plan_file.no-topic", number=number),
            phrase("plan_file.expected-topic", numbers=", ".join(map(str, reading.topics))),
        )
    return number


def _check_repeat(reading: Reading, found: Found) -> None:
    for name in _INHERITED:
        if name in found:
            reading.find(
                found[name],
                phrase("plan_file.repeat-with-own", name=name),
                phrase("plan_file.repeat-inherits", original=found["same_as"].value),
            )


def _check_original(reading: Reading, node: Node, entry: Milestone, found: Found) -> None:
    for name in ("title", "kind", "status"):
        if name not in found:
            reading.find(
                node,
                phrase("plan_file.has-no", what=entry.id, name=name),
                phrase("plan_file.expected-key", name=name),
            )
    _check_target(reading, entry, found)
    for name in _TIMES:
        _check_order(reading, found.get(name), getattr(entry, name))
    if entry.times and entry.kind != "recurring":
        reading.find(
            found["times"],
            phrase("plan_file.times-of-kind", kind=entry.kind),
            phrase("plan_file.times-belong"),
        )
    _check_forecast(reading, entry, found)
    if entry.progress and entry.kind == "recurring":
        reading.find(
            found["progress"],
            phrase("plan_file.progress-of-recurring"),
            phrase("plan_file.years-are-met"),
        )
    if entry.target and not entry.baseline and "baseline" not in found:
        reading.warn(
            found["target"],
            phrase("plan_file.no-baseline", id=entry.id),
            phrase("plan_file.first-target-kept"),
            near=f"baseline: {entry.target}",
        )


def _check_target(reading: Reading, entry: Milestone, found: Found) -> None:
    """Whether kind and target fit."""
    target, kind = entry.target, entry.kind
    if target is None:
        if kind != "ongoing" and "kind" in found and "target" not in found:
            reading.find(
                found["kind"],
                phrase("plan_file.kind-without-target", kind=kind),
                phrase("plan_file.expected-target"),
            )
        return
    node = found["target"]
    if kind == "ongoing":
        reading.find(
            node, phrase("plan_file.ongoing-with-target"), phrase("plan_file.expected-horizon")
        )
    elif kind == "recurring":
        if not (target.open or target.end):
            reading.find(
                node,
                phrase("plan_file.recurring-once", target=str(target)),
                phrase("plan_file.expected-every"),
                near=f"{target}..",
            )
        elif target.start.unit not in ("fy", "year"):
            reading.find(
                node,
                phrase("plan_file.recurring-unit", target=str(target)),
                phrase("plan_file.expected-years"),
            )
    elif target.open:
        reading.find(
            node,
            phrase("plan_file.no-last-day", kind=kind),
            phrase("plan_file.expected-one-or-range"),
        )
    elif kind == "window" and not target.end:
        reading.find(node, phrase("plan_file.window-one-end"), phrase("plan_file.expected-range"))
    elif kind == "deadline" and target.end:
        reading.find(
            node, phrase("plan_file.deadline-two-ends"), phrase("plan_file.expected-window")
        )


def _check_forecast(reading: Reading, entry: Milestone, found: Found) -> None:
    """Whether a forecast has an end, is of one time and is there where its confidence is."""
    if entry.forecast is None:
        if entry.confidence and "forecast" not in found:
            what = phrase("plan_file.confidence-of-nothing")
            expected = phrase("plan_file.expected-forecast")
            reading.warn(found["confidence"], what, expected)
    elif entry.kind == "recurring":
        what = phrase("plan_file.forecast-recurring")
        reading.find(found["forecast"], what, phrase("plan_file.expected-no-forecast"))
    elif entry.forecast.open:
        what = phrase("plan_file.no-last-day", kind="forecast")
        reading.find(found["forecast"], what, phrase("plan_file.expected-one-or-range"))


def _check_order(reading: Reading, node: Node | None, time: Time | None) -> None:
    """Under the plan's own rule; the grammar has compared by the usual one."""
    if node is None or time is None or time.end is None:
        return
    if time.start.first_day(reading.rule) > time.end.last_day(reading.rule):
        reading.find(
            node,
            phrase("plan_file.ends-before", time=str(time)),
            phrase("plan_file.expected-earlier-later"),
        )
