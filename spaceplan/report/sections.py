"""A report in words and tables: its sections in order, in one language, empty ones left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from spaceplan.answers import rows as view
from spaceplan.answers.entries import change_text, decided_text, value_text
from spaceplan.answers.looks import folded
from spaceplan.answers.outlook import remedy_table, risk_text
from spaceplan.answers.rows import slip_text
from spaceplan.answers.score import score_head, score_notes, score_table
from spaceplan.answers.signs import Signs, signs_of
from spaceplan.errors import Fault, phrase
from spaceplan.frozen import dataclass
from spaceplan.render.table import Cell, Column, Table
from spaceplan.report.content import Counts, GivenUp, Group, Happened, Report, target_of
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.flags import FLAGS, last_word
from spaceplan.roadmap.lifecycle import Told
from spaceplan.roadmap.query import Filter, Row, topics_of
from spaceplan.roadmap.registry import TopicName
from spaceplan.roadmap.state import slip_between
from spaceplan.roadmap.states import GIVEN_UP, STATE
from spaceplan.roadmap.truth import date_before, recorded_on, zone_of
from spaceplan.words import listed, say, sentence

# The sections that tell what changed in the period.
CHANGES = ("statuses", "moves", "added", "dropped", "notes", "late-news", "newly-overdue")
DUE = ("id", "title", "target", "due", "state", "owner", "slip")
UNEXPLAINED = ("id", "title", "baseline", "target", "state", "late", "slip", "owner")
SLIPPED = ("id", "title", "baseline", "target", "state", "owner", "slip")
# A longer list of what lacks a reason or news tells how many each owner has, and the command that
# lists them: most of them stand in the report already, among what is overdue.
LONGEST = 20


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``rows`` are the milestones that the table lists, ``about`` those whose
    changes it lists, each one for each of its rows. ``name``: the title of a counted list without
    its count, ``count``. ``keys``: of a table of topics or owners those of its rows; ``flag``:
    what flag those have that it counts, where not all do."""

    key: str
    title: str
    table: Table
    rows: tuple[Row, ...] = ()
    about: tuple[Row, ...] = ()
    name: str = ""
    keys: tuple[str, ...] = ()
    flag: str = ""
    count: int = 0


def headline(report: Report, lang: str) -> str:
    """The one sentence: how it stands, and what changed in that since the period before."""
    now, before = report.now, report.before
    changed = {
        one.milestone.id
        for group in (report.statuses, report.moves, report.added, report.dropped)
        for one in group
    }
    new = len(report.newly_overdue)
    said = say(
        "report.stands",
        lang,
        of=phrase(
            "report.of-selected" if report.wanted != Filter() else "report.of-all", total=now.total
        ),
        overdue=f"{now.overdue}{_delta(now.overdue, before.overdue)}",
        soon=f"{now.due_soon}{_delta(now.due_soon, before.due_soon)}",
        met=f"{now.met}{_delta(now.met, before.met)}",
        ended=[
            phrase(
                "report.ended", what=phrase(name), count=f"{n}{_delta(n, before.given_up[name])}"
            )
            for name, n in now.given_up.items()
        ],
        changed=phrase("report.changed", count=len(changed), new=new)
        if changed or new
        else phrase("report.unchanged"),
    )
    if not report.late:
        return said
    return say("report.and-late", lang, headline=said, count=len(report.late))


def _delta(now: int, before: int) -> str:
    return f" ({now - before:+d})" if now != before else ""


def sections(
    report: Report, findings: Sequence[Fault], lang: str, *, by_owner: bool = False
) -> list[Section]:
    """The sections of a report, in their fixed order."""
    found = [
        _statuses(report, lang),
        _moves(report, lang),
        _events("added", report.added, report, lang),
        _events("dropped", report.dropped, report, lang),
        _events("notes", report.others, report, lang),
        _late_news(report, lang),
        _rows("newly-overdue", report.newly_overdue, view.OVERDUE, report, lang),
        *_overdue(report, lang, by_owner),
        _given_up(report, lang),
        _rows("due-4-weeks", report.due_soon, DUE, report, lang),
        _rows("due-quarter", report.due_quarter, DUE, report, lang),
        _rows("due-year", report.due_year, DUE, report, lang),
        _rows("slipped", report.slipped, SLIPPED, report, lang),
        _at_risk(report, lang),
        _remedies(report, lang),
        _flagged("unexplained", _unexplained, report, lang),
        _flagged("stale", _stale, report, lang),
        _groups("topics", say("topic", lang), report.topics, report, lang, _repeats(report)),
        _groups("owners", say("owner", lang), report.owners, report, lang, _joint(report)),
        _score(report, lang),
        _warnings(findings, lang),
    ]
    return [section for section in found if section.table.rows]


