"""The JSON Schema of a plan file, made from the tables of ``keys``.

Editors type YAML values by themselves (``17`` is a number to them, ``true`` a truth value), so
shapes accept every type in which a text may be written.
"""

from __future__ import annotations

import json
from typing import Any

from spaceplan.plan_file import keys
from spaceplan.roadmap import model, states
from spaceplan.words import LANGUAGES

FILE_NAME = "milestones.schema.json"
# As in JSON Schema: no class of letters of any script, so what cannot be in one is left out.
_ID = r"^(?![0-9]+$)[^\s!-/:-@\[-`{-~][^\s!-%'-*,/:-@\[-^`{-~]*$"
_TEXT = {"type": ["string", "number", "boolean"], "minLength": 1}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_COUNT = {"type": "integer", "minimum": 1, "maximum": 9999}
_TIME = {
    "type": ["string", "integer"],
    "description": "FY2020, FY2019H1, FY2019Q3, 2019, 2019H2, mid-2019, 2019-06, 2019-09-30, "
    "A..B, A.., about A",
}
_CHART = {"type": ["string", "integer"]}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _some(item: dict[str, Any]) -> dict[str, Any]:
    """A list of values, or one value for a list of one."""
    return {"anyOf": [_list(item), item]}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}


SHAPES: dict[str, dict[str, Any]] = {
    "format": {"const": 1},
    "text": _TEXT,
    "texts": _some(_TEXT),
    "words": {"anyOf": [_TEXT, _ref("words")]},
    "remark": {"anyOf": [_TEXT, _ref("words")]},
    "date": _DAY,
    "when": {"type": "string"},
    "moment": {"type": "string", "format": "date-time"},
    "language": {"enum": list(LANGUAGES)},
    "fiscal_year": _ref("fiscal_year"),
    "month": {"type": "integer", "minimum": 1, "maximum": 12},
    "named_by": {"enum": ["start", "end"]},
    "count": _COUNT,
    "topic": {"anyOf": [_COUNT, {"type": ["string", "number"]}]},
    "span": {"type": "string", "pattern": r"^[0-9]+\s*\S+$"},
    "documents": _list(_ref("document")),
    "owners": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, _ref("owner")]}},
    "reasons": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, _ref("words")]}},
    "topics": _list(_ref("topic")),
    "subsections": _list(_ref("subsection")),
    "questions": _list({"anyOf": [_TEXT, _ref("words")]}),
    "milestones": _list(_ref("milestone")),
    "id": {"type": "string", "pattern": _ID},
    "ids": _some({"type": "string", "pattern": _ID}),
    "confidence": {"enum": list(model.CONFIDENCE)},
    "after": _some({"anyOf": [{"type": "string", "pattern": _ID}, _ref("after")]}),
    "chart": _CHART,
    "tags": _some({"type": ["string", "integer"]}),
    "charts": _some(_CHART),
    "codes": _some(_TEXT),
    "basis": {"enum": list(model.BASES)},
    "kind": {"enum": list(model.KINDS)},
    "status": {"enum": list(states.STATUSES)},
    "time": _TIME,
    "times": {"type": ["string", "integer"], "pattern": r"^(about )?[0-9]{1,3}$"},
    "part": {"type": "string", "pattern": "^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$"},
    "fingerprint": {"type": "string", "pattern": "^t-[0-9a-f]{16}$"},
    "places": {"type": "object", "additionalProperties": _TEXT},
    "history": _list(_ref("change")),
    "reason": _TEXT,
    "verdict": {"enum": [True, False]},
    "flag": {"const": True},
    "checked": _ref("checked"),
    "spellings": {"type": "object", "additionalProperties": _TEXT},
}
_EDIT = {"type": "array", "minItems": 2, "maxItems": 2}


def _object(table: tuple[keys.Key, ...]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for key in table:
        shape = _EDIT if key.shape.startswith("edit:") else SHAPES[key.shape]
        described = {"allOf": [shape]} if "$ref" in shape else dict(shape)
        properties[key.name] = {**described, "description": key.doc}
    made: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    required = [key.name for key in table if key.required]
    if required:
        made["required"] = required
    return made


def schema() -> dict[str, Any]:
    """The schema as data (draft 7, which editors know best)."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "spaceplan plan file, format 1",
        **_object(keys.PLAN),
        "definitions": {
            "words": _object(keys.WORDS),
            "fiscal_year": _object(keys.FISCAL_YEAR),
            "owner": _object(keys.OWNER),
            "document": _object(keys.DOCUMENT),
            "subsection": _object(keys.SUBSECTION),
            "topic": _object(keys.TOPIC),
            "milestone": _object(keys.MILESTONE),
            "after": _object(keys.AFTER),
            "checked": _object(keys.CHECKED),
            "change": _object(keys.CHANGE),
        },
    }


def schema_text() -> str:
    """The schema as the file that is shipped beside the plan."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
