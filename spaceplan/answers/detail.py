"""``show``: a topic, a milestone, a chart in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from spaceplan.answers.rows import late_cell, owners_text, slip_cell, state_cell, target_text
from spaceplan.render.page import Block, Facts, Heading, Line
from spaceplan.render.table import Cell
from spaceplan.roadmap.model import Change, Milestone, Plan, Subsection, Topic, Words
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.references import charts_of
from spaceplan.roadmap.state import standing
from spaceplan.roadmap.times import Time
from spaceplan.words import pick, say


def row_of(milestone: Milestone, plan: Plan, day: date) -> Row:
    """A milestone with how it stands."""
    repeats = tuple(repeat.id for repeat in plan.repeats.get(milestone.id, ()))
    return Row(milestone, standing(milestone, plan, day), repeats)


def topic_blocks(
    topic: Topic, plan: Plan, day: date, lang: str, wording: Mapping[str, str]
) -> list[Block]:
    """A topic, whole: its bullets in order with how each stands, and its questions."""
    entries = [entry for entry in plan.entries if entry.topic == topic.number]
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
            blocks += _entry_lines(entry, plan, day, lang, wording)
        if part is not None and part.question:
            blocks.append(Line(f"⇒ {part.question.say(lang)}", indent=2))
    if topic.questions:
        blocks.append(Heading(2, say("question", lang)))
        blocks += [Line(f"⇒ {question.say(lang)}", indent=2) for question in topic.questions]
    return [*blocks, *_chart_note(topic.number, plan, lang)]


def _counts(entries: Sequence[Milestone], plan: Plan, lang: str) -> str:
    from spaceplan.roadmap.model import bullet_of

    bullets = {bullet_of(entry.id) for entry in entries}
    commitments = {original.id for entry in entries for original in plan.originals(entry)}
    originals = {bullet_of(name) for name in commitments}
    ja = f"{len(bullets)}項目、{len(originals)}の取組、{len(commitments)}マイルストーン"
    en = (
        f"{_plural(len(bullets), 'bullet')}, {_plural(len(originals), 'commitment')}, "
        f"{_plural(len(commitments), 'milestone')}"
    )
    return pick(lang, ja, en)


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _subsection_head(part: Subsection, lang: str) -> list[Block]:
    mark = f"{part.mark} " if part.mark else ""
    charts = (
        f"（{_chart_names(part.charts, lang)}）"
        if lang == "ja"
        else (f" ({_chart_names(part.charts, lang)})")
    )
    return [Heading(2, f"{mark}{part.title.say(lang)}{charts if part.charts else ''}")]


def _chart_names(charts: tuple[str, ...], lang: str) -> str:
    if lang == "ja":
        return "工程表" + "、".join(charts)
    return f"{'chart' if len(charts) == 1 else 'charts'} {', '.join(charts)}"


def _entry_lines(
    entry: Milestone, plan: Plan, day: date, lang: str, wording: Mapping[str, str]
) -> list[Block]:
    """A bullet in its topic: one line of title, one of how it stands."""
    blocks: list[Block] = []
    repeated = pick(lang, f"（{entry.same_as} の再掲）", f" (repeats {entry.same_as})")
    for original in plan.originals(entry):
        row = row_of(original, plan, day)
        name = entry.id if not entry.same_as else f"{entry.id}"
        if entry.same_as and original.id != entry.same_as:
            name += f" = {original.id}"
        tail = repeated if entry.same_as else ""
        blocks.append(Line(f"{name}  {original.title.say(lang)}{tail}", style="strong"))
        blocks.append(Line(_standing_line(row, lang), indent=6))
    if entry.text in wording:
        blocks.append(Line(f"「{wording[entry.text]}」", indent=6))
    elif wording and entry.text:
        blocks.append(Line(_not_in_document(lang), indent=6))
    return blocks


def _not_in_document(lang: str) -> str:
    """Said where a document is at hand and the wording is not in it."""
    return pick(
        lang,
        "この文言は文書にない（spaceplan source check で確かめる）",
        "not in the document in these words (spaceplan source check tells more)",
    )


def _standing_line(row: Row, lang: str) -> str:
    parts = [
        state_cell(row, lang).text,
        target_text(row.milestone, lang),
        pick(lang, f"{late_cell(row, lang).text}遅れ", f"{late_cell(row, lang).text} late")
        if row.standing.is_late
        else "",
        slip_cell(row, lang).text,
        owners_text(row.milestone.owner, lang),
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
    judged = row.standing
    topic = plan.topic_by_number.get(milestone.topic)
    pairs: list[tuple[str, str | Cell]] = list(_other_language(milestone.title, lang))
    if under is not None:
        place = plan.topic_by_number.get(under.topic)
        title = place.title.say(lang) if place else ""
        pairs.append(
            (
                say("also", lang),
                pick(
                    lang,
                    f"{under.id}（論点{under.topic} {title}）はこの項目の再掲",
                    f"{under.id} (topic {under.topic}, {title}) repeats this one",
                ),
            )
        )
    pairs.append(
        (say("topic", lang), f"{milestone.topic}  {topic.title.say(lang) if topic else ''}")
    )
    chosen = pick(lang, "（読みによる）", " (chosen by reading)")
    charts = _charts(milestone.charts, lang)
    if charts and milestone.chart_basis == "assigned":
        charts = ((charts[0][0], charts[0][1] + chosen),)
    pairs += charts
    pairs.append((say("state", lang), state_cell(row, lang)))
    pairs.append((say("status", lang), say(milestone.status, lang)))
    pairs.append((say("kind", lang), say(milestone.kind, lang)))
    if milestone.target:
        due = judged.due or milestone.target.last_day(plan.rule)
        until = pick(lang, f"（期日 {due}）", f" (due {due})") if due else ""
        pairs.append((say("target", lang), milestone.target.format(lang) + until))
    if milestone.times:
        pairs.append((say("times", lang), times_text(milestone, lang)))
    if milestone.baseline:
        pairs.append((say("baseline", lang), milestone.baseline.format(lang)))
    if judged.slip or judged.moves:
        pairs.append((say("slip", lang), slip_cell(row, lang)))
    if milestone.horizon:
        pairs.append((say("horizon", lang), milestone.horizon.format(lang)))
    if judged.actual:
        pairs.append((say("actual", lang), judged.actual.format(lang)))
    if judged.late:
        pairs.append((say("late", lang), late_cell(row, lang)))
    if judged.unmet:
        years = ", ".join(f"FY{year}" for year in judged.unmet)
        pairs.append((pick(lang, "未実施の年度", "Unmet years"), years))
    pairs.append((say("owner", lang), _owners(milestone.owner, plan, lang, milestone.basis)))
    if milestone.partners:
        pairs.append((say("partners", lang), _owners(milestone.partners, plan, lang, "")))
    if row.also:
        pairs.append((pick(lang, "再掲先", "Repeated as"), ", ".join(row.also)))
    if milestone.see:
        pairs.append((say("see", lang), ", ".join(milestone.see)))
    if milestone.remark:
        pairs.append((say("remark", lang), milestone.remark.say(lang)))
    for label, place_name in milestone.places.items():
        pairs.append((label, place_name))
    pairs += [(say("links", lang), link) for link in milestone.links]
    if milestone.text:
        missing = f"{milestone.text}: {_not_in_document(lang)}" if wording else milestone.text
        pairs.append((say("wording", lang), wording.get(milestone.text, missing)))
    blocks: list[Block] = [
        Heading(1, f"{milestone.id}  {milestone.title.say(lang)}"),
        Facts(tuple(pairs)),
    ]
    if milestone.history:
        blocks.append(Heading(2, say("history", lang)))
        blocks += [
            Line(change_line(change, plan, lang), indent=2)
            for change in reversed(milestone.history)
        ]
    return blocks


def times_text(milestone: Milestone, lang: str) -> str:
    """How often a year: ``about 3`` / ``約3回``; "" where it is not said."""
    times = milestone.times
    if times is None:
        return ""
    about = pick(lang, "約" if times.about else "", "about " if times.about else "")
    return about + pick(lang, f"{times.count}回", str(times.count))


def _owners(codes: tuple[str, ...], plan: Plan, lang: str, basis: str) -> str:
    """Codes with their names, and how the owner is known."""
    named = []
    for code in codes:
        owner = plan.owners.get(code)
        named.append(f"{code} {owner.name.say(lang)}" if owner else say(code, lang))
    text = pick(lang, "、", ", ").join(named)
    if not basis:
        return text
    how = say(basis, lang)
    return text + pick(lang, f"（{how}）", f" ({how})") if text else how


def _other_language(words: Words, lang: str) -> tuple[tuple[str, str], ...]:
    """The title in the other language, labelled with that language."""
    other = "en" if lang == "ja" else "ja"
    text = words.en if other == "en" else words.ja
    if not text or text == words.say(lang):
        return ()
    return ((pick(lang, "英語", "Japanese"), text),)


def _charts(charts: tuple[str, ...], lang: str) -> tuple[tuple[str, str], ...]:
    if not charts:
        return ()
    key = "chart" if len(charts) == 1 else "charts"
    return ((say(key, lang), pick(lang, "、", ", ").join(charts)),)


def change_line(change: Change, plan: Plan, lang: str) -> str:
    """One history entry in one line, its date first."""
    return f"{change.date.format(lang)}  {change_text(change, plan, lang)}"


def change_text(change: Change, plan: Plan, lang: str) -> str:
    """What one history entry says."""
    said: list[str] = []
    if change.added:
        said.append(pick(lang, "追加", "added"))
    if change.occurred:
        said.append(pick(lang, "実施", "took place"))
    for edit in change.edits:
        said.append(
            f"{say(edit.field, lang)}: {value_text(edit.old, lang)} → {value_text(edit.new, lang)}"
        )
    if change.checked:
        seen = change.checked
        span = f"{seen.first}" if seen.first == seen.last else f"{seen.first} – {seen.last}"
        said.append(
            pick(lang, f"確認（{span}、{seen.count}回）", f"checked ({span}, {seen.count}×)")
        )
    if change.corrects:
        said.append(pick(lang, f"（{change.corrects} を訂正）", f"(corrects {change.corrects})"))
    if change.reverts:
        said.append(
            pick(lang, f"（変更 {change.reverts} の取消し）", f"(reverts {change.reverts})")
        )
    if change.reason:
        reason = plan.reasons.get(change.reason)
        said.append(f"[{reason.say(lang) if reason else change.reason}]")
    said += [part for part in (change.note, change.source) if part]
    if change.who:
        said.append(f"— {change.who}")
    return "  ".join(part for part in said if part)


def value_text(value: object, lang: str) -> str:
    """A field's value for people."""
    if value is None or value == ():
        return pick(lang, "なし", "none")
    if isinstance(value, Time):
        return value.format(lang)
    if isinstance(value, Words):
        return value.say(lang)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{label}: {place}" for label, place in value.items())
    return say(str(value), lang)


