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
    rect,
    text,
    wrapped,
)
from spaceplan.roadmap.score import OUTCOMES
from spaceplan.words import say

EDGE, LINE, BAR, GAP = 8.0, 16.0, 18.0, 10.0
# Outcome → its colour. No bar needs it: the parts stand in the legend's order, with their numbers.
_COLORS = {
    "met": "ok",
    "late": "warn",
    "undated": "muted",
    "unverified": "c6",
    "missed": "missed",
    "dropped": "dropped",
    "unfinished": "late",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a picture: its label, the parts of its bar (how much, colour, number in it), what
    stands behind it, and what it says when pointed at."""

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
                tuple((n, _COLORS[key], str(n)) for key, n in counts),
                behind,
                say("score.bar", lang, name=group_name(found, name, lang), said=said),
            )
        )
    legend = [(say(f"score.{name}", lang), _COLORS[name]) for name in shown]
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
            bars.append(Bar(label, ((one.median, "warn", ""),), months, said))
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
        for value, color, shown in bar.parts:
            part = max(value / most * across, 2.0)
            found.append(rect(x, y, part, BAR, fill=color, stroke="paper"))
            if shown and part > breadth(shown, 11) + 4:
                found.append(
                    text(x + part / 2, y + 13, shown, size=11, color="paper", anchor="middle")
                )
            x += part
        found.append(text(x + 6, y + 13, bar.behind, size=12))
        body.append(group(found, bar.said))
        y += high + GAP
    return Drawn(wide, y + 2, tuple(body))


def _legend(legend: Sequence[tuple[str, str]], wide: float) -> tuple[list[str], float]:
    body: list[str] = []
    x, y = EDGE, 6.0
    for name, color in legend:
        room = 22 + breadth(name, 12)
        if x > EDGE and x + room > wide - EDGE:
            x, y = EDGE, y + 20
        body.append(rect(x, y, 14, 14, fill=color))
        body.append(text(x + 20, y + 12, name, size=12))
        x += room + 14
    return body, y + (28 if legend else 0)
