"""One milestone's marks in the fiscal years of an SVG grid."""

from __future__ import annotations

from collections.abc import Callable

from spaceplan.frozen import dataclass
from spaceplan.pictures import marks
from spaceplan.pictures.axis import Axis, Days
from spaceplan.pictures.grid import AHEAD, MET, PENDING, UNMET, Track
from spaceplan.pictures.svg import line, rect, text
from spaceplan.roadmap.states import MET_LATE
from spaceplan.words import say


@dataclass(frozen=True, slots=True)
class Years:
    """Where the fiscal years stand: they begin at ``left``, each is ``column`` pixels wide."""

    axis: Axis
    lang: str
    left: float
    column: float

    @property
    def right(self) -> float:
        """Where they end."""
        return self.left + self.column * len(self.axis.years)

    def clipped(self, units: float) -> float:
        """From years on the axis to pixels, held within its ends."""
        return min(max(self.left + units * self.column, self.left), self.right)

    def ends(self, days: Days) -> tuple[float, float]:
        """Where a stretch of days begins and ends."""
        return (self.clipped(self.axis.begin(days.first)), self.clipped(self.axis.end(days.last)))

    def due(self, days: Days) -> float:
        """The centre of the mark whose right end stands at the end of the last day."""
        reach = marks.R + 1
        return max(self.ends(days)[1] - reach, self.left + reach)


TICKS: dict[str, Callable[[float, float], str]] = {
    MET: marks.check,
    UNMET: marks.cross,
    PENDING: lambda x, y: marks.disc(x, y, "accent", hollow=True),
    AHEAD: marks.dot,
}


def track_marks(track: Track, years: Years, y: float) -> list[str]:
    """What stands in the fiscal years, on the line ``y``; what is most important on top."""
    return [
        *_stretches(track, years, y),
        *_promises(track, years, y),
        *_events(track, years, y),
    ]


def _stretches(track: Track, years: Years, y: float) -> list[str]:
    """What lasts: the time that a target covers, how late, how far it moved."""
    found: list[str] = []
    milestone = track.milestone
    if milestone.kind == "ongoing":
        found.append(line(years.left + 4, y, years.right - 8, y, color="muted", dash="2 4"))
        found.append(marks.wedge(years.right - 8, y, "muted", hollow=True))
    if track.target is not None:
        found += _span(track.target, years, y, strong=milestone.kind == "window")
    if track.late is not None:
        a, b = years.ends(track.late)
        found.append(line(a, y, b, y, color="late", wide=2, dash="2 3"))
    if track.baseline is not None and track.target is not None:
        a, b = years.due(track.baseline), years.due(track.target)
        found.append(line(a, y, b, y, color="warn", wide=1.5))
    return found


def _promises(track: Track, years: Years, y: float) -> list[str]:
    """What was said of the future: a year in view, baseline, target, the baseline set anew."""
    found: list[str] = []
    milestone = track.milestone
    point = marks.wedge if milestone.kind == "start" else marks.diamond
    if track.horizon is not None and years.axis.holds(track.horizon):
        x = years.clipped(years.axis.end(track.horizon.last)) - 12
        found.append(marks.triangle(x, y, "muted", hollow=True))
    if track.baseline is not None:
        found += _placed(track.baseline, years, y, point, hollow=True)
    if track.target is not None:
        found += _placed(track.target, years, y, point, hollow=False)
        if milestone.target is not None and milestone.target.about:
            about = say("pictures.about-sign", years.lang)
            found.append(text(years.due(track.target) - 9, y + 4, about, size=11, anchor="end"))
    if track.anew is not None:
        if track.anew != track.target:
            found += _placed(track.anew, years, y, point, hollow=True)
        if years.axis.holds(track.anew):
            found.append(marks.ring(years.due(track.anew), y))
    return found


def _events(track: Track, years: Years, y: float) -> list[str]:
    """What came about: years of a recurring one, the day it was met or given up."""
    found: list[str] = []
    axis = years.axis
    for tick in track.ticks:
        if axis.first <= tick.year <= axis.last:
            x = years.left + (tick.year - axis.first + 0.5) * years.column
            found.append(TICKS[tick.mark](x, y))
    if track.actual is not None and axis.holds(track.actual):
        late = track.row.standing.state in MET_LATE
        found.append(marks.check(years.due(track.actual), y, "warn" if late else "ok"))
    if track.closed is not None and axis.holds(track.closed):
        mark = marks.cross if track.milestone.status == "missed" else marks.barred
        found.append(mark(years.due(track.closed), y))
    return found


def _span(days: Days, years: Years, y: float, *, strong: bool) -> list[str]:
    """How much time the words cover: no mark is sharper than they are."""
    a, b = years.ends(days)
    if b <= a:
        return []
    # A day is narrower than the mark upon it.
    found = [rect(a + 1, y - 7, b - a - 2, 14, fill="pale")] if b - a > 2 else []
    if strong:
        # One that begins before the first year shown has no beginning here.
        begins = days.first >= years.axis.rule.first_day(years.axis.first)
        at = a + 3 if begins else a
        if begins:
            found.append(line(at, y - 7, at, y + 7, color="accent", wide=2))
        found.append(line(at, y, b - 4, y, color="accent", wide=2))
    return found


def _placed(
    days: Days, years: Years, y: float, mark: Callable[..., str], *, hollow: bool
) -> list[str]:
    """A mark at the last day, or an arrow at the edge beyond which it lies."""
    if days.last > years.axis.rule.last_day(years.axis.last):
        return [text(years.right - 3, y + 5, "›", size=16, color="accent", anchor="end")]
    if days.last < years.axis.rule.first_day(years.axis.first):
        return [text(years.left + 3, y + 5, "‹", size=16, color="accent")]
    return [mark(years.due(days), y, hollow=hollow)]