def chart_blocks(
    chart: str, plan: Plan, day: date, lang: str, wording: Mapping[str, str]
) -> list[Block]:
    """What stands on a chart: its topics and milestones."""
    blocks: list[Block] = [Heading(1, f"{say('chart', lang)} {chart}")]
    for topic in plan.topics:
        inside = [
            entry for entry in plan.entries if entry.topic == topic.number and chart in entry.charts
        ]
        if not inside and chart not in topic.charts:
            continue
        blocks.append(Heading(2, f"{say('topic', lang)} {topic.number}  {topic.title.say(lang)}"))
        for entry in inside:
            blocks += _entry_lines(entry, plan, day, lang, wording)
        if not inside:
            blocks.append(Line(pick(lang, "（該当する項目なし）", "(no bullet of it)"), indent=2))
    return blocks


def on_chart(chart: str, plan: Plan) -> list[str]:
    """Ids of the entries that stand on a chart."""
    return [entry.id for entry in plan.entries if chart in entry.charts]


def _chart_note(number: int, plan: Plan, lang: str) -> list[Block]:
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
            more = len(ids) - 1
            there += pick(lang, f" ほか{more}件", f" and {more} more")
    else:
        there = pick(lang, f"論点{'、'.join(topics)}", f"topic {', '.join(topics)}")
    return [
        Line(""),
        Line(
            pick(
                lang,
                f"これは論点{number}です。工程表{number}は別のもの: {there}（--chart {number}）",
                f"This is topic {number}. Chart {number} is another thing: {there}"
                f" (--chart {number})",
            )
        ),
    ]
