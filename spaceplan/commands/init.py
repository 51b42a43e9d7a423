"""``spaceplan init``: a copy of the shipped plan to start one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from spaceplan.commands import complete
from spaceplan.commands.options import LookOptions, command
from spaceplan.commands.output import write
from spaceplan.commands.session import language
from spaceplan.files.content import read_bytes
from spaceplan.files.save import create
from spaceplan.plan_file.locate import shipped_folder, shipped_plan
from spaceplan.words import say

EXAMPLES = "Example: spaceplan init my-plan && cd my-plan && spaceplan overdue"


@command
def run(
    folder: Annotated[
        Path, Argument(metavar="[DIR]", help="Where to put data/; else here.", show_default=False)
    ] = Path(),
    lang: Annotated[
        str,
        Option(
            "--lang",
            help="Language, ja or en; else the locale's.",
            metavar="ja|en",
            show_default=False,
            autocompletion=complete.languages,
        ),
    ] = "",
) -> None:
    """Copy the shipped plan and its schema to DIR/data, to start your own; overwrites nothing."""
    from spaceplan.plan_file.schema import FILE_NAME

    data = folder / "data"
    sources = (shipped_plan(), shipped_folder() / FILE_NAME)
    copies = [(read_bytes(source), data / source.name) for source in sources]
    # The plan last: without it, what a killed run leaves is taken for none.
    create({target: content for content, target in reversed(copies)})
    plan = data / sources[0].name
    write(say("updating.made", language(LookOptions(lang=lang)), plan=plan))
