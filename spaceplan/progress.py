"""How far something has come that takes over a second: a bar on a terminal, nothing elsewhere.

What may take long says so (``working``), and inside it loops say how far they are (``each``,
``counted``). Only where somebody watches does a thread look at it, after a second, and draw.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from spaceplan.words import say, speech

if TYPE_CHECKING:
    import threading

# Seconds until it is told that something takes long, and from one look at it to the next.
PATIENCE = 1.0
EVERY = 0.1
T = TypeVar("T")


class Count:
    """How much of how much is done; 0 of 0 where that is not known."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0


class _Screen:
    """What is worked on, and the thread that shows it as long as it lasts."""

    def __init__(self) -> None:
        self.watched = False
        self.works: list[str] = []
        self.count = Count(0)

    @contextmanager
    def shown(self) -> Iterator[None]:
        """With a thread that draws, once this has taken long."""
        import threading  # a question that is answered at once has no use for it

        over = threading.Event()
        thread = threading.Thread(target=self.draw, args=(over,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def draw(self, over: threading.Event) -> None:
        """Draw until it is over, then wipe it away; nothing where it was over soon."""
        if over.wait(PATIENCE):
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[share]}"),
        )
        console = Console(file=sys.stderr)
        with Progress(*columns, console=console, transient=True, auto_refresh=False) as drawn:
            task = drawn.add_task("", share="")
            while True:
                work, count = self.works[-1:], self.count
                if work:
                    drawn.update(
                        task,
                        description=say(work[0], speech()),
                        total=count.total or None,
                        completed=count.done,
                        share=f"{100 * count.done // count.total}%" if count.total else "",
                        refresh=True,
                    )
                if over.wait(EVERY):
                    return


_screen = _Screen()


def watch(on: bool) -> None:
    """Whether somebody sees what is drawn on standard error."""
    _screen.watched = on


@contextmanager
def working(key: str) -> Iterator[None]:
    """With something that may take long, told by the sentence ``key``. Nothing is printed in it."""
    if not _screen.watched:
        yield
        return
    inside = bool(_screen.works)
    before, _screen.count = _screen.count, Count(0)
    _screen.works.append(key)
    try:
        with nullcontext() if inside else _screen.shown():
            yield
    finally:
        _screen.works.pop()
        _screen.count = before


def counted(total: int) -> Count | None:
    """What is to be told how far something has come; None where nobody watches."""
    if not _screen.works:
        return None
    _screen.count = Count(total)
    return _screen.count


def each(items: Collection[T]) -> Iterable[T]:
    """The items, and how many are done."""
    count = counted(len(items)) if len(items) > 1 else None
    return items if count is None else _told(items, count)


def _told(items: Collection[T], count: Count) -> Iterator[T]:
    for item in items:
        yield item
        count.done += 1
