"""The burn-down for a terminal: figures and a bar for each year's end."""

from __future__ import annotations

from spaceplan.pictures import captions
from spaceplan.pictures.burndown import Burndown, Level
from spaceplan.pictures.canvas import Screen, Strip, finish, legend
from spaceplan.render.text import pad, width
from spaceplan.roadmap.model import Plan
from spaceplan.words import say

LEAST_BAR = 10
WIDEST_BAR = 80


def print_burndown(plan: Plan, shown: Burndown, lang: str, screen: Screen) -> str:
    """The picture as text: figures, and bars where the screen has room for them."""
    lines = screen.headline(captions.title_of(shown, lang), plan.title.say(lang))
    lines += screen.paragraph(captions.burndown_sums(shown, lang))
    if shown.levels:
        lines += ["", *_bars(shown, lang, screen), ""]
        lines += legend(screen, _meanings(shown, lang, screen))
    for note in captions.burndown_notes(shown, lang):
        lines += screen.paragraph(note)
    return finish(lines)


def _bars(shown: Burndown, lang: str, screen: Screen) -> list[str]:
    heads = ("at", "planned", "actual", "forecast")
    titles = tuple(say(f"pictures.head-{name}", lang) for name in heads)
    rows = [
        (
            captions.level_name(level, lang),
            *("" if n is None else str(n) for n in (level.planned, level.actual, level.forecast)),
        )
        for level in shown.levels
    ]
    table = [tuple(map(screen.text, row)) for row in (titles, *rows)]
    widths = [max(width(row[column]) for row in table) for column in range(4)]
    room = min(screen.width - sum(widths) - 2 * 4, WIDEST_BAR)
    most = max(level.planned or level.actual or 0 for level in shown.levels)
    found = []
    for number, row in enumerate(table):
        cells = [pad(row[0], widths[0])]
        cells += [pad(row[column], widths[column], "right") for column in range(1, 4)]
        line = "  ".join(cells)
        if number == 0:
            line = screen.paint(line.rstrip(" "), "strong")
        elif room >= LEAST_BAR:
            line += "  " + _bar(shown.levels[number - 1], most, room, screen).shown(screen)
        found.append(line)
    return found


def _bar(level: Level, most: int, room: int, screen: Screen) -> Strip:
    """What is open as a bar, and a mark where the baseline plan would be."""
    strip = Strip(room)

    def cells(figure: int) -> int:
        return round(figure * (room - 1) / max(most, 1))

    if level.actual is not None:
        strip.fill(0, cells(level.actual) - 1, screen.mark("bar"))
    elif level.forecast is not None:
        strip.fill(0, cells(level.forecast) - 1, screen.mark("bar_ahead"))
    if level.planned is not None:
        strip.put(cells(level.planned), screen.mark("baseline"), "strong")
    return strip


def _meanings(shown: Burndown, lang: str, screen: Screen) -> list[tuple[str, str]]:
    table = (
        (True, "bar", "bar"),
        (any(level.actual is None for level in shown.levels), "bar_ahead", "bar-ahead"),
        (True, "baseline", "bar-planned"),
    )
    return [
        (screen.mark(name), say(f"pictures.{key}", lang)) for occurs, name, key in table if occurs
    ]
