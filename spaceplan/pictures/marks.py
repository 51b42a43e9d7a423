"""The marks of the SVG pictures: each has a shape of its own, so that none needs its colour.

A mark is 12 pixels across and centred on ``x``, ``y``.
"""

from __future__ import annotations

from spaceplan.pictures.svg import number, paint, tag

R = 6.0


def _shape(
    points: tuple[tuple[float, float], ...], x: float, y: float, color: str, hollow: bool
) -> str:
    return tag(
        "polygon",
        points=" ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in points),
        stroke_width=1.5,
        **paint("paper" if hollow else color, color),
    )


def diamond(x: float, y: float, color: str = "accent", *, hollow: bool = False) -> str:
    """A deadline, or the end of a window."""
    return _shape(((0, -R), (R, 0), (0, R), (-R, 0)), x, y, color, hollow)


def wedge(x: float, y: float, color: str = "accent", *, hollow: bool = False) -> str:
    """A start."""
    return _shape(((-R + 1, -R), (R, 0), (-R + 1, R)), x, y, color, hollow)


def square(x: float, y: float, color: str = "accent", *, hollow: bool = False) -> str:
    """A point of a line."""
    side = R - 1.5
    return _shape(((-side, -side), (side, -side), (side, side), (-side, side)), x, y, color, hollow)


def triangle(x: float, y: float, color: str = "accent", *, hollow: bool = False) -> str:
    """A point of a line."""
    return _shape(((0, -R), (R, R - 1.5), (-R, R - 1.5)), x, y, color, hollow)


def disc(x: float, y: float, color: str = "accent", *, hollow: bool = False) -> str:
    """A point of a line."""
    return tag(
        "circle",
        cx=x,
        cy=y,
        r=R - 1.5,
        stroke_width=1.5,
        **paint("paper" if hollow else color, color),
    )


def _stroke(path: str, color: str, wide: float = 2) -> str:
    return tag("path", d=path, stroke_width=wide, stroke_linecap="round", **paint(stroke=color))


def check(x: float, y: float, color: str = "ok") -> str:
    """Done: a disc with a check."""
    disk = tag("circle", cx=x, cy=y, r=R + 1, **paint(color))
    path = (
        f"M{number(x - 3)} {number(y + 0.2)}"
        f"L{number(x - 0.8)} {number(y + 2.6)}"
        f"L{number(x + 3.2)} {number(y - 2.4)}"
    )
    return disk + _stroke(path, "paper")


def cross(x: float, y: float, color: str = "missed") -> str:
    """Missed, or a year without; it stands clear of a target below it."""
    a, b, c, d = number(x - 4.5), number(y - 4.5), number(x + 4.5), number(y + 4.5)
    path = f"M{a} {b}L{c} {d}M{a} {d}L{c} {b}"
    return _stroke(path, "paper", 6) + _stroke(path, color, 2.5)


def barred(x: float, y: float, color: str = "dropped") -> str:
    """Dropped: a ring with a bar."""
    ring = tag("circle", cx=x, cy=y, r=R, stroke_width=2, **paint("paper", color))
    path = f"M{number(x - 4)} {number(y + 4)}L{number(x + 4)} {number(y - 4)}"
    return ring + _stroke(path, color)


def ring(x: float, y: float) -> str:
    """Upon the mark of a baseline set anew, or of the target where they are one."""
    return tag("circle", cx=x, cy=y, r=2, stroke_width=1.5, **paint("paper", "accent"))


def dot(x: float, y: float, color: str = "muted") -> str:
    """A year still ahead."""
    return tag("circle", cx=x, cy=y, r=2, **paint(color))
