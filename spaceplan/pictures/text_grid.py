"""The grid for a terminal: it fits the width, and needs no colour and no more than ASCII."""

from __future__ import annotations

from datetime import date
from math import ceil, floor

from spaceplan.answers.rows import title_text
from spaceplan.frozen import dataclass
from spaceplan.pictures import captions
from spaceplan.pictures.axis import Axis, Days
from spaceplan.pictures.canvas import MARKS, Screen, Strip, finish, legend
from spaceplan.pictures.grid import AHEAD, MET, PENDING, UNMET, Grid, Track
from spaceplan.render.text import pad, width
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.states import MET_LATE, STATE
from spaceplan.words import say

LEAST_TITLE = 20
USUAL_YEAR, WIDEST_YEAR = 4, 8
# The marks that a legend explains, in its order.
MEANINGS = (
    *("target", "baseline", "anew", "start", "start_baseline", "window_begin", "slip", "late"),
    *("about", "done", "missed", "dropped", "pending", "ahead", "horizon", "ongoing"),
    *("before", "beyond", "today"),
)
_TICKS = {
    MET: ("done", "ok"),
    UNMET: ("missed", "late"),
    PENDING: ("pending", ""),
    AHEAD: ("ahead", ""),
}


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the width is shared out, in cells: ``target`` and ``state`` are 0 where left out."""

    axis: Axis
    id: int
    title: int
    year: int
    target: int
    state: int

    @property
    def left(self) -> int:
        """Where the years begin."""
        return self.id + 1 + 2 + 1 + self.title + 1

    @property
    def years(self) -> int:
        """The cells of all years."""
        return self.year * len(self.axis.years)

    def begins(self, day: date) -> int:
        """The cell in which ``day`` begins, counted from the first of the years."""
        return floor(self.axis.begin(day) * self.year + 1e-9)

    def ends(self, day: date) -> int:
        """The cell in which ``day`` ends."""
        return ceil(self.axis.end(day) * self.year - 1e-9) - 1


def print_grid(plan: Plan, shown: Grid, lang: str, screen: Screen) -> str:
    """The picture as text, no line wider than the screen."""
    layout = _share(shown, lang, screen)
    lines = screen.headline(captions.title_of(shown, lang), plan.title.say(lang))
    lines += _years(layout, shown, lang, screen)
    for part in shown.groups:
        name = screen.cut(captions.topic_heading(part.topic, lang), screen.width)
        lines.append(screen.paint(name, "strong"))
        lines += [_row(track, layout, shown, lang, screen) for track in part.tracks]
    if not shown.groups:
        lines += screen.paragraph(captions.no_grid(lang))
    lines.append("")
    lines += legend(screen, _meanings(shown, layout, lang, screen))
    notes = captions.grid_notes(shown, lang, hints=True)
    if layout.axis.first > shown.axis.first:
        notes.append(say("pictures.years-before", lang, year=layout.axis.first))
    for note in notes:
        lines += screen.paragraph(note)
    return finish(lines)


def _share(shown: Grid, lang: str, screen: Screen) -> _Layout:
    """Share out the width: years as wide as usual, then words, then wider years."""
    tracks, axis = shown.tracks, shown.axis

    def widest(words: list[str], least: int = 0) -> int:
        return max([least, *(width(screen.text(text)) for text in words)])

    identity = widest([track.milestone.id for track in tracks], 4)
    natural = widest([title_text(track.row, lang) for track in tracks], 8)
    least = min(natural, max(min(LEAST_TITLE, screen.width // 4), 8))
    room = max(screen.width - (identity + 5), 2)
    fit = max(room - least, 1)
    if len(axis.years) > fit:
        axis = Axis(axis.rule, axis.last - fit + 1, axis.last)
    count = len(axis.years)
    year = max(min((room - least) // count, USUAL_YEAR), 1)
    spare = room - least - count * year
    targets = [captions.target_of(track.row, lang) for track in tracks]
    states = [captions.state_of(track.row, lang, shown.signs) for track in tracks]
    target = widest([say("target", lang), *targets]) + 2
    state = widest([say("state", lang), *states]) + 2
    state = state if spare >= state else 0
    spare -= state
    target = target if spare >= target else 0
    spare -= target
    more = min(spare, natural - least)
    wider = min((spare - more) // count, WIDEST_YEAR - year)
    return _Layout(axis, identity, least + more, year + wider, target, state)


def _years(layout: _Layout, shown: Grid, lang: str, screen: Screen) -> list[str]:
    """The headings of the years, and a rule that the day of the picture hangs from."""
    long = layout.year > USUAL_YEAR
    need = 5 if long else 4
    every = ceil(need / layout.year)
    heads = ""
    for number, year in enumerate(layout.axis.years):
        if number % every == 0:
            heads = pad(heads, number * layout.year) + (str(year) if long else f"'{year % 100:02}")
    if width(heads) > layout.years:
        heads = heads[: layout.years]
    names = pad(say("fiscal_year", lang), layout.left - 1, "right")
    names = screen.cut(names, layout.left - 1) + " " + pad(heads, layout.years)
    if layout.state:
        names += "  " + pad(say("state", lang), layout.state - 2)
    if layout.target:
        names += "  " + say("target", lang)
    rule = Strip(screen.width)
    rule.fill(0, screen.width - 1, screen.mark("rule"))
    place = layout.begins(shown.day)
    if 0 <= place < layout.years:
        rule.put(layout.left + place, screen.mark("today_head"), "strong")
    return [screen.paint(screen.text(names).rstrip(" "), "strong"), rule.shown(screen)]


def _row(track: Track, layout: _Layout, shown: Grid, lang: str, screen: Screen) -> str:
    """One row; without a column for its state its signs stand behind the title."""
    milestone, standing = track.milestone, track.row.standing
    state = STATE[standing.state]
    sign, style = _sign(state.sign, screen), state.style
    signs = "" if layout.state else screen.text(shown.signs.beside("", track.row))
    room = max(layout.title - width(signs), 0)
    title = screen.cut(title_text(track.row, lang), room) + signs
    line = (
        screen.paint(pad(screen.cut(milestone.id, layout.id), layout.id), "id")
        + " "
        + (screen.paint(pad(sign, 2), style) if sign else "  ")
        + " "
        + pad(title, layout.title)
        + " "
        + _marks(track, layout, shown.day, screen).shown(screen)
    )
    if layout.state:
        said = screen.text(captions.state_of(track.row, lang, shown.signs))
        line += "  " + screen.paint(pad(said, layout.state - 2), style)
    if layout.target:
        line += "  " + screen.text(captions.target_of(track.row, lang))
    return line


def _sign(mark: str, screen: Screen) -> str:
    """A state's sign on this screen: a mark with what follows it, or the sign itself."""
    name = mark.rstrip("!?")
    return screen.mark(name) + mark[len(name) :] if name in MARKS else mark


