"""The trend for a terminal: a letter for each line, and a legend of letters."""

from __future__ import annotations

from datetime import date
from math import ceil, floor
from string import ascii_lowercase

from spaceplan.pictures import captions
from spaceplan.pictures.axis import Axis, year_name
from spaceplan.pictures.canvas import Screen, Strip, finish, legend
from spaceplan.pictures.trend import Course, Trend
from spaceplan.render.text import pad, width, wrap
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.states import STATE
from spaceplan.words import say

HIGH = 18
LEAST_WIDE = 20
LETTERS = ascii_lowercase + ascii_lowercase.upper()


class _Plot:
    """Cells for a pair of days: columns from the left, lines from the top."""

    def __init__(self, reports: Axis, targets: Axis, wide: int) -> None:
        self.reports, self.targets, self.wide = reports, targets, wide
        years = len(targets.years)
        self.high = years * max(1, HIGH // years)
        self.lines = [Strip(wide) for _ in range(self.high)]
        self.across = wide / len(reports.years)
        self.up = self.high / years

    def column(self, day: date) -> int:
        """The column of a report date."""
        return min(floor(self.reports.begin(day) * self.across + 1e-9), self.wide - 1)

    def line(self, day: date) -> int:
        """The line of a target."""
        return self.high - ceil(self.targets.end(day) * self.up - 1e-9)

    def put(self, column: int, line: int, mark: str, style: str = "") -> None:
        """Put a mark, if it is in the picture."""
        if 0 <= line < self.high:
            self.lines[line].put(column, mark, style)


def print_trend(plan: Plan, shown: Trend, lang: str, screen: Screen) -> str:
    """The picture as text, no line wider than the screen."""
    lines = screen.headline(captions.title_of(shown, lang), plan.title.say(lang))
    if shown.reports is None or shown.targets is None:
        lines += ["", *screen.paragraph(captions.no_trend(lang))]
    else:
        names = [screen.text(year_name(year, lang)) for year in shown.targets.years]
        label = max(map(width, names)) + 1
        plot = _Plot(shown.reports, shown.targets, max(screen.width - label - 1, LEAST_WIDE))
        _draw(plot, shown, screen)
        lines += ["", *_framed(plot, names, label, shown, lang, screen), ""]
        lines += _entries(shown, lang, screen)
        lines += ["", *legend(screen, _meanings(shown, lang, screen))]
    for note in captions.trend_notes(shown, lang, hints=True):
        lines += screen.paragraph(note)
    return finish(lines)


def _draw(plot: _Plot, shown: Trend, screen: Screen) -> None:
    _diagonal(plot, screen)
    today = plot.column(shown.day)
    for line in range(plot.high):
        plot.put(today, line, screen.mark("today"))
    for course in shown.courses:
        _steps(plot, course, screen)
    for course in shown.courses:
        for one in course.expected:
            plot.put(plot.column(one.on), plot.line(one.due), screen.mark("forecast"), "warn")
        for one in course.anew:
            column = plot.column(one.on)
            # The first column of a target is its letter's.
            taken = column in {plot.column(told.on) for told in course.forecasts}
            plot.put(column + taken, plot.line(one.due), screen.mark("baseline"))
    for number, course in enumerate(shown.courses):
        _letters(plot, course, LETTERS[number % len(LETTERS)])
    for course in shown.courses:
        _end(plot, course, screen)


def _diagonal(plot: _Plot, screen: Screen) -> None:
    """Where report date and target are the same day."""
    for column in range(plot.wide):
        place = (column + 0.5) / plot.across + plot.reports.first - plot.targets.first
        plot.put(column, plot.high - 1 - floor(place * plot.up), screen.mark("diagonal"))


def _steps(plot: _Plot, course: Course, screen: Screen) -> None:
    """A target holds until the next one: level, then up or down, then level again."""
    final = plot.column(course.until)
    for number, forecast in enumerate(course.forecasts):
        line = plot.line(forecast.due)
        following = course.forecasts[number + 1 : number + 2]
        end = plot.column(following[0].on) if following else final
        for column in range(plot.column(forecast.on), end + 1):
            plot.put(column, line, screen.mark("level"))
        if following:
            _upright(plot, end, line, plot.line(following[0].due), screen)
    if course.end == "met":
        last = plot.line(course.forecasts[-1].due)
        _upright(plot, final, last, plot.line(course.until), screen)


def _upright(plot: _Plot, column: int, old: int, new: int, screen: Screen) -> None:
    for line in range(min(old, new) + 1, max(old, new)):
        plot.put(column, line, screen.mark("upright"))
    if old != new:
        plot.put(column, old, screen.mark("rise" if new < old else "fall"))


def _letters(plot: _Plot, course: Course, letter: str) -> None:
    """The line's letter where a target begins; beside another one's letter that is there."""
    for forecast in course.forecasts:
        column, line = plot.column(forecast.on), plot.line(forecast.due)
        while 0 <= line < plot.high and column + 1 < plot.wide and _lettered(plot, column, line):
            column += 1
        plot.put(column, line, letter, "strong")


def _lettered(plot: _Plot, column: int, line: int) -> bool:
    return plot.lines[line].cells[column][1] == "strong"


def _end(plot: _Plot, course: Course, screen: Screen) -> None:
    """How it ended, at the last cell of its line."""
    column = plot.column(course.until)
    line = plot.line(course.forecasts[-1].due)
    if course.end == "met":
        plot.put(column, plot.line(course.until), screen.mark("done"), "ok")
    elif course.end:
        plot.put(column, line, screen.mark(course.end), STATE[course.end].style)
    elif course.by_hand:
        plot.put(column - 1, line, screen.mark("unknown"), "warn")


def _framed(
    plot: _Plot, names: list[str], label: int, shown: Trend, lang: str, screen: Screen
) -> list[str]:
    """The picture with the fiscal years of both axes."""
    heads = {}
    for number, name in enumerate(names):
        heads[plot.high - 1 - floor((number + 0.5) * plot.up)] = name
    lines = [screen.text(say("pictures.target-then", lang))]
    bar = screen.mark("upright")
    for number, strip in enumerate(plot.lines):
        lines.append(pad(heads.get(number, ""), label) + bar + strip.shown(screen))
    lines.append(" " * label + screen.mark("rule") * (plot.wide + 1))
    years = ""
    for number, year in enumerate(plot.reports.years):
        place = floor(number * plot.across)
        name = screen.text(year_name(year, lang))
        if width(years) <= max(place - 1, 0) and place + width(name) <= plot.wide:
            years = pad(years, place) + name
    lines.append(" " * (label + 1) + years)
    words = screen.text(say("pictures.report-date", lang))
    lines.append(pad(words, label + 1 + plot.wide, "right"))
    return lines


def _entries(shown: Trend, lang: str, screen: Screen) -> list[str]:
    """A letter and what it stands for, with a hanging indent."""
    lines: list[str] = []
    for number, course in enumerate(shown.courses):
        words = screen.text(captions.course_words(course, lang))
        lead = screen.paint(LETTERS[number % len(LETTERS)], "strong") + "  "
        for piece in wrap(words, max(screen.width - 3, 2)):
            lines.append(lead + piece)
            lead = "   "
    return lines


def _meanings(shown: Trend, lang: str, screen: Screen) -> list[tuple[str, str]]:
    ends = {course.end for course in shown.courses}
    by_hand = any(course.by_hand for course in shown.courses)
    table = (
        (True, "diagonal", say("pictures.diagonal", lang)),
        (True, "today", say("pictures.as-of", lang, day=shown.day)),
        ("met" in ends, "done", say("pictures.course-met", lang)),
        ("missed" in ends, "missed", say("missed", lang)),
        ("dropped" in ends, "dropped", say("dropped", lang)),
        (any(course.expected for course in shown.courses), "forecast", say("forecast", lang)),
        (any(c.anew for c in shown.courses), "baseline", say("pictures.course-anew", lang)),
        (by_hand, "unknown", say("pictures.course-unknown", lang)),
    )
    return [(screen.mark(name), words) for occurs, name, words in table if occurs]
