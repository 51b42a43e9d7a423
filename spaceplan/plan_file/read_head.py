"""The head of a plan file: its rule, documents, owners, reasons and topics."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from yaml.events import ScalarEvent

from spaceplan.errors import Wrong, phrase
from spaceplan.plan_file import keys
from spaceplan.plan_file.reading import Found, Reading
from spaceplan.roadmap import model, registry, values
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.zones import is_zone
from spaceplan.words import LANGUAGES, say
from spaceplan.yaml_text.tree import Mapping, Node

_JAPANESE = "[\u3041-\u30fe\u4e00-\u9fff]"


def read_head(reading: Reading, head: Found) -> dict[str, Any]:
    """The facts of ``model.Plan`` but its entries; registries go into ``reading`` too."""
    reading.value(head.get("format"), _format)
    reading.bullets = head.get("bullets")
    _where(reading, head)
    reading.rule = _fiscal_rule(reading, head.get("fiscal_year"))
    documents = tuple(
        _document(reading, node) for node in reading.items(head.get("documents"), "documents")
    )
    _owners(reading, head.get("owners"))
    for code, node in _registry(reading, head.get("reasons"), "reasons"):
        reading.reasons[code] = reading.words(node)
    if "reasons" not in head:
        reading.reasons.update(
            {code: registry.Words(say(code, "ja"), say(code, "en")) for code in model.REASONS}
        )
    topics = tuple(_topic(reading, node) for node in reading.items(head.get("topics"), "topics"))
    return {
        "title": reading.words(head.get("title")),
        "revision": reading.value(head.get("revision"), str, ""),
        "decided": reading.value(head.get("decided"), values.day, date.min),
        "language": reading.value(head.get("language"), _language, "en"),
        "time_zone": reading.value(head.get("time_zone"), _zone, "Asia/Tokyo"),
        "rule": reading.rule,
        "due_soon": reading.value(head.get("due_soon"), values.count, 90),
        "bullets": reading.value(head.get("bullets"), values.count),
        "explain_after": reading.value(head.get("explain_after"), _span, model.EXPLAIN_AFTER),
        "stale_after": reading.value(head.get("stale_after"), _span, model.STALE_AFTER),
        "documents": documents,
        "owners": reading.owners,
        "reasons": reading.reasons,
        "topics": topics,
    }


def _where(reading: Reading, head: Found) -> None:
    """Time zone and fiscal rule may be left out where the plan's country is plain: Japan."""
    node = head.get("title")
    texts = [value for _, value in node.items] if type(node) is Mapping else [node]
    title = "".join(str(getattr(text, "value", "")) for text in texts)
    language = getattr(head.get("language"), "value", "")
    if reading.broken or language == "ja" or (not language and re.search(_JAPANESE, title)):
        return
    for name in ("time_zone", "fiscal_year"):
        if name not in head:
            reading.find_at(
                0,
                phrase("plan_file.has-no", what=phrase("plan_file.a-plan"), name=name),
                phrase("plan_file.expected-key", name=name),
            )


def _format(text: str) -> str:
    if text != "1":
        raise Wrong(phrase("plan_file.unknown-format", text=text), phrase("plan_file.reads-format"))
    return text


def _span(text: str) -> str:
    """A length of time, as it stands: whoever counts it reads it again."""
    from spaceplan.roadmap.spans import read_within

    read_within(text)
    return text


def _language(text: str) -> str:
    return values.choice(text, LANGUAGES, "language")


def _zone(text: str) -> str:
    if is_zone(text):
        return text
    raise Wrong(phrase("plan_file.unknown-zone", text=text), phrase("plan_file.expected-zone"))


def _fiscal_rule(reading: Reading, node: Node | None) -> FiscalRule:
    if node is None:
        return FiscalRule()
    found = reading.fields(node, keys.FISCAL_YEAR, phrase("plan_file.the", name="fiscal_year"))
    starts = reading.value(found.get("starts"), _month, 4)
    return FiscalRule(starts, reading.value(found.get("named_by"), _named_by, "start"))


