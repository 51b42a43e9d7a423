"""The trend as SVG."""

from __future__ import annotations

from spaceplan.pictures import captions, marks
from spaceplan.pictures.axis import Axis, year_name
from spaceplan.pictures.svg import (
    SERIES,
    breadth,
    document,
    fitted,
    group,
    headline,
    line,
    polyline,
    rect,
    text,
)
from spaceplan.pictures.trend import Course, Trend
from spaceplan.roadmap.model import Plan
from spaceplan.words import say

WIDE = 960.0
LEFT, RIGHT = 76.0, 110.0
TOP = 88.0
EDGE = 18.0
PLOT_WIDE = WIDE - LEFT - RIGHT
PLOT_HIGH = 420.0
AIR = 12.0
ROW = 20.0
DASHES = ("", "7 3", "2 3", "9 3 2 3")
POINTS = (marks.disc, marks.square, marks.triangle, marks.diamond)


class _Plot:
    """Where a pair of days stands on the sheet."""

    def __init__(self, reports: Axis, targets: Axis) -> None:
        self.reports, self.targets = reports, targets
        self.across = PLOT_WIDE / len(reports.years)
        # Above the last fiscal year there is some air: a target at its end is not on the frame.
        self.up = (PLOT_HIGH - AIR) / len(targets.years)
        self.bottom = TOP + PLOT_HIGH

    def x(self, units: float) -> float:
        """Years on the axis of reports, in pixels from the left."""
        return LEFT + units * self.across

    def y(self, units: float) -> float:
        """Years on the axis of targets, in pixels from the top."""
        return self.bottom - units * self.up


def draw_trend(plan: Plan, shown: Trend, lang: str) -> str:
    """The picture as a whole SVG document."""
    title, plan_title = captions.trend_title(shown, lang), plan.title.say(lang)
    body = headline(title, plan_title, EDGE, WIDE - 2 * EDGE)
    if shown.reports is None or shown.targets is None:
        body.append(text(EDGE, 70, captions.no_trend(lang)))
        y = 94.0
    else:
        plot = _Plot(shown.reports, shown.targets)
        body += _frame(plot, lang)
        body += _diagonal(plot, lang)
        body += _today(plot, shown, lang)
        for number, course in enumerate(shown.courses):
            body.append(_course(course, number, plot, lang))
        body += _names(shown, plot)
        y = plot.bottom + 66
        for number, course in enumerate(shown.courses):
            body.append(_entry(course, number, y, lang))
            y += ROW
    for note in captions.trend_notes(shown, lang):
        body.append(text(EDGE, y, note, size=12, color="muted"))
        y += ROW
    description = captions.trend_description(shown, lang)
    return document("trend", lang, f"{plan_title}: {title}", description, (WIDE, y), body)