def _rows(
    key: str,
    found: Sequence[Row],
    names: tuple[str, ...],
    report: Report,
    lang: str,
    notes: tuple[str, ...] = (),
    title: str = "",
) -> Section:
    """A section of milestones; a column of slips only where something slipped, no sign of the
    flag that it is named by."""
    slipped = any(map(view.slips, found))
    shown = tuple(name for name in names if slipped or name != "slip")
    table = view.table(found, shown, report.plan, lang, notes, (key,))
    return counted(key, table, len(found), lang, name=title, rows=tuple(found))


def counted(
    key: str,
    table: Table,
    count: int,
    lang: str,
    *,
    name: str = "",
    rows: tuple[Row, ...] = (),
    keys: tuple[str, ...] = (),
    flag: str = "",
) -> Section:
    """A section on so many milestones, which its title says."""
    name = name or say(f"report.{key}", lang)
    title = say("report.counted", lang, title=name, count=count)
    return Section(key, title, table, rows, name=name, keys=keys, flag=flag, count=count)


def _overdue(report: Report, lang: str, by_owner: bool) -> Iterable[Section]:
    quiet = view.quiet_since(report.plan, report.period.last, lang)
    if not by_owner:
        return [_rows("overdue", report.overdue, view.OVERDUE, report, lang, quiet)]
    groups: dict[str, list[Row]] = {}
    for row in report.overdue:
        groups.setdefault(row.milestone.leads[0] if row.milestone.leads else "", []).append(row)
    made: list[Section] = []
    for code, inside in sorted(groups.items()):
        owner = report.plan.owners.get(code)
        name = f"{code} {owner.name.say(lang)}" if owner else say("report.no-owner", lang)
        title = say("report.overdue-of", lang, owner=name)
        notes = quiet if len(made) == len(groups) - 1 else ()
        key = f"overdue-{code}"
        made.append(_rows(key, inside, view.OVERDUE, report, lang, notes, title))
    return made


def _table_of(
    key: str,
    names: tuple[str, ...],
    body: Iterable[tuple[str | Cell, ...]],
    rows: Sequence[Row],
    signs: Signs,
    lang: str,
) -> Section:
    """A counted section whose table has columns of its own, a row for each of ``rows``."""
    table = Table(_columns(names, lang), tuple(body), notes=signs.notes(lang))
    return counted(key, table, len(rows), lang, rows=tuple(rows))


def _at_risk(report: Report, lang: str) -> Section:
    """What is at risk, each with the reason."""
    plan, signs = report.plan, signs_of(report.flagged["at-risk"], report.plan, ("at-risk",))
    body = (
        (
            Cell(row.milestone.id, "id"),
            view.title_text(row, lang),
            view.target_text(row.milestone, lang),
            view.state_cell(row, lang, signs),
            risk_text(row, plan, lang),
            view.owners_text(row.milestone.owner, plan, lang),
        )
        for row in report.flagged["at-risk"]
    )
    names = ("id", "title", "target", "state", "because", "owner")
    return _table_of("at-risk", names, body, report.flagged["at-risk"], signs, lang)


def _remedies(report: Report, lang: str) -> Section:
    """What is still to be done about slips and misses, what is late first."""
    made = remedy_table(report.remedies, report.plan, report.period.last, lang)
    rows = tuple(row for row, _ in report.remedies)
    return counted("remedies", made, len(rows), lang, rows=rows)


def _flagged(
    flag: str, listed: Callable[[Report, str], Section], report: Report, lang: str
) -> Section:
    """What has a flag; where that is much, how many of them each owner has."""
    found = report.flagged[flag]
    if len(found) <= LONGEST:
        return listed(report, lang)
    groups: dict[str, list[Row]] = {}
    for row in found:
        for code in row.milestone.leads or ("",):
            groups.setdefault(code, []).append(row)
    keys = tuple(sorted(groups, key=lambda code: (-len(groups[code]), code)))
    late = {code: sum(row.standing.is_late for row in groups[code]) for code in keys}
    body = (
        (
            _name("owners", code, report, lang) if code else say("report.no-owner", lang),
            str(len(groups[code])),
            Cell(str(late[code] or ""), "late"),
        )
        for code in keys
    )
    columns = (
        Column("name", say("owner", lang), flexible=True, priority=9),
        Column("total", say("report.total", lang), align="right", priority=8),
        Column("overdue", say("overdue", lang).capitalize(), align="right", priority=7),
    )
    command = f"spaceplan list --flag {flag} --as-of {report.period.last}"
    notes = [say("report.lists-them", lang, command=command)]
    notes += [say("report.owners-add-up", lang)] if _joint(report) else []
    table = Table(columns, tuple(body), notes=tuple(notes))
    return counted(flag, table, len(found), lang, keys=keys, flag=flag)


