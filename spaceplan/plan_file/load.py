"""A plan file to a plan: from the cache where the same bytes were read before."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from spaceplan.errors import Fault, PlanFaults, phrase
from spaceplan.files.content import Content, decode, read_bytes
from spaceplan.files.digest import sha256
from spaceplan.frozen import dataclass
from spaceplan.plan_file import cache
from spaceplan.plan_file.cache import Known
from spaceplan.roadmap.model import Plan

if TYPE_CHECKING:
    from spaceplan.plan_file.again import Excerpt
    from spaceplan.yaml_text.tree import Parsed

# A smaller file is read whole in a moment.
_LARGE = 30_000


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


def plan_of(data: bytes, path: Path, known: Known | None = None) -> Loaded:
    """The plan in ``data``, the bytes of ``path``; see ``load_plan``. ``known`` is what was read
    of it before, else what the cache has of that."""
    digest = sha256(data).hexdigest()
    name = cache.key(digest)
    kept = cache.load(name)
    if kept is not None:
        return Loaded(kept[0], path, digest, kept[1])
    found = _again(data, path, known) or _whole(data, path)
    cache.save(name, found)
    if len(data) > _LARGE:
        cache.remember(path, data)
    return Loaded(found.plan, path, digest, found.findings)


# What imports the YAML reader and all that it needs does so only now: a cached plan needs none.


def _again(data: bytes, path: Path, known: Known | None) -> Known | None:
    if len(data) <= _LARGE:
        return None
    known = known or _known(cache.recall(path))
    if known is None:
        return None
    from spaceplan.plan_file.again import read_again

    return read_again(known, data, str(path))


def _whole(data: bytes, path: Path) -> Known:
    from spaceplan.plan_file.read import inspect

    inspection = inspect(decode(data, str(path)))
    if inspection.plan is None:
        raise PlanFaults(str(path), inspection.faults)
    return Known(data, inspection.plan, inspection.findings, inspection.apart)


def _known(data: bytes | None) -> Known | None:
    """What the cache has of these bytes."""
    kept = None if data is None else cache.load(cache.key(sha256(data).hexdigest()))
    return Known(data, *kept) if data is not None and kept is not None else None


class ToChange:
    """A sound plan with what is needed to change its file. Raises PlanFaults.

    ``content`` and ``parsed`` are the whole text and its tree, made when they are asked for.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        self.data, self.path = data, path
        self.known = _known(data) or _again(data, path, None) or _whole(data, path)
        self.plan = self.known.plan

    @cached_property
    def content(self) -> Content:
        """The whole text."""
        return decode(self.data, str(self.path))

    @cached_property
    def parsed(self) -> Parsed:
        """Its tree."""
        from spaceplan.yaml_text.tree import parse

        return parse(self.content)

    def part(self, ids: Collection[str]) -> Excerpt | None:
        """The lines of these milestones, to change them; None where the whole file is needed."""
        if len(self.data) <= _LARGE:
            return None
        from spaceplan.plan_file.again import excerpt

        return excerpt(self.known, ids, str(self.path))

    def check_would_be(self, new: bytes) -> None:
        """Read whole what is to be written: nothing is that could not be read again.

        The next question finds it in the cache. Raises PlanFaults, which says that this is no plan
        yet.
        """
        # The old tree goes: it is large, and the new text may need another.
        vars(self).pop("parsed", None)
        check_would_be(new, self.path, self.known)


def check_would_be(data: bytes, path: Path, known: Known | None = None) -> None:
    """``ToChange.check_would_be`` where nothing was read before."""
    try:
        plan_of(data, path, known)
    except PlanFaults as faults:
        faults.also += (phrase("plan_file.would-be", path=path),)
        raise
