"""What grid, trend and burndown share: how a picture looks, and where it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from spaceplan import formats
from spaceplan.answers.question import Session
from spaceplan.answers.selection import selection_data, selection_name
from spaceplan.commands import complete
from spaceplan.commands.option import option
from spaceplan.commands.options import OUTPUT, LookOptions, PointInTime
from spaceplan.commands.output import screen_width, use_color, write, write_exact
from spaceplan.commands.read_options import one_of
from spaceplan.commands.session import open_session
from spaceplan.errors import UsageError
from spaceplan.files.save import folder_of, make_folder, save
from spaceplan.frozen import dataclass
from spaceplan.roadmap.query import Filter

if TYPE_CHECKING:
    from spaceplan.pictures.burndown import Burndown
    from spaceplan.pictures.canvas import Screen
    from spaceplan.pictures.grid import Grid
    from spaceplan.pictures.trend import Trend

NARROWEST = 40


@dataclass(frozen=True)
class PictureOptions:
    """How the picture looks, and where it goes."""

    lang: Annotated[
        str,
        option(
            "--lang", "Language, ja or en; else the locale's.", "ja|en", complete.languages, OUTPUT
        ),
    ] = ""
    format: Annotated[
        str,
        option(
            "--format -f",
            "text for a terminal, svg for a browser, or the data as json.",
            formats.metavar(formats.PICTURE),
            complete.of_format(formats.PICTURE),
            OUTPUT,
        ),
    ] = ""
    svg: Annotated[bool, option("--svg", "Short for --format svg.", panel=OUTPUT)] = False
    json: Annotated[bool, option("--json", "Short for --format json.", panel=OUTPUT)] = False
    output: Annotated[
        str,
        option(
            "--output -o",
            "Write to this file instead of the screen, or into this folder; one in .svg or "
            ".json is of that format. Needs --plan or $SPACEPLAN_FILE. - is standard output.",
            "FILE|DIR|-",
            panel=OUTPUT,
        ),
    ] = ""
    width: Annotated[
        int | None,
        option(
            "--width",
            "Cells that the text may take; else those of the terminal, 80 in a pipe.",
            "N",
            panel=OUTPUT,
            min=NARROWEST,
        ),
    ] = None
    ascii: Annotated[
        bool, option("--ascii", "Draw the text with ASCII marks only.", panel=OUTPUT)
    ] = False


def start(point: PointInTime, look: PictureOptions) -> tuple[Session, str]:
    """The session and the format. Raises UsageError before any plan is read in vain."""
    chosen = _format(look)
    session = open_session(point, LookOptions(lang=look.lang))
    if _file(look) is not None and not session.location.named:
        raise UsageError("pictures.which-plan")
    return session, chosen


def emit(
    name: str,
    shown: Grid | Trend | Burndown,
    wanted: Filter,
    chosen: str,
    look: PictureOptions,
    session: Session,
    *named: str,
) -> None:
    """Write the picture ``name`` in the format ``chosen``. Raises FileError where it cannot be.

    In a folder its file is called by its name, and by what it is made of: the day that was asked
    for, what is ``wanted`` and the ids that are ``named`` beside it. The plan is never replaced.
    """
    from spaceplan.pictures.forms import Picture

    file, form = _file(look), formats.PICTURE[chosen]
    folder = folder_of(look.output)
    if folder is not None:
        make_folder(folder)
        file = folder / _name(name, wanted, chosen, session, named)
    selected = selection_data(wanted) | ({"id": list(named)} if named else {})
    head = {**session.head(name), "selection": selected}
    picture = Picture(name, session.plan, shown, session.lang, head)
    content: str = form.function()(picture, _screen(look, to_file=file is not None))
    if file is None and not form.exact:
        write(content)
        return
    if file is None:
        write_exact(content)
    else:
        save(file, content.encode("utf-8", "backslashreplace"), plan=session.location.path)


def _name(name: str, wanted: Filter, chosen: str, session: Session, more: tuple[str, ...]) -> str:
    """``grid.svg``, ``grid_2021-06-01_owner-MOD_ja.svg``."""
    parts = [name]
    parts += [f"{day}" for day in (session.as_of,) if day]
    parts += [f"known-{day}" for day in (session.known,) if day]
    selected = selection_name(wanted, *more)
    parts += [selected] if selected else []
    if selected or session.lang != session.plan.language:
        parts.append(session.lang)
    return "_".join(parts) + formats.PICTURE[chosen].suffixes[0]


def _file(look: PictureOptions) -> Path | None:
    return Path(look.output) if look.output not in ("", "-") else None


def _format(look: PictureOptions) -> str:
    """As asked, else as the file's name says, else text."""
    chosen = one_of(look.format, formats.names(formats.PICTURE), "--format") if look.format else ""
    for name, flag in (("svg", look.svg), ("json", look.json)):
        if flag:
            if chosen and chosen != name:
                raise UsageError("pictures.one-format", short=name, chosen=chosen)
            chosen = name
    return chosen or formats.by_suffix(formats.PICTURE, Path(look.output).suffix) or "text"


def _screen(look: PictureOptions, *, to_file: bool) -> Screen:
    from spaceplan.pictures.canvas import screen_for
    from spaceplan.render.table import painter

    encoding = "utf-8" if to_file else sys.stdout.encoding or "utf-8"
    width = look.width or max(80 if to_file else screen_width(), NARROWEST)
    color = not to_file and use_color()
    return screen_for(width, painter(color), encoding, plain_marks=look.ascii)
