"""What a field was before it was changed by hand, as the plan's own commits tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spaceplan.errors import SpaceplanError
from spaceplan.files.git import ask, committed
from spaceplan.plan_file.load import plan_of
from spaceplan.record.planned import empty_as_none
from spaceplan.roadmap.model import Milestone, Plan

# So many commits of a file are looked at, newest first.
_MOST = 200


class Committed:
    """The value in the newest commit in which a field differs; nothing where git has none.

    Commits are read when first asked for, each once, and only as far back as needed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._plans: list[Plan] = []
        self._rest: Iterator[Plan] | None = None

    def __call__(self, milestone: Milestone, field: str) -> object | None:
        """The value that a field had before the one it has; None where no commit tells."""
        now = getattr(milestone, field)
        for plan in self._newest_first():
            then = plan.by_id.get(milestone.id)
            if then is None:
                return None
            if getattr(then, field) != now:
                return empty_as_none(getattr(then, field))
        return None

    def _newest_first(self) -> Iterator[Plan]:
        yield from self._plans
        if self._rest is None:
            self._rest = _committed(self._path)
        for plan in self._rest:
            self._plans.append(plan)
            yield plan


def _committed(path: Path) -> Iterator[Plan]:
    """The plan in each commit that changed its file; what was no sound plan is passed over."""
    path = path.resolve()
    names = ask(path.parent, "log", f"--max-count={_MOST}", "--format=%H", "--", path.name)
    for name in names.decode("ascii", "replace").split() if names is not None else ():
        data = committed(path, name)
        if data is not None:
            try:
                yield plan_of(data, path).plan
            except SpaceplanError:
                continue
