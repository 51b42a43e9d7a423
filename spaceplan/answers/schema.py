"""The JSON Schema of what commands give, made from the types of ``shapes`` and the tables.

A milestone's keys follow from ``roadmap.fields`` and ``data.FACTS``, counts by state or outcome
from their tables, so that a new field or status is in it by itself.
"""

from __future__ import annotations

import json
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from spaceplan.answers import shapes, shapes_report, shapes_source
from spaceplan.answers.data import FACTS
from spaceplan.errors import FAULT, NOTICE, WARNING
from spaceplan.roadmap import model, states
from spaceplan.roadmap.fields import BY_NAME, TOLD, Field
from spaceplan.roadmap.flags import FLAGS
from spaceplan.roadmap.outlook import RISKS
from spaceplan.roadmap.score import APART, OUTCOMES
from spaceplan.source.compare import act_on, lineage, match, prove
from spaceplan.source.draft import phrases
from spaceplan.words import LANGUAGES

FILE_NAME = "answers.schema.json"
_Schema = dict[str, Any]
ANSWERS: tuple[type, ...] = (
    shapes.List,
    shapes.Due,
    shapes.Overdue,
    shapes.Show,
    shapes.Summary,
    shapes.Topics,
    shapes.Owners,
    shapes.History,
    shapes.PlanDiff,
    shapes.Scores,
    shapes.Check,
    shapes.Path,
    shapes_report.Grid,
    shapes_report.Trend,
    shapes_report.Burndown,
    shapes_report.Report,
    shapes_source.SourceCheck,
    shapes_source.SourceImport,
    shapes_source.SourceDiff,
    shapes_source.SourceReconcile,
)
"""What ``--json`` gives, one for each command."""
_LINES: tuple[type, ...] = (shapes.SummaryLine,)
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_TEXT: _Schema = {"type": "string"}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}


def _choice(options: tuple[str, ...]) -> _Schema:
    return {"enum": list(options)}


def _counts(names: tuple[str, ...]) -> _Schema:
    return {"type": "object", "propertyNames": _choice(names), "additionalProperties": _COUNT}


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


FORMS: dict[str, _Schema] = {
    "day": {"type": "string", "pattern": f"^{_DAY}$", "description": "A day."},
    "moment": {
        "type": "string",
        "pattern": f"^{_DAY}T[0-9:.]+(Z|[+-][0-9:]+)$",
        "description": "A moment with its zone.",
    },
    "time": {**_TEXT, "minLength": 1, "description": "A time as it is written in a plan file."},
    "state": _choice(states.STATES),
    "states": _counts(states.STATES),
    "flag": _choice(tuple(FLAGS)),
    "risk-why": _choice(RISKS),
    "status": _choice(states.STATUSES),
    "kind": _choice(model.KINDS),
    "basis": _choice(model.BASES),
    "language": _choice(LANGUAGES),
    "severity": _choice((FAULT, WARNING, NOTICE)),
    "found": _choice(("option", "environment", "nearest", "shipped")),
    "reference": _choice(("topic", "milestone", "chart", "title")),
    "trend-by": _choice(("date", "recorded")),
    "confidence": _choice((phrases.HIGH, phrases.MEDIUM, phrases.LOW)),
    "verdict": _choice(
        (prove.SAME, prove.MOVED, prove.CHANGED, prove.NO_MILESTONE, prove.NO_BULLET)
    ),
    "lineage_kind": _choice((lineage.SPLIT, lineage.MERGED)),
    "act_on": _choice(act_on.KINDS),
    "match": _choice((match.UNCHANGED, match.REWORDED, match.NEW, match.GONE, match.CONTINUES)),
}
"""What is more to a value than its type, by the name that ``Annotated`` gives it."""
# Types that have a key for each row of a table.
_GROWN: dict[type, tuple[str, ...]] = {
    **dict.fromkeys((shapes.TopicCount, shapes.OwnerCount, shapes.YearCount), states.GIVEN_UP),
    **dict.fromkeys((shapes.SummaryLine, shapes.TopicLine, shapes.OwnerLine), states.GIVEN_UP),
    **dict.fromkeys((shapes.Score, shapes.ScoreGroup), (*OUTCOMES, *APART)),
    **dict.fromkeys(
        (shapes_report.ReportCounts, shapes_report.ReportTopic, shapes_report.ReportOwner),
        states.GIVEN_UP,
    ),
}
_ENTRIES: tuple[type, ...] = (shapes.Entry, shapes.HistoryEntry, shapes_report.ReportEntry)
_OF_SHAPE: dict[str, _Schema] = {
    "count": _COUNT,
    "topic": {"type": ["integer", "string"]},
    "time": _ref("time"),
    "times": _ref("Times"),
    "verdict": {"type": "boolean"},
}
_OF_FORM: dict[str, _Schema] = {
    "one": _TEXT,
    "some": _TEXTS,
    "codes": _TEXTS,
    "words": _ref("Words"),
    "pairs": {"type": "object", "additionalProperties": _TEXT},
    "after": {"type": "array", "items": _ref("After")},
    "entries": {"type": "array", "items": _ref("Entry")},
}
_PLAIN: dict[object, _Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
}


