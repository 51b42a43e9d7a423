"""The keys of a plan file: what each object may hold, in writing order.

The reader checks against these tables and the JSON Schema is made from them, so the two cannot
drift apart.
"""

from __future__ import annotations

from spaceplan.frozen import dataclass
from spaceplan.roadmap.fields import FIELDS, HISTORIC, TOLD


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, the shape of its value (see ``schema.SHAPES``), and what it is for."""

    name: str
    shape: str
    doc: str
    required: bool = False


PLAN = (
    Key("format", "format", "Version of this file format: 1.", True),
    Key("title", "words", "The plan's title in Japanese and English.", True),
    Key("revision", "text", "Label of the document whose wording this plan encodes."),
    Key("decided", "date", "The day the plan was decided; before it there is no plan.", True),
    Key("language", "language", "Language of reports made without --lang."),
    Key(
        "time_zone",
        "text",
        "IANA time zone in which 'today' is meant, e.g. Asia/Tokyo; a Japanese plan needs none.",
    ),
    Key("fiscal_year", "fiscal_year", "When a fiscal year starts and what names it; else April."),
    Key("due_soon", "count", "Days before the due date from which a milestone is due soon."),
    Key("bullets", "count", "How many bullets the document has, so that a lost one is noticed."),
    Key("explain_after", "span", "From what slip or lateness on a reason is asked for, e.g. 6m."),
    Key("stale_after", "span", "After how long without news an open milestone is stale, e.g. 9m."),
    Key("documents", "documents", "The documents that labels refer to."),
    Key("owners", "owners", "Organisation codes with their names and aliases."),
    Key("reasons", "reasons", "Codes for why a target moved or was missed."),
    Key("topics", "topics", "The headings of the roadmap, each with a number or a code.", True),
    Key("milestones", "milestones", "One block per milestone, in document order.", True),
)
FISCAL_YEAR = (
    Key("starts", "month", "Month in which a fiscal year starts, 1 to 12.", True),
    Key("named_by", "named_by", "Whether the year it starts or ends in names it.", True),
)
WORDS = (
    Key("ja", "text", "In Japanese."),
    Key("en", "text", "In English."),
)
OWNER = (
    *WORDS,
    Key("aliases", "texts", "Other names that mean this organisation."),
    Key("short", "words", "A short name, which lists in Japanese show for its code: {ja: 文科省}."),
)
DOCUMENT = (
    Key("label", "text", "Short label, e.g. H30.", True),
    Key("title", "words", "The document's title.", True),
    Key("date", "date", "Its date."),
    Key("url", "text", "Where it can be read."),
)
SUBSECTION = (
    Key("number", "count", "Its number within the topic, from 1.", True),
    Key("mark", "text", "How the document writes the number, e.g. ①."),
    Key("title", "words", "Its title.", True),
    Key("charts", "charts", "The charts that its heading names."),
    Key("question", "words", "The question that ends it."),
)
TOPIC = (
    Key("number", "topic", "The topic's number in the document, or a short code: 7, 06C.02.", True),
    Key("title", "words", "Its title.", True),
    Key("charts", "charts", "The charts that its headings name."),
    Key("subsections", "subsections", "Its numbered parts."),
    Key("questions", "questions", "The questions that end it."),
)
MILESTONE = tuple(
    Key(field.name, field.said.shape, field.said.doc, field.said.required) for field in FIELDS
)
AFTER = (
    Key("id", "id", "The milestone or split bullet that must have happened before.", True),
    Key("basis", "basis", "Whether the document states that or somebody judged so."),
    Key("source", "text", "The words that say so, or where they can be read."),
)
CHECKED = (
    Key("first", "date", "The first day somebody looked.", True),
    Key("last", "date", "The last day.", True),
    Key("count", "count", "How often.", True),
)
CHANGE = (
    Key("date", "when", "When it became true: a day, a fiscal year, or unknown.", True),
    Key("recorded", "moment", "When it was written down, with seconds and zone.", True),
    Key("change", "text", "Id shared by the entries of one command."),
    Key("added", "flag", "True where the milestone came into the plan."),
    Key("occurred", "flag", "True for one occurrence of a recurring milestone."),
    Key("by_hand", "flag", "True where the fields had been changed by hand before."),
    Key("checked", "checked", "Somebody looked and found nothing new."),
    Key("corrects", "text", "Id of the change whose date this one puts right (once, that date)."),
    Key("reverts", "text", "Id of the change that this one takes back."),
    *(Key(name, f"edit:{name}", f"[from, to] of {name}.") for name in HISTORIC),
    *(Key(fact.name, fact.said.shape, fact.said.doc) for fact in TOLD),
    Key("was", "spellings", "Old spellings that cannot be derived, for undo."),
)
NONE = "(none)"


def ranks(keys: tuple[Key, ...]) -> dict[str, int]:
    """The place of each key in the writing order."""
    return {key.name: number for number, key in enumerate(keys)}


TABLES = (
    PLAN,
    FISCAL_YEAR,
    WORDS,
    OWNER,
    DOCUMENT,
    SUBSECTION,
    TOPIC,
    MILESTONE,
    AFTER,
    CHECKED,
    CHANGE,
)


def required(keys: tuple[Key, ...]) -> tuple[str, ...]:
    """The names of those that may not be missing."""
    return tuple(key.name for key in keys if key.required)


def names(keys: tuple[Key, ...]) -> frozenset[str]:
    """The names in a table."""
    return frozenset(key.name for key in keys)
