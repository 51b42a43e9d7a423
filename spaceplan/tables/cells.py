"""Cells to typed values: the fields that a row sets, a new milestone, what is told of a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from spaceplan.errors import UsageError, Wrong, phrase
from spaceplan.record.naming import owner_codes
from spaceplan.record.new_milestone import kind_of
from spaceplan.record.planned import Said
from spaceplan.roadmap.choices import choose, one_named
from spaceplan.roadmap.fields import BY_NAME, FIELDS
from spaceplan.roadmap.model import Milestone, Plan
from spaceplan.roadmap.read_periods import read_when
from spaceplan.roadmap.read_times import read_time
from spaceplan.roadmap.references import read_topic, topic_in, topic_named
from spaceplan.roadmap.registry import TopicName, Words
from spaceplan.tables.columns import BY_KEY, EDITABLE, FIELD_OF, VERDICT, VERDICTS
from spaceplan.tables.faults import Faults
from spaceplan.tables.headings import OWN, TOPIC_TITLE
from spaceplan.tables.rows import Cell, TableRow
from spaceplan.tables.spoiled import folded
from spaceplan.words import LANGUAGES, say

PLACED = tuple(field.name for field in FIELDS if field.said.place)
"""Where a milestone stands, and in what words: keys that an export only shows, or not at all."""
ADDED = tuple(
    field.name
    for field in FIELDS
    if field.form != "entries" and (field.name not in BY_KEY or BY_KEY[field.name].role == "shown")
)
"""Further keys of a milestone that is added."""
_TIMES = ("on", "remedy_by")
_TOLD = ("reason", "note", "source", "remedy", "authority", "who")
_PLACES = "places."


_BETWEEN = str.maketrans(dict.fromkeys("、，,；;", " "))


def words_of(text: str) -> list[str]:
    """The words of a list that stands in one cell."""
    return text.translate(_BETWEEN).split()


def is_word(text: str, word: str) -> bool:
    """Whether a text is a word of a fixed choice, in either language, any case and width."""
    return folded(text).casefold() in (word, *(say(word, lang).casefold() for lang in LANGUAGES))


def read_cell(plan: Plan, key: str, cell: Cell, faults: Faults) -> tuple[object, str] | None:
    """A cell's typed value and its canonical text; None where it is a fault."""
    field = BY_NAME[FIELD_OF.get(key, key)]
    if cell.clears:
        if field.said.needed:
            faults.add(
                cell.place, phrase("tables.not-cleared", key=key), phrase("tables.expected-value")
            )
            return None
        return (() if field.form in ("codes", "some", "after") else None), ""
    try:
        if field.form == "codes":
            codes = owner_codes(plan, words_of(cell.text))
            return codes, " ".join(codes)
        if field.form == "words":
            return cell.text, cell.text
        value: object
        if field.form in ("some", "after"):
            parts = cell.text.splitlines() if field.said.shape == "texts" else words_of(cell.text)
            value = tuple(map(field.read, parts))
        elif options := field.shape.options:
            value = choose(cell.text, options, key)
        elif key == "topic":
            value = topic_named(cell.text, plan.topic_by_number) or field.read(cell.text)
        else:
            value = field.read(cell.text)
    except Wrong as wrong:
        faults.wrong(cell.place, wrong)
        return None
    except UsageError as error:
        faults.refused(cell.place, error)
        return None
    return value, field.texts(value)[0]


def fields_of(
    milestone: Milestone, by_key: Mapping[str, object], language: str
) -> dict[str, object]:
    """Values by column to fields: the two languages of a text are two columns and one field.

    Where one text serves both, one in its own language (that of its letters, else the plan's
    ``language``) takes its place, and one in the other stands beside it.
    """
    fields: dict[str, object] = {}
    for key, value in by_key.items():
        name = FIELD_OF.get(key, key)
        if name == key:
            fields[name] = value
            continue
        current = fields.get(name, getattr(milestone, name)) or Words("", "")
        assert isinstance(current, Words)
        text = str(value or "")
        ja = key.endswith("_ja")
        lone = f"{name}_{'en' if ja else 'ja'}" not in by_key and current.ja == current.en
        own = "ja" if any("\u3041" <= letter <= "\u9fff" for letter in current.ja) else language
        if lone and (not current.ja or key.endswith(own)):
            # One text in no particular language: what it was stays nowhere.
            words = Words(text, text)
        else:
            words = Words(text, current.en) if ja else Words(current.ja, text)
        fields[name] = words if words.ja or words.en else None
    return fields