def schema() -> _Schema:
    """The schema as data (draft 2020-12)."""
    made: dict[str, _Schema] = dict(FORMS)
    for shape in (*ANSWERS, *_LINES, shapes.Words, shapes.Times, shapes.After, shapes.Entry):
        _define(shape, made)
    made["milestone"] = _milestone(made)
    made["exported"] = _exported(made["milestone"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What spaceplan --json gives, shape 1",
        "oneOf": [_ref(answer.__name__) for answer in ANSWERS],
        "$defs": dict(sorted(made.items())),
    }


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _define(shape: type, made: dict[str, _Schema]) -> _Schema:
    """A reference to a TypedDict's schema, which is put among those ``made``."""
    name = shape.__name__
    if name not in made:
        made[name] = {}  # stands here while what it holds is made
        hints = get_type_hints(shape, include_extras=True)
        keys = {key: _of(hint, made) for key, hint in hints.items()}
        needed = [key for key, hint in hints.items() if get_origin(hint) is not NotRequired]
        grown = dict.fromkeys(_GROWN.get(shape, ()), _COUNT)
        if shape in _ENTRIES:
            grown = {fact.name: _nullable(_of_field(fact)) for fact in TOLD}
        needed += grown
        keys |= grown
        made[name] = _object(keys, needed, " ".join((shape.__doc__ or "").split()))
    return _ref(name)


def _object(keys: dict[str, _Schema], needed: list[str], doc: str = "") -> _Schema:
    made: _Schema = {"type": "object", "properties": keys, "required": needed}
    if doc and not doc.startswith("dict("):
        made = {"description": doc.strip(), **made}
    return {**made, "additionalProperties": False}


def _of(hint: Any, made: dict[str, _Schema]) -> _Schema:
    """The schema of a type; of a TypedDict and of a form that has a name a reference."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, inside = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return _of(inside[0], made)
    if origin is Annotated:
        return _ref(inside[1])
    if origin is Literal:
        return {"const": inside[0]} if len(inside) == 1 else {"enum": list(inside)}
    if origin in (Union, UnionType):
        plain = [_of(part, made) for part in inside if part is not NoneType]
        if len(plain) == len(inside):
            return {"type": [part["type"] for part in plain]}
        (one,) = plain
        return _nullable(one)
    if origin is list:
        return {"type": "array", "items": _of(inside[0], made)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(inside[1], made)}
    return _define(hint, made)


def _nullable(one: _Schema) -> _Schema:
    if set(one) == {"type"}:
        types = one["type"] if isinstance(one["type"], list) else [one["type"]]
        return {"type": [*types, "null"]}
    return {"anyOf": [one, {"type": "null"}]}


def _of_field(field: Field) -> _Schema:
    """What a field of a milestone, or a fact of an entry, is in JSON."""
    if field.shape.options:
        return _choice(field.shape.options)
    return _OF_SHAPE.get(field.said.shape) or _OF_FORM[field.form]


def _milestone(made: dict[str, _Schema]) -> _Schema:
    standing = get_type_hints(shapes.Standing, include_extras=True)
    keys: dict[str, _Schema] = {}
    for key, _ in FACTS:
        if key in standing:
            keys[key] = _of(standing[key], made)
            continue
        field = BY_NAME[key]
        one = _of_field(field)
        one = _nullable(one) if field.empty is None and not field.said.required else one
        keys[key] = {**one, "description": field.said.doc}
    return _object(keys, list(keys), "A milestone with how it stands.")


def _exported(milestone: _Schema) -> _Schema:
    """A line of ``export --format jsonl``: its row's digest beside the milestone."""
    keys = {**milestone["properties"], "digest": _TEXT}
    return _object(keys, list(keys), "A line of ``export --format jsonl``.")
