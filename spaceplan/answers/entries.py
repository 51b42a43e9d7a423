"""An entry of a milestone's history, in words."""

from __future__ import annotations

from spaceplan.render.page import Line
from spaceplan.roadmap.entry import Change
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.times import Time
from spaceplan.words import day_text, say


def change_lines(change: Change, plan: Plan, lang: str) -> list[Line]:
    """One history entry, its date first; the further lines of a note stand below, indented."""
    text = f"{change.date.format(lang)}  {change_text(change, plan, lang)}"
    first, *others = text.replace("\r\n", "\n").strip("\n").split("\n")
    return [Line(first, indent=2), *(Line(other, indent=6) for other in others)]


def change_text(change: Change, plan: Plan, lang: str) -> str:
    """What one history entry says; a note of several lines keeps them."""
    said: list[str] = []
    if change.added:
        said.append(say("answers.was-added", lang))
    if change.occurred:
        said.append(say("answers.took-place-then", lang))
    for edit in change.edits:
        said.append(
            f"{say(edit.field, lang)}: {value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
        )
    if change.checked:
        seen = change.checked
        span = day_text(seen.first, lang)
        if seen.first != seen.last:
            span = say("answers.from-to-year", lang, first=span, last=seen.last)
        said.append(say("answers.was-checked", lang, span=span, count=seen.count))
    if change.verified is not None:
        said.append(say("verified" if change.verified else "disputed", lang))
    if change.corrects:
        said.append(say("answers.corrects", lang, date=change.corrects))
    if change.reverts:
        said.append(say("answers.reverts", lang, change=change.reverts))
    if change.reason:
        reason = plan.reasons.get(change.reason)
        said.append(f"[{reason.say(lang) if reason else change.reason}]")
    said += [text for _, text in told_of(change, lang)]
    if change.who:
        said.append(f"({change.who})")
    return "  ".join(part for part in said if part)


def told_of(change: Change, lang: str) -> list[tuple[str, str]]:
    """What an entry tells beside its reason and who says so, as (key, text)."""
    told = [(name, getattr(change, name)) for name in ("note", "source")]
    if change.remedy or change.remedy_by:
        by = say("answers.by", lang, time=change.remedy_by.format(lang)) if change.remedy_by else ""
        told.append(("remedy", say("answers.remedy", lang, remedy=change.remedy, by=by)))
    told.append(("authority", decided_text(change, lang)))
    return [(key, text) for key, text in told if text]


def decided_text(change: Change, lang: str) -> str:
    """Who decided it; that it is only reported where that should be told and is not."""
    if change.authority:
        return say("answers.decided-by", lang, who=change.authority)
    return say("answers.reported", lang) if change.undecided else ""


def value_text(value: object, lang: str) -> str:
    """A field's value for people."""
    if value is None or value == ():
        return say("answers.none", lang)
    if isinstance(value, Time):
        return value.format(lang)
    if isinstance(value, Words):
        return value.say(lang)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{label}: {place}" for label, place in value.items())
    return say(str(value), lang)
