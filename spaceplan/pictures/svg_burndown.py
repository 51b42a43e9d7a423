"""The burn-down as SVG, for a page and for a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spaceplan.pictures import captions, marks
from spaceplan.pictures.axis import Axis, axis_over, year_name
from spaceplan.pictures.burndown import Burndown
from spaceplan.pictures.svg import (
    About,
    Drawn,
    breadth,
    by_itself,
    document,
    group,
    headline,
    line,
    lines_of,
    polyline,
    rect,
    text,
    wrapped,
)
from spaceplan.roadmap.model import Plan
from spaceplan.words import say

EDGE = 8.0
LEFT, RIGHT = 44.0, 26.0
HIGH = 300.0
LINE = 16.0
Points = list[tuple[float, float, int]]


def draw_burndown(plan: Plan, shown: Burndown, lang: str) -> str:
    """The picture as a whole SVG document, which is as wide as there is room."""
    return by_itself(
        _about(shown, lang), plan.title.say(lang), lambda wide: _drawn(plan, shown, lang, wide)
    )


def burndown_piece(plan: Plan, shown: Burndown, lang: str, wide: float) -> str:
    """The picture for a page that has the title, ``wide`` pixels across."""
    drawn = _drawn(plan, shown, lang, wide, titled=False)
    return document(_about(shown, lang, f"burndown-{wide:.0f}"), drawn)


def _about(shown: Burndown, lang: str, name: str = "burndown") -> About:
    description = captions.burndown_description(shown, lang)
    return About(name, lang, captions.title_of(shown, lang), description)


def _drawn(plan: Plan, shown: Burndown, lang: str, wide: float, *, titled: bool = True) -> Drawn:
    title = captions.title_of(shown, lang)
    room = wide - 2 * EDGE
    body, y = headline(title, plan.title.say(lang), EDGE, room) if titled else ([], 4.0)
    sums = wrapped(captions.burndown_sums(shown, lang), room, 13)
    body += lines_of(sums, EDGE, y + 14, LINE)
    y += len(sums) * LINE + 8
    if shown.levels:
        plotted, y = _plot(plan, shown, lang, wide, y + 42)
        body += plotted
    for note in captions.burndown_notes(shown, lang):
        words = wrapped(note, room, 12)
        body += lines_of(words, EDGE, y + 14, LINE, size=12, color="muted")
        y += len(words) * LINE + 2
    return Drawn(wide, y + 12, tuple(body))


class _Plot:
    """Where a day and a figure stand on a sheet ``wide`` pixels across, from ``top`` downwards."""

    def __init__(self, axis: Axis, most: int, wide: float, top: float) -> None:
        self.axis, self.wide, self.top = axis, wide, top
        self.right, self.bottom = wide - RIGHT, top + HIGH
        self.across = (self.right - LEFT) / len(axis.years)
        self.step, self.most = _scale(most)
        self.up = HIGH / self.most

    def x(self, on: date) -> float:
        """Where a day ends."""
        return LEFT + self.axis.end(on) * self.across

    def y(self, figure: int) -> float:
        """How high a figure stands."""
        return self.bottom - figure * self.up


def _plot(
    plan: Plan, shown: Burndown, lang: str, wide: float, top: float
) -> tuple[list[str], float]:
    axis = axis_over(plan.rule, (level.on for level in shown.levels))
    most = max(level.planned or level.actual or 0 for level in shown.levels)
    plot = _Plot(axis, most, wide, top)

    def points(figure: Callable[[int], int | None]) -> Points:
        return [
            (plot.x(level.on), plot.y(value), value)
            for number, level in enumerate(shown.levels)
            if (value := figure(number)) is not None
        ]

    planned = points(lambda n: shown.levels[n].planned)
    actual = points(lambda n: shown.levels[n].actual)
    forecast = points(lambda n: shown.levels[n].forecast)
    found = _frame(plot, lang)
    today, words = plot.x(shown.day), say("pictures.as-of", lang, day=shown.day)
    half = breadth(words, 11) / 2
    found.append(line(today, top - 20, today, plot.bottom, color="ink", wide=1.5, dash="5 3"))
    middle = min(max(today, EDGE + half), wide - EDGE - half)
    found.append(text(middle, top - 24, words, size=11, anchor="middle"))
    series = (
        (planned, "muted", "6 4", marks.square, True, "line-planned"),
        (forecast, "c2", "2 4", marks.triangle, True, "line-forecast"),
        (actual, "accent", "", marks.disc, False, "actual"),
    )
    x, y = EDGE, plot.bottom + 44
    for drawn, color, dash, mark, hollow, key in series:
        found.append(polyline([(a, b) for a, b, _ in drawn], color=color, dash=dash))
        found += [mark(a, b, color, hollow=hollow) for a, b, _ in drawn]
        name = say(f"pictures.{key}", lang)
        room = 42 + breadth(name, 12)
        if x > EDGE and x + room > wide - EDGE:
            x, y = EDGE, y + 20
        key_line = line(x, y, x + 34, y, color=color, wide=2, dash=dash)
        point = mark(x + 17, y, color, hollow=hollow)
        found.append(group((key_line, point, text(x + 42, y + 4, name, size=12))))
        x += room + 24
    return [*found, *_figures(plot, today, planned, actual, forecast)], y + 14


def _scale(most: int) -> tuple[int, int]:
    """Step and top of the upright axis: about five steps of 1, 2 or 5 times a power of ten."""
    step = 1
    while most / step > 6:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step, max(step, -(-most // step) * step)


def _frame(plot: _Plot, lang: str) -> list[str]:
    found = []
    names = [year_name(year, lang) for year in plot.axis.years]
    every = max(1, -int(-(max(breadth(name, 11) for name in names) + 8) // plot.across))
    for number, name in enumerate(names):
        x = LEFT + number * plot.across
        if number % 2 == 0:
            found.append(rect(x, plot.top, plot.across, HIGH, fill="band"))
        if number % every == 0:
            middle = x + plot.across / 2
            found.append(text(middle, plot.bottom + 18, name, size=11, anchor="middle"))
    for value in range(0, plot.most + 1, plot.step):
        y = plot.y(value)
        found.append(line(LEFT, y, plot.right, y))
        found.append(text(LEFT - 8, y + 4, str(value), size=11, anchor="end"))
    return found


def _figures(
    plot: _Plot, today: float, planned: Points, actual: Points, forecast: Points
) -> list[str]:
    """The numbers at the points, beside the line of the day: of those that would meet only the
    first, of points in one place only one."""
    found: list[str] = []
    taken: list[tuple[float, float]] = []
    places: set[tuple[float, int]] = set()
    for drawn, color, above in (
        (actual, "ink", True),
        (planned, "muted", False),
        (forecast, "c2", False),
    ):
        for x, y, figure in drawn:
            below = not above and y + 19 < plot.bottom
            at = y + 19 if below else y - 10
            half = breadth(str(figure), 11) / 2
            middle = min(x, today - half - 4) if abs(x - today) < half + 3 else x
            meets = any(abs(middle - a) < 18 and abs(at - b) < 12 for a, b in taken)
            if not meets and (x, figure) not in places:
                found.append(text(middle, at, str(figure), size=11, color=color, anchor="middle"))
                taken.append((middle, at))
            places.add((x, figure))
    return found
