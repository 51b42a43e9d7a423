"""A report in words and tables: its sections in order, in one language, empty ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spaceplan.answers import rows as view
from spaceplan.answers.data import slip_text
from spaceplan.answers.detail import change_text, value_text
from spaceplan.errors import Fault
from spaceplan.render.table import Cell, Column, Table
from spaceplan.report.content import Counts, Group, Happened, Report, target_of
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.state import slip_between
from spaceplan.words import pick, say, sentence


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``rows`` are the milestones that the table lists, ``about`` those whose
    changes it lists, each one for each of its rows."""

    key: str
    title: str
    table: Table
    rows: tuple[Row, ...] = ()
    about: tuple[Row, ...] = ()


def headline(report: Report, lang: str) -> str:
    """The one sentence: how it stands, and what changed in that since the period before."""
    now, before = report.now, report.before
    ja = (
        f"{now.total}件のうち期限超過 {now.overdue}{_delta(now.overdue, before.overdue)}、"
        f"期限間近 {now.due_soon}{_delta(now.due_soon, before.due_soon)}、"
        f"完了・開始済み {now.met}{_delta(now.met, before.met)}。"
    )
    en = (
        f"{now.overdue}{_delta(now.overdue, before.overdue)} of {now.total} milestones "
        "are overdue, "
        f"{now.due_soon}{_delta(now.due_soon, before.due_soon)} due soon, "
        f"{now.met}{_delta(now.met, before.met)} done or begun; "
    )
    changed = {
        one.milestone.id
        for group in (report.statuses, report.moves, report.added, report.dropped)
        for one in group
    }
    new = len(report.newly_overdue)
    ja += (
        f"この期間に{len(changed)}件が変わり、{new}件が新たに期限超過となりました。"
        if changed or new
        else "この期間に変わったものはありません。"
    )
    en += (
        f"{_count(len(changed), 'milestone')} changed and {new} became overdue in this period."
        if changed or new
        else "nothing changed in this period."
    )
    return pick(lang, ja, en)


def _delta(now: int, before: int) -> str:
    return f" ({now - before:+d})" if now != before else ""


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def sections(
    report: Report, findings: Sequence[Fault], lang: str, *, by_owner: bool = False
) -> list[Section]:
    """The sections of a report, in their fixed order."""
    found = [
        _statuses(report, lang),
        _moves(report, lang),
        _events("added", ("新しいマイルストーン", "New milestones"), report.added, report, lang),
        _events("dropped", ("取りやめ", "Dropped"), report.dropped, report, lang),
        _events(
            "notes", ("メモ・確認・その他", "Notes, checks and other"), report.others, report, lang
        ),
        _rows(
            "newly-overdue",
            ("新たに期限超過", "Newly overdue"),
            report.newly_overdue,
            view.OVERDUE,
            report,
            lang,
        ),
        *_overdue(report, lang, by_owner),
        _rows(
            "due-4-weeks",
            ("今後4週間に期限", "Due in the next four weeks"),
            report.due_soon,
            view.DUE,
            report,
            lang,
        ),
        _rows(
            "due-quarter",
            ("その後、3か月以内に期限", "Then due within three months"),
            report.due_quarter,
            view.DUE,
            report,
            lang,
        ),
        _rows(
            "due-year",
            ("その後、年度内に期限", "Then due in the rest of the fiscal year"),
            report.due_year,
            view.DUE,
            report,
            lang,
        ),
        _rows(
            "slipped",
            ("当初目標から最も遅れたもの", "Most slipped against the baseline"),
            report.slipped,
            ("id", "title", "baseline", "target", "state", "owner", "slip"),
            report,
            lang,
        ),
        _groups("topics", say("topic", lang), report.topics, report, lang),
        _groups("owners", say("owner", lang), report.owners, report, lang),
        _warnings(findings, lang),
    ]
    return [section for section in found if section.table.rows]


def _rows(
    key: str,
    title: tuple[str, str],
    found: Sequence[Row],
    names: tuple[str, ...],
    report: Report,
    lang: str,
    notes: tuple[str, ...] = (),
) -> Section:
    shown = (
        names
        if any(row.standing.slip or row.standing.moves for row in found)
        else tuple(name for name in names if name != "slip")
    )
    table = view.table(found, shown, report.plan, lang, notes)
    count = pick(lang, f"（{len(found)}件）", f" ({len(found)})")
    return Section(key, pick(lang, *title) + count, table, tuple(found))


def _overdue(report: Report, lang: str, by_owner: bool) -> Iterable[Section]:
    title = ("期限超過、遅れの大きい順", "All overdue, worst first")
    quiet = view.quiet_since(report.plan, report.period.last, lang)
    if not by_owner:
        return [_rows("overdue", title, report.overdue, view.OVERDUE, report, lang, quiet)]
    groups: dict[str, list[Row]] = {}
    for row in report.overdue:
        groups.setdefault(row.milestone.leads[0] if row.milestone.leads else "", []).append(row)
    made: list[Section] = []
    for code, inside in sorted(groups.items()):
        owner = report.plan.owners.get(code)
        name = f"{code} {owner.name.say(lang)}" if owner else pick(lang, "担当なし", "no owner")
        titles = (f"期限超過: {name}", f"Overdue: {name}")
        notes = quiet if len(made) == len(groups) - 1 else ()
        made.append(_rows(f"overdue-{code}", titles, inside, view.OVERDUE, report, lang, notes))
    return made


