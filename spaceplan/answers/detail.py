"""``show``: a topic, a milestone, a chart in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from spaceplan.answers.entries import change_lines, value_text
from spaceplan.answers.looks import folded
from spaceplan.answers.rows import (
    late_cell,
    owners_text,
    slip_cell,
    slips,
    state_cell,
    target_text,
)
from spaceplan.answers.signs import Signs, signs_of
from spaceplan.errors import phrase
from spaceplan.frozen import dataclass
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell
from spaceplan.roadmap.fields import SHOWN, Field
from spaceplan.roadmap.flags import flags_of
from spaceplan.roadmap.model import After, Milestone, Plan
from spaceplan.roadmap.outlook import awaited_by, waiting_for
from spaceplan.roadmap.own import own_text
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.references import charts_of
from spaceplan.roadmap.registry import Subsection, Topic, TopicName, Words
from spaceplan.roadmap.state import standing
from spaceplan.words import listed, say

Pair = tuple[str, str | Cell]


def row_of(milestone: Milestone, plan: Plan, day: date) -> Row:
    """A milestone with how it stands."""
    repeats = tuple(repeat.id for repeat in plan.repeats.get(milestone.id, ()))
    by = plan.successors.get(milestone.id, ())
    return Row(milestone, standing(milestone, plan, day), repeats, day, by)


def topic_blocks(
    topic: Topic, plan: Plan, day: date, lang: str, wording: Mapping[str, str]
) -> list[Block]:
    """A topic, whole: its bullets in order with how each stands, and its questions."""
    entries = plan.by_topic.get(topic.number, ())
    look = _look_at(entries, plan, day)
    blocks: list[Block] = [
        Heading(1, f"{say('topic', lang)} {topic.number}  {topic.title.say(lang)}"),
        Facts((*_other_language(topic.title, lang), *_charts(topic.charts, lang))),
    ]
    blocks.append(Line(_counts(entries, plan, lang), indent=2))
    for part in (None, *topic.subsections):
        inside = [entry for entry in entries if entry.subsection == (part.number if part else None)]
        if part is None and not inside:
            continue
        if part is not None:
            blocks += _subsection_head(part, lang)
        for entry in inside:
            blocks += _entry_lines(entry, plan, look, lang, wording)
        if part is not None and part.question:
            blocks.append(Line(f"⇒ {part.question.say(lang)}", indent=2))
    if topic.questions:
        blocks.append(Heading(2, say("question", lang)))
        blocks += [Line(f"⇒ {question.say(lang)}", indent=2) for question in topic.questions]
    return [*blocks, *_notes(look, lang), *_chart_note(topic.number, plan, lang)]


@dataclass(frozen=True, slots=True)
class _Look:
    """How the originals of some entries stand, by id, and their signs."""

    rows: Mapping[str, Row]
    signs: Signs


def _look_at(entries: Iterable[Milestone], plan: Plan, day: date) -> _Look:
    rows = {one.id: row_of(one, plan, day) for entry in entries for one in plan.originals(entry)}
    return _Look(rows, signs_of(rows.values(), plan))


def _notes(look: _Look, lang: str) -> list[Block]:
    notes = [Line(note) for note in look.signs.notes(lang)]
    return [Line(""), *notes] if notes else []


def _counts(entries: Sequence[Milestone], plan: Plan, lang: str) -> str:
    bullets = {plan.bullet_of(entry.id) for entry in entries}
    commitments = {original.id for entry in entries for original in plan.originals(entry)}
    originals = {plan.bullet_of(name) for name in commitments}
    return say(
        "answers.counts",
        lang,
        bullets=len(bullets),
        commitments=len(originals),
        milestones=len(commitments),
    )


def _subsection_head(part: Subsection, lang: str) -> list[Block]:
    mark = f"{part.mark} " if part.mark else ""
    charts = ""
    if part.charts:
        key = "answers.on-chart" if len(part.charts) == 1 else "answers.on-charts"
        charts = say("answers.in-brackets", lang, text=say(key, lang, charts=part.charts))
    return [Heading(2, f"{mark}{part.title.say(lang)}{charts}")]


def _entry_lines(
    entry: Milestone,
    plan: Plan,
    look: _Look,
    lang: str,
    wording: Mapping[str, str],
) -> list[Block]:
    """A bullet in its topic: one line of title, one of how it stands."""
    blocks: list[Block] = []
    tail = say("answers.repeats", lang, id=entry.same_as) if entry.same_as else ""
    for original in plan.originals(entry):
        name = entry.id
        if entry.same_as and original.id != entry.same_as:
            name += f" = {original.id}"
        blocks.append(Line(f"{name}  {original.title.say(lang)}{tail}", style="strong"))
        blocks.append(Line(_standing_line(original.id, look, plan, lang), indent=6))
    if entry.text in wording:
        blocks.append(Line(f"「{wording[entry.text]}」", indent=6))
    elif wording and entry.text:
        blocks.append(Line(say("answers.not-in-document", lang), indent=6))
    return blocks


def _standing_line(name: str, look: _Look, plan: Plan, lang: str) -> str:
    row = look.rows[name]
    parts = [
        state_cell(row, lang, look.signs).text,
        target_text(row.milestone, lang),
        say("answers.late-by", lang, span=late_cell(row, lang).text)
        if row.standing.is_late
        else "",
        slip_cell(row, lang).text,
        owners_text(row.milestone.owner, plan, lang),
    ]
    return " · ".join(part for part in parts if part)


def milestone_blocks(
    milestone: Milestone,
    plan: Plan,
    day: date,
    lang: str,
    under: Milestone | None,
    wording: Mapping[str, str],
) -> list[Block]:
    """A milestone in full; ``under`` is the repeat by which it was asked for.

    ``wording`` holds the official text by fingerprint, where a document is at hand.
    """
    row = row_of(milestone, plan, day)
    asked = Asked(plan, lang, under, wording)
    pairs = tuple(
        pair for field in SHOWN for pair in _IN_FULL.get(field.name, _plain(field))(row, asked)
    )
    own = {**(under.own if under else {}), **milestone.own}
    pairs += tuple((key, own_text(value)) for key, value in own.items())
    blocks: list[Block] = [
        Heading(1, f"{milestone.id}  {milestone.title.say(lang)}"),
        Facts(pairs),
    ]
    if milestone.history:
        blocks.append(Heading(2, say("history", lang)))
        listed = ((milestone, change) for change in reversed(milestone.history))
        for _, change in folded(listed):
            blocks += change_lines(change, plan, lang)
    return blocks


@dataclass(frozen=True, slots=True)
class Asked:
    """What a milestone in full is made from beside itself; see ``milestone_blocks``."""

    plan: Plan
    lang: str
    under: Milestone | None
    wording: Mapping[str, str]


_Tell = Callable[[Row, Asked], list[Pair]]


def _plain(field: Field) -> _Tell:
    """A field as its label and its value, where it has one."""

    def tell(row: Row, asked: Asked) -> list[Pair]:
        value = getattr(row.milestone, field.name)
        if value in (None, "", (), {}):
            return []
        return [(say(field.name, asked.lang), value_text(value, asked.lang))]

    return tell


def _titles(row: Row, asked: Asked) -> list[Pair]:
    """Its other title, and the repeat by which it was asked for."""
    lang, under = asked.lang, asked.under
    pairs: list[Pair] = list(_other_language(row.milestone.title, lang))
    if under is not None:
        place = asked.plan.topic_by_number.get(under.topic)
        title = place.title.say(lang) if place else ""
        said = say("answers.asked-by-repeat", lang, id=under.id, topic=under.topic, title=title)
        pairs.append((say("also", lang), said))
    return pairs


def _topic(row: Row, asked: Asked) -> list[Pair]:
    number = row.milestone.topic
    topic = asked.plan.topic_by_number.get(number)
    title = topic.title.say(asked.lang) if topic else ""
    return [(say("topic", asked.lang), f"{number}  {title}")]


def _charts_of(row: Row, asked: Asked) -> list[Pair]:
    milestone, lang = row.milestone, asked.lang
    charts = _charts(milestone.charts, lang)
    if charts and milestone.chart_basis == "assigned":
        charts = ((charts[0][0], charts[0][1] + say("answers.chosen-by-reading", lang)),)
    return list(charts)


def _states(row: Row, asked: Asked) -> list[Pair]:
    lang = asked.lang
    pairs: list[Pair] = [
        (say("state", lang), state_cell(row, lang)),
        (say("status", lang), say(row.milestone.status, lang)),
    ]
    flags = [say(name, lang) for name in _flags(row, asked)]
    if flags:
        pairs.append((say("flags", lang), say("answers.and-next", lang, names=flags)))
    return pairs


def _flags(row: Row, asked: Asked) -> tuple[str, ...]:
    """The flags that are up, but slipped, which stands by its baseline."""
    return tuple(name for name in flags_of(row, asked.plan) if name != "slipped")


def _target(row: Row, asked: Asked) -> list[Pair]:
    target, lang = row.milestone.target, asked.lang
    if target is None:
        return []
    due = row.standing.due or target.last_day(asked.plan.rule)
    until = say("answers.due-on", lang, due=due) if due else ""
    return [(say("target", lang), target.format(lang) + until)]


def _times(row: Row, asked: Asked) -> list[Pair]:
    text = times_text(row.milestone, asked.lang)
    return [(say("times", asked.lang), text)] if text else []


def _baseline(row: Row, asked: Asked) -> list[Pair]:
    """The first target, the baseline set anew, and the slip."""
    baseline, lang = row.milestone.baseline, asked.lang
    pairs: list[Pair] = [(say("baseline", lang), baseline.format(lang))] if baseline else []
    if row.milestone.rebaseline:
        pairs.append((say("rebaseline", lang), row.milestone.rebaseline.format(lang)))
    if slips(row):
        pairs.append((say("slip", lang), slip_cell(row, lang)))
    return pairs


def _forecast(row: Row, asked: Asked) -> list[Pair]:
    """When it is expected and how sure that is."""
    milestone, lang = row.milestone, asked.lang
    if milestone.forecast is None:
        return []
    sure = milestone.confidence
    how = say("answers.confidence", lang, sure=phrase(sure)) if sure else ""
    return [(say("forecast", lang), milestone.forecast.format(lang) + how)]


def _after(row: Row, asked: Asked) -> list[Pair]:
    """What must have happened before and what waits for it, next to it and through others; and
    why it is at risk."""
    milestone, plan, lang = row.milestone, asked.plan, asked.lang
    pairs: list[Pair] = [(say("after", lang), _awaited(one, asked)) for one in milestone.after]
    before, behind = awaited_by(milestone, plan), waiting_for(milestone, plan)
    for key, ids in (
        ("answers.after-through", before.through),
        ("answers.before", behind.direct),
        ("answers.before-through", behind.through),
    ):
        if ids:
            pairs.append(
                (say(key, lang), listed([_titled(name, plan, lang) for name in ids], lang))
            )
    return pairs


def _awaited(one: After, asked: Asked) -> str:
    said = say(one.basis, asked.lang)
    if one.source:
        said = say("answers.with-words", asked.lang, basis=said, words=one.source)
    return _titled(one.id, asked.plan, asked.lang) + say(
        "answers.in-brackets", asked.lang, text=said
    )


def _titled(name: str, plan: Plan, lang: str) -> str:
    """An id with its title, a repeat's being its original's; a split bullet has none."""
    meant = plan.originals(plan.by_id[name]) if name in plan.by_id else ()
    return f"{name} {meant[0].title.say(lang)}" if len(meant) == 1 else name


def _horizon(row: Row, asked: Asked) -> list[Pair]:
    """A year in view, and behind all times what came of them."""
    horizon, judged, lang = row.milestone.horizon, row.standing, asked.lang
    pairs: list[Pair] = [(say("horizon", lang), horizon.format(lang))] if horizon else []
    if judged.actual:
        pairs.append((say("actual", lang), judged.actual.format(lang)))
    if judged.late:
        pairs.append((say("late", lang), late_cell(row, lang)))
    if judged.unmet:
        years = ", ".join(f"FY{year}" for year in judged.unmet)
        pairs.append((say("answers.unmet-years", lang), years))
    return pairs


def _owner(row: Row, asked: Asked) -> list[Pair]:
    milestone, lang = row.milestone, asked.lang
    if not milestone.owner:
        return []
    return [(say("owner", lang), _owners(milestone.owner, asked.plan, lang, milestone.basis))]


def _partners(row: Row, asked: Asked) -> list[Pair]:
    """Whom it is done with, and the ids that repeat it."""
    partners, lang = row.milestone.partners, asked.lang
    pairs: list[Pair] = []
    if partners:
        pairs.append((say("partners", lang), _owners(partners, asked.plan, lang, "")))
    if row.also:
        pairs.append((say("answers.repeated-as", lang), ", ".join(row.also)))
    return pairs


def _lineage(row: Row, asked: Asked) -> list[Pair]:
    """What it took the place of, and what took its place, each with what became of it."""
    plan, lang = asked.plan, asked.lang
    old = [one.id for one in plan.meant(row.milestone.supersedes)]
    pairs: list[Pair] = []
    for key, names in (("supersedes", old), ("superseded_by", row.by)):
        for name in names:
            one = row_of(plan.by_id[name], plan, row.day)
            state = say("answers.in-brackets", lang, text=state_cell(one, lang).text)
            pairs.append((say(key, lang), f"{name} {one.milestone.title.say(lang)}{state}"))
    return pairs


def _wording(row: Row, asked: Asked) -> list[Pair]:
    text, wording = row.milestone.text, asked.wording
    if not text:
        return []
    said = wording.get(text, text)
    if wording and text not in wording:
        said += f": {say('answers.not-in-document', asked.lang)}"
    return [(say("wording", asked.lang), said)]


def _nothing(row: Row, asked: Asked) -> list[Pair]:
    return []


# Fields that say more than their value, or with another one; all others are ``_plain``.
_IN_FULL: dict[str, _Tell] = {
    "id": _nothing,  # the heading
    "title": _titles,
    "topic": _topic,
    "subsection": _nothing,  # the topic shows it
    "charts": _charts_of,
    "chart_basis": _nothing,  # beside the charts
    "status": _states,
    "target": _target,
    "times": _times,
    "baseline": _baseline,
    "rebaseline": _nothing,  # behind the baseline
    "forecast": _forecast,
    "confidence": _nothing,  # beside the forecast
    "after": _after,
    "horizon": _horizon,
    "owner": _owner,
    "basis": _nothing,  # beside the owner
    "partners": _partners,
    "supersedes": _lineage,
    "places": lambda row, asked: list(row.milestone.places.items()),
    "links": lambda row, asked: [(say("links", asked.lang), one) for one in row.milestone.links],
    "text": _wording,
    "history": _nothing,  # below
}


def times_text(milestone: Milestone, lang: str) -> str:
    """How often a year: ``about 3`` / ``約3回``; "" where it is not said."""
    times = milestone.times
    if times is None:
        return ""
    return say("answers.times-about" if times.about else "answers.times", lang, count=times.count)


def _owners(codes: tuple[str, ...], plan: Plan, lang: str, basis: str) -> str:
    """Codes with their names, and how the owner is known."""
    named = []
    for code in codes:
        owner = plan.owners.get(code)
        named.append(f"{code} {owner.name.say(lang)}" if owner else say(code, lang))
    text = listed(named, lang)
    if not basis:
        return text
    how = say(basis, lang)
    return text + say("answers.in-brackets", lang, text=how) if text else how


def _other_language(words: Words, lang: str) -> tuple[tuple[str, str], ...]:
    """The title in the other language, labelled with that language."""
    other = "en" if lang == "ja" else "ja"
    text = words.en if other == "en" else words.ja
    if not text or text == words.say(lang):
        return ()
    return ((say("answers.english" if other == "en" else "answers.japanese", lang), text),)


def _charts(charts: tuple[str, ...], lang: str) -> tuple[tuple[str, str], ...]:
    if not charts:
        return ()
    key = "chart" if len(charts) == 1 else "charts"
    return ((say(key, lang), listed(charts, lang)),)


def chart_blocks(
    chart: str, plan: Plan, day: date, lang: str, wording: Mapping[str, str]
) -> list[Block]:
    """What stands on a chart: its topics and milestones."""
    blocks: list[Block] = [Heading(1, f"{say('chart', lang)} {chart}")]
    look = _look_at([plan.by_id[name] for name in on_chart(chart, plan)], plan, day)
    for topic in plan.topics:
        inside = [
            entry for entry in plan.entries if entry.topic == topic.number and chart in entry.charts
        ]
        if not inside and chart not in topic.charts:
            continue
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {topic.title.say(lang)}"))
        for entry in inside:
            blocks += _entry_lines(entry, plan, look, lang, wording)
        if not inside:
            blocks.append(Line(say("answers.no-bullet", lang), indent=2))
    return [*blocks, *_notes(look, lang)]


def on_chart(chart: str, plan: Plan) -> list[str]:
    """Ids of the entries that stand on a chart."""
    return [entry.id for entry in plan.entries if chart in entry.charts]


def _chart_note(number: TopicName, plan: Plan, lang: str) -> list[Block]:
    """Topic and chart numbers overlap: where the number is also a chart, say what is there."""
    chart = str(number)
    if chart not in charts_of(plan):
        return []
    ids = on_chart(chart, plan)
    topics = [str(topic.number) for topic in plan.topics if chart in topic.charts]
    if ids:
        first = plan.originals(plan.by_id[ids[0]])[0]
        there = f"{ids[0]} {first.title.say(lang)}"
        if len(ids) > 1:
            there += say("answers.and-more", lang, count=len(ids) - 1)
    else:
        there = say("answers.in-topic", lang, topics=topics)
    return [Line(""), Line(say("answers.chart-is-another", lang, number=number, there=there))]
