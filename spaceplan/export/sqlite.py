"""The plan as an SQLite database: typed tables, keys between them, the whole history.

Days are ISO texts (which sort and which SQLite's date functions read), yes and no are 1 and 0.
A time is three columns: as it is written (``target``), its first and its last day
(``target_first``, ``target_last``; NULL where it is open).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from spaceplan.answers.data import fact_of, value_data
from spaceplan.answers.origin import origin
from spaceplan.answers.record import months_and_days, slip_span
from spaceplan.frozen import dataclass
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.fields import TABLE, TOLD, Field
from spaceplan.roadmap.flags import flags_of
from spaceplan.roadmap.model import OTHERS, Milestone, Plan
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.times import Time
from spaceplan.tables.columns import digest, shown

if TYPE_CHECKING:
    from sqlite3 import Connection

# Version of the tables, in the database's user_version.
SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE plan (
  title_ja TEXT, title_en TEXT, revision TEXT NOT NULL, decided TEXT NOT NULL,
  time_zone TEXT NOT NULL, fiscal_year_starts INTEGER NOT NULL, fiscal_year_named_by TEXT NOT NULL,
  due_soon_days INTEGER NOT NULL, as_of TEXT NOT NULL, known TEXT, sha256 TEXT NOT NULL,
  origin_ja TEXT NOT NULL, origin_en TEXT NOT NULL
);
CREATE TABLE documents (
  label TEXT PRIMARY KEY, title_ja TEXT, title_en TEXT, date TEXT, url TEXT
);
CREATE TABLE reasons (code TEXT PRIMARY KEY, name_ja TEXT, name_en TEXT);
CREATE TABLE owners (
  code TEXT PRIMARY KEY, name_ja TEXT, name_en TEXT, short_ja TEXT, short_en TEXT
);
CREATE TABLE owner_aliases (
  owner TEXT NOT NULL REFERENCES owners, alias TEXT NOT NULL, PRIMARY KEY (owner, alias)
);
CREATE TABLE topics (number PRIMARY KEY NOT NULL, title_ja TEXT, title_en TEXT);
CREATE TABLE topic_charts (
  topic NOT NULL REFERENCES topics, chart TEXT NOT NULL, PRIMARY KEY (topic, chart)
);
CREATE TABLE subsections (
  topic NOT NULL REFERENCES topics, number INTEGER NOT NULL, mark TEXT,
  title_ja TEXT, title_en TEXT, PRIMARY KEY (topic, number)
);
{milestones}
{lists}
CREATE TABLE milestone_own (
  milestone TEXT NOT NULL REFERENCES milestones, key TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (milestone, key)
);
CREATE TABLE unmet_years (
  milestone TEXT NOT NULL REFERENCES milestones, fiscal_year INTEGER NOT NULL,
  PRIMARY KEY (milestone, fiscal_year)
);
CREATE TABLE repeats (
  id TEXT NOT NULL, original TEXT NOT NULL REFERENCES milestones,
  topic NOT NULL REFERENCES topics, subsection INTEGER, fingerprint TEXT,
  PRIMARY KEY (id, original)
);
CREATE TABLE history (
  milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL,
  date TEXT NOT NULL, date_first TEXT NOT NULL, date_last TEXT NOT NULL,
  recorded TEXT NOT NULL, recorded_utc TEXT NOT NULL, change TEXT,
  added INTEGER NOT NULL, occurred INTEGER NOT NULL, by_hand INTEGER NOT NULL,
  checked_first TEXT, checked_last TEXT, checked_count INTEGER,
  corrects TEXT, reverts TEXT, {told},
  PRIMARY KEY (milestone, position)
);
CREATE TABLE history_fields (
  milestone TEXT NOT NULL, position INTEGER NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT,
  PRIMARY KEY (milestone, position, field),
  FOREIGN KEY (milestone, position) REFERENCES history
);
CREATE INDEX milestones_by_due ON milestones (due);
CREATE INDEX milestone_owners_by_owner ON milestone_owners (owner);
CREATE INDEX history_by_recorded ON history (recorded_utc);
CREATE VIEW overdue AS
  SELECT id, title_ja, title_en, target, due, late_days FROM milestones
  WHERE state = 'overdue' ORDER BY due, position;
"""

Scalar = str | int | None


