"""``spaceplan git setup``: git merges plans by meaning, and shows what changed in words."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated

from typer import Exit

from spaceplan.commands.option import Lang, option
from spaceplan.commands.options import LookOptions, PlanOption, command
from spaceplan.commands.output import write
from spaceplan.commands.program import program
from spaceplan.commands.session import language
from spaceplan.errors import FOUND, FileError, UsageError
from spaceplan.files import git
from spaceplan.plan_file.locate import locate
from spaceplan.words import say

EXAMPLES = "Examples: spaceplan git setup ; spaceplan git setup --check"

# What stands above a change in a diff: the milestone, in the file and in its lines.
_NAMES_IT = r"^(\[[^]]+\] .*|[ \t]*- id:.*)$"

_DRIVER = "merge.spaceplan.driver"


@command
def run(
    where: PlanOption,
    local: Annotated[
        bool, option("--local", "Name the plan in .git/info/attributes of this clone: the default.")
    ] = False,
    shared: Annotated[
        bool, option("--shared", "Name it in .gitattributes, which is committed for all clones.")
    ] = False,
    check: Annotated[
        bool, option("--check", "Change nothing; exit with 1 where something is missing.")
    ] = False,
    lang: Lang = "",
) -> None:
    """Set this clone up: git merges the plan by meaning, and its diffs name milestones.

    The merge driver, the readable diff and the names above its changes are set in the clone's own
    configuration, which git never shares: each clone is set up once. Where spaceplan is missing
    later, git merges as text, with its own markers, and shows the file as it is.
    """
    speech = language(LookOptions(lang=lang))
    if local and shared:
        raise UsageError("updating.one-of-two", first="--local", second="--shared")
    location = locate(where.plan)
    if location.shipped:
        raise UsageError("updating.shipped")
    # Git knows the file itself, and no link that leads to it.
    plan = location.path.resolve()
    if not plan.is_file():
        raise FileError("files.no-such-file", path=location.path)
    top = git.repository(plan)
    if check:
        _complain(_missing(top, plan), speech)
        _check_driver(top, speech)
        write(say("updating.git-complete", speech, path=location.path))
        return
    for name, value in _settings().items():
        if git.ask(top, "config", "--local", name, value) is None:
            raise FileError("updating.git-refuses", name=name)
    file = _attributes(top, shared=shared)
    _name(file, _pattern(plan, top))
    # What stands in .git/info/attributes goes before what is shared.
    _complain(_missing(top, plan), speech)
    key = "updating.git-set-up-shared" if shared else "updating.git-set-up"
    write(say(key, speech, path=location.path, file=file))


def _complain(missing: list[str], lang: str) -> None:
    """Tell what is missing; raises Exit where anything is."""
    for name in missing:
        print(f"spaceplan: {say('updating.git-missing', lang, name=name)}", file=sys.stderr)
    if missing:
        raise Exit(FOUND)


def _check_driver(top: Path, lang: str) -> None:
    """Raises Exit where what git would call is there no more: it would merge as text."""
    words = shlex.split(git.line(top, "config", "--get", _DRIVER).partition(" merge ")[0])
    try:
        done = subprocess.run([*words, "--version"], capture_output=True, check=False)
    except OSError:
        done = None
    if done is None or done.returncode:
        said = say("updating.git-gone", lang, name=_DRIVER, program=shlex.join(words))
        print(f"spaceplan: {said}", file=sys.stderr)
        raise Exit(FOUND)


def _settings() -> dict[str, str]:
    """What is set in git's configuration; each line falls back where spaceplan is not there."""
    called = shlex.join(program())
    labels = "-L ours -L base -L theirs"
    return {
        "merge.spaceplan.name": "plans of spaceplan, by meaning",
        # Above 1 it was not done: without markers `git add` would then lose the other side.
        _DRIVER: (
            f"{called} merge --marker-size %L --name %P %O %A %B; code=$?; if [ $code -gt 1 ]; "
            f"then git merge-file --marker-size=%L {labels} %A %O %B; code=$?; fi; exit $code"
        ),
        "diff.spaceplan.textconv": (
            f'show() {{ {called} git text "$1" 2>/dev/null || cat "$1"; }}; show'
        ),
        "diff.spaceplan.xfuncname": _NAMES_IT,
    }


def _missing(top: Path, plan: Path) -> list[str]:
    """The settings and attributes that this clone lacks."""
    found = [name for name in _settings() if not git.line(top, "config", "--get", name)]
    for kind in ("merge", "diff"):
        said = git.line(plan.parent, "check-attr", kind, "--", plan.name)
        if said.rpartition(": ")[2] != "spaceplan":
            found.append(f"{plan.name} {kind}=spaceplan")
    return found


def _attributes(top: Path, *, shared: bool) -> Path:
    if shared:
        return top / ".gitattributes"
    return top / git.line(top, "rev-parse", "--git-path", "info/attributes")


def _pattern(plan: Path, top: Path) -> str:
    """The plan's path as a line of attributes begins with it."""
    name = "/" + plan.relative_to(top.resolve()).as_posix()
    plain = "".join(f"\\{sign}" if sign in "*?[\\" else sign for sign in name)
    if not re.search(r'[\0- "\x7f]', plain):
        return plain
    quoted = re.sub(r'[\\"]', lambda sign: "\\" + sign[0], plain)
    return '"' + re.sub(r"[\0-\x1f\x7f]", lambda sign: f"\\{ord(sign[0]):03o}", quoted) + '"'


def _name(file: Path, pattern: str) -> None:
    """Put the plan's line behind what stands in the file, where it is not in it."""
    from spaceplan.files.save import make_folder, save

    line = os.fsencode(f"{pattern} merge=spaceplan diff=spaceplan")
    text = file.read_bytes() if file.is_file() else b""
    if line in text.splitlines():
        return
    make_folder(file.parent)
    gap = b"\n" if text and not text.endswith(b"\n") else b""
    save(file, text + gap + line + b"\n")
