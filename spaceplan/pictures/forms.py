"""One picture in each output format; ``formats.PICTURE`` names these functions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from spaceplan.frozen import dataclass
from spaceplan.roadmap.model import Plan

if TYPE_CHECKING:
    from spaceplan.pictures.burndown import Burndown
    from spaceplan.pictures.canvas import Screen
    from spaceplan.pictures.grid import Grid
    from spaceplan.pictures.trend import Trend


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows; only the form that is asked for is made, and its module imported.

    ``head``: how its data begin.
    """

    name: str
    plan: Plan
    shown: Grid | Trend | Burndown
    lang: str
    head: Mapping[str, object]

    def by(self, module: str, function: str) -> Any:
        """The function that draws pictures of this name in one form."""
        found = import_module(f"spaceplan.pictures.{module.format(self.name)}")
        return getattr(found, function.format(self.name))


def text(picture: Picture, screen: Screen) -> str:
    """For a terminal, or a file of text."""
    made: str = picture.by("text_{}", "print_{}")(picture.plan, picture.shown, picture.lang, screen)
    return made


def svg(picture: Picture, screen: Screen) -> str:
    """For a browser."""
    return f"{picture.by('svg_{}', 'draw_{}')(picture.plan, picture.shown, picture.lang)}\n"


def json(picture: Picture, screen: Screen) -> str:
    """What is drawn, as data."""
    from spaceplan.render.json_out import dumps

    return dumps({**picture.head, **picture.by("data", "{}_data")(picture.shown)})
