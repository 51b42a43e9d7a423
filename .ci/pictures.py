"""Draw docs/pictures/: the grid that README shows, from the shipped plan with its record.

``python .ci/pictures.py`` prints which files differ and exits with 1; ``--write`` renews them. A
page shows a file as an image, which neither knows its theme nor grows with it: so there is one for
light and one for dark, each of one drawing with its colours in the elements. Those with ``.ja`` in
their name are Japanese.
"""

import io
import re
import sys
import tempfile
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path

from spaceplan.answers.selection import selection
from spaceplan.app import run as spaceplan
from spaceplan.pictures import captions
from spaceplan.pictures.grid import grid
from spaceplan.pictures.svg import COLORS, STYLE, WIDE, About, document
from spaceplan.pictures.svg_grid import pieces
from spaceplan.plan_file.load import load_plan
from spaceplan.roadmap.model import Plan
from spaceplan.roadmap.past import plan_at
from spaceplan.roadmap.query import Filter, rows

FOLDER = Path("docs/pictures")
DAY = date(2026, 11, 1)
# Where the best-known milestones stand: QZSS, H3, science and exploration, debris.
WANTED = Filter(topics=(1, 4, 7, 16))


def recorded() -> Plan:
    """The shipped plan with what became of it, as it stood on the day."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
        if spaceplan(["init", "--with-record", folder]):
            raise SystemExit("init --with-record failed")
        return plan_at(load_plan(Path(folder) / "data" / "milestones.yaml").plan, DAY, None)


def drawn(plan: Plan, lang: str) -> str:
    """The picture, in the colours of a light page."""
    found = grid(plan, DAY, rows(plan, DAY, WANTED))
    shown = replace(found, selected=selection(WANTED, plan, lang))
    (drawing,) = pieces(plan, shown, lang, WIDE)
    title = f"{plan.title.say(lang)}: {captions.title_of(shown, lang)}"
    made = document(About("grid", lang, title, captions.grid_description(shown, lang)), drawing)
    return re.sub(r' class="sp-[fs]-[^"]*"', "", made.replace(f"<style>{STYLE}</style>\n", ""))


def dark(picture: str) -> str:
    """The same picture for a dark page."""
    colors = dict(COLORS.values())
    return re.sub(r'="(#[0-9a-f]{6})"', lambda found: f'="{colors[found[1]]}"', picture)


def pictures() -> dict[str, str]:
    """Every file by its name."""
    plan, made = recorded(), {}
    for lang, suffix in (("en", ""), ("ja", ".ja")):
        light = drawn(plan, lang) + "\n"
        made[f"grid-light{suffix}.svg"] = light
        made[f"grid-dark{suffix}.svg"] = dark(light)
    return made


def main() -> int:
    """Compare, or write."""
    FOLDER.mkdir(exist_ok=True)
    differ = 0
    for name, text in pictures().items():
        file = FOLDER / name
        if "--write" in sys.argv:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            print(f"{file} is not what the program draws; python .ci/pictures.py --write")
            differ = 1
    return differ


if __name__ == "__main__":
    sys.exit(main())
