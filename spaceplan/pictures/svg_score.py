"""The score as bars, for a page: what became of what was promised, by fiscal year; and how late
what was met late was, by topic."""

from __future__ import annotations

from collections.abc import Sequence

from spaceplan.answers.score import Scored, group_name, percent, score_head
from spaceplan.errors import phrase
from spaceplan.frozen import dataclass
from spaceplan.pictures.svg import (
    About,
    Drawn,
    breadth,
    document,
    group,
    lines_of,
    number,
    paint,
    rect,
    tag,
    text,
    wrapped,
)
from spaceplan.roadmap.score import OUTCOMES
from spaceplan.words import say

EDGE, LINE, BAR, GAP = 8.0, 16.0, 18.0, 10.0
# Outcome → its colour, whether its parts are hollow, and whether upright and level lines cross
# them: whoever sees no colours tells them by these.
LOOKS = {
    "met": ("ok", False, False, False),
    "late": ("warn", False, True, False),
    "undated": ("muted", True, False, True),
    "unverified": ("c6", True, True, False),
    "missed": ("missed", False, True, True),
    "dropped": ("dropped", False, False, True),
    "unfinished": ("late", True, False, False),
}
APART = 7.0  # pixels from line to line


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a picture: its label, the parts of its bar (how much, outcome, number in it),
    what stands behind it, and what it says when pointed at."""

    label: str
    parts: tuple[tuple[float, str, str], ...]
    behind: str
    said: str


def on_time_piece(found: Scored, lang: str, wide: float) -> str:
    """What became of what was promised by each fiscal year; ``found`` is by year."""
    shown = [name for name in OUTCOMES if found.whole.counts[name]]
    bars = []
    for name, one in found.groups.items():
        if not one.judged:
            continue
        counts = [(key, one.counts[key]) for key in shown if one.counts[key]]
        share = percent(one)
        behind = say("score.met-of", lang, met=one.counts["met"], judged=one.judged)
        behind += say("score.percent", lang, percent=share) if share else ""
        said = [phrase("score.outcome", name=phrase(f"score.{key}"), count=n) for key, n in counts]
        bars.append(
            Bar(
                group_name(found, name, lang),
                tuple((n, key, str(n)) for key, n in counts),
                behind,
                say("score.bar", lang, name=group_name(found, name, lang), said=said),
            )
        )
    legend = [(say(f"score.{name}", lang), name) for name in shown]
    title = say("score.on-time-by-year", lang)
    about = About(f"ontime-{wide:.0f}", lang, title, score_head(found, lang))
    return document(about, _drawn(bars, legend, wide))


def delay_piece(found: Scored, lang: str, wide: float) -> str:
    """The median delay of what was met late, of each topic; ``found`` is by topic."""
    bars = []
    for name, one in found.groups.items():
        if one.median is not None:
            months = say("score.months", lang, months=one.median, count=len(one.delays))
            label = group_name(found, name, lang)
            said = say("score.bar", lang, name=label, said=[months])
            bars.append(Bar(label, ((one.median, "late", ""),), months, said))
    title = say("score.delay-by-topic", lang)
    told = "; ".join(bar.said for bar in bars)
    return document(About(f"delay-{wide:.0f}", lang, title, told), _drawn(bars, [], wide))


def _drawn(bars: Sequence[Bar], legend: Sequence[tuple[str, str]], wide: float) -> Drawn:
    body, y = _legend(legend, wide)
    left = min(max(breadth(bar.label, 12) for bar in bars) + 4, wide * 0.42)
    behind = max(breadth(bar.behind, 12) for bar in bars) + 8
    across = wide - 2 * EDGE - left - GAP - behind
    most = max(sum(value for value, _, _ in bar.parts) for bar in bars) or 1.0
    for bar in bars:
        label = wrapped(bar.label, left, 12)
        high = max(len(label) * LINE, BAR)
        found = lines_of(label, EDGE, y + 13, LINE, size=12)
        x = EDGE + left + GAP
        for value, outcome, shown in bar.parts:
            part = max(value / most * across, 3.0)
            found += _part(x, y, part - 1, BAR, outcome)
            if shown and part > breadth(shown, 11) + 8:
                found += _number(x + part / 2, y, shown, outcome)
            x += part
        found.append(text(x + 6, y + 13, bar.behind, size=12))
        body.append(group(found, bar.said))
        y += high + GAP
    return Drawn(wide, y + 2, tuple(body))


def _part(x: float, y: float, across: float, down: float, outcome: str) -> list[str]:
    """A part of a bar, as its outcome looks."""
    color, hollow, upright, level = LOOKS[outcome]
    drawn = ""
    if upright:
        drawn = "".join(
            f"M{number(x + at * APART)} {number(y)}v{number(down)}"
            for at in range(1, int(across / APART) + 1)
        )
    if level:
        drawn += "".join(
            f"M{number(x)} {number(y + down * at / 3)}h{number(across)}" for at in (1, 2)
        )
    found = [rect(x, y, across, down, fill="paper" if hollow else color, stroke=color)]
    if drawn:
        stroke = paint(stroke=color if hollow else "paper")
        found.append(tag("path", d=drawn, stroke_width=1, **stroke))
    return found


def _number(middle: float, y: float, shown: str, outcome: str) -> list[str]:
    """The number in a part, with room about it in its lines."""
    color, hollow, upright, level = LOOKS[outcome]
    room = breadth(shown, 11) + 6
    ground, ink = ("paper", color) if hollow else (color, "paper")
    found = [rect(middle - room / 2, y + 2, room, BAR - 4, fill=ground)] * (upright or level)
    return [*found, text(middle, y + 13, shown, size=11, color=ink, anchor="middle")]


def _legend(legend: Sequence[tuple[str, str]], wide: float) -> tuple[list[str], float]:
    body: list[str] = []
    x, y = EDGE, 6.0
    for name, outcome in legend:
        room = 22 + breadth(name, 12)
        if x > EDGE and x + room > wide - EDGE:
            x, y = EDGE, y + 20
        body += _part(x, y, 14, 14, outcome)
        body.append(text(x + 20, y + 12, name, size=12))
        x += room + 14
    return body, y + (28 if legend else 0)
