"""The grid as SVG."""

from __future__ import annotations

from collections.abc import Callable

from spaceplan.answers.rows import title_text
from spaceplan.frozen import dataclass
from spaceplan.pictures import captions, marks
from spaceplan.pictures.axis import Axis, Days, era_name, year_name
from spaceplan.pictures.grid import AHEAD, MET, PENDING, UNMET, Grid, Track
from spaceplan.pictures.svg import breadth, document, fitted, group, headline, line, rect, tag, text
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.states import MET_LATE, STATE
from spaceplan.words import say

EDGE = 12.0
ID_ROOM = 56.0
TITLE_ROOM = 330.0
STATE_ROOM = 205.0
ROW = 24.0
HEAD = 30.0
TOP = 58.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where things stand: the axis begins at ``left`` and a year is ``column`` pixels wide."""

    axis: Axis
    lang: str
    left: float
    column: float

    @property
    def right(self) -> float:
        return self.left + self.column * len(self.axis.years)

    def clipped(self, units: float) -> float:
        """From years on the axis to pixels, held within its ends."""
        return min(max(self.left + units * self.column, self.left), self.right)


def draw_grid(plan: Plan, shown: Grid, lang: str) -> str:
    """The picture as a whole SVG document."""
    years = len(shown.axis.years)
    column = min(max(704 / years, 20.0), 64.0)
    sheet = _Sheet(shown.axis, lang, EDGE + ID_ROOM + TITLE_ROOM, column)
    wide = sheet.right + STATE_ROOM + EDGE
    title, plan_title = captions.grid_title(shown, lang), plan.title.say(lang)
    body = headline(title, plan_title, EDGE, wide - 2 * EDGE)
    y = TOP
    body.append(_years(sheet, y))
    y += HEAD
    top = y
    rows: list[str] = []
    for part in shown.groups:
        rows.append(rect(EDGE, y, wide - 2 * EDGE, ROW, fill="band"))
        name = fitted(captions.topic_heading(part.topic, lang), wide - 3 * EDGE)
        rows.append(text(EDGE + 6, y + 17, name, bold=True))
        y += ROW
        for track in part.tracks:
            rows.append(_track(track, sheet, y))
            y += ROW
    if not shown.groups:
        rows.append(text(EDGE, y + 17, captions.no_grid(lang)))
        y += ROW
    body += _lines(sheet, top, y)
    body += rows
    body.append(_today(shown, sheet, top - 4, y))
    body.append(_years(sheet, y))
    y += HEAD
    legend, y = _legend(shown, lang, y + 12, wide)
    body += legend
    for note in captions.grid_notes(shown, lang):
        body.append(text(EDGE, y + 4, note, size=12, color="muted"))
        y += 20
    description = captions.grid_description(shown, lang)
    return document("grid", lang, f"{plan_title}: {title}", description, (wide, y + 4), body)


def _years(sheet: _Sheet, y: float) -> str:
    """The headings of the columns; where they are narrow, of some of them."""
    names = [year_name(year, sheet.lang) for year in sheet.axis.years]
    need = max(breadth(name, 12) for name in names) + 6
    every = max(1, -int(-need // sheet.column))
    found = []
    for number, year in enumerate(sheet.axis.years):
        if number % every:
            continue
        x = sheet.left + (number + 0.5) * sheet.column
        found.append(text(x, y + 12, names[number], size=12, anchor="middle"))
        if era := era_name(year, sheet.lang):
            found.append(text(x, y + 25, era, size=10, color="muted", anchor="middle"))
    return group(found)


def _lines(sheet: _Sheet, top: float, bottom: float) -> list[str]:
    return [
        line(x, top, x, bottom)
        for x in (sheet.left + n * sheet.column for n in range(len(sheet.axis.years) + 1))
    ]


def _today(shown: Grid, sheet: _Sheet, top: float, bottom: float) -> str:
    units = shown.axis.middle(shown.day)
    if not 0 <= units <= len(shown.axis.years):
        return ""
    x = sheet.clipped(units)
    flag = tag(
        "polygon",
        points=f"{x - 5:.1f},{top - 4:.1f} {x + 5:.1f},{top - 4:.1f} {x:.1f},{top + 3:.1f}",
        class_="sp-f-ink",
    )
    return group(
        (flag, line(x, top, x, bottom, color="ink", wide=1.5, dash="5 3")),
        say("pictures.this-day", sheet.lang, day=shown.day),
    )


def _track(track: Track, sheet: _Sheet, y: float) -> str:
    """One row: id, title, marks, state."""
    lang, middle = sheet.lang, y + ROW / 2
    row = track.row
    parts = [
        text(EDGE, y + 17, fitted(row.milestone.id, ID_ROOM, 12), size=12, bold=True),
        text(
            EDGE + ID_ROOM,
            y + 17,
            fitted(title_text(row, lang), TITLE_ROOM - 10, 12),
            size=12,
        ),
        *_marks(track, sheet, middle),
        text(
            sheet.right + 10,
            y + 17,
            fitted(captions.state_of(row, lang), STATE_ROOM - 10, 12),
            size=12,
            color=STATE[row.standing.state].style or "ink",
        ),
    ]
    return group(parts, captions.track_words(track, lang))


def _marks(track: Track, sheet: _Sheet, y: float) -> list[str]:
    """What stands in the fiscal years, what is most important on top."""
    found: list[str] = []
    axis, milestone = sheet.axis, track.milestone
    point = marks.wedge if milestone.kind == "start" else marks.diamond
    if milestone.kind == "ongoing":
        found.append(line(sheet.left + 4, y, sheet.right - 8, y, color="muted", dash="2 4"))
        found.append(marks.wedge(sheet.right - 8, y, "muted", hollow=True))
    if track.horizon is not None and axis.holds(track.horizon):
        x = sheet.clipped(axis.end(track.horizon.last)) - 12
        found.append(marks.triangle(x, y, "muted", hollow=True))
    if track.target is not None:
        found += _span(track.target, sheet, y, strong=milestone.kind == "window")
    if track.late is not None:
        a, b = _ends(track.late, sheet)
        found.append(line(a, y, b, y, color="late", wide=2, dash="2 3"))
    if track.baseline is not None and track.target is not None:
        a, b = _due(track.baseline, sheet), _due(track.target, sheet)
        found.append(line(a, y, b, y, color="warn", wide=1.5))
    if track.baseline is not None:
        found += _placed(track.baseline, sheet, y, point, hollow=True)
    if track.target is not None:
        found += _placed(track.target, sheet, y, point, hollow=False)
        if milestone.target is not None and milestone.target.about:
            about = say("pictures.about-sign", sheet.lang)
            found.append(text(_due(track.target, sheet) - 9, y + 4, about, size=11, anchor="end"))
    for tick in track.ticks:
        x = sheet.left + (tick.year - axis.first + 0.5) * sheet.column
        found.append(_TICKS[tick.mark](x, y))
    if track.actual is not None and axis.holds(track.actual):
        late = track.row.standing.state in MET_LATE
        found.append(marks.check(_due(track.actual, sheet), y, "warn" if late else "ok"))
    if track.closed is not None and axis.holds(track.closed):
        mark = marks.cross if milestone.status == "missed" else marks.barred
        found.append(mark(_due(track.closed, sheet), y))
    return found


_TICKS: dict[str, Callable[[float, float], str]] = {
    MET: marks.check,
    UNMET: marks.cross,
    PENDING: lambda x, y: marks.disc(x, y, "accent", hollow=True),
    AHEAD: marks.dot,
}


def _ends(days: Days, sheet: _Sheet) -> tuple[float, float]:
    return (
        sheet.clipped(sheet.axis.begin(days.first)),
        sheet.clipped(sheet.axis.end(days.last)),
    )


def _due(days: Days, sheet: _Sheet) -> float:
    """The centre of the mark whose right end stands at the end of the last day."""
    reach = marks.R + 1
    return max(_ends(days, sheet)[1] - reach, sheet.left + reach)


def _span(days: Days, sheet: _Sheet, y: float, *, strong: bool) -> list[str]:
    """How much time the words cover: no mark is sharper than they are."""
    a, b = _ends(days, sheet)
    if b <= a:
        return []
    found = [rect(a + 1, y - 7, b - a - 2, 14, fill="pale")]
    if strong:
        found.append(line(a + 3, y - 7, a + 3, y + 7, color="accent", wide=2))
        found.append(line(a + 3, y, b - 4, y, color="accent", wide=2))
    return found


def _placed(
    days: Days, sheet: _Sheet, y: float, mark: Callable[..., str], *, hollow: bool
) -> list[str]:
    """A mark at the last day, or an arrow at the edge beyond which it lies."""
    if days.last > sheet.axis.rule.last_day(sheet.axis.last):
        return [text(sheet.right - 3, y + 5, "›", size=16, color="accent", anchor="end")]
    if days.last < sheet.axis.rule.first_day(sheet.axis.first):
        return [text(sheet.left + 3, y + 5, "‹", size=16, color="accent")]
    return [mark(_due(days, sheet), y, hollow=hollow)]


def _legend(shown: Grid, lang: str, y: float, wide: float) -> tuple[list[str], float]:
    """The marks that occur, with their meaning; and where the next line may stand."""
    found: list[str] = []
    x = EDGE
    for mark, words in _occurring(shown, lang):
        room = 20 + breadth(words, 12) + 14
        if x + room > wide - EDGE and x > EDGE:
            x, y = EDGE, y + 20
        found.append(mark(x + 7, y))
        found.append(text(x + 20, y + 4, words, size=12))
        x += room
    return found, y + 20


def _occurring(shown: Grid, lang: str) -> list[tuple[Callable[[float, float], str], str]]:
    tracks = shown.tracks
    points = [t for t in tracks if t.target is not None]
    kinds = {track.milestone.kind for track in points}
    moved = {track.milestone.kind for track in points if track.baseline is not None}
    statuses = {track.milestone.status for track in tracks if track.closed is not None}
    ticks = {tick.mark for track in tracks for tick in track.ticks}
    done = any(track.actual is not None for track in tracks)
    late = any(track.late is not None for track in tracks)
    horizon = any(track.horizon is not None for track in tracks)
    table: list[tuple[bool, Callable[[float, float], str], str]] = [
        (bool(kinds - {"start"}), marks.diamond, "svg-due"),
        ("start" in kinds, marks.wedge, "mark-start"),
        (bool(moved - {"start"}), _hollow(marks.diamond), "mark-baseline"),
        ("start" in moved, _hollow(marks.wedge), "mark-start_baseline"),
        (bool(moved), _slip, "mark-slip"),
        (bool(points), _area, "svg-area"),
        ("window" in kinds, _window, "svg-window"),
        (done or MET in ticks, marks.check, "mark-done"),
        (late, _dashes, "mark-late"),
        ("missed" in statuses or UNMET in ticks, marks.cross, "mark-missed"),
        ("dropped" in statuses, marks.barred, "mark-dropped"),
        (PENDING in ticks, _TICKS[PENDING], "mark-pending"),
        (AHEAD in ticks, marks.dot, "mark-ahead"),
        (horizon, _horizon, "svg-horizon"),
    ]
    found = [(mark, say(f"pictures.{key}", lang)) for occurs, mark, key in table if occurs]
    return [*found, (_day, say("pictures.as-of", lang, day=shown.day))]


def _hollow(shape: Callable[..., str]) -> Callable[[float, float], str]:
    return lambda x, y: shape(x, y, hollow=True)


def _horizon(x: float, y: float) -> str:
    return marks.triangle(x, y, "muted", hollow=True)


def _dashes(x: float, y: float) -> str:
    return line(x - 7, y, x + 9, y, color="late", wide=2, dash="2 3")


def _slip(x: float, y: float) -> str:
    return line(x - 7, y, x + 9, y, color="warn", wide=1.5)


def _window(x: float, y: float) -> str:
    edge = line(x - 7, y - 6, x - 7, y + 6, color="accent", wide=2)
    return edge + line(x - 7, y, x + 8, y, color="accent", wide=2)


def _day(x: float, y: float) -> str:
    return line(x, y - 8, x, y + 8, color="ink", wide=1.5, dash="5 3")


def _area(x: float, y: float) -> str:
    return rect(x - 7, y - 7, 16, 14, fill="pale")