def _unexplained(report: Report, lang: str) -> Section:
    """What slipped or is late by much without a reason, worst first."""
    return _rows("unexplained", report.flagged["unexplained"], UNEXPLAINED, report, lang)


def _stale(report: Report, lang: str) -> Section:
    """What nobody changed or looked at for long, by owner."""
    plan = report.plan
    found = sorted(
        report.flagged["stale"], key=lambda row: (row.milestone.leads[:1], last_word(row, plan))
    )
    signs = signs_of(found, plan, ("stale",))
    body = (
        (
            Cell(row.milestone.id, "id"),
            view.title_text(row, lang),
            view.target_text(row.milestone, lang),
            view.state_cell(row, lang, signs),
            view.newest_word(row, plan, lang),
            view.owners_text(row.milestone.owner, plan, lang),
        )
        for row in found
    )
    names = ("id", "title", "target", "state", "silent", "owner")
    return _table_of("stale", names, body, found, signs, lang)


def _statuses(report: Report, lang: str) -> Section:
    columns = _columns(("id", "title", "change", "date", "note"), lang)
    body = []
    for one in report.statuses:
        edit = one.change.edit_of("status")
        if edit is None and one.change.occurred:
            what = say("report.took-place", lang)
        elif edit is None or edit.old == edit.new:
            what = say("report.corrected", lang)
        else:
            what = f"{value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
        date = one.change.date.format(lang)
        wrong = date_before(one.milestone, report.plan, one.change)
        if wrong is not None:
            date = f"{wrong.format(lang)} → {date}"
        body.append((*_head(one, lang), what, date, _said(one, report, lang)))
    return _changes("statuses", columns, body, report.statuses, report, lang)


def _changes(
    key: str,
    columns: tuple[Column, ...],
    body: Iterable[tuple[str | Cell, ...]],
    found: Sequence[Happened],
    report: Report,
    lang: str,
) -> Section:
    """A section of what happened, a row each."""
    rows = {row.milestone.id: row for row in report.every}
    about = tuple(rows[one.milestone.id] for one in found)
    return Section(key, say(f"report.{key}", lang), Table(columns, tuple(body)), about=about)


def _moves(report: Report, lang: str) -> Section:
    columns = _columns(("id", "title", "old", "new", "slip", "note"), lang)
    rows = {row.milestone.id: row for row in report.every}
    body = []
    for one in report.moves:
        edit = one.change.edit_of("target")
        old, new = (target_of(edit.old), target_of(edit.new)) if edit else (None, None)
        slip = slip_between(old, new, report.plan.rule) if old and new else None
        anew = rows[one.milestone.id].standing.anew
        told = [slip_text(slip, lang)] if slip else []
        told += [say("answers.set-anew", lang, count=anew)] if anew else []
        body.append(
            (
                *_head(one, lang),
                old.format(lang) if old else "",
                new.format(lang) if new else "",
                Cell(listed(told, lang), "warn" if slip else ""),
                _said(one, report, lang),
            )
        )
    return _changes("moves", columns, body, report.moves, report, lang)


def _events(key: str, found: Sequence[Happened], report: Report, lang: str) -> Section:
    columns = _columns(("id", "title", "date", "note"), lang)
    found = _folded(found)
    body = tuple(
        (
            *_head(one, lang),
            one.change.date.format(lang),
            change_text(one.change, report.plan, lang),
        )
        for one in found
    )
    return _changes(key, columns, body, found, report, lang)


def _folded(found: Iterable[Happened]) -> list[Happened]:
    """Looks that follow each other as one."""
    return [Happened(*pair) for pair in folded((one.milestone, one.change) for one in found)]


def _late_news(report: Report, lang: str) -> Section:
    """What no report told in its week, with the day of recording."""
    columns = _columns(("id", "title", "date", "recorded", "note"), lang)
    zone = zone_of(report.plan)
    found = _folded(report.late)
    body = [
        (
            *_head(one, lang),
            one.change.date.format(lang),
            str(recorded_on(one.change, zone)),
            change_text(one.change, report.plan, lang),
        )
        for one in found
    ]
    return _changes("late-news", columns, body, found, report, lang)


def _given_up(report: Report, lang: str) -> Section:
    """What was missed or dropped, whenever: a failure does not vanish when its week is over."""
    rows = [one.row for one in report.given_up]
    signs = signs_of(rows, report.plan, ("undecided",))
    body = (
        (
            Cell(one.row.milestone.id, "id"),
            view.title_text(one.row, lang),
            view.target_text(one.row.milestone, lang),
            view.state_cell(one.row, lang, signs),
            one.since.format(lang) if one.since else "",
            _why_given_up(one, report, lang),
            view.owners_text(one.row.milestone.owner, report.plan, lang),
        )
        for one in report.given_up
    )
    names = ("id", "title", "target", "state", "since", "why", "owner")
    return _table_of("given-up", names, body, rows, signs, lang)


