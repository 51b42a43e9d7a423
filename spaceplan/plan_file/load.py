"""A plan file to a plan: from the cache where the same bytes were read before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spaceplan.errors import Fault, PlanFaults, phrase
from spaceplan.files.content import Content, decode, read_bytes
from spaceplan.files.digest import sha256
from spaceplan.frozen import dataclass
from spaceplan.plan_file import cache
from spaceplan.roadmap.model import Plan

if TYPE_CHECKING:
    from spaceplan.yaml_text.tree import Parsed


@dataclass(frozen=True, slots=True)
class Loaded:
    """A sound plan, the file it came from, and its warnings and notices."""

    plan: Plan
    path: Path
    digest: str
    findings: tuple[Fault, ...]


def load_plan(path: Path) -> Loaded:
    """Read a plan. Raises FileError where it cannot be read, PlanFaults where it is not sound."""
    return plan_of(read_bytes(path), path)


def plan_of(data: bytes, path: Path) -> Loaded:
    """The plan in ``data``, the bytes of ``path``; see ``load_plan``."""
    digest = sha256(data).hexdigest()
    name = cache.key(digest)
    kept = cache.load(name)
    if kept is not None:
        return Loaded(kept[0], path, digest, kept[1])
    # Only now: the YAML reader and all it imports, which a cached plan does without.
    from spaceplan.plan_file.read import inspect

    inspection = inspect(decode(data, str(path)))
    if inspection.plan is None:
        raise PlanFaults(str(path), inspection.faults)
    cache.save(name, inspection.plan, inspection.findings)
    return Loaded(inspection.plan, path, digest, inspection.findings)


def to_change(data: bytes, path: Path) -> tuple[Content, Parsed, Plan]:
    """A sound plan with its text and its tree, to change it. Raises PlanFaults."""
    from spaceplan.plan_file.read import inspect
    from spaceplan.yaml_text.tree import parse

    content = decode(data, str(path))
    kept = cache.load(cache.key(sha256(data).hexdigest()))
    if kept is not None:
        return content, parse(content), kept[0]
    inspection = inspect(content)
    if inspection.plan is None:
        raise PlanFaults(str(path), inspection.faults)
    return content, inspection.parsed, inspection.plan


def check_would_be(data: bytes, path: Path) -> None:
    """Read whole what is to be written: nothing is that could not be read again.

    The next question finds it in the cache. Raises PlanFaults, which says that this is no plan yet.
    """
    try:
        plan_of(data, path)
    except PlanFaults as faults:
        faults.also += (phrase("plan_file.would-be", path=path),)
        raise