def _named_by(text: str) -> str:
    return values.choice(text, ("start", "end"), "named_by")


def _month(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 12:
        return int(text)
    raise Wrong(phrase("plan_file.no-month", text=text), phrase("plan_file.expected-month"))


def _document(reading: Reading, node: Node) -> registry.Document:
    found = reading.fields(node, keys.DOCUMENT, phrase("plan_file.a-document"))
    return registry.Document(
        reading.value(found.get("label"), str, ""),
        reading.words(found.get("title")),
        reading.value(found.get("date"), values.day),
        reading.value(found.get("url"), str, ""),
    )


def _registry(reading: Reading, node: Node | None, what: str) -> list[tuple[str, Node]]:
    if node is None:
        return []
    if type(node) is not Mapping:
        reading.find(
            node,
            phrase("plan_file.no-mapping", what=what),
            phrase("plan_file.expected-registry"),
        )
        return []
    if len({key.value for key, _ in node.items}) != len(node.items):
        reading.duplicates(node)
    return [(key.value, value) for key, value in node.items if not key.value.startswith("x-")]


def _owners(reading: Reading, node: Node | None) -> None:
    taken: dict[str, str] = {}
    for code, value in _registry(reading, node, "owners"):
        owner = _owner(reading, code, value)
        if code == model.OTHERS:
            reading.find(
                value, phrase("plan_file.others-no-code"), phrase("plan_file.others-means")
            )
        for name in (code, *owner.names):
            folded = name.casefold()
            if taken.setdefault(folded, code) != code:
                reading.find(
                    value,
                    phrase("plan_file.names-both", name=name, one=taken[folded], other=code),
                    phrase("plan_file.one-owner"),
                )
        reading.owners[code] = owner


def _owner(reading: Reading, code: str, node: Node) -> registry.Owner:
    """An organisation: its names by key, or one name for both languages."""
    if type(node) is ScalarEvent:
        return registry.Owner(code, reading.words(node))
    found = reading.fields(node, keys.OWNER, phrase("plan_file.the-owner", code=code))
    name = registry.Words(
        reading.value(found.get("ja"), str, ""), reading.value(found.get("en"), str, "")
    )
    aliases = reading.each(found.get("aliases"), str)
    return registry.Owner(code, name, aliases, reading.words(found.get("short")))


def _topic(reading: Reading, node: Node) -> registry.Topic:
    found = reading.fields(node, keys.TOPIC, phrase("plan_file.a-topic"))
    number = reading.value(found.get("number"), values.topic, 0)
    if number and number in reading.topics:
        reading.find(
            found["number"],
            phrase("plan_file.topic-twice", number=number),
            phrase("plan_file.number-anew"),
        )
    subsections = tuple(
        _subsection(reading, item)
        for item in reading.items(found.get("subsections"), "subsections")
    )
    numbers = [item.number for item in subsections if item.number]
    if len(set(numbers)) != len(numbers):
        reading.find(
            found["subsections"],
            phrase("plan_file.subsection-twice"),
            phrase("plan_file.number-anew"),
        )
    questions = reading.items(found.get("questions"), "questions")
    topic = registry.Topic(
        number,
        reading.words(found.get("title")),
        reading.each(found.get("charts"), values.chart),
        subsections,
        tuple(reading.words(item) for item in questions),
    )
    if number:
        reading.topics[number] = topic
        reading.topic_nodes[number] = found["number"]
    return topic


def _subsection(reading: Reading, node: Node) -> registry.Subsection:
    found = reading.fields(node, keys.SUBSECTION, phrase("plan_file.a-subsection"))
    question = found.get("question")
    return registry.Subsection(
        reading.value(found.get("number"), values.count, 0),
        reading.value(found.get("mark"), str, ""),
        reading.words(found.get("title")),
        reading.each(found.get("charts"), values.chart),
        reading.words(question) if question is not None else None,
    )
