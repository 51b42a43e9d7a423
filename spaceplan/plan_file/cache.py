"""What was read of a plan file, kept for the next command under the file's digest.

The key is the SHA-256 of the file's bytes, of this program's readers and of the interpreter, so
an entry can never speak for another content; a missing, torn or foreign entry is simply not used.
The folder is ``$SPACEPLAN_CACHE`` (``off`` for none), else ``$XDG_CACHE_HOME/spaceplan``, else
``~/.cache/spaceplan``.

An entry is plain values in Python's ``marshal`` form, as compiled modules are: it loads in about
half the time of JSON and costs no import. It believes what it reads: ``files.kept`` gives it only
what is whole and what nobody but the user can have written.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from spaceplan import __version__
from spaceplan.errors import Fault, as_phrase
from spaceplan.files.content import MAX_BYTES
from spaceplan.files.folders import cache_folder
from spaceplan.files.kept import Kept
from spaceplan.roadmap import model
from spaceplan.roadmap.fiscal import FiscalRule
from spaceplan.roadmap.times import Point, Time

KEPT = 8
_ENTRY = re.compile(r"[0-9a-f]{40}\.plan\Z")
# An entry takes about as much room as its plan.
_LIMIT = 4 * MAX_BYTES
_HERE = Path(__file__).parent.parent
_READERS = (
    _HERE / "plan_file" / "cache.py",
    _HERE / "plan_file" / "keys.py",
    _HERE / "plan_file" / "read.py",
    _HERE / "files" / "content.py",
    _HERE / "files" / "encodings.py",
    _HERE / "yaml_text" / "tree.py",
    _HERE / "roadmap" / "values.py",
    _HERE / "roadmap" / "model.py",
    _HERE / "roadmap" / "fiscal.py",
    _HERE / "roadmap" / "times.py",
)


def key(data: bytes) -> str:
    """Name of the entry for a file's bytes as these readers read them."""
    digest = sha256(data)
    digest.update(f"{__version__} {sys.implementation.cache_tag}".encode())
    for reader in _READERS:
        facts = os.stat(reader)
        digest.update(f"{facts.st_mtime_ns}.{facts.st_size}".encode())
    return digest.hexdigest()[:40]


