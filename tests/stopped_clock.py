"""A clock for tests of updates: it stands where a test puts it, and ticks once a command."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

import pytest

START = "2026-11-24T09:00:00+09:00"


class StoppedClock:
    """Stands in for ``datetime`` where updates look at the clock."""

    def __init__(self, step: timedelta) -> None:
        self.step = step
        self.put(START)

    def put(self, moment: str) -> None:
        """The next command records at ``moment`` (ISO, with its zone)."""
        self.next = datetime.fromisoformat(moment)

    def now(self, zone: tzinfo) -> datetime:
        """What ``datetime.now`` would say; a step further each time."""
        moment = self.next
        self.next += self.step
        return moment.astimezone(zone)


def stop_clock(
    monkeypatch: pytest.MonkeyPatch, step: timedelta = timedelta(minutes=1)
) -> StoppedClock:
    """From here to the end of the test, updates record by this clock."""
    clock = StoppedClock(step)
    monkeypatch.setattr("spaceplan.record.clock.datetime", clock)
    return clock