# --- the columns and lists of a milestone, from its fields ----------------------------------------


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of ``milestones``, and what stands in them."""

    declared: tuple[str, ...]
    values: Callable[[Row, Plan], tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class _List:
    """A table of what a milestone has several of: its columns behind ``milestone``, its rows."""

    name: str
    declared: str
    rows: Callable[[Milestone], Iterable[tuple[Scalar, ...]]]

    @property
    def sql(self) -> str:
        """How it is made."""
        return (
            f"CREATE TABLE {self.name} (\n  milestone TEXT NOT NULL REFERENCES milestones, "
            f"{self.declared}\n);"
        )


def _in_choice(name: str, options: Iterable[str], needed: bool = True) -> str:
    words = ", ".join(f"'{word}'" for word in options)
    return f"{name} TEXT {'NOT NULL ' if needed else ''}CHECK ({name} IN ({words}))"


def _columns_of(field: Field) -> _Columns | None:
    """A field that has one value; the name of a column is the field's."""
    name, shape = field.name, field.said.shape

    def get(row: Row) -> Any:
        return getattr(row.milestone, name)

    if field.shape.options:
        declared = _in_choice(name, field.shape.options, field.empty is not None)
        return _Columns((declared,), lambda row, plan: (get(row),))
    if field.form == "words":
        return _Columns((f"{name}_ja TEXT", f"{name}_en TEXT"), lambda row, plan: _words(get(row)))
    if shape == "time":
        return _Columns(
            (f"{name} TEXT", f"{name}_first TEXT", f"{name}_last TEXT"),
            lambda row, plan: _time(get(row), plan),
        )
    if shape == "times":
        return _Columns(
            (f"{name} INTEGER", f"{name}_about INTEGER"),
            lambda row, plan: (get(row).count, int(get(row).about)) if get(row) else (None, None),
        )
    if shape == "count":
        return _Columns((f"{name} INTEGER",), lambda row, plan: (get(row),))
    if field.form == "one":
        return _Columns((f"{name} TEXT",), lambda row, plan: (get(row) or None,))
    return None


def _list_of(field: Field) -> _List | None:
    """A field that has several values, each a row; in their order, where that says something."""
    name = field.name

    def get(milestone: Milestone) -> Any:
        return getattr(milestone, name)

    if field.form == "pairs":
        return _List(
            f"milestone_{name}",
            "name TEXT NOT NULL, value TEXT NOT NULL,\n  PRIMARY KEY (milestone, name)",
            lambda milestone: get(milestone).items(),
        )
    if field.form == "some":
        return _List(
            f"milestone_{name}",
            "position INTEGER NOT NULL, value TEXT NOT NULL,\n  PRIMARY KEY (milestone, position)",
            lambda milestone: enumerate(get(milestone), 1),
        )
    return None


def _others(name: str, column: str) -> _Columns:
    """Whether "and others" stand among the organisations of a field."""
    declared = (f"{column}_others INTEGER NOT NULL",)
    return _Columns(declared, lambda row, plan: (int(OTHERS in getattr(row.milestone, name)),))


def _lateness(row: Row, plan: Plan) -> tuple[Scalar, ...]:
    """From when to when it is late, how long that is and the slip, and how often it moved."""
    late = row.standing.late
    return (
        *(map(_iso, late) if late else (None, None)),
        *months_and_days(late),
        *months_and_days(*slip_span(row.standing.slip)),
        row.standing.moves,
        *months_and_days(*slip_span(row.standing.since_anew)),
        row.standing.anew,
        " ".join(flags_of(row, plan)),
    )


