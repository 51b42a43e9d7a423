"""Writing SVG: elements as text, everything escaped, colours for light and dark.

Every colour has a name and is used through the classes ``sp-f-NAME`` (fill) and ``sp-s-NAME``
(stroke). ``STYLE`` gives them their values; a page around the picture may set its own by the
custom properties ``--sp-NAME``. The same colours stand in the elements' attributes, for readers
that drop style sheets.
"""

from __future__ import annotations

from collections.abc import Iterable

from spaceplan.render.text import ELLIPSIS, clusters, units, visible, width

# Name → (light, dark). Texts keep a contrast of at least 4.5 to paper and band in both.
COLORS = {
    "paper": ("#ffffff", "#0d1117"),
    "band": ("#f3f4f6", "#1a212b"),
    "rule": ("#c9d1d9", "#3a424d"),
    "ink": ("#1f2328", "#e6edf3"),
    "muted": ("#545d68", "#a0a8b2"),
    "accent": ("#1f5fbf", "#8ab8ff"),
    "pale": ("#cfe0f7", "#24405f"),
    "late": ("#b3261e", "#ff8a80"),
    "warn": ("#8a4b00", "#f0b35a"),
    "missed": ("#7b1fa2", "#e3a6f5"),
    "dropped": ("#5c4a3d", "#c9b29b"),
    "ok": ("#1a6b35", "#6bd68a"),
    "c1": ("#1f5fbf", "#8ab8ff"),
    "c2": ("#b04a00", "#ffb070"),
    "c3": ("#1a6b35", "#6bd68a"),
    "c4": ("#8b2fa0", "#d9a0ea"),
    "c5": ("#a3184f", "#ff8fb4"),
    "c6": ("#0e6b75", "#67d0dc"),
}
SERIES = ("c1", "c2", "c3", "c4", "c5", "c6")
FONT = (
    "system-ui, 'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, "
    "sans-serif"
)
# How wide a kanji and a Latin character are at a font size of 1, on the generous side.
KANJI, LATIN = 1.0, 0.57


def _style() -> str:
    light = "".join(f"--sp-i-{name}:var(--sp-{name},{pair[0]});" for name, pair in COLORS.items())
    dark = "".join(f"--sp-i-{name}:var(--sp-{name},{pair[1]});" for name, pair in COLORS.items())
    rules = "".join(
        f".sp-svg .sp-f-{name}{{fill:var(--sp-i-{name})}}"
        f".sp-svg .sp-s-{name}{{stroke:var(--sp-i-{name})}}"
        for name in COLORS
    )
    return (
        f".sp-svg{{{light}max-width:100%;height:auto}}"
        f"@media (prefers-color-scheme:dark){{.sp-svg{{{dark}}}}}"
        # A printed page is white, whatever the screen was.
        f"@media print{{.sp-svg{{{light}}}}}"
        f"{rules}"
    )


STYLE = _style()
"""The style sheet of every picture, the same for all: a page's content security policy can name
its hash."""


def escape(words: str) -> str:
    """Text as it may stand in an element or a quoted attribute; what no XML may hold is named."""
    shown = visible(words)
    for character, entity in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        shown = shown.replace(character, f"&{entity};")
    return shown


def number(value: float) -> str:
    """At most one decimal, and none where it is whole."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def tag(name: str, content: str = "", /, **attributes: str | float) -> str:
    """One element around finished ``content``; ``_`` in attribute names stands for ``-``."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="'
        f'{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def paint(fill: str = "", stroke: str = "") -> dict[str, str | float]:
    """Attributes for colours by name; "" is none."""
    names = [f"sp-f-{fill}"] * bool(fill) + [f"sp-s-{stroke}"] * bool(stroke)
    return {
        "class_": " ".join(names),
        "fill": COLORS[fill][0] if fill else "none",
        "stroke": COLORS[stroke][0] if stroke else "",
    }


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 13,
    color: str = "ink",
    anchor: str = "",
    bold: bool = False,
) -> str:
    """A line of text on the baseline ``y``; ``anchor`` is "", middle or end."""
    return tag(
        "text",
        escape(words),
        x=x,
        y=y,
        font_size=size,
        text_anchor=anchor,
        font_weight="600" if bold else "",
        **paint(color),
    )


