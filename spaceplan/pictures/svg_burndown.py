"""The burn-down as SVG."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spaceplan.pictures import captions, marks
from spaceplan.pictures.axis import Axis, axis_over, year_name
from spaceplan.pictures.burndown import Burndown
from spaceplan.pictures.svg import breadth, document, group, headline, line, polyline, rect, text
from spaceplan.roadmap.model import Plan
from spaceplan.words import say

WIDE = 900.0
LEFT, RIGHT, TOP = 56.0, 30.0, 98.0
PLOT_WIDE = WIDE - LEFT - RIGHT
PLOT_HIGH = 320.0
EDGE = 14.0
Points = list[tuple[float, float, int]]


def draw_burndown(plan: Plan, shown: Burndown, lang: str) -> str:
    """The picture as a whole SVG document."""
    title, plan_title = captions.burndown_title(shown, lang), plan.title.say(lang)
    body = headline(title, plan_title, EDGE, WIDE - 2 * EDGE)
    body.append(text(EDGE, 64, captions.burndown_sums(shown, lang)))
    y = 88.0
    if shown.levels:
        body += _plot(plan, shown, lang)
        y = TOP + PLOT_HIGH + 78
    for note in captions.burndown_notes(shown, lang):
        body.append(text(EDGE, y, note, size=12, color="muted"))
        y += 20
    description = captions.burndown_description(shown, lang)
    return document("burndown", lang, f"{plan_title}: {title}", description, (WIDE, y), body)


def _plot(plan: Plan, shown: Burndown, lang: str) -> list[str]:
    axis = axis_over(plan.rule, (level.on for level in shown.levels))
    across = PLOT_WIDE / len(axis.years)
    step, top = _scale(max(level.planned or level.actual or 0 for level in shown.levels))
    up = PLOT_HIGH / top

    def x(on: date) -> float:
        return LEFT + axis.end(on) * across

    def points(figure: Callable[[int], int | None]) -> Points:
        return [
            (x(level.on), TOP + PLOT_HIGH - value * up, value)
            for number, level in enumerate(shown.levels)
            if (value := figure(number)) is not None
        ]

    planned = points(lambda n: shown.levels[n].planned)
    actual = points(lambda n: shown.levels[n].actual)
    forecast = points(lambda n: shown.levels[n].forecast)
    today = x(shown.day)
    found = _frame(axis, across, step, top, lang)
    found.append(line(today, TOP - 4, today, TOP + PLOT_HIGH, color="ink", wide=1.5, dash="5 3"))
    words = say("pictures.as-of", lang, day=shown.day)
    found.append(text(min(today, WIDE - 70), TOP - 8, words, size=11, anchor="middle"))
    series = (
        (planned, "muted", "6 4", marks.square, True, "line-planned"),
        (forecast, "c2", "2 4", marks.triangle, True, "line-forecast"),
        (actual, "accent", "", marks.disc, False, "actual"),
    )
    spot = EDGE
    for line_points, color, dash, mark, hollow, key in series:
        found.append(polyline([(a, b) for a, b, _ in line_points], color=color, dash=dash))
        found += [mark(a, b, color, hollow=hollow) for a, b, _ in line_points]
        name = say(f"pictures.{key}", lang)
        at = TOP + PLOT_HIGH + 48
        found.append(
            group(
                (
                    line(spot, at, spot + 34, at, color=color, wide=2, dash=dash),
                    mark(spot + 17, at, color, hollow=hollow),
                    text(spot + 42, at + 4, name, size=12),
                )
            )
        )
        spot += 42 + breadth(name, 12) + 24
    found += _figures(planned, actual, forecast)
    return found


def _scale(most: int) -> tuple[int, int]:
    """Step and top of the upright axis: about five steps of 1, 2 or 5 times a power of ten."""
    step = 1
    while most / step > 6:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step, max(step, -(-most // step) * step)


def _frame(axis: Axis, across: float, step: int, top: int, lang: str) -> list[str]:
    found = []
    bottom = TOP + PLOT_HIGH
    every = max(1, -int(-60 // across))
    for number, year in enumerate(axis.years):
        x = LEFT + number * across
        if number % 2 == 0:
            found.append(rect(x, TOP, across, PLOT_HIGH, fill="band"))
        if number % every == 0:
            name = year_name(year, lang)
            found.append(text(x + across / 2, bottom + 18, name, size=12, anchor="middle"))
    for value in range(0, top + 1, step):
        y = bottom - value * PLOT_HIGH / top
        found.append(line(LEFT, y, LEFT + PLOT_WIDE, y))
        found.append(text(LEFT - 8, y + 4, str(value), size=12, anchor="end"))
    return found


def _figures(planned: Points, actual: Points, forecast: Points) -> list[str]:
    """The numbers at the points: of equal ones that meet only one."""
    found = [text(x, y - 10, str(n), size=11, anchor="middle") for x, y, n in actual]
    taken = [(x, y) for x, y, _ in actual]
    for points, color in ((planned, "muted"), (forecast, "c2")):
        for x, y, n in points:
            if any(abs(x - a) < 14 and abs(y - b) < 12 for a, b in taken):
                continue
            below = y + 19 < TOP + PLOT_HIGH
            at = y + 19 if below else y - 9
            found.append(text(x, at, str(n), size=11, color=color, anchor="middle"))
            taken.append((x, y))
    return found
