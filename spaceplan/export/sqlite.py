"""The plan as an SQLite database: typed tables, keys between them, the whole history.

Days are ISO texts (which sort and which SQLite's date functions read), yes and no are 1 and 0.
A time is three columns: as it is written (``target``), its first and its last day
(``target_first``, ``target_last``; NULL where it is open).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING

from spaceplan.answers.data import value_data
from spaceplan.roadmap.model import OTHERS, Change, Milestone, Plan, Words, bullet_of
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.times import Time
from spaceplan.tables.columns import digest, shown

if TYPE_CHECKING:
    from sqlite3 import Connection

# Version of the tables, in the database's user_version.
SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE plan (
  title_ja TEXT, title_en TEXT, revision TEXT NOT NULL, decided TEXT NOT NULL,
  time_zone TEXT NOT NULL, fiscal_year_starts INTEGER NOT NULL, fiscal_year_named_by TEXT NOT NULL,
  due_soon_days INTEGER NOT NULL, as_of TEXT NOT NULL, known TEXT, sha256 TEXT NOT NULL
);
CREATE TABLE documents (
  label TEXT PRIMARY KEY, title_ja TEXT, title_en TEXT, date TEXT, url TEXT
);
CREATE TABLE reasons (code TEXT PRIMARY KEY, name_ja TEXT, name_en TEXT);
CREATE TABLE owners (code TEXT PRIMARY KEY, name_ja TEXT, name_en TEXT);
CREATE TABLE owner_aliases (
  owner TEXT NOT NULL REFERENCES owners, alias TEXT NOT NULL, PRIMARY KEY (owner, alias)
);
CREATE TABLE topics (number INTEGER PRIMARY KEY, title_ja TEXT, title_en TEXT);
CREATE TABLE topic_charts (
  topic INTEGER NOT NULL REFERENCES topics, chart TEXT NOT NULL, PRIMARY KEY (topic, chart)
);
CREATE TABLE subsections (
  topic INTEGER NOT NULL REFERENCES topics, number INTEGER NOT NULL, mark TEXT,
  title_ja TEXT, title_en TEXT, PRIMARY KEY (topic, number)
);
CREATE TABLE milestones (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, bullet TEXT NOT NULL,
  topic INTEGER NOT NULL REFERENCES topics, subsection INTEGER, title_ja TEXT, title_en TEXT,
  chart_basis TEXT NOT NULL CHECK (chart_basis IN ('stated', 'assigned')),
  kind TEXT NOT NULL CHECK (kind IN ('deadline', 'start', 'window', 'recurring', 'ongoing')),
  target TEXT, target_first TEXT, target_last TEXT, target_about INTEGER,
  baseline TEXT, baseline_first TEXT, baseline_last TEXT,
  horizon TEXT, horizon_first TEXT, horizon_last TEXT,
  times INTEGER, times_about INTEGER,
  owner_others INTEGER NOT NULL, basis TEXT NOT NULL CHECK (basis IN ('stated', 'assigned')),
  partner_others INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'active', 'done', 'missed', 'dropped')),
  state TEXT NOT NULL, due TEXT,
  actual TEXT, actual_first TEXT, actual_last TEXT,
  late_from TEXT, late_to TEXT, late_days INTEGER, slip_days INTEGER, moves INTEGER NOT NULL,
  remark_ja TEXT, remark_en TEXT, fingerprint TEXT, digest TEXT NOT NULL
);
CREATE TABLE milestone_charts (
  milestone TEXT NOT NULL REFERENCES milestones, chart TEXT NOT NULL,
  PRIMARY KEY (milestone, chart)
);
CREATE TABLE milestone_owners (
  milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL,
  owner TEXT NOT NULL REFERENCES owners, lead INTEGER NOT NULL, PRIMARY KEY (milestone, position)
);
CREATE TABLE milestone_partners (
  milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL,
  partner TEXT NOT NULL REFERENCES owners, PRIMARY KEY (milestone, position)
);
CREATE TABLE milestone_see (
  milestone TEXT NOT NULL REFERENCES milestones, see TEXT NOT NULL, PRIMARY KEY (milestone, see)
);
CREATE TABLE milestone_places (
  milestone TEXT NOT NULL REFERENCES milestones, revision TEXT NOT NULL, place TEXT NOT NULL,
  PRIMARY KEY (milestone, revision)
);
CREATE TABLE milestone_links (
  milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL, url TEXT NOT NULL,
  PRIMARY KEY (milestone, position)
);
CREATE TABLE unmet_years (
  milestone TEXT NOT NULL REFERENCES milestones, fiscal_year INTEGER NOT NULL,
  PRIMARY KEY (milestone, fiscal_year)
);
CREATE TABLE repeats (
  id TEXT NOT NULL, original TEXT NOT NULL REFERENCES milestones,
  topic INTEGER NOT NULL REFERENCES topics, subsection INTEGER, fingerprint TEXT,
  PRIMARY KEY (id, original)
);
CREATE TABLE history (
  milestone TEXT NOT NULL REFERENCES milestones, position INTEGER NOT NULL,
  date TEXT NOT NULL, date_first TEXT NOT NULL, date_last TEXT NOT NULL,
  recorded TEXT NOT NULL, recorded_utc TEXT NOT NULL, change TEXT,
  added INTEGER NOT NULL, occurred INTEGER NOT NULL, by_hand INTEGER NOT NULL,
  checked_first TEXT, checked_last TEXT, checked_count INTEGER,
  corrects TEXT, reverts TEXT, reason TEXT REFERENCES reasons, note TEXT, source TEXT, who TEXT,
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
        _topics(base, plan)
        for position, row in enumerate(found, 1):
            _milestone(base, row, plan, position)
            _history(base, row.milestone, plan)
        base.commit()
        return base.serialize()


def _insert(base: Connection, table: str, rows: Iterable[Sequence[Scalar]]) -> None:
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
    _insert(base, "plan", [facts])
    _insert(
        base,
        "documents",
        ((d.label, *_words(d.title), _iso(d.date), d.url or None) for d in plan.documents),
    )
    _insert(base, "reasons", ((code, *_words(name)) for code, name in plan.reasons.items()))
    _insert(base, "owners", ((o.code, *_words(o.name)) for o in plan.owners.values()))
    _insert(
        base,
        "owner_aliases",
        ((o.code, alias) for o in plan.owners.values() for alias in dict.fromkeys(o.aliases)),
    )


def _topics(base: Connection, plan: Plan) -> None:
    _insert(base, "topics", ((topic.number, *_words(topic.title)) for topic in plan.topics))
    _insert(
        base, "topic_charts", ((t.number, c) for t in plan.topics for c in dict.fromkeys(t.charts))
    )
    _insert(
        base,
        "subsections",
        (
            (topic.number, part.number, part.mark or None, *_words(part.title))
            for topic in plan.topics
            for part in topic.subsections
        ),
    )


def _milestone(base: Connection, row: Row, plan: Plan, position: int) -> None:
    milestone, judged = row.milestone, row.standing
    late, slip = judged.late, judged.slip
    days = (slip.latest - slip.earlier).days if slip else None
    record: tuple[Scalar, ...] = (
        milestone.id,
        position,
        bullet_of(milestone.id),
        milestone.topic,
        milestone.subsection,
        *_words(milestone.title),
        milestone.chart_basis,
        milestone.kind,
        *_time(milestone.target, plan),
        int(milestone.target.about) if milestone.target else None,
        *_time(milestone.baseline, plan),
        *_time(milestone.horizon, plan),
        milestone.times.count if milestone.times else None,
        int(milestone.times.about) if milestone.times else None,
        int(OTHERS in milestone.owner),
        milestone.basis,
        int(OTHERS in milestone.partners),
        milestone.status,
        judged.state,
        _iso(judged.due),
        *_time(judged.actual, plan),
        *(map(_iso, late) if late else (None, None)),
        (late[1] - late[0]).days if late else None,
        days if days is None or (slip and slip.later) else -days,
        judged.moves,
        *_words(milestone.remark),
        milestone.text or None,
        digest(shown(row, plan)),
    )
    _insert(base, "milestones", [record])
    name = milestone.id
    partners = [code for code in milestone.partners if code != OTHERS]
    _insert(base, "milestone_charts", ((name, c) for c in dict.fromkeys(milestone.charts)))
    _insert(
        base,
        "milestone_owners",
        ((name, at, code, int(at == 1)) for at, code in enumerate(milestone.leads, 1)),
    )
    _insert(base, "milestone_partners", ((name, at, code) for at, code in enumerate(partners, 1)))
    _insert(base, "milestone_see", ((name, other) for other in dict.fromkeys(milestone.see)))
    _insert(base, "milestone_places", ((name, *place) for place in milestone.places.items()))
    _insert(base, "milestone_links", ((name, at, url) for at, url in enumerate(milestone.links, 1)))
    _insert(base, "unmet_years", ((name, year) for year in judged.unmet))
    _insert(
        base,
        "repeats",
        (
            (repeat.id, name, repeat.topic, repeat.subsection, repeat.text or None)
            for repeat in plan.repeats.get(name, ())
        ),
    )


def _history(base: Connection, milestone: Milestone, plan: Plan) -> None:
    for position, change in enumerate(milestone.history, 1):
        _insert(base, "history", [(milestone.id, position, *_entry(change, plan))])
        _insert(
            base,
            "history_fields",
            (
                (milestone.id, position, edit.field, _told(edit.old), _told(edit.new))
                for edit in change.edits
            ),
        )


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
        change.reason or None,
        change.note or None,
        change.source or None,
        change.who or None,
    )


def _told(value: object) -> Scalar:
    """A field's value: text as it is, what has parts as JSON."""
    data = value_data(value)
    if data is None or isinstance(data, (str, int)):
        return data
    return json.dumps(data, ensure_ascii=False)