def _head(one: Happened, lang: str) -> tuple[Cell, str]:
    return Cell(one.milestone.id, "id"), one.milestone.title.say(lang)


def _said(one: Happened, report: Report, lang: str) -> str:
    change = one.change
    back = say("report.reverts", lang, change=change.reverts) if change.reverts else ""
    return _why(change, report, lang, decided_text(change, lang), back)


def _why_given_up(one: GivenUp, report: Report, lang: str) -> str:
    undecided = FLAGS["undecided"](one.row, report.plan)
    dropped = one.row.milestone.status == "dropped" and undecided
    return _why(one.why, report, lang, say("answers.reported", lang) if dropped else "")


def _why(told: Told | Change, report: Report, lang: str, *more: str) -> str:
    """What is known of a reason, a note and a source, and what more is to be said."""
    named = report.plan.reasons.get(told.reason)
    reason = f"[{named.say(lang) if named else told.reason}]" if told.reason else ""
    return " ".join(text for text in (reason, told.note, told.source, *more) if text)


# Columns that are called in a report as nowhere else.
_OWN = ("change", "date", "note", "old", "new", "since", "why", "recorded", "because", "silent")
_FLEXIBLE = ("title", "note", "why", "owner", "because")


def _columns(names: tuple[str, ...], lang: str) -> tuple[Column, ...]:
    return tuple(
        Column(
            name,
            say(f"report.{name}" if name in _OWN else name, lang),
            flexible=name in _FLEXIBLE,
            priority=9 if name == "id" else 5,
            style="id" if name == "id" else "",
        )
        for name in names
    )


def _repeats(report: Report) -> bool:
    """Whether a milestone counts in several topics."""
    return any(len(topics_of(row, report.plan)) > 1 for row in report.every)


def _joint(report: Report) -> bool:
    """Whether a milestone counts for several owners."""
    return any(len(row.milestone.leads) > 1 for row in report.every)


def _groups(
    key: str, label: str, found: Sequence[Group], report: Report, lang: str, overlap: bool
) -> Section:
    counted = {"overdue": "overdue", "due-soon": "due-soon", "met": "report.met"}
    columns = (
        Column("name", label, flexible=True, priority=9),
        Column("total", say("report.total", lang), align="right", priority=8),
        *(
            Column(name, say(word, lang).capitalize(), align="right", priority=7 - number)
            for number, (name, word) in enumerate(counted.items())
        ),
        *(
            Column(name, say(name, lang).capitalize(), align="right", priority=5)
            for name in GIVEN_UP
        ),
    )
    body = tuple((_name(key, group.key, report, lang), *_cells(group.counts)) for group in found)
    notes = (say(f"report.{key}-add-up", lang),) if overlap else ()
    table = Table(columns, body, notes=notes)
    keys = tuple(str(group.key) for group in found)
    return Section(key, say(f"report.{key}", lang), table, keys=keys)


def _cells(counts: Counts) -> tuple[str | Cell, ...]:
    return (
        str(counts.total),
        Cell(str(counts.overdue or ""), "late"),
        str(counts.due_soon or ""),
        str(counts.met or ""),
        *(Cell(str(n or ""), STATE[name].style) for name, n in counts.given_up.items()),
    )


def _name(key: str, value: TopicName, report: Report, lang: str) -> str:
    if key == "topics":
        topic = report.plan.topic_by_number.get(value)
        return f"{value} {topic.title.say(lang)}" if topic else str(value)
    owner = report.plan.owners.get(str(value))
    return f"{value} {owner.name.say(lang)}" if owner else str(value)


def _score(report: Report, lang: str) -> Section:
    """What became of what was promised, by the fiscal year of its baseline."""
    found = report.by_year
    if not found.whole.judged:
        return Section("score", "", Table((), ()))
    ends = [phrase("score.open-at", year=year, count=n) for year, n in found.backlog.items()]
    backlog = (say("score.backlog-at", lang, ends=ends),) if ends else ()
    notes = (score_head(found, lang), *backlog, *score_notes(found, lang))
    table = replace(score_table(found, lang, delays=False), notes=notes)
    return Section("score", say("report.score", lang), table)


def _warnings(findings: Sequence[Fault], lang: str) -> Section:
    columns = (
        Column("line", say("report.line", lang), align="right", priority=9),
        Column("what", say("report.what", lang), flexible=True, priority=8),
    )
    body = tuple(
        (f"{item.line}:{item.column}", sentence(item, lang))
        for item in findings
        if item.severity == "warning"
    )
    return Section("warnings", say("report.warnings", lang), Table(columns, body))