def _marks(track: Track, layout: _Layout, day: date, screen: Screen) -> Strip:
    """What stands in the years, what is most important last, on top."""
    strip = Strip(layout.years)
    _stretches(strip, track, layout, screen)
    strip.put(layout.begins(day), screen.mark("today"))
    _promises(strip, track, layout, screen)
    _events(strip, track, layout, screen)
    return strip


def _stretches(strip: Strip, track: Track, layout: _Layout, screen: Screen) -> None:
    """What lasts: the years themselves, a window, how late, how far the target moved."""
    milestone, mark = track.milestone, screen.mark
    if layout.year > 2:
        for number in range(len(layout.axis.years)):
            strip.put(number * layout.year, mark("year"))
    if milestone.kind == "ongoing":
        strip.fill(0, layout.years - 1, mark("ongoing"))
    if milestone.kind == "window" and track.target is not None:
        begin, end = layout.begins(track.target.first), layout.ends(track.target.last)
        strip.fill(begin, end, mark("window"))
        strip.put(begin, mark("window_begin"))
    if track.late is not None:
        begin, end = layout.begins(track.late.first), layout.ends(track.late.last)
        strip.fill(begin, end, mark("late"), "late")
    if track.baseline is not None and track.target is not None:
        old, new = layout.ends(track.baseline.last), layout.ends(track.target.last)
        strip.fill(min(old, new), max(old, new), mark("slip"), "warn")


def _promises(strip: Strip, track: Track, layout: _Layout, screen: Screen) -> None:
    """What was said of the future: a year in view, baseline, target, the baseline set anew."""
    milestone, mark = track.milestone, screen.mark
    start = "start" if milestone.kind == "start" else ""
    if track.horizon is not None:
        strip.put(layout.ends(track.horizon.last), mark("horizon"))
    if track.baseline is not None:
        name = "start_baseline" if start else "baseline"
        _place(strip, layout, track.baseline, mark(name), screen)
    if track.target is not None:
        if milestone.target is not None and milestone.target.about:
            strip.put(layout.ends(track.target.last) - 1, mark("about"))
        _place(strip, layout, track.target, mark(start or "target"), screen)
    if track.anew is not None:
        _place(strip, layout, track.anew, mark("anew"), screen)


def _events(strip: Strip, track: Track, layout: _Layout, screen: Screen) -> None:
    """What came about: years of a recurring one, the day it was met or given up."""
    mark = screen.mark
    for tick in track.ticks:
        name, style = _TICKS[tick.mark]
        place = (tick.year - layout.axis.first) * layout.year + layout.year // 2
        strip.put(place, mark(name), style)
    if track.actual is not None:
        late = track.row.standing.state in MET_LATE
        strip.put(layout.ends(track.actual.last), mark("done"), "warn" if late else "ok")
    if track.closed is not None:
        sign = _sign(STATE[track.milestone.status].sign, screen)
        strip.put(layout.ends(track.closed.last), sign, STATE[track.milestone.status].style)


def _place(strip: Strip, layout: _Layout, days: Days, mark: str, screen: Screen) -> None:
    """A mark at the last day, or an arrow at the edge beyond which it lies."""
    place = layout.ends(days.last)
    if place < 0:
        strip.put(0, screen.mark("before"))
    elif place >= layout.years:
        strip.put(layout.years - 1, screen.mark("beyond"))
    else:
        strip.put(place, mark, "strong")


def _meanings(shown: Grid, layout: _Layout, lang: str, screen: Screen) -> list[tuple[str, str]]:
    """The marks that occur, with what they mean."""
    drawn = {
        cell for track in shown.tracks for cell, _ in _marks(track, layout, shown.day, screen).cells
    }
    states = shown.states
    found = [
        (screen.mark(name), say(f"pictures.mark-{name}", lang))
        for name in MEANINGS
        if screen.mark(name) in drawn
    ]
    # The sign before a title says the state; those that are no mark of the years are told here.
    found += [
        (_sign(STATE[state].sign, screen), say(state, lang))
        for state in states
        if STATE[state].sign and _sign(STATE[state].sign, screen) not in dict(found)
    ]
    return found