def load(name: str) -> tuple[model.Plan, tuple[Fault, ...]] | None:
    """The plan and its warnings from an entry, or None where there is none that is whole."""
    content = _kept().find(f"{name}.plan")
    if content is None:
        return None
    try:
        return _unpack(marshal.loads(content))
    except (EOFError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        # Whatever is wrong with an entry, the file itself is read instead.
        return None


def save(name: str, plan: model.Plan, findings: tuple[Fault, ...]) -> None:
    """Keep an entry; quietly does without where the folder cannot be written."""
    kept = _kept()
    if kept.folder is not None:
        kept.keep(f"{name}.plan", marshal.dumps(_pack(plan, findings)))


def _kept() -> Kept:
    return Kept(cache_folder(), _ENTRY, KEPT, _LIMIT)


# plan ⇄ plain tuples

Packed = tuple[Any, ...]


def _words(value: model.Words | None) -> tuple[str, str] | None:
    return None if value is None else (value.ja, value.en)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _point(value: Point) -> Packed:
    return (value.unit, value.year, value.number, value.day)


def _time(value: Time | None) -> Packed | None:
    if value is None:
        return None
    end = None if value.end is None else _point(value.end)
    return (_point(value.start), end, value.open, value.about)


def _pack(plan: model.Plan, findings: tuple[Fault, ...]) -> Packed:
    return (
        (
            _words(plan.title),
            plan.revision,
            plan.decided.isoformat(),
            plan.language,
            plan.time_zone,
            (plan.rule.starts, plan.rule.named_by),
            plan.due_soon,
        ),
        tuple((d.label, _words(d.title), _day(d.date), d.url) for d in plan.documents),
        tuple((o.code, _words(o.name), o.aliases) for o in plan.owners.values()),
        tuple((code, _words(name)) for code, name in plan.reasons.items()),
        tuple(
            (
                t.number,
                _words(t.title),
                t.charts,
                tuple(
                    (s.number, s.mark, _words(s.title), s.charts, _words(s.question))
                    for s in t.subsections
                ),
                tuple(_words(q) for q in t.questions),
            )
            for t in plan.topics
        ),
        tuple(_pack_entry(entry) for entry in plan.entries),
        tuple((f.line, f.column, *_said_of(f), f.severity, f.near) for f in findings),
    )


def _said_of(fault: Fault) -> tuple[str, str | None]:
    what, expected = as_phrase(fault.what), fault.expected
    return what.key, as_phrase(expected).key if expected else None


def _pack_entry(entry: model.Milestone) -> Packed:
    return (
        entry.id,
        entry.topic,
        _words(entry.title),
        entry.kind,
        entry.status,
        entry.subsection,
        entry.charts,
        entry.chart_basis,
        _time(entry.target),
        (entry.times.count, entry.times.about) if entry.times else None,
        _time(entry.baseline),
        _time(entry.horizon),
        entry.owner,
        entry.basis,
        entry.partners,
        entry.same_as,
        entry.see,
        entry.text,
        _words(entry.remark),
        dict(entry.places),
        entry.links,
        tuple(_pack_change(change) for change in entry.history),
        entry.line,
    )


def _pack_change(change: model.Change) -> Packed:
    checked = change.checked
    return (
        _time(change.date),
        change.recorded.isoformat(),
        change.change,
        tuple((edit.field, _pack_value(edit.old), _pack_value(edit.new)) for edit in change.edits),
        change.added,
        change.occurred,
        change.by_hand,
        (checked.first.isoformat(), checked.last.isoformat(), checked.count) if checked else None,
        _time(change.corrects),
        change.reverts,
        change.reason,
        change.note,
        change.source,
        change.who,
        dict(change.was),
    )


def _pack_value(value: object) -> object:
    """A typed value marked with its type; texts, numbers and lists as they are."""
    if isinstance(value, Time):
        return {"time": _time(value)}
    if isinstance(value, model.Words):
        return {"words": (value.ja, value.en)}
    if isinstance(value, model.Times):
        return {"times": (value.count, value.about)}
    if isinstance(value, dict):
        return {"places": value}
    return value


def _unpack_value(value: Any) -> object:
    if not isinstance(value, dict):
        return value
    ((name, inner),) = value.items()
    if name == "time":
        return _time_of(inner)
    if name == "words":
        return model.Words(*inner)
    if name == "times":
        return model.Times(*inner)
    return inner


@cache
def _time_of(packed: Packed) -> Time:
    start, end, every, about = packed
    return Time(Point(*start), Point(*end) if end else None, every, about)


def _said(pair: tuple[str, str] | None) -> model.Words | None:
    return None if pair is None else model.Words(*pair)


def _unpack(data: Packed) -> tuple[model.Plan, tuple[Fault, ...]]:
    head, documents, owners, reasons, topics, entries, findings = data
    plan = model.Plan(
        title=model.Words(*head[0]),
        revision=head[1],
        decided=date.fromisoformat(head[2]),
        language=head[3],
        time_zone=head[4],
        rule=FiscalRule(*head[5]),
        due_soon=head[6],
        documents=tuple(
            model.Document(
                label, model.Words(*title), date.fromisoformat(day) if day else None, url
            )
            for label, title, day, url in documents
        ),
        owners={
            code: model.Owner(code, model.Words(*name), aliases) for code, name, aliases in owners
        },
        reasons={code: model.Words(*name) for code, name in reasons},
        topics=tuple(
            model.Topic(
                number,
                model.Words(*title),
                charts,
                tuple(
                    model.Subsection(s[0], s[1], model.Words(*s[2]), s[3], _said(s[4]))
                    for s in subsections
                ),
                tuple(model.Words(*question) for question in questions),
            )
            for number, title, charts, subsections, questions in topics
        ),
        entries=tuple([_unpack_entry(row) for row in entries]),
    )
    return plan, tuple(Fault(*row) for row in findings)


def _unpack_entry(row: Packed) -> model.Milestone:
    return model.Milestone(
        row[0],
        row[1],
        model.Words(*row[2]),
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        _time_of(row[8]) if row[8] else None,
        model.Times(*row[9]) if row[9] else None,
        _time_of(row[10]) if row[10] else None,
        _time_of(row[11]) if row[11] else None,
        row[12],
        row[13],
        row[14],
        row[15],
        row[16],
        row[17],
        _said(row[18]),
        row[19],
        row[20],
        tuple([_unpack_change(change) for change in row[21]]),
        row[22],
    )


def _unpack_change(row: Packed) -> model.Change:
    edits, checked = row[3], row[7]
    return model.Change(
        _time_of(row[0]),
        datetime.fromisoformat(row[1]),
        row[2],
        tuple(
            [model.Edit(name, _unpack_value(old), _unpack_value(new)) for name, old, new in edits]
        )
        if edits
        else (),
        row[4],
        row[5],
        row[6],
        model.Checked(date.fromisoformat(checked[0]), date.fromisoformat(checked[1]), checked[2])
        if checked
        else None,
        _time_of(row[8]) if row[8] else None,
        *row[9:],
    )
