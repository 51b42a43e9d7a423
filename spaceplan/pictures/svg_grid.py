"""The grid as SVG: for a page side by side, for a phone one below the other.

Titles are whole, in as many lines as they need, and no text is smaller than 11 pixels. A grid may
be drawn in pieces, so that on paper no row is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from math import inf

from spaceplan.answers.rows import title_text
from spaceplan.frozen import dataclass
from spaceplan.pictures import captions
from spaceplan.pictures.axis import Axis, era_name, year_name
from spaceplan.pictures.grid import Grid, Group, Track
from spaceplan.pictures.svg import (
    BOLD,
    WIDE,
    About,
    Drawn,
    breadth,
    by_itself,
    document,
    fitted,
    group,
    headline,
    line,
    lines_of,
    paint,
    path,
    rect,
    tag,
    text,
    wrapped,
)
from spaceplan.pictures.svg_legend import legend
from spaceplan.pictures.svg_track import Years, track_marks
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.states import STATE
from spaceplan.words import say

EDGE = 8.0
# Of a page's width: the words of a state, and what the fiscal years have at least.
STATE_ROOM = 148.0
LEAST_YEARS = 300.0
# Below so many pixels to a fiscal year a phone shows some of them only; more a page gives none.
LEAST_YEAR, MOST_YEAR = 35.0, 96.0
LINE = 16.0
STRIP = 20.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How a sheet is shared out: ``stacked`` has the years below the words, else beside them."""

    wide: float
    stacked: bool
    identity: float
    years: Years
    shown: Grid

    @property
    def lang(self) -> str:
        return self.years.lang

    @property
    def title(self) -> float:
        """Where titles begin."""
        return EDGE + self.identity

    @property
    def title_room(self) -> float:
        end = self.wide - EDGE if self.stacked else self.years.left - 10
        return end - self.title


@dataclass(frozen=True, slots=True)
class _Block:
    """Something ``high`` pixels that is drawn whole at a height; a ``heading`` is not the last."""

    high: float
    draw: Callable[[float], list[str]]
    heading: bool = False


def draw_grid(plan: Plan, shown: Grid, lang: str) -> str:
    """The picture as a whole SVG document, which is as wide as there is room."""

    def draw(wide: float) -> Drawn:
        (only,) = pieces(plan, shown, lang, wide)
        return only

    about = About(
        "grid", lang, captions.title_of(shown, lang), captions.grid_description(shown, lang)
    )
    return by_itself(about, plan.title.say(lang), draw)


def grid_pieces(
    plan: Plan, shown: Grid, lang: str, wide: float, highest: tuple[float, float]
) -> list[str]:
    """The picture in documents for a page that has the title, the first of which is about as high
    as ``highest`` says first, and no other one higher than it says next."""
    title, name = captions.title_of(shown, lang), f"grid-{wide:.0f}"
    first, *others = pieces(plan, shown, lang, wide, highest, titled=False)
    description = captions.grid_description(shown, lang)
    return [
        document(About(f"{name}-1", lang, title, description), first),
        *(
            document(About(f"{name}-{number}", lang, f"{title} ({number})", title), piece)
            for number, piece in enumerate(others, 2)
        ),
    ]


def pieces(
    plan: Plan,
    shown: Grid,
    lang: str,
    wide: float,
    highest: tuple[float, float] = (inf, inf),
    *,
    titled: bool = True,
) -> list[Drawn]:
    """The drawings, of which the first and then each other is no higher than ``highest`` says, but
    for a single row."""
    sheet = _shared(shown, lang, wide)
    title = captions.title_of(shown, lang)
    head, top = headline(title, plan.title.say(lang), EDGE, wide - 2 * EDGE) if titled else ([], 4)
    blocks = list(_blocks(shown, sheet))
    parts = _paged(blocks, *(high - top - _heads(sheet) for high in highest))
    found: list[Drawn] = []
    for number, part in enumerate(parts):
        body, y = (head, top) if number == 0 else ([], 4.0)
        body = list(body)
        if not sheet.stacked:
            body += _years(sheet, y)
            y += _heads(sheet)
        body += _ground(sheet, y, y + sum(block.high for block in part))
        for block in part:
            body += block.draw(y)
            y += block.high
        if number == len(parts) - 1:
            more, y = _foot(shown, sheet, y)
            body += more
        found.append(Drawn(wide, y + 4, tuple(body)))
    return found


