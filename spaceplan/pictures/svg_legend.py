"""The legend of an SVG grid: the marks that occur in it, with what they mean."""

from __future__ import annotations

from collections.abc import Callable

from spaceplan.pictures import marks
from spaceplan.pictures.grid import AHEAD, MET, PENDING, UNMET, Grid
from spaceplan.pictures.svg import breadth, line, rect, text
from spaceplan.pictures.svg_track import TICKS
from spaceplan.words import say

Mark = Callable[[float, float], str]
LINE = 20.0


def legend(shown: Grid, lang: str, left: float, y: float, right: float) -> tuple[list[str], float]:
    """Lines of marks with their meaning; and where the next line may stand."""
    found: list[str] = []
    x = left
    for mark, words in _occurring(shown, lang):
        room = 20 + breadth(words, 12) + 14
        if x + room > right and x > left:
            x, y = left, y + LINE
        found += [mark(x + 7, y), text(x + 20, y + 4, words, size=12)]
        x += room
    return found, y + LINE


def _occurring(shown: Grid, lang: str) -> list[tuple[Mark, str]]:
    tracks = shown.tracks
    points = [t for t in tracks if t.target is not None]
    kinds = {track.milestone.kind for track in points}
    moved = {track.milestone.kind for track in points if track.baseline is not None}
    statuses = {track.milestone.status for track in tracks if track.closed is not None}
    ticks = {tick.mark for track in tracks for tick in track.ticks}
    done = any(track.actual is not None for track in tracks)
    late = any(track.late is not None for track in tracks)
    horizon = any(track.horizon is not None for track in tracks)
    table: list[tuple[bool, Mark, str]] = [
        (bool(kinds - {"start"}), marks.diamond, "svg-due"),
        ("start" in kinds, marks.wedge, "mark-start"),
        (bool(moved - {"start"}), _hollow(marks.diamond), "mark-baseline"),
        ("start" in moved, _hollow(marks.wedge), "mark-start_baseline"),
        (any(track.anew is not None for track in tracks), _anew, "mark-anew"),
        (bool(moved), _slip, "mark-slip"),
        (bool(points), _area, "svg-area"),
        ("window" in kinds, _window, "svg-window"),
        (done or MET in ticks, marks.check, "mark-done"),
        (late, _dashes, "mark-late"),
        ("missed" in statuses or UNMET in ticks, marks.cross, "mark-missed"),
        ("dropped" in statuses, marks.barred, "mark-dropped"),
        (PENDING in ticks, TICKS[PENDING], "mark-pending"),
        (AHEAD in ticks, marks.dot, "mark-ahead"),
        (horizon, _horizon, "svg-horizon"),
    ]
    found = [(mark, say(f"pictures.{key}", lang)) for occurs, mark, key in table if occurs]
    return [*found, (_day, say("pictures.as-of", lang, day=shown.day))]


def _hollow(shape: Callable[..., str]) -> Mark:
    return lambda x, y: shape(x, y, hollow=True)


def _anew(x: float, y: float) -> str:
    return marks.diamond(x, y, hollow=True) + marks.ring(x, y)


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
