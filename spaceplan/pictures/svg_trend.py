"""The trend as SVG, for a page and for a phone."""

from __future__ import annotations

from spaceplan.pictures import captions, marks
from spaceplan.pictures.axis import Axis, year_name
from spaceplan.pictures.svg import (
    BOLD,
    SERIES,
    WIDE,
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
from spaceplan.pictures.trend import Course, Trend
from spaceplan.roadmap.model import Plan
from spaceplan.words import say

EDGE = 8.0
LINE = 16.0
# Above the last fiscal year there is some air: a target at its end does not lie on the frame.
AIR = 12.0
DASHES = ("", "7 3", "2 3", "9 3 2 3")
POINTS = (marks.disc, marks.square, marks.triangle, marks.diamond)


class _Plot:
    """Where a pair of days stands on a sheet ``wide`` pixels across, from ``top`` downwards."""

    def __init__(self, shown: Trend, reports: Axis, targets: Axis, wide: float, top: float) -> None:
        self.reports, self.targets, self.wide, self.top = reports, targets, wide, top
        ids = max(breadth(course.milestone.id, 12) for course in shown.courses) * BOLD
        self.left = 70.0 if wide >= WIDE else 58.0
        self.right = wide - min(ids + 22, wide / 4)
        self.bottom = top + (400.0 if wide >= WIDE else 320.0)
        self.across = (self.right - self.left) / len(reports.years)
        self.up = (self.bottom - top - AIR) / len(targets.years)

    def x(self, units: float) -> float:
        """Years on the axis of reports, in pixels from the left."""
        return self.left + units * self.across

    def y(self, units: float) -> float:
        """Years on the axis of targets, in pixels from the top."""
        return self.bottom - units * self.up


def draw_trend(plan: Plan, shown: Trend, lang: str) -> str:
    """The picture as a whole SVG document, which is as wide as there is room."""
    return by_itself(
        _about(shown, lang), plan.title.say(lang), lambda wide: _drawn(plan, shown, lang, wide)
    )


def trend_piece(plan: Plan, shown: Trend, lang: str, wide: float) -> str:
    """The picture for a page that has the title, ``wide`` pixels across."""
    drawn = _drawn(plan, shown, lang, wide, titled=False)
    return document(_about(shown, lang, f"trend-{wide:.0f}"), drawn)


def _about(shown: Trend, lang: str, name: str = "trend") -> About:
    description = captions.trend_description(shown, lang)
    return About(name, lang, captions.title_of(shown, lang), description)


def _drawn(plan: Plan, shown: Trend, lang: str, wide: float, *, titled: bool = True) -> Drawn:
    title = captions.title_of(shown, lang)
    room = wide - 2 * EDGE
    body, y = headline(title, plan.title.say(lang), EDGE, room) if titled else ([], 4.0)
    if shown.reports is None or shown.targets is None:
        body.append(text(EDGE, y + 14, captions.no_trend(lang)))
        y += 36
    else:
        plot = _Plot(shown, shown.reports, shown.targets, wide, y + 34)
        body += _frame(plot, lang)
        body += _diagonal(plot, shown, lang)
        body += _today(plot, shown, lang)
        for number, course in enumerate(shown.courses):
            body.append(_course(course, number, plot, lang))
        body += _names(shown, plot)
        y = plot.bottom + 62
        for number, course in enumerate(shown.courses):
            entry, y = _entry(course, number, y, wide, lang)
            body.append(entry)
    for note in captions.trend_notes(shown, lang):
        words = wrapped(note, room, 12)
        body += lines_of(words, EDGE, y, LINE, size=12, color="muted")
        y += len(words) * LINE
    return Drawn(wide, y, tuple(body))


def _frame(plot: _Plot, lang: str) -> list[str]:
    """The fiscal years of both axes, as bands with their names."""
    found = []
    across = plot.right - plot.left
    every = max(1, -int(-18 // plot.up))
    for number, year in enumerate(plot.targets.years):
        top = plot.y(number + 1)
        if number % 2 == 0:
            found.append(rect(plot.left, top, across, plot.up, fill="band"))
        if number % every == 0:
            middle, name = top + plot.up / 2 + 4, year_name(year, lang)
            found.append(text(plot.left - 10, middle, name, size=11, anchor="end"))
    names = [year_name(year, lang) for year in plot.reports.years]
    every = max(1, -int(-(max(breadth(name, 11) for name in names) + 8) // plot.across))
    for number, name in enumerate(names):
        x = plot.x(number)
        found.append(line(x, plot.top, x, plot.bottom))
        if number % every == 0:
            middle = x + plot.across / 2
            found.append(text(middle, plot.bottom + 18, name, size=11, anchor="middle"))
    found.append(line(plot.right, plot.top, plot.right, plot.bottom))
    found.append(line(plot.left, plot.bottom, plot.right, plot.bottom, color="muted"))
    middle, words = plot.left + across / 2, say("pictures.to-the-right", lang)
    found.append(text(middle, plot.bottom + 36, words, size=12, color="muted", anchor="middle"))
    words = say("pictures.upwards", lang)
    return [*found, text(EDGE, plot.top - 20, words, size=12, color="muted")]


def _diagonal(plot: _Plot, shown: Trend, lang: str) -> list[str]:
    """Where both dates are the same day, as far as both axes have it."""
    first = max(plot.reports.first, plot.targets.first)
    last = min(plot.reports.last, plot.targets.last) + 1
    if last <= first:
        return []
    a = (plot.x(first - plot.reports.first), plot.y(first - plot.targets.first))
    b = (plot.x(last - plot.reports.first), plot.y(last - plot.targets.first))
    words = say("pictures.diagonal", lang)
    # Below the line, where no target of its day stands: what is there is met or overdue.
    x, y = a[0] + (b[0] - a[0]) * 0.12 + 12, a[1] + (b[1] - a[1]) * 0.12 + 14
    today, room = plot.x(plot.reports.middle(shown.day)), breadth(words, 11)
    if x - 4 < today < x + room + 4 and a[0] - room - 8 > plot.left:
        x, y = a[0] - room - 8, a[1]  # beside it where the line of the day would cross the words
    return [
        polyline((a, b), color="muted", wide=1.5, dash="1 4"),
        text(x, min(y, plot.bottom - 6), words, size=11, color="muted"),
    ]


def _today(plot: _Plot, shown: Trend, lang: str) -> list[str]:
    x = plot.x(plot.reports.middle(shown.day))
    words = say("pictures.as-of", lang, day=shown.day)
    half = breadth(words, 11) / 2
    middle = min(max(x, EDGE + half), plot.wide - EDGE - half)
    return [
        line(x, plot.top - 4, x, plot.bottom, color="ink", wide=1.5, dash="5 3"),
        text(middle, plot.top - 8, words, size=11, anchor="middle"),
    ]


def _look(number: int) -> tuple[str, str]:
    """Colour and dashes of a line by its number."""
    return SERIES[number % len(SERIES)], DASHES[number // len(SERIES) % len(DASHES)]


def _course(course: Course, number: int, plot: _Plot, lang: str) -> str:
    """One line in steps: a target holds until the next one."""
    color, dash = _look(number)
    point = POINTS[number % len(POINTS)]
    changes = [
        (plot.x(plot.reports.begin(f.on)), plot.y(plot.targets.end(f.due)))
        for f in course.forecasts
    ]
    steps: list[tuple[float, float]] = []
    for x, y in changes:
        if steps:
            steps.append((x, steps[-1][1]))
        steps.append((x, y))
    last = (plot.x(plot.reports.middle(course.until)), steps[-1][1])
    steps.append(last)
    if course.end == "met":
        last = (last[0], plot.y(plot.targets.middle(course.until)))
        steps.append(last)
    parts = [polyline(steps, color=color, dash=dash)]
    expected = [
        (plot.x(plot.reports.begin(f.on)), plot.y(plot.targets.end(f.due))) for f in course.expected
    ]
    if len(expected) > 1:
        parts.append(polyline(expected, color=color, wide=0.75, dash="1 3"))
    parts += [point(x, y, color, hollow=True) for x, y in expected]
    parts += [
        marks.diamond(
            plot.x(plot.reports.begin(f.on)), plot.y(plot.targets.end(f.due)), "ink", hollow=True
        )
        for f in course.anew
    ]
    parts += [point(x, y, color) for x, y in changes]
    if course.end == "met":
        parts.append(marks.check(*last))
    elif course.end:
        parts.append(marks.cross(*last) if course.end == "missed" else marks.barred(*last))
    elif course.by_hand:
        parts.append(text(last[0] - 10, last[1] + 5, "?", bold=True, anchor="end"))
    return group(parts, captions.course_words(course, lang), course.milestone.id)


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
        course, place = shown.courses[number], height - over
        color, _ = _look(number)
        x = plot.x(plot.reports.middle(course.until))
        name = course.milestone.id
        parts = (
            line(x + 8, y, plot.right + 4, place, color=color, wide=0.75, dash="1 3"),
            text(plot.right + 8, place + 4, name, size=12, color=color, bold=True),
        )
        found.append(group(parts, "", name))
    return found


def _entry(course: Course, number: int, y: float, wide: float, lang: str) -> tuple[str, float]:
    """A line of the legend, and where the next may stand."""
    color, dash = _look(number)
    identity = course.milestone.id
    room = max(44.0, breadth(identity, 12) * BOLD + 8)
    at = EDGE + 46 + room
    words = captions.course_words(course, lang).removeprefix(identity + " ")
    lines = wrapped(words, wide - EDGE - at, 12)
    parts = (
        line(EDGE, y - 4, EDGE + 36, y - 4, color=color, wide=2, dash=dash),
        POINTS[number % len(POINTS)](EDGE + 18, y - 4, color),
        text(EDGE + 46, y, identity, size=12, color=color, bold=True),
        *lines_of(lines, at, y, LINE, size=12),
    )
    return group(parts, "", identity), y + len(lines) * LINE + 4
