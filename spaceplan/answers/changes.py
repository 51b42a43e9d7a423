"""What an update changed, as a short diff."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.answers.entries import value_text
from spaceplan.answers.rows import slip_text
from spaceplan.record.planned import Groundwork, Planned
from spaceplan.render.page import Block, Facts, Heading
from spaceplan.render.table import Cell
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.state import slip_between
from spaceplan.roadmap.times import Time
from spaceplan.roadmap.truth import date_before
from spaceplan.words import LANGUAGES, day_text, say


def ground_lines(ground: Groundwork, lang: str) -> list[str]:
    """What a new revision brings beside changes of milestones."""
    said = [say("answers.topic-added", lang, number=data["number"]) for data in ground.topics]
    said += [say("answers.document-added", lang, label=data["label"]) for data in ground.documents]
    if ground.repeats:
        names = ", ".join(name for name, _ in ground.repeats)
        said.append(say("answers.repeats-elsewhere", lang, names=names))
    return said


def diff_blocks(plan: Plan, planned: Iterable[Planned], lang: str) -> list[Block]:
    """One heading for each milestone, and what changes in it."""
    blocks: list[Block] = []
    for one in planned:
        milestone = one.milestone
        blocks.append(Heading(3, f"{milestone.id}  {milestone.title.say(lang)}"))
        blocks.append(Facts((*_changed(plan, one, lang), *_told(plan, one, lang))))
    return blocks


def blocks_by_owner(plan: Plan, planned: Iterable[Planned], lang: str) -> list[Block]:
    """``diff_blocks`` under a heading for each lead owner, where there are several."""
    by_owner: dict[str, list[Planned]] = {}
    for one in planned:
        by_owner.setdefault((*one.milestone.leads, "")[0], []).append(one)
    if len(by_owner) < 2:
        return [block for found in by_owner.values() for block in diff_blocks(plan, found, lang)]
    blocks: list[Block] = []
    for code, found in by_owner.items():
        owner = plan.owners.get(code)
        name = owner.name.say(lang) if owner else say("answers.no-owner", lang)
        blocks.append(Heading(2, f"{name} ({code})" if code else name))
        blocks += diff_blocks(plan, found, lang)
    return blocks


def _changed(plan: Plan, one: Planned, lang: str) -> list[tuple[str, str | Cell]]:
    """The fields that change, from and to."""
    milestone, entry = one.milestone, one.entry
    pairs: list[tuple[str, str | Cell]] = []
    if entry.added:
        pairs.append(
            (say("answers.added", lang), value_text(milestone.target or milestone.kind, lang))
        )
    for edit in entry.edits:
        if isinstance(edit.old, Words) and isinstance(edit.new, Words):
            pairs += _languages(edit.field, edit.old, edit.new, lang)
            continue
        text = f"{value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
        if edit.old == edit.new:
            text = value_text(edit.new, lang)
        if isinstance(edit.old, Time) and isinstance(edit.new, Time):
            slip = slip_text(slip_between(edit.old, edit.new, plan.rule), lang)
            text += f" ({slip})" if slip else ""
        pairs.append((say(edit.field, lang), Cell(text, "strong")))
    for stays in one.stays:
        said = "present-stays-since" if stays.since else "present-stays"
        held = value_text(stays.value, lang)
        since = stays.since.format(lang) if stays.since else ""
        text = say(f"answers.{said}", lang, value=held, since=since)
        pairs.append((say("answers.present", lang), text))
    for name, value in one.set_also.items():
        pairs.append((say(name, lang), value_text(value, lang)))
    return pairs


def _languages(name: str, old: Words, new: Words, lang: str) -> list[tuple[str, str | Cell]]:
    """A text in the language of the answer; in the other one where only that changes."""
    if old.say(lang) != new.say(lang):
        return [(say(name, lang), Cell(f"{old.say(lang)} → {new.say(lang)}", "strong"))]
    other = next(one for one in LANGUAGES if one != lang)
    label = say("answers.in-language", lang, name=say(name, lang), language=other)
    return [(label, Cell(f"{getattr(old, other)} → {getattr(new, other)}", "strong"))]


def _told(plan: Plan, one: Planned, lang: str) -> list[tuple[str, str | Cell]]:
    """What is told beside them."""
    entry = one.entry
    pairs: list[tuple[str, str | Cell]] = []
    if entry.occurred:
        pairs.append((say("answers.took-place", lang), entry.date.format(lang)))
    if entry.checked:
        seen = entry.checked
        pairs.append((say("answers.checked", lang), f"{day_text(seen.last, lang)} ({seen.count}×)"))
    if entry.verified is not None:
        verdict = "verified" if entry.verified else "disputed"
        pairs.append((say("verdict", lang), say(verdict, lang)))
    wrong = date_before(one.milestone, plan, entry) if entry.corrects else None
    corrected = wrong.format(lang) + " → " if wrong else ""
    pairs.append((say("answers.date", lang), corrected + entry.date.format(lang)))
    if entry.reverts:
        pairs.append((say("answers.takes-back", lang), entry.reverts))
    if entry.reason:
        name_of = plan.reasons.get(entry.reason)
        pairs.append((say("reason", lang), name_of.say(lang) if name_of else entry.reason))
    pairs += [
        (label, text)
        for label, text in (
            (say("answers.note", lang), entry.note),
            (say("answers.source", lang), entry.source),
            (say("remedy", lang), entry.remedy),
            (say("remedy_by", lang), entry.remedy_by.format(lang) if entry.remedy_by else ""),
            (
                say("authority", lang),
                entry.authority or (say("answers.reported-fact", lang) if entry.undecided else ""),
            ),
            (say("answers.who", lang), entry.who),
        )
        if text
    ]
    return pairs
