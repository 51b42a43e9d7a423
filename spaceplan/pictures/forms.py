"""One picture in each output format; ``formats.PICTURE`` names these functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from spaceplan.frozen import dataclass

if TYPE_CHECKING:
    from spaceplan.pictures.canvas import Screen


@dataclass(frozen=True, slots=True)
class Forms:
    """One picture in every form; only the form that is asked for is made."""

    text: Callable[[Screen], str]
    svg: Callable[[], str]
    data: Callable[[], Mapping[str, object]]


def text(forms: Forms, screen: Screen) -> str:
    """For a terminal, or a file of text."""
    return forms.text(screen)


def svg(forms: Forms, screen: Screen) -> str:
    """For a browser."""
    return forms.svg() + "\n"


def json(forms: Forms, screen: Screen) -> str:
    """What is drawn, as data."""
    from spaceplan.render.json_out import dumps

    return dumps(forms.data())
