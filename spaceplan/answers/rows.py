"""Flat answers: one row for each original, as a table, as CSV records, as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from functools import cache

from spaceplan.answers.signs import NONE, Signs, signs_of
from spaceplan.render.table import NARROWEST, Cell, Column, Table
from spaceplan.roadmap.lifecycle import claimed
from spaceplan.roadmap.model import OTHERS, Milestone, Plan
from spaceplan.roadmap.query import Row, last_recorded
from spaceplan.roadmap.registry import Words
from spaceplan.roadmap.spans import format_span
from spaceplan.roadmap.state import Slip
from spaceplan.roadmap.states import MET_LATE, STATE
from spaceplan.roadmap.times import FISCAL_UNITS, Time
from spaceplan.words import day_text, listed, say

# After so long without an entry a list says that overdue is what the plan knows.
QUIET = timedelta(days=30)
LIST = ("id", "title", "target", "state", "owner", "slip")
DUE = ("due", "id", "title", "target", "state", "owner", "slip")
OVERDUE = ("id", "title", "target", "due", "late", "owner", "slip")
_FLEXIBLE = ("title", "owner", "target", "late", "state")
# Two codes, or one short name and how many more: owners still stand beside the rest at 80 columns;
# titles are cut last.
_LEAST = {"owner": 11, "title": 18, "state": 12, "target": 12}
# What is broken between its parts.
_PARTED = ("owner", "target", "state", "late")
_WEIGHT = {"title": 3, "state": 2, "target": 2}
# The target says when in the words of the plan, and to those who know its calendar the day too.
_REPEATS = ("due",)
_PRIORITY = {
    "id": 9,
    "title": 8,
    "target": 7,
    "late": 8,
    "state": 6,
    "due": 6,
    "owner": 7,
    "baseline": 5,
    "slip": 5,
}
_LEAST_PRIORITY = 3
# So many owners stand in a narrow table where there are more than one beside them.
_FIRST_OWNERS = 2
_ERA = "（(令和|平成|昭和)(元|[0-9]+)年度）"
_ERAS = {"令和": "R", "平成": "H", "昭和": "S"}


def quiet_since(plan: Plan, day: date, lang: str) -> tuple[str, ...]:
    """ "Nothing recorded since DATE", where the last entry lies long before ``day``."""
    newest = last_recorded(plan)
    since = newest or plan.decided
    if day - since <= QUIET:
        return ()
    key = "answers.quiet-since" if newest else "answers.quiet-since-decided"
    return (say(key, lang, since=since),)


def owners_text(codes: tuple[str, ...], plan: Plan, lang: str) -> str:
    """``MEXT, JAXA and others`` / ``文科省、JAXA等``."""
    named = [
        plan.owners[code].in_lists(lang) if code in plan.owners else code
        for code in codes
        if code != OTHERS
    ]
    if OTHERS not in codes:
        return listed(named, lang)
    key = "answers.and-others" if named else "answers.others"
    return say(key, lang, named=listed(named, lang))


def owners_cell(codes: tuple[str, ...], plan: Plan, lang: str) -> Cell:
    """The same; where a table is narrow the first of many, and how many more there are."""
    text = owners_text(codes, plan, lang)
    more = len(codes) - _FIRST_OWNERS
    if more < _FIRST_OWNERS:
        return Cell(text)
    first = codes[:_FIRST_OWNERS]
    if OTHERS in codes:
        return Cell(text, short=owners_text((*first, OTHERS), plan, lang))
    named = owners_text(first, plan, lang)
    return Cell(text, short=say("answers.and-so-many", lang, named=named, count=more))


def target_text(milestone: Milestone, lang: str) -> str:
    """The target in its own precision; the horizon of one that has none, in brackets."""
    if milestone.target is None:
        if milestone.horizon is None:
            return ""
        return say("answers.in-view", lang, horizon=milestone.horizon.format(lang))
    return milestone.target.format(lang)


def state_cell(row: Row, lang: str, signs: Signs = NONE) -> Cell:
    """The state with its signs, with how much is delivered, what took its place, how late
    something was met, or which years went unmet."""
    judged = row.standing
    text = signs.beside(say(judged.state, lang), row)
    if row.milestone.progress and not claimed(row.milestone):
        part = say("answers.delivered", lang, part=row.milestone.progress)
        text += say("answers.in-brackets", lang, text=part)
    if row.by:
        text += f" → {', '.join(row.by)}"
    if judged.state in MET_LATE and judged.late:
        text += say("answers.in-brackets", lang, text=format_span(*judged.late, lang))
        return Cell(text, STATE[judged.state].style, short=_short_span(text))
    if judged.is_late and judged.unmet:
        # The day that a list is about may lie ahead: what is late is an earlier one.
        unmet = unmet_text(row, lang)
        return Cell(text + unmet, STATE[judged.state].style, short=text)
    return Cell(text, STATE[judged.state].style)


def unmet_text(row: Row, lang: str) -> str:
    """Which years went unmet, in brackets."""
    target, years = row.milestone.target, row.standing.unmet
    fiscal = target is None or target.start.unit in FISCAL_UNITS
    first = say("answers.fiscal-year" if fiscal else "answers.year", lang, year=years[0])
    key = "answers.unmet" if len(years) == 1 else "answers.unmet-since"
    return say(key, lang, first=first, count=len(years))


def slips(row: Row) -> bool:
    """Whether ``slip_cell`` has anything to tell of a row."""
    judged = row.standing
    return bool(judged.slip or judged.moves > 1 or judged.anew)


def slip_text(slip: Slip | None, lang: str) -> str:
    """``+2 years``, ``-6 months`` or nothing."""
    if slip is None:
        return ""
    sign = "+" if slip.later else "-"
    return sign + format_span(slip.earlier, slip.latest, lang)


def late_cell(row: Row, lang: str, signs: Signs | None = None) -> Cell:
    """How late, and for a recurring one how many years went unmet; with its signs where no state
    stands beside it."""
    judged = row.standing
    if judged.late is None:
        return Cell("")
    text = format_span(*judged.late, lang)
    unmet = len(judged.unmet)
    more = say("answers.years-unmet", lang, count=unmet) if unmet > 1 else ""
    short, text = _short_span(text), text + more
    if signs is not None:
        short, text = signs.beside(short, row), signs.beside(text, row)
    return Cell(text, "late", short=short)


def _short_span(text: str) -> str:
    """``2y 7m`` for ``2 years 7 months``."""
    return re.sub(r"(?<=[0-9]) (y|m|d)[a-z]+", r"\1", text)


def slip_cell(row: Row, lang: str) -> Cell:
    """Slip against the first baseline, how often the target moved where that was several times,
    and how often the baseline was set anew, with the slip since."""
    judged = row.standing
    text, more = slip_text(judged.slip, lang), []
    if judged.moves > 1:
        more.append(say("answers.moved-times", lang, count=judged.moves))
    if judged.anew:
        since = slip_text(judged.since_anew, lang)
        anew = say("answers.set-anew", lang, count=judged.anew)
        more.append(say("answers.since-anew", lang, anew=anew, slip=since) if since else anew)
    if more:
        said = listed(more, lang)
        text = f"{text} ({said})" if text else said
    return Cell(text, "warn" if text else "", short=_short_span(text))


def newest_word(row: Row, plan: Plan, lang: str) -> Cell:
    """How old the newest word on a milestone is: a change, a look, or the plan itself."""
    from spaceplan.roadmap.flags import last_word

    text = format_span(last_word(row, plan), row.day, lang)
    return Cell(text, short=_short_span(text))


def title_text(row: Row, lang: str) -> str:
    """The title, with the ids under which it is repeated."""
    title = row.milestone.title.say(lang)
    if row.also:
        title += say("answers.also", lang, also=", ".join(row.also))
    return title


def table(
    found: Sequence[Row],
    names: tuple[str, ...],
    plan: Plan,
    lang: str,
    notes: tuple[str, ...],
    but: Collection[str] = (),
) -> Table:
    """A table of the named columns, with signs beside the state, else beside how late it is, and
    below it what they mean; ``but`` the flags that it is about."""
    beside = next((name for name in ("state", "late") if name in names), "")
    signs = signs_of(found, plan, but) if beside else NONE
    columns = tuple(
        Column(
            name,
            say(name, lang),
            flexible=name in _FLEXIBLE,
            least=_LEAST.get(name, NARROWEST),
            weight=_WEIGHT.get(name, 1),
            repeats=name in _REPEATS and "target" in names,
            parted=name in _PARTED,
            priority=_PRIORITY.get(name, _LEAST_PRIORITY),
            style="id" if name == "id" else "",
        )
        for name in names
    )
    # Many rows have the same few owners.
    owners = cache(lambda codes: owners_cell(codes, plan, lang))
    cells: dict[str, Callable[[Row], str | Cell]] = {
        "id": lambda row: Cell(row.milestone.id, "id"),
        "title": lambda row: title_text(row, lang),
        "target": lambda row: _target_cell(row.milestone, lang),
        "due": lambda row: day_text(row.standing.due, lang),
        "state": lambda row: state_cell(row, lang, signs if beside == "state" else NONE),
        "late": lambda row: late_cell(row, lang, signs if beside == "late" else None),
        "slip": lambda row: slip_cell(row, lang),
        "word": lambda row: newest_word(row, plan, lang),
        "owner": lambda row: owners(row.milestone.owner),
    }
    made = [list(map(cells.get(name) or _value_cells(name, lang), found)) for name in names]
    return Table(columns, tuple(zip(*made, strict=True)), notes=(*signs.notes(lang), *notes))


def _value_cells(name: str, lang: str) -> Callable[[Row], str]:
    return lambda row: _value_cell(getattr(row.milestone, name), lang)


def _target_cell(milestone: Milestone, lang: str) -> str | Cell:
    """The target, in a narrow table with its era as a letter."""
    target = target_text(milestone, lang)
    if "（" not in target:
        return target
    return Cell(target, short=re.sub(_ERA, lambda era: f"（{_ERAS[era[1]]}{era[2]}）", target))


def _value_cell(value: object, lang: str) -> str:
    """A field's value that nothing more is said of; "" where there is none."""
    if isinstance(value, tuple):
        return listed([str(one) for one in value], lang)
    if isinstance(value, Time):
        return value.format(lang)
    if isinstance(value, Words):
        return value.say(lang)
    return say(str(value), lang) if value else ""