def _frame(plot: _Plot, lang: str) -> list[str]:
    """The fiscal years of both axes, as bands with their names."""
    found = []
    rows = plot.targets.years
    every = max(1, -int(-18 // plot.up))
    for number, year in enumerate(rows):
        top = plot.y(number + 1)
        if number % 2 == 0:
            found.append(rect(LEFT, top, PLOT_WIDE, plot.up, fill="band"))
        if number % every == 0:
            middle = top + plot.up / 2 + 4
            found.append(text(LEFT - 8, middle, year_name(year, lang), size=12, anchor="end"))
    columns = plot.reports.years
    every = max(1, -int(-60 // plot.across))
    for number, year in enumerate(columns):
        x = plot.x(number)
        found.append(line(x, TOP, x, plot.bottom))
        if number % every == 0:
            name = year_name(year, lang)
            found.append(
                text(x + plot.across / 2, plot.bottom + 18, name, size=12, anchor="middle")
            )
    found.append(line(LEFT + PLOT_WIDE, TOP, LEFT + PLOT_WIDE, plot.bottom))
    found.append(line(LEFT, plot.bottom, LEFT + PLOT_WIDE, plot.bottom, color="muted"))
    found.append(
        text(
            LEFT + PLOT_WIDE / 2,
            plot.bottom + 38,
            say("pictures.to-the-right", lang),
            size=12,
            color="muted",
            anchor="middle",
        )
    )
    found.append(text(EDGE, TOP - 14, say("pictures.upwards", lang), size=12, color="muted"))
    return found


def _diagonal(plot: _Plot, lang: str) -> list[str]:
    """Where both dates are the same day, as far as both axes have it."""
    first = max(plot.reports.first, plot.targets.first)
    last = min(plot.reports.last, plot.targets.last) + 1
    if last <= first:
        return []
    a = (plot.x(first - plot.reports.first), plot.y(first - plot.targets.first))
    b = (plot.x(last - plot.reports.first), plot.y(last - plot.targets.first))
    words = say("pictures.diagonal", lang)
    return [
        polyline((a, b), color="muted", wide=1.5, dash="1 4"),
        text(a[0] + 34, a[1] - 8, words, size=11, color="muted"),
    ]


def _today(plot: _Plot, shown: Trend, lang: str) -> list[str]:
    x = plot.x(plot.reports.middle(shown.day))
    words = say("pictures.as-of", lang, day=shown.day)
    return [
        line(x, TOP - 6, x, plot.bottom, color="ink", wide=1.5, dash="5 3"),
        text(min(x, WIDE - 80), TOP - 12, words, size=11, anchor="middle"),
    ]


def _course(course: Course, number: int, plot: _Plot, lang: str) -> str:
    """One line in steps: a target holds until the next one."""
    color, dash = SERIES[number % len(SERIES)], DASHES[number // len(SERIES) % len(DASHES)]
    point = POINTS[number % len(POINTS)]
    steps: list[tuple[float, float]] = []
    for forecast in course.forecasts:
        x = plot.x(plot.reports.begin(forecast.on))
        y = plot.y(plot.targets.end(forecast.due))
        if steps:
            steps.append((x, steps[-1][1]))
        steps.append((x, y))
    changes = [
        (plot.x(plot.reports.begin(f.on)), plot.y(plot.targets.end(f.due)))
        for f in course.forecasts
    ]
    last = (plot.x(plot.reports.middle(course.until)), steps[-1][1])
    steps.append(last)
    if course.end == "met":
        last = (last[0], plot.y(plot.targets.middle(course.until)))
        steps.append(last)
    parts = [polyline(steps, color=color, dash=dash)]
    parts += [point(x, y, color) for x, y in changes]
    if course.end == "met":
        parts.append(marks.check(*last))
    elif course.end:
        parts.append(marks.cross(*last) if course.end == "missed" else marks.barred(*last))
    elif course.by_hand:
        parts.append(text(last[0] - 10, last[1] + 5, "?", bold=True, anchor="end"))
    return group(parts, captions.course_words(course, lang))


def _names(shown: Trend, plot: _Plot) -> list[str]:
    """The ids at the lines' ends, moved apart where they would meet."""
    wanted = sorted(
        (plot.y(plot.targets.end(course.forecasts[-1].due)), number)
        for number, course in enumerate(shown.courses)
    )
    heights: list[float] = []
    for y, _ in wanted:
        heights.append(max(y, heights[-1] + 14) if heights else y)
    over = max(0.0, heights[-1] - plot.bottom - 30)
    found = []
    for (y, number), height in zip(wanted, heights, strict=True):
        course = shown.courses[number]
        color = SERIES[number % len(SERIES)]
        x = plot.x(plot.reports.middle(course.until))
        edge = LEFT + PLOT_WIDE
        place = height - over
        found.append(line(x + 8, y, edge + 4, place, color=color, wide=0.75, dash="1 3"))
        name = course.milestone.id
        found.append(text(edge + 8, place + 4, name, size=12, color=color, bold=True))
    return found


def _entry(course: Course, number: int, y: float, lang: str) -> str:
    """A line of the legend."""
    color, dash = SERIES[number % len(SERIES)], DASHES[number // len(SERIES) % len(DASHES)]
    x = EDGE
    words = captions.course_words(course, lang)
    identity = course.milestone.id
    room = max(50.0, breadth(identity, 13) + 8)
    return group(
        (
            line(x, y - 4, x + 36, y - 4, color=color, wide=2, dash=dash),
            POINTS[number % len(POINTS)](x + 18, y - 4, color),
            text(x + 46, y, identity, size=12, color=color, bold=True),
            text(
                x + 46 + room,
                y,
                fitted(words.removeprefix(identity + " "), WIDE - x - 56 - room, 12),
                size=12,
            ),
        )
    )