def placed(plan: Plan, row: TableRow, faults: Faults) -> dict[str, object]:
    """The fields of ``PLACED`` that the row sets; of its places those that it names."""
    found: dict[str, object] = {}
    for key, cell in row.cells.items():
        if key.startswith(_PLACES):
            given = found.setdefault("places", {})
            assert isinstance(given, dict)
            given[key.removeprefix(_PLACES)] = cell.text
        elif key in PLACED and not cell.empty:
            read = read_cell(plan, key, cell, faults)
            if read is not None:
                found[key] = read[0]
    return found


def told(plan: Plan, row: TableRow, faults: Faults, today: date) -> Said:
    """What the row tells of its change."""
    told: dict[str, Any] = {}
    for key, cell in row.filled((*_TIMES, *_TOLD)).items():
        if key in _TIMES:
            try:
                told[key] = read_when(cell.text, today) if key == "on" else read_time(cell.text)
            except Wrong as wrong:
                faults.wrong(cell.place, wrong)
        elif key == "reason":
            names = {code: (name.ja, name.en) for code, name in plan.reasons.items()}
            code = one_named(cell.text, names)
            if code is not None:
                told[key] = code
            else:
                faults.add(
                    cell.place,
                    phrase("tables.unknown-reason", reason=cell.text),
                    phrase("tables.expected-of", options=list(plan.reasons)),
                    meant=(cell.text, plan.reasons),
                )
        else:
            told[key] = cell.text
    return Said(**told)


def verdict_of(row: TableRow, faults: Faults) -> bool | None:
    """Whether the row confirms or disputes what is claimed; None where it does neither."""
    cell = row.filled((VERDICT,)).get(VERDICT)
    if cell is None:
        return None
    try:
        return choose(cell.text, VERDICTS, VERDICT) == "verified"
    except Wrong as wrong:
        faults.wrong(cell.place, wrong)
        return None


_LISTS = {field.name for field in FIELDS if field.form in ("some", "after")}
_NEW = {"id", *EDITABLE, *_LISTS} - {*PLACED}


def new_milestone(plan: Plan, row: TableRow, faults: Faults) -> Milestone | None:
    """The milestone that a row adds; None where it has faults."""
    before = faults.count
    by_key: dict[str, object] = {}
    for key, cell in row.cells.items():
        if key in _NEW and not cell.empty:
            read = read_cell(plan, key, cell, faults)
            if read is not None:
                by_key[key] = read[0]
    facts: dict[str, Any] = {
        **fields_of(Milestone("", 0), by_key, plan.language),
        **placed(plan, row, faults),
    }
    if "title" in row.cells and not (facts.get("title") or row.cells["title"].empty):
        title = row.cells["title"].text.strip()
        facts["title"] = Words(title, title)
    for name in ("id", "title"):
        if not facts.get(name) and faults.count == before:
            faults.add(
                row.place,
                phrase("tables.new-without", name=name),
                phrase("tables.expected-key", key=name),
            )
    if "same_as" in row.cells:
        faults.add(row.place, phrase("tables.new-repeat"), phrase("tables.further-place"))
    if faults.count > before:
        return None
    topic = facts.pop("topic", None) or topic_in(facts["id"], plan.topic_by_number)
    if topic is None:
        faults.add(
            row.place,
            phrase("tables.no-topic-said", id=facts["id"]),
            phrase("tables.expected-key", key="topic"),
        )
        return None
    target = facts.get("target")
    facts.setdefault("kind", kind_of(target))
    own = {key: cell.text for key, cell in row.cells.items() if key.startswith(OWN) and cell.text}
    return Milestone(topic=topic, baseline=target, own=own, **facts)


def new_topics(plan: Plan, rows: Iterable[TableRow], faults: Faults) -> dict[TopicName, str]:
    """The topics of rows to add that the plan lacks, with their titles, where a row gives one."""
    found: dict[TopicName, str] = {}
    for row in rows:
        named, title = row.cells.get("topic"), row.cells.get(TOPIC_TITLE)
        if named is None or title is None or named.empty or title.empty:
            continue
        if topic_named(named.text, plan.topic_by_number) is None:
            try:
                topic = read_topic(named.text)
            except Wrong as wrong:
                faults.wrong(named.place, wrong)
                continue
            topic = topic_named(str(topic), found) or topic
            first = found.setdefault(topic, title.text.strip())
            if first != title.text.strip():
                faults.add(
                    title.place,
                    phrase("tables.two-titles", topic=topic, title=first),
                    phrase("tables.expected-one"),
                )
    return found


def placing(row: TableRow) -> Iterable[str]:
    """The keys of a row that say where its milestone stands."""
    return [key for key in row.cells if key in PLACED or key.startswith(_PLACES)]
