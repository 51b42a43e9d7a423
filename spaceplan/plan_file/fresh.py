"""A plan to begin with: the text of a page, commented, without milestones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import REASONS
from spaceplan.words import LANGUAGES, say
from spaceplan.yaml_text.new_lines import block, pair
from spaceplan.yaml_text.spelling import Data


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a new plan says of itself. ``starts`` and ``named_by`` are those of ``FiscalRule``;
    ``owners`` are names by code."""

    title: str
    language: str
    time_zone: str
    starts: int
    named_by: str
    decided: date
    owners: Mapping[str, str]


def fresh_text(plan: Fresh) -> str:
    """The YAML text, with comments in the plan's language."""
    lang = plan.language
    reasons: dict[str, Data] = {
        code: {language: say(code, language) for language in LANGUAGES} for code in REASONS
    }
    names = plan.owners or {"OWNER": say("updating.some-owner", lang)}
    owners: dict[str, Data] = {code: {lang: name} for code, name in names.items()}
    head: dict[str, Data] = {
        "format": "1",
        "title": plan.title,
        "decided": plan.decided.isoformat(),
        "language": lang,
        "time_zone": plan.time_zone,
        "fiscal_year": {"starts": str(plan.starts), "named_by": plan.named_by},
    }
    example: dict[str, Data] = {
        "id": "1-1",
        "title": say("updating.some-milestone", lang),
        "kind": "deadline",
        "target": f"FY{plan.decided.year + 1}",
        "baseline": f"FY{plan.decided.year + 1}",
        "owner": [next(iter(owners))],
        "status": "planned",
    }
    parts = [
        ["# yaml-language-server: $schema=milestones.schema.json", *_comment("fresh-head", lang)],
        [line for key, value in head.items() for line in pair(key, value, 0)],
        [*_comment("fresh-owners", lang), "owners:", *_each(owners)],
        [*_comment("fresh-reasons", lang), "reasons:", *_each(reasons)],
        [
            *_comment("fresh-topics", lang),
            "topics:",
            *block("- ", {"number": "1", "title": say("updating.some-topic", lang)}, 2),
        ],
        [
            *_comment("fresh-milestones", lang),
            *(f"# {line}" for line in block("- ", example, 2)),
            "milestones: []",
        ],
    ]
    return "\n".join("\n".join(part) + "\n" for part in parts)


def _each(data: Mapping[str, Data]) -> list[str]:
    return [line for key, value in data.items() for line in pair(key, value, 2)]


def _comment(key: str, lang: str) -> list[str]:
    return [f"# {line}" for line in say(f"updating.{key}", lang).splitlines()]