# What a field's columns are where they are not those of its shape: older than the rule.
_OWN: dict[str, _Columns] = {
    "id": _Columns(("id TEXT PRIMARY KEY",), lambda row, plan: (row.milestone.id,)),
    "topic": _Columns(
        ("topic NOT NULL REFERENCES topics",), lambda row, plan: (row.milestone.topic,)
    ),
    "owner": _others("owner", "owner"),
    "partners": _others("partners", "partner"),
    "text": _Columns(("fingerprint TEXT",), lambda row, plan: (row.milestone.text or None,)),
}
_OWN_LISTS: dict[str, _List] = {
    "charts": _List(
        "milestone_charts",
        "chart TEXT NOT NULL,\n  PRIMARY KEY (milestone, chart)",
        lambda milestone: ((chart,) for chart in dict.fromkeys(milestone.charts)),
    ),
    "owner": _List(
        "milestone_owners",
        "position INTEGER NOT NULL,\n  owner TEXT NOT NULL REFERENCES owners, "
        "lead INTEGER NOT NULL, PRIMARY KEY (milestone, position)",
        lambda milestone: ((at, code, int(at == 1)) for at, code in enumerate(milestone.leads, 1)),
    ),
    "partners": _List(
        "milestone_partners",
        "position INTEGER NOT NULL,\n  partner TEXT NOT NULL REFERENCES owners, "
        "PRIMARY KEY (milestone, position)",
        lambda milestone: enumerate((c for c in milestone.partners if c != OTHERS), 1),
    ),
    "see": _List(
        "milestone_see",
        "see TEXT NOT NULL, PRIMARY KEY (milestone, see)",
        lambda milestone: ((other,) for other in dict.fromkeys(milestone.see)),
    ),
    "after": _List(
        "milestone_after",
        "after TEXT NOT NULL, basis TEXT NOT NULL, source TEXT,\n  PRIMARY KEY (milestone, after)",
        lambda milestone: ((o.id, o.basis, o.source or None) for o in milestone.after),
    ),
    "places": _List(
        "milestone_places",
        "revision TEXT NOT NULL, place TEXT NOT NULL,\n  PRIMARY KEY (milestone, revision)",
        lambda milestone: milestone.places.items(),
    ),
    "links": _List(
        "milestone_links",
        "position INTEGER NOT NULL, url TEXT NOT NULL,\n  PRIMARY KEY (milestone, position)",
        lambda milestone: enumerate(milestone.links, 1),
    ),
}
# Field → what stands behind its columns.
_BEHIND: dict[str, _Columns] = {
    "target": _Columns(
        ("target_about INTEGER",),
        lambda row, plan: (int(row.milestone.target.about) if row.milestone.target else None,),
    ),
    "status": _Columns(
        (
            *("state TEXT NOT NULL", "due TEXT"),
            *("actual TEXT", "actual_first TEXT", "actual_last TEXT"),
            *("late_from TEXT", "late_to TEXT", "late_months INTEGER", "late_days INTEGER"),
            *("slip_months INTEGER", "slip_days INTEGER", "moves INTEGER NOT NULL"),
            *("slip_rebaseline_months INTEGER", "slip_rebaseline_days INTEGER"),
            *("rebaselined INTEGER NOT NULL", "flags TEXT NOT NULL"),
        ),
        lambda row, plan: (
            row.standing.state,
            _iso(row.standing.due),
            *_time(row.standing.actual, plan),
            *_lateness(row, plan),
        ),
    ),
}
_COLUMNS = tuple(
    columns
    for field in TABLE
    if field.name != "same_as"  # rows are of originals
    for columns in (_OWN.get(field.name) or _columns_of(field), _BEHIND.get(field.name))
    if columns is not None
)
_LISTS = tuple(
    one for field in TABLE if (one := _OWN_LISTS.get(field.name) or _list_of(field)) is not None
)


def _schema() -> str:
    (identity, *others) = _COLUMNS
    declared = [*identity.declared, "position INTEGER NOT NULL UNIQUE", "bullet TEXT NOT NULL"]
    declared += [column for more in others for column in more.declared]
    columns = ",\n  ".join([*declared, "digest TEXT NOT NULL"])
    milestones = f"CREATE TABLE milestones (\n  {columns}\n);"
    lists = "\n".join(one.sql for one in _LISTS)
    told = ", ".join(
        f"{one.name} TEXT" + (" REFERENCES reasons" if one.name == "reason" else "") for one in TOLD
    )
    return _SCHEMA.format(milestones=milestones, lists=lists, told=told)


SCHEMA = _schema()


# --- rows ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """What an export was asked for: the day it judges by, what is known, the plan's digest."""

    day: date
    known: date | None
    sha256: str


def database(found: Sequence[Row], plan: Plan, asked: Asked) -> bytes:
    """A database file with these milestones and all that the plan says beside them."""
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("PRAGMA foreign_keys = ON")
        base.executescript(SCHEMA)
        base.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _plan(base, plan, asked)
        for position, row in enumerate(found, 1):
            _milestone(base, row, plan, position)
            _history(base, row.milestone, plan)
        base.commit()
        return base.serialize()


