"""What the pictures say of themselves: titles, notes, descriptions."""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.answers.rows import slip_text, title_text
from spaceplan.answers.selection import titled
from spaceplan.answers.signs import NONE, Signs
from spaceplan.errors import phrase
from spaceplan.pictures.burndown import Burndown, Level
from spaceplan.pictures.grid import Grid, Track
from spaceplan.pictures.trend import RECORDED, Course, Trend
from spaceplan.roadmap.query import Row
from spaceplan.roadmap.registry import Topic
from spaceplan.roadmap.spans import format_span
from spaceplan.roadmap.times import Time
from spaceplan.words import day_text, listed, say


def state_of(row: Row, lang: str, signs: Signs = NONE) -> str:
    """The state with its signs, and how late."""
    return " ".join(state_parts(row, lang, signs))


def state_parts(row: Row, lang: str, signs: Signs) -> tuple[str, ...]:
    """The state, and how late where it is; what stands in two lines is parted there."""
    standing = row.standing
    words = signs.beside(say(standing.state, lang), row)
    if standing.late is None:
        return (words,)
    return say("pictures.state-for", lang, state=words), format_span(*standing.late, lang)


def short(time: Time, lang: str) -> str:
    """A time as precise as it is, without the era that a lone fiscal year has."""
    if lang != "ja" or time.open or time.end is not None:
        return time.format(lang)
    point = time.start.japanese()
    return say("pictures.about", lang, time=point) if time.about else point


def target_of(row: Row, lang: str) -> str:
    """``FY2020 → FY2022 (+2 years)``; the target alone where it never moved;
    how often its baseline was set anew."""
    milestone = row.milestone
    if milestone.target is None:
        return ""
    words, moved = short(milestone.target, lang), []
    if milestone.baseline and milestone.baseline != milestone.target:
        words = f"{short(milestone.baseline, lang)} → {words}"
        moved.append(slip_text(row.standing.slip, lang))
    if row.standing.anew:
        moved.append(say("answers.set-anew", lang, count=row.standing.anew))
    told = listed([one for one in moved if one], lang)
    return f"{words} ({told})" if told else words


def title_of(shown: Grid | Trend | Burndown, lang: str) -> str:
    """What a picture is, on which day."""
    name = type(shown).__name__.lower()
    return titled(say(f"pictures.{name}", lang, day=shown.day), shown.selected, lang)


def topic_heading(topic: Topic, lang: str) -> str:
    """``Topic 7  Space science`` / ``論点7  宇宙科学``: above the rows of a topic."""
    return say("pictures.topic", lang, number=topic.number, title=topic.title.say(lang))


def no_grid(lang: str) -> str:
    """What stands in place of rows where there are none."""
    return say("pictures.no-grid", lang)


def grid_description(shown: Grid, lang: str) -> str:
    """The grid in sentences: rows, years, states, what is left out."""
    axis = shown.axis
    first = say(
        "pictures.grid-rows",
        lang,
        count=len(shown.tracks),
        topics=len(shown.groups),
        first=axis.first,
        last=axis.last,
    )
    states = _counted([(state, n) for state, n in shown.states.items()], lang)
    return _sentences([first, states, *grid_notes(shown, lang)], lang)


def _counted(counts: Iterable[tuple[str, int]], lang: str) -> str:
    """``3 overdue, 2 missed``: what is named by the key of a word, and how many, but for none."""
    return _listed(((key, n) for key, n in counts if n), lang)


def _listed(counts: Iterable[tuple[str, int | None]], lang: str) -> str:
    """The same with those that are none; without what is not known (None)."""
    parts = [
        phrase("pictures.so-many", what=phrase(key), count=n) for key, n in counts if n is not None
    ]
    return say("pictures.list", lang, parts=parts)


def _sentences(parts: Iterable[str], lang: str) -> str:
    """A text of these sentences, empty ones left out."""
    said = [say("pictures.sentence", lang, text=part) for part in parts if part]
    return "".join(said).rstrip(" ")


def grid_notes(shown: Grid, lang: str, *, hints: bool = False) -> list[str]:
    """What the grid leaves out; with ``hints`` also by which option it is shown."""
    notes = []
    if shown.untimed:
        notes.append(_left_out("untimed", shown.untimed, "--ongoing" if hints else "", lang))
    if shown.outside:
        notes.append(_left_out("other-years", shown.outside, "", lang))
    if shown.cut:
        notes.append(_left_out("more-rows", shown.cut, "", lang))
    return [*notes, *shown.signs.notes(lang, "pictures.signs")]