def breadth(words: str, size: float = 13) -> float:
    """About how many pixels a text takes."""
    shown = visible(words)
    cells = width(shown)
    wide = max(cells - len(shown), 0)
    return size * (wide * KANJI + (cells - 2 * wide) * LATIN)


def fitted(words: str, room: float, size: float = 13) -> str:
    """``words`` cut, with an ellipsis, to about ``room`` pixels; each character measured once."""
    shown = visible(words)
    if breadth(shown, size) <= room:
        return shown
    kept: list[str] = []
    taken = breadth(ELLIPSIS, size)
    for cluster in clusters(shown):
        taken += breadth(cluster, size)
        if taken > room:
            break
        kept.append(cluster)
    return "".join(kept) + ELLIPSIS


def wrapped(words: str, room: float, size: float = 13) -> list[str]:
    """``words`` whole, in lines of about ``room`` pixels; each character measured once."""
    lines: list[str] = []
    line: list[str] = []
    taken = 0.0
    for unit in units(visible(words)):
        wide = breadth(unit, size)
        parts = [unit] if wide <= room else list(clusters(unit))
        for part in parts:
            wide = breadth(part, size)
            if line and taken + wide > room:
                lines.append("".join(line).rstrip(" "))
                line, taken = [], 0.0
                part = part.lstrip(" ")
                wide = breadth(part, size)
            line.append(part)
            taken += wide
    return [*lines, "".join(line)]


def headline(words: str, plan: str, x: float, room: float) -> list[str]:
    """What a picture shows, and of which plan: its first two lines, 54 pixels high."""
    return [
        text(x, 24, fitted(words, room, 17), size=16, bold=True),
        text(x, 43, fitted(plan, room, 12), size=12, color="muted"),
    ]


def rect(
    x: float, y: float, across: float, down: float, *, fill: str = "", stroke: str = ""
) -> str:
    """A rectangle."""
    return tag("rect", x=x, y=y, width=across, height=down, **paint(fill, stroke))


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    color: str = "rule",
    wide: float = 1,
    dash: str = "",
) -> str:
    """A straight line; ``dash`` as in stroke-dasharray."""
    return tag(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke_width=wide,
        stroke_dasharray=dash,
        **paint(stroke=color),
    )


def polyline(
    points: Iterable[tuple[float, float]], *, color: str, wide: float = 2, dash: str = ""
) -> str:
    """An open line through ``points``."""
    path = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return tag(
        "polyline",
        points=path,
        stroke_width=wide,
        stroke_dasharray=dash,
        stroke_linejoin="round",
        **paint(stroke=color),
    )


def group(content: Iterable[str], title: str = "") -> str:
    """Elements that belong together, with the words shown when pointed at."""
    named = tag("title", escape(title)) if title else ""
    return tag("g", named + "".join(content))


def document(
    name: str,
    lang: str,
    title: str,
    description: str,
    size: tuple[float, float],
    content: Iterable[str],
) -> str:
    """A whole picture of ``size`` pixels that says what it shows; ``name`` makes its ids."""
    across, down = size
    heading, telling = f"sp-{name}-title", f"sp-{name}-desc"
    return tag(
        "svg",
        "\n".join(
            (
                "",
                tag("title", escape(title), id=heading),
                tag("desc", escape(description), id=telling),
                f"<style>{STYLE}</style>",
                rect(0, 0, across, down, fill="paper"),
                *content,
                "",
            )
        ),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"sp-svg sp-{name}",
        viewBox=f"0 0 {number(across)} {number(down)}",
        width=across,
        height=down,
        lang=lang,
        role="img",
        aria_labelledby=f"{heading} {telling}",
        font_family=FONT,
    )