def _insert(base: Connection, tables: Mapping[str, Iterable[Sequence[Scalar]]]) -> None:
    """Rows into each of these tables, in their order."""
    for table, rows in tables.items():
        for row in rows:
            marks = ", ".join("?" * len(row))
            base.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _words(words: Words | None) -> tuple[Scalar, Scalar]:
    return (words.ja or None, words.en or None) if words else (None, None)


def _time(time: Time | None, plan: Plan) -> tuple[Scalar, Scalar, Scalar]:
    """A time as written, its first and its last day."""
    if time is None:
        return None, None, None
    return str(time), time.first_day(plan.rule).isoformat(), _iso(time.last_day(plan.rule))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plan(base: Connection, plan: Plan, asked: Asked) -> None:
    rule = plan.rule
    facts: list[Scalar] = [*_words(plan.title), plan.revision, plan.decided.isoformat()]
    facts += [plan.time_zone, rule.starts, rule.named_by, plan.due_soon]
    facts += [asked.day.isoformat(), _iso(asked.known), asked.sha256]
    facts += [origin(plan, "ja"), origin(plan, "en")]
    owners = plan.owners.values()
    topics = plan.topics
    tables: dict[str, Iterable[Sequence[Scalar]]] = {
        "plan": [facts],
        "documents": (
            (d.label, *_words(d.title), _iso(d.date), d.url or None) for d in plan.documents
        ),
        "reasons": ((code, *_words(name)) for code, name in plan.reasons.items()),
        "owners": ((o.code, *_words(o.name), *_words(o.short)) for o in owners),
        "owner_aliases": ((o.code, a) for o in owners for a in dict.fromkeys(o.aliases)),
        "topics": ((t.number, *_words(t.title)) for t in topics),
        "topic_charts": ((t.number, c) for t in topics for c in dict.fromkeys(t.charts)),
        "subsections": (
            (t.number, part.number, part.mark or None, *_words(part.title))
            for t in topics
            for part in t.subsections
        ),
    }
    _insert(base, tables)


def _milestone(base: Connection, row: Row, plan: Plan, position: int) -> None:
    name = row.milestone.id
    (identity, *others) = _COLUMNS
    record: list[Scalar] = [*identity.values(row, plan), position, plan.bullet_of(name)]
    for columns in others:
        record += columns.values(row, plan)
    repeats = plan.repeats.get(name, ())
    own = row.milestone.own
    tables: dict[str, Iterable[Sequence[Scalar]]] = {
        "milestones": [[*record, digest(shown(row, plan))]],
        **{one.name: ((name, *v) for v in one.rows(row.milestone)) for one in _LISTS},
        "milestone_own": ((name, key, _told(value)) for key, value in own.items()),
        "unmet_years": ((name, year) for year in row.standing.unmet),
        "repeats": ((r.id, name, r.topic, r.subsection, r.text or None) for r in repeats),
    }
    _insert(base, tables)


def _history(base: Connection, milestone: Milestone, plan: Plan) -> None:
    name = milestone.id
    for at, change in enumerate(milestone.history, 1):
        edits = ((name, at, one.field, _told(one.old), _told(one.new)) for one in change.edits)
        _insert(base, {"history": [(name, at, *_entry(change, plan))], "history_fields": edits})


def _entry(change: Change, plan: Plan) -> tuple[Scalar, ...]:
    checked = change.checked
    utc = change.recorded.astimezone(UTC)
    return (
        *_time(change.date, plan),
        change.recorded.isoformat(),
        f"{utc:%Y-%m-%dT%H:%M:%SZ}",
        change.change or None,
        int(change.added),
        int(change.occurred),
        int(change.by_hand),
        _iso(checked.first) if checked else None,
        _iso(checked.last) if checked else None,
        checked.count if checked else None,
        str(change.corrects) if change.corrects else None,
        change.reverts or None,
        *(_told(fact_of(change, fact)) for fact in TOLD),
    )


def _told(value: object) -> Scalar:
    """A field's value: text as it is, what has parts as JSON."""
    data = value_data(value)
    if data is None or isinstance(data, (str, int)):
        return data
    return json.dumps(data, ensure_ascii=False)
