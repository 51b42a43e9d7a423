"""Writing SVG: elements as text, everything escaped, colours for light and dark.

Every colour has a name and is used through the classes ``sp-f-NAME`` (fill) and ``sp-s-NAME``
(stroke). ``STYLE`` gives them their values; a page around the picture may set its own by the
custom properties ``--sp-NAME``. The same colours stand in the elements' attributes, for readers
that drop style sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spaceplan.frozen import dataclass
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
# How much wider an id in bold is: it may be all capitals and digits.
BOLD = 1.25
# How wide drawings are for a page, where an A4 print leaves 11 pixels 7 points, and for a phone;
# and up to which width of a screen the one for a phone is seen.
WIDE, NARROW, PHONE = 800.0, 370.0, 640


def _style() -> str:
    light = "".join(f"--sp-i-{name}:var(--sp-{name},{pair[0]});" for name, pair in COLORS.items())
    dark = "".join(f"--sp-i-{name}:var(--sp-{name},{pair[1]});" for name, pair in COLORS.items())
    rules = "".join(
        f".sp-svg .sp-f-{name}{{fill:var(--sp-i-{name})}}"
        f".sp-svg .sp-s-{name}{{stroke:var(--sp-i-{name})}}"
        for name in COLORS
    )
    return (
        f".sp-svg{{{light}max-width:100%}}.sp-svg[viewBox]{{height:auto}}"
        f"@media (prefers-color-scheme:dark){{.sp-svg{{{dark}}}}}"
        # A printed page is white, whatever the screen was.
        f"@media print{{.sp-svg{{{light}}}}}"
        f"{rules}"
        f".sp-svg .sp-narrow{{display:none}}.sp-svg .sp-dim{{opacity:.2}}"
        f"@media (max-width:{PHONE}px){{.sp-svg .sp-wide{{display:none}}"
        f".sp-svg .sp-narrow{{display:inline}}}}"
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


def lines_of(
    words: Iterable[str],
    x: float,
    y: float,
    step: float,
    *,
    size: float = 13,
    color: str = "ink",
    bold: bool = False,
) -> list[str]:
    """Lines of text below each other, the first on the baseline ``y``."""
    return [
        text(x, y + number * step, part, size=size, color=color, bold=bold)
        for number, part in enumerate(words)
    ]


def headline(words: str, plan: str, x: float, room: float) -> tuple[list[str], float]:
    """What a picture shows, and of which plan: its first lines, and where the next may stand."""
    first, second = wrapped(words, room, 17), wrapped(plan, room, 12)
    found = lines_of(first, x, 24, 20, size=16, bold=True)
    y = 24 + len(first) * 20
    found += lines_of(second, x, y - 1, 16, size=12, color="muted")
    return found, y + len(second) * 16 - 4


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


def path(uprights: Iterable[tuple[float, float, float]]) -> str:
    """Upright lines, each at ``x`` from one height to another, as one element."""
    drawn = "".join(f"M{number(x)} {number(a)}V{number(b)}" for x, a, b in uprights)
    return tag("path", d=drawn, stroke_width=1, **paint(stroke="rule"))


def group(content: Iterable[str], title: str = "", about: str = "") -> str:
    """Elements that belong together, with the words shown when pointed at.

    ``about`` is the id of the milestone that they show: a page dims those that it filters out.
    """
    named = tag("title", escape(title)) if title else ""
    inner = named + "".join(content)
    return tag("g", inner, class_="sp-row", data_id=about) if about else tag("g", inner)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing: its size in pixels and the elements in it."""

    wide: float
    high: float
    content: tuple[str, ...]

    @property
    def box(self) -> str:
        """The viewBox."""
        return f"0 0 {number(self.wide)} {number(self.high)}"


@dataclass(frozen=True, slots=True)
class About:
    """What a picture says of itself; its ``name`` makes its ids."""

    name: str
    lang: str
    title: str
    description: str


def document(about: About, drawn: Drawn) -> str:
    """A whole picture of one drawing."""
    body = (rect(0, 0, drawn.wide, drawn.high, fill="paper"), *drawn.content)
    return _document(about, body, viewBox=drawn.box, width=drawn.wide, height=drawn.high)


def by_itself(about: About, plan: str, draw: Callable[[float], Drawn]) -> str:
    """A whole picture of a plan in two drawings, of which that for a phone is seen where room is
    short.

    It stands by itself: as an image in another page, where no script runs, it has the room of the
    wide one, and the other would be drawn in it too small to read.
    """
    wide, narrow = draw(WIDE), draw(NARROW)
    phone, both = f"@media (max-width:{PHONE}px)", ".sp-svg.sp-both"
    body = (
        f"<style>{phone}{{{both}{{width:100%;height:{number(narrow.high)}px}}}}"
        f"{phone} and (scripting:none)"
        f"{{{both}{{width:{number(wide.wide)}px;height:{number(wide.high)}px}}"
        f"{both} .sp-wide{{display:inline}}{both} .sp-narrow{{display:none}}}}</style>",
        *(
            tag(
                "svg",
                "\n".join((rect(0, 0, one.wide, one.high, fill="paper"), *one.content)),
                class_=f"sp-{size}",
                width="100%",
                height="100%",
                viewBox=one.box,
                preserveAspectRatio="xMinYMin",
            )
            for size, one in (("wide", wide), ("narrow", narrow))
        ),
    )
    titled = replace(about, title=f"{plan}: {about.title}")
    return _document(titled, body, " sp-both", width=wide.wide, height=wide.high)


def _document(about: About, body: Iterable[str], more: str = "", **attributes: str | float) -> str:
    heading, telling = f"sp-{about.name}-title", f"sp-{about.name}-desc"
    return tag(
        "svg",
        "\n".join(
            (
                "",
                tag("title", escape(about.title), id=heading),
                tag("desc", escape(about.description), id=telling),
                f"<style>{STYLE}</style>",
                *body,
                "",
            )
        ),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"sp-svg sp-{about.name.partition('-')[0]}{more}",
        lang=about.lang,
        role="img",
        aria_labelledby=f"{heading} {telling}",
        font_family=FONT,
        **attributes,
    )
