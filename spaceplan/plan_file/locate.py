"""Which plan: ``--plan``, else ``SPACEPLAN_FILE``, else the nearest, else the shipped one."""

from __future__ import annotations

import os
from pathlib import Path

from spaceplan.frozen import dataclass

NAMES = ("data/milestones.yaml", "milestones.yaml")


@dataclass(frozen=True, slots=True)
class Location:
    """A plan file and why it is the one: ``option``, ``environment``, ``nearest``, ``shipped``."""

    path: Path
    why: str

    @property
    def named(self) -> bool:
        """Whether somebody named this plan, rather than it being found."""
        return self.why in ("option", "environment")

    @property
    def shipped(self) -> bool:
        """Whether it is the plan that came with the program, which is never written."""
        return self.why == "shipped"


def locate(option: Path | None) -> Location:
    """The plan to use from here. The file named need not exist; reading it will tell."""
    if option is not None:
        return Location(option, "shipped" if _installed(option) else "option")
    named = os.environ.get("SPACEPLAN_FILE")
    if named:
        return Location(Path(named), "shipped" if _installed(Path(named)) else "environment")
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was deleted under the shell
        return Location(shipped_plan(), "shipped")
    for parent in (here, *here.parents):
        for name in NAMES:
            if (parent / name).is_file():
                # Below here the short name is the one that people know.
                return Location(Path(name) if parent == here else parent / name, "nearest")
    return Location(shipped_plan(), "shipped")


_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_folder() -> Path:
    """The folder with the shipped plan and its schema: in the package, or beside it in a clone."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def shipped_plan() -> Path:
    """The plan that comes with the program."""
    return shipped_folder() / "milestones.yaml"


def _installed(path: Path) -> bool:
    """Whether a named file is the installed plan; a clone's own data/ is its to edit."""
    try:
        return path.samefile(_PACKAGE / "data" / "milestones.yaml")
    except OSError:
        return False