def _statuses(report: Report, lang: str) -> Section:
    columns = _columns(("id", "title", "change", "date", "note"), lang)
    body = []
    for one in report.statuses:
        edit = one.change.edit_of("status")
        if edit is None and one.change.occurred:
            what = pick(lang, "実施", "took place")
        elif edit is None or edit.old == edit.new:
            what = pick(lang, "日付の訂正", "date corrected")
        else:
            what = f"{value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
        date = one.change.date.format(lang)
        if one.change.corrects:
            date = f"{one.change.corrects.format(lang)} → {date}"
        body.append((*_head(one, lang), what, date, _said(one, report, lang)))
    title = pick(lang, "状況の変化", "Status changes")
    return Section(
        "statuses", title, Table(columns, tuple(body)), about=_about(report.statuses, report)
    )


def _moves(report: Report, lang: str) -> Section:
    columns = _columns(("id", "title", "old", "new", "slip", "note"), lang)
    body = []
    for one in report.moves:
        edit = one.change.edit_of("target")
        old, new = (target_of(edit.old), target_of(edit.new)) if edit else (None, None)
        slip = slip_between(old, new, report.plan.rule) if old and new else None
        body.append(
            (
                *_head(one, lang),
                old.format(lang) if old else "",
                new.format(lang) if new else "",
                Cell(slip_text(slip, lang), "warn" if slip else ""),
                _said(one, report, lang),
            )
        )
    title = pick(lang, "目標の変更", "Targets moved")
    return Section("moves", title, Table(columns, tuple(body)), about=_about(report.moves, report))


def _events(
    key: str, title: tuple[str, str], found: Sequence[Happened], report: Report, lang: str
) -> Section:
    columns = _columns(("id", "title", "date", "note"), lang)
    body = tuple(
        (
            *_head(one, lang),
            one.change.date.format(lang),
            change_text(one.change, report.plan, lang),
        )
        for one in found
    )
    return Section(key, pick(lang, *title), Table(columns, body), about=_about(found, report))


def _about(found: Sequence[Happened], report: Report) -> tuple[Row, ...]:
    rows = {row.milestone.id: row for row in report.every}
    return tuple(rows[one.milestone.id] for one in found)


def _head(one: Happened, lang: str) -> tuple[Cell, str]:
    return Cell(one.milestone.id, "id"), one.milestone.title.say(lang)


def _said(one: Happened, report: Report, lang: str) -> str:
    change = one.change
    parts = []
    if change.reason:
        reason = report.plan.reasons.get(change.reason)
        parts.append(f"[{reason.say(lang) if reason else change.reason}]")
    parts += [text for text in (change.note, change.source) if text]
    if change.reverts:
        parts.append(
            pick(lang, f"（変更 {change.reverts} の取消し）", f"(reverts {change.reverts})")
        )
    return " ".join(parts)


_TITLES = {
    "change": ("変化", "Change"),
    "date": ("日付", "Date"),
    "note": ("メモ・出典", "Note and source"),
    "old": ("旧目標", "From"),
    "new": ("新目標", "To"),
}
_FLEXIBLE = ("title", "note")


def _columns(names: tuple[str, ...], lang: str) -> tuple[Column, ...]:
    return tuple(
        Column(
            name,
            pick(lang, *_TITLES[name]) if name in _TITLES else say(name, lang),
            flexible=name in _FLEXIBLE,
            priority=9 if name == "id" else 5,
            style="id" if name == "id" else "",
        )
        for name in names
    )


def _groups(key: str, label: str, found: Sequence[Group], report: Report, lang: str) -> Section:
    columns = (
        Column("name", label, flexible=True, priority=9),
        Column("total", pick(lang, "件数", "Milestones"), align="right", priority=8),
        Column("overdue", say("overdue", lang), align="right", priority=7),
        Column("due-soon", say("due-soon", lang), align="right", priority=6),
        Column("met", pick(lang, "完了・開始", "done or begun"), align="right", priority=5),
    )
    body = tuple((_name(key, group.key, report, lang), *_cells(group.counts)) for group in found)
    notes: tuple[str, ...] = ()
    if key == "topics":
        notes = (
            pick(
                lang,
                "論点ごとの数は再掲を含むため、合計は全体より多くなります",
                "a topic counts what is repeated in it, so topics add up to more than the plan",
            ),
        )
    if key == "owners":
        notes = (
            pick(
                lang,
                "共同のものはそれぞれの担当に数えます",
                "a joint milestone counts for each of its owners",
            ),
        )
    title = (
        pick(lang, "論点別", "By topic") if key == "topics" else pick(lang, "担当別", "By owner")
    )
    return Section(key, title, Table(columns, body, notes=notes))


def _cells(counts: Counts) -> tuple[str | Cell, ...]:
    return (
        str(counts.total),
        Cell(str(counts.overdue or ""), "late"),
        str(counts.due_soon or ""),
        str(counts.met or ""),
    )


def _name(key: str, value: str, report: Report, lang: str) -> str:
    if key == "topics":
        topic = report.plan.topic_by_number.get(int(value))
        return f"{value} {topic.title.say(lang)}" if topic else value
    owner = report.plan.owners.get(value)
    return f"{value} {owner.name.say(lang)}" if owner else value


def _warnings(findings: Sequence[Fault], lang: str) -> Section:
    columns = (
        Column("line", pick(lang, "行", "Line"), align="right", priority=9),
        Column("what", pick(lang, "内容", "What"), flexible=True, priority=8),
    )
    body = tuple(
        (f"{item.line}:{item.column}", sentence(item, lang))
        for item in findings
        if item.severity == "warning"
    )
    title = pick(lang, "データの注意（spaceplan check）", "Data warnings (spaceplan check)")
    return Section("warnings", title, Table(columns, body))