def _shared(shown: Grid, lang: str, wide: float) -> _Sheet:
    widest = max((breadth(track.milestone.id, 12) for track in shown.tracks), default=0.0)
    identity = min(max(widest * BOLD + 10, 36.0), 150.0)
    axis = shown.axis
    if wide < WIDE:
        room = wide - 2 * EDGE
        axis = _nearest(axis, shown.day, int(room // LEAST_YEAR))
        years = Years(axis, lang, EDGE, room / len(axis.years))
        return _Sheet(wide, True, identity, years, shown)
    room = min(max(wide * 0.375, LEAST_YEARS), MOST_YEAR * len(axis.years))
    left = wide - EDGE - STATE_ROOM - room
    years = Years(axis, lang, left, room / len(axis.years))
    return _Sheet(wide, False, identity, years, shown)


def _nearest(axis: Axis, day: date, most: int) -> Axis:
    """At most so many fiscal years of an axis, around the day of the picture."""
    if len(axis.years) <= most:
        return axis
    last = min(max(axis.rule.year_of(day) + most // 3, axis.first + most - 1), axis.last)
    return Axis(axis.rule, last - most + 1, last)


def _paged(blocks: list[_Block], room: float, then: float) -> list[list[_Block]]:
    """The blocks in as few parts as have room; a heading goes with what follows it."""
    parts: list[list[_Block]] = [[]]
    taken = 0.0
    for number, block in enumerate(blocks):
        need = block.high
        if block.heading and number + 1 < len(blocks):
            need += blocks[number + 1].high
        if parts[-1] and taken + need > room:
            parts.append([])
            taken, room = 0.0, then
        parts[-1].append(block)
        taken += block.high
    return parts


def _blocks(shown: Grid, sheet: _Sheet) -> Iterator[_Block]:
    for part in shown.groups:
        yield _topic(part, sheet)
        for track in part.tracks:
            yield (_stacked if sheet.stacked else _beside)(track, sheet)
    if not shown.groups:
        nothing = captions.no_grid(sheet.lang)
        yield _Block(24, lambda y: [text(EDGE, y + 17, nothing)])


def _topic(part: Group, sheet: _Sheet) -> _Block:
    """A topic's heading on a band; on a phone with the years below it."""
    words = wrapped(captions.topic_heading(part.topic, sheet.lang), sheet.wide - 3 * EDGE, 13.5)
    high = len(words) * LINE + 8
    below = _heads(sheet) if sheet.stacked else 0.0

    def draw(y: float) -> list[str]:
        return [
            rect(EDGE, y, sheet.wide - 2 * EDGE, high, fill="band"),
            *lines_of(words, EDGE + 6, y + 16, LINE, size=13, bold=True),
            *(_years(sheet, y + high) if sheet.stacked else []),
        ]

    return _Block(high + below, draw, heading=True)


def _beside(track: Track, sheet: _Sheet) -> _Block:
    """One row: id, title, marks, state."""
    row, lang = track.row, sheet.lang
    title = wrapped(title_text(row, lang), sheet.title_room, 12)
    state = wrapped(captions.state_of(row, lang, sheet.shown.signs), STATE_ROOM - 8, 12)
    if len(state) > 1:
        told = captions.state_parts(row, lang, sheet.shown.signs)
        state = [line for part in told for line in wrapped(part, STATE_ROOM - 8, 12)]
    high = max(len(title), len(state)) * LINE + 8

    def draw(y: float) -> list[str]:
        parts = [
            _identity(track, sheet, y + 16),
            *lines_of(title, sheet.title, y + 16, LINE, size=12),
            *track_marks(track, sheet.years, y + 12),
            *lines_of(state, sheet.years.right + 8, y + 16, LINE, size=12, color=_color(track)),
        ]
        return [_row(track, parts, sheet)]

    return _Block(high, draw)


def _stacked(track: Track, sheet: _Sheet) -> _Block:
    """Id and title, the state, and below them the marks."""
    row, lang = track.row, sheet.lang
    title = wrapped(title_text(row, lang), sheet.title_room, 13)
    state = wrapped(captions.state_of(row, lang, sheet.shown.signs), sheet.title_room, 12)
    words = (len(title) + len(state)) * LINE + 4
    high = words + STRIP + 10

    def draw(y: float) -> list[str]:
        parts = [
            _identity(track, sheet, y + 16),
            *lines_of(title, sheet.title, y + 16, LINE, size=13),
            *lines_of(
                state, sheet.title, y + 16 + len(title) * LINE, LINE, size=12, color=_color(track)
            ),
            *_ground_of(sheet, y + words + 2, y + words + 2 + STRIP),
            *track_marks(track, sheet.years, y + words + 2 + STRIP / 2),
        ]
        return [_row(track, parts, sheet)]

    return _Block(high, draw)


def _row(track: Track, parts: list[str], sheet: _Sheet) -> str:
    words = captions.track_words(track, sheet.shown.signs, sheet.lang)
    return group(parts, words, track.milestone.id)


def _identity(track: Track, sheet: _Sheet, y: float) -> str:
    name = fitted(track.milestone.id, sheet.identity, 12)
    return text(EDGE, y, name, size=12, bold=True)


def _color(track: Track) -> str:
    return STATE[track.row.standing.state].style or "ink"


def _heads(sheet: _Sheet) -> float:
    """How high the headings of the years are, with the sign of the day below them."""
    return 36.0 if sheet.lang == "ja" else 24.0


def _years(sheet: _Sheet, y: float) -> list[str]:
    """The headings of the columns; where they are narrow, of some of them; and the day's sign."""
    years, lang = sheet.years, sheet.lang
    long = years.column >= breadth(year_name(2000, lang), 11) + 4
    names = [year_name(year, lang) if long else str(year) for year in years.axis.years]
    eras = [era_name(year, lang) for year in years.axis.years]
    need = max(breadth(name, 11) for name in (*names, *eras)) + 9
    every = max(1, -int(-need // years.column))
    found = []
    for number, (name, era) in enumerate(zip(names, eras, strict=True)):
        if number % every == 0:
            x = years.left + (number + 0.5) * years.column
            found.append(text(x, y + 11, name, size=11, anchor="middle"))
            if era:
                found.append(text(x, y + 24, era, size=11, color="muted", anchor="middle"))
    if not long and not sheet.stacked:
        label = say("fiscal_year", lang)
        found.append(text(years.left - 8, y + 11, label, size=11, color="muted", anchor="end"))
    return [group(found), *_sign(sheet, y + _heads(sheet))]


def _sign(sheet: _Sheet, y: float) -> list[str]:
    """Where the day of the picture stands, between the headings and the rows."""
    x = _day_at(sheet)
    if x is None:
        return []
    points = f"{x - 5:.1f},{y - 8:.1f} {x + 5:.1f},{y - 8:.1f} {x:.1f},{y - 1:.1f}"
    words = say("pictures.this-day", sheet.lang, day=sheet.shown.day)
    return [group([tag("polygon", points=points, **paint("ink"))], words)]


def _day_at(sheet: _Sheet) -> float | None:
    units = sheet.years.axis.middle(sheet.shown.day)
    return sheet.years.clipped(units) if 0 <= units <= len(sheet.years.axis.years) else None


def _ground(sheet: _Sheet, top: float, bottom: float) -> list[str]:
    """Below the rows, which cover it with their words: the years' borders and the day's line."""
    return [] if sheet.stacked else _ground_of(sheet, top, bottom)


def _ground_of(sheet: _Sheet, top: float, bottom: float) -> list[str]:
    years = sheet.years
    borders = [years.left + n * years.column for n in range(len(years.axis.years) + 1)]
    found = [path([(x, top, bottom) for x in borders])]
    x = _day_at(sheet)
    if x is not None:
        found.append(line(x, top, x, bottom, color="ink", wide=1.5, dash="5 3"))
    return found


def _foot(shown: Grid, sheet: _Sheet, y: float) -> tuple[list[str], float]:
    """The legend and the notes."""
    found, y = legend(shown, sheet.lang, EDGE, y + 20, sheet.wide - EDGE)
    notes = captions.grid_notes(shown, sheet.lang)
    if sheet.years.axis != shown.axis:
        axis = sheet.years.axis
        notes.append(say("pictures.some-years", sheet.lang, first=axis.first, last=axis.last))
    for note in notes:
        words = wrapped(note, sheet.wide - 2 * EDGE, 12)
        found += lines_of(words, EDGE, y + 4, LINE, size=12, color="muted")
        y += len(words) * LINE + 2
    return found, y