def _left_out(key: str, count: int, option: str, lang: str) -> str:
    hint = say("pictures.shown-by", lang, option=option) if option else ""
    return say(f"pictures.{key}", lang, count=count) + hint


def track_words(track: Track, signs: Signs, lang: str) -> str:
    """A row of the grid in words, for pointing at it."""
    milestone = track.milestone
    parts = [f"{milestone.id} {title_text(track.row, lang)}"]
    if milestone.target is not None:
        parts.append(f"{say('target', lang)}: {target_of(track.row, lang)}")
    if track.row.standing.actual is not None:
        parts.append(f"{say('actual', lang)}: {track.row.standing.actual.format(lang)}")
    told = "".join(say("pictures.sentence", lang, text=part) for part in parts)
    return told + state_of(track.row, lang, signs)


def course_words(course: Course, lang: str) -> str:
    """A line of the trend in words: every target in turn, and how it stands."""
    steps = " → ".join(short(forecast.target, lang) for forecast in course.forecasts)
    slip = slip_text(course.row.standing.slip, lang)
    words = f"{course.milestone.id} {title_text(course.row, lang)}: {steps}"
    if slip:
        words += f" ({slip})"
    for key, beside in (("and-expected", course.expected), ("and-anew", course.anew)):
        if beside:
            times = " → ".join(short(one.target, lang) for one in beside)
            words = say(f"pictures.{key}", lang, text=words, times=times)
    words = say("pictures.with-list", lang, text=words, parts=state_of(course.row, lang))
    return words + say("pictures.by-hand", lang) if course.by_hand else words


def trend_description(shown: Trend, lang: str) -> str:
    """The trend in sentences."""
    first = say("pictures.how-to-read", lang) if shown.courses else ""
    courses = [course_words(course, lang) for course in shown.courses]
    return _sentences([first, *courses, *trend_notes(shown, lang)], lang)


def trend_notes(shown: Trend, lang: str, *, hints: bool = False) -> list[str]:
    """What the trend leaves out, and by which day it goes where that is not the usual one."""
    notes = []
    if shown.steady:
        notes.append(_left_out("never-moved", shown.steady, "--all" if hints else "", lang))
    if shown.cut:
        notes.append(_left_out("more-lines", shown.cut, "", lang))
    if shown.by == RECORDED:
        notes.append(say("pictures.by-recorded", lang))
    return notes


def no_trend(lang: str) -> str:
    """What stands in place of an empty trend."""
    return say("pictures.no-trend", lang)


def burndown_sums(shown: Burndown, lang: str) -> str:
    """What the milestones came to, in one sentence."""
    counts = (
        ("overdue", shown.overdue),
        ("pictures.met", shown.met),
        ("missed", shown.missed),
        ("dropped", shown.dropped),
    )
    listed = _counted(counts, lang)
    sentence = say("pictures.open-of", lang, open=shown.open, total=shown.total)
    return say("pictures.with-list", lang, text=sentence, parts=listed) if listed else sentence


def burndown_notes(shown: Burndown, lang: str) -> list[str]:
    """What the figures cannot tell."""
    notes = []
    if shown.overdue:
        notes.append(say("pictures.stays-open", lang, count=shown.overdue))
    if shown.undated:
        notes.append(say("pictures.undated", lang, count=shown.undated))
    uncounted = (
        ("untimed", {"count": shown.untimed}),
        ("recurring", {"count": shown.recurring, "overdue": shown.recurring_overdue}),
        ("earlier", {"count": shown.earlier}),
    )
    parts = [phrase(f"pictures.no-{name}", **facts) for name, facts in uncounted if facts["count"]]
    if parts:
        notes.append(say("pictures.not-counted", lang, parts=parts))
    return notes


def level_name(level: Level, lang: str) -> str:
    """The fiscal year at whose end a level stands, else its day."""
    return (
        say("pictures.year-end", lang, year=level.year) if level.year else day_text(level.on, lang)
    )


def burndown_description(shown: Burndown, lang: str) -> str:
    """The burn-down in sentences, with all its figures."""
    parts = [burndown_sums(shown, lang)]
    for level in shown.levels:
        figures = (
            ("pictures.planned", level.planned),
            ("pictures.actual", level.actual),
            ("pictures.forecast", level.forecast),
        )
        parts.append(f"{level_name(level, lang)}: {_listed(figures, lang)}")
    return _sentences([*parts, *burndown_notes(shown, lang)], lang)
