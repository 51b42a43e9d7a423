"""What was read of a plan file, kept for the next command under the file's digest.

The key is the SHA-256 of the file's bytes, of this program's readers and of the interpreter, so
an entry can never speak for another content; a missing, torn or foreign entry is simply not used.
Nor is one of a day that is still to come, or one with a finding that today says otherwise: what is
dated ahead is so until that day.
The folder is ``$SPACEPLAN_CACHE`` (``off`` for none), else ``$XDG_CACHE_HOME/spaceplan``, else
``~/.cache/spaceplan``.

An entry is plain values in Python's ``marshal`` form, as compiled modules are: it loads in about
half the time of JSON and costs no import. It believes what it reads: ``files.kept`` gives it only
what is whole and what nobody but the user can have written.
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from spaceplan import __version__
from spaceplan.errors import Fault
from spaceplan.files.content import MAX_BYTES
from spaceplan.files.digest import sha256
from spaceplan.files.folders import cache_folder
from spaceplan.files.kept import Kept
from spaceplan.frozen import dataclass
from spaceplan.plan_file.packing import Packed, pack, unpack
from spaceplan.roadmap import model
from spaceplan.roadmap.truth import today

if TYPE_CHECKING:
    from spaceplan.plan_file.split import Split

KEPT = 8
_ENTRY, _TEXT = r"[0-9a-f]{40}\.plan", r"[0-9a-f]{40}\.text"
# An entry takes about as much room as its plan.
_LIMIT = 4 * MAX_BYTES
# So much more than half of its plan one that was mended may take.
_ROOM = 1 << 16
_HERE = Path(__file__).parent.parent
# Whatever is changed in one of these may read a plan otherwise.
_READERS = ("plan_file", "files", "yaml_text", "roadmap")


@dataclass(frozen=True)
class Known:
    """A plan that was read before: the bytes that it was read of, and what was found. ``apart`` as
    ``Inspection`` has it; ``packed`` where that was done already."""

    data: bytes
    plan: model.Plan
    findings: tuple[Fault, ...]
    apart: bool
    packed: Packed | None = None

    @cached_property
    def split(self) -> Split | None:
        """Where its milestones stand; None where that is not sure."""
        from spaceplan.plan_file.split import split

        return split(self.data) if self.apart else None


def key(digest: str) -> str:
    """Name of the entry for a file of this SHA-256 as these readers read it."""
    said = [digest, __version__, str(sys.implementation.cache_tag)]
    for room in _READERS:
        with os.scandir(_HERE / room) as files:
            modules = sorted((file.name, file.stat()) for file in files if file.is_file())
        for name, facts in modules:
            said.append(f"{name}.{facts.st_mtime_ns}.{facts.st_size}")
    return sha256(" ".join(said).encode()).hexdigest()[:40]


def load(name: str) -> tuple[model.Plan, tuple[Fault, ...], bool, Packed] | None:
    """What is ``Known`` beside the bytes, from an entry; None where none is whole."""
    content = _kept().find(f"{name}.plan")
    if content is None:
        return None
    try:
        day, apart, packed = marshal.loads(content)
        plan, findings = unpack(packed)
        now = str(today(plan))
        same = all(one.what.facts.get("today", now) == now for one in findings)
        return (plan, findings, bool(apart), packed) if day <= now and same else None
    except (EOFError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        # Whatever is wrong with an entry, the file itself is read instead.
        return None


def save(name: str, known: Known) -> None:
    """Keep an entry; quietly does without where the folder cannot be written."""
    kept = _kept()
    if kept.folder is None:
        return
    facts, packed = (str(today(known.plan)), known.apart), known.packed
    content = b"" if packed is None else marshal.dumps((*facts, packed))
    # Packed again and again, an entry may be large with what is held by nothing any more.
    if packed is None or len(content) > len(known.data) // 2 + _ROOM:
        content = marshal.dumps((*facts, pack(known.plan, known.findings)))
    kept.keep(f"{name}.plan", content)


def remember(path: Path, data: bytes) -> None:
    """Keep what a file had, for the next time that it is read with a few changes."""
    _texts().keep(_text_name(path), data)


def recall(path: Path) -> bytes | None:
    """What a file had when it was last read, or may have had: of nothing else is there an entry."""
    return _texts().find(_text_name(path))


def _text_name(path: Path) -> str:
    return sha256(os.fsencode(os.path.abspath(path))).hexdigest()[:40] + ".text"


def _texts() -> Kept:
    # Who recalls one looks for an entry by its digest: it has its seal there.
    return Kept(cache_folder(), _TEXT, KEPT, MAX_BYTES, sealed=False)


def _kept() -> Kept:
    return Kept(cache_folder(), _ENTRY, KEPT, _LIMIT)
